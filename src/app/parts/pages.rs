//! The ways to the other pages of a long list.

use super::{link, t};
use crate::page::PagesView;
use yew::prelude::*;

/// Where a page stands, and the ways to those beside it; `label` says of what.
pub fn pages(p: &PagesView, label: &'static str) -> Html {
    html! {
        <nav class="pages" aria-label={label}>
            { for p.previous.iter().map(link) }
            <span>{ t(&p.text) }</span>
            { for p.next.iter().map(link) }
        </nav>
    }
}
