//! The one sign of an outlet: a shape and a colour, everywhere alike.

use crate::app::parts::t;
use crate::page::OutletView;
use yew::prelude::*;

/// Shape and colour alone; the name must stand beside it or be heard.
///
/// Four shapes and four colours. From the fifth seat on, the colours come again with other
/// shapes, so that sixteen outlets can be told apart.
pub fn sign(seat: usize) -> Html {
    let hue = seat % 4;
    let shape = match (seat + seat / 4) % 4 {
        0 => html! { <circle cx="8" cy="8" r="6.5" /> },
        1 => html! { <rect x="2" y="2" width="12" height="12" /> },
        2 => html! { <path d="M8 1.2 15.2 14.4H.8z" /> },
        _ => html! { <path d="M8 .6 15.4 8 8 15.4.6 8z" /> },
    };
    html! {
        <svg class={format!("sign hue-{hue}")} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            { shape }
        </svg>
    }
}

/// Sign and name.
pub fn outlet(o: &OutletView) -> Html {
    html! { <span class="outlet">{ sign(o.seat) }<span>{ t(&o.name) }</span></span> }
}

/// The sign, with the name heard and shown on pointing.
pub fn outlet_small(o: &OutletView) -> Html {
    html! {
        <span class="outlet small" title={o.name.clone()}>
            { sign(o.seat) }<span class="heard">{ t(&o.name) }</span>
        </span>
    }
}
