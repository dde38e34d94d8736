//! Searches that are kept: the form that keeps one, and the list.

use crate::app::browser;
use crate::app::cx::Cx;
use crate::app::parts::{heard, number_of, t};
use crate::app::saved::Keep;
use crate::page::SearchView;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The form for the search that is shown, and the list of those that are kept.
pub fn saved(v: &SearchView, cx: &Cx) -> Html {
    let shelf = cx.shelf;
    let list = shelf.saved.list();
    let known = shelf.saved.get(&v.link);
    let summary = match list.len() {
        0 => "Save this search".to_owned(),
        n => number_of(n, "saved search", "saved searches"),
    };
    html! {
        <>
            if v.asked || !list.is_empty() {
                // Where nothing is looked for, the list is what there is to see.
                <details class="saved" id="saved" open={!v.asked}>
                    <summary>{ t(&summary) }</summary>
                    if v.asked { { form(v, known.map(|s| s.name.as_str()), cx) } }
                    if !list.is_empty() {
                        <ul class="saved-list">{ for list.iter().map(|s| html! {
                            <li>
                                <a href={s.link.clone()}
                                    aria-current={(s.link == v.link).then_some("true")}>{ t(&s.name) }</a>
                                { remove(&s.link, &s.name, cx) }
                            </li>
                        }) }</ul>
                    }
                </details>
            }
            if let Some(fault) = &shelf.fault { <p class="fault">{ t(fault) }</p> }
        </>
    }
}

fn form(v: &SearchView, known: Option<&str>, cx: &Cx) -> Html {
    let link = v.link.clone();
    let keep = cx.events.keep.reform(move |e: SubmitEvent| {
        e.prevent_default();
        let field = browser::by_id("save-name").and_then(|f| f.dyn_into().ok());
        let name = field.map(|f: HtmlInputElement| f.value()).unwrap_or_default();
        Keep::Put(name, link.clone())
    });
    html! {
        <form class="controls" onsubmit={keep}>
            <label class="field">
                <span>{ "Name" }</span>
                <input type="text" id="save-name" autocomplete="off" maxlength="120"
                    data-value={known.unwrap_or(&v.name).to_owned()} />
            </label>
            <button type="submit" class="button">
                { if known.is_some() { "Rename" } else { "Save" } }
            </button>
        </form>
    }
}

fn remove(link: &str, name: &str, cx: &Cx) -> Html {
    let link = link.to_owned();
    html! {
        <button type="button" class="fix"
            onclick={cx.events.keep.reform(move |_: MouseEvent| Keep::Remove(link.clone()))}>
            { "Remove" }{ heard(name) }
        </button>
    }
}
