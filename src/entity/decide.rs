//! Settles types over the whole article: one name has one type in one article.

use super::EntityType;
use super::known::Known;
use super::names::{Candidate, Evidence};
use crate::map::{ByName, HashMap, HashSet};

/// Two neighbouring candidates of which the text says that they name the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Defined {
    /// Index of the first.
    pub first: usize,
    /// Index of the second, which stands in brackets.
    pub second: usize,
}

/// How near the tagger's scores of two types must be for the words around to decide.
const NEAR: i32 = 60;

/// A name whose type is open is a place where "and" ties it to one.
pub(super) fn coordinate(text: &str, candidates: &mut [Candidate]) {
    for i in 1..candidates.len() {
        let Some([a, b]) = candidates.get_mut(i - 1..=i) else { continue };
        let between = text.get(a.span.end as usize..b.span.start as usize).unwrap_or("");
        let score = |t: EntityType| b.scores.get(t as usize).copied().unwrap_or(0);
        if a.sentence == b.sentence
            && a.kind == EntityType::Loc
            && a.entry.is_some()
            && b.entry.is_none()
            && b.kind != EntityType::Loc
            && !b.key.contains(' ')
            && score(b.kind) - score(EntityType::Loc) < NEAR
            && matches!(between, " and " | " or " | ", and ")
        {
            if let Some(s) = b.scores.get_mut(EntityType::Loc as usize) {
                *s += NEAR;
            }
            b.kind = EntityType::Loc;
            b.reason = "stands beside a place";
        }
    }
}

/// Gives each candidate the type that its name has in the whole article, and drops guesses that
/// nothing supports. `defined` are pairs that the text equates.
pub(super) fn settle(known: &Known, candidates: &mut Vec<Candidate>, defined: &[Defined]) {
    let mut means: ByName<(Option<u32>, EntityType)> = ByName::default();
    for pair in defined {
        let (Some(a), Some(b)) = (candidates.get(pair.first), candidates.get(pair.second)) else {
            continue;
        };
        // The written-out name says what the acronym means here; where it is new, the lexicon's
        // meaning of the acronym does not hold.
        let (long, short) = if a.key.len() >= b.key.len() { (a, b) } else { (b, a) };
        let bracket = long.entry.is_none() && !long.key.contains(' ');
        let (entry, kind) = if bracket && short.entry.is_some() {
            (short.entry, short.kind)
        } else {
            (long.entry, long.kind)
        };
        for key in [&short.key, &long.key] {
            if !means.contains_key(key.as_str()) {
                means.insert(key, (entry, kind));
            }
        }
    }
    if !means.is_empty() {
        for c in candidates.iter_mut() {
            if let Some((entry, kind)) = means.get(c.key.as_str()) {
                c.entry = *entry;
                c.kind = *kind;
                c.wary = false;
            }
        }
    }
    let mut votes: ByName<[i32; 5]> = ByName::default();
    let mut sure: HashMap<u32, u32> = HashMap::default();
    for c in candidates.iter() {
        match c.entry {
            Some(entry) if !c.wary => *sure.entry(entry).or_insert(0) += 1,
            Some(_) => {}
            None => {
                let votes = votes.or_insert(c.key.as_str(), [0; 5]);
                for (v, s) in votes.iter_mut().zip(c.scores) {
                    *v += s;
                }
            }
        }
    }
    // Surnames of people who are named in full.
    let mut surnames: ByName<u32> = ByName::default();
    for c in candidates.iter() {
        if c.kind == EntityType::Person
            && let Some((_, last)) = c.key.rsplit_once(' ')
        {
            *surnames.or_insert(last, 0) += 1;
        }
    }
    let mut full: ByName<HashSet<Option<u32>>> = ByName::default();
    for c in candidates.iter().filter(|c| c.kind == EntityType::Person) {
        if let Some((_, last)) = c.key.rsplit_once(' ') {
            full.slot(last).insert(c.entry);
        }
    }
    let namesakes: Vec<bool> = candidates
        .iter()
        .map(|c| {
            c.kind == EntityType::Person
                && c.entry.is_some()
                && !c.key.contains(' ')
                && full.get(c.key.as_str()).is_some_and(|people| !people.contains(&c.entry))
        })
        .collect();
    let decided: Vec<(EntityType, bool)> = candidates
        .iter()
        .map(|c| {
            // A town's name that is a person's surname here.
            let town = c
                .entry
                .and_then(|e| known.entry(e))
                .is_some_and(|e| matches!(e.sort, "city" | "state" | "island"));
            if town && surnames.contains_key(c.key.as_str()) {
                return (EntityType::Person, true);
            }
            if c.entry.is_some() {
                let alone = c.entry.and_then(|e| sure.get(&e)).is_none();
                return (c.kind, !(c.wary && alone));
            }
            let mut kind = c.kind;
            if let Some(votes) = votes.get(c.key.as_str()) {
                let best = EntityType::ALL
                    .into_iter()
                    .max_by_key(|t| (votes.get(*t as usize).copied().unwrap_or(0), *t == c.kind));
                kind = best.unwrap_or(kind);
            }
            if !c.key.contains(' ') && surnames.contains_key(c.key.as_str()) {
                kind = EntityType::Person;
            }
            (kind, true)
        })
        .collect();
    // "Assad" is somebody else where only another Assad is named in full.
    for (c, namesake) in candidates.iter_mut().zip(namesakes) {
        if namesake {
            c.entry = None;
        }
    }
    let mut decided = decided.into_iter();
    candidates.retain_mut(|c| {
        let (kind, keep) = decided.next().unwrap_or((c.kind, true));
        if c.kind != kind {
            c.kind = kind;
            c.entry = None;
        }
        keep
    });
}

/// What the plain sentences of the article name, for its headlines.
pub(super) fn evidence(candidates: &[Candidate]) -> Evidence {
    let mut out = Evidence::default();
    for c in candidates {
        if c.key.len() > 2 {
            out.or_insert(&c.key.clone(), (c.kind, c.entry));
        }
        if c.kind == EntityType::Person
            && let Some((_, last)) = c.key.rsplit_once(' ')
            && last.len() > 2
        {
            out.or_insert(last, (c.kind, c.entry));
        }
    }
    out
}
