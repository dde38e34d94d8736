//! What differs, at a glance. The findings are chosen by the program; each says why.

mod acts;
mod naming;
mod numbers;
mod quoted;
mod statements;
mod words;

use super::compare::{Comparison, column_name, comparison, default_columns, time_line};
use super::dates::extent_words;
use super::misc::outlet_facts;
use super::model::{Body, Finding, Line, Link, OverviewView, Side, TimelineRow};
use super::prose::listed;
use super::scope::Scope;
use crate::claim::align::SentenceRef;
use crate::claim::time::Extent;
use crate::compare;
use crate::entity::EntityType;
use crate::ingest::BlockKind;
use crate::order::Order;
use crate::route::{Compare, CompareTable, Page, Route, Show};
use crate::span::Span;

pub fn body(scope: &Scope<'_>) -> Body {
    let columns = default_columns(scope);
    let mut findings = Vec::new();
    if let Ok(c) = comparison(scope, &columns) {
        let mut names = naming::findings(scope, &c, 2);
        let mut told = statements::shared(scope, &c, 2);
        // Naming first, then the widest shared statement, then the rest.
        findings.extend(take_first(&mut names));
        findings.extend(take_first(&mut told));
        findings.extend(quoted::finding(scope, &c));
        findings.extend(statements::only_here(scope, &c));
        findings.extend(numbers::finding(scope, &c));
        let called: Vec<String> =
            c.columns.iter().map(|column| column_name(scope, column)).collect();
        findings.extend(acts::finding(scope, &c, &called));
        let named: Vec<&Finding> = findings.iter().take(1).chain(&names).collect();
        findings.extend(words::finding(scope, &c, &called, &named));
        findings.extend(names);
        findings.extend(told);
        findings.truncate(8);
    }
    Body::Overview(OverviewView {
        lead: lead(scope),
        findings,
        timeline: timeline(scope),
        outlets: outlet_facts(scope),
    })
}

fn take_first<T>(items: &mut Vec<T>) -> Option<T> {
    (!items.is_empty()).then(|| items.remove(0))
}

fn lead(scope: &Scope<'_>) -> String {
    let articles = scope.analysis.articles.len();
    let names: Vec<&str> = scope.outlets().iter().map(|o| o.name.as_str()).collect();
    if names.is_empty() {
        return "There is no article yet.".to_owned();
    }
    let places: Vec<&str> = scope
        .analysis
        .actors
        .actors
        .iter()
        .filter(|a| a.kind == EntityType::Loc)
        .take(3)
        .map(|a| a.name.as_str())
        .collect();
    let about = match places.len() {
        0 => String::new(),
        1 => format!(" Most named place: {}.", listed(&places)),
        _ => format!(" Most named places: {}.", listed(&places)),
    };
    let plural = if articles == 1 { "article" } else { "articles" };
    format!("{articles} {plural} by {}.{about}", listed(&names))
}

fn more(text: &str, table: CompareTable, show: Show) -> Link {
    let page = Page::Compare(Box::new(Compare { table, show, ..Compare::default() }));
    Link { text: text.to_owned(), href: Route::to(page).to_hash() }
}

/// Small numbers in words.
fn words(n: usize) -> String {
    let names = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    names.get(n).map_or_else(|| n.to_string(), |s| (*s).to_owned())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// Of the sentences the shortest of a body that is long enough to tell something; of others the first.
fn brief(scope: &Scope<'_>, told: impl Iterator<Item = (SentenceRef, Vec<Span>)>) -> Option<Line> {
    let mut best: Option<(usize, SentenceRef, Vec<Span>)> = None;
    for (at, spans) in told {
        let sentence = scope.article(at.article)?.doc.sentences.get(at.sentence)?;
        let length = sentence.span.len();
        let cost = match sentence.kind {
            BlockKind::Body if length >= 40 => length,
            BlockKind::Body => 1000,
            _ => 2000,
        };
        if best.as_ref().is_none_or(|(b, ..)| cost < *b) {
            best = Some((cost, at, spans));
        }
    }
    let (_, at, spans) = best?;
    scope.line(at, &spans)
}

/// One side for each column: its first sentence, or "not found here".
fn sides(
    scope: &Scope<'_>,
    c: &Comparison,
    lines: impl Iterator<Item = Option<Line>>,
) -> Vec<Side> {
    lines
        .zip(&c.sets)
        .map(|(line, set)| Side {
            outlet: scope.outlet(set.first().copied().unwrap_or(0)),
            labels: Vec::new(),
            line,
        })
        .collect()
}

/// Dates in order, with the sentences that give them.
fn timeline(scope: &Scope<'_>) -> Vec<TimelineRow> {
    let all: Vec<usize> = (0..scope.analysis.articles.len()).collect();
    let row = |moment: &compare::Moment| {
        let told = moment.cells.iter().flatten();
        let mut lines: Vec<Line> = told.filter_map(|t| time_line(scope, t)).collect();
        lines.order_by_key(|l| l.outlet.seat);
        let Extent { first, last } = moment.extent;
        let value = (first == last).then(|| first.to_string());
        TimelineRow { value, text: extent_words(moment.extent), lines }
    };
    compare::timeline(scope.analysis, &[all]).iter().map(row).collect()
}
