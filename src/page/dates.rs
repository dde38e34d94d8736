//! Dates in words.

use super::model::DateView;
use crate::analysis::Article;
use crate::claim::time::Extent;
use crate::ingest::{How, PartialDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "15 March 2017", "September 2017", "2017", "9 September (year not stated)".
pub fn words(date: PartialDate) -> String {
    let month = date.month.and_then(|m| MONTHS.get(usize::from(m).checked_sub(1)?)).copied();
    match (date.year, month, date.day) {
        (Some(y), Some(m), Some(d)) => format!("{d} {m} {y}"),
        (Some(y), Some(m), None) => format!("{m} {y}"),
        (Some(y), None, _) => y.to_string(),
        (None, Some(m), Some(d)) => format!("{d} {m} (year not stated)"),
        (None, Some(m), None) => format!("{m} (year not stated)"),
        (None, None, _) => "not stated".to_owned(),
    }
}

/// A TIMEX3 value in words; values that are no dates stand as they are.
pub fn timex_words(value: &str) -> String {
    if let Some((first, last)) = value.split_once('/') {
        return format!("{} to {}", timex_words(first), timex_words(last));
    }
    PartialDate::parse(value).map_or_else(|| value.to_owned(), words)
}

/// A stretch of time in words: "9 September 2017", "July to September 2017".
pub fn extent_words(extent: Extent) -> String {
    match (extent.first, extent.last) {
        (first, last) if first == last => words(first),
        (first, last) => format!("{} to {}", words(first), words(last)),
    }
}

/// How a piece of metadata is known, in words.
pub fn how_words(how: &How) -> String {
    match how {
        How::Stated => "stated on the page".to_owned(),
        How::Inferred(from) => format!("inferred from {from}"),
        How::Given => "given with the text".to_owned(),
    }
}

/// The publication date of an article.
pub fn date_view(article: &Article) -> DateView {
    match &article.cleaned.metadata.published {
        Some(found) => DateView {
            text: words(found.value),
            how: how_words(&found.how),
            iso: Some(found.value.to_string()),
        },
        None => DateView {
            text: "date not stated".to_owned(),
            how: "the text gives no publication date".to_owned(),
            iso: None,
        },
    }
}
