//! Spellings of romanised names that find each other.

use crate::library::Library;
use parallax::entity::EntityType;

fn library() -> Library {
    let texts = [
        ("", "They reached Deir ez-Zor."),
        ("", "Raqqa was next. A rack stood there."),
        ("", "Khaled Mashaal spoke."),
        ("", "Harry Mason spoke."),
    ];
    Library::plain(&texts).with(&[
        ("deir-ez-zor", EntityType::Loc, &["Deir ez-Zor"]),
        ("raqqa", EntityType::Loc, &["Raqqa"]),
        ("khaled-mashaal", EntityType::Person, &["Khaled Mashaal"]),
        ("harry-mason", EntityType::Person, &["Harry Mason"]),
    ])
}

#[test]
fn spellings_of_a_name_find_each_other() {
    let library = library();
    for query in
        ["Deir Ezzor", "Dayr az-Zawr", "Deir al-Zour", "deir ezzour", "place:\"Dayr az-Zawr\""]
    {
        assert_eq!(library.shown(query), ["0 0[Deir ez-Zor]"], "{query}");
    }
    for query in ["Raqa", "Rakka", "ar-Raqqah", "raqqah", "actor:rakka"] {
        assert_eq!(library.shown(query), ["1 0[Raqqa]"], "{query}");
    }
    for query in ["Khalid Mashal", "khaled mashaal"] {
        assert_eq!(library.shown(query), ["2 0[Khaled Mashaal]"], "{query}");
    }
}

#[test]
fn a_note_says_so() {
    assert_eq!(library().index.search("as Raqqa", 10).notes.len(), 1);
    let answer = library().index.search("Raqa fell", 10);
    assert_eq!(
        answer.notes,
        [
            "“Raqa” is taken for a spelling of Raqqa, also searched.",
            "“Raqa” also finds Raqqa: other names of Raqqa.",
        ]
    );
    assert_eq!(answer.suggestion, None);
    assert_eq!(
        answer.understood,
        "any of “Raqa” (Raqqa under any name), “fell”, those with all first"
    );
}

#[test]
fn words_that_only_sound_alike_are_left_alone() {
    library().finds(&[
        // There is a rack.
        ("rack", &["1 1[rack]"]),
        // Small English words are no Arabic articles, though they look like them.
        ("as Raqqa fell", &["1 0[Raqqa]"]),
        ("an harry mason", &["3 0[Harry Mason]"]),
        // No romanised names.
        ("Hari Mesin", &[]),
        // Quotation marks ask for the words only.
        ("\"raqa\"", &["1 0[Raqqa]"]),
    ]);
}
