//! Concordances: one match a line, with the words around it.

use crate::app::parts::{fix_button, heard, outlet_small, t};
use crate::page::{KwicLine, KwicRun};
use yew::prelude::*;

/// What stands at the end of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// The button that corrects names; the match is a label.
    Fix,
    /// Where in the article; the match is what was searched.
    Place,
}

/// The lines as a table.
pub fn kwic(lines: &[KwicLine], aside: Aside) -> Html {
    let (label, last, caption) = match aside {
        Aside::Fix => ("label", heard("Correct"), "Every mention with the words around it"),
        Aside::Place => ("match", t("place"), "Every match with the words around it"),
    };
    html! {
        <div class="table" tabindex="0" role="region" aria-label="Sentences in context">
            <table class="kwic">
                <caption class="heard">{ caption }</caption>
                <colgroup>
                    <col class="kwic-sign" /><col /><col class="kwic-key" /><col />
                    <col class={if aside == Aside::Fix { "kwic-fix" } else { "kwic-place" }} />
                </colgroup>
                <thead><tr>
                    <th scope="col">{ heard("Outlet") }</th>
                    <th scope="col" class="left">{ "before" }</th>
                    <th scope="col" class="key">{ label }</th>
                    <th scope="col" class="right">{ "after" }</th>
                    <th scope="col">{ last }</th>
                </tr></thead>
                <tbody>{ for lines.iter().map(|k| line(k, aside)) }</tbody>
            </table>
        </div>
    }
}

fn line(k: &KwicLine, aside: Aside) -> Html {
    let (label, last) = match aside {
        Aside::Fix => (t(&k.label), fix_button(&k.href, &k.label, "")),
        Aside::Place => (
            html! { <mark class="m match">{ t(&k.label) }</mark> },
            html! { <span class="place">{ t(&k.place) }</span> },
        ),
    };
    html! {
        <tr>
            <td class="sign-cell">{ outlet_small(&k.outlet) }</td>
            <td class="left"><bdi>{ runs(&k.left) }</bdi></td>
            <td class="key"><a class="hit" href={k.href.clone()}>{ label }</a></td>
            <td class="right"><bdi>{ runs(&k.right) }</bdi></td>
            <td>{ last }</td>
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
