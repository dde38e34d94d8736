//! Which articles match, and in what order: the query as the postings understand it.

use super::actors::Actors;
use super::index::{Place, Store};
use super::matches;
use super::query::{Node, Query};
use crate::order::Order;
use parallax_engine::postings::{self, Source, Tree};

/// Where more articles than this are asked for, the places of a term are read for all at once.
const FEW: usize = 200;

/// A matching article before it is explained.
pub(super) struct Found {
    /// Number of the article.
    pub article: usize,
    pub score: f64,
    /// For each term that occurs: its index, and its places as a range of its list.
    pub terms: Vec<(usize, std::ops::Range<usize>)>,
}

/// What ranking found out.
#[derive(Default)]
pub(super) struct Ranked {
    /// Matching articles, best first; at most as many as asked for.
    pub found: Vec<Found>,
    /// How many match.
    pub total: usize,
    /// For each term its places, at least in the articles found.
    pub places: Vec<Vec<Place>>,
    /// For each term its weight: how rare it is.
    pub weights: Vec<f64>,
}

/// The numbers of the best articles and their scores, and how many match.
pub(super) fn best(
    query: &Query,
    top: usize,
    store: &Store,
    actors: &Actors,
) -> (Vec<(usize, f32)>, usize) {
    let Some((_, ranking)) = ranking(query, top, store, actors) else { return (Vec::new(), 0) };
    let number = |(key, score): (u32, f32)| Some((store.postings.number(key)?, score));
    (ranking.best.into_iter().filter_map(number).collect(), ranking.total)
}

fn ranking(
    query: &Query,
    top: usize,
    store: &Store,
    actors: &Actors,
) -> Option<(Vec<postings::Term>, postings::Ranking)> {
    let root = query.root.as_ref()?;
    let wanted = query.terms.iter().filter(|t| t.positive && t.plain).count();
    let terms: Vec<postings::Term> = query
        .terms
        .iter()
        .map(|t| postings::Term {
            source: matches::source(t, store, actors),
            exact: matches::exact(t, store),
            boost: if t.positive { t.count.max(1) as f32 } else { 0.0 },
            wanted: wanted > 1 && t.positive && t.plain,
        })
        .collect();
    let ranking = postings::rank(&store.postings, &terms, &tree(root, query, store), top);
    Some((terms, ranking))
}

pub(super) fn rank(query: &Query, top: usize, store: &Store, actors: &Actors) -> Ranked {
    let Some((terms, ranking)) = ranking(query, top, store, actors) else {
        return Ranked::default();
    };
    let mut keys: Vec<u32> = ranking.best.iter().map(|(key, _)| *key).collect();
    keys.order();
    let places: Vec<Vec<Place>> = terms
        .into_iter()
        .map(|term| match term.source {
            Source::Places(places) => places,
            Source::Forms(forms) if keys.len() > FEW => store.places(&forms),
            Source::Forms(forms) => {
                let mut out = Vec::new();
                for key in &keys {
                    store.postings.places_in(&forms, *key, &mut out);
                }
                out
            }
        })
        .collect();
    let found = ranking.best.iter().filter_map(|(key, score)| {
        let (article, _) = store.entry(*key)?;
        let positive = query.terms.iter().zip(&places).enumerate().filter(|(_, (t, _))| t.positive);
        let here = positive.filter_map(|(i, (_, places))| {
            let from = places.partition_point(|p| p.doc < *key);
            let here = places.get(from..)?.partition_point(|p| p.doc == *key);
            (here > 0).then_some((i, from..from + here))
        });
        Some(Found { article, score: f64::from(*score), terms: here.collect() })
    });
    Ranked {
        found: found.collect(),
        total: ranking.total,
        weights: ranking.rarity.iter().map(|w| f64::from(*w)).collect(),
        places,
    }
}

/// What an article must be like, of terms and lists of articles.
fn tree(node: &Node, query: &Query, store: &Store) -> Tree {
    let all = |nodes: &[Node]| nodes.iter().map(|n| tree(n, query, store)).collect();
    match node {
        Node::Term(i) => Tree::Term(*i),
        Node::Where(filter) => {
            let met = store.all().filter(|article| article.meta().meets(filter));
            Tree::Documents(met.map(|article| article.key()).collect())
        }
        Node::Not(inner) => Tree::Not(Box::new(tree(inner, query, store))),
        Node::All(nodes) => Tree::All(all(nodes)),
        Node::Any(nodes) => Tree::Any(all(nodes)),
        Node::Seq(nodes) => {
            let (optional, required): (Vec<&Node>, Vec<&Node>) =
                nodes.iter().partition(|n| is_optional(n, query));
            // Where nothing else is looked for, one of the plain words must occur.
            let one = !optional.is_empty() && required.iter().all(|n| n.is_condition());
            let mut parts: Vec<Tree> = required.iter().map(|n| tree(n, query, store)).collect();
            if one {
                parts.push(Tree::Any(optional.iter().map(|n| tree(n, query, store)).collect()));
            }
            Tree::All(parts)
        }
    }
}

/// Whether a member of a sequence need not occur.
pub(super) fn is_optional(node: &Node, query: &Query) -> bool {
    matches!(node, Node::Term(i) if query.terms[*i].plain)
}
