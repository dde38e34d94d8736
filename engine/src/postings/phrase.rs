//! Words that stand together.

use super::segment::Postings;
use super::store::{Place, Store};
use crate::order::sort_numbers;

/// Walks the documents that have at least one form of every slot, and hands the positions of each slot
/// in them over: in order of key, positions ascending. Forms of joined spellings are passed over.
#[inline(never)]
pub fn together(store: &Store, slots: &[Vec<u32>], each: &mut dyn FnMut(u32, &[&[u32]])) {
    for segment in 0..store.segments.len() {
        let lists: Vec<Vec<Postings<'_>>> =
            slots.iter().map(|forms| in_segment(store, segment, forms)).collect();
        let size = |list: &Vec<Postings<'_>>| list.iter().map(|p| p.docs.len()).sum::<usize>();
        let Some(rarest) = (0..lists.len()).min_by_key(|i| size(&lists[*i])) else { return };
        if lists.iter().all(|list| list.len() < 2) {
            let lists: Vec<Postings<'_>> = lists.into_iter().flatten().collect();
            if lists.len() == slots.len() {
                together_single(&lists, rarest, each);
            }
            continue;
        }
        let mut cursors: Vec<Vec<usize>> = lists.iter().map(|l| vec![0; l.len()]).collect();
        let mut merged: Vec<Vec<u32>> = vec![Vec::new(); lists.len()];
        loop {
            // The next document of the rarest slot.
            let heads = lists[rarest].iter().zip(&cursors[rarest]);
            let Some(doc) = heads.filter_map(|(p, at)| p.docs.get(*at)).min().copied() else {
                break;
            };
            let mut all = true;
            for (list, cursors) in lists.iter().zip(&mut cursors) {
                let mut found = false;
                for (p, at) in list.iter().zip(cursors) {
                    *at = gallop(p.docs, *at, doc);
                    found |= p.docs.get(*at) == Some(&doc);
                }
                if !found {
                    all = false;
                    break;
                }
            }
            if all {
                for (slot, (list, cursors)) in lists.iter().zip(&cursors).enumerate() {
                    if list.len() > 1 {
                        let merged = &mut merged[slot];
                        merged.clear();
                        for (p, at) in list.iter().zip(cursors) {
                            if p.docs.get(*at) == Some(&doc) {
                                merged.extend_from_slice(p.positions(*at));
                            }
                        }
                        merge(merged);
                    }
                }
                let slots = lists.iter().zip(&cursors).zip(&merged);
                let positions: Vec<&[u32]> = slots
                    .map(|((list, cursors), merged)| match (list.as_slice(), cursors.first()) {
                        ([only], Some(at)) => only.positions(*at),
                        _ => merged.as_slice(),
                    })
                    .collect();
                each(doc, &positions);
            }
            for (p, at) in lists[rarest].iter().zip(&mut cursors[rarest]) {
                if p.docs.get(*at) == Some(&doc) {
                    *at += 1;
                }
            }
        }
    }
}

/// The same within a segment, where each slot has one form: nothing is made anew for a document.
#[inline(never)]
fn together_single(lists: &[Postings<'_>], rarest: usize, each: &mut dyn FnMut(u32, &[&[u32]])) {
    let mut cursors = vec![0usize; lists.len()];
    let mut positions: Vec<&[u32]> = vec![&[]; lists.len()];
    'documents: for (row, doc) in lists[rarest].docs.iter().enumerate() {
        cursors[rarest] = row;
        for (list, cursor) in lists.iter().zip(&mut cursors) {
            *cursor = gallop(list.docs, *cursor, *doc);
            if list.docs.get(*cursor) != Some(doc) {
                continue 'documents;
            }
        }
        for (slot, (list, cursor)) in positions.iter_mut().zip(lists.iter().zip(&cursors)) {
            *slot = list.positions(*cursor);
        }
        each(*doc, &positions);
    }
}

/// Puts positions from several lists in order.
fn merge(positions: &mut Vec<u32>) {
    let mut numbers: Vec<u64> = positions.iter().map(|p| u64::from(*p)).collect();
    sort_numbers(&mut numbers);
    positions.clear();
    positions.extend(numbers.iter().map(|p| *p as u32));
}

fn in_segment<'a>(store: &'a Store, segment: usize, forms: &[u32]) -> Vec<Postings<'a>> {
    let plain = forms.iter().filter(|f| store.dictionary.width(**f) == 1);
    let Some(segment) = store.segments.get(segment) else { return Vec::new() };
    plain.map(|f| segment.postings(*f)).filter(|p| !p.docs.is_empty()).collect()
}

/// The first place from `at` in an ascending list at which it is not below `doc`, by doubling steps.
fn gallop(docs: &[u32], at: usize, doc: u32) -> usize {
    if docs.get(at).is_none_or(|d| *d >= doc) {
        return at;
    }
    let mut step = 1;
    while docs.get(at + step).is_some_and(|d| *d < doc) {
        step *= 2;
    }
    let from = at + step / 2;
    let to = (at + step).min(docs.len());
    from + docs.get(from..to).unwrap_or(&[]).partition_point(|d| *d < doc)
}

/// The places where the slots follow each other in one sentence, in order.
#[inline(never)]
pub fn sequence(store: &Store, slots: &[Vec<u32>]) -> Vec<Place> {
    let len = slots.len() as u32;
    let mut out = Vec::new();
    if len == 0 {
        return out;
    }
    let mut next: Vec<usize> = Vec::new();
    together(store, slots, &mut |doc, positions| {
        let Some(rarest) = (0..positions.len()).min_by_key(|i| positions[*i].len()) else { return };
        let sentences = store.sentences(doc);
        let mut sentence = 0;
        next.clear();
        next.resize(positions.len(), 0);
        'places: for pos in positions[rarest] {
            let Some(start) = pos.checked_sub(rarest as u32) else { continue };
            for (i, (list, next)) in positions.iter().zip(&mut next).enumerate() {
                let wanted = start + i as u32;
                // Step by step: within a document the lists are short.
                while list.get(*next).is_some_and(|pos| *pos < wanted) {
                    *next += 1;
                }
                if list.get(*next) != Some(&wanted) {
                    continue 'places;
                }
            }
            // No sentence begins inside.
            sentence = gallop(sentences, sentence, start + 1);
            if sentences.get(sentence).is_none_or(|first| *first >= start + len) {
                out.push(Place { doc, pos: start, len });
            }
        }
    });
    out
}
