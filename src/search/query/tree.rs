//! What a query looks for, as plain data: the reading of a query that the index evaluates.

use super::date::Days;
use crate::entity::EntityType;

/// One thing that is looked for. Each leaf has places: positions in articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Leaf {
    /// A word in any of its forms.
    Word(String),
    /// Words in this order with nothing between, in one sentence: each exactly so (`exact`) or in any
    /// of its forms; of the last one only the beginning is given where it is `open`.
    Phrase { forms: Vec<String>, exact: bool, open: bool },
    /// Any word with this beginning.
    Prefix(String),
    /// Any word at most so many edits away (optimal string alignment, see [`crate::search::edits`]).
    Fuzzy { form: String, edits: u8 },
    /// Words in any order and any of their forms, each as often as it is listed, inside a stretch of
    /// one sentence that is at most `slop` words longer than the list. Its places are the stretches
    /// that hold no shorter such stretch.
    Near { forms: Vec<String>, slop: u32 },
    /// Mentions of these actors under any name.
    Actor(Vec<usize>),
    /// Words that are a name of actors: the words as they stand, and mentions of the actors under any
    /// name.
    Name { forms: Vec<String>, actors: Vec<usize> },
    /// Mentions whose label, a name or a common noun, has these words next to each other, in any of
    /// their forms.
    Label(Vec<String>),
    /// Mentions of any actor of this type.
    Type(EntityType),
    /// All words: the stretches that a term's scope lets through, each as long as possible within one
    /// sentence. Stands where a scope has nothing else to restrict.
    Everything,
}

/// A field of an article that is made of whole sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Field {
    Headline,
    Caption,
    Body,
}

/// Where a term may occur: a condition on each single word of a place. A place counts if all its
/// words are let through.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Scope {
    Field(Field),
    /// Inside the content of an attribution that tells what somebody said.
    Quote,
    /// The same, if the speaker is one of these actors, or the words for the source have these words
    /// next to each other, in any of their forms.
    Speaker {
        actors: Vec<usize>,
        forms: Vec<String>,
        /// The speaker as it was typed.
        shown: String,
    },
    Not(Box<Scope>),
    Any(Vec<Scope>),
    All(Vec<Scope>),
}

/// A condition on an article as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Filter {
    /// It is by an outlet with one of these ids.
    Outlet { ids: Vec<String>, shown: String },
    /// All days on which it may have been published, by what is known of its date, are among these;
    /// an article without a date never meets it.
    Date { days: Days, shown: String },
}

/// A thing that is looked for, as it stands in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Term {
    pub leaf: Leaf,
    /// Where alone it counts; `None`: anywhere.
    pub scope: Option<Scope>,
    /// As it was typed.
    pub shown: String,
    /// How often the query has it.
    pub count: u32,
    /// Whether it is looked for at all (not only excluded).
    pub positive: bool,
    /// Whether it is a plain word that need not occur.
    pub plain: bool,
}

/// What an article must be like; numbers are indices into [`Query::terms`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) enum Node {
    Term(usize),
    Where(Filter),
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    /// Side by side: plain words need not occur, but one of them must where nothing else is looked
    /// for; the rest must.
    Seq(Vec<Node>),
}

/// A query, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Query {
    pub terms: Vec<Term>,
    /// `None` where nothing is asked.
    pub root: Option<Node>,
    /// What was passed over or taken otherwise than typed.
    pub notes: Vec<String>,
    /// The words that are searched as words, with where each was typed: for other spellings.
    pub typed: Vec<Typed>,
}

/// A word as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Typed {
    /// The form that is looked up.
    pub form: String,
    /// Whether only this very form counts.
    pub exact: bool,
    /// Where it stands in the query, in bytes.
    pub span: crate::span::Span,
}

impl Node {
    /// Whether it looks for nothing that has places: only conditions and exclusions.
    pub fn is_condition(&self) -> bool {
        match self {
            Self::Term(_) => false,
            Self::Where(_) | Self::Not(_) => true,
            Self::All(nodes) | Self::Any(nodes) | Self::Seq(nodes) => {
                nodes.iter().all(Self::is_condition)
            }
        }
    }
}
