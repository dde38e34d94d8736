//! What the program knows before it reads: names from the lexicon, and word classes.

use super::EntityType;
use super::sound::{key, sound};
use crate::lexicon::{self, list};
use crate::map::ByName;
use crate::text::fold;
use std::sync::OnceLock;

/// Classes of words, as bits.
pub(super) type Class = u32;

pub(super) const FUNCTION: Class = 1;
pub(super) const COMMON: Class = 1 << 1;
pub(super) const ABSTRACT: Class = 1 << 2;
pub(super) const DATE: Class = 1 << 3;
pub(super) const PARTICLE: Class = 1 << 4;
pub(super) const ARTICLE: Class = 1 << 5;
pub(super) const JOIN: Class = 1 << 6;
pub(super) const SUFFIX: Class = 1 << 7;
pub(super) const SPLIT: Class = 1 << 8;
pub(super) const PREFIX: Class = 1 << 9;
pub(super) const CUE: Class = 1 << 10;
pub(super) const GIVEN: Class = 1 << 11;
pub(super) const RANK: Class = 1 << 12;
pub(super) const HONORIFIC: Class = 1 << 13;
pub(super) const OFFICE: Class = 1 << 14;
pub(super) const ROLE: Class = 1 << 15;
pub(super) const MODIFIER: Class = 1 << 16;
pub(super) const ORG_HEAD: Class = 1 << 17;
pub(super) const PLACE_HEAD: Class = 1 << 18;
pub(super) const THING_HEAD: Class = 1 << 19;
pub(super) const FIRM: Class = 1 << 20;
pub(super) const LEAD_PLACE: Class = 1 << 21;
pub(super) const LEAD_THING: Class = 1 << 22;
pub(super) const STATE_BODY: Class = 1 << 23;
pub(super) const LAND: Class = 1 << 24;
/// Words that part a title from the name that follows.
pub(super) const TITLE: Class = RANK | HONORIFIC | OFFICE;

/// Something the lexicon names.
pub(super) struct Entry {
    /// Identifier, used in links.
    pub id: String,
    /// The name shown.
    pub name: &'static str,
    pub kind: EntityType,
    /// What sort of thing: "country", "city", "armed group" …
    pub sort: &'static str,
    /// For a people: its country's entry. For a country: its people's.
    pub pair: Option<u32>,
}

/// A spelling of an entry.
#[derive(Clone, Copy)]
pub(super) struct Spelling {
    pub entry: u32,
    /// Whether every letter must be a capital ("IS", "WHO").
    pub upper: bool,
    /// Whether the spelling is such a common word that other evidence must be in the article.
    pub wary: bool,
}

/// The lexicon, ready for look-ups.
pub(super) struct Known {
    pub entries: Vec<Entry>,
    exact: ByName<Spelling>,
    sounds: ByName<u32>,
    ids: ByName<u32>,
    words: ByName<Class>,
    nominals: ByName<(&'static str, &'static str)>,
    /// The country of each capital, by id.
    capitals: ByName<u32>,
    /// Exact keys of all but the last word of longer names, to stop look-ups early.
    starts: ByName<()>,
}

/// The longest name in the lexicon, in words.
pub(super) const LONGEST: usize = 9;

/// The lexicon; built on first use.
pub(super) fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(Known::build)
}

impl Known {
    /// The entry with this exact key.
    pub fn exact(&self, key: &str) -> Option<Spelling> {
        self.exact.get(key).copied()
    }

    /// Whether a longer name begins with this key.
    pub fn begins(&self, key: &str) -> bool {
        self.starts.contains_key(key)
    }

    /// The entry that is romanised in many ways and sounds like this key.
    pub fn sounds_like(&self, key: &str) -> Option<u32> {
        if key.len() < 4 {
            return None;
        }
        self.sounds.get(&sound(key)).copied()
    }

    /// The entry with this id.
    pub fn by_id(&self, id: &str) -> Option<&Entry> {
        self.ids.get(id).and_then(|i| self.entry(*i))
    }

    /// The entry with this number.
    pub fn entry(&self, i: u32) -> Option<&Entry> {
        self.entries.get(i as usize)
    }

    /// The classes of a folded word.
    pub fn class(&self, word: &str) -> Class {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// The country to which an entry belongs: a country itself, its people, its capital, or one of
    /// its bodies and seats. A party is its own, and its members'.
    pub fn state_of(&'static self, id: &str) -> Option<&'static str> {
        let entry = self.by_id(id)?;
        if entry.sort == "country" || entry.sort == "party" {
            return Some(&entry.id);
        }
        if let Some(pair) = entry.pair.filter(|_| entry.kind == EntityType::Norp) {
            return self.entry(pair).map(|e| e.id.as_str());
        }
        if let Some(country) = self.capitals.get(id) {
            return self.entry(*country).map(|e| e.id.as_str());
        }
        static SEATS: OnceLock<lexicon::Lookup<&'static str>> = OnceLock::new();
        let seats = SEATS.get_or_init(|| {
            lexicon::SEATS.rows::<2>().map(|[id, country]| (id, country)).collect()
        });
        seats.get(id).copied()
    }

    /// The sorts and types of actor that a common noun may stand for.
    pub fn nominal(&self, word: &str) -> Option<(&'static str, &'static str)> {
        self.nominals.get(word).copied()
    }

    fn build() -> Self {
        let mut k = Self {
            // Room for what the lists hold today; they may grow.
            entries: Vec::with_capacity(2048),
            exact: ByName::with_capacity(3500),
            sounds: ByName::with_capacity(400),
            ids: ByName::with_capacity(1700),
            words: ByName::with_capacity(3500),
            nominals: ByName::default(),
            capitals: ByName::default(),
            starts: ByName::with_capacity(800),
        };
        k.add_words();
        for [id, name, sort, aliases, spelling] in lexicon::PLACES.rows::<5>() {
            let entry = k.add(id.to_owned(), name, EntityType::Loc, sort);
            k.spell(entry, name, aliases);
            if spelling == "arabic" {
                k.spell_by_sound(entry, name, aliases);
            }
        }
        for [id, name, aliases, capital, demonyms] in lexicon::COUNTRIES.rows::<5>() {
            let country = k.add(id.to_owned(), name, EntityType::Loc, "country");
            k.spell(country, name, aliases);
            if let Some(first) = list(demonyms).next() {
                let people = k.add(format!("{id}-people"), first, EntityType::Norp, "people");
                k.spell(people, first, demonyms);
                for form in list(demonyms).filter(|f| !f.ends_with("se") && !f.ends_with("sh")) {
                    k.alias(people, &format!("{form}s"));
                }
                if let Some(e) = k.entries.get_mut(people as usize) {
                    e.pair = Some(country);
                }
                if let Some(e) = k.entries.get_mut(country as usize) {
                    e.pair = Some(people);
                }
            }
            if !capital.is_empty() {
                match k.exact(&key(&fold(capital))) {
                    Some(s) => {
                        if let Some(id) = k.entry(s.entry).map(|e| e.id.clone()) {
                            k.capitals.or_insert(&id, country);
                        }
                        if let Some(e) = k.entries.get_mut(s.entry as usize)
                            && e.sort == "city"
                        {
                            e.sort = "capital";
                        }
                    }
                    None => {
                        let city = k.add(slug(capital), capital, EntityType::Loc, "capital");
                        k.spell(city, capital, "");
                        k.capitals.or_insert(&slug(capital), country);
                    }
                }
            }
        }
        for [id, name, aliases] in lexicon::PEOPLES.rows::<3>() {
            let entry = k.add(id.to_owned(), name, EntityType::Norp, "people");
            k.spell(entry, name, aliases);
        }
        for [id, name, kind, sort, aliases] in lexicon::ACTORS.rows::<5>() {
            let kind = EntityType::from_code(kind).unwrap_or(EntityType::Misc);
            let entry = k.add(id.to_owned(), name, kind, sort);
            k.spell(entry, name, aliases);
        }
        for [name, country] in lexicon::CITIES.rows::<2>() {
            if k.exact(&key(&fold(name))).is_some() {
                continue;
            }
            let entry = k.add(slug(name), name, EntityType::Loc, "city");
            k.spell(entry, name, "");
            if matches!(
                country,
                "SY" | "IQ" | "LB" | "JO" | "PS" | "YE" | "IR" | "SA" | "EG" | "LY" | "AF"
            ) {
                k.spell_by_sound(entry, name, "");
            }
        }
        k
    }

    fn add(&mut self, id: String, name: &'static str, kind: EntityType, sort: &'static str) -> u32 {
        let n = self.entries.len() as u32;
        let mut id = id;
        while self.ids.contains_key(&id) {
            id.push_str("-2");
        }
        self.ids.insert(&id.clone(), n);
        self.entries.push(Entry { id, name, kind, sort, pair: None });
        n
    }

    fn spell(&mut self, entry: u32, name: &str, aliases: &'static str) {
        self.alias(entry, name);
        for alias in list(aliases) {
            self.alias(entry, alias);
        }
    }

    fn alias(&mut self, entry: u32, alias: &str) {
        let key = key(&fold(alias));
        let letters = alias.chars().filter(|c| c.is_alphabetic()).count();
        let all_upper = !alias.chars().any(char::is_lowercase);
        let class = self.class(&key);
        let common = class & (FUNCTION | COMMON) != 0;
        let upper = all_upper && (letters < 4 || common);
        let wary = class & FUNCTION != 0 && key.len() < 3 && key != "us";
        for (i, _) in key.match_indices(' ') {
            self.starts.or_insert(key.get(..i).unwrap_or(""), ());
        }
        self.exact.or_insert(&key, Spelling { entry, upper, wary });
    }

    fn spell_by_sound(&mut self, entry: u32, name: &'static str, aliases: &'static str) {
        for alias in core::iter::once(name).chain(list(aliases)) {
            let sound = sound(&key(&fold(alias)));
            if sound.len() > 3 {
                self.sounds.or_insert(&sound, entry);
            }
        }
    }

    fn add_words(&mut self) {
        for [kind, words] in lexicon::WORDS.rows::<2>() {
            let class = match kind {
                "function" => FUNCTION,
                "common" => COMMON,
                "abstract" => ABSTRACT,
                "date" => DATE,
                "particle" => PARTICLE,
                "article" => ARTICLE,
                "join" => JOIN,
                "suffix" => SUFFIX,
                "split" => SPLIT,
                "prefix" => PREFIX,
                _ => CUE,
            };
            self.mark(words, class);
        }
        for [kind, words] in lexicon::TITLES.rows::<2>() {
            let class = match kind {
                "rank" => RANK,
                "honorific" => HONORIFIC,
                "office" => OFFICE,
                "role" => ROLE,
                _ => MODIFIER,
            };
            self.mark(words, class);
        }
        for [kind, words] in lexicon::HEADS.rows::<2>() {
            let class = match kind {
                "org" => ORG_HEAD,
                "place" => PLACE_HEAD,
                "thing" => THING_HEAD,
                "firm" => FIRM,
                "lead-place" => LEAD_PLACE,
                "lead-thing" => LEAD_THING,
                "state-body" => STATE_BODY,
                _ => LAND,
            };
            self.mark(words, class);
        }
        for [_, names] in lexicon::GIVEN_NAMES.rows::<2>() {
            for name in list(names) {
                *self.words.or_insert(&fold(name), 0) |= GIVEN;
            }
        }
        for [head, sorts, types] in lexicon::NOMINALS.rows::<3>() {
            self.nominals.insert(head, (sorts, types));
        }
    }

    fn mark(&mut self, words: &'static str, class: Class) {
        for word in list(words) {
            *self.words.or_insert(word, 0) |= class;
        }
    }
}

/// A name as an identifier for links: `a-z0-9-`, never empty.
pub(super) fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in fold(name).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && c != '.' && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    while out.ends_with('-') {
        out.pop();
    }
    if out.is_empty() {
        out.push('x');
    }
    out
}
