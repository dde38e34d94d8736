//! A heading, and the same marks of readiness as the real app.

use yew::prelude::*;

#[component]
fn Empty() -> Html {
    use_effect(|| {
        let window = web_sys::window().expect("a page has a window");
        if let Some(performance) = window.performance() {
            let _ = performance.mark("parallax:mounted");
            let _ = performance.mark("parallax:ready");
        }
        if let Some(root) = window.document().and_then(|d| d.document_element()) {
            let _ = root.set_attribute("data-parallax", "ready");
        }
    });
    html! { <main id="main"><h1>{ "Nothing" }</h1></main> }
}

fn main() {
    let root = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id("app"))
        .expect("index.html holds #app");
    yew::Renderer::<Empty>::with_root(root).render();
}
