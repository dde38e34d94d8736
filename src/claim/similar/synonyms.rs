//! Words that stand for each other.

use crate::map::ByName;
use std::sync::OnceLock;

/// The groups of `lexicon/synonyms.tsv` that have a word of this stem.
pub(crate) fn groups(stem: &str) -> &'static [u16] {
    static GROUPS: OnceLock<ByName<Vec<u16>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let mut groups: ByName<Vec<u16>> = ByName::default();
        for (group, [_, words]) in crate::lexicon::SYNONYMS.rows::<2>().enumerate() {
            for word in crate::lexicon::list(words) {
                groups.slot(&crate::text::stem(word)).push(group as u16);
            }
        }
        groups
    });
    groups.get(stem).map_or(&[], Vec::as_slice)
}
