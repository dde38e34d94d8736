//! Lossless tokens and sentences as flat arrays of ranges, and the normal forms of words.

pub mod class;
mod common;
mod fold;
mod sentence;
mod token;

pub use common::{Commonness, commonness};
pub use fold::{fold, stem};

use crate::ingest::{Block, BlockKind};
use crate::map::ByName;
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
    /// Index into [`Document::words`]: the token's folded form.
    pub word: u32,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where, without white space at the ends.
    pub span: Span,
    /// Its tokens in [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The block it stands in, an index into the article's blocks.
    pub block: usize,
    /// That block's kind; always one that is coverage.
    pub kind: BlockKind,
}

/// A folded word form and its stem, kept once for each document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without diacritics, with straight quotes.
    pub form: String,
    /// Porter's stem (Snowball English) of the form.
    pub stem: String,
}

/// The coverage of an article, cut into sentences and tokens.
///
/// Tokens stand in order, do not overlap, and hold every character of the coverage blocks that is
/// not white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Sentences in order; they hold every token.
    pub sentences: Vec<Sentence>,
    /// The distinct folded forms, in order of first occurrence.
    pub words: Vec<Word>,
}

impl Document {
    /// The folded form of token `i`.
    pub fn form(&self, i: usize) -> &str {
        let word = self.tokens.get(i).and_then(|t| self.words.get(t.word as usize));
        word.map_or("", |w| w.form.as_str())
    }

    /// The stem of token `i`.
    pub fn stem(&self, i: usize) -> &str {
        let word = self.tokens.get(i).and_then(|t| self.words.get(t.word as usize));
        word.map_or("", |w| w.stem.as_str())
    }

    /// The sentence that holds byte `offset`.
    pub fn sentence_at(&self, offset: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.span.start <= offset);
        let i = after.checked_sub(1)?;
        (offset < self.sentences[i].span.end).then_some(i)
    }

    /// The tokens that lie inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.start < span.start);
        let to = self.tokens.partition_point(|t| t.span.end <= span.end);
        from..to.max(from)
    }
}

/// Cuts the coverage blocks of `text` into sentences and tokens.
pub fn analyse(text: &str, blocks: &[Block]) -> Document {
    let mut doc = Document::default();
    let mut known: ByName<u32> = ByName::default();
    for (block, b) in blocks.iter().enumerate().filter(|(_, b)| b.kind.is_coverage()) {
        let from = doc.tokens.len();
        for (span, kind) in token::split(text, b.span) {
            let form = fold(span.of(text));
            let word = match known.get(&form) {
                Some(word) => *word,
                None => {
                    let word = doc.words.len() as u32;
                    doc.words.push(Word { stem: stem(&form), form: form.clone() });
                    known.insert(&form, word);
                    word
                }
            };
            doc.tokens.push(Token { span, kind, word });
        }
        for tokens in sentence::split(text, &doc.tokens[from..]) {
            let tokens = tokens.start + from..tokens.end + from;
            let (Some(first), Some(last)) =
                (doc.tokens.get(tokens.start), doc.tokens.get(tokens.end - 1))
            else {
                continue;
            };
            doc.sentences.push(Sentence {
                span: first.span.join(last.span),
                tokens,
                block,
                kind: b.kind,
            });
        }
    }
    doc
}
