//! Quoted words with a distance.

use crate::library::Library;

const TEXT: &str = "Raqqa saw an offensive. The offensive on the city of Raqqa began. \
    An offensive, they said, on Raqqa and offensives on Raqqa. Raqqa. Offensive.";

fn library() -> Library {
    Library::plain(&[("", TEXT)])
}

#[test]
fn the_shortest_stretches_with_all_words_are_found() {
    library().finds(&[
        // In any order and any form, in one sentence.
        ("\"raqqa offensive\"~0", &[]),
        ("\"offensive raqqa\"~1", &["0 2[Raqqa and offensives on Raqqa]"]),
        (
            "\"raqqa offensive\"~2",
            &["0 0[Raqqa saw an offensive] 2[Raqqa and offensives on Raqqa]"],
        ),
        (
            "“raqqa offensive”~3",
            &["0 0[Raqqa saw an offensive] 2[offensive, they said, on Raqqa and offensives on Raqqa]"],
        ),
        (
            "\"raqqa offensive\"~99999999999999999999",
            &["0 0[Raqqa saw an offensive] 1[offensive on the city of Raqqa] \
               2[offensive, they said, on Raqqa and offensives on Raqqa]"],
        ),
        // A word that is typed twice must stand twice.
        ("\"raqqa raqqa\"~3", &["0 2[Raqqa and offensives on Raqqa]"]),
        ("\"raqqa raqqa\"~2", &[]),
        ("-\"raqqa offensive\"~1", &[]),
    ]);
}

#[test]
fn the_distance_is_shown_back() {
    library().reads(&[
        (
            "\"raqqa offensive\"~5",
            "“raqqa offensive” in any order with at most 5 other words among them",
            &[],
        ),
        (
            "\"raqqa offensive\"~1",
            "“raqqa offensive” in any order with at most one other word among them",
            &[],
        ),
        (
            "\"raqqa\"~3",
            "“raqqa”",
            &["A single word has no distance; it is searched as a word."],
        ),
        (
            "\"the city\"~",
            "exactly “the city”",
            &["A “~” behind quoted words needs a number of words that may stand between them; it was \
               passed over."],
        ),
        (
            "\"raqqa offens*\"~3",
            "“raqqa offens*” in any order with at most 3 other words among them",
            &["A “*” beside a distance was passed over."],
        ),
    ]);
}
