//! Verbs and phrases that attribute, with the auxiliaries and particles that belong to them.

use super::line::Line;
use super::source;
use super::verbs::{self, Frames, Tense, Verb};
use crate::entity::phrase::singular;
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
    /// Whether it is said of the subject, not by it ("was accused").
    pub passive: bool,
}

/// Whether a form of "be".
fn be(form: &str) -> bool {
    let form = form.strip_suffix("n't").unwrap_or(form);
    matches!(form, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re" | "am")
}

/// Whether a verb that an adjective follows as it follows "be".
fn seems(form: &str) -> bool {
    matches!(
        form,
        "feel"
            | "feels"
            | "felt"
            | "remain"
            | "remains"
            | "remained"
            | "seem"
            | "seems"
            | "seemed"
            | "sound"
            | "sounds"
            | "sounded"
            | "become"
            | "became"
    )
}

/// Whether unit `u` may stand inside a verb group, before the verb.
fn in_group(line: &Line<'_>, u: usize) -> bool {
    if !line.word(u) || line.marked(u) && u > 0 {
        return false;
    }
    let form = line.form(u);
    line.is(u, Classes::AUX.with(Classes::MODAL)) && form != "having"
        || line.adverb(u) && line.time(u).is_none()
        || matches!(form, "once" | "recently" | "earlier" | "previously" | "later" | "long" | "now")
        || matches!(form, "all" | "both" | "each" | "since")
            && u > 0
            && line.is(u - 1, Classes::AUX.with(Classes::MODAL))
}

/// The first unit of the verb group whose verb is unit `u`.
pub(super) fn group(line: &Line<'_>, u: usize) -> usize {
    let mut start = u;
    while start > 0 && in_group(line, start - 1) {
        start -= 1;
    }
    start
}

/// The end of a cue with its particle, and whether it has one.
fn with_particle(line: &Line<'_>, u: usize, verb: &Verb) -> (usize, bool) {
    let words = |particle: &str| {
        let all = particle.split(' ').enumerate().all(|(k, word)| line.form(u + 1 + k) == word);
        all.then(|| particle.split(' ').count())
    };
    let longest = verb.particles.iter().filter_map(|p| words(p)).max();
    (u + 1 + longest.unwrap_or(0), longest.is_some())
}

/// The reporting verb or adjective at unit `u`, if it is used as one.
pub(super) fn at(line: &Line<'_>, u: usize) -> Option<Cue> {
    if !line.word(u) || line.marked(u) && u > 0 {
        return None;
    }
    let start = group(line, u);
    if let Some(verb) = verbs::adjective(line.form(u))
        && let Some(cue) = adjective(line, start, u, verb)
    {
        return Some(cue);
    }
    let (verb, tense) = verbs::verb(line.form(u))?;
    let form = start.checked_sub(1).map_or("", |b| line.form(b));
    // "did not respond to a request": nothing is said.
    let silent = matches!(line.form(u), "respond" | "reply" | "comment");
    let negative =
        |k: usize| matches!(line.form(k), "not" | "never") || line.form(k).ends_with("n't");
    let meets = line.form(u + 1) == "to"
        && matches!(
            line.form(u),
            "speak"
                | "speaks"
                | "spoke"
                | "spoken"
                | "speaking"
                | "talk"
                | "talks"
                | "talked"
                | "talking"
        );
    if silent && (start..u).any(negative) || meets {
        return None;
    }
    let (end, particle) = with_particle(line, u, verb);
    // "made clear" reports, "made" does not.
    if verb.frames == Frames::default() && !particle {
        return None;
    }
    let cue = Cue { start, end, verb, tense, particle, passive: false };
    if form == "to" {
        return infinitive(line, cue);
    }
    let participle = matches!(tense, Tense::Past | Tense::Participle);
    // "he's told" may be short for "has".
    let being = (start..u).any(|k| be(line.form(k)))
        || is_contracted(line, start) && !line.form(start.wrapping_sub(1)).ends_with("'s");
    if participle && (being || asked(line, &cue)) {
        return Some(Cue { passive: true, ..cue });
    }
    // "there were fears": a noun.
    if tense == Tense::Third && (start..u).any(|k| be(line.form(k))) || !used(line, &cue, u) {
        return None;
    }
    Some(merged(line, cue))
}

/// Whether one is asked or told who need not be named: "when asked whether", "Told that …, he left".
fn asked(line: &Line<'_>, cue: &Cue) -> bool {
    let frames = cue.verb.frames;
    let opens = cue.start.checked_sub(1).is_none_or(|b| {
        matches!(line.form(b), "when" | "if" | "while" | "once" | ",") || line.quote(b)
    });
    let next = line.form(cue.end);
    opens
        && cue.verb.person
        && frames.wh
        && (cue.particle
            || next == "by"
            || line.is(cue.end, Classes::WH)
            || matches!(next, "if" | "that"))
        && next != "who"
}

/// Whether the group follows a pronoun that ends in "be" ("they're", "he's").
pub(super) fn is_contracted(line: &Line<'_>, start: usize) -> bool {
    let before = start.wrapping_sub(1);
    line.subject_pronoun(before)
        && ["'re", "'s", "'m"].iter().any(|end| line.form(before).ends_with(end))
}

/// An adjective after "be" ("is aware of", "remains confident that").
fn adjective(line: &Line<'_>, start: usize, u: usize, verb: &'static Verb) -> Option<Cue> {
    let before = start.checked_sub(1)?;
    let linked = (start..u).any(|k| be(line.form(k)) || seems(line.form(k)));
    let start = if linked || is_contracted(line, start) {
        start
    } else if seems(line.form(before)) {
        group(line, before)
    } else {
        return None;
    };
    let (end, particle) = with_particle(line, u, verb);
    Some(Cue { start, end, verb, tense: Tense::Past, particle, passive: false })
}

/// "is trying to explain", "went out of his way to say": the verbs before belong to the cue.
fn infinitive(line: &Line<'_>, cue: Cue) -> Option<Cue> {
    let to = cue.start.checked_sub(1)?;
    if !cue.verb.speech || cue.tense != Tense::Base {
        return None;
    }
    for k in (to.saturating_sub(6)..to).rev() {
        let obliged = k + 1 == to && matches!(line.form(k), "had" | "have" | "has");
        // "founded a group to promote it": an act with a purpose.
        if !line.word(k)
            || matches!(line.form(k), "a" | "an" | "the")
            || line.is(k, Classes::SUB.with(Classes::WH).with(Classes::PRON))
            || line.marked(k)
            || obliged
            || line.form(k) == "able"
        {
            return None;
        }
        if line.finite(k) {
            return Some(Cue { start: group(line, k), ..cue });
        }
    }
    None
}

/// "declined to say": a verb that tells no words of its own and the one that does are one cue.
fn merged(line: &Line<'_>, cue: Cue) -> Cue {
    if cue.verb.speech || !cue.verb.frames.to || line.form(cue.end) != "to" {
        return cue;
    }
    let u = cue.end + 1 + usize::from(line.adverb(cue.end + 1));
    match verbs::verb(line.form(u)) {
        Some((verb, Tense::Base)) if verb.speech => {
            let (end, particle) = with_particle(line, u, verb);
            // "declined to comment", "to identify him": there what was declined is all that is told.
            let told = line.quote(end)
                || line.word(end) && !line.is(end, Classes::PREP.with(Classes::CONJ));
            if !told || particle || !(verb.frames.bare || verb.frames.wh) {
                return cue;
            }
            Cue { end, verb, particle, ..cue }
        }
        _ => cue,
    }
}

/// Whether a folded noun is a plural.
fn plural(form: &str) -> bool {
    !form.ends_with("'s") && singular(form).1
}

/// Whether a name that "and" joins to another ends at unit `u`: "Trump and Clinton".
fn joined_names(line: &Line<'_>, u: usize) -> bool {
    let name = |u: usize| line.open(u) && line.marked(u);
    let mut first = u;
    while name(first) && first > 0 {
        first -= 1;
    }
    name(u) && line.form(first) == "and" && first > 0 && name(first - 1)
}

/// Whether the verb at unit `u` is one here, not a noun or an attribute.
fn used(line: &Line<'_>, cue: &Cue, u: usize) -> bool {
    let (start, verb) = (cue.start, cue.verb);
    let before = start.checked_sub(1);
    let form = before.map_or("", |b| line.form(b));
    let auxiliary = (start..u).any(|k| line.is(k, Classes::AUX.with(Classes::MODAL)))
        || before.is_some_and(|b| line.subject_pronoun(b) && form.contains('\''));
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
                | "another"
                | "one"
                | "several"
                | "those"
        );
    // "475 pledged delegates".
    let counted = match cue.tense {
        Tense::Past => line.open(u + 1) && !line.capital(u + 1),
        Tense::Third => true,
        _ => false,
    } && (form.starts_with(|c: char| c.is_ascii_digit())
        || matches!(form, "two" | "three" | "four" | "five" | "six" | "seven"));
    if (determined || counted) && !auxiliary {
        return false;
    }
    let prep = before.is_some_and(|b| line.is(b, Classes::PREP) && !line.is(b, Classes::ADV));
    let next = line.form(u + 1);
    let joined = before.is_some_and(|b| line.is(b, Classes::CONJ)) || form == "then";
    // What can only be the object of a verb.
    let object = line.is(u + 1, Classes::PRON) || line.quote(u + 1) || next == "that";
    let things = plural(next) && before.is_some_and(|b| line.marked(b) || plural(line.form(b)));
    match cue.tense {
        Tense::Base => {
            // "children", "miners"; "Trump and Clinton".
            let plural_at = |b: usize| plural(line.form(b)) || joined_names(line, b);
            let plural = before.is_some_and(plural_at);
            let several = matches!(
                form,
                "which"
                    | "some"
                    | "many"
                    | "others"
                    | "most"
                    | "all"
                    | "both"
                    | "few"
                    | "those"
                    | "majority"
                    | "half"
                    | "percent"
                    | "%"
            );
            let says = verb.speech && verb.frames.bare;
            // "A fifth of them, 20%, say".
            let pair = |b: usize| {
                source::left(line, b + 1).is_some_and(|s| s.clone().any(|u| line.form(u) == "and"))
            };
            let apposed = form == ","
                && (verb.frames.bare || before.is_some_and(pair))
                && before.and_then(|b| source::left(line, b + 1)).is_some_and(|s| s.len() > 1);
            // "Farmers whose land was flooded say".
            let clause = || {
                let subject = source::left(line, start)?;
                subject.clone().find(|u| matches!(line.form(*u), "who" | "whose"))?.checked_sub(1)
            };
            // "Supporters of the plan hope".
            let head = || {
                let subject = source::left(line, start)?;
                let first = subject.clone().find(|u| line.is(*u, Classes::PREP))?;
                first.checked_sub(1).filter(|u| *u >= subject.start)
            };
            let clause_follows = (verb.frames.bare || verb.frames.np)
                && (object || line.is(u + 1, Classes::DET))
                || verb.frames.np && things
                || next == "to";
            let headed = |h: usize| {
                plural_at(h) || matches!(line.form(h), "few" | "many" | "some" | "most" | "half")
            };
            auxiliary
                || several
                || clause_follows && head().is_some_and(headed)
                || apposed
                || form.ends_with("ed") && line.form(start.wrapping_sub(2)) == "those"
                || says && clause().is_some_and(plural_at)
                || before.is_some_and(|b| line.subject_pronoun(b))
                || before.is_some_and(|b| line.open(b)) && plural
                || says && object && before.is_some_and(|b| line.open(b) || joined)
        }
        Tense::Third => {
            let noun = matches!(
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
                    | "on"
                    | "against"
            ) && !cue.particle;
            // "the other states", "low rates help": nouns in the plural.
            let single = |b: usize| {
                b > 0 && matches!(line.form(b - 1), "a" | "an" | "this" | "each" | "every" | "one")
            };
            let name = before
                .is_none_or(|b| !line.open(b) || line.marked(b) || line.adverb(b) || single(b));
            let takes = object
                || line.is(u + 1, Classes::DET.with(Classes::WH))
                || matches!(next, "to" | ":" | ",")
                || line.marked(u + 1);
            let other = matches!(form, "other" | "most" | "some" | "many" | "few" | "all" | "both");
            // "states that voted": a relative clause.
            let relative = next == "that"
                && (line.finite(u + 2) || line.open(u + 2) && line.form(u + 2).ends_with("ed"));
            // "advocates say": a noun.
            let subject = matches!(verbs::verb(next), Some((v, Tense::Base)) if v.frames.bare);
            !prep
                && !relative
                && !subject
                && !noun
                && !other
                && (name || takes || verb.frames.bare && verb.speech || cue.particle)
                && before.is_none_or(|b| {
                    line.open(b)
                        || joined
                        || line.is(b, Classes::PRON.with(Classes::DET).with(Classes::WH))
                        || !line.word(b)
                })
        }
        Tense::Past => !prep || matches!(form, "before" | "since"),
        Tense::Participle => auxiliary,
        Tense::Ing => true,
    }
}

/// One past "according to" at unit `u`.
pub(super) fn according(line: &Line<'_>, u: usize) -> Option<usize> {
    (line.form(u) == "according" && line.form(u + 1) == "to").then_some(u + 2)
}
