//! All articles: mentions joined into actors. Works on distinct names; mentions are only counted.

use super::known::{LAND, known, slug};
use super::local::Sets;
use super::sound::{self, key};
use super::{Actor, Article, Confidence, EntityType, Form, Join, MentionRef, Resolution, label};
use crate::map::{ByName, HashMap, HashSet, SmallMap};
use crate::order::Order;
use crate::text::{fold, stem};

/// A distinct name of one article: what its mentions share.
struct Name {
    key: String,
    label: String,
    kind: EntityType,
    form: Form,
    known: Option<&'static str>,
    sort: Option<&'static str>,
    article: usize,
    local: u32,
}

/// Joins the mentions of all articles into actors.
pub(super) fn resolve(articles: &[Article<'_>]) -> Resolution {
    let mut names: Vec<Name> = Vec::new();
    let mut name_of: Vec<Vec<u32>> = Vec::with_capacity(articles.len());
    let mut keys: ByName<String> = ByName::default();
    for (article, a) in articles.iter().enumerate() {
        let mut seen: HashMap<(String, EntityType, Form, u32), u32> = HashMap::default();
        let mut of = Vec::with_capacity(a.mentions.len());
        for m in a.mentions {
            let label = label(a.text, m);
            let next = names.len() as u32;
            let id = *seen.entry((label.clone(), m.kind, m.form, m.local)).or_insert(next);
            if id == next {
                let key = keys.or_insert_with(&label.clone(), || key(&fold(&label))).clone();
                names.push(Name {
                    key,
                    label,
                    kind: m.kind,
                    form: m.form,
                    known: m.known,
                    sort: m.sort,
                    article,
                    local: m.local,
                });
            }
            of.push(id);
        }
        name_of.push(of);
    }
    let mut joiner = Joiner { sets: Sets::new(names.len()), why: HashMap::default() };
    joiner.run(&names);
    build(articles, &names, &name_of, joiner)
}

/// The identity that the lexicon gives: its id and, where it tells them apart, the sort.
fn identity(n: &Name) -> Option<(&'static str, &'static str)> {
    let id = n.known?;
    let entry = known().by_id(id)?;
    let sort = n.sort.unwrap_or(entry.sort);
    Some((id, if sort == "capital" { "city" } else { sort }))
}

struct Joiner {
    sets: Sets,
    /// Why a name was joined, by name.
    why: HashMap<u32, (String, Confidence)>,
}

impl Joiner {
    fn join(&mut self, a: u32, b: u32, reason: &dyn Fn() -> String, confidence: Confidence) {
        if self.sets.join(a, b) {
            self.why.entry(b).or_insert_with(|| (reason(), confidence));
        }
    }

    fn run(&mut self, names: &[Name]) {
        // What the lexicon knows.
        let mut by_identity: HashMap<(&str, &str), u32> = HashMap::default();
        // The name that stands last before a common noun's first use, by article and identity.
        let mut named: HashMap<(usize, &str), u32> = HashMap::default();
        for (i, n) in names.iter().enumerate() {
            let i = i as u32;
            if let Some(identity) = identity(n) {
                let first = *by_identity.entry(identity).or_insert(i);
                if n.form == Form::Name {
                    named.insert((n.article, identity.0), i);
                }
                if first != i {
                    let (reason, confidence) = if n.form == Form::Name {
                        (
                            "The lexicon lists both as names of one actor.".to_owned(),
                            Confidence::Sure,
                        )
                    } else {
                        let other = named.get(&(n.article, identity.0));
                        let other = other.and_then(|o| names.get(*o as usize));
                        (noun_reason(other.map(|o| o.label.as_str())), Confidence::Likely)
                    };
                    self.join(first, i, &|| reason.clone(), confidence);
                }
            }
        }
        // What an article itself equates.
        let mut by_local: HashMap<(usize, u32), u32> = HashMap::default();
        for (i, n) in names.iter().enumerate() {
            let i = i as u32;
            let first = *by_local.entry((n.article, n.local)).or_insert(i);
            if first != i && self.sets.find(first) != self.sets.find(i) {
                let other = names.get(first as usize).map_or("", |o| o.label.as_str());
                let (reason, confidence) = local_reason(other, n);
                self.join(first, i, &|| reason.clone(), confidence);
            }
        }
        // The same name in another article.
        let mut by_key: HashMap<(String, EntityType, Option<&str>), u32> = HashMap::default();
        for (i, n) in names.iter().enumerate() {
            if n.form != Form::Name || n.known.is_some() {
                continue;
            }
            let i = i as u32;
            let sort = n.sort.filter(|s| *s == "province");
            let first = *by_key.entry((bare(&n.key, n.kind), n.kind, sort)).or_insert(i);
            if first != i {
                let reason = || "The same name in another article.".to_owned();
                self.join(first, i, &reason, Confidence::Sure);
            }
        }
        self.by_sound(names);
        self.by_surname(names);
        self.by_head(names);
    }

    /// Common nouns that were given as mentions: one head word is taken for one actor.
    fn by_head(&mut self, names: &[Name]) {
        let mut by_head: ByName<u32> = ByName::default();
        for (i, n) in names.iter().enumerate() {
            if n.sort != Some(super::given::COMMON_NOUN) {
                continue;
            }
            let i = i as u32;
            let head = stem(n.key.rsplit(' ').next().unwrap_or(""));
            let first = *by_head.or_insert(&head, i);
            if first != i {
                let reason = || "The same noun in another article.".to_owned();
                self.join(first, i, &reason, Confidence::Likely);
            }
        }
    }

    /// Spellings of one name that differ as romanised names do.
    fn by_sound(&mut self, names: &[Name]) {
        let mut by_sound: HashMap<(String, EntityType, Option<&str>), u32> = HashMap::default();
        for (i, n) in names.iter().enumerate() {
            if n.form != Form::Name || n.known.is_some() || n.key.len() < 5 {
                continue;
            }
            if !matches!(n.kind, EntityType::Person | EntityType::Loc | EntityType::Org) {
                continue;
            }
            // One short word is too little to go by, unless it is written like an Arabic name.
            let words = n.key.split(' ').count();
            if words < 2 && !romanised(&n.key) {
                continue;
            }
            let i = i as u32;
            let sort = n.sort.filter(|s| *s == "province");
            let key = spoken(&n.key);
            let first = *by_sound.entry((key, n.kind, sort)).or_insert(i);
            if first != i && self.sets.find(first) != self.sets.find(i) {
                let other = names.get(first as usize).map_or("", |o| o.label.as_str());
                let reason = || format!("“{}” and “{other}” are spellings of one name.", n.label);
                self.join(first, i, &reason, Confidence::Likely);
            }
        }
    }

    /// A bare surname in one article and the only full name with it in the others.
    fn by_surname(&mut self, names: &[Name]) {
        let mut full: HashMap<&str, Vec<u32>> = HashMap::default();
        for (i, n) in names.iter().enumerate() {
            if n.kind == EntityType::Person
                && n.form == Form::Name
                && let Some((_, last)) = n.key.rsplit_once(' ')
            {
                full.entry(last).or_default().push(self.sets.find(i as u32));
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
            let Some(people) = full.get(n.key.as_str()) else { continue };
            let mut people: Vec<u32> = people.iter().map(|p| self.sets.find(*p)).collect();
            people.order();
            people.dedup();
            if let [person] = people.as_slice()
                && self.sets.find(i as u32) != *person
            {
                let other = names.get(*person as usize).map_or("", |o| o.label.as_str());
                let reason = || format!("The only full name with this surname here is “{other}”.");
                self.join(*person, i as u32, &reason, Confidence::Likely);
            }
        }
    }
}

/// Why a common noun was taken for an actor that the lexicon knows.
fn noun_reason(named: Option<&str>) -> String {
    match named {
        Some(name) => format!("A common noun; “{name}” before it is the nearest name that fits."),
        None => {
            "A common noun that, with the words around it, fits no other actor here.".to_owned()
        }
    }
}

/// Why an article's own text joins two names.
fn local_reason(other: &str, n: &Name) -> (String, Confidence) {
    match n.form {
        Form::Nominal => (
            format!("Stands for “{other}”, the nearest fitting name before it."),
            Confidence::Likely,
        ),
        Form::Pronoun => (format!("Stands for “{other}”."), Confidence::Likely),
        Form::Name if n.kind == EntityType::Person => {
            (format!("The surname of “{other}” in the same article."), Confidence::Likely)
        }
        Form::Name => (format!("The article itself equates it with “{other}”."), Confidence::Sure),
    }
}

/// The key without a word that only says what kind of thing is named.
fn bare(key: &str, kind: EntityType) -> String {
    let drop_first = |prefixes: &[&str]| {
        prefixes.iter().find_map(|p| key.strip_prefix(p)).filter(|rest| !rest.is_empty())
    };
    match kind {
        EntityType::Misc => drop_first(&["operation ", "the "]).unwrap_or(key).to_owned(),
        EntityType::Loc => key
            .strip_suffix(" province")
            .or_else(|| key.strip_suffix(" river"))
            .or_else(|| key.strip_suffix(" governorate"))
            .unwrap_or(key)
            .to_owned(),
        EntityType::Org => drop_first(&["the "]).unwrap_or(key).to_owned(),
        _ => key.to_owned(),
    }
}

/// The key with each place that the lexicon knows put as its id, and the rest as it sounds.
fn spoken(key: &str) -> String {
    let known = known();
    let words: Vec<&str> = key.split(' ').collect();
    let mut out = String::new();
    let mut i = 0;
    while i < words.len() {
        let hit = (i + 1..=words.len().min(i + 4)).rev().find_map(|j| {
            let part = words.get(i..j)?.join(" ");
            let entry = match known.exact(&part) {
                Some(s) => known.entry(s.entry),
                None => known.sounds_like(&part).and_then(|e| known.entry(e)),
            }?;
            (entry.kind == EntityType::Loc).then_some((j, entry))
        });
        match hit {
            Some((j, entry)) => {
                out.push('@');
                out.push_str(&entry.id);
                i = j;
            }
            None => {
                out.push(' ');
                out.push_str(&sound::sound(words.get(i).copied().unwrap_or("")));
                i += 1;
            }
        }
    }
    out
}

/// Whether a word looks like a romanised Arabic name.
fn romanised(key: &str) -> bool {
    ["kh", "gh", "dh", "aa", "ou", "q", "al ", "el "].iter().any(|s| key.contains(s))
        || key.ends_with("ah")
}

fn build(
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
        .filter(|s| *s != super::given::COMMON_NOUN)
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
