//! Lines: sentences in which each quotation counts as one unit, so that full stops and verbs
//! inside of quotations do not disturb the sentence around them.

use super::quotes::Quoted;
use super::verbs::{self, Tense};
use crate::claim::time::Timex;
use crate::span::Span;
use crate::text::class::{self, Classes, classes};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// A token, or a quotation as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub from: usize,
    pub to: usize,
    pub quote: bool,
}

/// A line.
pub(super) struct Line<'a> {
    pub text: &'a str,
    pub doc: &'a Document,
    pub units: Vec<Unit>,
    /// For each unit one past the time expression that begins there, else 0.
    times: Vec<usize>,
    /// The paragraph it stands in.
    pub paragraph: usize,
    /// Whether its last quotation goes on in the next paragraph.
    pub goes_on: bool,
    /// Whether it is set as a headline, where capitals tell nothing.
    pub headline: bool,
}

/// The longest line, in units; rules look around in a line, and no sentence needs more.
const LONGEST: usize = 200;

/// The token ranges of the paragraphs: blocks, and parts of blocks between empty lines.
pub(super) fn paragraphs(text: &str, doc: &Document) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut last: Option<(usize, u32)> = None;
    for s in &doc.sentences {
        let breaks = last.is_none_or(|(block, end)| {
            let gap = Span { start: end, end: s.span.start.max(end) }.of(text);
            block != s.block || gap.bytes().filter(|b| *b == b'\n').count() > 1
        });
        match out.last_mut() {
            Some(range) if !breaks => range.end = s.tokens.end,
            _ => out.push(s.tokens.clone()),
        }
        last = Some((s.block, s.span.end));
    }
    out
}

/// Cuts the paragraphs into lines.
pub(super) fn lines<'a>(
    text: &'a str,
    doc: &'a Document,
    paragraphs: &[Range<usize>],
    quotes: &[Quoted],
    times: &[Timex],
) -> Vec<Line<'a>> {
    let mut out = Vec::new();
    let (mut q, mut s, mut t) = (0, 0, 0);
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let mut units = Vec::new();
        let mut goes_on = false;
        let mut i = range.start;
        while i < range.end {
            let quoted = quotes.get(q).filter(|quoted| quoted.tokens.start == i);
            let unit = match quoted {
                Some(quoted) => {
                    q += 1;
                    goes_on |= quoted.goes_on;
                    Unit { from: i, to: quoted.tokens.end.max(i + 1), quote: true }
                }
                None => Unit { from: i, to: i + 1, quote: false },
            };
            units.push(unit);
            i = unit.to;
            while doc.sentences.get(s).is_some_and(|s| s.tokens.end < i) {
                s += 1;
            }
            let ends = doc.sentences.get(s).is_some_and(|s| s.tokens.end == i);
            let names = || {
                doc.sentences.get(s + 1).is_some_and(|next| names_speaker(doc, next.tokens.clone()))
            };
            let goes =
                asks_on(text, doc, unit, i, range.end) || unit.quote && i < range.end && names();
            let ends = ends && !goes || units.len() >= LONGEST;
            if ends || i >= range.end {
                let units = std::mem::take(&mut units);
                let ahead = times_of(doc, &units, times, &mut t);
                let headline = headline(text, doc, &units);
                out.push(Line { text, doc, units, times: ahead, paragraph, goes_on, headline });
                goes_on = false;
            }
        }
    }
    out
}

/// Whether nearly all words that could be small have a capital.
fn headline(text: &str, doc: &Document, units: &[Unit]) -> bool {
    let plain = units.iter().filter(|u| !u.quote).filter_map(|u| doc.tokens.get(u.from));
    let words = plain.map(|t| t.span.of(text)).filter(|w| w.len() > 3);
    let words = words.filter(|w| w.starts_with(char::is_alphabetic));
    let (mut all, mut capital) = (0, 0);
    for word in words {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    all >= 3 && capital * 10 >= all * 9
}

/// Whether the quotation that ends before token `next` needs what follows: `"Why?" he asked`.
fn asks_on(text: &str, doc: &Document, unit: Unit, next: usize, end: usize) -> bool {
    if !unit.quote || next >= end {
        return false;
    }
    let mark = inner_mark(text, doc, unit);
    mark.ends_with(['?', '!', ',', '…', '—', '–']) || mark.starts_with("..") || mark == "--"
}

/// Whether a short sentence does no more than name who spoke: `"We go." Orel said.`
fn names_speaker(doc: &Document, tokens: Range<usize>) -> bool {
    let last = tokens
        .clone()
        .rev()
        .find(|i| doc.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word));
    tokens.len() < 8
        && last.is_some_and(|i| {
            i > tokens.start
                && verbs::verb(doc.form(i)).is_some_and(|(verb, tense)| {
                    verb.speech && verb.frames.quote && matches!(tense, Tense::Past | Tense::Third)
                })
        })
}

/// The last token of a quotation before its closing marks: one that stands inside may close with it.
fn inner_mark<'a>(text: &'a str, doc: &'a Document, unit: Unit) -> &'a str {
    let raw = |i: usize| doc.tokens.get(i).map_or("", |t| t.span.of(text));
    let inside = (unit.from..unit.to.saturating_sub(1)).rev().map(raw);
    inside.take(4).find(|mark| !matches!(*mark, "'" | "’" | "\"" | "”")).unwrap_or("")
}

fn times_of(doc: &Document, units: &[Unit], times: &[Timex], t: &mut usize) -> Vec<usize> {
    let mut out = vec![0; units.len()];
    for (u, slot) in out.iter_mut().enumerate() {
        let Some(start) = doc.tokens.get(units[u].from).map(|t| t.span.start) else { continue };
        while times.get(*t).is_some_and(|x| x.span.start < start) {
            *t += 1;
        }
        if let Some(x) = times.get(*t).filter(|x| x.span.start == start) {
            let ahead = units.iter().skip(u).take(24);
            let inside = ahead.take_while(|unit| {
                doc.tokens.get(unit.from).is_some_and(|t| t.span.start < x.span.end)
            });
            let end = u + inside.count();
            // "Friday's vote", "two weeks' notice": part of a noun phrase.
            let form = |u: usize| units.get(u).map_or("", |unit| doc.form(unit.from));
            if !form(end - 1).ends_with("'s") && form(end) != "'" {
                *slot = end;
            }
        }
    }
    out
}

impl<'a> Line<'a> {
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// The folded form of unit `u`; a quotation reads as its opening mark.
    pub(super) fn form(&self, u: usize) -> &'a str {
        match self.units.get(u) {
            Some(unit) if unit.quote => "\u{201C}",
            Some(unit) => self.doc.form(unit.from),
            None => "",
        }
    }

    pub(super) fn raw(&self, u: usize) -> &'a str {
        let token = self.units.get(u).filter(|unit| !unit.quote);
        token.and_then(|unit| self.doc.tokens.get(unit.from)).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn quote(&self, u: usize) -> bool {
        self.units.get(u).is_some_and(|unit| unit.quote)
    }

    pub(super) fn word(&self, u: usize) -> bool {
        let token = self.units.get(u).filter(|unit| !unit.quote);
        token
            .and_then(|unit| self.doc.tokens.get(unit.from))
            .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }

    pub(super) fn is(&self, u: usize, of: Classes) -> bool {
        classes(self.form(u)).any(of)
    }

    /// Whether unit `u` is an adverb, and no name in "-ly".
    pub(super) fn adverb(&self, u: usize) -> bool {
        class::adverb(self.form(u)) && (self.is(u, Classes::ADV) || !self.marked(u))
    }

    pub(super) fn open(&self, u: usize) -> bool {
        self.word(u) && classes(self.form(u)).is_open()
    }

    pub(super) fn capital(&self, u: usize) -> bool {
        self.raw(u).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether unit `u` touches the one after it.
    pub(super) fn touching(&self, u: usize) -> bool {
        let token = |u: usize, first: bool| {
            let unit = self.units.get(u)?;
            self.doc.tokens.get(if first { unit.from } else { unit.to.checked_sub(1)? })
        };
        matches!((token(u, false), token(u + 1, true)), (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    /// One past the time expression at unit `u`.
    pub(super) fn time(&self, u: usize) -> Option<usize> {
        self.times.get(u).copied().filter(|end| *end > u)
    }

    /// The span of units `from..to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        let first = self.units.get(from).filter(|_| from < to)?;
        let last = self.units.get(to - 1)?;
        let start = self.doc.tokens.get(first.from)?.span;
        Some(start.join(self.doc.tokens.get(last.to.checked_sub(1)?)?.span))
    }

    /// The last mark inside the quotation at unit `u`.
    pub(super) fn last_mark(&self, u: usize) -> &'a str {
        let Some(unit) = self.units.get(u).filter(|unit| unit.quote) else { return "" };
        inner_mark(self.text, self.doc, *unit)
    }

    /// Whether unit `u` is written as a name is; never in a headline.
    pub(super) fn marked(&self, u: usize) -> bool {
        self.capital(u) && !self.headline
    }

    /// Whether unit `u` is a pronoun that is a subject, with or without a verb at its end ("he's").
    pub(super) fn subject_pronoun(&self, u: usize) -> bool {
        let form = self.form(u);
        let head = form.split_once('\'').map_or(form, |(head, _)| head);
        matches!(head, "he" | "she" | "they" | "it" | "we" | "i" | "who" | "you" | "there")
    }

    /// Whether unit `u` is a finite verb, as far as closed classes, endings and reporting verbs tell.
    pub(super) fn finite(&self, u: usize) -> bool {
        if self.quote(u) || !self.word(u) {
            return false;
        }
        let form = self.form(u);
        let of = classes(form);
        if of.any(Classes::AUX.with(Classes::MODAL)) {
            // "last May": a month.
            let month = form == "may" && self.marked(u);
            return !month && !matches!(form, "being" | "been" | "having" | "be" | "doing");
        }
        let before = u.wrapping_sub(1);
        if form.contains('\'') && self.subject_pronoun(u) {
            return true;
        }
        if of.any(Classes::VERB) {
            return !self.marked(u) && !self.is(before, Classes::DET);
        }
        if u == 0
            || !of.is_open()
            || self.marked(u)
            || self.is(before, Classes::DET.with(Classes::PREP))
        {
            return false;
        }
        let after = u + 1;
        let object = self.is(after, Classes::DET.with(Classes::PRON)) || self.marked(after);
        let third = form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("'s");
        // "who farms", but "when farmers left".
        let who = self.is(before, Classes::WH)
            && !self.is(before, Classes::SUB.with(Classes::ADV))
            && !matches!(self.form(before), "whose" | "how" | "why" | "when" | "where" | "whether");
        let subject = who
            || self.is(before, Classes::PRON)
            || self.open(before) && !self.form(before).ends_with('s');
        if third && (subject || self.adverb(before)) {
            let known = matches!(verbs::verb(form), Some((_, Tense::Third)));
            let direct = known || matches!(self.form(after), "the" | "a" | "an");
            if who
                || direct
                    && (object || matches!(self.form(after), "that" | "to") || self.quote(after))
            {
                return true;
            }
        }
        // "-ed" after a noun or a pronoun, and before what a verb takes.
        form.ends_with("ed")
            && form.len() > 3
            && !form.contains('-')
            && self.form(after) != "by"
            && (self.is(before, Classes::PRON.with(Classes::ADV))
                || !self.open(after)
                || self.capital(after)
                || self.form(before).ends_with('s'))
    }
}
