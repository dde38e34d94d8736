//! Forms that are written almost like a word.
//!
//! The forms are walked in order of their texts. A row of the table of edit distances (optimal
//! string alignment: insertions, deletions, exchanges, and swaps of two neighbours; Damerau 1964) is kept for each
//! letter of the current form, so that only what differs from the form before is computed; where a
//! whole row lies above the limit, all forms with that beginning are passed over.

use super::dictionary::Dictionary;

/// Words of more letters than this have no likeness but themselves.
const LONGEST: usize = 64;

impl Dictionary {
    /// The forms at most `edits` edits away from `text` (0 to 3), with their distance, in order of text.
    pub fn like(&self, text: &str, edits: u32) -> Vec<(u32, u32)> {
        let word: Vec<char> = text.chars().collect();
        let edits = edits.min(3) as usize;
        let sorted = self.in_order();
        let mut found = Vec::new();
        if word.is_empty() || word.len() > LONGEST {
            return found;
        }
        let width = word.len() + 1;
        // rows[d]: distances after d letters of the form.
        let mut rows: Vec<usize> = (0..width).collect();
        let mut letters: Vec<char> = Vec::new();
        let mut at = 0;
        while let Some(form) = sorted.get(at) {
            let text = self.text(*form);
            // Rows of the shared beginning stand.
            let shared = letters.iter().zip(text.chars()).take_while(|(a, b)| **a == *b).count();
            letters.truncate(shared);
            rows.truncate((shared + 1) * width);
            let mut beyond = false;
            for c in text.chars().skip(shared) {
                letters.push(c);
                let d = letters.len();
                let best = add_row(&mut rows, &word, &letters);
                if best > edits || d > word.len() + edits {
                    beyond = true;
                    break;
                }
            }
            if beyond {
                // Everything with this beginning is as far away.
                let beginning: String = letters.iter().collect();
                at = skip(sorted, at, |f| self.text(f).starts_with(&beginning));
                continue;
            }
            let distance = rows.last().copied().unwrap_or(usize::MAX);
            if distance <= edits {
                found.push((*form, distance as u32));
            }
            at += 1;
        }
        found
    }
}

/// Adds the row of the last letter; its least value.
fn add_row(rows: &mut Vec<usize>, word: &[char], letters: &[char]) -> usize {
    let width = word.len() + 1;
    let d = letters.len();
    let above = (d - 1) * width;
    let c = letters[d - 1];
    let mut left = d;
    let mut best = left;
    rows.push(left);
    for (j, w) in word.iter().enumerate() {
        let mut value = (rows[above + j] + usize::from(*w != c)).min(rows[above + j + 1] + 1);
        value = value.min(left + 1);
        if j > 0 && d > 1 && *w == letters[d - 2] && word[j - 1] == c {
            value = value.min(rows[above - width + j - 1] + 1);
        }
        best = best.min(value);
        rows.push(value);
        left = value;
    }
    // A later row follows from this one, or by a swap and one edit from the one before.
    if d > 1 {
        let before = &rows[above..above + width];
        best = best.min(before.iter().copied().min().unwrap_or(0) + 1);
    }
    best
}

/// The first place from `at` for which `inside` no longer holds, by doubling steps.
fn skip(sorted: &[u32], at: usize, inside: impl Fn(u32) -> bool) -> usize {
    let mut step = 1;
    while sorted.get(at + step).is_some_and(|f| inside(*f)) {
        step *= 2;
    }
    let to = (at + step).min(sorted.len());
    let rest = sorted.get(at..to).unwrap_or(&[]);
    at + rest.partition_point(|f| inside(*f))
}
