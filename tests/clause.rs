//! Clauses: text in, what each sentence states out.

use parallax::analysis::Article;
use parallax::claim::clause::{Clause, Modality};
use parallax::corpus::{Given, Source};
use parallax::span::Span;
use proptest::prelude::*;

#[path = "table/mod.rs"]
mod table;

fn article(text: &str) -> Article {
    let given = Given { scrape: false, date: Some("2017-09-10".to_owned()), ..Given::default() };
    Article::analyse(Source { id: "a".to_owned(), text: text.into(), given })
}

/// `[text] subject | verb | object`, and what is told beside.
fn line(a: &Article, clause: &Clause) -> String {
    let text: Vec<String> = clause.spans.iter().map(|s| s.words(&a.text)).collect();
    let end = |span: Option<Span>| span.map_or("-".to_owned(), |s| s.words(&a.text));
    let mut told = Vec::new();
    if let Some(m) = clause.place.and_then(|m| a.mentions.get(m)) {
        told.push(format!("in {}", m.span.words(&a.text)));
    }
    if let Some(value) = clause.time.and_then(|t| a.timexes.get(t)).and_then(|t| t.value.clone()) {
        told.push(value);
    }
    if clause.negated {
        told.push("not".to_owned());
    }
    if clause.modality != Modality::Done {
        told.push(clause.modality.label().to_owned());
    }
    if let Some(q) = clause.attribution.and_then(|q| a.attributions.get(q)) {
        let source: Vec<String> = q.source.iter().map(|s| s.words(&a.text)).collect();
        told.push(format!("says {}", source.join(" ")));
    }
    let told = if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) };
    let (subject, object) = (end(clause.subject), end(clause.object));
    format!("[{}] {subject} | {} | {object}{told}", text.join(" … "), clause.lemma)
}

fn read(text: &str) -> Vec<String> {
    let a = article(text);
    a.clauses.iter().map(|c| line(&a, c)).collect()
}

/// Each line: text => its clauses, parted by " / ".
fn check(table: &[(&str, &str)]) {
    table::check(table, read);
}

#[test]
fn several_statements() {
    check(&[
        ("The army seized the bridge.", "[The army seized the bridge] army | seize | bridge"),
        (
            "The army will now seize the bridge.",
            "[The army will now seize the bridge] army | seize | bridge (planned)",
        ),
        (
            "The army will likely seize the bridge.",
            "[The army will likely seize the bridge] army | seize | bridge (planned)",
        ),
        ("The army retreated.", "[The army retreated] army | retreat | -"),
        (
            "The army seized the bridge and the rebels left the town.",
            "[The army seized the bridge] army | seize | bridge / [the rebels left the town] rebels | leave | town",
        ),
        (
            "The army seized the bridge and burned two boats.",
            "[The army seized the bridge] army | seize | bridge / [burned two boats] army | burn | two boats",
        ),
        (
            "The army, which holds the town, attacked the port on Friday.",
            "[The army … attacked the port on Friday] army | attack | port (2017-09-08) / [which holds the town] army | hold | town",
        ),
        (
            "Backed by jets, the army entered the port.",
            "[Backed by jets] army | back | - / [the army entered the port] army | enter | port",
        ),
        (
            "The rebels left the town after the army seized the bridge.",
            "[The rebels left the town] rebels | leave | town / [after the army seized the bridge] army | seize | bridge",
        ),
        (
            "The rebels fled, leaving their weapons in the harbour.",
            "[The rebels fled] rebels | flee | - / [leaving their weapons in the harbour] rebels | leave | weapons",
        ),
        ("They lost the land they held.", "[They lost the land they held] They | lose | land"),
    ]);
}

#[test]
fn who_says_so() {
    check(&[
        (
            "Hana Orel said the army seized the bridge and the rebels fled.",
            "[the army seized the bridge] army | seize | bridge (says Hana Orel) / [the rebels fled] rebels | flee | - (says Hana Orel)",
        ),
        (
            "The bridge was closed, Hana Orel said.",
            "[The bridge was closed] bridge | close | - (says Hana Orel)",
        ),
        (
            "A senior official told reporters on Friday they would leave the camp.",
            "[they would leave the camp] they | leave | camp (planned, says A senior official)",
        ),
        (
            "Hana Orel said on Monday.",
            "[Hana Orel said on Monday] Hana Orel | say | - (2017-09-04)",
        ),
    ]);
}

#[test]
fn place_time_and_modality() {
    check(&[
        (
            "The army will attack the port in Odessa on Friday.",
            "[The army will attack the port in Odessa on Friday] army | attack | port (in Odessa, 2017-09-15, planned)",
        ),
        (
            "The rebels did not enter Homs in May 2016.",
            "[The rebels did not enter Homs in May 2016] rebels | enter | Homs (2016-05, not)",
        ),
        (
            "The talks in the city of Geneva could fail.",
            "[The talks in the city of Geneva could fail] talks | fail | - (in Geneva, possible)",
        ),
        (
            "Officials from Geneva must visit the camp.",
            "[Officials from Geneva must visit the camp] Officials | visit | camp (required)",
        ),
    ]);
}

#[test]
fn hard_writing() {
    check(&[
        ("U.S. TROOPS OUT OF SYRIA", "[U.S. TROOPS OUT OF SYRIA] - |  | -"),
        ("No verb here.", "[No verb here] - |  | -"),
        ("...", "[...] - |  | -"),
        (
            "He did. She did too, and so on.",
            "[He did] He | do | - / [She did too, and so on] She | do | -",
        ),
    ]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Clauses lie in their sentence, in order, and share no text.
    #[test]
    fn clauses_part_their_sentence(text in "([A-Z]?[a-z]{1,7}|which|that|and|said|is|,|\\.|;|\"| ){0,60}") {
        let a = article(&text);
        for (i, s) in a.doc.sentences.iter().enumerate() {
            let mut spans: Vec<Span> =
                a.clauses.iter().filter(|c| c.sentence == i).flat_map(|c| c.spans.clone()).collect();
            prop_assert!(!spans.is_empty());
            spans.sort();
            prop_assert!(spans.iter().all(|span| s.span.covers(*span)));
            prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start));
        }
    }
}
