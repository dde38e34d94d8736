//! Statements: sentences of different articles that report the same.
//!
//! A sentence becomes a list of weighted features (`features`): stems, figures with their units,
//! and actors, each the heavier the fewer sentences have it. Sentences that share a rarer feature
//! are compared (`links`), words in the same order and what stands beside count too (`verbatim`, `beside`);
//! what is linked well enough is gathered around the best links without chaining (`groups`). A sentence of
//! several clauses may report several statements, each with clauses of its own (`clauses`).

mod beside;
mod clauses;
mod features;
mod groups;
mod links;
mod verbatim;

pub use clauses::Clauses;

use super::clause::Clause;
use crate::text::Document;

/// What alignment reads of an article.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// The original text.
    pub text: &'a str,
    /// Its sentences and tokens.
    pub doc: &'a Document,
    /// Its clauses, in order of place.
    pub clauses: &'a [Clause],
    /// For each sentence the actors it names (indices shared by all articles), sorted.
    pub actors: &'a [Vec<usize>],
    /// For each sentence the values of its quantities with their units.
    pub quantities: &'a [Vec<(f64, String)>],
    /// Articles of one outlet share this number; sentences are aligned across outlets only.
    pub outlet: usize,
}

/// A sentence: article and sentence index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceRef {
    /// Index of the article.
    pub article: usize,
    /// Index of the sentence in it.
    pub sentence: usize,
}

/// Two sentences that were aligned.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The two sentences, the smaller reference first.
    pub pair: (SentenceRef, SentenceRef),
    /// The clauses of either that hold most of what matches.
    pub clauses: [Clauses; 2],
    /// Score from 0 to 1.
    pub score: f64,
    /// The words, names and figures that match, heaviest first, as they stand in the first.
    pub matched: Vec<String>,
}

/// A statement: one sentence, or several of different outlets that were found to report the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its sentences in order of article and place; at least one.
    pub sentences: Vec<SentenceRef>,
    /// Of each of these sentences the clauses that report it.
    pub clauses: Vec<Clauses>,
    /// The links that hold them together, best first; empty for a single sentence.
    pub links: Vec<Link>,
}

/// The threshold above which two sentences are taken for the same statement.
pub const THRESHOLD: f64 = 0.27;

/// Groups the body, caption and headline sentences of all articles into statements. Every sentence is in at
/// least one, in several where it goes with sentences that do not go with each other; ordered by number of outlets (most first), then score, then place.
pub fn align(articles: &[Article<'_>], threshold: f64) -> Vec<Statement> {
    let read = features::read(articles);
    let sentences = read.weighted();
    let found = links::find(&sentences, read.counts(), threshold * groups::SLACK);
    groups::gather(&sentences, found, threshold)
}
