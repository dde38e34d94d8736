//! A name and a colon at the start of a line: turns of a transcript ("ADLER: We are ready.") and
//! headlines ("Police: Bridge closed").

use super::frame::Found;
use super::kind;
use super::line::Line;
use crate::entity::{EntityType, Mention};

/// The longest label, in units.
const LONGEST: usize = 6;

/// Whether a line begins with a label in capitals; a text where that is so again and again is a
/// transcript.
pub(super) fn shouted(line: &Line<'_>) -> bool {
    let colon = (1..=3).find(|u| line.form(*u) == ":");
    let loud = |u: usize| {
        let raw = line.raw(u);
        raw.len() > 2 && raw.chars().all(char::is_uppercase)
    };
    !line.headline && colon.is_some_and(|colon| (0..colon).all(loud))
}

/// The attribution of a line that begins with a speaker's label, and whether the label is a
/// person's, whose turn goes on to the end of the paragraph.
pub(super) fn find(
    line: &Line<'_>,
    mentions: &[Mention],
    transcript: bool,
) -> Option<(Found, bool)> {
    let colon = (1..=LONGEST).find(|u| line.form(*u) == ":")?;
    let end = line.len();
    let plain = (0..colon).all(|u| line.word(u) && line.capital(u) || line.form(u) == ".");
    if !plain || end < colon + 3 {
        return None;
    }
    let label = line.span(0, colon)?;
    let from = mentions.partition_point(|m| m.span.start < label.start);
    let inside = mentions.iter().skip(from).take_while(|m| m.span.start < label.end);
    let person = inside.clone().any(|m| m.kind == EntityType::Person && m.span.end == label.end);
    let person = person || transcript && shouted(line);
    // "POLICE" says who speaks as "police" does.
    let role = kind::speaks(line.form(colon - 1)) && !(line.headline && colon > 2);
    (person || role).then(|| {
        let words = colon + 1..end;
        let found = Found {
            source: Some(0..colon),
            cue: colon..colon + 1,
            content: vec![words],
            speech: true,
        };
        (found, person)
    })
}
