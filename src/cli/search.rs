//! `parallax search`.

use super::{Done, Failure, lines};
use crate::attribution;
use crate::corpus::{self, Given};
use crate::entity;
use crate::ingest;
use crate::search::{About, Article, Index};
use crate::text;
use serde::Deserialize;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Doc {
    id: String,
    text: String,
    #[serde(default)]
    title: String,
    /// The outlet's id or name, for `outlet:`.
    outlet: Option<String>,
    /// When it was published, ISO 8601, for `date:`.
    date: Option<String>,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    text: String,
}

pub fn run(
    docs: &Path,
    queries: &Path,
    top: usize,
    syntax: bool,
    out: &mut impl Write,
) -> Result<Done, Failure> {
    for path in [docs, queries] {
        if !path.exists() && path.as_os_str() != "-" {
            return Err(Failure::Usage(format!("{}: there is no such file", path.display())));
        }
    }
    let mut index = Index::default();
    let mut ids: Vec<String> = Vec::new();
    let read = lines::each(&[PathBuf::from(docs)], |doc: Doc| {
        // A title is a block of its own, whether or not it opens the text already.
        let body = doc.text.strip_prefix(&doc.title).unwrap_or(&doc.text);
        let text = match doc.title.as_str() {
            "" => doc.text,
            title => format!("{title}\n\n{}", body.trim_start()),
        };
        let title = (!doc.title.is_empty()).then_some(doc.title);
        let given = Given { title, outlet: doc.outlet, date: doc.date, ..Given::default() };
        let cleaned = ingest::clean(&text, &given);
        let analysed = text::analyse(&text, &cleaned.blocks);
        // Plain words ask for nothing but words.
        let mentions = if syntax { entity::find(&text, &analysed) } else { Vec::new() };
        let attributions =
            if syntax { attribution::find(&text, &analysed, &mentions) } else { Vec::new() };
        let metadata = &cleaned.metadata;
        let outlet = metadata.outlet.as_ref().map_or("", |o| o.value.as_str());
        let about = About {
            outlet,
            outlet_name: corpus::outlet(outlet).map_or(outlet, |o| o.name),
            published: metadata.published.as_ref().map(|d| d.value),
            attributions: &attributions,
            mentions: &mentions,
        };
        index.add(Article { text: &text, doc: &analysed, about });
        ids.push(doc.id);
        Ok(())
    })?;
    index.commit();
    let asked = lines::each(&[PathBuf::from(queries)], |query: Query| {
        let answer = if syntax {
            index.search(&query.text, top)
        } else {
            index.search_words(&query.text, top)
        };
        for (rank, hit) in answer.hits.iter().take(top).enumerate() {
            let id = ids.get(hit.article).map_or("", String::as_str);
            writeln!(out, "{} Q0 {id} {} {:.6} parallax", query.id, rank + 1, hit.score)?;
        }
        Ok(())
    })?;
    Ok(if read == Done::WithFaults { read } else { asked })
}
