//! What the search knows of an article beside its words: outlet, date, who says what.

use super::Article;
use super::query::{Days, Filter};
use crate::ingest::PartialDate;
use crate::span::Span;

/// The metadata of an indexed article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    /// Id and display name of the outlet; empty where it is not known.
    pub outlet: String,
    pub outlet_name: String,
    pub published: Option<PartialDate>,
    /// What is said, in order.
    pub quotes: Vec<Quote>,
}

/// Something that the article says somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// What is said, quotation marks included.
    pub content: Vec<Span>,
    /// The words for who says it.
    pub source: Vec<Span>,
    /// The same, as text.
    pub words: String,
    /// The mention that names the speaker.
    pub speaker: Option<Span>,
}

impl Meta {
    pub fn new(article: Article<'_>) -> Self {
        let Article { text, about, .. } = article;
        let said = about.attributions.iter().filter(|a| a.speech);
        let quotes = said.map(|a| {
            let words: Vec<&str> =
                a.source.iter().flat_map(|s| s.of(text).split_whitespace()).collect();
            Quote {
                content: a.content.clone(),
                source: a.source.clone(),
                words: words.join(" "),
                speaker: a.speaker.and_then(|m| about.mentions.get(m)).map(|m| m.span),
            }
        });
        Self {
            outlet: about.outlet.to_owned(),
            outlet_name: about.outlet_name.to_owned(),
            published: about.published,
            quotes: quotes.collect(),
        }
    }

    /// Whether an article with this metadata meets a condition.
    pub fn meets(&self, filter: &Filter) -> bool {
        match filter {
            Filter::Outlet { ids, .. } => ids.contains(&self.outlet),
            Filter::Date { days, .. } => self.days().is_some_and(|known| days.cover(known)),
        }
    }

    /// The days on which it may have been published, by what is known.
    pub fn days(&self) -> Option<Days> {
        self.published.and_then(Days::of)
    }
}
