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
    /// What is added in a smaller unit ("an hour and 30 minutes").
    more: Option<(f64, Unit)>,
}

fn length_of(amount: Option<f64>, unit: Unit, end: usize) -> Option<Length> {
    Some(Length { amount, unit, end, more: None })
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
        "from" if c.form(end + 1) == "now" && length.amount.is_some() => {
            hit(end + 2, Date, back(1.0))
        }
        // "30 minutes later this week" is a length and a date.
        "earlier" | "later"
            if length.amount.is_some()
                && !matches!(c.form(end + 1), "this" | "in" | "on" | "today") =>
        {
            hit(end + 1, Date, None)
        }
        _ if length.amount.is_some() && length.unit >= Unit::Day && is_ahead(c, i, end) => {
            hit(end, Date, back(1.0))
        }
        _ => {
            // "a year" after a plural or a figure is a rate: "three times a year".
            let article = matches!(c.form(start), "a" | "an");
            if article && i > c.from && rate_before(c, i) {
                return None;
            }
            // A bare "days" needs a place that asks for a time.
            let mut told = value::duration(length.amount, length.unit);
            if let Some((amount, unit)) = length.more {
                let more = value::duration(Some(amount), unit);
                let shared = if told.contains('T') { "PT" } else { "P" };
                told.push_str(more.strip_prefix(shared)?);
            }
            hit(end, Duration, Some(told))
        }
    }
}

/// Whether "in two weeks" (tokens `i..end` without "in") tells when something will be, not how long
/// it takes: the verb speaks of what is to come, or nothing else is there.
fn is_ahead(c: &Cursor<'_>, i: usize, end: usize) -> bool {
    if c.back(i, 1) != "in" {
        return false;
    }
    if i == c.from + 1 {
        // "In two weeks, she will leave."
        let verb = (end..end + 8).find_map(|k| match c.form(k) {
            "will" | "won't" => Some(true),
            "has" | "have" | "had" | "was" | "were" => Some(false),
            _ => None,
        });
        return verb.unwrap_or(c.to <= end + 1);
    }
    // "the first in two years", "the third time in two weeks", "the lowest in two months".
    let counted = (2..5).any(|n| {
        let form = c.back(i, n);
        matches!(form, "first" | "second" | "third" | "time" | "times" | "once" | "twice" | "only")
            || form.ends_with("est")
    });
    !counted && c.ahead(i - 1)
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
        // "some days" is an amount of its own.
        ("some", _) if matches!(c.word(at + 1), Some(Word::Unit { plural: true, .. })) => 0,
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
    } else if matches!(c.form(at), "last" | "past" | "next" | "first" | "coming" | "upcoming") {
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
    // "three second halves" and "four quarters" are no times.
    if unit == Unit::Quarter {
        return None;
    }
    let singular = (amount - 1.0).abs() < f64::EPSILON || figure.glued.ends_with('-');
    // "a 15 minute break": a length before the noun that it belongs to.
    let before_noun = unit > Unit::Second
        && classes(c.back(i, 1)).any(Classes::DET)
        && c.form(at + 1).starts_with(char::is_alphabetic)
        && classes(c.form(at + 1)).is_open();
    if plural == singular && part == 0.0 && !(before_noun && !plural) {
        return None;
    }
    Some(lengthened(c, amount, unit, at + 1))
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
    length_of(None, unit, i + 1).filter(|_| !pointed)
}
