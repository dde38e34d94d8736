//! Which sentences have something in common.

use super::Feature;

/// Sentences by what they have, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// For each feature the sentences so far that have it.
    postings: Vec<Vec<u32>>,
    /// For the sentence at hand what each earlier one shares with it.
    shared: Vec<f64>,
    touched: Vec<u32>,
}

impl Candidates {
    /// The earlier sentences that share features with one, each with the weight of these, in no order.
    #[inline(never)]
    pub fn of(&mut self, features: &[Feature], out: &mut Vec<(u32, f64)>) {
        for f in features {
            for earlier in self.postings.get(f.key as usize).map_or(&[][..], Vec::as_slice) {
                let Some(sum) = self.shared.get_mut(*earlier as usize) else { continue };
                if *sum == 0.0 {
                    self.touched.push(*earlier);
                }
                *sum += f.weight;
            }
        }
        out.clear();
        for earlier in self.touched.drain(..) {
            let sum = self.shared.get_mut(earlier as usize).map_or(0.0, std::mem::take);
            out.push((earlier, sum));
        }
    }

    /// Adds the next sentence under these keys.
    pub fn add(&mut self, keys: impl Iterator<Item = u32>) {
        let number = self.shared.len() as u32;
        self.shared.push(0.0);
        for key in keys {
            let key = key as usize;
            if self.postings.len() <= key {
                self.postings.resize(key + 1, Vec::new());
            }
            if let Some(list) = self.postings.get_mut(key) {
                list.push(number);
            }
        }
    }
}
