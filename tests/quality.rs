//! The figures that have a target stand in several places; all come from one run.
#![cfg(feature = "cli")]

use serde_json::Value;
use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter(|l| !l.starts_with('#')).skip(1);
    lines.map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn targets_page_document_and_snapshot_agree() {
    let targets = rows(&read("measures/targets.tsv"));
    let table = rows(&read("measures/quality.tsv"));
    let document = read("quality.md");
    let snapshot: Value = serde_json::from_str(&read("measures/quality.json")).unwrap();
    assert!(targets.len() >= 6);
    assert_eq!(table.len(), targets.len(), "run `cargo xtask score`");
    for (target, row) in targets.iter().zip(&table) {
        let [key, .., name, figure, aim, least, elsewhere, note] = target.as_slice() else {
            panic!("{target:?}")
        };
        let [key_of, name_of, figure_of, reached, parts, aim_of, least_of, elsewhere_of, note_of] =
            row.as_slice()
        else {
            panic!("{row:?}")
        };
        assert_eq!(
            [key, name, figure, aim, least, elsewhere, note],
            [key_of, name_of, figure_of, aim_of, least_of, elsewhere_of, note_of],
            "a target was changed: run `cargo xtask score`"
        );
        // Where only a part of a set is scored, the snapshot names it and says how large it is.
        if target.iter().any(|cell| cell == "--news") {
            let subset = &snapshot["targets"][key]["subset"];
            assert_eq!(subset["name"], "news-like", "{key}");
            assert!(subset["expressions"].as_u64() > Some(100), "{key}: {subset}");
            assert!(subset["left_out"].as_object().is_some_and(|l| !l.is_empty()), "{key}");
        }
        let value = &snapshot["targets"][key]["value"];
        let value = value.as_f64().unwrap_or_else(|| panic!("{key} is not in the snapshot"));
        let shown: f64 = reached.parse().unwrap();
        assert!((value - shown).abs() < 0.00101, "{key}: {value} is shown as {shown}");
        let line = format!("{figure} | **{reached}**; {parts} | {least} | {aim} | {elsewhere} |");
        assert!(document.contains(&line), "docs/quality.md lacks: {line}");
    }
}

/// What the page says of weak matches is what was measured.
#[test]
fn weak_matches_are_as_often_wrong_as_the_page_says() {
    let snapshot: Value = serde_json::from_str(&read("measures/quality.json")).unwrap();
    let part = |name: &str| {
        let value = &snapshot["targets"]["shared"]["parts"][name];
        value.as_f64().unwrap_or_else(|| panic!("no {name}: run `cargo xtask score`"))
    };
    let wrong = |name: &str| 1.0 / (1.0 - part(name));
    assert!((5.5..6.5).contains(&wrong("of weak links")), "one in {}", wrong("of weak links"));
    assert!(wrong("of others") > 2.0 * wrong("of weak links"), "one in {}", wrong("of others"));
    let table = include_str!("../src/app/pages/compare/table.rs");
    assert!(table.contains("in a test on ten other events one in six of them was wrong"));
    assert!(table.contains("under 40 %"));
    assert!((parallax::claim::align::WEAK - 0.4).abs() < f64::EPSILON);
}
