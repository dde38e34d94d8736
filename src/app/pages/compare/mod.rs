//! `#/compare`: the side-by-side. Tables above, the texts in step below.

mod table;
mod texts;

use crate::app::cx::Cx;
use crate::app::parts::{choices, heard, pills, print_button, save_sheet, sign, t};
use crate::page::{CompareView, TableView};
use table::table;
use texts::texts;
use yew::prelude::*;

pub fn page(v: &CompareView, cx: &Cx) -> Html {
    let columns = v.columns.len();
    html! {
        <div class={format!("compare cols-{columns}")}>
            <header class="head">
                <h1 class={if long(v) { "long" } else { "" }}>{ title(v) }</h1>
                { picker(v) }
                { for v.notes.iter().map(|r| html! { <p class="notice">{ t(r) }</p> }) }
                if v.all_rows.is_none() {
                    <div class="sheet">
                        <span class="choices-name">{ "All tables with their sentences" }</span>
                        { save_sheet(false, cx.events) }
                        { print_button(cx.events) }
                    </div>
                }
            </header>
            <nav class="tabs" aria-label="Tables">
                { for v.tables.iter().map(|c| html! {
                    <a class="tab" href={c.href.clone()} aria-current={c.current.then_some("page")}>
                        <span>{ t(&c.text) }</span>{ " " }<small>{ t(&c.summary) }</small>
                    </a>
                }) }
                <button type="button" class="tab" data-to="texts">
                    <span>{ "Texts" }</span>{ " " }<small>{ "side by side, below" }</small>
                </button>
                <span class="tabs-rest">
                    <span class="choices-name" id="rows-shown">{ "Rows" }</span>
                    <span role="group" aria-labelledby="rows-shown">{ pills(&v.show) }</span>
                </span>
            </nav>
            if let Some(all) = &v.all_rows {
                <div class="sheet alone" id="row" tabindex="-1">
                    <span class="choices-name">{ "One row alone, with its sentences" }</span>
                    { save_sheet(false, cx.events) }
                    { print_button(cx.events) }
                    <a class="button" href={all.clone()}>{ "Show all rows" }</a>
                </div>
            } else if let TableView::Statements(_) = v.table {
                <div class="controls">{ choices("At least so alike", &v.alike) }</div>
            }
            { table(v, cx) }
            { texts(v) }
        </div>
    }
}

/// Whether headlines stand in the title.
fn long(v: &CompareView) -> bool {
    v.columns.iter().map(|c| c.name.len()).sum::<usize>() > 90
}

fn title(v: &CompareView) -> Html {
    let last = v.columns.len().saturating_sub(1);
    v.columns
        .iter()
        .enumerate()
        .map(|(i, c)| {
            html! {
                <>
                    if i > 0 { <span class="and">{ if i == last { " and " } else { ", " } }</span> }
                    <span>{ t(&c.name) }</span>
                </>
            }
        })
        .collect()
}

fn picker(v: &CompareView) -> Html {
    html! {
        <div class="picker">
            <ul class="picked" aria-label="Columns">
                { for v.columns.iter().map(|c| html! {
                    <li class={format!("hue-{}", c.outlet.seat % 4)}>
                        if let Some(to) = &c.left {
                            <a class="tool" href={to.clone()} title="Move to the left"
                                aria-label={format!("Move {} to the left", c.name)}>{ "‹" }</a>
                        }
                        <span class="outlet" title={c.name.clone()}>
                            { sign(c.outlet.seat) }<span>{ t(&c.name) }</span>
                        </span>
                        if let Some(to) = &c.right {
                            <a class="tool" href={to.clone()} title="Move to the right"
                                aria-label={format!("Move {} to the right", c.name)}>{ "›" }</a>
                        }
                        if let Some(to) = &c.remove {
                            <a class="tool" href={to.clone()} title="Take away"
                                aria-label={format!("Take {} away", c.name)}>{ "×" }</a>
                        }
                    </li>
                }) }
            </ul>
            if !v.addable.is_empty() {
                <details class="adder">
                    <summary>{ "Add a column" }</summary>
                    <ul class="plain">
                        { for v.addable.iter().map(|a| html! {
                            <li><a class="go" href={a.link.href.clone()}>
                                { sign(a.outlet.seat) }
                                if a.article { { heard(&a.outlet.name) } }
                                <span>{ t(&a.link.text) }</span>
                                <small>{ if a.article { "one article" } else { "all articles" } }</small>
                            </a></li>
                        }) }
                    </ul>
                </details>
            }
        </div>
    }
}
