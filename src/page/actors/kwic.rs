//! Sentences in context: every mention with the words around it, in an order that shows patterns.

use crate::page::kwic::{self, Spot};
use crate::page::model::{Choice, KwicView, Link, OutletChoice, OutletView};
use crate::page::scope::Scope;
use crate::route::{Kwic, Page, Route};

/// Lines shown until all are asked for.
const MOST: usize = 60;

/// The concordance of an actor.
pub fn concordance(scope: &Scope<'_>, index: usize, state: &Kwic) -> KwicView {
    let id = scope.analysis.actors.actors.get(index).map_or("", |a| a.id.as_str());
    let to = |state: Kwic| Page::Actor { id: id.to_owned(), kwic: state };
    let mut spots: Vec<Spot> = scope
        .analysis
        .counted_mentions(index)
        .map(|(at, m)| Spot { article: at.article, sentence: m.sentence, span: m.span })
        .collect();
    let of = |spot: &Spot, id: &str| scope.article(spot.article).is_some_and(|a| a.outlet() == id);
    let lines_of =
        |id: Option<&str>| spots.iter().filter(|s| id.is_none_or(|id| of(s, id))).count();
    let outlet_choice = |outlet: Option<&OutletView>| {
        let own = outlet.map(|o| o.id.clone());
        let name = outlet.map_or("all", |o| o.name.as_str());
        OutletChoice {
            choice: Choice {
                text: format!("{name} {}", lines_of(own.as_deref())),
                current: own == state.outlet,
                href: Route::to(to(Kwic { outlet: own, all: false, ..state.clone() })).to_hash(),
            },
            outlet: outlet.cloned(),
        }
    };
    let mut outlets = vec![outlet_choice(None)];
    outlets.extend(scope.outlets().iter().map(|o| outlet_choice(Some(o))));
    let sorts = kwic::sorts(scope, "label", state.sort, |sort| to(Kwic { sort, ..state.clone() }));
    spots.retain(|s| state.outlet.as_ref().is_none_or(|id| of(s, id)));
    let mut spots = kwic::order(scope, spots, state.sort);
    let count = spots.len();
    let more = (count > MOST && !state.all).then(|| {
        spots.truncate(MOST);
        Link {
            text: format!("Show all {count} lines"),
            href: Route::to(to(Kwic { all: true, ..state.clone() })).to_hash(),
        }
    });
    let lines = spots.into_iter().filter_map(|s| kwic::line(scope, s, state.sort)).collect();
    KwicView { sorts, outlets, found: count, lines, more }
}
