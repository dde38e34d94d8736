//! Who and what is named: mentions in each article, joined into actors across articles.
//!
//! Two phases. [`find`] looks at one article and knows nothing of others. [`resolve`] joins the
//! mentions of all articles into actors, and says why for each join.

mod acronym;
mod coref;
mod decide;
mod find;
mod given;
mod known;
mod language;
mod local;
mod names;
mod nominal;
pub(crate) mod phrase;
mod place;
mod scan;
mod sound;
mod tagger;
mod title;

pub use coref::{Sounds, is_known_sound, sounds};
#[cfg(feature = "cli")]
pub use tagger::train;

use crate::span::Span;
use crate::text::Document;
use serde::Serialize;

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum EntityType {
    /// A person.
    #[serde(rename = "PER")]
    Person,
    /// An organisation: state body, army, armed group, company, outlet.
    #[serde(rename = "ORG")]
    Org,
    /// A place: country, province, city, river, building.
    #[serde(rename = "LOC")]
    Loc,
    /// A people, nationality, religion or political bent.
    #[serde(rename = "NORP")]
    Norp,
    /// Anything else with a name: operations, weapons, works, laws.
    #[serde(rename = "MISC")]
    Misc,
}

impl EntityType {
    /// All types in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::Person, Self::Org, Self::Loc, Self::Norp, Self::Misc];

    /// The short code used in files and links.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Org => "ORG",
            Self::Loc => "LOC",
            Self::Norp => "NORP",
            Self::Misc => "MISC",
        }
    }

    /// The type with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.code() == code)
    }

    /// The word that readers see.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Org => "organisation",
            Self::Loc => "place",
            Self::Norp => "people",
            Self::Misc => "other name",
        }
    }
}

/// How a mention names its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// By a name ("Deir ez-Zor", "Dillon", "SDF").
    Name,
    /// By a common noun that stands for it here ("the group", "the regime", "the terrorists").
    Nominal,
    /// By a pronoun ("he").
    Pronoun,
}

/// One place in a text that names something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name itself, without titles, articles and possessive endings.
    pub span: Span,
    /// The sentence it stands in, an index into [`Document::sentences`].
    pub sentence: usize,
    /// What kind of thing is named.
    pub kind: EntityType,
    /// How it is named.
    pub form: Form,
    /// A title, rank or role before a person's name ("US Army Col."), if any.
    pub title: Option<Span>,
    /// Mentions of one article that were joined by its own text alone share this number.
    pub local: u32,
    /// Why it was taken for a mention, in a few plain words.
    pub reason: String,
    /// What the lexicon knows it as: an identifier that [`resolve`] reads.
    pub known: Option<&'static str>,
    /// What sort of thing it is ("city", "province", "armed group" …), where that is known.
    pub sort: Option<&'static str>,
}

/// How sure an automatic join is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The rule may err.
    Likely,
    /// The text or the lexicon says so.
    Sure,
}

/// Why a label was taken for a name of an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Join {
    /// The label, as written in the text.
    pub label: String,
    /// Why, in one plain sentence.
    pub reason: String,
    /// How sure.
    pub confidence: Confidence,
}

/// Where a mention is: article (index in the resolved slice) and mention in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionRef {
    /// Index of the article.
    pub article: usize,
    /// Index of the mention in the article.
    pub mention: usize,
}

/// Somebody or something that articles name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Stable identifier for links: the lexicon's id, or made from the name.
    pub id: String,
    /// Whether the identifier is the lexicon's, and so means the same whatever the articles are.
    pub known: bool,
    /// The name shown: the lexicon's, or the fullest that articles use.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// What sort of actor, where the lexicon knows: "armed group", "city", "province" …
    pub sort: Option<String>,
    /// Every mention, in order of article and place.
    pub mentions: Vec<MentionRef>,
    /// Why each label was joined to the actor.
    pub joins: Vec<Join>,
}

/// What [`resolve`] reads of an article.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// The original text.
    pub text: &'a str,
    /// Its sentences and tokens.
    pub doc: &'a Document,
    /// Its mentions.
    pub mentions: &'a [Mention],
}

/// The actors of a set of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// Actors, ordered by number of mentions (most first), then by id.
    pub actors: Vec<Actor>,
    /// For each article and mention the index of its actor.
    pub actor_of: Vec<Vec<Option<usize>>>,
}

/// Finds the mentions of one article, ordered by place. Mentions of form [`Form::Name`] do not
/// overlap each other; a nominal may hold a name ("US-led coalition").
pub fn find(text: &str, doc: &Document) -> Vec<Mention> {
    find::find(text, doc)
}

/// What the reader should know where an article's text cannot be read for names.
pub fn notice(text: &str, doc: &Document) -> Option<String> {
    language::foreign(text, doc).then(|| {
        "The text is not in English, or not in Latin letters: no names were looked for.".to_owned()
    })
}

/// Takes mentions as given, ordered by place, so that [`resolve_given`] joins them.
pub fn given(text: &str, doc: &Document, spans: &[(Span, Option<EntityType>)]) -> Vec<Mention> {
    given::given(text, doc, spans)
}

/// Joins the mentions of all articles into actors. The same articles in the same order give the
/// same actors; the cost grows with the number of distinct names.
pub fn resolve(articles: &[Article<'_>]) -> Resolution {
    coref::resolve(articles)
}

/// Joins given mentions (see [`given`]) into actors, by loose identity: common nouns count, and
/// what belongs to a state is taken with it. Made to be compared with annotated sets; what readers
/// see comes from [`resolve`].
pub fn resolve_given(articles: &[Article<'_>]) -> Resolution {
    coref::resolve_given(articles)
}

/// The label under which a mention is counted: its words with white space and quotes made even.
pub fn label(text: &str, mention: &Mention) -> String {
    mention.span.words(text).replace('\u{2019}', "'")
}

/// The label under which a mention is counted and told from others. Of a common noun phrase the
/// noun is in lower case ("Coalition" at the start of a sentence is "coalition"; "Syrian army" keeps
/// its adjective).
pub fn counted_label(text: &str, mention: &Mention) -> String {
    let label = label(text, mention);
    if mention.form == Form::Name {
        return label;
    }
    match label.rsplit_once(' ') {
        Some((before, noun)) => format!("{before} {}", noun.to_lowercase()),
        None => label.to_lowercase(),
    }
}

/// The id that a name makes.
pub fn slug(name: &str) -> String {
    known::slug(name)
}
