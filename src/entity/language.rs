//! Whether a text is one that the rules can read.

use crate::text::{Document, TokenKind};

/// Common English words; running text in English cannot do without them.
const ENGLISH: [&str; 16] = [
    "the", "of", "and", "to", "that", "for", "with", "by", "from", "it", "has", "are", "said",
    "have", "not", "which",
];

/// Whether the text is long enough to judge and not in English or not in Latin letters.
pub(super) fn foreign(text: &str, doc: &Document) -> bool {
    let (mut words, mut latin, mut english) = (0usize, 0usize, 0usize);
    let is_english: Vec<bool> =
        doc.words.iter().map(|w| ENGLISH.contains(&w.form.as_str())).collect();
    for token in doc.tokens.iter().filter(|t| t.kind == TokenKind::Word).take(2000) {
        words += 1;
        let first = token.span.of(text).chars().next().unwrap_or(' ');
        latin +=
            usize::from(first.is_ascii_alphabetic() || ('\u{00C0}'..'\u{0250}').contains(&first));
        english += usize::from(is_english.get(token.word as usize).copied().unwrap_or(false));
    }
    words > 0 && latin * 2 < words
        || words >= 40 && english * 25 < words
        || words >= 30 && english == 0
}
