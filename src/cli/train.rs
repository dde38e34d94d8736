//! `parallax train`: the tagger's weights from annotated text, and the tagger's own score (without the
//! lexicon's word and without what the rest of an article adds).

use super::{Done, Failure};
use crate::entity::EntityType;
use crate::entity::train::{self, Row, Settings};
use serde::Deserialize;
use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(default)]
    covers: Vec<String>,
    #[serde(default)]
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Our type for a name of a type in a data set.
fn kind(name: &str) -> Option<EntityType> {
    Some(match name.to_uppercase().as_str() {
        "PERSON" | "PER" => EntityType::Person,
        "ORG" | "ORGANIZATION" => EntityType::Org,
        "LOC" | "LOCATION" | "FACILITY" | "GPE" | "FAC" => EntityType::Loc,
        "NORP" => EntityType::Norp,
        "MISC" | "PRODUCT" => EntityType::Misc,
        _ => return None,
    })
}

fn read(path: &Path) -> Result<Vec<Line>, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Failure::Io(format!("{}: {e}", path.display())))?;
    text.lines()
        .enumerate()
        .map(|(i, line)| {
            serde_json::from_str(line)
                .map_err(|e| Failure::Io(format!("{}:{}: {e}", path.display(), i + 1)))
        })
        .collect()
}

pub fn run(
    files: &[PathBuf],
    tests: &[PathBuf],
    settings: Settings,
    least: u32,
    weights: &[String],
    model: &Path,
    out: &mut impl Write,
) -> Result<Done, Failure> {
    let mut rows: Vec<Row> = Vec::new();
    for path in files {
        let mut group = String::new();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let weight = weights
            .iter()
            .filter_map(|w| w.split_once('='))
            .find(|(n, _)| *n == name)
            .and_then(|(_, w)| w.parse().ok())
            .unwrap_or(1.0);
        for (i, line) in read(path)?.into_iter().enumerate() {
            // Sentences of one document are read together, where the ids tell. Those of GMB do not, but
            // neighbours come from one article: eight are taken together.
            let (document, sentence) = match line.id.rsplit_once("-s") {
                Some((document, n)) if n.chars().all(|c| c.is_ascii_digit()) => {
                    (document.to_owned(), true)
                }
                _ if line.id.starts_with("gmb-") => (format!("gmb-{}", i / 8), true),
                _ => (line.id.clone(), false),
            };
            let entities =
                line.entities.iter().filter_map(|e| Some((e.start, e.end, kind(&e.kind)?)));
            if sentence
                && document == group
                && let Some(row) = rows.last_mut()
            {
                row.text.push('\n');
                let shift = row.text.chars().count();
                row.entities.extend(entities.map(|(s, e, k)| (s + shift, e + shift, k)));
                row.text.push_str(&line.text);
            } else {
                rows.push(Row {
                    entities: entities.collect(),
                    covers: line.covers.iter().filter_map(|c| kind(c)).collect(),
                    text: line.text,
                    weight,
                });
            }
            group = document;
        }
    }
    writeln!(out, "{} texts", rows.len())?;
    let packed = train::train(&rows, settings, least, &mut |line| {
        eprintln!("{line}");
    });
    std::fs::write(model, &packed).map_err(|e| Failure::Io(format!("{}: {e}", model.display())))?;
    writeln!(out, "{}: {} bytes", model.display(), packed.len())?;
    for path in tests {
        score(path, &packed, out)?;
    }
    Ok(Done::Well)
}

/// Exact F1 of the tagger alone on annotated texts.
fn score(path: &Path, model: &[u8], out: &mut impl Write) -> Result<(), Failure> {
    let lines = read(path)?;
    let texts: Vec<String> = lines.iter().map(|l| l.text.clone()).collect();
    let Some(found) = train::tag(model, &texts) else {
        return Err(Failure::Io("the model cannot be read back".into()));
    };
    let (mut right, mut given, mut gold) = ([0usize; 5], [0usize; 5], [0usize; 5]);
    let (mut right_any, mut given_any, mut gold_any) = (0usize, 0usize, 0usize);
    // Types that the annotation does not know are not counted as wrong.
    let annotated: HashSet<EntityType> =
        lines.iter().flat_map(|l| &l.entities).filter_map(|e| kind(&e.kind)).collect();
    for (line, found) in lines.iter().zip(&found) {
        let keep = |k: EntityType| annotated.contains(&k);
        let wanted: HashSet<(usize, usize, EntityType)> =
            line.entities.iter().filter_map(|e| Some((e.start, e.end, kind(&e.kind)?))).collect();
        let spans: HashSet<(usize, usize)> = wanted.iter().map(|w| (w.0, w.1)).collect();
        for w in &wanted {
            gold[w.2 as usize] += 1;
            gold_any += 1;
        }
        for f in found.iter().filter(|f| keep(f.2)) {
            given[f.2 as usize] += 1;
            given_any += 1;
            right[f.2 as usize] += usize::from(wanted.contains(f));
            right_any += usize::from(spans.contains(&(f.0, f.1)));
        }
    }
    let f1 = |r: usize, a: usize, b: usize| 2.0 * r as f64 / (a + b).max(1) as f64;
    write!(
        out,
        "{:<32}",
        format!(
            "{}/{}",
            path.parent().and_then(|p| p.file_name()).unwrap_or_default().to_string_lossy(),
            path.file_stem().unwrap_or_default().to_string_lossy()
        )
    )?;
    let sum = |x: &[usize], n: usize| x.iter().take(n).sum::<usize>();
    write!(
        out,
        " untyped {:.3} three {:.3} all {:.3} ",
        f1(right_any, given_any, gold_any),
        f1(sum(&right, 3), sum(&given, 3), sum(&gold, 3)),
        f1(sum(&right, 5), sum(&given, 5), sum(&gold, 5))
    )?;
    for t in EntityType::ALL {
        let i = t as usize;
        let (p, r) =
            (right[i] as f64 / given[i].max(1) as f64, right[i] as f64 / gold[i].max(1) as f64);
        write!(out, " {} {p:.2}/{r:.2}", t.code())?;
    }
    writeln!(out)?;
    Ok(())
}
