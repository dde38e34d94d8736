//! Search results with facets.

use super::compare::default_columns;
use super::dates::date_view;
use super::model::{Body, Chip, FacetGroup, FacetValue, Line, Link, ResultView, SearchView};
use super::scope::Scope;
use crate::claim::align::SentenceRef;
use crate::entity::EntityType;
use crate::map::SmallMap;
use crate::order::Order;
use crate::route::{Facet, FacetField, Page, Route};
use crate::span::Span;

/// The most articles a page of results shows.
const MOST_RESULTS: usize = 50;
/// The most sentences shown for one article.
const MOST_LINES: usize = 5;
/// The most values shown for one facet.
const MOST_VALUES: usize = 10;

/// A matching sentence with the values of its facets.
struct Found {
    at: SentenceRef,
    marks: Vec<Span>,
    outlet: String,
    actors: Vec<usize>,
    kinds: Vec<EntityType>,
}

impl Found {
    fn has(&self, scope: &Scope<'_>, facet: &Facet) -> bool {
        match facet.field {
            FacetField::Outlet => self.outlet == facet.value,
            FacetField::Actor => {
                scope.analysis.actor(&facet.value).is_some_and(|a| self.actors.contains(&a))
            }
            FacetField::Kind => {
                EntityType::from_code(&facet.value).is_some_and(|k| self.kinds.contains(&k))
            }
        }
    }

    /// Chosen values of one field widen each other, fields narrow each other; what is shut out
    /// is out.
    fn passes(&self, scope: &Scope<'_>, facets: &[Facet]) -> bool {
        if facets.iter().any(|f| f.exclude && self.has(scope, f)) {
            return false;
        }
        [FacetField::Outlet, FacetField::Actor, FacetField::Kind].into_iter().all(|field| {
            let mut chosen = facets.iter().filter(|f| f.field == field && !f.exclude).peekable();
            chosen.peek().is_none() || chosen.any(|f| self.has(scope, f))
        })
    }
}

pub fn body(scope: &Scope<'_>, query: &str, facets: &[Facet]) -> Body {
    let analysis = scope.analysis;
    let answer = analysis.index().search(query, analysis.articles.len());
    let mut actors_of: SmallMap<usize, Option<Vec<Vec<usize>>>> = SmallMap::default();
    let mut found: Vec<Found> = Vec::new();
    for hit in &answer.hits {
        let actors = actors_of
            .slot(hit.article)
            .get_or_insert_with(|| analysis.sentence_actors(hit.article));
        for s in &hit.sentences {
            let actors = actors.get(s.sentence).cloned().unwrap_or_default();
            let mut kinds: Vec<EntityType> = actors
                .iter()
                .filter_map(|a| analysis.actors.actors.get(*a).map(|a| a.kind))
                .collect();
            kinds.order();
            kinds.dedup();
            found.push(Found {
                at: SentenceRef { article: hit.article, sentence: s.sentence },
                marks: s.marks.clone(),
                outlet: analysis.articles.get(hit.article).map_or("", |a| a.outlet()).to_owned(),
                actors,
                kinds,
            });
        }
    }
    let kept: Vec<&Found> = found.iter().filter(|f| f.passes(scope, facets)).collect();
    let mut results = Vec::new();
    let mut articles = 0;
    for hit in &answer.hits {
        let mut lines: Vec<&&Found> = kept.iter().filter(|f| f.at.article == hit.article).collect();
        if lines.is_empty() && !(hit.sentences.is_empty() && facets.is_empty()) {
            continue;
        }
        articles += 1;
        if results.len() == MOST_RESULTS {
            continue;
        }
        let total = lines.len();
        lines.order_by_key(|f| (core::cmp::Reverse(f.marks.len()), f.at));
        lines.truncate(MOST_LINES);
        let lines: Vec<Line> =
            lines.into_iter().filter_map(|f| scope.line(f.at, &f.marks)).collect();
        let Some(a) = scope.article(hit.article) else { continue };
        results.push(ResultView {
            outlet: scope.outlet(hit.article),
            headline: scope.article_link(hit.article),
            date: date_view(a),
            why: hit.why.clone(),
            more: total - lines.len(),
            lines,
        });
    }
    let to =
        |facets: Vec<Facet>| Route::to(Page::Search { query: query.to_owned(), facets }).to_hash();
    let without = |facet: &Facet| -> Vec<Facet> {
        let same = |f: &&Facet| f.field != facet.field || f.value != facet.value;
        facets.iter().filter(same).cloned().collect()
    };
    let chips = facets
        .iter()
        .map(|f| Chip {
            text: format!(
                "{}{}: {}",
                if f.exclude { "not " } else { "" },
                f.field.name(),
                value_name(scope, f)
            ),
            remove: to(without(f)),
        })
        .collect();
    let groups = [
        (FacetField::Outlet, "Outlet"),
        (FacetField::Kind, "Type named"),
        (FacetField::Actor, "Actor named"),
    ]
    .into_iter()
    .map(|(field, name)| FacetGroup {
        name: name.to_owned(),
        values: values(scope, field, &found, facets)
            .into_iter()
            .map(|(value, count)| {
                let facet = Facet { field, value, exclude: false };
                let state = facets
                    .iter()
                    .find(|f| f.field == field && f.value == facet.value)
                    .map(|f| !f.exclude);
                let with = |exclude: bool| {
                    let mut rest = without(&facet);
                    if state != Some(!exclude) {
                        rest.push(Facet { exclude, ..facet.clone() });
                    }
                    to(rest)
                };
                FacetValue {
                    text: value_name(scope, &facet),
                    seat: match field {
                        FacetField::Outlet => scope.outlet_by_id(&facet.value).map(|o| o.seat),
                        _ => None,
                    },
                    count,
                    include: with(false),
                    exclude: with(true),
                    state,
                }
            })
            .collect(),
    })
    .collect();
    Body::Search(SearchView {
        query: query.to_owned(),
        understood: answer.understood.clone(),
        notes: answer.notes.clone(),
        articles,
        sentences: kept.len(),
        facets: groups,
        chips,
        results,
        examples: examples(scope),
    })
}

fn value_name(scope: &Scope<'_>, facet: &Facet) -> String {
    match facet.field {
        FacetField::Outlet => super::scope::outlet_name(&facet.value),
        FacetField::Actor => {
            let actor = scope.analysis.actor(&facet.value);
            let actor = actor.and_then(|a| scope.analysis.actors.actors.get(a));
            actor.map_or_else(|| facet.value.clone(), |a| a.name.clone())
        }
        FacetField::Kind => EntityType::from_code(&facet.value)
            .map_or_else(|| facet.value.clone(), |k| k.label().to_owned()),
    }
}

/// The values of a field with the number of matching sentences that pass all other fields'
/// choices, most first. Chosen values always stand.
fn values(
    scope: &Scope<'_>,
    field: FacetField,
    found: &[Found],
    facets: &[Facet],
) -> Vec<(String, usize)> {
    let others: Vec<Facet> = facets.iter().filter(|f| f.field != field).cloned().collect();
    let mut counts: SmallMap<String, usize> = SmallMap::default();
    for f in facets.iter().filter(|f| f.field == field) {
        counts.slot(f.value.clone());
    }
    for f in found.iter().filter(|f| f.passes(scope, &others)) {
        let mut add = |value: String| *counts.slot(value) += 1;
        match field {
            FacetField::Outlet => add(f.outlet.clone()),
            FacetField::Actor => {
                for a in &f.actors {
                    if let Some(a) = scope.analysis.actors.actors.get(*a) {
                        add(a.id.clone());
                    }
                }
            }
            FacetField::Kind => f.kinds.iter().for_each(|k| add(k.code().to_owned())),
        }
    }
    let chosen = |value: &str| facets.iter().any(|f| f.field == field && f.value == value);
    let mut out = counts.into_list();
    out.order_by_key(|(_, n)| core::cmp::Reverse(*n));
    let mut kept = 0;
    out.retain(|(value, _)| {
        kept += 1;
        kept <= MOST_VALUES || chosen(value)
    });
    out
}

/// Queries to try: names that outlets differ in, a phrase, an actor.
fn examples(scope: &Scope<'_>) -> Vec<Link> {
    let mut out = Vec::new();
    let columns: Vec<_> =
        default_columns(scope).iter().filter_map(|c| scope.articles_of(c)).collect();
    let link = |query: String| Link { href: Route::search(&query).to_hash(), text: query };
    for n in crate::compare::naming(scope.analysis, &columns).into_iter().take(4) {
        let labels = n.cells.iter().flatten().filter(|l| !l.nominal);
        if let Some(label) = labels.max_by_key(|l| l.count) {
            let phrase = label.label.contains(' ');
            out.push(link(if phrase {
                format!("\"{}\"", label.label)
            } else {
                label.label.clone()
            }));
        }
        if out.len() == 1
            && let Some(actor) = scope.analysis.actors.actors.get(n.actor)
        {
            out.push(link(format!("actor:{}", actor.id)));
        }
    }
    out
}
