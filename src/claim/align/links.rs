//! Which pairs of sentences report the same, and on what evidence.

use super::clauses::{Clauses, Spread};
use super::features::{Kind, Sentence};
use super::{Link, SentenceRef, beside};
use crate::claim::similar::kernel;
use crate::order::Order;

/// A feature that more sentences have than this leads to no candidates (it still counts).
const FREQUENT: u32 = 200;
/// Candidates that are compared in full for each sentence, those with most in common first.
const CANDIDATES: usize = 48;
/// With less than this share of the least score in common two sentences are not compared: like words
/// may double it, and a word may weigh less in the one than in the other.
const HOPELESS: f64 = 0.25;
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
/// How much evidence a match by synonym or spelling is.
const LOOSE: f64 = 0.6;
/// Matches of content words and figures, other than actors and their names, that a link needs.
const LEAST_MATCHES: usize = 2;
/// The weight that these matches must have together: about two words of which each
/// stands in one sentence of four.
const LEAST_EVIDENCE: f64 = 4.0;
/// The score of two sentences of which the shorter stands in the other word for word.
const VERBATIM: f64 = 0.6;

/// Scored pairs, best first; also those below the threshold, which [`super::groups`] asks for.
pub(super) fn find(
    sentences: &[Sentence<'_>],
    counts: &[u32],
    least: f64,
) -> Vec<(usize, usize, Link)> {
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); counts.len()];
    let mut out = Vec::new();
    let mean = sentences.iter().map(|s| s.total).sum::<f64>() / sentences.len().max(1) as f64;
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
            if other.outlet != s.outlet && sum >= measure(other, s, mean) * least * HOPELESS {
                candidates.push((j, sum));
            }
        }
        candidates.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        candidates.truncate(CANDIDATES);
        for (j, _) in candidates {
            if let Some(link) = link(&sentences[j as usize], s, mean, least) {
                out.push((j as usize, i, link));
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
    beside::strengthen(sentences, &mut out);
    out.order_by(|a, b| b.2.score.total_cmp(&a.2.score).then(a.2.pair.cmp(&b.2.pair)));
    out
}

/// The weight that two sentences have in common if they report the same.
fn measure(a: &Sentence<'_>, b: &Sentence<'_>, mean: f64) -> f64 {
    let (less, more) = (a.total.min(b.total), a.total.max(b.total));
    let length = SHORTER * less + (1.0 - SHORTER) * more;
    (PIVOT * mean + (1.0 - PIVOT) * length).max(1e-9)
}

/// Compares two sentences; `None` where the score is below `least` or the evidence too thin.
pub(super) fn link(a: &Sentence<'_>, b: &Sentence<'_>, mean: f64, least: f64) -> Option<Link> {
    if a.features.len() > LONGEST || b.features.len() > LONGEST {
        return None;
    }
    let whole = measure(a, b, mean);
    // Like words may double what the same words share, hardly more.
    let common = kernel::common(&a.features, &b.features, |exact| {
        exact.first + exact.second >= whole * least
    });
    let mut evidence = 0.0;
    let mut actors = 0.0;
    let mut matches = 0;
    let mut matched: Vec<(f64, &str)> = Vec::new();
    let mut spread = [Spread::default(), Spread::default()];
    for (i, j, strength) in &common.pairs {
        let (f, g) = (a.features.get(*i)?, b.features.get(*j)?);
        let (kind, shown, here) = *a.sources.get(f.at)?;
        let weight = (f.weight + g.weight) / 2.0 * strength;
        spread[0].add(here, weight);
        spread[1].add(b.sources.get(g.at)?.2, weight);
        match kind {
            Kind::Actor => actors += f.weight,
            Kind::Known | Kind::Common => matched.push((weight, shown)),
            _ => {
                // A like word is weaker evidence than the same word.
                evidence += weight * if *strength < 1.0 { LOOSE } else { 1.0 };
                matches += 1;
                matched.push((weight, shown));
            }
        }
    }
    let thin = matches < LEAST_MATCHES || evidence < LEAST_EVIDENCE;
    let shared = (common.first + common.second) / 2.0;
    // Each names somebody the other does not: rather two events than two wordings.
    let conflict = (a.actors - actors).min(b.actors - actors).max(0.0);
    let polarity = if a.negated == b.negated { 1.0 } else { NEGATED };
    let words = if thin { 0.0 } else { polarity * shared / (whole + CONFLICT * conflict) };
    let verbatim = VERBATIM * a.runs.shared(b.runs);
    let score = words.max(verbatim).clamp(0.0, 1.0);
    if score < least || matched.is_empty() {
        return None;
    }
    matched.order_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(y.1)));
    let mut words: Vec<String> = Vec::new();
    for (_, shown) in matched {
        if !words.iter().any(|w| w == shown) {
            words.push(shown.to_owned());
        }
    }
    let pair: (SentenceRef, SentenceRef) = (a.place.min(b.place), a.place.max(b.place));
    let clauses =
        [spread[0].most(Clauses::all(a.clauses)), spread[1].most(Clauses::all(b.clauses))];
    Some(Link { pair, clauses, score, matched: words })
}
