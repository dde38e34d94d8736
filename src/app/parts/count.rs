//! Numbers that open their sentences.

use crate::app::parts::{heard, kind_tag, not_found, t};
use crate::page::{ActorCount, Count, LabelCount, QuotedSource};
use yew::prelude::*;

fn expanded(open: bool) -> &'static str {
    if open { "true" } else { "false" }
}

/// A bare number. Zero is a dash and no link.
pub fn count(c: &Count) -> Html {
    if c.value == 0 {
        return html! { <span class="zero" title={c.title.clone()}>{ "–" }{ heard("0") }</span> };
    }
    html! {
        <a class="count" href={c.href.clone()} aria-expanded={expanded(c.open)}
            aria-label={c.title.clone()} title={c.title.clone()}>{ c.value }</a>
    }
}

/// A label with its number, as one link.
pub fn label(l: &LabelCount) -> Html {
    let class = if l.nominal { "label nominal" } else { "label" };
    if l.count.value == 0 {
        return html! { <span class={class}>{ t(&l.label) }</span> };
    }
    html! {
        <a class={class} href={l.count.href.clone()} aria-expanded={expanded(l.count.open)}
            title={l.count.title.clone()}>
            <span class="words">{ t(&l.label) }</span>{ "\u{a0}" }<span class="n">{ l.count.value }</span>
        </a>
    }
}

/// Labels of one outlet or column; none means that none was found.
pub fn labels(all: &[LabelCount]) -> Html {
    if all.is_empty() {
        return not_found();
    }
    html! {
        <ul class="labels">
            { for all.iter().map(|l| html! { <li>{ label(l) }</li> }) }
        </ul>
    }
}

/// Actors with their counts.
pub fn actor_counts(all: &[ActorCount]) -> Html {
    html! {
        <ul class="counted">
            { for all.iter().map(|a| html! {
                <li>
                    { kind_tag(a.kind) }
                    <a class="go" href={a.actor.href.clone()}>{ t(&a.actor.text) }</a>
                    { count(&a.count) }
                </li>
            }) }
        </ul>
    }
}

/// Quoted sources with their counts.
pub fn quoted(all: &[QuotedSource], with_kind: bool) -> Html {
    if all.is_empty() {
        return not_found();
    }
    html! {
        <ul class="counted">
            { for all.iter().map(|q| html! {
                <li>
                    <span class="who">
                        if let Some(href) = &q.actor {
                            <a class="go" href={href.clone()}>{ t(&q.name) }</a>
                        } else {
                            <span>{ t(&q.name) }</span>
                        }
                        if with_kind { <small>{ t(&q.kind) }</small> }
                    </span>
                    { count(&q.count) }
                </li>
            }) }
        </ul>
    }
}
