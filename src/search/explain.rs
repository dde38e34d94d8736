//! Plain words: which other names were searched, why an article matches.

use super::actors::Actors;
use super::index::{FIELD_NAMES, FIELDS, Indexed, Place, Store};
use super::meta::Meta;
use super::query::{Filter, Leaf, Node, Query};
use super::rank::{Found, Ranked};
use super::understood;
use super::words::Spans;
use crate::map::SmallMap;
use crate::order::Order;

/// Lists longer than this are cut with "…".
const LISTED: usize = 6;

fn listed(words: &[String]) -> String {
    let mut out = words.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    if words.len() > LISTED {
        out.push_str(", …");
    }
    out
}

/// One note for each actor whose other names were searched too.
pub(super) fn alias_notes(
    query: &Query,
    ranked: &Ranked,
    store: &Store,
    actors: &Actors,
) -> Vec<String> {
    let mut notes = Vec::new();
    for (t, places) in query.terms.iter().zip(&ranked.places).filter(|(t, _)| t.positive) {
        let (Leaf::Name { actors: list, .. } | Leaf::Actor(list)) = &t.leaf else { continue };
        if places.is_empty() {
            continue;
        }
        for actor in list {
            let mut counts: SmallMap<String, usize> = SmallMap::default();
            for place in actors.places(*actor, store) {
                let Some((_, entry)) = store.entry(place.doc) else { continue };
                let label = label(*actor, entry, place.pos, place.len, store, actors);
                if super::parts::key(&label) != super::parts::key(&t.shown) {
                    *counts.slot(label) += 1;
                }
            }
            let others = most_first(counts).into_iter().map(|(l, _)| l).collect::<Vec<_>>();
            if !others.is_empty() {
                notes.push(format!(
                    "“{}” also finds {}: other names of {}.",
                    t.shown,
                    listed(&others),
                    actors.names(&[*actor])
                ));
            }
        }
    }
    notes
}

fn most_first(counts: SmallMap<String, usize>) -> Vec<(String, usize)> {
    let mut list = counts.into_list();
    list.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list
}

/// The words at a place as the actor's labels write them.
fn label(
    actor: usize,
    entry: Indexed<'_>,
    pos: u32,
    len: u32,
    store: &Store,
    actors: &Actors,
) -> String {
    let key = forms(entry, pos, len, store);
    actors.label(actor, &key).map_or(key.clone(), str::to_owned)
}

fn forms(entry: Indexed<'_>, pos: u32, len: u32, store: &Store) -> String {
    let ids = entry.forms().get(pos as usize..(pos + len) as usize).unwrap_or(&[]);
    let mut forms: Vec<&str> = ids.iter().map(|f| store.form_text(*f)).collect();
    if forms.len() > 1 && forms.first() == Some(&"the") {
        forms.remove(0);
    }
    forms.join(" ")
}

/// Why one article matches.
pub(super) fn why(
    query: &Query,
    found: &Found,
    ranked: &Ranked,
    entry: Indexed<'_>,
    store: &Store,
    actors: &Actors,
) -> String {
    let mut reasons = Vec::new();
    let spans = entry.spans();
    for (t, range) in &found.terms {
        let (Some(term), Some(places)) = (query.terms.get(*t), ranked.places.get(*t)) else {
            continue;
        };
        let places = places.get(range.clone()).unwrap_or(&[]);
        let mut fields = [0usize; FIELDS];
        let mut ways: SmallMap<String, usize> = SmallMap::default();
        for place in places {
            fields[entry.field(place.pos)] += 1;
            *ways.slot(way(&term.leaf, entry, &spans, place, store, actors)) += 1;
        }
        let in_fields: Vec<String> = (0..FIELDS)
            .filter(|f| fields[*f] > 0)
            .map(|f| match fields[f] {
                1 => FIELD_NAMES[f].to_owned(),
                n => format!("{} ({n} times)", FIELD_NAMES[f]),
            })
            .collect();
        let said = quoted(places, entry, &spans, found.article, actors);
        if term.leaf == Leaf::Everything {
            let scope = term.scope.as_ref().map(|s| understood::place(s, actors));
            reasons.push(if said.is_empty() { scope.unwrap_or_default() } else { said });
            continue;
        }
        let said = if said.is_empty() { said } else { format!(", {said}") };
        let in_fields = format!("{}{said}", in_fields.join(", "));
        let typed = super::parts::key(&term.shown);
        let others: Vec<String> = most_first(ways)
            .into_iter()
            .map(|(way, _)| way)
            .filter(|way| super::parts::key(way) != typed)
            .collect();
        let mut reason = format!("“{}” in {in_fields}", term.shown);
        if !others.is_empty() {
            reason.push_str(&format!(" as {}", listed(&others)));
            if let Leaf::Name { actors: list, .. } | Leaf::Actor(list) = &term.leaf {
                reason.push_str(&format!(", other names of {}", actors.names(list)));
            }
        }
        reasons.push(reason);
    }
    if reasons.is_empty() {
        let mut met = Vec::new();
        query.root.iter().for_each(|root| conditions(root, entry.meta(), &mut met));
        reasons = met;
    }
    if reasons.is_empty() { "nothing that was excluded".to_owned() } else { reasons.join("; ") }
}

/// How a term is written at a place.
fn way(
    leaf: &Leaf,
    entry: Indexed<'_>,
    spans: &Spans,
    place: &Place,
    store: &Store,
    actors: &Actors,
) -> String {
    let key = forms(entry, place.pos, place.len, store);
    match leaf {
        Leaf::Name { actors: list, .. } | Leaf::Actor(list) => {
            let label = list.iter().find_map(|a| actors.label(*a, &key));
            label.map_or(key.clone(), str::to_owned)
        }
        Leaf::Type(_) | Leaf::Label(_) => {
            let span = spans.range(place.pos, place.len);
            let label =
                store.entry(place.doc).zip(span).and_then(|((n, _), s)| actors.written(n, s));
            label.map_or(key, str::to_owned)
        }
        _ => key,
    }
}

/// In whose quotations places are, in plain words; empty where none is in one.
fn quoted(
    places: &[Place],
    entry: Indexed<'_>,
    spans: &Spans,
    article: usize,
    actors: &Actors,
) -> String {
    let mut speakers: SmallMap<String, usize> = SmallMap::default();
    let mut inside = 0;
    for place in places {
        let Some(span) = spans.range(place.pos, place.len) else { continue };
        let quotes = &entry.meta().quotes;
        if let Some(quote) = quotes.iter().find(|q| q.content.iter().any(|c| c.covers(span))) {
            inside += 1;
            let speaker = quote.speaker.and_then(|at| actors.bearer(article, at));
            *speakers.slot(speaker.map_or_else(|| quote.words.clone(), str::to_owned)) += 1;
        }
    }
    let of: Vec<String> = most_first(speakers)
        .into_iter()
        .map(|(name, _)| if name.is_empty() { "a source not told".to_owned() } else { name })
        .collect();
    match inside {
        0 => String::new(),
        n if n == places.len() => format!("in a quotation of {}", listed(&of)),
        1 => format!("once in a quotation of {}", listed(&of)),
        n => format!("{n} times in a quotation of {}", listed(&of)),
    }
}

/// The conditions of a query that an article meets.
fn conditions(node: &Node, meta: &Meta, out: &mut Vec<String>) {
    match node {
        Node::Where(filter) if meta.meets(filter) => out.push(match filter {
            Filter::Outlet { .. } => format!("by {}", meta.outlet_name),
            Filter::Date { .. } => {
                format!("dated {}", meta.published.map_or(String::new(), |d| d.to_string()))
            }
        }),
        Node::Term(_) | Node::Where(_) | Node::Not(_) => {}
        Node::All(nodes) | Node::Any(nodes) | Node::Seq(nodes) => {
            nodes.iter().for_each(|node| conditions(node, meta, out));
        }
    }
}
