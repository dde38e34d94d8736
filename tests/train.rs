//! Training of the tagger: on sentences of our own, the same bytes each time, and nothing breaks on
//! damaged weights.

use parallax::entity::EntityType::{self, Loc, Norp, Org, Person};
use parallax::entity::train::{Row, Settings, tag, train};

const SETTINGS: Settings = Settings { epochs: 12, alpha: 0.1, l1: 0.2, l2: 1.0, seed: 7 };

/// A row from a text in which names stand as `[Ana Marsh|PER]`.
fn row(marked: &str, covers: &[EntityType]) -> Row {
    let (mut text, mut entities) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inner, after) = after.split_once(']').expect("a bracket that closes");
        let (name, code) = inner.split_once('|').expect("a name with a type");
        let start = text.chars().count();
        text.push_str(name);
        let kind = EntityType::from_code(code).expect("a type");
        entities.push((start, text.chars().count(), kind));
        rest = after;
    }
    text.push_str(rest);
    Row { text, entities, covers: covers.to_vec(), weight: 1.0 }
}

fn rows() -> Vec<Row> {
    let all = EntityType::ALL;
    let mut out = Vec::new();
    for (who, where_, body) in [
        ("Ana Marsh", "Lerwick", "Harbour Board"),
        ("Tomas Berg", "Skerrow", "Pilots Union"),
        ("Lea Novak", "Dunmore", "River Authority"),
        ("Otto Lind", "Malvik", "Fishers League"),
    ] {
        out.push(row(&format!("They met [{who}|PER] in [{where_}|LOC] on Monday."), &all));
        out.push(row(&format!("In [{where_}|LOC] the [{body}|ORG] met [{who}|PER] again."), &all));
        out.push(row(&format!("Officials of the [{body}|ORG] left [{where_}|LOC]."), &all));
    }
    out
}

fn found(model: &[u8], text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let all = tag(model, &[text.to_owned()]).expect("a model");
    all[0]
        .iter()
        .map(|(s, e, k)| format!("{}|{}", chars[*s..*e].iter().collect::<String>(), k.code()))
        .collect()
}

#[test]
fn what_was_learned_is_found_in_new_sentences() {
    let model = train(&rows(), SETTINGS, 1, &mut |_| {});
    assert_eq!(
        found(&model, "They met Ines Falk in Torvik on Monday."),
        ["Ines Falk|PER", "Torvik|LOC"]
    );
    assert_eq!(found(&model, "The boats were late on Monday."), Vec::<String>::new());
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let once = train(&rows(), SETTINGS, 1, &mut |_| {});
    assert_eq!(once, train(&rows(), SETTINGS, 1, &mut |_| {}));
    assert_ne!(once, train(&rows()[..6], SETTINGS, 1, &mut |_| {}));
}

/// What a source does not annotate is not learned as absent from it.
#[test]
fn types_that_a_source_leaves_out_are_not_unlearned() {
    let mut both = rows();
    for who in ["Highland", "Coastal", "Upland", "Border"] {
        both.push(row(&format!("The [{who}|NORP] farmers spoke to them."), &EntityType::ALL));
        // Unmarked here, by a source that marks no peoples.
        for _ in 0..12 {
            both.push(row(&format!("The {who} farmers spoke to them."), &[Person, Org, Loc]));
        }
    }
    let model = train(&both, SETTINGS, 1, &mut |_| {});
    assert_eq!(found(&model, "The Highland farmers spoke to them."), ["Highland|NORP"]);
    let blind: Vec<Row> = both
        .iter()
        .map(|r| Row { covers: vec![Person, Org, Loc, Norp, EntityType::Misc], ..r.clone() })
        .collect();
    let model = train(&blind, SETTINGS, 1, &mut |_| {});
    assert_ne!(found(&model, "The Highland farmers spoke to them."), ["Highland|NORP"]);
}

#[test]
fn damaged_weights_are_refused_or_harmless() {
    let model = train(&rows()[..3], SETTINGS, 1, &mut |_| {});
    let texts = ["They met Ana Marsh in Lerwick.".to_owned()];
    for end in 0..model.len() {
        assert!(tag(&model[..end], &texts).is_none(), "{end} of {} bytes", model.len());
    }
    for at in (0..model.len()).step_by(7) {
        let mut other = model.clone();
        other[at] ^= 0x55;
        let _ = tag(&other, &texts);
    }
}
