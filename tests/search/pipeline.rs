//! What the pipeline tells the index: outlets, dates, speakers, names and common nouns.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};

const TEXT: &str = "Army leaves Raqqa\n\n\
    The Syrian regime pulled its troops out of Raqqa on Monday. \
    “Our troops are leaving Raqqa,” said Col. Ryan Dillon, a spokesman for the coalition.\n\n\
    The regime said nothing. Dillon added that the road was open.";

fn analysis() -> Analysis {
    let source = |id: &str, outlet: &str, date: &str| Source {
        id: id.to_owned(),
        text: TEXT.into(),
        given: Given {
            outlet: Some(outlet.to_owned()),
            title: Some("Army leaves Raqqa".to_owned()),
            date: Some(date.to_owned()),
            ..Given::default()
        },
    };
    Analysis::of(vec![source("a", "cnn", "2017-09-20"), source("b", "Daily Herald", "2017-03")])
}

#[test]
fn the_index_knows_what_the_analysis_found() {
    let analysis = analysis();
    let table: &[(&str, &[usize], &[usize])] = &[
        // The articles, and the sentences of the first of them.
        ("outlet:cnn", &[0], &[]),
        ("outlet:\"cable news network\"", &[0], &[]),
        ("outlet:herald troops", &[1], &[1, 2]),
        ("date:2017-03 troops", &[1], &[1, 2]),
        ("date:>2017-03-31", &[0], &[]),
        ("place:raqqa in:headline", &[0, 1], &[0]),
        ("type:person", &[0, 1], &[2, 4]),
        ("label:regime", &[0, 1], &[1, 3]),
        ("in:quote raqqa", &[0, 1], &[2]),
        ("speaker:dillon raqqa", &[0, 1], &[2]),
        // By the actor, though this source has the surname only.
        ("speaker:\"Ryan Dillon\" road", &[0, 1], &[4]),
        ("speaker:ryan-dillon troops", &[0, 1], &[2]),
        ("-in:quote raqqa in:body", &[0, 1], &[1]),
    ];
    for (query, articles, sentences) in table {
        let answer = analysis.index().search(query, 10);
        let mut found: Vec<usize> = answer.hits.iter().map(|h| h.article).collect();
        found.sort();
        assert_eq!(found, *articles, "{query}: {} {:?}", answer.understood, answer.notes);
        let of: Vec<usize> = answer.hits[0].sentences.iter().map(|s| s.sentence).collect();
        assert_eq!(of, *sentences, "{query}: {}", answer.understood);
        assert_eq!(answer.suggestion, None);
    }
}

#[test]
fn a_common_noun_is_no_name_to_search_by() {
    let analysis = analysis();
    let answer = analysis.index().search("actor:regime", 10);
    assert_eq!(answer.notes[0], "No actor is called “regime”; it is searched as words.");
}
