//! The list of actors with its filters, as a table or as a network.

use crate::compare::{Naming, Unit, naming};
use crate::entity::EntityType;
use crate::map::SmallMap;
use crate::order::Order;
use crate::page::csv::{Cell, csv};
use crate::page::model::{
    ActorFilters, ActorRow, ActorsBody, ActorsTable, ActorsView, Body, Choice, Link, NetworkBody,
    OutletChoice, OutletView, SortView,
};
use crate::page::network;
use crate::page::scope::Scope;
use crate::route::{
    ActorSort, Actors, ActorsShow, Column, EvidenceKey, NetworkOf, NetworkState, Page, PairSort,
    Route,
};
use crate::text::fold;
use core::cmp::{Ordering, Reverse};

/// Rows shown until all are asked for.
const MOST: usize = 200;

type Columns = [(Column, Vec<usize>)];

/// The page.
pub fn list(scope: &Scope<'_>, state: &Actors) -> Result<(String, Body), String> {
    let mut outlets: Vec<&String> = state.named_by.iter().chain(&state.not_in).collect();
    if let ActorSort::Outlet(id) = &state.sort {
        outlets.push(id);
    }
    if let NetworkOf::Outlet(id) = &state.network.of {
        outlets.push(id);
    }
    if let PairSort::Outlet(id) = &state.network.sort {
        outlets.push(id);
    }
    for id in outlets {
        scope.known_outlet(id)?;
    }
    let columns = scope.outlet_columns();
    let sets: Vec<_> = columns.iter().map(|(_, articles)| articles.clone()).collect();
    let all = naming(scope.analysis, &sets);
    let found: Vec<&Naming> = all.iter().filter(|n| passes(scope, state, n)).collect();
    let of_kind: Vec<&Naming> = found
        .iter()
        .copied()
        .filter(|n| {
            state.kinds.is_empty() || kind(scope, n).is_some_and(|k| state.kinds.contains(&k))
        })
        .collect();
    let to = |change: &dyn Fn(&mut Actors)| {
        let mut state = state.clone();
        state.all = false;
        change(&mut state);
        Page::Actors(Box::new(state))
    };
    let shows = [("Table", ActorsShow::Table), ("Network", ActorsShow::Network)]
        .map(|(text, show)| scope.choice(text, to(&|s| s.show = show), state.show == show));
    let body = match state.show {
        ActorsShow::Table => ActorsBody::Table(Box::new(table(scope, state, &columns, &of_kind))),
        ActorsShow::Network => ActorsBody::Network(Box::new(NetworkBody {
            network: network_of(scope, state, &columns, &of_kind),
            ..network_choices(scope, state)
        })),
    };
    let view = ActorsView {
        shows: shows.to_vec(),
        filters: filters(scope, state, &found),
        found: of_kind.len(),
        all: all.len(),
        body,
    };
    Ok(("Actors".to_owned(), Body::Actors(Box::new(view))))
}

fn kind(scope: &Scope<'_>, naming: &Naming) -> Option<EntityType> {
    scope.analysis.actors.actors.get(naming.actor).map(|a| a.kind)
}

/// Whether an actor passes all filters but that by type.
fn passes(scope: &Scope<'_>, state: &Actors, naming: &Naming) -> bool {
    let Some(actor) = scope.analysis.actors.actors.get(naming.actor) else { return false };
    let named = |id: &String| {
        let at = scope.outlets().iter().position(|o| o.id == *id);
        at.and_then(|at| naming.cells.get(at)).is_some_and(|cell| !cell.is_empty())
    };
    if naming.total() < state.least
        || !state.named_by.iter().all(named)
        || state.not_in.iter().any(named)
    {
        return false;
    }
    let mut words = fold(&actor.name);
    for label in naming.cells.iter().flatten() {
        words.push(' ');
        words.push_str(&fold(&label.label));
    }
    fold(&state.filter).split_whitespace().all(|w| words.contains(w))
}

/// The choices of a list, of which several may be in force: a chosen one is taken back.
fn toggled<T: PartialEq + Clone>(list: &[T], item: &T) -> Vec<T> {
    let mut out: Vec<T> = list.iter().filter(|x| *x != item).cloned().collect();
    if out.len() == list.len() {
        out.push(item.clone());
    }
    out
}

fn filters(scope: &Scope<'_>, state: &Actors, found: &[&Naming]) -> ActorFilters {
    let to = |change: &dyn Fn(&mut Actors)| {
        let mut state = state.clone();
        state.all = false;
        change(&mut state);
        Page::Actors(Box::new(state))
    };
    let none = state.kinds.is_empty();
    let text = format!("all {}", found.len());
    let mut kinds = vec![scope.choice(&text, to(&|s| s.kinds.clear()), none)];
    for k in EntityType::ALL {
        let n = found.iter().filter(|n| kind(scope, n) == Some(k)).count();
        let current = state.kinds.contains(&k);
        if n > 0 || current {
            let page = to(&|s| s.kinds = toggled(&s.kinds, &k));
            kinds.push(scope.choice(&format!("{} {n}", k.label()), page, current));
        }
    }
    let outlets = |list: fn(&mut Actors) -> &mut Vec<String>, chosen: &[String]| {
        let one = |o: &OutletView| OutletChoice {
            choice: scope.choice(
                &o.name,
                to(&|s| {
                    let list = list(s);
                    *list = toggled(list, &o.id);
                }),
                chosen.contains(&o.id),
            ),
            outlet: Some(o.clone()),
        };
        scope.outlets().iter().map(one).collect::<Vec<_>>()
    };
    let least = |n: &usize| {
        let text = if *n == 1 { "any number".to_owned() } else { format!("{n} or more") };
        scope.choice(&text, to(&|s| s.least = *n), state.least == *n)
    };
    let untouched = Actors::default();
    let filtered = !none
        || !state.filter.is_empty()
        || !state.named_by.is_empty()
        || !state.not_in.is_empty()
        || state.least != untouched.least;
    ActorFilters {
        kinds,
        words: state.filter.clone(),
        least: Actors::LEASTS.iter().map(least).collect(),
        named_by: outlets(|s| &mut s.named_by, &state.named_by),
        not_in: outlets(|s| &mut s.not_in, &state.not_in),
        clear: filtered.then(|| {
            let page = to(&|s| {
                s.kinds.clear();
                s.filter.clear();
                s.named_by.clear();
                s.not_in.clear();
                s.least = 1;
            });
            Route::to(page).to_hash()
        }),
    }
}

fn table(scope: &Scope<'_>, state: &Actors, columns: &Columns, found: &[&Naming]) -> ActorsTable {
    // Sorted before the counts are made, so that only rows that are shown cost anything.
    let name = |n: &Naming| fold(&scope.actor_link(n.actor).text);
    let seat = match &state.sort {
        ActorSort::Outlet(id) => scope.outlets().iter().position(|o| o.id == *id),
        _ => None,
    };
    let in_outlet = |n: &Naming| {
        let cell = seat.and_then(|at| n.cells.get(at));
        cell.map_or(0, |cell| cell.iter().map(|l| l.count).sum::<usize>())
    };
    let sort_of = |n: &Naming| {
        let actor = scope.analysis.actors.actors.get(n.actor);
        actor.map(|a| (a.kind, a.sort.is_none(), a.sort.clone()))
    };
    let mut order: Vec<&Naming> = found.to_vec();
    order.order_by(|a, b| {
        let first = match state.sort {
            ActorSort::Total => b.total().cmp(&a.total()),
            ActorSort::Name => name(a).cmp(&name(b)),
            ActorSort::Kind => sort_of(a).cmp(&sort_of(b)),
            ActorSort::Outlets => b.columns().cmp(&a.columns()),
            ActorSort::Labels => labels(b).len().cmp(&labels(a).len()),
            ActorSort::Outlet(_) => in_outlet(b).cmp(&in_outlet(a)),
        };
        let first = if state.reverse { first.reverse() } else { first };
        let total = match state.sort {
            ActorSort::Total => Ordering::Equal,
            _ => b.total().cmp(&a.total()),
        };
        first.then(total).then(a.actor.cmp(&b.actor))
    });
    let all = order.len();
    if !state.all {
        order.truncate(MOST);
    }
    let sort = |text: &str, by: ActorSort, descending: bool| {
        let current = by == state.sort;
        let mut to = state.clone();
        to.reverse = current && !state.reverse;
        to.sort = by;
        SortView {
            text: text.to_owned(),
            href: Some(Route::to(Page::Actors(Box::new(to))).to_hash()),
            current,
            descending: descending != (current && state.reverse),
        }
    };
    ActorsTable {
        sort_name: sort("Actor", ActorSort::Name, false),
        sort_kind: sort("Type", ActorSort::Kind, false),
        sort_outlets: scope
            .outlets()
            .iter()
            .map(|o| sort(&o.name, ActorSort::Outlet(o.id.clone()), true))
            .collect(),
        sort_total: sort("All", ActorSort::Total, true),
        sort_spread: sort("Outlets", ActorSort::Outlets, true),
        sort_labels: sort("Labels used", ActorSort::Labels, true),
        outlets: scope.outlets().to_vec(),
        more: (order.len() < all).then(|| Link {
            text: format!("Show all {all} actors"),
            href: Route::to(Page::Actors(Box::new(Actors { all: true, ..state.clone() })))
                .to_hash(),
        }),
        rows: order.into_iter().filter_map(|n| row(scope, columns, n)).collect(),
    }
}

/// The labels of an actor in all outlets, most frequent first.
fn labels(naming: &Naming) -> Vec<String> {
    let mut labels: SmallMap<&str, usize> = SmallMap::default();
    for label in naming.cells.iter().flatten() {
        *labels.slot(&label.label) += label.count;
    }
    let mut labels = labels.into_list();
    labels.order_by_key(|(_, n)| Reverse(*n));
    labels.into_iter().map(|(l, _)| l.to_owned()).collect()
}

fn row(scope: &Scope<'_>, columns: &Columns, naming: &Naming) -> Option<ActorRow> {
    let actor = scope.analysis.actors.actors.get(naming.actor)?;
    let mentions = |within: Option<Column>| EvidenceKey::Mentions {
        actor: actor.id.clone(),
        within,
        label: None,
    };
    Some(ActorRow {
        actor: scope.actor_link(naming.actor),
        kind: actor.kind,
        sort: actor.sort.clone(),
        labels: labels(naming),
        counts: columns
            .iter()
            .zip(scope.outlets())
            .map(|((c, _), o)| {
                scope.count(mentions(Some(c.clone())), &format!("{} in {}", actor.name, o.name))
            })
            .collect(),
        total: scope.count(mentions(None), &format!("mentions of {}", actor.name)),
        spread: naming.columns(),
    })
}

/// The network of the actors that pass the filters.
fn network_of(
    scope: &Scope<'_>,
    state: &Actors,
    columns: &Columns,
    found: &[&Naming],
) -> crate::page::model::NetworkView {
    let seat = match &state.network.of {
        NetworkOf::Outlet(id) => columns.iter().position(|(c, _)| *c == Column::Outlet(id.clone())),
        _ => None,
    };
    let mentions = |n: &Naming| match seat {
        None => n.total(),
        Some(at) => n.cells.get(at).map_or(0, |c| c.iter().map(|l| l.count).sum()),
    };
    let mut actors: Vec<(usize, usize)> =
        found.iter().map(|n| (n.actor, mentions(n))).filter(|(_, n)| *n > 0).collect();
    actors.order_by_key(|(actor, n)| (Reverse(*n), *actor));
    actors.truncate(state.network.top);
    let actors: Vec<usize> = actors.into_iter().map(|(actor, _)| actor).collect();
    network::of_list(scope, &actors, &state.network, &|by, reverse| {
        let mut to = state.clone();
        to.network.sort = by;
        to.network.reverse = reverse;
        Route::to(Page::Actors(Box::new(to))).to_hash()
    })
}

/// What can be chosen of the network; the network itself is still empty.
fn network_choices(scope: &Scope<'_>, state: &Actors) -> NetworkBody {
    let net = &state.network;
    let choice = |text: &str, network: NetworkState| -> Choice {
        let current = network == *net;
        scope.choice(text, Page::Actors(Box::new(Actors { network, ..state.clone() })), current)
    };
    // The table of one outlet has no columns of outlets to sort by.
    let of = |of: NetworkOf| {
        let sort = match (&of, &net.sort) {
            (NetworkOf::Outlet(_), PairSort::Outlet(_)) => PairSort::Together,
            (_, sort) => sort.clone(),
        };
        NetworkState { of, sort, ..net.clone() }
    };
    let plain =
        |text: &str, to: NetworkOf| OutletChoice { outlet: None, choice: choice(text, of(to)) };
    let mut whose = vec![plain("all together", NetworkOf::All)];
    if scope.outlets().len() > 1 {
        whose.push(plain("side by side", NetworkOf::Each));
        whose.extend(scope.outlets().iter().map(|o| OutletChoice {
            outlet: Some(o.clone()),
            choice: choice(&o.name, of(NetworkOf::Outlet(o.id.clone()))),
        }));
    }
    let units = [("sentence", Unit::Sentence), ("paragraph", Unit::Paragraph)]
        .map(|(text, unit)| choice(text, NetworkState { unit, ..net.clone() }));
    let tops =
        NetworkState::TOPS.map(|top| choice(&top.to_string(), NetworkState { top, ..net.clone() }));
    let leasts = NetworkState::LEASTS.map(|least| {
        let text = if least == 1 { "once".to_owned() } else { format!("{least} times") };
        choice(&text, NetworkState { least, ..net.clone() })
    });
    NetworkBody {
        of: whose,
        units: units.to_vec(),
        tops: tops.to_vec(),
        leasts: leasts.to_vec(),
        network: Default::default(),
    }
}

/// What is shown, for a spreadsheet.
pub fn table_rows(view: &ActorsView) -> String {
    let table = match &view.body {
        ActorsBody::Network(body) => return csv(&network::rows(&body.network)),
        ActorsBody::Table(table) => table,
    };
    let text = |t: &str| Cell::Text(t.to_owned());
    let number = |n: usize| Cell::Number(n.to_string());
    let mut head = vec![text("actor"), text("type"), text("sort")];
    head.extend(table.outlets.iter().map(|o| text(&o.name)));
    head.extend(["all", "outlets", "labels"].map(text));
    let mut rows = vec![head];
    for r in &table.rows {
        let mut row = vec![
            text(&r.actor.text),
            text(r.kind.label()),
            text(r.sort.as_deref().unwrap_or_default()),
        ];
        row.extend(r.counts.iter().map(|c| number(c.value)));
        row.push(number(r.total.value));
        row.push(number(r.spread));
        row.push(text(&r.labels.join("; ")));
        rows.push(row);
    }
    csv(&rows)
}
