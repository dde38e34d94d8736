//! The index against slow scans over random documents, and its kept form.

use parallax_engine::cut::stem;
use parallax_engine::postings::{Place, Source, Store, Term, Tree, rank, sequence};
use proptest::prelude::*;

const WORDS: [&str; 9] =
    ["ship", "ships", "shipped", "port", "ports", "grain", "the", "café", "порт"];

/// Sentences of word numbers; the first one is a headline.
type Doc = Vec<Vec<usize>>;

fn docs() -> impl Strategy<Value = Vec<Doc>> {
    let sentence = prop::collection::vec(0..WORDS.len(), 0..6);
    prop::collection::vec(prop::collection::vec(sentence, 0..5), 0..9)
}

fn add(store: &mut Store, doc: &Doc) -> u32 {
    let mut writer = store.add();
    for (i, sentence) in doc.iter().enumerate() {
        writer.sentence(u8::from(i > 0), if i == 0 { 2 } else { 1 });
        for word in sentence {
            let form = writer.form(WORDS[*word]);
            writer.word(form);
        }
    }
    writer.end()
}

/// `commits` tells after which documents what was added is made findable.
fn built(docs: &[Doc], commits: &[bool]) -> Store {
    let mut store = Store::default();
    for (i, doc) in docs.iter().enumerate() {
        add(&mut store, doc);
        if commits.get(i).copied().unwrap_or(false) {
            store.commit();
        }
    }
    store.commit();
    store
}

/// All places of words that are wanted, by number of the document.
fn scan(docs: &[Doc], wanted: impl Fn(&str) -> bool) -> Vec<(usize, u32)> {
    let mut out = Vec::new();
    for (number, doc) in docs.iter().enumerate() {
        let words = doc.iter().flatten();
        out.extend(
            (0u32..).zip(words).filter(|(_, w)| wanted(WORDS[**w])).map(|(p, _)| (number, p)),
        );
    }
    out
}

fn found(store: &Store, places: &[Place]) -> Vec<(usize, u32)> {
    places.iter().map(|p| (store.number(p.doc).unwrap_or(usize::MAX), p.pos)).collect()
}

/// Everything that can be asked, as text: equal for equal indexes.
fn answers(store: &Store) -> String {
    let mut out = String::new();
    for word in WORDS {
        let forms = store.dictionary.of_stem(word);
        let places = found(store, &store.places(&forms));
        let term =
            Term { source: Source::Forms(forms), exact: Vec::new(), boost: 1.0, wanted: true };
        let ranking = rank(store, &[term], &Tree::Term(0), 100);
        let best: Vec<(Option<usize>, f32)> =
            ranking.best.iter().map(|(key, score)| (store.number(*key), *score)).collect();
        out.push_str(&format!("{word} {places:?} {best:?} {}\n", ranking.total));
    }
    for (number, key) in store.keys().iter().enumerate() {
        let (sentences, kinds) = (store.sentences(*key), store.kinds(*key));
        let words = store.forms(*key).iter().map(|f| store.dictionary.text(*f));
        out.push_str(&words.collect::<Vec<_>>().join(" "));
        out.push_str(&format!("{number} {sentences:?} {kinds:?} {}\n", store.length(*key)));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_are_those_of_a_scan(docs in docs(), commits in prop::collection::vec(any::<bool>(), 9)) {
        let store = built(&docs, &commits);
        for word in WORDS {
            let forms = store.dictionary.of_stem(word);
            prop_assert_eq!(
                found(&store, &store.places(&forms)),
                scan(&docs, |w| stem(w) == stem(word))
            );
            let forms = store.dictionary.exactly(word);
            prop_assert_eq!(found(&store, &store.places(&forms)), scan(&docs, |w| w == word));
            for length in 1..3 {
                let start: String = word.chars().take(length).collect();
                let forms = store.dictionary.beginning(&start).to_vec();
                prop_assert_eq!(
                    found(&store, &store.places(&forms)),
                    scan(&docs, |w| w.starts_with(&start))
                );
            }
        }
    }

    #[test]
    fn sequences_are_those_of_a_scan(
        docs in docs(),
        words in prop::collection::vec(0..WORDS.len(), 1..4),
    ) {
        let store = built(&docs, &[]);
        let slots: Vec<Vec<u32>> =
            words.iter().map(|w| store.dictionary.exactly(WORDS[*w])).collect();
        let mut expected = Vec::new();
        for (number, doc) in docs.iter().enumerate() {
            let mut first = 0;
            for sentence in doc {
                let windows = (first..).zip(sentence.windows(words.len()));
                expected.extend(windows.filter(|(_, w)| **w == words[..]).map(|(p, _)| (number, p)));
                first += sentence.len() as u32;
            }
        }
        prop_assert_eq!(found(&store, &sequence(&store, &slots)), expected);
    }

    #[test]
    fn growing_losing_and_keeping_change_no_answer(
        docs in docs(),
        commits in prop::collection::vec(any::<bool>(), 9),
        gone in prop::collection::vec(any::<bool>(), 9),
    ) {
        let mut store = built(&docs, &commits);
        prop_assert_eq!(answers(&store), answers(&built(&docs, &[])));
        let keys = store.keys().to_vec();
        let mut left = Vec::new();
        for ((key, doc), gone) in keys.iter().zip(&docs).zip(&gone) {
            if *gone {
                prop_assert!(store.remove(*key) && !store.remove(*key));
            } else {
                left.push(doc.clone());
            }
        }
        let fresh = built(&left, &[]);
        prop_assert_eq!(answers(&store), answers(&fresh));
        let mut loaded = Store::load(&store.save()).expect("what was saved is read");
        prop_assert_eq!(answers(&loaded), answers(&fresh));
        prop_assert_eq!(loaded.save(), store.save());
        // What was loaded grows on.
        let more = vec![vec![3, 5]];
        add(&mut loaded, &more);
        loaded.commit();
        left.push(more);
        prop_assert_eq!(answers(&loaded), answers(&built(&left, &[])));
    }

    #[test]
    fn likeness_is_that_of_the_whole_table(
        words in prop::collection::vec("[abc]{1,6}", 0..40),
        asked in "[abc]{0,6}",
        edits in 0u32..4,
    ) {
        let mut store = Store::default();
        let mut writer = store.add();
        for word in &words {
            let form = writer.form(word);
            writer.word(form);
        }
        writer.end();
        store.commit();
        let mut expected: Vec<(String, u32)> = words
            .iter()
            .map(|word| (word.clone(), distance(&asked, word)))
            .filter(|(_, d)| *d <= edits && !asked.is_empty())
            .collect();
        expected.sort();
        expected.dedup();
        let like = store.dictionary.like(&asked, edits);
        let like: Vec<(String, u32)> =
            like.iter().map(|(form, d)| (store.dictionary.text(*form).to_owned(), *d)).collect();
        prop_assert_eq!(like, expected);
    }

    #[test]
    fn no_bytes_do_harm(mut bytes in prop::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>(), flip in any::<u8>(), docs in docs()) {
        bytes.splice(0..0, *b"PXI1");
        let _ = Store::load(&bytes);
        let mut saved = built(&docs, &[]).save();
        let at = at.index(saved.len());
        saved[at] ^= flip;
        if let Ok(mut store) = Store::load(&saved) {
            let _ = answers(&store);
            store.commit();
            let _ = store.save();
        }
        saved.truncate(at);
        prop_assert!(Store::load(&saved).is_err());
    }
}

/// Optimal string alignment by the whole table.
fn distance(a: &str, b: &str) -> u32 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0u32; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                (i + j) as u32
            } else {
                let change = table[i - 1][j - 1] + u32::from(a[i - 1] != b[j - 1]);
                let mut best = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    table[a.len()][b.len()]
}

#[test]
fn many_segments_answer_like_one() {
    let mut store = Store::default();
    let mut docs = Vec::new();
    // More than a slice of occurrences, with documents taken out of different segments.
    for n in 0..700usize {
        let sentence: Vec<usize> = (0..500).map(|i| (i * (n + 3) + n / 7) % WORDS.len()).collect();
        docs.push(vec![vec![n % WORDS.len()], sentence]);
        add(&mut store, &docs[n]);
    }
    store.commit();
    let before = answers(&store);
    assert_eq!(answers(&Store::load(&store.save()).expect("it is read")), before);
    for number in [650, 300, 2] {
        let key = store.keys()[number];
        assert!(store.remove(key));
        docs.remove(number);
    }
    assert_eq!(answers(&store), answers(&built(&docs, &[])));
}

#[test]
fn joined_spellings_know_their_width() {
    let mut store = Store::default();
    let mut writer = store.add();
    writer.sentence(0, 1);
    writer.joined("demine", 2);
    for word in ["de", "mine", "demine"] {
        let form = writer.form(word);
        writer.word(form);
    }
    writer.end();
    store.commit();
    let places = store.places(&store.dictionary.of_stem("demine"));
    let places: Vec<(u32, u32)> = places.iter().map(|p| (p.pos, p.len)).collect();
    assert_eq!(places, [(0, 2), (2, 1)]);
    assert_eq!(store.dictionary.beginning("demi").len(), 2);
    assert!(
        store.dictionary.beginning("demi").iter().all(|f| store.dictionary.text(*f) == "demine")
    );
}
