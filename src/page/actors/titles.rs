//! Titles, ranks and roles that stand before an actor's name.

use crate::map::SmallMap;
use crate::order::Order;
use crate::page::model::{ActorNaming, LabelCount};
use crate::page::scope::Scope;
use crate::route::{Column, EvidenceKey};
use core::cmp::Reverse;

/// The titles by outlet; nothing where there are none at all.
pub fn titles(scope: &Scope<'_>, index: usize) -> Vec<ActorNaming> {
    let Some(actor) = scope.analysis.actors.actors.get(index) else { return Vec::new() };
    let key = |within: &Column, title: Option<String>| EvidenceKey::Titles {
        actor: actor.id.clone(),
        within: Some(within.clone()),
        title,
    };
    let mut rows = Vec::new();
    for ((column, articles), outlet) in scope.outlet_columns().iter().zip(scope.outlets()) {
        let mut found: SmallMap<String, usize> = SmallMap::default();
        for (at, m) in scope.analysis.counted_mentions(index) {
            if let (true, Some(title), Some(a)) =
                (articles.contains(&at.article), m.title, scope.article(at.article))
            {
                *found.slot(title.words(&a.text)) += 1;
            }
        }
        let mut found = found.into_list();
        found.order_by_key(|(_, n)| Reverse(*n));
        let what = |t: &str| format!("“{t}” in {}", outlet.name);
        rows.push(ActorNaming {
            outlet: outlet.clone(),
            labels: found
                .into_iter()
                .map(|(t, _)| LabelCount {
                    count: scope.count(key(column, Some(t.clone())), &what(&t)),
                    label: t,
                    nominal: false,
                })
                .collect(),
            total: scope.count(key(column, None), &format!("titles in {}", outlet.name)),
        });
    }
    rows.retain(|r: &ActorNaming| !r.labels.is_empty());
    rows
}
