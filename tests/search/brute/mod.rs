//! Answers equal those of a slow scan that follows the query language's own words, and removing
//! equals never having added.

mod asked;
mod corpus;
mod scan;

use asked::Asked;
use corpus::{Article, corpus};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What is found in one article: its number, the sentences with matches, the positions marked.
type Found = (usize, BTreeSet<usize>, BTreeSet<usize>);

fn expected(corpus: &[Article], asked: &Asked) -> Vec<Found> {
    let of = |(number, article): (usize, &Article)| {
        let (marked, matches) = scan::scan(asked, article);
        let words = article.words();
        let sentences = marked.iter().map(|p| words[*p].sentence).collect();
        matches.then_some((number, sentences, marked))
    };
    corpus.iter().enumerate().filter_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 1500,
        ..ProptestConfig::default()
    })]

    #[test]
    fn equal_to_a_slow_scan(corpus in corpus(), asked in asked::asked()) {
        let (index, made) = corpus::index(&corpus);
        let answer = index.search(&asked.typed(), 100);
        let expected = expected(&corpus, &asked);
        if answer.suggestion.is_some() {
            // Another query is answered only where this one finds nothing.
            prop_assert_eq!(expected, vec![], "{}", asked.typed());
            return Ok(());
        }
        let mut found: Vec<Found> = answer
            .hits
            .iter()
            .filter(|hit| hit.article < corpus.len())
            .map(|hit| {
                let marks = hit.sentences.iter().flat_map(|s| s.marks.iter().copied());
                let marked = marks.flat_map(|m| made[hit.article].positions(m)).collect();
                let sentences = hit.sentences.iter().map(|s| s.sentence).collect();
                (hit.article, sentences, marked)
            })
            .collect();
        found.sort();
        prop_assert_eq!(found, expected, "{}", asked.typed());
        prop_assert!(answer.hits.iter().all(|h| h.score > 0.0 && !h.why.is_empty()));
        prop_assert!(answer.hits.windows(2).all(|h| h[0].score >= h[1].score));
    }

    #[test]
    fn removing_is_never_having_added(
        corpus in corpus(),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        asked in asked::asked(),
    ) {
        let (mut index, _) = corpus::index(&corpus);
        let mut left = corpus.clone();
        for gone in &gone {
            if !left.is_empty() {
                let number = gone.index(left.len());
                left.remove(number);
                prop_assert!(index.remove(number));
            }
        }
        let (fresh, _) = corpus::index(&left);
        let typed = asked.typed();
        prop_assert_eq!(index.search(&typed, 100), fresh.search(&typed, 100), "{}", typed);
        // What is added later is found as well.
        let text = crate::library::Text { body: "A newcomer.", ..Default::default() };
        let number = crate::library::add(&mut index, &text, &crate::library::made(&text));
        prop_assert_eq!(number, left.len() + corpus::KNOWN);
        prop_assert!(index.search("newcomers", 100).hits.iter().any(|h| h.article == number));
    }
}
