//! Search results by article and by sentence, with facets.

mod export;
mod facets;
mod found;
mod help;
mod list;
mod model;
mod saved;

pub use export::{csv, json};
pub use model::*;
pub use saved::{MOST_SAVED, Saved, SavedSearch};

use super::kwic;
use super::model::{Body, Building, Choice, Line, Link};
use super::paged::paged;
use super::scope::Scope;
use crate::claim::align::SentenceRef;
use crate::route::{Page, Route, Search, SearchShow, SearchSort};
use crate::search::{Answer, Hit, SentenceHit};
use found::{Filters, Found, Row};
use list::Group;

/// The most articles on a page of results.
const ARTICLES: usize = 50;
/// The most lines on a page of a concordance.
const LINES: usize = 100;
/// Characters of a query and of how it was understood, beyond which they are cut on screen.
const LONGEST: usize = 200;

fn to(state: Search) -> String {
    Route::to(Page::Search(Box::new(state))).to_hash()
}

fn answer(scope: &Scope<'_>, query: &str) -> Answer {
    scope.analysis.index().search(query, scope.analysis.articles.len())
}

/// A sentence with what matches in it marked.
fn line(scope: &Scope<'_>, hit: &Hit, s: &SentenceHit) -> Option<Line> {
    scope.line(SentenceRef { article: hit.article, sentence: s.sentence }, &s.marks)
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or("")),
        None => text.to_owned(),
    }
}

/// The page and its title.
pub fn body(scope: &Scope<'_>, state: &Search) -> (String, Body) {
    let answer = answer(scope, &state.query);
    let found = Found::of(scope, &answer);
    let filters = Filters::of(scope, &found, &state.facets);
    let kept: Vec<&Row<'_>> = found.rows.iter().filter(|r| filters.pass(r)).collect();
    let groups = list::groups(scope, &found, &kept, state.sort);
    let spots = list::spots(&groups);
    let sentences = kept.iter().filter(|r| r.sentence.is_some()).count();
    let matches = spots.len();
    let turn = |page: usize| to(Search { page, ..state.clone() });
    let (shown, pages) = match state.show {
        SearchShow::Articles => {
            let (range, pages) = paged(state.page, groups.len(), ARTICLES, "articles", turn);
            let groups = groups.get(range).unwrap_or(&[]);
            let results = groups.iter().filter_map(|g| list::result(scope, state, g)).collect();
            (FoundView::Articles(results), pages)
        }
        SearchShow::Sentences => {
            let (range, pages) = paged(state.page, matches, LINES, "matches", turn);
            let spots = kwic::order(scope, spots, state.lines);
            let spots = spots.get(range).unwrap_or(&[]);
            let lines = spots.iter().filter_map(|s| kwic::line(scope, *s, state.lines)).collect();
            (FoundView::Sentences(lines), pages)
        }
    };
    let query = cut(state.query.trim());
    let nothing = groups.is_empty();
    // Another order or another view is read from its first page.
    let first = Search { page: 1, ..state.clone() };
    let chips = facets::chips(scope, state, &found);
    let mut name = query.clone();
    for chip in &chips {
        name.push_str(if name.is_empty() { "" } else { " · " });
        name.push_str(&chip.text);
    }
    let view = SearchView {
        understood: cut(&answer.understood),
        suggestion: suggestion(&answer, state),
        notes: answer.notes.clone(),
        asked: !query.is_empty() || !chips.is_empty(),
        name: saved::name(&name),
        link: to(Search { long: Vec::new(), ..first.clone() }),
        articles: groups.len(),
        sentences,
        matches,
        without: found.rows.iter().filter(|r| r.sentence.is_some()).count(),
        facets: facets::groups(scope, state, &found, &filters),
        clear: (!chips.is_empty()).then(|| facets::with(state, Vec::new())),
        chips,
        shows: [("Articles", SearchShow::Articles), ("Sentences", SearchShow::Sentences)]
            .map(|(text, show)| choice(text, Search { show, ..first.clone() }, state.show == show))
            .to_vec(),
        sorts: sorts(scope, &first),
        found: shown,
        pages,
        syntax: if nothing { help::syntax() } else { Vec::new() },
        examples: if nothing { help::examples(scope) } else { Vec::new() },
        query,
        building: None,
    };
    titled(view)
}

/// The page while the index is not whole yet.
pub fn building(state: &Search, building: Building) -> (String, Body) {
    let query = cut(state.query.trim());
    titled(SearchView { query, building: Some(building), ..SearchView::default() })
}

fn titled(view: SearchView) -> (String, Body) {
    let title = if view.query.is_empty() {
        "Search".to_owned()
    } else {
        format!("{} · Search", view.query)
    };
    (title, Body::Search(Box::new(view)))
}

/// The query that was answered in place of this one, which finds nothing.
fn suggestion(answer: &Answer, state: &Search) -> Option<Link> {
    let query = &answer.suggestion.as_ref()?.query;
    let href = to(Search { query: query.clone(), page: 1, ..state.clone() });
    Some(Link { href, text: cut(query) })
}

fn choice(text: &str, state: Search, current: bool) -> Choice {
    Choice { text: text.to_owned(), href: to(state), current }
}

fn sorts(scope: &Scope<'_>, first: &Search) -> Vec<Choice> {
    if first.show == SearchShow::Sentences {
        return kwic::sorts(scope, "match", first.lines, |lines| {
            Page::Search(Box::new(Search { lines, ..first.clone() }))
        });
    }
    [
        ("relevance", SearchSort::Relevance),
        ("newest first", SearchSort::Newest),
        ("oldest first", SearchSort::Oldest),
    ]
    .map(|(text, sort)| choice(text, Search { sort, ..first.clone() }, first.sort == sort))
    .to_vec()
}

/// What a search finds, in order, for export: everything that passes the filters.
fn all<'a>(scope: &Scope<'_>, state: &Search, answer: &'a Answer) -> (Vec<Group<'a>>, Vec<String>) {
    let found = Found::of(scope, answer);
    let filters = Filters::of(scope, &found, &state.facets);
    let kept: Vec<&Row<'_>> = found.rows.iter().filter(|r| filters.pass(r)).collect();
    let words = state.facets.iter().map(|f| facets::words(scope, &found, f)).collect();
    (list::groups(scope, &found, &kept, state.sort), words)
}
