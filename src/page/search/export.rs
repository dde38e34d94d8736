//! All results as a file: every matching sentence, not only those of the page shown.

use super::super::dates::date_view;
use super::super::evidence::place;
use super::super::scope::Scope;
use super::list::Group;
use crate::analysis::{Analysis, Article};
use crate::json::quote;
use crate::page::csv::{self, Cell};
use crate::page::model::OutletView;
use crate::route::{Page, Route, Search, SearchSort};
use crate::search::SentenceHit;
use crate::span::{CodePoints, Span};
use std::fmt::Write as _;

/// The value of the field `format`.
const FORMAT: &str = "parallax-search";
/// The value of the field `version`.
const VERSION: u32 = 1;

/// A result of an export; without a sentence where the query only leaves words out.
struct Item<'a> {
    outlet: OutletView,
    article: &'a Article,
    headline: String,
    sentence: Option<(Span, &'a SentenceHit)>,
    place: String,
    href: String,
    why: &'a str,
}

fn items<'a>(scope: &Scope<'a>, groups: &[Group<'a>]) -> Vec<Item<'a>> {
    let mut out = Vec::new();
    for group in groups {
        let Some(article) = scope.article(group.hit.article) else { continue };
        let item = |sentence: Option<&'a SentenceHit>| {
            let own = sentence.and_then(|s| article.doc.sentences.get(s.sentence));
            Item {
                outlet: scope.outlet(group.hit.article),
                article,
                headline: article.headline(),
                sentence: own.map(|s| s.span).zip(sentence),
                place: own.map_or_else(String::new, |s| place(article, s)),
                href: Route::article(&article.id, sentence.map(|s| s.sentence)).to_hash(),
                why: &group.hit.why,
            }
        };
        if group.sentences.is_empty() {
            out.push(item(None));
        }
        out.extend(group.sentences.iter().map(|s| item(Some(s))));
    }
    out
}

/// The results as comma-separated values, with the query and its filters in each row, so that
/// tables of several searches can be put together.
pub fn csv(analysis: &Analysis, state: &Search) -> String {
    let route = Route::to(Page::Search(Box::new(state.clone())));
    let scope = Scope::new(analysis, &route);
    let answer = super::answer(&scope, &state.query);
    let (groups, filters) = super::all(&scope, state, &answer);
    let text = |t: &str| Cell::Text(t.to_owned());
    let head = [
        "outlet", "article", "headline", "date", "date is", "place", "sentence", "matches", "link",
        "why", "query", "filters",
    ];
    let mut rows = vec![Vec::from(head.map(text))];
    for item in items(&scope, &groups) {
        let date = date_view(item.article);
        let words = |span: Span| span.of(&item.article.text);
        let matches: Vec<&str> =
            item.sentence.iter().flat_map(|(_, s)| &s.marks).map(|m| words(*m)).collect();
        rows.push(vec![
            Cell::Text(item.outlet.name),
            text(&item.article.id),
            Cell::Text(item.headline),
            Cell::Text(date.iso.unwrap_or_default()),
            Cell::Text(date.how),
            Cell::Text(item.place),
            text(item.sentence.map_or("", |(span, _)| words(span))),
            Cell::Text(matches.join(" | ")),
            Cell::Text(item.href),
            text(item.why),
            text(&state.query),
            Cell::Text(filters.join("; ")),
        ]);
    }
    csv::csv(&rows)
}

/// The fields of an object, their values in JSON already.
fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}: {value}", quote(name))).collect();
    format!("{{{}}}", fields.join(", "))
}

fn texts(list: &[String]) -> String {
    let list: Vec<String> = list.iter().map(|t| quote(t)).collect();
    format!("[{}]", list.join(", "))
}

/// The results as JSON: what was asked, and one line for each sentence. Matches are given in code
/// points of the sentence. The same search over the same articles gives the same text.
pub fn json(analysis: &Analysis, state: &Search) -> String {
    let route = Route::to(Page::Search(Box::new(state.clone())));
    let scope = Scope::new(analysis, &route);
    let answer = super::answer(&scope, &state.query);
    let (groups, filters) = super::all(&scope, state, &answer);
    let items = items(&scope, &groups);
    let sort = match state.sort {
        SearchSort::Relevance => "relevance",
        SearchSort::Newest => "newest",
        SearchSort::Oldest => "oldest",
    };
    let sentences = items.iter().filter(|i| i.sentence.is_some()).count();
    let link = super::to(Search { page: 1, long: Vec::new(), ..state.clone() });
    let head = [
        ("format", quote(FORMAT)),
        ("version", VERSION.to_string()),
        ("query", quote(&state.query)),
        ("understood", quote(&answer.understood)),
        ("notes", texts(&answer.notes)),
        ("filters", texts(&filters)),
        ("sort", quote(sort)),
        ("link", quote(&link)),
        ("articles", groups.len().to_string()),
        ("sentences", sentences.to_string()),
    ];
    let mut out = String::from("{\n");
    for (name, value) in head {
        let _ = writeln!(out, "  {}: {value},", quote(name));
    }
    out.push_str("  \"results\": [");
    for (i, item) in items.iter().enumerate() {
        out.push_str(if i == 0 { "\n    " } else { ",\n    " });
        out.push_str(&result(item));
    }
    out.push_str(if items.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
    out
}

fn result(item: &Item<'_>) -> String {
    let date = date_view(item.article);
    let or_null = |text: Option<&str>| text.map_or_else(|| "null".to_owned(), quote);
    let text = &item.article.text;
    let sentence = item.sentence.map(|(span, _)| span.of(text));
    let mut marks = Vec::new();
    if let (Some((span, hit)), Some(sentence)) = (item.sentence, sentence) {
        let points = CodePoints::new(sentence);
        for mark in &hit.marks {
            let inner = Span {
                start: mark.start.saturating_sub(span.start),
                end: mark.end.saturating_sub(span.start),
            };
            let [start, end] = points.pair(inner);
            marks.push(object(&[
                ("start", start.to_string()),
                ("end", end.to_string()),
                ("text", quote(mark.of(text))),
            ]));
        }
    }
    object(&[
        ("outlet", quote(&item.outlet.id)),
        ("outlet_name", quote(&item.outlet.name)),
        ("article", quote(&item.article.id)),
        ("headline", quote(&item.headline)),
        ("date", or_null(date.iso.as_deref())),
        ("date_is", quote(&date.how)),
        ("place", or_null((!item.place.is_empty()).then_some(&item.place))),
        ("sentence", or_null(sentence)),
        ("matches", format!("[{}]", marks.join(", "))),
        ("link", quote(&item.href)),
        ("why", quote(item.why)),
    ])
}
