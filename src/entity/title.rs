//! Titles, ranks and roles before a person's name.

use super::Mention;
use super::known::{HONORIFIC, MODIFIER, OFFICE, RANK, ROLE, STATE_BODY};
use super::scan::Words;
use super::{EntityType, Form};
use crate::span::Span;
use crate::text::Document;

/// The longest title, in tokens.
const LONGEST: usize = 10;

/// Gives each person the title that stands right before the name.
pub(super) fn find(text: &str, doc: &Document, words: &Words, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let Some(m) = mentions.get(i) else { continue };
        if m.kind != EntityType::Person || m.form != Form::Name {
            continue;
        }
        let Some(sentence) = doc.sentences.get(m.sentence) else { continue };
        let start = doc.tokens.partition_point(|t| t.span.start < m.span.start);
        let lowest = sentence.tokens.start.max(start.saturating_sub(LONGEST));
        let mut at = start;
        let mut from = None;
        let mut earlier = i;
        while at > lowest {
            let j = at - 1;
            let Some(token) = doc.tokens.get(j) else { break };
            let class = words.infos.get(token.word as usize).map_or(0, |w| w.class);
            let surface = token.span.of(text);
            if surface == "." || surface == "-" {
                at = j;
                continue;
            }
            if class & (RANK | HONORIFIC | OFFICE | ROLE) != 0 && !surface.ends_with("'s") {
                at = j;
                from = Some(j);
                continue;
            }
            if from.is_none() {
                break;
            }
            if class & (MODIFIER | STATE_BODY) != 0 || matches!(surface, "coalition" | "Coalition")
            {
                at = j;
                from = Some(j);
                continue;
            }
            // A name right before a title tells whose: "US Army Col.", "Syrian President".
            while earlier > 0
                && mentions.get(earlier).is_some_and(|e| e.span.start > token.span.start)
            {
                earlier -= 1;
            }
            let owner = mentions.get(earlier).filter(|e| {
                earlier < i && e.span.overlaps(token.span) && e.kind != EntityType::Person
            });
            match owner {
                Some(owner) if owner.span.end >= token.span.end => {
                    let first = doc.tokens.partition_point(|t| t.span.start < owner.span.start);
                    if first < lowest || first > j {
                        break;
                    }
                    at = first;
                    from = Some(first);
                }
                _ => break,
            }
        }
        let Some(from) = from else { continue };
        let (Some(first), Some(last)) =
            (doc.tokens.get(from), start.checked_sub(1).and_then(|l| doc.tokens.get(l)))
        else {
            continue;
        };
        let span = Span { start: first.span.start, end: last.span.end };
        if let Some(m) = mentions.get_mut(i) {
            m.title = Some(span);
        }
    }
}
