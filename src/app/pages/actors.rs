//! `#/actors`: who matters.

use crate::app::cx::Cx;
use crate::app::parts::{
    choices, count, heard, kind_and_sort, link, number_of, outlet, outlet_small, sort_head, t,
};
use crate::page::{ActorRow, ActorsView};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn page(v: &ActorsView, cx: &Cx) -> Html {
    let columns = 4 + v.outlets.len();
    let on_input = cx.events.filter.reform(|e: InputEvent| {
        e.target_dyn_into::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default()
    });
    html! {
        <>
            <header class="head">
                <h1>{ "Actors" }</h1>
                <div class="controls">
                    { choices("Type", &v.kinds) }
                    <label class="field">
                        <span>{ "Filter" }</span>
                        <input type="search" id="filter" autocomplete="off" spellcheck="false"
                            value={v.filter.clone()} oninput={on_input} />
                    </label>
                    <p class="status" role="status">
                        { t(&format!("{} of {}", v.rows.len(), number_of(v.all, "actor", "actors"))) }
                    </p>
                    <a href="#/corrections">{ "Corrections" }</a>
                </div>
            </header>
            <div class="table" tabindex="0" role="region" aria-label="Actors">
                <table class="actors">
                    <caption class="heard">{ "Actors with mentions per outlet" }</caption>
                    <thead><tr>
                        { sort_head(&v.sort_name, "", "ascending", t(&v.sort_name.text)) }
                        { sort_head(&v.sort_kind, "", "ascending", t(&v.sort_kind.text)) }
                        { for v.sort_outlets.iter().zip(&v.outlets).map(|(c, o)| {
                            sort_head(c, "num", "descending", outlet(o))
                        }) }
                        { sort_head(&v.sort_total, "num", "descending", t(&v.sort_total.text)) }
                        <th scope="col">{ "Labels used" }</th>
                    </tr></thead>
                    <tbody>{ for v.rows.iter().map(|r| row(r, v, columns, cx)) }</tbody>
                </table>
            </div>
            if v.rows.is_empty() {
                <p class="empty">{ "No actor has such a label." }</p>
            }
        </>
    }
}

fn row(r: &ActorRow, v: &ActorsView, columns: usize, cx: &Cx) -> Html {
    html! {
        <>
            <tr>
                <th scope="row">{ link(&r.actor) }</th>
                <td>
                    { kind_and_sort(r.kind, r.sort.as_deref()) }
                </td>
                { for r.counts.iter().zip(&v.outlets).map(|(c, o)| html! {
                    <td class="num">
                        <span class="cell-sign">{ outlet_small(o) }</span>{ count(c) }
                    </td>
                }) }
                <td class="num total">{ count(&r.total) }</td>
                <td class="labels-cell">{ t(&r.labels.join(", ")) }
                    if r.labels.is_empty() { { heard("none") } }
                </td>
            </tr>
            { cx.row(columns, r.counts.iter().chain([&r.total])) }
        </>
    }
}
