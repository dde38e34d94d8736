//! The few things of the browser that the app needs, each tolerant of its absence.

use std::fmt::Write as _;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, FocusOptions, HtmlAnchorElement, HtmlElement,
    HtmlInputElement, Performance, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    Storage, Url, Window,
};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The location's hash.
pub fn hash() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Goes to a hash, as a click on a link would.
pub fn go(hash: &str) {
    if let Some(w) = window() {
        let _ = w.location().set_hash(hash);
    }
}

/// Puts another hash in the place of this one, without a new entry in the history.
pub fn replace(hash: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        // Some browsers allow only so many of these in a minute; the page is right without.
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(hash));
    }
}

/// Marks a moment for measurements from outside.
pub fn mark(name: &str) {
    if let Some(p) = performance() {
        let _ = p.mark(name);
    }
}

/// Measures from one mark to another.
pub fn measure(name: &str, from: &str, to: &str) {
    if let Some(p) = performance() {
        let _ = p.measure_with_start_mark_and_end_mark(name, from, to);
    }
}

/// Milliseconds since the page was opened; 0 where the browser does not tell.
pub fn now() -> f64 {
    performance().map_or(0.0, |p| p.now())
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(w) = window() {
        let _ = w.print();
    }
}

/// The last measure of each name that begins with `parallax:`.
pub fn measures() -> Vec<(String, f64)> {
    let mut found: Vec<(String, f64)> = Vec::new();
    let Some(p) = performance() else { return found };
    for entry in p.get_entries_by_type("measure").iter() {
        let Ok(entry) = entry.dyn_into::<web_sys::PerformanceEntry>() else { continue };
        let (name, ms) = (entry.name(), entry.duration());
        if !name.starts_with("parallax:") {
            continue;
        }
        match found.iter_mut().find(|(n, _)| *n == name) {
            Some(old) => old.1 = ms,
            None => found.push((name, ms)),
        }
    }
    found
}

fn performance() -> Option<Performance> {
    window()?.performance()
}

/// What is kept on this device under a name.
pub fn kept(name: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a value on this device, if the browser allows it.
pub fn keep(name: &str, value: &str) {
    let _ = try_keep(name, value);
}

/// Keeps a value on this device; `false` where the browser does not allow it, or has no room.
pub fn try_keep(name: &str, value: &str) -> bool {
    let storage = window().and_then(|w| w.local_storage().ok().flatten());
    storage.is_some_and(|s| s.set_item(name, value).is_ok())
}

/// Offers a text as a file; `false` where the browser does not allow it.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_some()
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser takes the file up after this; then the address is no longer needed.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    // Drawings hold links too; what is done with them here, they can do as well.
    Some(document()?.query_selector(selector).ok()??.unchecked_into())
}

/// Every element that a selector finds.
pub fn find_all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    // Parts of drawings among them, as in `find`.
    (0..list.length()).filter_map(|i| Some(list.get(i)?.unchecked_into())).collect()
}

/// The element that has the focus; `None` where that is the page itself.
pub fn focused() -> Option<HtmlElement> {
    let element: HtmlElement = document()?.active_element()?.unchecked_into();
    (element.tag_name() != "BODY" && element.tag_name() != "HTML").then_some(element)
}

/// Whether keys typed now are meant as text.
pub fn typing() -> bool {
    focused().is_some_and(|e| {
        let text_input = e
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|i| !matches!(i.type_().as_str(), "checkbox" | "radio" | "button"));
        text_input
            || matches!(e.tag_name().as_str(), "TEXTAREA" | "SELECT")
            || e.is_content_editable()
    })
}

/// Gives an element the focus without scrolling.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls until the element is in view: at its nearest edge, or in the middle.
pub fn bring(element: &Element, middle: bool) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(if middle {
        ScrollLogicalPosition::Center
    } else {
        ScrollLogicalPosition::Nearest
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How far the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    window().and_then(|w| w.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page.
pub fn scroll_to(y: f64) {
    if let Some(w) = window() {
        w.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Scroll positions by history entry. The browser cannot restore them itself, because it would
/// do so before the page is there again.
pub struct Scroll {
    entry: u32,
    next: u32,
    saved: Vec<(u32, f64)>,
}

const SCROLL: &str = "parallax.scroll";

impl Scroll {
    /// Takes over from the browser; reads what an earlier load of this tab left.
    pub fn new() -> Self {
        if let Some(h) = window().and_then(|w| w.history().ok()) {
            let _ = h.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        let saved: Vec<(u32, f64)> = session()
            .and_then(|s| s.get_item(SCROLL).ok().flatten())
            .unwrap_or_default()
            .split(';')
            .filter_map(|pair| {
                let (entry, y) = pair.split_once(':')?;
                Some((entry.parse().ok()?, f64::from(y.parse::<i32>().ok()?)))
            })
            .collect();
        let next = saved.iter().map(|s| s.0 + 1).max().unwrap_or(1);
        Self { entry: 0, next, saved }
    }

    /// Notes where the page stands, for the entry that is being left.
    pub fn note(&mut self) {
        let (entry, y) = (self.entry, scrolled());
        match self.saved.iter_mut().find(|s| s.0 == entry) {
            Some(old) => old.1 = y,
            None => self.saved.push((entry, y)),
        }
        // A long day's history; the oldest entries go first.
        if self.saved.len() > 200 {
            self.saved.remove(0);
        }
    }

    /// Keeps the positions for a reload of this tab.
    pub fn keep(&self) {
        let mut out = String::new();
        for (entry, y) in &self.saved {
            let _ = write!(out, "{entry}:{};", *y as i32);
        }
        if let Some(s) = session() {
            let _ = s.set_item(SCROLL, &out);
        }
    }

    /// Enters the history entry that is now current. For one that was here before, where it
    /// stood.
    pub fn enter(&mut self) -> Option<f64> {
        let history = window()?.history().ok()?;
        if let Some(entry) = history.state().ok().and_then(|s| s.as_f64()) {
            self.entry = entry as u32;
            return Some(
                self.saved.iter().find(|s| s.0 == self.entry).map(|s| s.1).unwrap_or_default(),
            );
        }
        self.entry = self.next;
        self.next += 1;
        let _ = history.replace_state(&JsValue::from_f64(f64::from(self.entry)), "");
        None
    }
}

impl Default for Scroll {
    fn default() -> Self {
        Self::new()
    }
}
