//! Common nouns that were given as mentions: in articles on one event the same noun in the same
//! number is taken for the same, unless it is another country's.

use super::Name;
use super::join::Joiner;
use crate::entity::phrase::{Phrase, Sort};
use crate::entity::{Confidence, EntityType, Form};
use crate::map::{ByName, HashMap, HashSet};

/// Joins nouns by head word.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    run(joiner, names, &|p| Some(p.lemma.clone()), "The same noun.");
}

/// Joins nouns that name much the same: "gunman", "attacker".
pub(super) fn join_groups(joiner: &mut Joiner, names: &[Name]) {
    let key = |p: &Phrase| p.group.map(|g| format!("{g}"));
    run(joiner, names, &key, "Nouns that name much the same.");
}

fn run(
    joiner: &mut Joiner,
    names: &[Name],
    noun: &dyn Fn(&Phrase) -> Option<String>,
    reason: &'static str,
) {
    // Sets that hold a name do not meet over a noun.
    let mut named: HashSet<u32> = HashSet::default();
    for (i, n) in names.iter().enumerate() {
        if n.form == Form::Name {
            named.insert(joiner.sets.find(i as u32));
        }
    }
    let common: HashSet<String> = names
        .iter()
        .filter_map(|n| n.noun())
        .filter(|p| !p.proper)
        .map(|p| p.lemma.clone())
        .collect();
    let mut first: ByName<u32> = ByName::default();
    let mut owned: HashMap<String, Vec<(u32, usize)>> = HashMap::default();
    let mut free: Vec<(String, u32)> = Vec::new();
    for (i, n) in names.iter().enumerate() {
        // "Disarmament" at the head of a line is the noun that others write small.
        let small = |p: &&Phrase| {
            n.form == Form::Name
                && n.kind == EntityType::Misc
                && n.known.is_none()
                && p.length == 1
                && common.contains(&p.lemma)
        };
        // A name may hold the noun itself: "Lake County Police".
        let holds = |p: &&Phrase| {
            n.form == Form::Name
                && n.kind != EntityType::Person
                && p.length > 1
                && matches!(p.sort, Sort::Body | Sort::Crowd)
        };
        let noun_like = n.phrase.as_ref().filter(small);
        let Some(p) = n.noun().or(noun_like).or_else(|| n.phrase.as_ref().filter(holds)) else {
            continue;
        };
        let Some(key) = noun(p) else { continue };
        // Bodies of states are told apart by country.
        let country = if p.state || p.sort == Sort::Person { p.country.unwrap_or("") } else { "" };
        let key = format!("{key} {} {country}", p.plural);
        let i = i as u32;
        if named.contains(&joiner.sets.find(i)) && noun_like.is_none() {
            owned.entry(key).or_default().push((i, n.article));
        } else {
            free.push((key, i));
        }
    }
    for (key, i) in free {
        let article = names.get(i as usize).map(|n| n.article);
        let at = *first.or_insert(&key, i);
        if at != i {
            joiner.join(at, i, &|| reason.to_owned(), Confidence::Likely);
            continue;
        }
        // The named actor that is called so, in this article if there are several.
        let Some(list) = owned.get(&key) else { continue };
        let mut roots: Vec<u32> = Vec::new();
        for (o, _) in list {
            let root = joiner.sets.find(*o);
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        let one = match roots.as_slice() {
            [one] => Some(*one),
            _ => list.iter().find(|(_, a)| Some(*a) == article).map(|(o, _)| *o),
        };
        if let Some(o) = one {
            let other = names.get(o as usize).map_or("", |o| o.label.as_str());
            let reason = || format!("“{other}” is called so in these articles.");
            joiner.join(o, i, &reason, Confidence::Likely);
        }
    }
}
