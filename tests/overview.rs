//! The findings of the Overview: each is chosen by a criterion, says why, and is not shown where the texts are
//! too short to tell.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::page::{Body, Finding, view};
use parallax::route::Route;

fn findings(texts: &[(&str, String)]) -> (Analysis, Vec<Finding>) {
    let sources = texts.iter().enumerate().map(|(i, (outlet, text))| Source {
        id: format!("t{i}"),
        text: text.as_str().into(),
        given: Given { outlet: Some((*outlet).to_owned()), scrape: false, ..Given::default() },
    });
    let analysis = Analysis::of(sources.collect());
    let findings = of(&analysis);
    (analysis, findings)
}

fn of(analysis: &Analysis) -> Vec<Finding> {
    match view(analysis, &Route::parse("#/")).body {
        Body::Overview(v) => v.findings,
        other => panic!("{other:?}"),
    }
}

fn one<'a>(findings: &'a [Finding], kind: &str) -> Option<&'a Finding> {
    findings.iter().find(|f| f.kind == kind)
}

/// Every number of a finding opens as many matches as it says.
fn traced(analysis: &Analysis, finding: &Finding) {
    for count in finding.sides.iter().flat_map(|s| &s.labels).map(|l| &l.count) {
        let open = view(analysis, &Route::parse(&count.href)).open.expect("it opens");
        assert_eq!(open.total, count.value, "{}", count.title);
    }
}

const ACTS: [&str; 6] = [
    "Turkey attacked Iran on the first day of the long week.",
    "Turkey shelled Iran on the second day of the long week.",
    "Turkey bombed Iran on the third day of the long week.",
    "Turkey struck Iran on the fourth day of the long week.",
    "Turkey invaded Iran on the fifth day of the long week.",
    "Turkey besieged Iran on the sixth day of the long week.",
];

fn turned(acts: &[&str]) -> String {
    acts.join(" ").replace("Turkey", "X").replace("Iran", "Turkey").replace('X', "Iran")
}

#[test]
fn an_actor_in_opposite_parts_is_found_where_chance_does_not_explain_it() {
    let (analysis, found) = findings(&[("north", ACTS.join(" ")), ("south", turned(&ACTS))]);
    let acts = one(&found, "Actions").expect("the parts are opposite");
    assert!(
        [
            "Turkey: acting in north, acted upon in south",
            "Iran: acting in south, acted upon in north"
        ]
        .contains(&acts.title.as_str()),
        "{}",
        acts.title
    );
    assert!(acts.why.contains("6 of 6") && acts.why.contains("Fisher"), "{}", acts.why);
    assert!(acts.sides.iter().all(|s| s.line.is_some() && !s.labels.is_empty()));
    traced(&analysis, acts);
    // The same parts, too few acts, and parts that differ in three acts of four.
    let same = findings(&[("north", ACTS.join(" ")), ("south", ACTS.join(" "))]).1;
    assert_eq!(one(&same, "Actions"), None);
    let few = findings(&[("north", ACTS[..3].join(" ")), ("south", turned(&ACTS[..3]))]).1;
    assert_eq!(one(&few, "Actions"), None);
    let mixed = |own: usize| format!("{} {}", ACTS[..own].join(" "), turned(&ACTS[own..4]));
    let mixed = findings(&[("north", mixed(3)), ("south", mixed(1))]).1;
    assert_eq!(one(&mixed, "Actions"), None);
}

#[test]
fn a_word_of_one_outlet_is_found_where_chance_does_not_explain_it() {
    let filler = "The weather in the north was mild and the roads were open all day. ".repeat(12);
    let a = format!("{filler} {}", "A militant met other militants in north. ".repeat(8));
    let b = format!("{filler} {}", "A stranger met other people in south. ".repeat(8));
    let (analysis, found) = findings(&[("north", a), ("south", b)]);
    let words = one(&found, "Words").expect("a word stands out");
    // The outlet's own name is none.
    assert!(
        words.title.starts_with("“militant") && words.title.ends_with("sets north apart"),
        "{}",
        words.title
    );
    assert!(words.why.contains("times as often as the others"), "{}", words.why);
    let counts: Vec<usize> =
        words.sides.iter().map(|s| s.labels.iter().map(|l| l.count.value).sum()).collect();
    assert_eq!(counts, [16, 0]);
    assert!(words.sides[0].line.is_some() && words.sides[1].line.is_none());
    traced(&analysis, words);
    let short = findings(&[
        ("north", "Militants met. Militants left. Militants slept.".to_owned()),
        ("south", "Fighters met.".to_owned()),
    ]);
    assert_eq!(one(&short.1, "Words"), None);
}

#[test]
fn the_bundled_articles_are_told_in_order() {
    let analysis = Analysis::bundled();
    let found = of(&analysis);
    let kinds: Vec<&str> = found.iter().map(|f| f.kind.as_str()).collect();
    assert_eq!(kinds[..3], ["Naming", "Same statement", "Who is quoted"]);
    assert!(kinds.len() <= 8, "{kinds:?}");
    for f in &found {
        assert!(!f.why.is_empty() && !f.why.contains("not reported"), "{}", f.title);
        traced(&analysis, f);
    }
    // A word is no name that another finding shows.
    if let Some(words) = one(&found, "Words") {
        let word = words.title.split(['“', '”']).nth(1).unwrap();
        let naming = found.iter().filter(|f| f.kind == "Naming");
        let mut labels = naming.flat_map(|f| &f.sides).flat_map(|s| &s.labels);
        assert!(labels.all(|l| !l.label.split(' ').any(|w| w == word)), "{word}");
    }
}
