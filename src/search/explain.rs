//! Plain words: how the query was understood, which other names were searched, why an article
//! matches.

use super::actors::Actors;
use super::index::{FIELD_NAMES, FIELDS, Indexed, Store};
use super::query::{Leaf, Node, Query};
use super::rank::{Found, Ranked, is_optional};
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

/// The query in plain words; empty where nothing is looked for.
pub(super) fn understood(query: &Query, actors: &Actors) -> String {
    query.root.as_ref().map_or_else(String::new, |root| node(root, query, actors, true))
}

fn term(i: usize, query: &Query, actors: &Actors) -> String {
    let Some(term) = query.terms.get(i) else { return String::new() };
    let shown = &term.shown;
    match &term.leaf {
        Leaf::Word(_) => format!("“{shown}”"),
        Leaf::Phrase { exact: true, .. } => format!("exactly “{shown}”"),
        Leaf::Phrase { .. } => format!("“{shown}”"),
        Leaf::Prefix(_) => format!("words that begin with “{shown}”"),
        Leaf::Fuzzy { .. } => format!("words spelled nearly like “{shown}”"),
        Leaf::Near { slop, .. } => format!("“{shown}” within {slop} words more"),
        Leaf::Label(_) => format!("labels with “{shown}”"),
        Leaf::Type(kind) => format!("any name of the type {}", kind.label()),
        Leaf::Everything => "everything".to_owned(),
        Leaf::Actor(list) => format!("{} under any name", names(list, actors)),
        Leaf::Name { actors: list, .. } => {
            format!("“{shown}” ({} under any name)", names(list, actors))
        }
    }
}

fn names(list: &[usize], actors: &Actors) -> String {
    let names: Vec<&str> =
        list.iter().filter_map(|a| actors.entries.get(*a)).map(|a| a.name.as_str()).collect();
    names.join(" or ")
}

fn node(n: &Node, query: &Query, actors: &Actors, top: bool) -> String {
    let group = |nodes: &[Node], between: &str| {
        let inner: Vec<String> =
            nodes.iter().map(|n| node(n, query, actors, top && nodes.len() < 2)).collect();
        let text = inner.join(between);
        if top || nodes.len() < 2 { text } else { format!("({text})") }
    };
    match n {
        Node::Term(i) => term(*i, query, actors),
        Node::Where(filter) => format!("{filter:?}"),
        Node::Not(inner) => format!("not {}", node(inner, query, actors, false)),
        Node::All(nodes) => group(nodes, " and "),
        Node::Any(nodes) => group(nodes, " or "),
        Node::Seq(nodes) => {
            let text = |wanted: &dyn Fn(&Node) -> bool| -> Vec<String> {
                nodes
                    .iter()
                    .filter(|n| wanted(n))
                    .map(|n| match n {
                        Node::Not(inner) => node(inner, query, actors, false),
                        n => node(n, query, actors, nodes.len() == 1 && top),
                    })
                    .collect()
            };
            let plain = text(&|n| is_optional(n, query));
            let without = text(&|n| matches!(n, Node::Not(_)));
            let must = text(&|n| !is_optional(n, query) && !matches!(n, Node::Not(_)));
            let mut out = must.join(" and ");
            if out.is_empty() {
                out = match plain.as_slice() {
                    [] | [_] => plain.concat(),
                    _ => format!("any of {}, those with all first", plain.join(", ")),
                };
            } else if !plain.is_empty() {
                out = format!("{out}; if possible with {}", plain.join(", "));
            }
            if !without.is_empty() {
                let without = without.join(", nor ");
                out = if out.is_empty() {
                    format!("everything without {without}")
                } else {
                    format!("{out}; without {without}")
                };
            }
            if top || nodes.len() < 2 { out } else { format!("({out})") }
        }
    }
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
                    names(&[*actor], actors)
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
    for (t, range) in &found.terms {
        let term = &query.terms[*t];
        let places = &ranked.places[*t][range.clone()];
        let mut fields = [0usize; FIELDS];
        let mut ways: SmallMap<String, usize> = SmallMap::default();
        for place in places {
            fields[entry.field(place.pos)] += 1;
            let way = match &term.leaf {
                Leaf::Name { actors: list, .. } | Leaf::Actor(list) => {
                    let labels = list.iter().map(|a| {
                        let key = forms(entry, place.pos, place.len, store);
                        actors.label(*a, &key).map(str::to_owned).ok_or(key)
                    });
                    labels
                        .reduce(|a, b| a.or(b))
                        .map_or_else(String::new, |l| l.unwrap_or_else(|k| k))
                }
                _ => forms(entry, place.pos, place.len, store),
            };
            *ways.slot(way) += 1;
        }
        let in_fields: Vec<String> = (0..FIELDS)
            .filter(|f| fields[*f] > 0)
            .map(|f| match fields[f] {
                1 => FIELD_NAMES[f].to_owned(),
                n => format!("{} ({n} times)", FIELD_NAMES[f]),
            })
            .collect();
        let typed = super::parts::key(&term.shown);
        let others: Vec<String> = most_first(ways)
            .into_iter()
            .map(|(way, _)| way)
            .filter(|way| super::parts::key(way) != typed)
            .collect();
        let mut reason = format!("“{}” in {}", term.shown, in_fields.join(", "));
        if !others.is_empty() {
            let of = match &term.leaf {
                Leaf::Name { actors: list, .. } | Leaf::Actor(list) => {
                    format!(" as {}, other names of {}", listed(&others), names(list, actors))
                }
                _ => format!(" as {}", listed(&others)),
            };
            reason.push_str(&of);
        }
        reasons.push(reason);
    }
    if reasons.is_empty() { "nothing that was excluded".to_owned() } else { reasons.join("; ") }
}
