//! Text into tokens and sentences, lossless, as flat arrays of ranges; the normal forms of words.

mod fold;
mod sentence;
mod token;

pub use fold::{fold, fold_into, stem};

use crate::names::Names;
use crate::span::Span;
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and acronym dots ("al-Zor", "U.S.", "o'clock").
    Word,
    /// Begins with a digit ("65", "1,200", "3.5", "20th").
    Number,
    /// One punctuation mark, or a run of the same one ("...", "--").
    Punct,
    /// Any other symbol (emoji, currency, mathematical …).
    Symbol,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Number of the token's folded form, by first occurrence.
    pub word: u32,
}

/// Numbers the folded forms of one text.
#[derive(Default)]
pub struct Forms {
    known: Names,
    buffer: String,
}

impl Forms {
    /// The number of the folded form of `word`, and the form where it is new.
    fn number(&mut self, word: &str) -> (u32, Option<&str>) {
        self.buffer.clear();
        fold_into(word, &mut self.buffer);
        let (number, new) = self.known.enter(&self.buffer);
        (number, new.then_some(&self.buffer))
    }
}

/// Appends the tokens of one part of a text; every character of it that is not white space is in
/// one. `new` is told each folded form that was not met before, in the order of their numbers.
#[inline(never)]
pub fn tokens(
    text: &str,
    part: Span,
    forms: &mut Forms,
    tokens: &mut Vec<Token>,
    new: &mut dyn FnMut(&str),
) {
    token::split(text, part, |span, kind| {
        let (word, form) = forms.number(span.of(text));
        if let Some(form) = form {
            new(form);
        }
        tokens.push(Token { span, kind, word });
    });
}

/// The sentences of a run of tokens of one block, as ranges of indices into it; they hold all.
#[inline(never)]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    sentence::split(text, tokens)
}
