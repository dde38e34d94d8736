//! Which pairs of sentences report the same, and on what evidence.

use super::Link;
use super::clauses::{Clauses, Spread};
use super::features::{Kind, PARTS, Sentence, rarity};
use crate::order::{Order, highest_first, keep_least, key_and_value, sort_numbers};
use parallax_engine::pairing::{Alike, Candidates, Common, Pairing};

/// A feature that more sentences have than this leads to no candidates (it still counts).
const FREQUENT: u32 = 200;
/// Candidates that are compared in full for each sentence, those with most in common first.
const CANDIDATES: usize = 48;
/// With less than this share of the least score in common two sentences are not compared: like words
/// may double it, and a word may weigh less in the one than in the other.
const HOPELESS: f64 = 0.25;
/// What stands around a link may double its score; with less than this share of the least it is
/// given up before.
const WEAK: f64 = 0.67;
/// Sentences with more features than this (lists, broken text) are not compared.
const LONGEST: usize = 400;
/// How much the shorter of the two sentences counts in the measure: 1 asks how much of it is in
/// the longer one, 0 the reverse.
const SHORTER: f64 = 0.82;
/// How much the length of all sentences counts instead of that of the two: without it a short
/// headline is like everything, a long sentence like nothing (pivoted normalisation after
/// Singhal, Buckley, Mitra, SIGIR 1996).
const PIVOT: f64 = 0.5;
/// What is left of the score where only one of the two sentences is negated.
const NEGATED: f64 = 0.7;
/// What is left of the score where only one of the two is the caption of a picture, which may show another day. Chosen
/// with the bundled articles in view: the ten events hold no captions.
const CAPTION: f64 = 0.7;
/// What is left of the weight of a match by synonym or spelling.
const LOOSE: f64 = 0.8;
/// The weight that content words and figures in common must have together, besides actors and
/// their names, for the score to count in full: about two words of which each stands in one sentence of four.
const EVIDENCE: f64 = 4.0;
/// How much the clauses that match best count beside the whole sentences.
const CLAUSE: f64 = 0.1;
/// The share of the lesser of two clauses that stands in the other by which nothing is added; less than this
/// counts against the link.
const USUAL: f64 = 0.56;
/// The score of two sentences of which the shorter stands in the other word for word.
const VERBATIM: f64 = 0.5;
/// How much it counts against a link that neither opens an article, the more the later both stand:
/// what opens one article is what the others tell too.
const LATE: f64 = 0.04;
/// How much it counts against a link that the one stands early and the other late: news is told in
/// the order of its weight.
const APART: f64 = 0.37;

/// What all comparisons need to know of all sentences.
struct Scale {
    /// In how many sentences each feature stands.
    counts: Vec<u32>,
    /// Which words are taken for each other.
    alike: Alike,
    sentences: usize,
    /// Mean of their weights.
    mean: f64,
    /// The least score by a link's own words.
    weak: f64,
}

/// A scored pair of sentences, by index.
pub(super) type Pair = (usize, usize, f64);

/// The search for links, one sentence after the other.
pub(super) struct Linking {
    scale: Scale,
    candidates: Candidates,
    /// What each earlier sentence shares with the one at hand.
    shared: Vec<(u32, f64)>,
    pairing: Pairing,
    /// What was found, in order of the later sentence, then of the earlier one.
    pub scores: Vec<Pair>,
}

impl Linking {
    /// For links of at least this score, once [`beside`](super::beside) has strengthened them.
    pub fn new(sentences: &[Sentence], counts: Vec<u32>, alike: Alike, least: f64) -> Self {
        let mean = sentences.iter().map(|s| s.total).sum::<f64>() / sentences.len().max(1) as f64;
        Self {
            candidates: Candidates::default(),
            shared: Vec::new(),
            scale: Scale { counts, alike, sentences: sentences.len(), mean, weak: least * WEAK },
            pairing: Pairing::default(),
            scores: Vec::new(),
        }
    }

    /// Links a sentence to those before it; to be called for each in order.
    pub fn link(&mut self, sentences: &[Sentence], i: usize) {
        let Some(s) = sentences.get(i) else { return };
        let scale = &self.scale;
        self.candidates.of(&s.features, &mut self.shared);
        let mut candidates: Vec<u64> = Vec::with_capacity(self.shared.len());
        for (j, sum) in &self.shared {
            let Some(other) = sentences.get(*j as usize) else { continue };
            // Too little for any link, even if like words doubled it.
            let least = measure(other, s, scale.mean) * scale.weak * HOPELESS;
            if other.outlet != s.outlet && *sum >= least {
                // Of one text in many articles the last ones before it, so that each is linked to some.
                candidates.push(highest_first(*sum as f32, !j));
            }
        }
        keep_least(&mut candidates, CANDIDATES);
        // The links come in order of the later sentence, then of the earlier one.
        let number = |candidate: &u64| u64::from(!key_and_value(*candidate).0);
        let mut earlier: Vec<u64> = candidates.iter().map(number).collect();
        sort_numbers(&mut earlier);
        for j in earlier {
            let j = j as usize;
            let other = &sentences[j];
            let Some(common) = scale.common(other, s, &mut self.pairing) else { continue };
            // Not worth a closer look where no clauses could make it enough.
            let share = (common.first + common.second) / 2.0 / measure(other, s, scale.mean);
            let words = if share + CLAUSE * (1.0 - USUAL) >= scale.weak {
                scale.score(other, s, common)
            } else {
                0.0
            };
            let verbatim =
                if words < VERBATIM { VERBATIM * other.runs.shared(&s.runs) } else { 0.0 };
            let score = words.max(verbatim).min(1.0);
            if score >= scale.weak {
                self.scores.push((j, i, score));
            }
        }
        let rare = |key: &u32| scale.counts.get(*key as usize).is_some_and(|c| *c <= FREQUENT);
        self.candidates.add(s.features.iter().map(|f| f.key).filter(rare));
    }

    /// The link between two sentences with this score, with what matches; none where that is nothing
    /// that can be shown.
    pub fn told(&mut self, sentences: &[Sentence], (i, j, score): Pair) -> Option<Link> {
        let (a, b) = (sentences.get(i)?, sentences.get(j)?);
        let common = self.scale.common(a, b, &mut self.pairing)?;
        let matched = self.scale.shown(a, b, common);
        let clauses = self.scale.clauses(a, b, common);
        let pair = (a.place.min(b.place), a.place.max(b.place));
        (!matched.is_empty()).then_some(Link { pair, clauses, score, matched })
    }
}

/// The weight that two sentences have in common if they report the same.
fn measure(a: &Sentence, b: &Sentence, mean: f64) -> f64 {
    let (less, more) = (a.total.min(b.total), a.total.max(b.total));
    let length = SHORTER * less + (1.0 - SHORTER) * more;
    (PIVOT * mean + (1.0 - PIVOT) * length).max(1e-9)
}

/// A feature that two sentences share.
struct Match<'s> {
    kind: Kind,
    weight: f64,
    /// The word of the first sentence.
    shown: &'s str,
    /// The clauses of either that have it.
    clauses: [Clauses; 2],
}

impl Scale {
    /// What two sentences have in common; `None` for those that are not compared.
    fn common<'p>(
        &self,
        a: &Sentence,
        b: &Sentence,
        pairing: &'p mut Pairing,
    ) -> Option<&'p Common> {
        if a.features.len() > LONGEST || b.features.len() > LONGEST {
            return None;
        }
        let enough = measure(a, b, self.mean) * self.weak;
        // Like words may double what the same words share, hardly more.
        Some(pairing.common(&a.features, &b.features, &self.alike, enough))
    }

    fn matches<'s>(
        &self,
        a: &'s Sentence,
        b: &'s Sentence,
        common: &'s Common,
    ) -> impl Iterator<Item = Match<'s>> {
        common.pairs.iter().filter_map(move |(i, j, strength)| {
            let (f, g) = (a.features.get(*i)?, b.features.get(*j)?);
            let (here, there) = (a.sources.get(f.at)?, b.sources.get(g.at)?);
            let clauses = [here.clauses, there.clauses];
            let mut weight = (f.weight + g.weight) / 2.0 * strength;
            if f.key != g.key {
                // Words that are taken for one are as common as both together.
                let count = |key: u32| self.counts.get(key as usize).copied().unwrap_or(0);
                let rarity = |count| rarity(self.sentences, count);
                let (x, y) = (count(f.key), count(g.key));
                weight *= LOOSE * 2.0 * rarity(x + y) / (rarity(x) + rarity(y));
            }
            Some(Match { kind: here.kind, weight, shown: &here.shown, clauses })
        })
    }

    /// How likely two sentences report the same by their own words.
    fn score(&self, a: &Sentence, b: &Sentence, common: &Common) -> f64 {
        let (mut shared, mut evidence) = (0.0, 0.0);
        let mut both = [[0.0; PARTS]; PARTS];
        for m in self.matches(a, b, common) {
            shared += m.weight;
            if matches!(m.kind, Kind::Name | Kind::Word) {
                evidence += m.weight;
            }
            for i in m.clauses[0].first(PARTS) {
                for j in m.clauses[1].first(PARTS) {
                    both[i][j] += m.weight;
                }
            }
        }
        let mut clause: f64 = 0.0;
        for (own, row) in a.parts.iter().zip(&both) {
            for (other, both) in b.parts.iter().zip(row).filter(|(_, both)| **both > 0.0) {
                clause = clause.max(both / own.min(*other).max(1e-9));
            }
        }
        let polarity = if a.negated == b.negated { 1.0 } else { NEGATED };
        let pictured = if a.caption == b.caption { 1.0 } else { CAPTION };
        let enough = (evidence / EVIDENCE).min(1.0);
        let late = 1.0 - 1.0 / (1 + a.place.sentence.min(b.place.sentence)) as f64;
        let place = (1.0 - APART * (a.depth - b.depth).abs()) * (1.0 - LATE * late);
        let share = shared / measure(a, b, self.mean) + CLAUSE * (clause.min(1.0) - USUAL);
        polarity * pictured * enough * place * share
    }

    /// The words, names and figures that match, heaviest first.
    fn shown(&self, a: &Sentence, b: &Sentence, common: &Common) -> Vec<String> {
        let matches = self.matches(a, b, common).filter(|m| m.kind != Kind::Actor);
        let mut matched: Vec<(f64, &str)> = matches.map(|m| (m.weight, m.shown)).collect();
        matched.order_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(y.1)));
        let mut words: Vec<String> = Vec::new();
        for (_, shown) in matched {
            if !words.iter().any(|w| w == shown) {
                words.push(shown.to_owned());
            }
        }
        words
    }

    /// The clauses of either sentence that hold most of what matches.
    fn clauses(&self, a: &Sentence, b: &Sentence, common: &Common) -> [Clauses; 2] {
        let mut spread = [Spread::default(), Spread::default()];
        for m in self.matches(a, b, common) {
            for (spread, clauses) in spread.iter_mut().zip(m.clauses) {
                spread.add(clauses, m.weight);
            }
        }
        [spread[0].most(Clauses::all(a.clauses)), spread[1].most(Clauses::all(b.clauses))]
    }
}
