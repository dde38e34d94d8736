//! What can be asked: the query language with examples, and queries that the articles suggest.

use super::super::compare::default_columns;
use super::super::scope::Scope;
use super::model::SyntaxRow;
use crate::page::model::Link;
use crate::route::Route;
use crate::search::{Example, HELP};

fn link(query: &str) -> Link {
    Link { href: Route::search(query).to_hash(), text: query.to_owned() }
}

/// The query language, by examples that run.
pub fn syntax() -> Vec<SyntaxRow> {
    let row = |e: &Example| SyntaxRow { meaning: e.meaning, example: link(e.syntax) };
    HELP.iter().map(row).collect()
}

/// Queries to try: names that outlets differ in, a phrase, an actor.
pub fn examples(scope: &Scope<'_>) -> Vec<Link> {
    let mut out = Vec::new();
    let columns: Vec<_> =
        default_columns(scope).iter().filter_map(|c| scope.articles_of(c)).collect();
    for n in crate::compare::naming(scope.analysis, &columns).into_iter().take(4) {
        let labels = n.cells.iter().flatten().filter(|l| !l.nominal);
        if let Some(label) = labels.max_by_key(|l| l.count) {
            let phrase = label.label.contains(' ');
            out.push(if phrase {
                link(&format!("\"{}\"", label.label))
            } else {
                link(&label.label)
            });
        }
        if out.len() == 1
            && let Some(actor) = scope.analysis.actors.actors.get(n.actor)
        {
            out.push(link(&format!("actor:{}", actor.id)));
        }
    }
    out
}
