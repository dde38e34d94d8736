//! Puts cue, source and content of one line together.

use super::content;
use super::cue::{self, Cue};
use super::line::Line;
use super::source;
use super::verbs::Tense;
use crate::text::class::Classes;
use std::ops::Range;

/// An attribution in units of its line.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub source: Option<Range<usize>>,
    pub cue: Range<usize>,
    pub content: Vec<Range<usize>>,
    pub speech: bool,
}

/// The attributions of a line, in order of their cues.
pub(super) fn find(line: &Line<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut u = 0;
    // What lies before is taken by contents right of earlier cues.
    let mut taken = 0;
    while u < line.len() {
        if line.quote(u) {
            u += 1;
            continue;
        }
        if let Some(after) = cue::according(line, u) {
            out.extend(according(line, u, after, &out));
            u = after;
            continue;
        }
        if line.form(u) == "citing" {
            out.extend(citing(line, u, &out));
            u += 1;
            continue;
        }
        if u < taken {
            u += 1;
            continue;
        }
        let found = cue::at(line, u).and_then(|cue| by_verb(line, &cue, &out));
        if let Some(found) = found {
            let first = found.content.first().map_or(0, |c| c.start);
            // An attribution inside of what another attributes is part of the content.
            out.retain(|o| {
                !(first <= o.cue.start && o.cue.end <= found.cue.start && first < found.cue.start)
            });
            taken = found.content.iter().map(|c| c.end).max().unwrap_or(0).max(found.cue.end);
            out.push(found);
        }
        u += 1;
    }
    out
}

fn one(source: Option<Range<usize>>, cue: Range<usize>, content: Range<usize>) -> Found {
    Found { source, cue, content: vec![content], speech: true }
}

fn according(line: &Line<'_>, u: usize, after: usize, earlier: &[Found]) -> Option<Found> {
    let first = content::left_start(line, 0, u);
    let initial = first >= u || u > 0 && line.is(u - 1, Classes::CONJ.with(Classes::SUB)) && u < 4;
    let source = source::right(line, after, !initial)?;
    if initial {
        let start = source.end + usize::from(line.form(source.end) == ",");
        let end = content::end(line, start);
        return (end > start).then(|| one(Some(source), u..after, start..end));
    }
    let before = earlier
        .iter()
        .map(|f| f.content.iter().map(|c| c.end).max().unwrap_or(0))
        .max()
        .unwrap_or(0);
    let before = if before >= u { 0 } else { before };
    let start = content::left_start(line, before, u);
    let end = u - usize::from(line.form(u - 1) == ",");
    (end > start).then(|| one(Some(source), u..after, start..end))
}

/// "reported, citing US officials, that …": the ones cited are a source of the same content.
fn citing(line: &Line<'_>, u: usize, earlier: &[Found]) -> Option<Found> {
    let source = source::right(line, u + 1, false)?;
    let same = earlier
        .iter()
        .rev()
        .find(|f| f.content.iter().any(|c| c.start >= source.end || c.end <= u));
    let content = match same {
        Some(found) => found.content.clone(),
        None => {
            let start = content::left_start(line, 0, u);
            let end = u - usize::from(u > 0 && line.form(u - 1) == ",");
            Some(start..end).filter(|c| !c.is_empty()).into_iter().collect()
        }
    };
    // What was attributed up to here does not hold the citation itself.
    let content =
        content.into_iter().map(|c| if c.contains(&u) { c.start..u.saturating_sub(1) } else { c });
    let content: Vec<_> = content.filter(|c| c.end > c.start).collect();
    (!content.is_empty()).then(|| Found {
        source: Some(source),
        cue: u..u + 1,
        content,
        speech: true,
    })
}

/// The quotation or the comma-ended clause that ends before unit `end`.
fn left(line: &Line<'_>, end: usize, from: usize) -> Option<(Range<usize>, bool)> {
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
    if quoted
        && !comma
        && !matches!(
            line.last_mark(stop - 1),
            "," | "?" | "!" | "." | "…" | "—" | "–" | "--" | "..." | ";" | "-"
        )
    {
        return None;
    }
    let start = content::left_start(line, from, stop);
    (start < stop).then_some((start..stop, quoted))
}

fn by_verb(line: &Line<'_>, cue: &Cue, earlier: &[Found]) -> Option<Found> {
    let frames = cue.verb.frames;
    let speaks = frames.quote || frames.bare;
    let from = earlier
        .iter()
        .map(|f| f.cue.end.max(f.content.iter().map(|c| c.end).max().unwrap_or(0)))
        .max()
        .unwrap_or(0);
    let from = if from > cue.start { 0 } else { from };
    let found = |source, content: Vec<Range<usize>>| {
        Some(Found { source, cue: cue.start..cue.end, content, speech: cue.verb.speech })
    };
    if cue.tense == Tense::Ing && !line.is(cue.start, Classes::AUX) {
        let content = content::right(line, cue)?;
        let source = participle_source(line, cue.start, earlier);
        source.as_ref()?;
        return found(source, vec![content]);
    }
    let subject = source::left(line, cue.start);
    let Some(subject) = subject else {
        // "…," said Khawlah.
        let (content, quoted) =
            left(line, cue.start, from).filter(|_| speaks && cue.verb.speech)?;
        let at = cue.end;
        let source = source::right(line, at, true)?;
        let clause =
            (source.start..source.end).take_while(|u| line.form(*u) != ",").any(|u| line.finite(u));
        let verb_left = quoted || (content.start..content.end).any(|u| line.finite(u));
        if clause
            || !verb_left
            || !(line.capital(source.start)
                || line.open(source.start)
                || line.is(source.start, Classes::DET.with(Classes::PRON)))
        {
            return None;
        }
        let mut contents = vec![content];
        let next = source.end + usize::from(matches!(line.form(source.end), "," | ":"));
        if quoted && line.quote(next) {
            contents.push(next..next + 1);
        }
        return found(Some(source), contents);
    };
    let before = left(line, subject.start, from).filter(|_| speaks);
    let right = content::right(line, cue);
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
    let (content, _) = before.filter(|_| frames.bare && cue.verb.speech)?;
    let mut complete = content.clone().any(|u| line.finite(u));
    let mut contents = vec![content];
    // "The town, he said, was empty."
    if line.form(cue.end) == "," {
        let end = content::end(line, cue.end + 1);
        if end > cue.end + 1 && line.form(cue.end + 1) != "adding" {
            complete |= (cue.end + 1..end).any(|u| line.finite(u));
            contents.push(cue.end + 1..end);
        }
    }
    if complete { found(Some(subject), contents) } else { None }
}

/// Who speaks in ", saying that …" or "with Dillon saying that …".
fn participle_source(line: &Line<'_>, start: usize, earlier: &[Found]) -> Option<Range<usize>> {
    let before = start.checked_sub(1)?;
    if line.open(before) || line.is(before, Classes::PRON) {
        // "with X saying": the phrase back to "with".
        let with = (before.saturating_sub(10)..before).rev().find(|u| line.form(*u) == "with")?;
        let inside = (with + 1..start).all(|u| line.word(u) && !line.finite(u));
        return inside.then_some(with + 1..start);
    }
    if !matches!(line.form(before), "," | "—" | "–" | "--")
        && !line.is(before, Classes::PREP)
        && !line.is(before, Classes::CONJ)
        && !line.quote(before)
    {
        return None;
    }
    if let Some(found) = earlier.last().filter(|f| f.cue.end <= start) {
        return found.source.clone();
    }
    let finite = (0..start).find(|u| line.finite(*u))?;
    source::left(line, finite)
}
