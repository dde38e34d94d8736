//! TIMEX3 values and the arithmetic of the calendar.

use super::words::Unit;
use crate::ingest::{PartialDate, days_in_month};

/// A day before or after `date`, as a full date.
pub(super) fn shift_days(date: PartialDate, by: i64) -> Option<PartialDate> {
    let day = date.day_number()?.checked_add(by)?;
    // Years beyond four digits have no value.
    let shifted = (-719_528..=2_932_896).contains(&day).then(|| PartialDate::from_day_number(day));
    shifted.filter(|d| d.year.is_some_and(|y| (0..=9999).contains(&y)))
}

/// Year and month so many months before or after the month of `date`.
pub(super) fn shift_months(date: PartialDate, by: i64) -> Option<(i64, i64)> {
    let months = i64::from(date.year?) * 12 + i64::from(date.month?) - 1;
    let shifted = months.checked_add(by)?;
    let (year, month) = (shifted.div_euclid(12), shifted.rem_euclid(12) + 1);
    (0..=9999).contains(&year).then_some((year, month))
}

/// The ISO week of a full date, "2017-W11".
pub(super) fn iso_week(date: PartialDate) -> Option<String> {
    let weekday = i64::try_from(date.weekday()?).ok()?;
    let thursday = PartialDate::from_day_number(date.day_number()? - weekday + 3);
    let year = thursday.year?;
    let first = PartialDate { year: Some(year), month: Some(1), day: Some(1) }.day_number()?;
    let week = (thursday.day_number()? - first) / 7 + 1;
    Some(format!("{year:04}-W{week:02}"))
}

/// The weekend beside a day: the one before a Monday or Tuesday, else that of its week.
pub(super) fn weekend_by(date: PartialDate) -> Option<String> {
    let back = if date.weekday()? < 2 { -7 } else { 0 };
    Some(iso_week(shift_days(date, back)?)? + "-WE")
}

/// A number without needless decimals; `None` stands for an unknown amount.
pub(super) fn amount(n: Option<f64>) -> String {
    n.map_or_else(|| "X".to_owned(), crate::claim::figure::amount)
}

/// A weekday, by number from Monday, or "WE" for the weekend, of every week.
pub(super) fn every_week(day: impl core::fmt::Display) -> String {
    format!("{}-WXX-{day}", PartialDate::default())
}

/// A part of every day.
pub(super) fn every_day(part: &str) -> String {
    format!("{}-XX-XXT{part}", PartialDate::default())
}

/// A month, or a day of it, of any year.
pub(super) fn any_year(month: u8, day: Option<u8>) -> String {
    PartialDate { year: None, month: Some(month), day }.to_string()
}

/// A length of time, "P3Y".
pub(super) fn duration(n: Option<f64>, unit: Unit) -> String {
    let times = |factor: f64| amount(n.map(|n| n * factor));
    match unit {
        Unit::Second => format!("PT{}S", amount(n)),
        Unit::Minute => format!("PT{}M", amount(n)),
        Unit::Hour => format!("PT{}H", amount(n)),
        Unit::Day => format!("P{}D", amount(n)),
        Unit::Week => format!("P{}W", amount(n)),
        Unit::Month => format!("P{}M", amount(n)),
        Unit::Year => format!("P{}Y", amount(n)),
        Unit::Decade => format!("P{}DE", amount(n)),
        Unit::Century => format!("P{}CE", amount(n)),
        Unit::Weekend => format!("P{}WE", amount(n)),
        Unit::Fortnight => format!("P{}W", times(2.0)),
        Unit::Quarter => format!("P{}Q", amount(n)),
        Unit::Millennium => format!("P{}ML", amount(n)),
    }
}

/// The unit that lies `by` units from the one of `date`: "last month" is -1.
pub(super) fn relative(date: PartialDate, by: i64, unit: Unit) -> Option<String> {
    match unit {
        Unit::Day => shift_days(date, by).map(|d| d.to_string()),
        Unit::Week => iso_week(shift_days(date, by.checked_mul(7)?)?),
        Unit::Fortnight => iso_week(shift_days(date, by.checked_mul(14)?)?),
        Unit::Weekend => Some(iso_week(shift_days(date, by.checked_mul(7)?)?)? + "-WE"),
        Unit::Month => shift_months(date, by).map(|(y, m)| format!("{y:04}-{m:02}")),
        Unit::Quarter => {
            let quarters = i64::from(date.year?) * 4 + (i64::from(date.month?) - 1) / 3;
            let shifted = quarters.checked_add(by)?;
            Some(format!("{:04}-Q{}", shifted.div_euclid(4), shifted.rem_euclid(4) + 1))
        }
        Unit::Year => {
            let year = i64::from(date.year?).checked_add(by)?;
            (0..=9999).contains(&year).then(|| format!("{year:04}"))
        }
        Unit::Decade => {
            let decade = (i64::from(date.year?) / 10).checked_add(by)?;
            (0..=999).contains(&decade).then(|| format!("{decade:03}"))
        }
        Unit::Century => {
            let century = (i64::from(date.year?) / 100).checked_add(by)?;
            (0..=99).contains(&century).then(|| format!("{century:02}"))
        }
        _ => None,
    }
}

/// The weekday nearest to a full date: on or before it (`by` 0), before it (-1) or after it (1).
pub(super) fn weekday(date: PartialDate, day: usize, by: i64) -> Option<PartialDate> {
    let back = (i64::try_from(date.weekday()?).ok()? - i64::try_from(day).ok()?).rem_euclid(7);
    match by {
        0 => shift_days(date, -back),
        b if b < 0 => shift_days(date, if back == 0 { -7 } else { -back }),
        _ => shift_days(date, 7 - back),
    }
}

/// A weekday of the calendar week that lies `by` weeks from a full date's.
pub(super) fn weekday_in_week(date: PartialDate, day: usize, by: i64) -> Option<PartialDate> {
    let ahead = i64::try_from(day).ok()? - i64::try_from(date.weekday()?).ok()?;
    shift_days(date, ahead + 7 * by)
}

/// The first such weekday on or after a full date.
pub(super) fn on_or_after(date: PartialDate, day: usize) -> Option<PartialDate> {
    let ahead = i64::try_from(day).ok()? - i64::try_from(date.weekday()?).ok()?;
    shift_days(date, ahead.rem_euclid(7))
}

/// The `n`-th such weekday of a month, the last for `None`.
pub(super) fn nth_weekday(year: i32, month: u8, day: usize, n: Option<u8>) -> Option<PartialDate> {
    let last = days_in_month(year, month);
    let from = match n {
        Some(n) => n.checked_sub(1)?.checked_mul(7)?.checked_add(1)?,
        None => last - 6,
    };
    if from > last {
        return None;
    }
    let found = on_or_after(PartialDate::ymd(year, month, from)?, day)?;
    Some(found).filter(|d| d.month == Some(month))
}

/// Easter Sunday in the Gregorian calendar ("Anonymous Gregorian algorithm", Nature 13, 1876).
pub(super) fn easter(year: i32) -> Option<PartialDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    PartialDate::ymd(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)
}

/// A month and day in the year, nearest to publication, in which it is such a weekday.
pub(super) fn year_by_weekday(
    published: PartialDate,
    date: PartialDate,
    day: usize,
) -> Option<PartialDate> {
    let year = year_of(published, date.month?, date.day)?;
    let of = |year: i32| PartialDate::ymd(year, date.month?, date.day?);
    let fits = |found: &PartialDate| found.weekday() == Some(day);
    [year, year - 1, year + 1].into_iter().filter_map(of).find(fits)
}

/// The year that puts a month (and day) nearest to the publication; a month without a day is
/// taken for the last one that had begun.
pub(super) fn year_of(date: PartialDate, month: u8, day: Option<u8>) -> Option<i32> {
    let year = date.year?;
    let Some(day) = day else {
        return Some(if month <= date.month? { year } else { year - 1 });
    };
    let here = date.day_number()?;
    // A 29 February may be four years away.
    let near = [0, -1, 1, -2, 2, -3, 3, -4, 4].into_iter().filter_map(|by| {
        let there = PartialDate::ymd(year + by, month, day)?.day_number()?;
        Some(((there - here).abs(), year + by))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, year)| year)
}
