//! One file per page: layout and events, no analysis.

mod about;
mod actor;
mod actors;
mod article;
mod articles;
mod compare;
mod corrections;
mod library;
mod lost;
pub mod overview;
mod search;
mod waiting;

use crate::app::cx::Cx;
use crate::page::Body;
use yew::prelude::*;

/// The page's name in the markup, and what it shows.
pub fn page(body: &Body, cx: &Cx) -> (&'static str, Html) {
    match body {
        Body::Overview(v) => ("overview", overview::page(v, cx)),
        Body::Articles(v) => ("articles", articles::page(v, cx)),
        Body::Article(v) => ("article", article::page(v, cx)),
        Body::Actors(v) => ("actors", actors::page(v, cx)),
        Body::Actor(v) => ("actor", actor::page(v, cx)),
        Body::Compare(v) => ("compare", compare::page(v, cx)),
        Body::Search(v) => ("search", search::page(v, cx)),
        Body::Corrections(v) => ("corrections", corrections::page(v, cx)),
        Body::Library(v) => ("library", library::page(v)),
        Body::About(v) => ("about", about::page(v, cx)),
        Body::Waiting(w) => (w.page, waiting::page(w, cx)),
        Body::Lost(v) => ("lost", lost::page(v)),
    }
}
