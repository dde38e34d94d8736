//! Forms that are written almost like a word.
//!
//! Each form has a signature: its length and which letters it has. An edit changes the length by at
//! most one and the set of letters by at most one letter gone and one come; so most forms are ruled out
//! by two machine words, and edits are counted for the rest only, in the band of the table that can
//! matter (Ukkonen: Algorithms for approximate string matching, 1985).

use super::dictionary::Dictionary;

/// Words of more letters than this have no likeness but themselves.
const LONGEST: usize = 64;
/// Most edits that are looked for.
const MOST: u32 = 3;

/// The letters of a text as bits (letters beyond a to z share six), and its length.
pub(super) fn signature(text: &str) -> u64 {
    let mut letters = 0u32;
    let mut length = 0u32;
    for c in text.chars() {
        let code = u32::from(c);
        let bit = if c.is_ascii_lowercase() { code - 97 } else { 26 + code % 6 };
        letters |= 1 << bit;
        length += 1;
    }
    u64::from(length) << 32 | u64::from(letters)
}

/// Whether forms with these signatures may be at most `edits` edits apart.
fn may_be_near(a: u64, b: u64, edits: u32) -> bool {
    let (x, y) = (a as u32, b as u32);
    ((a >> 32) as u32).abs_diff((b >> 32) as u32) <= edits
        && (x & !y).count_ones() <= edits
        && (y & !x).count_ones() <= edits
}

impl Dictionary {
    /// The forms at most `edits` edits away from `text` (0 to 3), with their distance, in order of text.
    /// Edits are insertions, deletions, exchanges, and swaps of two neighbours (optimal string
    /// alignment; Damerau 1964). Joined spellings are not among them.
    pub fn like(&self, text: &str, edits: u32) -> Vec<(u32, u32)> {
        let edits = edits.min(MOST);
        let own = signature(text);
        let word: Vec<char> = text.chars().collect();
        let mut found = Vec::new();
        if word.is_empty() || word.len() > LONGEST {
            return found;
        }
        let mut letters: Vec<char> = Vec::new();
        for (form, signature) in (0..).zip(self.signatures()) {
            if may_be_near(own, *signature, edits) && self.width(form) == 1 {
                letters.clear();
                letters.extend(self.text(form).chars());
                let distance = distance(&word, &letters, edits as usize);
                if distance <= edits as usize {
                    found.push((form, distance as u32));
                }
            }
        }
        found.sort_unstable_by(|a, b| self.text(a.0).cmp(self.text(b.0)));
        found
    }
}

/// The number of edits, or any number above `most` where there are more; both have at most
/// [`LONGEST`] and `most` letters.
fn distance(a: &[char], b: &[char], most: usize) -> usize {
    const FAR: u8 = 100;
    const WIDTH: usize = LONGEST + MOST as usize + 2;
    // The row before the last one, the last one, and the one at hand.
    let (mut before, mut above) = ([FAR; WIDTH], [FAR; WIDTH]);
    for (j, cell) in above.iter_mut().enumerate().take(most + 1) {
        *cell = j as u8;
    }
    for (i, x) in a.iter().enumerate() {
        let mut row = [FAR; WIDTH];
        // Only cells within `most` of the diagonal can matter.
        let from = (i + 1).saturating_sub(most);
        let to = (i + 1 + most).min(b.len());
        let mut best = FAR;
        for j in from..=to {
            let mut value = (i + 1) as u8;
            if j > 0 {
                let change = above[j - 1] + u8::from(*x != b[j - 1]);
                value = change.min(above[j] + 1).min(row[j - 1] + 1);
                if i > 0 && j > 1 && *x == b[j - 2] && a[i - 1] == b[j - 1] {
                    value = value.min(before[j - 2] + 1);
                }
            }
            row[j] = value;
            best = best.min(value);
        }
        // Later rows follow from this one, or by a swap from the one before.
        let earlier = above.iter().copied().min().unwrap_or(FAR) + 1;
        if usize::from(best.min(earlier)) > most {
            return most + 1;
        }
        before = above;
        above = row;
    }
    usize::from(above[b.len()])
}
