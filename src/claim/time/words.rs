//! Words of the calendar and the clock, from `lexicon/time_words.tsv`.

use crate::lexicon;
use crate::lexicon::Lookup;
use std::sync::LazyLock;

/// What a word means in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, 1 to 12; `short` for abbreviations.
    Month { month: u8, short: bool },
    /// A weekday, 0 for Monday; `short` for abbreviations.
    Weekday { day: usize, short: bool },
    /// A unit of time; `plural` for "days".
    Unit { unit: Unit, plural: bool },
    /// A season.
    Season(Season),
    /// A part of the day, with its TIMEX3 code.
    Part(&'static str),
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
    Weekend,
    Fortnight,
    Quarter,
    Millennium,
}

/// Seasons, by their TIMEX3 codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

const UNITS: [Unit; 13] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Day,
    Unit::Week,
    Unit::Month,
    Unit::Year,
    Unit::Decade,
    Unit::Century,
    Unit::Weekend,
    Unit::Fortnight,
    Unit::Quarter,
    Unit::Millennium,
];
const SEASONS: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
const PARTS: [&str; 6] = ["MO", "MI", "AF", "EV", "NI", "NI"];

static WORDS: LazyLock<Lookup<Word>> = LazyLock::new(|| {
    let read = |[word, kind, value]: [&'static str; 3]| {
        let n: usize = value.parse().ok()?;
        let month = u8::try_from(n).ok()?;
        let meaning = match kind {
            "month" => Word::Month { month, short: false },
            "month-short" => Word::Month { month, short: true },
            "weekday" => Word::Weekday { day: n, short: false },
            "weekday-short" => Word::Weekday { day: n, short: true },
            "unit" => Word::Unit { unit: *UNITS.get(n)?, plural: false },
            "units" => Word::Unit { unit: *UNITS.get(n)?, plural: true },
            "season" => Word::Season(*SEASONS.get(n)?),
            _ => Word::Part(PARTS.get(n)?),
        };
        Some((word, meaning))
    };
    lexicon::TIME_WORDS.rows::<3>().filter_map(read).collect()
});

static ORDINALS: LazyLock<Lookup<u8>> = LazyLock::new(|| {
    let rows = lexicon::ORDINALS.rows::<2>();
    rows.filter_map(|[word, value]| Some((word, value.parse().ok()?))).collect()
});

/// What the folded word means in a time expression; possessive endings are dropped.
pub(super) fn word(form: &str) -> Option<Word> {
    WORDS.get(form.strip_suffix("'s").unwrap_or(form)).copied()
}

/// Whether the folded full name of a weekday or month is that of a weekday, and its number, as in
/// [`Word`].
pub(crate) fn calendar(form: &str) -> Option<(bool, usize)> {
    match word(form)? {
        Word::Weekday { day, short: false } => Some((true, day)),
        Word::Month { month, short: false } => Some((false, usize::from(month))),
        _ => None,
    }
}

/// The value of a spelled or written ordinal ("ninth", "9th").
pub(super) fn ordinal(form: &str) -> Option<u8> {
    if let Some(value) = ORDINALS.get(form) {
        return Some(*value);
    }
    let digits = form.len() - form.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ending = form.get(digits..)?;
    if digits == 0 || !matches!(ending, "st" | "nd" | "rd" | "th") {
        return None;
    }
    form.get(..digits)?.parse().ok()
}
