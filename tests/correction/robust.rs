//! Any corrections of any articles.

use super::*;
use parallax::correction::{Log, Place, To, What, Who, apply, read, tidy, write};
use parallax::entity::EntityType;
use parallax::route::Route;
use proptest::prelude::*;

/// A correction in the making: which kind, of which actors and mentions, by which words.
type Seed = (u8, usize, usize, u8, String);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let words = prop_oneof!["[A-Z][a-z]{1,6}", "\\PC{0,9}", Just("Oslo".to_owned())];
    proptest::collection::vec((0..9u8, 0..40usize, 0..40usize, 0..6u8, words), 0..7)
}

fn edit(analysis: &Analysis, (kind, a, b, n, words): &Seed) -> Edit {
    let wild = |words: &str| Who {
        id: (*n == 0).then(|| words.to_owned()),
        name: words.to_owned(),
        kind: EntityType::ALL[usize::from(*n) % 5],
        labels: vec![words.to_owned()],
    };
    let actors = analysis.actors.actors.len();
    let who = |i: usize| match actors {
        0 => wild(words),
        len if *n < 5 => analysis.who(i % len).unwrap(),
        _ => wild(words),
    };
    let mention = |i: usize| {
        let all: Vec<(usize, usize)> = analysis
            .articles
            .iter()
            .enumerate()
            .flat_map(|(a, article)| (0..article.mentions.len()).map(move |m| (a, m)))
            .collect();
        let Some((a, m)) = all.get(i % all.len().max(1)).copied() else {
            let (article, text) = (words.clone(), words.clone());
            return Place { article, start: i as u32, end: i as u32 + 2, text };
        };
        let article = &analysis.articles[a];
        let m = &article.mentions[m];
        let [start, end] = parallax::span::CodePoints::new(&article.text).pair(m.span);
        Place {
            article: article.id.clone(),
            start,
            end,
            text: parallax::entity::label(&article.text, m),
        }
    };
    let label = || {
        let who = who(*a);
        let label = who.labels.get(b % who.labels.len().max(1)).cloned();
        What::Label { label: label.unwrap_or(words.clone()), actor: who }
    };
    let name = tidy(words).unwrap_or("N".to_owned());
    let to = || match n {
        0 | 1 => To::New { name: name.clone(), kind: EntityType::ALL[a % 5] },
        _ => To::Actor(who(*b)),
    };
    match kind {
        0 | 1 => Edit::Merge { actor: who(*a), into: who(*b) },
        2 => Edit::Rename { actor: who(*a), name },
        3 => Edit::Retype { actor: who(*a), kind: EntityType::ALL[b % 5] },
        4 => Edit::Move { what: label(), to: to() },
        5 => Edit::Move { what: What::Mention(mention(*a)), to: to() },
        6 => Edit::Drop(if *n < 3 { What::Mention(mention(*a)) } else { label() }),
        7 => {
            let label = who(*a).labels.first().cloned().unwrap_or(words.clone());
            let what = What::Everywhere(label);
            if *n < 3 { Edit::Drop(what) } else { Edit::Move { what, to: to() } }
        }
        _ => Edit::DropActor(who(*a)),
    }
}

/// Corrections made one after the other, as a reader does.
fn corrected(mut analysis: Analysis, seeds: &[Seed]) -> Analysis {
    for seed in seeds {
        let edit = edit(&analysis, seed);
        add(&mut analysis, edit);
    }
    analysis
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let bit = prop_oneof![
        Just("Ana Reyes said Oslo was closed. She left. ".to_owned()),
        Just("The US-led coalition (ULC) and the group met Mr. Oslo in Oslo. ".to_owned()),
        Just("Reyes of Paris, the Harbour Union’s head, said he would go.\n\n".to_owned()),
        Just("قال المتحدث 👩‍👩‍👧 e\u{301} ".to_owned()),
        "\\PC{0,12}",
        "[A-Z][a-z]{1,8} ",
    ];
    proptest::collection::vec(proptest::collection::vec(bit, 0..12).prop_map(|b| b.concat()), 0..4)
}

fn own(texts: &[String]) -> Vec<Source> {
    texts.iter().enumerate().map(|(i, t)| source(&format!("t{i}"), ["x", "y"][i % 2], t)).collect()
}

/// What pages show, without how often each thing was asked for.
fn shown(analysis: &Analysis) -> String {
    let mut out = String::new();
    for hash in ["#/actors", "#/compare", "#/corrections", "#/search?q=oslo", "#/"] {
        out.push_str(&format!("{:?}", page::view(analysis, &Route::parse(hash))));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_corrections_of_any_articles(texts in texts(), seeds in seeds()) {
        let analysis = corrected(Analysis::of(own(&texts)), &seeds);
        consistent(&analysis);
        shown(&analysis);
        for actor in &analysis.actors.actors {
            page::view(&analysis, &Route::actor(&actor.id));
        }
        for (id, _) in &analysis.effects.fates {
            page::view(&analysis, &Route::actor(id));
        }
        // They survive their file.
        let text = write(analysis.corrections());
        prop_assert_eq!(read(&text), Ok(analysis.corrections().to_vec()), "{}", text);
    }

    /// Only the actors of an index are entered anew, however far it was built.
    #[test]
    fn the_index_follows_corrections(texts in texts(), seeds in seeds(), steps in 0..20usize) {
        let mut stepped = Analysis::of(own(&texts));
        for seed in &seeds {
            for _ in 0..steps {
                stepped.index_step();
            }
            let edit = edit(&stepped, seed);
            add(&mut stepped, edit);
        }
        let fresh = corrected(Analysis::of(own(&texts)), &seeds);
        for query in ["oslo", "the group", "type:person", "x OR reyes OR speaker:reyes"] {
            let [a, b] = [&stepped, &fresh].map(|analysis| analysis.index().search(query, usize::MAX));
            prop_assert_eq!(a, b, "{}", query);
        }
    }

    #[test]
    fn none_changes_nothing(texts in texts()) {
        let analysis = Analysis::of(own(&texts));
        let parts: Vec<parallax::correction::Article<'_>> = analysis
            .articles
            .iter()
            .map(|a| parallax::correction::Article { id: &a.id, text: &a.text, mentions: &a.mentions })
            .collect();
        prop_assert_eq!(&apply(&analysis.actors, &parts, &[]).resolution, &analysis.actors);
    }

    #[test]
    fn undoing_brings_back_exactly_what_was(seeds in seeds()) {
        let mut analysis = Analysis::of(articles());
        let mut log = Log::default();
        let mut states = vec![(analysis.actors.clone(), shown(&analysis))];
        for seed in &seeds {
            let edit = edit(&analysis, seed);
            log.push(Correction { edit, made: None }, String::new());
            analysis.correct(log.list());
            states.push((analysis.actors.clone(), shown(&analysis)));
        }
        while let Some((actors, pages)) = states.pop() {
            prop_assert_eq!(&analysis.actors, &actors);
            prop_assert_eq!(shown(&analysis), pages);
            log.undo();
            analysis.correct(log.list());
        }
    }

    #[test]
    fn the_order_in_which_articles_come_does_not_matter(seeds in seeds(), turn in 0..6usize) {
        let whole = corrected(Analysis::of(articles()), &seeds);
        let order = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]][turn];
        let mut analysis = Analysis::default();
        analysis.correct(whole.corrections().to_vec());
        for i in order {
            analysis.add(articles().swap_remove(i));
            analysis.finish();
            consistent(&analysis);
        }
        prop_assert_eq!(&analysis.actors, &whole.actors);
        prop_assert_eq!(&analysis.effects, &whole.effects);
        prop_assert_eq!(shown(&analysis), shown(&whole));
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_reason(text in "\\PC{0,80}") {
        if let Err(why) = read(&text) {
            prop_assert!(!why.is_empty());
        }
    }

    #[test]
    fn damage_is_told(seeds in seeds(), at in 0..4000usize, with in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,3}") {
        let analysis = corrected(Analysis::of(articles()), &seeds);
        let text = write(analysis.corrections());
        let mut from = at % text.len();
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        let rest: String = text[from..].chars().skip(with.chars().count()).collect();
        match read(&format!("{}{with}{rest}", &text[..from])) {
            // What is read in spite of the damage can be applied.
            Ok(list) => {
                let mut analysis = Analysis::of(articles());
                analysis.correct(list);
                consistent(&analysis);
            }
            Err(why) => prop_assert!(why.len() > 10, "{}", why),
        }
        // Cut short, it is never taken for whole.
        if from < text.trim_end().len() {
            prop_assert!(read(&text[..from]).is_err());
        }
    }
}

/// A merge of all with all, in both directions, ends.
#[test]
fn circles_end() {
    let mut analysis = Analysis::of(articles());
    let all: Vec<Who> =
        (0..analysis.actors.actors.len()).map(|i| analysis.who(i).unwrap()).collect();
    let mut list = Vec::new();
    for a in &all {
        for b in &all {
            let edit = Edit::Merge { actor: a.clone(), into: b.clone() };
            list.push(Correction { edit, made: None });
        }
    }
    analysis.correct(list);
    consistent(&analysis);
    assert!(analysis.actors.actors.len() < all.len());
}
