//! What the rules read: the tokens of one sentence.

use super::words::{self, Word};
use crate::claim::figure::{self, Figure};
use crate::ingest::PartialDate;
use crate::span::Span;
use crate::text::{Document, Sentence, TokenKind};

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
        self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    /// Whether no white space stands before token `i`.
    pub(super) fn glued(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|p| self.doc.tokens.get(p));
        match (before, self.doc.tokens.get(i)) {
            (Some(b), Some(t)) => b.span.end == t.span.start,
            _ => false,
        }
    }

    /// The span of tokens `i..end`.
    pub(super) fn span(&self, i: usize, end: usize) -> Option<Span> {
        let first = self.doc.tokens.get(i)?.span;
        let last = self.doc.tokens.get(end.checked_sub(1)?)?.span;
        Some(first.join(last))
    }
}
