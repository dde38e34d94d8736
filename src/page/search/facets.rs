//! Facets with their counts, and the chips of those in force.

use super::super::dates;
use super::super::scope::{Scope, outlet_name};
use super::found::{Filters, Found, Value, month_code};
use super::model::{Chip, FacetGroup, FacetValue};
use crate::entity::EntityType;
use crate::map::SmallMap;
use crate::order::Order;
use crate::page::model::Link;
use crate::route::{Facet, FacetField, Page, Route, Search};

/// Values of a facet that are shown until more are asked for.
const SHOWN: usize = 8;
/// Values of a facet that are shown then.
const MOST: usize = 200;

/// Facets that are listed, with their names.
const GROUPS: [(FacetField, &str); 5] = [
    (FacetField::Outlet, "Outlet"),
    (FacetField::Kind, "Kind of actor named"),
    (FacetField::Actor, "Actor named"),
    (FacetField::Date, "Published"),
    (FacetField::Quoted, "Attribution"),
];

/// The link to the same search with other facets, from its first page.
pub fn with(state: &Search, facets: Vec<Facet>) -> String {
    Route::to(Page::Search(Box::new(Search { facets, page: 1, ..state.clone() }))).to_hash()
}

/// Every facet that has a value, with the number of sentences that following it shows.
pub fn groups(
    scope: &Scope<'_>,
    state: &Search,
    found: &Found<'_>,
    filters: &Filters,
) -> Vec<FacetGroup> {
    let mut counts: SmallMap<Value, usize> = SmallMap::default();
    for value in state.facets.iter().filter_map(|f| found.value(scope, f)) {
        // What is in force is shown, whatever there is of it.
        counts.slot(value);
    }
    for row in found.rows.iter().filter(|r| r.sentence.is_some()) {
        filters.counted(row, |value| *counts.slot(value) += 1);
    }
    let counts = counts.into_list();
    let group = |(field, name): (FacetField, &str)| {
        let own = counts.iter().filter(|((f, _), _)| *f == field);
        let mut values: Vec<(Value, usize)> = own.copied().collect();
        if field != FacetField::Date {
            values.order_by_key(|(_, n)| core::cmp::Reverse(*n));
        }
        let all = values.len();
        let long = state.long.contains(&field);
        let most = if long { MOST } else { SHOWN };
        let mut row = 0;
        values.retain(|(value, _)| {
            row += 1;
            // One value is not worth a link that shows it.
            row <= most || all == SHOWN + 1 || filters.state(*value).is_some()
        });
        let more = (all > SHOWN + 1).then(|| {
            let mut state = state.clone();
            state.long.retain(|f| *f != field);
            let text = if long {
                match all - values.len() {
                    0 => "Show fewer".to_owned(),
                    rest => format!("Show fewer (the {rest} least frequent are left out)"),
                }
            } else {
                state.long.push(field);
                format!("Show {} more", all - values.len())
            };
            Link { text, href: Route::to(Page::Search(Box::new(state))).to_hash() }
        });
        let values =
            values.into_iter().map(|(v, n)| shown(scope, state, found, filters, v, n)).collect();
        FacetGroup { name: name.to_owned(), values, more }
    };
    GROUPS.into_iter().map(group).filter(|g| !g.values.is_empty()).collect()
}

fn shown(
    scope: &Scope<'_>,
    state: &Search,
    found: &Found<'_>,
    filters: &Filters,
    value: Value,
    count: usize,
) -> FacetValue {
    let chosen = filters.state(value);
    let (code, text) = names(scope, found, value);
    let rest: Vec<Facet> =
        state.facets.iter().filter(|f| found.value(scope, f) != Some(value)).cloned().collect();
    let to = |exclude: bool| {
        let mut facets = rest.clone();
        if chosen != Some(!exclude) {
            facets.push(Facet { field: value.0, value: code.clone(), exclude });
        }
        with(state, facets)
    };
    FacetValue {
        code: format!("{}:{code}", value.0.name()),
        text,
        seat: (value.0 == FacetField::Outlet).then_some(value.1),
        count,
        adds: chosen != Some(true) && filters.narrows(value.0),
        include: to(false),
        exclude: to(true),
        state: chosen,
    }
}

/// A value in links and in words.
fn names(scope: &Scope<'_>, found: &Found<'_>, (field, number): Value) -> (String, String) {
    let own = |code: &str, text: &str| (code.to_owned(), text.to_owned());
    match field {
        FacetField::Outlet => {
            let outlet = scope.outlets().get(number);
            outlet.map_or_else(Default::default, |o| own(&o.id, &o.name))
        }
        FacetField::Kind => {
            let kind = EntityType::ALL.get(number);
            kind.map_or_else(Default::default, |k| own(k.code(), k.label()))
        }
        FacetField::Actor => {
            let actor = scope.analysis.actors.actors.get(number);
            actor.map_or_else(Default::default, |a| own(&a.id, &a.name))
        }
        FacetField::Date => {
            let month = found.months.get(number).copied().flatten();
            (month_code(month), month.map_or_else(|| "date not found".to_owned(), dates::words))
        }
        FacetField::Quoted if number == 1 => own("yes", "in attributed words"),
        FacetField::Quoted => own("no", "outside attributed words"),
        FacetField::Article => {
            let article = scope.article(number);
            article.map_or_else(Default::default, |a| own(&a.id, &a.headline()))
        }
    }
}

/// A facet of a link in words: "outlet: CNN", "not actor: Raqqa".
pub fn words(scope: &Scope<'_>, found: &Found<'_>, facet: &Facet) -> String {
    let not = if facet.exclude { "not " } else { "" };
    let text = match (found.value(scope, facet), facet.field) {
        (Some(value), _) => names(scope, found, value).1,
        (None, FacetField::Outlet) => outlet_name(&facet.value),
        (None, FacetField::Kind) => EntityType::from_code(&facet.value)
            .map_or_else(|| facet.value.clone(), |k| k.label().to_owned()),
        // Nothing of this month was found by the query that the filter stays with.
        (None, FacetField::Date) if facet.value == "none" => "not found".to_owned(),
        (None, FacetField::Date) => dates::timex_words(&facet.value),
        (None, _) => facet.value.clone(),
    };
    match facet.field {
        FacetField::Quoted => format!("{not}{text}"),
        field => format!("{not}{}: {text}", field.name()),
    }
}

/// A chip for each facet in force.
pub fn chips(scope: &Scope<'_>, state: &Search, found: &Found<'_>) -> Vec<Chip> {
    let chip = |(i, facet): (usize, &Facet)| {
        let mut rest = state.facets.clone();
        rest.remove(i);
        rest.retain(|f| f != facet);
        Chip { text: words(scope, found, facet), remove: with(state, rest) }
    };
    state.facets.iter().enumerate().map(chip).collect()
}
