//! Dates and ranges of dates as queries write them.

use crate::ingest::{PartialDate, days_in_month};

/// Days from the first to the last, both included, counted from 1970-01-01; `None` is without end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Days {
    pub first: Option<i64>,
    pub last: Option<i64>,
}

impl Days {
    /// The days that a date may mean; `None` where not even the year is known.
    pub fn of(date: PartialDate) -> Option<Self> {
        let year = date.year?;
        let months = date.month.map_or((1, 12), |m| (m, m));
        let day = date.day.filter(|_| date.month.is_some());
        let days = day.map_or((1, days_in_month(year, months.1)), |d| (d, d));
        let first = PartialDate::ymd(year, months.0, days.0)?.day_number();
        let last = PartialDate::ymd(year, months.1, days.1)?.day_number();
        Some(Self { first, last })
    }

    /// Whether all of `other` lies inside.
    pub fn cover(self, other: Self) -> bool {
        self.first.is_none_or(|f| other.first.is_some_and(|o| o >= f))
            && self.last.is_none_or(|l| other.last.is_some_and(|o| o <= l))
    }

    /// Reads `2017`, `2017-09`, `2017-09-20`, one of these after `>`, `>=`, `<` or `<=`, or two with
    /// `..` between them, of which one may be missing. Also tells whether a range had to be turned
    /// round.
    pub fn parse(text: &str) -> Option<(Self, bool)> {
        let date = |text: &str| Self::of(PartialDate::parse(text.trim())?);
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (from.trim(), to.trim());
            let first = if from.is_empty() { None } else { Some(date(from)?) };
            let last = if to.is_empty() { None } else { Some(date(to)?) };
            let turned = first.zip(last).is_some_and(|(f, l)| f.first > l.first);
            let (first, last) = if turned { (last, first) } else { (first, last) };
            if first.is_none() && last.is_none() {
                return None;
            }
            let days = Self { first: first.and_then(|d| d.first), last: last.and_then(|d| d.last) };
            return Some((days, turned));
        }
        let after = |day: Option<i64>| Self { first: day.map(|d| d + 1), last: None };
        let before = |day: Option<i64>| Self { first: None, last: day.map(|d| d - 1) };
        let days = if let Some(rest) = text.strip_prefix(">=") {
            Self { first: date(rest)?.first, last: None }
        } else if let Some(rest) = text.strip_prefix("<=") {
            Self { first: None, last: date(rest)?.last }
        } else if let Some(rest) = text.strip_prefix('>') {
            after(date(rest)?.last)
        } else if let Some(rest) = text.strip_prefix('<') {
            before(date(rest)?.first)
        } else {
            date(text)?
        };
        Some((days, false))
    }
}
