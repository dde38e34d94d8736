//! Corrections by the reader: edits of the actors that were found, kept apart from what is found.
//!
//! An edit says whom and what it means by things that last: names, labels, the lexicon's ids,
//! places in articles. [`apply`] looks these up in whatever articles there are now, so corrections
//! hold when articles come and go. An edit that finds nothing to change is kept and says why.

mod apply;
mod file;
mod find;
mod log;

use crate::entity::{Actor, EntityType, Form, Mention, Resolution, counted_label};
use crate::map::SmallMap;
use crate::order::Order;

pub use apply::apply;
pub use file::{FORMAT, VERSION, read, write};
pub use log::Log;

/// An actor, by things that last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The lexicon's id, where it has one.
    pub id: Option<String>,
    /// The name under which it was shown.
    pub name: String,
    /// The type that was found for it.
    pub kind: EntityType,
    /// Names that articles gave it, most frequent first.
    pub labels: Vec<String>,
}

/// A mention, by its place. Offsets are code points of the article's original text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article's id.
    pub article: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words there.
    pub text: String,
}

/// What is moved or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One mention.
    Mention(Place),
    /// Every mention of an actor under this label.
    Label {
        /// The actor.
        actor: Who,
        /// The label.
        label: String,
    },
    /// Every mention under this label, whichever actor it was taken for.
    Everywhere(String),
}

/// Where mentions are moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// An actor that was found, or made by an earlier correction.
    Actor(Who),
    /// An actor of its own.
    New {
        /// Its name.
        name: String,
        /// Its type.
        kind: EntityType,
    },
}

/// One edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Two actors are one.
    Merge {
        /// The one that is merged away.
        actor: Who,
        /// The one that stays.
        into: Who,
    },
    /// An actor has another name.
    Rename {
        /// The actor.
        actor: Who,
        /// Its name.
        name: String,
    },
    /// An actor is of another type.
    Retype {
        /// The actor.
        actor: Who,
        /// Its type.
        kind: EntityType,
    },
    /// Mentions name another actor.
    Move {
        /// The mentions.
        what: What,
        /// Whom they name.
        to: To,
    },
    /// Mentions name no actor.
    Drop(What),
    /// An actor is none: none of its mentions names anything.
    DropActor(Who),
}

/// An edit as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The edit.
    pub edit: Edit,
    /// The day on which it was made, `2026-11-21`, if that was told.
    pub made: Option<String>,
}

/// What became of a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It changed this many mentions, or an actor with this many.
    Applied(usize),
    /// It changed nothing, for this reason.
    NotApplied(String),
}

/// What became of an actor's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The actor is this one now.
    Is(String),
    /// The reader said that this name is no actor.
    Dropped(String),
}

/// What corrections did, beside the corrected actors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// What became of each correction.
    pub outcomes: Vec<Outcome>,
    /// For each actor the corrections that made it what it is, by number.
    pub notes: Vec<Vec<usize>>,
    /// For each actor the type that was found for it, where the reader gave it another.
    pub found: Vec<Option<EntityType>>,
    /// Ids that are no more.
    pub fates: Vec<(String, Fate)>,
}

/// What [`apply`] reads of an article.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// Its id.
    pub id: &'a str,
    /// The original text.
    pub text: &'a str,
    /// Its mentions, in order of place.
    pub mentions: &'a [Mention],
}

/// The most labels that an address holds.
const MOST_LABELS: usize = 40;

/// The longest name that a reader can give.
pub const LONGEST_NAME: usize = 120;

/// The address of an actor as it is now. `found` is the type that was found for it, where the
/// reader has given it another.
pub fn who(articles: &[Article<'_>], actor: &Actor, found: Option<EntityType>) -> Who {
    let mut counts: [SmallMap<String, usize>; 2] = Default::default();
    for at in &actor.mentions {
        let Some(a) = articles.get(at.article) else { continue };
        let Some(m) = a.mentions.get(at.mention).filter(|m| m.form != Form::Pronoun) else {
            continue;
        };
        let [names, nouns] = &mut counts;
        let own = if m.form == Form::Name { names } else { nouns };
        *own.slot(counted_label(a.text, m)) += 1;
    }
    let [names, nouns] = counts;
    let mut labels = if names.is_empty() { nouns } else { names }.into_list();
    labels.order_by_key(|(_, n)| core::cmp::Reverse(*n));
    labels.truncate(MOST_LABELS);
    Who {
        id: actor.known.then(|| actor.id.clone()),
        name: actor.name.clone(),
        kind: found.unwrap_or(actor.kind),
        labels: labels.into_iter().map(|(label, _)| label).collect(),
    }
}

/// A name as it is kept: white space made even, without characters that only change how others
/// are shown. What is wrong with it otherwise.
pub fn tidy(name: &str) -> Result<String, String> {
    let seen: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| {
            !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        })
        .collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    let name = words.join(" ");
    if !name.chars().any(char::is_alphanumeric) {
        return Err("A name needs at least one letter or digit.".to_owned());
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(format!("A name has at most {LONGEST_NAME} characters."));
    }
    Ok(name)
}

/// The corrected actors and what was done to them, for the same input always the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The actors.
    pub resolution: Resolution,
    /// What was done.
    pub effects: Effects,
}
