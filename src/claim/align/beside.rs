//! What stands beside two sentences. Articles on one event often tell it in the same order, so a link
//! is likelier where the sentences before or after are linked too (Barzilay and Elhadad, EMNLP 2003:
//! "Sentence alignment for monolingual comparable corpora").

use super::Link;
use super::features::Sentence;
use crate::order::Order;

/// How much of the scores of the two links beside is added to that of a link.
const BESIDE: f64 = 0.15;

/// Adds to the score of each link what stands beside it. The links may be in any order.
pub(super) fn strengthen(sentences: &[Sentence<'_>], links: &mut [(usize, usize, Link)]) {
    let mut scores: Vec<(usize, usize, f64)> =
        links.iter().map(|(a, b, link)| (*a, *b, link.score)).collect();
    scores.order_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)));
    // Whether a sentence and the next one stand in one article.
    let goes_on = |i: usize| match (sentences.get(i), sentences.get(i + 1)) {
        (Some(a), Some(b)) => a.place.article == b.place.article,
        _ => false,
    };
    let score = |a: usize, b: usize| {
        let at = scores.binary_search_by(|s| (s.0, s.1).cmp(&(a, b))).ok()?;
        scores.get(at).map(|s| s.2)
    };
    for (a, b, link) in links {
        let mut beside = 0.0;
        if *a > 0 && *b > 0 && goes_on(*a - 1) && goes_on(*b - 1) {
            beside += score(*a - 1, *b - 1).unwrap_or(0.0);
        }
        if goes_on(*a) && goes_on(*b) {
            beside += score(*a + 1, *b + 1).unwrap_or(0.0);
        }
        link.score = (link.score + BESIDE * beside).min(1.0);
    }
}
