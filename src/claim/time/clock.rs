//! Times of day.

use super::cursor::Cursor;
use super::words::Word;
use super::{Hit, TimexType, hit};
use crate::claim::figure;
use crate::text::class::classes;

/// The time of day at token `i`: "10:30", "6 p.m.", "1500 GMT", "at noon", "in the morning".
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    // Most words begin no time of day.
    let form = c.form(i);
    let counts = figure::word(form.split('-').next().unwrap_or(form)).is_some();
    let begins = counts || c.number(i) || named(form).is_some();
    if !begins && !matches!(form, "a" | "half" | "quarter") {
        return None;
    }
    let (hour, minute, second, mut end) =
        spoken(c, i).or_else(|| digits(c, i)).or_else(|| part(c, i))?;
    let mut hour = hour;
    if let Some((code, after)) = said_part(c, end) {
        hour = in_part(hour, code);
        end = after;
    }
    if matches!(c.form(end), "gmt" | "utc" | "est" | "edt" | "cet" | "cest" | "bst" | "msk" | "et")
    {
        end += 1;
    } else if c.form(end) == "local" && c.form(end + 1) == "time" {
        end += 2;
    }
    let mut value = format!("T{hour:02}:{minute:02}");
    if let Some(second) = second {
        value.push_str(&format!(":{second:02}"));
    }
    hit(end, TimexType::Time, Some(value))
}

type Clock = (u32, u32, Option<u32>, usize);

fn part(c: &Cursor<'_>, i: usize) -> Option<Clock> {
    // "12 noon" needs no place.
    let twelve = usize::from(c.form(i) == "12");
    let hour = named(c.form(i + twelve))?;
    let before =
        matches!(c.back(i, 1), "at" | "by" | "until" | "before" | "after" | "around" | "from");
    let dated = matches!(c.form(i + 1), "on" | "today" | "tomorrow");
    (before || dated || twelve == 1).then_some((hour, 0, None, i + 1 + twelve))
}

fn named(form: &str) -> Option<u32> {
    match form {
        "noon" | "midday" => Some(12),
        "midnight" => Some(0),
        _ => None,
    }
}

/// "in the afternoon" at token `i`: the part of the day and the token after it.
fn said_part(c: &Cursor<'_>, i: usize) -> Option<(&'static str, usize)> {
    let the = usize::from(c.form(i + 1) == "the");
    match c.word(i + 1 + the)? {
        Word::Part(code) if c.form(i) == "in" => Some((code, i + 2 + the)),
        _ => None,
    }
}

/// The hour of 24 that an hour of 12 means in a part of the day.
pub(super) fn in_part(hour: u32, code: &str) -> u32 {
    match (code, hour) {
        ("AF" | "EV", 1..12) | ("NI", 6..12) => hour + 12,
        ("NI" | "MO", 12) => 0,
        _ => hour,
    }
}

/// "half past three", "a quarter to noon", "10 minutes past 2 p.m.": minutes before or after an hour.
fn spoken(c: &Cursor<'_>, i: usize) -> Option<Clock> {
    let article = usize::from(c.form(i) == "a");
    let (minutes, at) = match c.form(i + article) {
        "half" => (30, i + 1),
        "quarter" => (15, i + article + 1),
        _ if !(1..4).any(|n| matches!(c.form(i + n), "past" | "after" | "to" | "before")) => {
            return None;
        }
        _ => {
            let figure = c.figure(i)?;
            let minutes = figure.value as u32;
            let whole = figure.value.fract() == 0.0 && (1..60).contains(&minutes);
            if !whole || figure.share || figure.range.is_some() || !figure.glued.is_empty() {
                return None;
            }
            (minutes, figure.end)
        }
    };
    let told = usize::from(matches!(c.form(at), "minutes" | "minute"));
    let (before, sure) = match c.form(at + told) {
        "past" => (false, true),
        "after" => (false, false),
        "to" | "before" if minutes != 30 && (told == 1 || minutes == 15) => (true, false),
        _ => return None,
    };
    let from = at + told + 1;
    let (hour, marked, end) = match named(c.form(from)) {
        Some(hour) => (hour, true, from + 1),
        None => whole_hour(c, from)?,
    };
    // "half past three" needs no mark; "a quarter to 12 states" is none.
    if !(marked || sure && (minutes == 30 || minutes == 15)) {
        return None;
    }
    Some(if before {
        ((hour + 23) % 24, 60 - minutes, None, end)
    } else {
        (hour, minutes, None, end)
    })
}

/// A whole hour in digits or words, whether something marks it as one, and the token after it.
fn whole_hour(c: &Cursor<'_>, i: usize) -> Option<(u32, bool, usize)> {
    if let Some((hour, 0, None, end)) = digits(c, i) {
        return Some((hour, true, end));
    }
    let figure = c.figure(i).filter(|f| f.end == i + 1 && f.glued.is_empty() && !f.share)?;
    let hour = figure.value as u32;
    if figure.value.fract() != 0.0 || !(1..=12).contains(&hour) {
        return None;
    }
    match half_of_day(c, i + 1) {
        Some((pm, end)) => Some((of_half(hour, pm)?, true, end)),
        None if c.form(i + 1) == "o'clock" => Some((hour, true, i + 2)),
        None => Some((hour, false, i + 1)),
    }
}

/// An hour of 12 as one of 24.
fn of_half(hour: u32, pm: bool) -> Option<u32> {
    match hour {
        1..=12 => Some(hour % 12 + if pm { 12 } else { 0 }),
        _ => None,
    }
}

/// Whether "am" or "pm" stands at token `i`, and the token after it.
fn half_of_day(c: &Cursor<'_>, i: usize) -> Option<(bool, usize)> {
    match c.form(i) {
        "am" | "a.m." => Some((false, i + 1)),
        "pm" | "p.m." => Some((true, i + 1)),
        "a.m" => Some((false, i + 1 + usize::from(c.form(i + 1) == "."))),
        "p.m" => Some((true, i + 1 + usize::from(c.form(i + 1) == "."))),
        _ => None,
    }
}

fn digits(c: &Cursor<'_>, i: usize) -> Option<Clock> {
    if !c.number(i) {
        return None;
    }
    let form = c.form(i);
    let (digits, glued) = match form.find(|ch: char| ch.is_ascii_alphabetic()) {
        Some(at) => form.split_at(at),
        None => (form, ""),
    };
    let sep = if digits.contains(':') { ':' } else { '.' };
    let mut parts = digits.split(sep).map(str::parse::<u32>);
    let hour = parts.next()?.ok()?;
    let minute = parts.next().transpose().ok()?;
    let second = parts.next().transpose().ok()?;
    if parts.next().is_some() || minute.is_some_and(|m| m > 59) || second.is_some_and(|s| s > 59) {
        return None;
    }
    let half = match glued {
        "" => half_of_day(c, i + 1),
        "am" => Some((false, i + 1)),
        "pm" => Some((true, i + 1)),
        // "8p.m."
        "a" | "p" if c.form(i + 1) == "." && c.form(i + 2) == "m" && c.glued(i + 2) => {
            Some((glued == "p", i + 3 + usize::from(c.form(i + 3) == ".")))
        }
        "gmt" => None,
        _ => return None,
    };
    if let Some((pm, end)) = half {
        // "1045 a.m."
        if minute.is_none() && digits.len() > 2 {
            return Some((of_half(hour / 100, pm)?, hour % 100, None, end))
                .filter(|(_, minute, ..)| *minute < 60);
        }
        return Some((of_half(hour, pm)?, minute.unwrap_or(0), second, end));
    }
    // "at 5 in the morning": the part of the day makes the number an hour.
    if minute.is_none()
        && (1..=12).contains(&hour)
        && matches!(c.back(i, 1), "at" | "about" | "around" | "until")
        && said_part(c, i + 1).is_some()
    {
        return Some((hour, 0, None, i + 1));
    }
    let zone = matches!(c.form(i + 1), "gmt" | "utc") || glued == "gmt" || c.form(i + 1) == "local";
    match minute {
        Some(minute) if sep == ':' && hour < 24 => {
            let two = digits.split(':').nth(1).is_some_and(|m| m.len() == 2);
            two.then_some((hour, minute, second, i + 1))
        }
        // "1500 GMT".
        None if zone && digits.len() == 4 && hour / 100 < 24 && hour % 100 < 60 => {
            Some((hour / 100, hour % 100, None, i + 1))
        }
        None if hour < 24 && c.form(i + 1) == "o'clock" => Some((hour, 0, None, i + 2)),
        _ => None,
    }
}

/// "in the morning", "at night", "overnight": the part of a day that is not named.
pub(super) fn part_of_day(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if c.form(i) == "overnight" {
        return hit(i + 1, TimexType::Time, Some("TNI".to_owned()));
    }
    let the = usize::from(c.form(i) == "the");
    // "in the early morning"
    let at = i + the + usize::from(matches!(c.form(i + the), "early" | "late"));
    let Word::Part(code) = c.word(at)? else { return None };
    let before = c.back(i, 1);
    let placed = if at > i {
        matches!(before, "in" | "during")
    } else {
        // "in morning traffic" tells of the traffic.
        matches!(before, "at" | "by" | "before" | "since" | "until")
            || before == "in" && !classes(c.form(at + 1)).is_open()
    };
    if placed { hit(at + 1, TimexType::Time, Some(format!("T{code}"))) } else { None }
}
