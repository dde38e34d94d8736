//! The command-line program from outside: lines in, lines out, exit codes.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn parallax(args: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that refuses its arguments reads nothing.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn rows(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// The text under `[start, end]` in code points.
fn text_at(text: &str, start: &Value, end: &Value) -> String {
    let (s, e) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(s).take(e - s).collect()
}

#[test]
fn annotate_counts_code_points() {
    let text = "“Déjà vu 😀,” Ana Reyes said. Reyes left Orsk on 4 May 2011 with 30 people.";
    let line = serde_json::json!({"id": 7, "text": text}).to_string();
    let ran = parallax(&["annotate"], line.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = rows(&ran);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(row["id"], 7);
    let sentences = row["sentences"].as_array().unwrap();
    let last = sentences.last().unwrap();
    assert!(text_at(text, &last[0], &last[1]).ends_with("30 people."));
    let names: Vec<String> = row["entities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| text_at(text, &e["start"], &e["end"]))
        .collect();
    assert!(names.contains(&"Ana Reyes".to_owned()), "{names:?}");
    let number = &row["numbers"][0];
    assert_eq!(text_at(text, &number["start"], &number["end"]), "30");
    let time = &row["timexes"][0];
    assert_eq!(text_at(text, &time["start"], &time["end"]), "4 May 2011");
    assert_eq!(time["value"], "2011-05-04");
}

#[test]
fn bad_lines_are_reported_and_the_rest_goes_on() {
    let input = b"{\"id\":1,\"text\":\"One.\"}\nnot json\n\n{\"id\":2}\n{\"id\":3,\"text\":\"Three.\"}\n\xff\n";
    let ran = parallax(&["annotate"], input);
    assert_eq!(ran.code, 1);
    let ids: Vec<Value> = rows(&ran).iter().map(|r| r["id"].clone()).collect();
    assert_eq!(ids, [1, 3]);
    for place in ["standard input:2:", "standard input:4:", "standard input:6:"] {
        assert!(ran.err.contains(place), "{place} is missing in:\n{}", ran.err);
    }
    assert!(ran.err.contains("missing field `text`"));
}

#[test]
fn groups_are_resolved_together() {
    let doc = |id: &str, group: Option<&str>, text: &str| {
        serde_json::json!({"id": id, "group": group, "text": text}).to_string()
    };
    let cluster = |row: &Value, text: &str, name: &str| {
        row["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|m| text_at(text, &m["start"], &m["end"]) == name)
            .map(|m| m["cluster"].clone())
            .unwrap_or_else(|| panic!("{name} was not found in {row}"))
    };
    let full = "Spokeswoman Ana Reyes arrived. The crowd cheered.";
    let short = "Later, Ms. Reyes told reporters that talks went well.";
    let input = [doc("a", Some("g"), full), doc("b", Some("g"), short), doc("c", None, short)];
    let ran = parallax(&["annotate"], input.join("\n").as_bytes());
    let rows = rows(&ran);
    assert_eq!(rows.len(), 3);
    let together = cluster(&rows[0], full, "Ana Reyes");
    assert_eq!(cluster(&rows[1], short, "Reyes"), together);
    assert_ne!(cluster(&rows[2], short, "Reyes"), together, "another group is another person");
}

#[test]
fn gold_mentions_come_back_in_their_order_with_a_cluster_each() {
    let text = "Ana Reyes spoke. Reyes smiled. The mayor of Orsk left Orsk.";
    let line = serde_json::json!({"id": "x", "text": text, "mentions": [
        {"start": 17, "end": 22}, {"start": 0, "end": 9}, {"start": 44, "end": 48},
        {"start": 54, "end": 58}, {"start": 50, "end": 900}
    ]});
    let ran = parallax(&["annotate", "--gold-mentions"], line.to_string().as_bytes());
    assert_eq!(ran.code, 1, "one mention lies outside");
    assert!(ran.err.contains("lies outside the text"));
    let rows = rows(&ran);
    let mentions = rows[0]["mentions"].as_array().unwrap();
    let spans: Vec<String> =
        mentions.iter().map(|m| text_at(text, &m["start"], &m["end"])).collect();
    assert_eq!(spans, ["Reyes", "Ana Reyes", "Orsk", "Orsk"]);
    let clusters: Vec<&Value> = mentions.iter().map(|m| &m["cluster"]).collect();
    assert_eq!(clusters[0], clusters[1]);
    assert_eq!(clusters[2], clusters[3]);
    assert_ne!(clusters[0], clusters[2]);
    assert_eq!(rows[0]["entities"], serde_json::json!([]));
}

#[test]
fn scrapes_yield_coverage_only() {
    let text = "Bridge at Orsk closed\n\nBy Lee Wong\n\nThe bridge at Orsk was closed on Friday, the city said in a statement.\n\nIt will open again after repairs, according to the city council.\n\nShare this article\n\n© 2011 Orsk Daily. All rights reserved.\n";
    let line = serde_json::json!({"id": "x", "text": text}).to_string();
    let ran = parallax(&["annotate", "--scrape"], line.as_bytes());
    let rows = rows(&ran);
    let covered: Vec<String> = rows[0]["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| text_at(text, &s[0], &s[1]))
        .collect();
    assert!(covered.iter().any(|s| s.starts_with("The bridge at Orsk was closed")));
    for cut in ["Share this", "All rights reserved", "By Lee Wong"] {
        assert!(!covered.iter().any(|s| s.contains(cut)), "{cut} in {covered:?}");
    }
}

#[test]
fn clean_reads_any_bytes() {
    let folder = std::env::temp_dir().join(format!("parallax-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let odd = folder.join("odd.txt");
    std::fs::write(&odd, b"First line\nsecond \xff\xfe line\n").unwrap();
    let gone = folder.join("gone.txt");
    let ran = parallax(&["clean", odd.to_str().unwrap(), gone.to_str().unwrap()], b"");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ran.code, 1, "one file is missing");
    assert!(ran.err.contains("gone.txt"));
    let rows = rows(&ran);
    assert_eq!(rows.len(), 1);
    assert!(rows[0]["notices"].to_string().contains("line 2: not valid UTF-8"));
    assert!(rows[0]["metadata"]["published"].is_null());
    assert!(!rows[0]["blocks"].as_array().unwrap().is_empty());
}

#[test]
fn search_writes_trec_lines() {
    let folder = std::env::temp_dir().join(format!("parallax-trec-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let docs = folder.join("docs.jsonl");
    let queries = folder.join("queries.jsonl");
    std::fs::write(
        &docs,
        "{\"id\":\"d1\",\"text\":\"A bridge over the river.\"}\n{\"id\":\"d2\",\"text\":\"Two bridges, one river and a boat.\"}\n{\"id\":\"d3\",\"text\":\"A mountain.\"}\n",
    )
    .unwrap();
    std::fs::write(&queries, "{\"id\":\"q1\",\"text\":\"boat (bridge) -river?\"}\n").unwrap();
    let args = |top| {
        vec![
            "search",
            "--docs",
            docs.to_str().unwrap(),
            "--queries",
            queries.to_str().unwrap(),
            "--top",
            top,
        ]
    };
    let ran = parallax(&args("100"), b"");
    let lines: Vec<Vec<&str>> = ran.out.lines().map(|l| l.split(' ').collect()).collect();
    let first = parallax(&args("1"), b"");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ranked: Vec<(&str, &str, &str)> = lines.iter().map(|l| (l[0], l[2], l[3])).collect();
    assert_eq!(ranked, [("q1", "d2", "1"), ("q1", "d1", "2")]);
    assert!(lines.iter().all(|l| l.len() == 6 && l[1] == "Q0" && l[5] == "parallax"));
    assert_eq!(first.out.lines().count(), 1);
}

#[test]
fn search_reads_the_query_language() {
    let folder = std::env::temp_dir().join(format!("parallax-syntax-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let docs = folder.join("docs.jsonl");
    let queries = folder.join("queries.jsonl");
    let text = "“The bridge is open,” Mayor Ann Smith said. The ferry is not.";
    let doc = |id: &str, outlet: &str, date: &str| {
        serde_json::json!({ "id": id, "text": text, "outlet": outlet, "date": date }).to_string()
    };
    let lines = [doc("d1", "cnn", "2017-09-20"), doc("d2", "Herald", "2017-03")];
    std::fs::write(&docs, lines.join("\n")).unwrap();
    let asked = [
        ("outlet:cnn bridge", "d1"),
        ("date:<2017-09 bridge", "d2"),
        ("bridge outlet:herald in:quote", "d2"),
        ("speaker:smith bridge date:2017-09", "d1"),
        ("speaker:smith ferry", ""),
        ("in:quote ferry", ""),
    ];
    let lines: Vec<String> = asked
        .iter()
        .enumerate()
        .map(|(i, (text, _))| serde_json::json!({ "id": i.to_string(), "text": text }).to_string())
        .collect();
    std::fs::write(&queries, lines.join("\n")).unwrap();
    let (docs, queries) = (docs.to_str().unwrap(), queries.to_str().unwrap());
    let ran = parallax(&["search", "--docs", docs, "--queries", queries, "--syntax"], b"");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ran.code, 0, "{}", ran.err);
    for (i, (text, expected)) in asked.iter().enumerate() {
        let rows = ran.out.lines().map(|l| l.split(' ').collect::<Vec<_>>());
        let found: Vec<&str> = rows.filter(|r| r[0] == i.to_string()).map(|r| r[2]).collect();
        assert_eq!(found.join(" "), *expected, "{text}");
    }
}

#[test]
fn compare_in_three_formats() {
    let json = parallax(&["compare", "--outlets", "cnn,sputnik"], b"");
    assert_eq!(json.code, 0, "{}", json.err);
    let value: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(value["format"], "parallax-evidence");
    let sections = value["sections"].as_array().unwrap();
    for (i, name) in ["Names", "Statements", "Numbers", "Quoted"].iter().enumerate() {
        assert_eq!(sections[i]["name"], *name);
        let rows = sections[i]["rows"].as_array().unwrap();
        assert!(!rows.is_empty(), "{name} is empty");
        let columns = rows[0]["cells"].as_array().unwrap();
        let columns: Vec<&Value> = columns.iter().map(|c| &c["column"]).collect();
        assert_eq!(columns, ["CNN", "Sputnik"]);
    }
    let md = parallax(&["compare", "--outlets", "CNN,RFE/RL,Sputnik", "--format", "md"], b"");
    assert!(md.out.starts_with("# Compare CNN · RFE/RL · Sputnik\n"), "{}", md.out);
    assert!(md.out.contains("- **RFE/RL**: not found here"));
    assert!(!md.out.contains("not reported by"));
    let csv = parallax(&["compare", "--outlets", "cnn,sputnik", "--format", "csv"], b"");
    assert!(csv.out.starts_with("\u{feff}table,row,note,column,found,said by,quotation,"));
    for (args, reason) in [
        (vec!["compare", "--outlets", "cnn"], "two to four outlets"),
        (vec!["compare", "--outlets", "cnn,cnn"], "stands twice"),
        (vec!["compare", "--outlets", "cnn,atlantis"], "no bundled article is by \"atlantis\""),
        (vec!["compare", "--outlets", "cnn,sputnik", "--format", "pdf"], "pdf"),
    ] {
        let ran = parallax(&args, b"");
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(reason), "{args:?}: {}", ran.err);
    }
}

#[test]
fn similar_is_between_nought_and_one() {
    let input = b"{\"id\":\"same\",\"a\":\"The bridge was closed.\",\"b\":\"The bridge was closed.\"}\n{\"id\":\"other\",\"a\":\"The bridge was closed.\",\"b\":\"Cats like milk.\"}\n";
    let ran = parallax(&["similar"], input);
    let rows = rows(&ran);
    let score = |i: usize| rows[i]["score"].as_f64().unwrap();
    assert!(score(0) > 0.9 && score(0) <= 1.0);
    assert!(score(1) >= 0.0 && score(1) < 0.2);
}

#[test]
fn shared_writes_a_line_for_each_group_and_threshold() {
    let line = |id: &str, group: u32, text: &str| {
        serde_json::json!({ "id": id, "group": group, "text": text }).to_string()
    };
    let burned = "Dockers burned the granary of Elsin.";
    let input = [
        line("a", 1, &format!("{burned} Rain fell.")),
        line("b", 1, "\u{2014} It was dark. Dockers burned a granary of Elsin."),
        line("a", 2, burned),
    ]
    .join("\n");
    let ran = parallax(&["shared", "--also", "0.05,1.01"], input.as_bytes());
    let rows = rows(&ran);
    let groups: Vec<&Value> = rows.iter().map(|r| &r["group"]).collect();
    assert_eq!(groups, [1, 1, 1, 2, 2, 2]);
    let links: Vec<usize> = rows.iter().map(|r| r["links"].as_array().unwrap().len()).collect();
    assert_eq!(links, [1, 1, 0, 0, 0, 0]);
    let link = &rows[0]["links"][0];
    assert_eq!(link["a"], serde_json::json!({"id": "a", "start": 0, "end": 36}));
    assert_eq!(link["b"], serde_json::json!({"id": "b", "start": 15, "end": 49}));
    assert!(link["score"].as_f64().unwrap() > 0.3);
}

#[test]
fn help_and_usage() {
    let help = parallax(&["--help"], b"");
    assert_eq!(help.code, 0);
    for command in ["annotate", "clean", "search", "compare", "shared", "similar"] {
        assert!(help.out.contains(command));
        let ran = parallax(&[command, "--help"], b"");
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("Usage:"));
    }
    for args in [vec![], vec!["fly"], vec!["clean"], vec!["search"], vec!["annotate", "--wings"]] {
        assert_eq!(parallax(&args, b"").code, 2, "{args:?}");
    }
}

/// A file in a folder of its own, gone when it is dropped.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("parallax-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn corrections_are_applied_and_what_changes_nothing_is_told() {
    let text = "Ana Reyes met Hugo Brandt in Paris. Reyes left Paris with Brandt.";
    let line = serde_json::json!({"id": "a", "text": text}).to_string();
    let file = File::new(
        "corrections.json",
        r#"{"format": "parallax-corrections", "version": 1, "corrections": [
            {"do": "merge", "actor": {"name": "Hugo Brandt", "type": "PER"},
             "into": {"name": "Ana Reyes", "type": "PER"}},
            {"do": "retype", "actor": {"name": "Paris", "type": "LOC"}, "type": "ORG"},
            {"do": "drop", "label": "Oslo"},
            {"do": "drop", "mention": {"article": "a", "start": 47, "end": 52, "text": "Paris"}}]}"#,
    );
    let ran = parallax(&["annotate", "--corrections", file.path()], line.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("correction 3: Marked every “Oslo” as not an actor: not applied"));
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    let row = &rows(&ran)[0];
    let entities: Vec<(String, &Value, &Value)> = row["entities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (text_at(text, &e["start"], &e["end"]), &e["type"], &e["actor"]))
        .collect();
    let names: Vec<&str> = entities.iter().map(|e| e.0.as_str()).collect();
    assert_eq!(names, ["Ana Reyes", "Hugo Brandt", "Paris", "Reyes", "Brandt"]);
    assert_eq!(entities[0].2, entities[1].2);
    assert_eq!(entities[1].2, entities[4].2);
    assert_eq!(entities[2].1, "ORG");
}

#[test]
fn a_bad_file_of_corrections_ends_the_program() {
    let file = File::new("bad.json", "{\"format\": \"parallax-corrections\",\n\"version\": true}");
    for args in [
        &["annotate", "--corrections", file.path()][..],
        &["compare", "--outlets", "cnn,sputnik", "--corrections", file.path()],
        &["compare", "--outlets", "cnn,sputnik", "--corrections", "/no/such/file"],
    ] {
        let ran = parallax(args, b"");
        assert_eq!(ran.code, 2, "{args:?} {}", ran.err);
        assert!(ran.out.is_empty());
    }
    let ran = parallax(&["annotate", "--corrections", file.path()], b"");
    assert!(ran.err.contains("line 2: \"version\" is a whole number"), "{}", ran.err);
}
