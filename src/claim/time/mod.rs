//! Time expressions after TIMEX3 (Pustejovsky et al., ISO-TimeML): type and value.
//!
//! A rule reads tokens from left to right and gives the longest expression that begins at a
//! token; then neighbours that tell one time together ("6 p.m." and "Friday", "2011" to "2013")
//! become one. Words that shift an expression ("nearly", "early", "end of") belong to its span and
//! leave its value alone, as TIMEX3 keeps them in an attribute of their own; prepositions do not.

mod absolute;
mod clock;
mod cursor;
mod digits;
mod duration;
mod extent;
mod holiday;
mod join;
mod length;
mod period;
mod relative;
mod season;
mod value;
mod words;
mod year;

use crate::ingest::PartialDate;
use crate::span::Span;
use crate::text::Document;
use cursor::Cursor;
pub use extent::{Extent, extent};
use serde::Serialize;
pub(crate) use words::calendar;

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day, month, year or season.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

impl TimexType {
    /// The type as TIMEX3 writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// One time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Where.
    pub span: Span,
    /// Type.
    pub kind: TimexType,
    /// TIMEX3 value ("2017-09-09", "P3Y"; an open year as [`PartialDate`] writes it); `None` where it depends on a
    /// publication date that is not known or on a time of the story ("the next day"), and where digits
    /// can be read in two ways ("3/4/2017").
    pub value: Option<String>,
    /// The sentence it stands in.
    pub sentence: usize,
}

/// What a rule found: the token after the expression, its type and value.
struct Hit {
    end: usize,
    kind: TimexType,
    value: Option<String>,
    /// Whether the year of the value is not in the text, only reckoned from publication.
    open: bool,
}

impl Hit {
    /// Whether the value is one day, of a known year or not.
    fn is_day(&self) -> bool {
        self.value.as_deref().and_then(PartialDate::parse).is_some_and(|d| d.day.is_some())
    }

    /// Whether the value reaches from one date to another.
    fn is_interval(&self) -> bool {
        self.value.as_deref().is_some_and(|v| v.contains('/'))
    }
}

fn hit(end: usize, kind: TimexType, value: Option<String>) -> Option<Hit> {
    Some(Hit { end, kind, value, open: false })
}

/// As [`hit`], of a date whose year the text leaves open.
fn open(end: usize, value: Option<String>) -> Option<Hit> {
    Some(Hit { end, kind: TimexType::Date, value, open: true })
}

/// Finds the time expressions of one article, ordered by place. Relative ones ("Wednesday",
/// "last month") are resolved only where `published` is a full date: a bare weekday is the
/// nearest one on or before publication, a bare month the last that had begun, but both the next one
/// where the verb before speaks of what is to come. "This", "last" and "next" with a weekday count
/// calendar weeks; "this" after a verb of the past is the nearest on or before publication.
pub fn find(text: &str, doc: &Document, published: Option<PartialDate>) -> Vec<Timex> {
    let published = published.filter(|d| d.is_full());
    let mut out = Vec::new();
    let mut found: Vec<(usize, Hit)> = Vec::new();
    for (sentence, s) in doc.sentences.iter().enumerate() {
        let cursor = Cursor::new(text, doc, s, published);
        let mut i = cursor.from;
        while i < cursor.to {
            let Some(new) = at(&cursor, i).filter(|h| h.end > i && h.end <= cursor.to) else {
                i += 1;
                continue;
            };
            let start = i;
            i = new.end;
            let joined = found.last().and_then(|(from, old)| {
                Some((*from, join::join(&cursor, *from, old, start, &new)?))
            });
            if joined.is_some() {
                found.pop();
            }
            found.push(joined.unwrap_or((start, new)));
        }
        for (from, Hit { end, kind, value, .. }) in found.drain(..) {
            if let Some(span) = cursor.span(from, end) {
                out.push(Timex { span, kind, value, sentence });
            }
        }
    }
    out
}

/// The longest expression at token `i`; of equally long ones the first rule's.
fn at(c: &Cursor<'_>, i: usize) -> Option<Hit> {
    let rules = [clock::at, absolute::at, period::at, holiday::at, relative::at, duration::at];
    let mut best: Option<Hit> = None;
    for rule in rules {
        if let Some(found) = rule(c, i)
            && best.as_ref().is_none_or(|b| found.end > b.end)
        {
            best = Some(found);
        }
    }
    best
}
