//! Which clauses of a sentence match, as bits.

use crate::claim::clause::Clause;
use crate::span::Span;

/// A set of clauses of one sentence. Those after the 63rd count as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clauses(u64);

/// The last bit.
const LAST: usize = 63;

impl Clauses {
    fn one(i: usize) -> Self {
        Self(1 << i.min(LAST))
    }

    /// All clauses of a sentence that has so many.
    pub(super) fn all(count: usize) -> Self {
        (0..count.clamp(1, LAST + 1)).fold(Self::default(), |set, i| set.with(Self::one(i)))
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have a clause in common.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The places of those of the first `count` clauses that are in the set.
    pub(super) fn first(self, count: usize) -> impl Iterator<Item = usize> {
        let mut rest = self.0 & ((1 << count.min(LAST)) - 1);
        std::iter::from_fn(move || {
            let place = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(place)
        })
    }

    /// The clauses by their places among those of the sentence, which has `count`.
    pub fn numbers(self, count: usize) -> impl Iterator<Item = usize> {
        (0..count).filter(move |i| self.meets(Self::one(*i)))
    }
}

/// The clauses of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Cut<'a>(pub &'a [Clause]);

impl Cut<'_> {
    /// The clause that a word stands in; empty for words in none, as "he said".
    pub fn at(self, word: Span) -> Clauses {
        let holds = |c: &Clause| {
            let i = c.spans.partition_point(|s| s.end <= word.start);
            c.spans.get(i).is_some_and(|s| s.start <= word.start)
        };
        self.0.iter().position(holds).map_or_else(Clauses::default, Clauses::one)
    }
}

/// How the weight of a match is spread over the clauses of a sentence.
#[derive(Default)]
pub(super) struct Spread(Vec<(Clauses, f64)>);

/// A clause with less than this share of the weight of the one with most has no part in a match.
const PART: f64 = 0.5;

impl Spread {
    /// Adds the weight of a word that stands in these clauses.
    pub fn add(&mut self, clauses: Clauses, weight: f64) {
        if clauses.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(c, _)| *c == clauses) {
            Some((_, sum)) => *sum += weight,
            None => self.0.push((clauses, weight)),
        }
    }

    /// The clauses that hold most of the weight; all of `otherwise` where none has any.
    pub fn most(&self, otherwise: Clauses) -> Clauses {
        let greatest = self.0.iter().map(|(_, w)| *w).fold(0.0, f64::max);
        let held = self.0.iter().filter(|(_, w)| *w >= PART * greatest);
        let set = held.fold(Clauses::default(), |set, (c, _)| set.with(*c));
        if set.is_empty() { otherwise } else { set }
    }
}
