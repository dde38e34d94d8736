//! Calendar dates of which parts may be unknown.

use serde::{Serialize, Serializer};
use std::fmt;

/// A proleptic Gregorian date; a part that is not known is `None`.
///
/// Written as in ISO 8601: `2017-03-15`, `2017-03`, `2017`; a part that is unknown before a known one has
/// an X for each digit, as in ISO 8601-2 and TIMEX3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year.
    pub year: Option<i32>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
}

/// Days of the week in order, Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl PartialDate {
    /// A full date; `None` where there is no such day.
    pub fn ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month)
            && (0..=9999).contains(&year);
        valid.then_some(Self { year: Some(year), month: Some(month), day: Some(day) })
    }

    /// Whether year, month and day are all known.
    pub fn is_full(self) -> bool {
        self.day_number().is_some()
    }

    /// Reads what [`fmt::Display`] writes: `2017-03-15`, `2017-03`, `2017`, or an open year and the rest.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = match parts.next()? {
            y if y.len() == 4 && y.bytes().all(|b| b == b'X') => None,
            y if y.len() == 4 => Some(y.parse::<i32>().ok()?),
            _ => return None,
        };
        let mut two = || -> Option<Option<u8>> {
            match parts.next() {
                None | Some("XX") => Some(None),
                Some(p) if p.len() == 2 => p.parse().ok().map(Some),
                Some(_) => None,
            }
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() {
            return None;
        }
        if month.is_some_and(|m| !(1..=12).contains(&m)) {
            return None;
        }
        if let Some(d) = day {
            let longest = days_in_month(year.unwrap_or(2000), month?);
            if d < 1 || d > longest {
                return None;
            }
        }
        Some(Self { year, month, day })
    }

    /// Days since 1970-01-01, where the date is full.
    pub fn day_number(self) -> Option<i64> {
        // After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
        let (y, m, d) = (i64::from(self.year?), i64::from(self.month?), i64::from(self.day?));
        let y = if m <= 2 { y - 1 } else { y };
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let doy = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        Some(era * 146_097 + doe - 719_468)
    }

    /// The date so many days after 1970-01-01.
    pub fn from_day_number(days: i64) -> Self {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).ok(),
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
        }
    }

    /// Day of the week, 0 for Monday to 6 for Sunday, where the date is full.
    pub fn weekday(self) -> Option<usize> {
        Some((self.day_number()? + 3).rem_euclid(7) as usize)
    }
}

/// The length of a month in days.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(y) => write!(f, "{y:04}")?,
            None => write!(f, "{:X<4}", "")?,
        }
        if self.month.is_some() || self.day.is_some() {
            match self.month {
                Some(m) => write!(f, "-{m:02}")?,
                None => f.write_str("-XX")?,
            }
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
