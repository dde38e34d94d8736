//! The comparison under [`super::similarity`] and [`crate::claim::align`]: which features of two
//! sentences match, and how much of their weight that is.
//!
//! After the aligned-words measure of Sultan, Bethard and Sumner (SemEval 2014, task 10): the
//! share of content that can be paired one to one. Here features carry weights and pairs carry a
//! strength: 1 for the same stem, less for synonyms and for words of like spelling.

use crate::map::ByName;
use crate::order::Order;
use std::sync::OnceLock;

/// How strongly synonyms match.
const SYNONYM: f64 = 0.7;
/// Words match by spelling if their letter trigrams have at least this Dice coefficient.
const SPELLING: f64 = 0.55;
/// Features beyond this number that match nothing exactly are not tried by synonym and spelling.
const LOOSE: usize = 40;

/// One thing a sentence says, reduced to what can be compared.
#[derive(Clone, Debug)]
pub(crate) struct Feature<'a> {
    /// Features with the same key are the same.
    pub key: u32,
    /// Stem to compare by synonym and spelling; empty where only the key counts.
    pub stem: &'a str,
    /// What helps to compare the stem.
    pub look: Look,
    /// How much it says; above 0.
    pub weight: f64,
    /// Token or other place that it is made from.
    pub at: usize,
}

/// What is worked out once for a stem that is compared with many others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Groups of synonyms that it belongs to.
    groups: &'static [u16],
    /// One bit for each letter trigram; stems that share none have no trigram in common.
    trigrams: u128,
    /// How many different trigrams there are; a bit may stand for several.
    different: u32,
}

impl Look {
    pub fn of(stem: &str) -> Self {
        let spelt = (4..=40).contains(&stem.len())
            && stem.is_ascii()
            && !stem.bytes().any(|c| c.is_ascii_digit());
        let bit = |w: &[u8]| {
            let n = w.iter().fold(0u32, |n, b| n.wrapping_mul(31).wrapping_add(u32::from(*b)));
            1u128 << (n % 127)
        };
        let windows = if spelt { stem.as_bytes().windows(3) } else { [].windows(3) };
        let different = if spelt { trigrams(stem.as_bytes()).count() as u32 } else { 0 };
        Self { groups: groups(stem), trigrams: windows.fold(0, |m, w| m | bit(w)), different }
    }

    /// Whether two stems may have trigrams enough in common: those whose bits they share, and those
    /// that another of the same stem hides.
    fn may_be_spelt_alike(&self, other: &Self) -> bool {
        let both = (self.trigrams & other.trigrams).count_ones();
        let hidden = |look: &Self| look.different.saturating_sub(look.trigrams.count_ones());
        both > 0 && dice(both + hidden(self).min(hidden(other)), self, other) >= SPELLING
    }
}

/// What two sentences have in common.
#[derive(Clone, Debug, Default)]
pub(crate) struct Common {
    /// Pairs of indices into the two lists with the strength of the match, 0 to 1.
    pub pairs: Vec<(usize, usize, f64)>,
    /// Weight of the first list that is matched.
    pub first: f64,
    /// Weight of the second list that is matched.
    pub second: f64,
}

/// Pairs the features of two sentences one to one. Both lists are ordered by key. Synonyms and
/// words of like spelling are tried only where `worth` says so of what matches exactly.
pub(crate) fn common(
    a: &[Feature<'_>],
    b: &[Feature<'_>],
    worth: impl Fn(&Common) -> bool,
) -> Common {
    let mut pairs = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x.key == y.key => {
                pairs.push((i, j, 1.0));
                i += 1;
                j += 1;
            }
            (Some(x), y) if y.is_none_or(|y| x.key < y.key) => {
                left.push(i);
                i += 1;
            }
            _ => {
                right.push(j);
                j += 1;
            }
        }
    }
    let exact = weighed(a, b, pairs);
    if !worth(&exact) {
        return exact;
    }
    let mut pairs = exact.pairs;
    loose(a, b, &mut left, &mut right, &mut pairs);
    weighed(a, b, pairs)
}

fn weighed(a: &[Feature<'_>], b: &[Feature<'_>], pairs: Vec<(usize, usize, f64)>) -> Common {
    let first = pairs.iter().map(|(i, _, s)| a[*i].weight * s).sum();
    let second = pairs.iter().map(|(_, j, s)| b[*j].weight * s).sum();
    Common { pairs, first, second }
}

/// Pairs what is left by synonym and spelling, the strongest first.
fn loose(
    a: &[Feature<'_>],
    b: &[Feature<'_>],
    left: &mut Vec<usize>,
    right: &mut Vec<usize>,
    pairs: &mut Vec<(usize, usize, f64)>,
) {
    left.retain(|i| !a[*i].stem.is_empty());
    right.retain(|j| !b[*j].stem.is_empty());
    left.truncate(LOOSE);
    right.truncate(LOOSE);
    let mut found: Vec<(usize, usize, f64)> = Vec::new();
    for i in left.iter() {
        for j in right.iter() {
            let strength = alike(&a[*i], &b[*j]);
            if strength > 0.0 {
                found.push((*i, *j, strength));
            }
        }
    }
    // Keys and stems break ties, so that the order of the two sentences does not matter.
    let tie = |(i, j, _): &(usize, usize, f64)| {
        let (x, y) = (a[*i].stem, b[*j].stem);
        if x < y { (x, y) } else { (y, x) }
    };
    found.order_by(|p, q| q.2.total_cmp(&p.2).then_with(|| tie(p).cmp(&tie(q))));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    for (i, j, strength) in found {
        if !used_a[i] && !used_b[j] {
            used_a[i] = true;
            used_b[j] = true;
            pairs.push((i, j, strength));
        }
    }
}

/// How alike two different stems are, from 0 to 1.
fn alike(a: &Feature<'_>, b: &Feature<'_>) -> f64 {
    if a.look.groups.iter().any(|g| b.look.groups.contains(g)) {
        return SYNONYM;
    }
    if !a.look.may_be_spelt_alike(&b.look) {
        return 0.0;
    }
    let (x, y) = (start(a.stem), start(b.stem));
    let shared = trigrams(x).filter(|t| y.windows(3).any(|other| other == *t)).count();
    let dice = dice(shared as u32, &a.look, &b.look);
    if dice >= SPELLING { dice } else { 0.0 }
}

/// Dice coefficient of the trigrams of two stems of which so many are shared.
fn dice(shared: u32, a: &Look, b: &Look) -> f64 {
    2.0 * f64::from(shared) / f64::from(a.different + b.different)
}

/// Words that differ differ here; nothing that is longer is a word.
fn start(stem: &str) -> &[u8] {
    let bytes = stem.as_bytes();
    bytes.get(..40).unwrap_or(bytes)
}

/// The trigrams, each once.
fn trigrams(stem: &[u8]) -> impl Iterator<Item = &[u8]> {
    let all = stem.windows(3);
    all.clone()
        .enumerate()
        .filter(move |(i, t)| !all.clone().take(*i).any(|e| e == *t))
        .map(|(_, t)| t)
}

/// The groups of `lexicon/synonyms.tsv` that have a word of this stem.
fn groups(stem: &str) -> &'static [u16] {
    static GROUPS: OnceLock<ByName<Vec<u16>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let mut groups: ByName<Vec<u16>> = ByName::default();
        for (group, [_, words]) in crate::lexicon::SYNONYMS.rows::<2>().enumerate() {
            for word in crate::lexicon::list(words) {
                groups.slot(&crate::text::stem(word)).push(group as u16);
            }
        }
        groups
    });
    groups.get(stem).map_or(&[], Vec::as_slice)
}
