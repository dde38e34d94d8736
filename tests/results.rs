//! The search page: facets that count what following them shows, orders, pages, concordance, export.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::page::{self, Body, FileKind, FoundView, KwicLine, SearchView, view};
use parallax::route::{Facet, FacetField, KwicSort, Page, Route, Search, SearchShow, SearchSort};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn search(state: &Search) -> Route {
    Route::to(Page::Search(Box::new(state.clone())))
}

fn shown(analysis: &Analysis, route: &Route) -> SearchView {
    match view(analysis, route).body {
        Body::Search(v) => *v,
        other => panic!("{} shows {other:?}", route.to_hash()),
    }
}

fn at(analysis: &Analysis, hash: &str) -> SearchView {
    shown(analysis, &Route::parse(hash))
}

fn state_of(hash: &str) -> Search {
    match Route::parse(hash).page {
        Page::Search(state) => *state,
        other => panic!("{hash} is {other:?}"),
    }
}

fn file(analysis: &Analysis, state: &Search, kind: FileKind) -> String {
    let route = search(state);
    page::file(analysis, &route, &view(analysis, &route), kind).expect("there is a file").text
}

fn exported(analysis: &Analysis, state: &Search) -> serde_json::Value {
    serde_json::from_str(&file(analysis, state, FileKind::Json)).expect("it is JSON")
}

/// What the export holds, as places: article and sentence link.
fn places(analysis: &Analysis, state: &Search) -> BTreeSet<String> {
    let json = exported(analysis, state);
    let results = json["results"].as_array().expect("results are a list");
    let sentences = results.iter().filter(|r| !r["sentence"].is_null());
    sentences.map(|r| r["link"].as_str().expect("a link").to_owned()).collect()
}

fn facet(field: FacetField, value: &str, exclude: bool) -> Facet {
    Facet { field, value: value.to_owned(), exclude }
}

/// Follows every facet of a state, and says how many there were.
fn follow_all(analysis: &Analysis, state: &Search) -> usize {
    let mut state = state.clone();
    state.long = FacetField::ALL.to_vec();
    let v = shown(analysis, &search(&state));
    let hash = search(&state).to_hash();
    assert_eq!(places(analysis, &state).len(), v.sentences, "{hash}");
    let mut followed = 0;
    for group in &v.facets {
        for f in &group.values {
            let what = format!("{hash} · {} {}", group.name, f.text);
            let included = at(analysis, &f.include);
            let excluded = at(analysis, &f.exclude);
            match f.state {
                Some(true) => {
                    // Alone in its field, it shows what it counts.
                    let back = state_of(&f.include);
                    let own: Vec<&Facet> =
                        state.facets.iter().filter(|f| !back.facets.contains(f)).collect();
                    let mut alone = state.clone();
                    alone.facets.retain(|f| {
                        own.contains(&f) || f.exclude || own.iter().all(|o| o.field != f.field)
                    });
                    assert_eq!(shown(analysis, &search(&alone)).sentences, f.count, "{what}");
                }
                _ => {
                    let before = if f.adds { v.sentences } else { 0 };
                    assert_eq!(included.sentences, before + f.count, "{what}");
                    if f.state.is_none() && !f.adds {
                        assert_eq!(excluded.sentences, v.sentences - f.count, "{what}, left out");
                    }
                }
            }
            assert_ne!(search(&state).to_hash(), f.include, "{what}: leads elsewhere");
            followed += 1;
        }
    }
    for chip in &v.chips {
        let after = state_of(&chip.remove);
        assert!(after.facets.len() < state.facets.len(), "{hash} · {}", chip.text);
    }
    followed
}

/// Every facet of many searches over the bundled articles, alone and with others in force.
#[test]
fn every_facet_shows_what_it_counts() {
    let analysis = Analysis::bundled();
    let mut followed = 0;
    for query in
        ["raqqa", "\"islamic state\" -turkey", "liberat* OR civilians", "actor:isis", "-zzz"]
    {
        let plain = Search::default().asking(query.to_owned());
        followed += follow_all(&analysis, &plain);
        let first = at(&analysis, &search(&plain).to_hash());
        // Each facet's most frequent value, chosen and shut out.
        for group in &first.facets {
            for href in group.values.first().iter().flat_map(|f| [&f.include, &f.exclude]) {
                followed += follow_all(&analysis, &state_of(href));
            }
        }
    }
    assert!(followed > 800, "only {followed} facets were followed");
}

fn any_facet() -> impl Strategy<Value = Facet> {
    const VALUES: [(FacetField, &str); 14] = [
        (FacetField::Outlet, "cnn"),
        (FacetField::Outlet, "rferl"),
        (FacetField::Outlet, "sputnik"),
        (FacetField::Outlet, "nobody"),
        (FacetField::Kind, "PER"),
        (FacetField::Kind, "ORG"),
        (FacetField::Kind, "DOG"),
        (FacetField::Actor, "raqqa"),
        (FacetField::Actor, "islamic-state"),
        (FacetField::Actor, "nobody"),
        (FacetField::Date, "none"),
        (FacetField::Date, "2017-09"),
        (FacetField::Quoted, "yes"),
        (FacetField::Quoted, "no"),
    ];
    (proptest::sample::select(&VALUES[..]), any::<bool>())
        .prop_map(|((field, value), exclude)| facet(field, value, exclude))
}

thread_local! {
    static BUNDLED: Analysis = Analysis::bundled();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The same with any filters in force, contradictory ones among them.
    #[test]
    fn facets_count_under_any_filters(facets in proptest::collection::vec(any_facet(), 0..5)) {
        let state = Search { query: "raqqa OR isis OR city".to_owned(), facets, ..Search::default() };
        BUNDLED.with(|a| follow_all(a, &state));
    }
}

/// Filters by the definition: values of one field widen, fields narrow, what is shut out is out.
#[test]
fn filters_widen_within_a_field_and_narrow_between_fields() {
    let analysis = Analysis::bundled();
    let with = |facets: &[Facet]| {
        let state = Search { facets: facets.to_vec(), ..Search::default() };
        places(&analysis, &state.asking("city OR raqqa".to_owned()))
    };
    let all = with(&[]);
    let cnn = facet(FacetField::Outlet, "cnn", false);
    let rferl = facet(FacetField::Outlet, "rferl", false);
    let raqqa = facet(FacetField::Actor, "raqqa", false);
    let spoken = facet(FacetField::Quoted, "yes", false);
    let one = |f: &Facet| with(std::slice::from_ref(f));
    let not = |f: &Facet| with(&[Facet { exclude: true, ..f.clone() }]);
    for f in [&cnn, &rferl, &raqqa, &spoken] {
        assert!(!one(f).is_empty() && one(f).len() < all.len(), "{f:?}");
        assert_eq!(&one(f) | &not(f), all, "{f:?}");
        assert!((&one(f) & &not(f)).is_empty(), "{f:?}");
    }
    assert_eq!(with(&[cnn.clone(), rferl.clone()]), &one(&cnn) | &one(&rferl));
    assert_eq!(with(&[cnn.clone(), raqqa.clone()]), &one(&cnn) & &one(&raqqa));
    let shut = Facet { exclude: true, ..spoken.clone() };
    assert_eq!(
        with(&[cnn.clone(), rferl.clone(), shut]),
        &(&one(&cnn) | &one(&rferl)) - &one(&spoken)
    );
    assert_eq!(one(&facet(FacetField::Quoted, "no", false)), not(&spoken));
}

fn source(id: &str, outlet: &str, text: &str) -> Source {
    let given = Given { outlet: Some(outlet.to_owned()), ..Given::default() };
    Source { id: id.to_owned(), text: text.into(), given }
}

fn dated(id: &str, date: Option<&str>) -> Source {
    let mut source = source(id, "north", "The harbour was busy on the first day of the week.");
    source.given.date = date.map(str::to_owned);
    source
}

#[test]
fn by_date_those_without_one_come_last() {
    let analysis = Analysis::of(vec![
        dated("a", Some("2011-05-04")),
        dated("b", None),
        dated("c", Some("2012-06")),
        dated("d", Some("2011-05-02")),
    ]);
    let known = analysis.articles.iter().filter(|a| a.cleaned.metadata.published.is_some()).count();
    assert_eq!(known, 3, "the dates of the test are found");
    let order = |hash: &str| match at(&analysis, hash).found {
        FoundView::Articles(list) => list
            .iter()
            .map(|r| r.headline.href.trim_start_matches("#/articles/").to_owned())
            .collect::<Vec<_>>(),
        FoundView::Sentences(_) => panic!("{hash} is by article"),
    };
    assert_eq!(order("#/search?q=harbour&sort=newest"), ["c", "a", "d", "b"]);
    assert_eq!(order("#/search?q=harbour&sort=oldest"), ["d", "a", "c", "b"]);
    // Months, newest first, and that there is none.
    let v = at(&analysis, "#/search?q=harbour");
    let dates = v.facets.iter().find(|g| g.name == "Published").expect("dates are a facet");
    let dates: Vec<(&str, usize)> =
        dates.values.iter().map(|f| (f.text.as_str(), f.count)).collect();
    assert_eq!(dates, [("June 2012", 1), ("May 2011", 2), ("date not found", 1)]);
}

fn many(n: usize) -> Analysis {
    let text =
        |i: usize| format!("Ship {i} arrives\n\nThe ship of crew {i} came in. Another ship left.");
    Analysis::of((0..n).map(|i| source(&format!("s{i:03}"), "north", &text(i))).collect())
}

#[test]
fn pages_hold_everything_once() {
    let analysis = many(120);
    for (show, most) in [(SearchShow::Articles, 50), (SearchShow::Sentences, 100)] {
        let mut state = Search { show, ..Search::default() }.asking("ship".to_owned());
        let (mut seen, mut count, mut pages) = (BTreeSet::new(), 0, 0);
        loop {
            let v = shown(&analysis, &search(&state));
            let own: Vec<String> = match v.found {
                FoundView::Articles(list) => list.into_iter().map(|r| r.headline.href).collect(),
                FoundView::Sentences(list) => list
                    .into_iter()
                    .enumerate()
                    .map(|(i, k)| format!("{pages} {i} {}", k.href))
                    .collect(),
            };
            assert!(own.len() <= most);
            count += own.len();
            pages += 1;
            seen.extend(own);
            let way = v.pages.expect("there are several");
            assert_eq!(way.previous.is_some(), pages > 1);
            match way.next {
                Some(next) => state = state_of(&next.href),
                None => {
                    let total = if show == SearchShow::Articles { v.articles } else { v.matches };
                    assert_eq!((seen.len(), count), (total, total));
                    assert_eq!(pages, total.div_ceil(most));
                    break;
                }
            }
        }
        // After the last page comes the last page.
        let beyond = shown(&analysis, &search(&Search { page: 999, ..state.clone() }));
        assert_eq!(beyond.found, shown(&analysis, &search(&state)).found);
        // Other words and other facets begin at the first page.
        assert_eq!(state.asking("crew".to_owned()).page, 1);
        for f in beyond.facets.iter().flat_map(|g| &g.values) {
            assert_eq!(state_of(&f.include).page, 1);
        }
    }
    assert!(shown(&many(3), &Route::search("ship")).pages.is_none());
}

fn words(runs: &[page::KwicRun], rank: usize) -> String {
    runs.iter().filter(|r| r.rank == rank).map(|r| r.text.to_lowercase()).collect()
}

fn lines(v: SearchView) -> Vec<KwicLine> {
    match v.found {
        FoundView::Sentences(lines) => lines,
        FoundView::Articles(_) => panic!("it is shown by sentence"),
    }
}

#[test]
fn a_concordance_has_a_line_for_each_match() {
    let analysis = Analysis::bundled();
    let plain =
        Search { show: SearchShow::Sentences, ..Search::default() }.asking("city".to_owned());
    let of = |sort| lines(shown(&analysis, &search(&Search { lines: sort, ..plain.clone() })));
    let place = of(KwicSort::Place);
    let v = shown(&analysis, &search(&plain));
    assert_eq!(place.len(), v.matches);
    assert!(v.matches >= v.sentences && v.sentences > 10);
    assert!(place.iter().all(|l| l.label.to_lowercase().starts_with("cit")), "{place:?}");
    assert!(place.windows(2).all(|w| w[0].outlet.seat <= w[1].outlet.seat));
    assert!(place.iter().all(|l| !l.place.is_empty()));
    // The same lines in another order, by the words that are ranked first.
    let texts = |lines: &[KwicLine]| {
        let text = |l: &KwicLine| {
            let join =
                |runs: &[page::KwicRun]| runs.iter().map(|r| r.text.as_str()).collect::<String>();
            format!("{} {} {} {}", l.href, join(&l.left), l.label, join(&l.right))
        };
        lines.iter().map(text).collect::<BTreeSet<_>>()
    };
    for (sort, side) in [(KwicSort::Left, 0), (KwicSort::Right, 1)] {
        let sorted = of(sort);
        assert_eq!(texts(&sorted), texts(&place));
        let keys: Vec<String> =
            sorted.iter().map(|l| words(if side == 0 { &l.left } else { &l.right }, 1)).collect();
        let filled: Vec<&String> = keys.iter().take_while(|k| !k.is_empty()).collect();
        assert!(filled.windows(2).all(|w| w[0] <= w[1]), "{sort:?}: {keys:?}");
        assert!(keys.iter().skip(filled.len()).all(String::is_empty), "{sort:?}: empty ones last");
    }
}

/// The sentences of an article that its result counts are those that its link shows.
#[test]
fn all_sentences_of_a_result_are_where_its_link_leads() {
    let analysis = Analysis::bundled();
    let v = at(&analysis, "#/search?q=raqqa&f=outlet:cnn&f=outlet:rferl");
    let FoundView::Articles(list) = v.found else { panic!("it is by article") };
    let mut led = 0;
    for r in &list {
        let Some(all) = &r.all else { continue };
        let inner = at(&analysis, &all.href);
        assert_eq!(all.text, format!("All {} sentences", inner.sentences));
        assert_eq!(inner.articles, 1);
        assert!(lines(inner).iter().all(|l| l.href.starts_with(&r.headline.href)));
        led += 1;
    }
    assert!(led > 0);
}

/// The densest sentences are shown, in order of place.
#[test]
fn snippets_hold_most_of_the_query() {
    let text = "Harbour news\n\nA ship came. The ship carried grain. Grain is dear. The captain of the ship sold \
                grain to the harbour. A ship left. Another ship left. Ships come and go.";
    let analysis =
        Analysis::of(vec![source("a", "north", text), source("b", "south", "Nothing here.")]);
    let v = at(&analysis, "#/search?q=captain+grain+ship");
    let FoundView::Articles(list) = v.found else { panic!("it is by article") };
    let said: Vec<String> =
        list[0].lines.iter().map(|l| l.pieces.iter().map(|p| p.text.as_str()).collect()).collect();
    assert!(said.iter().any(|s| s.contains("captain")), "{said:?}");
    assert!(said.iter().any(|s| s.contains("carried grain")), "{said:?}");
    let places: Vec<&str> = list[0].lines.iter().map(|l| l.href.as_str()).collect();
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(places, sorted);
}

/// A headline that matches is marked where it stands anyway, and not shown twice.
#[test]
fn a_headline_is_shown_once() {
    let analysis = Analysis::bundled();
    let v = at(&analysis, "#/search?q=raqqa");
    let FoundView::Articles(list) = v.found else { panic!("it is by article") };
    let mut marked = 0;
    for r in list.iter().filter(|r| !r.title.is_empty()) {
        let title: String = r.title.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(title, r.headline.text);
        assert!(r.title.iter().any(|p| p.text == "Raqqa" && p.marks.len() == 1));
        assert!(r.lines.iter().all(|l| l.place != "headline"), "{title}");
        marked += 1;
    }
    assert!(marked > 0 && list.iter().any(|r| r.title.is_empty()));
}

/// A sentence without end is cut around its matches, and only where it is long.
#[test]
fn long_sentences_are_cut_around_the_match() {
    let text = format!("{} zebra {}", "word ".repeat(4000), "more ".repeat(4000));
    let analysis = Analysis::of(vec![source("a", "north", &text)]);
    let v = at(&analysis, "#/search?q=zebra");
    let FoundView::Articles(list) = v.found else { panic!("it is by article") };
    let said: String = list[0].lines[0].pieces.iter().map(|p| p.text.as_str()).collect();
    assert!(said.contains("zebra") && said.starts_with('…') && said.ends_with('…'), "{said}");
    assert!(said.chars().count() < 500, "{}", said.len());
}

#[test]
fn the_export_holds_every_sentence_with_its_marks() {
    let analysis = Analysis::bundled();
    let state = state_of("#/search?q=raqqa+%22islamic+state%22&f=-outlet:cnn&sort=oldest&page=7");
    let json = exported(&analysis, &state);
    let v = shown(&analysis, &search(&state));
    assert_eq!(json["format"], "parallax-search");
    assert_eq!(json["query"], "raqqa \"islamic state\"");
    assert_eq!(json["filters"], serde_json::json!(["not outlet: CNN"]));
    assert_eq!(json["sentences"], v.sentences);
    assert_eq!(json["articles"], v.articles);
    let results = json["results"].as_array().expect("a list");
    assert_eq!(results.len(), v.sentences);
    let mut marks = 0;
    for r in results {
        let sentence: Vec<char> = r["sentence"].as_str().expect("a sentence").chars().collect();
        for m in r["matches"].as_array().expect("a list") {
            let of = |name: &str| m[name].as_u64().expect("a number") as usize;
            let text: String = sentence[of("start")..of("end")].iter().collect();
            assert_eq!(m["text"], text);
            marks += 1;
        }
        let id = r["article"].as_str().expect("an id");
        let article = &analysis.articles[analysis.article(id).expect("it is here")];
        assert_ne!(r["outlet"], "cnn");
        assert_eq!(r["outlet"], article.outlet());
        assert_eq!(r["headline"], article.headline());
        assert!(!r["why"].as_str().expect("a reason").is_empty());
        assert!(matches!(
            Route::parse(r["link"].as_str().expect("a link")).page,
            Page::Article { .. }
        ));
    }
    assert_eq!(marks, v.matches);
    assert_eq!(exported(&analysis, &state), json, "the same again");
    let csv = file(&analysis, &state, FileKind::Csv);
    assert!(csv.starts_with("\u{feff}outlet,article,"));
    assert!(csv.contains("not outlet: CNN"));
    // No sentence of the bundle breaks its line.
    let broken =
        results.iter().filter(|r| r["sentence"].as_str().is_some_and(|s| s.contains('\n')));
    assert_eq!(broken.count(), 0);
    assert_eq!(csv.trim_end().split("\r\n").count(), v.sentences + 1);
}

#[test]
fn nothing_that_is_exported_can_break_out() {
    let text = "=HYPERLINK(\"http://x\") zebra \"a\\b\" \u{202e}\u{0}</script>, he said.";
    let analysis = Analysis::of(vec![source("a", "=north", text)]);
    for query in ["zebra", "-absent", "=zebra \"", "@zebra\u{7}"] {
        let state = Search::default().asking(query.to_owned());
        let json = exported(&analysis, &state);
        assert_eq!(json["query"], query);
        let csv = file(&analysis, &state, FileKind::Csv);
        for cell in csv.trim_start_matches('\u{feff}').split(['\n', ',']) {
            assert!(!cell.starts_with(['=', '@', '+', '-']), "{query}: {cell}");
        }
        assert!(json["articles"] == 1 || query.len() > 9, "{query}: {json}");
    }
    let json = exported(&analysis, &Search::default().asking("zebra".to_owned()));
    let said = json["results"][0]["sentence"].as_str().expect("a sentence");
    assert!(said.contains("zebra") && said.contains('"'), "{said}");
}

/// Whole articles, where a query only leaves words out.
#[test]
fn what_is_only_left_out_finds_articles() {
    let analysis = Analysis::bundled();
    let v = at(&analysis, "#/search?q=-zzz&f=outlet:cnn");
    let own = analysis.articles.iter().filter(|a| a.outlet() == "cnn").count();
    assert_eq!((v.articles, v.sentences), (own, 0));
    assert!(lines(at(&analysis, "#/search?q=-zzz&show=sentences")).is_empty());
}

#[test]
fn nothing_found_says_what_was_in_the_way() {
    let analysis = Analysis::bundled();
    let v = at(&analysis, "#/search?q=raqqa&f=outlet:nobody&f=-type:PER");
    assert_eq!((v.articles, v.sentences), (0, 0));
    let chips: Vec<&str> = v.chips.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(chips, ["outlet: nobody", "not type: person"]);
    let cleared = at(&analysis, v.clear.as_ref().expect("there is a way out"));
    assert_eq!(cleared.sentences, v.without);
    assert!(v.without > 0 && cleared.chips.is_empty());
    assert!(!v.syntax.is_empty());
    let empty = at(&analysis, "#/search");
    assert!(!empty.asked && empty.facets.is_empty() && empty.notes.is_empty());
}

/// What is offered as an example finds something, without a word of complaint.
#[test]
fn examples_run() {
    let analysis = Analysis::bundled();
    let v = at(&analysis, "#/search");
    assert!(v.syntax.len() > 5 && !v.examples.is_empty());
    for link in v.syntax.iter().map(|r| &r.example).chain(&v.examples) {
        let found = at(&analysis, &link.href);
        // A condition alone finds articles and no sentence.
        assert!(found.sentences + found.articles > 0, "{} finds nothing", link.text);
        assert!(found.suggestion.is_none() || link.text.contains("dillion"), "{}", link.text);
        assert_eq!(found.query, link.text);
    }
}

/// Links of earlier versions still say the same.
#[test]
fn old_links() {
    let analysis = Analysis::bundled();
    let hash = "#/search?q=raqqa&f=outlet:rferl&f=-type:PER&f=actor:raqqa";
    let state = state_of(hash);
    assert_eq!(search(&state).to_hash(), hash);
    assert_eq!(
        (state.show, state.sort, state.page),
        (SearchShow::Articles, SearchSort::Relevance, 1)
    );
    let v = at(&analysis, hash);
    assert_eq!(v.chips.len(), 3);
    assert!(v.sentences > 0);
}

#[test]
fn odd_queries_are_answered() {
    let analysis = Analysis::bundled();
    let long = "raqqa ".repeat(2000);
    for query in ["(((", "\"", "* ~ ^", "\u{202e}\u{0}", "👩‍👩‍👧", "the of", "[a-z]+", "قال", &long]
    {
        for show in [SearchShow::Articles, SearchShow::Sentences] {
            let state = Search { show, ..Search::default() }.asking((*query).to_owned());
            let v = shown(&analysis, &search(&state));
            assert!(v.query.chars().count() < 250 && v.understood.chars().count() < 250);
            assert!(v.name.chars().count() <= 120);
            exported(&analysis, &state);
        }
    }
}
