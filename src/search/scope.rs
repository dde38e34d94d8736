//! Where in an article a scope lets words count.

use super::actors::Actors;
use super::index::{Indexed, Place, Store};
use super::meta::Quote;
use super::query::{Field, Scope};
use super::words::Spans;

/// The places of which all words are let through; `places` in order.
pub(super) fn inside(
    places: Vec<Place>,
    scope: &Scope,
    store: &Store,
    actors: &Actors,
) -> Vec<Place> {
    let mut out = Vec::with_capacity(places.len());
    for of_article in places.chunk_by(|a, b| a.doc == b.doc) {
        let Some((number, article)) = of_article.first().and_then(|p| store.entry(p.doc)) else {
            continue;
        };
        let open = reach(scope, number, article, store, actors);
        let counts = |p: &&Place| {
            let words = open.get(p.pos as usize..(p.pos + p.len) as usize);
            words.is_some_and(|words| words.iter().all(|open| *open))
        };
        out.extend(of_article.iter().filter(counts).copied());
    }
    out
}

/// The longest stretches of one sentence that are let through, in all articles.
pub(super) fn stretches(scope: Option<&Scope>, store: &Store, actors: &Actors) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for (number, article) in store.all().enumerate() {
        let open = match scope {
            Some(scope) => reach(scope, number, article, store, actors),
            None => vec![true; article.positions() as usize],
        };
        // The sentence of the stretch that may still grow.
        let mut growing = None;
        for (pos, _) in (0u32..).zip(&open).filter(|(_, open)| **open) {
            let sentence = article.sentence(pos);
            match out.last_mut() {
                Some(last)
                    if growing == Some(sentence)
                        && last.doc == article.key()
                        && last.pos + last.len == pos =>
                {
                    last.len += 1;
                }
                _ => out.push(Place { doc: article.key(), pos, len: 1 }),
            }
            growing = Some(sentence);
        }
    }
    out
}

/// For each position of an article whether a word there is let through.
fn reach(
    scope: &Scope,
    number: usize,
    article: Indexed<'_>,
    store: &Store,
    actors: &Actors,
) -> Vec<bool> {
    let length = article.positions();
    let nothing = || vec![false; length as usize];
    let inner = |scope: &Scope| reach(scope, number, article, store, actors);
    let joined = |scopes: &[Scope], start: bool, join: fn(bool, bool) -> bool| {
        let mut out = vec![start; length as usize];
        for scope in scopes {
            for (slot, open) in out.iter_mut().zip(inner(scope)) {
                *slot = join(*slot, open);
            }
        }
        out
    };
    match scope {
        Scope::Field(field) => {
            let wanted = match field {
                Field::Headline => 0,
                Field::Caption => 1,
                Field::Body => 2,
            };
            (0..length).map(|pos| article.field(pos) == wanted).collect()
        }
        Scope::Quote => {
            let (mut out, spans) = (nothing(), article.spans());
            for quote in &article.meta().quotes {
                open(&mut out, quote, &spans);
            }
            out
        }
        Scope::Speaker { actors: list, forms, .. } => {
            let (mut out, spans) = (nothing(), article.spans());
            for quote in &article.meta().quotes {
                let is = quote.speaker.is_some_and(|at| actors.named_at(list, number, at));
                if is || says(quote, forms, article, &spans, store) {
                    open(&mut out, quote, &spans);
                }
            }
            out
        }
        Scope::Not(scope) => inner(scope).into_iter().map(|open| !open).collect(),
        Scope::Any(scopes) => joined(scopes, false, |a, b| a || b),
        Scope::All(scopes) => joined(scopes, true, |a, b| a && b),
    }
}

/// Lets the words of a quotation through.
fn open(out: &mut [bool], quote: &Quote, spans: &Spans) {
    for content in &quote.content {
        let (from, to) = spans.inside(*content);
        if let Some(words) = out.get_mut(from..to) {
            words.fill(true);
        }
    }
}

/// Whether the words for the source have these words next to each other, in any of their forms.
fn says(
    quote: &Quote,
    forms: &[String],
    article: Indexed<'_>,
    spans: &Spans,
    store: &Store,
) -> bool {
    if forms.is_empty() {
        return false;
    }
    let wanted: Vec<Vec<u32>> = forms.iter().map(|form| store.ids(form, false)).collect();
    quote.source.iter().any(|source| {
        let (from, to) = spans.inside(*source);
        let found = article.forms().get(from..to).unwrap_or(&[]);
        found
            .windows(wanted.len())
            .any(|words| words.iter().zip(&wanted).all(|(word, ids)| ids.contains(word)))
    })
}
