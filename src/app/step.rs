//! Columns that scroll in step by matched passages, and light up what matches.
//!
//! One listener on the document serves whatever columns are shown. A line runs down each column
//! as it is scrolled, from its top to its end. Matched passages are anchors: where the line of the
//! column being scrolled stands between two anchors, the lines of the others stand in the same
//! proportion between theirs. Columns without a match scroll in proportion.

use crate::app::browser;
use crate::order::Order;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

#[derive(Default)]
struct State {
    /// Columns that were set by us, and where to; their scroll events are not the reader's.
    set: Vec<(HtmlElement, i32)>,
    /// The column whose scrolling waits for the next frame.
    waiting: Option<HtmlElement>,
    /// The frame callback, kept for as long as it may be called.
    frame: Option<Closure<dyn FnMut()>>,
}

/// Listens to scrolling and pointing; the listeners stay while the returned values are kept.
pub fn listen() -> Vec<EventListener> {
    let Some(document) = browser::document() else { return Vec::new() };
    let state = Rc::new(RefCell::new(State::default()));
    let own = state.clone();
    state.borrow_mut().frame = Some(Closure::new(move || {
        let waiting = own.borrow_mut().waiting.take();
        if let Some(column) = waiting {
            align(&column, &own);
        }
    }));
    let scroll = EventListener::new_with_options(
        &document,
        "scroll",
        // Scroll events of elements do not bubble, but they can be captured on the way down.
        EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: true },
        move |e| scrolled(e, &state),
    );
    let light = |name: &'static str| EventListener::new(&document, name, lit);
    let jump = EventListener::new(&document, "click", jump);
    vec![scroll, light("mouseover"), light("focusin"), jump]
}

fn scrolled(e: &Event, state: &Rc<RefCell<State>>) {
    let Some(column) = e.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) else { return };
    if !column.matches(".column-scroll").unwrap_or(false) {
        return;
    }
    let mut s = state.borrow_mut();
    if let Some(i) = s.set.iter().position(|(c, _)| *c == column) {
        let (_, top) = s.set.swap_remove(i);
        if (column.scroll_top() - top).abs() <= 1 {
            return;
        }
    }
    let locked = column
        .closest(".columns")
        .ok()
        .flatten()
        .is_some_and(|c| c.get_attribute("data-lock").as_deref() == Some("1"));
    if !locked {
        return;
    }
    let first = s.waiting.replace(column).is_none();
    if let (true, Some(frame), Some(w)) = (first, &s.frame, browser::window()) {
        let _ = w.request_animation_frame(frame.as_ref().unchecked_ref());
    }
}

/// Where each matched passage stands in a column, in CSS pixels from the top of its content: the number of
/// its statement, and how far down.
fn passages(column: &HtmlElement) -> Vec<(String, f64)> {
    let top = column.get_bounding_client_rect().top() - f64::from(column.scroll_top());
    let mut out: Vec<(String, f64)> = Vec::new();
    for e in browser::find_all(column, "[data-band]") {
        let y = e.get_bounding_client_rect().top() - top;
        let bands = e.get_attribute("data-band").unwrap_or_default();
        out.extend(bands.split(' ').map(|band| (band.to_owned(), y)));
    }
    out
}

fn align(leader: &HtmlElement, state: &Rc<RefCell<State>>) {
    let Ok(Some(columns)) = leader.closest(".columns") else { return };
    let own = passages(leader);
    let room = f64::from(leader.scroll_height() - leader.client_height()).max(1.0);
    let height = f64::from(leader.client_height());
    let part = (f64::from(leader.scroll_top()) / room).clamp(0.0, 1.0);
    // The line, in the leader's content and in its window.
    let in_window = part * height;
    let line = f64::from(leader.scroll_top()) + in_window;
    for other in browser::find_all(&columns, ".column-scroll") {
        if other == *leader || other.client_height() == 0 {
            continue;
        }
        let theirs = passages(&other);
        let mut anchors: Vec<(f64, f64)> = own
            .iter()
            .filter_map(|(band, y)| Some((*y, theirs.iter().find(|(b, _)| b == band)?.1)))
            .collect();
        anchors.push((0.0, 0.0));
        anchors.push((f64::from(leader.scroll_height()), f64::from(other.scroll_height())));
        let target = between(anchors, line) - in_window;
        let top = target.round() as i32;
        let top = top.clamp(0, (other.scroll_height() - other.client_height()).max(0));
        if top != other.scroll_top() {
            state.borrow_mut().set.retain(|(c, _)| *c != other);
            state.borrow_mut().set.push((other.clone(), top));
            other.set_scroll_top(top);
        }
    }
}

/// The value at `x` of the line through these points.
fn between(mut points: Vec<(f64, f64)>, x: f64) -> f64 {
    points.order_by(|a, b| a.0.total_cmp(&b.0));
    let after = points.iter().position(|p| p.0 >= x);
    match after {
        None => points.last().map_or(0.0, |p| p.1),
        Some(0) => points.first().map_or(0.0, |p| p.1),
        Some(i) => {
            let (Some(a), Some(b)) = (points.get(i - 1), points.get(i)) else { return 0.0 };
            let run = b.0 - a.0;
            if run < 1.0 { b.1 } else { a.1 + (b.1 - a.1) * (x - a.0) / run }
        }
    }
}

/// Brings a passage to the same height in every column that has it, and lights it up.
fn jump(e: &Event) {
    let Some(target) = e.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    if let Some(id) = target.closest("[data-to]").ok().flatten()
        && let Some(place) = id.get_attribute("data-to").and_then(|id| browser::by_id(&id))
    {
        place.scroll_into_view();
        let _ = place.focus();
        return;
    }
    let Ok(Some(button)) = target.closest("[data-jump]") else { return };
    let Some(band) = button.get_attribute("data-jump") else { return };
    let Some(columns) = browser::find(".columns") else { return };
    // From a column, the others come to where the passage stands; from elsewhere, all come up.
    let own = button.closest(".column-scroll").ok().flatten();
    let height = own.as_ref().map_or(24.0, |column| {
        button.get_bounding_client_rect().top() - column.get_bounding_client_rect().top()
    });
    // The columns are put in place here; the lock is not to move them again.
    let lock = columns.get_attribute("data-lock").unwrap_or_default();
    let _ = columns.set_attribute("data-lock", "0");
    for column in browser::find_all(&columns, ".column-scroll") {
        let at = passages(&column).into_iter().find(|(b, _)| *b == band);
        if let (Some((_, y)), false) = (at, own.as_deref() == Some(&*column)) {
            column.set_scroll_top((y - height).round() as i32);
        }
    }
    if own.is_none() {
        browser::bring(&columns, false);
    }
    light(&columns, Some(&band));
    if let Ok(Some(page)) = columns.closest(".compare") {
        let _ = page.set_attribute("data-pinned", "");
    }
    gloo::timers::callback::Timeout::new(100, move || {
        let _ = columns.set_attribute("data-lock", &lock);
    })
    .forget();
}

/// Lights up the passages that match the one that is pointed at or has the focus.
fn lit(e: &Event) {
    let Some(target) = e.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let Some(columns) = browser::find(".compare") else { return };
    let band =
        target.closest("[data-band]").ok().flatten().and_then(|b| b.get_attribute("data-band"));
    // What a jump has lit stays lit until another passage is pointed at.
    if band.is_none() && columns.has_attribute("data-pinned") {
        return;
    }
    let _ = columns.remove_attribute("data-pinned");
    light(&columns, band.as_deref());
}

/// Lights up what has one of these numbers, separated by spaces.
fn light(columns: &Element, bands: Option<&str>) {
    for passage in browser::find_all(columns, "[data-band]") {
        let own = passage.get_attribute("data-band").unwrap_or_default();
        let lit = |bands: &str| own.split(' ').any(|own| bands.split(' ').any(|band| band == own));
        if bands.is_some_and(lit) {
            let _ = passage.set_attribute("data-lit", "");
        } else {
            let _ = passage.remove_attribute("data-lit");
        }
    }
}
