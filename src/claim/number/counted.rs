//! What a figure counts: the noun phrase after it, or after "of".

use crate::claim::figure::Figure;
use crate::span::Span;
use crate::text::class::{Classes, classes};
use crate::text::{Document, TokenKind};

/// The longest phrase that is read, in tokens.
const LONGEST: usize = 7;

/// What the figure that ends (with its unit) before token `end` counts.
pub(super) fn find(
    text: &str,
    doc: &Document,
    unit: &str,
    figure: &Figure,
    end: usize,
    to: usize,
) -> Option<Span> {
    let p = Phrase { text, doc, to };
    let next = p.form(end);
    if next == "of" {
        return p.noun(end + 1, true);
    }
    if next == "worth" && p.form(end + 1) == "of" {
        return p.noun(end + 2, true);
    }
    if unit.is_empty() {
        return p.noun(end, false);
    }
    if figure.share {
        // "half the city".
        return classes(next).any(Classes::DET).then(|| p.noun(end, true)).flatten();
    }
    let money = unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
    let led = match next {
        "from" => true,
        "in" | "for" => money,
        "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast"
        | "southwest" | "away" | "outside" | "off" => unit != "percent" && !money,
        _ => false,
    };
    if led {
        let more = usize::from(matches!(p.form(end + 1), "of" | "from"));
        let noun = p.noun(end + 1 + more, true)?;
        return Some(doc.tokens.get(end)?.span.join(noun));
    }
    None
}

struct Phrase<'a> {
    text: &'a str,
    doc: &'a Document,
    to: usize,
}

impl<'a> Phrase<'a> {
    fn form(&self, i: usize) -> &'a str {
        if i < self.to { self.doc.form(i) } else { "" }
    }

    fn capital(&self, i: usize) -> bool {
        let raw = self.doc.tokens.get(i).map_or("", |t| t.span.of(self.text));
        raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// The noun phrase at token `i`; its articles are left out. `after_of` allows a determiner.
    fn noun(&self, i: usize, after_of: bool) -> Option<Span> {
        let mut start = i;
        while after_of && start < i + 3 && classes(self.form(start)).any(Classes::DET) {
            start += 1;
        }
        let mut end = start;
        while end < self.to && end < start + LONGEST && self.goes_on(start, end) {
            end += 1;
        }
        let first = self.doc.tokens.get(start).filter(|_| end > start)?;
        let last = self.doc.tokens.get(end - 1)?;
        Some(first.span.join(last.span))
    }

    fn goes_on(&self, start: usize, at: usize) -> bool {
        let Some(token) = self.doc.tokens.get(at) else { return false };
        let form = self.form(at);
        if token.kind != TokenKind::Word {
            // A figure inside a name: "F-16" is a word, "Boeing 737" is not.
            return false;
        }
        let capital = self.capital(at);
        if form == "more" && at == start {
            return true;
        }
        if !classes(form).is_open() {
            return false;
        }
        if at > start && is_plural(self.form(at - 1)) && is_past(form) {
            return false;
        }
        if at > start && !capital {
            let before = self.form(at - 1);
            let complete = !self.capital(at - 1) && is_plural(before);
            if complete && !is_plural(form) {
                return false;
            }
            // "submarines launched", "Syrians fled": a verb ends the phrase.
            let past = is_past(form) && (is_plural(before) || self.capital(at - 1));
            if past || classes(form).any(Classes::VERB) {
                return false;
            }
            if form.ends_with("ing") && is_plural(before) || form.ends_with("ly") {
                return false;
            }
        }
        true
    }
}

fn is_past(form: &str) -> bool {
    form.ends_with("ed") && form.len() > 4
}

/// Whether a lower-case noun looks plural.
fn is_plural(form: &str) -> bool {
    form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("'s") && form.len() > 3
        || matches!(
            form,
            "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "personnel"
                | "aircraft"
                | "policemen"
                | "servicemen"
                | "gunmen"
                | "cattle"
                | "dead"
                | "wounded"
                | "injured"
        )
}
