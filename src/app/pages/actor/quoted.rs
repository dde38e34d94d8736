//! What an actor is quoted with, and who speaks of it.

use crate::app::cx::Cx;
use crate::app::parts::{count, line, outlet, quoted as sources, t};
use crate::page::ActorQuoted;
use yew::prelude::*;

pub fn quoted(name: &str, v: &ActorQuoted, cx: &Cx) -> Html {
    let rest = v.all_by.value.saturating_sub(v.lines.len());
    html! {
        <div class={if v.all_by.value == 0 { "pair about-only" } else { "pair" }}>
            <div>
                <h3>{ t(&format!("{name} is quoted")) }{ " " }
                    if v.all_by.value > 0 { { count(&v.all_by) } }
                </h3>
                if v.all_by.value > 0 {
                    <ul class="counted across">
                        { for v.by.iter().map(|o| html! {
                            <li>{ outlet(&o.outlet) }{ count(&o.count) }</li>
                        }) }
                    </ul>
                    { cx.under(v.by.iter().map(|o| &o.count).chain([&v.all_by])) }
                    <ol class="lines">
                        { for v.lines.iter().map(|l| html! { <li>{ line(l) }</li> }) }
                    </ol>
                    if rest > 0 {
                        <p class="more">
                            <a href={v.all_by.href.clone()}>{ t(&format!("{rest} more")) }</a>
                        </p>
                    }
                } else {
                    <p class="none">{ "No quotation found." }</p>
                }
            </div>
            <div>
                <h3>{ t(&format!("Who is quoted on {name}")) }{ " " }
                    if v.all_about.value > 0 { { count(&v.all_about) } }
                </h3>
                if v.about.is_empty() {
                    <p class="none">{ "Nobody, as far as found." }</p>
                } else {
                    { sources(&v.about, true) }
                    { cx.under(v.about.iter().map(|q| &q.count).chain([&v.all_about])) }
                }
            </div>
        </div>
    }
}
