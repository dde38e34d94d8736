//! Sentences in context.

use crate::app::parts::{
    choices, fix_button, heard, link, number_of, outlet_choices, outlet_small, t,
};
use crate::page::{KwicLine, KwicRun, KwicView};
use yew::prelude::*;

pub fn concordance(v: &KwicView) -> Html {
    let lines = number_of(v.found, "line", "lines");
    html! {
        <>
            <div class="controls">
                { choices("Sorted by", &v.sorts) }
                { outlet_choices("Outlet", &v.outlets) }
                <p class="status" role="status">{ t(&lines) }</p>
            </div>
            <div class="table" tabindex="0" role="region" aria-label="Sentences in context">
                <table class="kwic">
                    <caption class="heard">{ "Every mention with the words around it" }</caption>
                    <colgroup>
                        <col class="kwic-sign" /><col /><col class="kwic-key" /><col />
                        <col class="kwic-fix" />
                    </colgroup>
                    <thead><tr>
                        <th scope="col">{ heard("Outlet") }</th>
                        <th scope="col" class="left">{ "before" }</th>
                        <th scope="col" class="key">{ "label" }</th>
                        <th scope="col" class="right">{ "after" }</th>
                        <th scope="col">{ heard("Correct") }</th>
                    </tr></thead>
                    <tbody>{ for v.lines.iter().map(line) }</tbody>
                </table>
            </div>
            if let Some(more) = &v.more { <p class="more">{ link(more) }</p> }
        </>
    }
}

fn line(k: &KwicLine) -> Html {
    html! {
        <tr>
            <td class="sign-cell">{ outlet_small(&k.outlet) }</td>
            <td class="left"><bdi>{ runs(&k.left) }</bdi></td>
            <td class="key"><a href={k.href.clone()}>{ t(&k.label) }</a></td>
            <td class="right"><bdi>{ runs(&k.right) }</bdi></td>
            <td>{ fix_button(&k.href, &k.label, "") }</td>
        </tr>
    }
}

fn runs(all: &[KwicRun]) -> Html {
    let run = |r: &KwicRun| match r.rank {
        0 => t(&r.text),
        rank => html! { <b class={format!("rank-{rank}")}>{ t(&r.text) }</b> },
    };
    all.iter().map(run).collect()
}
