//! Lengths of time, and dates that are told by one ("three years ago").

use super::cursor::Cursor;
use super::length;
use super::words::{Unit, Word};
use super::{Hit, TimexType, hit, value};
use crate::text::class::classes;
use TimexType::{Date, Duration};

/// The length of time at token `i`, or the date that it tells.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let start = after_modifier(c, i);
    let length = length::at(c, start)?;
    let end = length.end;
    let back = |sign: f64| {
        let (amount, unit) = length.in_one_unit()?;
        let by = Some(amount * sign).filter(|n| n.fract() == 0.0)?;
        value::relative(c.published?, by as i64, unit)
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
