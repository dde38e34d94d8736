//! The list of actors, and one actor.

use super::correct;
use super::evidence;
use super::model::{
    ActorCount, ActorNaming, ActorRow, ActorView, ActorsView, Body, Choice, JoinView, KwicLine,
    LabelCount, Line,
};
use super::scope::Scope;
use crate::claim::align::SentenceRef;
use crate::compare::{Naming, naming};
use crate::entity::{Confidence, EntityType};
use crate::map::SmallMap;
use crate::order::Order;
use crate::route::{ActorSort, Column, EvidenceKey, Page, QuotedBy, Route};
use crate::span::Span;
use crate::text::fold;

pub fn list(
    scope: &Scope<'_>,
    sort: &ActorSort,
    kind: Option<EntityType>,
    filter: &str,
) -> Result<(String, Body), String> {
    let page = |sort: &ActorSort, kind: Option<EntityType>| Page::Actors {
        sort: sort.clone(),
        kind,
        filter: filter.to_owned(),
    };
    let columns = scope.outlet_columns();
    if let ActorSort::Outlet(id) = sort
        && scope.outlet_by_id(id).is_none()
    {
        return Err(format!("no article in this library is by an outlet \"{id}\""));
    }
    let sets: Vec<_> = columns.iter().map(|(_, articles)| articles.clone()).collect();
    let all = naming(scope.analysis, &sets);
    let wanted: Vec<String> = fold(filter).split_whitespace().map(str::to_owned).collect();
    let matches = |n: &Naming| {
        let Some(actor) = scope.analysis.actors.actors.get(n.actor) else { return false };
        let mut words = fold(&actor.name);
        for label in n.cells.iter().flatten() {
            words.push(' ');
            words.push_str(&fold(&label.label));
        }
        wanted.iter().all(|w| words.contains(w.as_str()))
    };
    let found: Vec<&Naming> = all.iter().filter(|n| matches(n)).collect();
    let of_kind = |n: &Naming, k: EntityType| {
        scope.analysis.actors.actors.get(n.actor).is_some_and(|a| a.kind == k)
    };
    let mut kinds =
        vec![scope.choice(&format!("all {}", found.len()), page(sort, None), kind.is_none())];
    for k in EntityType::ALL {
        let n = found.iter().filter(|n| of_kind(n, k)).count();
        if n > 0 || kind == Some(k) {
            kinds.push(scope.choice(
                &format!("{} {n}", k.label()),
                page(sort, Some(k)),
                kind == Some(k),
            ));
        }
    }
    let mut rows: Vec<(usize, ActorRow)> = found
        .into_iter()
        .filter(|n| kind.is_none_or(|k| of_kind(n, k)))
        .filter_map(|n| Some((n.actor, row(scope, &columns, n)?)))
        .collect();
    rows.order_by(|(i, a), (j, b)| {
        let total = |r: &ActorRow| core::cmp::Reverse(r.total.value);
        let first = match sort {
            ActorSort::Total => core::cmp::Ordering::Equal,
            ActorSort::Name => fold(&a.actor.text).cmp(&fold(&b.actor.text)),
            ActorSort::Kind => a.kind.cmp(&b.kind),
            ActorSort::Outlet(id) => {
                let at = scope.outlets().iter().position(|o| o.id == *id).unwrap_or(0);
                let count = |r: &ActorRow| r.counts.get(at).map_or(0, |c| c.value);
                count(b).cmp(&count(a))
            }
        };
        first.then(total(a).cmp(&total(b))).then(i.cmp(j))
    });
    let choice = |text: &str, s: ActorSort| -> Choice {
        let current = s == *sort;
        scope.choice(text, page(&s, kind), current)
    };
    let view = ActorsView {
        kinds,
        filter: filter.to_owned(),
        sort_name: choice("Actor", ActorSort::Name),
        sort_kind: choice("Type", ActorSort::Kind),
        sort_outlets: scope
            .outlets()
            .iter()
            .map(|o| choice(&o.name, ActorSort::Outlet(o.id.clone())))
            .collect(),
        sort_total: choice("All", ActorSort::Total),
        outlets: scope.outlets().to_vec(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        all: all.len(),
    };
    Ok(("Actors".to_owned(), Body::Actors(view)))
}

fn row(scope: &Scope<'_>, columns: &[(Column, Vec<usize>)], naming: &Naming) -> Option<ActorRow> {
    let actor = scope.analysis.actors.actors.get(naming.actor)?;
    let mut labels: SmallMap<&str, usize> = SmallMap::default();
    for label in naming.cells.iter().flatten() {
        *labels.slot(&label.label) += label.count;
    }
    let mut labels = labels.into_list();
    labels.order_by_key(|(_, n)| core::cmp::Reverse(*n));
    let mentions = |within: Option<Column>| EvidenceKey::Mentions {
        actor: actor.id.clone(),
        within,
        label: None,
    };
    Some(ActorRow {
        actor: scope.actor_link(naming.actor),
        kind: actor.kind,
        sort: actor.sort.clone(),
        labels: labels.into_iter().map(|(l, _)| l.to_owned()).collect(),
        counts: columns
            .iter()
            .zip(scope.outlets())
            .map(|((c, _), o)| {
                scope.count(mentions(Some(c.clone())), &format!("{} in {}", actor.name, o.name))
            })
            .collect(),
        total: scope.count(mentions(None), &format!("mentions of {}", actor.name)),
    })
}

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

pub fn one(scope: &Scope<'_>, id: &str) -> Result<(String, Body), String> {
    let index = scope.analysis.actor(id).ok_or_else(|| correct::gone(scope, id))?;
    let actor = scope.analysis.actors.actors.get(index).ok_or("the actor is gone")?;
    let columns = scope.outlet_columns();
    let sets: Vec<_> = columns.iter().map(|(_, articles)| articles.clone()).collect();
    let matrix = naming(scope.analysis, &sets);
    let own = matrix.iter().find(|n| n.actor == index);
    let naming = columns
        .iter()
        .zip(scope.outlets())
        .enumerate()
        .map(|(i, ((column, _), outlet))| ActorNaming {
            outlet: outlet.clone(),
            labels: own.map_or(Vec::new(), |n| labels(scope, n, i, column, &outlet.name)),
        })
        .collect();
    let key = EvidenceKey::Mentions { actor: actor.id.clone(), within: None, label: None };
    let view = ActorView {
        name: actor.name.clone(),
        kind: actor.kind,
        sort: actor.sort.clone(),
        total: scope.count(key, &format!("mentions of {}", actor.name)),
        naming,
        concordance: concordance(scope, index),
        quotes: quotes(scope, &actor.id),
        together: together(scope, index, 12),
        joins: actor
            .joins
            .iter()
            .map(|j| JoinView {
                label: j.label.clone(),
                reason: j.reason.clone(),
                confidence: match j.confidence {
                    Confidence::Sure => "sure".to_owned(),
                    Confidence::Likely => "likely".to_owned(),
                },
            })
            .collect(),
        correct: correct::correct(scope, index),
        search: super::model::Link {
            text: format!("Search for {}", actor.name),
            href: Route::search(&format!("actor:{}", actor.id)).to_hash(),
        },
    };
    Ok((actor.name.clone(), Body::Actor(Box::new(view))))
}

/// Characters of context on each side of a label.
const CONTEXT: usize = 70;

fn concordance(scope: &Scope<'_>, actor: usize) -> Vec<KwicLine> {
    let mut lines: Vec<(usize, usize, Span, KwicLine)> = Vec::new();
    for (at, m) in scope.analysis.counted_mentions(actor) {
        let Some(a) = scope.article(at.article) else { continue };
        let Some(sentence) = a.doc.sentences.get(m.sentence) else { continue };
        let outlet = scope.outlet(at.article);
        let before = Span { start: sentence.span.start, end: m.span.start }.of(&a.text);
        let after = Span { start: m.span.end, end: sentence.span.end }.of(&a.text);
        let line = KwicLine {
            left: tail(before),
            label: m.span.of(&a.text).to_owned(),
            right: head(after),
            href: Route::article(&a.id, Some(m.sentence)).to_hash(),
            outlet,
        };
        lines.push((line.outlet.seat, at.article, m.span, line));
    }
    lines.order_by_key(|(seat, article, span, _)| (*seat, *article, *span));
    lines.into_iter().map(|(_, _, _, line)| line).collect()
}

/// The last characters of a text, beginning with a whole word.
fn tail(text: &str) -> String {
    let count = text.chars().count();
    if count <= CONTEXT {
        return text.to_owned();
    }
    let rest: String = text.chars().skip(count - CONTEXT).collect();
    let rest = rest.split_once(' ').map_or(rest.as_str(), |(_, r)| r);
    format!("… {rest}")
}

/// The first characters of a text, ending with a whole word.
fn head(text: &str) -> String {
    if text.chars().count() <= CONTEXT {
        return text.to_owned();
    }
    let rest: String = text.chars().take(CONTEXT).collect();
    let rest = rest.rsplit_once(' ').map_or(rest.as_str(), |(r, _)| r);
    format!("{rest} …")
}

fn quotes(scope: &Scope<'_>, id: &str) -> Vec<Line> {
    let source = Some(QuotedBy::Actor(id.to_owned()));
    let key = EvidenceKey::Quotes { within: None, kind: None, source };
    evidence::evidence(scope, &key).map_or(Vec::new(), |e| e.lines)
}

/// The actors named in the same sentences, most often first.
fn together(scope: &Scope<'_>, actor: usize, most: usize) -> Vec<ActorCount> {
    let Some(own) = scope.analysis.actors.actors.get(actor) else { return Vec::new() };
    let mut counts: SmallMap<usize, usize> = SmallMap::default();
    let mut seen: Vec<SentenceRef> = Vec::new();
    for (at, m) in scope.analysis.counted_mentions(actor) {
        seen.push(SentenceRef { article: at.article, sentence: m.sentence });
    }
    seen.order();
    seen.dedup();
    for group in seen.chunk_by(|a, b| a.article == b.article) {
        let actors = scope.analysis.sentence_actors(group[0].article);
        for at in group {
            for other in actors.get(at.sentence).map_or(&[][..], Vec::as_slice) {
                if *other != actor {
                    *counts.slot(*other) += 1;
                }
            }
        }
    }
    let mut counts = counts.into_list();
    counts.order_by_key(|(x, n)| (core::cmp::Reverse(*n), *x));
    counts
        .into_iter()
        .take(most)
        .filter_map(|(x, _)| {
            let other = scope.analysis.actors.actors.get(x)?;
            let key = EvidenceKey::Together { actor: own.id.clone(), other: other.id.clone() };
            Some(ActorCount {
                actor: scope.actor_link(x),
                kind: other.kind,
                count: scope.count(key, &format!("sentences with {} and {}", own.name, other.name)),
            })
        })
        .collect()
}
