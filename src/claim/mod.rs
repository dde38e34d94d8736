//! What is stated: numbers, time expressions, clauses, who does what to whom, and statements aligned across
//! articles.

pub mod agency;
pub mod align;
pub mod clause;
mod figure;
pub mod number;
pub mod reprint;
pub mod similar;
pub mod time;

use crate::attribution::Attribution;
use crate::entity::Mention;
use crate::order::Order;
use crate::span::Span;
use crate::text::Document;
use agency::Action;
use clause::{Clause, Cutter};
use time::Timex;

/// The clauses of one article and what they tell of actors, both in order of place: read in one go.
pub fn read(
    text: &str,
    doc: &Document,
    mentions: &[Mention],
    times: &[Timex],
    attributions: &[Attribution],
) -> (Vec<Clause>, Vec<Action>) {
    let (mut clauses, mut actions) = (Vec::new(), Vec::new());
    let places = |of: fn(&Attribution) -> &[Span]| {
        let all = attributions.iter().enumerate();
        let mut places: Vec<(Span, usize)> =
            all.flat_map(|(i, a)| of(a).iter().map(move |span| (*span, i))).collect();
        places.order();
        places
    };
    let (cues, contents) = (places(|a| &a.cue), places(|a| &a.content));
    let saying = agency::saying(attributions);
    let cutter = Cutter { doc, mentions, times, attributions, cues: &cues, contents: &contents };
    clause::each_sentence(text, doc, mentions, times, |number, sentence| {
        cutter.cut(number, sentence, &mut clauses);
        agency::actions(number, sentence, &saying, &mut actions);
    });
    actions.order_by_key(|a| (a.verb.start, a.verb.end));
    (clauses, actions)
}
