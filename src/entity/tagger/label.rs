//! What a token may be: outside any name, or the beginning, inside, last or only token of a name of
//! one type (BILOU; Ratinov and Roth 2009, "Design challenges and misconceptions in named entity
//! recognition").

use super::super::EntityType;

/// A label: 0 is outside; `1 + 4 * type + position` otherwise.
pub(in crate::entity) type Label = usize;

/// Number of labels.
pub(super) const LABELS: usize = 1 + 4 * EntityType::ALL.len();
/// Outside any name.
pub(super) const OUTSIDE: Label = 0;
/// First token of several.
pub(super) const BEGIN: usize = 0;
/// Neither first nor last.
pub(super) const INSIDE: usize = 1;
/// Last token of several.
pub(super) const LAST: usize = 2;
/// The only token.
pub(super) const UNIT: usize = 3;

/// The label of a position in a name of a type.
pub(super) fn label(kind: EntityType, position: usize) -> Label {
    1 + 4 * kind as usize + position
}

/// Position and type of a label; `None` outside.
pub(super) fn parts(label: Label) -> Option<(usize, EntityType)> {
    let inner = label.checked_sub(1)?;
    Some((inner % 4, *EntityType::ALL.get(inner / 4)?))
}

/// Whether `to` may follow `from`. The ends of a window count as outside.
pub(super) fn follows(from: Label, to: Label) -> bool {
    let open = match parts(from) {
        Some((BEGIN | INSIDE, kind)) => Some(kind),
        _ => None,
    };
    match (open, parts(to)) {
        (None, None | Some((BEGIN | UNIT, _))) => true,
        (Some(a), Some((INSIDE | LAST, b))) => a == b,
        _ => false,
    }
}

/// The tokens `from..to` of each name in a row of labels.
pub(super) fn names(labels: &[Label]) -> Vec<(usize, usize, EntityType)> {
    let mut out = Vec::new();
    let mut from = 0;
    for (i, label) in labels.iter().enumerate() {
        match parts(*label) {
            Some((BEGIN, _)) => from = i,
            Some((LAST, kind)) => out.push((from, i + 1, kind)),
            Some((UNIT, kind)) => out.push((i, i + 1, kind)),
            _ => {}
        }
    }
    out
}
