//! Files of corrections.

use super::*;
use parallax::correction::{Place, To, What, Who, read, write};
use parallax::entity::EntityType;

fn who(name: &str) -> Who {
    Who {
        id: Some("x".to_owned()),
        name: name.to_owned(),
        kind: EntityType::Org,
        labels: vec![name.to_owned(), "“quoted” \\ \t".to_owned()],
    }
}

fn every_edit() -> Vec<Correction> {
    let place =
        Place { article: "a b".to_owned(), start: 3, end: 7, text: "Oslo\u{202e}".to_owned() };
    let label = What::Label { actor: who("A"), label: "B".to_owned() };
    [
        Edit::Merge { actor: who("A"), into: Who { id: None, labels: vec![], ..who("B") } },
        Edit::Rename { actor: who("A"), name: "N".to_owned() },
        Edit::Retype { actor: who("A"), kind: EntityType::Misc },
        Edit::Move { what: What::Mention(place.clone()), to: To::Actor(who("C")) },
        Edit::Move {
            what: label.clone(),
            to: To::New { name: "New".to_owned(), kind: EntityType::Person },
        },
        Edit::Move { what: What::Everywhere("L".to_owned()), to: To::Actor(who("C")) },
        Edit::Drop(What::Mention(place)),
        Edit::Drop(label),
        Edit::Drop(What::Everywhere("L".to_owned())),
        Edit::DropActor(who("A")),
    ]
    .into_iter()
    .enumerate()
    .map(|(i, edit)| Correction { edit, made: (i % 2 == 0).then(|| "2026-11-21".to_owned()) })
    .collect()
}

#[test]
fn what_is_written_is_read_again() {
    let all = every_edit();
    let text = write(&all);
    assert_eq!(read(&text).as_ref(), Ok(&all), "{text}");
    assert_eq!(read(&write(&[])), Ok(vec![]));
    // Other programs can read it too.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["format"], "parallax-corrections");
    assert_eq!(value["version"], 1);
    assert_eq!(value["corrections"].as_array().unwrap().len(), all.len());
    // And what they write of it is read here.
    assert_eq!(read(&serde_json::to_string_pretty(&value).unwrap()), Ok(all));
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let doc = include_str!("../../docs/corrections.md");
    let json = doc.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let read = read(json).unwrap();
    assert_eq!(read.len(), 6);
    let verbs: std::collections::BTreeSet<String> = read
        .iter()
        .map(|c| page::sentence(&c.edit).split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(verbs.len(), 6, "{verbs:?}");
}

fn file(corrections: &str) -> String {
    format!(
        "{{\"format\":\"parallax-corrections\",\"version\":1,\n\"corrections\":[{corrections}]}}"
    )
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let a = r#"{"name":"A","type":"ORG"}"#;
    for (text, wanted) in [
        (String::new(), "no JSON: line 1: the text ends where a value is missing"),
        ("{".to_owned(), "line 1: the text ends where the name of a field is missing"),
        ("[]".to_owned(), "line 1: a file of corrections is an object, not a list"),
        ("{}".to_owned(), "the field \"format\" is missing"),
        ("{\"format\": 3}".to_owned(), "line 1: \"format\" is a text, not a number"),
        ("{\"format\": \"geojson\"}".to_owned(), "\"format\" is \"geojson\""),
        (
            "{\"format\":\"parallax-corrections\",\"version\":2,\"corrections\":[]}".to_owned(),
            "The file is of version 2; this program reads version 1.",
        ),
        (
            "{\"format\":\"parallax-corrections\",\"version\":1,\"corrections\":{}}".to_owned(),
            "\"corrections\" is a list, not an object",
        ),
        (file("3"), "line 2: correction 1 is an object, not a number"),
        (file("{}"), "line 2: correction 1: the field \"do\" is missing"),
        (file(r#"{"do":"explode"}"#), "there is no \"explode\"; there are merge, rename"),
        (file(r#"{"do":"rename","actor":{"name":"A","type":"ORG"}}"#), "\"name\" is missing"),
        (
            file(&format!(
                "{{\"do\":\"drop\",\"actor\":{a}}},\n{{\"do\":\"merge\",\"actor\":{a}}}"
            )),
            "line 3: correction 2: the field \"into\" is missing",
        ),
        (file(r#"{"do":"drop","actor":{"name":"A","type":"XYZ"}}"#), "there is no type \"XYZ\""),
        (
            file(r#"{"do":"drop","actor":{"name":"A","type":"ORG","lables":[]}}"#),
            "there is no field \"lables\"",
        ),
        (
            file(r#"{"do":"drop","actor":{"name":"A","type":"ORG","labels":[1]}}"#),
            "\"labels\" is a text, not a number",
        ),
        (file(r#"{"do":"drop"}"#), "neither \"mention\" nor \"label\""),
        (
            file(r#"{"do":"drop","mention":{"article":"a","start":5,"end":5,"text":"x"}}"#),
            "\"end\" is not after \"start\"",
        ),
        (
            file(r#"{"do":"drop","mention":{"article":"a","start":-5,"end":5,"text":"x"}}"#),
            "\"start\" is a whole number from 0 up",
        ),
        (
            file(r#"{"do":"drop","mention":{"article":"a","start":1e9,"end":5,"text":"x"}}"#),
            "\"start\" is a whole number from 0 up",
        ),
        (file(&format!(r#"{{"do":"rename","actor":{a},"name":" "}}"#)), "at least one letter"),
        (
            file(&format!(r#"{{"do":"drop","actor":{a},"made":"yesterday"}}"#)),
            "\"made\" is a day like 2026-11-21",
        ),
        (file(&format!(r#"{{"do":"drop","actor":{a},"made":"2026-13-41"}}"#)), "is a day like"),
        (file(&format!(r#"{{"do":"drop","actor":{a},"do":"drop"}}"#)), "\"do\" stands twice"),
        (file("") + "x", "there is 'x' after the end"),
        (file("null,"), "where a value is missing"),
        (file("\"\\ud800\""), "half a character"),
        (file("\"\\q\""), "no such character after \\"),
        (file("\"line\nbreak\""), "a text does not end on its line"),
        (file(&"[".repeat(5000)), "nested too deep"),
        (file(&vec!["0"; 2001].join(",")), "There are 2001 corrections"),
        (" ".repeat((8 << 20) + 1), "larger than 8 MB"),
        (
            file(&format!("{{\"do\":\"drop\",\"label\":\"{}\"}}", "x".repeat(1001))),
            "longer than 1000 characters",
        ),
    ] {
        let shown: String = text.chars().take(200).collect();
        match read(&text) {
            Err(why) => assert!(why.contains(wanted), "{shown}\n  {why}\n  {wanted}"),
            Ok(list) => panic!("{shown} is read as {list:?}"),
        }
    }
}
