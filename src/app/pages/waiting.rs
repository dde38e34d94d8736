//! A page that waits for what it shows.

use crate::app::cx::Cx;
use crate::app::parts::building;
use crate::page::Waiting;
use yew::prelude::*;

pub fn page(v: &Waiting, cx: &Cx) -> Html {
    html! {
        <>
            <h1>{ v.title }</h1>
            { building(v.building, cx) }
        </>
    }
}
