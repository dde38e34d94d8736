//! Dates that name a day or a month.

use super::cursor::Cursor;
use super::words::{Word, ordinal, word};
use super::year::{lone_year, year};
use super::{Hit, TimexType, digits, hit, open, season, value};
use crate::claim::figure;
use crate::ingest::PartialDate;

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
        let next = i + 1 + usize::from(matches!(c.form(i + 1), "-" | "in"));
        return match year(c, next) {
            Some(year) => hit(next + 1, TimexType::Date, Some(format!("{year:04}"))),
            None => plain(c, next),
        };
    }
    let rest = form.strip_prefix("mid-")?;
    if let Some(Word::Month { month, .. }) = word(rest) {
        return Some(whole_month(c, i, month, i + 1));
    }
    let year = super::year::read(rest)?;
    hit(i + 1, TimexType::Date, Some(format!("{year:04}")))
}

/// A date without a word that narrows it.
pub(super) fn plain(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if c.number(i) {
        digits::at(c, i)
            .or_else(|| day_first(c, i))
            .or_else(|| year_first(c, i))
            .or_else(|| lone_year(c, i))
    } else {
        weekday_then_date(c, i)
            .or_else(|| digits::tied(c, i))
            .or_else(|| month_first(c, i))
            .or_else(|| day_first(c, i))
            .or_else(|| digits::months(c, i))
            .or_else(|| digits::named_month(c, i))
            .or_else(|| super::year::decade(c, i))
            .or_else(|| super::year::century(c, i))
            .or_else(|| season::of_year(c, i))
            .or_else(|| super::year::spelled(c, i))
    }
}

/// "9 June morning": a part of the day after a day, be its value known or not. "2016 night raids" and
/// "a June evening" are of no day.
fn with_part_of_day(c: &Cursor<'_>, found: Hit) -> Option<Hit> {
    if found.kind == TimexType::Date
        && (found.value.is_none() || found.is_day())
        && let Some(Word::Part(code)) = c.word(found.end)
        && !matches!(c.form(found.end), "midnight" | "noon" | "midday")
    {
        let value = found.value.map(|v| format!("{v}T{code}"));
        return Some(Hit { end: found.end + 1, kind: TimexType::Time, value, ..found });
    }
    Some(found)
}

/// "2017 April", "2017 April 3": the year first; of months that are no other words.
fn year_first(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let year = year(c, i)?;
    let Some(Word::Month { month, short: false }) = c.word(i + 1) else { return None };
    let date = |day| PartialDate { year: Some(year), month: Some(month), day }.to_string();
    match day_number(c, i + 2).filter(|(_, after)| !counts(c, *after)) {
        Some((day, after)) => hit(after, TimexType::Date, Some(full(Some(year), month, day)?)),
        None if matches!(c.form(i + 1), "may" | "march") => None,
        None => hit(i + 2, TimexType::Date, Some(date(None))),
    }
}

/// A date as TIMEX3 writes it, where there is such a day.
pub(super) fn full(year: Option<i32>, month: u8, day: u8) -> Option<String> {
    PartialDate::ymd(year.unwrap_or(2000), month, day)?;
    Some(PartialDate { year, month: Some(month), day: Some(day) }.to_string())
}

/// "Sunday, Sept. 27, 2015", "Wednesday 15 March": the value is that of the date. A year that is
/// not told is the nearest in which the day is that weekday.
fn weekday_then_date(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let (day, end) = weekday(c, i)?;
    let next = end + usize::from(c.form(end) == ",");
    let next = next + usize::from(c.form(next) == "the");
    let mut found = month_first(c, next).or_else(|| day_first(c, next))?;
    // "Thursday, March" without a day is no day.
    if found.value.is_some() && !found.is_day() && !found.is_interval() {
        return None;
    }
    if found.open
        && let Some(date) = found.value.as_deref().and_then(PartialDate::parse)
        && let Some(moved) = c.published.and_then(|p| value::year_by_weekday(p, date, day))
    {
        found.value = Some(moved.to_string());
    }
    Some(found)
}

/// A weekday name and the token after it (an abbreviation's full stop included). Abbreviations need
/// a capital and a mark; those that are other words too ("the Sun", "Sat, she") a surer one.
pub(super) fn weekday(c: &Cursor<'_>, i: usize) -> Option<(usize, usize)> {
    match c.word(i)? {
        Word::Weekday { day, short: false } => Some((day, i + 1)),
        Word::Weekday { day, short: true } if c.capital(i) => {
            let dot = c.form(i + 1) == "." && c.glued(i + 1);
            let end = i + 1 + usize::from(dot);
            let date = |at: usize| c.number(at) || matches!(c.word(at), Some(Word::Month { .. }));
            let other = matches!(c.form(i), "mon" | "wed" | "sat" | "sun");
            let marked = if other {
                c.back(i, 1) != "the" && (dot && end < c.to || c.form(end) == "," && date(end + 1))
            } else {
                dot || c.form(end) == ","
            };
            (marked || date(end) && c.back(i, 1) != "the").then_some((day, end))
        }
        _ => None,
    }
}

/// A month name and the token after it. Names that are other words too ("May", "March", "Mar")
/// need a capital, and what stands around decides for them.
pub(super) fn month(c: &Cursor<'_>, i: usize) -> Option<(u8, usize)> {
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
        || c.form(end) == "of" && year(c, end + 1).is_some()
        // "May to September", "the first week of Jan."
        || matches!(c.form(end), "to" | "through" | "until" | "-" | "–" | "/")
            && (matches!(c.word(end + 1), Some(Word::Month { .. })) || year(c, end + 1).is_some())
        || before == "of" && matches!(c.word(i.wrapping_sub(2)), Some(Word::Unit { .. }));
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
    // Short names that are names of people and of other things too.
    let other = short && matches!(form, "jan" | "mar" | "apr" | "jun" | "jul");
    (dated || placed && !other).then_some((month, end))
}

/// A year after a month or a part of a year ("July 2014", "July, 2014", "July of 2014", "July in
/// 2014") and the token after it, or the token itself; no count ("In March, 1200 workers struck").
pub(super) fn following_year(c: &Cursor<'_>, i: usize) -> (Option<i32>, usize) {
    year_behind(c, i, false)
}

/// As [`following_year`], after a day: there a comma is the rule ("On May 3, 2012 police came").
pub(super) fn year_of_day(c: &Cursor<'_>, i: usize) -> (Option<i32>, usize) {
    year_behind(c, i, true)
}

fn year_behind(c: &Cursor<'_>, i: usize, day: bool) -> (Option<i32>, usize) {
    let skip = usize::from(matches!(c.form(i), "," | "of" | "in" | "/"));
    let at = i + skip;
    let comma = c.form(i) == ",";
    let is_count = |year: i32| {
        let lower = !c.capital(at + 1);
        let counted = if super::year::likely(year) {
            lower && comma && (!day || super::year::counted(c, at, year))
        } else {
            lower || comma
        };
        counted && c.noun(at + 1)
    };
    // "April of 87"
    if c.form(i) == "of"
        && let Some(year) = digits::short_year(c, at)
    {
        return (Some(year), at + 1);
    }
    let digits = year(c, at).filter(|year| !is_count(*year)).map(|year| (year, at + 1));
    match digits.or_else(|| super::year::in_words(c, at)) {
        Some((year, end)) => (Some(year), end),
        None => (None, i),
    }
}

/// The day of a month at token `i` ("9", "9th", "ninth", "twenty second") and the token after it.
fn day_number(c: &Cursor<'_>, i: usize) -> Option<(u8, usize)> {
    let form = c.form(i);
    let valid = |d: u8| (1..=31).contains(&d);
    if form.len() <= 2 && form.bytes().all(|b| b.is_ascii_digit()) {
        return form.parse().ok().filter(|d| valid(*d)).map(|d| (d, i + 1));
    }
    let tens = match form {
        "twenty" => 20,
        "thirty" => 30,
        _ => return ordinal(form).filter(|d| valid(*d)).map(|d| (d, i + 1)),
    };
    let ones = ordinal(c.form(i + 1)).filter(|d| *d < 10 && c.form(i + 1).len() > 3)?;
    Some((tens + ones, i + 2)).filter(|(d, _)| valid(*d))
}

/// Whether a word leads to a day, so that a cardinal beside a month counts nothing.
fn tells_day(before: &str) -> bool {
    matches!(before, "on" | "back" | "until" | "till" | "")
}

/// A day that a cardinal in words tells beside its month ("twenty nine", "fifteen") and the token after it; what
/// counts something is none.
fn spelled_day(c: &Cursor<'_>, i: usize) -> Option<(u8, usize)> {
    let figure = c.figure(i).filter(|f| {
        !f.digits && !f.share && f.range.is_none() && f.glued.is_empty() && f.value.fract() == 0.0
    })?;
    (1.0..=31.0).contains(&figure.value).then_some((figure.value as u8, figure.end))
}

/// The second day of a range that goes on at token `i` ("to the 15th"), and the token after it.
fn last_day(c: &Cursor<'_>, i: usize, between: bool) -> Option<(u8, usize)> {
    let joins = matches!(c.form(i), "-" | "–" | "to" | "through" | "until" | "till")
        || between && c.form(i) == "and";
    let the = usize::from(c.form(i + 1) == "the");
    if joins { day_number(c, i + 1 + the) } else { None }
}

/// Two days in one token ("9-11").
fn day_pair(c: &Cursor<'_>, i: usize) -> Option<(u8, u8)> {
    let (from, to) = c.form(i).split_once('-')?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (from < to).then_some((from, to))
}

/// "September 9, 2017", "Sept. 9", "September the 9th", "July 2014", "September 9-11",
/// "September 9 to 11", "June".
fn month_first(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let (month, end) = month(c, i)?;
    let the = usize::from(c.form(end) == "the" && ordinal(c.form(end + 1)).is_some());
    if let Some((day, after)) = day_number(c, end + the) {
        if let Some((last, beyond)) = last_day(c, after, c.back(i, 1) == "between")
            && day < last
            && !counts(c, beyond)
        {
            return days_of(c, i, month, (day, last), beyond);
        }
        // "In June 12 people were killed."
        let count = c.back(i, 1) == "in" && c.form(end).len() <= 2 && counts(c, after);
        if !count && !matches!(c.form(after), ":" | "%") {
            return day_of(c, i, month, day, after);
        }
    }
    if let Some(found) = digits::to_other_month(c, i, month, end) {
        return Some(found);
    }
    // "October, 1st"
    if c.form(end) == ","
        && c.form(end + 1).starts_with(|ch: char| ch.is_ascii_digit())
        && let Some(day) = ordinal(c.form(end + 1))
        && !counts(c, end + 2)
    {
        return day_of(c, i, month, day, end + 2);
    }
    // "on May twenty nine", but "In May two people died"
    if tells_day(c.back(i, 1))
        && let Some((day, after)) = spelled_day(c, end)
        && !counts(c, after)
    {
        return day_of(c, i, month, day, after);
    }
    match day_pair(c, end) {
        Some(days) => days_of(c, i, month, days, end + 1),
        None => Some(whole_month(c, i, month, end)),
    }
}

/// Whether what stands at token `i` makes the number before it a count or a time of day.
fn counts(c: &Cursor<'_>, i: usize) -> bool {
    matches!(c.form(i), ":" | "%") || c.word(i).is_some() || c.noun(i)
}

/// A month in an expression at token `i`, with the year that may follow at token `end`.
pub(super) fn whole_month(c: &Cursor<'_>, i: usize, month: u8, end: usize) -> Hit {
    let (told, end) = following_year(c, end);
    let year = told.or_else(|| c.year_of(i, month, None));
    let date = PartialDate { year, month: Some(month), day: None };
    let value = Some(date.to_string());
    Hit { end, kind: TimexType::Date, value, open: told.is_none() }
}

/// A day of a month in an expression at token `i`, with the year that may follow at token `end`.
pub(super) fn day_of(c: &Cursor<'_>, i: usize, month: u8, day: u8, end: usize) -> Option<Hit> {
    let (told, end) = year_of_day(c, end);
    let year = told.or_else(|| c.year_of(i, month, Some(day)));
    let found = open(end, Some(full(year, month, day)?))?;
    Some(Hit { open: told.is_none(), ..found })
}

/// From one day of a month to another, an interval of ISO 8601.
fn days_of(c: &Cursor<'_>, i: usize, month: u8, (from, to): (u8, u8), end: usize) -> Option<Hit> {
    let (told, end) = year_of_day(c, end);
    let year = told.or_else(|| c.year_of(i, month, Some(from)));
    let interval = format!("{}/{}", full(year, month, from)?, full(year, month, to)?);
    hit(end, TimexType::Date, Some(interval))
}

/// "9 September 2017", "9th of September", "the ninth of September", "13 to 15 September".
fn day_first(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let the = usize::from(c.form(i) == "the");
    let month_at = |at: usize| {
        // "the third day of September"
        let at = at + usize::from(c.form(at) == "day" && c.form(at + 1) == "of");
        month(c, at + usize::from(c.form(at) == "of"))
    };
    if let Some(days) = day_pair(c, i + the) {
        let (month, end) = month_at(i + the + 1)?;
        return days_of(c, i, month, days, end);
    }
    // "on fifteen August", but "two June attacks"
    let (day, after) = match day_number(c, i + the) {
        Some(day) => day,
        None if the == 0 && tells_day(c.back(i, 1)) => {
            let year = |at: usize| super::year::in_words(c, at).is_some();
            spelled_day(c, i).filter(|(_, at)| !counts(c, at + 1) || year(at + 1))?
        }
        None => return None,
    };
    if matches!(c.back(i, 1), "$" | "€" | "£") {
        return None;
    }
    if let Some((last, beyond)) = last_day(c, after, c.back(i, 1) == "between")
        && day < last
        && let Some((month, end)) = month_at(beyond)
    {
        return days_of(c, i, month, (day, last), end);
    }
    // "the 9 September announcement": the article belongs to the noun.
    if the == 1 && ordinal(c.form(i + the)).is_none() && c.form(i + the) != "twenty" {
        return None;
    }
    let (month, end) = month_at(after)?;
    day_of(c, i, month, day, end)
}
