//! Every example of the help is understood and finds something.

use crate::library::{Library, Text};
use parallax::entity::EntityType;
use parallax::search::HELP;

#[test]
fn every_example_finds_something() {
    let body = "An offensive on Raqqa began. “We liberated Raqqa,” Col. Ryan Dillon said. \
                The regime and ISIS left Aleppo. Islamic State, or Daesh, lost.";
    let text = |outlet, date| Text {
        headline: "Raqqa liberated",
        body,
        outlet,
        date,
        quotes: &[("Col. Ryan Dillon", "“We liberated Raqqa,”", true)],
        ..Text::default()
    };
    let library = Library::new(&[
        text(("cnn", "CNN"), "2017-03-15"),
        text(("alarabiya", "Al Arabiya"), "2017-09-21"),
    ])
    .with(&[
        ("isis", EntityType::Org, &["Islamic State", "ISIS", "Daesh"]),
        ("raqqa", EntityType::Loc, &["Raqqa"]),
        ("ryan-dillon", EntityType::Person, &["Ryan Dillon"]),
        ("government", EntityType::Org, &["Government", "regime"]),
    ]);
    for example in HELP {
        let answer = library.index.search(example.syntax, 10);
        assert!(answer.total > 0 && answer.suggestion.is_none(), "{}", example.syntax);
        assert!(!answer.understood.is_empty());
        let odd = ["passed over", "as words", "no part", "too common"];
        let faults = answer.notes.iter().filter(|n| odd.iter().any(|o| n.contains(o)));
        assert_eq!(faults.collect::<Vec<_>>(), [""; 0], "{}", example.syntax);
    }
}

#[test]
fn each_example_is_there_once_and_says_what_it_does() {
    for (i, example) in HELP.iter().enumerate() {
        assert!(!example.meaning.is_empty());
        assert!(HELP[..i].iter().all(|other| other.syntax != example.syntax));
    }
    // Every construct has a row.
    let all: String = HELP.iter().map(|e| e.syntax).collect::<Vec<_>>().join(" ");
    for part in [
        "AND",
        "OR",
        "(",
        "\"",
        " -",
        "*",
        "~",
        "\"~",
        "outlet:",
        "actor:",
        "label:",
        "speaker:",
        "place:",
        "type:",
        "date:",
        "..",
        ">",
        "in:headline",
        "in:quote",
    ] {
        assert!(all.contains(part), "{part}");
    }
}
