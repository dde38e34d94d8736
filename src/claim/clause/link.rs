//! The surface subject and the object of each verb group.

use super::Modality;
use super::chunk::{Group, Piece, Sentence};
use super::reach::{
    REACH, antecedent, aside, before, finite_between, governed, phrase_before, restricted,
};
use super::tell::Use;
use super::unit::Kind;
use super::verb::{kind, kinds};

/// Links all groups of a sentence, from left to right.
pub(in crate::claim) fn link(s: &mut Sentence<'_>) {
    for g in 0..s.groups.len() {
        let object = object(s, g);
        s.groups[g].object = object;
        // "to" tells an aim unless the verb before it says otherwise.
        if s.groups[g].usage == Use::Infinitive && s.groups[g].modality == Modality::Done {
            s.groups[g].modality = Modality::Planned;
        }
        let subject = match s.groups[g].usage {
            Use::Finite => finite(s, g),
            Use::Infinitive => infinitive(s, g),
            Use::Ing => ing(s, g),
            Use::Participle => participle(s, g),
        };
        s.groups[g].subject = subject;
    }
}

/// The object: the noun phrase right after the verb or its particle, unless it is the subject of a clause.
fn object(s: &Sentence<'_>, g: usize) -> Option<usize> {
    let group = s.groups.get(g)?;
    if group.passive {
        return None;
    }
    let mut at = group.chunk + 1;
    if s.piece(at) == Some(Piece::Preposition) && particle(s, g).is_some() {
        at += 1;
    }
    if s.piece(at) != Some(Piece::Noun) {
        return None;
    }
    if group.kinds & (kind::STATE | kind::CONTENT | kind::CONTROL) == 0 {
        return Some(at);
    }
    // "said forces in the city seized": what follows has the phrase as its subject.
    let mut k = at + 1;
    while s.piece(k) == Some(Piece::Preposition) && s.piece(k + 1) == Some(Piece::Noun) {
        k += 2;
    }
    let clause =
        s.group_at(k).and_then(|n| s.groups.get(n)).is_some_and(|n| n.usage == Use::Finite);
    (!clause).then_some(at)
}

/// The particle that belongs to a verb: "carry out".
pub(in crate::claim) fn particle<'a>(s: &Sentence<'a>, g: usize) -> Option<&'a str> {
    let group = s.groups.get(g)?;
    let word = s.word(group.chunk + 1);
    let next = s.piece(group.chunk + 1) == Some(Piece::Preposition) && word.len() < 9;
    (next && kinds(&format!("{} {word}", group.lemma)) & kind::PHRASAL != 0).then_some(word)
}

fn finite(s: &mut Sentence<'_>, g: usize) -> Option<usize> {
    let mut end = s.groups.get(g)?.chunk;
    for _ in 0..3 {
        let last = end.checked_sub(1)?;
        match s.piece(last)? {
            Piece::Relative => {
                s.groups.get_mut(g)?.relative = true;
                return antecedent(s, last);
            }
            Piece::Conjunction => return shared(s, g),
            Piece::Comma => {
                // "attacked the town, seized the bridge and left": a list of verbs.
                let earlier = before(s, g, |b| s.groups[b].usage == Use::Finite);
                let list = earlier.is_some_and(|b| {
                    let from = s.groups[b].chunk;
                    (from..last).all(|k| !matches!(s.piece(k), Some(Piece::Comma)))
                        && s.piece(from.wrapping_sub(1)) != Some(Piece::Relative)
                });
                match aside(s, last) {
                    Some(comma) if !list => end = comma,
                    _ => return shared(s, g),
                }
            }
            Piece::Verb(_) | Piece::Stop | Piece::Subordinator => return None,
            Piece::Preposition => return None,
            Piece::Noun | Piece::Time => {
                if let Some(found) = phrase_before(s, end) {
                    let before = found.checked_sub(1).and_then(|r| s.piece(r));
                    // "territory they hold": the pronoun is left out.
                    let bare = before == Some(Piece::Noun)
                        && s.chunks
                            .get(found)
                            .and_then(|c| s.units.get(c.head))
                            .is_some_and(|u| u.kind == Kind::Pronoun);
                    s.groups.get_mut(g)?.relative = bare || before == Some(Piece::Relative);
                    return Some(found);
                }
                // Only adverbials stood there: "which in May seized", "and in May seized".
                let mut k = end;
                while k > 0
                    && matches!(
                        s.piece(k - 1),
                        Some(Piece::Noun | Piece::Time | Piece::Preposition)
                    )
                {
                    k -= 1;
                }
                // "has on occasion brought": the auxiliary stands before the adverbial.
                if let Some(a) = k.checked_sub(1).and_then(|v| s.group_at(v))
                    && let Some(aux) =
                        s.groups.get(a).filter(|a| a.link && a.object.is_none()).cloned()
                    && matches!(aux.lemma.as_str(), "have" | "be")
                {
                    let group = s.groups.get_mut(g)?;
                    group.passive |= aux.lemma == "be";
                    group.negated |= aux.negated;
                    group.modality = aux.modality;
                    return aux.subject;
                }
                if k == end {
                    return None;
                }
                end = k;
            }
        }
    }
    None
}

/// The subject of the verb before, for one that is joined to it by "and" or a comma.
fn shared(s: &mut Sentence<'_>, g: usize) -> Option<usize> {
    let usage = s.groups.get(g)?.usage;
    let chunk = s.groups.get(g)?.chunk;
    let inside = |b: usize| s.groups[b].usage == usage;
    let b = before(s, g, inside)?;
    let from = s.groups.get(b)?.chunk;
    // Another clause between them has its own subject.
    if (from..chunk).any(|k| s.piece(k) == Some(Piece::Subordinator)) {
        return None;
    }
    let earlier = s.groups.get(b)?.clone();
    let group = s.groups.get_mut(g)?;
    // "was captured and killed", "will attack and seize".
    if !group.auxiliary {
        group.modality = earlier.modality;
        if earlier.passive && group.object.is_none() {
            group.passive = true;
        }
    }
    earlier.subject
}

/// The subject of an infinitive: that of the verb before it, or that verb's object ("asked them to").
fn infinitive(s: &mut Sentence<'_>, g: usize) -> Option<usize> {
    let chunk = s.groups.get(g)?.chunk;
    let last = chunk.checked_sub(1)?;
    if s.piece(last) == Some(Piece::Conjunction)
        && before(s, g, |b| s.groups[b].usage == Use::Infinitive).is_some()
    {
        return shared(s, g);
    }
    if let Some(noun) = s.chunks.get(last).copied().filter(|n| n.piece == Piece::Noun) {
        let owner = (noun.from..noun.head).find(|u| s.units.get(*u).is_some_and(|u| u.possessive));
        s.groups.get_mut(g)?.owner = owner;
        // "a vote on a plan to", "the alliance for a campaign to": it is not told whose.
        let of = governed(s, last) == Some(Piece::Preposition)
            && matches!(s.word(last - 1), "on" | "for" | "about" | "over" | "against");
        if owner.is_some() || of {
            return None;
        }
    }
    let b = before(s, g, |_| true)?;
    let m = s.groups.get(b)?.clone();
    // A clause of its own between the two: "the group that the plan to".
    if crosses(s, m.chunk, chunk) {
        return None;
    }
    let adjacent =
        (m.chunk + 1..chunk).all(|k| matches!(s.piece(k), Some(Piece::Time | Piece::Preposition)));
    let controls = m.kinds & kind::CONTROL != 0;
    let bare = s
        .chunks
        .get(chunk)
        .is_some_and(|c| s.units.get(c.from).is_some_and(|u| u.kind != Kind::To));
    let controls = controls || bare;
    let group = s.groups.get_mut(g)?;
    if bare {
        group.modality = m.modality;
    } else if m.link && m.lemma == "have" && m.chunk + 1 == chunk {
        group.modality = Modality::Required;
    } else if adjacent && (m.passive || !m.link) {
        let fails = m.kinds & kind::FAIL != 0 && m.kinds & kind::PHASE == 0;
        // "did not fail to seize" tells that it did.
        group.negated |= m.negated != fails;
        group.modality = if m.kinds & kind::ATTEMPT != 0 {
            Modality::Attempted
        } else if m.kinds & kind::APPEAR != 0 {
            Modality::Possible
        } else if m.kinds & kind::PHASE != 0 && !m.passive {
            // What begins or goes on is as certain as that.
            m.modality
        } else if matches!(m.lemma.as_str(), "need" | "have") {
            Modality::Required
        } else {
            Modality::Planned
        };
    } else if m.link {
        let word = s.word(last);
        let negated = matches!(word, "unable" | "unwilling" | "reluctant" | "unlikely");
        let able = matches!(word, "able" | "unable" | "likely" | "unlikely");
        let group = s.groups.get_mut(g)?;
        group.negated |= negated || m.negated && able;
        group.modality = if able { Modality::Possible } else { Modality::Planned };
    }
    // "allowed the rebels to enter"; "they were asked to leave" have the surface subject.
    if controls
        && !m.passive
        && let Some(object) = m.object
    {
        return Some(object);
    }
    // "used by lawmakers to win".
    let by = if controls || m.kinds & (kind::AIM | kind::CONTENT) != 0 {
        None
    } else {
        by_noun(s, &m, last)
    };
    by.or(m.subject)
}

/// Who acts in the passive `m`, told by "by" before chunk `end`.
fn by_noun(s: &Sentence<'_>, m: &Group, end: usize) -> Option<usize> {
    let by = |k: &usize| s.piece(*k) == Some(Piece::Preposition) && s.word(*k) == "by";
    let by = (m.chunk + 1..end).find(by).filter(|_| m.passive)?;
    (s.piece(by + 1) == Some(Piece::Noun)).then_some(by + 1)
}

fn ing(s: &mut Sentence<'_>, g: usize) -> Option<usize> {
    let chunk = s.groups.get(g)?.chunk;
    let Some(last) = chunk.checked_sub(1) else { return fronted(s, g) };
    match s.piece(last)? {
        // "the coalition fighting the group".
        Piece::Noun => Some(restricted(s, last, false)),
        Piece::Relative => antecedent(s, last),
        Piece::Conjunction => {
            let same = before(s, g, |b| s.groups[b].usage == Use::Ing);
            same.and_then(|b| s.groups[b].subject).or_else(|| main_subject(s, g))
        }
        Piece::Verb(b) => {
            let m = s.groups.get(b)?.clone();
            let group = s.groups.get_mut(g)?;
            govern(&mut group.negated, &mut group.modality, &m, "");
            m.subject
        }
        Piece::Preposition => {
            let word = s.word(last);
            let instead = word == "of"
                && s.chunks
                    .get(last)
                    .is_some_and(|c| c.from > 0 && s.form(c.from - 1) == "instead");
            s.groups.get_mut(g)?.negated |= instead || word == "without";
            let Some(b) = before(s, g, |_| true) else { return fronted(s, g) };
            let m = s.groups.get(b)?.clone();
            let group = s.groups.get_mut(g)?;
            govern(&mut group.negated, &mut group.modality, &m, word);
            if instead {
                return m.subject;
            }
            // "the promise of joining" does not say who joins.
            let noun = s.piece(last.wrapping_sub(1)) == Some(Piece::Noun);
            let part = word == "of" && m.kinds & kind::BLAME == 0
                || word == "on" && m.kinds & kind::AIM == 0;
            if part && noun {
                return None;
            }
            let of_object =
                m.kinds & (kind::BLAME | kind::THANK | kind::PREVENT) != 0 && !m.passive;
            if of_object && m.object.is_some() {
                return m.object;
            }
            // "was planned by the army without telling".
            by_noun(s, &m, last).or(m.subject)
        }
        Piece::Comma | Piece::Time => main_subject(s, g),
        Piece::Subordinator => main_subject(s, g).or_else(|| fronted(s, g)),
        Piece::Stop => fronted(s, g),
    }
}

/// What the verb `m` says of the "-ing" form that depends on it, by the preposition between.
fn govern(negated: &mut bool, modality: &mut Modality, m: &Group, preposition: &str) {
    if m.kinds & kind::AIM != 0 && (preposition != "by" && preposition != "after") {
        *modality = Modality::Planned;
    } else if m.kinds & kind::ATTEMPT != 0 && preposition.is_empty() {
        *modality = Modality::Attempted;
    } else if m.kinds & kind::BLAME != 0 && matches!(preposition, "of" | "for" | "with") {
        *modality = Modality::Possible;
    } else if m.kinds & kind::PREVENT != 0 && preposition == "from"
        || m.kinds & kind::FAIL != 0 && preposition.is_empty()
    {
        // "was not prevented from seizing" tells no failure.
        *negated |= !m.negated;
    } else if matches!(preposition, "" | "by") {
        *modality = m.modality;
        *negated |= m.negated && preposition.is_empty();
    }
}

/// Whether another clause begins between two chunks that is not ended by a comma.
fn crosses(s: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|k| match s.piece(k) {
        Some(Piece::Subordinator) => true,
        Some(Piece::Relative) => (k..to).all(|c| s.piece(c) != Some(Piece::Comma)),
        _ => false,
    })
}

/// The subject of the clause around a participle clause: of the nearest finite verb before it; after
/// "while" rather of one that is not in a relative clause.
fn main_subject(s: &Sentence<'_>, g: usize) -> Option<usize> {
    let usable = |b: usize| s.groups[b].usage == Use::Finite && s.groups[b].subject.is_some();
    let chunk = s.groups.get(g)?.chunk;
    let while_ = s.piece(chunk.wrapping_sub(1)) == Some(Piece::Subordinator);
    let b = before(s, g, |b| usable(b) && !(while_ && s.groups[b].relative))
        .or_else(|| before(s, g, usable))?;
    s.groups.get(b)?.subject
}

/// A participle clause at the start of a sentence: the phrase after its comma.
fn fronted(s: &Sentence<'_>, g: usize) -> Option<usize> {
    let chunk = s.groups.get(g)?.chunk;
    let comma = (chunk..s.chunks.len()).take(REACH).find(|k| s.piece(*k) == Some(Piece::Comma))?;
    // "Defeating the group remains crucial": the clause is itself a subject.
    if finite_between(s, chunk + 1, comma) {
        return None;
    }
    (s.piece(comma + 1) == Some(Piece::Noun)).then_some(comma + 1)
}

/// The phrase that a participle without an auxiliary says something of: "the city held by", "Backed by jets,
/// the army".
fn participle(s: &mut Sentence<'_>, g: usize) -> Option<usize> {
    s.groups.get_mut(g)?.passive = true;
    let chunk = s.groups.get(g)?.chunk;
    let Some(mut last) = chunk.checked_sub(1) else { return fronted(s, g) };
    // "the city currently held by".
    if s.piece(last) == Some(Piece::Time) && s.piece(last.wrapping_sub(1)) == Some(Piece::Noun) {
        last -= 1;
    }
    match s.piece(last)? {
        Piece::Noun => Some(restricted(s, last, false)),
        Piece::Comma => last.checked_sub(1).filter(|n| s.piece(*n) == Some(Piece::Noun)),
        Piece::Conjunction => {
            let b = before(s, g, |b| s.groups[b].passive)?;
            s.groups.get(b)?.subject
        }
        Piece::Stop => fronted(s, g),
        _ => None,
    }
}
