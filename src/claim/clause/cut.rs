//! Cuts a sentence into clauses.

use super::actor::Actors;
use super::chunk::{Group, Piece, Sentence};
use super::link::particle;
use super::tell::Use;
use super::unit::Kind;
use super::{Clause, Modality};
use crate::attribution::Attribution;
use crate::claim::time::{Timex, extent};
use crate::entity::{EntityType, Mention};
use crate::order::Order;
use crate::span::Span;
use crate::text::{Commonness, Document, TokenKind, commonness};
use core::ops::Range;

/// A part with fewer words that mean something is no clause of its own.
const LEAST: usize = 2;
/// Contents of attributions that are looked at before a clause.
const NESTED: usize = 64;
/// Sentences with more chunks than this are lists or broken text: one clause.
const LONGEST: usize = 200;

/// What the clauses of one article are cut from.
pub(in crate::claim) struct Cutter<'a> {
    pub doc: &'a Document,
    pub mentions: &'a [Mention],
    pub times: &'a [Timex],
    pub attributions: &'a [Attribution],
    /// Where the words stand that attribute, in order of place, each with the index of its attribution.
    pub cues: &'a [(Span, usize)],
    /// Where what is attributed stands, in the same way.
    pub contents: &'a [(Span, usize)],
}

/// A clause while it is put together: its verb group, if it has one, and its tokens.
struct Draft {
    group: Option<usize>,
    tokens: Vec<Range<usize>>,
}

impl Draft {
    fn of(group: Option<usize>, part: Range<usize>) -> Self {
        Self { group, tokens: core::iter::once(part).collect() }
    }
}

impl Cutter<'_> {
    /// Adds the clauses of a sentence, in order of their first word.
    pub fn cut(&self, number: usize, s: &Sentence<'_>, out: &mut Vec<Clause>) {
        let Some(sentence) = self.doc.sentences.get(number) else { return };
        let all = sentence.tokens.clone();
        let actors = Actors { sentence: s };
        for draft in self.drafts(s, &all) {
            let subject = draft.group.and_then(|g| s.groups.get(g)?.subject);
            let subject = subject.map(|c| actors.phrase(c, true).span);
            let mut spans: Vec<Span> =
                draft.tokens.iter().filter_map(|r| self.trimmed(r.clone(), subject)).collect();
            if spans.is_empty() {
                // A sentence of signs only.
                spans.push(sentence.span);
            }
            out.push(self.clause(number, &actors, draft.group, spans));
        }
    }

    /// The parts of the sentence, each with its verb. Together they hold every token but those of frames
    /// ("he said"), unless there is nothing else.
    fn drafts(&self, s: &Sentence<'_>, all: &Range<usize>) -> Vec<Draft> {
        let whole = |group| vec![Draft::of(group, all.clone())];
        if s.chunks.len() > LONGEST {
            return whole(None);
        }
        let heads: Vec<(usize, usize)> =
            (0..s.groups.len()).filter(|g| heads(s, *g)).map(|g| (g, begin(s, g))).collect();
        let states = |g: usize| !self.reports(s, g);
        let Some((first, _)) = heads.iter().find(|(g, _)| states(*g)).or(heads.first()).copied()
        else {
            return whole(s.groups.iter().position(|_| true));
        };
        // From where to where each head's part goes; what stands before the first belongs to the one whose
        // subject it holds ("The army, [which holds the town,] said").
        let token = |chunk: usize| {
            let unit = s.chunks.get(chunk).and_then(|c| s.units.get(c.from));
            unit.map_or(all.end, |u| u.from)
        };
        let mut drafts: Vec<Draft> = Vec::new();
        let opening = heads.first().map_or(all.end, |(_, c)| token(*c));
        if opening > all.start {
            let holds = |(g, _): &&(usize, usize)| {
                let subject = s.groups.get(*g).and_then(|g| g.subject);
                subject.is_some_and(|c| token(c) < opening)
            };
            // The last one: a relative clause has the same subject as the clause around it.
            let owner = heads.iter().rev().find(|h| holds(h)).map_or(first, |(g, _)| *g);
            drafts.push(Draft::of(Some(owner), all.start..opening));
        }
        for (i, (g, from)) in heads.iter().enumerate() {
            let end = heads.get(i + 1).map_or(all.end, |(_, next)| token(*next));
            let part = token(*from)..end.max(token(*from));
            match drafts.iter_mut().find(|d| d.group == Some(*g)) {
                Some(own) => own.tokens.push(part),
                None => drafts.push(Draft::of(Some(*g), part)),
            }
        }
        // A frame goes, unless all are frames.
        if drafts.iter().any(|d| d.group.is_some_and(states)) {
            drafts.retain(|d| d.group.is_some_and(states));
        }
        self.join_small(drafts)
    }

    /// Joins parts of too few words to the part before, the first to the one after.
    fn join_small(&self, drafts: Vec<Draft>) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
        let mut early: Vec<Range<usize>> = Vec::new();
        for mut draft in drafts {
            if self.weight(&draft) < LEAST {
                match out.last_mut() {
                    Some(before) => before.tokens.append(&mut draft.tokens),
                    None if early.is_empty() => {
                        early = core::mem::take(&mut draft.tokens);
                        out.push(draft);
                    }
                    None => early.append(&mut draft.tokens),
                }
                continue;
            }
            if !early.is_empty() && out.first().is_some_and(|d| d.tokens.is_empty()) {
                out.clear();
                draft.tokens.append(&mut early);
            }
            out.push(draft);
        }
        if let Some(only) = out.first_mut().filter(|d| d.tokens.is_empty()) {
            only.tokens = early;
        }
        for draft in &mut out {
            draft.tokens.order_by_key(|r| r.start);
            // What lies side by side is one span.
            draft.tokens.dedup_by(|next, part| {
                let beside = part.end == next.start;
                if beside {
                    part.end = next.end;
                }
                beside
            });
        }
        out
    }

    /// Words of a part that mean something.
    fn weight(&self, draft: &Draft) -> usize {
        let tokens = draft.tokens.iter().flat_map(Clone::clone);
        let says = |i: &usize| match self.doc.tokens.get(*i).map(|t| t.kind) {
            Some(TokenKind::Word) => commonness(self.doc.form(*i)) != Commonness::Function,
            Some(TokenKind::Number) => true,
            _ => false,
        };
        tokens.filter(says).take(LEAST).count()
    }

    /// Whether a group's verb tells only who says what another verb of the sentence tells.
    fn reports(&self, s: &Sentence<'_>, g: usize) -> bool {
        let actors = Actors { sentence: s };
        let main = |g: &Group| actors.unit_span(g.main);
        let Some(verb) = s.groups.get(g).and_then(main) else { return false };
        let from = self.cues.partition_point(|c| c.0.end <= verb.start);
        let here = self.cues.iter().skip(from).take_while(|c| c.0.start < verb.end);
        here.filter_map(|(_, i)| self.attributions.get(*i)).any(|a| {
            let told = |h: &Group| {
                main(h).is_some_and(|v| v != verb && a.content.iter().any(|c| c.covers(v)))
            };
            s.groups.iter().any(told)
        })
    }

    /// The span of tokens without the signs at its ends and what only joins it to the clause before:
    /// "and", and the "that" after "said", which the subject follows.
    fn trimmed(&self, tokens: Range<usize>, subject: Option<Span>) -> Option<Span> {
        let says = |i: &usize| {
            let token = self.doc.tokens.get(*i);
            token.is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        };
        let mut words = tokens.clone().filter(says);
        let mut first = words.next()?;
        let last = tokens.rev().find(says)?;
        let subject_after = |i: usize| {
            let start = self.doc.tokens.get(i).map_or(0, |t| t.span.start);
            let end = self.doc.tokens.get(last).map_or(0, |t| t.span.end);
            subject.is_some_and(|s| s.start > start && s.start < end)
        };
        while match self.doc.form(first) {
            "and" | "but" | "or" | "nor" => true,
            "that" => subject_after(first),
            _ => false,
        } {
            match words.next() {
                Some(next) => first = next,
                None => break,
            }
        }
        Some(self.doc.tokens.get(first)?.span.join(self.doc.tokens.get(last)?.span))
    }

    fn clause(
        &self,
        sentence: usize,
        actors: &Actors<'_>,
        group: Option<usize>,
        spans: Vec<Span>,
    ) -> Clause {
        let s = actors.sentence;
        let mut clause = Clause {
            sentence,
            subject: None,
            predicate: None,
            lemma: String::new(),
            object: None,
            place: self.place(s, &spans),
            time: self.time(&spans),
            negated: false,
            modality: Modality::Done,
            attribution: self.attribution(&spans),
            spans,
        };
        if let Some((g, group)) = group.and_then(|g| Some((g, s.groups.get(g)?))) {
            clause.subject = group.subject.map(|c| actors.phrase(c, true).span);
            clause.object = group.object.map(|c| actors.phrase(c, false).span);
            clause.lemma.clone_from(&group.lemma);
            clause.predicate = self.predicate(actors, group);
            if let Some(particle) = particle(s, g) {
                clause.lemma = format!("{} {particle}", group.lemma);
                let end = s.chunks.get(group.chunk + 1).and_then(|c| actors.unit_span(c.head));
                clause.predicate = clause.predicate.zip(end).map(|(p, e)| p.join(e));
            }
            clause.negated = group.negated;
            clause.modality = group.modality;
        }
        clause
    }

    /// A verb with its auxiliaries.
    fn predicate(&self, actors: &Actors<'_>, group: &Group) -> Option<Span> {
        let first = actors.sentence.chunks.get(group.chunk)?.from;
        Some(actors.unit_span(first)?.join(actors.unit_span(group.main)?))
    }

    /// The first place that a preposition of place stands before.
    fn place(&self, s: &Sentence<'_>, spans: &[Span]) -> Option<usize> {
        (1..s.chunks.len()).find_map(|c| {
            let chunk = s.chunks.get(c).filter(|c| c.piece == Piece::Noun)?;
            let located = s.piece(c - 1) == Some(Piece::Preposition)
                && matches!(
                    s.word(c - 1),
                    "in" | "at"
                        | "near"
                        | "on"
                        | "into"
                        | "inside"
                        | "outside"
                        | "around"
                        | "across"
                        | "throughout"
                        | "within"
                        | "over"
                );
            let is_place = |m: &usize| {
                self.mentions.get(*m).is_some_and(|m| {
                    m.kind == EntityType::Loc && spans.iter().any(|s| s.covers(m.span))
                })
            };
            let mut units = s.units.get(chunk.from..=chunk.head).unwrap_or(&[]).iter().rev();
            let own = units.find_map(|u| u.mention.filter(|_| !u.possessive).filter(is_place));
            // "in the city of Raqqa".
            let of = || {
                let of = s.piece(c + 1) == Some(Piece::Preposition) && s.word(c + 1) == "of";
                let next = s.chunks.get(c + 2).filter(|_| of)?;
                s.units.get(next.head)?.mention.filter(is_place)
            };
            if located { own.or_else(of) } else { None }
        })
    }

    /// The first time expression that has a value.
    fn time(&self, spans: &[Span]) -> Option<usize> {
        spans.iter().find_map(|span| {
            let from = self.times.partition_point(|t| t.span.end <= span.start);
            let inside = self.times.iter().enumerate().skip(from);
            let mut inside = inside.take_while(|(_, t)| t.span.start < span.end);
            inside
                .find(|(_, t)| t.value.as_deref().is_some_and(|v| extent(v).is_some()))
                .map(|(i, _)| i)
        })
    }

    /// The innermost attribution whose content holds the clause's first word, among those of which content
    /// begins nearest before it.
    fn attribution(&self, spans: &[Span]) -> Option<usize> {
        let first = spans.first()?;
        let before = self.contents.partition_point(|(c, _)| c.start <= first.start);
        let near = self.contents.get(before.saturating_sub(NESTED)..before)?.iter();
        let holding = near.filter(|(c, _)| first.start < c.end);
        holding.min_by_key(|(c, i)| (c.len(), *i)).map(|(_, i)| *i)
    }
}

/// Whether a verb group makes a clause of its own: a finite verb, or a participle set off by a comma or a
/// conjunction ("Backed by jets, the army", "while fighting").
fn heads(s: &Sentence<'_>, g: usize) -> bool {
    let Some(group) = s.groups.get(g) else { return false };
    match group.usage {
        Use::Finite => true,
        Use::Infinitive => false,
        Use::Ing | Use::Participle => {
            let Some(before) = group.chunk.checked_sub(1) else { return true };
            matches!(s.piece(before), Some(Piece::Comma | Piece::Stop | Piece::Subordinator))
        }
    }
}

/// The chunk at which the clause of group `g` begins: the pronoun or conjunction that opens it, or its
/// subject.
fn begin(s: &Sentence<'_>, g: usize) -> usize {
    let Some(group) = s.groups.get(g) else { return 0 };
    let subject = group.subject.filter(|c| *c < group.chunk);
    let mut from = group.chunk;
    while let Some(before) = from.checked_sub(1) {
        match s.piece(before) {
            Some(Piece::Noun | Piece::Time | Piece::Preposition) => from = before,
            Some(Piece::Relative | Piece::Subordinator) => {
                from = before;
                let joint = match s.piece(from.wrapping_sub(1)) {
                    Some(Piece::Comma) => true,
                    // "in which".
                    Some(Piece::Preposition) => s.word(from).starts_with("wh"),
                    _ => false,
                };
                from -= usize::from(joint);
                break;
            }
            // "the army and its allies seized": the subject goes on.
            Some(Piece::Conjunction)
                if from < group.chunk
                    && s.piece(before.wrapping_sub(1)) == Some(Piece::Noun)
                    && subject.is_some_and(|c| c < before) =>
            {
                from = before;
            }
            Some(Piece::Conjunction) => {
                from = before;
                break;
            }
            // What follows a verb is that verb's: "told reporters on Friday [they would leave]".
            Some(Piece::Verb(_)) => return subject.filter(|c| *c > from).unwrap_or(from),
            // The comma that ends an aside belongs to it.
            Some(Piece::Comma | Piece::Stop) | None => break,
        }
    }
    // "territory [they hold]".
    let pronoun = |c: &usize| {
        let head = s.chunks.get(*c).and_then(|c| s.units.get(c.head));
        *c > from && group.relative && head.is_some_and(|u| u.kind == Kind::Pronoun)
    };
    subject.filter(pronoun).unwrap_or(from)
}
