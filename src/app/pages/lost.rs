//! A link that leads nowhere.

use crate::app::parts::{link, t};
use crate::page::LostView;
use yew::prelude::*;

pub fn page(v: &LostView) -> Html {
    html! {
        <div class="lost prose">
            <h1>{ "This link leads nowhere" }</h1>
            <p>{ t(&v.reason) }</p>
            <p><code>{ t(&v.hash) }</code></p>
            <p>{ "Nothing is lost. From here:" }</p>
            <ul>{ for v.ways.iter().map(|w| html! { <li>{ link(w) }</li> }) }</ul>
        </div>
    }
}
