//! Numbers for strings, kept in one stretch of text.

use std::hash::Hasher;

/// Distinct strings, numbered from 0 in the order in which they were entered.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    text: String,
    /// Where each string ends in `text`.
    ends: Vec<u32>,
    /// Open addressing; 0 is a free place, else a number and 1. Its length is a power of two.
    table: Vec<u32>,
}

impl Names {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string with this number; empty where there is none.
    pub fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let from = number.checked_sub(1).and_then(|n| self.ends.get(n)).map_or(0, |e| *e as usize);
        let to = self.ends.get(number).map_or(0, |e| *e as usize);
        self.text.get(from..to).unwrap_or("")
    }

    /// The number of a string, if it was entered.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.place(name).1
    }

    /// The number of a string, and whether it is new.
    pub fn enter(&mut self, name: &str) -> (u32, bool) {
        if (self.len() + 1) * 2 > self.table.len() {
            self.grow();
        }
        let (place, known) = self.place(name);
        if let Some(number) = known {
            return (number, false);
        }
        let number = self.len() as u32;
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        if let Some(slot) = self.table.get_mut(place) {
            *slot = number + 1;
        }
        (number, true)
    }

    /// The place of a string in the table, and its number if it is there.
    fn place(&self, name: &str) -> (usize, Option<u32>) {
        let Some(mask) = self.table.len().checked_sub(1) else { return (0, None) };
        let mut place = hash(name) & mask;
        loop {
            match self.table.get(place) {
                Some(0) | None => return (place, None),
                Some(entry) if self.get(entry - 1) == name => return (place, Some(entry - 1)),
                Some(_) => place = (place + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(64);
        let mut table = vec![0u32; size];
        for number in 0..self.len() as u32 {
            let mut place = hash(self.get(number)) & (size - 1);
            while table[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            table[place] = number + 1;
        }
        self.table = table;
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.text.len() + 4 * (self.ends.len() + self.table.len())
    }
}

fn hash(name: &str) -> usize {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(name.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as usize
}
