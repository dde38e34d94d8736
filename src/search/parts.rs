//! What is indexed of a token: its parts at hyphens, in one spelling.

use crate::span::Span;
use crate::text::{Document, TokenKind, fold};

/// One indexed part of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Folded form without possessive ending, acronym dots and thousands commas.
    pub form: String,
    /// Where it stands.
    pub span: Span,
}

/// Compounds of more parts than this are found by their parts only, not by the joined spelling.
const JOINED_PARTS: usize = 4;

/// Whether token `i` is indexed at all: no punctuation is.
pub(super) fn is_indexed(doc: &Document, i: usize) -> bool {
    match doc.tokens.get(i).map(|token| token.kind) {
        None | Some(TokenKind::Punct) => false,
        Some(TokenKind::Symbol) => !doc.form(i).is_ascii(),
        Some(TokenKind::Word | TokenKind::Number) => true,
    }
}

/// The parts of token `i`; none for punctuation.
pub(super) fn of_token(text: &str, doc: &Document, i: usize) -> Vec<Part> {
    let Some(token) = doc.tokens.get(i).filter(|_| is_indexed(doc, i)) else { return Vec::new() };
    let form = doc.form(i);
    if !form.contains('-') {
        let form = normal(form);
        return if form.is_empty() { Vec::new() } else { vec![Part { form, span: token.span }] };
    }
    let mut out = Vec::new();
    let base = token.span.start as usize;
    let mut at = 0;
    for piece in token.span.of(text).split(['-', '\u{2010}', '\u{2011}']) {
        let form = normal(&fold(piece));
        if !form.is_empty() {
            out.push(Part { form, span: Span::new(base + at, base + at + piece.len()) });
        }
        // Every hyphen that splits is followed by the next piece; its length is read off the text.
        at += piece.len();
        let rest = text.get(base + at..token.span.end as usize).unwrap_or("");
        at += rest.chars().next().map_or(0, char::len_utf8);
    }
    out
}

/// "deconfliction" for "de-confliction", so that either spelling finds the other.
pub(super) fn joined(parts: &[Part]) -> Option<String> {
    (2..=JOINED_PARTS)
        .contains(&parts.len())
        .then(|| parts.iter().map(|p| p.form.as_str()).collect())
}

/// Whether a folded form is indexed as it is, as most are.
pub(super) fn is_plain(form: &str) -> bool {
    !form.is_empty() && !form.bytes().any(|b| matches!(b, b'-' | b'\'' | b'.' | b','))
}

/// The spelling under which a folded form is indexed.
fn normal(form: &str) -> String {
    let base = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
    let acronym = base.contains('.') && base.chars().all(|c| c == '.' || c.is_alphabetic());
    let grouped = base.contains(',') && base.chars().all(|c| c == ',' || c.is_numeric());
    if acronym || grouped {
        base.chars().filter(|c| !matches!(c, '.' | ',')).collect()
    } else {
        base.to_owned()
    }
}

/// All parts of a short text of its own (a query, a name), token by token.
pub(super) fn of_text(text: &str) -> Vec<Vec<Part>> {
    let block = crate::ingest::Block {
        span: Span::new(0, text.len()),
        kind: crate::ingest::BlockKind::Body,
        reason: String::new(),
    };
    let doc = crate::text::analyse(text, &[block]);
    (0..doc.tokens.len())
        .map(|i| of_token(text, &doc, i))
        .filter(|parts| !parts.is_empty())
        .collect()
}

/// The forms of a name, joined by spaces: names that are written alike share this key.
pub(super) fn key(text: &str) -> String {
    let parts: Vec<Vec<Part>> = of_text(text);
    let mut forms: Vec<&str> = parts.iter().flatten().map(|p| p.form.as_str()).collect();
    if forms.len() > 1 && forms.first() == Some(&"the") {
        forms.remove(0);
    }
    forms.join(" ")
}
