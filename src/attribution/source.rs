//! The noun phrase that names who is quoted, left of the verb.

use super::kind;
use super::line::Line;
use super::source_right::adverbial;
use super::verbs;
use crate::text::class::Classes;
use std::ops::Range;

/// The farthest that is looked, in units.
pub(super) const REACH: usize = 40;

/// Whether unit `u` ends the phrase to its right when read leftwards.
fn stops(line: &Line<'_>, u: usize) -> bool {
    if line.quote(u) {
        return true;
    }
    let form = line.form(u);
    if !line.word(u) {
        return !matches!(
            form,
            "." | "'" | "/" | "&" | "%" | "$" | "(" | ")" | "[" | "]" | "#" | "@"
        ) || form == "."
            && !line.raw(u.wrapping_sub(1)).chars().next().is_some_and(char::is_uppercase);
    }
    line.is(u, Classes::SUB) && !line.is(u, Classes::PREP) && !line.is(u, Classes::DET)
        || form == "that" && u > 0
        || matches!(form, "as" | "who" | "which" | "than" | "but" | "since" | "so" | "yet")
        || matches!(form, "after" | "before" | "until")
        || line.finite(u)
}

/// One past the subject whose verb group begins at unit `end`: without times and adverbs between
/// ("Orel on Thursday | said", "the group also | said"), and without asides (", for instance,").
pub(super) fn subject_end(line: &Line<'_>, end: usize) -> usize {
    let mut at = end;
    while at > 1 {
        let last = at - 1;
        let timed = (at.saturating_sub(8)..at).find(|u| line.time(*u) == Some(at));
        // "a letter dated Monday said": the time belongs to the participle.
        let participle = |from: usize| {
            let joined = matches!(line.form(from - 1), "on" | "in") && from > 2;
            let at = from - 1 - usize::from(joined);
            line.form(at).ends_with("ed") && line.open(at) && (!joined || line.open(at - 1))
        };
        let part = |from: usize| participle(from) || line.is(from - 1, Classes::DET);
        if let Some(from) = timed.filter(|from| *from > 0 && !part(*from)) {
            let joined =
                matches!(line.form(from - 1), "on" | "in" | "at" | "since" | "late" | "early");
            at = from - usize::from(joined && from > 1);
        } else if line.form(last) == "instead"
            || line.adverb(last) && line.is(last - 1, Classes::PRON)
            || line.is(last, Classes::ADV)
                && !line.is(last, Classes::PREP.with(Classes::CONJ))
                && line.open(last - 1)
        {
            at = last;
        } else if line.form(last) == ","
            && matches!(
                line.form(last - 1),
                "instance" | "example" | "however" | "meanwhile" | "though"
            )
            && let Some(comma) = (last.saturating_sub(4)..last - 1).find(|u| line.form(*u) == ",")
        {
            at = comma;
        } else {
            break;
        }
    }
    at
}

/// The subject that ends before unit `end`, which is the first of the verb group.
pub(super) fn left(line: &Line<'_>, end: usize) -> Option<Range<usize>> {
    let end = subject_end(line, end);
    let last = end.checked_sub(1)?;
    if line.form(last) == "," {
        return appositive(line, last);
    }
    // "Orel — and with her the council — said".
    let dash = |u: usize| {
        matches!(line.form(u), "—" | "–" | "--")
            || line.form(u) == "-" && u > 0 && !line.touching(u) && !line.touching(u - 1)
    };
    if dash(last) {
        let first = (last.saturating_sub(REACH)..last).rev().find(|u| dash(*u))?;
        let name = phrase_left(line, first)?;
        return Some(name.start..last);
    }
    phrase_left(line, end)
}

/// The noun phrase that ends before unit `end`.
pub(super) fn phrase_left(line: &Line<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    if line.subject_pronoun(last) || line.form(last) == "which" {
        return Some(last..end);
    }
    // "a poll that showed".
    if line.form(last) == "that" && last > 0 && line.open(last - 1) {
        return Some(last..end);
    }
    if line.is(last, Classes::CONJ) || line.form(last) == "to" {
        return None;
    }
    let mut start = end;
    let mut and = None;
    let mut cut = false;
    while start > 0 && end - start < REACH {
        let u = start - 1;
        if stops(line, u) {
            // "a study made public on Monday said": a participle belongs to the phrase.
            let participle = line.form(u).ends_with("ed")
                && u > 0
                && line.open(u - 1)
                && (line.is(u + 1, Classes::PREP) || line.time(u + 1).is_some());
            let those = line.form(u).ends_with("ed") && u > 0 && line.form(u - 1) == "those";
            if participle && u + 1 < end || those {
                start = u;
                continue;
            }
            // "voters who named a candidate said": a relative clause belongs to the phrase.
            let near = (u.saturating_sub(6)..=u).rev().take_while(|k| line.word(*k));
            let who = near.into_iter().find(|k| matches!(line.form(*k), "who" | "whose"));
            if let Some(who) = who.filter(|who| *who > 0 && line.open(who - 1)) {
                start = who;
                continue;
            }
            cut = line.finite(u) || verbs::verb(line.form(u)).is_some() && !line.open(u);
            break;
        }
        // "three things the army said": the article begins a clause without a relative pronoun.
        if start < end && contact(line, u) {
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
        } else if amount(line, start) {
            break;
        } else if line.is(start, Classes::CONJ.with(Classes::ADV)) && !line.is(start, Classes::DET)
            || !line.word(start) && !matches!(line.form(start), "@" | "#")
        {
            start += 1;
        } else if line.is(start, Classes::PREP) && !line.is(start, Classes::DET) {
            // "After the court ruled": a subordinate clause, whose subject this is.
            let clause = line.is(start, Classes::SUB).then_some(start + 1);
            start = after_adverbial(line, start, end).or(clause)?;
        } else {
            break;
        }
    }
    // "how the army sees it", "what the army wants".
    let first = line.form(start);
    if matches!(first, "how" | "why" | "whether" | "where" | "when" | "whose" | "what") {
        start += 1;
    }
    // "Fewer than 15 percent".
    if start > 1
        && line.form(start - 1) == "than"
        && matches!(line.form(start - 2), "fewer" | "more" | "less")
    {
        start -= 2;
    }
    let words =
        (start..end).filter(|u| line.open(*u) || line.is(*u, Classes::PRON.with(Classes::DET)));
    (start < end && words.count() > 0).then_some(start..end)
}

/// Whether a clause with an article at its head follows the noun at unit `u`: "things the army said".
fn contact(line: &Line<'_>, u: usize) -> bool {
    let form = line.form(u);
    let relative = || (u.saturating_sub(6)..u).any(|k| line.is(k, Classes::WH));
    matches!(line.form(u + 1), "the" | "a" | "an")
        && (line.open(u) || matches!(form, "something" | "everything" | "anything" | "nothing"))
        && !line.capital(u)
        && line.time(u + 1).is_none()
        && !(form.ends_with("ed") || form.ends_with("ing") || matches!(form, "half" | "given"))
        && !kind::speaks(form)
        && !relative()
}

/// Whether an amount that is only near begins at unit `u`: "about two in ten", "almost half".
fn amount(line: &Line<'_>, u: usize) -> bool {
    let near = matches!(
        line.form(u),
        "about" | "around" | "almost" | "nearly" | "over" | "roughly" | "only" | "not"
    );
    let next = line.form(u + 1);
    near && (next.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            next.split('-').next(),
            Some(
                "half"
                    | "one"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "all"
                    | "every"
                    | "everyone"
            )
        ))
}

/// Whether a source is nothing but a relative pronoun.
pub(super) fn relative(line: &Line<'_>, source: &Range<usize>) -> bool {
    source.len() == 1 && matches!(line.form(source.start), "who" | "which" | "that")
}

/// What the relative pronoun at unit `u` stands for: the phrase before it.
pub(super) fn antecedent(line: &Line<'_>, u: usize) -> Option<Range<usize>> {
    let end = u.checked_sub(1).map_or(u, |b| if line.form(b) == "," { b } else { u });
    // "met with the miners, who": not the meeting.
    let first = |k: &usize| {
        let tied = matches!(line.form(*k), "of" | "for" | "from");
        stops(line, *k) || line.is(*k, Classes::PREP) && !tied
    };
    let start = (end.saturating_sub(REACH)..end).rev().find(first).map_or(0, |k| k + 1);
    (start < end && (start..end).any(|u| line.open(u))).then_some(start..end)
}

/// The last noun phrase inside of one: "a question about the miners'" ends in the owner.
pub(super) fn innermost(line: &Line<'_>, phrase: Range<usize>) -> Range<usize> {
    let inner =
        |k: &usize| line.is(*k, Classes::PREP) && !matches!(line.form(*k), "of" | "for" | "from");
    let start = phrase.clone().rev().skip(1).find(inner).map_or(phrase.start, |k| k + 1);
    start..phrase.end
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
    // "the house in Brno, Moravia, speaking to reporters": a place, where a name stands before.
    let mut place = None;
    let mut commas = 0;
    let mut u = last;
    while u > 0 && last - u < REACH && commas < 8 {
        u -= 1;
        let title = line.quote(u) && line.units.get(u).is_some_and(|q| q.to - q.from < 9);
        if line.quote(u) && !title || matches!(line.form(u), ";" | ":" | "—" | "–" | "--") {
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
                || line.is(name.start, Classes::DET.with(Classes::PRON))
                || line.capital(name.start))
            && clause_starts(line, name.start)
        {
            // "Orel, in a statement, said": an adverbial is no part of the name.
            let more = line.form(u + 1) == "including" || line.form(u + 2) == "well";
            let aside = !more
                && (adverbial(line, u + 1)
                    || line.is(u + 1, Classes::PREP.with(Classes::SUB))
                    || line.form(u + 1).ends_with("ing"));
            let end = if aside || line.form(u + 1) == "which" { name.end } else { last };
            if aside && name.len() == 1 && name.start > 0 && line.form(name.start - 1) == "," {
                place = place.or(Some(name.start..end));
                continue;
            }
            found = Some(name.start..end);
            break;
        }
    }
    found.or(place)
}

/// Whether units `from..to` look like an apposition or a relative clause.
fn apposed(line: &Line<'_>, from: usize, to: usize) -> bool {
    let form = line.form(from);
    let relative = matches!(form, "who" | "who's" | "which" | "whose" | "whom" | "where")
        || line.is(from, Classes::SUB) && !line.is(from, Classes::PREP.with(Classes::DET));
    // A finite verb is one of a relative clause, or the phrase is a clause of its own.
    let pronoun = (from..to).find(|u| {
        *u > from && line.form(*u - 1) == "," && line.form(*u).ends_with("ing")
            || matches!(
                line.form(*u),
                "who" | "who's" | "which" | "whose" | "whom" | "where" | "that"
            )
    });
    let finite = (from..pronoun.unwrap_or(to)).any(|u| line.finite(u));
    let aside = (form.ends_with("ing") || form.ends_with("ed")) && !line.marked(from);
    relative
        || aside
        || !finite && (from..to).any(|u| line.word(u)) && !line.is(from, Classes::CONJ)
}

/// Whether a clause may begin at unit `u`.
fn clause_starts(line: &Line<'_>, u: usize) -> bool {
    let Some(before) = u.checked_sub(1) else { return true };
    !line.word(before)
        || line.is(before, Classes::SUB.with(Classes::CONJ).with(Classes::WH))
        || line.form(before) == "that"
        || line.time(before).is_some()
}
