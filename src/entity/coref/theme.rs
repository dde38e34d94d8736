//! Loose identity of what is no single noun: phrases of several words ("give up its weapons", "the
//! migrant caravan") go with what shares the word that most of them share.

use super::Name;
use super::join::Joiner;
use crate::entity::phrase::Sort;
use crate::entity::{Confidence, Form};
use crate::map::{ByName, HashMap, HashSet};

/// The share of a word's uses that makes it a part of another's theme: one in this many.
const TOGETHER: u32 = 3;

/// What the labels of one set say.
#[derive(Default)]
struct Words {
    first: u32,
    labels: u32,
    /// Whether a label has several words.
    long: bool,
    stems: Vec<(String, u32)>,
}

/// Joins sets of common nouns by the word that most of them share.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    // Names, and persons by what they are, are told apart by better means.
    let mut apart: HashSet<u32> = HashSet::default();
    for (i, n) in names.iter().enumerate() {
        let person = n.noun().is_some_and(|p| p.sort == Sort::Person && !p.plural);
        if n.form != Form::Nominal || person {
            apart.insert(joiner.sets.find(i as u32));
        }
    }
    let mut row_of: HashMap<u32, usize> = HashMap::default();
    let mut rows: Vec<Words> = Vec::new();
    let mut uses: ByName<u32> = ByName::default();
    for (i, n) in names.iter().enumerate() {
        let root = joiner.sets.find(i as u32);
        let Some(p) = n.phrase.as_ref().filter(|_| !apart.contains(&root)) else { continue };
        let row = *row_of.entry(root).or_insert(rows.len());
        if row == rows.len() {
            rows.push(Words { first: i as u32, ..Words::default() });
        }
        let Some(row) = rows.get_mut(row) else { continue };
        row.labels += 1;
        row.long |= p.words.len() > 1 || p.lemma.is_empty();
        for w in &p.words {
            let word = w.as_str();
            *uses.slot(word) += 1;
            match row.stems.iter_mut().find(|s| s.0 == word) {
                Some(s) => s.1 += 1,
                None => row.stems.push((word.to_owned(), 1)),
            }
        }
    }
    // A word that stands beside a more frequent one in much of its uses is of its theme.
    let count = |w: &str| uses.get(w).copied().unwrap_or(0);
    let mut beside: ByName<Vec<(String, u32)>> = ByName::default();
    for row in &rows {
        for (a, n) in &row.stems {
            for (b, m) in &row.stems {
                if (count(b), b) > (count(a), a) {
                    let list = beside.slot(a);
                    match list.iter_mut().find(|l| l.0 == *b) {
                        Some(l) => l.1 += (*n).min(*m),
                        None => list.push((b.clone(), (*n).min(*m))),
                    }
                }
            }
        }
    }
    let theme = |w: &str| -> String {
        // "denuclearise" is about what is nuclear.
        let inner = ["de", "dis", "anti", "non", "counter"].iter().find_map(|p| w.strip_prefix(p));
        let w = inner.filter(|i| i.len() > 4 && count(i) > 0).unwrap_or(w);
        let better = beside
            .get(w)
            .and_then(|by| by.iter().max_by_key(|(w, n)| (*n, core::cmp::Reverse(w.clone()))));
        match better {
            Some((of, n)) if TOGETHER * n >= count(w) && *n > 1 => of.to_owned(),
            _ => w.to_owned(),
        }
    };
    let mut first: ByName<(u32, bool)> = ByName::default();
    for row in &rows {
        let often = row.stems.iter().filter(|s| 2 * s.1 >= row.labels);
        let best = often.max_by_key(|s| uses.get(&s.0).copied().unwrap_or(0));
        let Some((word, _)) = best else { continue };
        let (at, long) = *first.or_insert(&theme(word), (row.first, row.long));
        if at != row.first && (long || row.long) {
            let reason = || "Loosely: phrases about the same.".to_owned();
            joiner.join(at, row.first, &reason, Confidence::Likely);
        }
    }
}
