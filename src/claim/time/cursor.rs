//! What the rules read: the tokens of one sentence.

use super::value;
use super::words::{self, Word};
use crate::claim::figure::{self, Figure};
use crate::ingest::PartialDate;
use crate::span::Span;
use crate::text::class::{Classes, classes};
use crate::text::{Document, Sentence, TokenKind};

/// How many tokens from an expression its verb is looked for.
const REACH: usize = 14;

/// Where a verb puts its time beside the time of writing.
#[derive(Clone, Copy, PartialEq)]
enum Tense {
    Ahead,
    Back,
}

/// A sentence as the rules see it.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) doc: &'a Document,
    /// First token of the sentence.
    pub(super) from: usize,
    /// One past its last token.
    pub(super) to: usize,
    /// The publication date, if it is full.
    pub(super) published: Option<PartialDate>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(
        text: &'a str,
        doc: &'a Document,
        sentence: &Sentence,
        published: Option<PartialDate>,
    ) -> Self {
        let to = sentence.tokens.end.min(doc.tokens.len());
        Self { text, doc, from: sentence.tokens.start, to, published }
    }

    /// The folded form of token `i`; empty outside of the sentence.
    pub(super) fn form(&self, i: usize) -> &'a str {
        if i >= self.from && i < self.to { self.doc.form(i) } else { "" }
    }

    /// The folded form of the token `n` before `i`.
    pub(super) fn back(&self, i: usize, n: usize) -> &'a str {
        i.checked_sub(n).map_or("", |p| self.form(p))
    }

    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        (i >= self.from && i < self.to).then(|| self.doc.tokens.get(i).map(|t| t.kind)).flatten()
    }

    pub(super) fn word(&self, i: usize) -> Option<Word> {
        words::word(self.form(i))
    }

    pub(super) fn figure(&self, i: usize) -> Option<Figure> {
        if i < self.from { None } else { figure::at(self.text, self.doc, i, self.to) }
    }

    /// The original text of token `i`.
    pub(super) fn raw(&self, i: usize) -> &'a str {
        self.doc.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn capital(&self, i: usize) -> bool {
        i < self.to && self.raw(i).starts_with(char::is_uppercase)
    }

    pub(super) fn number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    /// Whether token `i` is a word of an open class: a noun that the number before it may count.
    pub(super) fn noun(&self, i: usize) -> bool {
        let form = self.form(i);
        form.starts_with(char::is_alphabetic) && classes(form).is_open()
    }

    /// Whether no white space stands before token `i`.
    pub(super) fn glued(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|p| self.doc.tokens.get(p));
        match (before, self.doc.tokens.get(i)) {
            (Some(b), Some(t)) => b.span.end == t.span.start,
            _ => false,
        }
    }

    /// The year of a month and day without one in an expression at token `i`: the nearest (of a month
    /// alone the last that had begun), or the next where the verb speaks of what is to come.
    pub(super) fn year_of(&self, i: usize, month: u8, day: Option<u8>) -> Option<i32> {
        let published = self.published?;
        let year = value::year_of(published, month, day)?;
        let found = (Some(year), Some(month), day.or(published.day));
        let before = found < (published.year, published.month, published.day);
        // "will publish the figures for May" names a May that was, "scheduled for May" one to come.
        let told = match self.back(i, 1) {
            "for" => self.future(i, 2),
            "since" => false,
            _ => self.ahead(i),
        };
        Some(if before && told { year + 1 } else { year })
    }

    /// Whether the verb before token `i` speaks of what is to come ("will meet on", "is due in") or of
    /// what was ("met on"); `None` where none is near in the clause.
    fn tense(&self, i: usize) -> Option<Tense> {
        for n in 1..=REACH {
            let form = self.back(i, n);
            if self.future(i, n) {
                return Some(Tense::Ahead);
            }
            let past = matches!(
                form,
                "said" | "told" | "has" | "have" | "had" | "was" | "were" | "did" | "been" | "be"
            ) || form.len() > 3 && form.ends_with("ed");
            if past {
                // "will have met", "will be closed": the modal decides.
                let modal = (n + 1..n + 3).any(|k| self.future(i, k));
                return Some(if modal { Tense::Ahead } else { Tense::Back });
            }
            // "as president", "that number" begin no clause.
            let next = if n > 1 { self.back(i, n - 1) } else { "" };
            let clause = classes(form).any(Classes::SUB)
                && form != "as"
                && !(form == "that" && classes(next).is_open())
                || form == "but";
            if matches!(form, "" | ";" | ":" | "\"" | "“" | "”") || clause && n > 1 {
                return None;
            }
        }
        None
    }

    /// Whether the verb before token `i` speaks of what is to come.
    pub(super) fn ahead(&self, i: usize) -> bool {
        self.tense(i) == Some(Tense::Ahead)
    }

    /// Whether the verb before token `i` speaks of what was.
    pub(super) fn past(&self, i: usize) -> bool {
        self.tense(i) == Some(Tense::Back)
    }

    /// Whether the token `n` before `i` speaks of what is to come.
    fn future(&self, i: usize, n: usize) -> bool {
        let form = self.back(i, n);
        let next = if n > 1 { self.back(i, n - 1) } else { "" };
        match form {
            "will" | "won't" | "shall" => true,
            // "due to the storm"
            "due" => next != "to",
            // "scheduled for", "expected to", but "a scheduled interview"
            "scheduled" | "slated" | "expected" => {
                n == 1 || classes(next).any(Classes::PREP) || next == "to"
            }
            _ => form.ends_with("'ll"),
        }
    }

    /// The span of tokens `i..end`.
    pub(super) fn span(&self, i: usize, end: usize) -> Option<Span> {
        let first = self.doc.tokens.get(i)?.span;
        let last = self.doc.tokens.get(end.checked_sub(1)?)?.span;
        Some(first.join(last))
    }
}
