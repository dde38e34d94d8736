//! The words of a sentence as they are compared: parts of compounds, stems, figures in digits.

use crate::claim::figure::{self, Part};
use crate::lexicon::{IRREGULAR, Lookup};
use crate::text::{Commonness, Document, TokenKind, commonness, stem};
use std::sync::OnceLock;

/// One compared word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Stem; figures in digits ("2" for "two"), irregular verbs by their base form.
    pub stem: String,
    /// How much it says by itself.
    pub commonness: Commonness,
    /// Whether it is written with a capital or as digits.
    pub marked: bool,
    /// Whether it is a figure.
    pub figure: bool,
    /// The token it is part of.
    pub token: usize,
}

/// The words of tokens `range`; no punctuation.
pub(crate) fn words(text: &str, doc: &Document, range: std::ops::Range<usize>) -> Vec<Word> {
    let mut out = Vec::new();
    for token in range {
        let Some(t) = doc.tokens.get(token) else { continue };
        if !matches!(t.kind, TokenKind::Word | TokenKind::Number) {
            continue;
        }
        let form = doc.form(token);
        let capital = t.span.of(text).chars().next().is_some_and(char::is_uppercase);
        for part in form.split('-').filter(|p| !p.is_empty()) {
            let base = part.strip_suffix("'s").or_else(|| part.strip_suffix('\''));
            let base: String =
                base.unwrap_or(part).chars().filter(|c| !matches!(c, '.' | ',')).collect();
            if base.is_empty() {
                continue;
            }
            // The small numbers are often spelt out.
            let spelt = match figure::word(&base) {
                Some(Part::Small(n)) => Some(figure::amount(n)),
                _ => None,
            };
            let figure = spelt.is_some() || base.starts_with(|c: char| c.is_numeric());
            // The document keeps the stems of whole words.
            let stemmed = || if base == form { doc.stem(token).to_owned() } else { stem(&base) };
            let commonness = commonness(&base);
            let verb = irregular(&base).filter(|_| commonness != Commonness::Function);
            out.push(Word {
                commonness,
                stem: spelt.or_else(|| verb.cloned()).unwrap_or_else(stemmed),
                marked: capital || t.kind == TokenKind::Number,
                figure,
                token,
            });
        }
    }
    out
}

/// The stem of the verb of which a word is the past or the participle ("leav" for "left").
fn irregular(form: &str) -> Option<&'static String> {
    static VERBS: OnceLock<Lookup<String>> = OnceLock::new();
    let verbs = VERBS.get_or_init(|| {
        let rows = IRREGULAR.rows::<3>();
        rows.flat_map(|[verb, past, done]| [past, done].map(|form| (form, stem(verb)))).collect()
    });
    verbs.get(form)
}

/// Whether a stem turns a sentence into its opposite.
pub(crate) fn negates(word: &Word) -> bool {
    matches!(word.stem.as_str(), "not" | "no" | "never" | "nor" | "cannot" | "without" | "deni")
        || word.stem.ends_with("n't")
}
