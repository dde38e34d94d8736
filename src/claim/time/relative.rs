//! Dates that are told from the day of publication, and repeated times.

use super::absolute::{season_of, weekday};
use super::cursor::Cursor;
use super::words::{Unit, Word};
use super::{Hit, TimexType, clock, hit, value};
use TimexType::{Date, Set, Time};

/// The relative date or the set at token `i`.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    fixed(c, i)
        .or_else(|| shifted(c, i))
        .or_else(|| lone_weekday(c, i))
        .or_else(|| set(c, i))
        .or_else(|| clock::part_of_day(c, i))
}

/// The date `by` days from publication.
fn day(c: &Cursor<'_>, by: i64) -> Option<String> {
    value::shift_days(c.published?, by).map(|d| d.to_string())
}

/// Words that stand for a time by themselves.
fn fixed(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let known = |value: &str| Some(value.to_owned());
    let phrase = |words: &[&str]| words.iter().enumerate().all(|(k, w)| c.form(i + k) == *w);
    match c.form(i) {
        "today" | "today's" => hit(i + 1, Date, day(c, 0)),
        "yesterday" | "yesterday's" => day_part(c, i + 1, day(c, -1)),
        "tomorrow" | "tomorrow's" => day_part(c, i + 1, day(c, 1)),
        "tonight" => hit(i + 1, Time, day(c, 0).map(|d| d + "TNI")),
        "the" if phrase(&["the", "day", "before", "yesterday"]) => hit(i + 4, Date, day(c, -2)),
        "the" if phrase(&["the", "day", "after", "tomorrow"]) => hit(i + 4, Date, day(c, 2)),
        "right" if phrase(&["right", "now"]) => hit(i + 2, Date, known("PRESENT_REF")),
        "now" | "currently" | "nowadays" | "presently" => hit(i + 1, Date, known("PRESENT_REF")),
        "at" if phrase(&["at", "present"]) || phrase(&["at", "the", "moment"]) => {
            let end = if c.form(i + 1) == "present" { i + 2 } else { i + 3 };
            // "at present-day prices" is one token more, "at the moment of" another meaning.
            let other = matches!(c.form(end), "of" | "when" | "that");
            if other { None } else { hit(end, Date, known("PRESENT_REF")) }
        }
        "these" if phrase(&["these", "days"]) => hit(i + 2, Date, known("PRESENT_REF")),
        "recently" | "lately" => hit(i + 1, Date, known("PAST_REF")),
        "recent" | "coming" => match c.word(i + 1) {
            Some(Word::Unit { unit, plural: true }) if unit >= Unit::Hour => {
                let value = if c.form(i) == "recent" { "PAST_REF" } else { "FUTURE_REF" };
                hit(i + 2, Date, known(value))
            }
            _ => None,
        },
        _ => None,
    }
}

fn day_part(c: &Cursor<'_>, end: usize, date: Option<String>) -> Option<Hit> {
    match c.word(end) {
        Some(Word::Part(code)) => hit(end + 1, Time, date.map(|d| format!("{d}T{code}"))),
        _ => hit(end, Date, date),
    }
}

/// "last Friday", "this week", "earlier this year", "next month", "last summer", "this morning".
fn shifted(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let mut at = i;
    if matches!(c.form(at), "earlier" | "later" | "late" | "early") {
        at += 1;
    }
    if matches!(c.form(at), "the" | "this")
        && matches!(c.form(at + 1), "last" | "past" | "previous" | "coming" | "next")
    {
        at += 1;
    }
    let by = match c.form(at) {
        "last" | "past" | "previous" => -1,
        "this" | "current" => 0,
        "next" | "coming" => 1,
        _ => return None,
    };
    let from_story = c.form(at) == "previous" || at > i && c.form(at) == "next";
    let published = if from_story { None } else { c.published };
    match c.word(at + 1)? {
        Word::Weekday { .. } => {
            let (day, end) = weekday(c, at + 1)?;
            let date = published.and_then(|p| value::weekday(p, day, by));
            day_part(c, end, date.map(|d| d.to_string()))
        }
        Word::Month { month, short: false } => {
            let year = published.and_then(|p| {
                let begun = value::year_of(p, month, None)?;
                Some(match by {
                    -1 if p.month == Some(month) => begun - 1,
                    0 => p.year?,
                    1 => begun + 1,
                    _ => begun,
                })
            });
            let date = crate::ingest::PartialDate { year, month: Some(month), day: None };
            hit(at + 2, Date, published.map(|_| date.to_string()))
        }
        Word::Season(season) => {
            let year = published.and_then(|p| p.year);
            // "last summer" may be of this year or the last; only "this" is certain.
            let year = year.filter(|_| by == 0);
            hit(at + 2, Date, year.map(|y| season_of(y, season)))
        }
        Word::Part(code) => {
            let day = value::shift_days(published?, by);
            let kept = by == 0 || c.form(at + 1) == "night";
            kept.then(|| Hit { end: at + 2, kind: Time, value: day.map(|d| format!("{d}T{code}")) })
        }
        Word::Unit { unit, plural: false } => {
            // "last minute", "last second" and "this time" are no dates.
            if unit < Unit::Day || c.form(at) == "this" && unit == Unit::Day {
                return None;
            }
            // "the past year" is the twelve months before.
            if c.form(at) == "past" {
                return hit(at + 2, TimexType::Duration, Some(value::duration(Some(1.0), unit)));
            }
            let date = published.and_then(|p| value::relative(p, by, unit));
            hit(at + 2, Date, date)
        }
        _ => None,
    }
}

/// "Wednesday", "on Friday morning".
fn lone_weekday(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let Some((day, end)) = weekday(c, i) else {
        let base = c.form(i).strip_suffix('s').filter(|_| c.capital(i))?;
        return match super::words::word(base)? {
            Word::Weekday { day, short: false } => {
                hit(i + 1, Set, Some(format!("XXXX-WXX-{}", day + 1)))
            }
            _ => None,
        };
    };
    // Names: "Black Friday", "Bloody Sunday", "Sheffield Wednesday"; "Sunday Times".
    let short_name = matches!(c.word(i), Some(Word::Weekday { short: true, .. }));
    let in_name = c.capital(i)
        && (matches!(
            c.back(i, 1),
            "black" | "good" | "bloody" | "palm" | "easter" | "ash" | "cyber"
        ) || matches!(c.form(i + 1), "times" | "telegraph" | "mirror" | "express" | "mail"));
    if in_name || short_name && !c.capital(i) || c.raw(i).chars().all(char::is_lowercase) {
        return None;
    }
    let date = c.published.and_then(|p| value::weekday(p, day, 0));
    day_part(c, end, date.map(|d| d.to_string()))
}

/// "every day", "each year", "daily", "every three months", "twice a week".
fn set(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let name = c.capital(i) && i > c.from;
    let one = |unit| Some(value::duration(Some(1.0), unit));
    match c.form(i) {
        "daily" if !name => return hit(i + 1, Set, one(Unit::Day)),
        "weekly" if !name => return hit(i + 1, Set, one(Unit::Week)),
        "monthly" if !name => return hit(i + 1, Set, one(Unit::Month)),
        "yearly" | "annually" | "annual" if !name => return hit(i + 1, Set, one(Unit::Year)),
        "hourly" if !name => return hit(i + 1, Set, one(Unit::Hour)),
        "every" | "each" => {}
        _ => return None,
    }
    let other = usize::from(c.form(i + 1) == "other");
    let times = 1.0 + other as f64;
    match c.word(i + 1 + other) {
        Some(Word::Unit { unit, plural: false }) if unit >= Unit::Minute => {
            return hit(i + 2 + other, Set, Some(value::duration(Some(times), unit)));
        }
        Some(Word::Weekday { day, short: false }) => {
            return hit(i + 2 + other, Set, Some(format!("XXXX-WXX-{}", day + 1)));
        }
        Some(Word::Month { month, short: false }) => {
            return hit(i + 2 + other, Set, Some(format!("XXXX-{month:02}")));
        }
        Some(Word::Part(code)) => {
            return hit(i + 2 + other, Set, Some(format!("XXXX-XX-XXT{code}")));
        }
        _ => {}
    }
    let figure = c.figure(i + 1)?;
    match c.word(figure.end)? {
        Word::Unit { unit, plural: true } if figure.glued.is_empty() => {
            hit(figure.end + 1, Set, Some(value::duration(Some(figure.value), unit)))
        }
        _ => None,
    }
}
