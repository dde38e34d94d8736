//! The timeline of columns: which sentences tell which time.

use parallax::analysis::Analysis;
use parallax::claim::time::extent;
use parallax::compare::timeline;
use parallax::corpus::{Given, Source};
use parallax::ingest::PartialDate;
use std::cmp::Ordering;

fn article(id: &str, date: Option<&str>, text: &str) -> Source {
    let given = Given { date: date.map(str::to_owned), ..Given::default() };
    Source { id: id.to_owned(), text: text.into(), given }
}

/// A year that is left open, as it is written.
fn open_year() -> String {
    PartialDate::default().to_string()
}

/// Each row as `first/last | cells`, an open year as `*`, a cell as the numbers of its sentences with a mark for before
/// (<), around (=) or after (>) publication.
fn rows(sources: Vec<Source>, columns: &[Vec<usize>]) -> Vec<String> {
    let analysis = Analysis::of(sources);
    let moments = timeline(&analysis, columns);
    let cell = |cell: &Vec<parallax::compare::Told>| {
        let told = cell.iter().map(|t| {
            let mark = match t.beside_publication {
                Some(Ordering::Less) => "<",
                Some(Ordering::Equal) => "=",
                Some(Ordering::Greater) => ">",
                None => "?",
            };
            format!("{}.{}{mark}", t.sentence.article, t.sentence.sentence)
        });
        told.collect::<Vec<_>>().join(" ")
    };
    let row = |m: &parallax::compare::Moment| {
        let cells = m.cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
        if m.extent.first == m.extent.last {
            format!("{} | {cells}", m.extent.first)
        } else {
            format!("{}/{} | {cells}", m.extent.first, m.extent.last)
        }
    };
    moments.iter().map(|m| row(m).replace(&open_year(), "*")).collect()
}

#[test]
fn values_reach_from_one_date_to_another() {
    for (value, expected) in [
        ("2017-03-10", "2017-03-10 2017-03-10"),
        ("2017-03-10TNI", "2017-03-10 2017-03-10"),
        ("2017-03-10T18:30", "2017-03-10 2017-03-10"),
        ("2017-03", "2017-03 2017-03"),
        ("2017", "2017 2017"),
        ("199", "1990 1999"),
        ("18", "1800 1899"),
        ("2017-W11", "2017-03-13 2017-03-19"),
        ("2016-W53", "2017-01-02 2017-01-08"),
        ("2017-W11-WE", "2017-03-18 2017-03-19"),
        ("2016-Q3", "2016-07 2016-09"),
        ("2016-H1", "2016-01 2016-06"),
        ("2016-SU", "2016-06 2016-08"),
        ("2016-WI", "2016-12 2017-02"),
        ("2011/2013", "2011 2013"),
        ("2017-Q1/2017-Q3", "2017-01 2017-09"),
        ("*-09-09", "*-09-09 *-09-09"),
    ] {
        let found = extent(&value.replace('*', &open_year()));
        let found = found.map(|e| format!("{} {}", e.first, e.last).replace(&open_year(), "*"));
        assert_eq!(found.as_deref(), Some(expected), "of {value}");
    }
    for value in [
        "",
        "P3D",
        "T18:00",
        "PAST_REF",
        "PRESENT_REF",
        "FUTURE_REF",
        "*-WXX-3",
        "/",
        "2017-",
        "-",
        "2017-W99",
        "é",
        "20é",
        "9999-12-31/",
    ] {
        let value = value.replace('*', &open_year());
        assert_eq!(extent(&value), None, "of {value:?}");
    }
}

#[test]
fn rows_are_times_and_cells_are_sentences() {
    let sources = vec![
        article(
            "a",
            Some("2017-03-15"),
            "The dam broke on Friday. On March 10 the town was flooded, and by Friday night it was empty. \
             It was built in 1990. Repairs begin in May 2017 and end in 2019.",
        ),
        article(
            "b",
            Some("2017-03-16"),
            "The dam of 1990 broke on 10 March 2017. It had been checked in the spring of 2016. \
             It happened at 6 p.m.",
        ),
        article("c", None, "The dam broke on Friday. Another broke on 9 September."),
    ];
    assert_eq!(
        rows(sources, &[vec![0], vec![1, 2]]),
        [
            "1990 | 0.2< | 1.0<",
            "2016-03/2016-05 |  | 1.1<",
            "2017-03-10 | 0.0< 0.1< | 1.0<",
            "2017-05 | 0.3> | ",
            "2019 | 0.3> | ",
            "*-09-09 |  | 2.1?",
        ]
    );
}

#[test]
fn a_longer_time_that_holds_publication_is_around_it() {
    let text = "This week and in March 2017 it rained. It rained in 2017 and in the 2010s. It will rain in 2017-04.";
    assert_eq!(
        rows(vec![article("a", Some("2017-03-15"), text)], &[vec![0]]),
        [
            "2010/2019 | 0.1=",
            "2017 | 0.1=",
            "2017-03 | 0.0=",
            "2017-03-13/2017-03-19 | 0.0=",
            "2017-04 | 0.2>",
        ]
    );
}

#[test]
fn no_columns_and_articles_of_no_column() {
    let one = || vec![article("a", Some("2017-03-15"), "It fell on Monday.")];
    assert_eq!(rows(one(), &[]), Vec::<String>::new());
    assert_eq!(rows(one(), &[Vec::new(), vec![7]]), Vec::<String>::new());
    assert_eq!(rows(Vec::new(), &[vec![0]]), Vec::<String>::new());
}
