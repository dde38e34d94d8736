//! Looks for the phrases and verbs that stand before a verb group or a relative pronoun.

use super::chunk::{Piece, Sentence};
use super::tell::Use;

/// The farthest that is looked, in chunks.
pub(in crate::claim) const REACH: usize = 30;

/// Whether the noun phrase at chunk `c` belongs to a preposition or verb before it.
pub(in crate::claim) fn governed(s: &Sentence<'_>, c: usize) -> Option<Piece> {
    c.checked_sub(1)
        .and_then(|b| s.piece(b))
        .filter(|p| matches!(p, Piece::Preposition | Piece::Verb(_)))
}

/// The head of the noun phrase that ends before chunk `end`: past phrases with prepositions after it.
pub(in crate::claim) fn phrase_before(s: &Sentence<'_>, end: usize) -> Option<usize> {
    let mut c = end;
    let mut fallback = None;
    while let Some(before) = c.checked_sub(1).filter(|_| end - c < REACH) {
        match s.piece(before)? {
            Piece::Noun => match governed(s, before) {
                Some(Piece::Preposition) => {
                    fallback = fallback.or(Some(before));
                    c = before - 1;
                }
                Some(Piece::Verb(v)) => match past_object(s, v, before) {
                    Some(past) => c = past,
                    None => return Some(before),
                },
                _ if before > 0 && s.piece(before - 1) == Some(Piece::Conjunction) => {
                    let first = conjuncts(s, before);
                    // "the alliance of militias and tribes is": the phrase with "of" goes on.
                    let other = first
                        .checked_sub(2)
                        .filter(|n| first == before && s.piece(*n) == Some(Piece::Noun));
                    let inner = other.filter(|n| {
                        governed(s, *n) == Some(Piece::Preposition) && !clause_before(s, *n)
                    });
                    match inner {
                        Some(inner) => c = inner - 1,
                        None => return Some(first),
                    }
                }
                _ => return Some(before),
            },
            Piece::Time => {
                c = before;
                if before > 0 && s.piece(before - 1) == Some(Piece::Preposition) {
                    c = before - 1;
                }
            }
            // "the package addressed to the town was": the participle belongs to the noun.
            Piece::Verb(v)
                if c < end && s.groups.get(v).is_some_and(|v| v.usage != Use::Finite) =>
            {
                c = before;
            }
            _ => break,
        }
    }
    None
}

/// Where to go on from the object of verb group `v` at chunk `object`: a participle, infinitive or relative
/// clause belongs to the noun before it. `None` where the phrase is no object but a subject.
fn past_object(s: &Sentence<'_>, v: usize, object: usize) -> Option<usize> {
    let group = s.groups.get(v).filter(|g| g.object == Some(object))?;
    match group.usage {
        Use::Ing | Use::Infinitive if group.chunk > 0 => Some(group.chunk),
        Use::Finite if group.relative => {
            let relative =
                (0..group.chunk).rev().take(4).find(|k| s.piece(*k) == Some(Piece::Relative))?;
            Some(
                relative - usize::from(relative > 0 && s.piece(relative - 1) == Some(Piece::Comma)),
            )
        }
        _ => None,
    }
}

/// Whether a finite verb stands before chunk `c` in its clause.
fn clause_before(s: &Sentence<'_>, c: usize) -> bool {
    (c.saturating_sub(REACH)..c)
        .rev()
        .take_while(|k| {
            !matches!(
                s.piece(*k),
                Some(Piece::Stop | Piece::Comma | Piece::Subordinator | Piece::Relative)
            )
        })
        .any(|k| finite_at(s, k))
}

/// The first of phrases that are joined by "and": "the army and its allies". What belongs to a verb or a
/// preposition before it is no part of the subject.
fn conjuncts(s: &Sentence<'_>, last: usize) -> usize {
    let mut first = last;
    let mut joined = false;
    while let Some(mark) = first.checked_sub(1) {
        let and = s.piece(mark) == Some(Piece::Conjunction);
        let listed = joined && s.piece(mark) == Some(Piece::Comma);
        if !and && !listed {
            break;
        }
        let and = if and && mark > 0 && s.piece(mark - 1) == Some(Piece::Comma) {
            mark - 1
        } else {
            mark
        };
        let Some(before) = and.checked_sub(1).filter(|b| s.piece(*b) == Some(Piece::Noun)) else {
            break;
        };
        if governed(s, before).is_some() {
            break;
        }
        first = before;
        joined = true;
    }
    first
}

/// The antecedent of the relative pronoun at chunk `c`.
pub(in crate::claim) fn antecedent(s: &Sentence<'_>, c: usize) -> Option<usize> {
    let mut end = c;
    let mut comma = false;
    if end > 0 && s.piece(end - 1) == Some(Piece::Preposition) {
        end -= 1;
    }
    if end > 0 && s.piece(end - 1) == Some(Piece::Comma) {
        end -= 1;
        comma = true;
    }
    let before = end.checked_sub(1)?;
    match s.piece(before)? {
        Piece::Noun if comma => Some(before),
        Piece::Noun => Some(restricted(s, before, true)),
        _ => None,
    }
}

/// What a clause without a comma before it says more of: no name after a preposition ("a bill in the Senate
/// that would", "a letter to Orel saying"), but the noun before.
pub(in crate::claim) fn restricted(s: &Sentence<'_>, mut c: usize, with: bool) -> usize {
    // "with Orel saying": there it is the name.
    while s.is_name(c)
        && governed(s, c) == Some(Piece::Preposition)
        && (with || s.word(c - 1) != "with")
    {
        match c.checked_sub(2) {
            Some(before) if s.piece(before) == Some(Piece::Noun) => c = before,
            _ => break,
        }
    }
    c
}

/// Past an aside between commas that ends at chunk `comma`: the comma at which it begins.
pub(in crate::claim) fn aside(s: &Sentence<'_>, comma: usize) -> Option<usize> {
    let from = comma.saturating_sub(REACH);
    let mut k = comma;
    while k > from {
        k -= 1;
        match s.piece(k)? {
            Piece::Stop => return None,
            Piece::Comma => {
                let next = s.piece(k + 1)?;
                let finite = finite_between(s, k + 1, comma);
                let relative = next == Piece::Relative;
                if relative || !finite && next != Piece::Conjunction {
                    return Some(k);
                }
                // "X, which holds A, B and C, seized": the relative clause may begin at a comma before.
                if next == Piece::Subordinator {
                    return Some(k);
                }
            }
            _ => {}
        }
    }
    None
}

pub(in crate::claim) fn finite_between(s: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|k| finite_at(s, k))
}

fn finite_at(s: &Sentence<'_>, chunk: usize) -> bool {
    s.group_at(chunk).and_then(|g| s.groups.get(g)).is_some_and(|g| g.usage == Use::Finite)
}

/// The nearest group before `g` that passes, in the same part of the sentence.
pub(in crate::claim) fn before(
    s: &Sentence<'_>,
    g: usize,
    passes: impl Fn(usize) -> bool,
) -> Option<usize> {
    let chunk = s.groups.get(g)?.chunk;
    // A relative clause that a comma ended is no part of what goes on.
    let over = |b: usize| {
        s.groups.get(b).is_some_and(|r| {
            r.relative
                && (r.chunk..chunk.saturating_sub(1)).any(|k| s.piece(k) == Some(Piece::Comma))
        })
    };
    let found = (0..g).rev().take(8).find(|b| passes(*b) && !over(*b))?;
    let from = s.groups.get(found)?.chunk;
    let near = chunk - from <= REACH && (from..chunk).all(|k| s.piece(k) != Some(Piece::Stop));
    near.then_some(found)
}
