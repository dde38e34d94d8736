//! Loose identity of what is no single noun: phrases of several words ("give up its weapons", "the
//! decision to disarm") that share what they are about.

use super::Name;
use super::join::Joiner;
use crate::entity::{Confidence, Form};
use crate::map::{ByName, HashMap};

/// Joins long phrases by the word that most of them share.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut size: HashMap<u32, u32> = HashMap::default();
    for i in 0..names.len() as u32 {
        *size.entry(joiner.sets.find(i)).or_insert(0) += 1;
    }
    let mut rows: Vec<u32> = Vec::new();
    let mut uses: ByName<u32> = ByName::default();
    for (i, n) in names.iter().enumerate() {
        let i = i as u32;
        let Some(p) = n.phrase.as_ref().filter(|_| n.form == Form::Nominal) else { continue };
        let alone = size.get(&joiner.sets.find(i)) == Some(&1);
        if !alone || p.words.is_empty() || !p.lemma.is_empty() && p.words.len() < 2 {
            continue;
        }
        rows.push(i);
        for w in &p.words {
            *uses.slot(w) += 1;
        }
    }
    let mut first: ByName<u32> = ByName::default();
    for i in rows {
        let Some(p) = names.get(i as usize).and_then(|n| n.phrase.as_ref()) else { continue };
        let best = p.words.iter().max_by_key(|w| uses.get(w).copied().unwrap_or(0));
        let Some(word) = best else { continue };
        let at = *first.or_insert(word, i);
        if at != i {
            let reason = || "Loosely: phrases about the same.".to_owned();
            joiner.join(at, i, &reason, Confidence::Likely);
        }
    }
}
