//! Which words are taken for each other: synonyms, and words of like spelling.
//!
//! Found once for all words that are to be compared. Two stems are spelt alike if the sets of their letter
//! trigrams have a Dice coefficient of at least [`SPELLING`]; only stems that share one of the rarer
//! trigrams of either are looked at (prefix filtering; Chaudhuri, Ganti, Kaushik, ICDE 2006).

use crate::order::{Order, sort_numbers};

/// How strongly synonyms match.
const SYNONYM: f64 = 0.7;
/// Words match by spelling if their letter trigrams have at least this Dice coefficient.
const SPELLING: f64 = 0.55;
/// A trigram of more stems than this says nothing: text made of one pattern would take for ever.
const CROWDED: usize = 2_000;
/// A stem is taken for no more others than this.
const MOST: usize = 64;

/// Stems by key, and for each the keys that it is taken for.
#[derive(Clone, Debug, Default)]
pub struct Alike {
    stems: Vec<String>,
    /// In order of key, with the strength of the match, above 0 and at most 1.
    to: Vec<Vec<(u32, f64)>>,
}

impl Alike {
    /// Of stems by key, each once; a key that is no word has an empty one. `groups` tells the groups of
    /// synonyms that a stem belongs to.
    #[inline(never)]
    pub fn of(stems: Vec<String>, groups: fn(&str) -> &'static [u16]) -> Self {
        let to = vec![Vec::new(); stems.len()];
        let mut out = Self { stems, to };
        out.synonyms(groups);
        out.spelling();
        for list in &mut out.to {
            list.order_by_key(|(key, _)| *key);
        }
        out
    }

    /// The keys that a key is taken for, in order.
    pub fn to(&self, key: u32) -> &[(u32, f64)] {
        self.to.get(key as usize).map_or(&[], Vec::as_slice)
    }

    /// Two stems in alphabetical order.
    pub fn pair(&self, a: u32, b: u32) -> (&str, &str) {
        let stem = |key: u32| self.stems.get(key as usize).map_or("", String::as_str);
        let (x, y) = (stem(a), stem(b));
        if x < y { (x, y) } else { (y, x) }
    }

    /// Joins two keys, unless they are or either has too many.
    fn join(&mut self, a: usize, b: usize, strength: f64) {
        let room = |list: &Vec<(u32, f64)>| list.len() < MOST;
        let known = self.to[a].iter().any(|(key, _)| *key as usize == b);
        if !known && room(&self.to[a]) && room(&self.to[b]) {
            self.to[a].push((b as u32, strength));
            self.to[b].push((a as u32, strength));
        }
    }

    fn synonyms(&mut self, groups: fn(&str) -> &'static [u16]) {
        // Group and key.
        let mut members: Vec<u64> = Vec::new();
        for (key, stem) in (0u64..).zip(&self.stems).filter(|(_, stem)| !stem.is_empty()) {
            members.extend(groups(stem).iter().map(|group| u64::from(*group) << 32 | key));
        }
        sort_numbers(&mut members);
        for group in members.chunk_by(|a, b| a >> 32 == b >> 32) {
            for (i, a) in group.iter().enumerate() {
                for b in &group[i + 1..] {
                    self.join(*a as u32 as usize, *b as u32 as usize, SYNONYM);
                }
            }
        }
    }

    fn spelling(&mut self) {
        // Trigram and key, so that those with a trigram stand together.
        let mut rows: Vec<u64> = Vec::new();
        for (key, stem) in (0u64..).zip(&self.stems) {
            rows.extend(trigrams(stem).into_iter().map(|t| t << 32 | key));
        }
        sort_numbers(&mut rows);
        rows.dedup();
        let with: Vec<&[u64]> = rows.chunk_by(|a, b| a >> 32 == b >> 32).collect();
        // For each key its trigrams as numbers in `with`, in order.
        let mut of: Vec<Vec<u32>> = vec![Vec::new(); self.stems.len()];
        for (number, keys) in (0u32..).zip(&with) {
            for key in *keys {
                of[*key as u32 as usize].push(number);
            }
        }
        let mut seen = vec![false; self.stems.len()];
        let mut rarest: Vec<u64> = Vec::new();
        let mut met: Vec<usize> = Vec::new();
        for (key, own) in of.iter().enumerate() {
            let len = |number: u32| with[number as usize].len();
            rarest.clear();
            rarest.extend(own.iter().map(|n| (len(*n) as u64) << 32 | u64::from(*n)));
            sort_numbers(&mut rarest);
            // Any stem that is alike has at least this part of the trigrams, so one of the others too.
            let least = (own.len() as f64 * SPELLING / (2.0 - SPELLING) - 1e-9).ceil() as usize;
            rarest.truncate(own.len() + 1 - least.min(own.len()).max(1));
            for number in rarest.iter().map(|n| *n as u32).filter(|n| len(*n) <= CROWDED) {
                for other in with[number as usize].iter().map(|row| *row as u32 as usize) {
                    if other < key && !seen[other] {
                        seen[other] = true;
                        met.push(other);
                    }
                }
            }
            for other in met.drain(..) {
                seen[other] = false;
                let dice = dice(own, &of[other]);
                if dice >= SPELLING {
                    self.join(key, other, dice);
                }
            }
        }
    }
}

/// Dice coefficient of two sets, as ordered lists.
fn dice(a: &[u32], b: &[u32]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0u32);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += u32::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    2.0 * f64::from(shared) / (a.len() + b.len()) as f64
}

/// The letter trigrams of a stem as numbers; none for short ones, figures and other scripts.
fn trigrams(stem: &str) -> Vec<u64> {
    let spelt = (4..=40).contains(&stem.len())
        && stem.is_ascii()
        && !stem.bytes().any(|c| c.is_ascii_digit());
    let number = |w: &[u8]| w.iter().fold(0, |n, b| n << 8 | u64::from(*b));
    if spelt { stem.as_bytes().windows(3).map(number).collect() } else { Vec::new() }
}
