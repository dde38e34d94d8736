//! `cargo xtask score`: quality, measured with data sets that are no part of the project.
//!
//! Each set names its kind; each kind has one command of the native program that answers it. The
//! scorers are those that come with the sets. The snapshot holds figures only, no text of a set.

use crate::targets::{self, Measured, Target};
use crate::{run, shared, tools};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

/// Gives merging alone: the mentions of the gold standard are given, only to be joined.
const GOLD_MENTIONS: &str = "--gold-mentions";

/// Scores only what is written as news writes, and reads values in the notation of each set.
const NEWS: &str = "--news";

/// One data set, run in one way.
struct Task {
    /// The folder of the set, and a word on what is special about this run.
    name: String,
    folder: PathBuf,
    kind: String,
    /// Options of the scorer.
    options: Vec<String>,
    /// The figure that counts, as a path into the scorer's answer.
    main: String,
}

impl Task {
    /// The last value of an option, which is the one that holds.
    fn option(&self, name: &str) -> Option<&str> {
        let at = self.options.iter().rposition(|o| o == name)?;
        self.options.get(at + 1).map(String::as_str)
    }

    /// What decides the program's answer: runs alike in this share it.
    fn question(&self) -> String {
        let gold = self.options.iter().any(|o| o == GOLD_MENTIONS);
        let scope = self.option("--scope");
        let kind = self.option("--kind").filter(|_| gold);
        format!("{} {gold} {scope:?} {kind:?}", self.folder.display())
    }
}

/// A set with the options of a target.
fn aimed(plain: &Task, target: &Target) -> Task {
    Task {
        name: format!("{} ({})", plain.name, target.key),
        folder: plain.folder.clone(),
        kind: plain.kind.clone(),
        options: plain.options.iter().chain(&target.options).cloned().collect(),
        main: target.path.clone(),
    }
}

/// A figure with its parts: for names the same figure for each type, for actors the measures of
/// which there are several.
fn measure(score: &Path, task: &Task, prediction: &Path) -> Result<Measured, String> {
    let number = |result: &Value, path: &str| {
        dig(result, path)
            .and_then(Value::as_f64)
            .ok_or_else(|| format!("the scorer of {} gave no figure named {path}", task.name))
    };
    let result = judge(score, task, prediction)?;
    let mut parts = Vec::new();
    if task.kind == "shared" {
        for (name, path) in [
            ("events 0-4", "0-4.recall_at_precision"),
            ("events 5-9", "5-9.recall_at_precision"),
            ("precision in the app", "all.precision"),
            ("of weak links", "weak.precision"),
            ("of others", "strong.precision"),
            ("recall in the app", "all.recall"),
        ] {
            parts.push((name.to_owned(), number(&result, path)?));
        }
    } else if task.kind == "ner" {
        let types = result["types"].as_object().cloned().unwrap_or_default();
        for (name, counts) in types {
            if counts["gold"].as_f64() > Some(0.0) {
                let options = task.options.iter().cloned();
                let one = Task {
                    name: task.name.clone(),
                    folder: task.folder.clone(),
                    kind: task.kind.clone(),
                    options: options.chain(["--types".to_owned(), name.clone()]).collect(),
                    main: task.main.clone(),
                };
                parts.push((name, number(&judge(score, &one, prediction)?, &task.main)?));
            }
        }
    } else {
        let beside: &[(&str, &str)] = match task.kind.as_str() {
            "retrieval" => &[("MAP", "map"), ("first answer", "mrr")],
            "timex" => &[("spans F1", "relaxed.f1"), ("values F1", "value_f1")],
            "attribution" => &[
                ("cues", "partial.cue.f1"),
                ("contents", "partial.content.f1"),
                ("who says what, softly", "rel_soft.f1"),
            ],
            "pairs" => &[("Spearman", "spearman")],
            _ => &[("MUC", "muc.f1"), ("B³", "b3.f1"), ("CEAFe", "ceafe.f1")],
        };
        for (name, path) in beside {
            parts.push(((*name).to_owned(), number(&result, path)?));
        }
    }
    let subset = result.get("subset").cloned();
    Ok(Measured { value: number(&result, &task.main)?, parts, subset })
}

/// The folder of the data sets: the one named, the one in the environment, or the one beside the
/// repository.
pub fn folder(given: Option<&String>) -> PathBuf {
    let folder = given
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("PARALLAX_EVAL").map(PathBuf::from))
        .unwrap_or_else(|| run::root().join("../shared/eval"));
    std::path::absolute(&folder).unwrap_or(folder)
}

/// Says so where a folder holds no data sets.
pub fn present(folder: &Path) -> Result<(), String> {
    if folder.join("dev").is_dir() && folder.join("score").is_dir() {
        return Ok(());
    }
    Err(format!(
        "no data sets in {} (a folder with dev/ and score/ is expected; name another one as an \
         argument or in PARALLAX_EVAL)",
        folder.display()
    ))
}

/// Says how to get the interpreter of the scorers where it is missing.
pub fn need_python() -> Result<(), String> {
    if tools::find("python3").is_some() {
        return Ok(());
    }
    Err("python3, which runs the scorers, is missing: install Python 3.11 or later, for example \
         with `sudo apt-get install python3`"
        .into())
}

/// Scores every set, or says why it cannot.
pub fn command(arguments: &[String]) -> run::Outcome {
    let folder = folder(arguments.first());
    if let Err(reason) = present(&folder) {
        println!("{reason}: scoring the repository's own golden cases only");
        return golden();
    }
    need_python()?;
    let program = run::step("build the native program", native)?;
    let place = run::target().join("score");
    let mut figures = Map::new();
    let mut unbuilt = Vec::new();
    println!("{:<44} {:<12} {:>8}  {:<22} seconds", "set", "kind", "figure", "which");
    let mut answers = HashMap::new();
    let all = tasks(&folder.join("dev"))?;
    for task in &all {
        let start = Instant::now();
        let answer = predict(&program, task, &place)?;
        answers.insert(task.question(), answer.clone());
        let Some(prediction) = answer else {
            println!("{:<44} {:<12} not built yet", task.name, task.kind);
            unbuilt.push(task.name.clone());
            continue;
        };
        let result = judge(&folder.join("score"), task, &prediction)?;
        let value = dig(&result, &task.main).and_then(Value::as_f64).ok_or_else(|| {
            format!("the scorer of {} gave no figure named {}", task.name, task.main)
        })?;
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{:<44} {:<12} {value:>8.4}  {:<22} {seconds:.1}",
            task.name, task.kind, task.main
        );
        figures.insert(task.name.clone(), json!({ "figure": task.main, "value": round(value) }));
    }
    let count = figures.len();
    let mut measured = Vec::new();
    let mut aims = Map::new();
    for target in targets::read()? {
        let Some(plain) = all.iter().find(|t| t.name == target.set) else {
            println!("{}: there is no set {}; its figure is not renewed", target.key, target.set);
            continue;
        };
        let task = aimed(plain, &target);
        let known = answers.get(&task.question()).cloned().flatten();
        let prediction = match known {
            Some(answer) => answer,
            None => predict(&program, &task, &place)?
                .ok_or_else(|| format!("{}: not built yet", target.key))?,
        };
        let figure = measure(&folder.join("score"), &task, &prediction)?;
        let parts: Map<String, Value> =
            figure.parts.iter().map(|(name, v)| (name.clone(), round(*v).into())).collect();
        let mut aim = json!({ "value": round(figure.value), "parts": parts });
        if let Some(subset) = &figure.subset {
            aim["subset"] = subset.clone();
        }
        aims.insert(target.key.clone(), aim);
        measured.push((target, figure));
    }
    // A table with gaps would be taken for the whole.
    if measured.len() == targets::read()?.len() {
        targets::publish(&measured)?;
    }
    let snapshot = json!({ "scored": figures, "targets": aims, "not_built": unbuilt });
    run::write(&run::root().join("docs/measures/quality.json"), format!("{snapshot:#}\n"))?;
    Ok(format!("scored {count} runs, {} not built yet: docs/measures/quality.json", unbuilt.len()))
}

fn golden() -> run::Outcome {
    run::check(run::command("cargo").args(["test", "--features", "cli", "--quiet"]))?;
    Ok("golden cases passed; no data set was scored".into())
}

/// Builds the native program for speed and returns its path.
pub fn native() -> Result<PathBuf, String> {
    let mut cargo = run::command("cargo");
    cargo.args(["build", "--quiet", "--release", "--features", "cli", "--bin", "parallax"]);
    run::check(&mut cargo)?;
    Ok(run::target().join("release").join(format!("parallax{}", std::env::consts::EXE_SUFFIX)))
}

/// Every set in every way it is run, in the order of their names.
fn tasks(dev: &Path) -> Result<Vec<Task>, String> {
    let entries = std::fs::read_dir(dev).map_err(|e| format!("{}: {e}", dev.display()))?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let mut tasks = Vec::new();
    for folder in folders.into_iter().filter(|folder| folder.join("set.json").is_file()) {
        let path = folder.join("set.json");
        let set: Value = serde_json::from_str(&run::read_text(&path)?)
            .map_err(|e| format!("{}: {e}", path.display()))?;
        let text = |key: &str| set.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let options: Vec<String> = set
            .get("opts")
            .and_then(Value::as_array)
            .map(|words| words.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            .unwrap_or_default();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let plain = Task { name, folder, kind: text("kind"), options, main: text("main") };
        let with = |note: &str, more: &[&str]| Task {
            name: format!("{} ({note})", plain.name),
            folder: plain.folder.clone(),
            kind: plain.kind.clone(),
            options: plain
                .options
                .iter()
                .cloned()
                .chain(more.iter().map(|w| w.to_string()))
                .collect(),
            main: plain.main.clone(),
        };
        // The ways of running a set that its notes recommend beside the plain one.
        let mut variants = match plain.kind.as_str() {
            "texts" if shared::has(&plain.name) => {
                let kind = "shared".to_owned();
                tasks.push(Task { kind, main: "all.recall_at_precision".to_owned(), ..plain });
                continue;
            }
            "texts" => continue,
            "coref" => vec![
                with("mentions given", &[GOLD_MENTIONS]),
                with("overlapping", &["--match", "overlap"]),
            ],
            "ner" if plain.name.starts_with("uner") => {
                vec![with("three types", &["--types", "PER,ORG,LOC"])]
            }
            "attribution" => vec![with("in quotation marks", &["--quoted"])],
            _ => Vec::new(),
        };
        // In ECB+ a topic holds two events of one kind; actors are looked for in each apart.
        if plain.name.starts_with("ecbplus")
            && let Some(given) = variants.first()
        {
            let options = given.options.iter().map(|o| o.replace("topic", "subtopic")).collect();
            let name = format!("{} (mentions given, each event apart)", plain.name);
            let (folder, kind, main) = (&plain.folder, &plain.kind, &plain.main);
            let (folder, kind, main) = (folder.clone(), kind.clone(), main.clone());
            variants.push(Task { name, folder, kind, options, main });
        }
        // Clusters found in running text are compared mention by mention.
        for task in variants.iter_mut().filter(|t| t.options.iter().any(|o| o == "overlap")) {
            task.main = "b3.f1".into();
        }
        tasks.push(plain);
        tasks.extend(variants);
    }
    Ok(tasks)
}

/// Lets the program answer a set. `None`: the program has no command for this kind yet.
fn predict(program: &Path, task: &Task, place: &Path) -> Result<Option<PathBuf>, String> {
    let safe: String =
        task.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let out = place.join(format!("{safe}.jsonl"));
    let input = place.join(format!("{safe}.input.jsonl"));
    let mut command = run::command(program);
    match task.kind.as_str() {
        "ner" | "coref" | "attribution" | "timex" => {
            run::write(&input, documents(task)?)?;
            command.arg("annotate");
            if task.options.iter().any(|o| o == GOLD_MENTIONS) {
                command.arg(GOLD_MENTIONS);
            }
            command.arg(&input);
        }
        "shared" => {
            run::write(&input, shared::documents(&task.folder)?)?;
            command.args(["shared", "--also", &shared::thresholds()]).arg(&input);
        }
        "pairs" => {
            command.arg("similar").arg(task.folder.join("input.jsonl"));
        }
        "retrieval" => {
            command.args(["search", "--top", "100", "--docs"]).arg(task.folder.join("docs.jsonl"));
            command.arg("--queries").arg(task.folder.join("queries.jsonl"));
        }
        // Relations, and articles inside HTML pages.
        _ => return Ok(None),
    }
    run::write(&out, "")?;
    let file = File::create(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    run::check(command.stdout(Stdio::from(file)))
        .map_err(|reason| format!("{}: {reason}", task.name))?;
    Ok(Some(out))
}

/// The input of `parallax annotate` for a set: only what a system may read, except that the gold
/// standard's mentions are given, without their clusters, where the run asks for that.
fn documents(task: &Task) -> Result<String, String> {
    let scope = task.option("--scope");
    let wanted = task.option("--kind");
    let gold = task.options.iter().any(|o| o == GOLD_MENTIONS);
    let source = task.folder.join(if gold { "gold.jsonl" } else { "input.jsonl" });
    let mut rows = Vec::new();
    for (number, line) in run::read_text(&source)?.lines().enumerate() {
        let row: Value = serde_json::from_str(line)
            .map_err(|e| format!("{}:{}: {e}", source.display(), number + 1))?;
        let mut document = json!({ "id": row["id"], "text": row["text"] });
        if let Some(date) = row.get("date").or(row.get("reference")).and_then(Value::as_str) {
            document["date"] = date.get(..10).unwrap_or(date).into();
        }
        if task.kind == "coref" {
            document["group"] = match scope {
                Some("all") => "all".into(),
                Some("doc") => Value::Null,
                Some(key) => row[key].clone(),
                None => row["topic"].clone(),
            };
        }
        if gold && let Some(mentions) = row["mentions"].as_array() {
            let given = mentions
                .iter()
                .filter(|m| wanted.is_none_or(|kind| m["kind"].as_str().is_none_or(|k| k == kind)))
                .map(|m| json!({ "start": m["start"], "end": m["end"] }))
                .collect();
            document["mentions"] = Value::Array(given);
        }
        rows.push(document);
    }
    // Documents of one group have to be neighbours; the sort keeps their order.
    rows.sort_by_key(|row| row["group"].to_string());
    Ok(rows.iter().map(|row| format!("{row}\n")).collect())
}

/// Calls the scorer that belongs to the set's kind, through its own table of kinds, or the
/// project's own script, which calls it for the news-like part of a set.
fn judge(score: &Path, task: &Task, prediction: &Path) -> Result<Value, String> {
    if task.kind == "shared" {
        return shared::judge(prediction);
    }
    let script = "import json,sys; sys.path.insert(0, sys.argv[1]); import score_all; \
                  print(json.dumps(score_all.run(sys.argv[2], json.loads(sys.argv[3]), sys.argv[4], sys.argv[5])))";
    let gold = task.folder.join(if task.kind == "retrieval" { "qrels.tsv" } else { "gold.jsonl" });
    let mut python = run::command("python3");
    // The scorers may stand in a folder that cannot be written to.
    python.env("PYTHONDONTWRITEBYTECODE", "1");
    if task.options.iter().any(|o| o == NEWS) {
        python.arg(run::root().join("xtask/score/timex_news.py")).arg(score);
    } else {
        python.args(["-c", script]).arg(score).arg(&task.kind);
        python.arg(json!(task.options).to_string());
    }
    python.arg(gold).arg(prediction);
    let done = python.output().map_err(|e| format!("cannot start python3: {e}"))?;
    if !done.status.success() {
        let text = String::from_utf8_lossy(&done.stderr);
        let last = text.lines().last().unwrap_or_default();
        return Err(format!("the scorer of {} failed: {last}", task.name));
    }
    serde_json::from_slice(&done.stdout).map_err(|e| format!("{}: {e}", task.name))
}

fn dig<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    // Some names of figures hold a dot-free path, and some stand as they are.
    path.split('.').try_fold(value, |value, key| value.get(key))
}

fn round(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
