//! Loose identity of states: a country, its people, its capital, its bodies and officials stand on
//! one side of the events. The label says so; in running text they stay apart.

use super::Name;
use super::join::Joiner;
use crate::entity::known::known;
use crate::entity::phrase::{Phrase, Sort};
use crate::entity::{Confidence, EntityType, Form};
use crate::map::{ByName, HashMap, HashSet};

/// Joins what belongs to one state.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    // Whose persons are, after their titles.
    let mut persons: HashSet<u32> = HashSet::default();
    for (i, n) in names.iter().enumerate() {
        if n.form == Form::Name && n.kind == EntityType::Person {
            persons.insert(joiner.sets.find(i as u32));
        }
    }
    let mut state_of: HashMap<u32, &'static str> = HashMap::default();
    let mut surnames: ByName<Option<u32>> = ByName::default();
    for (i, n) in names.iter().enumerate() {
        let root = joiner.sets.find(i as u32);
        if !persons.contains(&root) {
            continue;
        }
        if let Some(p) = &n.phrase
            && let Some(country) = p.country
            && (p.sort == Sort::Person || n.form == Form::Name)
        {
            state_of.entry(root).or_insert(country);
        }
        if n.form == Form::Name && n.kind == EntityType::Person {
            for word in [n.key.rsplit(' ').next(), n.key.split(' ').next()].into_iter().flatten() {
                let known = surnames.or_insert(word, Some(root));
                if known.is_some_and(|k| k != root) {
                    *known = None;
                }
            }
        }
    }
    let home = home(names);
    let mut first: HashMap<&'static str, u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let root = joiner.sets.find(i as u32);
        if persons.contains(&root) {
            continue;
        }
        let Some(p) = &n.phrase else { continue };
        let of_state = |p: &Phrase| {
            p.state || matches!(p.sort, Sort::State) || p.sort == Sort::Person && p.plural
        };
        let country = match n.form {
            Form::Name => n
                .known
                .and_then(|id| known().state_of(id))
                .or_else(|| p.country.filter(|_| n.kind == EntityType::Org || of_state(p))),
            Form::Nominal if p.lemma.is_empty() => None,
            _ if !of_state(p) => n.known.and_then(|id| known().state_of(id)),
            _ => p.country.or_else(|| {
                let owner = p.owners.iter().find_map(|o| surnames.get(o).copied().flatten());
                match owner {
                    Some(owner) => state_of.get(&owner).copied().or(home),
                    None => home.filter(|_| p.state),
                }
            }),
        };
        let Some(country) = country else { continue };
        let at = *first.entry(country).or_insert(i as u32);
        if at != i as u32 {
            let name = known().by_id(country).map_or(country, |e| e.name);
            let reason = || format!("Loosely: it belongs to {name}.");
            joiner.join(at, i as u32, &reason, Confidence::Likely);
        }
    }
}

/// The state whose bodies and seats are named most is at home here: "the administration".
pub(super) fn home(names: &[Name]) -> Option<&'static str> {
    let mut seats: HashMap<&'static str, u32> = HashMap::default();
    for n in names.iter().filter(|n| n.form == Form::Name) {
        if let Some(id) = n.known
            && let Some(country) = known().state_of(id)
            && (country != id || n.sort.is_some_and(|s| matches!(s, "army" | "government")))
            && n.kind != EntityType::Norp
            && known().by_id(country).is_some_and(|e| e.sort == "country")
        {
            *seats.entry(country).or_insert(0) += n.count;
        }
    }
    let home = seats.iter().map(|(c, n)| (*n, core::cmp::Reverse(*c))).max();
    home.filter(|(n, _)| *n > 1).map(|(_, c)| c.0)
}
