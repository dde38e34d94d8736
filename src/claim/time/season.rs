//! Seasons.

use super::absolute::following_year;
use super::cursor::Cursor;
use super::words::{Season, Word};
use super::{Hit, TimexType, hit};
use crate::ingest::PartialDate;

/// "summer 2016", "spring of 2017".
pub(super) fn of_year(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let Some(Word::Season(season)) = c.word(i) else { return None };
    // "prices will fall in 2023"
    if c.form(i + 1) == "in" {
        return None;
    }
    let (year, end) = following_year(c, i + 1);
    hit(end, TimexType::Date, Some(value(year?, season)))
}

/// A season of a year, "2016-SU".
fn value(year: i32, season: Season) -> String {
    format!("{year:04}-{}", season.code())
}

/// The season that "last" (`by` -1), "this" (0) or "next" (1) points to from a date: the latest one
/// that has ended, the one of the year, the first that has not begun. Seasons are those of the
/// northern half, of three whole months; a winter bears the year in which it begins.
pub(super) fn shifted(date: PartialDate, season: Season, by: i64) -> Option<String> {
    let (year, month) = (date.year?, date.month?);
    // A winter that began last year goes on until February.
    let year = if season == Season::Winter && month <= 2 { year - 1 } else { year };
    let begins = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    let month = if month <= 2 && season == Season::Winter { month + 12 } else { month };
    let shift = match by {
        // Past its last month: the one of this year is the last.
        b if b < 0 => -i32::from(month < begins + 3),
        0 => 0,
        _ => i32::from(month >= begins),
    };
    Some(value(year + shift, season))
}
