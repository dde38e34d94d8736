//! Dates that are told from the day of publication, and repeated times.

use super::absolute::weekday;
use super::cursor::Cursor;
use super::words::{Unit, Word};
use super::{Hit, TimexType, clock, hit, season, value};
use TimexType::{Date, Set, Time};

/// The relative date or the set at token `i`.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let next = c.form(i + 1);
    if matches!(c.form(i), "early" | "late" | "earlier" | "later") {
        // "later today", "early last week", "early Sunday".
        let day = matches!(next, "today" | "yesterday" | "tomorrow" | "tonight");
        let dated = if day { fixed(c, i + 1) } else { shifted(c, i) };
        return dated.or_else(|| lone_weekday(c, i + 1)).or_else(|| clock::part_of_day(c, i));
    }
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
        "the" if c.form(i + 1) == "day" => fixed(c, i + 1),
        "day" if phrase(&["day", "before", "yesterday"]) => hit(i + 3, Date, day(c, -2)),
        "day" if phrase(&["day", "after", "tomorrow"]) => hit(i + 3, Date, day(c, 2)),
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
    // "Monday early morning".
    let at = end + usize::from(matches!(c.form(end), "early" | "late"));
    match c.word(at) {
        Some(Word::Part(code)) => hit(at + 1, Time, date.map(|d| format!("{d}T{code}"))),
        _ => hit(end, Date, date),
    }
}

/// How a word shifts the time that it stands before.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// "last", "previous": the one in the last week, month, year.
    Last,
    /// "past": the nearest before; with a unit the length of time before.
    Past,
    /// "this", "current".
    This,
    /// "next": the one in the next week, month, year.
    Next,
    /// "coming", "upcoming": the nearest after.
    Coming,
}

impl Way {
    pub(super) fn of(form: &str) -> Option<Self> {
        Some(match form {
            "last" | "previous" => Self::Last,
            "past" => Self::Past,
            "this" | "current" => Self::This,
            "next" => Self::Next,
            "coming" | "upcoming" => Self::Coming,
            _ => return None,
        })
    }

    fn by(self) -> i64 {
        match self {
            Self::Last | Self::Past => -1,
            Self::This => 0,
            Self::Next | Self::Coming => 1,
        }
    }
}

/// By how many a word shifts the week, year or holiday behind it from publication; `None` for
/// "previous", which counts from the story, and for "past", which tells a length.
pub(super) fn shift(form: &str) -> Option<i64> {
    Way::of(form).filter(|w| *w != Way::Past && form != "previous").map(Way::by)
}

/// "last Friday", "this week", "earlier this year", "next month", "last summer", "this morning",
/// "this coming Thursday".
pub(super) fn shifted(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let mut at = i;
    if matches!(c.form(at), "earlier" | "later" | "late" | "early") {
        at += 1;
    }
    if matches!(c.form(at), "the" | "this")
        && Way::of(c.form(at + 1)).is_some_and(|w| w != Way::This)
    {
        at += 1;
    }
    let way = Way::of(c.form(at))?;
    let by = way.by();
    // "the next day", "the next year" go on in the story; "the next quarter" is the one to come, unless what was
    // is told, or how long something takes ("over the next decade").
    let long = matches!(
        c.word(at + 1),
        Some(Word::Unit {
            unit: Unit::Quarter | Unit::Fortnight | Unit::Decade | Unit::Century,
            ..
        })
    );
    let from_story = c.form(at) == "previous"
        || c.back(at, 1) == "the"
            && way == Way::Next
            && (!long || c.past(i) || lasts(c.back(at, 2)));
    let published = if from_story { None } else { c.published };
    match c.word(at + 1)? {
        Word::Weekday { .. } => {
            let (day, end) = weekday(c, at + 1)?;
            let date = published.and_then(|p| match way {
                Way::Past | Way::Coming => value::weekday(p, day, by),
                // "reported this Sunday": the last one.
                Way::This if c.past(i) => value::weekday(p, day, 0),
                _ => value::weekday_in_week(p, day, by),
            });
            day_part(c, end, date.map(|d| d.to_string()))
        }
        // "This may be the last march."
        Word::Month { month: 3 | 5, short: false } if !c.capital(at + 1) => None,
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
            hit(at + 2, Date, published.and_then(|p| season::shifted(p, season, by)))
        }
        Word::Part(code) => {
            let day = published.and_then(|p| value::shift_days(p, by));
            let kept = by == 0 || c.form(at + 1) == "night";
            kept.then(|| Hit {
                end: at + 2,
                kind: Time,
                value: day.map(|d| format!("{d}T{code}")),
                open: false,
            })
        }
        Word::Unit { unit, plural: false } => {
            // "last minute", "last second" and "this time" are no dates.
            if unit < Unit::Day || way == Way::This && unit == Unit::Day {
                return None;
            }
            // "the past year" is the twelve months before.
            if way == Way::Past && unit != Unit::Weekend {
                return hit(at + 2, TimexType::Duration, Some(value::duration(Some(1.0), unit)));
            }
            let date = published.and_then(|p| value::relative(p, by, unit));
            hit(at + 2, Date, date)
        }
        _ => None,
    }
}

/// Whether a word tells how long something lasts rather than when it is.
fn lasts(form: &str) -> bool {
    matches!(form, "over" | "within" | "during" | "through" | "throughout")
}

/// "Wednesday", "on Friday morning".
fn lone_weekday(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let Some((day, end)) = weekday(c, i) else {
        let base = c.form(i).strip_suffix('s').filter(|_| c.capital(i))?;
        return match super::words::word(base)? {
            Word::Weekday { day, short: false } => {
                hit(i + 1, Set, Some(value::every_week(day + 1)))
            }
            _ => None,
        };
    };
    // Names: "Black Friday", "Bloody Sunday", "Sheffield Wednesday"; "Sunday Times".
    let in_name = c.capital(i)
        && (matches!(
            c.back(i, 1),
            "black" | "good" | "bloody" | "palm" | "easter" | "ash" | "cyber" | "super"
        ) || matches!(c.form(i + 1), "times" | "telegraph" | "mirror" | "express" | "mail"));
    if in_name {
        return None;
    }
    // "They will meet on Friday" looks ahead, all else back.
    let date = c.published.and_then(|p| match c.ahead(i) {
        true => value::on_or_after(p, day),
        false => value::weekday(p, day, 0),
    });
    day_part(c, end, date.map(|d| d.to_string()))
}

/// "every day", "each year", "daily", "every three months", "every other week".
fn set(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let name = c.capital(i) && i > c.from;
    let one = |unit| Some(value::duration(Some(1.0), unit));
    match c.form(i) {
        "daily" if !name => return hit(i + 1, Set, one(Unit::Day)),
        "weekly" if !name => return hit(i + 1, Set, one(Unit::Week)),
        "monthly" if !name => return hit(i + 1, Set, one(Unit::Month)),
        "quarterly" if !name => return hit(i + 1, Set, one(Unit::Quarter)),
        "yearly" | "annually" | "annual" if !name => return hit(i + 1, Set, one(Unit::Year)),
        "hourly" if !name => return hit(i + 1, Set, one(Unit::Hour)),
        "every" | "each" => {}
        _ => return None,
    }
    let other = usize::from(c.form(i + 1) == "other");
    let times = 1.0 + other as f64;
    match c.word(i + 1 + other) {
        Some(Word::Unit { unit: Unit::Weekend, plural: false }) if other == 0 => {
            return hit(i + 2, Set, Some(value::every_week("WE")));
        }
        Some(Word::Unit { unit, plural: false }) if unit >= Unit::Minute => {
            return hit(i + 2 + other, Set, Some(value::duration(Some(times), unit)));
        }
        Some(Word::Weekday { day, short: false }) => {
            return hit(i + 2 + other, Set, Some(value::every_week(day + 1)));
        }
        // "Each may choose."
        Some(Word::Month { month: 3 | 5, short: false }) if !c.capital(i + 1 + other) => {}
        Some(Word::Month { month, short: false }) => {
            return hit(i + 2 + other, Set, Some(value::any_year(month, None)));
        }
        Some(Word::Part(code)) => {
            return hit(i + 2 + other, Set, Some(value::every_day(code)));
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
