//! Clauses: what a sentence states with one verb.
//!
//! A shallow reading, without a parser: noun phrases and verb groups (S. Abney, "Parsing by chunks", 1991),
//! then the nearest phrase that can be subject or object, as in the rules of open information extraction
//! (O. Etzioni et al., "Open information extraction: the second generation", IJCAI 2011; for clauses as its
//! unit L. Del Corro and R. Gemulla, "ClausIE", WWW 2013).

pub(in crate::claim) mod actor;
mod around;
pub(in crate::claim) mod chunk;
mod cut;
pub(in crate::claim) mod link;
mod reach;
pub(in crate::claim) mod tell;
pub(in crate::claim) mod unit;
pub(in crate::claim) mod verb;

pub(in crate::claim) use cut::Cutter;

use crate::claim::time::Timex;
use crate::entity::Mention;
use crate::span::Span;
use crate::text::Document;
use around::Teller;
use chunk::Sentence;
use serde::Serialize;
use unit::Reader;

/// Whether what a verb tells is told as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// As a fact, past, present or general.
    Done,
    /// As a plan, an aim or what will be: "will", "plan to", "an operation to".
    Planned,
    /// As tried: "is trying to".
    Attempted,
    /// As possible, apparent or only alleged: "could", "appeared to", "accused of".
    Possible,
    /// As what has to be: "must", "should", "has to".
    Required,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Done, Self::Planned, Self::Attempted, Self::Possible, Self::Required];

    /// The word that readers see.
    pub fn label(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Planned => "planned",
            Self::Attempted => "attempted",
            Self::Possible => "possible",
            Self::Required => "required",
        }
    }
}

/// A clause. The clauses of a sentence share no word; what only tells who speaks ("he said") is in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The sentence, an index into [`Document::sentences`].
    pub sentence: usize,
    /// Its text in order of place: several spans where another clause stands inside it. At least one.
    pub spans: Vec<Span>,
    /// The noun phrase that is its grammatical subject; it may stand in another clause of the sentence
    /// ("attacked the town and [seized the bridge]").
    pub subject: Option<Span>,
    /// The verb with its auxiliaries; `None` in a sentence without a verb.
    pub predicate: Option<Span>,
    /// The base form of the verb with its particle: "carry out"; empty without a verb.
    pub lemma: String,
    /// The noun phrase that is its object.
    pub object: Option<Span>,
    /// The place where it is told to happen ("in Raqqa"), an index into the article's mentions.
    pub place: Option<usize>,
    /// The time at which it is told to happen, an index into the article's time expressions.
    pub time: Option<usize>,
    /// Whether it is said not to be so.
    pub negated: bool,
    /// Whether it is told as done.
    pub modality: Modality,
    /// Whose words it is in, an index into the article's attributions.
    pub attribution: Option<usize>,
}

/// Those of one sentence among the clauses of an article.
pub fn of_sentence(clauses: &[Clause], sentence: usize) -> &[Clause] {
    let from = clauses.partition_point(|c| c.sentence < sentence);
    let to = clauses.partition_point(|c| c.sentence <= sentence);
    clauses.get(from..to).unwrap_or(&[])
}

/// Reads every sentence in chunks, links its verbs with their subjects and objects, and hands it on with its
/// index.
pub(in crate::claim) fn each_sentence(
    text: &str,
    doc: &Document,
    mentions: &[Mention],
    times: &[Timex],
    mut hand: impl FnMut(usize, &Sentence<'_>),
) {
    let readings: Vec<Option<verb::Reading>> =
        doc.words.iter().map(|w| verb::read(&w.form)).collect();
    let teller = Teller { doc, readings: &readings, text };
    let reader = Reader { text, doc, mentions, times };
    for (n, s) in doc.sentences.iter().enumerate() {
        let mut sentence = Sentence::read(&teller, mentions, reader.units(s.tokens.clone()));
        link::link(&mut sentence);
        hand(n, &sentence);
    }
}
