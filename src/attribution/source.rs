//! The noun phrase that names who is quoted: left of the verb, or right of it.

use super::line::Line;
use super::verbs;
use crate::text::class::Classes;
use std::ops::Range;

/// The farthest that is looked, in units.
const REACH: usize = 40;

/// Whether unit `u` ends the phrase to its right when read leftwards.
fn stops(line: &Line<'_>, u: usize) -> bool {
    if line.quote(u) {
        return true;
    }
    let form = line.form(u);
    if !line.word(u) {
        return !matches!(
            form,
            "." | "'" | "’" | "/" | "&" | "%" | "$" | "(" | ")" | "[" | "]" | "#" | "@"
        ) || form == "."
            && !line.raw(u.wrapping_sub(1)).chars().next().is_some_and(char::is_uppercase);
    }
    line.is(u, Classes::SUB) && !line.is(u, Classes::PREP) && !line.is(u, Classes::DET)
        || matches!(form, "that" | "as" | "who" | "which" | "than" | "but" | "since" | "so" | "yet")
        || line.finite(u)
}

/// The subject that ends before unit `end`, which is the first of the verb group.
pub(super) fn left(line: &Line<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    if line.form(last) == "," {
        return appositive(line, last);
    }
    let phrase = phrase_left(line, end)?;
    // A phrase that follows "NAME," and ends in the verb may be the last of an apposition; the
    // comma before it decides: what is left of it is a clause or an adverbial then.
    Some(phrase)
}

fn phrase_left(line: &Line<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    if matches!(
        line.form(last),
        "he" | "she" | "they" | "it" | "we" | "i" | "who" | "you" | "which"
    ) {
        return Some(last..end);
    }
    let mut start = end;
    let mut and = None;
    let mut cut = false;
    while start > 0 && end - start < REACH {
        let u = start - 1;
        if stops(line, u) {
            cut = line.finite(u) || verbs::verb(line.form(u)).is_some() && !line.open(u);
            break;
        }
        if matches!(line.form(u), "and" | "or") {
            and = Some(u);
        }
        start = u;
    }
    // "… fell and the army said": the conjunction joins clauses.
    if let Some(and) = and
        && cut
    {
        start = and + 1;
    }
    // "In Baghdad officials said", "On Monday police said".
    while start < end {
        if let Some(after) = line.time(start).filter(|a| *a < end) {
            start = after;
        } else if line.is(start, Classes::CONJ.with(Classes::ADV)) && !line.is(start, Classes::DET)
            || !line.word(start) && !matches!(line.form(start), "@" | "#")
        {
            start += 1;
        } else if line.is(start, Classes::PREP) && !line.is(start, Classes::DET) {
            start = after_adverbial(line, start, end)?;
        } else {
            break;
        }
    }
    let words =
        (start..end).filter(|u| line.open(*u) || line.is(*u, Classes::PRON.with(Classes::DET)));
    (start < end && words.count() > 0).then_some(start..end)
}

/// Past a leading adverbial ("In a statement the group", "In Baghdad officials"): to the next
/// determiner, or past the first name or noun.
fn after_adverbial(line: &Line<'_>, start: usize, end: usize) -> Option<usize> {
    if let Some(after) = line.time(start + 1) {
        return (after < end).then_some(after);
    }
    let first = start + 1 + usize::from(line.is(start + 1, Classes::DET));
    let next = (first + 1..end).find(|u| line.is(*u, Classes::DET.with(Classes::PRON)));
    next.or_else(|| {
        // "for Mr Smith" has nothing after it that could speak.
        let lower =
            (first + 1..end).find(|u| !line.capital(*u) && line.capital(u - 1) && line.open(*u));
        lower.filter(|u| *u < end)
    })
}

/// "Frank Coleman, the group's vice president, said": from the name before the apposition.
fn appositive(line: &Line<'_>, last: usize) -> Option<Range<usize>> {
    let mut found = None;
    let mut commas = 0;
    let mut u = last;
    while u > 0 && last - u < REACH && commas < 4 {
        u -= 1;
        if line.quote(u) || matches!(line.form(u), ";" | ":" | "—" | "–" | "--") {
            break;
        }
        if line.form(u) != "," {
            continue;
        }
        commas += 1;
        if !apposed(line, u + 1, last) {
            continue;
        }
        if let Some(name) = phrase_left(line, u)
            && (line.capital(name.end - 1)
                || line.is(name.start, Classes::DET)
                || line.capital(name.start))
            && clause_starts(line, name.start)
        {
            found = Some(name.start..last);
            break;
        }
    }
    found
}

/// Whether units `from..to` look like an apposition or a relative clause.
fn apposed(line: &Line<'_>, from: usize, to: usize) -> bool {
    let form = line.form(from);
    let relative = matches!(form, "who" | "which" | "whose" | "whom" | "where");
    let finite = (from..to).any(|u| line.finite(u));
    relative || !finite && (from..to).any(|u| line.word(u)) && !line.is(from, Classes::CONJ)
}

/// Whether a clause may begin at unit `u`.
fn clause_starts(line: &Line<'_>, u: usize) -> bool {
    let Some(before) = u.checked_sub(1) else { return true };
    !line.word(before)
        || line.is(before, Classes::SUB.with(Classes::CONJ).with(Classes::WH))
        || line.form(before) == "that"
        || line.time(before).is_some()
}

/// Words for the places and pieces in which something is said.
pub(super) fn occasion(form: &str) -> bool {
    matches!(
        form,
        "statement"
            | "interview"
            | "interviews"
            | "tweet"
            | "email"
            | "e-mail"
            | "letter"
            | "briefing"
            | "speech"
            | "conference"
            | "remarks"
            | "report"
            | "post"
            | "phone"
            | "telephone"
            | "response"
            | "reference"
            | "hearing"
            | "testimony"
            | "comments"
            | "video"
            | "message"
            | "memo"
            | "release"
            | "televised"
            | "rally"
            | "debate"
            | "meeting"
            | "broadcast"
            | "address"
            | "twitter"
            | "facebook"
            | "part"
            | "television"
    )
}

/// Whether an adverbial begins at unit `u`, not a part of the noun phrase.
fn adverbial(line: &Line<'_>, u: usize) -> bool {
    let form = line.form(u);
    if line.time(u).is_some() && !line.is(u, Classes::DET) {
        return true;
    }
    match form {
        "in" | "on" | "at" | "during" | "via" | "after" | "before" | "through" | "by" | "to"
        | "following" | "about" => {
            line.time(u + 1).is_some()
                || (u + 1..u + 6).any(|k| occasion(line.form(k)))
                || matches!(
                    form,
                    "on" | "during" | "via" | "after" | "before" | "to" | "about" | "following"
                )
        }
        "as" | "when" | "while" | "because" | "but" | "if" | "though" | "although" | "adding"
        | "who"
            if form != "who" =>
        {
            true
        }
        _ => false,
    }
}

/// The phrase that begins at unit `start`: "said Khawlah", "according to the Syrian Observatory
/// for Human Rights". Appositions and relative clauses belong to it where `apposed` allows.
pub(super) fn right(line: &Line<'_>, start: usize, allow_apposed: bool) -> Option<Range<usize>> {
    let pronoun = matches!(line.form(start), "he" | "she" | "they" | "it" | "we" | "i");
    if pronoun {
        return Some(start..start + 1);
    }
    let mut u = start;
    let mut end = start;
    let mut relative = false;
    while u < line.len() && u - start < REACH {
        let form = line.form(u);
        // Inside of a relative clause "as" and "in" belong to it.
        relative |= matches!(form, "who" | "which" | "whose");
        if line.quote(u) || adverbial(line, u) && u > start && !relative {
            break;
        }
        if form == "," {
            let next = line.form(u + 1);
            let more = allow_apposed
                && (matches!(next, "who" | "which" | "whose")
                    || line.is(u + 1, Classes::DET)
                    || line.open(u + 1))
                && !next.ends_with("ing")
                && !adverbial(line, u + 1)
                && !(line.open(u + 1) && clause_before_stop(line, u + 1));
            if !more {
                break;
            }
            u += 1;
            continue;
        }
        if !line.word(u) {
            let inner =
                matches!(form, "'" | "’" | "/" | "&" | "(" | ")" | "[" | "]" | "#" | "@" | "%")
                    || form == "."
                        && u + 1 < line.len()
                        && line.capital(u - usize::from(u > start));
            if !inner {
                break;
            }
        } else if line.is(u, Classes::SUB) && !line.is(u, Classes::PREP.with(Classes::DET))
            || matches!(form, "but" | "that") && u > start
        {
            let relative = matches!(form, "who" | "which" | "whose") && allow_apposed;
            if !relative {
                break;
            }
        }
        u += 1;
        end = u;
    }
    let words = (start..end).filter(|u| line.word(*u) && !line.is(*u, Classes::PREP));
    (end > start && words.count() > 0).then_some(start..end)
}

/// Whether a finite verb stands in the units from `u` up to the next comma.
fn clause_before_stop(line: &Line<'_>, u: usize) -> bool {
    (u..line.len().min(u + REACH)).take_while(|k| line.form(*k) != ",").any(|k| line.finite(k))
        && !matches!(line.form(u), "who" | "which" | "whose")
}
