//! Dates that name a day, month, year, decade or century.

use super::cursor::Cursor;
use super::words::{Season, Unit, Word, ordinal};
use super::{Hit, TimexType, hit, value};
use crate::claim::figure;
use crate::ingest::PartialDate;
use crate::text::class::{Classes, classes};

/// The absolute date at token `i`.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if let Some(found) = modified(c, i) {
        return Some(found);
    }
    let found = plain(c, i)?;
    with_part_of_day(c, found)
}

/// "early June", "late 2016", "mid-July": the value is that of the date.
fn modified(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let form = c.form(i);
    if matches!(form, "early" | "late" | "mid") {
        let next = i + 1 + usize::from(c.form(i + 1) == "-" || c.form(i + 1) == "in");
        let found = if let Some(year) = year(c, next) {
            hit(next + 1, TimexType::Date, Some(format!("{year:04}")))
        } else {
            plain(c, next)
        };
        return found;
    }
    let month = form.strip_prefix("mid-")?;
    match super::words::word(month)? {
        Word::Month { month, .. } => {
            let (year, end) = following_year(c, i + 1);
            let year = year.or_else(|| value::year_of(c.published?, month, None));
            let date = PartialDate { year, month: Some(month), day: None };
            hit(end, TimexType::Date, Some(date.to_string()))
        }
        _ => None,
    }
}

fn plain(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let number = c.number(i);
    if number {
        numeric(c, i).or_else(|| day_first(c, i)).or_else(|| lone_year(c, i))
    } else {
        weekday_then_date(c, i)
            .or_else(|| month_first(c, i))
            .or_else(|| day_first(c, i))
            .or_else(|| decade(c, i))
            .or_else(|| named_period(c, i))
    }
}

/// "Friday morning": a part of the day after a date.
fn with_part_of_day(c: &Cursor<'_>, found: Hit) -> Option<Hit> {
    if found.kind == TimexType::Date
        && let Some(Word::Part(code)) = c.word(found.end)
        && !matches!(c.form(found.end), "midnight" | "noon" | "midday")
    {
        let value = found.value.map(|v| format!("{v}T{code}"));
        return hit(found.end + 1, TimexType::Time, value);
    }
    Some(found)
}

/// The four-digit year that token `i` writes, whatever stands around it.
pub(super) fn year(c: &Cursor<'_>, i: usize) -> Option<i32> {
    let form = c.form(i);
    if form.len() != 4 || !form.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    form.parse().ok().filter(|y| (1000..=2199).contains(y))
}

fn full(year: Option<i32>, month: u8, day: u8) -> Option<String> {
    PartialDate::ymd(year.unwrap_or(2000), month, day)?;
    Some(PartialDate { year, month: Some(month), day: Some(day) }.to_string())
}

/// "2017-09-09", "2017/09/09", "9.9.2017", "13/9/2017"; where day and month could be either, the
/// span is known and the value is not.
fn numeric(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let form = c.form(i);
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
        (2, 4) if mark != '.' && parts[1].len() == 2 && (1000..=2199).contains(&a) => {
            let value = if (1..=12).contains(&b) {
                format!("{a:04}-{b:02}")
            } else if mark == '-' && a % 100 + 1 == b {
                // A season or school year: "2016-17".
                format!("{a:04}/{:04}", a + 1)
            } else {
                return None;
            };
            hit(i + 1, TimexType::Date, Some(value))
        }
        (2, 4) if mark == '-' && parts[1].len() == 4 && (1000..=2199).contains(&a) && b > a => {
            hit(i + 1, TimexType::Date, Some(format!("{a:04}/{b:04}")))
        }
        (3, 1 | 2) if parts[2].len() == 4 => {
            let year = i32::try_from(n(2)?).ok();
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

/// "Sunday, Sept. 27, 2015", "Wednesday 15 March": the value is that of the date.
fn weekday_then_date(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let (_, end) = weekday(c, i)?;
    let next = end + usize::from(c.form(end) == ",");
    let next = next + usize::from(c.form(next) == "the");
    let found = month_first(c, next).or_else(|| day_first(c, next))?;
    // "Thursday, March" without a day is no day.
    found.value.as_deref().is_none_or(|v| v.len() >= 10).then_some(found)
}

/// A weekday name and the token after it (an abbreviation's full stop included).
pub(super) fn weekday(c: &Cursor<'_>, i: usize) -> Option<(usize, usize)> {
    match c.word(i)? {
        Word::Weekday { day, short: false } => Some((day, i + 1)),
        Word::Weekday { day, short: true } if c.capital(i) => {
            let dot = c.form(i + 1) == "." && c.glued(i + 1);
            let dated = matches!(c.word(i + 1 + usize::from(dot)), Some(Word::Month { .. }))
                || c.number(i + 1 + usize::from(dot))
                || c.form(i + 1) == ",";
            (dot || dated).then_some((day, i + 1 + usize::from(dot)))
        }
        _ => None,
    }
}

/// A month name and the token after it. Names that are other words too ("May", "March", "Mar")
/// need a capital, and what stands around decides for them.
fn month(c: &Cursor<'_>, i: usize) -> Option<(u8, usize)> {
    let Word::Month { month, short } = c.word(i)? else { return None };
    let dot = short && c.form(i + 1) == "." && c.glued(i + 1) && i + 2 < c.to;
    let end = i + 1 + usize::from(dot);
    let form = c.form(i);
    let doubtful = matches!(form, "may" | "march") || short && !dot;
    if !doubtful {
        return Some((month, end));
    }
    if !c.capital(i) {
        return None;
    }
    let before = c.back(i, 1);
    let dated = c.number(end) && figure::digits(c.form(end)).is_some_and(|(v, ..)| v <= 31.0)
        || year(c, end).is_some()
        || c.number(i.wrapping_sub(1))
        || ordinal(before).is_some()
        || c.form(end) == "," && year(c, end + 1).is_some()
        || c.form(end) == "of" && year(c, end + 1).is_some();
    let placed = i > c.from
        && matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "mid"
                | "of"
                | "from"
                | "during"
                | "between"
                | "and"
                | "to"
                | "after"
                | "before"
                | "through"
                | "each"
                | "every"
                | "for"
        )
        && !c.capital(end);
    (dated || placed && !(short && form != "sept")).then_some((month, end))
}

/// A year after a month or a day ("July 2014", "July, 2014", "July of 2014"), or the token itself.
fn following_year(c: &Cursor<'_>, i: usize) -> (Option<i32>, usize) {
    let skip = usize::from(matches!(c.form(i), "," | "of"));
    match year(c, i + skip) {
        Some(y) => (Some(y), i + skip + 1),
        None => (None, i),
    }
}

fn day_number(c: &Cursor<'_>, i: usize) -> Option<u8> {
    let form = c.form(i);
    if form.len() <= 2 && form.bytes().all(|b| b.is_ascii_digit()) {
        return form.parse().ok().filter(|d| (1..=31).contains(d));
    }
    ordinal(form).filter(|d| (1..=31).contains(d))
}

/// "September 9, 2017", "Sept. 9", "September the 9th", "July 2014", "September 9-11", "June".
fn month_first(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let (month, end) = month(c, i)?;
    let the = usize::from(c.form(end) == "the" && ordinal(c.form(end + 1)).is_some());
    if let Some(day) = day_number(c, end + the) {
        let counts = c.form(end + the + 1) == ":" || c.form(end + the + 1) == "%";
        if !counts {
            return day_of(c, month, day, end + the + 1);
        }
    }
    if let Some((from, to)) = c.form(end).split_once('-')
        && let (Ok(from), Ok(to)) = (from.parse::<u8>(), to.parse::<u8>())
    {
        let (year, after) = following_year(c, end + 1);
        let year = year.or_else(|| value::year_of(c.published?, month, Some(from)));
        let interval = format!("{}/{}", full(year, month, from)?, full(year, month, to)?);
        return hit(after, TimexType::Date, Some(interval));
    }
    let (year, after) = following_year(c, end);
    let year = year.or_else(|| value::year_of(c.published?, month, None));
    let date = PartialDate { year, month: Some(month), day: None };
    hit(after, TimexType::Date, Some(date.to_string()))
}

fn day_of(c: &Cursor<'_>, month: u8, day: u8, end: usize) -> Option<Hit> {
    let (year, after) = following_year(c, end);
    let year = year.or_else(|| value::year_of(c.published?, month, Some(day)));
    hit(after, TimexType::Date, Some(full(year, month, day)?))
}

/// "9 September 2017", "9th of September", "the ninth of September".
fn day_first(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let the = usize::from(c.form(i) == "the");
    let day = day_number(c, i + the)?;
    let of = usize::from(c.form(i + the + 1) == "of");
    if the + of > 0 && ordinal(c.form(i + the)).is_none() {
        return None;
    }
    let (month, end) = month(c, i + the + 1 + of)?;
    day_of(c, month, day, end)
}

/// A year that stands alone, where what is around it does not make it a count or a name.
fn lone_year(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if let Some(found) = decade(c, i).or_else(|| century(c, i)) {
        return Some(found);
    }
    let year = year(c, i)?;
    let likely = (1800..=2099).contains(&year);
    let before = c.back(i, 1);
    let after = c.form(i + 1);
    let after_open = !after.is_empty()
        && after.starts_with(|ch: char| ch.is_alphabetic())
        && classes(after).is_open();
    if matches!(
        before,
        "$" | "€" | "£" | "no" | "#" | "about" | "some" | "than" | "nearly" | "least"
    ) || before == "." && matches!(c.back(i, 2), "no" | "nos")
        || matches!(after, "%" | "percent" | "per" | "million" | "billion")
    {
        return None;
    }
    let placed = matches!(
        before,
        "in" | "since"
            | "by"
            | "until"
            | "till"
            | "during"
            | "from"
            | "year"
            | "before"
            | "after"
            | "circa"
            | "between"
            | "of"
            | "back"
            | "through"
            | "for"
    );
    // "2000 people", but "2016 elections": a count is seldom written without its comma.
    let counted = after_open && after.ends_with('s') && !c.capital(i + 1);
    let round = year % 100 == 0;
    if counted && (round || !likely) && !matches!(before, "the") {
        return None;
    }
    if placed && (1000..=2199).contains(&year) && (likely || !after_open) {
        return date_of_year(year, i);
    }
    if !likely {
        return None;
    }
    // "Resolution 1973", "Boeing 1900".
    let named = i > c.from
        && c.capital(i - 1)
        && classes(before).is_open()
        && c.word(i - 1).is_none()
        && (matches!(before, "resolution" | "route" | "article" | "room" | "flight" | "channel")
            || after_open);
    if named || counted && !matches!(before, "the" | "its" | "his") && year < 1900 {
        return None;
    }
    date_of_year(year, i)
}

fn date_of_year(year: i32, i: usize) -> Option<Hit> {
    hit(i + 1, TimexType::Date, Some(format!("{year:04}")))
}

/// "1990s", "the '90s", "1990's".
fn decade(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let form = c.form(i);
    if let Some(base) = form.strip_suffix("s")
        && base.len() == 4
        && base.ends_with('0')
        && base.bytes().all(|b| b.is_ascii_digit())
    {
        return hit(i + 1, TimexType::Date, base.get(..3).map(str::to_owned));
    }
    if year(c, i).is_some_and(|y| y % 10 == 0)
        && c.form(i + 1) == "'"
        && c.form(i + 2) == "s"
        && c.glued(i + 1)
        && c.glued(i + 2)
    {
        return hit(i + 3, TimexType::Date, form.get(..3).map(str::to_owned));
    }
    if form == "'"
        && c.glued(i + 1)
        && matches!(c.form(i + 1), "20s" | "30s" | "40s" | "50s" | "60s" | "70s" | "80s" | "90s")
    {
        return hit(i + 2, TimexType::Date, c.form(i + 1).get(..1).map(|d| format!("19{d}")));
    }
    None
}

/// "the 21st century".
fn century(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let n = ordinal(c.form(i)).filter(|n| (1..=30).contains(n))?;
    match c.word(i + 1)? {
        Word::Unit { unit: Unit::Century, plural: false } => {
            hit(i + 2, TimexType::Date, Some(format!("{:02}", n - 1)))
        }
        _ => None,
    }
}

/// "summer 2016", "spring of 2017", "the third quarter of 2017".
fn named_period(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if let Some(found) = century(c, i) {
        return Some(found);
    }
    if let Some(Word::Season(season)) = c.word(i)
        && let (Some(year), end) = following_year(c, i + 1)
    {
        return hit(end, TimexType::Date, Some(season_of(year, season)));
    }
    let n = ordinal(c.form(i)).filter(|n| (1..=4).contains(n))?;
    let quarter = matches!(c.word(i + 1), Some(Word::Unit { unit: Unit::Quarter, plural: false }));
    if !quarter || classes(c.form(i + 1)).any(Classes::DET) {
        return None;
    }
    let (year, end) = following_year(c, i + 2);
    let year = year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
    hit(end, TimexType::Date, Some(format!("{year}-Q{n}")))
}

/// A season of a year, "2016-SU".
pub(super) fn season_of(year: i32, season: Season) -> String {
    format!("{year:04}-{}", season.code())
}
