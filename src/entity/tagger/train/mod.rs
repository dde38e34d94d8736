//! Training of the tagger from annotated text. Native only.

mod crf;
mod data;

use super::label::LABELS;
use super::model::{self, Model};
use super::{Tagger, hits};
use crate::entity::EntityType;
use crate::entity::known::known;
use crate::span::{CodePoints, Span};
pub use crf::Settings;
pub use data::Row;

use crf::Crf;
use data::{Alphabet, Reached, Writing};

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut r = self.0;
        r = (r ^ (r >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        r = (r ^ (r >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        r ^ (r >> 31)
    }
}

/// Trains on rows and packs the weights.
pub fn train(rows: &[Row], settings: Settings, least: u32, say: &mut dyn FnMut(String)) -> Vec<u8> {
    let mut alphabet = Alphabet::default();
    let mut windows = Vec::new();
    let mut reached = Reached::default();
    let mut random = Random(settings.seed);
    for row in rows {
        data::windows(row, &mut alphabet, &mut windows, &mut reached);
        let writing = match random.next() % 100 {
            0..10 => Writing::Title,
            10..15 => Writing::Caps,
            15..22 => Writing::Small,
            _ => continue,
        };
        if let Some(mut other) = data::rewritten(row, writing) {
            other.weight *= 0.5;
            data::windows(&other, &mut alphabet, &mut windows, &mut reached);
        }
    }
    // Features seen too rarely say nothing.
    let counts = std::mem::take(&mut alphabet.counts);
    for (window, _) in &mut windows {
        for token in window {
            token.features.retain(|f| counts[*f as usize] >= least);
        }
    }
    let kept = counts.iter().filter(|c| **c >= least).count();
    say(format!("{} windows, {reached:?}, {kept} of {} features", windows.len(), counts.len()));
    let mut crf = Crf::new(counts.len(), settings);
    let mut order: Vec<usize> = (0..windows.len()).collect();
    for epoch in 0..settings.epochs {
        for i in (1..order.len()).rev() {
            order.swap(i, (random.next() % (i as u64 + 1)) as usize);
        }
        for i in &order {
            let (window, weight) = &windows[*i];
            crf.learn(window, *weight);
        }
        say(format!("epoch {}", epoch + 1));
    }
    let keys = alphabet.keys();
    let features = keys
        .iter()
        .enumerate()
        .map(|(f, key)| {
            let weights = crf
                .weights(f as u32)
                .iter()
                .enumerate()
                .map(|(l, w)| (l as u8, model::whole(*w)))
                .filter(|(_, w)| *w != 0)
                .collect();
            (*key, weights)
        })
        .collect();
    debug_assert_eq!(crf.transitions.len(), LABELS * LABELS);
    model::pack(&crf.transitions, features)
}

/// What the packed model finds in a text, in code points.
pub fn tag(model: &[u8], texts: &[String]) -> Option<Vec<Vec<(usize, usize, EntityType)>>> {
    let model = Model::read(model)?;
    let known = known();
    Some(
        texts
            .iter()
            .map(|text| {
                let data::Prepared { doc, words } = data::prepare(text, known);
                let mut tagger = Tagger::new(text, &doc, &words, &model);
                let points = CodePoints::new(text);
                let (mut pieces, mut found) = (Vec::new(), Vec::new());
                let mut out = Vec::new();
                for s in 0..doc.sentences.len() {
                    words.pieces(text, &doc, s, &mut pieces);
                    let casing = words.casing(text, &pieces);
                    hits::hits(text, known, &words, &pieces, casing, &mut found);
                    for t in tagger.tag(&pieces, casing, &found) {
                        let span: Span = pieces[t.from].span.join(pieces[t.to - 1].span);
                        let [a, b] = points.pair(span);
                        out.push((a as usize, b as usize, t.kind));
                    }
                }
                out
            })
            .collect(),
    )
}
