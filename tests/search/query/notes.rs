//! Notes are few, each once, and quote little.

use crate::library::harbour;

#[test]
fn many_faults_make_few_notes() {
    let library = harbour();
    let odd: String = ('a'..='z').map(|c| format!("{c}{c}:ships ")).collect();
    let notes = library.index.search(&odd, 10).notes;
    assert_eq!(notes.len(), 9, "{notes:?}");
    assert_eq!(notes[8], "More of the query was passed over or taken for words.");
    let notes = library.index.search("ships) ships) ships)", 10).notes;
    assert_eq!(notes, ["A closing bracket without an opening one was passed over."]);
}

#[test]
fn long_values_are_quoted_in_part() {
    let notes = harbour().index.search(&format!("outlet:{}", "x".repeat(1000)), 10).notes;
    let expected =
        format!("No outlet here is called “{}…”; it is searched as words.", "x".repeat(60));
    assert_eq!(notes, [expected]);
}

#[test]
fn only_so_many_fields_and_words_are_read() {
    let library = harbour();
    let has = |query: &str, words: &str| {
        let notes = library.index.search(query, 10).notes;
        assert!(notes.iter().any(|n| n.contains(words)), "{notes:?}");
    };
    has(&"in:headline ".repeat(65), "its first 64 fields");
    let words: String = (0..300).map(|n| format!("ships{n} ")).collect();
    has(&words, "its first 256 different words");
    assert!(library.index.search(&"in:headline ".repeat(64), 10).notes.is_empty());
}
