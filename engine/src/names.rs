//! Numbers for strings, kept in one stretch of text.

use std::ops::Range;

/// Distinct strings, numbered from 0 in the order in which they were entered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    text: String,
    /// Where each string ends in `text`.
    ends: Vec<u32>,
    /// Open addressing: a string's hash above its number and 1; 0 is a free place. Its length is a
    /// power of two.
    table: Vec<u64>,
}

impl Names {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string with this number; empty where there is none.
    pub fn get(&self, number: u32) -> &str {
        self.text.get(self.range(number)).unwrap_or("")
    }

    fn range(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        let from = number.checked_sub(1).and_then(|n| self.ends.get(n)).map_or(0, |e| *e as usize);
        from..self.ends.get(number).map_or(0, |e| *e as usize)
    }

    /// The same as [`Self::get`] in bytes, without a look at where characters begin.
    fn bytes_of(&self, number: u32) -> &[u8] {
        self.text.as_bytes().get(self.range(number)).unwrap_or(&[])
    }

    /// The number of a string, if it was entered.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.place(name, hash(name)).1
    }

    /// The number of a string, and whether it is new.
    #[inline(never)]
    pub fn enter(&mut self, name: &str) -> (u32, bool) {
        if (self.len() + 1) * 2 > self.table.len() {
            self.grow();
        }
        let hash = hash(name);
        let (place, known) = self.place(name, hash);
        if let Some(number) = known {
            return (number, false);
        }
        let number = self.len() as u32;
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        if let Some(slot) = self.table.get_mut(place) {
            *slot = u64::from(hash) << 32 | u64::from(number + 1);
        }
        (number, true)
    }

    /// The place of a string in the table, and its number if it is there.
    fn place(&self, name: &str, hash: u32) -> (usize, Option<u32>) {
        let Some(mask) = self.table.len().checked_sub(1) else { return (0, None) };
        let mut place = hash as usize & mask;
        loop {
            match self.table.get(place) {
                Some(0) | None => return (place, None),
                Some(entry) if (entry >> 32) as u32 == hash => {
                    let number = *entry as u32 - 1;
                    // Byte by byte: names are short, and a call for it would cost more.
                    let known = self.bytes_of(number);
                    if known.len() == name.len()
                        && known.iter().zip(name.as_bytes()).all(|(a, b)| a == b)
                    {
                        return (place, Some(number));
                    }
                }
                Some(_) => {}
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(64);
        let mut table = vec![0u64; size];
        for entry in self.table.iter().filter(|entry| **entry != 0) {
            let mut place = (entry >> 32) as usize & (size - 1);
            while table[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            table[place] = *entry;
        }
        self.table = table;
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.text.capacity() + 4 * self.ends.capacity() + 8 * self.table.len()
    }
}

/// Eight bytes at a time, multiplied and folded.
fn hash(name: &str) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = name.len() as u64;
    let mut mix = |part: u64| {
        hash = (hash ^ part).wrapping_mul(FACTOR);
        hash ^= hash >> 29;
    };
    let bytes = name.as_bytes();
    let mut eights = bytes.chunks_exact(8);
    for eight in &mut eights {
        mix(eight.try_into().map_or(0, u64::from_le_bytes));
    }
    // The rest as two halves, which may overlap.
    let rest = eights.remainder();
    match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            mix(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
        }
        _ => mix(rest.iter().fold(0, |part, byte| part << 8 | u64::from(*byte))),
    }
    (hash ^ hash >> 32) as u32
}
