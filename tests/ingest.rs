//! Cleaning: pages in, blocks and metadata out.

use parallax::corpus::{self, Given};
use parallax::ingest::{self, BlockKind, Cleaned, Found, How};
use proptest::prelude::*;
use std::path::Path;

fn scrape(text: &str) -> Cleaned {
    ingest::clean(text, &Given { scrape: true, ..Given::default() })
}

/// Blocks stand in order, do not overlap, lie on character boundaries, carry a reason, have no
/// white space at their ends, and together hold every character that is not white space.
fn check_blocks(text: &str, cleaned: &Cleaned) {
    let mut last = 0;
    for b in &cleaned.blocks {
        let (start, end) = (b.span.start as usize, b.span.end as usize);
        let words = text.get(start..end).expect("on character boundaries");
        assert!(start >= last && !words.is_empty(), "in order, not empty: {b:?}");
        assert_eq!(words, words.trim(), "without white space at the ends");
        assert!(!b.reason.is_empty(), "with a reason: {b:?}");
        let between = &text[last..start];
        assert!(between.trim().is_empty(), "lost: {between:?}");
        last = end;
    }
    assert!(text[last..].trim().is_empty(), "lost: {:?}", &text[last..]);
}

/// The blocks and metadata of a page as readable lines.
fn listing(text: &str, cleaned: &Cleaned) -> String {
    let mut out = String::new();
    for b in &cleaned.blocks {
        let words: Vec<&str> = b.span.of(text).split_whitespace().collect();
        let more = if words.len() > 7 { " …" } else { "" };
        let first = words[..words.len().min(7)].join(" ");
        out += &format!("{} | {first}{more} | {}\n", b.kind.name(), b.reason);
    }
    let m = &cleaned.metadata;
    let how = |h: &How| match h {
        How::Stated => "stated".to_owned(),
        How::Given => "given".to_owned(),
        How::Inferred(from) => format!("inferred from {from}"),
    };
    let mut line = |name: &str, f: &Found<String>| {
        out += &format!("{name}: {} ({})\n", f.value, how(&f.how));
    };
    m.outlet.iter().for_each(|f| line("outlet", f));
    m.headline.iter().for_each(|f| line("headline", f));
    m.authors.iter().for_each(|f| line("author", f));
    m.agencies.iter().for_each(|f| line("agency", f));
    m.captured.iter().for_each(|f| line("captured", f));
    if let Some(f) = &m.published {
        out += &format!("published: {} ({})\n", f.value, how(&f.how));
    }
    for n in &cleaned.notices {
        out += &format!("notice: {}\n", n.message);
    }
    out
}

/// Every page in `tests/ingest/` beside its expected listing. With `UPDATE_GOLDEN=1` the listings
/// are written anew; read the difference before you keep it.
#[test]
fn pages_become_the_expected_blocks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ingest");
    let mut pages: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    pages.sort();
    assert!(pages.len() >= 20, "the pages are there");
    let mut wrong = String::new();
    for path in pages {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let cleaned = scrape(&text);
        check_blocks(&text, &cleaned);
        compare(&path.with_extension("blocks"), &listing(&text, &cleaned), &mut wrong);
    }
    for source in corpus::bundled() {
        let given = Given { scrape: true, ..Given::default() };
        let path = folder.join(format!("{}.blocks", source.id));
        let cleaned = ingest::clean(&source.text, &given);
        compare(&path, &listing(&source.text, &cleaned), &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Notes where a listing differs from the one in `path`.
fn compare(path: &Path, found: &str, wrong: &mut String) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, found).expect("writable");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let (mut e, mut f) = (expected.lines(), found.lines());
    loop {
        match (e.next(), f.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                *wrong += &format!(
                    "\n{name}: expected {:?}\n{name}: found    {:?}\n",
                    a.unwrap_or("no more"),
                    b.unwrap_or("no more")
                );
                break;
            }
        }
    }
}

#[test]
fn the_bundled_pages_lose_nothing() {
    for source in corpus::bundled() {
        check_blocks(&source.text, &ingest::clean(&source.text, &source.given));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept_whole(text in any::<String>(), scrape in any::<bool>()) {
        let given = Given { scrape, ..Given::default() };
        check_blocks(&text, &ingest::clean(&text, &given));
    }

    /// Lines of the sorts that pages have, in any order and with any breaks between them.
    #[test]
    fn any_page_is_kept_whole(
        lines in prop::collection::vec((0..PIECES.len(), 0..BREAKS.len()), 0..60),
        scrape in any::<bool>(),
    ) {
        let text: String = lines.iter().map(|(l, b)| [PIECES[*l], BREAKS[*b]].concat()).collect();
        let given = Given { scrape, ..Given::default() };
        check_blocks(&text, &ingest::clean(&text, &given));
    }
}

const BREAKS: [&str; 8] = ["\n", "\n\n", "\r\n", " ", "\t", "    ", "\u{2028}", ""];

const PIECES: [&str; 24] = [
    "Harbour Strike Enters Second Week",
    "By Ida Quill",
    "LISBON (Reuters) -",
    "PORTO, March 3 (TASS).",
    "Dock workers voted on Tuesday to go on with the strike that has closed the harbour.",
    "“We will stay,” she said.",
    "© 2019 Tideway News. All rights reserved.",
    "© AP Photo/ Someone",
    "[Ana Reis/Reuters]",
    "Share",
    "Comments (12)",
    "reader77",
    "avatar",
    "Dossier on the Harbour (14)",
    "harbour, strike, Lisbon, unions",
    "Read more: Something Else Happened",
    "12:45 GMT3 May 2020",
    "Published: 3 May 2020",
    "•",
    "🙂 émoji – ‘x’",
    "\0\u{FEFF}\u{202E}",
    "النص العربي هنا.",
    "新华社北京电。",
    "((((\"\"\"[[[",
];

#[test]
fn huge_pages_are_kept_whole() {
    const PIECE: &str = "The council met on Tuesday to close the bridge to all cars and lorries.";
    let sizes = [
        "word ".repeat(120_000),
        "\"".repeat(400_000),
        "a (".repeat(120_000),
        "Short line\n".repeat(30_000),
        "x\n\n".repeat(12_000),
        "reader1\nA comment that says so.\n".repeat(12_000),
        "© ".repeat(100_000),
        "1.2.".repeat(100_000),
        "On May 3 ".repeat(40_000),
        format!("{PIECE}\n{}{PIECE}", "Share\n12\n".repeat(20_000)),
        format!("{PIECE}\n{}{PIECE}", "May 5, 2017\nIt rained again.\n".repeat(20_000)),
        format!("{PIECE}\n{}", "Related\nShare\n".repeat(20_000)),
    ];
    for text in sizes {
        check_blocks(&text, &scrape(&text));
    }
}

#[test]
fn a_given_title_is_the_headline() {
    let text = "Some menu\nUnlikely title here\nThe council met on Monday to talk about the bridge, which is shut.";
    let given =
        Given { title: Some("Unlikely Title Here".to_owned()), scrape: true, ..Given::default() };
    let cleaned = ingest::clean(text, &given);
    let headline = cleaned.blocks.iter().find(|b| b.kind == BlockKind::Headline);
    assert_eq!(headline.map(|b| b.span.of(text)), Some("Unlikely title here"));
}

/// The publication date of a page, and how it is known.
fn published(text: &str) -> String {
    // A year that is not told is `*` here.
    let open = ingest::PartialDate::default().to_string();
    let told = |date: ingest::PartialDate| date.to_string().replace(&open, "*");
    match scrape(text).metadata.published {
        None => "unknown".to_owned(),
        Some(f) => match f.how {
            How::Stated => format!("{} stated", told(f.value)),
            How::Given => format!("{} given", told(f.value)),
            How::Inferred(from) => format!("{} from {from}", told(f.value)),
        },
    }
}

#[test]
fn a_year_that_is_not_told_has_a_mark_for_each_digit() {
    let date = ingest::PartialDate { year: None, month: Some(4), day: Some(11) };
    let written = "X".repeat(4) + "-04-11";
    assert_eq!(date.to_string(), written);
    assert_eq!(ingest::PartialDate::parse(&written), Some(date));
}

#[test]
fn publication_dates() {
    let text = "\n\nDivers have found the bell of a ship that sank off the cape in a storm.";
    let stated = [
        ("date 2016-04-11 Register", "2016-04-11"),
        ("April 11, 2016", "2016-04-11"),
        ("11 April 2016", "2016-04-11"),
        ("Monday, 11th April 2016, 10:15 GMT", "2016-04-11"),
        ("Published: 11.04.2016 10:15", "2016-04-11"),
        ("Published time: 11 Apr, 2016 10:15", "2016-04-11"),
        ("2016-04-11T10:15:00Z", "2016-04-11"),
        ("By Ann Lee | Apr. 11, 2016", "2016-04-11"),
        ("Updated: 13 April 2016\nPublished: 11 April 2016", "2016-04-11"),
        ("13/04/2016", "2016-04-13"),
    ];
    for (line, date) in stated {
        let page = format!("Divers Find Bell of Lost Ship\n\n{line}{text}");
        assert_eq!(published(&page), format!("{date} stated"), "{line}");
    }
    let page = |body: &str, end: &str| {
        published(&format!("Divers Find Bell of Lost Ship\n\n{body}\n\n{end}"))
    };
    let rights = "© 2016 Cape Herald. All rights reserved.";
    let lead = "Divers found the bell of a lost ship on April 11 off the cape, the museum said.";
    assert_eq!(page(text, ""), "unknown");
    assert_eq!(
        page("04/05/2016\n\nDivers have found the bell of a lost ship off the cape.", ""),
        "unknown"
    );
    assert_eq!(
        page(&format!("Last updated: 12 April 2016{text}"), ""),
        "2016-04-12 from the line that says when the article was last updated"
    );
    assert_eq!(
        page(lead, ""),
        "*-04-11 from “on April 11” in the first paragraphs, the latest day named; the year is not stated"
    );
    assert_eq!(
        page(lead, rights),
        "2016-04-11 from “on April 11” in the first paragraphs, the latest day named, and the year 2016 of the copyright line"
    );
    assert_eq!(
        page(text, rights),
        "2016 from the copyright line (2016), which gives the year only"
    );
    assert_eq!(
        page(
            "OSLO, April 11 (Reuters) - Divers have found the bell of a ship that sank in a storm.",
            ""
        ),
        "*-04-11 from the dateline, “April 11”; the year is not stated"
    );
    // A day that lies ahead, or a later day elsewhere, says nothing.
    assert_eq!(
        page("The museum will open on April 11 with a feast, its director said this week.", ""),
        "unknown"
    );
    let later =
        format!("{lead}\n\nA second bell was found on April 20, the museum said in a statement.");
    assert_eq!(page(&later, ""), "unknown");
    // The clock of the saved page is no publication date.
    let saved = format!("10:15 GMT11 Apr 2020\nListen Live{text}");
    assert_eq!(published(&saved), "unknown");
    assert_eq!(
        scrape(&saved).metadata.captured.map(|f| f.value).as_deref(),
        Some("10:15 GMT11 Apr 2020")
    );
}

#[test]
fn what_is_given_beats_the_page() {
    let text = "Divers Find Bell of Lost Ship\n\n11 April 2016\n\n(CNN) -- Divers have found the bell of a ship that sank off the cape.";
    let given = Given {
        outlet: Some("The Guardian".to_owned()),
        title: Some("Another title".to_owned()),
        date: Some("2016-04-12".to_owned()),
        scrape: true,
        ..Given::default()
    };
    let m = ingest::clean(text, &given).metadata;
    let outlet = m.outlet.expect("given");
    assert_eq!((outlet.value.as_str(), outlet.how), ("guardian", How::Given));
    let headline = m.headline.expect("given");
    assert_eq!((headline.value.as_str(), headline.how), ("Another title", How::Given));
    let date = m.published.expect("given");
    assert_eq!((date.value.to_string().as_str(), date.how), ("2016-04-12", How::Given));
}

#[test]
fn clean_text_is_all_body() {
    let kinds = |text: &str, title: Option<&str>| -> Vec<String> {
        let given = Given { title: title.map(str::to_owned), ..Given::default() };
        let cleaned = ingest::clean(text, &given);
        check_blocks(text, &cleaned);
        let line = |b: &ingest::Block| format!("{} {}", b.kind.name(), b.span.of(text).len());
        cleaned.blocks.iter().map(line).collect()
    };
    // Paragraphs parted by empty lines; by single breaks; wrapped; with the title on top.
    assert_eq!(kinds("One came.\n\nTwo came.\n", None), ["body 9", "body 9"]);
    assert_eq!(kinds("One came.\nTwo came.", None), ["body 9", "body 9"]);
    assert_eq!(kinds("One came\nand two\ncame.\n\nThree did.", None), ["body 22", "body 10"]);
    assert_eq!(kinds("A Title\nOne came.", Some("A title")), ["headline 7", "body 9"]);
    // Nothing is taken for furniture.
    assert_eq!(kinds("Share\n\nOne came.", None), ["body 5", "body 9"]);
    assert_eq!(kinds(" \n\t\n", None), [""; 0]);
}

#[test]
fn the_outlet_table_is_complete() {
    let outlets: Vec<_> = corpus::outlets().collect();
    assert!(outlets.len() >= 40);
    for o in &outlets {
        assert!(ingest::PartialDate::parse(o.as_of).is_some(), "{}: as_of {}", o.id, o.as_of);
        assert!(!o.domains.is_empty() && !o.facts_from.is_empty(), "{}", o.id);
    }
    for source in corpus::bundled() {
        let id = source.given.outlet.expect("every bundled article names its outlet");
        assert!(corpus::outlet(&id).is_some(), "{id}");
    }
}
