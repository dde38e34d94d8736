//! What has the shape of a figure and counts nothing.

use crate::claim::figure::Figure;
use crate::text::class::{Classes, classes};
use crate::text::{Document, TokenKind};

/// A figure in its sentence.
pub(super) struct Place<'a> {
    pub text: &'a str,
    pub doc: &'a Document,
    /// First token of the sentence.
    pub from: usize,
    /// One past its last.
    pub to: usize,
    /// First token of the figure or of the currency before it.
    pub start: usize,
    pub figure: &'a Figure,
    pub unit: &'static str,
    /// One past the unit.
    pub end: usize,
}

impl<'a> Place<'a> {
    fn form(&self, i: usize) -> &'a str {
        if i >= self.from && i < self.to { self.doc.form(i) } else { "" }
    }

    fn before(&self, n: usize) -> &'a str {
        self.start.checked_sub(n).map_or("", |i| self.form(i))
    }

    fn capital(&self, i: usize) -> bool {
        let raw = self.doc.tokens.get(i).map_or("", |t| t.span.of(self.text));
        raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token after the figure is a noun or an adjective, for all we know.
    fn noun_follows(&self) -> bool {
        let next = self.form(self.end);
        next.starts_with(char::is_alphabetic) && classes(next).is_open()
    }
}

/// Whether the figure is no quantity; `compared` tells that words like "about" stand before it.
pub(super) fn is_no_quantity(p: &Place<'_>, compared: bool) -> bool {
    let bare = p.unit.is_empty();
    if bare && !p.figure.glued.is_empty() {
        return true;
    }
    if p.figure.share && bare_share(p, compared) {
        return true;
    }
    if !bare {
        return false;
    }
    if p.figure.digits { digits(p, compared) } else { words(p, compared) }
}

/// "half" that is no share: "the first half", "half past", "half empty".
fn bare_share(p: &Place<'_>, compared: bool) -> bool {
    if p.form(p.start) != "half" || p.unit != "percent" {
        return false;
    }
    let next = p.form(p.end);
    let whole = matches!(
        next,
        "of" | "the" | "its" | "their" | "his" | "her" | "that" | "those" | "these" | "all" | "our"
    );
    let part_of = matches!(
        p.before(1),
        "first" | "second" | "other" | "one" | "better" | "latter" | "and" | "a" | "top" | "bottom"
    ) || p.before(1).ends_with("ern");
    next == "past" || !compared && (part_of || !whole)
}

fn digits(p: &Place<'_>, compared: bool) -> bool {
    let previous = p.start.checked_sub(1).filter(|i| *i >= p.from);
    let next = p.form(p.end);
    let mark = |i: usize| p.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Punct);
    // "1. First point", "(3)".
    if previous.is_none() && matches!(next, "." | ")") && p.end < p.to {
        return !p.figure.marked;
    }
    let Some(previous) = previous else { return false };
    let before = p.form(previous);
    if before == "(" && next == ")" || matches!(before, "#" | "+" | "/" | "no" | "nos" | "@") {
        return true;
    }
    if before == "." && matches!(p.before(2), "no" | "nos") {
        return true;
    }
    // An age or a score: "John Smith, 45, said".
    if before == "," && matches!(next, "," | "" | ".") && !p.figure.marked {
        return true;
    }
    // Phone numbers and the like: figures in a row.
    let in_row = |i: usize| {
        p.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number) && i >= p.from && i < p.to
    };
    if !p.figure.marked && (in_row(p.end) || in_row(previous)) && p.figure.range.is_none() {
        return true;
    }
    if compared || p.figure.marked || mark(previous) {
        return false;
    }
    let noun = p.noun_follows() && !p.capital(p.end);
    if matches!(
        before,
        "article"
            | "chapter"
            | "section"
            | "page"
            | "channel"
            | "resolution"
            | "route"
            | "highway"
            | "flight"
            | "room"
            | "level"
            | "phase"
            | "type"
            | "class"
            | "area"
            | "district"
            | "unit"
            | "boeing"
            | "airbus"
            | "number"
            | "gate"
            | "grade"
            | "line"
            | "platform"
            | "part"
            | "group"
            | "season"
            | "episode"
            | "volume"
            | "act"
            | "block"
            | "camp"
            | "sector"
            | "zone"
            | "version"
            | "windows"
            | "iphone"
            | "paragraph"
            | "figure"
            | "table"
            | "exit"
            | "stage"
            | "category"
            | "mark"
            | "model"
            | "apollo"
            | "formula"
            | "covid"
            | "interstate"
            | "title"
    ) {
        return true;
    }
    // "Soyuz 11 lifted off": a name before, no noun after.
    p.capital(previous) && previous > p.from && classes(before).is_open() && !noun
}

fn words(p: &Place<'_>, compared: bool) -> bool {
    let first = p.form(p.start);
    let before = p.before(1);
    let next = p.form(p.end);
    if matches!(before, "." | "-") && p.figure.value < 1.0 {
        return true;
    }
    // Names: "Seven Network", "Big Five", "Twenty20".
    if p.start > p.from && p.capital(p.start) && (p.capital(p.end) || p.capital(p.start - 1)) {
        let heading = (p.from..p.to).filter(|i| p.capital(*i)).count() * 3 > (p.to - p.from) * 2;
        if !heading {
            return true;
        }
    }
    let definite = matches!(
        before,
        "the"
            | "these"
            | "those"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "my"
            | "your"
            | "other"
            | "last"
            | "first"
            | "next"
    );
    if definite && !p.figure.marked {
        return true;
    }
    if first == "one" && p.end == p.start + 1 {
        let pronoun = matches!(
            before,
            "no" | "any"
                | "every"
                | "this"
                | "that"
                | "each"
                | "another"
                | "which"
                | "some"
                | "only"
                | "big"
                | "good"
                | "new"
        ) || matches!(
            next,
            "another"
                | "thing"
                | "point"
                | "way"
                | "side"
                | "hand"
                | "time"
                | "end"
                | "reason"
                | "step"
                | "area"
                | "such"
                | "day"
                | "example"
                | "part"
                | "sense"
                | "place"
                | "case"
                | "form"
                | "man's"
        );
        return !compared && pronoun || !p.noun_follows();
    }
    if first == "zero" && (before == "ground" || !p.noun_follows()) {
        return true;
    }
    // "at six", "one or two": a clock time or nothing that is counted.
    let mark_or_end = next.is_empty() || !next.starts_with(char::is_alphanumeric);
    !compared
        && !p.figure.marked
        && (mark_or_end || classes(next).any(Classes::PREP))
        && before == "at"
}
