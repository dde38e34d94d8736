//! What is attributed: right of the cue.

use super::cue::{self, Cue};
use super::extent::{end, joined_cue, noun_end};
use super::line::Line;
use super::source_right;
use super::verbs::{self, Tense, Verb};
use crate::text::class::Classes;
use std::ops::Range;

/// Past times, adverbs, the person who is told and the occasion: to where content may begin.
fn skip_adjuncts(line: &Line<'_>, cue: &Cue) -> usize {
    let mut u = cue.end;
    let mut person = cue.verb.person && !cue.particle;
    loop {
        let form = line.form(u);
        if let Some(after) = line.time(u).filter(|after| !line.finite(*after)) {
            u = after;
        } else if amount(line, u) {
            return u;
        } else if form == "by" && line.time(u + 1).is_some_and(|after| line.form(after) != "that") {
            // "said by Monday it would leave": a term, not when it was said.
            return u;
        } else if matches!(form, "on" | "in" | "at" | "late" | "early" | "earlier" | "since")
            && line.time(u + 1).is_some()
        {
            u = line.time(u + 1).unwrap_or(u + 1);
        } else if let Some(after) = past_adverbs(line, u, cue) {
            u = after;
        } else if person
            && line.word(u)
            && !matches!(form, "that" | "not" | "never")
            && !line.is(u, Classes::WH)
            && form != "to"
        {
            person = false;
            let after = after_person(line, u, cue.verb);
            // "proposed a tax on grain": that is what is told, not who is.
            if !cue.verb.frames.np || told_after(line, after, cue.verb) {
                u = after;
            }
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
                    if line.quote(at)
                        && !(u + 1..at).any(|k| source_right::occasion(line.form(k))) =>
                {
                    return u;
                }
                Some(at) => u = at,
                None => return after_occasion(line, u),
            }
        } else if form == ","
            && let Some(after) = cue::according(line, u + 1)
        {
            // "said, according to the ministry, that …"
            match source_right::right(line, after, true).map(|source| source.end) {
                Some(at) if line.form(at) == "," => u = at + 1,
                _ => return u,
            }
        } else if form == "," {
            // "reported, citing officials, that …", "said at a meeting in Brno, Moravia, that …".
            let close = (u..line.len().min(u + 18)).find(|k| {
                line.form(*k) == "," && (line.form(k + 1) == "that" || *k > u && line.quote(k + 1))
            });
            let inner = |k: usize| verbs::verb(line.form(k)).is_some_and(|(v, _)| v.speech);
            match close {
                Some(at) if !(u..at).any(|k| inner(k) && line.form(k) != "citing") => {
                    return at + 1;
                }
                _ => return u,
            }
        } else {
            return u;
        }
    }
}

/// Whether an amount begins at unit `u`: "at least 20".
fn amount(line: &Line<'_>, u: usize) -> bool {
    line.form(u) == "at" && matches!(line.form(u + 1), "least" | "most")
}

/// Past adverbs that belong to the cue ("said angrily that"). Where nothing after them surely
/// begins content they are its first words ("said not all", "said nearly 300").
fn past_adverbs(line: &Line<'_>, from: usize, cue: &Cue) -> Option<usize> {
    let belongs = |u: usize| {
        line.adverb(u)
            && !line.is(u, Classes::PREP.with(Classes::SUB))
            && !matches!(line.form(u), "only" | "not" | "never")
    };
    let mut u = from;
    while belongs(u) {
        u += 1;
    }
    let form = line.form(u);
    let frames = cue.verb.frames;
    let sure = matches!(form, "that" | ":" | ",")
        || line.quote(u)
        || line.time(u).is_some_and(|after| !line.finite(after))
        || form == "to" && (frames.to || !frames.bare)
        || frames.wh && (line.is(u, Classes::WH) || form == "if")
        || cue.verb.particles.contains(&form)
        || line.is(u, Classes::PREP)
            && (line.time(u + 1).is_some()
                || (u + 1..u + 6).any(|k| source_right::occasion(line.form(k))));
    (u > from && sure).then_some(u)
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
fn after_person(line: &Line<'_>, u: usize, verb: &Verb) -> usize {
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
        let about = k > u && verb.particles.contains(&form) && form != "of";
        if starts || determined || about || !line.word(k) {
            break;
        }
        k += 1;
    }
    k
}

/// Whether what is told may begin at unit `u`, after the person.
fn told_after(line: &Line<'_>, u: usize, verb: &Verb) -> bool {
    let form = line.form(u);
    match form {
        "to" => verb.frames.to && !line.is(u + 1, Classes::DET),
        "that" | ":" | "," | "if" => true,
        _ => line.quote(u) || line.is(u, Classes::WH) || verb.particles.contains(&form),
    }
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
        )
        || line.adverb(from);
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
    // "Figures reported on Sunday suggest": the participle tells of its noun.
    let main = s + usize::from(line.adverb(s) || form == "now");
    let plain = cue.tense == Tense::Past && cue.end - cue.start == 1;
    let predicate = verbs::verb(line.form(main)).is_some_and(|(_, t)| t != Tense::Ing);
    if plain && s > cue.end && predicate && !line.marked(main) && !line.quote(main) {
        return None;
    }
    let to_end = |from: usize| {
        let to = joined_cue(line, cue, from, end(line, from));
        (to > from).then_some(from..to)
    };
    // "Why now?" ends there where a capital follows.
    let closes = |u: usize| line.last_mark(u).ends_with(['?', '!']) && line.capital(u + 1);
    if matches!(form, "," | ":") {
        if line.quote(s + 1) {
            if closes(s + 1) {
                return Some(s + 1..s + 2);
            }
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
        if closes(s) {
            return Some(s..s + 1);
        }
        return to_end(s);
    }
    // "75 percent said yes", but "said no one was hurt".
    let alone = !line.word(s + 1)
        || line.is(s + 1, Classes::CONJ.with(Classes::SUB))
        || line.form(s + 1) == "to";
    if frames.quote && matches!(form, "yes" | "no") && alone {
        return Some(s..s + 1);
    }
    let wh = line.is(s, Classes::WH) || form == "if";
    if wh && (frames.wh || cue.particle || frames.np) {
        return to_end(s);
    }
    let negated = usize::from(matches!(form, "not" | "never"));
    let verb = s + negated + 1;
    if line.form(verb - 1) == "to" && frames.to && line.word(verb) && !line.is(verb, Classes::DET) {
        return to_end(s);
    }
    // "spoke about the dam": a preposition takes no clause.
    let preposition = cue.particle
        && matches!(
            line.form(cue.end - 1),
            "about" | "of" | "on" | "at" | "against" | "for" | "with" | "over" | "upon"
        );
    if frames.bare && !preposition {
        let range = to_end(s)?;
        if clause(line, range.start, range.end) {
            return Some(range);
        }
    }
    let more = matches!(form, "yet" | "having") || line.adverb(s) || amount(line, s);
    let noun = line.is(s, Classes::DET.with(Classes::PRON)) || line.open(s) || more;
    let noun = noun && !wh || cue.particle && line.is(s, Classes::PREP) && line.word(s + 1);
    if (frames.np || cue.particle) && noun && (cue.tense != Tense::Ing || s == cue.end) {
        let to = noun_end(line, s, joined_cue(line, cue, s, end(line, s)));
        return (to > s).then_some(s..to);
    }
    None
}
