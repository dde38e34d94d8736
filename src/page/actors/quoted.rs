//! What an actor is quoted with, and who is quoted with words about it.

use crate::claim::align::SentenceRef;
use crate::compare::source_words;
use crate::map::SmallMap;
use crate::order::Order;
use crate::page::evidence;
use crate::page::model::{ActorQuoted, OutletCount, QuotedSource};
use crate::page::scope::Scope;
use crate::route::{Column, EvidenceKey, QuotedBy, Route};
use core::cmp::Reverse;

/// How many quotations stand on the page; its numbers open the others.
const MOST: usize = 8;

/// Quotations by an actor and about it.
pub fn quoted(scope: &Scope<'_>, index: usize) -> ActorQuoted {
    let actor = scope.analysis.actors.actors.get(index);
    let (id, name) = actor.map_or((String::new(), ""), |a| (a.id.clone(), a.name.as_str()));
    let by = |within: Option<Column>| EvidenceKey::Quotes {
        within,
        kind: None,
        source: Some(QuotedBy::Actor(id.clone())),
    };
    let about = |source: Option<QuotedBy>| EvidenceKey::SpokenOf {
        actor: id.clone(),
        within: None,
        source,
    };
    let mut lines =
        evidence::evidence(scope, &by(None)).map_or(Vec::new(), |evidence| evidence.lines);
    lines.truncate(MOST);
    let mut sources = sources(scope, &evidence::matches(scope, &about(None)), about);
    sources.order_by_key(|q| Reverse(q.count.value));
    ActorQuoted {
        by: scope
            .outlet_columns()
            .iter()
            .zip(scope.outlets())
            .map(|((column, _), outlet)| OutletCount {
                outlet: outlet.clone(),
                count: scope.count(
                    by(Some(column.clone())),
                    &format!("quotations of {name} in {}", outlet.name),
                ),
            })
            .collect(),
        all_by: scope.count(by(None), &format!("quotations of {name}")),
        lines,
        all_about: scope.count(about(None), &format!("attributed words that name {name}")),
        about: sources,
    }
}

/// Whose attributed words these matches are.
fn sources(
    scope: &Scope<'_>,
    matches: &[evidence::Match],
    key: impl Fn(Option<QuotedBy>) -> EvidenceKey,
) -> Vec<QuotedSource> {
    let mut found: SmallMap<QuotedBy, String> = SmallMap::default();
    for m in matches {
        let Some(a) = scope.article(m.at.article) else { continue };
        let own = |q: &&crate::attribution::Attribution| {
            let at = SentenceRef { article: m.at.article, sentence: q.sentence };
            q.speech && at == m.at && m.spans.iter().any(|s| q.content.iter().any(|c| c.covers(*s)))
        };
        for q in a.attributions.iter().filter(own) {
            let speaker = q.speaker.and_then(|s| scope.analysis.actor_of(m.at.article, s));
            let by = match speaker.and_then(|s| scope.analysis.actors.actors.get(s)) {
                Some(actor) => QuotedBy::Actor(actor.id.clone()),
                None => QuotedBy::Words(source_words(&a.text, q)),
            };
            *found.slot(by) = q.source_kind.label().to_owned();
        }
    }
    found
        .into_list()
        .into_iter()
        .map(|(by, kind)| {
            let (name, actor) = match &by {
                QuotedBy::Actor(id) => {
                    let index = scope.analysis.actor(id).unwrap_or(usize::MAX);
                    (scope.actor_link(index).text, Some(Route::actor(id).to_hash()))
                }
                QuotedBy::Words(words) => (words.clone(), None),
            };
            let count = scope.count(key(Some(by)), &format!("words of {name}"));
            QuotedSource { name, actor, kind, count }
        })
        .collect()
}
