//! The weights, as shipped: sparse, in whole numbers, packed into one small file.
//!
//! Layout, all numbers little endian: the mark `PXT1`; transitions as signed bytes; the number of
//! features (u32); then, for features in order of hash, the distance to the hash before (LEB128);
//! a byte each with the number of their weights; the labels of all weights; the weights.

use super::label::LABELS;
use crate::map::HashMap;

/// How many bits of a feature's hash are kept.
pub(super) const BITS: u32 = 22;
/// What one unit of weight is worth in whole numbers.
#[cfg(feature = "cli")]
pub(super) const SCALE: f32 = 24.0;
const MARK: &[u8; 4] = b"PXT1";

/// The key of a feature.
pub(super) fn key(hash: u32) -> u32 {
    hash >> (32 - BITS)
}

/// Weights, ready to use.
#[derive(Default)]
pub(in crate::entity) struct Model {
    pub transitions: Vec<i32>,
    /// For each feature key where its weights begin and how many they are.
    rows: HashMap<u32, (u32, u8)>,
    labels: Vec<u8>,
    weights: Vec<i8>,
}

impl Model {
    /// Reads a packed model; `None` if it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (mark, rest) = bytes.split_at_checked(4)?;
        let (transitions, rest) = rest.split_at_checked(LABELS * LABELS)?;
        let (count, mut rest) = rest.split_at_checked(4)?;
        let count = u32::from_le_bytes(count.try_into().ok()?) as usize;
        if mark != MARK || count > bytes.len() {
            return None;
        }
        let mut keys = Vec::with_capacity(count);
        let mut last = 0u32;
        for _ in 0..count {
            let mut delta = 0u32;
            let mut shift = 0;
            loop {
                let (byte, after) = rest.split_first()?;
                rest = after;
                delta |= u32::from(byte & 127).checked_shl(shift)?;
                shift += 7;
                if byte & 128 == 0 {
                    break;
                }
            }
            last = last.wrapping_add(delta);
            keys.push(last);
        }
        let (sizes, rest) = rest.split_at_checked(count)?;
        let total: usize = sizes.iter().map(|s| usize::from(*s)).sum();
        let (labels, weights) = rest.split_at_checked(total)?;
        if weights.len() != total || labels.iter().any(|l| usize::from(*l) >= LABELS) {
            return None;
        }
        let mut rows = HashMap::with_capacity_and_hasher(count, Default::default());
        let mut at = 0u32;
        for (key, size) in keys.into_iter().zip(sizes) {
            rows.insert(key, (at, *size));
            at += u32::from(*size);
        }
        Some(Self {
            transitions: transitions.iter().map(|b| i32::from(*b as i8)).collect(),
            rows,
            labels: labels.to_vec(),
            weights: weights.iter().map(|b| *b as i8).collect(),
        })
    }

    /// Adds the weights of a feature to the scores of the labels.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut [i32; LABELS]) {
        let Some((at, size)) = self.rows.get(&key(feature)) else { return };
        let range = *at as usize..*at as usize + usize::from(*size);
        let (Some(labels), Some(weights)) =
            (self.labels.get(range.clone()), self.weights.get(range))
        else {
            return;
        };
        for (l, w) in labels.iter().zip(weights) {
            if let Some(slot) = scores.get_mut(usize::from(*l)) {
                *slot += i32::from(*w);
            }
        }
    }
}

/// Packs weights: features by key, each with its labels and weights.
#[cfg(feature = "cli")]
pub(super) fn pack(transitions: &[f32], mut features: Vec<(u32, Vec<(u8, i8)>)>) -> Vec<u8> {
    features.retain(|(_, weights)| !weights.is_empty());
    features.sort_by_key(|(key, _)| *key);
    let mut out = MARK.to_vec();
    out.extend(transitions.iter().map(|t| whole(*t) as u8));
    out.extend((features.len() as u32).to_le_bytes());
    let mut last = 0;
    for (key, _) in &features {
        let mut delta = key - last;
        last = *key;
        while delta > 127 {
            out.push((delta & 127) as u8 | 128);
            delta >>= 7;
        }
        out.push(delta as u8);
    }
    out.extend(features.iter().map(|(_, w)| w.len() as u8));
    out.extend(features.iter().flat_map(|(_, w)| w.iter().map(|(l, _)| *l)));
    out.extend(features.iter().flat_map(|(_, w)| w.iter().map(|(_, v)| *v as u8)));
    out
}

/// A weight as a whole number.
#[cfg(feature = "cli")]
pub(super) fn whole(weight: f32) -> i8 {
    (weight * SCALE).round().clamp(-127.0, 127.0) as i8
}
