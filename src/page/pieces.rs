//! Cutting a text into runs under the same marks.

use super::model::{Choice, Mark, MarkClass, Piece};
use super::scope::Scope;
use crate::compare::source_words;
use crate::entity::Form;
use crate::order::Order;
use crate::route::{MarkKind, Page, Route};
use crate::span::Span;

/// A marked stretch.
#[derive(Clone, Debug)]
pub struct Stretch {
    pub span: Span,
    pub class: MarkClass,
    pub label: String,
    pub href: Option<String>,
}

impl Stretch {
    /// A stretch without label or link.
    pub fn plain(span: Span, class: MarkClass) -> Self {
        Self { span, class, label: String::new(), href: None }
    }
}

/// Cuts `span` of `text` at the ends of the stretches. The pieces' texts join to the text of the
/// span; marks of a piece stand widest first.
pub fn pieces(text: &str, span: Span, stretches: &[Stretch]) -> Vec<Piece> {
    let mut inside: Vec<(Span, &Stretch)> = stretches
        .iter()
        .filter(|s| s.span.overlaps(span))
        .map(|s| {
            let start = s.span.start.max(span.start);
            (Span { start, end: s.span.end.min(span.end) }, s)
        })
        .collect();
    inside.order_by_key(|(s, _)| (s.start, core::cmp::Reverse(s.end)));
    let mut cuts: Vec<u32> = vec![span.start, span.end];
    for (s, _) in &inside {
        cuts.extend([s.start, s.end]);
    }
    cuts.order();
    cuts.dedup();
    let mut out = Vec::new();
    // The stretches that may still cover what follows, in order of start.
    let mut active: Vec<(Span, &Stretch)> = Vec::new();
    let mut coming = inside.into_iter().peekable();
    for pair in cuts.windows(2) {
        let run = Span { start: pair[0], end: pair[1] };
        active.retain(|(s, _)| s.end > run.start);
        while let Some(next) = coming.next_if(|(s, _)| s.start <= run.start) {
            active.push(next);
        }
        let marks = active
            .iter()
            .filter(|(s, _)| s.covers(run))
            .map(|(s, stretch)| Mark {
                class: stretch.class.clone(),
                label: stretch.label.clone(),
                href: stretch.href.clone(),
                first: s.start == run.start,
            })
            .collect();
        out.push(Piece { text: run.of(text).to_owned(), marks });
    }
    out
}

/// For each kind of marks whether it is on, and the link that switches it.
pub fn mark_choices(hide: &[MarkKind], page: &dyn Fn(Vec<MarkKind>) -> Page) -> Vec<Choice> {
    let choice = |kind: MarkKind| {
        let current = !hide.contains(&kind);
        let mut others: Vec<MarkKind> = hide.iter().copied().filter(|k| *k != kind).collect();
        if current {
            others.push(kind);
        }
        Choice { text: kind.name().to_owned(), href: Route::to(page(others)).to_hash(), current }
    };
    MarkKind::ALL.into_iter().map(choice).collect()
}

/// All marks of an article, without the kinds that are hidden.
pub fn article_stretches(scope: &Scope<'_>, article: usize, hide: &[MarkKind]) -> Vec<Stretch> {
    let mut out = Vec::new();
    let Some(a) = scope.article(article) else { return out };
    let shown = |kind: MarkKind| !hide.contains(&kind);
    if shown(MarkKind::Names) {
        for (i, m) in a.mentions.iter().enumerate().filter(|(_, m)| m.form != Form::Pronoun) {
            let actor = scope.analysis.actor_of(article, i);
            let retyped =
                actor.and_then(|x| scope.analysis.effects.found.get(x)).copied().flatten();
            // What the reader said is no actor is not marked.
            let Some(actor) = actor.and_then(|x| scope.analysis.actors.actors.get(x)) else {
                continue;
            };
            let kind = if retyped.is_some() { actor.kind } else { m.kind };
            let label = format!("{}: {}", kind.label(), actor.name);
            let class = match m.form {
                Form::Name => MarkClass::Actor(kind),
                _ => MarkClass::Nominal(kind),
            };
            let href = Some(Route::actor(&actor.id).to_hash());
            out.push(Stretch { span: m.span, class, label, href });
        }
    }
    if shown(MarkKind::Quotes) {
        for q in &a.attributions {
            let label = if q.source.is_empty() {
                "quoted, source not told".to_owned()
            } else {
                format!("said by {}", source_words(&a.text, q))
            };
            for span in &q.content {
                let label = label.clone();
                out.push(Stretch { span: *span, class: MarkClass::Quote, label, href: None });
            }
            for span in &q.source {
                let label = format!("source quoted ({})", q.source_kind.label());
                out.push(Stretch { span: *span, class: MarkClass::Speaker, label, href: None });
            }
        }
    }
    if shown(MarkKind::Numbers) {
        for q in &a.quantities {
            let label = "number".to_owned();
            out.push(Stretch { span: q.span, class: MarkClass::Number, label, href: None });
        }
    }
    if shown(MarkKind::Times) {
        for t in &a.timexes {
            let label = match &t.value {
                Some(v) => format!("time: {}", super::dates::timex_words(v)),
                None => "time, depends on a publication date that is not known".to_owned(),
            };
            out.push(Stretch { span: t.span, class: MarkClass::Time, label, href: None });
        }
    }
    out
}
