//! `parallax compare`.

use super::corrections::Corrections;
use super::{Done, Failure};
use crate::analysis::Analysis;
use crate::corpus;
use crate::page::{self, Body, FileKind};
use crate::route::{Column, Compare, Page, Route};
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
    let route = Route::to(Page::Compare(Box::new(Compare { columns, ..Compare::default() })));
    let shown = page::view(&analysis, &route);
    if let Body::Lost(lost) = shown.body {
        return Err(Failure::Usage(lost.reason));
    }
    let kind = match format {
        "md" => FileKind::Markdown,
        "csv" => FileKind::Csv,
        _ => FileKind::Json,
    };
    if let Some(file) = page::file(&analysis, &route, &shown, kind) {
        out.write_all(file.text.as_bytes())?;
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
