//! Ranges into the original text of an article.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets into an article's original text.
///
/// Both ends lie on character boundaries. Texts are at most [`MAX_TEXT`] bytes long.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// The longest text that is analysed, in bytes (256 MiB); what lies beyond is left out with a notice.
pub const MAX_TEXT: usize = 256 << 20;

/// `text` with each run of white space as one space, and none at its ends.
pub fn plain_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Span {
    /// A span from byte offsets; `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text under the span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same on one line: each run of white space as one space.
    pub fn words(self, text: &str) -> String {
        plain_spaces(self.of(text))
    }

    /// The span as a range of indices.
    pub fn range(self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Converts byte offsets of one text to Unicode code points, for output to other programs.
pub struct CodePoints {
    /// Code points before each 64-byte step of the text.
    steps: Vec<u32>,
    bytes: Vec<u8>,
}

impl CodePoints {
    const STEP: usize = 64;

    /// Prepares the conversion; costs one pass over the text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes().to_vec();
        let mut steps = Vec::with_capacity(bytes.len() / Self::STEP + 1);
        let mut count = 0u32;
        for (i, b) in bytes.iter().enumerate() {
            if i % Self::STEP == 0 {
                steps.push(count);
            }
            count += u32::from(is_char_start(*b));
        }
        steps.push(count);
        Self { steps, bytes }
    }

    /// The number of code points before byte `offset` (clamped to the text).
    pub fn at(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.bytes.len());
        let step = offset / Self::STEP;
        let from = step * Self::STEP;
        let before = self.steps.get(step).copied().unwrap_or(0);
        let rest = self.bytes.get(from..offset).unwrap_or(&[]);
        before + rest.iter().filter(|b| is_char_start(**b)).count() as u32
    }

    /// A span as `[start, end]` in code points.
    pub fn pair(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

fn is_char_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Converts code-point offsets, as other programs give them, to byte offsets of `text`.
///
/// Returns `None` where the pair is reversed or lies outside the text.
pub fn from_code_points(text: &str, start: usize, end: usize) -> Option<Span> {
    if end < start {
        return None;
    }
    let byte_at =
        |n: usize| text.char_indices().map(|(i, _)| i).chain(core::iter::once(text.len())).nth(n);
    Some(Span::new(byte_at(start)?, byte_at(end)?))
}

/// Something the reader should know about a result: what, where and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What happened, in one plain sentence.
    pub message: String,
    /// Where in the original text, when it can be pointed at.
    pub span: Option<Span>,
}
