//! What a person is: "the president" is the one person of these articles with that title.

use super::Name;
use super::join::Joiner;
use crate::entity::phrase::{self, Det, Phrase, Sort};
use crate::entity::{Confidence, EntityType, Form};
use crate::map::HashMap;

/// A role that a named person has.
struct Role {
    person: u32,
    country: Option<&'static str>,
    /// Stems of the words around the role's noun.
    words: Vec<String>,
}

/// The roles of all persons by the noun or its group.
struct Roles {
    by_noun: HashMap<String, Vec<Role>>,
    /// Mentions of each person by article.
    here: HashMap<(u32, usize), u32>,
    all: HashMap<u32, u32>,
}

/// Joins by the very noun.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    run(joiner, names, &|p| Some(p.lemma.clone()));
}

/// Joins by nouns that name much the same ("ruler", "leader").
pub(super) fn join_groups(joiner: &mut Joiner, names: &[Name]) {
    run(joiner, names, &|p| p.group.map(|g| format!("{g}")));
}

fn run(joiner: &mut Joiner, names: &[Name], noun: &dyn Fn(&Phrase) -> Option<String>) {
    let roles = roles(joiner, names, noun);
    for (i, n) in names.iter().enumerate() {
        let Some(p) = n.noun() else { continue };
        if p.plural || p.joint || p.det == Det::Indefinite && p.length < 2 {
            continue;
        }
        let i = i as u32;
        let own = joiner.sets.find(i);
        if roles.all.contains_key(&own) {
            continue;
        }
        let Some(list) = noun(p).and_then(|key| roles.by_noun.get(&key)) else { continue };
        let best = list
            .iter()
            .filter(|r| match (p.country, r.country) {
                (Some(a), Some(b)) => a == b,
                _ => true,
            })
            .map(|r| {
                let root = joiner.sets.find(r.person);
                let shared = p.words.iter().filter(|w| r.words.contains(w)).count();
                let here = roles.here.get(&(root, n.article)).copied().unwrap_or(0);
                let all = roles.all.get(&root).copied().unwrap_or(0);
                (
                    (
                        p.country.is_some() && p.country == r.country,
                        shared > 1,
                        here > 0,
                        here,
                        all,
                        core::cmp::Reverse(root),
                    ),
                    r.person,
                )
            })
            .max();
        if let Some((_, person)) = best {
            let other = names.get(person as usize).map_or("", |o| o.label.as_str());
            let reason = || format!("“{other}” is called so in these articles.");
            joiner.join(person, i, &reason, Confidence::Likely);
        }
    }
}

fn roles(joiner: &mut Joiner, names: &[Name], noun: &dyn Fn(&Phrase) -> Option<String>) -> Roles {
    let mut out =
        Roles { by_noun: HashMap::default(), here: HashMap::default(), all: HashMap::default() };
    let person = |n: &Name| n.form == Form::Name && n.kind == EntityType::Person;
    for (i, n) in names.iter().enumerate().filter(|(_, n)| person(n)) {
        let root = joiner.sets.find(i as u32);
        *out.here.entry((root, n.article)).or_insert(0) += n.count;
        *out.all.entry(root).or_insert(0) += n.count;
    }
    for (i, n) in names.iter().enumerate() {
        let root = joiner.sets.find(i as u32);
        if !out.all.contains_key(&root) {
            continue;
        }
        let mut add = |p: &Phrase| {
            if p.plural || p.joint {
                return;
            }
            if let Some(key) = noun(p) {
                let role = Role { person: i as u32, country: p.country, words: p.words.clone() };
                out.by_noun.entry(key).or_default().push(role);
            }
        };
        if person(n) && !n.title.is_empty() {
            add(&title(&n.title));
        }
        if let Some(p) = n.noun().filter(|p| p.sort == Sort::Person) {
            add(p);
        }
        // A given span may hold the title: "the former director James Marsh".
        if let Some(p) = n.phrase.as_ref().filter(|_| person(n))
            && let Some(before) = n.label.get(..p.head.0)
            && let Some(t) = title_in(before)
        {
            add(&t);
        }
    }
    out
}

/// A title, read as a noun phrase.
pub(super) fn title(folded: &str) -> Phrase {
    // Countries are known by their capitals.
    let words: Vec<String> = folded
        .split(' ')
        .map(|w| {
            let mut chars = w.chars();
            chars
                .next()
                .map_or(String::new(), |c| c.to_uppercase().collect::<String>() + chars.as_str())
        })
        .collect();
    phrase::read(&words.join(" "))
}

/// The part of a label that ends in its last word for a role.
pub(super) fn title_in(before: &str) -> Option<Phrase> {
    let mut words: Vec<&str> = before.split_whitespace().collect();
    while let Some(last) = words.last() {
        let folded = crate::text::fold(last.trim_matches(|c: char| !c.is_alphanumeric()));
        if phrase::role(&folded) {
            return Some(phrase::read(&words.join(" ")));
        }
        words.pop();
    }
    None
}
