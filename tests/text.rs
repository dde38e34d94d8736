//! Tokens, sentences and folds: tables of cases and what must always hold.

use parallax::ingest::{Block, BlockKind};
use parallax::span::Span;
use parallax::text::{self, Document, TokenKind, fold, stem};
use proptest::prelude::*;

fn read(text: &str) -> Document {
    let block =
        Block { span: Span::new(0, text.len()), kind: BlockKind::Body, reason: "test".to_owned() };
    text::analyse(text, &[block])
}

/// The tokens of a text, parted by "|".
fn tokens(text: &str) -> String {
    let tokens: Vec<&str> = read(text).tokens.iter().map(|t| t.span.of(text)).collect();
    tokens.join("|")
}

/// The sentences of a text, parted by " / ".
fn sentences(text: &str) -> String {
    let all: Vec<&str> = read(text).sentences.iter().map(|s| s.span.of(text)).collect();
    all.join(" / ")
}

#[test]
fn tokens_of_words_numbers_and_marks() {
    for (text, expected) in [
        ("Plain words, here.", "Plain|words|,|here|."),
        ("the al-Zor road", "the|al-Zor|road"),
        ("US-led, ISIS-held", "US-led|,|ISIS-held"),
        ("Syria's and Syria’s", "Syria's|and|Syria’s"),
        ("don't o'clock Qur'an", "don't|o'clock|Qur'an"),
        ("the rebels' camp", "the|rebels|'|camp"),
        ("U.S.-backed U.S. forces", "U.S.-backed|U.S.|forces"),
        ("at 5 a.m. today", "at|5|a.m.|today"),
        ("1,200 men, 3.5 percent", "1,200|men|,|3.5|percent"),
        ("the 20th and 16-year-old", "the|20th|and|16-year-old"),
        ("AT&T and R&D", "AT&T|and|R&D"),
        ("(SDF) [Daesh]’s", "(|SDF|)|[|Daesh|]|’|s"),
        ("wait... what?!", "wait|...|what|?|!"),
        ("a -- b — c", "a|--|b|—|c"),
        ("US$40 or 5%", "US|$|40|or|5|%"),
        ("naïve café Türkiye", "naïve|café|Türkiye"),
        ("x\u{200b}y", "x\u{200b}y"),
        ("ok 👍🏽 fine", "ok|👍|🏽|fine"),
        ("", ""),
        (" \u{a0}\n ", ""),
    ] {
        assert_eq!(tokens(text), expected, "{text}");
    }
}

#[test]
fn kinds_of_tokens() {
    let text = "Ana 20th , $";
    let kinds: Vec<TokenKind> = read(text).tokens.iter().map(|t| t.kind).collect();
    assert_eq!(kinds, [TokenKind::Word, TokenKind::Number, TokenKind::Punct, TokenKind::Symbol]);
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    for (text, expected) in [
        ("One came. Two left.", "One came. / Two left."),
        ("Is it? Yes! Good.", "Is it? / Yes! / Good."),
        ("“It ends.” He left.", "“It ends.” / He left."),
        ("\"It ends.\" He left.", "\"It ends.\" / He left."),
        ("Lt. Gen. Omar Tell spoke to Mr. Kobo.", "Lt. Gen. Omar Tell spoke to Mr. Kobo."),
        ("George W. Lund came.", "George W. Lund came."),
        (
            "The U.S. Army left. The U.S. They stayed.",
            "The U.S. Army left. / The U.S. / They stayed.",
        ),
        ("It grew 3.5 percent. Then it fell.", "It grew 3.5 percent. / Then it fell."),
        ("He came at 5 p.m. on Monday.", "He came at 5 p.m. on Monday."),
        ("A headline\n\nA body line.", "A headline / A body line."),
        ("They left.Later they came back.", "They left. / Later they came back."),
        ("see example.com now", "see example.com now"),
        ("He said no… They left.", "He said no… / They left."),
        ("(It was so.) It ended.", "(It was so.) / It ended."),
        ("Acme Inc. is here.", "Acme Inc. is here."),
        ("On Sept. 9 it began.", "On Sept. 9 it began."),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}

#[test]
fn folds_and_stems() {
    for (text, expected) in [
        ("Raqqa", "raqqa"),
        ("SYRIA’S", "syria's"),
        ("Türkiye", "turkiye"),
        ("Łódź", "lodz"),
        ("co\u{00AD}operate", "cooperate"),
        ("zero\u{200b}width", "zerowidth"),
        ("al\u{2010}Zor", "al-zor"),
        ("“quoted”", "\"quoted\""),
        ("Straße", "strasse"),
    ] {
        assert_eq!(fold(text), expected);
    }
    for (form, expected) in
        [("running", "run"), ("syria's", "syria"), ("forces", "forc"), ("'s", "'s")]
    {
        assert_eq!(stem(form), expected);
    }
}

#[test]
fn only_coverage_is_read() {
    let text = "A headline\nA reader: nonsense\nThe body.";
    let block = |start: usize, end: usize, kind| Block {
        span: Span::new(start, end),
        kind,
        reason: String::new(),
    };
    let doc = text::analyse(
        text,
        &[
            block(0, 10, BlockKind::Headline),
            block(11, 29, BlockKind::Comment),
            block(30, 39, BlockKind::Body),
        ],
    );
    let read: Vec<&str> = doc.sentences.iter().map(|s| s.span.of(text)).collect();
    assert_eq!(read, ["A headline", "The body."]);
    assert_eq!(doc.sentence_at(31), Some(1));
    assert_eq!(doc.sentence_at(15), None);
    assert_eq!(doc.tokens_in(Span::new(30, 38)).len(), 2);
}

#[test]
fn long_lines_cost_in_proportion() {
    // A quadratic step would take minutes here.
    for unit in ["\"", "(", "word ", "U.S.", "a.b.", "-", "é’", "1,", "1.5:"] {
        let text = unit.repeat(300_000 / unit.len());
        let doc = read(&text);
        assert!(!doc.tokens.is_empty(), "{unit}");
    }
}

proptest! {
    #[test]
    fn tokens_hold_every_character(text in any::<String>()) {
        let doc = read(&text);
        let mut at = 0;
        for token in &doc.tokens {
            let gap = text.get(at..token.span.start as usize);
            prop_assert!(gap.is_some_and(|g| g.chars().all(char::is_whitespace)));
            prop_assert!(text.get(token.span.range()).is_some_and(|t| !t.is_empty()));
            prop_assert!((token.word as usize) < doc.words.len());
            at = token.span.end as usize;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
        let mut next = 0;
        for s in &doc.sentences {
            prop_assert_eq!(s.tokens.start, next);
            prop_assert!(s.tokens.end > s.tokens.start);
            next = s.tokens.end;
        }
        prop_assert_eq!(next, doc.tokens.len());
    }

    #[test]
    fn folding_twice_changes_nothing(text in "[a-zA-ZÀ-ž'’\\- ]{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
