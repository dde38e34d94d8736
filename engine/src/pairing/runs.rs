//! What two sentences say in the same words: quotations, and text that both took over.

use crate::order::sort_numbers;

/// So many words in a row are the same by intent, not by chance.
const RUN: usize = 4;

/// The runs of words in a sentence.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    /// Hash of every [`RUN`] words in a row, and the place of the first; ordered.
    starts: Vec<u64>,
    words: usize,
}

impl Runs {
    /// The runs of these stems.
    pub fn of(stems: &[&str]) -> Self {
        let hashes: Vec<u32> = stems.iter().map(|stem| stem.bytes().fold(0, step)).collect();
        let mut starts: Vec<u64> = (0u64..)
            .zip(hashes.windows(RUN))
            .map(|(at, run)| u64::from(run.iter().fold(0, |h, w| step(h ^ w, 1))) << 32 | at)
            .collect();
        sort_numbers(&mut starts);
        Self { starts, words: stems.len() }
    }

    /// The share of the shorter sentence's words that stand in runs of the other too, 0 to 1.
    #[inline(never)]
    pub fn shared(&self, other: &Self) -> f64 {
        let (short, long) = if self.words <= other.words { (self, other) } else { (other, self) };
        let mut places: Vec<u64> = Vec::new();
        let mut there = long.starts.iter().map(|row| row >> 32).peekable();
        for row in &short.starts {
            while there.next_if(|hash| *hash < row >> 32).is_some() {}
            match there.peek() {
                Some(hash) if *hash == row >> 32 => places.push(row & u64::from(u32::MAX)),
                Some(_) => {}
                None => break,
            }
        }
        if places.is_empty() {
            return 0.0;
        }
        sort_numbers(&mut places);
        let ends = places.iter().skip(1).map(|p| *p as usize).chain([usize::MAX]);
        let covered: usize = places.iter().zip(ends).map(|(p, e)| RUN.min(e - *p as usize)).sum();
        covered as f64 / short.words.max(1) as f64
    }
}

/// A step of a hash (FNV).
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(16_777_619).rotate_left(5)
}
