//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by
//! follow-the-regularised-leader with per-weight rates (McMahan et al. 2013, "Ad click prediction: a
//! view from the trenches"), whose absolute-value penalty leaves most weights at zero.
//!
//! Where a source does not annotate a type, a token outside any name may as well be a name of that
//! type: the likelihood sums over all labels that the annotation allows (partial annotation;
//! Tsuboi et al. 2008).

use super::super::label::{LABELS, follows};

/// One token: features, and the labels that the annotation allows, as bits.
pub struct Token {
    pub features: Vec<u32>,
    pub allowed: u32,
}

/// Settings of the training.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How often the data are read.
    pub epochs: usize,
    /// Rate of learning.
    pub alpha: f32,
    /// Penalty on absolute values.
    pub l1: f32,
    /// Penalty on squares.
    pub l2: f32,
    /// Seed of the order of windows.
    pub seed: u64,
}

/// Weights while they are learned.
pub struct Crf {
    z: Vec<f32>,
    n: Vec<f32>,
    settings: Settings,
    /// Weights of transitions, `from * LABELS + to`; the ends count as outside.
    pub transitions: [f32; LABELS * LABELS],
    tn: [f32; LABELS * LABELS],
    allowed: [[bool; LABELS]; LABELS],
}

const ZERO: f32 = -1.0e9;

impl Crf {
    /// A field without knowledge of `features` features.
    pub fn new(features: usize, settings: Settings) -> Self {
        let mut allowed = [[false; LABELS]; LABELS];
        for (a, row) in allowed.iter_mut().enumerate() {
            for (b, cell) in row.iter_mut().enumerate() {
                *cell = follows(a, b);
            }
        }
        Self {
            z: vec![0.0; features * LABELS],
            n: vec![0.0; features * LABELS],
            settings,
            transitions: [0.0; LABELS * LABELS],
            tn: [0.0; LABELS * LABELS],
            allowed,
        }
    }

    fn weight_at(&self, i: usize) -> f32 {
        let (z, n) = (self.z[i], self.n[i]);
        let s = &self.settings;
        if z.abs() <= s.l1 {
            0.0
        } else {
            -(z - z.signum() * s.l1) / ((1.0 + n.sqrt()) / s.alpha + s.l2)
        }
    }

    /// The weights of a feature.
    pub fn weights(&self, feature: u32) -> [f32; LABELS] {
        core::array::from_fn(|l| self.weight_at(feature as usize * LABELS + l))
    }

    fn emissions(&self, window: &[Token]) -> Vec<[f32; LABELS]> {
        window
            .iter()
            .map(|t| {
                let mut out = [0.0; LABELS];
                for f in &t.features {
                    let at = *f as usize * LABELS;
                    for (l, slot) in out.iter_mut().enumerate() {
                        *slot += self.weight_at(at + l);
                    }
                }
                out
            })
            .collect()
    }

    /// Sums of exponentials from the left and from the right, and the marginals of labels, where
    /// only the labels in `allowed` count.
    fn marginals(
        &self,
        emissions: &[[f32; LABELS]],
        allowed: impl Fn(usize) -> u32,
    ) -> (Vec<[f32; LABELS]>, Vec<f32>) {
        let n = emissions.len();
        let step = |from: usize, to: usize| {
            if self.allowed[from][to] { self.transitions[from * LABELS + to] } else { ZERO }
        };
        let mut left = vec![[ZERO; LABELS]; n];
        for i in 0..n {
            for l in 0..LABELS {
                if allowed(i) >> l & 1 == 0 {
                    continue;
                }
                let before = if i == 0 {
                    step(0, l)
                } else {
                    log_sum((0..LABELS).map(|k| left[i - 1][k] + step(k, l)))
                };
                left[i][l] = before + emissions[i][l];
            }
        }
        let mut right = vec![[ZERO; LABELS]; n];
        for i in (0..n).rev() {
            for l in 0..LABELS {
                if allowed(i) >> l & 1 == 0 {
                    continue;
                }
                right[i][l] = if i + 1 == n {
                    step(l, 0)
                } else {
                    log_sum((0..LABELS).map(|k| step(l, k) + emissions[i + 1][k] + right[i + 1][k]))
                };
            }
        }
        let total = log_sum((0..LABELS).map(|l| left[n - 1][l] + right[n - 1][l]));
        let marginals = (0..n)
            .map(|i| core::array::from_fn(|l| (left[i][l] + right[i][l] - total).exp()))
            .collect();
        // Expected transitions, the ends included: row 0 and column 0 hold them too.
        let mut pairs = vec![0.0f32; LABELS * LABELS];
        for l in 0..LABELS {
            pairs[l] += (left[0][l] + right[0][l] - total).exp();
            pairs[l * LABELS] += (left[n - 1][l] + right[n - 1][l] - total).exp();
        }
        for i in 1..n {
            for a in 0..LABELS {
                if left[i - 1][a] <= ZERO {
                    continue;
                }
                for b in 0..LABELS {
                    let s = left[i - 1][a] + step(a, b) + emissions[i][b] + right[i][b] - total;
                    if s > -20.0 {
                        pairs[a * LABELS + b] += s.exp();
                    }
                }
            }
        }
        (marginals, pairs)
    }

    /// Learns from one window.
    pub fn learn(&mut self, window: &[Token], weight: f32) {
        let emissions = self.emissions(window);
        let (model, model_pairs) = self.marginals(&emissions, |_| u32::MAX);
        let (gold, gold_pairs) = self.marginals(&emissions, |i| window[i].allowed);
        let alpha = self.settings.alpha;
        for (i, t) in window.iter().enumerate() {
            let gradient: [f32; LABELS] =
                core::array::from_fn(|l| weight * (model[i][l] - gold[i][l]));
            for f in &t.features {
                let at = *f as usize * LABELS;
                for (l, g) in gradient.iter().enumerate() {
                    if g.abs() < 1.0e-4 {
                        continue;
                    }
                    let k = at + l;
                    let w = self.weight_at(k);
                    let n = self.n[k] + g * g;
                    let sigma = (n.sqrt() - self.n[k].sqrt()) / alpha;
                    self.z[k] += g - sigma * w;
                    self.n[k] = n;
                }
            }
        }
        for k in 0..LABELS * LABELS {
            let g = weight * (model_pairs[k] - gold_pairs[k]);
            if g.abs() > 1.0e-4 {
                self.tn[k] += g * g;
                self.transitions[k] -= alpha * g / (1.0 + self.tn[k].sqrt());
            }
        }
    }
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(ZERO, f32::max);
    if most <= ZERO {
        return ZERO;
    }
    most + values.map(|v| if v - most > -20.0 { (v - most).exp() } else { 0.0 }).sum::<f32>().ln()
}
