//! Figures: value, unit, what is counted, and how exact the text says it is.
//!
//! Not quantities: years, dates, clock times and durations (time expressions); ordinals; list and
//! phone numbers; numbers in names ("Boeing 737"); vague counts ("thousands"); "one" as a pronoun;
//! and number words after a definite determiner ("the two sides"), which point back to a count
//! that was told before.

mod counted;
mod exclude;
mod key;
mod unit;

pub use key::{Key, key};

use super::figure::{self, Figure};
use super::time::Timex;
use crate::lexicon;
use crate::lexicon::Lookup;
use crate::span::Span;
use crate::text::Document;
use serde::Serialize;
use std::sync::LazyLock;

/// How the text compares the quantity with its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Comparator {
    /// The figure stands alone.
    Exactly,
    /// "about", "around", "some", "nearly".
    About,
    /// "more than", "over", "at least".
    AtLeast,
    /// "less than", "under", "up to".
    AtMost,
}

impl Comparator {
    /// The word that readers see; empty for a figure that stands alone.
    pub fn label(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::About => "about",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
        }
    }
}

/// One quantity. Years, dates and clock times are time expressions, not quantities.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with its unit ("65 percent", "300 square kilometers", "two").
    pub span: Span,
    /// The figure's value; a range has its middle. Shares of a whole are in percent ("half": 50).
    pub value: f64,
    /// How the text compares.
    pub comparator: Comparator,
    /// Unit in its normal form ("percent", "kilometre", "USD"); empty for a plain count.
    pub unit: String,
    /// What is counted or measured ("Russian submarines", "Raqqa city"), if it was found.
    pub counted: Option<Span>,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Lower and upper end, where the text gives a range.
    pub range: Option<(f64, f64)>,
    /// [`Quantity::span`] with the words that compare ("more than half", "about 60 percent").
    pub phrase: Span,
}

static COMPARATORS: LazyLock<Lookup<Comparator>> = LazyLock::new(|| {
    let rows = lexicon::COMPARATORS.rows::<2>();
    let kind = |name| match name {
        "about" => Comparator::About,
        "at-least" => Comparator::AtLeast,
        "at-most" => Comparator::AtMost,
        _ => Comparator::Exactly,
    };
    rows.map(|[phrase, name]| (phrase, kind(name))).collect()
});

/// Finds the quantities of one article, ordered by place.
pub fn find(text: &str, doc: &Document) -> Vec<Quantity> {
    find_beside(text, doc, &super::time::find(text, doc, None))
}

/// As [`find`], with the article's time expressions, ordered by place, already known.
pub fn find_beside(text: &str, doc: &Document, times: &[Timex]) -> Vec<Quantity> {
    let times: Vec<Span> = times.iter().map(|t| t.span).collect();
    let mut out = Vec::new();
    let mut time = 0;
    for (sentence, s) in doc.sentences.iter().enumerate() {
        let to = s.tokens.end.min(doc.tokens.len());
        let mut i = s.tokens.start;
        while i < to {
            let span = doc.tokens[i].span;
            while times.get(time).is_some_and(|t| t.end <= span.start) {
                time += 1;
            }
            let in_time = times.get(time).is_some_and(|t| t.start <= span.start);
            let found = if in_time { None } else { at(text, doc, sentence, i, to) };
            match found {
                Some((quantity, end)) => {
                    out.extend(quantity);
                    i = end.max(i + 1);
                }
                None => i += 1,
            }
        }
    }
    out
}

/// The quantity at token `i` and the token after it; without a quantity where there is a figure
/// that counts nothing.
fn at(
    text: &str,
    doc: &Document,
    sentence: usize,
    i: usize,
    to: usize,
) -> Option<(Option<Quantity>, usize)> {
    let money = unit::before(text, doc, i, to);
    let start = money.as_ref().map_or(i, |m| m.1);
    let figure = figure::at(text, doc, start, to)?;
    let from = doc.sentences.get(sentence)?.tokens.start;
    let after = unit::after(text, doc, &figure, to);
    let (unit, end) = match (money, after) {
        (Some((unit, _)), Some((more, end))) if unit == more => (unit, end),
        (Some((unit, _)), _) => (unit, figure.end),
        (None, Some(found)) => found,
        (None, None) if figure.share => ("percent", figure.end),
        (None, None) => ("", figure.end),
    };
    let compared = comparator(text, doc, i, end, from, to);
    let place = exclude::Place { text, doc, from, to, start: i, figure: &figure, unit, end };
    if exclude::is_no_quantity(&place, compared.is_some()) {
        return Some((None, figure.end));
    }
    let (comparator, first, last) = compared.unwrap_or((Comparator::Exactly, i, end));
    let span = doc.tokens.get(i)?.span.join(doc.tokens.get(end.checked_sub(1)?)?.span);
    let phrase = doc.tokens.get(first)?.span.join(doc.tokens.get(last.checked_sub(1)?)?.span);
    let counted = counted::find(text, doc, unit, &figure, end, to);
    let Figure { value, range, .. } = figure;
    let unit = unit.to_owned();
    let quantity = Quantity { span, value, comparator, unit, counted, sentence, range, phrase };
    Some((Some(quantity), last.max(end)))
}

/// The words before or after the tokens `i..end` that compare, with the tokens of the whole.
fn comparator(
    text: &str,
    doc: &Document,
    i: usize,
    end: usize,
    from: usize,
    to: usize,
) -> Option<(Comparator, usize, usize)> {
    if end + 1 < to && doc.form(end) == "or" {
        match doc.form(end + 1) {
            "more" => return Some((Comparator::AtLeast, i, end + 2)),
            "less" | "fewer" => return Some((Comparator::AtMost, i, end + 2)),
            "so" => return Some((Comparator::About, i, end + 2)),
            _ => {}
        }
    }
    if end < to && doc.tokens[end].span.of(text) == "+" {
        return Some((Comparator::AtLeast, i, end + 1));
    }
    // An article may stand between: "at least a dozen" has its figure at "a".
    let mut phrase = String::new();
    let mut best = None;
    for n in 1..=3 {
        let Some(p) = i.checked_sub(n).filter(|p| *p >= from) else { break };
        phrase = if n == 1 { doc.form(p).to_owned() } else { format!("{} {phrase}", doc.form(p)) };
        if let Some(kind) = COMPARATORS.get(phrase.as_str()) {
            best = Some((*kind, p, end));
        }
    }
    best
}
