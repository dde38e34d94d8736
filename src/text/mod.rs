//! Lossless tokens and sentences as flat arrays of ranges, and the normal forms of words.

pub mod class;
mod common;

pub use common::{Commonness, commonness};
pub use parallax_engine::cut::{Token, TokenKind, fold, stem};

use crate::ingest::{Block, BlockKind};
use crate::span::Span;
use parallax_engine::cut;
use std::cell::OnceCell;
use std::ops::Range;

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
#[derive(Clone, Debug)]
pub struct Word {
    /// Lower case, without diacritics, with straight quotes.
    pub form: String,
    stem: OnceCell<String>,
}

impl Word {
    fn new(form: &str) -> Self {
        Self { form: form.to_owned(), stem: OnceCell::new() }
    }

    /// Porter's stem (Snowball English) of the form; made when it is first asked for.
    pub fn stem(&self) -> &str {
        self.stem.get_or_init(|| stem(&self.form))
    }
}

/// The stem follows from the form.
impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form
    }
}

impl Eq for Word {}

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
    /// The distinct folded forms, in order of first occurrence: [`Token::word`] numbers them.
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
        word.map_or("", |w| w.stem())
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
    let mut forms = cut::Forms::default();
    for (block, b) in blocks.iter().enumerate().filter(|(_, b)| b.kind.is_coverage()) {
        let from = doc.tokens.len();
        let words = &mut doc.words;
        cut::tokens(text, b.span, &mut forms, &mut doc.tokens, &mut |form| {
            words.push(Word::new(form));
        });
        let new = doc.tokens.get(from..).unwrap_or(&[]);
        for tokens in cut::sentences(text, new) {
            let (Some(first), Some(last)) = (new.get(tokens.start), new.get(tokens.end - 1)) else {
                continue;
            };
            doc.sentences.push(Sentence {
                span: first.span.join(last.span),
                tokens: tokens.start + from..tokens.end + from,
                block,
                kind: b.kind,
            });
        }
    }
    doc
}
