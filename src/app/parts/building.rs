//! How far work is that a page waits for.

use crate::app::cx::Cx;
use crate::app::parts::{grouped, number_of};
use crate::page::{Building, Work};
use yew::prelude::*;

/// A bar that fills, in words as well, and the button that stops the work or lets it go on.
pub fn building(b: Building, cx: &Cx) -> Html {
    let onclick = cx.events.build.reform(move |_: MouseEvent| b.stopped);
    let of = |one: &str, many: &str| {
        format!("{} of {}", grouped(b.progress.done), number_of(b.progress.of, one, many))
    };
    let (label, text) = match (b.work, b.stopped) {
        (Work::Index, stopped) => {
            let of = of("article", "articles");
            let text = match stopped {
                false => format!("Making the articles searchable: {of}"),
                true => format!("Stopped: {of} can be searched. A search needs all of them."),
            };
            ("Articles that can be searched", text)
        }
        (Work::Statements(_), stopped) => {
            let of = of("sentence", "sentences");
            let text = match stopped {
                false => format!("Looking for what articles share: {of}"),
                true => format!("Stopped: {of} are compared. This page needs all of them."),
            };
            ("Sentences that are compared", text)
        }
    };
    html! {
        <div class="building">
            <p>{ text }</p>
            <progress aria-label={label} max={b.progress.of.to_string()} value={b.progress.done.to_string()}>
            </progress>
            <button type="button" class="button" {onclick}>
                { if b.stopped { "Go on" } else { "Stop" } }
            </button>
        </div>
    }
}
