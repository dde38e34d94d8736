//! What speaks for a link besides the two sentences.
//!
//! Articles on one event often tell it in the same order, so a link is likelier where the sentences
//! before or after are linked too (Barzilay and Elhadad, EMNLP 2003: "Sentence alignment for
//! monolingual comparable corpora"). And what a third article tells in words like those of both
//! is what all three report.

use super::features::Sentence;
use super::links::Pair;

/// How much of the scores of the two links beside is added to that of a link.
const BESIDE: f64 = 0.23;
/// How much of the weaker of the two links to a sentence of a third article is added, for the
/// sentence where that is most.
const THIRD: f64 = 0.42;
/// A third article adds no more than this share of the link's own score.
const MOST: f64 = 0.52;

/// Adds to the scores of links, piece by piece, what speaks for each: first what stands beside, then third
/// articles.
pub(super) struct Strengthening {
    /// In order of the later sentence, then of the earlier one.
    links: Vec<Pair>,
    /// The links before this stage.
    before: Vec<Pair>,
    /// For each sentence those that it is linked to, in order.
    linked: Vec<Vec<(usize, f64)>>,
    stage: Stage,
    /// The next link.
    at: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Beside,
    Linked,
    Third,
}

impl Strengthening {
    /// For these links between so many sentences; ordered as they are found.
    pub fn new(links: Vec<Pair>, sentences: usize) -> Self {
        let linked = vec![Vec::new(); sentences];
        Self { before: links.clone(), links, linked, stage: Stage::Beside, at: 0 }
    }

    /// Goes on with so many links; the links, in the same order, once all are done.
    pub fn step(&mut self, sentences: &[Sentence], count: usize) -> Option<Vec<Pair>> {
        let to = self.links.len().min(self.at + count);
        for at in self.at..to {
            let link = self.links[at];
            match self.stage {
                Stage::Beside => self.links[at].2 = self.beside(sentences, link),
                Stage::Linked => {
                    let (a, b, score) = link;
                    self.linked[a].push((b, score));
                    self.linked[b].push((a, score));
                }
                Stage::Third => self.links[at].2 = self.third(link),
            }
        }
        self.at = to;
        if to < self.links.len() {
            return None;
        }
        self.at = 0;
        self.stage = match self.stage {
            Stage::Beside => Stage::Linked,
            Stage::Linked => Stage::Third,
            Stage::Third => return Some(std::mem::take(&mut self.links)),
        };
        None
    }

    fn beside(&self, sentences: &[Sentence], (a, b, own): Pair) -> f64 {
        // Whether a sentence and the next one stand in one article.
        let goes_on = |i: usize| match (sentences.get(i), sentences.get(i + 1)) {
            (Some(a), Some(b)) => a.place.article == b.place.article,
            _ => false,
        };
        let score = |a: usize, b: usize| {
            let at = self.before.binary_search_by(|s| (s.1, s.0).cmp(&(b, a))).ok()?;
            self.before.get(at).map(|s| s.2)
        };
        let mut beside = 0.0;
        if a > 0 && b > 0 && goes_on(a - 1) && goes_on(b - 1) {
            beside += score(a - 1, b - 1).unwrap_or(0.0);
        }
        if goes_on(a) && goes_on(b) {
            beside += score(a + 1, b + 1).unwrap_or(0.0);
        }
        (own + BESIDE * beside).min(1.0)
    }

    fn third(&self, (a, b, own): Pair) -> f64 {
        let mut rest = self.linked[b].as_slice();
        let mut most: f64 = 0.0;
        for (to, score) in &self.linked[a] {
            while let Some((_, after)) = rest.split_first().filter(|(other, _)| other.0 < *to) {
                rest = after;
            }
            if let Some((_, other)) = rest.first().filter(|other| other.0 == *to) {
                most = most.max(score.min(*other));
            }
        }
        (own + (THIRD * most).min(MOST * own)).min(1.0)
    }
}
