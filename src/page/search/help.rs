//! What can be asked: the query language with examples, and queries that the articles suggest.

use super::super::compare::default_columns;
use super::super::scope::Scope;
use super::model::SyntaxRow;
use crate::page::model::Link;
use crate::route::Route;

/// The query language: form, what it finds, a query that uses it.
const SYNTAX: [(&str, &str, &str); 8] = [
    ("words", "sentences with any of them; articles with all of them first", "raqqa offensive"),
    ("\"phrase\"", "exactly these words in this order", "\"deir ez-zor\""),
    ("-word", "articles without it", "raqqa -turkey"),
    ("a OR b", "either", "oil OR dam"),
    ("a AND b", "both in one article", "raqqa AND offensive"),
    ("( )", "what belongs together", "(oil OR dam) AND euphrates"),
    ("begin*", "words that begin like this", "liberat*"),
    ("actor:name", "an actor under any of its names", "actor:isis"),
];

fn link(query: &str) -> Link {
    Link { href: Route::search(query).to_hash(), text: query.to_owned() }
}

/// The query language.
pub fn syntax() -> Vec<SyntaxRow> {
    let row = |(form, meaning, query)| SyntaxRow { form, meaning, example: link(query) };
    SYNTAX.map(row).to_vec()
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
