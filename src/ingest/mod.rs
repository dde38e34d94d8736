//! From a page scrape to blocks of known kind and metadata, with the reason for each decision.
//!
//! The page is cut into units (`line`): lines, parts of lines that wide gaps set apart, or
//! paragraphs where lines were wrapped. Each unit is first looked at by itself (`pattern`, with the
//! phrases of `lexicon/furniture.tsv`), then in its place (`page`): the heaviest run of paragraphs
//! is the article's text, the best heading above it the headline; what follows a heading for
//! comments or other stories is that. Rules use line structure, length, final punctuation, capitals
//! and word lists, never the words of one page. The approach is that of boilerplate removal by
//! shallow text features (Kohlschütter et al., WSDM 2010), without mark-up.
//!
//! Decisions where a line could be taken either way:
//! - a dateline at the start of a paragraph ("OSLO (Reuters) -") is a block of its own;
//! - a subheading between paragraphs, a standfirst and key points are body: the outlet's own words;
//! - one headline-like line between paragraphs is another story's if it is in title case and long,
//!   or all in capitals; two or more of them always are, unless a line with a colon announces them;
//! - a line above or below a picture credit is its caption; a headline in title case below it is
//!   another story's;
//! - buttons and prompts of the comment form are comment, not chrome, where comments stand.

mod cut;
mod date;
mod dateline;
mod line;
mod meta;
mod names;
mod page;
mod pattern;
mod phrase;
mod when;

pub use date::{PartialDate, WEEKDAYS, days_in_month};

use crate::corpus::Given;
use crate::span::{Notice, Span};
use serde::Serialize;
use std::sync::LazyLock;

/// What a block of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The article's headline (a repeated one is [`BlockKind::Chrome`]).
    Headline,
    /// Who wrote it.
    Byline,
    /// Where and when it was written, on a line of its own, and stated dates.
    Dateline,
    /// The text under a picture: coverage, counted apart.
    Caption,
    /// Who made a picture, or which agencies helped.
    Credit,
    /// The article's own text.
    Body,
    /// Headlines of and links to other stories.
    Related,
    /// Topic words.
    Tags,
    /// Readers' comments and their authors.
    Comment,
    /// The name of a series or dossier.
    Series,
    /// Rights.
    Copyright,
    /// Buttons, menus, prompts and other page furniture.
    Chrome,
}

impl BlockKind {
    /// Whether the block is what the outlet reports: headline, caption or body.
    pub fn is_coverage(self) -> bool {
        matches!(self, Self::Headline | Self::Caption | Self::Body)
    }

    /// The kind with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Headline,
        Self::Byline,
        Self::Dateline,
        Self::Caption,
        Self::Credit,
        Self::Body,
        Self::Related,
        Self::Tags,
        Self::Comment,
        Self::Series,
        Self::Copyright,
        Self::Chrome,
    ];

    /// The kind's name, as in output files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Body => "body",
            Self::Related => "related",
            Self::Tags => "tags",
            Self::Comment => "comment",
            Self::Series => "series",
            Self::Copyright => "copyright",
            Self::Chrome => "chrome",
        }
    }
}

/// A stretch of the page. Blocks do not overlap, stand in order, and together hold every
/// character of the original that is not white space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Where, without white space at the ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Why it was taken for that, in a few plain words.
    pub reason: String,
}

/// How a piece of metadata is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "how", content = "from")]
pub enum How {
    /// The page says so in so many words.
    Stated,
    /// It follows from something else on the page, which is named.
    Inferred(String),
    /// The supplier of the text said so, not the text.
    Given,
}

/// A piece of metadata with its provenance. What is unknown is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// How it is known.
    #[serde(flatten)]
    pub how: How,
    /// Where on the page, when it stands there.
    pub span: Option<Span>,
}

/// What is known about an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Metadata {
    /// The outlet: an id of the outlet table where it is there, else its name.
    pub outlet: Option<Found<String>>,
    /// The headline.
    pub headline: Option<Found<String>>,
    /// Authors.
    pub authors: Vec<Found<String>>,
    /// News agencies whose reporting is credited.
    pub agencies: Vec<Found<String>>,
    /// When the article was published; never the time at which the page was captured.
    pub published: Option<Found<PartialDate>>,
    /// When the page was captured, where it says so.
    pub captured: Option<Found<String>>,
}

/// A cleaned page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Metadata.
    pub metadata: Metadata,
    /// What the reader should know (odd characters, cut text …).
    pub notices: Vec<Notice>,
}

/// Cleans a page. With `given.scrape` false the text is taken as clean article text: every
/// paragraph is body.
pub fn clean(text: &str, given: &Given) -> Cleaned {
    // Read once: the lists are long and the same for every page.
    static LISTS: LazyLock<pattern::Lists> = LazyLock::new(|| pattern::Lists {
        names: names::Names::new(),
        phrases: phrase::Phrases::new(),
    });
    let lists: &pattern::Lists = &LISTS;
    let units = line::units(text);
    let blocks = if given.scrape {
        page::classify(text, units, given.title.as_deref(), lists)
    } else {
        page::as_given(units, given.title.as_deref())
    };
    let (metadata, mut notices) = meta::read(text, &blocks, given, lists);
    if text.contains('\0') {
        let at = text.find('\0').unwrap_or(0);
        notices.push(Notice {
            message: "The text holds NUL characters; they are kept and ignored.".to_owned(),
            span: Some(Span::new(at, at + 1)),
        });
    }
    if blocks.is_empty() {
        notices.push(Notice { message: "The text is empty.".to_owned(), span: None });
    } else if given.scrape && !blocks.iter().any(|b| b.kind == BlockKind::Body) {
        notices.push(Notice {
            message: "No article text was found on this page.".to_owned(),
            span: None,
        });
    }
    Cleaned { blocks, metadata, notices }
}
