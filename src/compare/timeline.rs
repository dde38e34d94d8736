//! When what happens is said to happen, in each column.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::claim::align::SentenceRef;
use crate::claim::time::{Extent, Timex, TimexType, extent};
use crate::ingest::PartialDate;
use crate::order::Order;
use core::cmp::Ordering;

/// A sentence that tells a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The sentence.
    pub sentence: SentenceRef,
    /// Index of its first expression of that time among the article's time expressions.
    pub timex: usize,
    /// Whether the time lies before, around or after the day on which the article was published;
    /// `None` where that day or the year told is not known.
    pub beside_publication: Option<Ordering>,
}

/// A time and who tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// From when to when: a day, a month or a year, or from one to another.
    pub extent: Extent,
    /// The sentences of each column that tell it, in order of place, each once.
    pub cells: Vec<Vec<Told>>,
}

impl Moment {
    /// In how many columns it is told.
    pub fn columns(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_empty()).count()
    }
}

/// The times with a date, in whole or in part, that these columns tell: in order of time, a longer
/// time before those within it that begin with it, times without a year last.
pub fn timeline(analysis: &Analysis, columns: &[Column]) -> Vec<Moment> {
    let mut told: Vec<(Extent, usize, Told)> = Vec::new();
    for (article, a) in analysis.articles.iter().enumerate() {
        let Some(column) = column_of(columns, article) else { continue };
        let published = a.cleaned.metadata.published.as_ref().map(|p| p.value);
        let published = published.filter(|p| p.is_full());
        for (timex, t) in a.timexes.iter().enumerate() {
            if !matches!(t.kind, TimexType::Date | TimexType::Time) {
                continue;
            }
            let Some(extent) = t.value.as_deref().and_then(extent) else { continue };
            let sentence = SentenceRef { article, sentence: t.sentence };
            let beside_publication = published.and_then(|p: PartialDate| extent.beside(p));
            told.push((extent, column, Told { sentence, timex, beside_publication }));
        }
    }
    told.order_by_key(|(extent, ..)| extent.key());
    let mut rows: Vec<Moment> = Vec::new();
    for (extent, column, one) in told {
        if rows.last().is_none_or(|row| row.extent != extent) {
            rows.push(Moment { extent, cells: vec![Vec::new(); columns.len()] });
        }
        let cell = rows.last_mut().and_then(|row| row.cells.get_mut(column));
        if let Some(cell) = cell
            && cell.last().is_none_or(|last: &Told| last.sentence != one.sentence)
        {
            cell.push(one);
        }
    }
    rows
}

/// Of each column the times that have no date: article and index of the expression in it. Lengths and repeated
/// times are none.
pub fn undated(analysis: &Analysis, columns: &[Column]) -> Vec<Vec<(usize, usize)>> {
    let mut out = vec![Vec::new(); columns.len()];
    for (article, a) in analysis.articles.iter().enumerate() {
        let Some(own) = column_of(columns, article).and_then(|c| out.get_mut(c)) else { continue };
        let open = |t: &Timex| {
            matches!(t.kind, TimexType::Date | TimexType::Time)
                && t.value.as_deref().is_none_or(|v| !v.ends_with("_REF") && extent(v).is_none())
        };
        let of_article = a.timexes.iter().enumerate().filter(|(_, t)| open(t));
        own.extend(of_article.map(|(timex, _)| (article, timex)));
    }
    out
}
