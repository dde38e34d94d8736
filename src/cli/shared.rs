//! `parallax shared`.

use super::{Done, Failure, lines};
use crate::analysis::Analysis;
use crate::claim::align::{SentenceRef, Statement, THRESHOLD};
use crate::corpus::{Given, Source};
use crate::span::CodePoints;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

#[derive(Deserialize)]
struct Doc {
    id: String,
    text: String,
    date: Option<String>,
    outlet: Option<String>,
    group: Value,
}

pub fn run(files: &[PathBuf], also: &[f64], out: &mut impl Write) -> Result<Done, Failure> {
    let thresholds: Vec<f64> = core::iter::once(&THRESHOLD).chain(also).copied().collect();
    let mut group: Vec<Doc> = Vec::new();
    let done = lines::each(files, |doc: Doc| {
        if group.last().is_some_and(|d| d.group != doc.group) {
            write_group(&mut group, &thresholds, out)?;
        }
        group.push(doc);
        Ok(())
    })?;
    write_group(&mut group, &thresholds, out)?;
    Ok(done)
}

/// Aligns a group, writes a line for each threshold, and empties it.
fn write_group(
    group: &mut Vec<Doc>,
    thresholds: &[f64],
    out: &mut impl Write,
) -> Result<(), Failure> {
    let Some(name) = group.first().map(|d| d.group.clone()) else { return Ok(()) };
    let sources = group.drain(..).map(|doc| Source {
        id: doc.id,
        text: doc.text.into(),
        given: Given { outlet: doc.outlet, date: doc.date, ..Given::default() },
    });
    let analysis = Analysis::of(sources.collect());
    let points: Vec<CodePoints> =
        analysis.articles.iter().map(|a| CodePoints::new(&a.text)).collect();
    let place = |at: &SentenceRef| {
        let article = analysis.articles.get(at.article)?;
        let sentence = article.doc.sentences.get(at.sentence)?;
        let [start, end] = points.get(at.article)?.pair(sentence.span);
        Some(json!({ "id": article.id, "start": start, "end": end }))
    };
    for threshold in thresholds {
        let aligned = analysis.align(*threshold);
        let links: Vec<Value> = aligned.statements.iter().flat_map(|s| pairs(s, place)).collect();
        let row = json!({ "group": name, "threshold": threshold, "links": links });
        serde_json::to_writer(&mut *out, &row).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Every two sentences of different documents in a statement, with the score where they are linked.
fn pairs(statement: &Statement, place: impl Fn(&SentenceRef) -> Option<Value>) -> Vec<Value> {
    let mut out = Vec::new();
    for (i, a) in statement.sentences.iter().enumerate() {
        for b in statement.sentences.iter().skip(i + 1).filter(|b| b.article != a.article) {
            let score = statement.links.iter().find(|l| l.pair == (*a, *b)).map(|l| l.score);
            out.push(json!({ "a": place(a), "b": place(b), "score": score }));
        }
    }
    out
}
