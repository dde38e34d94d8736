//! Times of day.

use super::cursor::Cursor;
use super::words::Word;
use super::{Hit, TimexType, hit};

/// The time of day at token `i`: "10:30", "6 p.m.", "1500 GMT", "at noon", "in the morning".
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let (hour, minute, second, mut end) = digits(c, i).or_else(|| part(c, i))?;
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
    let placed =
        matches!(c.back(i, 1), "at" | "by" | "until" | "before" | "after" | "around" | "from");
    match c.form(i) {
        "noon" | "midday" if placed => Some((12, 0, None, i + 1)),
        "midnight" if placed => Some((0, 0, None, i + 1)),
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
        "gmt" => None,
        _ => return None,
    };
    if let Some((pm, end)) = half {
        let hour = match (hour, pm) {
            (0 | 13.., _) => return None,
            (12, false) => 0,
            (12, true) => 12,
            (h, true) => h + 12,
            (h, false) => h,
        };
        return Some((hour, minute.unwrap_or(0), second, end));
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
    let Word::Part(code) = c.word(i + the)? else { return None };
    let before = c.back(i, 1);
    let placed = if the == 1 {
        matches!(before, "in" | "during")
    } else {
        matches!(before, "at" | "by" | "before" | "since" | "until")
    };
    placed.then(|| Hit { end: i + the + 1, kind: TimexType::Time, value: Some(format!("T{code}")) })
}
