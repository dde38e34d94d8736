//! Every page rendered to a string from the bundled articles, and its meaning checked.
#![cfg(feature = "ssr")]

use parallax::analysis::Analysis;
use parallax::app::shell::{Shell, ShellProps};
use parallax::corpus::{Given, Source};
use parallax::correction::{Correction, Edit, To, What};
use parallax::entity::EntityType;
use parallax::page::{self, Body, Count, TableView};
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
    "#/compare",
    "#/compare?table=statements",
    "#/compare?table=statements&show=only&cols=o:cnn,o:rferl",
    "#/compare?table=numbers&lock=0",
    "#/compare?table=quoted&cols=a:sputnik-briefing,a:sputnik-capital,o:alarabiya",
    "#/search",
    "#/search?q=raqqa",
    "#/search?q=nothingofthesort",
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
        Body::Actors(v) => {
            all.extend(v.rows.iter().flat_map(|r| r.counts.iter().chain([&r.total])))
        }
        Body::Actor(v) => {
            all.push(&v.total);
            all.extend(v.naming.iter().flat_map(|n| &n.labels).map(|l| &l.count));
            all.extend(v.together.iter().map(|a| &a.count));
        }
        Body::Compare(v) => match &v.table {
            TableView::Names(rows) => {
                all.extend(rows.iter().flat_map(|r| &r.cells).flatten().map(|l| &l.count));
            }
            TableView::Quoted(rows) => {
                all.extend(rows.iter().flat_map(|r| &r.cells).flatten().map(|q| &q.count));
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
    for hash in ["#/actors", "#/compare", "#/articles", "#/articles/cnn-coalition"] {
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
    for hash in ["#/compare", "#/compare?table=statements", "#/compare?table=quoted"] {
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
        .flat_map(|p| &p.sentences)
        .filter_map(|s| s.band)
        .map(|b| b.to_string())
        .collect();
    assert_eq!(shown, bands);
    for band in &bands {
        assert!(bands.iter().filter(|b| *b == band).count() > 1, "passage {band} has no match");
    }
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
    assert!(v.joins.iter().all(|j| words.contains(&j.label)), "each label can be corrected");
    assert!(v.concordance.iter().all(|k| words.contains(&k.label)), "so can each mention");
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
