//! Drawn networks: what is pointed at or has the focus stands out with its neighbours.
//!
//! One listener on the document serves whatever networks are shown. Nodes and edges name the nodes
//! that they belong to in `data-near`.

use crate::app::browser;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Listens to pointing and to the focus; the listeners stay while the returned values are kept.
pub fn listen() -> Vec<EventListener> {
    let Some(document) = browser::document() else { return Vec::new() };
    ["mouseover", "focusin"].map(|name| EventListener::new(&document, name, lit)).into()
}

fn lit(e: &Event) {
    let Some(target) = e.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let Some(page) = browser::find(".network") else { return };
    let own = target.closest("[data-node], [data-edge]").ok().flatten();
    let node = own.as_ref().and_then(|e| e.get_attribute("data-node"));
    let edge = own.as_ref().and_then(|e| e.get_attribute("data-edge"));
    if node.is_none() && edge.is_none() && !page.has_attribute("data-lit") {
        return;
    }
    let has = |list: Option<String>, word: &str| {
        list.is_some_and(|list| list.split(' ').any(|w| w == word))
    };
    for part in browser::find_all(&page, "[data-near]") {
        let lit = match (&node, &edge) {
            (Some(n), _) => has(part.get_attribute("data-near"), n),
            (_, Some(ends)) => {
                part.get_attribute("data-edge").as_ref() == Some(ends)
                    || part.get_attribute("data-node").is_some_and(|n| has(Some(ends.clone()), &n))
            }
            _ => false,
        };
        let _ = if lit {
            part.set_attribute("data-lit", "")
        } else {
            part.remove_attribute("data-lit")
        };
    }
    let _ = if own.is_some() {
        page.set_attribute("data-lit", "")
    } else {
        page.remove_attribute("data-lit")
    };
}
