//! Choices among links.

use crate::app::parts::{sign, t};
use crate::page::{Choice, Link, OutletChoice, SortView};
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

/// A named row of outlets to choose from.
pub fn outlet_choices(name: &'static str, all: &[OutletChoice]) -> Html {
    html! {
        <div class="choices" role="group" aria-label={name}>
            <span class="choices-name" aria-hidden="true">{ name }</span>
            <span class="pills">{ for all.iter().map(|o| html! {
                <a class="choice" href={o.choice.href.clone()}
                    aria-current={o.choice.current.then_some("true")}>
                    if let Some(o) = &o.outlet { { sign(o.seat) } }
                    { t(&o.choice.text) }
                </a>
            }) }</span>
        </div>
    }
}

/// A column head that sorts, and turns the order round when it is followed again.
pub fn sort_by(s: &SortView, class: &'static str, inner: Html) -> Html {
    let (order, arrow) = if s.descending { ("descending", "↓") } else { ("ascending", "↑") };
    let inner = match &s.href {
        None => inner,
        Some(href) => html! {
            <a class="sort" href={href.clone()}>{ inner }
                <span class="arrow" aria-hidden="true">{ if s.current { arrow } else { "" } }</span>
            </a>
        },
    };
    html! { <th scope="col" class={class} aria-sort={s.current.then_some(order)}>{ inner }</th> }
}
