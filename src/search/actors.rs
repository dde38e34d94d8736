//! Actors as the query and the index know them.

use super::ActorEntry;
use super::index::Store;
use super::parts;
use crate::map::ByName;
use crate::order::Order;
use crate::text::{Commonness, commonness};

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
            for label in actor.labels.iter().chain([&actor.name]) {
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
            actor.mentions.retain(|(article, ..)| *article != number);
            for (article, ..) in &mut actor.mentions {
                if *article > number {
                    *article -= 1;
                }
            }
        }
    }

    /// The places at which an actor is named, in order.
    pub fn places(&self, actor: usize, store: &Store) -> Vec<super::index::Place> {
        let Some(actor) = self.entries.get(actor) else { return Vec::new() };
        let mut out: Vec<_> = actor
            .mentions
            .iter()
            .filter_map(|(article, _, span)| {
                let entry = store.entries.get(*article)?;
                let (pos, len) = entry.positions(*span)?;
                Some(super::index::Place { doc: entry.key, pos, len })
            })
            .collect();
        out.order();
        out.dedup();
        out
    }
}

/// Whether these forms are one that mostly is no name ("is", "us").
pub(super) fn is_function(forms: &[String]) -> bool {
    matches!(forms, [form] if commonness(form) == Commonness::Function || form == "us")
}
