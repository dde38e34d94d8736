//! Puts cue, source and content of one line together.

use super::cue;
use super::extent;
use super::line::Line;
use super::noun;
use super::source_right;
use super::verbal;
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
            if let Some(found) = according(line, u, after) {
                drop_inner(&mut out, &found);
                taken = taken.max(found.source.as_ref().map_or(0, |s| s.end));
                out.push(found);
            }
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
    out
}

/// Drops attributions inside of what another attributes: they are part of its content.
fn drop_inner(out: &mut Vec<Found>, found: &Found) {
    let first = found.content.first().map_or(0, |c| c.start);
    out.retain(|o| {
        !(first <= o.cue.start && o.cue.end <= found.cue.start && first < found.cue.start)
    });
}

fn one(source: Option<Range<usize>>, cue: Range<usize>, content: Range<usize>) -> Found {
    Found { source, cue, content: vec![content], speech: true }
}

fn according(line: &Line<'_>, u: usize, after: usize) -> Option<Found> {
    let first = extent::left_start(line, 0, u);
    let initial = first >= u || u > 0 && line.is(u - 1, Classes::CONJ.with(Classes::SUB)) && u < 4;
    let source = source_right::right(line, after, !initial)?;
    if initial {
        let start = source.end + usize::from(line.form(source.end) == ",");
        let end = extent::end(line, start);
        return (end > start).then(|| one(Some(source), u..after, start..end));
    }
    // What another said is part of what the source tells ("he said it was late, according to").
    let start = extent::left_start(line, 0, u);
    let end = u - usize::from(line.form(u - 1) == ",");
    (end > start).then(|| one(Some(source), u..after, start..end))
}

/// "reported, citing US officials, that …": the ones cited are a source of the same content.
fn citing(line: &Line<'_>, u: usize, earlier: &[Found]) -> Option<Found> {
    let source = source_right::right(line, u + 1, false)?;
    let same = earlier
        .iter()
        .rev()
        .find(|f| f.content.iter().any(|c| c.start >= source.end || c.end <= u));
    let content = match same {
        Some(found) => found.content.clone(),
        None => {
            let start = extent::left_start(line, 0, u);
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
