//! Every page rendered to a string from the bundled articles, and its meaning checked.
#![cfg(feature = "ssr")]

use parallax::analysis::{Analysis, Progress};
use parallax::app::shell::{Shell, ShellProps};
use parallax::corpus::{Given, Source};
use parallax::correction::{Correction, Edit, To, What};
use parallax::entity::EntityType;
use parallax::page::{self, ActorsBody, Body, ColumnView, Count, Passage, StatementRow, TableView};
use parallax::route::{EvidenceKey, Page, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

/// A hash of every page, in the states that differ in layout.
const HASHES: &[&str] = &[
    "#/",
    "#/articles",
    "#/articles?sort=length",
    "#/articles/cnn-coalition",
    "#/articles/cnn-coalition?s=3&hide=quotes",
    "#/articles/sputnik-briefing?cut=1",
    "#/actors",
    "#/actors?sort=name&filter=a",
    "#/actors?sort=-labels&type=PER,LOC&by=cnn&not=rferl&min=2",
    "#/actors?filter=nothingofthesort",
    "#/actors?show=network",
    "#/actors?show=network&in=each&unit=paragraph&top=15",
    "#/actors?show=network&in=cnn&pair=1&pairs=-npmi",
    "#/actors?show=network&pair=5&type=PER",
    "#/actors/islamic-state",
    "#/actors/islamic-state?kwic=left&from=cnn",
    "#/compare",
    "#/compare?table=statements",
    "#/compare?table=statements&show=only&cols=o:cnn,o:rferl&alike=50",
    "#/compare?table=numbers&lock=0",
    "#/compare?table=quoted&cols=a:sputnik-briefing,a:sputnik-capital,o:alarabiya",
    "#/compare?table=actions&cols=o:cnn,o:sputnik",
    "#/compare?row=islamic-state&open=mentions,islamic-state,o:cnn,=ISIS",
    "#/compare?table=numbers&show=every&cols=cnn,sputnik,rferl&hide=names,times",
    "#/compare?table=times&show=shared",
    "#/compare?table=words&cols=a:sputnik-briefing,o:cnn&open=word,isis,o:cnn",
    "#/search",
    "#/search?q=raqqa",
    "#/search?q=nothingofthesort",
    "#/search?q=raqqa+-turkey&f=outlet:rferl&f=-type:PER&f=quoted:no&sort=newest&more=type",
    "#/search?q=raqqa&show=sentences&kwic=left&f=outlet:rferl",
    "#/search?q=raqqa&f=outlet:nobody",
    "#/search?q=-nothingofthesort&show=sentences",
    "#/actors/raqqa",
    "#/corrections",
    "#/library",
    "#/about",
    "#/nowhere",
    "#/articles/nobody",
];

/// Waits for a future on this thread.
fn wait<F: Future>(future: F) -> F::Output {
    struct Thread(std::thread::Thread);
    impl Wake for Thread {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Thread(std::thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(done) => return done,
            Poll::Pending => std::thread::park(),
        }
    }
}

fn render_of(sources: fn() -> Vec<Source>, hash: &str) -> String {
    render_by(move |hash| page::view(&Analysis::of(sources()), &Route::parse(hash)), hash)
}

fn render_by(view: impl Fn(&str) -> page::View + Send + 'static, hash: &str) -> String {
    let hash = hash.to_owned();
    let props = move || ShellProps { view: Rc::new(view(&hash)) };
    wait(yew::ServerRenderer::<Shell>::with_props(props).hydratable(false).render())
}

thread_local! {
    /// The bundled articles, analysed once on each of the renderer's threads.
    static BUNDLED: Analysis = Analysis::bundled();
}

fn render(hash: &str) -> String {
    render_by(|hash| BUNDLED.with(|a| page::view(a, &Route::parse(hash))), hash)
}

fn view(hash: &str) -> page::View {
    BUNDLED.with(|a| page::view(a, &Route::parse(hash)))
}

#[test]
fn a_page_that_waits_says_how_far_it_is() {
    let waits = |hash: &'static str, stopped: bool| {
        let waiting = move |hash: &str| {
            let route = Route::parse(hash);
            let work = page::work(&route).expect("the page waits for something");
            let progress = Progress { done: 1200, of: 4600 };
            page::building(&route, page::Building { work, progress, stopped })
        };
        // Thin spaces stand between groups of digits.
        main_part(&render_by(waiting, hash)).replace('\u{2009}', "")
    };
    let compare = waits("#/compare?table=numbers", false);
    assert!(compare.contains("<h1>Compare</h1>"), "{compare}");
    assert!(
        compare.contains("Looking for what articles share: 1200 of 4600 sentences"),
        "{compare}"
    );
    assert!(compare.contains("max=\"4600\"") && compare.contains(">Stop<"), "{compare}");
    let stopped = waits("#/articles/cnn-coalition", true);
    assert!(stopped.contains("Stopped: 1200 of 4600 sentences are compared."), "{stopped}");
    assert!(stopped.contains(">Go on<"), "{stopped}");
    let search = waits("#/search?q=raqqa", false);
    assert!(search.contains("Making the articles searchable: 1200 of 4600 articles"), "{search}");
    for hash in ["#/articles", "#/actors", "#/library", "#/about", "#/corrections", "#/none"] {
        assert_eq!(page::work(&Route::parse(hash)), None, "{hash}");
    }
}

fn main_part(html: &str) -> &str {
    let start = html.find("<main").expect("a page has a main part");
    let end = html.find("</main>").expect("the main part ends");
    &html[start..end]
}

/// Values of an attribute, with the few entities that the renderer writes undone.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let opening = format!(" {name}=\"");
    html.match_indices(&opening)
        .map(|(at, _)| {
            let rest = &html[at + opening.len()..];
            let value = &rest[..rest.find('"').expect("an attribute ends")];
            value.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<")
        })
        .collect()
}

/// Levels of the headings, in order.
fn headings(html: &str) -> Vec<u8> {
    let bytes = html.as_bytes();
    html.match_indices("<h")
        .filter_map(|(at, _)| {
            let level = *bytes.get(at + 2)?;
            let end = *bytes.get(at + 3)?;
            (level.is_ascii_digit() && (end == b'>' || end == b' ')).then_some(level - b'0')
        })
        .collect()
}

#[test]
fn every_page_has_one_main_part_and_one_heading_of_its_own() {
    for hash in HASHES {
        let html = render(hash);
        let levels = headings(main_part(&html));
        assert_eq!(html.matches("<main").count(), 1, "{hash}");
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{hash}: {levels:?}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{hash}: a heading is skipped in {levels:?}");
        }
    }
}

#[test]
fn the_page_is_named_in_the_markup_and_in_the_navigation() {
    for (hash, name, current) in [
        ("#/", "overview", Some("Overview")),
        ("#/articles", "articles", Some("Articles")),
        ("#/articles/cnn-coalition", "article", Some("Articles")),
        ("#/actors", "actors", Some("Actors")),
        ("#/compare", "compare", Some("Compare")),
        ("#/search?q=raqqa", "search", None),
        ("#/corrections", "corrections", Some("Library")),
        ("#/library", "library", Some("Library")),
        ("#/about", "about", Some("About")),
        ("#/nowhere", "lost", None),
    ] {
        let html = render(hash);
        assert_eq!(attributes(&html, "data-page"), [name], "{hash}");
        let top = &html[..html.find("<main").unwrap()];
        let said = top.split_once("aria-current=\"page\"").map(|(_, rest)| {
            let rest = &rest[rest.find('>').unwrap() + 1..];
            &rest[..rest.find('<').unwrap()]
        });
        assert_eq!(said, current, "{hash}");
    }
}

#[test]
fn no_link_leads_nowhere() {
    let analysis = Analysis::bundled();
    let mut seen = BTreeMap::new();
    for hash in HASHES {
        for href in attributes(&render(hash), "href") {
            seen.entry(href).or_insert(*hash);
        }
    }
    // The list above holds two such links itself, and they are shown as text only.
    assert!(seen.len() > 100, "only {} links were found", seen.len());
    for (href, on) in seen {
        if href == "#main" {
            continue;
        }
        assert!(href.starts_with("#/"), "{href} on {on}");
        let route = Route::parse(&href);
        let view = page::view(&analysis, &route);
        assert!(!matches!(view.body, Body::Lost(_)), "{href} on {on} leads nowhere");
        assert_eq!(view.open.is_some(), route.open.is_some(), "{href} on {on} opens nothing");
    }
}

#[test]
fn ids_are_unique() {
    for hash in HASHES {
        let ids = attributes(&render(hash), "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{hash}: {ids:?}");
    }
}

fn in_network(v: &page::NetworkView) -> impl Iterator<Item = &Count> {
    let rows = v.pairs.rows.iter().flat_map(|r| r.cells.iter().chain([&r.total]));
    rows.chain(v.panels.iter().flat_map(|p| &p.edges).map(|e| &e.count))
}

/// Every number of a page that opens sentences.
fn counts(body: &Body) -> Vec<Count> {
    let mut all = Vec::new();
    match body {
        Body::Overview(v) => all.extend(
            v.findings.iter().flat_map(|f| &f.sides).flat_map(|s| &s.labels).map(|l| &l.count),
        ),
        Body::Articles(v) => all.extend(v.rows.iter().flat_map(|r| [&r.quotes, &r.numbers])),
        Body::Article(v) => {
            all.extend(v.quoted.iter().map(|q| &q.count));
            all.extend(v.actors.iter().map(|a| &a.count));
        }
        Body::Actors(v) => match &v.body {
            ActorsBody::Table(t) => {
                all.extend(t.rows.iter().flat_map(|r| r.counts.iter().chain([&r.total])))
            }
            ActorsBody::Network(n) => all.extend(in_network(&n.network)),
        },
        Body::Actor(v) => {
            all.push(&v.total);
            for n in v.naming.iter().chain(&v.titles) {
                all.push(&n.total);
                all.extend(n.labels.iter().map(|l| &l.count));
            }
            all.extend(in_network(&v.together));
            all.extend(v.joins.iter().flat_map(|g| &g.labels).map(|l| &l.count));
            if v.quoted.all_by.value > 0 {
                all.extend(v.quoted.by.iter().map(|o| &o.count).chain([&v.quoted.all_by]));
            }
            all.extend(v.quoted.about.iter().map(|q| &q.count));
        }
        Body::Compare(v) => match &v.table {
            TableView::Names(rows) => {
                all.extend(rows.iter().flat_map(|r| &r.cells).flatten().map(|l| &l.count));
            }
            TableView::Quoted(rows) => {
                all.extend(rows.iter().flat_map(|r| &r.cells).flatten().map(|q| &q.count));
            }
            TableView::Actions(rows) => {
                all.extend(rows.iter().flat_map(|r| &r.cells).flat_map(|c| c.counts()));
            }
            TableView::Words(table) => {
                all.extend(table.rows.iter().flat_map(|r| &r.cells).map(|c| &c.count));
            }
            _ => {}
        },
        _ => {}
    }
    all.into_iter().cloned().collect()
}

#[test]
fn every_number_is_a_link_and_zero_is_none() {
    let mut numbers = 0;
    for hash in HASHES {
        let hrefs: BTreeSet<String> = attributes(&render(hash), "href").into_iter().collect();
        for count in counts(&view(hash).body) {
            numbers += 1;
            assert_eq!(hrefs.contains(&count.href), count.value > 0, "{hash}: {}", count.title);
        }
    }
    assert!(numbers > 50, "only {numbers} numbers were found");
}

#[test]
fn evidence_opens_once_under_its_row_and_holds_as_many_matches_as_the_number_says() {
    for hash in
        ["#/actors", "#/actors?show=network", "#/compare", "#/articles", "#/articles/cnn-coalition"]
    {
        let closed = view(hash);
        let Some(count) = counts(&closed.body).into_iter().find(|c| c.value > 1) else {
            panic!("{hash} has no number above one");
        };
        let html = render(&count.href);
        let main = main_part(&html);
        assert_eq!(main.matches("id=\"evidence\"").count(), 1, "{}", count.href);
        assert!(main.contains("aria-expanded=\"true\""), "{}", count.href);
        let open = view(&count.href).open.expect("it opens");
        assert_eq!(open.total, count.value, "{}", count.href);
        let evidence = &main[main.find("id=\"evidence\"").unwrap()..];
        let evidence = &evidence[..evidence.find("</section>").unwrap()];
        assert_eq!(evidence.matches("class=\"line\"").count(), open.lines.len(), "{}", count.href);
        if main.contains("<table") && hash != "#/articles/cnn-coalition" {
            assert!(main.contains("class=\"evidence-row\""), "{} is not in its table", count.href);
        }
        assert!(
            attributes(evidence, "href").contains(&open.close),
            "{} does not close",
            count.href
        );
    }
}

#[test]
fn evidence_without_a_place_stands_at_the_top() {
    let route = Route {
        page: Page::About,
        open: Some(EvidenceKey::Sentence { article: "cnn-coalition".to_owned(), sentence: 3 }),
    };
    let html = render(&route.to_hash());
    let main = main_part(&html);
    let evidence = main.find("id=\"evidence\"").expect("it is shown");
    assert!(evidence < main.find("<h1").unwrap());
}

#[test]
fn an_empty_cell_says_that_nothing_was_found() {
    let mut empty = 0;
    for hash in [
        "#/compare",
        "#/compare?table=statements",
        "#/compare?table=quoted",
        "#/compare?table=actions",
        "#/compare?table=times",
        "#/compare?table=words",
    ] {
        let Body::Compare(v) = view(hash).body else { panic!("{hash} compares") };
        let cells = match &v.table {
            TableView::Names(rows) => {
                rows.iter().flat_map(|r| &r.cells).filter(|c| c.is_empty()).count()
            }
            TableView::Statements(rows) => {
                rows.iter().flat_map(|r| &r.cells).filter(|c| c.is_empty()).count()
            }
            TableView::Quoted(rows) => {
                rows.iter().flat_map(|r| &r.cells).filter(|c| c.is_empty()).count()
            }
            TableView::Times(table) => {
                table.rows.iter().flat_map(|r| &r.cells).filter(|c| c.is_empty()).count()
            }
            TableView::Actions(rows) => {
                rows.iter().flat_map(|r| &r.cells).filter(|c| c.is_empty()).count()
            }
            TableView::Words(table) => {
                let cells = table.rows.iter().flat_map(|r| &r.cells);
                cells.filter(|c| c.count.value == 0).count()
            }
            TableView::Numbers(_) => panic!("{hash} shows another table"),
        };
        let html = render(hash);
        assert_eq!(main_part(&html).matches("not found here").count(), cells, "{hash}");
        assert!(!main_part(&html).contains("not reported"), "{hash}");
        empty += cells;
    }
    assert!(empty > 10, "only {empty} cells are empty");
}

#[test]
fn matched_passages_share_a_number_across_columns() {
    let Body::Compare(v) = view("#/compare").body else { panic!("it compares") };
    let html = render("#/compare");
    let shown = attributes(&html, "data-band");
    let bands: Vec<String> = v
        .columns
        .iter()
        .flat_map(|c| &c.articles)
        .flat_map(|a| &a.paragraphs)
        .flat_map(|p| &p.passages)
        .map(|p| p.bands.iter().map(usize::to_string).collect::<Vec<_>>().join(" "))
        .filter(|bands| !bands.is_empty())
        .collect();
    assert_eq!(shown, bands);
    for band in bands.iter().flat_map(|b| b.split(' ')) {
        let has = |p: &Passage| p.bands.iter().any(|b| b.to_string() == band);
        let stands = |c: &&ColumnView| {
            c.articles.iter().flat_map(|a| &a.paragraphs).flat_map(|p| &p.passages).any(has)
        };
        assert!(v.columns.iter().filter(stands).count() > 1, "passage {band} has no match");
    }
}

#[test]
fn a_looser_threshold_shares_more_statements() {
    let shared = |alike: &str| -> Vec<Vec<String>> {
        let hash = format!("#/compare?table=statements&show=shared{alike}");
        let Body::Compare(v) = view(&hash).body else { panic!("it compares") };
        let TableView::Statements(rows) = v.table else { panic!("statements") };
        assert_eq!(v.alike.iter().filter(|c| c.current).count(), 1, "{alike}");
        // The same in the texts below.
        let columns = v.columns.iter().flat_map(|c| &c.articles).flat_map(|a| &a.paragraphs);
        let bands: BTreeSet<usize> =
            columns.flat_map(|p| &p.passages).flat_map(|p| p.bands.clone()).collect();
        assert_eq!(bands, rows.iter().map(|r| r.number).collect(), "{alike}");
        let places = |r: &StatementRow| -> Vec<String> {
            r.cells.iter().flatten().map(|c| c.line.href.clone()).collect()
        };
        rows.iter().map(places).collect()
    };
    let [loose, own, strict] = ["&alike=20", "", "&alike=60"].map(shared);
    assert!(loose.len() > own.len() && own.len() > strict.len(), "{loose:?} {own:?} {strict:?}");
    // What stands at a strict threshold stands at a loose one.
    for row in &strict {
        assert!(own.iter().any(|o| row.iter().all(|place| o.contains(place))), "{row:?}");
    }
    let named = (100.0 * parallax::claim::align::THRESHOLD).round();
    assert_eq!(shared(&format!("&alike={named}")), own);
}

#[test]
fn the_linked_sentence_is_marked() {
    let html = render("#/articles/cnn-coalition?s=3");
    assert_eq!(html.matches("class=\"s at\"").count(), 1);
    let at = html.find("class=\"s at\"").expect("a sentence is marked");
    let tag = &html[html[..at].rfind('<').unwrap()..];
    assert!(tag[..tag.find('>').unwrap()].contains("id=\"s3\""));
}

#[test]
fn a_link_that_leads_nowhere_says_why_and_shows_a_way_on() {
    for hash in ["#/nowhere", "#/articles/nobody", "#/compare?cols=o:x,o:y", "#/%zz"] {
        let html = render(hash);
        let Body::Lost(lost) = view(hash).body else { panic!("{hash} leads somewhere") };
        assert!(!lost.reason.is_empty(), "{hash}");
        assert!(!lost.ways.is_empty(), "{hash}");
        let hrefs = attributes(main_part(&html), "href");
        assert!(lost.ways.iter().all(|w| hrefs.contains(&w.href)), "{hash}");
    }
}

/// An article whose every part tries to become markup.
fn hostile() -> Vec<Source> {
    let text = "<script>alert(1)</script> Minister Visits <b>Oxford</b>\n\n\
        The minister <img src=x onerror=alert(2)> of \"Wales\" said on Monday that 40 percent of \
        <i>Cardiff</i> was flooded, \"quite <u>flooded</u>\", according to Reuters.\n\n\
        Cardiff & Oxford were flooded on Monday, the minister said.";
    ["one", "two"]
        .into_iter()
        .map(|id| Source {
            id: id.to_owned(),
            text: text.into(),
            given: Given {
                outlet: Some(format!("<em>{id}</em>")),
                credit: Some("<s>me</s>".to_owned()),
                ..Given::default()
            },
        })
        .collect()
}

#[test]
fn words_of_articles_never_become_markup() {
    let hashes = HASHES
        .iter()
        .filter(|h| !h.contains("cols=") && **h != "#/actors/raqqa")
        .map(|h| h.replace("cnn-coalition", "one").replace("sputnik-briefing", "two"));
    let mut escaped = 0;
    for hash in hashes.chain(["#/search?q=%3Cscript%3E+cardiff".to_owned()]) {
        let html = render_of(hostile, &hash);
        for tag in ["<script", "<img", "<b>", "<i>", "<u>", "<em>", "<s>"] {
            assert!(!html.contains(tag), "{hash}: {tag}");
        }
        escaped += html.matches("&lt;").count();
    }
    assert!(escaped > 20, "the words were lost, not shown: {escaped}");
}

#[test]
fn an_empty_library_has_pages_too() {
    for hash in
        ["#/", "#/articles", "#/actors", "#/compare", "#/search?q=x", "#/library", "#/about"]
    {
        let html = render_of(Vec::new, hash);
        assert_eq!(headings(main_part(&html)).iter().filter(|l| **l == 1).count(), 1, "{hash}");
    }
}

/// The bundled articles with corrections of every kind, one of which finds nothing.
fn corrected() -> Analysis {
    let mut analysis = Analysis::bundled();
    let who = |name: &str| {
        let i = analysis.actors.actors.iter().position(|a| a.name == name).expect("it is named");
        analysis.who(i).expect("it has an address")
    };
    let markup = "<b>R</b> & “co”".to_owned();
    let edits = [
        Edit::Merge { actor: who("Damascus"), into: who("Raqqa") },
        Edit::Rename { actor: who("Raqqa"), name: markup.clone() },
        Edit::Retype { actor: who("Raqqa"), kind: EntityType::Org },
        Edit::Drop(What::Everywhere("<i>nobody</i>".to_owned())),
        Edit::Move {
            what: What::Everywhere("Syria".to_owned()),
            to: To::New { name: markup, kind: EntityType::Loc },
        },
    ];
    let made = Some("2026-11-21".to_owned());
    let list = edits.into_iter().map(|edit| Correction { edit, made: made.clone() }).collect();
    analysis.correct(list);
    analysis
}

#[test]
fn an_actor_can_be_corrected_and_shows_what_was() {
    let html = render("#/actors/raqqa");
    for id in ["rename", "retype", "merge"] {
        assert!(html.contains(&format!("for=\"{id}\"")) && html.contains(&format!("id=\"{id}\"")));
    }
    let Body::Actor(v) = view("#/actors/raqqa").body else { panic!("an actor") };
    let words = attributes(&html, "data-words");
    assert!(
        v.joins.iter().flat_map(|g| &g.labels).all(|l| words.contains(&l.label)),
        "each label can be corrected"
    );
    assert!(v.kwic.lines.iter().all(|k| words.contains(&k.label)), "so can each mention");
    assert!(v.correct.notes.is_empty() && !v.correct.others.contains(&v.name));

    let html = render_by(|hash| page::view(&corrected(), &Route::parse(hash)), "#/actors/raqqa");
    for said in [
        "You merged “Damascus” into “Raqqa”.",
        "21 November 2026",
        "You set the type of “Raqqa” to organisation.",
        "&lt;b&gt;R&lt;/b&gt;",
        "All corrections (5)",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("<b>"));
}

#[test]
fn the_list_of_corrections_says_what_each_does_and_why_one_does_nothing() {
    let html = render_by(|hash| page::view(&corrected(), &Route::parse(hash)), "#/corrections");
    let main = main_part(&html);
    assert_eq!(main.matches("Take back").count(), 5);
    assert_eq!(main.matches("class=\"idle\"").count(), 1);
    assert!(main.contains("Changes nothing here: no mention here is “&lt;i&gt;nobody&lt;/i&gt;”."));
    assert!(main.contains("of which 1 changes nothing"));
    assert!(!main.contains("<i>") && !main.contains("<b>"));
    let none = render("#/corrections");
    assert!(none.contains("You have corrected nothing yet."));
}

#[test]
fn no_count_disagrees_after_corrections() {
    let analysis = corrected();
    let mut seen = 0;
    let ids: Vec<String> = analysis.actors.actors.iter().map(|a| a.id.clone()).collect();
    let pages = ["#/", "#/actors", "#/compare", "#/compare?table=quoted", "#/articles"];
    let actors = ids.iter().map(|id| Route::actor(id).to_hash());
    for hash in pages.into_iter().map(str::to_owned).chain(actors) {
        for count in counts(&page::view(&analysis, &Route::parse(&hash)).body) {
            let open = page::view(&analysis, &Route::parse(&count.href)).open;
            assert_eq!(open.map_or(0, |e| e.total), count.value, "{hash}: {}", count.title);
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} counts were found");
}

fn rows_of(hash: &str) -> Vec<String> {
    match view(hash).body {
        Body::Actors(v) => match v.body {
            ActorsBody::Table(t) => t.rows.into_iter().map(|r| r.actor.text).collect(),
            ActorsBody::Network(n) => {
                n.network.pairs.rows.iter().map(|r| format!("{} {}", r.a.text, r.b.text)).collect()
            }
        },
        other => panic!("{hash} shows {other:?}"),
    }
}

#[test]
fn every_column_sorts_both_ways_and_says_so() {
    for (page, keys) in [
        ("#/actors?", ["sort", "name", "type", "total", "outlets", "labels", "in:cnn"].as_slice()),
        ("#/actors?show=network&", &["pairs", "together", "name", "npmi", "g2", "in:cnn"]),
    ] {
        let [param, sorts @ ..] = keys else { panic!() };
        let mut orders = BTreeSet::new();
        for sort in sorts {
            let (down, up) = (format!("{page}{param}={sort}"), format!("{page}{param}=-{sort}"));
            let said = |hash: &str| attributes(main_part(&render(hash)), "aria-sort");
            let (a, b) = (said(&down), said(&up));
            assert_eq!((a.len(), b.len()), (1, 1), "{down}: {a:?} {b:?}");
            assert_ne!(a, b, "{down}");
            assert_ne!(rows_of(&down), rows_of(&up), "{down}");
            let sorted = |hash: &str| {
                let mut rows = rows_of(hash);
                rows.sort();
                rows
            };
            assert_eq!(sorted(&down), sorted(&up), "{down}");
            orders.insert(rows_of(&down));
        }
        assert!(orders.len() + 1 >= sorts.len(), "{page}: two columns sort alike");
    }
}

#[test]
fn filters_of_actors_narrow_the_list() {
    let all = rows_of("#/actors").len();
    for filter in ["type=PER", "filter=syri", "by=cnn", "not=cnn", "min=5"] {
        let found = rows_of(&format!("#/actors?{filter}")).len();
        assert!(found > 0 && found < all, "{filter}: {found} of {all}");
    }
    let (by, not) = (rows_of("#/actors?by=cnn").len(), rows_of("#/actors?not=cnn").len());
    assert_eq!(by + not, all, "every actor is named by CNN or not found there");
    let both = rows_of("#/actors?type=PER,ORG").len();
    assert_eq!(both, rows_of("#/actors?type=PER").len() + rows_of("#/actors?type=ORG").len());
    assert!(rows_of("#/actors?filter=daesh").contains(&"Islamic State group".to_owned()));
}

/// The drawing and its table hold the same pairs with the same numbers.
#[test]
fn the_table_twin_of_a_network() {
    for hash in
        ["#/actors?show=network", "#/actors?show=network&in=each", "#/actors?show=network&in=cnn"]
    {
        let Body::Actors(v) = view(hash).body else { panic!() };
        let ActorsBody::Network(body) = v.body else { panic!() };
        let v = &body.network;
        let drawn: BTreeSet<(&str, usize)> = v
            .panels
            .iter()
            .flat_map(|p| &p.edges)
            .map(|e| (e.count.href.as_str(), e.count.value))
            .collect();
        let each = v.panels.len() > 1;
        let listed: BTreeSet<(&str, usize)> = v
            .pairs
            .rows
            .iter()
            .flat_map(|r| if each { r.cells.iter().collect() } else { vec![&r.total] })
            .filter(|c| c.value > 0)
            .map(|c| (c.href.as_str(), c.value))
            .collect();
        assert!(drawn.len() > 10);
        assert_eq!(drawn, listed, "{hash}");
        let html = render(hash);
        assert_eq!(html.matches("data-edge=").count(), drawn.len(), "{hash}");
        assert_eq!(html.matches("data-node=").count(), v.nodes.len() * v.panels.len(), "{hash}");
        for row in &v.pairs.rows {
            assert!((-100..=100).contains(&row.npmi), "{hash}: {row:?}");
        }
    }
}

/// A pair in one paragraph is at least as frequent as in one sentence, and opens whole passages.
#[test]
fn paragraphs_hold_sentences() {
    let number =
        |hash: &str| view(hash).open.map_or(0, |e| (e.total, e.lines.len(), e.paragraphs).0);
    let sentence = number("#/?open=together,islamic-state,raqqa");
    let paragraph = number("#/?open=together,islamic-state,raqqa,,paragraph");
    let cnn = number("#/?open=together,islamic-state,raqqa,o:cnn,paragraph");
    assert!(sentence > 0 && paragraph > 0 && cnn < paragraph);
}

#[test]
fn words_in_context_are_in_order() {
    let Body::Actor(v) = view("#/actors/islamic-state?kwic=right").body else { panic!() };
    let first = |l: &page::KwicLine| {
        let run = l.right.iter().find(|r| r.rank == 1);
        run.map(|r| parallax::text::fold(&r.text))
    };
    let words: Vec<String> = v.kwic.lines.iter().filter_map(first).collect();
    assert!(words.len() > 20);
    assert!(words.windows(2).all(|w| w[0] <= w[1]), "{words:?}");
    let Body::Actor(one) = view("#/actors/islamic-state?from=cnn").body else { panic!() };
    assert!(one.kwic.found < v.kwic.found);
    assert!(one.kwic.lines.iter().all(|l| l.outlet.id == "cnn"));
    assert_eq!(v.kwic.found, v.total.value, "every mention is a line");
    let near = |l: &page::KwicLine| l.left.last().is_some_and(|r| r.text.ends_with('…'));
    assert!(!v.kwic.lines.iter().any(near), "contexts are cut at their far ends only");
}

#[test]
fn a_table_is_saved_as_it_is_shown() {
    for hash in ["#/actors?type=ORG&sort=name", "#/actors?show=network"] {
        let Body::Actors(v) = view(hash).body else { panic!() };
        let csv = v.csv();
        let rows: Vec<&str> = csv.trim_end().split("\r\n").collect();
        assert_eq!(rows.len(), rows_of(hash).len() + 1, "{hash}");
        assert!(rows[0].contains("CNN"), "{}", rows[0]);
    }
}

#[test]
fn measured_quality_is_shown_with_its_targets() {
    let html = render("#/about");
    let Body::About(v) = view("#/about").body else { panic!() };
    assert!(v.quality.len() >= 6);
    for row in &v.quality {
        for text in [&row.name, &row.figure, &row.reached, &row.target] {
            assert!(html.contains(text.as_str()), "{text}");
        }
    }
}

/// Eighteen reports of two outlets, of which each two tell one event, and each its own dozen of roads.
fn many() -> Vec<Source> {
    const EVENTS: [&str; 9] = [
        "A fire burnt down the sawmill on Monday.",
        "Voters chose a baker as their mayor.",
        "Divers raised a sunken ferry from the fjord.",
        "The museum lost two silver clocks to thieves.",
        "Hail destroyed most of the early plums.",
        "A crane fell into the harbour basin.",
        "Nurses ended their strike after six weeks.",
        "The choir sang for the visiting queen.",
        "Wolves killed nine sheep near the chapel.",
    ];
    let report = |outlet: &str, i: usize| {
        let roads: String = (0..12)
            .map(|n| {
                format!("\n\nRoad {outlet}{i}{n} to Upper{outlet}{i}{n} was repaired by masons.")
            })
            .collect();
        Source {
            id: format!("{outlet}-{i:02}"),
            text: format!("{}{roads}", EVENTS[i]).into(),
            given: Given { outlet: Some(outlet.to_owned()), ..Given::default() },
        }
    };
    (0..18).map(|i| report(if i % 2 == 0 { "north" } else { "south" }, i / 2)).collect()
}

#[test]
fn many_articles_fold_their_texts_and_long_tables_have_pages() {
    let page = render_of(many, "#/compare?table=statements");
    let main = main_part(&page);
    assert_eq!(main.matches("Show the text").count(), 16, "one of nine is laid out in each column");
    assert!(main.contains("8 other articles"));
    assert!(main.contains("1 to 100 of "));
    assert!(main.contains("Show 1 to 100 of "));
    let second = render_of(many, "#/compare?table=statements&page=2");
    let second = main_part(&second);
    assert!(second.contains("101 to ") && !second.contains("id=\"all-rows\""), "read on in full");
    assert!(main.contains("Lay out its texts below"), "rows lead to texts that are folded");
    assert!(main.contains("more than one of these texts"));
    // A few articles need none of this.
    let few = render("#/compare?table=statements");
    let few = main_part(&few);
    for words in ["Show the text<", "other articles", "Show 1 to", "Lay out its texts"] {
        assert!(!few.contains(words), "{words}");
    }
}
