//! `cargo xtask bench search`: this engine, as wasm, beside the JavaScript ones.
//!
//! `benches/search/run.mjs` measures; this builds what it needs, shows its figures beside the
//! targets and keeps them. A target that is missed is shown as missed, and is no failure.

use super::wasm;
use crate::{browsers, run, score, tools};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// Name of the engine that has the targets, and of the one whose heap is the measure.
const OURS: &str = "parallax";
const SMALLEST: &str = "flexsearch";
/// The classes of queries, as the harness names them.
const CLASSES: [&str; 5] = ["words", "phrases", "prefixes", "fuzzy", "boolean"];

/// Measures, prints the tables and, after a full run, writes the snapshot.
pub fn command(arguments: &[String]) -> run::Outcome {
    let (folder, options) = read(arguments)?;
    score::present(&folder)?;
    score::need_python()?;
    tools::ensure_build()?;
    browsers::prepare()?;
    let own = run::root().join("benches/search");
    tools::packages("the other search engines", &own)?;
    let place = run::target().join("search-bench");
    let package = place.join("package");
    run::step("build the engine as wasm", || wasm::build("search-bench", &package))?;
    let mut figures = Value::Null;
    run::step("measure every engine, one after another", || {
        let work = place.join("work");
        let mut node = run::command("node");
        node.arg(own.join("run.mjs")).arg(&folder).arg(&package).arg(&work);
        run::check(node.args(&options))?;
        let file = work.join("figures.json");
        figures = serde_json::from_slice(&run::read(&file)?)
            .map_err(|e| format!("{}: {e}", file.display()))?;
        Ok(())
    })?;
    let targets = targets(&figures);
    show(&figures, &targets);
    if !options.is_empty() {
        return Ok("bench: done; only a full run is kept".into());
    }
    keep(figures, &targets)?;
    Ok("bench: docs/measures/search.json".into())
}

/// The folder of the data sets, and the options of the harness.
fn read(arguments: &[String]) -> Result<(PathBuf, Vec<String>), String> {
    let mut folder = None;
    let mut options = Vec::new();
    let mut rest = arguments.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--quick" => options.push(word.clone()),
            "--engines" => {
                let names = rest.next().ok_or("--engines needs names, as in `parallax,lunr`")?;
                options.extend([word.clone(), names.clone()]);
            }
            option if option.starts_with('-') => return Err(format!("no option {option:?}")),
            _ if folder.is_none() => folder = Some(word),
            _ => return Err(format!("one folder is enough, what is {word:?}?")),
        }
    }
    Ok((score::folder(folder), options))
}

/// A target beside what was reached.
struct Target {
    what: String,
    aim: String,
    /// `None`: not measured.
    reached: Option<f64>,
    met: bool,
}

/// The size of the last, greatest run: `x10`, or `x1` in a quick one.
fn greatest(figures: &Value) -> &'static str {
    if figures["texts"].get("x10").is_some() { "x10" } else { "x1" }
}

fn targets(figures: &Value) -> Vec<Target> {
    let size = greatest(figures);
    let chromium = &figures["chromium"][size];
    let ours = &chromium[OURS];
    let mut all = Vec::new();
    let mut aim = |what: &str, reached: &Value, limit: f64, least: bool, unit: &str| {
        let reached = reached.as_f64();
        let met = reached.is_some_and(|r| if least { r >= limit } else { r <= limit });
        let sign = if least { "at least" } else { "at most" };
        let aim = format!("{sign} {} {unit}", number(Some(limit))).trim_end().to_owned();
        all.push(Target { what: what.into(), aim, reached, met });
    };
    for set in ["cranfield", "cisi"] {
        let reached = &figures["relevance"][OURS][set]["ndcg10"];
        aim(&format!("nDCG@10, {set}"), reached, 0.42, true, "");
    }
    let asked: Vec<&str> =
        CLASSES.into_iter().filter(|c| ours["queries"]["classes"][c].is_object()).collect();
    let which = if asked.len() == CLASSES.len() { "all".to_owned() } else { asked.join(", ") };
    let queries = &ours["queries"]["all"];
    aim(&format!("p50 at {size}, Chromium ({which})"), &queries["p50_ms"], 0.3, false, "ms");
    aim(&format!("p99 at {size}, Chromium ({which})"), &queries["p99_ms"], 2.0, false, "ms");
    aim(&format!("build at {size}, Chromium"), &ours["build_mb_s"], 15.0, true, "MB/s");
    for place in ["chromium", "node"] {
        let here = &figures[place][size];
        if let Some(limit) = here[SMALLEST]["heap_mb"].as_f64() {
            let what = format!("heap at {size}, {place} (FlexSearch's)");
            aim(&what, &here[OURS]["heap_mb"], limit, false, "MB");
        }
    }
    aim("kept index for each MB of text", &ours["kept_per_text"], 0.35, false, "MB");
    aim("loading a kept index, Chromium", &ours["load_mb_s"], 100.0, true, "MB/s");
    all
}

/// Four significant digits, without a tail of zeros.
fn tidy(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let scale = 10f64.powi(3 - value.abs().log10().floor() as i32);
    (value * scale).round() / scale
}

/// A figure in a table.
fn number(value: Option<f64>) -> String {
    match value {
        None => "–".into(),
        Some(v) if v.abs() >= 100.0 => format!("{v:.0}"),
        Some(v) if v.abs() >= 10.0 => format!("{v:.1}"),
        Some(v) if v.abs() >= 1.0 => format!("{v:.2}"),
        Some(v) => format!("{v:.3}"),
    }
}

/// Rows below a head; the first column is aligned left, the others right.
fn table(title: &str, head: &[&str], rows: &[Vec<String>]) {
    let long = |text: &str| text.chars().count();
    let widths: Vec<usize> = (0..head.len())
        .map(|i| rows.iter().map(|r| long(&r[i])).chain([long(head[i])]).max().unwrap_or(0))
        .collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().enumerate().map(|(i, cell)| {
            if i == 0 { format!("{cell:<0$}", widths[i]) } else { format!("{cell:>0$}", widths[i]) }
        });
        println!("  {}", padded.collect::<Vec<_>>().join("  ").trim_end());
    };
    println!("\n{title}");
    line(head.to_vec());
    for row in rows {
        line(row.iter().map(String::as_str).collect());
    }
}

/// Prints everything that was measured.
fn show(figures: &Value, targets: &[Target]) {
    let empty = Map::new();
    let engines = figures["engines"].as_object().unwrap_or(&empty);
    let mut keys: Vec<&String> = engines.keys().collect();
    keys.sort_by_key(|key| *key != OURS);
    let name = |key: &str| engines[key]["name"].as_str().unwrap_or(key).to_owned();
    let cell = |value: &Value| number(value.as_f64());
    let rows: Vec<Vec<String>> = keys
        .iter()
        .map(|key| {
            let of = &figures["relevance"][key.as_str()];
            let figures = ["cranfield", "cisi"]
                .into_iter()
                .flat_map(|set| [cell(&of[set]["ndcg10"]), cell(&of[set]["map"])]);
            std::iter::once(name(key)).chain(figures).collect()
        })
        .collect();
    let head = ["engine", "cranfield nDCG@10", "MAP", "cisi nDCG@10", "MAP"];
    table("Relevance", &head, &rows);
    for (place, title) in [("node", "Node"), ("chromium", "Chromium")] {
        for size in ["x1", "x10"] {
            let here = &figures[place][size];
            if !here.is_object() {
                continue;
            }
            let text = cell(&figures["texts"][size]["mb"]);
            let speed = |key: &&String| {
                let of = &here[key.as_str()];
                let keys = ["build_mb_s", "heap_mb", "kept_mb", "kept_per_text", "load_mb_s"];
                let all = &of["queries"]["all"];
                let times = ["p50_ms", "p99_ms", "max_ms"].map(|k| cell(&all[k]));
                let note = of["failed"].as_str().unwrap_or_default();
                let mut row = vec![name(key)];
                row.extend(keys.map(|k| cell(&of[k])));
                row.extend(times);
                row.push(note.to_owned());
                row
            };
            let head = [
                "engine",
                "build MB/s",
                "heap MB",
                "kept MB",
                "per MB text",
                "load MB/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "",
            ];
            let rows: Vec<Vec<String>> = keys.iter().map(speed).collect();
            table(&format!("{title}, {size} ({text} MB of text)"), &head, &rows);
            let asked = |key: &&String| {
                let classes = CLASSES.map(|class| {
                    let of = &here[key.as_str()]["queries"]["classes"][class];
                    if !of.is_object() {
                        return "no".to_owned();
                    }
                    // Not every query of a class can be said in every engine.
                    let part = if of["asked"] == of["of"] { "" } else { "*" };
                    format!("{} / {}{part}", cell(&of["p50_ms"]), cell(&of["p99_ms"]))
                });
                std::iter::once(name(key)).chain(classes).collect()
            };
            let head: Vec<&str> = std::iter::once("p50 / p99 ms").chain(CLASSES).collect();
            let rows: Vec<Vec<String>> = keys.iter().map(asked).collect();
            table(&format!("{title}, {size}: classes of queries (*: some of them)"), &head, &rows);
        }
    }
    let rows: Vec<Vec<String>> = targets
        .iter()
        .map(|t| {
            let verdict = match t.reached {
                None => "not measured",
                Some(_) if t.met => "met",
                Some(_) => "missed",
            };
            vec![t.what.clone(), t.aim.clone(), number(t.reached), verdict.into()]
        })
        .collect();
    table("Targets", &["what", "target", "reached", ""], &rows);
    println!();
}

/// Writes the snapshot: figures, and how they came about.
fn keep(figures: Value, targets: &[Target]) -> Result<(), String> {
    let targets: Vec<Value> = targets
        .iter()
        .map(|t| json!({ "what": t.what, "target": t.aim, "reached": t.reached, "met": t.met }))
        .collect();
    let mut snapshot = json!({
        "what": "search engines side by side in one run on one machine; the method stands in \
                 docs/search-bench.md; times compare within one run only",
        "targets": targets,
    });
    if let (Some(all), Value::Object(more)) = (snapshot.as_object_mut(), figures) {
        all.extend(more);
    }
    shorten(&mut snapshot);
    run::write(&run::root().join("docs/measures/search.json"), format!("{snapshot:#}\n"))
}

/// Keeps four digits of every fraction.
fn shorten(value: &mut Value) {
    match value {
        Value::Number(n) if n.is_f64() => *value = tidy(n.as_f64().unwrap_or_default()).into(),
        Value::Array(all) => all.iter_mut().for_each(shorten),
        Value::Object(all) => all.values_mut().for_each(shorten),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{number, read, tidy};

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_folder_stands_anywhere_among_the_options() {
        let (folder, options) = read(&words("--quick /sets --engines lunr")).unwrap();
        assert_eq!(folder, std::path::absolute("/sets").unwrap());
        assert_eq!(options, words("--quick --engines lunr"));
        assert!(read(&words("--quik")).is_err());
        assert!(read(&words("a b")).is_err());
        assert!(read(&words("--engines")).is_err());
    }

    #[test]
    fn figures_keep_four_digits() {
        assert_eq!(tidy(0.123_456), 0.1235);
        assert_eq!(tidy(-98_765.4), -98_770.0);
        assert_eq!(tidy(0.0), 0.0);
        assert_eq!(number(Some(0.0051)), "0.005");
        assert_eq!(number(None), "–");
    }
}
