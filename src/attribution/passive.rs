//! Verbs that are said of their subject: "was praised by the union", "a plan backed by the union".

use super::cue::Cue;
use super::extent;
use super::frame::Found;
use super::line::Line;
use super::source;
use super::source_right;
use super::verbal;
use crate::text::class::Classes;
use std::ops::Range;

/// "a plan backed by the union": the words before are what the source tells of.
pub(super) fn reduced(line: &Line<'_>, cue: &Cue) -> Option<Found> {
    if line.time(cue.end + 1).is_some() {
        return None;
    }
    let source = source_right::right(line, cue.end + 1, true)?;
    // "confirmed by phone that", "said by Monday it would": no one did it.
    let main = source.clone().take_while(|u| line.form(*u) != ",");
    let clause = line.form(source.end) == "that"
        || line.subject_pronoun(source.end)
        || main.clone().skip(1).any(|u| line.subject_pronoun(u) && line.form(u) != "who")
        || main.take_while(|u| line.form(*u) != "who").any(|u| line.finite(u));
    if clause {
        return None;
    }
    let end = cue.start - usize::from(cue.start > 0 && line.form(cue.start - 1) == ",");
    let content = source::phrase_left(line, end)?;
    Some(Found {
        source: Some(source),
        cue: cue.start..cue.end,
        content: vec![content],
        speech: cue.verb.speech,
    })
}

/// "The plan was criticised as hasty", "is expected to win", "was praised by the union".
pub(super) fn find(line: &Line<'_>, cue: &Cue) -> Option<Found> {
    let frames = cue.verb.frames;
    let being = (cue.start..cue.end).any(|u| line.is(u, Classes::AUX));
    let subject = source::left(line, cue.start).filter(|_| being || cue.start > 0);
    let mut from = cue.end;
    while line.is(from, Classes::ADV) && !line.is(from, Classes::PREP) {
        from += 1;
    }
    let by = (from..from + 14)
        .take_while(|u| line.word(*u) && !line.finite(*u))
        .find(|u| line.form(*u) == "by" && line.time(u + 1).is_none());
    let source = by.and_then(|by| source_right::right(line, by + 1, true));
    let form = line.form(from);
    let more = match form {
        // "was supposed to win": nobody supposes it.
        "to" => (frames.to || frames.that) && line.form(cue.end - 1) != "supposed",
        "that" => frames.that || frames.bare,
        "as" | "for" | "over" | "about" | "of" | "with" => frames.np || cue.particle,
        "if" => frames.wh,
        // "was asked about the dam"; "was asked, “Why?”".
        "," => line.quote(from + 1) && frames.quote,
        _ if cue.particle && cue.verb.person => line.word(from),
        _ => line.quote(from) || line.is(from, Classes::WH) && frames.wh,
    };
    from += usize::from(form == ",");
    let stop = by.filter(|_| source.is_some());
    let mut contents: Vec<Range<usize>> = Vec::new();
    let expletive = subject.as_ref().is_some_and(|s| line.form(s.start) == "it" && form == "that");
    // The one who is told is not what is told.
    if !cue.verb.person && !expletive {
        contents.extend(subject);
    }
    if more {
        let end = extent::end(line, from);
        let end = if cue.particle { extent::noun_end(line, from, end) } else { end };
        // "Asked whether it was late, Orel left", "When asked about it, …".
        let aside = !being || line.is(0, Classes::SUB.with(Classes::WH));
        let main = aside.then(|| verbal::main(line, from + 1)).flatten();
        let end = main.map_or(end, |(_, comma)| end.min(comma));
        let end = stop.map_or(end, |by| end.min(by));
        if end > from {
            contents.push(from..end);
        }
    }
    // "was asked by a miner whether it was late".
    let after = source.as_ref().map_or(from, |s| s.end);
    let told = match line.form(after) {
        "that" => frames.that || frames.bare,
        "to" => frames.to,
        "about" => frames.np || frames.wh || cue.verb.particles.contains(&"about"),
        "if" => frames.wh,
        _ => frames.wh && line.is(after, Classes::WH) && line.form(after) != "who",
    };
    if source.is_some() && !more && told {
        let end = extent::end(line, after);
        contents.extend(Some(after..end).filter(|c| !c.is_empty()));
    }
    if contents.is_empty() || source.is_none() && !more {
        return None;
    }
    let speech = cue.verb.speech && source.is_some();
    Some(Found { source, cue: cue.start..cue.end, content: contents, speech })
}
