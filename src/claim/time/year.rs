//! Years, decades and centuries that are written as numbers.

use super::cursor::Cursor;
use super::words::{Unit, Word, ordinal};
use super::{Hit, TimexType, hit};
use crate::text::class::classes;

/// The year, 1000 to 2199, that four digits write.
pub(super) fn read(digits: &str) -> Option<i32> {
    let plain = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|y| plain && (1000..=2199).contains(y))
}

/// The four-digit year that token `i` writes, whatever stands around it.
pub(super) fn year(c: &Cursor<'_>, i: usize) -> Option<i32> {
    read(c.form(i))
}

/// Whether four digits are more often this year than a count.
pub(super) fn likely(year: i32) -> bool {
    (1800..=2099).contains(&year)
}

/// Whether the number at token `i` counts what stands behind it: "2000 people", but "2016
/// elections", for a count is seldom written without its comma.
pub(super) fn counted(c: &Cursor<'_>, i: usize, year: i32) -> bool {
    (year % 100 == 0 || !likely(year)) && plural(c, i + 1)
}

/// Whether token `i` is a noun in the plural.
fn plural(c: &Cursor<'_>, i: usize) -> bool {
    let form = c.form(i);
    let people = matches!(form, "people" | "men" | "women" | "children" | "police");
    c.noun(i) && !c.capital(i) && (people || form.ends_with('s'))
}

/// A year in words ("nineteen sixty-four", "two thousand and seven") and the token after it; what
/// counts something is none.
pub(super) fn in_words(c: &Cursor<'_>, i: usize) -> Option<(i32, usize)> {
    if c.number(i) {
        return None;
    }
    let plain = |at: usize| {
        c.figure(at).filter(|f| !f.digits && !f.share && f.range.is_none() && f.glued.is_empty())
    };
    let first = plain(i)?;
    let (year, end) = if (1100.0..=2199.0).contains(&first.value) {
        (first.value, first.end)
    } else {
        let rest = plain(first.end).filter(|f| (10.0..=99.0).contains(&f.value))?;
        (first.value * 100.0 + rest.value, rest.end)
    };
    let counts = c.word(end).is_some() || c.noun(end);
    let fits = (1100.0..=2199.0).contains(&year) && year.fract() == 0.0 && !counts;
    fits.then_some((year as i32, end))
}

/// "in nineteen sixty-four"
pub(super) fn spelled(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if !matches!(c.back(i, 1), "in" | "since" | "until" | "by" | "from" | "of" | "before" | "after")
    {
        return None;
    }
    let (year, end) = in_words(c, i)?;
    hit(end, TimexType::Date, Some(format!("{year:04}")))
}

/// A year that stands alone, where what is around it does not make it a count or a name.
pub(super) fn lone_year(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    if let Some(found) = decade(c, i).or_else(|| century(c, i)) {
        return Some(found);
    }
    let year = year(c, i)?;
    let likely = likely(year);
    let before = c.back(i, 1);
    let after = c.form(i + 1);
    let after_open = c.noun(i + 1);
    let compared = before == "than" && matches!(c.back(i, 2), "later" | "earlier");
    if !compared
        && matches!(
            before,
            "$" | "€" | "£" | "no" | "#" | "about" | "some" | "than" | "nearly" | "least"
        )
        || before == "." && matches!(c.back(i, 2), "no" | "nos")
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
    if counted(c, i, year) && before != "the" {
        return None;
    }
    if placed && (likely || !after_open) {
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
    if named || plural(c, i + 1) && !matches!(before, "the" | "its" | "his") && year < 1900 {
        return None;
    }
    date_of_year(year, i)
}

fn date_of_year(year: i32, i: usize) -> Option<Hit> {
    hit(i + 1, TimexType::Date, Some(format!("{year:04}")))
}

/// "1990s", "the '90s", "1990's".
pub(super) fn decade(c: &Cursor<'_>, i: usize) -> Option<Hit> {
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
    // "1990 s"
    if year(c, i).is_some_and(|y| y % 10 == 0 && likely(y)) && c.form(i + 1) == "s" {
        return hit(i + 2, TimexType::Date, form.get(..3).map(str::to_owned));
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
pub(super) fn century(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let n = ordinal(c.form(i)).filter(|n| (1..=30).contains(n))?;
    match c.word(i + 1)? {
        Word::Unit { unit: Unit::Century, plural: false } => {
            hit(i + 2, TimexType::Date, Some(format!("{:02}", n - 1)))
        }
        _ => None,
    }
}
