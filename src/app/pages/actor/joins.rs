//! Why labels belong to an actor.

use crate::app::cx::Cx;
use crate::app::parts::{fix_button, label, t};
use crate::page::JoinGroup;
use yew::prelude::*;

pub fn joins(all: &[JoinGroup], own: &str, cx: &Cx) -> Html {
    html! {
        <>
            <dl class="joins">
                { for all.iter().map(|g| html! {
                    <div class={g.likely.then_some("likely")}>
                        <dt>
                            <ul class="labels">
                                { for g.labels.iter().map(|l| html! {
                                    <li>{ label(l) }{ fix_button(own, &l.label, "") }</li>
                                }) }
                            </ul>
                        </dt>
                        <dd>{ t(&g.reason) }{ " " }
                            <span class="sure">{ if g.likely { "likely: check" } else { "sure" } }</span>
                        </dd>
                    </div>
                }) }
            </dl>
            { cx.under(all.iter().flat_map(|g| &g.labels).map(|l| &l.count)) }
        </>
    }
}
