//! Evidence sheets: what pages say, with every sentence, as Markdown, CSV and JSON.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::page::{self, Body, CompareView, FileKind, TableView, view};
use parallax::route::Route;
use serde_json::Value;

fn source(id: &str, outlet: &str, text: &str) -> Source {
    let given = Given { outlet: Some(outlet.to_owned()), ..Given::default() };
    Source { id: id.to_owned(), text: text.into(), given }
}

fn hostile() -> Analysis {
    Analysis::of(vec![
        source(
            "a",
            "north",
            "Ana Reyes said that *30* people | crossed the <b>bridge</b> at Oslo.\n\n=SUM(A1) said Ana Reyes.",
        ),
        source("b", "south", "More than 40 people crossed the bridge at Oslo, Ana Reyes said."),
    ])
}

fn file(analysis: &Analysis, hash: &str, kind: FileKind) -> String {
    let route = Route::parse(hash);
    let shown = view(analysis, &route);
    page::file(analysis, &route, &shown, kind).expect("there is a file").text
}

fn opened(analysis: &Analysis, hash: &str, kind: FileKind) -> String {
    page::open_file(analysis, &Route::parse(hash), kind).expect("something is open").text
}

fn table(analysis: &Analysis, hash: &str) -> CompareView {
    match view(analysis, &Route::parse(hash)).body {
        Body::Compare(v) => *v,
        other => panic!("{other:?}"),
    }
}

/// Every sentence of a JSON sheet with its column and what it is evidence of.
fn lines(json: &Value, section: &str) -> Vec<(String, String, String)> {
    let text = |v: &Value| v.as_str().unwrap_or("").to_owned();
    let list = |v: &Value| v.as_array().cloned().unwrap_or_default();
    let mut out = Vec::new();
    for s in list(&json["sections"]).iter().filter(|s| s["name"] == section) {
        for cell in list(&s["rows"]).iter().flat_map(|row| list(&row["cells"])) {
            for item in list(&cell["found"]) {
                for line in list(&item["lines"]) {
                    out.push((
                        text(&cell["column"]),
                        text(&item["what"]),
                        text(&line["quotation"]),
                    ));
                }
            }
        }
    }
    out
}

#[test]
fn a_comparison_holds_what_its_tables_say() {
    let analysis = Analysis::bundled();
    let text = file(&analysis, "#/compare?table=quoted&cols=o:cnn,o:sputnik", FileKind::Json);
    let json: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(json["format"], "parallax-evidence");
    assert_eq!(json["articles"].as_array().unwrap().len(), 3);
    // Each label's number is that of the table, and each has its sentences.
    let TableView::Names(rows) = table(&analysis, "#/compare?cols=o:cnn,o:sputnik").table else {
        panic!("names")
    };
    let found = lines(&json, "Names");
    for label in rows.iter().flat_map(|r| &r.cells).flatten() {
        let what = format!("{} {}", label.label, label.count.value);
        let sentences: Vec<_> = found.iter().filter(|(_, w, _)| *w == what).collect();
        assert!(!sentences.is_empty(), "{what}");
        let first = label.label.split(' ').next().unwrap().to_lowercase();
        let named = |q: &str| q.to_lowercase().contains(&first);
        assert!(sentences.iter().all(|(.., q)| named(q)), "{what}: {sentences:?}");
    }
    let TableView::Statements(rows) =
        table(&analysis, "#/compare?table=statements&cols=o:cnn,o:sputnik").table
    else {
        panic!("statements")
    };
    let sentences = rows.iter().flat_map(|r| &r.cells).flatten().count();
    assert_eq!(lines(&json, "Statements").len(), sentences);
    // A spreadsheet has a row for each of these sentences, and one for each empty cell.
    let csv = file(&analysis, "#/compare?cols=o:cnn,o:sputnik", FileKind::Csv);
    let of = |name: &str| csv.split("\r\n").filter(|row| row.starts_with(name)).count();
    let empty = rows.iter().flat_map(|r| &r.cells).filter(|c| c.is_empty()).count();
    assert_eq!(of("Statements,"), sentences + empty);
}

#[test]
fn the_sentences_of_one_number() {
    let analysis = Analysis::bundled();
    let hash = "#/compare?open=mentions,islamic-state,o:cnn,";
    let open = view(&analysis, &Route::parse(hash)).open.expect("it is open");
    let json: Value = serde_json::from_str(&opened(&analysis, hash, FileKind::Json)).unwrap();
    let found = lines(&json, &open.title);
    assert_eq!(found.len(), open.lines.len());
    assert!(found.iter().all(|(column, ..)| column == "CNN"));
    assert_eq!(json["articles"].as_array().unwrap().len(), 1);
    assert!(page::open_file(&analysis, &Route::parse("#/compare"), FileKind::Json).is_none());
}

#[test]
fn an_actor_is_named_and_quoted() {
    let analysis = Analysis::bundled();
    let text = file(&analysis, "#/actors/ryan-dillon", FileKind::Markdown);
    assert!(text.starts_with("# Ryan Dillon\n"), "{text}");
    for part in ["## Names", "## Quoted", "### Ryan Dillon is quoted"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn words_of_articles_stay_words() {
    let analysis = hostile();
    let hash = "#/compare?cols=o:north,o:south";
    let markdown = file(&analysis, hash, FileKind::Markdown);
    assert!(markdown.contains("\\*30\\* people \\| crossed the \\<b\\>bridge"), "{markdown}");
    assert!(!markdown.contains("<b>"));
    let csv = file(&analysis, hash, FileKind::Csv);
    assert!(csv.contains("'=SUM"), "{csv}");
    assert!(!csv.contains(",=SUM") && !csv.contains(",\"=SUM"), "{csv}");
    assert!(serde_json::from_str::<Value>(&file(&analysis, hash, FileKind::Json)).is_ok());
}

#[test]
fn nothing_found_is_said_with_care() {
    let analysis = hostile();
    let markdown = file(&analysis, "#/compare?cols=o:north,o:south", FileKind::Markdown);
    assert!(markdown.contains("not found here"));
    assert!(markdown.contains("not that the outlet did not report it"));
}

#[test]
fn one_row_alone_holds_its_sentences_and_no_others() {
    let analysis = Analysis::bundled();
    for name in ["names", "statements", "numbers", "quoted", "actions", "times", "words"] {
        let all = table(&analysis, &format!("#/compare?table={name}&cols=cnn,sputnik"));
        assert!(all.all_rows.is_none());
        let rows = |json: &str| -> Vec<Value> {
            let json: Value = serde_json::from_str(json).expect("it is JSON");
            let sections = json["sections"].as_array().unwrap().clone();
            let own = |s: &&Value| s["rows"].as_array().is_some_and(|r| !r.is_empty());
            sections
                .iter()
                .filter(own)
                .flat_map(|s| s["rows"].as_array().unwrap().clone())
                .collect()
        };
        let mut heads = Vec::new();
        for (i, alone) in all.alone.iter().take(12).enumerate() {
            let one = table(&analysis, alone);
            assert_eq!(one.alone, std::slice::from_ref(alone), "row {i} of {name}");
            assert!(one.show.iter().all(|s| !s.current));
            let back = one.all_rows.expect("it leads back");
            assert_eq!(
                back,
                format!("#/compare?cols=o:cnn,o:sputnik&table={name}").replace("&table=names", "")
            );
            let found = rows(&file(&analysis, alone, FileKind::Json));
            assert_eq!(found.len(), 1, "row {i} of {name}: {found:?}");
            assert_eq!(found[0]["cells"].as_array().unwrap().len(), 2);
            heads.push(found[0].clone());
            for kind in [FileKind::Csv, FileKind::Markdown] {
                assert!(!file(&analysis, alone, kind).is_empty());
            }
        }
        // They are the rows of the whole sheet, where that has all of them.
        let whole = rows(&file(&analysis, "#/compare?cols=cnn,sputnik", FileKind::Json));
        if name != "words" {
            assert!(heads.iter().all(|row| whole.contains(row)), "{name}");
        }
        assert!(heads.len() > 2, "{name} has few rows");
        let none = table(&analysis, &format!("#/compare?table={name}&cols=cnn,sputnik&row=x"));
        assert!(none.alone.is_empty() && none.all_rows.is_some());
    }
}
