//! Words that may be spelled otherwise.

use crate::library::Library;

fn library() -> Library {
    Library::plain(&[("", "Dillon spoke. Dylan left. Mosul, not Moscow. It is so. Dillons met.")])
}

#[test]
fn as_many_letters_may_differ_as_the_length_allows() {
    library().finds(&[
        ("dillion~", &["0 0[Dillon] 4[Dillons]"]),
        ("dillion~1", &["0 0[Dillon]"]),
        ("dillion~0", &[]),
        ("dillon~0", &["0 0[Dillon]"]),
        // Two neighbours swapped are one edit.
        ("moslu~", &["0 2[Mosul]"]),
        ("moslu~2", &["0 2[Mosul]"]),
        ("dylna~1", &["0 1[Dylan]"]),
        // Short words must be right.
        ("iz~", &[]),
        ("iz~1", &["0 3[It|is]"]),
        ("MOSOL~ -dillion~", &[]),
        ("mosol~ -dallion~1", &["0 2[Mosul]"]),
    ]);
}

#[test]
fn the_letters_are_shown_back() {
    library().reads(&[
        ("dillion~", "“dillion” give or take 2 letters", &[]),
        ("dylan~", "“dylan” give or take one letter", &[]),
        (
            "dillion~7",
            "“dillion” give or take 2 letters",
            &["Words are searched with at most 2 letters changed."],
        ),
        ("~", "", &[]),
        ("~2", "", &[]),
    ]);
}
