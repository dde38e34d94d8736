//! Forms that are written almost like a word.
//!
//! Each form has a signature: its length and which letters it has. An edit changes the length by at
//! most one and the set of letters by at most one letter gone and one come; so most forms are ruled out
//! by one machine word, and edits are counted for the rest only.

use super::dictionary::Dictionary;
use crate::order::Order;

/// Most edits that are looked for.
const MOST: u32 = 3;

/// Forms by their number of letters, each with the letters that it has.
#[derive(Clone, Debug, Default)]
pub(super) struct Signatures(Vec<Vec<Signature>>);

#[derive(Clone, Copy, Debug)]
struct Signature {
    /// A bit for each letter; those beyond a to z share six.
    letters: u32,
    form: u32,
}

/// The letters of a text as bits, and their number.
fn signature(text: &str) -> (u32, usize) {
    text.chars().fold((0, 0), |(letters, length), c| {
        let code = u32::from(c);
        let bit = if c.is_ascii_lowercase() { code - 97 } else { 26 + code % 6 };
        (letters | 1 << bit, length + 1)
    })
}

impl Signatures {
    /// Enters a form; those too long to be like any other are left out.
    pub fn enter(&mut self, form: u32, text: &str) {
        let (letters, length) = signature(text);
        if length <= (u64::BITS + MOST) as usize {
            if self.0.len() <= length {
                self.0.resize(length + 1, Vec::new());
            }
            self.0[length].push(Signature { letters, form });
        }
    }

    /// The forms that may be at most `edits` edits away from a text.
    #[inline(never)]
    fn near(&self, text: &str, edits: u32, found: &mut Vec<u32>) {
        let (own, length) = signature(text);
        let from = length.saturating_sub(edits as usize).min(self.0.len());
        let to = (length + edits as usize + 1).min(self.0.len());
        for list in self.0.get(from..to).unwrap_or(&[]) {
            for Signature { letters, form } in list {
                let (gone, come) = (own & !letters, letters & !own);
                if gone.count_ones() <= edits && come.count_ones() <= edits {
                    found.push(*form);
                }
            }
        }
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|list| 8 * list.capacity()).sum()
    }
}

impl Dictionary {
    /// The forms at most `edits` edits away from `text` (0 to 3), with their distance, in order of text.
    /// Edits are insertions, deletions, exchanges, and swaps of two neighbours (optimal string
    /// alignment; Damerau 1964). Words of more than 64 letters are like none.
    #[inline(never)]
    pub fn like(&self, text: &str, edits: u32) -> Vec<(u32, u32)> {
        let edits = edits.min(MOST);
        let mut found = Vec::new();
        let Some(word) = Word::new(text) else { return found };
        let mut near = Vec::new();
        self.signatures().near(text, edits, &mut near);
        for form in near {
            let distance = word.distance(self.text(form));
            if distance <= edits {
                found.push((form, distance));
            }
        }
        found.order_by(|a: &(u32, u32), b| self.text(a.0).cmp(self.text(b.0)));
        found
    }
}

/// A word whose distance to others is asked: for each letter the places where it has it, as bits.
struct Word {
    plain: [u64; 128],
    others: Vec<(char, u64)>,
    length: u32,
}

impl Word {
    /// A word of 1 to 64 letters.
    fn new(text: &str) -> Option<Self> {
        let mut word = Self { plain: [0; 128], others: Vec::new(), length: 0 };
        for c in text.chars() {
            let bit = 1u64.checked_shl(word.length)?;
            word.length += 1;
            match word.plain.get_mut(c as usize) {
                Some(places) => *places |= bit,
                None => match word.others.iter_mut().find(|(known, _)| *known == c) {
                    Some((_, places)) => *places |= bit,
                    None => word.others.push((c, bit)),
                },
            }
        }
        (word.length > 0).then_some(word)
    }

    fn places(&self, c: char) -> u64 {
        match self.plain.get(c as usize) {
            Some(places) => *places,
            None => self.others.iter().find(|(known, _)| *known == c).map_or(0, |(_, p)| *p),
        }
    }

    /// The number of edits to `other`: a column of the table of distances at a time, as bits of its
    /// differences (Hyyrö: A bit-vector algorithm for computing Levenshtein and Damerau edit
    /// distances, 2003).
    #[inline(never)]
    fn distance(&self, other: &str) -> u32 {
        let last = 1u64 << (self.length - 1);
        let mut distance = self.length;
        let (mut more, mut less) = (u64::MAX, 0u64);
        let (mut diagonal, mut before) = (0u64, 0u64);
        for c in other.chars() {
            let places = self.places(c);
            let swap = ((!diagonal & places) << 1) & before;
            diagonal = (((places & more).wrapping_add(more)) ^ more) | places | less | swap;
            let right_more = less | !(diagonal | more);
            let right_less = diagonal & more;
            distance += u32::from(right_more & last != 0);
            distance -= u32::from(right_less & last != 0);
            let right_more = right_more << 1 | 1;
            more = right_less << 1 | !(diagonal | right_more);
            less = right_more & diagonal;
            before = places;
        }
        distance
    }
}
