//! `cargo xtask bench`: speed. Figures of one machine; only ratios are worth keeping.

mod compare;
mod search;
mod wasm;

use crate::{browsers, build, pack, run, tools};
use serde_json::{Value, json};

/// Load time at most this many times that of an empty app.
const LOAD_TARGET: f64 = 2.0;

/// Runs the benches named, or all but those of search and comparison, which need data sets.
pub fn command(arguments: &[String]) -> run::Outcome {
    match arguments.split_first().map(|(name, rest)| (name.as_str(), rest)) {
        Some(("search", rest)) => return search::command(rest),
        Some(("compare", rest)) => return compare::command(rest),
        _ => {}
    }
    let all = ["native", "browser", "load"];
    if let Some(word) = arguments.iter().find(|word| !all.contains(&word.as_str())) {
        return Err(format!(
            "no bench named {word:?}; there are {}, compare, search",
            all.join(", ")
        ));
    }
    let wanted = |name: &str| arguments.is_empty() || arguments.iter().any(|word| word == name);
    if wanted("native") {
        run::step("speed of the core, native", || {
            run::check(run::command("cargo").args(["bench", "--quiet", "--bench", "analysis"]))
        })?;
    }
    if !wanted("browser") && !wanted("load") {
        return Ok("bench: done".into());
    }
    tools::ensure_build()?;
    browsers::prepare()?;
    build::artefacts()?;
    let empty = empty_app()?;
    let mut answer = Value::Null;
    run::step("loading in Chromium, interleaved with an empty app", || {
        let mut node = run::command("node");
        node.arg(run::root().join("benches/load.mjs")).arg(build::single()).arg(&empty);
        let (success, lines) = run::tee(&mut node)?;
        let last = lines.last().filter(|_| success).ok_or("the load bench broke off")?;
        answer = serde_json::from_str(last).map_err(|e| format!("the load bench: {e}"))?;
        Ok(())
    })?;
    let figure = |key: &str| answer.get(key).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let ratio = figure("parallax_ms") / figure("empty_ms");
    let bytes: u64 = corpus_bytes()?;
    let speed = bytes as f64 / 1e3 / figure("analyse_ms");
    println!(
        "    analysis in the browser: {bytes} bytes in {:.1} ms, {speed:.2} MB/s",
        figure("analyse_ms")
    );
    let snapshot = json!({
        "what": "navigation start to the first complete page painted, over file:// in Chromium, \
                 against an empty Yew app packed the same way; medians of one run on one machine, \
                 of which only the ratio can be compared with others",
        "load_ratio": (ratio * 100.0).round() / 100.0,
        "load_ratio_target": LOAD_TARGET,
        "raw": answer,
    });
    run::write(&run::root().join("docs/measures/speed.json"), format!("{snapshot:#}\n"))?;
    let line = format!("load ratio {ratio:.2} (target: at most {LOAD_TARGET})");
    if ratio <= LOAD_TARGET { Ok(format!("bench: {line}")) } else { Err(line) }
}

/// Bytes of the bundled articles.
fn corpus_bytes() -> Result<u64, String> {
    let folder = run::root().join("corpus");
    let entries = std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(entries
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "txt"))
        .filter_map(|entry| entry.metadata().ok())
        .map(|data| data.len())
        .sum())
}

/// Builds the empty app like the real one; the path of its single file.
fn empty_app() -> Result<std::path::PathBuf, String> {
    run::step("build the empty app", || {
        let mut trunk = run::command(tools::find("trunk").ok_or("trunk is missing")?);
        trunk.env_remove("NO_COLOR").arg("--config");
        trunk.arg(run::root().join("benches/empty-app/Trunk.toml"));
        trunk.args(["build", "--skip-version-check", "--color=never"]);
        run::check(&mut trunk)?;
        Ok(run::root().join("target/empty-app").join(pack::NAME))
    })
}
