//! Who does what to whom: a verb with the noun phrases that act and are acted upon.
//!
//! A shallow reading of clauses, without a parser: noun phrases and verb groups (S. Abney, "Parsing by
//! chunks", 1991), then the nearest phrase that can be subject or object, as in the rules of open
//! information extraction (O. Etzioni et al., "Open information extraction: the second generation",
//! IJCAI 2011). Nouns that tell acts ("the attack on") are left out, and so are verbs of being,
//! having, thinking and saying.

mod actor;
mod around;
mod chunk;
mod compound;
mod link;
mod object;
mod reach;
mod tell;
mod unit;
mod verb;

use crate::attribution::{Attribution, AttributionKind};
use crate::claim::time::Timex;
use crate::entity::Mention;
use crate::order::Order;
use crate::span::Span;
use crate::text::Document;
use around::Teller;
use chunk::Sentence;
use serde::Serialize;
use unit::Reader;

/// How the clause stands to the one who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The one who acts is the subject, told or not ("to retake the town").
    Active,
    /// A passive that tells who acts ("held by", "rebel-held").
    Passive,
    /// A passive that does not.
    Agentless,
}

/// Whether an act is told as done.
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

/// One act. At least one end names an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The sentence, an index into [`Document::sentences`].
    pub sentence: usize,
    /// The verb, with a particle that belongs to it; of "rebel-held" the second part.
    pub verb: Span,
    /// Its base form, with the particle: "carry out".
    pub lemma: String,
    /// Active, passive or agentless.
    pub voice: Voice,
    /// The mention that names who acts, an index into the article's mentions.
    pub agent: Option<usize>,
    /// The noun phrase that says who acts, without articles.
    pub agent_span: Option<Span>,
    /// The mention that names who or what is acted upon.
    pub target: Option<usize>,
    /// The noun phrase that says who or what is acted upon, without articles.
    pub target_span: Option<Span>,
    /// Whether it is said not to be so.
    pub negated: bool,
    /// Whether it is told as done.
    pub modality: Modality,
}

/// Finds the actions of one article, ordered by place.
pub fn find(
    text: &str,
    doc: &Document,
    mentions: &[Mention],
    times: &[Timex],
    attributions: &[Attribution],
) -> Vec<Action> {
    let mut out = Vec::new();
    // Without a name there is no actor.
    if mentions.is_empty() {
        return out;
    }
    let readings: Vec<Option<verb::Reading>> =
        doc.words.iter().map(|w| verb::read(&w.form)).collect();
    let teller = Teller { doc, readings: &readings, text };
    let reader = Reader { text, doc, mentions, times };
    let cues = saying(attributions);
    for (n, s) in doc.sentences.iter().enumerate() {
        // An actor must be named in it.
        let from = mentions.partition_point(|m| m.span.start < s.span.start);
        if mentions.get(from).is_none_or(|m| m.span.start >= s.span.end) {
            continue;
        }
        let mut sentence = Sentence::read(&teller, mentions, reader.units(s.tokens.clone()));
        link::link(&mut sentence);
        let actors = actor::Actors { sentence: &sentence };
        object::actions(&actors, n, &cues, &mut out);
        compound::actions(&actors, n, &mut out);
    }
    out.order_by_key(|a| (a.verb.start, a.verb.end));
    out
}

/// The words that attribute quotations, and those whose speaker follows them: no acts.
fn saying(attributions: &[Attribution]) -> Vec<Span> {
    let says = |a: &&Attribution| {
        let cue = a.cue.first().map_or(0, |c| c.end);
        a.kind != AttributionKind::Indirect || a.source.first().is_some_and(|s| s.start >= cue)
    };
    let mut cues: Vec<Span> =
        attributions.iter().filter(says).flat_map(|a| a.cue.iter().copied()).collect();
    cues.order();
    cues
}
