//! An acronym and the one written-out name here whose initials it is, though no bracket says so.

use super::Name;
use super::join::Joiner;
use crate::entity::{Confidence, EntityType, Form, acronym};
use crate::map::ByName;

/// The fewest letters that are evidence enough across articles; within one, two are.
const LETTERS: usize = 3;

/// Joins acronyms with written-out names.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let named =
        |n: &Name| n.form == Form::Name && matches!(n.kind, EntityType::Org | EntityType::Misc);
    // Written-out names by the initials of their words that are long enough to have one.
    let mut written: ByName<Vec<u32>> = ByName::default();
    for (i, n) in names.iter().enumerate().filter(|(_, n)| named(n) && n.key.contains(' ')) {
        let initials: String = n
            .key
            .split(' ')
            .filter(|w| w.len() > 3 || !matches!(*w, "of" | "for" | "the" | "and" | "in" | "on"))
            .filter_map(|w| w.chars().next())
            .collect();
        written.slot(&initials).push(i as u32);
    }
    for (i, n) in names.iter().enumerate() {
        if !named(n) || n.known.is_some() || n.key.contains(' ') || n.key.len() < LETTERS - 1 {
            continue;
        }
        let Some(list) = written.get(&n.key) else { continue };
        let short = n.label.trim_start_matches("the ").trim_start_matches("The ");
        let mut found: Option<u32> = None;
        let mut several = false;
        for w in list {
            let fits = names.get(*w as usize).is_some_and(|w| {
                (n.key.len() >= LETTERS || w.article == n.article)
                    && acronym::abbreviates(short, &w.key)
            });
            if fits {
                // One name may stand in several sets still, for its types.
                let key = |i: u32| names.get(i as usize).map(|n| n.key.as_str());
                several |= found.is_some_and(|f| {
                    key(f) != key(*w) && joiner.sets.find(f) != joiner.sets.find(*w)
                });
                found = found.or(Some(*w));
            }
        }
        if let Some(w) =
            found.filter(|w| !several && joiner.sets.find(*w) != joiner.sets.find(i as u32))
        {
            let other = names.get(w as usize).map_or("", |o| o.label.as_str());
            let reason = || format!("The initials of “{other}”, the only such name here.");
            joiner.join(w, i as u32, &reason, Confidence::Likely);
        }
    }
}
