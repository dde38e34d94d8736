//! Which actor a noun phrase names: its head, the one for whom its head acts ("IS militants", "leaders of
//! Daesh", "Russian jets"), or what it is a part of ("half of Raqqa").

use super::chunk::{Piece, Sentence};
use super::unit::{Kind, Unit};
use super::verb::{kind, noun_is};
use crate::entity::EntityType;
use crate::span::Span;

/// The most phrases that are joined to one.
const MOST_JOINED: usize = 16;

/// A noun phrase as an end of an action.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Phrase {
    pub span: Span,
    pub mention: Option<usize>,
    /// "no fighter": nobody is meant.
    pub none: bool,
}

pub(in crate::claim) struct Actors<'a> {
    pub sentence: &'a Sentence<'a>,
}

impl Actors<'_> {
    /// The span of a unit without its possessive ending.
    pub fn unit_span(&self, unit: usize) -> Option<Span> {
        let unit = self.sentence.units.get(unit)?;
        if let Some(m) = unit.mention.and_then(|m| self.sentence.mentions.get(m)) {
            return Some(m.span);
        }
        let tokens = &self.sentence.teller.doc.tokens;
        Some(tokens.get(unit.from)?.span.join(tokens.get(unit.to.checked_sub(1)?)?.span))
    }

    /// The span of units `from..=to`.
    fn units_span(&self, from: usize, to: usize) -> Span {
        let first = self.unit_span(from).unwrap_or_default();
        self.unit_span(to).map_or(first, |last| first.join(last))
    }

    fn units(&self, from: usize, to: usize) -> &[Unit] {
        self.sentence.units.get(from..to).unwrap_or(&[])
    }

    /// The noun phrase at a chunk; of a subject also what "and" joins to it.
    pub fn phrase(&self, chunk: usize, subject: bool) -> Phrase {
        let s = self.sentence;
        let mut phrase = self.inner(chunk, 0);
        if subject {
            // "the army and its allies": the span holds all, the first is the actor.
            let mut k = chunk;
            while let Some(next) = self.joined(k, 0) {
                k = next;
                let next = self.inner(k, 0);
                phrase.span = phrase.span.join(next.span);
                phrase.mention = phrase.mention.or(next.mention);
            }
        }
        let first = s.chunks.get(chunk).map_or(0, |c| c.from);
        phrase.none = matches!(s.form(first), "no" | "none" | "nobody" | "neither");
        phrase
    }

    /// A possessive name alone.
    pub fn owner(&self, unit: usize) -> Option<Phrase> {
        let mention = self.sentence.units.get(unit)?.mention;
        Some(Phrase { span: self.unit_span(unit)?, mention, none: false })
    }

    /// The next of joined phrases, where "and" and a verb follow them. Of long lists only the last parts.
    fn joined(&self, chunk: usize, depth: usize) -> Option<usize> {
        let s = self.sentence;
        let mut k = chunk + 1;
        let comma = s.piece(k) == Some(Piece::Comma);
        k += usize::from(comma);
        let and = s.piece(k) == Some(Piece::Conjunction);
        k += usize::from(and);
        if !and && !comma || s.piece(k) != Some(Piece::Noun) || depth > MOST_JOINED {
            return None;
        }
        let verb = and && matches!(s.piece(k + 1), Some(Piece::Verb(_)));
        (verb || self.joined(k, depth + 1).is_some()).then_some(k)
    }

    fn inner(&self, chunk: usize, depth: usize) -> Phrase {
        let s = self.sentence;
        let Some(c) = s.chunks.get(chunk).copied() else {
            return Phrase { span: Span::default(), mention: None, none: false };
        };
        let article = |u: &Unit| matches!(u.kind, Kind::Determiner) && u.mention.is_none();
        let skipped = self.units(c.from, c.head).iter().take_while(|u| article(u)).count();
        let from = c.from + skipped;
        let mut phrase = Phrase { span: self.units_span(from, c.head), mention: None, none: false };
        let Some(head) = s.units.get(c.head) else { return phrase };
        if head.mention.is_some() {
            phrase.mention = head.mention;
            return phrase;
        }
        let word = s.form(c.head);
        let member = noun_is(word, kind::MEMBER);
        if member {
            phrase.mention = self
                .units(c.from, c.head)
                .iter()
                .rev()
                .find_map(|u| u.mention.filter(|m| self.acts(*m, word)));
        }
        // "Raqqa city".
        let last =
            c.head.checked_sub(1).filter(|u| *u >= c.from).and_then(|u| s.units.get(u)?.mention);
        if noun_is(word, kind::PART)
            && let Some(m) = last.filter(|m| {
                self.sentence.mentions.get(*m).is_some_and(|m| m.kind == EntityType::Loc)
            })
        {
            phrase.mention = Some(m);
        }
        // "leaders of Daesh", "more than half of Raqqa", "the city of Homs".
        let of = s.piece(chunk + 1) == Some(Piece::Preposition) && s.word(chunk + 1) == "of";
        if of
            && phrase.mention.is_none()
            && depth < 3
            && (member || noun_is(word, kind::PART) || head.kind == Kind::Determiner)
            && s.piece(chunk + 2) == Some(Piece::Noun)
        {
            let whole = self.inner(chunk + 2, depth + 1);
            phrase.span = phrase.span.join(whole.span);
            phrase.mention = whole.mention;
        }
        phrase
    }

    /// Whether what a noun names acts for the one named before it. An operation has no members, and a person
    /// only forces and a government: "Assad's troops", not "Assad's chief of staff".
    fn acts(&self, mention: usize, noun: &str) -> bool {
        let kind = self.sentence.mentions.get(mention).map(|m| m.kind);
        match kind {
            Some(EntityType::Person) => matches!(
                noun,
                "forces"
                    | "troops"
                    | "army"
                    | "soldiers"
                    | "fighters"
                    | "militia"
                    | "militias"
                    | "government"
                    | "regime"
                    | "administration"
                    | "cabinet"
            ),
            Some(EntityType::Misc) | None => false,
            _ => true,
        }
    }
}
