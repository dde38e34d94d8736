//! Which quantities of different articles measure the same thing.

use super::{Quantity, unit};
use crate::text::class::classes;
use crate::text::{Document, TokenKind};

/// What a quantity measures, for comparing articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Key {
    /// What sort of measure: "percent", "length", "money" …; "count" for plain counts. Figures of
    /// one class are comparable by [`Key::base`].
    pub class: String,
    /// The value in base units of the class (lengths in metres, areas in square metres …).
    pub base: f64,
    /// Stems of the names in what is counted ("raqqa").
    pub names: Vec<String>,
    /// Stems of the common nouns in what is counted ("submarin").
    pub nouns: Vec<String>,
}

impl Key {
    /// Whether two quantities may measure the same: equal class, and what is counted overlaps.
    /// Shares and measures go by the names in them where both have some; counts by the nouns.
    pub fn same(&self, other: &Key) -> bool {
        let nouns = self.nouns.iter().any(|n| other.nouns.contains(n));
        let names = self.names.iter().any(|n| other.names.contains(n));
        let both_named = !self.names.is_empty() && !other.names.is_empty();
        let bare = self.nouns.is_empty() || other.nouns.is_empty();
        self.class == other.class
            && match (self.class.as_str(), both_named) {
                ("count", _) => nouns || bare && names,
                (_, true) => names,
                (_, false) => nouns,
            }
    }
}

/// What the quantity measures.
pub fn key(quantity: &Quantity, text: &str, doc: &Document) -> Key {
    let known = unit::named(&quantity.unit);
    let mut key = Key {
        class: known.map_or("count", |u| u.class).to_owned(),
        base: quantity.value * known.map_or(1.0, |u| u.factor),
        ..Key::default()
    };
    let Some(counted) = quantity.counted else { return key };
    let tokens = doc.tokens_in(counted);
    for i in tokens.clone() {
        add(&mut key, text, doc, i);
    }
    if key.names.is_empty() {
        point_back(&mut key, text, doc, quantity, tokens.start);
    }
    key
}

fn capital(text: &str, doc: &Document, i: usize) -> bool {
    let raw = doc.tokens.get(i).map_or("", |t| t.span.of(text));
    raw.chars().next().is_some_and(char::is_uppercase)
        || raw.split('-').any(|part| part.chars().next().is_some_and(char::is_uppercase))
}

fn add(key: &mut Key, text: &str, doc: &Document, i: usize) {
    let is_word = doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
    if !is_word || !classes(doc.form(i)).is_open() {
        return;
    }
    let set = if capital(text, doc, i) { &mut key.names } else { &mut key.nouns };
    let stem = doc.stem(i);
    if !set.iter().any(|known| known == stem) {
        set.push(stem.to_owned());
    }
}

/// "65 percent of the city": the name that stands with "city" before it ("city of Raqqa", "Raqqa
/// city") in this sentence or the one before.
fn point_back(key: &mut Key, text: &str, doc: &Document, quantity: &Quantity, at: usize) {
    let nouns = key.nouns.clone();
    let first = quantity.sentence.saturating_sub(1);
    let from = doc.sentences.get(first).map_or(at, |s| s.tokens.start);
    for i in (from..at.min(doc.tokens.len())).rev() {
        if !nouns.iter().any(|n| n == doc.stem(i)) {
            continue;
        }
        let name = if doc.form(i + 1) == "of" { i + 2 } else { i.saturating_sub(1) };
        if capital(text, doc, name) && name >= from && name < at {
            let mut n = name;
            while n < at && capital(text, doc, n) && n < name + 4 {
                if n != i {
                    add(key, text, doc, n);
                }
                n += 1;
            }
            return;
        }
    }
}
