//! Pronouns: to the nearest mention before them that fits, the subject of a sentence first.

use super::{Node, Reader};
use crate::entity::phrase::{self, Phrase, Sort};
use crate::entity::{EntityType, Form};
use crate::text::fold;

/// How many sentences back a pronoun looks.
const REACH: usize = 3;

/// How many mentions back it looks.
const LOOK: usize = 200;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// "he", "she".
    Person,
    /// "I", "my": who speaks.
    Speaker,
    /// "it".
    Thing,
    /// "they".
    Many,
    /// "who", "which": what stands right before.
    Before,
}

fn asks(word: &str) -> Option<Asks> {
    Some(match word {
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => Asks::Person,
        "i" | "me" | "my" | "mine" | "myself" | "i'm" | "i've" | "i'll" => Asks::Speaker,
        "it" | "its" | "itself" => Asks::Thing,
        "they" | "them" | "their" | "theirs" | "themselves" => Asks::Many,
        "who" | "whom" | "whose" | "which" | "that" | "where" => Asks::Before,
        _ => return None,
    })
}

/// Whether a given span is a pronoun.
pub(super) fn is(phrase: &Phrase, label: &str) -> bool {
    phrase.length <= 1 && asks(&word(label)).is_some()
}

fn word(label: &str) -> String {
    fold(label.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Joins each pronoun with what it stands for.
pub(super) fn join(reader: &mut Reader<'_>) {
    for i in 0..reader.nodes.len() {
        let Some(node) = reader.nodes.get(i).filter(|n| n.form == Form::Pronoun) else { continue };
        let label = word(node.span.of(reader.text));
        let Some(asked) = asks(&label) else { continue };
        let found = match asked {
            Asks::Before => before(reader, i),
            Asks::Speaker => speaker(reader, i),
            _ => antecedent(reader, i, asked, &label),
        };
        if let Some(of) = found {
            let kind = reader.nodes.get(of).and_then(|n| n.kind);
            reader.join(of, i, "the nearest before it that fits");
            if let Some(n) = reader.nodes.get_mut(i) {
                n.kind = n.kind.or(kind);
            }
        }
    }
}

/// Whether a node fits a pronoun.
fn fits(node: &Node, asked: Asks) -> bool {
    let p = &node.phrase;
    match asked {
        Asks::Person | Asks::Speaker => node.is_person(),
        Asks::Thing => match node.form {
            Form::Name => {
                matches!(node.kind, Some(EntityType::Org | EntityType::Loc | EntityType::Misc))
            }
            _ => !p.plural && !p.joint && !matches!(p.sort, Sort::Person | Sort::Crowd),
        },
        Asks::Many => match node.form {
            Form::Name => matches!(node.kind, Some(EntityType::Org | EntityType::Norp)) || p.plural,
            _ => p.plural || p.joint || matches!(p.sort, Sort::Crowd | Sort::Body),
        },
        Asks::Before => true,
    }
}

/// Sentence by sentence backwards; in each the first that fits, which is most often its subject.
fn antecedent(reader: &mut Reader<'_>, i: usize, asked: Asks, label: &str) -> Option<usize> {
    let node = reader.nodes.get(i)?;
    let (start, here) = (node.span.start, node.sentence);
    let gender = phrase::gender(label);
    for back in 0..=REACH {
        let sentence = here.checked_sub(back)?;
        let from = reader.nodes.partition_point(|n| n.sentence < sentence);
        let mut found: Option<(usize, (bool, bool))> = None;
        for j in from.max(i.saturating_sub(LOOK))..i {
            let other = if asked == Asks::Person { reader.gender(j) } else { None };
            if other.is_some() && gender.is_some() && other != gender {
                continue;
            }
            let Some(n) = reader.nodes.get(j).filter(|n| n.sentence == sentence) else { continue };
            // The same pronoun goes on with what it stood for.
            let same = n.form == Form::Pronoun
                && asks(&word(n.span.of(reader.text))) == Some(asked)
                && reader.reasons.get(j).copied().flatten().is_some();
            if n.span.end > start || !same && !fits(n, asked) {
                continue;
            }
            // "The club closed it": the subject of the same verb is another.
            if matches!(label, "it" | "him" | "them") && back == 0 {
                let gap = reader.text.get(n.span.end as usize..start as usize).unwrap_or("");
                if gap.split_whitespace().count() == 1 {
                    continue;
                }
            }
            // The right sex, then a name in an earlier sentence, count more than the order.
            let rank = (other.is_some(), back > 0 && n.form == Form::Name);
            if found.is_none_or(|f| rank > f.1) {
                found = Some((j, rank));
            }
        }
        if let Some((j, _)) = found {
            return Some(j);
        }
    }
    None
}

/// Who speaks: a person named in the sentence outside of its quotation, or in one next to it.
fn speaker(reader: &Reader<'_>, i: usize) -> Option<usize> {
    let node = reader.nodes.get(i)?;
    let near = |sentence: usize| {
        let from = reader.nodes.partition_point(|n| n.sentence < sentence);
        let list = reader.nodes.get(from..).unwrap_or(&[]);
        list.iter()
            .take(LOOK)
            .enumerate()
            .map(|(j, n)| (from + j, n))
            .take_while(|(_, n)| n.sentence == sentence)
            .filter(|(_, n)| n.is_person())
            .min_by_key(|(_, n)| {
                let (a, b) = (n.span.start, node.span.start);
                // What stands after the quotation says it more often than what stands inside.
                (n.form != Form::Name, a.abs_diff(b))
            })
            .map(|(j, _)| j)
    };
    near(node.sentence)
        .or_else(|| near(node.sentence + 1))
        .or_else(|| near(node.sentence.checked_sub(1)?))
}

/// What a relative pronoun follows.
fn before(reader: &Reader<'_>, i: usize) -> Option<usize> {
    let node = reader.nodes.get(i)?;
    let found = reader
        .nodes
        .iter()
        .enumerate()
        .take(i)
        .rev()
        .take(6)
        .filter(|(_, n)| n.sentence == node.sentence && n.span.end <= node.span.start)
        .min_by_key(|(_, n)| node.span.start - n.head.end.min(node.span.start))?;
    let gap = reader.between(found.1.span.end, node.span.start);
    (gap.split_whitespace().count() <= 4).then_some(found.0)
}
