//! `#/actors`: who matters.

use crate::app::cx::Cx;
use crate::app::parts::{
    choices, count, heard, kind_and_sort, link, network, number_of, outlet, outlet_choices,
    outlet_small, pills, save_button, sort_by, t,
};
use crate::page::{
    ActorFilters, ActorRow, ActorsBody, ActorsTable, ActorsView, FileKind, NetworkBody,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn page(v: &ActorsView, cx: &Cx) -> Html {
    let shown = format!("{} of {}", v.found, number_of(v.all, "actor", "actors"));
    html! {
        <>
            <header class="head">
                <div class="head-row">
                    <h1>{ "Actors" }</h1>
                    <nav aria-label="Shown as">{ pills(&v.shows) }</nav>
                    <p class="status" role="status">{ t(&shown) }</p>
                    { save_button(FileKind::Csv, "file of what is shown", cx) }
                    <a href="#/corrections">{ "Corrections" }</a>
                </div>
                { filters(&v.filters, cx) }
            </header>
            { match &v.body {
                ActorsBody::Table(table) => actors(table, cx),
                ActorsBody::Network(body) => network_of(body, cx),
            } }
        </>
    }
}

fn filters(f: &ActorFilters, cx: &Cx) -> Html {
    let on_input = cx.events.filter.reform(|e: InputEvent| {
        e.target_dyn_into::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default()
    });
    html! {
        <>
        // In narrow windows the filters would stand in the way of what they filter.
        <label class="check only-narrow">
            <input type="checkbox" id="show-filters" /><span>{ "Filters" }</span>
        </label>
        <div class="controls filters">
            <label class="field">
                <span>{ "Any label with" }</span>
                <input type="search" id="filter" autocomplete="off" spellcheck="false"
                    value={f.words.clone()} oninput={on_input} />
            </label>
            { choices("Type", &f.kinds) }
            { choices("Mentions", &f.least) }
            if f.named_by.len() > 1 {
                { outlet_choices("Named by", &f.named_by) }
                { outlet_choices("Not found in", &f.not_in) }
            }
        </div>
        if let Some(href) = &f.clear {
            <p><a class="clear" href={href.clone()}>{ "Clear all filters" }</a></p>
        }
        </>
    }
}

fn actors(v: &ActorsTable, cx: &Cx) -> Html {
    if v.rows.is_empty() {
        return html! { <p class="empty">{ "No actor passes these filters." }</p> };
    }
    let columns = 5 + v.outlets.len();
    html! {
        <>
            <div class="table" tabindex="0" role="region" aria-label="Actors">
                <table class="actors">
                    <caption class="heard">{ "Actors with mentions per outlet" }</caption>
                    <thead><tr>
                        { sort_by(&v.sort_name, "", t(&v.sort_name.text)) }
                        { sort_by(&v.sort_kind, "", t(&v.sort_kind.text)) }
                        { for v.sort_outlets.iter().zip(&v.outlets).map(|(s, o)| {
                            sort_by(s, "num", outlet(o))
                        }) }
                        { sort_by(&v.sort_total, "num", t(&v.sort_total.text)) }
                        { sort_by(&v.sort_spread, "num", t(&v.sort_spread.text)) }
                        { sort_by(&v.sort_labels, "", t(&v.sort_labels.text)) }
                    </tr></thead>
                    <tbody>{ for v.rows.iter().map(|r| row(r, v, columns, cx)) }</tbody>
                </table>
            </div>
            if let Some(more) = &v.more { <p class="more">{ link(more) }</p> }
        </>
    }
}

fn row(r: &ActorRow, v: &ActorsTable, columns: usize, cx: &Cx) -> Html {
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
                <td class="num spread">
                    { r.spread }<small>{ t(&format!(" of {}", v.outlets.len())) }</small>
                </td>
                <td class="labels-cell">{ t(&r.labels.join(", ")) }
                    if r.labels.is_empty() { { heard("none") } }
                </td>
            </tr>
            { cx.row(columns, r.counts.iter().chain([&r.total])) }
        </>
    }
}

fn network_of(v: &NetworkBody, cx: &Cx) -> Html {
    html! {
        <section aria-labelledby="network">
            <h2 class="heard" id="network">{ "Who is named with whom" }</h2>
            <div class="controls drawn">
                { outlet_choices("Articles", &v.of) }
                { choices("Together in one", &v.units) }
                { choices("At least", &v.leasts) }
                { choices("Most named", &v.tops) }
            </div>
            { network(&v.network, cx) }
        </section>
    }
}
