//! Corrections by the reader: what they do, that they last, that nothing breaks them.

#[path = "correction/cases.rs"]
mod cases;
#[path = "correction/file.rs"]
mod file;
#[path = "correction/log.rs"]
mod log;
#[path = "correction/robust.rs"]
mod robust;

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::correction::{Correction, Edit, Outcome};
use parallax::entity::Form;
use parallax::page::{self, Deed};

fn source(id: &str, outlet: &str, text: &str) -> Source {
    let given = Given { outlet: Some(outlet.to_owned()), ..Given::default() };
    Source { id: id.to_owned(), text: text.into(), given }
}

fn articles() -> Vec<Source> {
    vec![
        source(
            "a",
            "north",
            "The minister Ana Reyes said on Monday that 30 people crossed the bridge at Oslo.\n\n\
             Reyes, who heads the Transport Council (TC), called it \"a long night\". She left Oslo \
             for Paris on Tuesday.",
        ),
        source(
            "b",
            "south",
            "More than 30 people crossed the bridge at Oslo, the Transport Council said.\n\n\
             Hugo Brandt of the Harbour Union was in Oslo. Brandt left for Paris.",
        ),
        source(
            "c",
            "south",
            "Miguel Santos said the Pilots Guild was right. Santos spoke in Paris.\n\n\
             The TC did not answer, Miguel Santos said.",
        ),
    ]
}

/// The actor of this name.
fn actor(analysis: &Analysis, name: &str) -> usize {
    let all = &analysis.actors.actors;
    all.iter().position(|a| a.name == name).unwrap_or_else(|| {
        let names: Vec<&str> = all.iter().map(|a| a.name.as_str()).collect();
        panic!("no actor {name:?} in {names:?}")
    })
}

fn has(analysis: &Analysis, name: &str) -> bool {
    analysis.actors.actors.iter().any(|a| a.name == name)
}

fn id(analysis: &Analysis, name: &str) -> String {
    analysis.actors.actors[actor(analysis, name)].id.clone()
}

/// The labels of an actor with their numbers, in order of the alphabet.
fn labels(analysis: &Analysis, name: &str) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for (at, m) in analysis.counted_mentions(actor(analysis, name)) {
        let label = parallax::entity::counted_label(&analysis.articles[at.article].text, m);
        *counts.entry(label).or_insert(0) += 1;
    }
    let words: Vec<String> = counts.into_iter().map(|(l, n)| format!("{l} {n}")).collect();
    words.join(", ")
}

fn count(analysis: &Analysis, name: &str) -> usize {
    analysis.counted_mentions(actor(analysis, name)).count()
}

/// Adds one correction, as the app does.
fn add(analysis: &mut Analysis, edit: Edit) -> Outcome {
    let mut list = analysis.corrections().to_vec();
    list.push(Correction { edit, made: None });
    analysis.correct(list);
    analysis.effects.outcomes.last().cloned().expect("every correction has an outcome")
}

fn act(analysis: &mut Analysis, deed: &Deed) -> Outcome {
    let edit = page::edit(analysis, deed).unwrap_or_else(|f| panic!("{deed:?}: {}", f.text));
    add(analysis, edit)
}

fn merge(analysis: &mut Analysis, a: &str, into: &str) -> Outcome {
    let deed = Deed::Merge { actor: id(analysis, a), into: into.to_owned() };
    act(analysis, &deed)
}

/// Every mention is at most one actor's, and all tables agree.
fn consistent(analysis: &Analysis) {
    let actors = &analysis.actors.actors;
    let mut seen = std::collections::BTreeSet::new();
    let mut ids = std::collections::BTreeSet::new();
    for (i, actor) in actors.iter().enumerate() {
        assert!(ids.insert(&actor.id), "the id {} stands twice", actor.id);
        assert!(!actor.id.is_empty() && !actor.mentions.is_empty(), "{actor:?}");
        assert!(actor.mentions.windows(2).all(|w| w[0] < w[1]), "{actor:?}");
        for at in &actor.mentions {
            assert!(seen.insert(*at), "a mention is two actors'");
            assert_eq!(analysis.actor_of(at.article, at.mention), Some(i));
        }
        let written = |at: &parallax::entity::MentionRef| {
            let m = analysis.mention(*at).unwrap();
            parallax::entity::label(&analysis.articles[at.article].text, m)
        };
        let words: std::collections::BTreeSet<String> =
            actor.mentions.iter().map(written).collect();
        let joined: std::collections::BTreeSet<String> =
            actor.joins.iter().map(|j| j.label.clone()).collect();
        assert_eq!(joined, words, "each label of {} has its reason", actor.name);
    }
    let held: usize =
        analysis.actors.actor_of.iter().flatten().filter(|actor| actor.is_some()).count();
    assert_eq!(held, seen.len());
    let effects = &analysis.effects;
    assert_eq!(effects.outcomes.len(), analysis.corrections().len());
    assert_eq!((effects.notes.len(), effects.found.len()), (actors.len(), actors.len()));
    for (old, fate) in &effects.fates {
        assert!(!ids.contains(old), "{old} is no more, and is there");
        if let parallax::correction::Fate::Is(now) = fate {
            assert!(ids.contains(now), "{old} leads to {now}, which is not there");
        }
    }
    let pronoun = |at: &parallax::entity::MentionRef| {
        analysis.mention(*at).is_some_and(|m| m.form == Form::Pronoun)
    };
    let found = Analysis::of(Vec::new());
    assert!(found.actors.actors.is_empty());
    for actor in actors {
        // An actor of pronouns alone could not be read of.
        assert!(
            analysis.corrections().is_empty() || !actor.mentions.iter().all(pronoun),
            "{actor:?}"
        );
    }
}
