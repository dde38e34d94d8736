//! Who is quoted in each column, by kind of source.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::attribution::{Attribution, SourceKind};
use crate::order::Order;

/// A source and how often a column quotes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The actor's name, else the words for the source.
    pub name: String,
    /// The actor, where the source is one.
    pub actor: Option<usize>,
    /// What kind of source.
    pub kind: SourceKind,
    /// The attributions: article and index in it.
    pub attributions: Vec<(usize, usize)>,
}

/// The words for the source of an attribution, or for what these stand for ("he", "the official").
pub fn source_words(text: &str, attribution: &Attribution) -> String {
    let source = match &attribution.antecedent {
        Some(antecedent) => std::slice::from_ref(antecedent),
        None => attribution.source.as_slice(),
    };
    let words: Vec<&str> = source.iter().flat_map(|s| s.of(text).split_whitespace()).collect();
    match words.as_slice() {
        [] => "source not told".to_owned(),
        // At the start of a sentence too, it is "the spokesperson".
        [first @ ("The" | "A" | "An" | "He" | "She" | "They"), rest @ ..] => {
            [&[first.to_lowercase().as_str()], rest].concat().join(" ")
        }
        words => words.join(" "),
    }
}

/// The sources that each column quotes, most quoted first, then in order of place.
pub fn quoted(analysis: &Analysis, columns: &[Column]) -> Vec<Vec<Quoted>> {
    let mut cells: Vec<Vec<Quoted>> = vec![Vec::new(); columns.len()];
    for (article, a) in analysis.articles.iter().enumerate() {
        let Some(cell) = column_of(columns, article).and_then(|c| cells.get_mut(c)) else {
            continue;
        };
        for (i, attribution) in a.attributions.iter().enumerate().filter(|(_, q)| q.speech) {
            let actor = attribution.speaker.and_then(|m| analysis.actor_of(article, m));
            let name = match actor.and_then(|a| analysis.actors.actors.get(a)) {
                Some(actor) => actor.name.clone(),
                None => source_words(&a.text, attribution),
            };
            let kind = attribution.source_kind;
            match cell.iter_mut().find(|q| q.name == name && q.kind == kind && q.actor == actor) {
                Some(quoted) => quoted.attributions.push((article, i)),
                None => cell.push(Quoted { name, actor, kind, attributions: vec![(article, i)] }),
            }
        }
    }
    for cell in &mut cells {
        cell.order_by_key(|q| core::cmp::Reverse(q.attributions.len()));
    }
    cells
}
