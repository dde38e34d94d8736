//! The sentences of a matching article, with the places to mark.

use super::SentenceHit;
use super::index::Indexed;
use super::rank::{Found, Ranked};
use crate::map::SmallMap;
use crate::order::Order;
use crate::span::Span;

/// Every sentence in which a term that is looked for occurs, in order.
pub(super) fn sentences(found: &Found, ranked: &Ranked, article: Indexed<'_>) -> Vec<SentenceHit> {
    let mut by_sentence: SmallMap<usize, (Vec<Span>, Vec<usize>)> = SmallMap::default();
    let spans = article.spans();
    for (term, range) in &found.terms {
        for place in &ranked.places[*term][range.clone()] {
            let Some(span) = spans.range(place.pos, place.len) else { continue };
            let (spans, terms) = by_sentence.slot(article.sentence(place.pos));
            spans.push(span);
            if terms.last() != Some(term) {
                terms.push(*term);
            }
        }
    }
    by_sentence
        .into_list()
        .into_iter()
        .map(|(sentence, (spans, terms))| SentenceHit {
            sentence,
            marks: merged(spans),
            weight: terms.iter().map(|t| ranked.weights[*t]).sum(),
        })
        .collect()
}

/// The spans in order; those that overlap become one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.order();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.join(span),
            _ => out.push(span),
        }
    }
    out
}
