//! Dates whose parts a mark joins to one token.

use super::absolute::{full, whole_month, year_of_day};
use super::cursor::Cursor;
use super::words::{Word, word};
use super::{Hit, TimexType, hit, year};
use crate::ingest::PartialDate;

/// A year of two digits is one of the hundred years from 1950 on.
fn of_two(year: i32) -> i32 {
    match year {
        0..50 => year + 2000,
        50..100 => year + 1900,
        _ => year,
    }
}

/// The year that two digits tell which can be no day ("87"), at token `i`.
pub(super) fn short_year(c: &Cursor<'_>, i: usize) -> Option<i32> {
    let form = c.form(i);
    let plain = form.len() == 2 && form.bytes().all(|b| b.is_ascii_digit());
    form.parse().ok().filter(|year| plain && *year > 31 && !c.noun(i + 1)).map(of_two)
}

/// "Dec/2018", "Oct/2", "Dec31": a month and what a mark or nothing ties to it.
pub(super) fn tied(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let form = c.form(i);
    let name = form.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let Some(Word::Month { month, .. }) = word(name) else { return None };
    let (rest, end) = match form.get(name.len()..)? {
        "" if c.form(i + 1) == "/" && c.glued(i + 1) && c.glued(i + 2) => (c.form(i + 2), i + 3),
        "" => return None,
        rest => (rest, i + 1),
    };
    if let Some(year) = year::read(rest) {
        let date = PartialDate { year: Some(year), month: Some(month), day: None };
        return hit(end, TimexType::Date, Some(date.to_string()));
    }
    let day = rest.parse().ok().filter(|_| rest.len() < 3)?;
    super::absolute::day_of(c, i, month, day, end)
}

/// "07-Jun-2014", "28-Feb-85", "28/Feb/1985", "2014/Feb/28", "Nov-2014".
pub(super) fn named_month(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let month = |name: &str| match word(name) {
        Some(Word::Month { month, .. }) => Some(month),
        _ => None,
    };
    let digits = |text: &str| -> Option<i32> {
        let plain = matches!(text.len(), 1 | 2 | 4) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| plain)
    };
    let day =
        |text: &str| digits(text).and_then(|d| u8::try_from(d).ok()).filter(|_| text.len() < 3);
    let mut parts = c.form(i).split('-');
    let found = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
        (first, Some(name), Some(year), None) => {
            let date = full(Some(of_two(digits(year)?)), month(name)?, day(first)?);
            (i + 1, date?)
        }
        (name, Some(year), None, None) if year.len() == 4 => {
            let date =
                PartialDate { year: Some(digits(year)?), month: Some(month(name)?), day: None };
            (i + 1, date.to_string())
        }
        (first, None, None, None) if c.form(i + 1) == "/" && c.form(i + 3) == "/" => {
            let month = month(c.form(i + 2))?;
            let (year, day) = match year::read(first) {
                Some(year) => (year, day(c.form(i + 4))?),
                None => (of_two(digits(c.form(i + 4))?), day(first)?),
            };
            (i + 5, full(Some(year), month, day)?)
        }
        _ => return None,
    };
    hit(found.0, TimexType::Date, Some(found.1))
}

/// "2017-09-09", "2017/09/09", "9.9.2017", "13/9/2017"; where day and month could be either, the
/// span is known and the value is not.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let form = c.form(i);
    if let Some(found) = named_month(c, i) {
        return Some(found);
    }
    let (date, clock) = form.split_once('t').unwrap_or((form, ""));
    let mark = ['-', '/', '.'].into_iter().find(|m| date.matches(*m).count() >= 1)?;
    let parts: Vec<&str> = date.splitn(4, mark).collect();
    if !parts.iter().all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let n = |k: usize| parts.get(k).and_then(|p| p.parse::<u32>().ok());
    let (a, b) = (n(0)?, n(1)?);
    let small = |v: u32| u8::try_from(v).ok();
    match (parts.len(), parts[0].len()) {
        (3, 4) => {
            let value = full(i32::try_from(a).ok(), small(b)?, small(n(2)?)?)?;
            let clock: String = clock.chars().take(5).collect();
            if clock.len() == 5 {
                return hit(i + 1, TimexType::Time, Some(format!("{value}T{clock}")));
            }
            hit(i + 1, TimexType::Date, Some(value))
        }
        (2, 4) if mark != '.' && parts[1].len() == 2 => {
            let a = year::read(parts[0])?;
            let month = (1..=12).contains(&b);
            // "since 2008-09" and no noun behind it: written as in ISO 8601.
            let iso = month && matches!(c.back(i, 1), "in" | "since") && !c.noun(i + 1);
            let value = if (a + 1) % 100 == b as i32 && !iso {
                // A season, a school or a budget year: "2016-17", "the 2008/09 season".
                format!("{a:04}/{:04}", a + 1)
            } else if month {
                format!("{a:04}-{b:02}")
            } else {
                return None;
            };
            hit(i + 1, TimexType::Date, Some(value))
        }
        (2, 4) if mark == '-' && parts[1].len() == 4 && b > a => {
            year::read(parts[0])?;
            hit(i + 1, TimexType::Date, Some(format!("{a:04}/{b:04}")))
        }
        // "4/2011"
        (2, 1 | 2) if mark == '/' && parts[1].len() == 4 && (1..=12).contains(&a) => {
            let year = year::read(parts[1])?;
            hit(i + 1, TimexType::Date, Some(format!("{year:04}-{a:02}")))
        }
        (3, 1 | 2) if parts[2].len() == 4 || mark == '/' && parts[2].len() == 2 => {
            let year = Some(of_two(i32::try_from(n(2)?).ok()?));
            let (day_month, month_day) =
                (full(year, small(b)?, small(a)?), full(year, small(a)?, small(b)?));
            let value = match (day_month, month_day) {
                (Some(x), Some(y)) if x == y => Some(x),
                // Points are written where days come first.
                (Some(x), Some(_)) if mark == '.' => Some(x),
                (Some(_), Some(_)) => None,
                (one, other) => Some(one.or(other)?),
            };
            hit(i + 1, TimexType::Date, value)
        }
        _ => None,
    }
}

/// Two months in one token ("July-August 2016").
pub(super) fn months(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let (first, last) = c.form(i).split_once('-')?;
    let (Word::Month { month: first, .. }, Word::Month { month: last, .. }) =
        (word(first)?, word(last)?)
    else {
        return None;
    };
    if !c.capital(i) || first == last {
        return None;
    }
    let found = whole_month(c, i, last, i + 1);
    let date = PartialDate::parse(found.value.as_deref()?)?;
    let year = date.year.map(|y| y - i32::from(first > last));
    let from = PartialDate { year, month: Some(first), day: None };
    hit(found.end, TimexType::Date, Some(format!("{from}/{date}")))
}

/// "November 18-December 19": from a day of the month before token `end` to one of another month.
pub(super) fn to_other_month(c: &Cursor<'_>, i: usize, month: u8, end: usize) -> Option<Hit> {
    let (day, name) = c.form(end).split_once('-')?;
    let Some(Word::Month { month: other, .. }) = word(name) else { return None };
    let dot = usize::from(c.form(end + 1) == "." && c.glued(end + 1));
    let last = c.form(end + 1 + dot).parse().ok()?;
    let (told, after) = year_of_day(c, end + 2 + dot);
    let year = told.or_else(|| c.year_of(i, other, Some(last)));
    let begin = year.map(|y| y - i32::from(month > other));
    let interval =
        format!("{}/{}", full(begin, month, day.parse().ok()?)?, full(year, other, last)?);
    hit(after, TimexType::Date, Some(interval))
}
