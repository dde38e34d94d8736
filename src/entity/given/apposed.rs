//! What stands side by side: "coach Ana Marsh", "Ana Marsh, the coach", "Ana Marsh is the coach",
//! "Free Lemko Army (FLA)".

use super::Reader;
use crate::entity::phrase::Sort;
use crate::entity::{EntityType, Form, acronym, sound};
use crate::text::class::{Classes, classes};
use crate::text::fold;

/// The most words between a name and the head of its apposition.
const WORDS: usize = 6;

/// Joins neighbours that the sentence equates.
pub(super) fn join(reader: &mut Reader<'_>) {
    for i in 0..reader.nodes.len() {
        // Spans may lie inside of each other; the next few are enough.
        for j in i + 1..reader.nodes.len().min(i + 5) {
            if let Some(reason) = equated(reader, i, j) {
                reader.join(i, j, reason);
            }
        }
    }
}

fn equated(reader: &Reader<'_>, i: usize, j: usize) -> Option<&'static str> {
    let (a, b) = (reader.nodes.get(i)?, reader.nodes.get(j)?);
    if a.sentence != b.sentence
        || a.span.overlaps(b.span)
        || a.form == Form::Pronoun
        || b.form == Form::Pronoun
        || b.phrase.begin > 0
    {
        return None;
    }
    let between = reader.between(a.span.end, b.span.start);
    let fits = |noun: &super::Node, name: &super::Node| {
        if noun.form != Form::Nominal && noun.phrase.proper && noun.phrase.sort == Sort::Unknown
            || name.form != Form::Name
            || noun.phrase.joint
        {
            return false;
        }
        match (noun.phrase.sort, name.kind) {
            (Sort::Person, kind) => {
                !noun.phrase.plural
                    && !matches!(kind, Some(EntityType::Loc | EntityType::Norp | EntityType::Org))
            }
            (Sort::Body, kind) => !noun.phrase.plural && kind != Some(EntityType::Person),
            (Sort::Place, Some(EntityType::Loc)) => !noun.phrase.plural,
            (Sort::Thing, Some(EntityType::Misc)) => !noun.phrase.plural,
            _ => false,
        }
    };
    let gap = between.trim();
    if gap.is_empty() && fits(a, b) && a.own.is_none() {
        return Some("a word for what is named right before the name");
    }
    if gap == "(" || gap == "[" {
        let after = reader.text.get(b.span.end as usize..)?.trim_start();
        let long = sound::key(&fold(a.span.of(reader.text)));
        let short = sound::key(&fold(b.span.of(reader.text)));
        if after.starts_with([')', ']'])
            && (acronym::abbreviates(b.span.of(reader.text), &long)
                || acronym::abbreviates(a.span.of(reader.text), &short))
        {
            return Some("the text defines one by the other in brackets");
        }
    }
    // "the coach, Ana Marsh,".
    if gap == "," && fits(a, b) && closes(reader, b.span.end) && !a.phrase.proper {
        return Some("an apposition");
    }
    if !fits(b, a) {
        return None;
    }
    let mut words = between.split_whitespace();
    if let Some(rest) = gap.strip_prefix(',')
        && (noun_phrase(rest, true) || rest.is_empty() && b.phrase.length > 1)
        && between.starts_with(',')
        && (closes(reader, b.span.end) || b.phrase.length > 1 || of_follows(reader, b.span.end))
    {
        return Some("an apposition");
    }
    let verb = words.next()?;
    if matches!(verb, "is" | "was" | "became" | "remains" | "as") {
        let rest: Vec<&str> = words.collect();
        let rest = rest.join(" ");
        if noun_phrase(&rest, false) && (!rest.is_empty() || b.span.of(reader.text).contains(' ')) {
            return Some("the sentence says that one is the other");
        }
    }
    None
}

/// Whether words may stand before a head noun: a determiner and modifiers, no verb.
fn noun_phrase(words: &str, determined: bool) -> bool {
    let list: Vec<String> = words.split_whitespace().map(fold).collect();
    if list.len() > WORDS || determined && list.is_empty() {
        return false;
    }
    let first = list.first().map_or("", String::as_str);
    let starts = list.is_empty()
        || classes(first).any(Classes::DET)
        || first.ends_with("'s")
        || matches!(first, "former" | "then" | "acting");
    starts
        && list.iter().all(|w| {
            !w.contains([',', ';', ':', '"'])
                && (!classes(w).any(
                    Classes::PREP
                        .with(Classes::SUB)
                        .with(Classes::AUX)
                        .with(Classes::MODAL)
                        .with(Classes::WH)
                        .with(Classes::CONJ)
                        .with(Classes::VERB)
                        .with(Classes::PRON),
                ) || classes(w).any(Classes::DET))
        })
}

/// Whether a mark follows that ends an apposition.
fn closes(reader: &Reader<'_>, at: u32) -> bool {
    let rest = reader.text.get(at as usize..).unwrap_or("");
    rest.starts_with([',', '.', ';', ')']) || rest.is_empty()
}

fn of_follows(reader: &Reader<'_>, at: u32) -> bool {
    let rest = reader.text.get(at as usize..).unwrap_or("").trim_start();
    ["of ", "for ", "from ", "at ", "who ", "in "].iter().any(|w| rest.starts_with(w))
}
