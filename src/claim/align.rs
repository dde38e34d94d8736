//! Statements: sentences of different articles that report the same.
//!
//! A sentence becomes a list of weighted features (`features`): stems, figures with their units,
//! and actors, each the heavier the fewer sentences have it. Sentences that share a rarer feature
//! are compared (`links`), as wholes and clause by clause; words in the same order and what stands beside count too ([`Runs`](parallax_engine::pairing::Runs), `beside`);
//! what is linked well enough is gathered around the best links without chaining (`groups`). A sentence of
//! several clauses may report several statements, each with clauses of its own (`clauses`).

mod beside;
mod clauses;
mod features;
mod groups;
mod links;

use crate::map::HashSet;
use crate::order::Order;
use beside::Strengthening;
use features::{Sentence, Sentences};
use groups::Groups;
use links::{Linking, Pair};

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
pub const THRESHOLD: f64 = 0.28;

/// Links of a lower score are weak: in a test on ten events one in six of them was wrong, of the others one in
/// forty (`docs/quality.md`).
pub const WEAK: f64 = 0.4;

/// Groups the body, caption and headline sentences of all articles into statements. Every sentence is in at
/// least one, in several where it goes with sentences that do not go with each other; ordered by number of
/// outlets (most first), then score, then place.
pub fn align(articles: &[Article<'_>], threshold: f64) -> Vec<Statement> {
    let mut work = Aligning::new(threshold);
    for article in articles {
        work.read(article);
    }
    work.finish()
}

/// [`align`] in pieces of bounded work, so that a page can go on between them.
pub struct Aligning {
    threshold: f64,
    articles: usize,
    sentences: Sentences,
    stage: Stage,
}

/// How many links a step goes on with, depending on how much is to be done with each.
const LINKS: [usize; 2] = [4096, 256];

enum Stage {
    Reading,
    /// The next sentence to be linked.
    Linking(Linking, usize),
    Strengthening(Linking, Strengthening),
    /// Pairs of which the links are still to be told, those that were, and all that are linked at all.
    Telling(Linking, Vec<Pair>, Vec<Told>, HashSet<(usize, usize)>),
    /// Links still to be joined, the best last.
    Joining(Groups, Vec<Told>),
    Done,
}

/// A link with the indices of its sentences.
type Told = (usize, usize, Link);

impl Aligning {
    /// Nothing is read yet; two sentences are taken for one statement from this score on.
    pub fn new(threshold: f64) -> Self {
        Self { threshold, articles: 0, sentences: Sentences::default(), stage: Stage::Reading }
    }

    /// Reads the next article. After the first [`Self::step`] nothing is read any more.
    pub fn read(&mut self, article: &Article<'_>) {
        if matches!(self.stage, Stage::Reading) {
            self.sentences.read(self.articles, article);
            self.articles += 1;
        }
    }

    /// How many sentences are compared, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let of = self.sentences.list.len();
        match &self.stage {
            Stage::Reading => (0, of),
            Stage::Linking(_, next) => (*next, of),
            _ => (of, of),
        }
    }

    /// Does all that is left.
    pub fn finish(mut self) -> Vec<Statement> {
        loop {
            if let Some(statements) = self.step() {
                return statements;
            }
        }
    }

    /// Does a piece of the work; the statements once all is done, and none after that.
    pub fn step(&mut self) -> Option<Vec<Statement>> {
        let stage = std::mem::replace(&mut self.stage, Stage::Done);
        let least = self.threshold * groups::SLACK;
        self.stage = match stage {
            Stage::Reading => {
                let alike = self.sentences.weigh();
                let counts = std::mem::take(&mut self.sentences.counts);
                Stage::Linking(Linking::new(self.all(), counts, alike, least), 0)
            }
            Stage::Linking(mut linking, next) if next < self.all().len() => {
                linking.link(self.all(), next);
                Stage::Linking(linking, next + 1)
            }
            Stage::Linking(mut linking, _) => {
                let pairs = std::mem::take(&mut linking.scores);
                Stage::Strengthening(linking, Strengthening::new(pairs, self.all().len()))
            }
            Stage::Strengthening(linking, mut work) => match work.step(self.all(), LINKS[0]) {
                None => Stage::Strengthening(linking, work),
                Some(mut pairs) => {
                    pairs.retain(|(.., score)| *score >= least);
                    let linked: HashSet<_> = pairs.iter().map(|(a, b, _)| (*a, *b)).collect();
                    // Of the others it only matters that they are linked.
                    pairs.retain(|(.., score)| *score >= self.threshold);
                    Stage::Telling(linking, pairs, Vec::new(), linked)
                }
            },
            Stage::Telling(mut linking, mut pairs, mut told, linked) => {
                for _ in 0..LINKS[1] {
                    let Some(pair) = pairs.pop() else { break };
                    let link = linking.told(self.all(), pair);
                    told.extend(link.map(|link| (pair.0, pair.1, link)));
                }
                if pairs.is_empty() {
                    told.order_by(|(.., a), (.., b)| {
                        a.score.total_cmp(&b.score).then(b.pair.cmp(&a.pair))
                    });
                    Stage::Joining(Groups::new(self.all(), linked), told)
                } else {
                    Stage::Telling(linking, pairs, told, linked)
                }
            }
            Stage::Joining(mut groups, mut links) => {
                for _ in 0..LINKS[1] {
                    let Some((a, b, link)) = links.pop() else {
                        return Some(groups.statements(self.all()));
                    };
                    groups.put(a, b, link);
                }
                Stage::Joining(groups, links)
            }
            Stage::Done => return Some(Vec::new()),
        };
        None
    }

    fn all(&self) -> &[Sentence] {
        &self.sentences.list
    }
}
