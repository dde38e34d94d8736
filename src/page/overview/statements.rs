//! Statements that several outlets share, and what was found in one only.

use super::{more, sides, words};
use crate::claim::align::SentenceRef;
use crate::compare::{SharedStatement, Wording};
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::page::compare::{Comparison, statement_row};
use crate::page::model::{Finding, Side};
use crate::page::scope::Scope;
use crate::route::{CompareTable, Show};
use crate::text::TokenKind;

fn sides_of(scope: &Scope<'_>, c: &Comparison, s: &SharedStatement) -> Vec<Side> {
    let row = statement_row(scope, 0, s, &[]);
    sides(scope, c, row.cells.into_iter().map(|cell| cell.into_iter().next().map(|s| s.line)))
}

/// The statements found in most outlets.
pub fn shared(scope: &Scope<'_>, c: &Comparison, most: usize) -> Vec<Finding> {
    // Of rows that tell the same sentences the first.
    let mut told: Vec<SentenceRef> = Vec::new();
    let new = |s: &&SharedStatement| {
        let own: Vec<SentenceRef> = s.cells.iter().flatten().map(|w| w.at).collect();
        let known = own.iter().filter(|at| told.contains(at)).count();
        told.extend(&own);
        2 * known < own.len()
    };
    c.statements
        .iter()
        .filter(|s| s.columns() > 1)
        .filter(new)
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
pub fn only_here(scope: &Scope<'_>, c: &Comparison) -> Option<Finding> {
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
        for Wording { at, clauses, .. } in &s.cells[column] {
            let Some(a) = scope.article(at.article) else { continue };
            if clauses.len() < a.clauses_of(at.sentence).len() {
                // Other parts of the sentence are shared.
                continue;
            }
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
