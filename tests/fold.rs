//! Normal forms of words.

use parallax::text::{fold, stem};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[test]
fn table() {
    for (text, folded) in [
        ("Daesh’s", "daesh's"),
        ("“Déjà vu”", "\"deja vu\""),
        ("E\u{301}cole", "ecole"),
        ("Łódź", "lodz"),
        ("Erdoğan", "erdogan"),
        ("İSTANBUL", "istanbul"),
        ("Straße", "strasse"),
        ("ﬁve", "five"),
        ("Ｎ７", "n7"),
        ("Зеленский", "зеленскии"),
        ("co\u{AD}operate", "cooperate"),
        ("Nguyễn", "nguyen"),
        ("Ærø", "aero"),
        ("مُحَمَّد", "محمد"),
        ("漢字かな한국", "漢字かな한국"),
        ("😀", "😀"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
    for (form, expected) in
        [("leaders", "leader"), ("fighting", "fight"), ("daesh's", "daesh"), ("'", "'")]
    {
        assert_eq!(stem(form), expected);
    }
}

/// Letters of Latin, Greek, Cyrillic and Arabic fold as Unicode's own tables say.
#[test]
fn agrees_with_unicode() {
    for code in (0xA0..0x250u32).chain(0x370..0x530).chain(0x620..0x700).chain(0x1E00..0x1F00) {
        let Some(c) = char::from_u32(code) else { continue };
        if !c.is_alphanumeric() || is_combining_mark(c) {
            continue;
        }
        let own = fold(&c.to_string());
        let plain: String = c.nfkd().filter(|c| !is_combining_mark(*c)).collect();
        let lower: String =
            plain.chars().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)).collect();
        // Letters that Unicode does not take apart (æ, ł …) are folded further.
        let expected = fold(&lower);
        assert_eq!(own, expected, "U+{code:04X} {c}");
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
