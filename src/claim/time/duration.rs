//! Lengths of time, and dates that are told by one ("three years ago").

use super::cursor::Cursor;
use super::words::{Unit, Word, word};
use super::{Hit, TimexType, hit, value};
use crate::text::class::{Classes, classes};
use TimexType::{Date, Duration};

/// A length of time: its amount (if told), its unit and the token after it.
struct Length {
    amount: Option<f64>,
    unit: Unit,
    end: usize,
}

/// The length of time at token `i`, or the date that it tells.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let start = after_modifier(c, i);
    let length = length(c, start)?;
    let end = length.end;
    let back = |sign: f64| {
        let by = length.amount.map(|n| n * sign).filter(|n| n.fract() == 0.0)?;
        value::relative(c.published?, by as i64, length.unit)
    };
    match c.form(end) {
        "ago" => {
            let told =
                if length.amount.is_some() { back(-1.0) } else { Some("PAST_REF".to_owned()) };
            hit(end + 1, Date, told)
        }
        "earlier" | "later" if length.amount.is_some() => hit(end + 1, Date, None),
        _ => {
            // "a year" after a plural or a figure is a rate: "three times a year".
            let article = matches!(c.form(start), "a" | "an");
            if article && i > c.from && rate_before(c, i) {
                return None;
            }
            // A bare "days" needs a place that asks for a time.
            hit(end, Duration, Some(value::duration(length.amount, length.unit)))
        }
    }
}

fn rate_before(c: &Cursor<'_>, i: usize) -> bool {
    let before = c.back(i, 1);
    let noun = classes(before).is_open() && before.ends_with('s') && before.len() > 2;
    noun || matches!(before, "once" | "twice" | "times" | "%" | "percent")
        || c.number(i.wrapping_sub(1))
}

/// Past the words that belong to a length: "nearly", "more than", "the last", "at least".
fn after_modifier(c: &Cursor<'_>, i: usize) -> usize {
    let mut at = i;
    let pair = (c.form(at), c.form(at + 1));
    at += match pair {
        ("more" | "less" | "fewer", "than") | ("at", "least" | "most") | ("up", "to") => 2,
        ("close", "to") => 2,
        _ => usize::from(matches!(
            pair.0,
            "nearly"
                | "almost"
                | "about"
                | "around"
                | "roughly"
                | "approximately"
                | "over"
                | "some"
                | "under"
        )),
    };
    if c.form(at) == "the"
        && matches!(c.form(at + 1), "last" | "past" | "next" | "first" | "coming" | "previous")
    {
        at += 2;
    } else if matches!(c.form(at), "last" | "past" | "next" | "first" | "coming") {
        at += 1;
    }
    at
}

fn length(c: &Cursor<'_>, i: usize) -> Option<Length> {
    compound(c, i).or_else(|| counted(c, i)).or_else(|| vague(c, i))
}

/// "three-year", "16-year-old", "two-and-a-half-year", "year-long", "decades-long".
fn compound(c: &Cursor<'_>, i: usize) -> Option<Length> {
    let form = c.form(i);
    let (head, tail) = form.split_once('-')?;
    if let Some(Word::Unit { unit, .. }) = word(head)
        && matches!(tail, "long" | "old")
        && unit >= Unit::Minute
    {
        let amount = (!head.ends_with('s')).then_some(1.0);
        return Some(Length { amount, unit, end: i + 1 });
    }
    let figure = c.figure(i)?;
    let rest = figure.glued.strip_prefix('-')?;
    let name = rest.split('-').next()?;
    match word(name)? {
        Word::Unit { unit, .. } if figure.end == i + 1 => {
            Some(Length { amount: Some(figure.value), unit, end: i + 1 })
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
            return plural.then_some(Length { amount: None, unit, end: i + 3 + of });
        }
        // "a full year", "a whole month".
        let more = usize::from(matches!(c.form(i + 1), "full" | "whole" | "further" | "single"));
        if let Some((unit, false)) = unit_at(i + 1 + more) {
            // "a minute's silence" is one; "a second front" and "a quarter of" are none.
            if matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend) {
                return None;
            }
            let mut amount = 1.0;
            let mut end = i + 2 + more;
            if c.form(end) == "and" && c.form(end + 1) == "a" && c.form(end + 2) == "half" {
                amount += 0.5;
                end += 3;
            }
            return Some(Length { amount: Some(amount), unit, end });
        }
        return None;
    }
    if form == "half" && matches!(c.form(i + 1), "a" | "an") {
        let (unit, _) = unit_at(i + 2)?;
        return Some(Length { amount: Some(0.5), unit, end: i + 3 });
    }
    if matches!(form, "several" | "many" | "few" | "some") {
        let (unit, plural) = unit_at(i + 1)?;
        return plural.then_some(Length { amount: None, unit, end: i + 2 });
    }
    let figure = c.figure(i)?;
    if figure.share {
        return None;
    }
    let glued = figure.glued.trim_start_matches('-');
    if !glued.is_empty() {
        let unit = match glued {
            "min" | "mins" => Unit::Minute,
            "hr" | "hrs" | "h" => Unit::Hour,
            _ => return None,
        };
        return Some(Length { amount: Some(figure.value), unit, end: figure.end });
    }
    let mut amount = figure.value;
    let mut at = figure.end;
    if c.form(at) == "and" && c.form(at + 1) == "a" && c.form(at + 2) == "half" {
        amount += 0.5;
        at += 3;
    }
    at += usize::from(matches!(
        c.form(at),
        "more" | "full" | "consecutive" | "straight" | "whole" | "calendar" | "long"
    ));
    let (unit, plural) = unit_at(at)?;
    let singular = (amount - 1.0).abs() < f64::EPSILON || figure.glued.ends_with('-');
    // "three second halves" and "four quarters" are no times.
    if plural == singular || unit == Unit::Quarter {
        return None;
    }
    Some(Length { amount: Some(amount), unit, end: at + 1 })
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
            | "capped"
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
    (!pointed).then_some(Length { amount: None, unit, end: i + 1 })
}
