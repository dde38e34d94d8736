//! Common nouns that were given as mentions: one head word is taken for one actor.

use super::Name;
use super::join::Joiner;
use crate::entity::{Confidence, given};
use crate::map::ByName;
use crate::text::stem;

/// Joins nouns by head word.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut by_head: ByName<u32> = ByName::default();
    for (i, n) in names.iter().enumerate() {
        if n.sort != Some(given::COMMON_NOUN) {
            continue;
        }
        let i = i as u32;
        let head = stem(n.key.rsplit(' ').next().unwrap_or(""));
        let first = *by_head.or_insert(&head, i);
        if first != i {
            let reason = || "The same noun in another article.".to_owned();
            joiner.join(first, i, &reason, Confidence::Likely);
        }
    }
}
