//! Statements shared by outlets, scored against links that people made by reading.
//!
//! `docs/measures/shared-statements.jsonl` holds the links as ids and offsets (code points) without
//! text: each is [document, start, end, document, start, end, mark], where mark 2 is clearly the same
//! statement and mark 1 may be told either way.

use crate::run;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Links of a lower score are called weak in the app.
const WEAK: f64 = 0.4;
/// The precision that the greatest recall is asked at.
const PRECISION: f64 = 0.9;

/// Whether there are links for this set.
pub fn has(set: &str) -> bool {
    gold().is_ok_and(|rows| rows.iter().any(|r| r["set"] == set))
}

fn gold() -> Result<Vec<Value>, String> {
    rows(&run::root().join("docs/measures/shared-statements.jsonl"))
}

fn rows(path: &Path) -> Result<Vec<Value>, String> {
    let parse = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), number + 1))
    };
    run::read_text(path)?.lines().enumerate().map(parse).collect()
}

/// The documents of the events that were read, as `parallax shared` reads them.
pub fn documents(set: &Path) -> Result<String, String> {
    let events: Vec<Value> = gold()?.into_iter().map(|r| r["event"].clone()).collect();
    let mut documents = rows(&set.join("gold.jsonl"))?;
    documents.retain(|d| events.contains(&d["event"]));
    documents.sort_by_key(|d| events.iter().position(|e| *e == d["event"]));
    let line = |d: &Value| {
        let date = d["date"].as_str().and_then(|date| date.get(..10));
        let row = json!({ "id": d["id"], "text": d["text"], "group": d["event"],
                          "outlet": d["outlet"], "date": date });
        format!("{row}\n")
    };
    Ok(documents.iter().map(line).collect())
}

/// The thresholds that are tried beside that of the app, for `--also`.
pub fn thresholds() -> String {
    let all: Vec<String> = (5..=95).map(|n| format!("{:.2}", f64::from(n) / 100.0)).collect();
    all.join(",")
}

/// How many links were found, how many of them are right and wrong, and how many of those made by
/// people are among them.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    wrong: usize,
    met: usize,
    gold: usize,
}

impl Count {
    fn add(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            met: self.met + other.met,
            gold: self.gold + other.gold,
        }
    }

    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.met as f64 / self.gold.max(1) as f64
    }
}

/// Scores an answer of `parallax shared` that begins with the app's own threshold in each group.
/// A link is right if both of its sentences overlap those of a link of mark 2, and does not count
/// if they overlap only links of mark 1.
pub fn judge(prediction: &Path) -> Result<Value, String> {
    let found = rows(prediction)?;
    let mut parts: Vec<(String, Vec<Count>)> = vec![("all".into(), Vec::new())];
    let mut weak = Count::default();
    let mut strong = Count::default();
    for event in gold()? {
        let part = event["part"].as_str().unwrap_or_default();
        if !parts.iter().any(|(name, _)| name == part) {
            parts.push((part.to_owned(), Vec::new()));
        }
        let lines = found.iter().filter(|r| r["group"] == event["event"]);
        if let Some(app) = lines.clone().next() {
            let is_weak = |score: f64| score < WEAK;
            weak = weak.add(compare(&event, app, |score| score.is_some_and(is_weak)));
            strong = strong.add(compare(&event, app, |score| score.is_some_and(|s| !is_weak(s))));
        }
        for (i, line) in lines.enumerate() {
            let count = compare(&event, line, |_| true);
            for (name, counts) in &mut parts {
                if name == part || name == "all" {
                    if counts.len() <= i {
                        counts.push(Count::default());
                    }
                    counts[i] = counts[i].add(count);
                }
            }
        }
    }
    let mut out = Map::new();
    for (name, counts) in parts {
        let app = counts.first().copied().unwrap_or_default();
        let precise = counts.iter().filter(|c| c.precision() >= PRECISION);
        let best = precise.map(|c| c.recall()).fold(0.0, f64::max);
        let row = json!({ "precision": app.precision(), "recall": app.recall(),
                          "recall_at_precision": best, "links": app.right + app.wrong });
        out.insert(name, row);
    }
    out.insert("weak".into(), json!({ "precision": weak.precision() }));
    out.insert("strong".into(), json!({ "precision": strong.precision() }));
    Ok(out.into())
}

/// A place in a text: document, start, end.
type Place = (String, u64, u64);

/// Compares the links of a line whose scores are wanted; two sentences that only others hold together have none.
fn compare(event: &Value, line: &Value, wanted: impl Fn(Option<f64>) -> bool) -> Count {
    let documents = &event["documents"];
    let gold: Vec<(Place, Place, u64)> = array(&event["links"])
        .map(|link| {
            let number = |i: usize| link[i].as_u64().unwrap_or_default();
            let place = |i: usize| {
                let id = documents[number(i) as usize].as_str().unwrap_or_default();
                (id.to_owned(), number(i + 1), number(i + 2))
            };
            (place(0), place(3), number(6))
        })
        .collect();
    let place = |at: &Value| -> Place {
        let number = |key: &str| at[key].as_u64().unwrap_or_default();
        (at["id"].as_str().unwrap_or_default().to_owned(), number("start"), number("end"))
    };
    let found: Vec<(Place, Place)> = array(&line["links"])
        .filter(|link| wanted(link["score"].as_f64()))
        .map(|link| (place(&link["a"]), place(&link["b"])))
        .collect();
    let overlap = |x: &Place, y: &Place| x.0 == y.0 && x.1 < y.2 && y.1 < x.2;
    let meet = |(a, b): &(Place, Place), (c, d, _): &(Place, Place, u64)| {
        overlap(a, c) && overlap(b, d) || overlap(a, d) && overlap(b, c)
    };
    let mut count = Count::default();
    for link in &found {
        match gold.iter().filter(|g| meet(link, g)).map(|g| g.2).max() {
            Some(2) => count.right += 1,
            None => count.wrong += 1,
            Some(_) => {}
        }
    }
    let sure: Vec<_> = gold.iter().filter(|g| g.2 == 2).collect();
    count.gold = sure.len();
    count.met = sure.iter().filter(|g| found.iter().any(|link| meet(link, g))).count();
    count
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
