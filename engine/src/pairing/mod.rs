//! Sentences as lists of features: which features of two match, how much of their weight that is, and
//! which sentences are worth comparing.
//!
//! After the aligned-words measure of Sultan, Bethard and Sumner (SemEval 2014, task 10): the
//! share of content that can be paired one to one. Here features carry weights and pairs carry a
//! strength: 1 for the same stem, less for synonyms and for words of like spelling.

mod alike;
mod candidates;
mod runs;

pub use alike::Alike;
pub use candidates::Candidates;
pub use runs::Runs;

use crate::order::Order;

/// One thing a sentence says, reduced to what can be compared.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// Features with the same key are the same.
    pub key: u32,
    /// Whether it may be taken for others by synonym and spelling; otherwise only the key counts.
    pub word: bool,
    /// How much it says; above 0.
    pub weight: f64,
    /// Token or other place that it is made from.
    pub at: usize,
}

/// What two sentences have in common.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// Pairs of indices into the two lists with the strength of the match, 0 to 1.
    pub pairs: Vec<(usize, usize, f64)>,
    /// Weight of the first list that is matched.
    pub first: f64,
    /// Weight of the second list that is matched.
    pub second: f64,
}

impl Common {
    fn weigh(&mut self, a: &[Feature], b: &[Feature]) {
        self.first = self.pairs.iter().map(|(i, _, s)| a[*i].weight * s).sum();
        self.second = self.pairs.iter().map(|(_, j, s)| b[*j].weight * s).sum();
    }
}

/// Pairs the features of two sentences; what it works with is kept from one pair of sentences to the next.
#[derive(Default)]
pub struct Pairing {
    common: Common,
    /// Features of each side that match nothing exactly.
    left: Vec<usize>,
    right: Vec<usize>,
    /// Matches by synonym and spelling.
    found: Vec<(usize, usize, f64)>,
    used: [Vec<bool>; 2],
}

impl Pairing {
    /// Pairs the features of two sentences one to one. Both lists are ordered by key. Synonyms and
    /// words of like spelling are tried only where what matches exactly weighs at least `enough` on both
    /// sides together.
    #[inline(never)]
    pub fn common(&mut self, a: &[Feature], b: &[Feature], alike: &Alike, enough: f64) -> &Common {
        self.common.pairs.clear();
        self.left.clear();
        self.right.clear();
        let (mut i, mut j) = (0, 0);
        while i < a.len() || j < b.len() {
            match (a.get(i), b.get(j)) {
                (Some(x), Some(y)) if x.key == y.key => {
                    self.common.pairs.push((i, j, 1.0));
                    i += 1;
                    j += 1;
                }
                (Some(x), y) if y.is_none_or(|y| x.key < y.key) => {
                    if x.word {
                        self.left.push(i);
                    }
                    i += 1;
                }
                (_, y) => {
                    if y.is_some_and(|y| y.word) {
                        self.right.push(j);
                    }
                    j += 1;
                }
            }
        }
        self.common.weigh(a, b);
        if self.common.first + self.common.second >= enough && self.loose(a, b, alike) {
            self.common.weigh(a, b);
        }
        &self.common
    }

    /// Pairs what is left by synonym and spelling, the strongest first; whether there is any.
    fn loose(&mut self, a: &[Feature], b: &[Feature], alike: &Alike) -> bool {
        self.found.clear();
        // Most keys are not on the other side; a bit for each (as in a Bloom filter) tells so at once.
        let slot = |key: u32| ((key / 64 % 4) as usize, 1u64 << (key % 64));
        let mut there = [0u64; 4];
        for (at, bit) in self.right.iter().map(|j| slot(b[*j].key)) {
            there[at] |= bit;
        }
        let may_be = |(key, _): &&(u32, f64)| {
            let (at, bit) = slot(*key);
            there[at] & bit != 0
        };
        for i in &self.left {
            for (key, strength) in alike.to(a[*i].key).iter().filter(may_be) {
                let from = self.right.partition_point(|j| b[*j].key < *key);
                let same = self.right.iter().skip(from).take_while(|j| b[**j].key == *key);
                self.found.extend(same.map(|j| (*i, *j, *strength)));
            }
        }
        if self.found.is_empty() {
            return false;
        }
        // Stems break ties, so that the order of the two sentences does not matter.
        let tie = |(i, j, _): &(usize, usize, f64)| alike.pair(a[*i].key, b[*j].key);
        self.found.order_by(|p, q| q.2.total_cmp(&p.2).then_with(|| tie(p).cmp(&tie(q))));
        for (used, list) in self.used.iter_mut().zip([a, b]) {
            used.clear();
            used.resize(list.len(), false);
        }
        let [used_a, used_b] = &mut self.used;
        for (i, j, strength) in &self.found {
            if !used_a[*i] && !used_b[*j] {
                used_a[*i] = true;
                used_b[*j] = true;
                self.common.pairs.push((*i, *j, *strength));
            }
        }
        true
    }
}
