//! `#/actors/ID`: one actor.

mod joins;
mod naming;
mod quoted;

use crate::app::cx::Cx;
use crate::app::parts::{
    Aside, choices, correct_section, count, kind_and_sort, kwic, link, network, notes, number_of,
    outlet_choices, print_button, save_sheet, t,
};
use crate::page::{ActorView, KwicView};
use crate::route::Route;
use yew::prelude::*;

pub fn page(v: &ActorView, cx: &Cx) -> Html {
    let own = Route::actor(&v.correct.id).to_hash();
    html! {
        <div class="actor">
            <header class="head">
                <p class="kicker">
                    { kind_and_sort(v.kind, v.sort.as_deref()) }
                </p>
                <h1>{ t(&v.name) }</h1>
                <p class="status">
                    { count(&v.total) }
                    { if v.total.value == 1 { " mention" } else { " mentions" } }
                    <span class="sep" aria-hidden="true">{ "·" }</span>{ link(&v.search) }
                    <span class="sep" aria-hidden="true">{ "·" }</span>
                    <button type="button" class="fix" data-go="rename">{ "Correct this actor" }</button>
                </p>
                <div class="sheet">
                    <span class="choices-name">{ "Names and quotations with their sentences" }</span>
                    { save_sheet(false, cx.events) }
                    { print_button(cx.events) }
                </div>
                { cx.under(std::iter::once(&v.total)) }
            </header>
            { section("naming", "Named", naming::named(&v.naming, cx)) }
            if !v.titles.is_empty() {
                { section("titles", "Titles and roles", naming::titles(&v.titles, cx)) }
            }
            { section("kwic", "In context", concordance(&v.kwic)) }
            if v.quoted.all_by.value + v.quoted.all_about.value > 0 {
                { section("quotes", "Quoted", quoted::quoted(&v.name, &v.quoted, cx)) }
            }
            { section("together", "Named in the same sentences", network(&v.together, cx)) }
            { section("joins", "Why these labels were joined", html! { <>{ notes(&v.correct.notes, cx) }{ joins::joins(&v.joins, &own, cx) }</> }) }
            { correct_section(&v.correct, cx) }
        </div>
    }
}

/// Sentences in context.
fn concordance(v: &KwicView) -> Html {
    html! {
        <>
            <div class="controls">
                { choices("Sorted by", &v.sorts) }
                { outlet_choices("Outlet", &v.outlets) }
                <p class="status" role="status">{ t(&number_of(v.found, "line", "lines")) }</p>
            </div>
            { kwic(&v.lines, Aside::Fix) }
            if let Some(more) = &v.more { <p class="more">{ link(more) }</p> }
        </>
    }
}

/// A part of the page under a heading.
fn section(id: &'static str, title: &'static str, inner: Html) -> Html {
    html! {
        <section aria-labelledby={id}>
            <h2 id={id}>{ title }</h2>
            { inner }
        </section>
    }
}
