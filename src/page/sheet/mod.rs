//! Evidence sheets: what a page or a number says, with every sentence that it rests on, to be printed,
//! cited or worked on elsewhere.
//!
//! A sheet is made from the views that the pages show, so that it says the same as they do.

mod write;

pub use write::{NOT_FOUND, NOTE, csv, json, markdown};

use super::compare::{self, Listing};
use super::dates::date_view;
use super::evidence::evidence;
use super::model::{ActorView, Body, Count, Evidence, Line};
use super::scope::Scope;
use super::{TableView, view};
use crate::analysis::Analysis;
use crate::route::{Compare, CompareTable, Page, Route, Show};
use crate::span::plain_spaces;

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is about.
    pub title: String,
    /// The link to what it shows.
    pub link: String,
    /// The articles that were read: outlet, headline, date with how it was found.
    pub articles: Vec<(String, String, String)>,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a sheet: a table of the comparison, or the sentences of one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name ("Numbers").
    pub name: String,
    /// How it was found.
    pub how: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row: one actor, statement, quantity, kind of source, word.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub head: String,
    /// What is to be known of it ("figures differ"); may be empty.
    pub note: String,
    /// What was found in each column.
    pub cells: Vec<Cell>,
}

/// What was found in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The column.
    pub column: String,
    /// What was found; nothing where nothing was.
    pub items: Vec<Item>,
}

/// One thing found, with its sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// A label, figure or source, with its number; empty where the sentence says all.
    pub what: String,
    /// Who says it, where it is attributed.
    pub said_by: Option<String>,
    /// Its sentences.
    pub lines: Vec<Line>,
}

fn sheet(scope: &Scope<'_>, title: String, articles: &[usize], sections: Vec<Section>) -> Sheet {
    let told = |i: &usize| {
        let a = scope.article(*i)?;
        let date = date_view(a);
        Some((scope.outlet(*i).name, a.headline(), format!("{} ({})", date.text, date.how)))
    };
    let articles = articles.iter().filter_map(told).collect();
    Sheet { title, link: scope.route.to_hash(), articles, sections }
}

/// The whole comparison that a link leads to, every row of every table, or the one row that it shows alone;
/// `None` where it leads elsewhere.
pub fn comparison(analysis: &Analysis, route: &Route) -> Option<Sheet> {
    let Page::Compare(state) = &route.page else { return None };
    let scope = Scope::new(analysis, route);
    let c = compare::comparison(&scope, &state.columns).ok()?;
    let notes = compare::notes(&scope, &c);
    let mut sections = Vec::new();
    let mut title = String::new();
    let own = [state.table];
    for table in if state.row.is_some() { &own[..] } else { &CompareTable::ALL } {
        let state = Compare { table: *table, show: Show::All, ..(**state).clone() };
        // Nothing is open in it: each number's link opens its sentences.
        let route = Route::to(Page::Compare(Box::new(state.clone())));
        let scope = Scope::new(analysis, &route);
        let listing = compare::listing(&scope, &state, &c);
        title = format!("Compare {}", listing.columns.join(" · "));
        sections.push(section(&scope, &listing, state.alike, &notes));
    }
    Some(sheet(&scope, title, &c.sets.concat(), sections))
}

/// What an actor's page shows; `None` where a link leads elsewhere.
pub fn actor(analysis: &Analysis, route: &Route) -> Option<Sheet> {
    let route = Route::to(route.page.clone());
    let scope = Scope::new(analysis, &route);
    let Body::Actor(v) = view(analysis, &route).body else { return None };
    let all: Vec<usize> = (0..analysis.articles.len()).collect();
    Some(sheet(&scope, v.name.clone(), &all, of_actor(&scope, &v)))
}

/// The sentences of the number that is open; `None` where none is.
pub fn open(analysis: &Analysis, route: &Route) -> Option<Sheet> {
    let scope = Scope::new(analysis, route);
    let found = evidence(&scope, route.open.as_ref()?)?;
    let mut articles: Vec<usize> = Vec::new();
    for line in &found.lines {
        // Lines know their article by its link.
        let of = (0..analysis.articles.len()).find(|i| scope.article_link(*i) == line.article);
        articles.extend(of.filter(|i| !articles.contains(i)));
    }
    let title = found.title.clone();
    let sections = vec![of_evidence(found)];
    Some(sheet(&scope, title, &articles, sections))
}

/// The sentences of one number, by outlet.
fn of_evidence(found: Evidence) -> Section {
    let mut cells: Vec<Cell> = Vec::new();
    for line in found.lines {
        match cells.iter_mut().find(|c| c.column == line.outlet.name) {
            Some(cell) => cell.items[0].lines.push(line),
            None => cells.push(Cell {
                column: line.outlet.name.clone(),
                items: vec![Item { what: String::new(), said_by: None, lines: vec![line] }],
            }),
        }
    }
    let row = Row { head: found.title.clone(), note: String::new(), cells };
    Section { name: found.title, how: found.how, rows: vec![row] }
}

/// The sentences that a number opens.
fn lines(scope: &Scope<'_>, count: &Count) -> Vec<Line> {
    let key = Route::parse(&count.href).open;
    key.and_then(|key| evidence(scope, &key)).map_or_else(Vec::new, |e| e.lines)
}

fn counted(scope: &Scope<'_>, words: &str, count: &Count) -> Item {
    Item { what: format!("{words} {}", count.value), said_by: None, lines: lines(scope, count) }
}

fn of_actor(scope: &Scope<'_>, v: &ActorView) -> Vec<Section> {
    let row = |head: String, cells: Vec<Cell>| Row { head, note: String::new(), cells };
    let names = v.naming.iter().map(|n| Cell {
        column: n.outlet.name.clone(),
        items: n.labels.iter().map(|l| counted(scope, &l.label, &l.count)).collect(),
    });
    let by = v.quoted.by.iter().filter(|o| o.count.value > 0).map(|o| Cell {
        column: o.outlet.name.clone(),
        items: vec![counted(scope, "quotations", &o.count)],
    });
    let about = v.quoted.about.iter().map(|q| Cell {
        column: q.name.clone(),
        items: vec![counted(scope, "quotations", &q.count)],
    });
    let how = |how: &str| how.to_owned();
    let parts = [
        (
            "Names",
            how("Mentions found by a tagger, word lists and rules, and joined across articles."),
            row(v.name.clone(), names.collect()),
        ),
        (
            "Quoted",
            how("Found by reporting words and quotation marks."),
            row(format!("{} is quoted", v.name), by.collect()),
        ),
        (
            "Spoken of",
            how("Attributed words in which the actor is named, by who says them."),
            row(format!("{} in attributed words", v.name), about.collect()),
        ),
    ];
    let filled = parts.into_iter().filter(|(_, _, row)| !row.cells.is_empty());
    filled.map(|(name, how, row)| Section { name: name.to_owned(), how, rows: vec![row] }).collect()
}

fn section(scope: &Scope<'_>, v: &Listing, alike: Option<u8>, notes: &[String]) -> Section {
    let row = |head: &str, note: String, cells: Vec<Vec<Item>>| Row {
        head: plain_spaces(head),
        note,
        cells: (v.columns.iter().zip(cells))
            .map(|(column, items)| Cell { column: column.clone(), items })
            .collect(),
    };
    let (how, rows): (&str, Vec<Row>) = match &v.table {
        TableView::Names(rows) => (
            "What each column calls an actor, with how often. Mentions were found by a tagger, word lists and \
             rules, and joined across articles.",
            rows.iter()
                .map(|r| {
                    let item = |l: &super::LabelCount| counted(scope, &l.label, &l.count);
                    let note = if r.contrast { "named differently" } else { "" };
                    let cells = r.cells.iter().map(|c| c.iter().map(item).collect());
                    row(&r.actor.text, note.to_owned(), cells.collect())
                })
                .collect(),
        ),
        TableView::Statements(rows) => (
            "Sentences that report the same, aligned by rare words, names and figures in common. What stands \
             in one column only had no such sentence in the others.",
            rows.iter()
                .map(|r| {
                    let item = |c: &super::StatementCell| Item {
                        what: with_told(with_told(c.clauses.join("; "), &c.told), &c.weak),
                        said_by: c.said_by.clone(),
                        lines: vec![c.line.clone()],
                    };
                    let mut notes: Vec<String> = Vec::new();
                    if !r.alike.is_empty() {
                        notes.push(r.alike.clone());
                        notes.push(format!("matches: {}", r.matched.join(", ")));
                    }
                    if !r.reprinted.is_empty() {
                        notes.push(r.reprinted.clone());
                    }
                    let note = notes.join("; ");
                    row(
                        &r.wording,
                        note,
                        r.cells.iter().map(|c| c.iter().map(item).collect()).collect(),
                    )
                })
                .collect(),
        ),
        TableView::Numbers(rows) => (
            "Figures by what they count, found by rules for figures, number words and units.",
            rows.iter()
                .map(|r| {
                    let item = |c: &super::NumberCell| Item {
                        what: with_told(c.figure.clone(), &c.told),
                        said_by: c.said_by.clone(),
                        lines: vec![c.line.clone()],
                    };
                    let note = r.agreement;
                    let cells = r.cells.iter().map(|c| c.iter().map(item).collect());
                    row(&r.what, note.to_owned(), cells.collect())
                })
                .collect(),
        ),
        TableView::Quoted(rows) => (
            "Who is quoted, by kind of source, found by reporting words and quotation marks.",
            rows.iter()
                .map(|r| {
                    let item = |q: &super::QuotedSource| counted(scope, &q.name, &q.count);
                    let cells = r.cells.iter().map(|c| c.iter().map(item).collect());
                    row(&r.kind, String::new(), cells.collect())
                })
                .collect(),
        ),
        TableView::Actions(rows) => (
            "Who does what to whom, found by a shallow reading of clauses. Verbs stand in their base form, and say where \
             an act is told as planned, attempted, possible or required. Who or what is no actor stands in the words of \
             the article; three dots where it is not told.",
            rows.iter()
                .map(|r| {
                    let item = |what: &str, l: &super::LabelCount| {
                        counted(scope, &format!("{what}: {}", l.label), &l.count)
                    };
                    let cell = |c: &super::ActionCell| {
                        let acts = c.acts.iter().map(|l| item("does", l));
                        acts.chain(c.undergoes.iter().map(|l| item("is acted upon", l))).collect()
                    };
                    row(&r.actor.text, String::new(), r.cells.iter().map(cell).collect())
                })
                .collect(),
        ),
        TableView::Times(table) => (
            "Dates in order, with the sentences that tell them, found by rules; relative ones are counted from the day \
             of publication where that is known.",
            (table.rows.iter())
                .map(|r| {
                    let item = |c: &super::TimeCell| Item {
                        what: c.beside.clone(),
                        said_by: None,
                        lines: vec![c.line.clone()],
                    };
                    let cells = r.cells.iter().map(|c| c.iter().map(item).collect());
                    row(&r.text, String::new(), cells.collect())
                })
                .collect(),
        ),
        TableView::Words(table) => (
            "Words, in any form, that a column uses more or less often than the others together by more than \
             chance may explain (conservative log ratio, 95 % for all words together).",
            table
                .rows
                .iter()
                .filter(|r| r.stands_out() || v.alone)
                .map(|r| {
                    let item = |c: &super::WordCell| {
                        let used = (c.count.value > 0).then(|| counted(scope, &r.word, &c.count));
                        let mut used = used.into_iter().collect::<Vec<_>>();
                        if let (Some(item), Some(text)) = (used.first_mut(), &c.stands_out) {
                            item.what.push_str(&format!(" ({text})"));
                        }
                        used
                    };
                    row(&r.word, String::new(), r.cells.iter().map(item).collect())
                })
                .collect(),
        ),
    };
    let how = match &v.table {
        TableView::Words(table) => format!("{how} {}", table.note),
        TableView::Statements(_) => {
            let least = alike.map(|n| format!("Here they are alike by {n} % or more."));
            let told = [how.to_owned()].into_iter().chain(least);
            told.chain(notes.iter().cloned()).collect::<Vec<_>>().join(" ")
        }
        _ => how.to_owned(),
    };
    Section { name: v.name.to_owned(), how, rows }
}

/// "coalition – isolate – Raqqa (planned, place: Raqqa)".
fn with_told(what: String, told: &str) -> String {
    if told.is_empty() { what } else { format!("{what} ({told})") }
}
