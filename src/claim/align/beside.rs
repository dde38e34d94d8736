//! What speaks for a link besides the two sentences.
//!
//! Articles on one event often tell it in the same order, so a link is likelier where the sentences
//! before or after are linked too (Barzilay and Elhadad, EMNLP 2003: "Sentence alignment for
//! monolingual comparable corpora"). And what a third article tells in words like those of both
//! is what all three report.

use super::features::Sentence;
use crate::order::Order;

/// How much of the scores of the two links beside is added to that of a link.
const BESIDE: f64 = 0.15;
/// How much of the weaker of the two links to a sentence of a third article is added, for the
/// sentence where that is most.
const THIRD: f64 = 0.15;
/// A third article adds no more than this share of the link's own score.
const MOST: f64 = 0.5;

/// Adds to the score of each link, between two sentences by index, what speaks for it. The links
/// are left in order.
pub(super) fn strengthen(sentences: &[Sentence<'_>], links: &mut Vec<(usize, usize, f64)>) {
    links.order_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)));
    beside(sentences, links);
    third(sentences.len(), links);
}

fn beside(sentences: &[Sentence<'_>], links: &mut [(usize, usize, f64)]) {
    let scores = links.to_vec();
    // Whether a sentence and the next one stand in one article.
    let goes_on = |i: usize| match (sentences.get(i), sentences.get(i + 1)) {
        (Some(a), Some(b)) => a.place.article == b.place.article,
        _ => false,
    };
    let score = |a: usize, b: usize| {
        let at = scores.binary_search_by(|s| (s.0, s.1).cmp(&(a, b))).ok()?;
        scores.get(at).map(|s| s.2)
    };
    for (a, b, own) in links {
        let mut beside = 0.0;
        if *a > 0 && *b > 0 && goes_on(*a - 1) && goes_on(*b - 1) {
            beside += score(*a - 1, *b - 1).unwrap_or(0.0);
        }
        if goes_on(*a) && goes_on(*b) {
            beside += score(*a + 1, *b + 1).unwrap_or(0.0);
        }
        *own = (*own + BESIDE * beside).min(1.0);
    }
}

fn third(sentences: usize, links: &mut [(usize, usize, f64)]) {
    // For each sentence those that it is linked to, in order: links from earlier ones come first.
    let mut linked: Vec<Vec<(usize, f64)>> = vec![Vec::new(); sentences];
    for (a, b, score) in links.iter() {
        for (from, to) in [(*b, *a), (*a, *b)] {
            if let Some(list) = linked.get_mut(from) {
                list.push((to, *score));
            }
        }
    }
    for (a, b, own) in links {
        let (Some(x), Some(y)) = (linked.get(*a), linked.get(*b)) else { continue };
        let mut rest = y.as_slice();
        let mut most: f64 = 0.0;
        for (to, score) in x {
            while let Some((_, after)) = rest.split_first().filter(|(other, _)| other.0 < *to) {
                rest = after;
            }
            if let Some((_, other)) = rest.first().filter(|other| other.0 == *to) {
                most = most.max(score.min(*other));
            }
        }
        *own = (*own + (THIRD * most).min(MOST * *own)).min(1.0);
    }
}
