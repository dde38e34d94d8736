//! A kept index answers like the one that was kept.

use crate::library::{Library, Text, given};
use parallax::search::{Index, SUBJECT};

const QUERIES: [&str; 9] = [
    "harbour",
    "\"red fleet\" -storm",
    "hrabour",
    "fle*",
    "outlet:post date:2017-05",
    "in:quote back",
    "speaker:muller back",
    "\"fleet harbour\"~9",
    "harbour fleet storm dockers grain",
];

#[test]
fn a_kept_index_answers_alike() {
    let texts = [
        Text {
            headline: "Harbour reopens",
            body: "The Red Fleet left the harbour. “We won’t go back,” Captain Ilse Müller said.",
            outlet: ("post", "The Post"),
            date: "2017-05-02",
            quotes: &[("Captain Ilse Müller", "“We won’t go back,”", true)],
            ..Text::default()
        },
        Text { body: "Dockers wait; a storm hits the de-mined harbour.", ..Text::default() },
        Text { body: "Grain for the fleet, grain for the dockers.", ..Text::default() },
    ];
    let library = Library::new(&texts);
    let kept = library.index.save();
    let mut read = Index::load(&kept).expect("what was kept is read");
    let numbers = |index: &Index, query: &str| index.find(query, 10);
    // Words alone need nothing but what was kept.
    for query in ["harbour", "\"red fleet\"", "hrabour", "fle*", QUERIES[8]] {
        assert_eq!(numbers(&read, query), numbers(&library.index, query), "{query}");
    }
    assert!(QUERIES[8].split(' ').count() > SUBJECT);
    let (first, second) = (&library.articles[0], &library.articles[1]);
    assert!(!read.attach(1, given(&texts[0], first)), "it has other words");
    assert!(!read.attach(3, given(&texts[1], second)), "there are three");
    for (number, (of, made)) in texts.iter().zip(&library.articles).enumerate() {
        assert!(read.attach(number, given(of, made)));
    }
    for query in QUERIES {
        let answer = read.search(query, 10);
        assert!(answer.total > 0, "{query} finds nothing");
        assert_eq!(answer, library.index.search(query, 10), "{query}");
    }
    assert_eq!(read.save(), kept);
}

#[test]
fn other_bytes_are_refused() {
    for bytes in [&b""[..], b"PXI", b"PXI0....", b"PXI1\x05"] {
        assert!(Index::load(bytes).is_err());
    }
    assert!(Index::load(&Index::default().save()).is_ok_and(|index| index.is_empty()));
}
