//! Words that one column uses more, or less, than the others.

use parallax::analysis::Analysis;
use parallax::compare::{Column, conservative, exact, keyness};
use parallax::corpus::{Given, Source};
use proptest::prelude::*;

fn analysis(texts: &[&str]) -> Analysis {
    let sources = texts.iter().enumerate().map(|(i, text)| Source {
        id: format!("t{i}"),
        text: (*text).into(),
        given: Given { outlet: Some(format!("o{i}")), ..Given::default() },
    });
    Analysis::of(sources.collect())
}

/// "militant 12/2 +1.2 | 0/0 -1.2": count, articles and what stands out, column by column.
fn read(analysis: &Analysis, columns: &[Column]) -> Vec<String> {
    let found = keyness(analysis, columns);
    let line = |w: &parallax::compare::KeyWord| {
        let cells: Vec<String> = (w.cells.iter())
            .map(|c| {
                let lrc = if c.lrc == 0.0 { String::new() } else { format!(" {:+.1}", c.lrc) };
                format!("{}/{}{lrc}", c.count, c.articles)
            })
            .collect();
        format!("{} {}", w.form, cells.join(" | "))
    };
    found.words.iter().map(line).collect()
}

#[test]
fn the_bound_is_that_of_the_interval() {
    // Clopper and Pearson's intervals of these shares, from tables: 10 of 10 from .6915; 60 of 100 from
    // .4972; 70 of 100 from .6002 to .7876; 0 of 20 up to .1684.
    let odds = |share: f64| (share / (1.0 - share)).log2();
    for (here, there, expected) in [
        (10, 0, odds(0.6915)),
        (60, 40, 0.0),
        (40, 60, 0.0),
        (70, 30, odds(0.6002)),
        (30, 70, -odds(0.6002)),
        (0, 20, odds(0.1684)),
        (0, 0, 0.0),
    ] {
        let found = conservative(here, 1000, there, 1000, 0.05);
        assert!((found - expected).abs() < 2e-3, "{here} and {there}: {found}, not {expected}");
    }
    // Relative to how long the texts are.
    let found = conservative(10, 1000, 0, 4000, 0.05);
    assert!((found - odds(0.6915) - 2.0).abs() < 2e-3, "{found}");
}

proptest! {
    #[test]
    fn the_bound_never_says_more_than_was_seen(
        here in 0..400usize, there in 0..400usize, size in 500..50_000usize, rest in 500..50_000usize,
    ) {
        let found = conservative(here, size, there, rest, 0.01);
        prop_assert!(found.is_finite());
        let back = conservative(there, rest, here, size, 0.01);
        prop_assert!((found + back).abs() < 1e-6, "{} and {}", found, back);
        let seen = (here as f64 / size as f64) / (there as f64 / rest as f64).max(1e-12);
        if found > 0.0 {
            prop_assert!(found <= seen.log2() + 1e-9, "{} of {}", found, seen.log2());
        } else if found < 0.0 {
            prop_assert!(here == 0 || found >= seen.log2() - 1e-9, "{} of {}", found, seen.log2());
        }
        // More of the same kind says no less.
        let more = conservative(2 * here, 2 * size, 2 * there, 2 * rest, 0.01);
        prop_assert!(more.abs() + 1e-9 >= found.abs(), "{} after {}", more, found);
    }

    #[test]
    fn any_texts_have_words(texts in proptest::collection::vec("\\PC{0,80}", 0..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let analysis = analysis(&texts);
        let columns: Vec<Column> = (0..texts.len()).map(|i| vec![i]).collect();
        let found = keyness(&analysis, &columns);
        let sizes: usize = found.sizes.iter().sum();
        prop_assert!(found.words.iter().flat_map(|w| &w.cells).map(|c| c.count).sum::<usize>() <= sizes);
    }
}

#[test]
fn a_word_of_one_column_stands_out_in_any_of_its_forms() {
    let filler = "The weather in the north was mild and the roads were open all day. ".repeat(12);
    let a = format!("{filler} {}", "A militant met other militants. ".repeat(8));
    let b = format!("{filler} {}", "A fighter met other fighters. ".repeat(8));
    let analysis = analysis(&[&a, &b]);
    let found = read(&analysis, &[vec![0], vec![1]]);
    assert_eq!(found[..2], ["fighter 0/0 -0.8 | 16/1 +0.8", "militant 16/1 +0.8 | 0/0 -0.8"]);
    assert!(found.iter().any(|w| w == "weather 12/1 | 12/1"), "{found:?}");
}

#[test]
fn a_short_text_tells_nothing() {
    let analysis = analysis(&["Militants met. Militants left. Militants slept.", "Fighters met."]);
    let found = keyness(&analysis, &[vec![0], vec![1]]);
    assert!(found.short(0) && found.short(1));
    assert_eq!(found.key(), 0);
    // What is counted all the same, is counted right.
    assert_eq!(read(&analysis, &[vec![0], vec![1]]), ["Militants 3/1 | 0/0"]);
}

#[test]
fn an_acronym_is_no_function_word() {
    let text = "IS is here. The US told us that IS is there. It is IS.";
    let analysis = analysis(&[text, "IS is not US. Is it? The US is us."]);
    let found = read(&analysis, &[vec![0], vec![1]]);
    assert!(found.contains(&"IS 3/1 | 1/1".to_owned()), "{found:?}");
    assert!(found.contains(&"is 3/1 | 3/1".to_owned()), "{found:?}");
    assert!(found.contains(&"US 1/1 | 2/1".to_owned()), "{found:?}");
    // As it is written elsewhere.
    let dotted = self::analysis(&[
        "The U.S. told the U.K. and us.",
        "The US and the UK spoke; the UK left the US.",
    ]);
    let found = read(&dotted, &[vec![0], vec![1]]);
    for words in ["US 1/1 | 2/1", "UK 1/1 | 2/1"] {
        assert!(found.contains(&words.to_owned()), "{found:?}");
    }
}

#[test]
fn articles_are_counted_by_column() {
    let text = "The river rose again. The river fell.";
    let analysis = analysis(&[text, text, "The river was calm.", "Nothing."]);
    let found = read(&analysis, &[vec![0, 1], vec![2, 3]]);
    assert!(found.contains(&"river 4/2 | 1/1".to_owned()), "{found:?}");
}

#[test]
fn the_exact_test_is_fishers() {
    // Fisher's own tasting of tea, three of four right, and all four; a table of 24 from textbooks.
    for (a, b, expected) in [
        ((3, 4), (1, 4), 0.4857),
        ((4, 4), (0, 4), 0.0286),
        ((1, 12), (9, 12), 0.002759),
        ((0, 5), (0, 7), 1.0),
        ((5, 5), (7, 7), 1.0),
        ((0, 0), (0, 0), 1.0),
    ] {
        let found = exact(a, b);
        assert!((found - expected).abs() < 1e-4, "{a:?} {b:?}: {found}, not {expected}");
        assert!((exact(b, a) - found).abs() < 1e-9);
    }
}
