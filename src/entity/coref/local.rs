//! Names that an article itself equates.

use super::Name;
use super::join::Joiner;
use crate::entity::{Confidence, EntityType, Form};
use crate::map::HashMap;

/// Joins what one article's own text showed to be the same.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut by_local: HashMap<(usize, u32), u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let i = i as u32;
        let first = *by_local.entry((n.article, n.local)).or_insert(i);
        if first != i && joiner.sets.find(first) != joiner.sets.find(i) {
            let other = names.get(first as usize).map_or("", |o| o.label.as_str());
            let (reason, confidence) = local_reason(other, n);
            joiner.join(first, i, &|| reason.clone(), confidence);
        }
    }
}

/// Why an article's own text joins two names.
fn local_reason(other: &str, n: &Name) -> (String, Confidence) {
    match n.form {
        Form::Nominal => (
            format!("Stands for “{other}”, the nearest fitting name before it."),
            Confidence::Likely,
        ),
        Form::Pronoun => (format!("Stands for “{other}”."), Confidence::Likely),
        Form::Name if n.kind == EntityType::Person => {
            (format!("The surname of “{other}” in the same article."), Confidence::Likely)
        }
        Form::Name => (format!("The article itself equates it with “{other}”."), Confidence::Sure),
    }
}
