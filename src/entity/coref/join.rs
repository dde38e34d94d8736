//! Sets of names that were joined, and why.

use crate::entity::Confidence;
use crate::entity::local::Sets;
use crate::map::HashMap;

/// The joins made so far.
pub(super) struct Joiner {
    pub sets: Sets,
    /// Why a name was joined, by name.
    pub why: HashMap<u32, (String, Confidence)>,
}

impl Joiner {
    pub fn join(&mut self, a: u32, b: u32, reason: &dyn Fn() -> String, confidence: Confidence) {
        if self.sets.join(a, b) {
            self.why.entry(b).or_insert_with(|| (reason(), confidence));
        }
    }
}
