//! Units of measure and currencies, from `lexicon/units.tsv`.

use crate::claim::figure::Figure;
use crate::claim::figure::decimal;
use crate::lexicon;
use crate::lexicon::Lookup;
use crate::text::{Document, TokenKind};
use std::sync::LazyLock;

/// What the lexicon says of a unit.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    /// Its normal form.
    pub name: &'static str,
    /// What it measures; units of one class can be compared.
    pub class: &'static str,
    /// How many base units of its class it holds.
    pub factor: f64,
}

static FORMS: LazyLock<Lookup<Unit>> = LazyLock::new(|| {
    let rows = lexicon::UNITS.rows::<4>();
    let read = |[form, name, class, factor]: [&'static str; 4]| {
        Some((form, Unit { name, class, factor: decimal(factor)? }))
    };
    rows.filter_map(read).collect()
});

/// The unit with this normal form.
pub(super) fn named(name: &str) -> Option<Unit> {
    // The table is small and its order fixed; only grouping asks for it.
    lexicon::UNITS
        .rows::<4>()
        .find(|[_, n, ..]| *n == name)
        .and_then(|[form, ..]| FORMS.get(form).copied())
}

fn is_money(unit: Unit) -> bool {
    unit.class.starts_with("money")
}

/// A currency sign before a figure, and the token at which the figure begins.
pub(super) fn before(
    text: &str,
    doc: &Document,
    i: usize,
    to: usize,
) -> Option<(&'static str, usize)> {
    let sign_at = |at: usize| {
        let token = doc.tokens.get(at).filter(|_| at < to)?;
        let sign = (token.kind == TokenKind::Symbol).then(|| token.span.of(text))?;
        FORMS.get(sign).copied().filter(|u| is_money(*u))
    };
    if let Some(unit) = sign_at(i) {
        return Some((unit.name, i + 1));
    }
    let glued = doc.tokens.get(i)?.span.end == doc.tokens.get(i + 1)?.span.start;
    if doc.form(i) == "us" && glued {
        return sign_at(i + 1).map(|u| (u.name, i + 2));
    }
    // "USD 30 million".
    let unit = FORMS.get(doc.form(i)).copied().filter(|u| is_money(*u))?;
    let code = doc.form(i).len() == 3 && doc.tokens[i].span.of(text) == unit.name;
    (code && i + 1 < to && doc.tokens[i + 1].kind == TokenKind::Number)
        .then_some((unit.name, i + 1))
}

/// The unit after a figure and the token after it.
pub(super) fn after(
    text: &str,
    doc: &Document,
    figure: &Figure,
    to: usize,
) -> Option<(&'static str, usize)> {
    let glued = figure.glued.trim_start_matches('-');
    if !glued.is_empty() {
        // "30km", "20-mile": the rest of the token is the unit.
        let unit = FORMS.get(glued)?;
        return Some((unit.name, figure.end));
    }
    let mut at = figure.end;
    if at + 1 < to && doc.form(at) == "-" {
        at += 1;
    }
    let mut form = String::new();
    let mut best = None;
    for n in 0..3 {
        let Some(token) = doc.tokens.get(at + n).filter(|_| at + n < to) else { break };
        if n > 0 && token.span.start > doc.tokens[at + n - 1].span.end {
            form.push(' ');
        }
        form.push_str(doc.form(at + n));
        // A capital makes "Mile" or "Won" a name.
        let raw = token.span.of(text);
        let name = raw.len() > 2
            && raw.chars().next().is_some_and(char::is_uppercase)
            && raw.chars().skip(1).all(char::is_lowercase)
            && !figure.marked
            && n == 0
            && doc.form(at + n).ends_with(|c: char| c != 's');
        if let Some(unit) = FORMS.get(form.as_str())
            && (!name || unit.name == "percent")
        {
            best = Some((unit.name, at + n + 1));
        }
    }
    best
}
