//! Which actor a noun phrase names: its head, the one for whom its head acts ("IS militants", "leaders of
//! Daesh", "Russian jets"), or what it is a part of ("half of Raqqa").

use super::chunk::{Piece, Sentence};
use super::unit::{Kind, Unit};
use super::verb::{kind, noun_is};
use crate::entity::EntityType;
use crate::span::Span;

/// A noun phrase as an end of an action.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub span: Span,
    pub mention: Option<usize>,
    /// "no fighter": nobody is meant.
    pub none: bool,
}

pub(super) struct Actors<'a> {
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
            while let Some(and) = self.joined(k) {
                k = and;
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

    /// The next of joined phrases, where a verb follows them.
    fn joined(&self, chunk: usize) -> Option<usize> {
        let s = self.sentence;
        let mut k = chunk + 1;
        let comma = s.piece(k) == Some(Piece::Comma);
        if comma {
            k += 1;
        }
        let and = s.piece(k) == Some(Piece::Conjunction);
        if and {
            k += 1;
        }
        if !and && !comma || s.piece(k) != Some(Piece::Noun) {
            return None;
        }
        // An apposition has no "and" after it.
        let verb = |k: usize| matches!(s.piece(k), Some(Piece::Verb(_)));
        let more = verb(k + 1) && and
            || !and && self.joined(k).is_some()
            || and && self.joined(k).is_some();
        more.then_some(k)
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
                .find_map(|u| u.mention.filter(|m| self.acts(*m)));
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

    /// Whether members of what a mention names may act for it; an operation has none.
    fn acts(&self, mention: usize) -> bool {
        self.sentence.mentions.get(mention).is_some_and(|m| m.kind != EntityType::Misc)
    }
}
