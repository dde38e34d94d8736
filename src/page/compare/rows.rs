//! The rows of the tables.

use super::Comparison;
use super::clauses::{gist, told};
use super::model::{
    NamingRow, NumberCell, NumberRow, QuotedRow, StatementCell, StatementRow, TimeCell, TimeRow,
};
use crate::attribution::SourceKind;
use crate::claim::align::{SentenceRef, WEAK};
use crate::claim::clause::Clause;
use crate::compare::{self, Figure, Figures, Likeness, Naming, SharedStatement, Wording};
use crate::page::actors::labels;
use crate::page::dates::extent_words;
use crate::page::evidence::{matched_spans, part_line};
use crate::page::model::Line;
use crate::page::prose::listed;
use crate::page::reader::quoted_source;
use crate::page::scope::Scope;
use crate::route::Column;
use crate::span::Span;
use crate::text::fold;

pub fn naming_row(
    scope: &Scope<'_>,
    naming: &Naming,
    columns: &[Column],
    names: &[String],
) -> NamingRow {
    let actor = scope.analysis.actors.actors.get(naming.actor);
    NamingRow {
        actor: scope.actor_link(naming.actor),
        kind: actor.map_or(crate::entity::EntityType::Misc, |a| a.kind),
        sort: actor.and_then(|a| a.sort.clone()),
        cells: columns
            .iter()
            .zip(names)
            .enumerate()
            .map(|(i, (column, name))| labels(scope, naming, i, column, name))
            .collect(),
        contrast: naming.contrast(),
    }
}

/// A row of the statements table.
pub fn statement_row(
    scope: &Scope<'_>,
    number: usize,
    s: &SharedStatement,
    names: &[String],
) -> StatementRow {
    let words: Vec<String> = s.matched.iter().map(|w| fold(w)).collect();
    let cell = |w: &Wording| -> Option<StatementCell> {
        let a = scope.article(w.at.article)?;
        let part = w.spans.iter().copied().reduce(Span::join)?;
        let said_by = a.attribution_of(part).map(|q| compare::source_words(&a.text, q));
        let spans = matched_spans(scope, w.at, &words);
        let line = part_line(scope, w.at, &spans, &w.spans)?;
        let own = a.clauses_of(w.at.sentence);
        let own: Vec<&Clause> = w.clauses.iter().filter_map(|c| own.get(*c)).collect();
        let clauses = own.iter().map(|c| gist(a, c)).collect();
        let weak = if s.score.is_some() && w.likeness < WEAK {
            weak_words(w.likeness)
        } else {
            String::new()
        };
        Some(StatementCell { line, said_by, told: told(scope, w.at.article, &own), weak, clauses })
    };
    StatementRow {
        number,
        wording: scope
            .article(s.shortest.at.article)
            .map(|a| s.shortest.spans.iter().map(|span| span.of(&a.text)).collect::<Vec<_>>())
            .unwrap_or_default()
            .join(" … "),
        found_in: s.columns(),
        cells: s.cells.iter().map(|c| c.iter().filter_map(cell).collect()).collect(),
        matched: s.matched.clone(),
        alike: s.score.map_or_else(String::new, alike_words),
        reprinted: reprinted(s, names),
        unfold: None,
    }
}

fn percent(part: f64) -> u32 {
    (part * 100.0) as u32
}

/// "weak match, 34 %"
fn weak_words(likeness: f64) -> String {
    match percent(likeness) {
        0 => "weak match".to_owned(),
        n => format!("weak match, {n} %"),
    }
}

/// "29 to 55 % alike".
fn alike_words(l: Likeness) -> String {
    match (percent(l.least), percent(l.best)) {
        (0, best) => format!("up to {best} % alike"),
        (least, best) if least == best => format!("{best} % alike"),
        (least, best) => format!("{least} to {best} % alike"),
    }
}

/// A row of the numbers table.
pub fn number_row(scope: &Scope<'_>, f: &Figures) -> NumberRow {
    let cell = |figure: &Figure| -> Option<NumberCell> {
        let a = scope.article(figure.article)?;
        let q = a.quantities.get(figure.quantity)?;
        let at = SentenceRef { article: figure.article, sentence: q.sentence };
        Some(NumberCell {
            figure: q.phrase.words(&a.text),
            said_by: a.attribution_of(q.span).map(|q| compare::source_words(&a.text, q)),
            line: scope.line(at, &[q.span])?,
            told: told(scope, figure.article, a.clause_of(q.sentence, q.span).as_slice()),
        })
    };
    NumberRow {
        what: f.what.clone(),
        cells: f.cells.iter().map(|c| c.iter().filter_map(cell).collect()).collect(),
        differs: f.differs,
        agreement: match (f.differs, f.columns()) {
            (true, _) => "figures differ",
            (false, 0 | 1) => "",
            (false, _) => "figures agree",
        },
    }
}

pub fn quoted_rows(scope: &Scope<'_>, c: &Comparison) -> Vec<QuotedRow> {
    let cells = c.quoted(scope);
    let mut rows = Vec::new();
    for kind in SourceKind::ALL {
        let row: Vec<Vec<_>> = cells
            .iter()
            .zip(&c.columns)
            .map(|(cell, column)| {
                cell.iter()
                    .filter(|q| q.kind == kind)
                    .filter_map(|q| quoted_source(scope, column, q))
                    .collect()
            })
            .collect();
        if row.iter().any(|cell: &Vec<_>| !cell.is_empty()) {
            rows.push(QuotedRow { kind: kind.label().to_owned(), cells: row });
        }
    }
    rows
}

/// A sentence that tells a time, with the expression marked.
pub fn time_line(scope: &Scope<'_>, told: &compare::Told) -> Option<Line> {
    let timex = scope.article(told.sentence.article)?.timexes.get(told.timex)?;
    scope.line(told.sentence, &[timex.span])
}

/// A row of the timeline.
pub fn time_row(scope: &Scope<'_>, moment: &compare::Moment) -> TimeRow {
    let cell = |told: &compare::Told| {
        let beside = match told.beside_publication {
            Some(core::cmp::Ordering::Greater) => "after publication".to_owned(),
            _ => String::new(),
        };
        Some(TimeCell { line: time_line(scope, told)?, beside })
    };
    TimeRow {
        text: extent_words(moment.extent),
        cells: moment.cells.iter().map(|c| c.iter().filter_map(cell).collect()).collect(),
    }
}

/// Which columns word a statement alike.
fn reprinted(s: &SharedStatement, names: &[String]) -> String {
    let group = |group: &Vec<usize>| {
        let names: Vec<&str> =
            group.iter().filter_map(|i| names.get(*i)).map(String::as_str).collect();
        format!("the same words in {}", listed(&names))
    };
    s.alike.iter().map(group).collect::<Vec<_>>().join("; ")
}

/// Articles of different columns that hold one text.
pub fn reprints(scope: &Scope<'_>, c: &Comparison) -> Vec<String> {
    let called = |article: usize| {
        let headline = scope.article(article).map_or_else(String::new, |a| a.headline());
        format!("“{headline}” ({})", scope.outlet(article).name)
    };
    let note = |r: &compare::Reprint| {
        format!(
            "{} and {} share {} % of the shorter one’s words in a row: the one may be a reprint of the \
             other, or both of one agency report. A statement in the same words counts as one wording.",
            called(r.first),
            called(r.second),
            (100.0 * r.share) as u32
        )
    };
    c.reprints(scope).iter().map(note).collect()
}
