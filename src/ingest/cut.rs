//! Cutting units that hold more than one thing: captions with credits, dates with buttons, whole
//! pages on one line.

use super::BlockKind;
use super::dateline::{self, Bare};
use super::line::Unit;
use super::pattern::{self, Lists};
use crate::order::Order;

/// Cuts credits off captions and furniture off date lines, so that each part is one thing.
pub(super) fn split<'t>(page: &'t str, units: Vec<Unit<'t>>, lists: &Lists) -> Vec<Unit<'t>> {
    let mut out = Vec::with_capacity(units.len());
    for unit in units {
        let mut cuts = Vec::new();
        if let Some(at) = pattern::trailing_credit(&unit, lists) {
            cuts.push(at);
        } else if unit.words <= 14 {
            cuts.extend(date_then_furniture(&unit, lists));
        } else if unit.text.len() > 600 {
            cuts.extend(one_line(&unit, lists));
        }
        if cuts.is_empty() {
            out.push(unit);
            continue;
        }
        let (mut from, mut first) = (0, true);
        for to in cuts.into_iter().chain([unit.text.len()]) {
            let part = unit.text.get(from..to).unwrap_or("");
            let text = part.trim();
            if !text.is_empty() {
                let start = unit.start + from + (part.len() - part.trim_start().len());
                let text = page.get(start..start + text.len()).unwrap_or(text);
                let joined = unit.joined || !first;
                out.push(Unit::new(text, start, unit.blank && first, joined));
                first = false;
            }
            from = to;
        }
    }
    out
}

/// "date 2017-03-15 Register": a date, then buttons.
fn date_then_furniture(unit: &Unit<'_>, lists: &Lists) -> Option<usize> {
    let date = super::when::dates(unit.text).into_iter().next_back()?;
    let after = unit.text.get(date.end..)?;
    let rest = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    let before = super::when::rest_of_date_line(unit.text.get(..date.end)?)?;
    if rest.is_empty() || before.split_whitespace().count() > 2 {
        return None;
    }
    let buttons = lists.phrases.run(rest).0.is_some();
    (buttons && super::when::rest_of_date_line(rest).is_none_or(|r| !r.is_empty()))
        .then_some(unit.text.len() - rest.len())
}

/// A page without line breaks: furniture at its two ends, as far as it is beyond doubt.
fn one_line(unit: &Unit<'_>, lists: &Lists) -> Vec<usize> {
    let text = unit.text;
    let mut cuts = Vec::new();
    let top = super::line::head(text, 600);
    let (_, upto) = lists.phrases.run(top);
    let mut from = 0;
    if upto > 0 && top.get(..upto).is_some_and(|t| t.split_whitespace().count() >= 2) {
        cuts.push(upto);
        from = upto;
    }
    // Headline and byline before the first dateline.
    let rest = text.get(from..).unwrap_or("");
    let top = super::line::head(rest, 400);
    for (at, _) in top.match_indices('(') {
        // The place before the bracket is set in capitals and may have a country after it.
        let words = top.get(..at).unwrap_or("").rmatch_indices(' ').take(5).map(|(i, _)| i + 1);
        let shout = |s: usize| {
            let word = top.get(s..).and_then(|r| r.split_whitespace().next()).unwrap_or("");
            word.chars().filter(|c| c.is_alphabetic()).count() >= 3
                && !word.chars().any(char::is_lowercase)
        };
        let found = words
            .filter(|s| shout(*s))
            .last()
            .or(Some(at))
            .and_then(|s| Some((s, dateline::dateline(rest.get(s..)?, lists, Bare::Never)?)))
            .filter(|(s, d)| *s > 0 && d.known.is_some());
        if let Some((s, _)) = found {
            let before = top.get(..s).unwrap_or("");
            if let Some(by) = before
                .rfind(" By ")
                .filter(|by| pattern::looks_like_names(before.get(by + 4..).unwrap_or("").trim()))
            {
                cuts.push(from + by + 1);
            }
            cuts.push(from + s);
            break;
        }
    }
    // Sentences of furniture at the end.
    let floor = super::line::tail_start(text, 800).max(cuts.last().copied().unwrap_or(0) + 1);
    let tail = text.get(floor..).unwrap_or("");
    let mut ends: Vec<usize> = tail
        .match_indices(['.', '?', '!', '"', '”'])
        .map(|(i, m)| i + m.len())
        .filter(|i| tail.get(*i..).is_some_and(|r| r.starts_with(' ')))
        .chain(tail.match_indices('©').map(|(i, _)| i))
        .collect();
    ends.order();
    ends.dedup();
    ends.reverse();
    let mut last = tail.len();
    let mut tail_cuts = Vec::new();
    for at in ends {
        let part = tail.get(at..last).unwrap_or("").trim();
        let piece = Unit::new(part, 0, false, true);
        let furniture = pattern::mark(&piece, lists).is_some_and(|m| {
            matches!(
                m.kind,
                BlockKind::Copyright | BlockKind::Chrome | BlockKind::Comment | BlockKind::Related
            ) || m.role == "reporting"
        });
        if !furniture {
            break;
        }
        tail_cuts.push(floor + at);
        last = at;
    }
    cuts.extend(tail_cuts.into_iter().rev());
    cuts
}
