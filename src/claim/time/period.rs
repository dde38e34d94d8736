//! Parts of a longer time: quarters, halves, weeks and days of a month or a year, their begin and end.

use super::absolute::{following_year, plain, weekday};
use super::cursor::Cursor;
use super::words::{Unit, Word, ordinal};
use super::{Hit, TimexType, hit, holiday, length, open, relative, value, year};
use crate::ingest::PartialDate;
use TimexType::{Date, Time};

/// The part of a longer time at token `i`.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let i = i + usize::from(c.form(i) == "the");
    let form = c.form(i);
    let begins = c.word(i).is_some()
        || form.starts_with(|ch: char| ch == 'q' || ch.is_ascii_digit())
        || matches!(
            form,
            "final"
                | "beginning"
                | "start"
                | "middle"
                | "end"
                | "earlier"
                | "later"
                | "early"
                | "late"
        )
        || ordinal(form).is_some()
        || relative::Way::of(form).is_some();
    if !begins {
        return None;
    }
    quarter(c, i)
        .or_else(|| edge(c, i))
        .or_else(|| counted(c, i))
        .or_else(|| week_of(c, i))
        .or_else(|| week_number(c, i))
        .or_else(|| part_of_day(c, i))
        .or_else(|| in_week(c, i))
}

/// The longer time at token `i`: a date, "next year", "the month".
fn whole(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let article = usize::from(c.form(i) == "the");
    if let Some(Word::Unit { unit, plural: false }) = c.word(i + article)
        && unit >= Unit::Week
        && c.form(i + article + 1) != "of"
    {
        return hit(i + article + 1, Date, c.published.and_then(|p| value::relative(p, 0, unit)));
    }
    let found = plain(c, i).or_else(|| relative::shifted(c, i))?;
    (found.kind == Date).then_some(found)
}

/// A value that begins with a year and a month or with a year alone, as a date.
fn date_of(found: &Hit) -> Option<PartialDate> {
    PartialDate::parse(found.value.as_deref()?)
}

/// "the third quarter of 2017", "Q3 2017", "2017-Q3", "the fourth quarter".
fn quarter(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let form = c.form(i);
    let short = |text: &str| match text.as_bytes() {
        [b'q', n @ b'1'..=b'4'] => Some(n - b'0'),
        _ => None,
    };
    let of = |year: i32, n: u8, end: usize| hit(end, Date, Some(format!("{year:04}-Q{n}")));
    if let Some(n) = short(form) {
        let (year, end) = following_year(c, i + 1);
        return of(year?, n, end);
    }
    if let Some((name, year)) = form.split_once('-')
        && let Some(n) = short(name)
    {
        return of(year::read(year)?, n, i + 1);
    }
    if let Some(year) = year::year(c, i) {
        return of(year, short(c.form(i + 1))?, i + 2);
    }
    if let (Some(year), Some(rest)) = (form.get(..4), form.get(4..))
        && let Some(n) = short(rest.trim_start_matches('-'))
    {
        return of(year::read(year)?, n, i + 1);
    }
    let n = ordinal(form).filter(|n| (1..=4).contains(n))?;
    let Some(Word::Unit { unit: Unit::Quarter, plural: false }) = c.word(i + 1) else {
        return None;
    };
    let (told, end) = following_year(c, i + 2);
    if let Some(year) = told {
        return of(year, n, end);
    }
    // The last quarter of this number that had begun.
    let year = c.year_of(i, 3 * n - 2, None);
    let year = PartialDate { year, ..PartialDate::default() };
    open(end, Some(format!("{year}-Q{n}")))
}

/// "the end of June", "at the beginning of next year", "later in the week", "end of year"; halves
/// of a year have a value of their own.
fn edge(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    match c.form(i) {
        "beginning" | "start" | "end" | "middle" if c.form(i + 1) == "of" => {
            // "the end of the year": the determiner is needed but for "end of year" itself.
            whole(c, i + 2)
        }
        "earlier" | "later" | "early" | "late"
            if c.form(i + 1) == "in" && c.form(i + 2) == "the" =>
        {
            whole(c, i + 2).filter(|found| found.end == i + 4)
        }
        half @ ("first" | "second") if c.form(i + 1) == "half" && c.form(i + 2) == "of" => {
            let found = whole(c, i + 3)?;
            let date = date_of(&found).filter(|d| d.month.is_none())?;
            let n = if half == "first" { 1 } else { 2 };
            hit(found.end, Date, Some(format!("{date}-H{n}")))
        }
        _ => None,
    }
}

/// "the first Monday in October", "the last week of 2016", "the 20th of next month".
fn counted(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    // "last" and "final" count from the end.
    let n = match c.form(i) {
        "last" | "final" => None,
        form => Some(ordinal(form)?),
    };
    let of = |at: usize| matches!(c.form(at), "of" | "in");
    // "the 20th of next month", "the 21st this month".
    let after = i + 1 + usize::from(c.form(i + 1) == "of");
    if after > i + 1 || c.form(after) == "this" {
        let found = relative::shifted(c, after + usize::from(c.form(after) == "the"))?;
        let date = found.value.as_deref().map(PartialDate::parse);
        // Of a month only; where publication is not known "next month" has no value.
        return match date {
            Some(Some(PartialDate { year: Some(y), month: Some(m), day: None })) => {
                let day = PartialDate::ymd(y, m, n?)?;
                hit(found.end, Date, Some(day.to_string()))
            }
            _ => None,
        };
    }
    if matches!(c.form(i), "first" | "last" | "final")
        && let Some(found) = run(c, i + 1, n.is_none())
    {
        return Some(found);
    }
    let unit = c.word(i + 1)?;
    // "the first months of 2017" are of no number.
    if matches!(unit, Word::Unit { plural: true, .. }) {
        return None;
    }
    let (part, end) = match c.word(i + 2) {
        Some(Word::Part(code)) => (Some(code), i + 3),
        _ => (None, i + 2),
    };
    if !of(end) || n.is_some_and(|n| n > 53) {
        return None;
    }
    let found = whole(c, end + 1)?;
    let date = date_of(&found).filter(|d| d.day.is_none())?;
    let value = within(date, unit, n);
    if value.is_none() && date.year.is_some() {
        return None;
    }
    match part {
        None => Some(Hit { value, ..found }),
        Some(code) => {
            Some(Hit { value: value.map(|v| format!("{v}T{code}")), kind: Time, ..found })
        }
    }
}

/// "four months of 2021" after "the first" or "the last": from the first of them to the last.
fn run(c: &Cursor<'_>, i: usize, last: bool) -> Option<Hit> {
    let figure = c.figure(i).filter(|f| f.glued.is_empty() && f.range.is_none())?;
    let (count, at) = match length::quarters(c, &figure) {
        Some(count) => (count, figure.end - 1),
        None if figure.share => return None,
        None => (figure.value, figure.end),
    };
    let unit = c.word(at)?;
    if !matches!(c.form(at + 1), "of" | "in") || !(2.0..=53.0).contains(&count) {
        return None;
    }
    let found = whole(c, at + 2)?;
    let date = date_of(&found).filter(|d| d.day.is_none())?;
    let n = count as u8;
    let (from, to) = match unit {
        Word::Unit { unit: Unit::Week, plural: true } if last => {
            let end = value::nth_weekday(date.year?, date.month.unwrap_or(12), THURSDAY, None)?;
            let begin = value::shift_days(end, -7 * (i64::from(n) - 1))?;
            (value::iso_week(begin)?, value::iso_week(end)?)
        }
        Word::Unit { unit: part, plural: true } => {
            let all = match (part, date.month) {
                (Unit::Day, Some(month)) => crate::ingest::days_in_month(date.year?, month),
                (Unit::Month, None) => 12,
                (Unit::Quarter, None) => 4,
                (Unit::Week, _) => 53,
                _ => return None,
            };
            let from = if last { all.checked_sub(n)? + 1 } else { 1 };
            let to = if last { all } else { n };
            (within(date, unit, Some(from))?, within(date, unit, Some(to))?)
        }
        _ => return None,
    };
    Some(Hit { value: Some(format!("{from}/{to}")), ..found })
}

const THURSDAY: usize = 3;
const SATURDAY: usize = 5;

/// The `n`-th (`None`: last) day, weekday, week, weekend or quarter of a month or year. Weeks are
/// those of ISO 8601, which belong to where their Thursday lies.
fn within(date: PartialDate, unit: Word, n: Option<u8>) -> Option<String> {
    let year = date.year?;
    let month = date.month.unwrap_or(if n.is_some() { 1 } else { 12 });
    let nth = |day: usize| match (date.month, n) {
        (None, Some(n)) => {
            let first = value::nth_weekday(year, 1, day, Some(1))?;
            value::shift_days(first, 7 * i64::from(n.checked_sub(1)?))
        }
        _ => value::nth_weekday(year, month, day, n),
    };
    match unit {
        Word::Weekday { day, .. } => Some(nth(day)?.to_string()),
        Word::Unit { unit: Unit::Week, .. } => value::iso_week(nth(THURSDAY)?),
        Word::Unit { unit: Unit::Weekend, .. } => Some(value::iso_week(nth(SATURDAY)?)? + "-WE"),
        Word::Unit { unit: Unit::Day, .. } => {
            let day = n.unwrap_or_else(|| crate::ingest::days_in_month(year, month));
            Some(PartialDate::ymd(year, month, day)?.to_string())
        }
        Word::Unit { unit: Unit::Month, .. } if date.month.is_none() => {
            let month = Some(n.unwrap_or(12)).filter(|m| (1..=12).contains(m));
            Some(PartialDate { year: Some(year), month: Some(month?), day: None }.to_string())
        }
        Word::Unit { unit: Unit::Quarter, .. } if date.month.is_none() => {
            Some(format!("{year:04}-Q{}", n.unwrap_or(4))).filter(|_| n.is_none_or(|n| n <= 4))
        }
        _ => None,
    }
}

/// "the week of June 5", "the weekend of Thanksgiving".
fn week_of(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if !matches!(c.form(i), "week" | "weekend") || c.form(i + 1) != "of" {
        return None;
    }
    let found = plain(c, i + 2).or_else(|| holiday::at(c, i + 2))?;
    let date = date_of(&found).filter(|d| d.day.is_some())?;
    let value = if c.form(i) == "week" { value::iso_week(date) } else { value::weekend_by(date) };
    Some(Hit { value, ..found })
}

/// "week 3 of 2027", "week 27 of last year": a week of ISO 8601. Alone ("week 10") it may be any season's.
fn week_number(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let n: u8 = c.form(i + 1).parse().ok().filter(|n| (1..=53).contains(n))?;
    if c.form(i) != "week" || !matches!(c.form(i + 2), "of" | "in") {
        return None;
    }
    let found = whole(c, i + 3)?;
    let year = date_of(&found).filter(|d| d.month.is_none())?.year?;
    Some(Hit { value: Some(format!("{year:04}-W{n:02}")), ..found })
}

/// "the night of September 11".
fn part_of_day(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let Some(Word::Part(code)) = c.word(i) else { return None };
    if c.form(i + 1) != "of" {
        return None;
    }
    let found = plain(c, i + 2).or_else(|| holiday::at(c, i + 2))?;
    let date = found.value.as_deref().and_then(PartialDate::parse)?;
    let value = Some(format!("{date}T{code}")).filter(|_| date.day.is_some());
    Some(Hit { kind: Time, value: Some(value?), ..found })
}

/// "Wednesday evening next week", "Monday of this week", "next week on Tuesday".
fn in_week(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let week = |at: usize| {
        relative::shift(c.form(at)).filter(|_| matches!(c.form(at + 1), "week" | "week's"))
    };
    let named = |at: usize| {
        let (day, end) = match c.word(at)? {
            // Beside a week a short name needs no other mark, but "The Sun last week" is none.
            Word::Weekday { day, short: true } if c.capital(at) && c.back(at, 1) != "the" => {
                (day, at + 1)
            }
            _ => weekday(c, at)?,
        };
        match c.word(end) {
            Some(Word::Part(code)) => Some((day, Some(code), end + 1)),
            _ => Some((day, None, end)),
        }
    };
    let (by, (day, part, end)) = if let Some(by) = week(i) {
        (by, named(i + 2 + usize::from(matches!(c.form(i + 2), "on" | ",")))?)
    } else {
        let (day, part, end) = named(i)?;
        let at = end + usize::from(matches!(c.form(end), "of" | "in" | "from"));
        (week(at)?, (day, part, at + 2))
    };
    let date = c.published.and_then(|p| value::weekday_in_week(p, day, by));
    let date = date.map(|d| d.to_string());
    match part {
        None => hit(end, Date, date),
        Some(code) => hit(end, Time, date.map(|d| format!("{d}T{code}"))),
    }
}
