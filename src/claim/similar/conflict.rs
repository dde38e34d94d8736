//! What two texts name that one event has only once: other lands, figures, days, opposite words.
//!
//! Texts of much the same words that differ in one of these report two events of a kind. That numbers
//! and names must agree is known from textual entailment (de Marneffe, Rafferty, Manning, ACL 2008:
//! "Finding contradictions in text"); here it only lowers the similarity.

use super::words::{Word, negates};
use crate::claim::time::calendar;
use crate::lexicon::{self, list};
use crate::map::ByName;
use crate::order::Order;
use crate::text::{Document, fold, stem};
use std::sync::OnceLock;

/// Only one of the two is negated.
const NEGATED: f64 = 0.8;
/// Each names lands (or their people or capitals), but none in common.
const LANDS: f64 = 0.65;
/// Each holds figures, but none in common.
const FIGURES: f64 = 0.85;
/// Each names weekdays or months, but none in common.
const DAYS: f64 = 0.8;
/// One has a word and the other its opposite.
const OPPOSITE: f64 = 0.75;
/// Words of the longest name of a land that is looked for.
const LONGEST: usize = 5;

/// What a text names that may stand against another.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Rows of `lexicon/countries.tsv`. All lists are sorted and hold nothing twice.
    lands: Vec<u32>,
    figures: Vec<String>,
    /// Weekdays (`true`) and months, by number.
    days: Vec<(bool, usize)>,
    /// Rows of `lexicon/opposites.tsv` with the side.
    sides: Vec<(u32, bool)>,
    negated: bool,
}

impl Facts {
    /// The facts of a text of these words.
    pub fn of(text: &str, doc: &Document, words: &[Word]) -> Self {
        let figures = words.iter().filter(|w| w.figure).map(|w| w.stem.clone());
        let mut days = Vec::new();
        let forms = forms(text, doc);
        for (form, capital) in &forms {
            // "May" is left out, being a verb in every headline.
            if *capital && form != "may" {
                days.extend(calendar(form));
            }
        }
        let mut facts = Self {
            lands: lands(&forms),
            figures: figures.collect(),
            days,
            sides: words.iter().flat_map(|w| sides(&w.stem)).copied().collect(),
            negated: words.iter().any(negates),
        };
        fn set<T: Ord>(list: &mut Vec<T>) {
            list.order();
            list.dedup();
        }
        set(&mut facts.lands);
        set(&mut facts.figures);
        set(&mut facts.days);
        set(&mut facts.sides);
        facts
    }

    /// What is left of the similarity of two texts with these facts, above 0 to 1.
    pub fn against(&self, other: &Self) -> f64 {
        let mut left = if self.negated == other.negated { 1.0 } else { NEGATED };
        for (apart, factor) in [
            (apart(&self.lands, &other.lands), LANDS),
            (apart(&self.figures, &other.figures), FIGURES),
            (apart(&self.days, &other.days), DAYS),
            (self.opposes(other), OPPOSITE),
        ] {
            left *= if apart { factor } else { 1.0 };
        }
        left
    }

    /// Whether one text has only the one side of an opposition and the other only the other.
    fn opposes(&self, other: &Self) -> bool {
        let only = |facts: &Self, row: u32, side: bool| {
            let has = |side: bool| facts.sides.binary_search(&(row, side)).is_ok();
            has(side) && !has(!side)
        };
        self.sides.iter().any(|(row, side)| only(self, *row, *side) && only(other, *row, !*side))
    }
}

/// Whether two sorted lists both have something and nothing of it in common.
fn apart<T: Ord>(a: &[T], b: &[T]) -> bool {
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.binary_search(x).is_ok())
}

/// The folded parts of words without stops and possessive endings, and whether each has a capital;
/// the pronoun "us" has none, however it is written.
fn forms(text: &str, doc: &Document) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    for (i, token) in doc.tokens.iter().enumerate() {
        let written = token.span.of(text);
        for (part, form) in written.split('-').zip(doc.form(i).split('-')) {
            let form = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
            let form: String = form.chars().filter(|c| *c != '.').collect();
            let capital = part.starts_with(char::is_uppercase)
                && (form != "us" || !part.contains(char::is_lowercase));
            out.push((form, capital));
        }
    }
    out
}

/// The lands that the words name, the longest name first: by name, people or capital.
fn lands(forms: &[(String, bool)]) -> Vec<u32> {
    let mut out = Vec::new();
    let mut rest = forms;
    while let Some((first, after)) = rest.split_first() {
        let mut found = None;
        if first.1 {
            let mut name = String::new();
            for (n, (form, _)) in rest.iter().take(LONGEST).enumerate() {
                if n > 0 {
                    name.push(' ');
                }
                name.push_str(form);
                if let Some(land) = countries().get(&name) {
                    found = Some((*land, n));
                }
            }
        }
        rest = after;
        if let Some((land, more)) = found {
            out.push(land);
            rest = after.get(more..).unwrap_or(&[]);
        }
    }
    out
}

fn countries() -> &'static ByName<u32> {
    static COUNTRIES: OnceLock<ByName<u32>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let mut out: ByName<u32> = ByName::default();
        for (row, [_, name, aliases, capital, people]) in lexicon::COUNTRIES.rows::<5>().enumerate()
        {
            let row = row as u32;
            let mut add = |form: &str| {
                let form: String = fold(form).chars().filter(|c| *c != '.').collect();
                out.or_insert(&form, row);
            };
            for form in core::iter::once(name).chain(list(aliases)).chain(list(people)) {
                add(form);
            }
            for form in list(people) {
                add(&format!("{form}s"));
            }
            if !capital.is_empty() {
                add(capital);
            }
        }
        out
    })
}

/// Whether a stem is that of a weekday; their full names are their stems.
pub(crate) fn is_weekday(stem: &str) -> bool {
    calendar(stem).is_some_and(|(weekday, _)| weekday)
}

/// The oppositions in which a word of this stem stands.
fn sides(of: &str) -> &'static [(u32, bool)] {
    static SIDES: OnceLock<ByName<Vec<(u32, bool)>>> = OnceLock::new();
    let sides = SIDES.get_or_init(|| {
        let mut out: ByName<Vec<(u32, bool)>> = ByName::default();
        for (row, [_, one, other]) in lexicon::OPPOSITES.rows::<3>().enumerate() {
            for (words, side) in [(one, false), (other, true)] {
                for word in list(words) {
                    out.slot(&stem(word)).push((row as u32, side));
                }
            }
        }
        out
    });
    sides.get(of).map_or(&[], Vec::as_slice)
}
