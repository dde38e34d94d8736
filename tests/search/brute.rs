//! Answers equal those of a slow scan, and removing equals never having added.

use super::index;
use parallax::search::{About, Article, Index};
use parallax::text::{Document, stem};
use proptest::prelude::*;
use std::collections::BTreeSet;

const WORDS: [&str; 7] = ["port", "ports", "storm", "Elsin", "de-mine", "fleet", "the"];

/// Queries as the slow scan understands them.
#[derive(Clone, Debug)]
enum Query {
    Word(usize),
    Phrase(usize, usize),
    Prefix(usize, usize),
    And(Box<Query>, Box<Query>),
    Or(Box<Query>, Box<Query>),
    Not(Box<Query>),
}

impl Query {
    fn typed(&self) -> String {
        match self {
            Self::Word(w) => WORDS[*w].to_owned(),
            Self::Phrase(a, b) => format!("\"{} {}\"", WORDS[*a], WORDS[*b]),
            Self::Prefix(w, n) => format!("{}*", &WORDS[*w][..*n]),
            Self::And(a, b) => format!("({} AND {})", a.typed(), b.typed()),
            Self::Or(a, b) => format!("({} OR {})", a.typed(), b.typed()),
            Self::Not(a) => format!("NOT {}", a.typed()),
        }
    }

    /// The sentences of an article with a match of what is looked for, and whether it matches.
    fn scan(&self, sentences: &[Vec<String>], positive: bool) -> (BTreeSet<usize>, bool) {
        let find = |hit: &dyn Fn(&[String]) -> bool| {
            let all: BTreeSet<usize> =
                (0..sentences.len()).filter(|s| hit(&sentences[*s])).collect();
            let any = !all.is_empty();
            (if positive { all } else { BTreeSet::new() }, any)
        };
        match self {
            Self::Word(w) => {
                let wanted: Vec<String> = parts(WORDS[*w]).iter().map(|p| stem(p)).collect();
                find(&|s| {
                    let stems: Vec<String> = s.iter().map(|p| stem(p)).collect();
                    stems.windows(wanted.len()).any(|w| w == wanted)
                })
            }
            Self::Phrase(a, b) => {
                let wanted = [parts(WORDS[*a]), parts(WORDS[*b])].concat();
                find(&|s| s.windows(wanted.len()).any(|w| w == wanted))
            }
            Self::Prefix(w, n) => {
                let start = WORDS[*w][..*n].to_lowercase();
                find(&|s| {
                    let joined = s.windows(2).any(|w| w == ["de", "mine"]);
                    s.iter().any(|p| p.starts_with(&start))
                        || (joined && "demine".starts_with(&start))
                })
            }
            Self::And(a, b) => {
                let (a, b) = (a.scan(sentences, positive), b.scan(sentences, positive));
                (a.0.union(&b.0).copied().collect(), a.1 && b.1)
            }
            Self::Or(a, b) => {
                let (a, b) = (a.scan(sentences, positive), b.scan(sentences, positive));
                (a.0.union(&b.0).copied().collect(), a.1 || b.1)
            }
            Self::Not(a) => {
                let (s, any) = a.scan(sentences, !positive);
                (s, !any)
            }
        }
    }
}

fn parts(word: &str) -> Vec<String> {
    word.to_lowercase().split('-').map(str::to_owned).collect()
}

fn query() -> impl Strategy<Value = Query> {
    // "the" is left to the phrases: alone it is a function word, which has rules of its own.
    let word = 0..WORDS.len() - 1;
    let leaf = prop_oneof![
        word.clone().prop_map(Query::Word),
        (0..WORDS.len(), 0..WORDS.len()).prop_map(|(a, b)| Query::Phrase(a, b)),
        (0..4usize, 2..5usize).prop_map(|(w, n)| Query::Prefix(w, n)),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Query::And(a.into(), b.into())),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Query::Or(a.into(), b.into())),
            inner.prop_map(|a| Query::Not(a.into())),
        ]
    })
}

type Words = Vec<Vec<usize>>;

fn corpus() -> impl Strategy<Value = Vec<Words>> {
    let sentence = prop::collection::vec(0..WORDS.len(), 1..6);
    prop::collection::vec(prop::collection::vec(sentence, 1..4), 0..6)
}

fn body(article: &Words) -> String {
    let sentence = |s: &Vec<usize>| s.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ");
    // An empty line ends a sentence for certain.
    article.iter().map(sentence).collect::<Vec<_>>().join("\n\n")
}

fn built(corpus: &[Words]) -> (Index, Vec<(String, Document)>) {
    let bodies: Vec<String> = corpus.iter().map(body).collect();
    let pairs: Vec<(&str, &str)> = bodies.iter().map(|b| ("", b.as_str())).collect();
    index(&pairs)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_to_a_slow_scan(corpus in corpus(), query in query()) {
        let (index, _) = built(&corpus);
        let answer = index.search(&query.typed(), 100);
        let mut found: Vec<(usize, Vec<usize>)> = answer
            .hits
            .iter()
            .map(|h| (h.article, h.sentences.iter().map(|s| s.sentence).collect()))
            .collect();
        found.sort();
        let expected: Vec<(usize, Vec<usize>)> = corpus
            .iter()
            .enumerate()
            .filter_map(|(number, article)| {
                let sentences: Vec<Vec<String>> = article
                    .iter()
                    .map(|s| s.iter().flat_map(|w| parts(WORDS[*w])).collect())
                    .collect();
                let (hits, matches) = query.scan(&sentences, true);
                matches.then(|| (number, hits.into_iter().collect()))
            })
            .collect();
        prop_assert_eq!(found, expected, "{}", query.typed());
        prop_assert!(answer.hits.iter().all(|h| h.score > 0.0));
        prop_assert!(answer.hits.windows(2).all(|h| h[0].score >= h[1].score));
    }

    #[test]
    fn removing_is_never_having_added(
        corpus in corpus(),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        query in query(),
    ) {
        let (mut index, _) = built(&corpus);
        let mut left = corpus.clone();
        for gone in gone.iter().filter(|_| !corpus.is_empty()) {
            if !left.is_empty() {
                let number = gone.index(left.len());
                left.remove(number);
                prop_assert!(index.remove(number));
            }
        }
        let (fresh, _) = built(&left);
        let typed = query.typed();
        prop_assert_eq!(index.search(&typed, 100), fresh.search(&typed, 100));
        // What is added later is found as well.
        let (more, doc) = super::article("", "Elsin port");
        let number = index.add(Article { text: &more, doc: &doc, about: About::default() });
        index.commit();
        index.commit();
        prop_assert_eq!(number, left.len());
        prop_assert!(index.search("elsin", 100).hits.iter().any(|h| h.article == number));
    }
}

#[test]
fn removing_moves_actor_mentions_along() {
    let (mut index, articles) =
        index(&[("", "RF left."), ("", "Rain."), ("", "The Red Fleet left.")]);
    index.set_actors(vec![super::actor("rf", &["Red Fleet", "RF"], &articles)]);
    assert!(index.remove(0));
    assert!(!index.remove(2));
    let hits = index.search("RF", 10).hits;
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].article, 1);
}
