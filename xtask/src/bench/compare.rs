//! `cargo xtask bench compare`: the comparison of four outlets with fifty articles each, as wasm in Chromium.
//!
//! A target that is missed is shown as missed, and is no failure.

use super::wasm;
use crate::{browsers, run, score, tools};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Articles of each outlet.
const ARTICLES: usize = 50;
/// Milliseconds for finding the statements and making the first table.
const TARGET: f64 = 1000.0;

/// Measures, prints, and writes the snapshot.
pub fn command(arguments: &[String]) -> run::Outcome {
    let folder = match arguments {
        [] => score::folder(None),
        [folder] if !folder.starts_with('-') => score::folder(Some(folder)),
        other => return Err(format!("one folder is enough, what is {other:?}?")),
    };
    score::present(&folder)?;
    tools::ensure_build()?;
    browsers::prepare()?;
    let place = run::target().join("compare-bench");
    let (package, file) = (place.join("package"), place.join("articles.json"));
    let articles = articles(&folder)?;
    run::write(&file, Value::from(articles.clone()).to_string())?;
    run::step("build the comparison as wasm", || wasm::build("compare-bench", &package))?;
    let mut answer = Value::Null;
    run::step("compare in Chromium", || {
        let mut node = run::command("node");
        node.arg(run::root().join("benches/compare/run.mjs")).arg(&file).arg(&package);
        let (success, lines) = run::tee(&mut node)?;
        let last = lines.last().filter(|_| success).ok_or("the bench broke off")?;
        answer = serde_json::from_str(last).map_err(|e| format!("the bench: {e}"))?;
        Ok(())
    })?;
    let bytes: usize = articles.iter().filter_map(|a| a["text"].as_str()).map(str::len).sum();
    let figures = figures(&answer, articles.len(), bytes);
    for (name, value) in figures.as_object().into_iter().flatten() {
        println!("    {name}: {value}");
    }
    run::write(&run::root().join("docs/measures/compare.json"), format!("{figures:#}\n"))?;
    let whole = figures["whole_ms"].as_f64().unwrap_or(f64::NAN);
    let judged = if whole <= TARGET { "met" } else { "missed" };
    Ok(format!("bench: comparison in {whole:.0} ms (target: at most {TARGET:.0}, {judged})"))
}

/// Fifty articles of each of three outlets on the same events, and fifty of many publishers as those of
/// a fourth.
fn articles(folder: &Path) -> Result<Vec<Value>, String> {
    let mut all = Vec::new();
    for (set, outlets) in
        [("basil-events0-49", &["fox", "hpo", "nyt"][..]), ("polnear-train200", &["others"][..])]
    {
        let path = folder.join("dev").join(set).join("gold.jsonl");
        let mut counts = vec![0; outlets.len()];
        for (number, line) in run::read_text(&path)?.lines().enumerate() {
            let row: Value = serde_json::from_str(line)
                .map_err(|e| format!("{}:{}: {e}", path.display(), number + 1))?;
            let outlet = row["outlet"].as_str().unwrap_or("others");
            let Some(at) = outlets.iter().position(|o| *o == outlet) else { continue };
            if counts[at] < ARTICLES {
                counts[at] += 1;
                let id = format!("{outlet}-{:02}", counts[at]);
                all.push(json!({ "id": id, "outlet": outlet, "text": row["text"] }));
            }
        }
        if counts.iter().any(|n| *n < ARTICLES) {
            return Err(format!("{}: too few articles, {counts:?}", path.display()));
        }
    }
    Ok(all)
}

/// Medians over the rounds.
fn figures(answer: &Value, articles: usize, bytes: usize) -> Value {
    let empty = Vec::new();
    let rounds = answer["rounds"].as_array().unwrap_or(&empty);
    let median = |of: &dyn Fn(&Value) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).map_or(f64::NAN, |ms| (ms * 10.0).round() / 10.0)
    };
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let names = rounds.first().and_then(|r| r["tables"].as_object()).cloned().unwrap_or_default();
    let tables: Map<String, Value> = names
        .keys()
        .map(|name| (name.clone(), median(&|r| number(&r["tables"][name])).into()))
        .collect();
    json!({
        "what": "milliseconds in Chromium, medians of the rounds of one run on one machine: \
                 statements are found in slices, of which the longest counts; `whole` is these and \
                 the first page, with the table of statements; the other tables are made after it from the \
                 same comparison",
        "browser": answer["browser"],
        "articles": articles,
        "bytes": bytes,
        "sentences": rounds.first().map_or(Value::Null, |r| r["sentences"].clone()),
        "analysis_ms": median(&|r| number(&r["analysis"])),
        "statements_ms": median(&|r| number(&r["statements"])),
        "slices": median(&|r| number(&r["slices"])),
        "longest_slice_ms": median(&|r| number(&r["longest"])),
        "tables_ms": tables,
        "whole_ms": median(&|r| number(&r["statements"]) + number(&r["tables"]["statements"])),
        "whole_target_ms": TARGET,
    })
}
