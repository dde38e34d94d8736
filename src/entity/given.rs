//! Mentions that somebody else marked, prepared for joining.
//!
//! A span that ends in one of the program's own mentions shares its actor. What remains is joined
//! by its head word, and pronouns go to the nearest person or body before them.

use super::{EntityType, Form, Mention, find, sound};
use crate::map::ByName;
use crate::span::Span;
use crate::text::{Document, stem};

/// The sort of a given common noun: [`super::resolve`] joins these by head word.
pub(super) const COMMON_NOUN: &str = "given noun";

/// How many sentences back a pronoun looks.
const REACH: usize = 3;

/// One mention for each span, in the order of the spans.
pub(super) fn given(
    text: &str,
    doc: &Document,
    spans: &[(Span, Option<EntityType>)],
) -> Vec<Mention> {
    let own = find::find(text, doc);
    let mut next = own.iter().map(|m| m.local + 1).max().unwrap_or(0);
    let mut heads: ByName<u32> = ByName::default();
    let mut out: Vec<Mention> = Vec::with_capacity(spans.len());
    for (span, kind) in spans {
        let tokens = doc.tokens_in(*span);
        let last = tokens.end.checked_sub(1).filter(|l| *l >= tokens.start);
        let head = last.map_or("", |l| sound::strip_possessive(doc.form(l)));
        let sentence = doc.sentence_at(span.start).unwrap_or(0);
        if tokens.len() == 1
            && let Some(types) = pronoun(head)
            && let Some(of) = antecedent(&own, &out, span.start, sentence, types)
        {
            let m = Mention {
                span: *span,
                sentence,
                kind: kind.unwrap_or(of.kind),
                form: Form::Pronoun,
                title: None,
                reason: "the nearest before it".to_owned(),
                ..of
            };
            out.push(m);
            continue;
        }
        if let Some(m) = own_at(&own, *span) {
            out.push(Mention { span: *span, kind: kind.unwrap_or(m.kind), ..m.clone() });
            continue;
        }
        let capital = last
            .and_then(|l| doc.tokens.get(l))
            .is_some_and(|t| t.span.of(text).starts_with(char::is_uppercase));
        let key = if capital { head.to_owned() } else { stem(head) };
        let local = *heads.or_insert_with(&key, || {
            next += 1;
            next - 1
        });
        out.push(Mention {
            span: *span,
            sentence,
            kind: kind.unwrap_or(EntityType::Misc),
            form: if capital { Form::Name } else { Form::Nominal },
            title: None,
            local,
            reason: "given".to_owned(),
            known: None,
            sort: (!capital).then_some(COMMON_NOUN),
        });
    }
    out
}

/// The program's own mention that the span ends in: the head of an English noun phrase stands
/// last.
fn own_at(own: &[Mention], span: Span) -> Option<&Mention> {
    let from = own.partition_point(|m| m.span.start < span.start);
    own.get(from..)?
        .iter()
        .take_while(|m| m.span.start < span.end)
        .filter(|m| span.covers(m.span) && m.span.end + 3 >= span.end)
        .min_by_key(|m| m.span.start)
}

/// The types that a pronoun may stand for.
fn pronoun(word: &str) -> Option<&'static [EntityType]> {
    match word {
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => {
            Some(&[EntityType::Person])
        }
        "it" | "its" | "itself" => Some(&[EntityType::Org, EntityType::Loc]),
        "they" | "them" | "their" | "themselves" => Some(&[EntityType::Org, EntityType::Norp]),
        _ => None,
    }
}

/// The nearest earlier mention, the program's or a given one, of a fitting type.
fn antecedent(
    own: &[Mention],
    given: &[Mention],
    before: u32,
    sentence: usize,
    types: &[EntityType],
) -> Option<Mention> {
    let nearest = |list: &[Mention]| {
        let end = list.partition_point(|m| m.span.start < before);
        list.get(..end)?
            .iter()
            .rev()
            .take(40)
            .take_while(|m| m.sentence + REACH >= sentence)
            .find(|m| types.contains(&m.kind) && m.span.end <= before)
            .cloned()
    };
    match (nearest(own), nearest(given)) {
        (Some(a), Some(b)) => Some(if b.span.start >= a.span.start { b } else { a }),
        (a, b) => a.or(b),
    }
}
