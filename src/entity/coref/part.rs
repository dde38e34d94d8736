//! A part of a name and the one longer name that holds it: "Marsh" and "Ana Marsh", "the Academy"
//! and "Academy of Fine Arts", "Mr. Kim" and "Kim Jong-un".

use super::Name;
use super::join::Joiner;
use crate::entity::known::known;
use crate::entity::{Confidence, EntityType, Form};
use crate::map::{ByName, HashMap};
use crate::order::Order;
use crate::text::stem;

/// How many longer names are compared with a part.
const NAMES: usize = 200;

/// Joins equal names whatever their types, then parts with wholes.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut by_key: ByName<u32> = ByName::default();
    let named = |n: &Name| n.form == Form::Name && !n.key.is_empty();
    for (i, n) in names.iter().enumerate().filter(|(_, n)| named(n)) {
        let key = match n.kind {
            EntityType::Person => n.key.clone(),
            _ => n.key.split(' ').map(stem).collect::<Vec<String>>().join(" "),
        };
        let first = *by_key.or_insert(&key, i as u32);
        let other = names.get(first as usize);
        if first != i as u32
            && other.is_some_and(|o| compatible(o, n) || n.key.contains(' ') && o.key == n.key)
        {
            let reason = || "The same name.".to_owned();
            joiner.join(first, i as u32, &reason, Confidence::Likely);
        }
    }
    // Longer names by each of their words.
    let mut by_word: HashMap<&str, Vec<u32>> = HashMap::default();
    for (i, n) in names.iter().enumerate().filter(|(_, n)| named(n) && n.key.contains(' ')) {
        for word in n.key.split(' ') {
            by_word.entry(word).or_default().push(i as u32);
        }
    }
    // The fewest words last: a part of a part goes with the whole.
    let mut order: Vec<u32> = (0..names.len() as u32).collect();
    order.order_by_key(|i| {
        let words = names.get(*i as usize).map_or(0, |n| n.key.split(' ').count());
        core::cmp::Reverse(words)
    });
    for i in order {
        let Some(n) = names.get(i as usize).filter(|n| named(n) && n.known.is_none()) else {
            continue;
        };
        // A place is not meant by what is named after it: "Miami" and "Miami Dolphins".
        let place = known().exact(&n.key).and_then(|s| known().entry(s.entry));
        if place.is_some_and(|e| matches!(e.kind, EntityType::Loc | EntityType::Norp)) {
            continue;
        }
        let own = joiner.sets.find(i);
        let first = n.key.split(' ').next().unwrap_or("");
        let Some(list) = by_word.get(first) else { continue };
        // Candidates: the set, mentions in this article, and the name.
        let mut found: Vec<(u32, u32, u32)> = Vec::new();
        for w in list.iter().take(NAMES) {
            let Some(whole) = names.get(*w as usize) else { continue };
            let root = joiner.sets.find(*w);
            if root == own || !holds(&whole.key, &n.key, n.kind) || !compatible(whole, n) {
                continue;
            }
            let here = if whole.article == n.article { whole.count } else { 0 };
            match found.iter_mut().find(|f| f.0 == root) {
                Some(f) => f.1 += here,
                None => found.push((root, here, *w)),
            }
        }
        // The closest ones only: "the South" is South Korea before it is North and South Korea.
        let length = |w: u32| names.get(w as usize).map_or(0, |n| n.key.split(' ').count());
        let closest = found.iter().map(|f| length(f.2)).min().unwrap_or(0);
        found.retain(|f| length(f.2) == closest || n.kind == EntityType::Person);
        // A last name is used alone more often than a first one.
        let last = |w: u32| {
            names.get(w as usize).is_some_and(|w| w.key.rsplit(' ').next() == Some(n.key.as_str()))
        };
        if n.kind == EntityType::Person && found.iter().any(|f| last(f.2)) {
            found.retain(|f| last(f.2));
        }
        let chosen = match found.as_slice() {
            [only] => Some(*only),
            more => {
                let mut here = more.iter().filter(|f| f.1 > 0);
                here.next().copied().filter(|_| here.next().is_none())
            }
        };
        if let Some((root, _, whole)) = chosen {
            let other = names.get(whole as usize).map_or("", |o| o.label.as_str());
            let reason =
                || format!("A part of “{other}”, the only longer name here that holds it.");
            joiner.join(root, i, &reason, Confidence::Likely);
        }
    }
}

/// Whether all words of `part` stand in `whole`, and it has more.
fn holds(whole: &str, part: &str, kind: EntityType) -> bool {
    let words: Vec<&str> = whole.split(' ').collect();
    let parts: Vec<&str> = part.split(' ').collect();
    if parts.len() >= words.len() || !parts.iter().all(|p| words.contains(p)) {
        return false;
    }
    // Of a person's name the first or the last word is used alone.
    kind != EntityType::Person
        || parts.len() > 1
        || words.first() == parts.first()
        || words.last() == parts.last()
}

/// Whether two names may name the same, going by what is known of them.
fn compatible(a: &Name, b: &Name) -> bool {
    match (a.known, b.known) {
        (Some(x), Some(y)) if x != y || a.sort != b.sort => return false,
        (Some(_), None) if a.kind != b.kind && b.kind != EntityType::Misc => return false,
        (None, Some(_)) if a.kind != b.kind && a.kind != EntityType::Misc => return false,
        _ => {}
    }
    a.kind == b.kind
        || !matches!(
            (a.kind, b.kind),
            (EntityType::Person, EntityType::Loc | EntityType::Norp)
                | (EntityType::Loc | EntityType::Norp, EntityType::Person)
        )
}
