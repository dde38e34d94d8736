//! Why labels belong to an actor, by reason.

use crate::compare::counted_label;
use crate::entity::Confidence;
use crate::map::SmallMap;
use crate::order::Order;
use crate::page::model::{JoinGroup, LabelCount};
use crate::page::scope::Scope;
use crate::route::EvidenceKey;
use core::cmp::Reverse;

/// The labels of an actor by the reason why they were joined; what may be wrong comes first.
pub fn joins(scope: &Scope<'_>, index: usize) -> Vec<JoinGroup> {
    let Some(actor) = scope.analysis.actors.actors.get(index) else { return Vec::new() };
    // Labels are joined as written; they are counted with common nouns in lower case.
    let mut counted: SmallMap<String, String> = SmallMap::default();
    let mut nominal: SmallMap<String, bool> = SmallMap::default();
    for (at, m) in scope.analysis.counted_mentions(index) {
        let Some(a) = scope.article(at.article) else { continue };
        let label = counted_label(&a.text, m);
        *nominal.slot(label.clone()) = m.form != crate::entity::Form::Name;
        *counted.slot(crate::entity::label(&a.text, m)) = label;
    }
    let mut groups: SmallMap<(Confidence, String), Vec<LabelCount>> = SmallMap::default();
    for join in &actor.joins {
        let label = counted.get(&join.label).unwrap_or(&join.label);
        let key = EvidenceKey::Mentions {
            actor: actor.id.clone(),
            within: None,
            label: Some(label.clone()),
        };
        let count = LabelCount {
            label: label.clone(),
            nominal: nominal.get(label).copied().unwrap_or(false),
            count: scope.count(key, &format!("“{label}”")),
        };
        let group = groups.slot((join.confidence, join.reason.clone()));
        if !group.contains(&count) {
            group.push(count);
        }
    }
    let mut groups: Vec<JoinGroup> = groups
        .into_list()
        .into_iter()
        .map(|((confidence, reason), mut labels)| {
            labels.order_by_key(|l| Reverse(l.count.value));
            JoinGroup { reason, likely: confidence == Confidence::Likely, labels }
        })
        .collect();
    let mentions = |g: &JoinGroup| g.labels.iter().map(|l| l.count.value).sum::<usize>();
    groups.order_by_key(|g| (!g.likely, Reverse(mentions(g))));
    groups
}
