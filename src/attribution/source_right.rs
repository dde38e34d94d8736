//! The noun phrase that names who is quoted, right of the verb, and where adverbials begin.

use super::line::Line;
use super::source::REACH;
use crate::text::class::Classes;
use std::ops::Range;

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
pub(super) fn adverbial(line: &Line<'_>, u: usize) -> bool {
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
        "as" | "when" | "while" | "because" | "but" | "if" | "though" | "although" | "adding" => {
            true
        }
        _ => false,
    }
}

/// Whether the preposition at unit `u` goes on with the noun before it: "an adviser to the mayor", "a
/// poll conducted by phone"; after a comma with a name too ("a fellow at the Center on Roads").
fn attached(line: &Line<'_>, u: usize, apposed: bool) -> bool {
    let form = line.form(u);
    let before = u.wrapping_sub(1);
    let timed = line.time(u + 1).is_some();
    if !line.open(before) || !line.word(u + 1) {
        return false;
    }
    if !line.capital(before) && line.form(before).ends_with("ed") {
        return matches!(form, "by" | "in" | "on" | "at" | "to" | "during" | "after");
    }
    let names = apposed && line.capital(before) && line.capital(u + 1);
    let occasion = (u + 1..u + 6).any(|k| occasion(line.form(k)));
    match form {
        "to" => !line.capital(before) && line.open(u + 1) | line.is(u + 1, Classes::DET),
        "on" | "about" => !timed && !occasion && (!line.capital(before) || names),
        _ => false,
    }
}

/// The phrase that begins at unit `start`: "said Khawlah", "according to the Syrian Observatory
/// for Human Rights". Appositions and relative clauses belong to it where `apposed` allows.
pub(super) fn right(line: &Line<'_>, start: usize, allow_apposed: bool) -> Option<Range<usize>> {
    if matches!(line.form(start), "that" | "if" | "whether" | "to")
        || line.form(start).ends_with("ing") && !line.capital(start)
    {
        return None;
    }
    if line.subject_pronoun(start) {
        // "Orel, said she was ready": the pronoun is the subject of what is said.
        let clause =
            line.finite(start) || line.finite(start + 1) || line.is(start + 1, Classes::ADV);
        return (!clause).then_some(start..start + 1);
    }
    let mut u = start;
    let mut end = start;
    let mut relative = false;
    let mut apposed = false;
    while u < line.len() && u - start < REACH {
        // "a poll released Thursday", "conducted in May".
        let participle = |k: usize| k > start && line.form(k - 1).ends_with("ed");
        let joined = u > start && matches!(line.form(u - 1), "in" | "on") && participle(u - 1);
        if let Some(after) = line.time(u).filter(|_| participle(u) || joined) {
            u = after;
            end = u;
            continue;
        }
        let form = line.form(u);
        // Inside of a relative clause "as" and "in" belong to it.
        relative |= matches!(form, "who" | "which" | "whose");
        // "author of “The Dam”": a title.
        let determined = u > start && line.is(u - 1, Classes::DET);
        let title = line.quote(u) && u > start && (determined || line.form(u - 1) == "of");
        if title {
            u += 1;
            end = u;
            continue;
        }
        let apart =
            |u| adverbial(line, u) && !attached(line, u, apposed) && !relative && !determined;
        if line.quote(u) || u > start && apart(u) {
            break;
        }
        // "was attacked by Orel for saying": what the source did it for.
        if form == "for" && line.form(u + 1).ends_with("ing") && !apposed {
            break;
        }
        if form == "," {
            let next = line.form(u + 1);
            let more = allow_apposed
                && (matches!(next, "who" | "which" | "whose")
                    || line.is(u + 1, Classes::DET)
                    || matches!(next, "then" | "now")
                    // "Orel, 55, of Brno".
                    || matches!(next, "of" | "from") && line.capital(u + 2)
                    || line.open(u + 1))
                && (!next.ends_with("ing") || next == "including")
                && !adverbial(line, u + 1)
                && !clause_before_stop(line, u + 1);
            if !more {
                break;
            }
            apposed = true;
            u += 1;
            continue;
        }
        if !line.word(u) {
            let inner = matches!(form, "'" | "/" | "&" | "(" | ")" | "[" | "]" | "#" | "@" | "%")
                || form == "." && u + 1 < line.len() && line.capital(u - usize::from(u > start));
            if !inner {
                break;
            }
        } else if line.is(u, Classes::SUB) && !line.is(u, Classes::PREP.with(Classes::DET))
            || matches!(form, "but" | "that" | "why" | "how" | "whether" | "if") && u > start
        {
            break;
        }
        u += 1;
        end = u;
    }
    let words = (start..end).filter(|u| line.word(*u) && !line.is(*u, Classes::PREP));
    (end > start && words.count() > 0).then_some(start..end)
}

/// Whether a finite verb stands in the units from `u` up to the next comma or relative pronoun.
fn clause_before_stop(line: &Line<'_>, u: usize) -> bool {
    let stop =
        |k: &usize| matches!(line.form(*k), "," | "who" | "who's" | "which" | "whose" | "that");
    (u..line.len().min(u + REACH)).take_while(|k| !stop(k)).any(|k| line.finite(k))
}
