//! `parallax compare`.

use super::corrections::Corrections;
use super::{Done, Failure};
use crate::analysis::Analysis;
use crate::corpus;
use crate::page::{self, Body, CompareView, Line, TableView, View};
use crate::route::{Column, CompareTable, Page, Route, Show};
use crate::text::fold;
use std::io::Write;

pub fn run(
    outlets: &[String],
    format: &str,
    corrections: &mut Corrections,
    out: &mut impl Write,
) -> Result<Done, Failure> {
    if !(2..=4).contains(&outlets.len()) {
        return Err(Failure::Usage("compare takes two to four outlets".to_owned()));
    }
    let mut analysis = Analysis::bundled();
    analysis.correct(corrections.list().to_vec());
    corrections.note(&analysis.effects.outcomes);
    let mut held: Vec<&str> = analysis.articles.iter().map(|a| a.outlet()).collect();
    held.sort_unstable();
    held.dedup();
    let mut columns: Vec<Column> = Vec::new();
    for name in outlets {
        let id = find(name).filter(|id| held.contains(&id.as_str())).ok_or_else(|| {
            let known = held.join(", ");
            Failure::Usage(format!("no bundled article is by \"{name}\"; there are: {known}"))
        })?;
        let column = Column::Outlet(id);
        if columns.contains(&column) {
            return Err(Failure::Usage(format!("\"{name}\" stands twice")));
        }
        columns.push(column);
    }
    let mut views = Vec::new();
    for table in CompareTable::ALL {
        let route = Route::to(Page::Compare {
            columns: columns.clone(),
            table,
            show: Show::All,
            locked: true,
        });
        match page::view(&analysis, &route) {
            View { body: Body::Compare(view), .. } => views.push((table, *view)),
            View { body: Body::Lost(lost), .. } => return Err(Failure::Usage(lost.reason)),
            _ => {}
        }
    }
    match format {
        "md" => markdown(&views, out)?,
        "csv" => csv(&views, out)?,
        _ => json(&views, out)?,
    }
    Ok(Done::Well)
}

/// The id of the outlet that is known under this id, name or alias.
fn find(name: &str) -> Option<String> {
    let wanted = fold(name.trim());
    corpus::outlets()
        .find(|o| {
            o.id == wanted || fold(o.name) == wanted || o.aliases.iter().any(|a| fold(a) == wanted)
        })
        .map(|o| o.id.to_owned())
}

fn names(views: &[(CompareTable, CompareView)]) -> Vec<String> {
    let first = views.first().map_or(&[][..], |(_, v)| v.columns.as_slice());
    first.iter().map(|c| c.name.clone()).collect()
}

fn json(views: &[(CompareTable, CompareView)], out: &mut impl Write) -> Result<(), Failure> {
    let mut whole = serde_json::Map::new();
    whole.insert("columns".to_owned(), names(views).into());
    for (table, view) in views {
        let rows = match &view.table {
            TableView::Names(rows) => serde_json::to_value(rows),
            TableView::Statements(rows) => serde_json::to_value(rows),
            TableView::Numbers(rows) => serde_json::to_value(rows),
            TableView::Quoted(rows) => serde_json::to_value(rows),
        };
        whole.insert(table.name().to_owned(), rows.map_err(std::io::Error::from)?);
    }
    serde_json::to_writer_pretty(&mut *out, &whole).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// One row of a printed table: what it is about, and each column's cell.
struct Flat {
    head: String,
    cells: Vec<String>,
}

const NOT_FOUND: &str = "not found here";

fn sentence(line: &Line) -> String {
    let text: String = line.pieces.iter().map(|p| p.text.as_str()).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    format!("“{}” ({}, {}, {})", words.join(" "), line.article.text, line.date.text, line.place)
}

fn flat(table: &TableView) -> Vec<Flat> {
    let cell = |parts: Vec<String>| {
        if parts.is_empty() { NOT_FOUND.to_owned() } else { parts.join("; ") }
    };
    match table {
        TableView::Names(rows) => rows
            .iter()
            .map(|r| Flat {
                head: r.actor.text.clone(),
                cells: r
                    .cells
                    .iter()
                    .map(|c| {
                        cell(c.iter().map(|l| format!("{} {}", l.label, l.count.value)).collect())
                    })
                    .collect(),
            })
            .collect(),
        TableView::Statements(rows) => rows
            .iter()
            .map(|r| Flat {
                head: format!(
                    "{}. {}",
                    r.number,
                    r.wording.split_whitespace().collect::<Vec<_>>().join(" ")
                ),
                cells: r
                    .cells
                    .iter()
                    .map(|c| cell(c.iter().map(|s| sentence(&s.line)).collect()))
                    .collect(),
            })
            .collect(),
        TableView::Numbers(rows) => rows
            .iter()
            .map(|r| Flat {
                head: r.what.clone(),
                cells: r
                    .cells
                    .iter()
                    .map(|c| {
                        cell(
                            c.iter()
                                .map(|n| {
                                    let who = n.said_by.as_ref();
                                    let who =
                                        who.map_or(String::new(), |w| format!(", said by {w}"));
                                    format!("{}{who}: {}", n.figure, sentence(&n.line))
                                })
                                .collect(),
                        )
                    })
                    .collect(),
            })
            .collect(),
        TableView::Quoted(rows) => rows
            .iter()
            .map(|r| Flat {
                head: r.kind.clone(),
                cells: r
                    .cells
                    .iter()
                    .map(|c| {
                        cell(c.iter().map(|q| format!("{} {}", q.name, q.count.value)).collect())
                    })
                    .collect(),
            })
            .collect(),
    }
}

fn markdown(views: &[(CompareTable, CompareView)], out: &mut impl Write) -> Result<(), Failure> {
    let escape = |text: &str| {
        let mut safe = String::with_capacity(text.len());
        for c in text.chars() {
            if matches!(c, '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']') {
                safe.push('\\');
            }
            safe.push(c);
        }
        safe
    };
    writeln!(out, "# {}", escape(&names(views).join(" · ")))?;
    writeln!(
        out,
        "\nFound automatically by a tagger, word lists and rules in the bundled articles. “Not found” means that no such sentence was found in these articles, not that the outlet did not report it."
    )?;
    for (table, view) in views {
        let title = view.tables.iter().find(|t| t.table == *table);
        writeln!(out, "\n## {}\n", title.map_or("", |t| t.text.as_str()))?;
        let heads: Vec<String> = view.columns.iter().map(|c| escape(&c.name)).collect();
        writeln!(out, "| | {} |", heads.join(" | "))?;
        writeln!(out, "|---|{}", "---|".repeat(heads.len()))?;
        for row in flat(&view.table) {
            let cells: Vec<String> = row.cells.iter().map(|c| escape(c)).collect();
            writeln!(out, "| {} | {} |", escape(&row.head), cells.join(" | "))?;
        }
    }
    Ok(())
}

fn csv(views: &[(CompareTable, CompareView)], out: &mut impl Write) -> Result<(), Failure> {
    let quote = |text: &str| format!("\"{}\"", neutral(text).replace('"', "\"\""));
    let heads: Vec<String> = names(views).iter().map(|n| quote(n)).collect();
    write!(out, "\"table\",\"row\",{}\r\n", heads.join(","))?;
    for (table, view) in views {
        for row in flat(&view.table) {
            let cells: Vec<String> = row.cells.iter().map(|c| quote(c)).collect();
            write!(out, "\"{}\",{},{}\r\n", table.name(), quote(&row.head), cells.join(","))?;
        }
    }
    Ok(())
}

/// Spreadsheets take cells that begin with these for formulas; article text must stay text.
fn neutral(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
