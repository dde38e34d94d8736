//! What two sentences say in the same words: quotations, and text that both took over.

use crate::claim::similar::words::Word;
use crate::order::Order;

/// So many words in a row are the same by intent, not by chance.
const RUN: usize = 4;

/// The runs of words in a sentence.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// Hash of every [`RUN`] words in a row, with the place of the first; ordered.
    starts: Vec<(u32, u32)>,
    words: usize,
}

impl Runs {
    pub fn of(words: &[Word]) -> Self {
        let hashes: Vec<u32> = words.iter().map(|w| w.stem.bytes().fold(0, step)).collect();
        let mut starts: Vec<(u32, u32)> = hashes
            .windows(RUN)
            .enumerate()
            .map(|(at, run)| (run.iter().fold(0, |h, w| step(h ^ w, 1)), at as u32))
            .collect();
        starts.order();
        Self { starts, words: words.len() }
    }

    /// The share of the shorter sentence's words that stand in runs of the other too, 0 to 1.
    pub fn shared(&self, other: &Self) -> f64 {
        let (short, long) = if self.words <= other.words { (self, other) } else { (other, self) };
        let mut places: Vec<u32> = Vec::new();
        let mut rest = long.starts.as_slice();
        for (hash, at) in &short.starts {
            while rest.first().is_some_and(|(h, _)| h < hash) {
                rest = rest.get(1..).unwrap_or(&[]);
            }
            match rest.first() {
                Some((h, _)) if h == hash => places.push(*at),
                Some(_) => {}
                None => break,
            }
        }
        places.order();
        let ends = places.iter().skip(1).map(|p| *p as usize).chain([usize::MAX]);
        let covered: usize = places.iter().zip(ends).map(|(p, e)| RUN.min(e - *p as usize)).sum();
        covered as f64 / short.words.max(1) as f64
    }
}

/// A step of a hash (FNV).
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(16_777_619).rotate_left(5)
}
