//! The words of an article as they are indexed: what they are, and where they stand.

use super::parts;
use crate::ingest::BlockKind;
use crate::span::Span;
use crate::text::Document;
use parallax_engine::numbers;

/// Where the words of an article stand in its text, in order.
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// The text range of `len` positions from `pos`.
    pub fn range(&self, pos: u32, len: u32) -> Option<Span> {
        let from = pos as usize;
        let first = *self.0.get(from)?;
        let last = *self.0.get((from + len.max(1) as usize - 1).min(self.0.len() - 1))?;
        Some(first.join(last))
    }

    /// The positions that share text with `span`: first and number.
    pub fn touching(&self, span: Span) -> Option<(u32, u32)> {
        let from = self.0.partition_point(|s| s.end <= span.start);
        let to = self.0.partition_point(|s| s.start < span.end);
        (from < to).then_some((from as u32, (to - from) as u32))
    }

    /// The positions that lie inside a range of the text: the first, and one past the last.
    pub fn inside(&self, span: Span) -> (usize, usize) {
        let from = self.0.partition_point(|s| s.start < span.start);
        let to = self.0.partition_point(|s| s.end <= span.end);
        (from, to.max(from))
    }
}

/// What an article is made of, step by step.
pub(super) enum Step<'a> {
    Sentence(BlockKind),
    /// A word, with its number in the document if all of its tokens are this one word.
    Word(Option<u32>, &'a str, Span),
    /// The joined spelling of the next words, and their number.
    Joined(&'a str, usize),
}

/// What is known of a word of a document.
#[derive(Clone, Copy)]
enum Shape {
    New,
    /// It is not indexed.
    None,
    /// It is indexed as it is.
    Plain,
    /// It has parts, or another spelling.
    Odd,
}

/// Hands over what is indexed of an article, in order.
pub(super) fn walk(text: &str, doc: &Document, visit: &mut dyn FnMut(Step<'_>)) {
    let mut shapes = vec![Shape::New; doc.words.len()];
    for sentence in &doc.sentences {
        visit(Step::Sentence(sentence.kind));
        for i in sentence.tokens.clone() {
            let Some(token) = doc.tokens.get(i) else { continue };
            let number = token.word as usize;
            let (Some(shape), Some(word)) = (shapes.get_mut(number), doc.words.get(number)) else {
                continue;
            };
            if matches!(shape, Shape::New) {
                *shape = match () {
                    () if !parts::is_indexed(doc, i) => Shape::None,
                    () if parts::is_plain(&word.form) => Shape::Plain,
                    () => Shape::Odd,
                };
            }
            match shape {
                Shape::New | Shape::None => {}
                Shape::Plain => visit(Step::Word(Some(token.word), &word.form, token.span)),
                Shape::Odd => {
                    let parts = parts::of_token(text, doc, i);
                    if let Some(joined) = parts::joined(&parts) {
                        visit(Step::Joined(&joined, parts.len()));
                    }
                    parts.iter().for_each(|part| visit(Step::Word(None, &part.form, part.span)));
                }
            }
        }
    }
}

/// Where words stand, packed: for each the bytes between it and the one before, and its length.
#[derive(Clone, Debug, Default)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    end: u32,
}

impl Packed {
    /// Room for the words of a document.
    pub fn of(doc: &Document) -> Self {
        Self { bytes: Vec::with_capacity(2 * doc.tokens.len()), end: 0 }
    }

    /// Adds the next word.
    pub fn put(&mut self, span: Span) {
        numbers::put(&mut self.bytes, span.start.saturating_sub(self.end));
        numbers::put(&mut self.bytes, span.len() as u32);
        self.end = span.end;
    }

    pub fn unpack(&self) -> Spans {
        let mut out = Vec::with_capacity(self.bytes.len() / 2);
        let mut bytes = self.bytes.as_slice();
        let mut at = 0;
        while let (Some(gap), Some(length)) = (numbers::take(&mut bytes), numbers::take(&mut bytes))
        {
            out.push(Span { start: at + gap, end: at + gap + length });
            at += gap + length;
        }
        Spans(out)
    }
}
