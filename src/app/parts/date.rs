//! Dates, always with how they are known.

use crate::app::parts::t;
use crate::page::DateView;
use yew::prelude::*;

fn text(d: &DateView, title: Option<String>) -> Html {
    match &d.iso {
        Some(iso) => html! { <time datetime={iso.clone()} {title}>{ t(&d.text) }</time> },
        None => html! { <span {title}>{ t(&d.text) }</span> },
    }
}

/// A date with how it is known.
pub fn date(d: &DateView) -> Html {
    // "unknown" adds nothing to "not stated".
    let how = if d.how == "unknown" || d.how == d.text { "" } else { d.how.as_str() };
    html! {
        <span class="date">
            { text(d, None) }
            if !how.is_empty() {
                <><span class="sep" aria-hidden="true">{ "·" }</span><small class="how">{ t(how) }</small></>
            }
        </span>
    }
}

/// A date in few words: that it is inferred is said, from what is shown on pointing.
pub fn date_brief(d: &DateView) -> Html {
    let inferred = d.how.starts_with("inferred") && !d.text.contains("inferred");
    html! {
        <span class="date">
            { text(d, Some(d.how.clone())) }
            if inferred { { " (inferred)" } }
        </span>
    }
}
