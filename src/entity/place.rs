//! City or province: one name may stand for both, and the words around say which.

use super::EntityType;
use super::known::{Known, LAND};
use super::names::Candidate;
use super::scan::Words;
use crate::map::HashSet;
use crate::text::Document;

/// What the text says of a place name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    /// "province" or "city"; `None` where the text does not say.
    pub sort: Option<&'static str>,
    /// Why.
    pub reason: &'static str,
}

/// How many tokens around a name are read for its sense.
const REACH: usize = 60;

const NONE: Sense = Sense { sort: None, reason: "" };

/// The sense of every candidate.
pub(super) fn senses(
    known: &Known,
    doc: &Document,
    words: &Words,
    candidates: &[Candidate],
) -> Vec<Sense> {
    let mut out: Vec<Sense> = candidates
        .iter()
        .map(|c| if two_sided(known, c) { marked(doc, words, c) } else { NONE })
        .collect();
    // Names whose province the article speaks of.
    let provinces: HashSet<&str> = candidates
        .iter()
        .zip(&out)
        .filter(|(_, s)| s.sort == Some("province"))
        .map(|(c, _)| base(known, c))
        .collect();
    for i in 0..candidates.len() {
        let Some(c) = candidates.get(i) else { continue };
        if !two_sided(known, c) || out.get(i).is_some_and(|s| s.sort.is_some()) {
            continue;
        }
        let before = i.checked_sub(1).and_then(|b| Some((candidates.get(b)?, out.get(b)?)));
        let sense = if before.is_some_and(|(b, s)| {
            s.sort == Some("province") && b.sentence == c.sentence && coordinated(doc, b, c)
        }) {
            Sense { sort: Some("province"), reason: "named in one breath with a province" }
        } else if provinces.contains(base(known, c)) {
            inferred(doc, c)
        } else {
            NONE
        };
        if let Some(o) = out.get_mut(i) {
            *o = sense;
        }
    }
    out
}

/// Whether the name may be a city as well as a province.
fn two_sided(known: &Known, c: &Candidate) -> bool {
    c.kind == EntityType::Loc
        && c.entry.and_then(|e| known.entry(e)).is_none_or(|e| matches!(e.sort, "city" | "capital"))
}

/// The name without a word for a kind of place.
fn base<'a>(known: &'a Known, c: &'a Candidate) -> &'a str {
    if let Some(entry) = c.entry.and_then(|e| known.entry(e)) {
        return &entry.id;
    }
    match c.key.rsplit_once(' ') {
        Some((base, last)) if known.class(last) & LAND != 0 => base,
        _ => &c.key,
    }
}

/// What the words next to the name say.
fn marked(doc: &Document, words: &Words, c: &Candidate) -> Sense {
    let (first, last) = (c.tokens.0 as usize, c.tokens.1 as usize);
    let class = |i: usize| {
        doc.tokens.get(i).and_then(|t| words.infos.get(t.word as usize)).map_or(0, |w| w.class)
    };
    let province = |reason| Sense { sort: Some("province"), reason };
    let city = |reason| Sense { sort: Some("city"), reason };
    let land = |i: usize| class(i) & LAND != 0 && !doc.form(i).starts_with("state");
    if last > first && land(last) && doc.form(last) != "countryside" {
        return province("called a province");
    }
    if land(last + 1) {
        return province("called a province");
    }
    if matches!(doc.form(last + 1), "city" | "town" | "city's" | "municipality") {
        return city("called a city");
    }
    let before = |n: usize| first.checked_sub(n).map_or("", |i| doc.form(i));
    if before(1) == "of" {
        if matches!(before(2), "city" | "town" | "village") {
            return city("called a city");
        }
        if matches!(before(2), "province" | "governorate" | "region" | "district" | "countryside") {
            return province("called a province");
        }
    }
    if before(1) == "capital" || before(1) == "city" {
        return city("called a city");
    }
    NONE
}

/// What the sentence says, for a name whose province the article speaks of elsewhere.
fn inferred(doc: &Document, c: &Candidate) -> Sense {
    let Some(sentence) = doc.sentences.get(c.sentence) else { return NONE };
    let (first, last) = (c.tokens.0 as usize, c.tokens.1 as usize);
    let before = |n: usize| first.checked_sub(n).map_or("", |i| doc.form(i));
    let land = |w: &str| {
        matches!(w, "territory" | "territories" | "countryside" | "villages" | "districts")
    };
    if matches!(before(1), "in" | "of" | "across") && land(before(2)) {
        return Sense { sort: Some("province"), reason: "land in it is spoken of" };
    }
    // "… in Deir al-Zor … in the province's north".
    // Within reach: a sentence may be as long as the text.
    let range = sentence.tokens.start.max(first.saturating_sub(REACH))
        ..sentence.tokens.end.min(last + REACH);
    for i in range {
        let form = doc.form(i);
        if (i < first || i > last)
            && matches!(form, "province" | "province's" | "governorate" | "governorate's")
            && i > 0
            && matches!(doc.form(i - 1), "the" | "this")
        {
            return Sense {
                sort: Some("province"),
                reason: "the sentence goes on about the province",
            };
        }
    }
    NONE
}

/// Whether only a few words with "and" or "or" stand between two names.
fn coordinated(doc: &Document, a: &Candidate, b: &Candidate) -> bool {
    let between = a.tokens.1 as usize + 1..b.tokens.0 as usize;
    // A word like "province" may stand outside the first name.
    between.len() < 8
        && between.clone().take(2).any(|i| matches!(doc.form(i), "and" | "or"))
        && between.clone().all(|i| doc.form(i) != ",")
}
