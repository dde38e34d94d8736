//! The side-by-side.

use super::actors::labels;
use super::articles::in_order;
use super::dates::date_view;
use super::evidence::matched_spans;
use super::model::{
    AddColumn, Body, ColumnArticle, ColumnParagraph, ColumnSentence, ColumnView, CompareView,
    NamingRow, NumberCell, NumberRow, QuotedRow, StatementCell, StatementRow, TableChoice,
    TableView,
};
use super::pieces::{article_stretches, pieces};
use super::reader::quoted_source;
use super::scope::Scope;
use crate::attribution::SourceKind;
use crate::claim::align::SentenceRef;
use crate::compare::{self, Figure, Figures, Naming, SharedStatement};
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::route::{Column, CompareTable, Page, Route, Show};
use crate::text::fold;

/// The most columns that stand side by side.
pub const MOST_COLUMNS: usize = 4;

/// The columns chosen when the link names none: every outlet, up to four.
pub fn default_columns(scope: &Scope<'_>) -> Vec<Column> {
    scope.outlet_columns().into_iter().map(|(c, _)| c).take(MOST_COLUMNS).collect()
}

/// What all tables of one comparison are made from.
pub struct Comparison {
    pub columns: Vec<Column>,
    pub sets: Vec<compare::Column>,
    pub names: Vec<Naming>,
    pub statements: Vec<SharedStatement>,
    pub figures: Vec<Figures>,
}

/// Compares columns; an error names the one that the library does not hold.
pub fn comparison(scope: &Scope<'_>, columns: &[Column]) -> Result<Comparison, String> {
    let columns = if columns.is_empty() { default_columns(scope) } else { columns.to_vec() };
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
    Ok(Comparison {
        names: compare::naming(scope.analysis, &sets),
        statements: compare::statements(scope.analysis, &sets),
        figures: compare::figures(scope.analysis, &sets),
        columns,
        sets,
    })
}

pub fn body(
    scope: &Scope<'_>,
    columns: &[Column],
    table: CompareTable,
    show: Show,
    locked: bool,
) -> Result<(String, Body), String> {
    let c = comparison(scope, columns)?;
    let page = |columns: Vec<Column>, table, show, locked| {
        Route::to(Page::Compare { columns, table, show, locked }).to_hash()
    };
    let names: Vec<String> = c.columns.iter().map(|col| column_name(scope, col)).collect();
    let bands = bands(&c.statements);
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
                page(rest, table, show, locked)
            }),
            left: (i > 0).then(|| {
                let mut moved = c.columns.clone();
                moved.swap(i - 1, i);
                page(moved, table, show, locked)
            }),
            right: (i + 1 < c.columns.len()).then(|| {
                let mut moved = c.columns.clone();
                moved.swap(i, i + 1);
                page(moved, table, show, locked)
            }),
            articles: column_articles(scope, &c.sets[i], &bands),
        })
        .collect();
    let tables = CompareTable::ALL
        .into_iter()
        .map(|t| TableChoice {
            table: t,
            text: table_name(t).to_owned(),
            summary: summary(scope, t, &c),
            href: page(columns.to_vec(), t, show, locked),
            current: t == table,
        })
        .collect();
    let show_choices = Show::ALL
        .into_iter()
        .map(|s| super::model::Choice {
            text: match s {
                Show::All => "all",
                Show::Shared => "found in several",
                Show::Only => "found in one only",
            }
            .to_owned(),
            href: page(columns.to_vec(), table, s, locked),
            current: s == show,
        })
        .collect();
    let shown = |found_in: usize| match show {
        Show::All => true,
        Show::Shared => found_in > 1,
        Show::Only => found_in == 1,
    };
    let table_view = match table {
        CompareTable::Names => TableView::Names(
            c.names
                .iter()
                .filter(|n| shown(n.columns()))
                .map(|n| naming_row(scope, n, &c.columns, &names))
                .collect(),
        ),
        CompareTable::Statements => TableView::Statements(
            c.statements
                .iter()
                .enumerate()
                .filter(|(_, s)| shown(s.columns()))
                .map(|(i, s)| statement_row(scope, i + 1, s))
                .collect(),
        ),
        CompareTable::Numbers => TableView::Numbers(
            c.figures.iter().filter(|f| shown(f.columns())).map(|f| number_row(scope, f)).collect(),
        ),
        CompareTable::Quoted => TableView::Quoted(
            quoted_rows(scope, &c)
                .into_iter()
                .filter(|r| shown(r.cells.iter().filter(|c| !c.is_empty()).count()))
                .collect(),
        ),
    };
    let title = names.join(" · ");
    let view = CompareView {
        columns: column_views,
        addable: addable(scope, &c, |columns| page(columns, table, show, locked)),
        tables,
        show: show_choices,
        lock: super::model::Choice {
            text: if locked { "scrolling in step" } else { "scrolling freely" }.to_owned(),
            href: page(columns.to_vec(), table, show, !locked),
            current: locked,
        },
        table: table_view,
    };
    Ok((format!("Compare {title}"), Body::Compare(Box::new(view))))
}

fn table_name(table: CompareTable) -> &'static str {
    match table {
        CompareTable::Names => "Names",
        CompareTable::Statements => "Statements",
        CompareTable::Numbers => "Numbers",
        CompareTable::Quoted => "Quoted",
    }
}

fn summary(scope: &Scope<'_>, table: CompareTable, c: &Comparison) -> String {
    let split = |counts: Vec<usize>| {
        let shared = counts.iter().filter(|n| **n > 1).count();
        format!("{shared} shared · {} only in one", counts.len() - shared)
    };
    match table {
        CompareTable::Names => split(c.names.iter().map(Naming::columns).collect()),
        CompareTable::Statements => {
            split(c.statements.iter().map(SharedStatement::columns).collect())
        }
        CompareTable::Numbers => split(c.figures.iter().map(Figures::columns).collect()),
        CompareTable::Quoted => {
            let cells = compare::quoted(scope.analysis, &c.sets);
            let n: usize = cells.iter().flatten().map(|q| q.attributions.len()).sum();
            format!("{n} quotations")
        }
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
            link: super::model::Link { text: column_name(scope, &column), href: href(columns) },
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

/// For each sentence of a shared statement its row number.
fn bands(statements: &[SharedStatement]) -> SmallMap<SentenceRef, usize> {
    let mut bands = SmallMap::default();
    for (i, s) in statements.iter().enumerate().filter(|(_, s)| s.columns() > 1) {
        for at in s.cells.iter().flatten() {
            *bands.slot(*at) = i + 1;
        }
    }
    bands
}

fn column_articles(
    scope: &Scope<'_>,
    articles: &[usize],
    bands: &SmallMap<SentenceRef, usize>,
) -> Vec<ColumnArticle> {
    articles
        .iter()
        .filter_map(|article| {
            let a = scope.article(*article)?;
            let stretches = article_stretches(scope, *article, &[]);
            let mut paragraphs: Vec<ColumnParagraph> = Vec::new();
            let mut last = None;
            for (i, s) in a.doc.sentences.iter().enumerate() {
                if last != Some(s.block) {
                    paragraphs.push(ColumnParagraph { kind: s.kind, sentences: Vec::new() });
                    last = Some(s.block);
                }
                let at = SentenceRef { article: *article, sentence: i };
                if let Some(p) = paragraphs.last_mut() {
                    p.sentences.push(ColumnSentence {
                        pieces: pieces(&a.text, s.span, &stretches),
                        band: bands.get(&at).copied(),
                        href: Route::article(&a.id, Some(i)).to_hash(),
                    });
                }
            }
            paragraphs.retain(|p| p.kind != BlockKind::Headline);
            Some(ColumnArticle {
                headline: scope.article_link(*article),
                date: date_view(a),
                paragraphs,
            })
        })
        .collect()
}

fn naming_row(
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
pub fn statement_row(scope: &Scope<'_>, number: usize, s: &SharedStatement) -> StatementRow {
    let words: Vec<String> = s.matched.iter().map(|w| fold(w)).collect();
    let cell = |at: &SentenceRef| -> Option<StatementCell> {
        let a = scope.article(at.article)?;
        let sentence = a.doc.sentences.get(at.sentence)?;
        let said_by = a.attribution_of(sentence.span).map(|q| compare::source_words(&a.text, q));
        Some(StatementCell { line: scope.line(*at, &matched_spans(scope, *at, &words))?, said_by })
    };
    StatementRow {
        number,
        wording: scope
            .article(s.shortest.article)
            .and_then(|a| Some(a.doc.sentences.get(s.shortest.sentence)?.span.of(&a.text)))
            .unwrap_or("")
            .to_owned(),
        found_in: s.columns(),
        cells: s.cells.iter().map(|c| c.iter().filter_map(cell).collect()).collect(),
        matched: s.matched.clone(),
        score: s.score,
    }
}

/// A row of the numbers table.
pub fn number_row(scope: &Scope<'_>, f: &Figures) -> NumberRow {
    let cell = |figure: &Figure| -> Option<NumberCell> {
        let a = scope.article(figure.article)?;
        let q = a.quantities.get(figure.quantity)?;
        let at = SentenceRef { article: figure.article, sentence: q.sentence };
        Some(NumberCell {
            figure: q.phrase.of(&a.text).split_whitespace().collect::<Vec<_>>().join(" "),
            said_by: a.attribution_of(q.span).map(|q| compare::source_words(&a.text, q)),
            line: scope.line(at, &[q.span])?,
        })
    };
    NumberRow {
        what: f.what.clone(),
        cells: f.cells.iter().map(|c| c.iter().filter_map(cell).collect()).collect(),
        differs: f.differs,
    }
}

fn quoted_rows(scope: &Scope<'_>, c: &Comparison) -> Vec<QuotedRow> {
    let cells = compare::quoted(scope.analysis, &c.sets);
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
