//! Choices among links.

use crate::app::parts::t;
use crate::page::{Choice, Link};
use yew::prelude::*;

/// A plain link.
pub fn link(l: &Link) -> Html {
    html! { <a href={l.href.clone()}>{ t(&l.text) }</a> }
}

fn choice(c: &Choice) -> Html {
    html! {
        <a class="choice" href={c.href.clone()} aria-current={c.current.then_some("true")}>
            { t(&c.text) }
        </a>
    }
}

/// A named row of choices.
pub fn choices(name: &'static str, all: &[Choice]) -> Html {
    html! {
        <div class="choices" role="group" aria-label={name}>
            <span class="choices-name" aria-hidden="true">{ name }</span>
            { pills(all) }
        </div>
    }
}

/// Choices without a name of their own.
pub fn pills(all: &[Choice]) -> Html {
    html! { <span class="pills">{ for all.iter().map(choice) }</span> }
}

/// A column head that sorts.
pub fn sort_head(c: &Choice, class: &'static str, order: &'static str, inner: Html) -> Html {
    html! {
        <th scope="col" class={class} aria-sort={c.current.then_some(order)}>
            <a class="sort" href={c.href.clone()}>{ inner }
                <span class="arrow" aria-hidden="true">
                    { if !c.current { "" } else if order == "descending" { "↓" } else { "↑" } }
                </span>
            </a>
        </th>
    }
}
