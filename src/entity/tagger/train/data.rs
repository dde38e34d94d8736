//! Annotated rows as windows of tokens with features and allowed labels.

use super::super::super::EntityType;
use super::super::super::known::{Known, known};
use super::super::super::scan::Words;
use super::super::feature::{Lexical, Local, REACH};
use super::super::{hits, label, model, window};
use super::crf::Token;
use crate::corpus::Given;
use crate::span::{Span, from_code_points};
use crate::text::Document;
use crate::{ingest, text};
use std::collections::HashMap;

/// A text with its names.
#[derive(Clone, Debug)]
pub struct Row {
    /// The text.
    pub text: String,
    /// Names in code points, with their types.
    pub entities: Vec<(usize, usize, EntityType)>,
    /// Types that the source annotates.
    pub covers: Vec<EntityType>,
    /// How much the row counts, 1 as a rule.
    pub weight: f32,
}

/// Numbers of features.
#[derive(Default)]
pub struct Alphabet {
    ids: HashMap<u32, u32>,
    /// How often each was seen.
    pub counts: Vec<u32>,
}

impl Alphabet {
    fn id(&mut self, feature: u32) -> u32 {
        let next = self.ids.len() as u32;
        let id = *self.ids.entry(model::key(feature)).or_insert(next);
        if id == next {
            self.counts.push(0);
        }
        if let Some(c) = self.counts.get_mut(id as usize) {
            *c += 1;
        }
        id
    }

    /// Keys by number.
    pub fn keys(&self) -> Vec<u32> {
        let mut out = vec![0; self.ids.len()];
        for (key, id) in &self.ids {
            out[*id as usize] = *key;
        }
        out
    }
}

/// What became of the annotated names.
#[derive(Default, Debug)]
pub struct Reached {
    /// Names that lie on pieces within one window.
    pub kept: usize,
    /// Names that do not, and are left out.
    pub lost: usize,
}

/// A document prepared for tagging.
pub struct Prepared {
    pub doc: Document,
    pub words: Words,
}

pub fn prepare(text: &str, known: &Known) -> Prepared {
    let cleaned = ingest::clean(text, &Given::default());
    let doc = text::analyse(text, &cleaned.blocks);
    let words = Words::new(text, &doc, known);
    Prepared { doc, words }
}

/// How a text may be written otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Like a headline: a capital on every word but the small ones, no full stop.
    Title,
    /// In capitals throughout.
    Caps,
    /// In small letters throughout.
    Small,
}

/// The row written otherwise, so that headlines and careless writing are learned too; `None` where
/// that would move the places of names.
pub fn rewritten(row: &Row, writing: Writing) -> Option<Row> {
    let mut text = String::with_capacity(row.text.len());
    let one = |mut letters: std::iter::Peekable<Box<dyn Iterator<Item = char>>>| {
        let c = letters.next()?;
        letters.peek().is_none().then_some(c)
    };
    let upper =
        |c: char| one((Box::new(c.to_uppercase()) as Box<dyn Iterator<Item = char>>).peekable());
    let lower =
        |c: char| one((Box::new(c.to_lowercase()) as Box<dyn Iterator<Item = char>>).peekable());
    for word in row.text.split_inclusive(char::is_whitespace) {
        let small = word.trim_end();
        let keep = matches!(
            small,
            "a" | "an"
                | "the"
                | "of"
                | "in"
                | "on"
                | "to"
                | "and"
                | "or"
                | "by"
                | "for"
                | "at"
                | "as"
                | "but"
        );
        for (i, c) in word.chars().enumerate() {
            let written = match writing {
                Writing::Title if i == 0 && !keep => upper(c)?,
                Writing::Title => c,
                Writing::Caps => upper(c)?,
                Writing::Small => lower(c)?,
            };
            text.push(written);
        }
    }
    if writing == Writing::Title {
        let stopped: Vec<&str> = text.lines().map(|l| l.strip_suffix('.').unwrap_or(l)).collect();
        // A blank keeps the places of what follows.
        text = text
            .split_inclusive('\n')
            .zip(&stopped)
            .map(|(line, l)| {
                let end = if line.ends_with('\n') { "\n" } else { "" };
                let blank = line.trim_end_matches('\n').len() - l.len();
                format!("{l}{}{end}", " ".repeat(blank))
            })
            .collect();
    }
    Some(Row { text, ..row.clone() })
}

/// Adds the windows of a row.
pub fn windows(
    row: &Row,
    alphabet: &mut Alphabet,
    out: &mut Vec<(Vec<Token>, f32)>,
    reached: &mut Reached,
) {
    let known = known();
    let Prepared { doc, words } = prepare(&row.text, known);
    let lexical = Lexical::new(&row.text, &doc, &words);
    let mut gold: Vec<(Span, EntityType)> = row
        .entities
        .iter()
        .filter_map(|(s, e, t)| Some((from_code_points(&row.text, *s, *e)?, *t)))
        .collect();
    gold.sort_by_key(|(s, _)| s.start);
    let missing: Vec<EntityType> =
        EntityType::ALL.into_iter().filter(|t| !row.covers.contains(t)).collect();
    let mut open = 1u32;
    for t in &missing {
        for p in 0..4 {
            open |= 1 << label::label(*t, p);
        }
    }
    let (mut pieces, mut found, mut features) = (Vec::new(), Vec::new(), Vec::new());
    let mut listed = Vec::new();
    for s in 0..doc.sentences.len() {
        words.pieces(&row.text, &doc, s, &mut pieces);
        let casing = words.casing(&row.text, &pieces);
        hits::hits(&row.text, known, &words, &pieces, casing, &mut found);
        hits::listed(&words, &pieces, &|word| lexical.begins(word), &mut listed);
        let Some(sentence) = doc.sentences.get(s) else { continue };
        let inside: Vec<&(Span, EntityType)> = gold
            .iter()
            .filter(|(g, _)| g.start >= sentence.span.start && g.end <= sentence.span.end)
            .collect();
        let bare = !pieces.iter().any(window::capital);
        let windows =
            window::windows(&row.text, &words, &pieces, &|word| lexical.cased(word, bare));
        let mut hit = 0;
        for w in windows {
            let mut allowed = vec![open; w.len()];
            // Several sources leave peoples unmarked where they are adjectives.
            for (i, slot) in w.clone().zip(&mut allowed) {
                if found
                    .get(i)
                    .copied()
                    .flatten()
                    .is_some_and(|h| h.kind == EntityType::Norp as u32)
                {
                    for p in 0..4 {
                        *slot |= 1 << label::label(EntityType::Norp, p);
                    }
                }
            }
            for (g, kind) in &inside {
                let from = w.clone().find(|i| pieces[*i].span.start == g.start);
                let to = w.clone().find(|i| pieces[*i].span.end == g.end);
                let (Some(from), Some(to)) = (from, to) else { continue };
                if to < from {
                    continue;
                }
                hit += 1;
                for i in from..=to {
                    let position = match (i == from, i == to) {
                        (true, true) => label::UNIT,
                        (true, false) => label::BEGIN,
                        (false, true) => label::LAST,
                        _ => label::INSIDE,
                    };
                    allowed[i - w.start] = 1 << label::label(*kind, position);
                }
            }
            let local = Local {
                text: &row.text,
                words: &words,
                lexical: &lexical,
                pieces: &pieces,
                casing,
                bare,
                hits: &found,
                listed: &listed,
            };
            let tokens = w
                .clone()
                .map(|i| {
                    features.clear();
                    for offset in -REACH..=REACH {
                        let at = i as i32 + offset;
                        if let Some(p) = usize::try_from(at).ok().and_then(|k| pieces.get(k)) {
                            lexical.features(&words, p.word as usize, offset, &mut features);
                        }
                    }
                    local.features(i, &mut features);
                    Token {
                        features: features.iter().map(|f| alphabet.id(*f)).collect(),
                        allowed: allowed[i - w.start],
                    }
                })
                .collect();
            out.push((tokens, row.weight));
        }
        reached.kept += hit;
        reached.lost += inside.len() - hit;
    }
}
