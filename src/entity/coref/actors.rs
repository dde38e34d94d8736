//! From joined names to actors: the name shown, the id, and why each label belongs to it.

use super::join::Joiner;
use super::{Name, identity, noun_reason};
use crate::entity::known::{LAND, known, slug};
use crate::entity::{Actor, Article, Confidence, EntityType, Form, Join, MentionRef, Resolution};
use crate::map::{HashMap, HashSet, SmallMap};
use crate::order::Order;
use crate::text::fold;

/// Builds the actors from the joined names.
pub(super) fn build(
    articles: &[Article<'_>],
    names: &[Name],
    name_of: &[Vec<u32>],
    mut joiner: Joiner,
) -> Resolution {
    let root: Vec<u32> = (0..names.len() as u32).map(|i| joiner.sets.find(i)).collect();
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); names.len()];
    for (i, r) in root.iter().enumerate() {
        if let Some(m) = members.get_mut(*r as usize) {
            m.push(i as u32);
        }
    }
    let mut counts = vec![0u32; names.len()];
    let mut mentions: Vec<Vec<MentionRef>> = vec![Vec::new(); names.len()];
    for (article, of) in name_of.iter().enumerate() {
        for (mention, name) in of.iter().enumerate() {
            if let Some(c) = counts.get_mut(*name as usize) {
                *c += 1;
            }
            let own = root.get(*name as usize).and_then(|r| mentions.get_mut(*r as usize));
            if let Some(own) = own {
                own.push(MentionRef { article, mention });
            }
        }
    }
    let mut actors: Vec<(Actor, u32)> = Vec::new();
    for (root, (members, mentions)) in (0..).zip(members.into_iter().zip(mentions)) {
        if members.is_empty() {
            continue;
        }
        let of = |i: &u32| names.get(*i as usize);
        let (name, id, sort) = naming(names, &members, &counts);
        let mut kinds = [0u32; 5];
        for i in &members {
            if let (Some(n), Some(c)) = (of(i), counts.get(*i as usize))
                && let Some(k) = kinds.get_mut(n.kind as usize)
            {
                *k += c;
            }
        }
        let known = members.iter().filter_map(of).any(|n| n.known.is_some());
        let kind = EntityType::ALL
            .into_iter()
            .max_by_key(|t| (kinds.get(*t as usize).copied().unwrap_or(0), core::cmp::Reverse(*t)))
            .unwrap_or(EntityType::Misc);
        let mut joins: SmallMap<String, Option<(String, Confidence)>> = SmallMap::default();
        for i in &members {
            let Some(n) = of(i) else { continue };
            let why = joiner.why.get(i).cloned();
            let entry = joins.slot(n.label.clone());
            match why {
                Some((reason, confidence)) => {
                    entry.get_or_insert((reason, confidence));
                }
                None => {
                    entry.get_or_insert_with(|| {
                        if n.form != Form::Name {
                            return (noun_reason(None), Confidence::Likely);
                        }
                        let reason = if n.known.is_some() {
                            "The lexicon lists it as a name of this actor."
                        } else {
                            "Named so in the text."
                        };
                        (reason.to_owned(), Confidence::Sure)
                    });
                }
            }
        }
        let joins = joins
            .into_list()
            .into_iter()
            .filter_map(|(label, why)| {
                why.map(|(reason, confidence)| Join { label, reason, confidence })
            })
            .collect();
        actors.push((Actor { id, known, name, kind, sort, mentions, joins }, root));
    }
    actors.order_by(|(a, ra), (b, rb)| {
        (b.mentions.len(), &a.id, ra).cmp(&(a.mentions.len(), &b.id, rb))
    });
    let mut taken: HashSet<String> = HashSet::default();
    let mut index: HashMap<u32, usize> = HashMap::default();
    for (i, (actor, root)) in actors.iter_mut().enumerate() {
        if taken.contains(&actor.id) {
            actor.id = format!("{}-{}", actor.id, actor.kind.code().to_lowercase());
        }
        let base = actor.id.clone();
        let mut n = 2;
        while !taken.insert(actor.id.clone()) {
            actor.id = format!("{base}-{n}");
            n += 1;
        }
        index.insert(*root, i);
    }
    let actor_of = articles
        .iter()
        .zip(name_of)
        .map(|(_, of)| {
            of.iter()
                .map(|name| root.get(*name as usize).and_then(|r| index.get(r)).copied())
                .collect()
        })
        .collect();
    Resolution { actors: actors.into_iter().map(|(a, _)| a).collect(), actor_of }
}

/// The name shown, the id and the sort of an actor.
fn naming(names: &[Name], members: &[u32], counts: &[u32]) -> (String, String, Option<String>) {
    let of = |i: &u32| names.get(*i as usize);
    if let Some((id, sort)) = members.iter().filter_map(of).find_map(identity) {
        let entry = known().by_id(id);
        let own = entry.map_or("", |e| if e.sort == "capital" { "city" } else { e.sort });
        let name = entry.map_or(id, |e| e.name);
        if sort == own {
            let shown = entry.map_or(sort, |e| e.sort);
            return (name.to_owned(), id.to_owned(), Some(shown.to_owned()));
        }
        // A body or province that is named by a place.
        let people =
            entry.and_then(|e| e.pair).and_then(|p| known().entry(p)).map_or(name, |p| p.name);
        return match sort {
            "coalition" => {
                let leader = if id == "united-states" { "US" } else { people };
                let id = if id == "united-states" { "us" } else { id };
                (
                    format!("{leader}-led coalition"),
                    format!("{id}-led-coalition"),
                    Some(sort.to_owned()),
                )
            }
            "army" | "government" => {
                let owner = if id == "united-states" { "US" } else { people };
                let noun = if sort == "army" && id == "united-states" { "military" } else { sort };
                (format!("{owner} {noun}"), format!("{id}-{sort}"), Some(sort.to_owned()))
            }
            _ => (format!("{name} {sort}"), format!("{id}-{sort}"), Some(sort.to_owned())),
        };
    }
    // The fullest name, then the most frequent one.
    let mut totals: SmallMap<&str, u32> = SmallMap::default();
    for i in members {
        if let Some(n) = of(i) {
            *totals.slot(n.label.as_str()) += counts.get(*i as usize).copied().unwrap_or(0);
        }
    }
    let best = members
        .iter()
        .filter_map(of)
        .max_by_key(|n| {
            (
                n.form == Form::Name,
                n.label.split(' ').count().min(6),
                totals.get(&n.label.as_str()).copied().unwrap_or(0),
                core::cmp::Reverse(n.label.as_str()),
            )
        })
        .map_or("", |n| n.label.as_str());
    let sort = members
        .iter()
        .filter_map(of)
        .find_map(|n| n.sort)
        .filter(|s| *s != crate::entity::given::COMMON_NOUN)
        .map(str::to_owned);
    let mut name = best.to_owned();
    if sort.as_deref() == Some("province") {
        let place = match name.rsplit_once(' ') {
            Some((place, noun)) if known().class(&fold(noun)) & LAND != 0 => place.to_owned(),
            _ => name,
        };
        name = format!("{place} province");
    }
    let id = slug(&name);
    (name, id, sort)
}
