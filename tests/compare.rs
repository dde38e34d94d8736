//! The side-by-side over libraries that no one would choose: it explains itself and never fails.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::page::{self, Body, CompareView, FileKind, MarkClass, Piece, TableView, view};
use parallax::route::{CompareTable, Route};

fn library(texts: &[(&str, &str)]) -> Analysis {
    let sources = texts.iter().enumerate().map(|(i, (outlet, text))| Source {
        id: format!("t{i}"),
        text: (*text).into(),
        given: Given { outlet: Some((*outlet).to_owned()), ..Given::default() },
    });
    Analysis::of(sources.collect())
}

/// The page of each table, and its sheets.
fn tables(analysis: &Analysis, more: &str) -> Vec<CompareView> {
    let one = |table: CompareTable| {
        let route = Route::parse(&format!("#/compare?table={}{more}", table.name()));
        let shown = view(analysis, &route);
        for kind in [FileKind::Csv, FileKind::Json, FileKind::Markdown] {
            assert!(page::file(analysis, &route, &shown, kind).is_some(), "{}", route.to_hash());
        }
        match shown.body {
            Body::Compare(v) => *v,
            other => panic!("{} shows {other:?}", route.to_hash()),
        }
    };
    CompareTable::ALL.into_iter().map(one).collect()
}

const REPORT: &str =
    "Rescuers reached the village of Harlow on Tuesday. Mina Field said 40 families were cut off.";

#[test]
fn no_article_and_one() {
    for v in tables(&library(&[]), "") {
        assert_eq!(v.columns.len(), 0);
        assert!(
            v.notes.iter().any(|n| n.contains("no article in this library yet")),
            "{:?}",
            v.notes
        );
    }
    for v in tables(&library(&[("a", REPORT)]), "") {
        assert_eq!(v.columns.len(), 1);
        assert!(v.notes.iter().any(|n| n.contains("only one article here")), "{:?}", v.notes);
    }
}

#[test]
fn articles_of_one_outlet_stand_beside_each_other() {
    let analysis = library(&[
        ("a", REPORT),
        ("a", "Police closed the road to Harlow on Monday."),
        ("a", REPORT),
    ]);
    for v in tables(&analysis, "") {
        assert_eq!(v.columns.len(), 2);
        assert!(!v.addable.is_empty(), "the third can be added");
    }
}

#[test]
fn identical_articles_are_told_to_be_one_text() {
    let text =
        format!("{REPORT} The bridge over the Tamar had been swept away by the river at night.");
    for v in tables(&library(&[("a", &text), ("b", &text)]), "") {
        assert!(v.notes.iter().any(|n| n.contains("share 100 %")), "{:?}", v.notes);
    }
}

#[test]
fn articles_without_a_sentence_and_without_a_common_language() {
    for (other, expected) in
        [("", true), ("* * *", false), ("وصل رجال الإنقاذ إلى القرية يوم الثلاثاء.", false)]
    {
        for v in tables(&library(&[("a", REPORT), ("b", other)]), "") {
            assert_eq!(v.columns.len(), 2, "{other}");
            let told = v.notes.iter().any(|n| n == "No sentence was found in the article of “b”.");
            assert_eq!(told, expected, "{other:?}: {:?}", v.notes);
            // Nothing is shared, and nothing says so wrongly.
            let bands = v.columns.iter().flat_map(|c| &c.articles).flat_map(|a| &a.paragraphs);
            assert!(bands.flat_map(|p| &p.passages).all(|s| s.band.is_none()), "{other}");
        }
    }
}

#[test]
fn many_articles_of_one_outlet_against_one() {
    let texts: Vec<String> = (0..60)
        .map(|i| {
            format!(
                "Rescuers reached village number {i} on Tuesday. {} families were cut off.",
                i + 2
            )
        })
        .collect();
    let mut all: Vec<(&str, &str)> = texts.iter().map(|t| ("a", t.as_str())).collect();
    all.push(("b", REPORT));
    for v in tables(&library(&all), "") {
        assert_eq!(v.columns.len(), 2);
        assert_eq!(v.columns[0].articles.len(), 60);
    }
}

/// A sentence that reports two statements stands in both rows, each time with the part that does.
#[test]
fn a_sentence_of_two_statements() {
    let texts = [
        (
            "a",
            "Engineers reopened the flooded tunnel near Harlow on Monday, and the mayor will sell two \
             bridges over unpaid contracts, officials said.",
        ),
        ("b", "The flooded tunnel near Harlow was reopened by engineers on Monday."),
        ("c", "Over unpaid contracts the mayor will sell two bridges."),
    ];
    let analysis = library(&texts);
    let views = tables(&analysis, "");
    let rows = views.iter().find_map(|v| match &v.table {
        TableView::Statements(rows) => Some(rows),
        _ => None,
    });
    let rows = rows.expect("there is a table of statements");
    // What reports something else is set back.
    let text = |c: &parallax::page::StatementCell| -> String {
        let beside = |p: &Piece| p.marks.iter().any(|m| m.class == MarkClass::Beside);
        let told = c.line.pieces.iter().filter(|p| !beside(p)).map(|p| p.text.as_str());
        format!("{} | {} | {}", told.collect::<String>(), c.told, c.clauses.join("; "))
    };
    let first: Vec<String> = rows.iter().map(|r| r.cells[0].iter().map(text).collect()).collect();
    assert_eq!(
        first,
        [
            "Engineers reopened the flooded tunnel near Harlow on Monday | place: Harlow | Engineers – reopen – flooded tunnel",
            "the mayor will sell two bridges over unpaid contracts | planned | mayor – sell – two bridges",
        ]
    );
    assert_eq!(rows.iter().map(|r| r.found_in).collect::<Vec<_>>(), [2, 2]);
    // In the texts each part has its number.
    let passages = views[0].columns[0].articles.iter().flat_map(|a| &a.paragraphs);
    let bands: Vec<usize> = passages.flat_map(|p| &p.passages).filter_map(|p| p.band).collect();
    assert_eq!(bands, [1, 2]);
}
