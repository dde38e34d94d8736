//! Loose identity of a state's servants: who is named in passing, by an office of a state, speaks for
//! that state. Heads of states and whoever is named often stay persons of their own.

use super::join::Joiner;
use super::{Name, side};
use crate::entity::known::{OFFICE, known};
use crate::entity::phrase::Phrase;
use crate::entity::{Confidence, EntityType, Form};
use crate::map::HashMap;
use crate::order::Order;
use crate::text::fold;

/// The share of the mentions of the person named most that is still in passing: one in this many.
const PASSING: u32 = 10;

/// Joins persons named in passing with their states.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let home = side::home(names);
    let mut count: HashMap<u32, u32> = HashMap::default();
    let mut person: HashMap<u32, u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let root = joiner.sets.find(i as u32);
        *count.entry(root).or_insert(0) += n.count;
        if n.form == Form::Name && n.kind == EntityType::Person {
            person.entry(root).or_insert(i as u32);
        }
    }
    let most = person.keys().filter_map(|r| count.get(r)).copied().max().unwrap_or(0);
    // The state of each, `None` for heads of states.
    let mut of: HashMap<u32, Option<&'static str>> = HashMap::default();
    let mut states: HashMap<&'static str, u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let root = joiner.sets.find(i as u32);
        if !person.contains_key(&root) {
            if let Some(country) = n.known.and_then(|id| known().state_of(id)) {
                states.entry(country).or_insert(i as u32);
            }
            continue;
        }
        let mut add = |p: &Phrase, label: &str| {
            let label = fold(label);
            let words = || label.split(|c: char| !c.is_alphanumeric());
            if head_of_state(&p.lemma) && !words().any(lesser) {
                of.insert(root, None);
            } else if let Some(country) = p.country {
                of.entry(root).or_insert(Some(country));
            } else if words().any(|w| known().class(w) & OFFICE != 0)
                && let Some(home) = home
            {
                of.entry(root).or_insert(Some(home));
            }
        };
        if n.form == Form::Name && !n.title.is_empty() {
            add(&super::role::title(&n.title), &n.title);
        }
        if let Some(p) = n.noun() {
            add(p, &n.label);
        }
        if let Some(p) = n.phrase.as_ref().filter(|_| n.form == Form::Name)
            && let Some(before) = n.label.get(..p.head.0)
            && let Some(t) = super::role::title_in(before)
        {
            add(&t, before);
        }
    }
    let mut rows: Vec<(u32, &'static str)> = of
        .into_iter()
        .filter(|(root, _)| PASSING * count.get(root).copied().unwrap_or(0) <= most)
        .filter_map(|(root, country)| Some((root, country?)))
        .collect();
    rows.order();
    for (root, country) in rows {
        let (Some(at), Some(first)) = (states.get(country), person.get(&root)) else { continue };
        let name = known().by_id(country).map_or(country, |e| e.name);
        let reason = || format!("Loosely: named in passing by an office of {name}.");
        joiner.join(*at, *first, &reason, Confidence::Likely);
    }
}

/// Words that make a lesser office of it: "the minority leader".
fn lesser(word: &str) -> bool {
    matches!(
        word,
        "minority"
            | "majority"
            | "opposition"
            | "vice"
            | "deputy"
            | "house"
            | "senate"
            | "union"
            | "rebel"
    )
}

fn head_of_state(noun: &str) -> bool {
    matches!(
        noun,
        "president"
            | "leader"
            | "premier"
            | "chancellor"
            | "dictator"
            | "ruler"
            | "king"
            | "queen"
            | "emperor"
            | "pope"
            | "sultan"
            | "emir"
            | "pm"
    )
}
