//! `#/search?q=…`: find.

use crate::app::parts::{date_brief, heard, link, number_of, outlet, pieces, sign, t};
use crate::page::{FacetGroup, FacetValue, ResultView, SearchView};
use yew::prelude::*;

pub fn page(v: &SearchView) -> Html {
    let asked = !v.query.trim().is_empty();
    html! {
        <div class="search">
            <header class="head">
                <h1>{ "Search" }
                    if asked { <>{ ": " }<q>{ t(&v.query) }</q></> }
                </h1>
                <p class="status" role="status">
                    if asked || v.sentences > 0 {
                        { t(&format!(
                            "{} in {}",
                            number_of(v.sentences, "sentence", "sentences"),
                            number_of(v.articles, "article", "articles"),
                        )) }
                    }
                    if asked && !v.understood.is_empty() {
                        <span class="sep" aria-hidden="true">{ "·" }</span>
                        { t(&format!("read as {}", v.understood)) }
                    }
                </p>
                { for v.notes.iter().map(|n| html! { <p class="understood">{ t(n) }</p> }) }
                if !v.chips.is_empty() {
                    <ul class="chips" aria-label="Filters in force">
                        { for v.chips.iter().map(|c| html! {
                            <li><a class="chip" href={c.remove.clone()}>
                                { t(&c.text) }<span aria-hidden="true">{ " ×" }</span>
                                { heard("remove") }
                            </a></li>
                        }) }
                    </ul>
                }
            </header>
            if !v.facets.iter().all(|g| g.values.is_empty()) {
                <aside class="facets" aria-label="Filters">
                    { for v.facets.iter().map(facet) }
                </aside>
            }
            <div class="results">
                <h2 class="heard">{ "Results" }</h2>
                if v.results.is_empty() {
                    <div class="empty">
                        <p>
                            { if asked { "No sentence matches." } else {
                                "Words, \"phrases\", -words to leave out. An actor is found under any of its names."
                            } }
                        </p>
                        if !v.examples.is_empty() {
                            <p>{ "Try: " }</p>
                            <ul class="inline">
                                { for v.examples.iter().map(|e| html! { <li>{ link(e) }</li> }) }
                            </ul>
                        }
                    </div>
                }
                <ol class="plain">{ for v.results.iter().map(result) }</ol>
            </div>
        </div>
    }
}

fn facet(g: &FacetGroup) -> Html {
    if g.values.is_empty() {
        return t("");
    }
    html! {
        <section>
            <h2>{ t(&g.name) }</h2>
            <ul class="plain">{ for g.values.iter().map(value) }</ul>
        </section>
    }
}

fn value(f: &FacetValue) -> Html {
    let class = match f.state {
        Some(true) => "facet in",
        Some(false) => "facet out",
        None => "facet",
    };
    html! {
        <li class={class}>
            <a class="go" href={f.include.clone()}
                aria-current={(f.state == Some(true)).then_some("true")}>
                if let Some(seat) = f.seat { { sign(seat) } }
                <span>{ t(&f.text) }</span>{ " " }<span class="n">{ f.count }</span>
            </a>
            <a class="not" href={f.exclude.clone()} title={format!("Leave out {}", f.text)}
                aria-current={(f.state == Some(false)).then_some("true")}>
                { "not" }{ heard(&f.text) }
            </a>
        </li>
    }
}

fn result(r: &ResultView) -> Html {
    html! {
        <li class="result">
            <p class="meta">{ outlet(&r.outlet) }
                <span class="sep" aria-hidden="true">{ "·" }</span>{ date_brief(&r.date) }
            </p>
            <h3><a class="hit" href={r.headline.href.clone()}>{ t(&r.headline.text) }</a></h3>
            <ul class="plain">
                { for r.lines.iter().map(|l| html! {
                    <li class="hit-line">
                        <p class="said">{ pieces(&l.pieces) }</p>
                        <a class="place" href={l.href.clone()}>{ t(&l.place) }</a>
                    </li>
                }) }
            </ul>
            if r.more > 0 {
                <p class="meta">
                    <a href={r.headline.href.clone()}>
                        { t(&format!("{} more", number_of(r.more, "sentence", "sentences"))) }
                    </a>
                </p>
            }
            <p class="why">{ t(&r.why) }</p>
        </li>
    }
}
