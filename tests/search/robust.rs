//! Odd queries and odd texts: an answer, in time.

use super::{article, index};
use parallax::search::{About, Article, Index};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_has_an_answer(query in "\\PC{0,60}", text in "\\PC{0,200}") {
        let (mut index, _) = index(&[("Storm", "A storm hit the port.")]);
        let (text, doc) = article("", &text);
        index.add(Article { text: &text, doc: &doc, about: About::default() });
        index.commit();
        for answer in [index.search(&query, 10), index.search_words(&query, 10)] {
            for hit in &answer.hits {
                prop_assert!(hit.score.is_finite());
                for sentence in hit.sentences.iter().filter(|_| hit.article == 1) {
                    let place = doc.sentences[sentence.sentence].span;
                    for mark in &sentence.marks {
                        prop_assert!(place.covers(*mark) && !mark.of(&text).is_empty());
                    }
                    prop_assert!(sentence.marks.windows(2).all(|m| m[0].end <= m[1].start));
                }
            }
        }
    }

    #[test]
    fn operators_in_any_order_have_an_answer(
        tokens in prop::collection::vec(
            prop::sample::select(vec!["(", ")", "\"", "-", "AND", "OR", "NOT", "storm", "po*", "actor:", "de-mine"]),
            0..30,
        ),
    ) {
        let (index, _) = index(&[("Storm", "A storm hit the port."), ("", "Ports were de-mined.")]);
        for query in [tokens.join(" "), tokens.concat()] {
            let answer = index.search(&query, 10);
            prop_assert_eq!(answer.total, answer.hits.len());
        }
    }
}

#[test]
fn huge_queries_are_answered() {
    let (index, _) = index(&[("Storm", "A storm hit the port."), ("", "Rain.")]);
    let words: String = (0..20_000).map(|n| format!("word{n} ")).collect();
    for query in [
        "(".repeat(1 << 20),
        "\"".repeat(1 << 20),
        "-".repeat(1 << 20),
        "NOT ".repeat(1 << 18),
        "a OR ".repeat(1 << 18),
        "storm ".repeat(1 << 16),
        "(-".repeat(1 << 18),
        words.clone(),
        format!("\"{words}\""),
    ] {
        let _ = index.search(&query, 10);
        let _ = index.search_words(&query, 10);
    }
    assert_eq!(index.search(&"storm ".repeat(1 << 16), 10).hits.len(), 1);
    let answer = index.search(&words, 10);
    assert!(answer.notes.iter().any(|n| n.contains("very long")), "{:?}", answer.notes);
}

#[test]
fn nothing_is_found_in_nothing() {
    let mut index = Index::default();
    assert!(index.is_empty() && index.search("storm", 10).hits.is_empty());
    let (text, doc) = article("", "");
    index.add(Article { text: &text, doc: &doc, about: About::default() });
    index.commit();
    assert!(index.search("storm", 10).hits.is_empty());
    assert_eq!(index.search("-storm", 10).hits.len(), 1);
}
