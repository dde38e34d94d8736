//! Who does what to whom: text in; agent, verb and target out.

use parallax::analysis::Article;
use parallax::claim::agency::{Action, Modality, Voice};
use parallax::corpus::{Given, Source};
use parallax::ingest::BlockKind;
use parallax::span::Span;

#[path = "agency/bundled.rs"]
mod bundled;

fn article(text: &str) -> Article {
    let given = Given { scrape: false, ..Given::default() };
    Article::analyse(Source { id: "a".to_owned(), text: text.into(), given })
}

/// `agent | verb | target`, and what is told beside: passive, agentless, not, how it is meant. An end that
/// names an actor has a star.
fn line(a: &Article, action: &Action) -> String {
    let end = |span: Option<Span>, mention: Option<usize>| {
        let words = span.map_or("-".to_owned(), |s| {
            s.of(&a.text).split_whitespace().collect::<Vec<_>>().join(" ")
        });
        if mention.is_some() { words + "*" } else { words }
    };
    let mut told = Vec::new();
    match action.voice {
        Voice::Active => {}
        Voice::Passive => told.push("passive"),
        Voice::Agentless => told.push("agentless"),
    }
    if action.negated {
        told.push("not");
    }
    if action.modality != Modality::Done {
        told.push(action.modality.label());
    }
    let agent = end(action.agent_span, action.agent);
    let target = end(action.target_span, action.target);
    let told = if told.is_empty() { String::new() } else { format!(" | {}", told.join(", ")) };
    format!("{agent} | {} | {target}{told}", action.lemma)
}

fn read(text: &str) -> Vec<String> {
    let a = article(text);
    a.actions.iter().map(|action| line(&a, action)).collect()
}
