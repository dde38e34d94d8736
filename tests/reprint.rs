//! Texts that are printed twice.

use parallax::analysis::Analysis;
use parallax::claim::reprint::{OF_ARTICLES, OF_SENTENCES, Shingles, contained};
use parallax::compare::{reprints, statements};
use parallax::corpus::{Given, Source};
use parallax::ingest::{Block, BlockKind};
use parallax::page::{Body, TableView, view};
use parallax::route::Route;
use parallax::span::Span;
use parallax::text;
use proptest::prelude::*;

fn shingles(text: &str, width: usize) -> Shingles {
    let span = Span { start: 0, end: text.len() as u32 };
    let doc = text::analyse(text, &[Block { span, kind: BlockKind::Body, reason: String::new() }]);
    Shingles::of(&doc, 0..doc.tokens.len(), width)
}

const REPORT: &str = "Rescuers reached the village of Harlow on Tuesday after two days of heavy rain. \
    The bridge over the Tamar had been swept away, and 40 families were cut off. \
    “We had no light and no water,” said Mina Field, a teacher.";

fn analysis(texts: &[(&str, &str)]) -> Analysis {
    let sources = texts.iter().enumerate().map(|(i, (outlet, text))| Source {
        id: format!("t{i}"),
        text: (*text).into(),
        given: Given { outlet: Some((*outlet).to_owned()), ..Given::default() },
    });
    Analysis::of(sources.collect())
}

#[test]
fn sentences_worded_alike() {
    let own = "Rescuers reached the village of Harlow on Tuesday after two days of heavy rain.";
    for (other, expected) in [
        (own, true),
        ("RESCUERS reached the village of Harlow, on Tuesday, after two days of heavy rain", true),
        ("Rescuers reached the village of Harlow on Tuesday, an official said.", false),
        ("On Tuesday, after two days of rain, Harlow was reached by rescuers.", false),
        (
            "Police said that rescuers reached the village of Harlow on Tuesday after two days of heavy rain.",
            true,
        ),
        ("The village of Harlow", false),
        ("", false),
    ] {
        let [a, b] = [own, other].map(|text| shingles(text, OF_SENTENCES));
        assert_eq!(a.worded_alike(&b), expected, "{other}");
        assert_eq!(b.worded_alike(&a), expected, "{other}");
    }
}

#[test]
fn a_reprint_is_found_and_its_wording_counts_once() {
    let copy = format!("Agency report. {REPORT} The weather office expects more rain on Thursday.");
    let own = "Heavy rain: the village of Harlow was reached by rescuers on Tuesday. Mina Field, a teacher, \
               spoke of dark nights. Some 40 families were cut off when the bridge over the Tamar broke.";
    let analysis = analysis(&[("a", REPORT), ("b", &copy), ("c", own)]);
    let columns = [vec![0], vec![1], vec![2]];
    let found = reprints(&analysis, &columns);
    assert_eq!(found.iter().map(|r| (r.first, r.second)).collect::<Vec<_>>(), [(0, 1)]);
    assert!(found[0].share > 0.9, "{}", found[0].share);
    // In one column they are nobody's reprint.
    assert!(reprints(&analysis, &[vec![0, 1], vec![2]]).is_empty());
    let rows = statements(&analysis, &analysis.aligned(None), &columns);
    for row in rows.iter().filter(|r| !r.cells[0].is_empty() && !r.cells[1].is_empty()) {
        assert_eq!(row.alike, [[0, 1]]);
        assert_eq!(row.wordings(), row.columns() - 1);
    }
    assert!(rows.iter().any(|r| r.columns() == 3 && r.wordings() == 2), "{rows:?}");
    let Body::Compare(v) = view(&analysis, &Route::parse("#/compare?table=statements")).body else {
        panic!("it compares")
    };
    assert_eq!(v.notes.len(), 1);
    let TableView::Statements(rows) = v.table else { panic!("statements") };
    assert!(rows.iter().any(|r| r.reprinted == "the same words in a and b"), "{rows:?}");
}

#[test]
fn the_bundled_articles_are_no_reprints() {
    let Body::Compare(v) = view(&Analysis::bundled(), &Route::parse("#/compare")).body else {
        panic!("it compares")
    };
    assert_eq!(v.notes, [""; 0]);
}

proptest! {
    #[test]
    fn texts_that_hold_each_other_are_found(
        texts in proptest::collection::vec("([a-c]{1,2} ){0,12}", 0..8),
        least in 0.1f64..1.0,
    ) {
        let all: Vec<Shingles> = texts.iter().map(|text| shingles(text, OF_SENTENCES)).collect();
        let mut expected = Vec::new();
        for (i, a) in all.iter().enumerate() {
            for (j, b) in all.iter().enumerate().skip(i + 1) {
                let share = a.containment(b);
                if share >= least {
                    expected.push((i, j, share));
                }
            }
        }
        prop_assert_eq!(contained(&all.iter().collect::<Vec<_>>(), least), expected);
    }

    #[test]
    fn any_texts(a in "(\\PC{0,12} ?){0,12}", b in "([a-c]{1,2} ){0,20}", c in "([a-c]{1,2} ){0,20}") {
        for (x, y) in [(&a, &b), (&b, &c), (&a, &a), (&c, &c)] {
            for width in [OF_SENTENCES, OF_ARTICLES] {
                let [p, q] = [x, y].map(|text| shingles(text, width));
                let share = p.containment(&q);
                prop_assert!((0.0..=1.0).contains(&share));
                prop_assert_eq!(share, q.containment(&p));
                if x == y {
                    prop_assert_eq!(share, f64::from(u8::from(!p.is_empty())));
                }
            }
        }
    }
}
