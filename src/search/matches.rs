//! Where the terms of a query occur.

use super::actors::Actors;
use super::index::{Place, Store};
use super::query::{Leaf, Term};
use super::scope;
use crate::order::Order;
use crate::text::stem;
use parallax_engine::postings::{self, Source};

/// Where a term occurs: as the forms of a word, wherever they stand, or as places.
pub(super) fn source(term: &Term, store: &Store, actors: &Actors) -> Source {
    if term.leaf == Leaf::Everything {
        return Source::Places(scope::stretches(term.scope.as_ref(), store, actors));
    }
    if let (None, Some(forms)) = (&term.scope, forms(&term.leaf, store)) {
        return Source::Forms(forms);
    }
    let found = of_leaf(&term.leaf, store, actors);
    Source::Places(match &term.scope {
        Some(scope) => scope::inside(found, scope, store, actors),
        None => found,
    })
}

/// The forms of a word exactly as it was asked for, as often as it was.
pub(super) fn exact(term: &Term, store: &Store) -> Vec<u32> {
    match (&term.leaf, &term.scope) {
        (Leaf::Word(form), None) if term.positive => {
            let form = store.ids(form, true);
            form.iter().copied().cycle().take(form.len() * term.count as usize).collect()
        }
        _ => Vec::new(),
    }
}

/// The forms that a leaf stands for, where it is a single word.
fn forms(leaf: &Leaf, store: &Store) -> Option<Vec<u32>> {
    match leaf {
        Leaf::Word(form) => Some(store.ids(form, false)),
        Leaf::Prefix(start) => Some(store.ids_prefixed(start)),
        Leaf::Fuzzy { form, edits } => {
            let like = store.postings.dictionary.like(form, u32::from(*edits));
            Some(like.into_iter().map(|(form, _)| form).collect())
        }
        _ => None,
    }
}

fn of_leaf(leaf: &Leaf, store: &Store, actors: &Actors) -> Vec<Place> {
    let named = |list: &[usize]| union(list.iter().map(|a| actors.places(*a, store)));
    match leaf {
        Leaf::Word(_) | Leaf::Prefix(_) | Leaf::Fuzzy { .. } => {
            store.places(&forms(leaf, store).unwrap_or_default())
        }
        Leaf::Phrase { forms, exact, open } => phrase(forms, *exact, *open, store),
        Leaf::Near { forms, slop } => near(forms, *slop, store),
        Leaf::Actor(list) => named(list),
        Leaf::Type(kind) => {
            let of_kind = actors.entries.iter().enumerate().filter(|(_, a)| a.kind == *kind);
            named(&of_kind.map(|(i, _)| i).collect::<Vec<_>>())
        }
        Leaf::Label(forms) => union(actors.labelled(forms, store).into_iter()),
        Leaf::Name { forms, actors: list } => {
            let guarded = super::actors::is_function(forms);
            let words = match forms.as_slice() {
                // "IS" is a name where it was found to be one, not wherever "is" stands.
                _ if guarded => Vec::new(),
                [form] => store.places(&store.ids(form, true)),
                _ => phrase(forms, true, false, store),
            };
            outermost(union([named(list), words].into_iter()))
        }
        Leaf::Everything => Vec::new(),
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
fn phrase(forms: &[String], exact: bool, open: bool, store: &Store) -> Vec<Place> {
    let mut out = sequence(forms, exact, open, store);
    if (2..=4).contains(&forms.len()) && !exact {
        let joined = forms.concat();
        let ids = if open { store.ids_prefixed(&joined) } else { store.ids(&joined, false) };
        out = union([out, store.places(&ids)].into_iter());
    }
    out
}

fn sequence(forms: &[String], exact: bool, open: bool, store: &Store) -> Vec<Place> {
    let mut ids: Vec<Vec<u32>> = forms.iter().map(|form| store.ids(form, exact)).collect();
    if open && let (Some(last), Some(start)) = (ids.last_mut(), forms.last()) {
        *last = store.ids_prefixed(start);
    }
    postings::sequence(&store.postings, &ids)
}

/// The shortest stretches of one sentence that hold every form as often as it is listed, in any of
/// its forms, and at most `slop` words more.
fn near(forms: &[String], slop: u32, store: &Store) -> Vec<Place> {
    // Words of one stem stand for each other: a word of each with the number of places it must have.
    let mut wanted: Vec<(&str, usize)> = Vec::new();
    for form in forms {
        match wanted.iter_mut().find(|(known, _)| stem(known) == stem(form)) {
            Some((_, times)) => *times += 1,
            None => wanted.push((form, 1)),
        }
    }
    let slots: Vec<Vec<u32>> = wanted.iter().map(|(form, _)| store.ids(form, false)).collect();
    let mut out: Vec<Place> = Vec::new();
    postings::together(&store.postings, &slots, &mut |doc, positions| {
        let mut places: Vec<(u32, usize)> = Vec::new();
        for (number, list) in positions.iter().enumerate() {
            places.extend(list.iter().map(|pos| (*pos, number)));
        }
        places.order();
        let sentence = |pos: u32| store.postings.sentence(doc, pos);
        for row in places.chunk_by(|a, b| sentence(a.0) == sentence(b.0)) {
            let mut missing: Vec<usize> = wanted.iter().map(|(_, times)| *times).collect();
            let mut extra = vec![0usize; wanted.len()];
            let mut from = 0;
            for (pos, number) in row {
                if missing[*number] > 0 {
                    missing[*number] -= 1;
                } else {
                    extra[*number] += 1;
                }
                if missing.iter().any(|n| *n > 0) {
                    continue;
                }
                // The first word goes as long as another one stands for it.
                while let Some((_, first)) = row.get(from).filter(|(_, f)| extra[*f] > 0) {
                    extra[*first] -= 1;
                    from += 1;
                }
                let Some((first, _)) = row.get(from) else { continue };
                let len = pos - first + 1;
                // Ends at a word that the stretch before it had no need of: it is not shorter.
                let holds = out.last().is_some_and(|l| l.doc == doc && l.pos == *first);
                if !holds && u64::from(len) <= forms.len() as u64 + u64::from(slop) {
                    out.push(Place { doc, pos: *first, len });
                }
            }
        }
    });
    out
}
