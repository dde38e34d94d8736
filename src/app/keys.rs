//! Keys, and the list of them.

use crate::app::browser;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

const KEPT: &str = "parallax.keys";

/// Whether single keys act; the reader can switch them off.
pub fn single_keys() -> bool {
    browser::kept(KEPT).as_deref() != Some("off")
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To type into the search field.
    Search,
    /// To close what is open, or go back to the list.
    Escape,
    /// The next article.
    Next,
    /// The previous article.
    Previous,
    /// The list of keys.
    Help,
    /// The next search result.
    Down,
    /// The previous search result.
    Up,
    /// To undo the last correction.
    Undo,
    /// To redo it.
    Redo,
}

/// What this key asks for, if anything.
pub fn ask(e: &KeyboardEvent) -> Option<Ask> {
    if e.default_prevented() || e.is_composing() {
        return None;
    }
    let key = e.key();
    let command = e.ctrl_key() || e.meta_key();
    if command && !e.alt_key() && !e.shift_key() && key.eq_ignore_ascii_case("k") {
        return Some(Ask::Search);
    }
    if command && !e.alt_key() && !browser::typing() {
        if key.eq_ignore_ascii_case("z") {
            return Some(if e.shift_key() { Ask::Redo } else { Ask::Undo });
        }
        if key.eq_ignore_ascii_case("y") && e.ctrl_key() && !e.shift_key() {
            return Some(Ask::Redo);
        }
    }
    if command || e.alt_key() {
        return None;
    }
    match key.as_str() {
        "Escape" => return Some(Ask::Escape),
        "ArrowDown" => return Some(Ask::Down),
        "ArrowUp" => return Some(Ask::Up),
        _ => {}
    }
    if browser::typing() || !single_keys() {
        return None;
    }
    match key.as_str() {
        "/" => Some(Ask::Search),
        "n" => Some(Ask::Next),
        "p" => Some(Ask::Previous),
        "?" => Some(Ask::Help),
        _ => None,
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::by_id("keys")?.dyn_into().ok()
}

/// Whether the list of keys is shown.
pub fn shown() -> bool {
    dialog().is_some_and(|d| d.open())
}

/// Shows the list of keys.
pub fn show() {
    if let Some(d) = dialog() {
        if let Some(i) = browser::by_id("single-keys").and_then(|e| e.dyn_into().ok()) {
            let i: HtmlInputElement = i;
            i.set_checked(single_keys());
        }
        let _ = d.show_modal();
    }
}

fn close() {
    if let Some(d) = dialog() {
        d.close();
    }
}

/// The list of keys, with the switch for single keys.
pub fn list() -> Html {
    let switch = Callback::from(|e: Event| {
        if let Some(i) = e.target_dyn_into::<HtmlInputElement>() {
            browser::keep(KEPT, if i.checked() { "on" } else { "off" });
        }
    });
    let row = |keys: &[&'static str], what: &'static str| {
        html! {
            <div>
                <dt>{ for keys.iter().map(|k| html! { <kbd>{ *k }</kbd> }) }</dt>
                <dd>{ what }</dd>
            </div>
        }
    };
    html! {
        <dialog id="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{ "Keys" }</h2>
            <dl>
                { row(&["/"], "search") }
                { row(&["Ctrl K", "⌘ K"], "search, from anywhere") }
                { row(&["↓", "↑"], "next, previous result") }
                { row(&["Enter"], "open") }
                { row(&["Esc"], "close sentences; back to the list, or to the search box") }
                { row(&["n", "p"], "next, previous article") }
                { row(&["Ctrl Z", "⌘ Z"], "undo the last correction") }
                { row(&["Ctrl Shift Z"], "redo it") }
                { row(&["?"], "this list") }
            </dl>
            <label class="check">
                <input type="checkbox" id="single-keys" onchange={switch} />
                <span>{ "Single keys (/ n p ?) act. Switch this off if you speak to your computer." }</span>
            </label>
            <button type="button" class="button" onclick={Callback::from(|_| close())}>{ "Close" }</button>
        </dialog>
    }
}
