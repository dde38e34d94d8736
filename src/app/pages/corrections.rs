//! `#/corrections`: what the reader has corrected.

use crate::app::correct::Wish;
use crate::app::cx::Cx;
use crate::app::parts::{link, number_of, t};
use crate::page::{CorrectionRow, CorrectionsView};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn page(v: &CorrectionsView, cx: &Cx) -> Html {
    let on = &cx.events.correct;
    let standing = cx.standing;
    let button = |text: &'static str, wish: Wish, can: bool, title: Option<String>| {
        html! {
            <button type="button" class="button" disabled={!can} {title}
                onclick={on.reform(move |_: MouseEvent| wish.clone())}>{ text }</button>
        }
    };
    let on_file = on.reform(|e: Event| {
        let input = e.target_dyn_into::<HtmlInputElement>();
        let file = input.as_ref().and_then(|i| i.files()).and_then(|f| f.get(0));
        // The same file can be chosen again.
        if let Some(i) = input {
            i.set_value("");
        }
        file.map_or(Wish::Dismiss, Wish::Import)
    });
    let some = !v.rows.is_empty();
    let undo = standing.undo.as_ref().filter(|s| !s.is_empty());
    let redo = standing.redo.as_ref().filter(|s| !s.is_empty());
    html! {
        <div class="corrections">
            <header class="head">
                <h1>{ "Corrections" }</h1>
                <p class="status">
                    { t(&if some {
                        let all = number_of(v.rows.len(), "correction", "corrections");
                        let idle = match v.rows.len() - v.applied {
                            0 => String::new(),
                            1 => ", of which 1 changes nothing in these articles".to_owned(),
                            n => format!(", of which {n} change nothing in these articles"),
                        };
                        format!("{all}{idle}. They apply in this order, after what is found automatically.")
                    } else {
                        "You have corrected nothing yet.".to_owned()
                    }) }
                </p>
                <div class="tools" role="group" aria-label="All corrections">
                    { button("Undo", Wish::Undo, standing.undo.is_some(), undo.cloned()) }
                    { button("Redo", Wish::Redo, standing.redo.is_some(), redo.cloned()) }
                    { button("Export", Wish::Export, some, None) }
                    <label class="button file">
                        <span>{ "Import" }</span>
                        <input type="file" id="import" accept=".json,application/json" onchange={on_file} />
                    </label>
                    { button("Take all back", Wish::Clear, some, None) }
                </div>
            </header>
            <div role="status" class="report">
                { match &standing.report {
                    Some(Ok(text)) => html! { <p>{ t(text) }</p> },
                    Some(Err(text)) => html! { <p class="fault">{ t(text) }</p> },
                    None => t(""),
                } }
            </div>
            if let Some(why) = &standing.unkept {
                <p class="fault">{ t(why) }</p>
            }
            if some {
                <ol class="correction-list">{ for v.rows.iter().enumerate().map(|(i, r)| row(i, r, cx)) }</ol>
            }
            <section class="prose">
                <h2>{ "How to correct" }</h2>
                <p>
                    { "On an actor’s page: another name, another type, one with another actor, or no actor at all. \
                       Beside each of its labels and each of its sentences: this name is somebody else’s, or nobody’s, \
                       here or everywhere. " }
                    <a href="#/actors">{ "All actors" }</a>
                </p>
                <p>
                    { "A correction names its actor by name and labels and its mention by place, so it holds when \
                       articles are added. One that finds nothing to change is kept and says why." }
                </p>
                <p>
                    { "Kept in this browser only. Export them for another browser, for a colleague, or for " }
                    <code>{ "parallax annotate --corrections FILE" }</code>
                    { " in a terminal: the file is plain JSON." }
                </p>
            </section>
        </div>
    }
}

fn row(number: usize, r: &CorrectionRow, cx: &Cx) -> Html {
    html! {
        <li class={if r.applied { "" } else { "idle" }}>
            <div>
                <p>{ t(&r.text) }</p>
                <p class="meta">
                    { t(&r.outcome) }
                    if let Some(day) = &r.made {
                        <><span class="sep" aria-hidden="true">{ "·" }</span>{ t(day) }</>
                    }
                    if let Some(l) = &r.link {
                        <><span class="sep" aria-hidden="true">{ "·" }</span>{ link(l) }</>
                    }
                </p>
            </div>
            <button type="button" class="button"
                onclick={cx.events.correct.reform(move |_: MouseEvent| Wish::Remove(number))}>
                { "Take back" }<span class="heard">{ t(&format!(": {}", r.text)) }</span>
            </button>
        </li>
    }
}
