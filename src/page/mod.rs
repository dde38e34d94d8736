//! View models, each a pure function of the analysis and the route.

mod actors;
mod articles;
mod compare;
mod correct;
pub mod csv;
mod dates;
mod evidence;
mod kwic;
pub mod layout;
mod misc;
mod model;
mod network;
mod overview;
mod paged;
mod pieces;
mod prose;
mod reader;
mod scope;
mod search;
pub mod sheet;

pub use compare::model::*;
pub use correct::{
    At, CorrectView, CorrectionRow, CorrectionsView, Deed, Fault, FixName, FixView, Give, NoteView,
    Reach, edit, fix, sentence, words,
};
pub use model::*;
pub use network::{hundredths, tenths};
pub use paged::PagesView;
pub use search::{
    Chip, FacetGroup, FacetValue, FoundView, MOST_SAVED, ResultView, Saved, SavedSearch,
    SearchView, SyntaxRow,
};

use crate::analysis::Analysis;
use crate::route::{EvidenceKey, Page, Route};
use scope::Scope;

/// What the app shows for a route.
pub fn view(analysis: &Analysis, route: &Route) -> View {
    let scope = Scope::new(analysis, route);
    let shown: Result<(String, Body), String> = match &route.page {
        Page::Overview => Ok(("Overview".to_owned(), overview::body(&scope))),
        Page::Articles { sort, outlet } => articles::body(&scope, *sort, outlet.as_deref()),
        Page::Article { id, at, cut, hide } => reader::body(&scope, id, *at, *cut, hide),
        Page::Actors(state) => actors::list(&scope, state),
        Page::Actor { id, kwic } => actors::one(&scope, id, kwic),
        Page::Compare(state) => compare::body(&scope, state),
        Page::Search(state) => Ok(search::body(&scope, state)),
        Page::Corrections => Ok(("Corrections".to_owned(), correct::body(&scope))),
        Page::Library => Ok(("Library".to_owned(), misc::library(&scope))),
        Page::About => Ok(("About".to_owned(), misc::about(&scope))),
        Page::Lost { reason, .. } => Err(reason.clone()),
    };
    let (title, body) = shown.unwrap_or_else(|reason| misc::lost(&scope, reason));
    // What is to be known of one article stands with it, and all of it in the library.
    let mut notices = match &route.page {
        Page::Library => scope.notices(),
        Page::Article { id, .. } => analysis
            .article(id)
            .and_then(|i| analysis.articles.get(i))
            .map(|a| a.cleaned.notices.iter().map(|n| n.message.clone()).collect())
            .unwrap_or_default(),
        Page::Actor { id, .. } => correct::led(&scope, id).into_iter().collect(),
        _ => Vec::new(),
    };
    let open = match (&route.open, &body) {
        (None, _) | (_, Body::Lost(_)) => None,
        (Some(key), _) => {
            let found = evidence::evidence(&scope, key);
            if found.is_none() {
                let gone = "The link opens sentences of something that is not in this library.";
                notices.push(gone.to_owned());
            }
            found
        }
    };
    View { title, body, open, notices }
}

/// What a route needs that is worth making in slices before [`view`] is asked for.
pub fn work(route: &Route) -> Option<Work> {
    match (&route.page, &route.open) {
        (Page::Search(_), _) => Some(Work::Index),
        (Page::Compare(state), _) => Some(Work::Statements(state.alike)),
        (Page::Overview | Page::Article { .. }, _) | (_, Some(EvidenceKey::Statement { .. })) => {
            Some(Work::Statements(None))
        }
        _ => None,
    }
}

/// What the app shows for a route while what it needs is being made.
pub fn building(route: &Route, so_far: Building) -> View {
    let (page, title) = match &route.page {
        Page::Search(state) => {
            let (title, body) = search::building(state, so_far);
            return View { title, body, open: None, notices: Vec::new() };
        }
        Page::Compare(_) => ("compare", "Compare"),
        Page::Overview => ("overview", "Overview"),
        _ => ("article", "Article"),
    };
    let body = Body::Waiting(Waiting { page, title, building: so_far });
    View { title: title.to_owned(), body, open: None, notices: Vec::new() }
}

/// A kind of file in which what a page shows can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// Markdown.
    Markdown,
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// What it holds.
    pub text: String,
}

/// What a page shows as a file, where there is one of this kind.
pub fn file(analysis: &Analysis, route: &Route, view: &View, kind: FileKind) -> Option<File> {
    match (&route.page, &view.body, kind) {
        (_, Body::Actors(v), FileKind::Csv) => Some(named("parallax-actors", kind, v.csv())),
        (Page::Search(state), _, FileKind::Csv) => {
            Some(named("parallax-search", kind, search::csv(analysis, state)))
        }
        (Page::Search(state), _, FileKind::Json) => {
            Some(named("parallax-search", kind, search::json(analysis, state)))
        }
        (Page::Compare(state), ..) => {
            let name = if state.row.is_some() { "parallax-row" } else { "parallax-comparison" };
            Some(written(name, kind, &sheet::comparison(analysis, route)?))
        }
        (Page::Actor { .. }, ..) => {
            Some(written("parallax-actor", kind, &sheet::actor(analysis, route)?))
        }
        _ => None,
    }
}

/// The evidence sheet that a page prints, where it has one.
pub fn printed(analysis: &Analysis, route: &Route) -> Option<sheet::Sheet> {
    match &route.page {
        Page::Compare(_) => sheet::comparison(analysis, route),
        Page::Actor { .. } => sheet::actor(analysis, route),
        _ => None,
    }
}

/// The sentences of the number that is open as a file, where one is.
pub fn open_file(analysis: &Analysis, route: &Route, kind: FileKind) -> Option<File> {
    Some(written("parallax-evidence", kind, &sheet::open(analysis, route)?))
}

fn written(name: &'static str, kind: FileKind, sheet: &sheet::Sheet) -> File {
    let text = match kind {
        FileKind::Csv => sheet::csv(sheet),
        FileKind::Json => sheet::json(sheet),
        FileKind::Markdown => sheet::markdown(sheet),
    };
    named(name, kind, text)
}

fn named(name: &'static str, kind: FileKind, text: String) -> File {
    let (ending, media) = match kind {
        FileKind::Csv => ("csv", "text/csv;charset=utf-8"),
        FileKind::Json => ("json", "application/json"),
        FileKind::Markdown => ("md", "text/markdown;charset=utf-8"),
    };
    File { name: format!("{name}.{ending}"), media, text }
}
