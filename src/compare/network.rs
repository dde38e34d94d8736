//! Who is named together: pairs of actors in one sentence or paragraph, and how much oftener than
//! chance would have it.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::order::Order;
use crate::span::Span;

/// Within what two actors count as named together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// One sentence.
    #[default]
    Sentence,
    /// One paragraph, caption or headline.
    Paragraph,
}

/// A sentence or paragraph that names both actors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Index of the article.
    pub article: usize,
    /// The first sentence that names one of them.
    pub from: usize,
    /// The last one; in a sentence the same.
    pub to: usize,
    /// Where they are named.
    pub spans: Vec<Span>,
}

/// Two actors of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Index into the network's actors.
    pub a: usize,
    /// Index into the network's actors, above `a`.
    pub b: usize,
    /// In how many units both are named.
    pub together: usize,
}

/// Actors and the pairs of them that are named together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// In how many units each actor is named, parallel to the actors asked for.
    pub named: Vec<usize>,
    /// All units, with and without names.
    pub units: usize,
    /// Pairs that are named together at least once, in order of their actors.
    pub pairs: Vec<Pair>,
}

/// The number of the unit of a sentence in its article.
fn unit_of(analysis: &Analysis, unit: Unit, article: usize, sentence: usize) -> usize {
    match unit {
        Unit::Sentence => sentence,
        Unit::Paragraph => {
            let sentences = analysis.articles.get(article).map(|a| &a.doc.sentences);
            sentences.and_then(|s| s.get(sentence)).map_or(sentence, |s| s.block)
        }
    }
}

/// A mention as it is compared here: article, unit, which actor, sentence, place.
type Place = (usize, usize, usize, usize, Span);

fn apart(a: Span, b: Span) -> bool {
    a.end <= b.start || b.end <= a.start
}

/// Whether two groups of mentions hold two that do not overlap. A name inside another one ("US" in
/// "US-led coalition") is not named beside it.
fn both(a: &[Place], b: &[Place]) -> bool {
    a.iter().any(|x| b.iter().any(|y| apart(x.4, y.4)))
}

/// Every unit that names both actors, in order of place.
pub fn together(analysis: &Analysis, a: usize, b: usize, unit: Unit) -> Vec<Together> {
    let mut places: Vec<Place> = Vec::new();
    for (which, actor) in [a, b].into_iter().enumerate() {
        for (at, m) in analysis.counted_mentions(actor) {
            let unit = unit_of(analysis, unit, at.article, m.sentence);
            places.push((at.article, unit, which, m.sentence, m.span));
        }
    }
    places.order();
    let mut out = Vec::new();
    for group in places.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let (of_a, of_b) = group.split_at(group.partition_point(|p| p.2 == 0));
        if both(of_a, of_b) {
            let sentences = || group.iter().map(|p| p.3);
            out.push(Together {
                article: group[0].0,
                from: sentences().min().unwrap_or(0),
                to: sentences().max().unwrap_or(0),
                spans: group.iter().map(|p| p.4).collect(),
            });
        }
    }
    out
}

/// The network of these actors in these articles.
pub fn network(analysis: &Analysis, articles: &Column, actors: &[usize], unit: Unit) -> Network {
    let mut places: Vec<Place> = Vec::new();
    for (which, actor) in actors.iter().enumerate() {
        for (at, m) in analysis.counted_mentions(*actor) {
            if column_of(std::slice::from_ref(articles), at.article).is_some() {
                let unit = unit_of(analysis, unit, at.article, m.sentence);
                places.push((at.article, unit, which, m.sentence, m.span));
            }
        }
    }
    places.order();
    let size = actors.len();
    let mut named = vec![0; size];
    let mut together = vec![0; size * size];
    for group in places.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let actors: Vec<&[Place]> = group.chunk_by(|x, y| x.2 == y.2).collect();
        for (i, a) in actors.iter().enumerate() {
            let first = a[0].2;
            if let Some(n) = named.get_mut(first) {
                *n += 1;
            }
            for b in actors.iter().skip(i + 1) {
                if let (true, Some(n)) = (both(a, b), together.get_mut(first * size + b[0].2)) {
                    *n += 1;
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for a in 0..size {
        for b in a + 1..size {
            let together = together.get(a * size + b).copied().unwrap_or(0);
            if together > 0 {
                pairs.push(Pair { a, b, together });
            }
        }
    }
    let mut units = 0;
    for article in articles.iter().filter_map(|i| analysis.articles.get(*i)) {
        let sentences = &article.doc.sentences;
        units += match unit {
            Unit::Sentence => sentences.len(),
            Unit::Paragraph => sentences.chunk_by(|x, y| x.block == y.block).count(),
        };
    }
    Network { named, units, pairs }
}

impl Network {
    /// How often a pair is together and each of it is named at all.
    fn counts(&self, pair: &Pair) -> [f64; 4] {
        let named = |i: usize| self.named.get(i).copied().unwrap_or(0) as f64;
        [pair.together as f64, named(pair.a), named(pair.b), self.units as f64]
    }

    /// Normalised pointwise mutual information, from -1 (never together) over 0 (as often as
    /// chance would have it) to 1 (never apart): G. Bouma, "Normalized (pointwise) mutual information
    /// in collocation extraction", GSCL 2009, after K. Church and P. Hanks, "Word association
    /// norms, mutual information, and lexicography", Computational Linguistics 16(1), 1990.
    /// Pairs of rare names reach high values by accident; see [`Self::likelihood`].
    pub fn npmi(&self, pair: &Pair) -> f64 {
        let [together, a, b, units] = self.counts(pair);
        if together <= 0.0 || a <= 0.0 || b <= 0.0 {
            return -1.0;
        }
        // Both in every unit: nothing can be told.
        if together >= units {
            return 0.0;
        }
        (together * units / (a * b)).ln() / (units / together).ln()
    }

    /// The log-likelihood ratio G², with a minus where the pair is together more rarely than chance
    /// would have it: T. Dunning, "Accurate methods for the statistics of surprise and
    /// coincidence", Computational Linguistics 19(1), 1993. Above 3.84 for one pair in twenty, above
    /// 10.83 for one in a thousand, if units were drawn independently (they are not quite).
    pub fn likelihood(&self, pair: &Pair) -> f64 {
        let [together, a, b, units] = self.counts(pair);
        let term = |observed: f64, row: f64, column: f64| {
            if observed <= 0.0 || row <= 0.0 || column <= 0.0 {
                0.0
            } else {
                observed * (observed * units / (row * column)).ln()
            }
        };
        let (not_a, not_b) = (units - a, units - b);
        let neither = (units - a - b + together).max(0.0);
        let sum = term(together, a, b)
            + term(a - together, a, not_b)
            + term(b - together, not_a, b)
            + term(neither, not_a, not_b);
        let ratio = (2.0 * sum).max(0.0);
        if together * units < a * b { -ratio } else { ratio }
    }
}
