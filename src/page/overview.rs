//! What differs, at a glance. The findings are chosen by the program; each says why.

use super::actors::labels;
use super::compare::{Comparison, column_name, comparison, default_columns, time_line};
use super::dates::extent_words;
use super::misc::outlet_facts;
use super::model::{Body, Finding, LabelCount, Line, Link, OverviewView, Side, TimelineRow};
use super::reader::quoted_source;
use super::scope::Scope;
use crate::claim::align::SentenceRef;
use crate::claim::time::Extent;
use crate::compare::{self, Naming, SharedStatement};
use crate::entity::EntityType;
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::order::Order;
use crate::route::{Compare, CompareTable, Page, Route, Show};
use crate::text::TokenKind;

pub fn body(scope: &Scope<'_>) -> Body {
    let columns = default_columns(scope);
    let mut findings = Vec::new();
    if let Ok(c) = comparison(scope, &columns) {
        let mut names = naming_findings(scope, &c, 2);
        let mut told = shared_findings(scope, &c, 2);
        // Naming first, then the widest shared statement, then the rest.
        findings.extend(take_first(&mut names));
        findings.extend(take_first(&mut told));
        findings.extend(quoted_finding(scope, &c));
        findings.extend(only_here_finding(scope, &c));
        findings.extend(number_finding(scope, &c));
        findings.extend(names);
        findings.extend(told);
        findings.truncate(6);
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
    let outlets = match names.split_last() {
        None => return "There is no article yet.".to_owned(),
        Some((one, [])) => (*one).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    };
    let places: Vec<&str> = scope
        .analysis
        .actors
        .actors
        .iter()
        .filter(|a| a.kind == EntityType::Loc)
        .take(3)
        .map(|a| a.name.as_str())
        .collect();
    let about = match places.as_slice() {
        [] => String::new(),
        [one] => format!(" Most named place: {one}."),
        [rest @ .., last] => format!(" Most named places: {} and {last}.", rest.join(", ")),
    };
    let plural = if articles == 1 { "article" } else { "articles" };
    format!("{articles} {plural} by {outlets}.{about}")
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

// --- Naming ----------------------------------------------------------------------------------

/// The actors whose commonest name differs between most outlets, then the most often named.
fn naming_findings(scope: &Scope<'_>, c: &Comparison, most: usize) -> Vec<Finding> {
    let mut candidates: Vec<&Naming> =
        c.names.iter().filter(|n| n.columns() > 1 && n.contrast()).collect();
    // Different words weigh more than spellings of one word, then what is named more often.
    candidates.order_by_key(|n| {
        core::cmp::Reverse((n.columns(), unlike(&n.leading()), n.leading().len(), n.total()))
    });
    candidates
        .into_iter()
        .take(most)
        .filter_map(|n| {
            let actor = scope.analysis.actors.actors.get(n.actor)?;
            let sides: Vec<Side> = c
                .columns
                .iter()
                .enumerate()
                .map(|(i, column)| {
                    let labels = labels(scope, n, i, column, &column_name(scope, column));
                    Side {
                        outlet: scope.outlet(c.sets[i].first().copied().unwrap_or(0)),
                        line: naming_line(scope, n.actor, &c.sets[i], labels.first()),
                        labels,
                    }
                })
                .collect();
            let distinct: usize = {
                let mut all: Vec<&str> = n
                    .cells
                    .iter()
                    .flatten()
                    .filter(|l| !l.nominal)
                    .map(|l| l.label.as_str())
                    .collect();
                all.order();
                all.dedup();
                all.len()
            };
            let sort = actor.sort.clone().unwrap_or_else(|| actor.kind.label().to_owned());
            Some(Finding {
                kind: "Naming".to_owned(),
                title: format!("{}: one {sort}, {} names", actor.name, words(distinct)),
                why: format!(
                    "{} outlets name it {} times, and {} different names lead.",
                    capital(&words(n.columns())),
                    n.total(),
                    words(n.leading().len())
                ),
                sides,
                more: more("All names", CompareTable::Names, Show::All),
            })
        })
        .collect()
}

/// Whether any two of these names share too few letters in a row to be spellings of one name.
fn unlike(names: &[String]) -> bool {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.windows(2).map(|w| (w[0], w[1])).collect()
    };
    names.iter().enumerate().any(|(i, a)| {
        let a = pairs(a);
        names.iter().skip(i + 1).any(|b| {
            let b = pairs(b);
            let shared = a.iter().filter(|p| b.contains(p)).count();
            // Dice's coefficient over pairs of letters.
            5 * 2 * shared < a.len() + b.len()
        })
    })
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// The shortest body sentence in which a column uses its commonest label.
fn naming_line(
    scope: &Scope<'_>,
    actor: usize,
    articles: &[usize],
    label: Option<&LabelCount>,
) -> Option<Line> {
    let label = label?;
    let mut best: Option<(usize, SentenceRef, crate::span::Span)> = None;
    for (at, m) in scope.analysis.counted_mentions(actor) {
        let a = scope.article(at.article)?;
        if !articles.contains(&at.article) || compare::counted_label(&a.text, m) != label.label {
            continue;
        }
        let sentence = a.doc.sentences.get(m.sentence)?;
        if sentence.kind != BlockKind::Body {
            continue;
        }
        // Very short sentences tell nothing.
        let length = sentence.span.len();
        let cost = if length < 40 { 1000 } else { length };
        if best.as_ref().is_none_or(|(b, _, _)| cost < *b) {
            let at = SentenceRef { article: at.article, sentence: m.sentence };
            best = Some((cost, at, m.span));
        }
    }
    let (_, at, span) = best?;
    scope.line(at, &[span])
}

// --- Statements ------------------------------------------------------------------------------

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

fn sides_of(scope: &Scope<'_>, c: &Comparison, s: &SharedStatement) -> Vec<Side> {
    let row = super::compare::statement_row(scope, 0, s, &[]);
    sides(scope, c, row.cells.into_iter().map(|cell| cell.into_iter().next().map(|s| s.line)))
}

/// The statements found in most outlets.
fn shared_findings(scope: &Scope<'_>, c: &Comparison, most: usize) -> Vec<Finding> {
    c.statements
        .iter()
        .filter(|s| s.columns() > 1)
        .take(most)
        .map(|s| Finding {
            kind: "Same statement".to_owned(),
            title: match s.wordings() {
                1 => "One report, the same words".to_owned(),
                n => format!("One report, {} wordings", words(n)),
            },
            why: format!(
                "Found in {} of {} outlets; they share {}.",
                words(s.columns()),
                words(c.columns.len()),
                s.matched.iter().take(5).map(|m| format!("“{m}”")).collect::<Vec<_>>().join(", ")
            ),
            sides: sides_of(scope, c, s),
            more: more("All shared statements", CompareTable::Statements, Show::Shared),
        })
        .collect()
}

/// For each outlet the weightiest sentence that was found in no other.
fn only_here_finding(scope: &Scope<'_>, c: &Comparison) -> Option<Finding> {
    if c.columns.len() < 2 {
        return None;
    }
    let mut best: Vec<Option<(usize, SentenceRef)>> = vec![None; c.columns.len()];
    let shared_actor: Vec<bool> = {
        let mut shared = vec![false; scope.analysis.actors.actors.len()];
        for n in c.names.iter().filter(|n| n.columns() > 1) {
            if let Some(slot) = shared.get_mut(n.actor) {
                *slot = true;
            }
        }
        shared
    };
    let mut actors_of: SmallMap<usize, Option<Vec<Vec<usize>>>> = SmallMap::default();
    for s in c.statements.iter().filter(|s| s.columns() == 1) {
        let Some(column) = s.cells.iter().position(|cell| !cell.is_empty()) else { continue };
        for compare::Wording { at, .. } in &s.cells[column] {
            let Some(a) = scope.article(at.article) else { continue };
            let Some(sentence) = a.doc.sentences.get(at.sentence) else { continue };
            if sentence.kind != BlockKind::Body {
                continue;
            }
            let actors = actors_of
                .slot(at.article)
                .get_or_insert_with(|| scope.analysis.sentence_actors(at.article));
            let actors = actors.get(at.sentence).map_or(&[][..], Vec::as_slice);
            let shared =
                actors.iter().filter(|x| shared_actor.get(**x).copied().unwrap_or(false)).count();
            let numbers = a.quantities.iter().filter(|q| q.sentence == at.sentence).count();
            let words = a
                .doc
                .tokens
                .get(sentence.tokens.clone())
                .unwrap_or(&[])
                .iter()
                .filter(|t| t.kind == TokenKind::Word)
                .count();
            // What concerns actors of the others too, has figures, and is short enough to read.
            let weight = 3 * shared.min(4) + 3 * numbers.min(2) + 6 - words.abs_diff(24).min(6);
            if best[column].is_none_or(|(w, _)| weight > w) {
                best[column] = Some((weight, *at));
            }
        }
    }
    let sides: Vec<Side> = best
        .iter()
        .enumerate()
        .map(|(i, b)| Side {
            outlet: scope.outlet(c.sets[i].first().copied().unwrap_or(0)),
            labels: Vec::new(),
            line: b.and_then(|(_, at)| scope.line(at, &[])),
        })
        .collect();
    if sides.iter().filter(|s| s.line.is_some()).count() < 2 {
        return None;
    }
    Some(Finding {
        kind: "Only here".to_owned(),
        title: "What was found in one outlet only".to_owned(),
        why: "For each outlet the sentence that names most of the actors they all share, or gives \
              a figure, and for which no similar sentence was found in the others."
            .to_owned(),
        sides,
        more: more("All statements found in one only", CompareTable::Statements, Show::Only),
    })
}

// --- Numbers and sources ---------------------------------------------------------------------

fn number_finding(scope: &Scope<'_>, c: &Comparison) -> Option<Finding> {
    let f =
        c.figures.iter().filter(|f| f.columns() > 1).max_by_key(|f| (f.columns(), f.differs))?;
    let row = super::compare::number_row(scope, f);
    let sides =
        sides(scope, c, row.cells.into_iter().map(|cell| cell.into_iter().next().map(|n| n.line)));
    Some(Finding {
        kind: "Numbers".to_owned(),
        title: if f.differs {
            format!("Different figures: {}", f.what)
        } else {
            format!("The same figure: {}", f.what)
        },
        why: format!(
            "{} outlets give a figure for it{}.",
            capital(&words(f.columns())),
            if f.differs { ", and the figures differ" } else { "" }
        ),
        sides,
        more: more("All numbers", CompareTable::Numbers, Show::All),
    })
}

fn quoted_finding(scope: &Scope<'_>, c: &Comparison) -> Option<Finding> {
    let cells = compare::quoted(scope.analysis, &c.sets);
    let quoting = cells.iter().filter(|cell| !cell.is_empty()).count();
    if quoting < 2 {
        return None;
    }
    let total: usize = cells.iter().flatten().map(|q| q.attributions.len()).sum();
    let sides = cells
        .iter()
        .enumerate()
        .map(|(i, cell)| {
            let column = &c.columns[i];
            let labels = cell
                .iter()
                .take(4)
                .filter_map(|q| {
                    let source = quoted_source(scope, column, q)?;
                    Some(LabelCount { label: source.name, nominal: false, count: source.count })
                })
                .collect();
            let line = cell.first().and_then(|q| {
                let (article, n) = *q.attributions.first()?;
                let a = scope.article(article)?.attributions.get(n)?;
                scope.line(SentenceRef { article, sentence: a.sentence }, &a.content)
            });
            Side { outlet: scope.outlet(c.sets[i].first().copied().unwrap_or(0)), labels, line }
        })
        .collect();
    Some(Finding {
        kind: "Who is quoted".to_owned(),
        title: "Whose words each outlet carries".to_owned(),
        why: format!("{total} quotations were found; the most quoted sources come first."),
        sides,
        more: more("All quoted sources", CompareTable::Quoted, Show::All),
    })
}

// --- Timeline --------------------------------------------------------------------------------

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
