//! Where the terms of a query occur.

use super::actors::Actors;
use super::index::{Place, Store};
use super::query::Leaf;
use crate::order::Order;

/// The places of a term, in order, each once.
pub(super) fn places(leaf: &Leaf, store: &Store, actors: &Actors) -> Vec<Place> {
    match leaf {
        Leaf::Word(form) => store.places(&store.ids(form, false)),
        Leaf::Prefix(start) => store.places(&store.ids_prefixed(start)),
        Leaf::Phrase { forms, exact } => phrase(forms, *exact, store),
        Leaf::Actor(list) => union(list.iter().map(|a| actors.places(*a, store))),
        Leaf::Name { forms, actors: list } => {
            let named = union(list.iter().map(|a| actors.places(*a, store)));
            let guarded = super::actors::is_function(forms);
            let words = match forms.as_slice() {
                // "IS" is a name where it was found to be one, not wherever "is" stands.
                _ if guarded => Vec::new(),
                [form] => store.places(&store.ids(form, true)),
                _ => phrase(forms, true, store),
            };
            outermost(union([named, words].into_iter()))
        }
    }
}

fn union(lists: impl Iterator<Item = Vec<Place>>) -> Vec<Place> {
    let mut out: Vec<Place> = lists.flatten().collect();
    out.order();
    out.dedup();
    out
}

/// Leaves out places that lie inside others, so that "Dillon" inside "Ryan Dillon" counts once.
fn outermost(places: Vec<Place>) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::with_capacity(places.len());
    for place in places {
        while out
            .last()
            .is_some_and(|l| l.doc == place.doc && l.pos == place.pos && l.len <= place.len)
        {
            out.pop();
        }
        let inside = out
            .last()
            .is_some_and(|l| l.doc == place.doc && place.pos + place.len <= l.pos + l.len);
        if !inside {
            out.push(place);
        }
    }
    out
}

/// Places where the forms stand one after the other in one sentence; also the joined spelling
/// of a compound of few parts.
fn phrase(forms: &[String], exact: bool, store: &Store) -> Vec<Place> {
    let mut out = sequence(forms, exact, store);
    if (2..=4).contains(&forms.len()) && !exact {
        out = union([out, store.places(&store.ids(&forms.concat(), false))].into_iter());
    }
    out
}

fn sequence(forms: &[String], exact: bool, store: &Store) -> Vec<Place> {
    let ids: Vec<Vec<u32>> = forms.iter().map(|form| store.ids(form, exact)).collect();
    let Some((rarest, rare)) =
        ids.iter().enumerate().min_by_key(|(_, ids)| store.count(ids.as_slice()))
    else {
        return Vec::new();
    };
    let length = forms.len() as u32;
    let mut out = Vec::new();
    // Only the rarest form's places are read; its neighbours are looked up in the articles.
    for place in store.places(rare).into_iter().filter(|p| p.len == 1) {
        let Some(start) = place.pos.checked_sub(rarest as u32) else { continue };
        let Some((_, entry)) = store.entry(place.doc) else { continue };
        let Some(found) = entry.forms.get(start as usize..(start + length) as usize) else {
            continue;
        };
        let all = ids.iter().zip(found).all(|(ids, form)| ids.contains(form));
        if all && entry.sentence(start) == entry.sentence(start + length - 1) {
            out.push(Place { doc: place.doc, pos: start, len: length });
        }
    }
    out
}
