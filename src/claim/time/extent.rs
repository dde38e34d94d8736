//! From when to when a value reaches.

use super::value;
use crate::ingest::PartialDate;

/// The dates between which a value lies; both the same for a day, a month or a year.
///
/// Both are as fine as the value tells: days for "2017-03-10TNI" and "2017-W11", months for
/// "2017-Q3", years for "199". A year that the text leaves open is unknown in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first day, month or year.
    pub first: PartialDate,
    /// The last.
    pub last: PartialDate,
}

impl Extent {
    /// A key that puts extents in order: by begin, the longer first, those without a year last.
    pub fn key(self) -> [i32; 6] {
        let part = |d: PartialDate, open: u8| {
            let small = |n: Option<u8>| i32::from(n.unwrap_or(open));
            [d.year.unwrap_or(i32::MAX), small(d.month), small(d.day)]
        };
        let ([a, b, c], [x, y, z]) = (part(self.first, 0), part(self.last, 99));
        [a, b, c, x.wrapping_neg(), -y, -z]
    }

    /// Whether it ends before, holds, or begins after a full date; `None` where the year is open.
    pub fn beside(self, date: PartialDate) -> Option<core::cmp::Ordering> {
        use core::cmp::Ordering::{Equal, Greater, Less};
        let whole = [date.year?, i32::from(date.month?), i32::from(date.day?)];
        let with = |end: PartialDate| -> Option<core::cmp::Ordering> {
            let own = [Some(end.year?), end.month.map(i32::from), end.day.map(i32::from)];
            let told = own.iter().zip(whole).map_while(|(own, there)| Some((*own)?.cmp(&there)));
            Some(told.into_iter().find(|o| *o != Equal).unwrap_or(Equal))
        };
        Some(match (with(self.first)?, with(self.last)?) {
            (Greater, _) => Greater,
            (_, Less) => Less,
            _ => Equal,
        })
    }
}

/// The extent of a TIMEX3 value of a date or a time of a known day; `None` for times of day alone,
/// lengths, repeated times and "now".
pub fn extent(value: &str) -> Option<Extent> {
    if let Some((first, last)) = value.split_once('/') {
        return Some(Extent { first: extent(first)?.first, last: extent(last)?.last });
    }
    let date = value.split('T').next()?;
    if let Some(date) = PartialDate::parse(date) {
        let named = date.year.is_some() || date.month.is_some();
        return named.then_some(Extent { first: date, last: date });
    }
    let number = |text: &str| -> Option<i32> {
        let plain = text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| plain)
    };
    let year = |y: i32| PartialDate { year: Some(y), month: None, day: None };
    let months = |y: i32, from: u8, to: u8| {
        let month = |m: u8| match m {
            13.. => PartialDate { year: Some(y + 1), month: Some(m - 12), day: None },
            _ => PartialDate { year: Some(y), month: Some(m), day: None },
        };
        Extent { first: month(from), last: month(to) }
    };
    let Some((head, tail)) = date.split_once('-') else {
        // Decades and centuries.
        let size = match date.len() {
            3 => 10,
            2 => 100,
            _ => return None,
        };
        let first = number(date)? * size;
        return Some(Extent { first: year(first), last: year(first + size - 1) });
    };
    let y = number(head).filter(|_| head.len() == 4)?;
    Some(match tail {
        "SP" => months(y, 3, 5),
        "SU" => months(y, 6, 8),
        "FA" => months(y, 9, 11),
        "WI" => months(y, 12, 14),
        "H1" => months(y, 1, 6),
        "H2" => months(y, 7, 12),
        "Q1" => months(y, 1, 3),
        "Q2" => months(y, 4, 6),
        "Q3" => months(y, 7, 9),
        "Q4" => months(y, 10, 12),
        _ => {
            let (week, weekend) = match tail.strip_suffix("-WE") {
                Some(week) => (week, true),
                None => (tail, false),
            };
            let week = number(week.strip_prefix('W')?).filter(|w| (1..=53).contains(w))?;
            // The first Thursday of the year lies in the first week.
            let thursday = value::nth_weekday(y, 1, 3, Some(1))?;
            let monday = i64::from(week - 1) * 7 - 3;
            let first = value::shift_days(thursday, monday + if weekend { 5 } else { 0 })?;
            Extent { first, last: value::shift_days(thursday, monday + 6)? }
        }
    })
}
