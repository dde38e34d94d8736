//! A name and a colon at the start of a line: turns of a transcript ("ADLER: We are ready.") and
//! headlines ("Police: Bridge closed").

use super::frame::Found;
use super::kind;
use super::line::Line;
use super::verbs;
use crate::entity::{EntityType, Mention};
use crate::text::class::Classes;

/// The longest label, in units.
const LONGEST: usize = 6;

/// The colon after words that may be a label.
fn colon(line: &Line<'_>) -> Option<usize> {
    let colon = (1..=LONGEST).find(|u| line.form(*u) == ":")?;
    let plain = (0..colon).all(|u| line.word(u) && line.capital(u) || line.form(u) == ".");
    plain.then_some(colon)
}

/// Whether a label is set in capitals, and may be a name: no determiner, no verb ("READ MORE").
fn shouted(line: &Line<'_>, colon: usize) -> bool {
    let loud = |u: usize| {
        let raw = line.raw(u);
        let name = raw.len() > 2 && raw.chars().all(char::is_uppercase) && line.open(u);
        name && !line.is(u, Classes::VERB) && verbs::verb(line.form(u)).is_none()
            || line.form(u) == "." && u > 0
    };
    !line.headline && colon <= 4 && (0..colon).all(loud)
}

/// Whether two labels alternate, as in a transcript; headings come once. A speaker's last word is
/// the same where the first name is left out later.
pub(super) fn transcript(lines: &[Line<'_>]) -> bool {
    let label = |line: &Line<'_>| Some(line.form(colon(line)?.checked_sub(1)?).to_owned());
    let mut labels: Vec<String> = lines.iter().filter_map(label).collect();
    labels.dedup();
    labels.windows(3).any(|of| of.first() == of.last())
}

/// The attribution of a line that begins with a speaker's label, and whether it is a turn of a
/// transcript, which goes on to the end of the paragraph.
pub(super) fn find(
    line: &Line<'_>,
    mentions: &[Mention],
    transcript: bool,
) -> Option<(Found, bool)> {
    let colon = colon(line)?;
    let end = line.len();
    if end < colon + 3 {
        return None;
    }
    let label = line.span(0, colon)?;
    let from = mentions.partition_point(|m| m.span.start < label.start);
    let mut inside = mentions.iter().skip(from).take_while(|m| m.span.start < label.end);
    let person = inside.any(|m| m.kind == EntityType::Person && m.span.end == label.end);
    // Elsewhere a name and a colon may head a paragraph about it.
    let said = line.headline
        || line.quote(colon + 1)
        || matches!(line.form(colon + 1), "i" | "we")
        || line.raw(colon.wrapping_sub(1)).chars().all(char::is_uppercase);
    let turn = transcript && (person || shouted(line, colon));
    // "POLICE" says who speaks as "police" does.
    let role = kind::speaks(line.form(colon - 1)) && !(line.headline && colon > 2);
    (turn || person && said || role).then(|| {
        let words = colon + 1..end;
        let found = Found {
            source: Some(0..colon),
            cue: colon..colon + 1,
            content: vec![words],
            speech: true,
        };
        (found, turn)
    })
}
