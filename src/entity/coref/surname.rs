//! A bare surname in one article and the only full name with it in the others; the family name
//! stands first in some cultures.

use super::Name;
use super::join::Joiner;
use super::spelling::romanised;
use crate::entity::local::family_first;
use crate::entity::{Confidence, EntityType, Form, sound};
use crate::map::HashMap;
use crate::order::Order;

/// Joins bare surnames with full names.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut full: HashMap<String, Vec<u32>> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        if n.kind == EntityType::Person
            && n.form == Form::Name
            && let Some((before, last)) = n.key.rsplit_once(' ')
        {
            let first = before.split(' ').next().unwrap_or(before);
            if family_first(first) && first != last {
                full.entry(first.to_owned()).or_default().push(joiner.sets.find(i as u32));
            }
            full.entry(heard(last)).or_default().push(joiner.sets.find(i as u32));
        }
    }
    for (i, n) in names.iter().enumerate() {
        if n.kind != EntityType::Person
            || n.form != Form::Name
            || n.key.contains(' ')
            || n.known.is_some()
        {
            continue;
        }
        let Some(people) = full.get(&heard(&n.key)).or_else(|| full.get(&n.key)) else { continue };
        let mut people: Vec<u32> = people.iter().map(|p| joiner.sets.find(*p)).collect();
        people.order();
        people.dedup();
        if let [person] = people.as_slice()
            && joiner.sets.find(i as u32) != *person
        {
            let other = names.get(*person as usize).map_or("", |o| o.label.as_str());
            let reason = || format!("The only full name with this surname here is “{other}”.");
            joiner.join(*person, i as u32, &reason, Confidence::Likely);
        }
    }
}

/// A surname as it sounds, if it is written in several ways.
fn heard(surname: &str) -> String {
    if romanised(surname) { sound::sound(surname) } else { surname.to_owned() }
}
