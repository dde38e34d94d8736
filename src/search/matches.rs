//! Where the terms of a query occur.

use super::actors::Actors;
use super::edits::edits;
use super::index::{Place, Store};
use super::query::{Leaf, Term};
use super::scope;
use crate::order::Order;
use crate::text::stem;

/// The places of a term, in order, each once.
pub(super) fn places(term: &Term, store: &Store, actors: &Actors) -> Vec<Place> {
    if term.leaf == Leaf::Everything {
        return scope::stretches(term.scope.as_ref(), store, actors);
    }
    let found = of_leaf(&term.leaf, store, actors);
    match &term.scope {
        Some(scope) => scope::inside(found, scope, store, actors),
        None => found,
    }
}

fn of_leaf(leaf: &Leaf, store: &Store, actors: &Actors) -> Vec<Place> {
    let named = |list: &[usize]| union(list.iter().map(|a| actors.places(*a, store)));
    match leaf {
        Leaf::Word(form) => store.places(&store.ids(form, false)),
        Leaf::Prefix(start) => store.places(&store.ids_prefixed(start)),
        Leaf::Fuzzy { form, edits: most } => {
            store.places(&store.ids_where(&|other| edits(form, other, *most).is_some()))
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

/// The shortest stretches of one sentence that hold every form as often as it is listed, in any of
/// its forms, and at most `slop` words more.
fn near(forms: &[String], slop: u32, store: &Store) -> Vec<Place> {
    // Words of one stem stand for each other: each stem with the number of places it must have.
    let mut wanted: Vec<(String, usize)> = Vec::new();
    for form in forms {
        let stem = stem(form);
        match wanted.iter_mut().find(|(known, _)| *known == stem) {
            Some((_, times)) => *times += 1,
            None => wanted.push((stem, 1)),
        }
    }
    let mut places: Vec<(Place, usize)> = Vec::new();
    for (number, (stem, _)) in wanted.iter().enumerate() {
        let of_stem = store.places(&store.ids_of_stem(stem));
        places.extend(of_stem.into_iter().filter(|p| p.len == 1).map(|p| (p, number)));
    }
    places.order();
    let mut out: Vec<Place> = Vec::new();
    for of_article in places.chunk_by(|a, b| a.0.doc == b.0.doc) {
        let Some((_, entry)) = of_article.first().and_then(|(p, _)| store.entry(p.doc)) else {
            continue;
        };
        for row in of_article.chunk_by(|a, b| entry.sentence(a.0.pos) == entry.sentence(b.0.pos)) {
            let mut missing: Vec<usize> = wanted.iter().map(|(_, times)| *times).collect();
            let mut extra = vec![0usize; wanted.len()];
            let mut from = 0;
            for (place, number) in row {
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
                let len = place.pos - first.pos + 1;
                // Ends at a word that the stretch before it had no need of: it is not shorter.
                let holds = out.last().is_some_and(|l| l.doc == first.doc && l.pos == first.pos);
                if !holds && u64::from(len) <= forms.len() as u64 + u64::from(slop) {
                    out.push(Place { doc: first.doc, pos: first.pos, len });
                }
            }
        }
    }
    out
}
