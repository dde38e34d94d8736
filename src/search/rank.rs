//! Which articles match, and in what order.
//!
//! BM25F (Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, CIKM
//! 2004): occurrences in the fields are weighted, divided by the field's relative length and added
//! before they saturate. An article in which every plain word of the query occurs stands above
//! each in which one is missing: it gets the highest score the query could give on top.

use super::actors::Actors;
use super::index::{FIELDS, Place, Store};
use super::matches;
use super::meta::Meta;
use super::query::{Node, Query};
use crate::order::Order;

/// How much an occurrence counts in headline, caption and body.
pub const FIELD_WEIGHTS: [f64; FIELDS] = [2.0, 1.0, 1.0];
/// How much long fields are marked down, from 0 (not at all) to 1.
pub const LENGTH: [f64; FIELDS] = [0.5, 0.5, 0.75];
/// How fast repeated occurrences stop to count.
pub const SATURATION: f64 = 1.2;

/// A matching article before it is explained.
pub(super) struct Found {
    /// Number of the article.
    pub article: usize,
    pub score: f64,
    /// For each term that occurs: its index, and its places as a range of its list.
    pub terms: Vec<(usize, std::ops::Range<usize>)>,
}

/// What ranking found out.
pub(super) struct Ranked {
    /// All matching articles, best first.
    pub found: Vec<Found>,
    /// For each term its places in all articles.
    pub places: Vec<Vec<Place>>,
    /// For each term its weight: how rare it is.
    pub weights: Vec<f64>,
}

pub(super) fn rank(query: &Query, store: &Store, actors: &Actors) -> Ranked {
    let all = store.entries.len();
    let places: Vec<Vec<Place>> =
        query.terms.iter().map(|t| matches::places(t, store, actors)).collect();
    let mut groups: Vec<(u32, usize, std::ops::Range<usize>)> = Vec::new();
    let mut weights = Vec::with_capacity(places.len());
    for (term, list) in places.iter().enumerate() {
        let before = groups.len();
        let mut at = 0;
        for chunk in list.chunk_by(|a, b| a.doc == b.doc) {
            groups.extend(chunk.first().map(|p| (p.doc, term, at..at + chunk.len())));
            at += chunk.len();
        }
        let df = (groups.len() - before) as f64;
        weights.push((1.0 + (all as f64 - df + 0.5).max(0.5) / (df + 0.5)).ln());
    }
    groups.order_by_key(|(doc, term, _)| (*doc, *term));

    let Some(root) = &query.root else { return Ranked { found: Vec::new(), places, weights } };
    let mut found = Vec::new();
    let mut occurs = vec![false; query.terms.len()];
    let mut at = 0;
    for (number, entry) in store.entries.iter().enumerate() {
        let from = at;
        while groups.get(at).is_some_and(|(doc, ..)| *doc == entry.key) {
            at += 1;
        }
        let here = &groups[from..at];
        for (_, term, _) in here {
            occurs[*term] = true;
        }
        if matches(root, &occurs, query, &entry.meta) {
            let score = score(query, here, &places, &weights, store, entry);
            let terms = here
                .iter()
                .filter(|(_, term, _)| query.terms[*term].positive)
                .map(|(_, term, range)| (*term, range.clone()))
                .collect();
            found.push(Found { article: number, score, terms });
        }
        for (_, term, _) in here {
            occurs[*term] = false;
        }
    }
    found.order_by(|a, b| b.score.total_cmp(&a.score).then(a.article.cmp(&b.article)));
    Ranked { found, places, weights }
}

fn score(
    query: &Query,
    here: &[(u32, usize, std::ops::Range<usize>)],
    places: &[Vec<Place>],
    weights: &[f64],
    store: &Store,
    entry: &super::index::Entry,
) -> f64 {
    let mut sum = 0.0;
    let mut plain = 0;
    for (_, term, range) in here {
        let t = &query.terms[*term];
        if !t.positive {
            continue;
        }
        plain += usize::from(t.plain);
        let mut counts = [0.0; FIELDS];
        for place in &places[*term][range.clone()] {
            counts[entry.field(entry.sentence(place.pos))] += 1.0;
        }
        let mut frequency = 0.0;
        for (f, count) in counts.iter().enumerate().filter(|(_, c)| **c > 0.0) {
            let relative = f64::from(entry.lengths[f]) / store.mean_length(f);
            let norm = 1.0 - LENGTH[f] + LENGTH[f] * relative;
            frequency += FIELD_WEIGHTS[f] * count / norm;
        }
        sum += f64::from(t.count) * weights[*term] * (SATURATION + 1.0) * frequency
            / (SATURATION + frequency);
    }
    let wanted = query.terms.iter().filter(|t| t.positive && t.plain).count();
    if wanted > 1 && plain == wanted {
        let most = query.terms.iter().zip(weights).filter(|(t, _)| t.positive);
        sum += most.map(|(t, w)| f64::from(t.count) * w * (SATURATION + 1.0)).sum::<f64>();
    }
    // A query without words gives every article the same score.
    if sum > 0.0 { sum } else { 1.0 }
}

/// Whether an article in which these terms occur is an answer.
fn matches(node: &Node, occurs: &[bool], query: &Query, meta: &Meta) -> bool {
    let hit = |node: &Node| matches(node, occurs, query, meta);
    match node {
        Node::Term(i) => occurs[*i],
        Node::Where(filter) => meta.meets(filter),
        Node::Not(inner) => !hit(inner),
        Node::All(nodes) => nodes.iter().all(hit),
        Node::Any(nodes) => nodes.iter().any(hit),
        Node::Seq(nodes) => {
            let mut one = false;
            let mut optional = false;
            for node in nodes {
                if is_optional(node, query) {
                    optional = true;
                    one |= hit(node);
                } else if !hit(node) {
                    return false;
                } else {
                    one |= !node.is_condition();
                }
            }
            one || !optional
        }
    }
}

/// Whether a member of a sequence need not occur.
pub(super) fn is_optional(node: &Node, query: &Query) -> bool {
    matches!(node, Node::Term(i) if query.terms[*i].plain)
}
