//! TIMEX3 values and the arithmetic of the calendar.

use super::words::Unit;
use crate::ingest::PartialDate;

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

/// A number without needless decimals; `None` stands for an unknown amount.
pub(super) fn amount(n: Option<f64>) -> String {
    n.map_or_else(|| "X".to_owned(), crate::claim::figure::amount)
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

/// The weekday nearest to a full date on or before it; `by` weeks off and never the day itself
/// where `by` is not 0.
pub(super) fn weekday(date: PartialDate, day: usize, by: i64) -> Option<PartialDate> {
    let today = i64::try_from(date.weekday()?).ok()?;
    let day = i64::try_from(day).ok()?;
    let back = (today - day).rem_euclid(7);
    match by {
        0 => shift_days(date, -back),
        b if b < 0 => shift_days(date, if back == 0 { -7 } else { -back }),
        _ => shift_days(date, 7 - back),
    }
}

/// The year that puts a month (and day) nearest to the publication; a month without a day is
/// taken for the last one that had begun.
pub(super) fn year_of(date: PartialDate, month: u8, day: Option<u8>) -> Option<i32> {
    let year = date.year?;
    let Some(day) = day else {
        return Some(if month <= date.month? { year } else { year - 1 });
    };
    let here = date.day_number()?;
    let distance = |y: i32| {
        let candidate = PartialDate { year: Some(y), month: Some(month), day: Some(day) };
        candidate.day_number().map_or(i64::MAX, |d| (d - here).abs())
    };
    [year, year - 1, year + 1].into_iter().min_by_key(|y| distance(*y))
}
