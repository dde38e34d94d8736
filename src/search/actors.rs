//! Actors as the query and the index know them.

use super::index::{Place, Store};
use super::{ActorEntry, Naming, parts};
use crate::entity::{self, EntityType};
use crate::map::ByName;
use crate::order::Order;
use crate::span::Span;
use crate::text::{Commonness, commonness, stem};

/// Names of more words than this are found by their words only.
const LONGEST: usize = 12;
/// Names of more words than this are not found by their sound.
const LONGEST_SOUND: usize = 6;

/// The actors and their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Actors {
    pub entries: Vec<ActorEntry>,
    /// For each written form of a name the actors that bear it and the name as articles have it.
    names: ByName<Vec<(usize, String)>>,
    longest: usize,
    /// For each sound the actors with a name that sounds so, and whether that name looks romanised.
    sounds: ByName<Vec<(usize, bool)>>,
    /// The mentions of each article in order of place.
    by_place: Vec<Vec<Standing>>,
}

/// A mention with its actor and its label.
type Standing = (Span, usize, usize);

impl Actors {
    /// Adds an actor.
    pub fn add(&mut self, actor: ActorEntry) {
        let number = self.entries.len();
        let labels = actor.labels.iter().filter(|l| !l.nominal).map(|l| &l.text);
        for label in labels.clone().chain([&actor.name]) {
            let key = parts::key(label);
            let words = key.split(' ').count();
            if key.is_empty() || words > LONGEST {
                continue;
            }
            self.longest = self.longest.max(words);
            let bearers = self.names.slot(&key);
            if !bearers.iter().any(|(i, l)| *i == number && l == label) {
                bearers.push((number, label.clone()));
            }
        }
        if !matches!(actor.kind, EntityType::Norp | EntityType::Misc) {
            for label in labels {
                let sounds = entity::sounds(label);
                for key in sounds.keys {
                    self.sounds.slot(&key).push((number, sounds.romanised));
                }
            }
        }
        for m in &actor.mentions {
            if self.by_place.len() <= m.article {
                self.by_place.resize_with(m.article + 1, Vec::new);
            }
            if let Some(here) = self.by_place.get_mut(m.article) {
                let standing = (m.span, number, m.label);
                here.insert(here.partition_point(|s| *s < standing), standing);
            }
        }
        self.entries.push(actor);
    }

    /// The number of words of the longest name; at least 1.
    pub fn longest(&self) -> usize {
        self.longest.max(1)
    }

    /// The actors that plain words of a query name. A label without a capital ("the group") is no
    /// name; one that is written like a function word ("IS", "US") must be typed in the same case.
    pub fn by_name(&self, key: &str, typed: &str) -> Vec<usize> {
        let guarded = is_function(&[key.to_owned()]);
        let Some(bearers) = self.names.get(key) else { return Vec::new() };
        let mut found: Vec<usize> = bearers
            .iter()
            .filter(|(_, label)| {
                let is_name = label.chars().any(|c| c.is_uppercase())
                    || !label.chars().any(|c| c.is_lowercase());
                is_name && (!guarded || label == typed)
            })
            .map(|(i, _)| *i)
            .collect();
        found.dedup();
        found
    }

    /// The actor with this identifier.
    pub fn by_id(&self, id: &str) -> Vec<usize> {
        let found = self.entries.iter().position(|a| a.id.eq_ignore_ascii_case(id.trim()));
        found.into_iter().collect()
    }

    /// The actors with this name, however it is written.
    pub fn by_label(&self, name: &str) -> Vec<usize> {
        let bearers = self.names.get(&parts::key(name)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<usize> = bearers.iter().map(|(i, _)| *i).collect();
        found.dedup();
        found
    }

    /// The actors of which a name sounds like these words, as spellings of one romanised name do. A
    /// single word that does not look romanised must occur nowhere, so that "rack" is not Raqqa
    /// where there is a rack.
    pub fn by_sound(&self, forms: &[String], occurs: &dyn Fn(&str) -> bool) -> Vec<usize> {
        if forms.len() > LONGEST_SOUND || is_function(forms) {
            return Vec::new();
        }
        let typed = entity::sounds(&forms.join(" "));
        let firm = typed.several || typed.romanised || !forms.iter().any(|form| occurs(form));
        let mut found: Vec<usize> = Vec::new();
        for key in &typed.keys {
            for (actor, romanised) in self.sounds.get(key).map_or(&[][..], Vec::as_slice) {
                let sure = entity::is_known_sound(key);
                if sure || firm && (*romanised || typed.romanised || typed.several) {
                    found.push(*actor);
                }
            }
        }
        found.order();
        found.dedup();
        found
    }

    /// The names of some actors, in plain words.
    pub fn names(&self, list: &[usize]) -> String {
        let names: Vec<&str> =
            list.iter().filter_map(|a| self.entries.get(*a)).map(|a| a.name.as_str()).collect();
        names.join(" or ")
    }

    /// The label of `actor` that is written with these forms.
    pub fn label(&self, actor: usize, key: &str) -> Option<&str> {
        let bearers = self.names.get(key)?;
        bearers.iter().find(|(i, _)| *i == actor).map(|(_, label)| label.as_str())
    }

    /// Forgets the mentions in article `number` and moves those in later ones down.
    pub fn remove_article(&mut self, number: usize) {
        if number < self.by_place.len() {
            self.by_place.remove(number);
        }
        for actor in &mut self.entries {
            actor.mentions.retain(|m| m.article != number);
            for mention in &mut actor.mentions {
                mention.article -= usize::from(mention.article > number);
            }
        }
    }

    /// Whether a mention of one of these actors stands here.
    pub fn named_at(&self, actors: &[usize], article: usize, at: Span) -> bool {
        self.standing(article, at).iter().any(|(_, actor, _)| actors.contains(actor))
    }

    /// The name of the actor whose mention stands here.
    pub fn bearer(&self, article: usize, at: Span) -> Option<&str> {
        let (_, actor, _) = self.standing(article, at).first()?;
        self.entries.get(*actor).map(|a| a.name.as_str())
    }

    /// The label of the mention that stands here.
    pub fn written(&self, article: usize, at: Span) -> Option<&str> {
        let (_, actor, label) = self.standing(article, at).first()?;
        self.entries.get(*actor)?.labels.get(*label).map(|l| l.text.as_str())
    }

    /// The mentions with exactly this range: with their actors and labels.
    fn standing(&self, article: usize, at: Span) -> &[Standing] {
        let here = self.by_place.get(article).map_or(&[][..], Vec::as_slice);
        let from = here.partition_point(|(span, ..)| *span < at);
        let to = here.partition_point(|(span, ..)| *span <= at);
        here.get(from..to).unwrap_or(&[])
    }

    /// For each actor the places of mentions whose label has these words next to each other, in any
    /// of their forms.
    pub fn labelled(&self, forms: &[String], store: &Store) -> Vec<Vec<Place>> {
        let wanted: Vec<String> = forms.iter().map(|form| stem(form)).collect();
        let has = |label: &super::Label| {
            let stems: Vec<String> = parts::key(&label.text).split(' ').map(stem).collect();
            !wanted.is_empty() && stems.windows(wanted.len()).any(|words| words == wanted)
        };
        let mut out = Vec::new();
        for actor in &self.entries {
            let labels: Vec<bool> = actor.labels.iter().map(has).collect();
            if labels.contains(&true) {
                let used = |m: &Naming| labels.get(m.label).copied().unwrap_or(false);
                out.push(places_where(actor, store, &used));
            }
        }
        out
    }

    /// The places at which an actor is named, in order.
    pub fn places(&self, actor: usize, store: &Store) -> Vec<Place> {
        self.entries.get(actor).map_or_else(Vec::new, |a| places_where(a, store, &|_| true))
    }
}

fn places_where(actor: &ActorEntry, store: &Store, wanted: &dyn Fn(&Naming) -> bool) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for mentions in actor.mentions.chunk_by(|a, b| a.article == b.article) {
        let Some(article) = mentions.first().and_then(|m| store.article(m.article)) else {
            continue;
        };
        let spans = article.spans();
        let touched = mentions.iter().filter(|m| wanted(m)).filter_map(|m| spans.touching(m.span));
        out.extend(touched.map(|(pos, len)| Place { doc: article.key(), pos, len }));
    }
    out.order();
    out.dedup();
    out
}

/// Whether these forms are one that mostly is no name ("is", "us").
pub(super) fn is_function(forms: &[String]) -> bool {
    matches!(forms, [form] if commonness(form) == Commonness::Function || form == "us")
}
