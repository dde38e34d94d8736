//! The pipeline over any set of articles, in any order, whatever their text.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source, bundled};
use parallax::correction::{Correction, Edit};
use parallax::page::{Body, view};
use parallax::route::{EvidenceKey, Page, Route};
use parallax::span::Span;
use proptest::prelude::*;

fn source(id: &str, outlet: &str, text: &str, scrape: bool) -> Source {
    let given = Given { outlet: Some(outlet.to_owned()), scrape, ..Given::default() };
    Source { id: id.to_owned(), text: text.into(), given }
}

/// Everything that pages can show, in words, so that two analyses can be compared.
fn shown(analysis: &Analysis) -> Vec<String> {
    let mut routes = [
        "#/",
        "#/articles",
        "#/actors",
        "#/actors?show=network&pair=1&in=each",
        "#/compare?table=statements",
        "#/compare?table=names",
        "#/compare?table=numbers",
        "#/compare?table=quoted",
        "#/compare?table=actions",
        "#/compare?table=times",
        "#/compare?table=words",
        "#/search?q=bridge+OR+minister",
        "#/search?q=bridge+-zzz&show=sentences&kwic=right&more=actor,date",
        "#/library",
        "#/about",
    ]
    .map(Route::parse)
    .to_vec();
    routes.extend(analysis.articles.iter().map(|a| Route::article(&a.id, None)));
    routes.extend(analysis.actors.actors.iter().map(|a| Route::actor(&a.id)));
    routes.iter().map(|r| format!("{} {:?}", r.to_hash(), view(analysis, r))).collect()
}

fn own_articles() -> Vec<Source> {
    vec![
        source(
            "a",
            "north",
            "The minister Ana Reyes said on Monday that 30 people crossed the bridge at Orsk.\n\nReyes, who heads the Transport Council (TC), called it \"a long night\".",
            false,
        ),
        source(
            "b",
            "south",
            "More than 30 people crossed the bridge at Orsk, the TC said.\n\nThe council was founded in 1990.",
            false,
        ),
        source(
            "c",
            "south",
            "Bridge closed\n\nBy Lee Wong\n\nThe bridge at Orsk was closed on 4 May 2011, according to police. Nobody was hurt there, officials said.\n\nRead more\n\nShare this",
            true,
        ),
    ]
}

#[test]
fn adding_one_by_one_in_any_order_ends_in_the_same_state() {
    let fresh = shown(&Analysis::of(own_articles()));
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let mut analysis = Analysis::default();
        for i in order {
            analysis.add(own_articles().swap_remove(i));
            analysis.finish();
        }
        assert_eq!(shown(&analysis), fresh, "order {order:?}");
    }
}

#[test]
fn removing_leaves_no_trace() {
    let mut rest = own_articles();
    rest.remove(1);
    let fresh = shown(&Analysis::of(rest));
    let mut analysis = Analysis::of(own_articles());
    assert!(analysis.remove("b"));
    assert!(!analysis.remove("b"));
    analysis.finish();
    assert_eq!(shown(&analysis), fresh);
}

#[test]
fn replacing_an_article_forgets_the_old_text() {
    let mut analysis = Analysis::of(own_articles());
    analysis.add(source("b", "south", "Nothing to see.", false));
    analysis.finish();
    let mut with = own_articles();
    with[1] = source("b", "south", "Nothing to see.", false);
    assert_eq!(shown(&analysis), shown(&Analysis::of(with)));
}

#[test]
fn work_can_be_done_in_slices() {
    let mut analysis = Analysis::default();
    for a in own_articles() {
        analysis.add(a);
    }
    let mut slices = 0;
    while analysis.step(1) {
        slices += 1;
    }
    assert_eq!(slices, 3);
    assert_eq!(shown(&analysis), shown(&Analysis::of(own_articles())));
}

#[test]
fn the_index_is_built_in_slices() {
    let analysis = Analysis::of(own_articles());
    let mut so_far = Vec::new();
    while let Some(progress) = analysis.index_step() {
        assert_eq!(progress.of, 3);
        so_far.push(progress.done);
    }
    // Articles one by one, then one step for their words, and one for each actor.
    assert_eq!(so_far[..4], [1, 2, 3, 3]);
    assert_eq!(so_far.len(), 4 + analysis.actors.actors.len());
    assert_eq!(shown(&analysis), shown(&Analysis::of(own_articles())));
    // Whoever does not wait for the slices gets the whole.
    let hasty = Analysis::of(own_articles());
    hasty.index_step();
    assert_eq!(shown(&hasty), shown(&analysis));
    assert_eq!(hasty.index_step(), None);
}

#[test]
fn statements_are_found_in_slices() {
    let analysis = Analysis::of(own_articles());
    let sentences: usize = analysis.articles.iter().map(|a| a.doc.sentences.len()).sum();
    let mut so_far = Vec::new();
    while let Some(progress) = analysis.align_step(Some(40)) {
        so_far.push((progress.done, progress.of));
    }
    // Articles are read one by one, then sentences compared one by one; the rest follows in few steps.
    assert!(so_far.windows(2).all(|w| w[0] <= w[1]), "{so_far:?}");
    assert!((0..=sentences).all(|n| so_far.contains(&(n, sentences))), "{so_far:?}");
    let hasty = Analysis::of(own_articles());
    assert_eq!(analysis.aligned(Some(40)), hasty.aligned(Some(40)));
    assert_eq!(*analysis.aligned(Some(40)), analysis.align(0.4));
    // Another threshold begins anew, and the one before is left where it was.
    assert!(analysis.align_step(None).is_some());
    assert!(analysis.align_step(Some(60)).is_some());
    assert_eq!(analysis.align_step(Some(40)), None);
    assert_eq!(analysis.aligned(None), hasty.aligned(None));
    assert_eq!(analysis.align_step(None), None);
    // Other articles: what was found of the old ones is forgotten.
    let mut fewer = analysis.clone();
    let gone = fewer.articles[0].id.clone();
    assert!(fewer.remove(&gone));
    fewer.finish();
    assert!(fewer.align_step(None).is_some());
    let left = own_articles().into_iter().filter(|s| s.id != gone).collect();
    assert_eq!(fewer.aligned(None), Analysis::of(left).aligned(None));
}

/// All counts of a page, read from its printed form: `Count { value, href, … }`.
fn counts(analysis: &Analysis, hash: &str) -> Vec<(usize, String)> {
    let text = format!("{:?}", view(analysis, &Route::parse(hash)));
    text.split("Count { value: ")
        .skip(1)
        .filter_map(|rest| {
            let (value, rest) = rest.split_once(',')?;
            let href = rest.split('"').nth(1)?;
            Some((value.parse().ok()?, href.to_owned()))
        })
        .collect()
}

/// Every number on every page opens as many matches as it says.
#[test]
fn every_count_opens_its_sentences() {
    let analysis = Analysis::bundled();
    let mut pages: Vec<String> = [
        "#/",
        "#/articles",
        "#/actors",
        "#/actors?show=network&top=40&pair=1",
        "#/actors?show=network&top=40&unit=paragraph&in=each",
        "#/actors?show=network&in=cnn&pair=1",
        "#/compare",
        "#/compare?table=quoted",
        "#/compare?table=actions",
        "#/compare?table=times",
        "#/compare?table=words",
    ]
    .map(str::to_owned)
    .to_vec();
    pages.extend(analysis.articles.iter().map(|a| Route::article(&a.id, None).to_hash()));
    pages.extend(analysis.actors.actors.iter().map(|a| Route::actor(&a.id).to_hash()));
    let mut seen = std::collections::BTreeMap::new();
    for page in pages {
        for (value, href) in counts(&analysis, &page) {
            let mut route = Route::parse(&href);
            assert_eq!(route.to_hash(), href, "{page}");
            // What opens is the same on every page; on this one it is found soonest.
            route.page = Page::Library;
            let opened = seen.entry(route.to_hash()).or_insert_with(|| {
                let open = view(&analysis, &route).open;
                open.map_or((0, 0), |e| (e.total, e.lines.len()))
            });
            assert_eq!(opened.0, value, "{page} -> {href}");
            assert!(opened.1 <= opened.0 && (opened.1 > 0) == (value > 0), "{page} -> {href}");
        }
    }
    let seen = seen.values().filter(|(total, _)| *total > 0).count();
    assert!(seen > 100, "only {seen} counts were found");
}

/// A link to something that is not there says so and leads on.
#[test]
fn stale_links() {
    let analysis = Analysis::bundled();
    for hash in [
        "#/articles/no-such",
        "#/actors/no-such",
        "#/compare?cols=no-such,cnn",
        "#/articles/cnn-coalition?s=99999",
        "#/articles?outlet=no-such",
        "#/nonsense",
        "#/compare?cols=cnn,cnn",
        "#/actors?by=no-such",
        "#/actors?not=no-such",
        "#/actors?sort=in:no-such",
        "#/actors?show=network&in=no-such",
        "#/actors?show=network&pairs=in:no-such",
        "#/actors/islamic-state?from=no-such",
    ] {
        match view(&analysis, &Route::parse(hash)).body {
            Body::Lost(lost) => {
                assert!(!lost.reason.is_empty() && !lost.ways.is_empty(), "{hash}");
            }
            other => panic!("{hash} shows {other:?}"),
        }
    }
    let key = EvidenceKey::Sentence { article: "gone".to_owned(), sentence: 1 };
    let stale = view(&analysis, &Route::to(Page::Overview).toggled(key));
    assert!(stale.open.is_none());
    assert!(stale.notices.iter().any(|n| n.contains("not in this library")));
}

/// The bundled files' bytes reach the program unchanged.
#[test]
fn the_bundle_is_verbatim() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    let mut texts: Vec<String> = bundled().iter().map(|s| s.text.to_string()).collect();
    files.sort();
    texts.sort();
    assert_eq!(files.len(), 5);
    assert_eq!(texts, files);
}

fn well_formed(analysis: &Analysis) {
    for a in &analysis.articles {
        let fits = |s: Span| {
            assert!(s.end as usize <= a.text.len());
            assert!(a.text.get(s.range()).is_some(), "{s:?} is off a character boundary");
        };
        let mut at = 0;
        for b in &a.cleaned.blocks {
            fits(b.span);
            assert!(a.text[at..b.span.start as usize].trim().is_empty(), "a block is missing");
            at = b.span.end as usize;
        }
        assert!(a.text[at..].trim().is_empty(), "the last block is missing");
        for block in a.cleaned.blocks.iter().filter(|b| b.kind.is_coverage()) {
            let mut at = block.span.start as usize;
            for t in a.doc.tokens.iter().filter(|t| block.span.covers(t.span)) {
                assert!(a.text[at..t.span.start as usize].trim().is_empty(), "a token is missing");
                at = t.span.end as usize;
            }
            assert!(a.text[at..block.span.end as usize].trim().is_empty(), "a token is missing");
        }
        let held: usize = a.doc.sentences.iter().map(|s| s.tokens.len()).sum();
        assert_eq!(held, a.doc.tokens.len(), "sentences hold every token once");
        for s in &a.doc.sentences {
            fits(s.span);
        }
        for m in &a.mentions {
            fits(m.span);
            assert!(m.sentence < a.doc.sentences.len());
        }
        let names: Vec<Span> = a
            .mentions
            .iter()
            .filter(|m| m.form == parallax::entity::Form::Name)
            .map(|m| m.span)
            .collect();
        assert!(names.windows(2).all(|w| w[0].end <= w[1].start), "names overlap");
        for q in &a.attributions {
            q.source.iter().chain(&q.cue).chain(&q.content).for_each(|s| fits(*s));
            assert!(q.sentence < a.doc.sentences.len());
            assert!(q.speaker.is_none_or(|m| m < a.mentions.len()));
        }
        a.quantities.iter().for_each(|q| fits(q.span));
        a.quantities.iter().filter_map(|q| q.counted).for_each(fits);
        a.timexes.iter().for_each(|t| fits(t.span));
        for c in &a.clauses {
            let sentence = a.doc.sentences[c.sentence].span;
            assert!(!c.spans.is_empty() && c.spans.iter().all(|s| sentence.covers(*s)));
            let parts = [c.subject, c.predicate, c.object].into_iter().flatten();
            c.spans.iter().copied().chain(parts).for_each(fits);
            assert!(c.place.is_none_or(|m| m < a.mentions.len()));
            assert!(c.time.is_none_or(|t| t < a.timexes.len()));
            assert!(c.attribution.is_none_or(|q| q < a.attributions.len()));
        }
    }
    let mut all: Vec<_> = analysis
        .aligned(None)
        .statements
        .iter()
        .flat_map(|s| s.sentences.iter().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    let sentences: usize = analysis.articles.iter().map(|a| a.doc.sentences.len()).sum();
    assert_eq!(all.len(), sentences, "each sentence is in a statement");
}

#[test]
fn bundled_results_are_well_formed() {
    well_formed(&Analysis::bundled());
}

/// Bits of news prose, markup and damage, to be put together at random.
fn wild() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        Just("The U.S.-led coalition (ULC) said on Monday, \"we will go.\" ".to_owned()),
        Just("“The plan,” Gen. Omar al-Said told reporters, “is not to go in.” ".to_owned()),
        Just("© AP Photo/ Name\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\r\n\t".to_owned()),
        Just("More than 1,200 people (65%) fled Deir ez-Zor in May 2017. ".to_owned()),
        Just("\"\"\"'''«»((([[[".to_owned()),
        Just("قال المتحدث باسم التحالف يوم الأربعاء. ".to_owned()),
        Just("👩‍👩‍👧 e\u{301}\u{0}\u{200B}\u{202E}".to_owned()),
        Just("By A. B. C. D. E.F.G. ".to_owned()),
        "\\PC{0,20}",
        "[A-Z][a-z]{1,8} ",
        "[a-z]{1,8}[ ,.!?]",
    ];
    proptest::collection::vec(bit, 0..40).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_analysed(a in wild(), b in wild(), scrape in any::<bool>()) {
        let analysis = Analysis::of(vec![
            source("a", "north", &a, scrape),
            source("b", "south", &b, true),
        ]);
        well_formed(&analysis);
        shown(&analysis);
    }
}

/// Large and odd inputs end, and say what was odd.
#[test]
fn bad_input() {
    let long_line = "word ".repeat(200_000);
    let quotes = "\"".repeat(50_000);
    let brackets = "(".repeat(50_000);
    let capitals = "Alpha Beta ".repeat(20_000);
    let lines = "Short line\n".repeat(20_000);
    for text in ["", " \n\t ", "\u{0}\u{0}", &long_line, &quotes, &brackets, &capitals, &lines] {
        let analysis = Analysis::of(vec![source("x", "y", text, true)]);
        well_formed(&analysis);
        let nothing = !text.chars().any(char::is_alphanumeric);
        let notices = &analysis.articles[0].cleaned.notices;
        assert!(!nothing || !notices.is_empty(), "{:?} passes without a word", text.get(..8));
        for hash in ["#/", "#/articles/x", "#/actors", "#/compare", "#/search?q=word"] {
            view(&analysis, &Route::parse(hash));
        }
    }
}

/// What pages derive is kept between them, and never outlives what it was derived from.
#[test]
fn pages_follow_every_change_of_articles_and_actors() {
    let sources = bundled();
    let fresh = |ids: &[&str]| {
        Analysis::of(sources.iter().filter(|s| ids.contains(&s.id.as_str())).cloned().collect())
    };
    let hashes =
        ["#/", "#/compare", "#/compare?table=statements&alike=40", "#/compare?table=words"];
    let same = |kept: &Analysis, fresh: &Analysis| {
        // Twice, so that what is kept of one page meets the others.
        for hash in hashes.iter().chain(&hashes) {
            let route = Route::parse(hash);
            assert_eq!(view(kept, &route), view(fresh, &route), "{hash}");
        }
    };
    let ids: Vec<&str> = sources.iter().map(|s| s.id.as_str()).collect();
    let mut kept = fresh(&ids[..3]);
    same(&kept, &fresh(&ids[..3]));
    kept.add(sources[3].clone());
    kept.finish();
    same(&kept, &fresh(&ids[..4]));
    kept.remove(ids[0]);
    kept.finish();
    same(&kept, &fresh(&ids[1..4]));
    let who = kept.who(0).expect("there is an actor");
    let edit = Edit::Rename { actor: who, name: "Somebody Else".to_owned() };
    let rename = Correction { edit, made: None };
    kept.correct(vec![rename.clone()]);
    let mut corrected = fresh(&ids[1..4]);
    corrected.correct(vec![rename]);
    same(&kept, &corrected);
    kept.correct(Vec::new());
    same(&kept, &fresh(&ids[1..4]));
}
