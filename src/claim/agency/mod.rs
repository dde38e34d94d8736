//! Who does what to whom: a verb with the noun phrases that act and are acted upon, from the reading of
//! [`super::clause`]. Nouns that tell acts ("the attack on") are left out, and so are verbs of being, having,
//! thinking and saying.

mod compound;
mod object;

use crate::attribution::{Attribution, AttributionKind};
use crate::claim::clause::Modality;
use crate::claim::clause::actor::Actors;
use crate::claim::clause::chunk::Sentence;
use crate::order::Order;
use crate::span::Span;
use serde::Serialize;

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

/// One act. At least one end names an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The sentence, an index into [`crate::text::Document::sentences`].
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

/// Adds the actions of a sentence that name an actor.
pub(super) fn actions(number: usize, s: &Sentence<'_>, cues: &[Span], out: &mut Vec<Action>) {
    let actors = Actors { sentence: s };
    object::actions(&actors, number, cues, out);
    compound::actions(&actors, number, out);
}

/// The words that attribute quotations, and those whose speaker follows them: no acts.
pub(super) fn saying(attributions: &[Attribution]) -> Vec<Span> {
    let says = |a: &&Attribution| {
        let cue = a.cue.first().map_or(0, |c| c.end);
        a.kind != AttributionKind::Indirect || a.source.first().is_some_and(|s| s.start >= cue)
    };
    let mut cues: Vec<Span> =
        attributions.iter().filter(says).flat_map(|a| a.cue.iter().copied()).collect();
    cues.order();
    cues
}
