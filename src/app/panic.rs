//! What the page says when the program stops: never nothing.

use crate::app::browser;
use web_sys::Document;

/// Puts a readable page in place of the app, and the cause into the console.
pub fn paint(message: &str) {
    web_sys::console::error_1(&message.into());
    let _ = browser::document().and_then(|d| build(&d, message));
}

fn build(d: &Document, message: &str) -> Option<()> {
    let body = d.body()?;
    let main = d.create_element("main").ok()?;
    main.set_id("main");
    let _ = main.set_attribute("data-page", "stopped");
    let _ = main.set_attribute("role", "alert");
    let add = |tag: &str, text: &str| {
        let element = d.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        main.append_child(&element).ok()?;
        Some(element)
    };
    add("h1", "Parallax has stopped")?;
    add(
        "p",
        "A mistake in the program, not in anything you did. Nothing is lost: the articles are part of this page, and the corrections that this browser keeps are still there.",
    )?;
    let again = add("a", "Load the page again")?;
    // An empty address is this page without its hash: a fresh start at the overview.
    let _ = again.set_attribute("href", "");
    add("p", "What happened, for a report:")?;
    add("pre", message)?;
    body.set_text_content(None);
    body.append_child(&main).ok()?;
    let root = d.document_element()?;
    root.set_attribute("data-parallax", "stopped").ok()
}
