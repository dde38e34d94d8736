//! Holidays whose date a rule of the Gregorian calendar gives, from `lexicon/holidays.tsv`.

use super::absolute::following_year;
use super::cursor::Cursor;
use super::relative::shift;
use super::{Hit, TimexType, hit, open, value};
use crate::ingest::PartialDate;
use crate::lexicon;
use crate::lexicon::Lookup;
use crate::text::class::{Classes, classes};
use std::sync::LazyLock;

/// How the date of a holiday follows from the year.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// A month and a day.
    Fixed(u8, u8),
    /// The first such weekday on or after a month and a day.
    From(u8, u8, usize),
    /// So many days after Easter Sunday.
    Easter(i64),
}

/// The longest name of a holiday, in tokens.
const LONGEST: usize = 6;

static HOLIDAYS: LazyLock<Lookup<Rule>> = LazyLock::new(|| {
    let read = |[name, month, day, weekday]: [&'static str; 4]| {
        let n = |cell: &str| cell.parse::<u8>().ok();
        let rule = match (n(month), weekday) {
            (None, _) => Rule::Easter(day.parse().ok()?),
            (Some(month), "") => Rule::Fixed(month, n(day)?),
            (Some(month), weekday) => Rule::From(month, n(day)?, weekday.parse().ok()?),
        };
        Some((name, rule))
    };
    lexicon::HOLIDAYS.rows::<4>().filter_map(read).collect()
});

/// First words of names, which few tokens are.
static FIRST: LazyLock<Lookup<()>> = LazyLock::new(|| {
    lexicon::HOLIDAYS
        .rows::<1>()
        .map(|[name]| (name.split(' ').next().unwrap_or(name), ()))
        .collect()
});

/// The longest name at token `i` and the token after it.
fn named(c: &Cursor<'_>, i: usize) -> Option<(Rule, usize)> {
    if !FIRST.contains_key(c.form(i)) {
        return None;
    }
    let mut name = String::new();
    let mut best = None;
    for at in i..i + LONGEST {
        let form = c.form(at);
        // "St. Patrick's Day", "Presidents' Day".
        if matches!(form, "." | "'") && c.glued(at) {
            continue;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(form);
        if let Some(rule) = HOLIDAYS.get(&name) {
            best = Some((*rule, at + 1));
        }
    }
    best
}

fn date(rule: Rule, year: i32) -> Option<PartialDate> {
    match rule {
        Rule::Fixed(month, day) => PartialDate::ymd(year, month, day),
        Rule::From(month, day, weekday) => {
            value::on_or_after(PartialDate::ymd(year, month, day)?, weekday)
        }
        Rule::Easter(after) => value::shift_days(value::easter(year)?, after),
    }
}

/// The holiday at token `i`: "Christmas Eve", "Thanksgiving 2014", "last Easter", "Black Friday of
/// this year". Without a year it is the one nearest to publication.
pub(super) fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let way = shift(c.form(i));
    let (rule, end) = named(c, i + usize::from(way.is_some()))?;
    if no_date(c, i, end) {
        return None;
    }
    // "Thanksgiving weekend": the one beside the day.
    if c.form(end) == "weekend" {
        let found = c.published.and_then(|p| near(rule, p, way));
        return open(end + 1, found.and_then(value::weekend_by));
    }
    let (told, after) = following_year(c, end);
    if let (Some(year), None) = (told, way) {
        return hit(after, TimexType::Date, Some(date(rule, year)?.to_string()));
    }
    let of = usize::from(c.form(end) == "of");
    if c.form(end + of + 1) == "year"
        && let Some(by) = shift(c.form(end + of))
    {
        let found = c.published.and_then(|p| date(rule, p.year? + by as i32));
        return hit(end + of + 2, TimexType::Date, found.map(|d| d.to_string()));
    }
    match c.published {
        Some(p) => open(end, near(rule, p, way).map(|d| d.to_string())),
        None => open(
            end,
            match rule {
                Rule::Fixed(month, day) => Some(value::any_year(month, Some(day))),
                _ => None,
            },
        ),
    }
}

/// The last, this year's, next or nearest one from a day.
fn near(rule: Rule, from: PartialDate, way: Option<i64>) -> Option<PartialDate> {
    let (year, here) = (from.year?, from.day_number()?);
    let mut three = [year - 1, year, year + 1].into_iter().filter_map(|y| date(rule, y));
    let day = |d: &PartialDate| d.day_number().unwrap_or(i64::MAX);
    match way {
        Some(-1) => three.rfind(|d| day(d) < here),
        Some(0) => date(rule, year),
        Some(_) => three.find(|d| day(d) > here),
        None => three.min_by_key(|d| (day(d) - here).abs()),
    }
}

/// "Easter Island", "India's Independence Day", "a Christmas tree", "to celebrate Christmas": a name
/// of which the holiday is a part, a holiday of another country, a thing, a custom.
fn no_date(c: &Cursor<'_>, i: usize, end: usize) -> bool {
    let before = c.back(i, 1);
    let thing = (c.capital(end) || c.noun(end)) && c.word(end).is_none();
    let owned = before.ends_with("'s") || matches!(before, "a" | "an");
    let placed = i == c.from
        || !before.starts_with(char::is_alphabetic)
        || classes(before).any(Classes::PREP.with(Classes::CONJ).with(Classes::SUB))
        || c.word(i.wrapping_sub(1)).is_some()
        || matches!(before, "the" | "every" | "each");
    thing || owned || !placed
}
