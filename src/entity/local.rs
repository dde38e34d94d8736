//! Joins within one article: mentions that its own text shows to be the same.

use super::decide::Defined;
use super::known::{GIVEN, known};
use super::names::Candidate;
use super::{EntityType, Mention, sound};
use crate::lexicon::{self, Lookup};
use crate::map::{ByName, HashMap};
use std::sync::LazyLock;

/// Disjoint sets over small numbers; the smallest number represents its set.
pub(super) struct Sets {
    parent: Vec<u32>,
}

impl Sets {
    /// `n` sets of one.
    pub fn new(n: usize) -> Self {
        Self { parent: (0..n as u32).collect() }
    }

    /// The representative of `i`.
    pub fn find(&mut self, i: u32) -> u32 {
        let mut root = i;
        while let Some(p) = self.parent.get(root as usize)
            && *p != root
        {
            root = *p;
        }
        let mut at = i;
        while let Some(p) = self.parent.get_mut(at as usize)
            && *p != root
        {
            at = core::mem::replace(p, root);
        }
        root
    }

    /// Joins the sets of `a` and `b`; returns whether they were apart.
    pub fn join(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(p) = self.parent.get_mut(high as usize) {
            *p = low;
        }
        a != b
    }
}

/// A distinct name of an article, in order of first use.
struct Name {
    key: String,
    kind: EntityType,
}

/// Gives mentions that the article itself shows to be the same one number.
pub(super) fn number(candidates: &[Candidate], defined: &[Defined], mentions: &mut [Mention]) {
    let mut groups: HashMap<(String, EntityType, Option<&'static str>), u32> = HashMap::default();
    let mut of: Vec<u32> = Vec::with_capacity(mentions.len());
    let mut names: Vec<Name> = Vec::new();
    for (c, m) in candidates.iter().zip(mentions.iter()) {
        let key = match m.known {
            Some(id) => (id.to_owned(), EntityType::Misc, m.sort),
            None => (c.key.clone(), c.kind, m.sort),
        };
        let next = groups.len() as u32;
        let group = *groups.entry(key).or_insert(next);
        if group == next {
            names.push(Name { key: c.key.clone(), kind: c.kind });
        }
        of.push(group);
    }
    let mut sets = Sets::new(names.len());
    for pair in defined {
        if let (Some(a), Some(b)) = (of.get(pair.first), of.get(pair.second)) {
            sets.join(*a, *b);
        }
    }
    persons(&names, &mut sets);
    for (m, group) in mentions.iter_mut().zip(&of) {
        m.local = sets.find(*group);
    }
}

/// Persons under shorter names.
fn persons(names: &[Name], sets: &mut Sets) {
    let full = || {
        let all = (0u32..).zip(names);
        all.filter(|(_, n)| {
            n.kind == EntityType::Person && n.key.contains(' ') && !prefixed(&n.key)
        })
    };
    // "Ana Marsh" and "Ana B. Marsh".
    let mut outer: ByName<u32> = ByName::default();
    for (i, n) in full() {
        let Some(first) = n.key.split(' ').next() else { continue };
        let at = *outer.or_insert(&format!("{first} {}", last(&n.key)), i);
        let middle = |key: &str| {
            let words: Vec<&str> = key.split(' ').collect();
            words.get(1..words.len().saturating_sub(1)).unwrap_or(&[]).concat()
        };
        let other = names.get(at as usize).map_or(String::new(), |o| middle(&o.key));
        let own = middle(&n.key);
        if at != i
            && (own.is_empty()
                || other.is_empty()
                || own.starts_with(&other)
                || other.starts_with(&own))
        {
            sets.join(at, i);
        }
    }
    // Who has this last name, and who this first name; `None` where there are several.
    let mut by_last: ByName<Option<u32>> = ByName::default();
    let mut by_first: ByName<Option<u32>> = ByName::default();
    let mut add = |by: &mut ByName<Option<u32>>, word: &str, i: u32| {
        let known = by.or_insert(word, Some(i));
        if known.is_some_and(|k| sets.find(k) != sets.find(i)) {
            *known = None;
        }
    };
    // Names come in order of first use: where a bare surname is used before a namesake appears, it
    // is that of the one named so far.
    let mut settled: ByName<Option<u32>> = ByName::default();
    for (i, n) in (0u32..).zip(names) {
        if n.kind != EntityType::Person {
            continue;
        }
        if n.key.contains(' ') && !prefixed(&n.key) {
            add(&mut by_last, last(&n.key), i);
            if let Some(first) = n.key.split(' ').next() {
                add(&mut by_first, first, i);
            }
        } else if let Some(Some(one)) = by_last.get(last(&n.key)).copied() {
            settled.or_insert(&n.key, Some(one));
        }
    }
    for (i, n) in (0u32..).zip(names) {
        if n.kind != EntityType::Person || n.key.contains(' ') && !prefixed(&n.key) {
            continue;
        }
        let surname = last(&n.key);
        let found = match by_last.get(surname) {
            Some(Some(one)) => Some(*one),
            Some(None) => settled.get(&n.key).copied().flatten(),
            // Nobody has it as a last name: a first name, or a family name that stands first.
            None if n.key.contains(' ') => None,
            None => by_first
                .get(surname)
                .copied()
                .flatten()
                .filter(|one| first_alone(surname, names.get(*one as usize))),
        };
        if let Some(one) = found {
            sets.join(one, i);
        }
    }
}

/// Whether the first word of a full name may stand for it.
fn first_alone(word: &str, full: Option<&Name>) -> bool {
    // "Kim" of "Kim Jong-un"; and given names, which are used alone for children and friends.
    (family_first(word) || known().class(word) & GIVEN != 0)
        && full.is_some_and(|f| f.key.split(' ').count() < 5)
}

/// Whether a folded word is a family name that stands before the given name.
pub(super) fn family_first(word: &str) -> bool {
    static NAMES: LazyLock<Lookup<()>> = LazyLock::new(|| {
        let rows = lexicon::FAMILY_NAMES.rows::<2>();
        rows.flat_map(|[_, names]| lexicon::list(names)).map(|name| (name, ())).collect()
    });
    NAMES.contains_key(word)
}

/// Whether a name of two words is a last name with an article, "al Tarawi".
fn prefixed(key: &str) -> bool {
    let mut words = key.split(' ');
    words.next().is_some_and(sound::is_article) && words.count() == 1
}

fn last(key: &str) -> &str {
    key.rsplit_once(' ').map_or(key, |(_, last)| last)
}
