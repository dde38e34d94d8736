//! The list of actors, and one actor.

mod joins;
mod kwic;
mod list;
mod quoted;
mod titles;

pub use list::{list, table_rows};

use super::correct;
use super::model::{ActorNaming, ActorView, Body, LabelCount, Link};
use super::network;
use super::scope::Scope;
use crate::compare::{Naming, naming};
use crate::route::{Column, EvidenceKey, Kwic, Route};

/// How many actors stand around one in its network.
const AROUND: usize = 14;

/// The labels of one cell, each opening its sentences.
pub fn labels(
    scope: &Scope<'_>,
    naming: &Naming,
    cell: usize,
    column: &Column,
    whose: &str,
) -> Vec<LabelCount> {
    let Some(actor) = scope.analysis.actors.actors.get(naming.actor) else { return Vec::new() };
    let cell = naming.cells.get(cell).map_or(&[][..], Vec::as_slice);
    cell.iter()
        .map(|l| LabelCount {
            label: l.label.clone(),
            nominal: l.nominal,
            count: scope.count(
                EvidenceKey::Mentions {
                    actor: actor.id.clone(),
                    within: Some(column.clone()),
                    label: Some(l.label.clone()),
                },
                &format!("“{}” in {whose}", l.label),
            ),
        })
        .collect()
}

/// One actor.
pub fn one(scope: &Scope<'_>, id: &str, state: &Kwic) -> Result<(String, Body), String> {
    let index = scope.analysis.actor(id).ok_or_else(|| correct::gone(scope, id))?;
    let actor = scope.analysis.actors.actors.get(index).ok_or("the actor is gone")?;
    if let Some(outlet) = &state.outlet {
        scope.known_outlet(outlet)?;
    }
    let key = EvidenceKey::Mentions { actor: actor.id.clone(), within: None, label: None };
    let view = ActorView {
        name: actor.name.clone(),
        kind: actor.kind,
        sort: actor.sort.clone(),
        total: scope.count(key, &format!("mentions of {}", actor.name)),
        naming: named(scope, index),
        titles: titles::titles(scope, index),
        kwic: kwic::concordance(scope, index, state),
        quoted: quoted::quoted(scope, index),
        together: network::of_one(scope, index, AROUND),
        joins: joins::joins(scope, index),
        correct: correct::correct(scope, index),
        search: Link {
            text: format!("Search for {}", actor.name),
            href: Route::search(&format!("actor:{}", actor.id)).to_hash(),
        },
    };
    Ok((actor.name.clone(), Body::Actor(Box::new(view))))
}

/// How each outlet names an actor.
fn named(scope: &Scope<'_>, index: usize) -> Vec<ActorNaming> {
    let Some(actor) = scope.analysis.actors.actors.get(index) else { return Vec::new() };
    let columns = scope.outlet_columns();
    let sets: Vec<_> = columns.iter().map(|(_, articles)| articles.clone()).collect();
    let matrix = naming(scope.analysis, &sets);
    let own = matrix.iter().find(|n| n.actor == index);
    columns
        .iter()
        .zip(scope.outlets())
        .enumerate()
        .map(|(i, ((column, _), outlet))| ActorNaming {
            outlet: outlet.clone(),
            labels: own.map_or(Vec::new(), |n| labels(scope, n, i, column, &outlet.name)),
            total: scope.count(
                EvidenceKey::Mentions {
                    actor: actor.id.clone(),
                    within: Some(column.clone()),
                    label: None,
                },
                &format!("{} in {}", actor.name, outlet.name),
            ),
        })
        .collect()
}
