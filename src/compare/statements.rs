//! Statements by column: found in several, or only here.

use super::rest::rest;
use super::{Column, column_of};
use crate::analysis::{Aligned, Analysis, Article, BySentence};
use crate::claim::align::{Clauses, Link, SentenceRef};
use crate::claim::reprint::{OF_SENTENCES, Shingles};
use crate::order::Order;
use crate::span::Span;
use core::cmp::Ordering;

/// How a sentence words a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// The sentence.
    pub at: SentenceRef,
    /// The clauses that report the statement, as places among those of the sentence.
    pub clauses: Vec<usize>,
    /// Their text; the sentence where all of them do.
    pub spans: Vec<Span>,
    /// How alike it is to the one of the same row that it is most like, 0 to 1; 0 where it is held by a sentence
    /// of another column only, or alone.
    pub likeness: f64,
}

impl Wording {
    fn of(analysis: &Analysis, at: SentenceRef, clauses: Clauses) -> Option<Self> {
        let a = analysis.articles.get(at.article)?;
        let clauses = clauses.numbers(a.clauses_of(at.sentence).len()).collect();
        Self::of_clauses(a, at, clauses)
    }

    /// How these clauses of a sentence word something.
    pub(super) fn of_clauses(a: &Article, at: SentenceRef, clauses: Vec<usize>) -> Option<Self> {
        let sentence = a.doc.sentences.get(at.sentence)?;
        let all = a.clauses_of(at.sentence);
        let spans = if clauses.len() == all.len() {
            vec![sentence.span]
        } else {
            let mut spans: Vec<Span> =
                clauses.iter().filter_map(|c| all.get(*c)).flat_map(|c| c.spans.clone()).collect();
            spans.order();
            spans
        };
        Some(Self { at, clauses, spans, likeness: 0.0 })
    }

    /// Length in bytes.
    fn len(&self) -> usize {
        self.spans.iter().map(|s| s.len()).sum()
    }
}

/// How alike the sentences of a statement are, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Likeness {
    /// Of the sentence that fits least, how alike it is to the one that it is most like; 0 where it is held
    /// by a sentence of another column only.
    pub least: f64,
    /// Of the two that are most alike.
    pub best: f64,
}

/// A statement as these columns report it.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedStatement {
    /// Its wordings in each column, in order of article and place.
    pub cells: Vec<Vec<Wording>>,
    /// Its wording in the table: of the two that are most alike the shorter one.
    pub shortest: Wording,
    /// How alike its sentences are; `None` where only one is in these columns.
    pub score: Option<Likeness>,
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
fn alike(analysis: &Analysis, cells: &[Vec<Wording>]) -> Vec<Vec<usize>> {
    if cells.iter().filter(|c| !c.is_empty()).count() < 2 {
        return Vec::new();
    }
    let shingles = |w: &Wording| {
        let a = analysis.articles.get(w.at.article)?;
        let tokens = a.doc.sentences.get(w.at.sentence)?.tokens.clone();
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
        // Every group that has one like it becomes one with it, whatever the order of columns.
        let (fits, others): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(same));
        groups = others;
        groups.push(fits.into_iter().flatten().chain([column]).collect());
    }
    groups.retain(|group| group.len() > 1);
    for group in &mut groups {
        group.order();
    }
    groups
}

/// The shortest wording, of the ends of a link where there is one.
fn shortest(cells: &[Vec<Wording>], link: Option<&&Link>) -> Option<Wording> {
    let end = |w: &&Wording| link.is_none_or(|l| w.at == l.pair.0 || w.at == l.pair.1);
    cells.iter().flatten().filter(end).min_by_key(|w| (w.len(), w.at)).cloned()
}

/// Tells of each wording how alike it is by these links, of which the best comes first, and of all.
fn likeness(cells: &mut [Vec<Wording>], links: &[&Link]) -> Option<Likeness> {
    let best = links.first()?.score;
    let mut least = best;
    for w in cells.iter_mut().flatten() {
        let own = links.iter().find(|l| l.pair.0 == w.at || l.pair.1 == w.at);
        w.likeness = own.map_or(0.0, |l| l.score);
        least = least.min(w.likeness);
    }
    Some(Likeness { least, best })
}

/// The statements of these columns: those found in most wordings first, then in most columns, then those of
/// which the sentence that fits least is most alike, then in order of place. What a sentence tells beside the part that it shares is a statement of its
/// own.
pub fn statements(
    analysis: &Analysis,
    aligned: &Aligned,
    columns: &[Column],
) -> Vec<SharedStatement> {
    let mut rows = Vec::new();
    for s in &aligned.statements {
        let mut cells: Vec<Vec<Wording>> = vec![Vec::new(); columns.len()];
        for (at, clauses) in s.sentences.iter().zip(&s.clauses) {
            if let Some(cell) = column_of(columns, at.article).and_then(|c| cells.get_mut(c)) {
                cell.extend(Wording::of(analysis, *at, *clauses));
            }
        }
        let here = |at: SentenceRef| cells.iter().flatten().any(|w| w.at == at);
        // The best first.
        let links: Vec<&Link> =
            s.links.iter().filter(|l| here(l.pair.0) && here(l.pair.1)).collect();
        let score = likeness(&mut cells, &links);
        let Some(shortest) = shortest(&cells, links.first()) else { continue };
        let mut matched: Vec<String> = Vec::new();
        for m in links.iter().flat_map(|l| &l.matched) {
            if !matched.contains(m) {
                matched.push(m.clone());
            }
        }
        let alike = alike(analysis, &cells);
        rows.push(SharedStatement { cells, shortest, score, matched, alike });
    }
    rows.order_by(order);
    let mut rows = once(analysis, rows);
    rows.extend(rest(analysis, &rows, columns.len()));
    rows.order_by(order);
    rows
}

fn order(a: &SharedStatement, b: &SharedStatement) -> Ordering {
    let order = b.wordings().cmp(&a.wordings()).then(b.columns().cmp(&a.columns()));
    let score = b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal);
    let first = |r: &SharedStatement| r.cells.iter().flatten().map(|w| w.at).min();
    order.then(score).then(first(a).cmp(&first(b)))
}

/// A sentence of several statements may report the same ones to these columns: what an earlier row holds
/// whole is no row of its own, and what one row has in several columns is in no other "found in one only".
fn once(analysis: &Analysis, rows: Vec<SharedStatement>) -> Vec<SharedStatement> {
    let mut kept: Vec<SharedStatement> = Vec::with_capacity(rows.len());
    // The rows of each sentence.
    let mut of: BySentence<Vec<usize>> = BySentence::new(&analysis.articles);
    for mut row in rows {
        if row.columns() == 1 {
            for cell in &mut row.cells {
                cell.retain(|w| of.get(w.at).is_none_or(Vec::is_empty));
            }
            if row.cells.iter().flatten().count() == 1 {
                (row.score, row.matched) = (None, Vec::new());
            }
        }
        let mut places = row.cells.iter().flatten().map(|w| w.at);
        let Some(first) = places.next() else { continue };
        let holds = |earlier: &usize| {
            let earlier = kept.get(*earlier).map_or(&[][..], |r| r.cells.as_slice());
            let has = |at: SentenceRef| earlier.iter().flatten().any(|w| w.at == at);
            has(first) && places.clone().all(has)
        };
        if of.get(first).is_some_and(|rows| rows.iter().any(holds)) {
            continue;
        }
        if row.cells.iter().flatten().all(|w| w.at != row.shortest.at) {
            row.shortest = shortest(&row.cells, None).unwrap_or(row.shortest);
        }
        for w in row.cells.iter().flatten() {
            if let Some(rows) = of.get_mut(w.at) {
                rows.push(kept.len());
            }
        }
        kept.push(row);
    }
    kept
}
