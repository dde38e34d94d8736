//! How long: an amount and a unit of time.

use super::cursor::Cursor;
use super::relative::Way;
use super::words::{Unit, Word, word};
use crate::claim::figure::Figure;
use crate::text::class::{Classes, classes};

/// A length of time: its amount (if told), its unit and the token after it.
pub(super) struct Length {
    pub(super) amount: Option<f64>,
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// What is added in a smaller unit ("an hour and 30 minutes").
    pub(super) more: Option<(f64, Unit)>,
}

impl Length {
    /// The amount in the smaller unit, where it is told in two ("two years and three months").
    pub(super) fn in_one_unit(&self) -> Option<(f64, Unit)> {
        let amount = self.amount?;
        let Some((more, unit)) = self.more else { return Some((amount, self.unit)) };
        let times = match (self.unit, unit) {
            (Unit::Year, Unit::Month) => 12.0,
            (Unit::Week, Unit::Day) => 7.0,
            (Unit::Decade, Unit::Year) => 10.0,
            _ => return None,
        };
        Some((amount * times + more, unit))
    }
}

fn length_of(amount: Option<f64>, unit: Unit, end: usize) -> Option<Length> {
    Some(Length { amount, unit, end, more: None })
}

/// The length of time at token `i`.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Length> {
    compound(c, i).or_else(|| counted(c, i)).or_else(|| vague(c, i))
}

/// "three-year", "16-year-old", "year-long", "decades-long".
fn compound(c: &Cursor<'_>, i: usize) -> Option<Length> {
    let form = c.form(i);
    let (head, tail) = form.split_once('-')?;
    if let Some(Word::Unit { unit, .. }) = word(head)
        && matches!(tail, "long" | "old")
        && unit >= Unit::Minute
    {
        let amount = (!head.ends_with('s')).then_some(1.0);
        return length_of(amount, unit, i + 1);
    }
    let figure = c.figure(i)?;
    let rest = figure.glued.strip_prefix('-')?;
    let name = rest.split('-').next()?;
    match word(name)? {
        Word::Unit { unit, .. } if figure.end == i + 1 => {
            length_of(Some(figure.value), unit, i + 1)
        }
        _ => None,
    }
}

/// "three years", "an hour", "two and a half years", "10 to 15 minutes", "half a year", "30min".
fn counted(c: &Cursor<'_>, i: usize) -> Option<Length> {
    let form = c.form(i);
    let unit_at = |at: usize| match c.word(at) {
        Some(Word::Unit { unit, plural }) => Some((unit, plural)),
        _ => None,
    };
    if matches!(form, "a" | "an") {
        if form == "a" && matches!(c.form(i + 1), "few" | "couple") {
            let of = usize::from(c.form(i + 2) == "of");
            let (unit, plural) = unit_at(i + 2 + of)?;
            return length_of(None, unit, i + 3 + of).filter(|_| plural);
        }
        // "a full year", "a whole month".
        let more = usize::from(matches!(c.form(i + 1), "full" | "whole" | "further" | "single"));
        if let Some((unit, false)) = unit_at(i + 1 + more) {
            // "a minute's silence" is one; "a second front" and "a quarter of" are none.
            if matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend) {
                return None;
            }
            return Some(lengthened(c, 1.0, unit, i + 2 + more));
        }
        return None;
    }
    if form == "half" && matches!(c.form(i + 1), "a" | "an") {
        let (unit, _) = unit_at(i + 2)?;
        return length_of(Some(0.5), unit, i + 3);
    }
    if form == "all" {
        let (unit, plural) = unit_at(i + 1)?;
        return length_of(Some(1.0), unit, i + 2).filter(|_| !plural && unit >= Unit::Day);
    }
    if form == "couple" && c.back(i, 1) != "a" {
        let of = usize::from(c.form(i + 1) == "of");
        let (unit, plural) = unit_at(i + 1 + of)?;
        return length_of(None, unit, i + 2 + of).filter(|_| plural);
    }
    if matches!(form, "several" | "many" | "few" | "some") {
        let (unit, plural) = unit_at(i + 1)?;
        // "Some days are long" names no length.
        if form == "some" && !matches!(c.back(i, 1), "for" | "over" | "after" | "within" | "in") {
            return None;
        }
        return length_of(None, unit, i + 2).filter(|_| plural);
    }
    let figure = c.figure(i)?;
    // "three second halves" and "four quarters" are no times, "the last four quarters" are.
    let shifts = |form: &str| Way::of(form).is_some_and(|w| w != Way::This);
    if figure.share {
        let amount = quarters(c, &figure).filter(|_| shifts(c.back(i, 1)))?;
        return length_of(Some(amount), Unit::Quarter, figure.end);
    }
    let glued = figure.glued.trim_start_matches('-');
    if !glued.is_empty() {
        let unit = match glued {
            "min" | "mins" => Unit::Minute,
            "hr" | "hrs" | "h" => Unit::Hour,
            _ => return None,
        };
        return length_of(Some(figure.value), unit, figure.end);
    }
    let (part, mut at) = and_part(c, figure.end);
    let amount = figure.value + part;
    at += usize::from(matches!(
        c.form(at),
        "more"
            | "full"
            | "consecutive"
            | "straight"
            | "whole"
            | "calendar"
            | "long"
            | "past"
            | "last"
            | "next"
            | "previous"
            | "coming"
            | "upcoming"
            | "further"
    ));
    let (unit, plural) = unit_at(at)?;
    if unit == Unit::Quarter && !shifts(c.back(i, 1)) && !shifts(c.back(at, 1)) {
        return None;
    }
    let singular = (amount - 1.0).abs() < f64::EPSILON || figure.glued.ends_with('-');
    // "a 15 minute break": a length before the noun that it belongs to.
    let before_noun =
        unit > Unit::Second && classes(c.back(i, 1)).any(Classes::DET) && c.noun(at + 1);
    if plural == singular && part == 0.0 && (plural || !before_noun) {
        return None;
    }
    Some(lengthened(c, amount, unit, at + 1))
}

/// How many quarters the figure counts that reads "two quarters" as a share.
pub(super) fn quarters(c: &Cursor<'_>, figure: &Figure) -> Option<f64> {
    let counted = figure.share && c.back(figure.end, 1) == "quarters";
    counted.then_some(figure.value / 25.0)
}

/// "and a half", "and a quarter" at token `i`: the share and the token after it.
fn and_part(c: &Cursor<'_>, i: usize) -> (f64, usize) {
    let article = usize::from(c.form(i + 1) == "a");
    let share = match c.form(i + 1 + article) {
        "half" => 0.5,
        "quarter" if article == 1 => 0.25,
        _ => 0.0,
    };
    if c.form(i) == "and" && share > 0.0 { (share, i + 2 + article) } else { (0.0, i) }
}

/// A length with what follows its unit: "an hour and a half", "two years and three months".
fn lengthened(c: &Cursor<'_>, amount: f64, unit: Unit, end: usize) -> Length {
    let (part, after) = and_part(c, end);
    // "an hour and a half ago", but not "a year and half of another" or "a day and a half-time".
    if part > 0.0 && c.form(after) != "of" {
        return Length { amount: Some(amount + part), unit, end: after, more: None };
    }
    if c.form(end) == "and"
        && let Some(figure) = c.figure(end + 1)
        && let Some(Word::Unit { unit: smaller, .. }) = c.word(figure.end)
        && figure.glued.is_empty()
        && !figure.share
        && smaller < unit
        && unit <= Unit::Year
    {
        let more = Some((figure.value, smaller));
        return Length { amount: Some(amount), unit, end: figure.end + 1, more };
    }
    Length { amount: Some(amount), unit, end, more: None }
}

/// "for years", "months of fighting", "decades".
fn vague(c: &Cursor<'_>, i: usize) -> Option<Length> {
    let Some(Word::Unit { unit, plural: true }) = c.word(i) else { return None };
    if matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend | Unit::Fortnight) {
        return None;
    }
    let before = c.back(i, 1);
    let asked = matches!(
        before,
        "for"
            | "in"
            | "within"
            | "after"
            | "of"
            | "over"
            | "took"
            | "take"
            | "takes"
            | "taken"
            | "lasted"
            | "last"
            | "lasting"
            | "past"
            | "spent"
            | "spend"
            | "spending"
            | "and"
            | "through"
            | "many"
            | "first"
            | "coming"
            | "next"
            | "final"
            | "following"
            | "previous"
            | "recent"
    );
    let follows =
        matches!(c.form(i + 1), "ago" | "of" | "later" | "earlier" | "before" | "after" | "to");
    if !(asked || follows) || c.capital(i) && i > c.from {
        return None;
    }
    // "the hours of darkness", "those days of": a determiner points to known ones.
    let pointed =
        classes(before).any(Classes::DET) && !matches!(before, "many" | "several" | "few" | "some");
    length_of(None, unit, i + 1).filter(|_| !pointed)
}
