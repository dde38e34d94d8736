//! Clauses in words.

use crate::analysis::Article;
use crate::claim::clause::{Clause, Modality};
use crate::claim::time::extent;
use crate::entity::Form;
use crate::page::dates::extent_words;
use crate::page::scope::Scope;
use crate::span::Span;

/// Subject, verb and object, with three dots for what is not told: "the coalition – isolate – Raqqa".
pub fn gist(a: &Article, clause: &Clause) -> String {
    let phrase = |span: Option<Span>| span.map_or_else(|| "…".to_owned(), |s| s.words(&a.text));
    if clause.predicate.is_none() {
        return clause.spans.iter().map(|s| s.words(&a.text)).collect::<Vec<_>>().join(" … ");
    }
    let not = if clause.negated { "not " } else { "" };
    let mut out = format!("{} – {not}{}", phrase(clause.subject), clause.lemma);
    if clause.object.is_some() {
        out.push_str(" – ");
        out.push_str(&phrase(clause.object));
    }
    out
}

/// How clauses tell what they state, where and when: "planned, place: Raqqa, March 2017".
pub fn told(scope: &Scope<'_>, article: usize, clauses: &[&Clause]) -> String {
    let Some(a) = scope.article(article) else { return String::new() };
    let mut out: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !out.contains(&text) {
            out.push(text);
        }
    };
    for clause in clauses {
        if clause.modality != Modality::Done {
            add(clause.modality.label().to_owned());
        }
        if clause.negated {
            add("told as not so".to_owned());
        }
    }
    for clause in clauses {
        if let Some((m, place)) = clause.place.and_then(|m| Some((m, a.mentions.get(m)?))) {
            // "the city" is called by its name.
            let actor = scope.analysis.actor_of(article, m).filter(|_| place.form != Form::Name);
            let actor = actor.and_then(|x| scope.analysis.actors.actors.get(x));
            let name = actor.map_or_else(|| place.span.words(&a.text), |x| x.name.clone());
            add(format!("place: {name}"));
        }
        let value = clause.time.and_then(|t| a.timexes.get(t)?.value.as_deref());
        if let Some(extent) = value.and_then(extent) {
            add(extent_words(extent));
        }
    }
    out.join(", ")
}
