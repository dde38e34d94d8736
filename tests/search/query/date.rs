//! Dates as conditions.

use crate::library::{Library, Text};
use parallax::ingest::PartialDate;

/// A day of a year that is not told, as it is written.
fn open_year() -> String {
    let date = PartialDate { year: None, month: Some(3), day: Some(15) };
    date.to_string()
}

fn library() -> Library {
    let dates = ["2017-09-20", "2017-03", "2017", "2016-12-31", "", "2017-03-15", &open_year()];
    let texts = dates.map(|date| Text { body: "Ships.", date, ..Text::default() });
    Library::new(&texts)
}

#[test]
fn all_that_is_known_of_a_date_must_be_meant() {
    let library = library();
    let table: &[(&str, &[usize])] = &[
        ("date:2017", &[0, 1, 2, 5]),
        ("date:2017-09", &[0]),
        ("date:2017-09-20", &[0]),
        ("date:\"2017-09-20\"", &[0]),
        ("date:2017-03", &[1, 5]),
        ("date:2017-03-15", &[5]),
        ("date:>2017-03-15", &[0]),
        ("date:>=2017-03-15", &[0, 5]),
        ("date:>2017-03", &[0]),
        ("date:>=2017-03", &[0, 1, 5]),
        ("date:<2017", &[3]),
        ("date:<=2017", &[0, 1, 2, 3, 5]),
        ("date:<2017-03-15", &[3]),
        ("date:<=2017-03-31", &[1, 3, 5]),
        ("date:2016-12..2017-03", &[1, 3, 5]),
        ("date:2017-03..2017-09", &[0, 1, 5]),
        ("date:2017-03..", &[0, 1, 5]),
        ("date:..2017-03-15", &[3, 5]),
        ("date:2017-09..2017-03", &[0, 1, 5]),
        ("date:2016|2017-09", &[0, 3]),
        ("-date:2017", &[3, 4, 6]),
        ("ships date:2016", &[3]),
        ("mice date:2016", &[]),
        ("date:>2017-01 -date:2017-09", &[1, 5]),
    ];
    for (query, expected) in table {
        let hits = library.index.search(query, 100).hits;
        let mut found: Vec<usize> = hits.iter().map(|h| h.article).collect();
        found.sort();
        assert_eq!(found, *expected, "{query}");
    }
}

#[test]
fn dates_are_shown_back() {
    const UNDATED: &str = "2 articles have no known date; no date finds them.";
    library().reads(&[
        ("date:2017-09", "articles dated 2017-09", &[UNDATED]),
        ("date:>2017-03-15", "articles dated from 2017-03-16 on", &[UNDATED]),
        ("date:<=2017", "articles dated until 2017-12-31", &[UNDATED]),
        ("date:2017-03..2017-09", "articles dated from 2017-03-01 to 2017-09-30", &[UNDATED]),
        (
            "date:2017-09..2017-03",
            "articles dated from 2017-03-01 to 2017-09-30",
            &["“2017-09..2017-03” ends before it begins; it was turned round.", UNDATED],
        ),
    ]);
}

#[test]
fn what_is_no_date_is_searched_as_words() {
    let library = library();
    for odd in
        ["yesterday", "2017-13", "2017-02-30", "17-09", ">>2017", "2017..x", &open_year(), "2017-9"]
    {
        let answer = library.index.search(&format!("date:{odd}"), 10);
        let note =
            format!("“{odd}” is no date (2017, 2017-09 or 2017-09-20); it is searched as words.");
        assert_eq!(answer.notes, [note]);
    }
    for dash in ["\u{2010}", "\u{2013}", "\u{2212}"] {
        assert_eq!(library.index.search(&format!("date:2017{dash}09"), 10).total, 1);
    }
}
