//! Dates as pages write them.

use super::PartialDate;

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it says.
    pub date: PartialDate,
}

/// A word or number of a text.
struct Word<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month a word names: in full, or cut to three or four letters.
pub(super) fn month(word: &str) -> Option<u8> {
    if !(3..=9).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|m| *m == word || (word.len() <= 4 && m.starts_with(&word)))?;
    u8::try_from(at + 1).ok()
}

/// The day of the week a word names, 0 for Monday: in full, or cut short.
pub(super) fn weekday(word: &str) -> Option<usize> {
    if !(3..=9).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    super::WEEKDAYS.iter().position(|d| {
        let d = d.to_ascii_lowercase();
        d == word || (word.len() <= 5 && d.starts_with(&word) && word != "sund")
    })
}

/// Every date in `text`, in order: a day with a month, with or without a year, or a month with a
/// year. Figures whose order is in doubt ("03/04/2017") are left out.
pub(super) fn dates(text: &str) -> Vec<Dated> {
    // A month alone is no date.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(text);
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if let Some((n, date)) = date_at(text, &words, i)
            && let (Some(a), Some(b)) = (words.get(i), words.get(i + n - 1))
        {
            out.push(Dated { start: a.start, end: b.end, date });
            i += n;
        } else {
            i += 1;
        }
    }
    out
}

fn date_at(text: &str, words: &[Word<'_>], i: usize) -> Option<(usize, PartialDate)> {
    let word = |k: usize| words.get(i + k).map_or("", |w| w.text);
    let between = |k: usize| -> &str {
        match (words.get(i + k), words.get(i + k + 1)) {
            (Some(a), Some(b)) => text.get(a.end..b.start).unwrap_or(""),
            _ => "",
        }
    };
    let near = |k: usize| {
        let gap = between(k);
        !gap.is_empty()
            && gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/'))
            && !gap.contains(['\n', '\r'])
    };
    if let Some(m) = month(word(0)) {
        // "may" and "march" are dates only beside a number; a capital is asked for as well.
        if !word(0).starts_with(char::is_uppercase) || !near(0) {
            return None;
        }
        if let Some(d) = day(word(1)) {
            if near(1)
                && let Some(y) = year(word(2))
            {
                return Some((3, PartialDate::ymd(y, m, d)?));
            }
            let date = PartialDate { year: None, month: Some(m), day: Some(d) };
            PartialDate::parse(&date.to_string())?;
            // "May 20,000" and "September 9.5" are no days.
            let number = matches!(between(1), "," | ".")
                && word(2).starts_with(|c: char| c.is_ascii_digit());
            return (!number).then_some((2, date));
        }
        let y = year(word(1))?;
        return Some((2, PartialDate { year: Some(y), month: Some(m), day: None }));
    }
    let small = day(word(0));
    if let Some(d) = small
        && near(0)
    {
        let of = usize::from(word(1).eq_ignore_ascii_case("of"));
        if let Some(m) = month(word(1 + of))
            && word(1 + of).starts_with(char::is_uppercase)
        {
            if near(1 + of)
                && let Some(y) = year(word(2 + of))
            {
                return Some((3 + of, PartialDate::ymd(y, m, d)?));
            }
            let date = PartialDate { year: None, month: Some(m), day: Some(d) };
            PartialDate::parse(&date.to_string())?;
            return Some((2 + of, date));
        }
        // 13.03.2017, 13/03/2017; with dots the day comes first, else only where one is over 12.
        let gap = between(0);
        if matches!(gap, "." | "/")
            && between(1) == gap
            && let (Some(second), Some(y)) = (day(word(1)), year(word(2)))
        {
            if gap == "." || d > 12 || d == second {
                return Some((3, PartialDate::ymd(y, second, d)?));
            }
            if second > 12 {
                return Some((3, PartialDate::ymd(y, d, second)?));
            }
        }
    }
    if let Some(y) = year(word(0)) {
        let gap = between(0);
        if matches!(gap, "-" | "/" | ".") && between(1) == gap {
            // The time of day may be glued on: 2017-03-15T10:00.
            let last = word(2);
            let digits = last.bytes().take_while(u8::is_ascii_digit).count();
            let d = day(last.get(..digits).unwrap_or(""))?;
            return Some((3, PartialDate::ymd(y, word(1).parse().ok()?, d)?));
        }
    }
    None
}

fn day(word: &str) -> Option<u8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.get(digits..)?;
    if !(1..=2).contains(&digits) || !matches!(rest, "" | "st" | "nd" | "rd" | "th") {
        return None;
    }
    word.get(..digits)?.parse().ok().filter(|d| (1..=31).contains(d))
}

fn year(word: &str) -> Option<i32> {
    let y: i32 = word.parse().ok().filter(|_| word.len() == 4)?;
    (1800..=2199).contains(&y).then_some(y)
}

/// Runs of letters and digits. A capital after a digit begins a new word, so that
/// "GMT24 May" and "2017Updated" come apart.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    let mut from = None;
    let mut last = ' ';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric();
        let turn = (last.is_ascii_digit() && c.is_uppercase() && c != 'T')
            || (last.is_alphabetic() && c.is_ascii_digit());
        if let Some(start) = from.filter(|_| !inside || turn) {
            out.push(Word { start, end: at, text: text.get(start..at).unwrap_or("") });
            from = None;
        }
        if inside {
            from.get_or_insert(at);
        }
        last = c;
    }
    out
}

/// What is left of a short line when dates, times and their labels are taken out; `None` where
/// it holds neither a date nor a time of day.
pub(super) fn rest_of_date_line(text: &str) -> Option<String> {
    let dates = dates(text);
    let mut left = Vec::new();
    let mut time = false;
    let words = words(text);
    for (i, w) in words.iter().enumerate() {
        if dates.iter().any(|d| d.start <= w.start && w.end <= d.end) {
            continue;
        }
        let lower = w.text.to_lowercase();
        let number = lower.bytes().all(|b| b.is_ascii_digit());
        let clock = number
            && words.get(i + 1).is_some_and(|n| {
                matches!(text.get(w.end..n.start), Some(":" | "." | "h"))
                    && n.text.len() >= 2
                    && n.text.as_bytes().iter().take(2).all(u8::is_ascii_digit)
            });
        time |= clock;
        let known = number
            || weekday(&lower).is_some()
            || LABELS.contains(&lower.as_str())
            || clock
            || (lower.len() <= 5
                && lower.as_bytes().first().is_some_and(u8::is_ascii_digit)
                && (lower.ends_with("am") || lower.ends_with("pm") || lower.ends_with('z')));
        if !known {
            left.push(w.text);
        }
    }
    let full = dates.iter().any(|d| d.date.month.is_some());
    (full || time).then(|| left.join(" "))
}

const LABELS: &[&str] = &[
    "date",
    "published",
    "publication",
    "posted",
    "updated",
    "update",
    "last",
    "modified",
    "first",
    "created",
    "issued",
    "released",
    "revised",
    "at",
    "on",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "est",
    "edt",
    "et",
    "cst",
    "cdt",
    "ct",
    "pst",
    "pdt",
    "pt",
    "bst",
    "cet",
    "cest",
    "msk",
    "eet",
    "ist",
    "hkt",
    "aest",
    "z",
    "gst",
    "hrs",
    "hours",
    "hour",
    "minutes",
    "minute",
    "mins",
    "days",
    "day",
    "ago",
    "local",
    "time",
    "the",
    "and",
    "of",
    "t",
];
