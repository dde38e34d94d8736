//! The weights, as shipped: sparse, in whole numbers, packed into one small file.
//!
//! Layout, all numbers little endian: the mark `PXT1`; transitions as signed bytes; the number of
//! features (u32); then, for features in order of hash, the distance to the hash before (LEB128);
//! a byte each with the number of their weights; the labels of all weights; the weights.

use super::label::LABELS;

/// How many bits of a feature's hash are kept.
pub(super) const BITS: u32 = 22;
/// What one unit of weight is worth in whole numbers.
#[cfg(feature = "cli")]
pub(super) const SCALE: f32 = 24.0;
const MARK: &[u8; 4] = b"PXT1";

/// How many upper bits of a key name its bucket.
const UPPER: u32 = 16;

/// The key of a feature.
pub(super) fn key(hash: u32) -> u32 {
    hash >> (32 - BITS)
}

/// Weights, ready to use.
#[derive(Default)]
pub(in crate::entity) struct Model {
    pub transitions: Vec<i32>,
    /// Feature keys, in order.
    keys: Vec<u32>,
    /// For each value of a key's upper bits where such keys begin in `keys`.
    buckets: Vec<u32>,
    /// For each key where its weights begin; one more at the end.
    starts: Vec<u32>,
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
        let mut starts = Vec::with_capacity(count + 1);
        let mut at = 0u32;
        starts.push(at);
        for size in sizes {
            at += u32::from(*size);
            starts.push(at);
        }
        // Keys stand in order, so the buckets are filled from the left.
        let mut buckets = vec![0u32; (1 << UPPER) + 1];
        for key in &keys {
            if let Some(n) = buckets.get_mut((key >> (BITS - UPPER)) as usize + 1) {
                *n += 1;
            }
        }
        let mut sum = 0;
        for n in &mut buckets {
            sum += *n;
            *n = sum;
        }
        Some(Self {
            transitions: transitions.iter().map(|b| i32::from(*b as i8)).collect(),
            keys,
            buckets,
            starts,
            labels: labels.to_vec(),
            weights: weights.iter().map(|b| *b as i8).collect(),
        })
    }

    /// Adds the weights of a feature to the scores of the labels.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut [i32; LABELS]) {
        let key = key(feature);
        let bucket = (key >> (BITS - UPPER)) as usize;
        let (Some(from), Some(to)) = (self.buckets.get(bucket), self.buckets.get(bucket + 1))
        else {
            return;
        };
        let (from, to) = (*from as usize, *to as usize);
        let place = self.keys.get(from..to).and_then(|keys| keys.iter().position(|k| *k == key));
        let Some(row) = place.map(|p| from + p) else { return };
        let (Some(at), Some(end)) = (self.starts.get(row), self.starts.get(row + 1)) else {
            return;
        };
        let range = *at as usize..*end as usize;
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
