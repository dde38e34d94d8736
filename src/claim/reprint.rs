//! Text that is printed twice: reprints, and copies of one agency report.
//!
//! Texts are compared by their shingles, the runs of a few words in a row that they hold: A. Broder, "On the
//! resemblance and containment of documents", 1997.

use crate::order::sort_numbers;
use crate::text::{Document, TokenKind};
use core::ops::Range;

/// Words of a shingle when whole articles are compared.
pub const OF_ARTICLES: usize = 5;
/// Words of a shingle when sentences are compared.
pub const OF_SENTENCES: usize = 3;
/// From this containment on, two articles are one text printed twice, or the one holds the other.
pub const SAME: f64 = 0.6;
/// From this containment on, two sentences are worded alike.
pub const WORDED_ALIKE: f64 = 0.7;
/// Sentences of fewer shingles are alike by accident.
const LEAST: usize = 4;

/// The shingles of a text, as numbers in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// The shingles of `width` words in these tokens; capitals and punctuation do not matter.
    pub fn of(doc: &Document, tokens: Range<usize>, width: usize) -> Self {
        let spoken = |i: &usize| {
            doc.tokens
                .get(*i)
                .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        };
        let words: Vec<u64> = tokens.filter(spoken).map(|i| number(doc.form(i))).collect();
        // The order of the words counts.
        let shingle = |run: &[u64]| run.iter().fold(0, |sum, word| mix(sum, *word));
        let mut all: Vec<u64> = words.windows(width.max(1)).map(shingle).collect();
        sort_numbers(&mut all);
        all.dedup();
        Self(all)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The share of the shorter text that the other holds too, from 0 to 1; 0 where one has no shingle.
    pub fn containment(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut both) = (0, 0, 0usize);
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            both += usize::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        both as f64 / self.len().min(other.len()).max(1) as f64
    }

    /// Whether two sentences are worded alike ([`WORDED_ALIKE`]).
    pub fn worded_alike(&self, other: &Self) -> bool {
        self.len().min(other.len()) >= LEAST && self.containment(other) >= WORDED_ALIKE
    }
}

/// The pairs of texts, by index, of which the shorter stands in the other by at least this share, with
/// the share; in order. Only texts with a shingle in common are compared.
pub fn contained(texts: &[&Shingles], least: f64) -> Vec<(usize, usize, f64)> {
    // The high part of a shingle and the text: enough to see which may be alike.
    const TEXT: u64 = (1 << 24) - 1;
    let mut rows: Vec<u64> = Vec::new();
    for (text, shingles) in (0u64..).zip(texts) {
        rows.extend(shingles.0.iter().map(|s| s & !TEXT | text.min(TEXT)));
    }
    sort_numbers(&mut rows);
    let text = |row: &u64| (row & TEXT) as usize;
    let shared: Vec<&[u64]> =
        rows.chunk_by(|a, b| a & !TEXT == b & !TEXT).filter(|texts| texts.len() > 1).collect();
    let mut of: Vec<Vec<u32>> = vec![Vec::new(); texts.len()];
    for (number, texts) in (0u32..).zip(&shared) {
        for row in *texts {
            of[text(row)].push(number);
        }
    }
    let mut out = Vec::new();
    let mut counts = vec![0usize; texts.len()];
    for (i, a) in texts.iter().enumerate() {
        counts.fill(0);
        for number in &of[i] {
            for row in shared[*number as usize] {
                counts[text(row)] += 1;
            }
        }
        for (j, b) in texts.iter().enumerate().skip(i + 1) {
            // Shingles of which the high parts are one may be two, so this is at least what both have.
            if counts[j] > 0 && counts[j] as f64 >= least * a.len().min(b.len()) as f64 {
                let share = a.containment(b);
                if share >= least {
                    out.push((i, j, share));
                }
            }
        }
    }
    out
}

/// A word as a number, the same everywhere.
fn number(word: &str) -> u64 {
    word.bytes().fold(0, |sum, byte| mix(sum, u64::from(byte)))
}

fn mix(sum: u64, next: u64) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (sum.rotate_left(5) ^ next).wrapping_mul(FACTOR);
    mixed ^ mixed >> 32
}
