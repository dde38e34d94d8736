//! Years, decades and centuries that are written as numbers.

use super::cursor::Cursor;
use super::words::{Unit, Word, ordinal};
use super::{Hit, TimexType, hit};
use crate::text::class::classes;

/// The four-digit year that token `i` writes, whatever stands around it.
pub(super) fn year(c: &Cursor<'_>, i: usize) -> Option<i32> {
    let form = c.form(i);
    if form.len() != 4 || !form.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    form.parse().ok().filter(|y| (1000..=2199).contains(y))
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
    let after = c.form(end);
    let counts =
        c.word(end).is_some() || after.starts_with(char::is_alphabetic) && classes(after).is_open();
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
    let likely = (1800..=2099).contains(&year);
    let before = c.back(i, 1);
    let after = c.form(i + 1);
    let after_open = !after.is_empty()
        && after.starts_with(|ch: char| ch.is_alphabetic())
        && classes(after).is_open();
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
