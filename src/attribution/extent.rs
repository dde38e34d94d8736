//! How far a content reaches, right of its cue and left of it.

use super::cue::{self, Cue};
use super::line::Line;
use super::noun;
use super::source_right;
use super::verbs::{self, Tense};
use crate::text::class::Classes;
use std::ops::Range;

/// Words that begin a clause of their own after a comma.
fn turns(form: &str) -> bool {
    matches!(form, "but" | "while" | "although" | "though" | "whereas" | "however" | "nor")
}

/// Whether an adverbial clause of the one who speaks begins at unit `u`: "before claiming that …",
/// "when asked whether …", "even as he denied it".
fn speakers_clause(line: &Line<'_>, u: usize) -> bool {
    let next = line.form(u + 1);
    let verb = verbs::verb(next).filter(|(v, _)| v.speech && v.frames.that);
    match line.form(u) {
        "by" => verb.is_some_and(|(_, tense)| tense == Tense::Ing),
        "before" | "after" | "while" | "when" => {
            verb.is_some_and(|(_, tense)| tense == Tense::Ing) || next == "asked"
        }
        "even" | "just" => next == "as",
        _ => false,
    }
}

/// Whether the units from `from` go on with what stood before an inserted source ("The town, he
/// said, was empty"); where that was `complete` they more often tell of the one who spoke.
pub(super) fn resumes(line: &Line<'_>, from: usize, complete: bool) -> bool {
    let form = line.form(from);
    if turns(form) || form == "without" || form.ends_with("ing") && !line.marked(from) {
        return false;
    }
    !complete || line.quote(from) || line.is(from, Classes::SUB.with(Classes::WH))
}

/// Whether units `range` are a main clause as a whole: not "After the town fell", not "It was like".
pub(super) fn complete(line: &Line<'_>, range: Range<usize>) -> bool {
    let main = match range.clone().find(|u| line.form(*u) == ",") {
        Some(comma) if line.is(range.start, Classes::SUB) => comma..range.end,
        None if line.is(range.start, Classes::SUB) => return false,
        _ => range.clone(),
    };
    let last = range.end.saturating_sub(1);
    !line.is(last, Classes::PREP.with(Classes::DET)) && main.into_iter().any(|u| line.finite(u))
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
                Tense::Ing => k == first || k == first + 1 && line.adverb(first),
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
    // "said that, according to the ministry, …" reports all of it.
    let mut begun = false;
    while u < line.len() {
        let form = line.form(u);
        if matches!(form, ";") {
            return u;
        }
        if form == "," && begun {
            let next = line.form(u + 1);
            let aside = line.adverb(u + 1) && line.form(u + 2).ends_with("ing")
                || next == "compared"
                || matches!(next, "a" | "an") && (u + 2..u + 5).any(|k| noun::leads(line, k))
                || next == "and" && new_cue_after(line, u + 1);
            if turns(next) || aside || new_cue_after(line, u) {
                return u;
            }
        }
        if begun && speakers_clause(line, u) {
            let joined = usize::from(line.is(u - 1, Classes::CONJ));
            return trim(line, start, u - joined);
        }
        // "… - though he gave no date".
        let dash = matches!(form, "—" | "–" | "--") || form == "-" && !line.touching(u);
        if dash && begun && turns(line.form(u + 1)) {
            return u;
        }
        if begun && cue::according(line, u).is_some() {
            return u;
        }
        // `that "we go," Orel said`
        if line.last_mark(u) == "," && (new_cue_after(line, u) || turns(line.form(u + 1))) {
            return u + 1;
        }
        begun |= line.quote(u) || line.word(u) && form != "that";
        u += 1;
    }
    trim(line, start, line.len())
}

/// Without marks at the end.
fn trim(line: &Line<'_>, start: usize, mut end: usize) -> usize {
    while end > start && !line.word(end - 1) && !line.quote(end - 1) {
        if matches!(line.form(end - 1), ")" | "]" | "%" | "'") {
            break;
        }
        end -= 1;
    }
    end
}

/// Past a conjunction: the adverbs and auxiliaries before a verb.
pub(super) fn past_group(line: &Line<'_>, from: usize) -> usize {
    let mut v = from;
    while v < from + 4 && (line.is(v, Classes::AUX) || line.adverb(v)) && line.word(v) {
        v += 1;
    }
    v
}

/// Where a content that ends before unit `to` is cut by "and said …": a second cue of the same
/// speaker.
pub(super) fn joined_cue(line: &Line<'_>, cue: &Cue, from: usize, to: usize) -> usize {
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
            || verb.frames.bare && line.is(v + 1, Classes::PRON.with(Classes::DET))
            || verb.frames.wh && line.is(v + 1, Classes::WH)
            || verb.frames.to && line.form(v + 1) == "to";
        // "says it is late and calls her late": what is told in the present has one subject.
        let object = Classes::PRON.with(Classes::DET);
        let present = tense == Tense::Third && cue.tense == tense && line.is(v + 1, object);
        present || alike && verb.speech && verb.frames.quote && says
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
                // "and cast himself as a winner".
                let oneself =
                    matches!(line.form(u + 2), "himself" | "herself" | "itself" | "themselves");
                oneself
                    || reports && !line.marked(v) && line.word(v)
                    || line.finite(v)
                    || line.finite(u + 1)
                    || clause
            }
            "," => {
                matches!(
                    next,
                    "who" | "whom" | "which" | "whose" | "where" | "when" | "as" | "a" | "an"
                ) || next.ends_with("ing") && next != "including" && !line.marked(u + 1)
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
                    || (u + 1..u + 5).any(|k| source_right::occasion(line.form(k)))
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
