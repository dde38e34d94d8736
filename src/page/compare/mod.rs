//! The side-by-side.

mod actions;
mod clauses;
mod columns;
mod listed;
pub mod model;
mod rows;
mod shown;
mod words;

pub use actions::row as action_row;
pub use rows::{number_row, statement_row, time_line};
pub use words::row as word_row;

use super::articles::in_order;
use super::dates::extent_words;
use super::model::{Body, Choice, Link};
use super::pieces::mark_choices;
use super::scope::Scope;
use crate::analysis::BySentence;
use crate::claim::align::{SentenceRef, THRESHOLD};
use crate::compare::{
    self, Deed, Figures, Keyness, Moment, Naming, Quoted, Reprint, SharedStatement,
};
use crate::order::Order;
use crate::route::{Column, Compare, CompareTable, Page, Route, Show};
use columns::Texts;
use listed::Listed;
use model::{AddColumn, ColumnView, CompareView, TableChoice, TableView, TimesTable};
use rows::{naming_row, quoted_rows};
use std::cell::OnceCell;
use std::rc::Rc;

/// The most columns that stand side by side.
pub const MOST_COLUMNS: usize = 4;

/// The columns chosen when the link names none: every outlet, up to four.
pub fn default_columns(scope: &Scope<'_>) -> Vec<Column> {
    scope.outlet_columns().into_iter().map(|(c, _)| c).take(MOST_COLUMNS).collect()
}

/// The columns where the link names none: the outlets, or where there is only one, its first two articles.
fn chosen(scope: &Scope<'_>) -> Vec<Column> {
    let columns = default_columns(scope);
    if columns.len() > 1 {
        return columns;
    }
    let articles = in_order(scope).into_iter().filter_map(|i| scope.article(i));
    let articles: Vec<Column> = articles.take(2).map(|a| Column::Article(a.id.clone())).collect();
    if articles.len() > 1 { articles } else { columns }
}

/// What all tables of one comparison are made from.
pub struct Comparison {
    pub columns: Vec<Column>,
    /// The threshold of statements in percent, unless it is the program's own.
    alike: Option<u8>,
    pub sets: Vec<compare::Column>,
    pub names: Vec<Naming>,
    pub statements: Vec<SharedStatement>,
    pub figures: Vec<Figures>,
    keyness: OnceCell<Keyness>,
    deeds: OnceCell<Vec<Deed>>,
    quoted: OnceCell<Vec<Vec<Quoted>>>,
    timeline: OnceCell<Vec<Moment>>,
    reprints: OnceCell<Vec<Reprint>>,
}

impl Comparison {
    /// Who does what to whom; found when it is first asked for, as what follows.
    pub fn deeds(&self, scope: &Scope<'_>) -> &[Deed] {
        self.deeds.get_or_init(|| compare::deeds(scope.analysis, &self.sets))
    }

    /// Who is quoted, by column.
    pub fn quoted(&self, scope: &Scope<'_>) -> &[Vec<Quoted>] {
        self.quoted.get_or_init(|| compare::quoted(scope.analysis, &self.sets))
    }

    /// What happens when.
    pub fn timeline(&self, scope: &Scope<'_>) -> &[Moment] {
        self.timeline.get_or_init(|| compare::timeline(scope.analysis, &self.sets))
    }

    /// Articles of different columns that hold one text.
    pub fn reprints(&self, scope: &Scope<'_>) -> &[Reprint] {
        self.reprints.get_or_init(|| compare::reprints(scope.analysis, &self.sets))
    }

    /// Words that stand out.
    pub fn keyness(&self, scope: &Scope<'_>) -> &Keyness {
        self.keyness.get_or_init(|| compare::keyness(scope.analysis, &self.sets))
    }
}

/// Compares columns; an error names the one that the library does not hold. The last comparison is kept, so
/// that a step within it (another table, other marks) does not make it anew.
pub fn comparison(scope: &Scope<'_>, columns: &[Column]) -> Result<Rc<Comparison>, String> {
    let columns = if columns.is_empty() { chosen(scope) } else { columns.to_vec() };
    let mut sets = Vec::new();
    for column in &columns {
        sets.push(scope.articles_of(column).ok_or_else(|| match column {
            Column::Outlet(id) => format!("no article in this library is by an outlet \"{id}\""),
            Column::Article(id) => format!("the library holds no article \"{id}\""),
        })?);
    }
    for (i, set) in sets.iter().enumerate() {
        if sets.iter().take(i).any(|other| other.iter().any(|a| set.contains(a))) {
            return Err("two columns hold the same article".to_owned());
        }
    }
    let alike = scope.alike();
    let fits = |c: &Comparison| c.columns == columns && c.alike == alike;
    let make = || Comparison {
        names: compare::naming(scope.analysis, &sets),
        statements: compare::statements(scope.analysis, &scope.aligned(), &sets),
        figures: compare::figures(scope.analysis, &sets),
        keyness: OnceCell::new(),
        deeds: OnceCell::new(),
        quoted: OnceCell::new(),
        timeline: OnceCell::new(),
        reprints: OnceCell::new(),
        columns: columns.clone(),
        alike,
        sets: sets.clone(),
    };
    Ok(scope.analysis.derived(fits, make))
}

fn to(state: Compare) -> String {
    Route::to(Page::Compare(Box::new(state))).to_hash()
}

pub fn body(scope: &Scope<'_>, state: &Compare) -> Result<(String, Body), String> {
    let c = comparison(scope, &state.columns)?;
    let with_columns = |columns: Vec<Column>| to(Compare { columns, page: 1, ..state.clone() });
    let listed = Listed::page(state, c.columns.len());
    // Another table, or another choice of rows, has no use for the address of a row or a page.
    let all_rows = Compare { row: None, page: 1, ..state.clone() };
    let names: Vec<String> = c.columns.iter().map(|col| column_name(scope, col)).collect();
    let texts = Texts::of(scope, state, &c);
    let column_views = c
        .columns
        .iter()
        .enumerate()
        .map(|(i, _)| ColumnView {
            outlet: scope.outlet(c.sets[i].first().copied().unwrap_or(0)),
            name: names[i].clone(),
            remove: (c.columns.len() > 2).then(|| {
                let mut rest = c.columns.clone();
                rest.remove(i);
                with_columns(rest)
            }),
            left: (i > 0).then(|| {
                let mut moved = c.columns.clone();
                moved.swap(i - 1, i);
                with_columns(moved)
            }),
            right: (i + 1 < c.columns.len()).then(|| {
                let mut moved = c.columns.clone();
                moved.swap(i, i + 1);
                with_columns(moved)
            }),
            articles: texts.column(i, &c.sets[i]),
        })
        .collect();
    let tables = CompareTable::ALL
        .into_iter()
        .map(|t| TableChoice {
            table: t,
            text: table_name(t).to_owned(),
            summary: summary(scope, t, &c),
            href: to(Compare { table: t, ..all_rows.clone() }),
            current: t == state.table,
        })
        .collect();
    let show_choices = Show::ALL
        .into_iter()
        .filter(|s| *s != Show::Every || c.columns.len() > 2)
        .map(|s| Choice {
            text: match s {
                Show::All => "all",
                Show::Shared => "found in several",
                Show::Every => "found in all",
                Show::Only => "found in one only",
            }
            .to_owned(),
            href: to(Compare { show: s, ..all_rows.clone() }),
            current: s == listed.show() && state.row.is_none(),
        })
        .collect();
    let mut table_view = table(scope, state.table, &c, &names, &listed);
    if state.page > listed.last_page() {
        // Fewer rows than when the link was made.
        return body(scope, &Compare { page: listed.last_page(), ..state.clone() });
    }
    if let TableView::Statements(rows) = &mut table_view {
        for row in rows {
            row.unfold = texts.unfold(&c.statements[row.number - 1]);
        }
    }
    let (alone, pages) = listed.finish();
    let title = names.join(" · ");
    let view = CompareView {
        columns: column_views,
        addable: addable(scope, &c, with_columns),
        tables,
        show: show_choices,
        lock: Choice {
            text: if state.locked { "scrolling in step" } else { "scrolling freely" }.to_owned(),
            href: to(Compare { locked: !state.locked, ..state.clone() }),
            current: state.locked,
        },
        marks: mark_choices(&state.hide, &|hide| {
            Page::Compare(Box::new(Compare { hide, ..state.clone() }))
        }),
        alike: alike(state),
        notes: notes(scope, &c),
        table: table_view,
        all_rows: state.row.as_ref().map(|_| to(all_rows)),
        alone,
        pages,
    };
    Ok((format!("Compare {title}"), Body::Compare(Box::new(view))))
}

/// What a sheet tells of one table: its name, its columns by name, and its rows.
pub struct Listing {
    pub name: &'static str,
    pub columns: Vec<String>,
    pub table: TableView,
    /// Whether it is one row that was asked for.
    pub alone: bool,
}

/// The table that a state shows, as a sheet tells it.
pub fn listing(scope: &Scope<'_>, state: &Compare, c: &Comparison) -> Listing {
    let columns: Vec<String> = c.columns.iter().map(|col| column_name(scope, col)).collect();
    let listed = Listed::whole(state, c.columns.len());
    let table = table(scope, state.table, c, &columns, &listed);
    Listing { name: table_name(state.table), columns, table, alone: state.row.is_some() }
}

/// The rows of a table that are listed.
fn table(
    scope: &Scope<'_>,
    which: CompareTable,
    c: &Comparison,
    names: &[String],
    listed: &Listed<'_>,
) -> TableView {
    match which {
        CompareTable::Names => TableView::Names(
            c.names
                .iter()
                .filter(|n| listed.row(n.columns(), scope.actor_id(n.actor)))
                .map(|n| naming_row(scope, n, &c.columns, names))
                .collect(),
        ),
        CompareTable::Statements => {
            // Where the shortest wording stands, and the how many of them that is.
            let mut seen: BySentence<usize> = BySentence::new(&scope.analysis.articles);
            let mut address = |s: &SharedStatement| {
                let place = place(scope, s.shortest.at);
                let Some(nth) = seen.get_mut(s.shortest.at) else { return place };
                *nth += 1;
                if *nth > 1 { format!("{place}.{nth}") } else { place }
            };
            TableView::Statements(
                c.statements
                    .iter()
                    .enumerate()
                    .filter(|(_, s)| listed.row(s.columns(), address(s)))
                    .map(|(i, s)| statement_row(scope, i + 1, s, names))
                    .collect(),
            )
        }
        CompareTable::Numbers => TableView::Numbers(
            (c.figures.iter())
                .filter(|f| listed.row(f.columns(), figures_address(scope, f)))
                .map(|f| number_row(scope, f))
                .collect(),
        ),
        CompareTable::Quoted => TableView::Quoted(
            quoted_rows(scope, c)
                .into_iter()
                .filter(|r| {
                    let columns = r.cells.iter().filter(|c| !c.is_empty()).count();
                    listed.row(columns, r.kind.clone())
                })
                .collect(),
        ),
        CompareTable::Actions => TableView::Actions(actions::rows(scope, c, names, listed)),
        CompareTable::Times => TableView::Times(TimesTable {
            note: undated(scope, c, names),
            rows: (c.timeline(scope).iter())
                .filter(|m| listed.row(m.columns(), extent_words(m.extent)))
                .map(|m| rows::time_row(scope, m))
                .collect(),
        }),
        CompareTable::Words => TableView::Words(words::table(scope, c, names, listed)),
    }
}

/// How many times of each column have no date, with the first of them.
fn undated(scope: &Scope<'_>, c: &Comparison, names: &[String]) -> String {
    let told: Vec<String> = compare::undated(scope.analysis, &c.sets)
        .into_iter()
        .zip(names)
        .filter_map(|(times, name)| {
            let (article, timex) = *times.first()?;
            let a = scope.article(article)?;
            let first = a.timexes.get(timex)?.span.words(&a.text);
            Some(format!("{name} {} (“{first}” …)", times.len()))
        })
        .collect();
    match told.as_slice() {
        [] => String::new(),
        told => format!(
            "Times without a row, because their day is not told or cannot be reckoned: {}.",
            told.join(", ")
        ),
    }
}

/// A sentence as an address.
fn place(scope: &Scope<'_>, at: SentenceRef) -> String {
    let id = scope.article(at.article).map_or("", |a| a.id.as_str());
    format!("{id} {}", at.sentence)
}

/// The address of figures: what they count, and where the first one stands.
fn figures_address(scope: &Scope<'_>, f: &Figures) -> String {
    let first = f.cells.iter().flatten().min().and_then(|first| {
        let q = scope.article(first.article)?.quantities.get(first.quantity)?;
        Some(place(scope, SentenceRef { article: first.article, sentence: q.sentence }))
    });
    format!("{} {}", first.unwrap_or_default(), f.what)
}

/// What is to be known of the whole comparison.
pub fn notes(scope: &Scope<'_>, c: &Comparison) -> Vec<String> {
    let mut notes = rows::reprints(scope, c);
    if c.columns.len() < 2 {
        notes.push(match scope.analysis.articles.len() {
            0 => "There is no article in this library yet: nothing can be compared.".to_owned(),
            _ => "There is only one article here: a comparison needs a second one.".to_owned(),
        });
    }
    let empty = |set: &&compare::Column| {
        !set.iter().any(|i| scope.article(*i).is_some_and(|a| !a.doc.sentences.is_empty()))
    };
    for (set, column) in c.sets.iter().zip(&c.columns).filter(|(set, _)| empty(set)) {
        let articles = if set.len() == 1 { "article" } else { "articles" };
        let name = column_name(scope, column);
        notes.push(format!("No sentence was found in the {articles} of “{name}”."));
    }
    notes
}

/// How alike sentences must be to count as one statement, looser and stricter than the program's choice.
fn alike(state: &Compare) -> Vec<Choice> {
    let own = (100.0 * THRESHOLD).round() as u8;
    let mut steps: Vec<u8> = [-10i8, -5, 0, 10, 20, 30]
        .into_iter()
        .map(|by| own.saturating_add_signed(by).clamp(1, 99))
        .chain(state.alike)
        .collect();
    steps.order();
    steps.dedup();
    let current = state.alike.unwrap_or(own);
    let choice = |n: u8| Choice {
        text: format!("{n} %"),
        href: to(Compare { alike: (n != own).then_some(n), page: 1, ..state.clone() }),
        current: n == current,
    };
    steps.into_iter().map(choice).collect()
}

fn table_name(table: CompareTable) -> &'static str {
    match table {
        CompareTable::Names => "Names",
        CompareTable::Statements => "Statements",
        CompareTable::Numbers => "Numbers",
        CompareTable::Quoted => "Quoted",
        CompareTable::Actions => "Actions",
        CompareTable::Times => "Timeline",
        CompareTable::Words => "Words",
    }
}

fn summary(scope: &Scope<'_>, table: CompareTable, c: &Comparison) -> String {
    let split = |counts: Vec<usize>| {
        let shared = counts.iter().filter(|n| **n > 1).count();
        let every = match counts.iter().filter(|n| **n == c.columns.len()).count() {
            every if every > 0 && c.columns.len() > 2 => format!(", {every} by all"),
            _ => String::new(),
        };
        format!("{shared} shared{every} · {} only in one", counts.len() - shared)
    };
    match table {
        CompareTable::Names => split(c.names.iter().map(Naming::columns).collect()),
        CompareTable::Statements => {
            split(c.statements.iter().map(SharedStatement::columns).collect())
        }
        CompareTable::Numbers => split(c.figures.iter().map(Figures::columns).collect()),
        CompareTable::Quoted => {
            let n: usize = c.quoted(scope).iter().flatten().map(|q| q.attributions.len()).sum();
            format!("{n} quotations")
        }
        CompareTable::Actions => {
            let n: usize = c.deeds(scope).iter().flat_map(|d| &d.cells).map(Vec::len).sum();
            format!("{n} acts")
        }
        CompareTable::Times => {
            split(c.timeline(scope).iter().map(compare::Moment::columns).collect())
        }
        CompareTable::Words => match c.keyness(scope).key() {
            0 => "none stands out".to_owned(),
            1 => "1 stands out".to_owned(),
            n => format!("{n} stand out"),
        },
    }
}

/// "Sputnik", or the headline of an article.
pub fn column_name(scope: &Scope<'_>, column: &Column) -> String {
    match column {
        Column::Outlet(id) => super::scope::outlet_name(id),
        Column::Article(id) => {
            let article = scope.analysis.article(id).and_then(|a| scope.article(a));
            article.map_or_else(|| id.clone(), |a| a.headline())
        }
    }
}

fn addable(
    scope: &Scope<'_>,
    c: &Comparison,
    href: impl Fn(Vec<Column>) -> String,
) -> Vec<AddColumn> {
    if c.columns.len() >= MOST_COLUMNS {
        return Vec::new();
    }
    let taken = |article: usize| c.sets.iter().any(|s| s.contains(&article));
    let mut out = Vec::new();
    let mut offer = |column: Column, articles: &[usize], article: bool| {
        if articles.iter().any(|a| taken(*a)) {
            return;
        }
        let Some(first) = articles.first() else { return };
        let mut columns = c.columns.clone();
        columns.push(column.clone());
        out.push(AddColumn {
            outlet: scope.outlet(*first),
            article,
            link: Link { text: column_name(scope, &column), href: href(columns) },
        });
    };
    for (column, articles) in scope.outlet_columns() {
        offer(column, &articles, false);
    }
    for article in in_order(scope) {
        if let Some(a) = scope.article(article) {
            offer(Column::Article(a.id.clone()), &[article], true);
        }
    }
    out
}
