//! How much two short texts say the same.

pub(crate) mod conflict;
pub(crate) mod synonyms;
pub(crate) mod words;

use crate::ingest::{Block, BlockKind};
use crate::order::Order;
use crate::span::Span;
use crate::text::{Commonness, analyse};
use conflict::Facts;
use parallax_engine::pairing::{Alike, Feature, Pairing};
use words::Word;

/// How much words weigh: function words, words of every news text, others.
const WEIGHTS: [f64; 3] = [0.1, 0.6, 1.0];
/// Names and figures weigh this much more.
const MARKED: f64 = 1.2;

/// Similarity of two sentences or headlines, from 0 (nothing in common) to 1 (the same words).
/// Symmetric. The order of words does not count.
///
/// The share of the weight of both texts that can be paired ([`Pairing`]), less where they name what
/// cannot be of one event (`conflict`).
pub fn similarity(a: &str, b: &str) -> f64 {
    let ((x, facts), (y, others)) = (read(a), read(b));
    // Keys in the order of the stems, so that which text comes first changes not even rounding.
    let mut keys: Vec<&str> = x.iter().chain(&y).map(|w| w.stem.as_str()).collect();
    keys.order();
    keys.dedup();
    let (f, g) = (features(&x, &keys), features(&y, &keys));
    let total = |list: &[Feature]| list.iter().map(|f| f.weight).sum::<f64>();
    let whole = total(&f) + total(&g);
    if whole <= 0.0 {
        return if a.trim() == b.trim() { 1.0 } else { 0.0 };
    }
    let stems = keys.iter().map(|stem| (*stem).to_owned()).collect();
    let alike = Alike::of(stems, synonyms::groups);
    let mut pairing = Pairing::default();
    let common = pairing.common(&f, &g, &alike, 0.0);
    // A sum of nothing is -0.
    ((common.first + common.second) / whole * facts.against(&others)).clamp(0.0, 1.0) + 0.0
}

fn read(text: &str) -> (Vec<Word>, Facts) {
    let span = Span::new(0, text.len());
    let block = Block { span, kind: BlockKind::Body, reason: String::new() };
    let doc = analyse(text, &[block]);
    let words = words::words(text, &doc, 0..doc.tokens.len());
    let facts = Facts::of(text, &doc, &words);
    (words, facts)
}

fn features(words: &[Word], keys: &[&str]) -> Vec<Feature> {
    let mut out: Vec<Feature> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let base = match word.commonness {
                Commonness::Function => WEIGHTS[0],
                Commonness::Common => WEIGHTS[1],
                Commonness::Content => WEIGHTS[2],
            };
            let marked = word.marked && word.commonness == Commonness::Content || word.figure;
            Feature {
                key: keys.binary_search(&word.stem.as_str()).map_or(u32::MAX, |i| i as u32),
                // Function words match only themselves.
                word: word.commonness != Commonness::Function,
                weight: base * if marked { MARKED } else { 1.0 },
                at,
            }
        })
        .collect();
    out.order_by_key(|f| (f.key, f.at));
    out
}
