//! Names that the lexicon lists for one actor.

use super::join::Joiner;
use super::{Name, identity, noun_reason};
use crate::entity::{Confidence, Form};
use crate::map::HashMap;

/// Joins what has one identity in the lexicon.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut by_identity: HashMap<(&str, &str), u32> = HashMap::default();
    // The name that stands last before a common noun's first use, by article and identity.
    let mut named: HashMap<(usize, &str), u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let i = i as u32;
        if let Some(identity) = identity(n) {
            let first = *by_identity.entry(identity).or_insert(i);
            if n.form == Form::Name {
                named.insert((n.article, identity.0), i);
            }
            if first != i {
                let (reason, confidence) = if n.form == Form::Name {
                    ("The lexicon lists both as names of one actor.".to_owned(), Confidence::Sure)
                } else {
                    let other = named.get(&(n.article, identity.0));
                    let other = other.and_then(|o| names.get(*o as usize));
                    (noun_reason(other.map(|o| o.label.as_str())), Confidence::Likely)
                };
                joiner.join(first, i, &|| reason.clone(), confidence);
            }
        }
    }
}
