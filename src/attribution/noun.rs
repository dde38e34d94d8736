//! Nouns that attribute, from `lexicon/reporting_nouns.tsv`: "her promise to", "made the point
//! that", "fears that".

use super::cue;
use super::extent;
use super::frame::Found;
use super::line::Line;
use super::source;
use super::source_right;
use super::verbal;
use super::verbs;
use crate::entity::phrase::singular;
use crate::lexicon;
use crate::lexicon::Lookup;
use crate::map::ByName;
use crate::text::class::Classes;
use std::ops::Range;
use std::sync::LazyLock;

/// Markers of content by noun.
static NOUNS: LazyLock<Lookup<Vec<&'static str>>> = LazyLock::new(|| {
    let rows = lexicon::REPORTING_NOUNS.rows::<3>().filter(|[_, of, _]| *of != "verb");
    rows.map(|[word, _, markers]| (word, lexicon::list(markers).collect())).collect()
});

/// Forms of the verbs that make one cue with a noun.
static VERBS: LazyLock<ByName<()>> = LazyLock::new(|| {
    let mut out = ByName::default();
    for [word, of, _, forms] in lexicon::REPORTING_NOUNS.rows::<4>() {
        if of != "noun" {
            verbs::inflect(word, forms, |form, _| out.insert(form, ()));
        }
    }
    out
});

/// How far before a noun its owner or its verb may stand, in units.
const REACH: usize = 4;

/// The markers of the noun at unit `u`.
fn markers(line: &Line<'_>, u: usize) -> Option<&'static Vec<&'static str>> {
    let form = line.form(u);
    let plural = || NOUNS.get(&singular(form.ends_with('s').then_some(form)?).0);
    let found = NOUNS.get(form).or_else(plural)?;
    (line.word(u) && (u == 0 || !line.marked(u))).then_some(found)
}

/// Whether the noun at unit `u` leads on to what it reports.
pub(super) fn leads(line: &Line<'_>, u: usize) -> bool {
    markers(line, u).is_some_and(|markers| markers.contains(&line.form(u + 1)))
}

/// Whether the verb at unit `u` makes one cue with a noun after it.
pub(super) fn ahead(line: &Line<'_>, u: usize) -> bool {
    if !VERBS.contains_key(line.form(u)) {
        return false;
    }
    let near = (u + 1..u + REACH).take_while(|k| {
        line.word(*k)
            && (line.open(*k) || line.is(*k, Classes::DET.with(Classes::ADV)))
            && !line.is(*k, Classes::PREP)
            && !possessive(line, *k)
    });
    near.into_iter().any(|k| leads(line, k))
}

/// Whether a possessive ending stands at unit `k` ("army's", "miners" and "'").
fn possessive(line: &Line<'_>, k: usize) -> bool {
    let form = line.form(k);
    form.ends_with("'s") && !line.subject_pronoun(k)
        || form == "'" && k > 0 && line.form(k - 1).ends_with('s') && line.touching(k - 1)
}

/// Whether the noun at unit `u` follows its owner, and no verb that makes it an object.
fn owned(line: &Line<'_>, u: usize) -> bool {
    (u.saturating_sub(REACH)..u)
        .any(|k| possessive(line, k) || matches!(line.form(k), "his" | "her" | "their" | "its"))
}

/// Whether unit `k` is a past form with an object of its own ("surprised voters").
fn does(line: &Line<'_>, k: usize) -> bool {
    line.form(k).ends_with("ed")
        && !line.marked(k)
        && line.open(k - 1)
        && !possessive(line, k - 1)
        && line.open(k + 1)
        && !line.form(k + 1).ends_with("ed")
        && line.time(k + 1).is_none()
}

/// The attribution of a noun at unit `u`.
pub(super) fn find(line: &Line<'_>, u: usize, earlier: &[Found]) -> Option<Found> {
    let markers = markers(line, u)?;
    if let Some(found) = held_by(line, u) {
        return Some(found);
    }
    let linked = linked(line, u);
    let marker = line.form(u + 1);
    if !markers.contains(&marker) && linked.is_none() {
        return None;
    }
    let marker = linked.map_or(marker, |_| "that");
    let clause = marker == "that"
        || marker == "to"
            && !line.is(u + 2, Classes::DET.with(Classes::PRON))
            && !line.marked(u + 2);
    let start = linked.unwrap_or(u + 1 + usize::from(!clause));
    let limit = extent::end(line, start);
    let mut end = if clause { limit } else { extent::noun_end(line, start, limit) };
    // "The army's opposition to the plan surprised voters": as a subject it has a predicate.
    if clause {
        end = verbal::main_verb(line, start + 1, end);
    }
    let predicate = |k: &usize| {
        let before = *k - 1;
        let starts = line.form(before) == "to" || line.subject_pronoun(before);
        line.finite(*k) && !starts && !line.adverb(before) || does(line, *k)
    };
    if marker != "that" && owned(line, u) && !line.is(start, Classes::WH) {
        let clause = |k: &usize| line.is(*k, Classes::WH.with(Classes::SUB)) || line.quote(*k);
        let phrase = (start + 1..end).take_while(|k| !clause(k));
        end = phrase.into_iter().find(predicate).unwrap_or(end);
    }
    let verb = line.open(start + 1) || line.is(start + 1, Classes::AUX);
    if end <= start || clause && marker == "to" && !verb {
        return None;
    }
    let found = |source: Option<Range<usize>>, from: usize| {
        let speech = false;
        let words = start..end;
        let content = vec![words];
        Some(Found {
            source,
            cue: from..linked.unwrap_or(u + 1 + usize::from(!clause)),
            content,
            speech,
        })
    };
    for k in (u.saturating_sub(REACH)..u).rev() {
        let form = line.form(k);
        if matches!(form, "his" | "her" | "their" | "its" | "my" | "our" | "your") {
            // "continued his attacks on" has the subject of the verb as its source.
            let verb =
                k.checked_sub(1).filter(|v| line.finite(*v) || line.form(*v).ends_with("ed"));
            let subject = verb.and_then(|v| verbal::subject(line, v, earlier));
            let (owner, from) = subject.unwrap_or((k..k + 1, k + 1));
            return found(Some(owner), from);
        }
        if possessive(line, k) {
            let owner = source::phrase_left(line, k + 1).map(|s| source::innermost(line, s));
            return found(owner, k + 1);
        }
        if VERBS.contains_key(form) && !line.marked(k) {
            let subject = verbal::subject(line, k, earlier);
            return subject.and_then(|(subject, from)| found(Some(subject), from));
        }
        let inner = line.open(k) || line.is(k, Classes::DET.with(Classes::ADV));
        if !inner || line.finite(k) {
            break;
        }
    }
    // "There were fears that it was late", "The question is whether …": nobody's in particular.
    // "a charge that they denied" is no clause of its own.
    let whole = end > start && !line.form(end - 1).ends_with("ed");
    let tells = markers.first() == Some(&"that")
        && line.form(u + 1) == "that"
        && clause_at(line, start)
        && whole;
    let object = tells && (0..u).any(|k| line.finite(k)) && cue::at(line, u).is_none();
    if linked.is_some() || object { found(None, u) } else { None }
}

/// Whether a clause with a subject of its own follows "that" at unit `u`: not "theories that failed".
fn clause_at(line: &Line<'_>, u: usize) -> bool {
    let first = u + 1;
    let closed = Classes::DET.with(Classes::PRON).with(Classes::SUB).with(Classes::WH);
    line.is(first, closed)
        || line.marked(first)
        || line.quote(first)
        || line.open(first) && line.is(first + 1, Classes::AUX.with(Classes::MODAL))
}

/// Where the clause begins that a noun is said to be: "their fear is | that it was late".
fn linked(line: &Line<'_>, u: usize) -> Option<usize> {
    let being = if line.form(u + 1) == "has" { u + 2 } else { u + 1 };
    let be = matches!(line.form(being), "is" | "was" | "been" | "remains");
    (be && matches!(line.form(being + 1), "that" | "whether")).then_some(being + 1)
}

/// "the fear among miners that it was late": whose it is stands before the clause.
fn held_by(line: &Line<'_>, u: usize) -> Option<Found> {
    if !matches!(line.form(u + 1), "among" | "from" | "by") {
        return None;
    }
    let source = source_right::right(line, u + 2, false)?;
    let content = source.end..extent::end(line, source.end);
    let clause = line.form(content.start) == "that" && !source.clone().any(|k| line.finite(k));
    clause.then(|| Found {
        source: Some(source),
        cue: u..u + 1,
        content: vec![content],
        speech: false,
    })
}
