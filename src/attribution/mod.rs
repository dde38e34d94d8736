//! Who is quoted: source, cue and content of each attribution.
//!
//! Rules over lines (sentences in which a quotation counts as one unit): a reporting verb with
//! its subject and what it reports, passives, nouns and adjectives that report, "according to",
//! "citing", a name and a colon. Quotations without a cue are
//! nobody's words, unless they go on from an attributed one. The parts are those of Pareti's
//! attribution relations (S. Pareti, "Attribution: A Computational Approach", 2015).

mod content;
mod cue;
mod extent;
mod frame;
mod kind;
mod label;
mod line;
mod noun;
mod passive;
mod quotes;
mod source;
mod source_right;
mod verbal;
mod verbs;

use crate::claim::time::{self, Timex};
use crate::entity::{EntityType, Form, Mention};
use crate::map::ByName;
use crate::order::Order;
use crate::span::Span;
use crate::text::Document;
use line::Line;
use serde::Serialize;
use std::ops::Range;

/// How words are attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AttributionKind {
    /// All content stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Some of it does.
    Mixed,
}

/// What sort of source is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// Government, ministry, politician, named spokesperson of a state.
    Official,
    /// Army, coalition, officer.
    Military,
    /// Armed group that is no state's army.
    ArmedGroup,
    /// Monitor or non-governmental organisation.
    Monitor,
    /// News agency, outlet, state media.
    Media,
    /// A person without such a role: resident, witness, expert.
    Civilian,
    /// A person in some other role who is not named ("a senior official", "the spokesperson").
    Unnamed,
    /// Not told.
    Unknown,
}

impl SourceKind {
    /// All kinds in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Official,
        Self::Military,
        Self::ArmedGroup,
        Self::Monitor,
        Self::Media,
        Self::Civilian,
        Self::Unnamed,
        Self::Unknown,
    ];

    /// The words that readers see.
    pub fn label(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Military => "military",
            Self::ArmedGroup => "armed group",
            Self::Monitor => "monitor or NGO",
            Self::Media => "media",
            Self::Civilian => "other person",
            Self::Unnamed => "unnamed",
            Self::Unknown => "not told",
        }
    }
}

/// One attribution. Spans of one part stand in order and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who is quoted; empty where the text does not say.
    pub source: Vec<Span>,
    /// The words that attribute ("said", "according to").
    pub cue: Vec<Span>,
    /// What is attributed, quotation marks included.
    pub content: Vec<Span>,
    /// How.
    pub kind: AttributionKind,
    /// What sort of source.
    pub source_kind: SourceKind,
    /// The mention that names the speaker, an index into the article's mentions. For "he"
    /// and the like it is the name last quoted, for "who" the name in what that stands for; for a
    /// statement or an unnamed spokesperson the body spoken for.
    pub speaker: Option<usize>,
    /// What a source that names nobody stands for: for "he" the source last quoted, for "the official" the
    /// last "official" with more said of him.
    pub antecedent: Option<Span>,
    /// The sentence of the cue.
    pub sentence: usize,
    /// Whether the cue tells what the source says; `false` for what it thinks, wants or finds.
    pub speech: bool,
}

/// Finds the attributions of one article, ordered by place.
pub fn find(text: &str, doc: &Document, mentions: &[Mention]) -> Vec<Attribution> {
    find_beside(text, doc, mentions, &time::find(text, doc, None))
}

/// As [`find`], with the article's time expressions already known.
pub fn find_beside(
    text: &str,
    doc: &Document,
    mentions: &[Mention],
    times: &[Timex],
) -> Vec<Attribution> {
    let paragraphs = line::paragraphs(text, doc);
    let quotes = quotes::pair(text, doc, &paragraphs);
    let lines = line::lines(text, doc, &paragraphs, &quotes, times);
    let mut out: Vec<Attribution> = Vec::new();
    // For each attribution the words that describe its source; none where nothing does.
    let mut described: Vec<Option<Span>> = Vec::new();
    // The attribution that a quotation on its own may go on from, and the paragraph where it ends.
    let mut open: Option<(usize, usize, bool)> = None;
    let transcript = label::transcript(&lines);
    // The attribution and paragraph of a transcript's turn that goes on.
    let mut turn: Option<(usize, usize)> = None;
    for line in &lines {
        let label = label::find(line, mentions, transcript);
        if label.is_none()
            && let Some((index, paragraph)) = turn
            && paragraph == line.paragraph
        {
            let content = out.get_mut(index).and_then(|a| a.content.last_mut());
            if let (Some(last), Some(span)) = (content, line.span(0, line.len())) {
                *last = last.join(span);
            }
            continue;
        }
        turn = label.as_ref().filter(|(_, goes_on)| *goes_on).map(|_| (out.len(), line.paragraph));
        let found = label.map_or_else(|| frame::find(line), |(found, _)| vec![found]);
        if found.is_empty() {
            open = open.and_then(|open| go_on(line, open, &mut out));
            continue;
        }
        open = None;
        for f in &found {
            let ranges = |ranges: &[Range<usize>]| -> Vec<Span> {
                let mut spans: Vec<Span> =
                    ranges.iter().filter_map(|r| line.span(r.start, r.end)).collect();
                spans.order();
                spans.dedup_by(|b, a| a.overlaps(*b));
                spans
            };
            let cue = ranges(std::slice::from_ref(&f.cue));
            let content = ranges(&f.content);
            let Some(first) = cue.first() else { continue };
            let quoted = f.content.iter().any(|r| (r.start..r.end).any(|u| line.quote(u)));
            let last = f.content.iter().map(|r| r.end).max().unwrap_or(0).max(f.cue.end);
            let at_end = (last..line.len()).all(|u| !line.quote(u));
            if quoted && at_end && f.speech {
                open = Some((out.len(), line.paragraph, line.goes_on));
            }
            let relative = f.source.as_ref().filter(|s| source::relative(line, s));
            described.push(match (relative, &f.source) {
                (Some(s), _) => source::antecedent(line, s.start)
                    .and_then(|phrase| line.span(phrase.start, phrase.end)),
                (None, Some(s)) => line.span(s.start, s.end),
                (None, None) => None,
            });
            out.push(Attribution {
                source: f
                    .source
                    .as_ref()
                    .map_or_else(Vec::new, |s| ranges(std::slice::from_ref(s))),
                kind: manner(line, &f.content),
                source_kind: SourceKind::Unknown,
                speaker: None,
                antecedent: None,
                sentence: doc.sentence_at(first.start).unwrap_or(0),
                speech: f.speech,
                cue,
                content,
            });
        }
    }
    describe(text, doc, mentions, &mut out, &described);
    out.order_by_key(|a| a.content.iter().chain(&a.cue).map(|s| s.start).min());
    out
}

/// Adds a line that holds only quotations to the attribution before it.
fn go_on(
    line: &Line<'_>,
    (index, paragraph, goes_on): (usize, usize, bool),
    out: &mut [Attribution],
) -> Option<(usize, usize, bool)> {
    let only_quotes = line.units.iter().enumerate().all(|(u, unit)| unit.quote || !line.word(u));
    let begins = line.units.first().is_some_and(|u| u.quote);
    let near = line.paragraph == paragraph || line.paragraph == paragraph + 1;
    if !near || !begins || !only_quotes && !goes_on {
        return None;
    }
    for (u, _) in line.units.iter().enumerate().filter(|(_, unit)| unit.quote) {
        let span = line.span(u, u + 1)?;
        out.get_mut(index)?.content.push(span);
        if !only_quotes {
            break;
        }
    }
    Some((index, line.paragraph, line.goes_on))
}

/// Whether the content stands in quotation marks. Names and single words set in capitals
/// ("Operation Dawn") are not taken for quoted words.
fn manner(line: &Line<'_>, content: &[Range<usize>]) -> AttributionKind {
    let mut quoted = false;
    let mut plain = false;
    for u in content.iter().flat_map(Clone::clone) {
        if line.quote(u) {
            let unit = line.units[u];
            let words = (unit.from..unit.to).filter_map(|i| line.doc.tokens.get(i));
            let mut words =
                words.map(|t| t.span.of(line.text)).filter(|w| w.starts_with(char::is_alphabetic));
            let name =
                words.clone().count() <= 4 && words.all(|w| w.starts_with(char::is_uppercase));
            let alone = content.iter().any(|c| *c == (u..u + 1));
            quoted |= alone || !name;
            plain |= !alone && name;
        } else if line.word(u) {
            plain = true;
        }
    }
    match (quoted, plain) {
        (true, false) => AttributionKind::Direct,
        (true, true) => AttributionKind::Mixed,
        _ => AttributionKind::Indirect,
    }
}

/// A source as it was told first.
#[derive(Clone, Copy)]
struct Told {
    kind: SourceKind,
    speaker: Option<usize>,
    source: Span,
}

impl Told {
    /// Tells that an attribution goes on with this source.
    fn go_on(&self, a: &mut Attribution) {
        (a.source_kind, a.speaker, a.antecedent) = (self.kind, self.speaker, Some(self.source));
    }
}

/// Tells for each attribution what sort of source it has and which mention names the speaker, from
/// the words that describe its source.
fn describe(
    text: &str,
    doc: &Document,
    mentions: &[Mention],
    out: &mut [Attribution],
    sources: &[Option<Span>],
) {
    let describe = |s: &Option<Span>| s.map(|s| kind::describe(text, doc, s)).unwrap_or_default();
    let described: Vec<kind::Described> = sources.iter().map(describe).collect();
    // What is said of a person anywhere holds for the surname alone elsewhere.
    let mut known: ByName<SourceKind> = ByName::default();
    for d in &described {
        if let (Some(kind), Some(surname)) = (d.kind, d.person.last()) {
            known.or_insert(&surname.clone(), kind);
        }
    }
    titles(text, doc, mentions, &mut known);
    let mut last: Option<Told> = None;
    // Unnamed persons that more was said of ("a senior SDF official"), by their noun.
    let mut unnamed: ByName<Told> = ByName::default();
    for ((a, d), source) in out.iter_mut().zip(&described).zip(sources) {
        let Some(source) = *source else { continue };
        if d.pronoun {
            if let Some(told) = last {
                told.go_on(a);
            }
            continue;
        }
        let (known_noun, new_noun) = unnamed_person(text, source);
        if let Some(told) = known_noun.and_then(|noun| unnamed.get(&noun)) {
            told.go_on(a);
            last = Some(*told);
            continue;
        }
        a.source_kind = kind::shown(d);
        if d.kind.is_none()
            && let Some(kind) = d.person.last().and_then(|surname| known.get(surname))
        {
            a.source_kind = *kind;
        }
        a.speaker = speaker(text, mentions, source, a.source_kind);
        let told = Told { kind: a.source_kind, speaker: a.speaker, source };
        if let Some(noun) = new_noun {
            // The last one that was told of.
            *unnamed.or_insert(&noun, told) = told;
        }
        last = Some(told);
    }
}

/// The noun of "the official", which goes on with a person told before, and that of "a senior SDF official" or "a
/// spokesman for the coalition", which others may go on with.
fn unnamed_person(text: &str, source: Span) -> (Option<String>, Option<String>) {
    let words: Vec<String> = source.of(text).split_whitespace().map(str::to_lowercase).collect();
    match words.as_slice() {
        [the, noun] if the == "the" => (Some(noun.clone()), None),
        [article, rest @ ..] if matches!(article.as_str(), "a" | "an") => {
            let follows = |w: &String| {
                matches!(w.as_str(), "of" | "for" | "at" | "from" | "with" | "in" | "on" | "who")
            };
            let own = rest.iter().position(follows).unwrap_or(rest.len());
            let noun = own.checked_sub(1).and_then(|last| rest.get(last));
            (None, noun.map(|noun| noun.trim_end_matches(',').to_owned()))
        }
        _ => (None, None),
    }
}

/// Adds what titles before names of persons say ("US Army Col.").
fn titles(text: &str, doc: &Document, mentions: &[Mention], known: &mut ByName<SourceKind>) {
    for m in mentions.iter().filter(|m| m.kind == EntityType::Person) {
        let Some(title) = m.title else { continue };
        let d = kind::describe(text, doc, title.join(m.span));
        let surname = doc.tokens_in(m.span).last().map(|i| doc.form(i).to_owned());
        if let (Some(kind), Some(surname)) = (d.kind, surname) {
            known.or_insert(&surname, kind);
        }
    }
}

/// The mention inside the source that names the speaker: a person, else an organisation, else a
/// name that ends the source ("Russia"; not "Syrian" in "Syrian state TV"). Where an unnamed
/// person only belongs to a body, nobody is named; a spokesperson speaks for it.
fn speaker(text: &str, mentions: &[Mention], source: Span, kind: SourceKind) -> Option<usize> {
    let from = mentions.partition_point(|m| m.span.start < source.start);
    let inside = || {
        mentions
            .iter()
            .enumerate()
            .skip(from)
            .take_while(|(_, m)| m.span.start < source.end)
            .filter(|(_, m)| source.covers(m.span) && m.form != Form::Pronoun)
    };
    let of = |wanted: EntityType| inside().find(|(_, m)| m.kind == wanted).map(|(i, _)| i);
    if let Some(person) = of(EntityType::Person) {
        return Some(person);
    }
    if kind == SourceKind::Unnamed && !source.of(text).to_lowercase().contains("spokes") {
        return None;
    }
    let last = || inside().find(|(_, m)| m.span.end == source.end).map(|(i, _)| i);
    of(EntityType::Org).or_else(last)
}
