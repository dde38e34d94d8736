//! What is attributed: right of the cue or left of it.

use super::cue::{self, Cue};
use super::line::Line;
use super::source;
use super::verbs::{self, Tense};
use crate::text::class::Classes;
use std::ops::Range;

/// Words that begin a clause of their own after a comma.
fn turns(form: &str) -> bool {
    matches!(form, "but" | "while" | "although" | "though" | "whereas" | "however")
}

/// Whether a reporting verb with a subject of its own follows the comma at unit `u`.
fn new_cue_after(line: &Line<'_>, u: usize) -> bool {
    let first = u + 1;
    if cue::according(line, first).is_some() {
        return true;
    }
    for k in first..line.len().min(first + 14) {
        if let Some((verb, tense)) = verbs::verb(line.form(k))
            && line.word(k)
            && !line.capital(k)
        {
            let speaks = verb.frames.quote || verb.frames.bare;
            return match tense {
                Tense::Ing => k == first || k == first + 1 && line.form(first).ends_with("ly"),
                Tense::Past | Tense::Third => {
                    let subject = k > first
                        || matches!(line.form(u + 2), "the" | "a" | "an")
                        || line.capital(u + 2);
                    verb.speech
                        && speaks
                        && verb.frames.bare
                        && subject
                        && cue::at(line, k).is_some()
                }
                _ => false,
            };
        }
        if line.finite(k)
            || line.quote(k)
            || matches!(line.form(k), ";" | ":")
            || line.is(k, Classes::WH)
        {
            return false;
        }
    }
    false
}

/// One past the last unit of a content that begins at `start`.
pub(super) fn end(line: &Line<'_>, start: usize) -> usize {
    let mut u = start;
    while u < line.len() {
        let form = line.form(u);
        if matches!(form, ";") {
            return u;
        }
        if form == "," && u > start {
            let next = line.form(u + 1);
            let aside = next.ends_with("ly") && line.form(u + 2).ends_with("ing");
            if turns(next) || aside || new_cue_after(line, u) {
                return u;
            }
        }
        if cue::according(line, u).is_some() && u > start {
            return u;
        }
        u += 1;
    }
    trim(line, start, line.len())
}

/// Without marks at the end.
fn trim(line: &Line<'_>, start: usize, mut end: usize) -> usize {
    while end > start && !line.word(end - 1) && !line.quote(end - 1) {
        if matches!(line.form(end - 1), ")" | "]" | "%" | "'" | "’") {
            break;
        }
        end -= 1;
    }
    end
}

/// Past times, adverbs, the person who is told and the occasion: to where content may begin.
fn skip_adjuncts(line: &Line<'_>, cue: &Cue) -> usize {
    let mut u = cue.end;
    let mut person = cue.verb.person && !cue.particle;
    loop {
        let form = line.form(u);
        if let Some(after) = line.time(u) {
            u = after;
        } else if matches!(form, "on" | "in" | "at" | "late" | "early" | "earlier" | "since")
            && line.time(u + 1).is_some()
        {
            u = line.time(u + 1).unwrap_or(u + 1);
        } else if line.is(u, Classes::ADV)
            && !line.is(u, Classes::PREP.with(Classes::SUB))
            && form != "only"
            || form.ends_with("ly") && form.len() > 4 && !line.capital(u)
        {
            u += 1;
        } else if person
            && line.word(u)
            && form != "that"
            && !line.is(u, Classes::WH)
            && form != "to"
        {
            person = false;
            u = after_person(line, u);
        } else if form == "to" && !cue.verb.frames.to && !cue.verb.person {
            match marker(line, u + 1, 8) {
                Some(at) => u = at,
                None => return u,
            }
        } else if matches!(
            form,
            "in" | "on" | "at" | "during" | "via" | "through" | "from" | "after" | "by"
        ) {
            match marker(line, u + 1, 14) {
                // "agreed on a “line”" quotes a word; "said in a statement “…”" says it.
                Some(at)
                    if line.quote(at) && !(u + 1..at).any(|k| source::occasion(line.form(k))) =>
                {
                    return u;
                }
                Some(at) => u = at,
                None => return after_occasion(line, u),
            }
        } else if form == "," && line.form(u + 1).ends_with("ing") && !line.quote(u + 1) {
            // "reported, citing officials, that …"
            let close = (u + 2..line.len().min(u + 18)).find(|k| line.form(*k) == ",");
            match close {
                Some(at) if line.form(at + 1) == "that" || line.quote(at + 1) => return at + 1,
                _ => return u,
            }
        } else {
            return u;
        }
    }
}

/// The unit that surely begins content, within `reach` units: "that", a quotation, a colon; or
/// the end of the line.
fn marker(line: &Line<'_>, from: usize, reach: usize) -> Option<usize> {
    for u in from..from + reach {
        let form = line.form(u);
        if u >= line.len()
            || matches!(form, "that" | ":" | ",")
            || line.quote(u)
            || matches!(form, "." | "!" | "?" | ";")
        {
            return Some(u);
        }
        if line.finite(u) {
            return None;
        }
    }
    None
}

/// "said in a statement the group would": past the occasion, to the next determiner or pronoun.
fn after_occasion(line: &Line<'_>, u: usize) -> usize {
    let first = u + 1 + usize::from(line.is(u + 1, Classes::DET));
    let mut k = first;
    while k < first + 8 && (line.open(k) || matches!(line.form(k), "of" | "with" | "for")) {
        if let Some(after) = line.time(k + 1) {
            return after;
        }
        k += 1;
        if line.is(k, Classes::DET.with(Classes::PRON))
            && line.form(k - 1) != "of"
            && line.form(k - 1) != "with"
        {
            return k;
        }
    }
    u
}

/// Past the person who is told.
fn after_person(line: &Line<'_>, u: usize) -> usize {
    if matches!(line.form(u), "me" | "us" | "him" | "her" | "them" | "you" | "it") {
        return u + 1;
    }
    let mut k = u;
    while k < line.len() && k < u + 12 {
        let form = line.form(k);
        let starts = matches!(form, "that" | ":" | "," | "to")
            || line.quote(k)
            || line.is(k, Classes::WH)
            || line.time(k).is_some()
            || matches!(
                form,
                "in" | "on"
                    | "at"
                    | "during"
                    | "via"
                    | "he"
                    | "she"
                    | "they"
                    | "it"
                    | "we"
                    | "i"
                    | "there"
            );
        let determined =
            k > u && line.is(k, Classes::DET) && !line.is(k - 1, Classes::PREP.with(Classes::CONJ));
        if starts || determined || !line.word(k) {
            break;
        }
        k += 1;
    }
    k
}

/// Whether units `from..to` hold a clause: a subject and a finite verb.
fn clause(line: &Line<'_>, from: usize, to: usize) -> bool {
    let first = line.open(from)
        || line.quote(from)
        || line.is(
            from,
            Classes::DET
                .with(Classes::PRON)
                .with(Classes::WH)
                .with(Classes::SUB)
                .with(Classes::PREP),
        );
    // "he's ready" holds both in one word.
    first
        && (line.subject_pronoun(from) && line.finite(from)
            || (from + 1..to).any(|u| line.finite(u) || line.quote(u)))
}

/// The content right of the cue.
pub(super) fn right(line: &Line<'_>, cue: &Cue) -> Option<Range<usize>> {
    let frames = cue.verb.frames;
    let s = skip_adjuncts(line, cue);
    let form = line.form(s);
    let to_end = |from: usize| {
        let to = joined_cue(line, cue, from, end(line, from));
        (to > from).then_some(from..to)
    };
    if matches!(form, "," | ":") {
        if line.quote(s + 1) {
            let more = line.len() > s + 2 && line.word(s + 2);
            return if more { to_end(s + 1) } else { Some(s + 1..s + 2) };
        }
        return if form == ":" && frames.quote { to_end(s + 1) } else { None };
    }
    // "asked the court for help".
    if s > cue.end && cue.verb.person && cue.verb.particles.contains(&form) && line.word(s + 1) {
        return Some(s + 1..noun_end(line, s + 1, end(line, s + 1))).filter(|r| r.end > r.start);
    }
    if form == "that" && (frames.that || frames.bare || cue.particle) {
        return to_end(s);
    }
    if line.quote(s) && (frames.quote || frames.that || frames.bare || frames.np || cue.particle) {
        return to_end(s);
    }
    let wh = line.is(s, Classes::WH) || form == "if";
    if wh && (frames.wh || cue.particle || frames.np) {
        return to_end(s);
    }
    if form == "to" && frames.to && line.word(s + 1) {
        return to_end(s);
    }
    if frames.bare {
        let range = to_end(s)?;
        if clause(line, range.start, range.end) {
            return Some(range);
        }
    }
    let noun = line.is(s, Classes::DET.with(Classes::PRON)) || line.open(s);
    let noun = noun && !wh || cue.particle && line.is(s, Classes::PREP) && line.word(s + 1);
    if (frames.np || cue.particle) && noun && (cue.tense != Tense::Ing || s == cue.end) {
        let to = noun_end(line, s, end(line, s));
        return (to > s).then_some(s..to);
    }
    None
}

/// Past a conjunction: the adverbs and auxiliaries before a verb.
fn past_group(line: &Line<'_>, from: usize) -> usize {
    let mut v = from;
    while v < from + 4
        && (line.is(v, Classes::ADV.with(Classes::AUX)) || line.form(v).ends_with("ly"))
        && line.word(v)
    {
        v += 1;
    }
    v
}

/// Where a content that ends before unit `to` is cut by "and said …": a second cue of the same
/// speaker.
fn joined_cue(line: &Line<'_>, cue: &Cue, from: usize, to: usize) -> usize {
    let joined = (from + 1..to).find(|u| {
        if !matches!(line.form(*u), "and" | "but" | "then") {
            return false;
        }
        let v = past_group(line, u + 1);
        let Some((verb, tense)) = verbs::verb(line.form(v)).filter(|_| !line.marked(v)) else {
            return false;
        };
        let past = |t| matches!(t, Tense::Past | Tense::Participle);
        let alike = tense == cue.tense || past(tense) && past(cue.tense);
        let says = line.form(v + 1) == "that"
            || line.quote(v + 1)
            || verb.frames.bare && line.is(v + 1, Classes::PRON.with(Classes::DET));
        alike && verb.speech && verb.frames.quote && says
    });
    joined.map_or(to, |u| trim(line, from, u))
}

/// Where a noun phrase as content ends before `to`: at another verb of the same subject, at what is
/// only added to it, and at when and where it was said.
pub(super) fn noun_end(line: &Line<'_>, from: usize, to: usize) -> usize {
    let ends = |u: usize| {
        let form = line.form(u);
        let next = line.form(u + 1);
        match form {
            "and" | "but" | "then" => {
                let v = past_group(line, u + 1);
                let reports =
                    matches!(verbs::verb(line.form(v)), Some((_, Tense::Past | Tense::Third)));
                let clause = (line.form(u - 1) == "," || line.quote(u - 1))
                    && (u + 2..to).take_while(|k| line.form(*k) != ",").any(|k| line.finite(k));
                reports && !line.marked(v) && line.word(v)
                    || line.finite(v)
                    || line.finite(u + 1)
                    || clause
            }
            "," => {
                matches!(next, "who" | "which" | "whose" | "where" | "when" | "as" | "a" | "an")
                    || next.ends_with("ing") && next != "including" && !line.marked(u + 1)
                    || verbs::verb(next).is_some_and(|(_, t)| {
                        matches!(t, Tense::Past | Tense::Third) && !line.marked(u + 1)
                    })
            }
            "—" | "–" | "--" => true,
            "-" => !line.touching(u),
            "after" | "before" | "during" | "while" | "when" => {
                line.word(u + 1) && line.word(u - 1)
            }
            "in" | "at" | "on" => {
                form == "on" && line.time(u + 1).is_some()
                    || (u + 1..u + 5).any(|k| source::occasion(line.form(k)))
            }
            _ => line.time(u).is_some() && !line.is(u - 1, Classes::DET.with(Classes::PREP)),
        }
    };
    // What is nothing but a time may be the very thing that is reported.
    match (from + 1..to).find(|u| ends(*u)) {
        Some(u) => trim(line, from, u),
        None => to,
    }
}

/// Where a clause that ends before unit `end` begins, not before `from`.
pub(super) fn left_start(line: &Line<'_>, from: usize, end: usize) -> usize {
    let mut start = end;
    while start > from {
        let u = start - 1;
        if line.form(u) == ";" || line.form(u) == ":" && !line.quote(u + 1) {
            break;
        }
        start = u;
    }
    while start < end
        && (line.is(start, Classes::CONJ) || !line.word(start) && !line.quote(start))
        && !matches!(line.form(start), "(" | "[" | "$" | "#" | "@")
    {
        start += 1;
    }
    start
}
