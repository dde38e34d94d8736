//! Sentences as evidence.

use crate::app::cx::Events;
use crate::app::parts::{date_brief, fix_button, number_of, outlet, pieces, save_sheet, t};
use crate::page::{Evidence, Line};
use yew::prelude::*;

/// One sentence with its outlet, article, date and place.
pub fn line(l: &Line) -> Html {
    html! {
        <div class="line">
            <div class="line-outlet">{ outlet(&l.outlet) }</div>
            <div class="line-body">
                <p class="said">{ pieces(&l.pieces) }</p>
                <p class="meta">
                    <a href={l.href.clone()}>{ t(&l.place) }</a>
                    <span class="sep" aria-hidden="true">{ "·" }</span>
                    <a class="quiet" href={l.article.href.clone()}>{ t(&l.article.text) }</a>
                    <span class="sep" aria-hidden="true">{ "·" }</span>
                    { date_brief(&l.date) }
                </p>
            </div>
        </div>
    }
}

/// Sentences as a list.
pub fn lines(all: &[Line]) -> Html {
    html! { <ol class="lines">{ for all.iter().map(|l| html! { <li>{ line(l) }</li> }) }</ol> }
}

/// The sentences behind a number.
pub fn evidence(e: &Evidence, events: &Events) -> Html {
    let (one, many) =
        if e.paragraphs { ("paragraph", "paragraphs") } else { ("sentence", "sentences") };
    let sentences = number_of(e.lines.len(), one, many);
    html! {
        <section class="evidence" id="evidence" tabindex="-1" aria-labelledby="evidence-title">
            <div class="evidence-head">
                <h2 id="evidence-title">
                    { t(&e.title) }{ " " }<span class="n">{ e.total }</span>
                </h2>
                <a class="button" href={e.close.clone()}>
                    { "Close" }<kbd aria-hidden="true">{ "Esc" }</kbd>
                </a>
                <p class="how">{ t(&format!("In {sentences}. {}", e.how)) }</p>
                { save_sheet(true, events) }
            </div>
            <ol class="lines">{ for e.lines.iter().map(|l| html! {
                <li>{ line(l) }{ fix_button(&l.href, "", "Correct names") }</li>
            }) }</ol>
        </section>
    }
}
