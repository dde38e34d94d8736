//! The same name in another article.

use super::Name;
use super::join::Joiner;
use crate::entity::{Confidence, EntityType, Form};
use crate::map::HashMap;

/// Joins names that are spelled the same, apart from a word for what kind of thing is named.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut by_key: HashMap<(String, EntityType, Option<&str>), u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        if n.form != Form::Name || n.known.is_some() {
            continue;
        }
        let i = i as u32;
        let sort = n.sort.filter(|s| *s == "province");
        let first = *by_key.entry((bare(&n.key, n.kind), n.kind, sort)).or_insert(i);
        if first != i {
            let reason = || "The same name in another article.".to_owned();
            joiner.join(first, i, &reason, Confidence::Sure);
        }
    }
}

/// The key without a word that only says what kind of thing is named.
fn bare(key: &str, kind: EntityType) -> String {
    let drop_first = |prefixes: &[&str]| {
        prefixes.iter().find_map(|p| key.strip_prefix(p)).filter(|rest| !rest.is_empty())
    };
    match kind {
        EntityType::Misc => drop_first(&["operation ", "the "]).unwrap_or(key).to_owned(),
        EntityType::Loc => key
            .strip_suffix(" province")
            .or_else(|| key.strip_suffix(" river"))
            .or_else(|| key.strip_suffix(" governorate"))
            .unwrap_or(key)
            .to_owned(),
        EntityType::Org => {
            let key = drop_first(&["the "]).unwrap_or(key);
            // Legal forms of companies.
            let forms = [" inc", " corp", " ltd", " llc", " plc", " co", " gmbh", " ag", " sa"];
            forms.iter().find_map(|f| key.strip_suffix(f)).unwrap_or(key).to_owned()
        }
        _ => key.to_owned(),
    }
}
