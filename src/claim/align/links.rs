//! Which pairs of sentences report the same, and on what evidence.

use super::clauses::{Clauses, Spread};
use super::features::{Kind, Sentence, rarity};
use super::{Link, beside};
use crate::claim::similar::kernel::{self, Common};
use crate::order::Order;

/// A feature that more sentences have than this leads to no candidates (it still counts).
const FREQUENT: u32 = 200;
/// Candidates that are compared in full for each sentence, those with most in common first.
const CANDIDATES: usize = 48;
/// With less than this share of the least score in common two sentences are not compared: like words
/// may double it, and a word may weigh less in the one than in the other.
const HOPELESS: f64 = 0.25;
/// What stands around a link may double its score; with less than this share of the least it is
/// given up before.
const WEAK: f64 = 0.5;
/// Sentences with more features than this (lists, broken text) are not compared.
const LONGEST: usize = 400;
/// How much the shorter of the two sentences counts in the measure: 1 asks how much of it is in
/// the longer one, 0 the reverse.
const SHORTER: f64 = 0.9;
/// How much the length of all sentences counts instead of that of the two: without it a short
/// headline is like everything, a long sentence like nothing (pivoted normalisation after
/// Singhal, Buckley, Mitra, SIGIR 1996).
const PIVOT: f64 = 0.3;
/// How much it counts against a link that each sentence names actors that the other does not.
const CONFLICT: f64 = 0.8;
/// What is left of the score where only one of the two sentences is negated.
const NEGATED: f64 = 0.7;
/// What is left where only one of the two quotes: speech and report say other things.
const QUOTED: f64 = 0.95;
/// What is left of the weight of a match by synonym or spelling.
const LOOSE: f64 = 0.7;
/// The weight that content words and figures in common must have together, besides actors and
/// their names, for the score to count in full: about two words of which each stands in one sentence of four.
const EVIDENCE: f64 = 4.0;
/// The score of two sentences of which the shorter stands in the other word for word.
const VERBATIM: f64 = 0.5;
/// How much it counts against a link that neither opens an article, the more the later both stand:
/// what opens one article is what the others tell too.
const LATE: f64 = 0.08;
/// How much it counts against a link that the one stands early and the other late: news is told in
/// the order of its weight.
const APART: f64 = 0.2;

/// What all comparisons need to know of all sentences.
struct Scale<'a> {
    /// In how many sentences each feature stands.
    counts: &'a [u32],
    sentences: usize,
    /// Mean of their weights.
    mean: f64,
}

/// Scored pairs, best first; also those below the threshold, which [`super::groups`] asks for.
pub(super) fn find(
    sentences: &[Sentence<'_>],
    counts: &[u32],
    least: f64,
) -> Vec<(usize, usize, Link)> {
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); counts.len()];
    let mut scores = Vec::new();
    let mean = sentences.iter().map(|s| s.total).sum::<f64>() / sentences.len().max(1) as f64;
    let scale = Scale { counts, sentences: sentences.len(), mean };
    let weak = least * WEAK;
    // For the sentence at hand what each earlier one shares with it.
    let mut shared: Vec<f64> = vec![0.0; sentences.len()];
    for (i, s) in sentences.iter().enumerate() {
        let mut touched: Vec<u32> = Vec::new();
        for f in &s.features {
            for j in postings.get(f.key as usize).map_or(&[][..], Vec::as_slice) {
                let Some(sum) = shared.get_mut(*j as usize) else { continue };
                if *sum == 0.0 {
                    touched.push(*j);
                }
                *sum += f.weight;
            }
        }
        let mut candidates: Vec<(u32, f64)> = Vec::with_capacity(touched.len());
        for j in touched {
            let sum = std::mem::take(&mut shared[j as usize]);
            let other = &sentences[j as usize];
            // Too little for any link, even if like words doubled it.
            if other.outlet != s.outlet && sum >= measure(other, s, mean) * weak * HOPELESS {
                candidates.push((j, sum));
            }
        }
        // Of one text in many articles the last ones before it, so that each is linked to some.
        candidates.order_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
        candidates.truncate(CANDIDATES);
        for (j, _) in candidates {
            let other = &sentences[j as usize];
            let score = common(other, s, &scale, weak).map_or(0.0, |c| scale.score(other, s, &c));
            if score >= weak {
                scores.push((j as usize, i, score));
            }
        }
        for f in &s.features {
            if counts.get(f.key as usize).is_some_and(|c| *c <= FREQUENT)
                && let Some(list) = postings.get_mut(f.key as usize)
            {
                list.push(i as u32);
            }
        }
    }
    beside::strengthen(sentences, &mut scores);
    let mut out: Vec<(usize, usize, Link)> = scores
        .into_iter()
        .filter(|(_, _, score)| *score >= least)
        .filter_map(|(i, j, score)| {
            let (a, b) = (sentences.get(i)?, sentences.get(j)?);
            let common = common(a, b, &scale, weak)?;
            let matched = scale.shown(a, b, &common);
            let clauses = scale.clauses(a, b, &common);
            let pair = (a.place.min(b.place), a.place.max(b.place));
            (!matched.is_empty()).then_some((i, j, Link { pair, clauses, score, matched }))
        })
        .collect();
    out.order_by(|a, b| b.2.score.total_cmp(&a.2.score).then(a.2.pair.cmp(&b.2.pair)));
    out
}

/// The weight that two sentences have in common if they report the same.
fn measure(a: &Sentence<'_>, b: &Sentence<'_>, mean: f64) -> f64 {
    let (less, more) = (a.total.min(b.total), a.total.max(b.total));
    let length = SHORTER * less + (1.0 - SHORTER) * more;
    (PIVOT * mean + (1.0 - PIVOT) * length).max(1e-9)
}

/// What two sentences have in common; `None` for those that are not compared.
fn common(a: &Sentence<'_>, b: &Sentence<'_>, scale: &Scale<'_>, least: f64) -> Option<Common> {
    if a.features.len() > LONGEST || b.features.len() > LONGEST {
        return None;
    }
    let enough = measure(a, b, scale.mean) * least;
    // Like words may double what the same words share, hardly more.
    Some(kernel::common(&a.features, &b.features, |exact| exact.first + exact.second >= enough))
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

impl Scale<'_> {
    fn matches<'s>(
        &self,
        a: &'s Sentence<'_>,
        b: &'s Sentence<'_>,
        common: &'s Common,
    ) -> impl Iterator<Item = Match<'s>> {
        common.pairs.iter().filter_map(move |(i, j, strength)| {
            let (f, g) = (a.features.get(*i)?, b.features.get(*j)?);
            let (kind, shown, here) = *a.sources.get(f.at)?;
            let clauses = [here, b.sources.get(g.at)?.2];
            let mut weight = (f.weight + g.weight) / 2.0 * strength;
            if f.key != g.key {
                // Words that are taken for one are as common as both together.
                let count = |key: u32| self.counts.get(key as usize).copied().unwrap_or(0);
                let rarity = |count| rarity(self.sentences, count);
                let (x, y) = (count(f.key), count(g.key));
                weight *= LOOSE * 2.0 * rarity(x + y) / (rarity(x) + rarity(y));
            }
            Some(Match { kind, weight, shown, clauses })
        })
    }

    /// How likely two sentences report the same by their own words.
    fn score(&self, a: &Sentence<'_>, b: &Sentence<'_>, common: &Common) -> f64 {
        let (mut shared, mut evidence, mut actors) = (0.0, 0.0, 0.0);
        for Match { kind, weight, .. } in self.matches(a, b, common) {
            shared += weight;
            match kind {
                Kind::Actor => actors += weight,
                Kind::Known | Kind::Common => {}
                Kind::Name | Kind::Word | Kind::Quantity => evidence += weight,
            }
        }
        // Each names somebody the other does not: rather two events than two wordings.
        let conflict = (a.actors - actors).min(b.actors - actors).max(0.0);
        let polarity = if a.negated == b.negated { 1.0 } else { NEGATED };
        let voice = if a.quoted == b.quoted { 1.0 } else { QUOTED };
        let enough = (evidence / EVIDENCE).min(1.0);
        let late = 1.0 - 1.0 / (1 + a.place.sentence.min(b.place.sentence)) as f64;
        let place = (1.0 - APART * (a.depth - b.depth).abs()) * (1.0 - LATE * late);
        let whole = measure(a, b, self.mean) + CONFLICT * conflict;
        let words = polarity * voice * enough * place * shared / whole;
        words.max(VERBATIM * a.runs.shared(b.runs)).min(1.0)
    }

    /// The words, names and figures that match, heaviest first.
    fn shown(&self, a: &Sentence<'_>, b: &Sentence<'_>, common: &Common) -> Vec<String> {
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
    fn clauses(&self, a: &Sentence<'_>, b: &Sentence<'_>, common: &Common) -> [Clauses; 2] {
        let mut spread = [Spread::default(), Spread::default()];
        for m in self.matches(a, b, common) {
            for (spread, clauses) in spread.iter_mut().zip(m.clauses) {
                spread.add(clauses, m.weight);
            }
        }
        [spread[0].most(Clauses::all(a.clauses)), spread[1].most(Clauses::all(b.clauses))]
    }
}
