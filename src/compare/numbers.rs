//! The same quantity in several columns.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::claim::number::{Comparator, Key, key};
use crate::map::ByName;
use crate::order::Order;

/// A figure: article and index of the quantity in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// Index of the article.
    pub article: usize,
    /// Index of the quantity.
    pub quantity: usize,
}

/// Figures that measure the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What is counted, in the words of the first figure.
    pub what: String,
    /// Figures in each column, in order of place.
    pub cells: Vec<Vec<Figure>>,
    /// Whether the columns' figures differ: no value of one column is compatible with any of
    /// another ("more than half" is compatible with "65 percent").
    pub differs: bool,
}

impl Figures {
    /// In how many columns there is a figure.
    pub fn columns(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_empty()).count()
    }
}

/// Of each column the figure that fits most of the others, and whether these figures are one value.
pub fn agreeing(analysis: &Analysis, figures: &Figures) -> (Vec<Option<Figure>>, bool) {
    let value = |figure: &Figure| {
        let a = analysis.articles.get(figure.article)?;
        let q = a.quantities.get(figure.quantity)?;
        Some((q.comparator, key(q, &a.text, &a.doc).base))
    };
    let told = |cell: &Vec<Figure>| -> Vec<(Figure, (Comparator, f64))> {
        cell.iter().filter_map(|f| Some((*f, value(f)?))).collect()
    };
    let columns: Vec<Vec<(Figure, (Comparator, f64))>> = figures.cells.iter().map(told).collect();
    // 2 for a column that has the same value, 1 for one that has a value that fits.
    let fits = |own: (Comparator, f64)| -> usize {
        let best = |column: &Vec<(Figure, (Comparator, f64))>| {
            let fit = |(_, other): &(Figure, (Comparator, f64))| {
                usize::from(agree(own, *other)) + usize::from(own.1 == other.1)
            };
            column.iter().map(fit).max().unwrap_or(0)
        };
        columns.iter().map(best).sum()
    };
    let chosen: Vec<Option<(Figure, (Comparator, f64))>> = columns
        .iter()
        .map(|column| {
            let best = column.iter().map(|(_, own)| fits(*own)).max();
            column.iter().find(|(_, own)| Some(fits(*own)) == best).copied()
        })
        .collect();
    let mut values = chosen.iter().flatten().map(|(_, (_, base))| *base);
    let first = values.next();
    let same = values.all(|base| Some(base) == first);
    (chosen.into_iter().map(|c| c.map(|(figure, _)| figure)).collect(), same)
}

/// One group while it grows.
struct Group {
    /// The first figure's key: others join by it alone, so that groups do not drift.
    key: Key,
    members: Vec<(Figure, Key)>,
}

/// The quantities of these columns: those found in most columns first, then in order of place.
pub fn figures(analysis: &Analysis, columns: &[Column]) -> Vec<Figures> {
    let mut groups: Vec<Group> = Vec::new();
    // The groups whose first figure counts a word, in order.
    let mut by_word: ByName<Vec<usize>> = ByName::default();
    for (article, a) in analysis.articles.iter().enumerate() {
        if column_of(columns, article).is_none() {
            continue;
        }
        for (quantity, q) in a.quantities.iter().enumerate() {
            let own = key(q, &a.text, &a.doc);
            let figure = Figure { article, quantity };
            // Only figures that say what they count can be told to measure the same: they share a word.
            let words = || own.names.iter().chain(&own.nouns);
            let of_word = |word: &String| by_word.get(word).map_or(&[][..], Vec::as_slice);
            let same = |g: &&usize| groups.get(**g).is_some_and(|g| g.key.same(&own));
            let group = words().filter_map(|w| of_word(w).iter().find(same)).min().copied();
            match group.and_then(|g| groups.get_mut(g)) {
                Some(group) => group.members.push((figure, own)),
                None => {
                    for word in words() {
                        by_word.or_insert(word, Vec::new()).push(groups.len());
                    }
                    groups.push(Group { key: own.clone(), members: vec![(figure, own)] });
                }
            }
        }
    }
    let mut rows: Vec<Figures> =
        groups.into_iter().map(|group| row(analysis, columns, &group)).collect();
    rows.order_by_key(|r| core::cmp::Reverse(r.columns()));
    rows
}

fn row(analysis: &Analysis, columns: &[Column], group: &Group) -> Figures {
    let mut cells: Vec<Vec<Figure>> = vec![Vec::new(); columns.len()];
    for (figure, _) in &group.members {
        if let Some(cell) = column_of(columns, figure.article).and_then(|c| cells.get_mut(c)) {
            cell.push(*figure);
        }
    }
    // What each column says: each value with its comparator once.
    let mut told: Vec<Vec<(Comparator, f64)>> = vec![Vec::new(); columns.len()];
    for (figure, key) in &group.members {
        let article = analysis.articles.get(figure.article);
        let Some(q) = article.and_then(|a| a.quantities.get(figure.quantity)) else { continue };
        let values = column_of(columns, figure.article).and_then(|c| told.get_mut(c));
        if let Some(values) = values.filter(|v| !v.contains(&(q.comparator, key.base))) {
            values.push((q.comparator, key.base));
        }
    }
    told.retain(|values| !values.is_empty());
    // Two columns differ where no figure of one fits any of the other.
    let fit = |x: &[(Comparator, f64)], y: &[(Comparator, f64)]| {
        x.iter().any(|x| y.iter().any(|y| agree(*x, *y)))
    };
    let differs = told.iter().enumerate().any(|(i, x)| told.iter().skip(i + 1).any(|y| !fit(x, y)));
    Figures { what: what(analysis, group), cells, differs }
}

/// Whether two figures can both be true of one quantity: bounds must hold, approximate figures
/// may be a tenth apart.
fn agree((x, x_base): (Comparator, f64), (y, y_base): (Comparator, f64)) -> bool {
    use Comparator::{About, AtLeast, AtMost, Exactly};
    let near = (x_base - y_base).abs() <= 0.1 * x_base.abs().max(y_base.abs());
    match (x, y) {
        (Exactly, Exactly) => x_base == y_base,
        (AtLeast, AtLeast) | (AtMost, AtMost) => true,
        (AtLeast, AtMost) => x_base <= y_base,
        (AtMost, AtLeast) => y_base <= x_base,
        (AtLeast, _) => y_base >= x_base || near,
        (_, AtLeast) => x_base >= y_base || near,
        (AtMost, _) => y_base <= x_base || near,
        (_, AtMost) => x_base <= y_base || near,
        (About, _) | (_, About) => near,
    }
}

/// "percent of Raqqa city", "Russian submarines".
fn what(analysis: &Analysis, group: &Group) -> String {
    let words = |(figure, _): &(Figure, Key)| -> Option<String> {
        let a = analysis.articles.get(figure.article)?;
        let q = a.quantities.get(figure.quantity)?;
        let counted = q.counted.map_or_else(String::new, |c| c.words(&a.text));
        Some(match (q.unit.as_str(), counted.as_str()) {
            ("", "") => q.span.of(&a.text).to_owned(),
            ("", _) => counted,
            (unit, "") => unit.to_owned(),
            ("percent", _) => format!("percent of {counted}"),
            (unit, _) => format!("{unit}, {counted}"),
        })
    };
    group.members.first().and_then(words).unwrap_or_default()
}
