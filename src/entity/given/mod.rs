//! Mentions that somebody else marked, prepared for joining.
//!
//! A span whose head is one of the program's own mentions shares its actor. What the sentences
//! around the spans equate is joined next: brackets, appositions, "X is the Y", pronouns. All that
//! one label says of itself is left to [`super::coref`], which sees every article.

mod apposed;
mod pronoun;

use super::local::Sets;
use super::phrase::{self, Gender, Phrase};
use super::{EntityType, Form, Mention, find};
use crate::order::Order;
use crate::span::Span;
use crate::text::{Document, fold};

/// The sort of a given common noun: [`super::coref`] joins these by what they say.
pub(super) const COMMON_NOUN: &str = "given noun";

/// A given span or one of the program's own mentions, in order of place.
struct Node {
    span: Span,
    /// The head word alone.
    head: Span,
    sentence: usize,
    /// Index of the given span; `None` for the program's own.
    given: Option<usize>,
    form: Form,
    kind: Option<EntityType>,
    phrase: Phrase,
    /// Index of the program's own mention at its head.
    own: Option<usize>,
}

impl Node {
    /// Whether it names one person, as far as can be told.
    fn is_person(&self) -> bool {
        match self.form {
            Form::Name => self.kind == Some(EntityType::Person),
            Form::Nominal => {
                self.phrase.sort == phrase::Sort::Person
                    && !self.phrase.plural
                    && !self.phrase.joint
            }
            Form::Pronoun => false,
        }
    }
}

/// What the article's sieves read and join.
struct Reader<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    sets: Sets,
    reasons: Vec<Option<&'static str>>,
    /// What is known of a set's sex, by its representative.
    genders: crate::map::HashMap<u32, Gender>,
}

impl Reader<'_> {
    fn join(&mut self, a: usize, b: usize, reason: &'static str) {
        let gender = self.gender(a).or(self.gender(b));
        if self.sets.join(a as u32, b as u32) {
            let root = self.sets.find(a as u32);
            if let Some(gender) = gender {
                self.genders.insert(root, gender);
            }
            for i in [a, b] {
                if let Some(r @ None) = self.reasons.get_mut(i) {
                    *r = Some(reason);
                }
            }
        }
    }

    /// What is known of the sex of what a node names.
    fn gender(&mut self, i: usize) -> Option<Gender> {
        let root = self.sets.find(i as u32);
        self.genders.get(&root).copied()
    }

    /// The text between two places; empty where they are out of order.
    fn between(&self, from: u32, to: u32) -> &str {
        self.text.get(from as usize..to as usize).unwrap_or("")
    }
}

/// One mention for each span, in the order of the spans.
pub(super) fn given(
    text: &str,
    doc: &Document,
    spans: &[(Span, Option<EntityType>)],
) -> Vec<Mention> {
    let own = find::find(text, doc);
    let mut nodes: Vec<Node> = Vec::with_capacity(spans.len() + own.len());
    let mut taken = vec![false; own.len()];
    for (i, (span, kind)) in spans.iter().enumerate() {
        let phrase = phrase::read(span.of(text));
        let head = Span {
            start: span.start + phrase.head.0 as u32,
            end: span.start + phrase.head.1 as u32,
        };
        let at = own_at(&own, *span, head);
        if let Some(t) = at.and_then(|a| taken.get_mut(a)) {
            *t = true;
        }
        // "the Navy" and "the navy": a plain noun, whatever the capital.
        let plain = |m: &Mention| {
            m.known.is_none()
                && m.kind != EntityType::Person
                && phrase.length == 1
                && phrase.name == phrase.full
                && common(&phrase)
        };
        let at = at.filter(|a| !own.get(*a).is_some_and(plain));
        let m = at.and_then(|a| own.get(a));
        let form = match m {
            _ if pronoun::is(&phrase, span.of(text)) => Form::Pronoun,
            Some(m) => m.form,
            // "Police", "the President": common nouns with a capital.
            None if phrase.proper && !common(&phrase) => Form::Name,
            None => Form::Nominal,
        };
        nodes.push(Node {
            span: *span,
            head,
            sentence: doc.sentence_at(span.start).unwrap_or(0),
            given: Some(i),
            form,
            kind: kind.or(honoured(span.of(text))).or(m.map(|m| m.kind)),
            phrase,
            own: at.filter(|_| form != Form::Pronoun),
        });
    }
    for (i, m) in own.iter().enumerate().filter(|(i, _)| taken.get(*i) == Some(&false)) {
        nodes.push(Node {
            span: m.span,
            head: m.span,
            sentence: m.sentence,
            given: None,
            form: m.form,
            kind: Some(m.kind),
            phrase: phrase::read(m.span.of(text)),
            own: Some(i),
        });
    }
    nodes.order_by_key(|n| (n.span.start, core::cmp::Reverse(n.span.end)));
    let count = nodes.len();
    let sets = Sets::new(count);
    let genders = crate::map::HashMap::default();
    let mut reader = Reader { text, nodes, sets, reasons: vec![None; count], genders };
    same_own(&mut reader, &own);
    told(&mut reader, &own);
    apposed::join(&mut reader);
    pronoun::join(&mut reader);
    out(reader, &own, spans)
}

/// "Mrs. Okafor" is a person, whatever else is known.
fn honoured(label: &str) -> Option<EntityType> {
    let first = fold(label.split([' ', '.']).next().unwrap_or(""));
    (label.contains(' ') && matches!(first.as_str(), "mr" | "mrs" | "ms" | "dr"))
        .then_some(EntityType::Person)
}

/// Whether a head is a common noun, however it is written.
fn common(phrase: &Phrase) -> bool {
    (phrase::role(&phrase.lemma) || phrase.group.is_some() || phrase.state)
        && (phrase.length == 1 || phrase::role(&phrase.lemma) || phrase.name.is_empty())
}

/// Spans whose heads are the program's own mentions of one actor.
fn same_own(reader: &mut Reader<'_>, own: &[Mention]) {
    let mut first: crate::map::HashMap<u32, usize> = crate::map::HashMap::default();
    for i in 0..reader.nodes.len() {
        let local = reader.nodes.get(i).and_then(|n| own.get(n.own?)).map(|m| m.local);
        let Some(local) = local else { continue };
        let at = *first.entry(local).or_insert(i);
        reader.sets.join(at as u32, i as u32);
    }
}

/// What nouns and titles tell of sex.
fn told(reader: &mut Reader<'_>, own: &[Mention]) {
    for i in 0..reader.nodes.len() {
        let Some(node) = reader.nodes.get(i) else { continue };
        let title = node.own.and_then(|o| own.get(o)?.title).map(|t| fold(t.of(reader.text)));
        let titled = title
            .as_deref()
            .and_then(|t| t.split(|c: char| !c.is_alphanumeric()).find_map(phrase::gender));
        let first = node.span.of(reader.text).split([' ', '.']).next().map(fold);
        let found = titled
            .or_else(|| phrase::gender(&node.phrase.lemma).filter(|_| !node.phrase.plural))
            .or_else(|| {
                first
                    .filter(|f| matches!(f.as_str(), "mr" | "mrs" | "ms"))
                    .and_then(|f| phrase::gender(&f))
            });
        if let Some(gender) = found.filter(|_| node.form != Form::Pronoun) {
            let root = reader.sets.find(i as u32);
            reader.genders.entry(root).or_insert(gender);
        }
    }
}

/// The program's own mention that holds the head.
fn own_at(own: &[Mention], span: Span, head: Span) -> Option<usize> {
    if head.is_empty() {
        return None;
    }
    let from = own.partition_point(|m| m.span.end <= span.start.min(head.start));
    let of = |m: &Mention| m.span.overlaps(head) && m.span.end + 3 >= head.end;
    let found = own.get(from..)?.iter().take_while(|m| m.span.start < span.end);
    found
        .enumerate()
        .filter(|(_, m)| of(m))
        .min_by_key(|(_, m)| (m.form, m.span.start))
        .map(|(i, _)| from + i)
}

fn out(
    mut reader: Reader<'_>,
    own: &[Mention],
    spans: &[(Span, Option<EntityType>)],
) -> Vec<Mention> {
    let mut mentions: Vec<Option<Mention>> = vec![None; spans.len()];
    for i in 0..reader.nodes.len() {
        let local = reader.sets.find(i as u32);
        let Some(node) = reader.nodes.get(i) else { continue };
        let Some(slot) = node.given.and_then(|g| mentions.get_mut(g)) else { continue };
        let m = node.own.and_then(|o| own.get(o));
        *slot = Some(Mention {
            span: node.span,
            sentence: node.sentence,
            kind: node.kind.unwrap_or(EntityType::Misc),
            form: node.form,
            title: m.and_then(|m| m.title),
            local,
            reason: reader.reasons.get(i).copied().flatten().unwrap_or("given").to_owned(),
            known: m.and_then(|m| m.known),
            sort: match m {
                Some(m) => m.sort,
                None => (node.form == Form::Nominal).then_some(COMMON_NOUN),
            },
        });
    }
    mentions.into_iter().flatten().collect()
}
