//! Verbs and phrases that attribute, with the auxiliaries and particles that belong to them.

use super::line::Line;
use super::verbs::{self, Tense, Verb};
use crate::text::class::Classes;

/// A verb that may attribute.
pub(super) struct Cue {
    /// First unit of the verb group ("has", "also").
    pub start: usize,
    /// One past the verb and its particle.
    pub end: usize,
    pub verb: &'static Verb,
    pub tense: Tense,
    /// Whether a particle belongs to it ("point out").
    pub particle: bool,
}

fn be(form: &str) -> bool {
    matches!(
        form,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "'s"
            | "am"
            | "isn't"
            | "wasn't"
            | "aren't"
            | "weren't"
    )
}

/// Whether unit `u` may stand inside a verb group, before the verb.
fn in_group(line: &Line<'_>, u: usize) -> bool {
    if !line.word(u) || line.capital(u) && u > 0 {
        return false;
    }
    let form = line.form(u);
    line.is(u, Classes::AUX.with(Classes::MODAL)) && form != "having"
        || line.is(u, Classes::ADV) && line.time(u).is_none()
        || matches!(form, "once" | "recently" | "earlier" | "previously" | "later")
        || form.ends_with("ly")
            && form.len() > 4
            && !matches!(form, "family" | "italy" | "assembly" | "ally" | "reply")
}

/// The reporting verb at unit `u`, if it is used as one.
pub(super) fn at(line: &Line<'_>, u: usize) -> Option<Cue> {
    let (verb, tense) = verbs::verb(line.form(u)).filter(|_| line.word(u))?;
    if line.capital(u) && u > 0 {
        return None;
    }
    let mut start = u;
    while start > 0 && in_group(line, start - 1) {
        start -= 1;
    }
    let before = start.checked_sub(1);
    let form = before.map_or("", |b| line.form(b));
    let group = start..u;
    let passive =
        matches!(tense, Tense::Past | Tense::Participle) && group.clone().any(|k| be(line.form(k)));
    let auxiliary = group.clone().any(|k| line.is(k, Classes::AUX.with(Classes::MODAL)));
    if passive || form == "to" {
        return None;
    }
    // A noun: "the report", "media claims of", "his orders".
    let determined = before.is_some_and(|b| line.is(b, Classes::DET))
        && !matches!(
            form,
            "which"
                | "that"
                | "this"
                | "both"
                | "all"
                | "some"
                | "many"
                | "others"
                | "each"
                | "most"
                | "few"
        );
    if determined && !auxiliary {
        return None;
    }
    let prep = before.is_some_and(|b| line.is(b, Classes::PREP) && !line.is(b, Classes::ADV));
    let next = line.form(u + 1);
    let ok = match tense {
        Tense::Base => {
            auxiliary
                || matches!(
                    form,
                    "i" | "we"
                        | "you"
                        | "they"
                        | "who"
                        | "people"
                        | "police"
                        | "some"
                        | "many"
                        | "others"
                        | "most"
                        | "all"
                        | "both"
                )
                || before.is_some_and(|b| line.open(b))
                    && form.ends_with('s')
                    && !form.ends_with("ss")
                    && !form.ends_with("'s")
        }
        Tense::Third => {
            let noun_next = matches!(
                next,
                "of" | "from"
                    | "by"
                    | "are"
                    | "were"
                    | "have"
                    | "is"
                    | "was"
                    | "and"
                    | "in"
                    | "with"
            );
            !prep
                && !noun_next
                && before.is_none_or(|b| {
                    line.open(b)
                        || line.is(b, Classes::PRON)
                        || !line.word(b)
                        || line.is(b, Classes::DET)
                })
        }
        Tense::Past => !prep || form == "before",
        Tense::Participle => auxiliary,
        Tense::Ing => true,
    };
    if !ok {
        return None;
    }
    let particle = verb.particles.contains(&next);
    let end = u + 1 + usize::from(particle);
    Some(Cue { start, end, verb, tense, particle })
}

/// One past "according to" at unit `u`.
pub(super) fn according(line: &Line<'_>, u: usize) -> Option<usize> {
    (line.form(u) == "according" && line.form(u + 1) == "to").then_some(u + 2)
}
