//! Hash tables with one small, fixed hash function: the same on every platform and in every run.
//!
//! Their order of iteration must never reach a result.

use core::hash::BuildHasherDefault;

type Fixed = BuildHasherDefault<rustc_hash::FxHasher>;

/// A hash table.
pub type HashMap<K, V> = std::collections::HashMap<K, V, Fixed>;

/// A hash set.
pub type HashSet<T> = std::collections::HashSet<T, Fixed>;

/// An ordered table for few entries: a sorted list. Small in code and memory; entering many keys in
/// random order costs a move of what lies behind each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SmallMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V: Default> SmallMap<K, V> {
    /// The value of a key, entered with the default value if it is new.
    pub fn slot(&mut self, key: K) -> &mut V {
        let at = self.0.partition_point(|(known, _)| *known < key);
        if self.0.get(at).is_none_or(|(known, _)| *known != key) {
            self.0.insert(at, (key, V::default()));
        }
        &mut self.0[at].1
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries in order of their keys.
    pub fn into_list(self) -> Vec<(K, V)> {
        self.0
    }
}

/// Values by name. All tables of this kind share one copy of the hash table's code.
#[derive(Clone, Debug)]
pub struct ByName<V> {
    rows: HashMap<String, u32>,
    values: Vec<V>,
}

impl<V> Default for ByName<V> {
    fn default() -> Self {
        Self { rows: HashMap::default(), values: Vec::new() }
    }
}

impl<V> ByName<V> {
    /// An empty table with room for this many names.
    pub fn with_capacity(names: usize) -> Self {
        let rows = HashMap::with_capacity_and_hasher(names, Fixed::default());
        Self { rows, values: Vec::with_capacity(names) }
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&V> {
        self.values.get(*self.rows.get(name)? as usize)
    }

    /// Whether the name has a value.
    pub fn contains_key(&self, name: &str) -> bool {
        self.rows.contains_key(name)
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Gives a name a value; an earlier one is replaced.
    pub fn insert(&mut self, name: &str, value: V) {
        match self.rows.get(name) {
            Some(row) => {
                if let Some(old) = self.values.get_mut(*row as usize) {
                    *old = value;
                }
            }
            None => {
                self.rows.insert(name.to_owned(), self.values.len() as u32);
                self.values.push(value);
            }
        }
    }

    /// The value of a name, entered if the name is new.
    pub fn or_insert_with(&mut self, name: &str, value: impl FnOnce() -> V) -> &mut V {
        let next = self.values.len();
        let row = match self.rows.get(name) {
            Some(row) => *row as usize,
            None => {
                self.rows.insert(name.to_owned(), next as u32);
                self.values.push(value());
                next
            }
        };
        &mut self.values[row]
    }

    /// The value of a name, entered if the name is new.
    pub fn or_insert(&mut self, name: &str, value: V) -> &mut V {
        self.or_insert_with(name, || value)
    }
}

impl<V: Default> ByName<V> {
    /// The value of a name, the default value if the name is new.
    pub fn slot(&mut self, name: &str) -> &mut V {
        self.or_insert_with(name, V::default)
    }
}
