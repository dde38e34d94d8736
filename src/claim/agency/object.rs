//! From linked verb groups to actions.

use super::{Action, Voice};
use crate::claim::clause::Modality;
use crate::claim::clause::actor::Actors;
use crate::claim::clause::chunk::{Group, Piece};
use crate::claim::clause::link::particle;
use crate::claim::clause::tell::Use;
use crate::claim::clause::verb::{kind, kinds};
use crate::span::Span;

/// Phrases with prepositions that may stand between a passive and its "by".
const BETWEEN: usize = 3;

/// Adds the actions of a sentence's verb groups.
pub(super) fn actions(actors: &Actors<'_>, sentence: usize, cues: &[Span], out: &mut Vec<Action>) {
    let s = actors.sentence;
    for (g, group) in s.groups.iter().enumerate() {
        if group.link || group.kinds & kind::STATE != 0 && particle(s, g).is_none() {
            continue;
        }
        let Some(verb) = actors.unit_span(group.main) else { continue };
        let from = cues.partition_point(|c| c.end <= verb.start);
        let says = group.kinds & kind::CONTENT != 0;
        if says && cues.get(from).is_some_and(|c| c.overlaps(verb)) {
            continue;
        }
        let (agent, target, voice) = if group.passive {
            let by = by_phrase(actors, group);
            // Without "by" a bare participle tells too little ("the town, seized in May").
            if group.usage == Use::Participle && by.is_none() {
                continue;
            }
            let voice = if by.is_some() { Voice::Passive } else { Voice::Agentless };
            (by, group.subject, voice)
        } else {
            let target = group.object.or_else(|| gap(actors, group));
            (group.subject, target, Voice::Active)
        };
        let Some(target) = target.filter(|t| Some(*t) != agent) else { continue };
        let mut lemma = group.lemma.clone();
        let mut verb = verb;
        if let Some(particle) = particle(s, g) {
            lemma = format!("{lemma} {particle}");
            if let Some(span) = s.chunks.get(group.chunk + 1).and_then(|c| actors.unit_span(c.head))
            {
                verb = verb.join(span);
            }
        }
        if kinds(&format!("{} {}", group.lemma, s.word(target))) & kind::IDLE != 0 {
            continue;
        }
        let agent = agent.map(|a| actors.phrase(a, true)).or_else(|| actors.owner(group.owner?));
        let target = actors.phrase(target, false);
        let named = agent.as_ref().is_some_and(|a| a.mention.is_some()) || target.mention.is_some();
        if !named {
            continue;
        }
        out.push(Action {
            sentence,
            verb,
            lemma,
            voice,
            agent: agent.as_ref().and_then(|a| a.mention),
            agent_span: agent.as_ref().map(|a| a.span),
            target: target.mention,
            target_span: Some(target.span),
            negated: group.negated || target.none || agent.is_some_and(|a| a.none),
            modality: group.modality,
        });
    }
}

/// The phrase after "by" that belongs to a passive.
fn by_phrase(actors: &Actors<'_>, group: &Group) -> Option<usize> {
    let s = actors.sentence;
    let mut k = group.chunk + 1;
    for _ in 0..=2 * BETWEEN {
        match s.piece(k)? {
            Piece::Time => k += 1,
            Piece::Preposition if s.word(k) == "by" => {
                return (s.piece(k + 1) == Some(Piece::Noun) && !s.is_number(k + 1))
                    .then_some(k + 1);
            }
            // Not "despite concerns by".
            Piece::Preposition
                if matches!(
                    s.word(k),
                    "in" | "at" | "on" | "near" | "from" | "to" | "for" | "as" | "during" | "of"
                ) =>
            {
                k += 1
            }
            Piece::Noun => k += 1,
            _ => return None,
        }
    }
    None
}

/// "the city that the army seized": the object of a relative clause is its antecedent.
fn gap(actors: &Actors<'_>, group: &Group) -> Option<usize> {
    let s = actors.sentence;
    if group.usage != Use::Finite || group.modality != Modality::Done && group.object.is_some() {
        return None;
    }
    // "the plan that they voted for", "that they refused to give".
    let next = s.group_at(group.chunk + 1).and_then(|n| s.groups.get(n));
    if next.is_some_and(|n| n.usage == Use::Infinitive) {
        return None;
    }
    if s.piece(group.chunk + 1) == Some(Piece::Preposition)
        && s.piece(group.chunk + 2) != Some(Piece::Noun)
    {
        return None;
    }
    let subject = group.subject?;
    let relative = subject.checked_sub(1).filter(|r| s.piece(*r) == Some(Piece::Relative))?;
    let mut end = relative;
    if end > 0 && s.piece(end - 1) == Some(Piece::Comma) {
        end -= 1;
    }
    let antecedent = end.checked_sub(1).filter(|a| s.piece(*a) == Some(Piece::Noun))?;
    // Nothing is told of a name without a comma.
    if end == relative && s.is_name(antecedent) {
        return None;
    }
    // "told reporters that the army left": no relative clause.
    let before = s.groups.partition_point(|g| g.chunk < relative);
    let verb = before.checked_sub(1).and_then(|g| s.groups.get(g));
    let content = s.word(relative) == "that"
        && verb.is_some_and(|v| {
            v.kinds & (kind::STATE | kind::CONTENT | kind::CONTROL | kind::AIM) != 0 && !v.link
        });
    (!content).then_some(antecedent)
}
