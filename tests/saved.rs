//! Searches that are kept: what is written is read again, and no text in their place breaks anything.

use parallax::page::{MOST_SAVED, Saved};
use parallax::route::{Page, Route};
use proptest::prelude::*;

fn names(saved: &Saved) -> Vec<&str> {
    saved.list().iter().map(|s| s.name.as_str()).collect()
}

#[test]
fn kept_renamed_and_removed() {
    let mut saved = Saved::default();
    saved.put("", "#/search?q=raqqa").unwrap();
    saved.put("Mosul, by sentence", "#/search?q=mosul&show=sentences&page=3&more=actor").unwrap();
    assert_eq!(names(&saved), ["Mosul, by sentence", "raqqa"]);
    // The page of the results is no part of a search.
    assert_eq!(saved.list()[0].link, "#/search?q=mosul&show=sentences");
    assert!(saved.get("#/search?q=mosul&show=sentences&page=9").is_some());
    saved.put(" The \u{202e} city\n", "#/search?q=raqqa&page=2").unwrap();
    assert_eq!(names(&saved), ["Mosul, by sentence", "The city"]);
    assert_eq!(Saved::read(&saved.write()), Some(saved.clone()));
    assert!(saved.remove("#/search?q=raqqa"));
    assert!(!saved.remove("#/search?q=raqqa"));
    assert_eq!(names(&saved), ["Mosul, by sentence"]);
}

#[test]
fn only_searches_for_something_are_kept() {
    let mut saved = Saved::default();
    let long = format!("#/search?q={}", "a".repeat(9000));
    for link in [
        "",
        "#/",
        "#/search",
        "#/search?q=+",
        "#/actors/x",
        "javascript:alert(1)",
        "https://example.org/#/search?q=a",
        "#/search?q=a&colour=red",
        &long,
    ] {
        assert!(saved.put("name", link).is_err(), "{link}");
    }
    assert!(saved.list().is_empty());
    saved.put("only filters", "#/search?f=outlet:cnn").unwrap();
    saved.put("!!", "#/search?q=%22%22").unwrap();
    assert_eq!(names(&saved), ["search", "only filters"]);
}

#[test]
fn no_more_than_there_is_room_for() {
    let mut saved = Saved::default();
    for i in 0..MOST_SAVED {
        saved.put("", &format!("#/search?q=w{i}")).unwrap();
    }
    let full = saved.put("", "#/search?q=more").unwrap_err();
    assert!(full.contains("50 searches"), "{full}");
    // A new name needs no room.
    saved.put("first", "#/search?q=w0").unwrap();
    assert_eq!(saved.list().len(), MOST_SAVED);
    let mut text = saved.write();
    assert_eq!(Saved::read(&text), Some(saved.clone()));
    // Of too many in storage the newest are taken.
    let more: String = (0..30)
        .map(|i| format!("{{\"name\": \"n{i}\", \"link\": \"#/search?q=n{i}\"}},\n"))
        .collect();
    text = text.replacen("[\n", &format!("[\n{more}"), 1);
    let read = Saved::read(&text).expect("it is a list");
    assert_eq!(read.list().len(), MOST_SAVED);
    assert_eq!(read.list()[0].name, "n0");
    assert_eq!(read.list()[30].name, format!("w{}", MOST_SAVED - 1));
}

#[test]
fn what_is_no_search_is_passed_over() {
    let text = r##"{"format": "parallax-searches", "version": 7, "new": [1], "searches": [
        {"name": "good", "link": "#/search?q=good", "colour": "red"},
        {"name": 3, "link": "#/search?q=x"}, {"link": "#/search?q=x"}, 5, null,
        {"name": "script", "link": "javascript:alert(1)"},
        {"name": "again", "link": "#/search?q=good"},
        {"name": "<b>markup</b>", "link": "#/search?q=%3Cb%3E"}]}"##;
    let saved = Saved::read(text).expect("it is a list");
    assert_eq!(names(&saved), ["good", "<b>markup</b>"]);
    for text in [
        "",
        "{}",
        "[]",
        "null",
        "{\"format\": \"parallax-searches\"}",
        "{\"format\": \"parallax-corrections\", \"searches\": []}",
        "\u{0}",
        "{\"searches\": []}",
    ] {
        assert_eq!(Saved::read(text), None, "{text}");
    }
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(Saved::read(&nested), None);
    assert_eq!(Saved::read(&" ".repeat(2 << 20)), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read(items in proptest::collection::vec(("\\PC{0,140}", "\\PC{0,40}"), 0..9)) {
        let mut saved = Saved::default();
        for (name, query) in &items {
            let _ = saved.put(name, &Route::search(query).to_hash());
        }
        for s in saved.list() {
            prop_assert!(!s.name.is_empty() && s.name.chars().count() <= 120);
            let route = Route::parse(&s.link);
            prop_assert!(matches!(route.page, Page::Search(_)));
            prop_assert_eq!(route.to_hash(), s.link.clone());
        }
        prop_assert_eq!(Saved::read(&saved.write()), Some(saved));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}", at in 0usize..400, bit in "[\\[\\]{}\",:\\\\a0]{0,3}") {
        Saved::read(&text);
        let mut saved = Saved::default();
        saved.put("one", "#/search?q=one").unwrap();
        saved.put("two", "#/search?q=two&f=-outlet:cnn").unwrap();
        // A kept text with some damage.
        let mut kept = saved.write();
        let at = at.min(kept.len());
        if kept.is_char_boundary(at) {
            kept.insert_str(at, &bit);
        }
        if let Some(read) = Saved::read(&kept) {
            prop_assert!(read.list().len() <= 2);
        }
    }
}
