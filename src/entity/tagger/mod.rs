//! The trained tagger: which stretches of a sentence are names, and of what type.

mod constraint;
mod decode;
mod feature;
mod hash;
pub(super) mod hits;
mod label;
mod model;
pub(super) mod vocabulary;
mod window;

#[cfg(feature = "cli")]
pub mod train;

use super::EntityType;
use super::scan::{Casing, Piece, Words};
use crate::text::Document;
use feature::{Lexical, Local, REACH};
use hits::{Hit, Listed};
use label::LABELS;
use model::Model;
use std::sync::OnceLock;
pub(super) use window::capital;

/// A name that the tagger found: pieces `from..to` of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tagged {
    pub from: usize,
    pub to: usize,
    pub kind: EntityType,
    /// What each type would have scored on the same pieces, in the order of [`EntityType::ALL`].
    pub scores: [i32; 5],
}

/// The tagger at work on one document.
pub(super) struct Tagger<'a> {
    text: &'a str,
    words: &'a Words,
    model: &'a Model,
    lexical: Lexical,
    before: Vec<Vec<usize>>,
    /// Summed weights of a word at each offset, made when first needed.
    cache: Vec<Option<Box<[[i32; LABELS]; 2 * REACH as usize + 1]>>>,
    features: Vec<u32>,
    listed: Vec<Option<Listed>>,
}

static WEIGHTS: &[u8] = include_bytes!("../../../model/names.bin");

/// The shipped model; read on first use.
fn shipped() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    // A damaged file would find nothing; a test keeps it whole.
    MODEL.get_or_init(|| Model::read(WEIGHTS).unwrap_or_default())
}

impl<'a> Tagger<'a> {
    /// With the weights that the program ships.
    pub fn shipped(text: &'a str, doc: &Document, words: &'a Words) -> Self {
        Self::new(text, doc, words, shipped())
    }

    pub fn new(text: &'a str, doc: &Document, words: &'a Words, model: &'a Model) -> Self {
        let lexical = Lexical::new(text, doc, words);
        let cache = words.infos.iter().map(|_| None).collect();
        Self {
            text,
            words,
            model,
            lexical,
            before: decode::before(),
            cache,
            features: Vec::new(),
            listed: Vec::new(),
        }
    }

    /// The names of one sentence.
    pub fn tag(&mut self, pieces: &[Piece], casing: Casing, hits: &[Option<Hit>]) -> Vec<Tagged> {
        let mut out = Vec::new();
        hits::listed(self.words, pieces, &|word| self.lexical.begins(word), &mut self.listed);
        let bare = !pieces.iter().any(capital);
        let windows =
            window::windows(self.text, self.words, pieces, &|word| self.lexical.cased(word, bare));
        for window in windows {
            let scores: Vec<[i32; LABELS]> =
                window.clone().map(|i| self.score(pieces, (casing, bare), hits, i)).collect();
            let labels = decode::best(&scores, &self.model.transitions, &self.before);
            for (from, to, kind) in label::names(&labels) {
                let mut of = [0; 5];
                for (t, slot) in EntityType::ALL.into_iter().zip(&mut of) {
                    *slot = (from..to)
                        .map(|i| {
                            let position = match (i == from, i + 1 == to) {
                                (true, true) => label::UNIT,
                                (true, false) => label::BEGIN,
                                (false, true) => label::LAST,
                                _ => label::INSIDE,
                            };
                            scores
                                .get(i)
                                .and_then(|s| s.get(label::label(t, position)))
                                .copied()
                                .unwrap_or(0)
                        })
                        .sum();
                }
                out.push(Tagged {
                    from: window.start + from,
                    to: window.start + to,
                    kind,
                    scores: of,
                });
            }
        }
        out
    }

    fn score(
        &mut self,
        pieces: &[Piece],
        (casing, bare): (Casing, bool),
        hits: &[Option<Hit>],
        i: usize,
    ) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for offset in -REACH..=REACH {
            let at = i as i32 + offset;
            let Some(piece) = usize::try_from(at).ok().and_then(|k| pieces.get(k)) else {
                continue;
            };
            let summed = self.summed(piece.word as usize, (offset + REACH) as usize);
            for (s, v) in scores.iter_mut().zip(summed) {
                *s += v;
            }
        }
        let local = Local {
            text: self.text,
            words: self.words,
            lexical: &self.lexical,
            pieces,
            casing,
            bare,
            hits,
            listed: &self.listed,
        };
        self.features.clear();
        local.features(i, &mut self.features);
        for f in &self.features {
            self.model.add(*f, &mut scores);
        }
        constraint::apply(&local, i, &mut scores);
        scores
    }

    fn summed(&mut self, word: usize, at: usize) -> [i32; LABELS] {
        let Self { cache, lexical, words, model, features, .. } = self;
        let Some(slot) = cache.get_mut(word) else { return [0; LABELS] };
        let sums = slot.get_or_insert_with(|| {
            let mut sums = Box::new([[0; LABELS]; 2 * REACH as usize + 1]);
            for (k, row) in sums.iter_mut().enumerate() {
                features.clear();
                lexical.features(words, word, k as i32 - REACH, features);
                for f in features.iter() {
                    model.add(*f, row);
                }
            }
            sums
        });
        sums.get(at).copied().unwrap_or([0; LABELS])
    }
}
