//! A sheet as Markdown, comma-separated values or JSON.

use super::{Item, Sheet};
use crate::json::quote;
use crate::page::csv::{self, Cell};
use crate::page::model::Line;
use crate::span::plain_spaces;
use std::fmt::Write as _;

/// The value of the field `format`.
const FORMAT: &str = "parallax-evidence";
/// The value of the field `version`.
const VERSION: u32 = 1;

/// What stands where nothing was found.
pub const NOT_FOUND: &str = "not found here";
/// What every sheet says of itself.
pub const NOTE: &str = "Found automatically, by a tagger, word lists and rules. “Not found here” means that no such \
                    sentence was found in these articles, not that the outlet did not report it.";

fn quotation(line: &Line) -> String {
    let text: String = line.pieces.iter().map(|p| p.text.as_str()).collect();
    plain_spaces(&text)
}

/// Text of articles as text: nothing in it is a mark of Markdown or HTML.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => safe.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '#' | '&' | '~' => {
                safe.push('\\');
                safe.push(c);
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// The sheet as Markdown (CommonMark): a heading for each row, under it the columns with their sentences.
pub fn markdown(sheet: &Sheet) -> String {
    let (title, link) = (escape(&sheet.title), escape(&sheet.link));
    let mut out = format!("# {title}\n\n{NOTE}\n\nThe page that it was saved from: {link}\n\n");
    for (outlet, headline, date) in &sheet.articles {
        let _ = writeln!(out, "- {}: {}, {}", escape(outlet), escape(headline), escape(date));
    }
    for section in &sheet.sections {
        let _ = write!(out, "\n## {}\n\n{}\n", escape(&section.name), escape(&section.how));
        if section.rows.is_empty() {
            out.push_str("\nNo such rows.\n");
        }
        for row in &section.rows {
            let _ = write!(out, "\n### {}\n\n", escape(&row.head));
            if !row.note.is_empty() {
                let _ = write!(out, "{}\n\n", escape(&row.note));
            }
            for cell in &row.cells {
                let _ = write!(out, "- **{}**", escape(&cell.column));
                if cell.items.is_empty() {
                    let _ = writeln!(out, ": {NOT_FOUND}");
                    continue;
                }
                out.push('\n');
                cell.items.iter().for_each(|item| items(&mut out, item));
            }
        }
    }
    out
}

fn items(out: &mut String, item: &Item) {
    let said = item.said_by.as_ref().map_or_else(String::new, |who| format!("said by {who}"));
    let parts: Vec<&str> =
        [item.what.as_str(), said.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    let indent = if parts.is_empty() {
        "  "
    } else {
        let _ = writeln!(out, "  - {}", escape(&parts.join(", ")));
        "    "
    };
    for line in &item.lines {
        let _ = writeln!(
            out,
            "{indent}- “{}” ({}, {}, {}, {})",
            escape(&quotation(line)),
            escape(&line.outlet.name),
            escape(&line.article.text),
            escape(&line.date.text),
            escape(&line.place)
        );
    }
}

/// The sheet as comma-separated values: a row for each sentence, and one for each column where nothing was
/// found.
pub fn csv(sheet: &Sheet) -> String {
    let text = |t: &str| Cell::Text(t.to_owned());
    let head = [
        "table",
        "row",
        "note",
        "column",
        "found",
        "said by",
        "quotation",
        "outlet",
        "article",
        "date",
        "date is",
        "place",
        "link",
        "how",
    ];
    let mut rows = vec![Vec::from(head.map(text))];
    for section in &sheet.sections {
        for row in &section.rows {
            for cell in &row.cells {
                let mut put = |what: &str, said_by: Option<&str>, line: Option<&Line>| {
                    let of = |read: fn(&Line) -> &str| text(line.map_or("", read));
                    rows.push(vec![
                        text(&section.name),
                        text(&row.head),
                        text(&row.note),
                        text(&cell.column),
                        text(what),
                        text(said_by.unwrap_or("")),
                        Cell::Text(line.map_or_else(String::new, quotation)),
                        of(|l| &l.outlet.name),
                        of(|l| &l.article.text),
                        of(|l| l.date.iso.as_deref().unwrap_or("")),
                        of(|l| &l.date.how),
                        of(|l| &l.place),
                        of(|l| &l.href),
                        text(&section.how),
                    ]);
                };
                if cell.items.is_empty() {
                    put(NOT_FOUND, None, None);
                }
                for item in &cell.items {
                    for line in &item.lines {
                        put(&item.what, item.said_by.as_deref(), Some(line));
                    }
                }
            }
        }
    }
    csv::csv(&rows)
}

/// Writes a list in JSON.
fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(write).collect();
    format!("[{}]", items.join(","))
}

/// The sheet as JSON; the same articles give the same text.
pub fn json(sheet: &Sheet) -> String {
    let or_null = |text: Option<&str>| text.map_or_else(|| "null".to_owned(), quote);
    let line = |l: &Line| {
        format!(
            "{{\"quotation\":{},\"outlet\":{},\"article\":{},\"date\":{},\"date_is\":{},\"place\":{},\
             \"link\":{}}}",
            quote(&quotation(l)),
            quote(&l.outlet.name),
            quote(&l.article.text),
            or_null(l.date.iso.as_deref()),
            quote(&l.date.how),
            quote(&l.place),
            quote(&l.href)
        )
    };
    let item = |i: &Item| {
        format!(
            "{{\"what\":{},\"said_by\":{},\"lines\":{}}}",
            quote(&i.what),
            or_null(i.said_by.as_deref()),
            list(&i.lines, line)
        )
    };
    let mut out = format!(
        "{{\n\"format\":{},\n\"version\":{VERSION},\n\"title\":{},\n\"link\":{},\n\"note\":{},\n\"articles\":{},\n\
         \"sections\":[",
        quote(FORMAT),
        quote(&sheet.title),
        quote(&sheet.link),
        quote(NOTE),
        list(&sheet.articles, |(outlet, headline, date)| format!(
            "{{\"outlet\":{},\"headline\":{},\"date\":{}}}",
            quote(outlet),
            quote(headline),
            quote(date)
        ))
    );
    for (i, section) in sheet.sections.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        let rows = list(&section.rows, |row| {
            let cells = list(&row.cells, |cell| {
                let found = list(&cell.items, item);
                format!("{{\"column\":{},\"found\":{found}}}", quote(&cell.column))
            });
            format!(
                "\n{{\"row\":{},\"note\":{},\"cells\":{cells}}}",
                quote(&row.head),
                quote(&row.note)
            )
        });
        let _ = write!(
            out,
            "{{\"name\":{},\"how\":{},\"rows\":{rows}}}",
            quote(&section.name),
            quote(&section.how)
        );
    }
    out.push_str("\n]\n}\n");
    out
}
