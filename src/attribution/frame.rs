//! Puts cue, source and content of one line together.

use super::cue;
use super::extent;
use super::kind;
use super::line::Line;
use super::noun;
use super::source;
use super::source_right;
use super::verbal;
use crate::order::Order;
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
    let mut cited: Vec<usize> = Vec::new();
    let mut u = 0;
    // What lies before is taken by contents right of earlier cues.
    let mut taken = 0;
    while u < line.len() {
        if line.quote(u) {
            u += 1;
            continue;
        }
        if let Some(after) = cue::according(line, u) {
            if let Some(found) = according(line, u, after, &out) {
                drop_inner(&mut out, &found);
                taken = taken.max(found.source.as_ref().map_or(0, |s| s.end));
                out.push(found);
            }
            u = after;
            continue;
        }
        if line.form(u) == "citing" {
            cited.push(u);
            u += 1;
            continue;
        }
        if u < taken {
            u += 1;
            continue;
        }
        if let Some(found) = survey(line, u, &out) {
            u += 1;
            taken = taken.max(found.source.as_ref().map_or(0, |s| s.end));
            out.push(found);
            continue;
        }
        let found = noun::find(line, u, &out);
        let found = found.or_else(|| {
            let cue = cue::at(line, u).filter(|_| !noun::ahead(line, u))?;
            verbal::find(line, &cue, &out)
        });
        if let Some(found) = found {
            drop_inner(&mut out, &found);
            taken = found.content.iter().map(|c| c.end).max().unwrap_or(0).max(found.cue.end);
            out.push(found);
        }
        u += 1;
    }
    // The cue of what was cited may stand after it.
    let cited: Vec<Found> = cited.into_iter().filter_map(|u| citing(line, u, &out)).collect();
    out.extend(cited);
    bare_names(line, &mut out);
    out.order_by_key(|f| f.cue.start);
    out
}

/// Drops attributions inside of what another attributes: they are part of its content.
fn drop_inner(out: &mut Vec<Found>, found: &Found) {
    let first = found.content.first().map_or(0, |c| c.start);
    // "“We go,” Orel, who said it was late, said": what the source is told to say is beside it.
    let beside = |o: &Found| found.source.as_ref().is_some_and(|s| s.contains(&o.cue.start));
    out.retain(|o| {
        beside(o)
            || !(first <= o.cue.start && o.cue.end <= found.cue.start && first < found.cue.start)
    });
}

/// "Orel, who said it was late, left": a clause that attributes is no part of the name.
fn bare_names(line: &Line<'_>, all: &mut [Found]) {
    let sources = all.iter().filter_map(|f| f.source.clone());
    let told: Vec<usize> = sources.filter(|s| source::relative(line, s)).map(|s| s.start).collect();
    for source in all.iter_mut().filter_map(|f| f.source.as_mut()) {
        let inside = |at: &&usize| source.start + 1 < **at && **at < source.end;
        let comma = told.iter().find(inside).map(|at| at - 1);
        source.end = comma.filter(|at| line.form(*at) == ",").unwrap_or(source.end);
    }
}

fn one(source: Option<Range<usize>>, cue: Range<usize>, content: Range<usize>) -> Found {
    Found { source, cue, content: vec![content], speech: true }
}

fn according(line: &Line<'_>, u: usize, after: usize, earlier: &[Found]) -> Option<Found> {
    let start = extent::left_start(line, 0, u);
    let initial = start >= u || u > 0 && line.is(u - 1, Classes::CONJ.with(Classes::SUB)) && u < 4;
    let source = source_right::right(line, after, !initial)?;
    let next = source.end + usize::from(line.form(source.end) == ",");
    let rest = next..extent::end(line, next);
    if initial {
        return (!rest.is_empty()).then(|| one(Some(source), u..after, rest));
    }
    let end = u - usize::from(line.form(u - 1) == ",");
    let aside = next > source.end && !rest.is_empty();
    // "He said that, according to the ministry, it was late": the cue before keeps its content.
    let inner = line.form(end - 1) == "that" || earlier.iter().any(|f| f.cue.end == end);
    if aside && inner {
        return Some(one(Some(source), u..after, rest));
    }
    // What another said is part of what the source tells ("he said it was late, according to").
    if end <= start {
        return None;
    }
    let complete = extent::complete(line, start..end);
    let mut found = one(Some(source), u..after, start..end);
    if aside && extent::resumes(line, rest.start, complete) {
        found.content.push(rest);
    }
    Some(found)
}

/// "In a poll of 800 voters, …", "40 percent would leave in the newest poll": what a survey found.
fn survey(line: &Line<'_>, u: usize, earlier: &[Found]) -> Option<Found> {
    if line.form(u) != "in" {
        return None;
    }
    let head = (u + 1..u + 9)
        .find(|k| matches!(line.form(*k), "poll" | "polls" | "survey" | "surveys"))?;
    let inside = |k: usize| line.word(k) && !line.is(k, Classes::PREP.with(Classes::SUB));
    if !(line.is(u + 1, Classes::DET) || line.time(u + 1).is_some() || line.open(u + 1))
        || !(u + 1..head).all(|k| inside(k) && !line.finite(k) || matches!(line.form(k), "-" | "/"))
    {
        return None;
    }
    let mut found = according(line, u, u + 1, earlier)?;
    let source = found.source.as_mut()?;
    // "in the poll, four points up from May": no apposition.
    source.end = (head..source.end).find(|k| line.form(*k) == ",").unwrap_or(source.end);
    let first = u == 0 && line.form(source.end) == ",";
    let share = |k: usize| matches!(line.form(k), "%" | "percent" | "points");
    let ends = !line.word(source.end) || source_right::adverbial(line, source.end);
    let left = found.content.first().filter(|c| c.end <= u);
    let told = left.is_some_and(|c| extent::complete(line, c.clone()) && c.clone().any(share));
    (first || ends && told).then_some(found)
}

/// "reported, citing US officials, that …": the ones cited are a source of the same content, that
/// of the nearest cue.
fn citing(line: &Line<'_>, u: usize, cues: &[Found]) -> Option<Found> {
    let source = source_right::right(line, u + 1, false)?;
    // What was attributed up to here does not hold the citation itself.
    let apart = |c: &Range<usize>| {
        let c = if c.contains(&u) { c.start..u.saturating_sub(1) } else { c.clone() };
        Some(c).filter(|c| !c.is_empty() && (c.end <= u || c.start >= source.end))
    };
    let near = cues.iter().filter(|f| f.speech && f.content.iter().any(|c| apart(c).is_some()));
    let content = match near.min_by_key(|f| f.cue.start.abs_diff(u)) {
        Some(found) => found.content.iter().filter_map(apart).collect(),
        // "closed the road, citing security": a reason, where nobody reports.
        None if !source.clone().any(|k| line.marked(k) || kind::speaks(line.form(k))) => {
            return None;
        }
        None => {
            let start = extent::left_start(line, 0, u);
            let end = u - usize::from(u > 0 && line.form(u - 1) == ",");
            vec![Some(start..end).filter(|c| !c.is_empty())?]
        }
    };
    Some(Found { source: Some(source), cue: u..u + 1, content, speech: true })
}
