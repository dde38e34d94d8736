//! What a reporting verb attributes: its subject, and what stands around it.

use super::content;
use super::cue::{self, Cue};
use super::extent;
use super::frame::Found;
use super::line::Line;
use super::passive;
use super::source;
use super::source_right;
use super::verbs::{self, Tense};
use crate::entity::phrase::singular;
use crate::text::class::Classes;
use std::ops::Range;

/// The attribution of a verb, if it has a source and a content.
pub(super) fn find(line: &Line<'_>, cue: &Cue, earlier: &[Found]) -> Option<Found> {
    if cue.passive {
        return passive::find(line, cue);
    }
    let bare = !(cue.start..cue.end).any(|u| line.is(u, Classes::AUX.with(Classes::MODAL)));
    if matches!(cue.tense, Tense::Past | Tense::Participle) && bare && line.form(cue.end) == "by" {
        return passive::reduced(line, cue).or_else(|| active(line, cue, earlier));
    }
    active(line, cue, earlier)
}

/// The longest quotation that may be a name or title, in tokens with its marks.
const LONGEST_TITLE: usize = 7;

/// The quotation or the comma-ended clause that ends before unit `end`.
fn left(line: &Line<'_>, end: usize, from: usize) -> Option<(Range<usize>, bool)> {
    // `Orel said: "We go," Reuters reported`: a comma inside asks for a cue that takes all of it.
    let asks = end > 0 && end == from && line.last_mark(end - 1) == ",";
    let from = if asks { 0 } else { from };
    let mut stop = end;
    if stop > from && line.form(stop - 1) == "," && !line.quote(stop - 1) {
        stop -= 1;
    }
    if stop <= from {
        return None;
    }
    let quoted = line.quote(stop - 1);
    let comma = stop < end;
    if !quoted && !comma {
        return None;
    }
    // A sentence in quotation marks at the head of the line needs no mark of its own.
    let sentence = stop == 1 && line.units.first().is_some_and(|u| u.to - u.from > LONGEST_TITLE);
    if quoted
        && !comma
        && !sentence
        && !matches!(
            line.last_mark(stop - 1),
            "," | "?" | "!" | "." | "…" | "—" | "–" | "--" | "..." | ";" | "-"
        )
    {
        return None;
    }
    let start = extent::left_start(line, from, stop);
    (start < stop).then_some((start..stop, quoted))
}

fn active(line: &Line<'_>, cue: &Cue, earlier: &[Found]) -> Option<Found> {
    let frames = cue.verb.frames;
    let speaks = frames.quote || frames.bare || cue.particle;
    let from = earlier
        .iter()
        .filter(|f| !f.source.as_ref().is_some_and(|s| source::relative(line, s)))
        .map(|f| f.cue.end.max(f.content.iter().map(|c| c.end).max().unwrap_or(0)))
        .max()
        .unwrap_or(0);
    let from = if from > cue.start { 0 } else { from };
    let found = |source, content: Vec<Range<usize>>| {
        Some(Found { source, cue: cue.start..cue.end, content, speech: cue.verb.speech })
    };
    // "With Orel saying that it was late, they left", "After denying it, he left".
    let fronted = |to: usize| (0..to).all(|u| !line.finite(u));
    let group = line.is(cue.start, Classes::AUX) || cue::is_contracted(line, cue.start);
    if cue.tense == Tense::Ing && !group {
        let mut content = content::right(line, cue)?;
        if let Some(source) = participle_source(line, cue, earlier) {
            if fronted(cue.start)
                && let Some((_, comma)) = main(line, content.start + 1)
            {
                content.end = content.end.min(comma);
            }
            return found(Some(source), vec![content]);
        }
        let (source, end) = ahead(line, cue, &content)?;
        let words = content.start..end;
        return found(Some(source), vec![words]);
    }
    let subject = source::left(line, cue.start).or_else(|| shared(line, cue.start, earlier));
    let Some(subject) = subject else {
        let (source, contents) = inverted(line, cue, from).filter(|_| speaks && cue.verb.speech)?;
        return found(Some(source), contents);
    };
    // "Do you support it?" asks.
    if cue.tense == Tense::Base
        && subject.start.checked_sub(1).is_some_and(|b| line.is(b, Classes::AUX))
    {
        return None;
    }
    let that = line.form(subject.start) == "that" && subject.len() == 1;
    // What a relative clause only adds ("who favours it") is told by the writer; so are pictures.
    let who = line.form(subject.start) == "who" && subject.len() == 1;
    let sure = cue.verb.speech || line.form(cue.end) == "that" || line.quote(cue.end);
    // "voters who named a party said": the verb of the clause is still to come.
    let inner = who
        && subject.start > 0
        && line.open(subject.start - 1)
        && !line.quote(cue.end)
        && (cue.end..cue.end + 6).take_while(|u| line.word(*u)).any(|u| line.finite(u));
    let inner = inner && !(cue.verb.frames.bare || line.form(cue.end) == "that");
    if (that || who) && !sure
        || line.form(subject.start) == "there"
        || inner
        || attribute(line, cue, &subject)
        || pictures(line, cue, &subject)
    {
        return None;
    }
    if let Some(contents) = relative(line, cue, &subject) {
        return found(Some(subject), contents);
    }
    let before = left(line, subject.start, from).filter(|_| speaks);
    let mut right = content::right(line, cue);
    // "After the court refused to act, Orel left": the main clause is not what it refused.
    let clause =
        subject.start.checked_sub(1).filter(|at| fronted(*at) && line.is(*at, Classes::SUB));
    if let (Some(_), Some(content)) = (clause, &mut right)
        && let Some((_, comma)) = main(line, content.start + 1)
    {
        content.end = content.end.min(comma);
    }
    // "Orel, who said it was late, left": the main verb goes on after the comma.
    if let Some(content) = &mut right
        && matches!(line.form(subject.start), "who" | "which")
        && subject.start > 0
        && line.form(subject.start - 1) == ","
    {
        content.end = main_verb(line, content.start + 1, content.end);
    }
    if let Some(contents) = as_told(line, cue, &subject) {
        return found(Some(subject), contents);
    }
    // "In an interview with “The Dam,” Orel pointed to the fire": a title, and what was said.
    let aside = |content: &Range<usize>, right: &Range<usize>| {
        let title = content.end - 1;
        let units = line.units.get(title).is_some_and(|q| q.to - q.from <= LONGEST_TITLE);
        let whole = content.len() > 1 && line.is(content.start, Classes::PREP) && units;
        whole || matches!(line.form(right.start), "yes" | "no") && right.len() == 1
    };
    let before = before.filter(|(content, _)| !right.as_ref().is_some_and(|r| aside(content, r)));
    if let Some((content, true)) = &before {
        let mut contents = vec![content.clone()];
        if let Some(right) = right
            && (line.quote(right.start) || line.form(right.start) == "that")
        {
            contents.push(right);
        }
        return found(Some(subject), contents);
    }
    if let Some(right) = right {
        return found(Some(subject), vec![right]);
    }
    // "He said it was late, the report said": all of it is the report's.
    let whole = left(line, subject.start, 0).filter(|(_, quoted)| speaks && !quoted);
    // "The dam, many think, is old": what is thought only where the cue stands apart.
    let (content, _) = whole.or(before).filter(|_| frames.bare)?;
    let mut complete = content.clone().any(|u| line.finite(u));
    let whole = extent::complete(line, content.clone());
    let apart = match line.form(cue.end) {
        "," => !whole,
        _ => !line.word(cue.end) && !line.quote(cue.end),
    };
    if !cue.verb.speech && (!apart || line.form(subject.start) == "you") {
        return None;
    }
    let mut contents = vec![content];
    // "The town, he said, was empty."
    if line.form(cue.end) == "," {
        let end = extent::end(line, cue.end + 1);
        if end > cue.end + 1 && extent::resumes(line, cue.end + 1, whole) {
            complete |= (cue.end + 1..end).any(|u| line.finite(u));
            contents.push(cue.end + 1..end);
        }
    }
    if complete { found(Some(subject), contents) } else { None }
}

/// Source and contents where the source follows: "…," said Khawlah.
fn inverted(line: &Line<'_>, cue: &Cue, from: usize) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let source = source_right::right(line, cue.end, true)?;
    let main = source.clone().take_while(|u| !matches!(line.form(*u), "," | "who" | "whose"));
    let names = line.capital(source.start)
        || line.open(source.start)
        || line.is(source.start, Classes::DET.with(Classes::PRON));
    if !names || main.into_iter().any(|u| line.finite(u)) {
        return None;
    }
    let next = source.end + usize::from(matches!(line.form(source.end), "," | ":"));
    let Some((content, quoted)) = left(line, cue.start, from) else {
        // "But, said Orel, “it was late.”"
        let opens = cue.start > 0 && line.form(cue.start - 1) == "," && line.quote(next);
        let words = next..next + 1;
        return opens.then(|| (source, vec![words]));
    };
    if !quoted && !cue.verb.frames.bare {
        return None;
    }
    let clause = content.clone().any(|u| line.finite(u));
    let mut contents = vec![content.clone()];
    if quoted {
        contents.extend(Some(next..next + 1).filter(|_| line.quote(next)));
        return Some((source, contents));
    }
    // "The dam, says Orel, is old."
    let rest = next..extent::end(line, next);
    if next > source.end && !extent::complete(line, content) && rest.clone().any(|u| line.finite(u))
    {
        contents.push(rest);
        return Some((source, contents));
    }
    clause.then_some((source, contents))
}

/// Where the clause from unit `from` ends before `to`: at a comma before a verb without a subject.
pub(super) fn main_verb(line: &Line<'_>, from: usize, to: usize) -> usize {
    let verb = |v: usize| {
        let known = verbs::verb(line.form(v));
        let past =
            matches!(known, Some((_, Tense::Past | Tense::Third))) && line.form(v + 1) != "by";
        !line.subject_pronoun(v) && !line.marked(v) && (line.finite(v) || past)
    };
    let ends = |u: &usize| line.form(*u) == "," && verb(extent::past_group(line, u + 1));
    (from..to).find(ends).unwrap_or(to)
}

/// "As Orel told the council, …" and "…, as Orel said": what stands beside the clause.
fn as_told(line: &Line<'_>, cue: &Cue, subject: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let at = subject.start.checked_sub(1).filter(|at| line.form(*at) == "as")?;
    if !(cue.verb.frames.bare || cue.particle) || !cue.verb.speech && line.word(cue.end) {
        return None;
    }
    if at < 2 {
        let comma = (cue.end..line.len().min(cue.end + 12)).find(|u| line.form(*u) == ",")?;
        let aside = (cue.end..comma).all(|u| line.word(u) && !line.finite(u));
        let content = comma + 1..extent::end(line, comma + 1);
        return (aside && !content.is_empty()).then(|| vec![content]);
    }
    let (content, _) = left(line, at, 0).filter(|_| !line.word(cue.end) || !line.open(cue.end))?;
    let rest = cue.end + 1..extent::end(line, cue.end + 1);
    if extent::complete(line, content.clone()) {
        return Some(vec![content]);
    }
    // "The dam, as Orel said, is old."
    // "If it rains, as Orel hopes, we win": the clause before is all.
    if line.is(content.start, Classes::SUB) {
        return Some(vec![content]);
    }
    let more = line.form(cue.end) == "," && rest.clone().any(|u| line.finite(u));
    more.then(|| vec![content, rest])
}

/// Who speaks in ", saying that …" or "with Dillon saying that …".
fn participle_source(line: &Line<'_>, cue: &Cue, earlier: &[Found]) -> Option<Range<usize>> {
    let start = cue.start;
    let before = start.checked_sub(1)?;
    if line.open(before) || line.is(before, Classes::PRON) {
        // "with X saying": the phrase back to "with".
        let near = before.saturating_sub(10)..before;
        let with = near
            .rev()
            .find(|u| line.form(*u) == "with")
            .filter(|with| (with + 1..start).all(|u| line.word(u) && !line.finite(u)));
        let phase = matches!(
            line.form(before),
            "began" | "start" | "starts" | "started" | "keep" | "keeps" | "kept" | "stopped"
        );
        return match with {
            Some(with) => Some(with + 1..start),
            // "started asking", "a letter saying that …", "Orel calling it late".
            None if phase => subject(line, before, earlier).map(|(subject, _)| subject),
            None => noun_before(line, cue),
        };
    }
    if !matches!(line.form(before), "," | "—" | "–" | "--")
        && !matches!(
            line.form(before),
            "by" | "after" | "before" | "in" | "without" | "while" | "when"
        )
        && !line.is(before, Classes::CONJ)
        && !line.quote(before)
    {
        return None;
    }
    owner(line, before, earlier)
}

/// The noun phrase that a participle of speech follows at once ("a letter saying that …"), where that
/// has an object and is none ("a creative writing course", "had a hard time saying it").
fn noun_before(line: &Line<'_>, cue: &Cue) -> Option<Range<usize>> {
    let start = cue.start;
    let last = start - 1;
    let next = cue.end;
    let object = line.form(next) == "that"
        || line.quote(next)
        || line.marked(next)
        || line.is(next, Classes::DET.with(Classes::PRON).with(Classes::WH));
    let verbal = |u: usize| {
        let form = line.form(u);
        line.is(u, Classes::VERB)
            || matches!(form, "thereby" | "thus")
            || line.finite(u)
            || line.adverb(u)
            || !line.marked(u) && (form.ends_with("ed") || form.ends_with("ing"))
    };
    let spent = matches!(
        singular(line.form(last)).0.as_str(),
        "time"
            | "day"
            | "week"
            | "month"
            | "year"
            | "turn"
            | "hour"
            | "trouble"
            | "career"
            | "life"
    );
    let known = !line.marked(last) && verbs::verb(line.form(last)).is_some();
    if !cue.verb.speech || !object || spent || known || verbal(last) || line.time(last).is_some() {
        return None;
    }
    let closed = Classes::CONJ.with(Classes::SUB).with(Classes::WH);
    let stops = |u: &usize| {
        let joint = line.is(*u, closed) || line.is(*u, Classes::PREP) && line.form(*u) != "of";
        joint || !line.word(*u) && line.form(*u) != "." || verbal(*u)
    };
    let near = last.saturating_sub(10);
    let from = (near..last).rev().find(stops).map_or(near, |u| u + 1);
    Some(from..start)
}

/// Who is the subject of what stands before unit `end`: the source of an earlier cue, or the
/// subject of the nearest verb.
fn owner(line: &Line<'_>, end: usize, earlier: &[Found]) -> Option<Range<usize>> {
    let own = |s: &Range<usize>| {
        s.len() == 1 && line.is(s.start, Classes::DET)
            || s.end.checked_sub(1).is_some_and(|last| line.form(last).ends_with("'s"))
    };
    let mut sources = earlier.iter().rev().filter(|f| f.cue.end <= end);
    let told = sources.find_map(|f| Some((f, f.source.clone().filter(|s| !own(s))?)));
    let alone = !(0..end).any(|u| line.finite(u));
    let nearest = (0..=end).rev().take_while(|u| line.form(*u) != ";").find_map(|u| {
        // "tried to leave": the verb of the subject stands before; "Orel changed course".
        let past = u > 0
            && line.form(u).ends_with("ed")
            && !line.marked(u)
            && line.form(u + 1) != "by"
            && (line.marked(u - 1)
                || line.is(u - 1, Classes::PRON)
                || alone && (line.open(u - 1) || line.form(u - 1) == ","));
        let subject = if !line.finite(u) && !past || u > 0 && line.form(u - 1) == "to" {
            None
        } else if line.subject_pronoun(u) {
            Some(u..u + 1)
        } else {
            source::left(line, cue::group(line, u))
        };
        // "revised his plans": a plural noun is no verb.
        let object = |s: &Range<usize>| {
            s.start > 0 && line.open(s.start - 1) && line.form(s.start - 1).ends_with("ed")
        };
        let subject = subject.filter(|s| {
            !line.is(s.start, Classes::SUB) && line.form(s.start) != "that" && !object(s)
        });
        subject.map(|s| (u, s))
    });
    // A verb inside of what was told, or of a clause that only says when, is not the speaker's own.
    let beside =
        |s: &Range<usize>| s.start > 0 && line.is(s.start - 1, Classes::SUB.with(Classes::WH));
    match (told, nearest) {
        (Some((f, _)), Some((u, subject)))
            if u >= f.cue.end && !beside(&subject) && !f.content.iter().any(|c| c.contains(&u)) =>
        {
            Some(subject)
        }
        (Some((_, source)), _) => Some(source),
        (None, nearest) => nearest.map(|(_, subject)| subject),
    }
}

/// "Noting that it was late, Orel left": the subject of the clause that follows, and where the
/// content ends.
fn ahead(line: &Line<'_>, cue: &Cue, content: &Range<usize>) -> Option<(Range<usize>, usize)> {
    if cue.start > 2 {
        return None;
    }
    main(line, content.start + 1).map(|(subject, comma)| (subject, comma.min(content.end)))
}

/// The subject of the main clause that follows a comma after unit `from`, and that comma.
pub(super) fn main(line: &Line<'_>, from: usize) -> Option<(Range<usize>, usize)> {
    let end = line.len();
    (from..end).filter(|u| line.form(*u) == ",").find_map(|comma| {
        let plural = |u: usize| matches!(cue::at(line, u), Some(Cue { tense: Tense::Base, .. }));
        let verb = (comma + 1..end.min(comma + 16)).find(|u| line.finite(*u) || plural(*u))?;
        let subject = if line.subject_pronoun(verb) {
            Some(verb..verb + 1)
        } else {
            source::left(line, cue::group(line, verb))
        };
        subject.filter(|s| s.start == comma + 1).map(|s| (s, comma))
    })
}

/// The subject of the verb at unit `u`, and the first unit of the verb group.
pub(super) fn subject(
    line: &Line<'_>,
    u: usize,
    earlier: &[Found],
) -> Option<(Range<usize>, usize)> {
    let start = cue::group(line, u);
    let subject = source::left(line, start).or_else(|| shared(line, start, earlier))?;
    Some((subject, start))
}

/// Who is the subject of a verb after a conjunction: "Orel thanked them and said …".
fn shared(line: &Line<'_>, start: usize, earlier: &[Found]) -> Option<Range<usize>> {
    let end = source::subject_end(line, start);
    let mut joint = end.checked_sub(1)?;
    // "and in a letter said": an adverbial stands between.
    let inner = |k: &usize| line.word(*k) && !line.finite(*k) && !line.is(*k, Classes::CONJ);
    let first = (joint.saturating_sub(6)..=joint).rev().take_while(inner).last().unwrap_or(joint);
    if first > 1 && line.is(first, Classes::PREP) && line.is(first - 1, Classes::CONJ) {
        joint = first - 1;
    }
    let joins = line.is(joint, Classes::CONJ)
        || line.form(joint) == "then"
        || line.form(joint) == "," && line.is(end, Classes::ADV);
    if !joins {
        return None;
    }
    owner(line, joint, earlier)
}

/// "The photo shows …": nobody says it.
fn pictures(line: &Line<'_>, cue: &Cue, subject: &Range<usize>) -> bool {
    let picture = |u: usize| {
        matches!(
            singular(line.form(u)).0.as_str(),
            "photo"
                | "photograph"
                | "image"
                | "picture"
                | "footage"
                | "map"
                | "video"
                | "graphic"
                | "chart"
                | "screenshot"
                | "illustration"
                | "cartoon"
                | "clip"
        )
    };
    let relative = source::relative(line, subject).then(|| source::antecedent(line, subject.start));
    let subject = relative.flatten().unwrap_or_else(|| subject.clone());
    // "This photo released on May 3, 2015 by the army shows".
    let verb = |u: &usize| {
        line.is(*u, Classes::AUX.with(Classes::MODAL).with(Classes::VERB)) || line.quote(*u)
    };
    let before = (subject.start.saturating_sub(24)..subject.start).rev().take_while(|u| !verb(u));
    !cue.verb.speech && before.into_iter().chain(subject).any(picture)
}

/// Whether a past form tells of the noun before it, not what that does: "they saw a town called …".
fn attribute(line: &Line<'_>, cue: &Cue, subject: &Range<usize>) -> bool {
    let Some(before) = subject.start.checked_sub(1) else { return false };
    let bare = cue.tense == Tense::Past && !(cue.start..cue.end).any(|u| line.is(u, Classes::AUX));
    let object = line.finite(before) && !line.subject_pronoun(before)
        || line.is(before, Classes::PREP)
            && !line.is(before, Classes::SUB)
            && line.form(before) != "as";
    let sure = line.form(cue.end) == "that"
        || cue.verb.frames.bare && cue.verb.speech
        || line.subject_pronoun(subject.start);
    bare && object && !sure && !line.quote(cue.end)
}

/// "which he said were ready": the relative pronoun and what follows the cue.
fn relative(line: &Line<'_>, cue: &Cue, subject: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let pronoun = subject.start.checked_sub(1)?;
    let relates = matches!(line.form(pronoun), "which" | "who" | "that" | "whom");
    if !relates || !cue.verb.frames.bare || !line.finite(cue.end) {
        return None;
    }
    let end = extent::end(line, cue.end);
    (end > cue.end).then(|| vec![pronoun..pronoun + 1, cue.end..end])
}
