//! "ISIS-held city", "U.S.-backed militias", "the US backed fighters": a name, a participle and the noun it
//! belongs to.

use super::{Action, Voice};
use crate::claim::clause::Modality;
use crate::claim::clause::actor::Actors;
use crate::claim::clause::chunk::Piece;
use crate::claim::clause::unit::{Kind, Unit};
use crate::claim::clause::verb::{self, kind, kinds, noun_is};
use crate::span::Span;

/// Adds the actions of a sentence's compounds.
pub(super) fn actions(actors: &Actors<'_>, sentence: usize, out: &mut Vec<Action>) {
    let s = actors.sentence;
    for (c, chunk) in s.chunks.iter().enumerate() {
        if chunk.piece != Piece::Noun {
            continue;
        }
        let mut whole = None;
        for u in chunk.from..chunk.head {
            let Some(found) = parts(actors, chunk.from, u) else { continue };
            let Some(verb) = verb::read(found.word) else { continue };
            let mut target = *whole.get_or_insert_with(|| actors.phrase(c, false));
            // The phrase after the compound: "the Syrian government-held [city of Deir Ez-Zor]".
            if let Some(next) = actors.unit_span(u + 1) {
                target.span.start = next.start.min(target.span.end);
            }
            // A name in the compound is not what is acted upon.
            let target_mention = target.mention.filter(|m| {
                let inside = s.mentions.get(*m).is_some_and(|m| m.span.overlaps(target.span));
                inside && Some(*m) != found.mention
            });
            if found.mention.is_none() && target_mention.is_none() {
                continue;
            }
            out.push(Action {
                sentence,
                verb: found.verb,
                lemma: verb.lemma,
                voice: Voice::Passive,
                agent: found.mention,
                agent_span: Some(found.agent),
                target: target_mention,
                target_span: Some(target.span),
                negated: false,
                modality: Modality::Done,
            });
        }
    }
}

struct Parts<'a> {
    word: &'a str,
    verb: Span,
    agent: Span,
    mention: Option<usize>,
}

/// The compound at unit `u`.
fn parts<'a>(actors: &Actors<'a>, from: usize, u: usize) -> Option<Parts<'a>> {
    let s = actors.sentence;
    let unit = s.units.get(u)?;
    if unit.kind != Kind::Noun || unit.mention.is_some() {
        return None;
    }
    let word = s.form(u);
    let before = u.checked_sub(1).filter(|b| *b >= from).and_then(|b| s.units.get(b));
    let named = |unit: Option<&Unit>| unit.and_then(|b| b.mention);
    let span = actors.unit_span(u)?;
    // Written apart.
    if kinds(word) & kind::COMPOUND != 0 {
        let mention = named(before.filter(|b| !b.possessive))?;
        let agent = s.mentions.get(mention)?.span;
        return Some(Parts { word, verb: span, agent, mention: Some(mention) });
    }
    let raw = span.of(s.teller.text);
    let hyphen =
        raw.char_indices().rev().find(|(_, c)| matches!(c, '-' | '\u{2010}' | '\u{2011}'))?;
    let (_, second) = word.rsplit_once('-')?;
    if kinds(second) & kind::COMPOUND == 0 {
        return None;
    }
    let first = Span { start: span.start, end: span.start + hyphen.0 as u32 };
    let verb = Span { start: first.end + hyphen.1.len_utf8() as u32, end: span.end };
    let at = s.mentions.partition_point(|m| m.span.start < first.start);
    let inside = s.mentions.get(at).filter(|m| m.span == first);
    if inside.is_some() {
        return Some(Parts { word: second, verb, agent: first, mention: Some(at) });
    }
    // "government-held", "Syrian government-held".
    let (noun, _) = word.rsplit_once('-')?;
    if !noun_is(noun, kind::MEMBER) {
        return None;
    }
    let owner = before.filter(|b| b.mention.is_some() && !b.possessive);
    let mention = named(owner);
    let agent = owner.and_then(|_| actors.unit_span(u - 1)).map_or(first, |o| o.join(first));
    Some(Parts { word: second, verb, agent, mention })
}
