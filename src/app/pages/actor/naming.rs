//! How each outlet names an actor.

use crate::app::cx::Cx;
use crate::app::parts::{count, label, not_found, outlet};
use crate::page::{ActorNaming, LabelCount};
use yew::prelude::*;

/// Names and common nouns of each outlet, apart.
pub fn named(all: &[ActorNaming], cx: &Cx) -> Html {
    html! {
        <>
            <div class="sides naming">
                { for all.iter().map(|n| side(n, html! {
                    <>
                        { list(n.labels.iter().filter(|l| !l.nominal).collect(), None) }
                        { list(n.labels.iter().filter(|l| l.nominal).collect(), Some("by common nouns")) }
                    </>
                })) }
            </div>
            { cx.under(all.iter().flat_map(|n| n.labels.iter().map(|l| &l.count).chain([&n.total]))) }
        </>
    }
}

/// Titles and roles of each outlet that gives any.
pub fn titles(all: &[ActorNaming], cx: &Cx) -> Html {
    html! {
        <>
            <div class="sides naming">
                { for all.iter().map(|n| side(n, list(n.labels.iter().collect(), None))) }
            </div>
            { cx.under(all.iter().flat_map(|n| n.labels.iter().map(|l| &l.count).chain([&n.total]))) }
        </>
    }
}

fn side(n: &ActorNaming, inner: Html) -> Html {
    html! {
        <div class={format!("side hue-{}", n.outlet.seat % 4)}>
            <h3>{ outlet(&n.outlet) }{ " " }if n.total.value > 0 { { count(&n.total) } }</h3>
            if n.labels.is_empty() { { not_found() } } else { { inner } }
        </div>
    }
}

fn list(all: Vec<&LabelCount>, how: Option<&'static str>) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            if let Some(how) = how { <p class="how">{ how }</p> }
            <ul class="labels">{ for all.into_iter().map(|l| html! { <li>{ label(l) }</li> }) }</ul>
        </div>
    }
}
