//! Who does what to whom: for each actor what it does, and what is done to it.

use super::Comparison;
use super::listed::Listed;
use super::model::{ActionCell, ActionRow};
use crate::claim::agency::Action;
use crate::compare::{self, Act, Deed, Voices, told_words, verb_words};
use crate::entity::EntityType;
use crate::page::model::LabelCount;
use crate::page::scope::Scope;
use crate::route::{Column, EvidenceKey};
use crate::span::Span;

/// The rows that are listed: actors of which most columns tell acts first, then those of most acts.
pub fn rows(
    scope: &Scope<'_>,
    c: &Comparison,
    names: &[String],
    listed: &Listed<'_>,
) -> Vec<ActionRow> {
    let deeds = c.deeds(scope);
    let mut parts = compare::parts(scope.analysis, &c.sets);
    let columns = |p: &compare::Part| {
        p.acts.iter().zip(&p.undergoes).filter(|(a, b)| !a.is_empty() || !b.is_empty()).count()
    };
    crate::order::Order::order_by_key(&mut parts, |p| core::cmp::Reverse((columns(p), p.total())));
    let listed = |p: &&compare::Part| listed.row(columns(p), scope.actor_id(p.actor));
    parts.iter().filter(listed).map(|p| row(scope, c, names, deeds, p)).collect()
}

/// The row of one actor.
pub fn row(
    scope: &Scope<'_>,
    c: &Comparison,
    names: &[String],
    deeds: &[Deed],
    part: &compare::Part,
) -> ActionRow {
    let actor = scope.analysis.actors.actors.get(part.actor);
    let cell = |i: usize| {
        let told = |of: fn(&Deed) -> Option<usize>, acts: bool| -> Vec<LabelCount> {
            let own = deeds.iter().filter(|d| of(d) == Some(part.actor));
            let column = (&c.columns[i], names[i].as_str());
            own.filter_map(|d| label(scope, d, i, column, acts)).collect()
        };
        let undergoing = part.undergoing.get(i).copied().unwrap_or_default();
        ActionCell {
            acts: told(|d| d.agent, true),
            undergoes: told(|d| d.target, false),
            voices: voices(undergoing),
        }
    };
    ActionRow {
        actor: scope.actor_link(part.actor),
        kind: actor.map_or(EntityType::Misc, |a| a.kind),
        sort: actor.and_then(|a| a.sort.clone()),
        cells: (0..c.columns.len()).map(cell).collect(),
    }
}

/// A deed in one column, from the side of who acts or of who is acted upon.
fn label(
    scope: &Scope<'_>,
    deed: &Deed,
    i: usize,
    (column, name): (&Column, &str),
    acts: bool,
) -> Option<LabelCount> {
    let told = deed.cells.get(i).filter(|told| !told.is_empty())?;
    let actor = |actor: Option<usize>| actor.and_then(|a| scope.analysis.actors.actors.get(a));
    let (agent, target) = (actor(deed.agent), actor(deed.target));
    let verb = verb_words(&deed.lemma, deed.negated);
    let label = match (acts, agent, target) {
        (true, _, Some(target)) => format!("{verb} {}", target.name),
        (false, Some(agent), _) => format!("{}: {verb}", agent.name),
        (false, None, _) => format!("{}: {verb}", phrases(scope, told, |a| a.agent_span)),
        (true, _, None) => format!("{verb} {}", phrases(scope, told, |a| a.target_span)),
    };
    let label = format!("{label}{}", told_words(deed.modality));
    let key = EvidenceKey::Deed {
        agent: agent.map(|a| a.id.clone()),
        verb,
        target: target.map(|a| a.id.clone()),
        within: Some(column.clone()),
        modality: Some(deed.modality),
    };
    let count = scope.counted(key, told.len(), &format!("{label} in {name}"));
    Some(LabelCount { label, nominal: false, count })
}

/// Phrases that are told in full.
const PHRASES: usize = 2;
/// The last words of a longer phrase stand for it.
const WORDS: usize = 4;

/// Who acts or what is acted upon where that is no actor, in the words of the articles: "operation, attacks …";
/// three dots where they tell none.
fn phrases(scope: &Scope<'_>, told: &[Act], of: fn(&Action) -> Option<Span>) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for act in told {
        let Some(a) = scope.article(act.article) else { continue };
        let Some(span) = a.actions.get(act.action).and_then(of) else { continue };
        let words = span.words(&a.text);
        let words: Vec<&str> = words.split(' ').collect();
        let phrase = words[words.len().saturating_sub(WORDS)..].join(" ");
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    match phrases.get(..PHRASES) {
        Some(first) if phrases.len() > PHRASES => format!("{} …", first.join(", ")),
        _ if phrases.is_empty() => "…".to_owned(),
        _ => phrases.join(", "),
    }
}

/// "2 active, 1 passive, 3 agentless".
fn voices(v: Voices) -> String {
    let parts = [(v.active, "active"), (v.passive, "passive"), (v.agentless, "agentless")];
    let told = parts.iter().filter(|(n, _)| *n > 0).map(|(n, voice)| format!("{n} {voice}"));
    told.collect::<Vec<_>>().join(", ")
}
