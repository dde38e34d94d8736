//! Plain word lists, packed at build time from `lexicon/*.tsv`.
//!
//! The head of each file names its columns; `build.rs` checks every cell. Modules give the rows
//! their meaning; this one only hands them out.

use crate::map::HashMap;

/// One packed table.
pub struct Table {
    /// Column names, without the source column.
    pub columns: &'static [&'static str],
    text: &'static str,
}

impl Table {
    /// The rows as arrays of the first `N` cells; cells that are missing are empty.
    pub fn rows<const N: usize>(&self) -> impl Iterator<Item = [&'static str; N]> {
        self.text.lines().map(|line| {
            let mut cells = line.split('\t');
            core::array::from_fn(|_| cells.next().unwrap_or(""))
        })
    }
}

/// Values by word. All word lists share one copy of the hash table's code this way.
pub struct Lookup<V> {
    rows: HashMap<&'static str, u32>,
    values: Vec<V>,
}

impl<V> Lookup<V> {
    /// The value of a word.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.values.get(*self.rows.get(word)? as usize)
    }

    /// Whether the word has a value.
    pub fn contains_key(&self, word: &str) -> bool {
        self.rows.contains_key(word)
    }
}

impl<V> FromIterator<(&'static str, V)> for Lookup<V> {
    /// Of several values of one word the last stays.
    fn from_iter<I: IntoIterator<Item = (&'static str, V)>>(rows: I) -> Self {
        let mut out = Self { rows: HashMap::default(), values: Vec::new() };
        for (word, value) in rows {
            out.rows.insert(word, out.values.len() as u32);
            out.values.push(value);
        }
        out
    }
}

/// The members of a `a|b|c` cell.
pub fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|member| !member.is_empty())
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
