//! Statements by column: found in several, or only here.

use super::{Column, column_of};
use crate::analysis::{Aligned, Analysis};
use crate::claim::align::SentenceRef;
use crate::claim::reprint::{OF_SENTENCES, Shingles};
use crate::order::Order;

/// A statement as these columns report it.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedStatement {
    /// Index of the statement in the analysis.
    pub statement: usize,
    /// Its sentences in each column, in order of article and place.
    pub cells: Vec<Vec<SentenceRef>>,
    /// The shortest of its sentences: its wording in the table.
    pub shortest: SentenceRef,
    /// How alike its sentences are at best, 0 to 1; `None` where only one is in these columns.
    pub score: Option<f64>,
    /// What matches between its sentences.
    pub matched: Vec<String>,
    /// Groups of two and more columns that word it alike, as reprints and copies of one agency report do.
    pub alike: Vec<Vec<usize>>,
}

impl SharedStatement {
    /// In how many columns it was found.
    pub fn columns(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_empty()).count()
    }

    /// In how many wordings it was found: columns that word it alike count once.
    pub fn wordings(&self) -> usize {
        let copies: usize = self.alike.iter().map(|group| group.len() - 1).sum();
        self.columns() - copies
    }
}

/// Which columns word a statement alike.
fn alike(analysis: &Analysis, cells: &[Vec<SentenceRef>]) -> Vec<Vec<usize>> {
    let shingles = |at: &SentenceRef| {
        let a = analysis.articles.get(at.article)?;
        let tokens = a.doc.sentences.get(at.sentence)?.tokens.clone();
        Some(Shingles::of(&a.doc, tokens, OF_SENTENCES))
    };
    let read: Vec<Vec<Shingles>> =
        cells.iter().map(|cell| cell.iter().filter_map(shingles).collect()).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (column, own) in read.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let same = |other: &usize| {
            let other = read.get(*other).map_or(&[][..], Vec::as_slice);
            own.iter().any(|a| other.iter().any(|b| a.worded_alike(b)))
        };
        match groups.iter_mut().find(|group| group.iter().any(same)) {
            Some(group) => group.push(column),
            None => groups.push(vec![column]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// The statements of these columns: those found in most wordings first, then in most columns, then the
/// most alike, then in order of place.
pub fn statements(
    analysis: &Analysis,
    aligned: &Aligned,
    columns: &[Column],
) -> Vec<SharedStatement> {
    let mut rows = Vec::new();
    for (statement, s) in aligned.statements.iter().enumerate() {
        let mut cells: Vec<Vec<SentenceRef>> = vec![Vec::new(); columns.len()];
        for at in &s.sentences {
            if let Some(cell) = column_of(columns, at.article).and_then(|c| cells.get_mut(c)) {
                cell.push(*at);
            }
        }
        let length = |at: &SentenceRef| {
            let article = analysis.articles.get(at.article);
            article.and_then(|a| a.doc.sentences.get(at.sentence)).map_or(0, |s| s.span.len())
        };
        let Some(shortest) = cells.iter().flatten().min_by_key(|at| (length(at), **at)).copied()
        else {
            continue;
        };
        let here = |at: SentenceRef| cells.iter().any(|c| c.contains(&at));
        let links = s.links.iter().filter(|l| here(l.pair.0) && here(l.pair.1));
        let mut matched: Vec<String> = Vec::new();
        let mut score: Option<f64> = None;
        for link in links {
            score = Some(score.unwrap_or(0.0).max(link.score));
            for m in &link.matched {
                if !matched.contains(m) {
                    matched.push(m.clone());
                }
            }
        }
        let alike = alike(analysis, &cells);
        rows.push(SharedStatement { statement, cells, shortest, score, matched, alike });
    }
    rows.order_by(|a, b| {
        let order = b.wordings().cmp(&a.wordings()).then(b.columns().cmp(&a.columns()));
        let score = b.score.unwrap_or(0.0).total_cmp(&a.score.unwrap_or(0.0));
        let first = |r: &SharedStatement| r.cells.iter().flatten().min().copied();
        order.then(score).then(first(a).cmp(&first(b)))
    });
    rows
}
