//! *Did you mean*.

use crate::library::{Library, Text};
use parallax::entity::EntityType;
use parallax::search::Suggestion;

fn library() -> Library {
    Library::new(&[
        Text {
            headline: "Dillon speaks",
            body: "Dillon and Dillon spoke of Mosul. “Mosul is near,” Dillon said.",
            outlet: ("cnn", "CNN"),
            quotes: &[("Dillon", "“Mosul is near,”", true)],
            ..Text::default()
        },
        Text { body: "Dullon left in 2017. The city of Moscow, the end.", ..Text::default() },
    ])
    .with(&[("dillon", EntityType::Person, &["Dillon"])])
}

#[test]
fn words_that_occur_nowhere_are_taken_for_others() {
    let library = library();
    // What is asked, what is answered.
    let table = [
        // The fewest edits, then the most frequent.
        ("dillion", "dillon"),
        ("Dellon", "Dillon"),
        ("mosulu", "mosul"),
        ("\"dillion spoke\"", "\"dillon spoke\""),
        ("\"dillion mosul\"~5", "\"dillon mosul\"~5"),
        ("dillion AND (mosku OR mosulu)", "dillon AND (mosku OR mosul)"),
        ("actor:dillion", "actor:dillon"),
        ("label:dilllon", "label:dillon"),
        ("speaker:dellon", "speaker:dillon"),
        ("outlet:cnn AND dillion", "outlet:cnn AND dillon"),
        ("in:headline dillion -moscow", "in:headline dillon -moscow"),
    ];
    for (asked, answered) in table {
        let answer = library.index.search(asked, 10);
        let suggestion = answer.suggestion.clone().unwrap_or_else(|| panic!("{asked}"));
        assert_eq!(suggestion.query, answered, "{asked}");
        assert_eq!(answer.notes[0], format!("Nothing found for “{asked}”; showing “{answered}”."));
        let direct = library.index.search(answered, 10);
        assert!(direct.total > 0 && direct.suggestion.is_none());
        assert_eq!((&answer.hits, answer.total), (&direct.hits, direct.total), "{asked}");
        assert_eq!(answer.understood, direct.understood);
    }
    let answer = library.index.search("dillion spoek", 10);
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let expected = Suggestion {
        query: "dillon spoke".to_owned(),
        replaced: vec![pair("dillion", "dillon"), pair("spoek", "spoke")],
    };
    assert_eq!(answer.suggestion, Some(expected));
}

#[test]
fn nothing_is_taken_for_another_word_where_that_would_be_wrong() {
    let library = library();
    for query in [
        // Something is found.
        "dillon",
        "dillion OR moscow",
        "dillion~",
        // All words occur.
        "moscow AND dillon",
        // Another number is another thing; short words have too many neighbours.
        "2018",
        "om",
        // Nothing is near, or nothing but a function word.
        "xylophone",
        "teh",
        // What is excluded does not stand in the way.
        "-dillion",
        // Nothing is found with it either.
        "dullon AND dillion",
        "",
    ] {
        assert_eq!(library.index.search(query, 10).suggestion, None, "{query}");
    }
}
