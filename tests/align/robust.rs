//! Any text: every sentence in a statement, in time, always in the same order.

use super::{Prepared, aligned};
use parallax::claim::align::THRESHOLD;
use parallax::claim::similar::similarity;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "siege", "siege.", "Elsin", "three", "years", "broke", "the", "of", "port.", "40",
        "percent", "\u{201C}", "(", "\n\n",
    ]);
    prop_oneof![prop::collection::vec(word, 0..40).prop_map(|w| w.join(" ")), "\\PC{0,80}",]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_is_in_a_statement(texts in prop::collection::vec((text(), 0..3usize), 0..5)) {
        let articles: Vec<Prepared> =
            texts.iter().map(|(t, _)| Prepared::body(t, &[&["Elsin"]])).collect();
        let outlets: Vec<usize> = texts.iter().map(|(_, o)| *o).collect();
        let statements = aligned(&articles, &outlets, THRESHOLD);
        let mut seen: Vec<(usize, usize)> = statements
            .iter()
            .flat_map(|s| s.sentences.iter().map(|r| (r.article, r.sentence)))
            .collect();
        seen.sort_unstable();
        // In several only where it is shared, and none stands alone beside that.
        for alone in statements.iter().filter(|s| s.sentences.len() == 1) {
            let at = (alone.sentences[0].article, alone.sentences[0].sentence);
            prop_assert_eq!(seen.iter().filter(|s| **s == at).count(), 1);
        }
        seen.dedup();
        let all: Vec<(usize, usize)> = articles
            .iter()
            .enumerate()
            .flat_map(|(a, p)| (0..p.doc.sentences.len()).map(move |s| (a, s)))
            .collect();
        prop_assert_eq!(seen, all);
        prop_assert_eq!(&statements, &aligned(&articles, &outlets, THRESHOLD));
        for link in statements.iter().flat_map(|s| &s.links) {
            prop_assert_ne!(outlets[link.pair.0.article], outlets[link.pair.1.article]);
        }
    }

    #[test]
    fn similarity_is_symmetric_and_bounded(a in text(), b in text()) {
        let score = similarity(&a, &b);
        prop_assert_eq!(score, similarity(&b, &a));
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!((similarity(&a, &a) - 1.0).abs() < 1e-9 || similarity(&a, &a) == 1.0);
    }
}

#[test]
fn similarity_orders_pairs_as_a_reader_would() {
    let base = "Rebels seize the port of Elsin after three weeks";
    let ordered = [
        "Rebels seize the port of Elsin after three weeks",
        "Insurgents captured Elsin's port after 3 weeks",
        "Rebels leave the port of Elsin",
        "Rebels talk of peace in Varna",
        "Wheat prices are rising",
    ];
    let scores: Vec<f64> = ordered.iter().map(|o| similarity(base, o)).collect();
    assert!(scores.windows(2).all(|s| s[0] > s[1]), "{scores:?}");
    assert_eq!(similarity(base, "Wheat prices are rising"), 0.0);
    // Order of words does not count; a negation does.
    assert_eq!(similarity("Dockers met sailors", "Sailors met dockers"), 1.0);
    assert!(
        similarity("Elsin fell", "Elsin has not fallen")
            < similarity("Elsin fell", "Elsin has fallen")
    );
}

#[test]
fn what_one_event_has_only_once_tells_events_apart() {
    let base = "Nine sailors die as Kenyan ferry sinks on Monday, officials say";
    for (same, other) in [
        // Another land; its name, people and capital are one.
        (
            "Nine sailors die as Kenya ferry sinks on Monday",
            "Nine sailors die as Malawi ferry sinks on Monday",
        ),
        (
            "Nine sailors die as ferry sinks off Nairobi",
            "Nine sailors die as ferry sinks off Lisbon",
        ),
        // Another figure, another day.
        ("9 sailors die as Kenyan ferry sinks", "8 sailors die as Kenyan ferry sinks"),
        ("Sailors die as ferry sinks on Monday", "Sailors die as ferry sinks on Friday"),
    ] {
        let (same, other) = (similarity(base, same), similarity(base, other));
        assert!(same > 1.1 * other && other > 0.0, "{same} {other}");
    }
    // Opposites count for more than two words that have nothing to do with each other.
    let higher = "Shares in Elsin close higher";
    let (lower, calmer) = ("Shares in Elsin close lower", "Shares in Elsin close calmer");
    assert!(similarity(higher, lower) < similarity(higher, calmer));
    // A pronoun is no country.
    let lisbon = "Lisbon sailors told nothing new today";
    let pronoun = similarity(lisbon, "Sailors told us nothing new today");
    let country = similarity(lisbon, "Sailors told US nothing new today");
    assert!(pronoun > 1.1 * country, "{pronoun} {country}");
}

#[test]
fn long_lines_and_many_marks_take_their_time_and_no_more() {
    let words: String = (0..20_000).map(|n| format!("word{n} ")).collect();
    for text in ["(".repeat(1 << 17), "\"".repeat(1 << 17), "siege ".repeat(1 << 15), words] {
        let articles = [Prepared::body(&text, &[]), Prepared::body(&text, &[])];
        let statements = aligned(&articles, &[0, 1], THRESHOLD);
        let sentences: usize = articles.iter().map(|a| a.doc.sentences.len()).sum();
        assert_eq!(statements.iter().map(|s| s.sentences.len()).sum::<usize>(), sentences);
        assert_eq!(similarity(&text, &text), 1.0);
    }
}

/// One text in many articles: more than are compared with each, so that they do not all go together; still
/// each sentence is in a few statements, not in one for each pair.
#[test]
fn one_text_in_many_articles() {
    let text =
        "The Varna Front seized the harbour of Elsin. Rain fell over three villages in the hills.";
    let articles: Vec<Prepared> = (0..120).map(|_| Prepared::body(text, &[&["Elsin"]])).collect();
    let outlets: Vec<usize> = (0..articles.len()).collect();
    let statements = aligned(&articles, &outlets, THRESHOLD);
    for (article, sentence) in [(0, 0), (60, 0), (119, 1)] {
        let holds = |s: &&parallax::claim::align::Statement| {
            s.sentences.iter().any(|r| (r.article, r.sentence) == (article, sentence))
        };
        let held: Vec<usize> = statements.iter().filter(holds).map(|s| s.sentences.len()).collect();
        assert!((1..=6).contains(&held.len()), "{held:?}");
        assert!(held.iter().all(|n| *n > 1), "{held:?}");
    }
}
