//! Actors as the query and the index know them.

use super::index::{Place, Store};
use super::{ActorEntry, Naming, parts};
use crate::map::ByName;
use crate::order::Order;
use crate::span::Span;
use crate::text::{Commonness, commonness, stem};

/// Names of more words than this are found by their words only.
const LONGEST: usize = 12;

/// The actors and their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Actors {
    pub entries: Vec<ActorEntry>,
    /// For each written form of a name the actors that bear it and the name as articles have it.
    names: ByName<Vec<(usize, String)>>,
    longest: usize,
}

impl Actors {
    pub fn new(entries: Vec<ActorEntry>) -> Self {
        let mut names: ByName<Vec<(usize, String)>> = ByName::default();
        let mut longest = 0;
        for (i, actor) in entries.iter().enumerate() {
            let labels = actor.labels.iter().filter(|l| !l.nominal).map(|l| &l.text);
            for label in labels.chain([&actor.name]) {
                let key = parts::key(label);
                let words = key.split(' ').count();
                if key.is_empty() || words > LONGEST {
                    continue;
                }
                longest = longest.max(words);
                let bearers = names.slot(&key);
                if !bearers.iter().any(|(j, l)| *j == i && l == label) {
                    bearers.push((i, label.clone()));
                }
            }
        }
        Self { entries, names, longest }
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

    /// The actors that `actor:…` names: by identifier, or by any label.
    pub fn by_field(&self, name: &str) -> Vec<usize> {
        if let Some(i) = self.entries.iter().position(|a| a.id.eq_ignore_ascii_case(name)) {
            return vec![i];
        }
        let bearers = self.names.get(&parts::key(name)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<usize> = bearers.iter().map(|(i, _)| *i).collect();
        found.dedup();
        found
    }

    /// The label of `actor` that is written with these forms.
    pub fn label(&self, actor: usize, key: &str) -> Option<&str> {
        let bearers = self.names.get(key)?;
        bearers.iter().find(|(i, _)| *i == actor).map(|(_, label)| label.as_str())
    }

    /// Forgets the mentions in article `number` and moves those in later ones down.
    pub fn remove_article(&mut self, number: usize) {
        for actor in &mut self.entries {
            actor.mentions.retain(|m| m.article != number);
            for mention in &mut actor.mentions {
                mention.article -= usize::from(mention.article > number);
            }
        }
    }

    /// Whether the mention at `at` in an article is one of these actors.
    pub fn named_at(&self, actors: &[usize], article: usize, at: Span) -> bool {
        actors.iter().filter_map(|a| self.entries.get(*a)).any(|actor| {
            let from = actor.mentions.partition_point(|m| m.article < article);
            let here = actor.mentions.get(from..).unwrap_or(&[]).iter();
            here.take_while(|m| m.article == article).any(|m| m.span == at)
        })
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
    let place = |m: &Naming| {
        let article = store.article(m.article)?;
        let (pos, len) = article.spans().touching(m.span)?;
        Some(Place { doc: article.key(), pos, len })
    };
    let mut out: Vec<Place> =
        actor.mentions.iter().filter(|m| wanted(m)).filter_map(place).collect();
    out.order();
    out.dedup();
    out
}

/// Whether these forms are one that mostly is no name ("is", "us").
pub(super) fn is_function(forms: &[String]) -> bool {
    matches!(forms, [form] if commonness(form) == Commonness::Function || form == "us")
}
