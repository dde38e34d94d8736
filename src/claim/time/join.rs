//! Neighbouring expressions that tell one time together: a day and a time of day, from one date to
//! another.

use super::cursor::Cursor;
use super::words::Word;
use super::{Hit, TimexType, clock, extent, value};
use crate::ingest::PartialDate;
use TimexType::{Date, Time};

/// `old` (from token `from`) and `new` (from token `start`) as one expression, if they are one.
pub(super) fn join(c: &Cursor<'_>, from: usize, old: &Hit, start: usize, new: &Hit) -> Option<Hit> {
    if start > old.end + 2 {
        return None;
    }
    let gap = [c.form(old.end), c.form(old.end + 1)];
    let gap = gap.get(..start.checked_sub(old.end)?)?;
    match (old.kind, new.kind) {
        (Date, Time) if is_day(c, old) => day_then_time(old, new, gap),
        (Time, Date) if is_day(c, new) => time_then_day(old, new, gap),
        (Time, Time) => two_times(old, new, gap),
        (Date, Date) => range(c, from, old, start, new, gap),
        _ => None,
    }
}

/// Whether a date names one day, be its value known or not.
fn is_day(c: &Cursor<'_>, found: &Hit) -> bool {
    match &found.value {
        Some(_) => found.is_day(),
        None => {
            let last = found.end.wrapping_sub(1);
            matches!(c.word(last), Some(Word::Weekday { .. }))
                || matches!(c.form(last), "today" | "yesterday" | "tomorrow")
        }
    }
}

/// The hour and the rest of a value that is a time of day alone ("T18:00").
fn hour(value: &str) -> Option<(u32, &str)> {
    let clock = value.strip_prefix('T')?;
    Some((clock.get(..2)?.parse().ok()?, clock.get(2..)?))
}

/// A day with a time of day behind it; the time alone where the day is not known.
fn at_time(end: usize, day: Option<&str>, time: &str) -> Option<Hit> {
    let value = Some(format!("{}{time}", day.unwrap_or_default()));
    Some(Hit { end, kind: Time, value, open: false })
}

/// "Friday at 6 p.m.", "Tuesday in the morning".
fn day_then_time(old: &Hit, new: &Hit, gap: &[&str]) -> Option<Hit> {
    let time = new.value.as_deref().filter(|v| v.starts_with('T'))?;
    let joins = match gap {
        [] | [","] => true,
        ["at" | "around" | "about" | "by" | "before" | "after" | "until" | "from"] => {
            hour(time).is_some()
        }
        ["at", "about" | "around"] | [",", "at" | "around"] => hour(time).is_some(),
        ["in" | "during"] => hour(time).is_none(),
        _ => false,
    };
    if joins { at_time(new.end, old.value.as_deref(), time) } else { None }
}

/// "6 p.m. on Friday".
fn time_then_day(old: &Hit, new: &Hit, gap: &[&str]) -> Option<Hit> {
    let time = old.value.as_deref().filter(|v| v.starts_with('T'))?;
    let joins = matches!(gap, [] | [","] | ["on"] | [",", "on"]) && hour(time).is_some();
    if joins { at_time(new.end, new.value.as_deref(), time) } else { None }
}

/// "8 a.m. this morning", "tonight at 8 o'clock": the part of the day says which half of it.
fn two_times(old: &Hit, new: &Hit, gap: &[&str]) -> Option<Hit> {
    if !matches!(gap, [] | [","] | ["at"]) {
        return None;
    }
    let (first, second) = (old.value.as_deref()?, new.value.as_deref()?);
    let (part, time) = if hour(second).is_some() { (first, second) } else { (second, first) };
    let (hour, minutes) = hour(time)?;
    let (day, code) = part.split_once('T')?;
    if code.len() != 2 || day.is_empty() || gap == ["at"] && part == second {
        return None;
    }
    at_time(new.end, Some(day), &format!("T{:02}{minutes}", clock::in_part(hour, code)))
}

/// "from 2011 to 2013", "between May and October 2020", "July 13 – August 2": an interval of ISO 8601.
fn range(
    c: &Cursor<'_>,
    from: usize,
    old: &Hit,
    start: usize,
    new: &Hit,
    gap: &[&str],
) -> Option<Hit> {
    let between = c.back(from, 1) == "between";
    let joins = match gap {
        ["to" | "through" | "until" | "till" | "-" | "–"] => true,
        ["and"] => between,
        _ => false,
    };
    if !joins {
        return None;
    }
    let (first, last) = (old.value.as_deref()?, new.value.as_deref()?);
    // "between now and May" begins with the day of publication.
    let today = c.published.map(|p| p.to_string());
    let first = if first == "PRESENT_REF" { today.as_deref()? } else { first };
    let last = if last == "PRESENT_REF" { today.as_deref()? } else { last };
    let (first, last) = match (PartialDate::parse(first), PartialDate::parse(last)) {
        (Some(a), Some(b)) => {
            // "Monday", "Mon."
            let weekday =
                new.end <= start + 2 && matches!(c.word(start), Some(Word::Weekday { .. }));
            let (a, b) = in_order((a, old.open), (b, new.open), weekday)?;
            (a.to_string(), b.to_string())
        }
        // Quarters, weeks, seasons, decades.
        _ if alike(first, last) && extent(first)?.key() < extent(last)?.key() => {
            (first.to_owned(), last.to_owned())
        }
        _ => return None,
    };
    let value = Some(format!("{first}/{last}"));
    Some(Hit { end: new.end, kind: Date, value, open: false })
}

/// Whether two values that are no plain dates are of one kind: both quarters, halves or weeks, or
/// both seasons, decades or centuries.
fn alike(first: &str, last: &str) -> bool {
    let kind = |value: &str| match value.as_bytes().get(5..7) {
        Some([letter, b'0'..=b'9']) => Some(*letter),
        _ => None,
    };
    first.len() == last.len() && !first.contains('/') && kind(first) == kind(last)
}

/// Both ends with the years that put them in order: an end whose year is open takes the other's. A
/// last end that is a bare weekday is moved behind the first.
fn in_order(
    (mut a, a_open): (PartialDate, bool),
    (mut b, b_open): (PartialDate, bool),
    weekday: bool,
) -> Option<(PartialDate, PartialDate)> {
    let part = |d: PartialDate| (d.month.unwrap_or(1), d.day.unwrap_or(1));
    match (a_open, b_open) {
        (true, false) => a.year = b.year.map(|y| y - i32::from(part(a) > part(b))),
        (_, true) if a.year.is_some() => b.year = a.year.map(|y| y + i32::from(part(a) > part(b))),
        _ => {}
    }
    if a.year.is_some() != b.year.is_some() {
        return None;
    }
    if let (Some(x), Some(y)) = (a.day_number(), b.day_number())
        && x > y
        && weekday
    {
        // "Friday to Monday": both looked back from publication.
        b = value::shift_days(b, 7).filter(|_| x - y < 7)?;
    }
    let key = |d: PartialDate| (d.year, part(d));
    // A year and a year are in order, or they are none.
    (a.year.is_none() || key(a) <= key(b)).then_some((a, b))
}
