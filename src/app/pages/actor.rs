//! `#/actors/ID`: one actor.

use crate::app::cx::Cx;
use crate::app::parts::{
    actor_counts, correct_section, count, fix_button, heard, kind_and_sort, labels, line, link,
    notes, outlet, outlet_small, t,
};
use crate::page::{ActorView, KwicLine};
use crate::route::Route;
use yew::prelude::*;

pub fn page(v: &ActorView, cx: &Cx) -> Html {
    let own = Route::actor(&v.correct.id).to_hash();
    let naming = v.naming.iter().flat_map(|n| &n.labels).map(|l| &l.count);
    html! {
        <div class="actor">
            <header class="head">
                <p class="kicker">
                    { kind_and_sort(v.kind, v.sort.as_deref()) }
                </p>
                <h1>{ t(&v.name) }</h1>
                <p class="status">
                    { count(&v.total) }
                    { if v.total.value == 1 { " mention" } else { " mentions" } }
                    <span class="sep" aria-hidden="true">{ "·" }</span>{ link(&v.search) }
                    <span class="sep" aria-hidden="true">{ "·" }</span>
                    <button type="button" class="fix" data-go="rename">{ "Correct this actor" }</button>
                </p>
                { cx.under(std::iter::once(&v.total)) }
            </header>
            <section aria-labelledby="naming">
                <h2 id="naming">{ "Named" }</h2>
                <div class="sides naming">
                    { for v.naming.iter().map(|n| html! {
                        <div class={format!("side hue-{}", n.outlet.seat % 4)}>
                            <h3>{ outlet(&n.outlet) }</h3>
                            { labels(&n.labels) }
                        </div>
                    }) }
                </div>
                { cx.under(naming) }
            </section>
            <section aria-labelledby="kwic">
                <h2 id="kwic">{ "In context" }</h2>
                { concordance(&v.concordance) }
            </section>
            if !v.quotes.is_empty() {
                <section aria-labelledby="quotes">
                    <h2 id="quotes">{ "Quoted" }</h2>
                    <ol class="lines">
                        { for v.quotes.iter().map(|l| html! { <li>{ line(l) }</li> }) }
                    </ol>
                </section>
            }
            <div class="pair">
                <section aria-labelledby="together">
                    <h2 id="together">{ "Named in the same sentences" }</h2>
                    if v.together.is_empty() {
                        <p class="none">{ "Nobody, as far as found." }</p>
                    } else {
                        { actor_counts(&v.together) }
                        { cx.under(v.together.iter().map(|a| &a.count)) }
                    }
                </section>
                <section aria-labelledby="joins">
                    <h2 id="joins">{ "Why these labels were joined" }</h2>
                    { notes(&v.correct.notes, cx) }
                    <dl class="joins">
                        { for v.joins.iter().map(|j| html! {
                            <div>
                                <dt>{ t(&j.label) }</dt>
                                <dd>{ t(&j.reason) }{ " " }
                                    <small class="how">{ t(&j.confidence) }</small>
                                    { fix_button(&own, &j.label, "Correct") }
                                </dd>
                            </div>
                        }) }
                    </dl>
                </section>
            </div>
            { correct_section(&v.correct, cx) }
        </div>
    }
}

fn concordance(all: &[KwicLine]) -> Html {
    html! {
        <div class="table" tabindex="0" role="region" aria-label="Sentences in context">
            <table class="kwic">
                <caption class="heard">{ "Every mention with the words around it" }</caption>
                <colgroup>
                    <col class="kwic-sign" /><col /><col class="kwic-key" /><col /><col class="kwic-fix" />
                </colgroup>
                <thead><tr>
                    <th scope="col">{ heard("Outlet") }</th>
                    <th scope="col" class="left">{ "before" }</th>
                    <th scope="col" class="key">{ "label" }</th>
                    <th scope="col" class="right">{ "after" }</th>
                    <th scope="col">{ heard("Correct") }</th>
                </tr></thead>
                <tbody>{ for all.iter().map(|k| html! {
                    <tr>
                        <td>{ outlet_small(&k.outlet) }</td>
                        <td class="left"><bdi>{ t(&k.left) }</bdi></td>
                        <td class="key"><a href={k.href.clone()}>{ t(&k.label) }</a></td>
                        <td class="right"><bdi>{ t(&k.right) }</bdi></td>
                        <td>{ fix_button(&k.href, &k.label, "✎") }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}
