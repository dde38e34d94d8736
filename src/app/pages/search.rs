//! `#/search?q=…`: find.

use crate::app::cx::Cx;
use crate::app::parts::{
    Aside, building, choices, date_brief, heard, kwic, link, number_of, outlet, pages, pieces,
    pills, results, save_button, saved, sign, t,
};
use crate::page::{FacetGroup, FacetValue, FileKind, FoundView, ResultView, SearchView};
use yew::prelude::*;

pub fn page(v: &SearchView, cx: &Cx) -> Html {
    html! {
        <div class={if v.asked { "search" } else { "search blank" }}>
            <header class="head">
                <div class="head-row">
                    <h1>{ "Search" }
                        if !v.query.is_empty() { <>{ ": " }<q>{ t(&v.query) }</q></> }
                    </h1>
                    if v.articles > 0 {
                        <p class="status">{ t(&results(v)) }</p>
                        <span class="tools">
                            { save_button(FileKind::Csv, "file of all results", cx) }
                            { save_button(FileKind::Json, "file of all results", cx) }
                        </span>
                    }
                </div>
                if !v.asked && v.building.is_none() {
                    <p class="status">
                        { "Words, phrases, and actors under any of their names, in every sentence of the articles." }
                    </p>
                }
                if !v.understood.is_empty() {
                    <p class="understood">{ t(&format!("Read as {}.", v.understood)) }
                        { " " }<a href="#/search">{ "What can be asked" }</a>
                    </p>
                }
                { for v.notes.iter().map(|n| html! { <p class="understood">{ t(n) }</p> }) }
                if let Some(l) = &v.suggestion {
                    <p class="suggestion">{ "Did you mean " }{ link(l) }{ "?" }</p>
                }
                { chips(v) }
                { saved(v, cx) }
            </header>
            if !v.facets.is_empty() {
                <aside class="facets" aria-label="Filters">
                    // In narrow windows the filters would stand in the way of what they filter.
                    <label class="check only-narrow">
                        <input type="checkbox" id="show-filters" /><span>{ "Filters" }</span>
                    </label>
                    <div>{ for v.facets.iter().map(facet) }</div>
                </aside>
            }
            <div class="results">
                if let Some(b) = v.building {
                    { building(b, cx) }
                } else if v.articles == 0 {
                    { nothing(v) }
                } else {
                    <div class="controls">
                        <nav aria-label="Shown as">{ pills(&v.shows) }</nav>
                        { choices("Sorted by", &v.sorts) }
                    </div>
                    { found(v) }
                    if let Some(p) = &v.pages { { pages(p, "Pages of results") } }
                }
            </div>
        </div>
    }
}

fn chips(v: &SearchView) -> Html {
    let Some(clear) = &v.clear else { return t("") };
    html! {
        <ul class="chips" aria-label="Filters in force">
            { for v.chips.iter().map(|c| html! {
                <li><a class="chip" href={c.remove.clone()}>
                    { t(&c.text) }<span aria-hidden="true">{ " ×" }</span>
                    { heard(" remove") }
                </a></li>
            }) }
            <li><a class="clear" href={clear.clone()}>{ "Clear all filters" }</a></li>
        </ul>
    }
}

fn found(v: &SearchView) -> Html {
    match &v.found {
        FoundView::Articles(list) => html! {
            <>
                <h2 class="heard">{ "Results" }</h2>
                <ol class="plain">{ for list.iter().map(result) }</ol>
            </>
        },
        FoundView::Sentences(lines) if lines.is_empty() => html! {
            <p class="empty">
                { "These articles were found for what is not in them, so no sentence matches. " }
                { for v.shows.first().map(|s| html! {
                    <a href={s.href.clone()}>{ "Show the articles" }</a>
                }) }
            </p>
        },
        FoundView::Sentences(lines) => html! {
            <><h2 class="heard">{ "Sentences" }</h2>{ kwic(lines, Aside::Place) }</>
        },
    }
}

/// The page before anything is asked, and where nothing was found.
fn nothing(v: &SearchView) -> Html {
    html! {
        <>
            if v.asked {
                <div class="no-results">
                    <h2>{ "No sentence found" }</h2>
                    if let Some(clear) = &v.clear {
                        <p>
                            if v.without == 0 {
                                { "Without the filters neither. " }
                            } else {
                                <a href={clear.clone()}>
                                    { t(&number_of(v.without, "sentence", "sentences")) }
                                </a>
                                { " without the filters above." }
                            }
                        </p>
                    }
                </div>
            }
            if !v.examples.is_empty() {
                <section>
                    <h2>{ "From these articles" }</h2>
                    <ul class="inline">
                        { for v.examples.iter().map(|e| html! { <li>{ link(e) }</li> }) }
                    </ul>
                </section>
            }
            <section>
                <h2>{ "What can be asked" }</h2>
                <table class="syntax">
                    <thead><tr>
                        <th scope="col">{ "Typed" }</th>
                        <th scope="col">{ "Finds" }</th>
                    </tr></thead>
                    <tbody>{ for v.syntax.iter().map(|r| html! {
                        <tr>
                            <th scope="row"><a href={r.example.href.clone()}>
                                <code>{ t(&r.example.text) }</code>
                            </a></th>
                            <td>{ r.meaning }</td>
                        </tr>
                    }) }</tbody>
                </table>
                <p class="meta">
                    { "A name finds an actor under its other names too, and a word finds its other forms; between \
                       quotation marks neither. Capitals, accents and kinds of quotation marks do not matter." }
                </p>
            </section>
        </>
    }
}

fn facet(g: &FacetGroup) -> Html {
    html! {
        <section key={g.name.clone()}>
            <h2>{ t(&g.name) }</h2>
            <ul class="plain">{ for g.values.iter().map(value) }</ul>
            if let Some(more) = &g.more {
                <p class="meta"><a href={more.href.clone()}>
                    { t(&more.text) }{ heard(&format!(": {}", g.name)) }
                </a></p>
            }
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
        // The focus stays with the value, wherever it now stands.
        <li class={class} key={f.code.clone()}>
            <a class="go" href={f.include.clone()}
                aria-current={(f.state == Some(true)).then_some("true")}>
                if let Some(seat) = f.seat { { sign(seat) } }
                // The number stays with the last word.
                <span>{ t(&f.text) }{ "\u{a0}" }
                    <span class="n">{ if f.adds { "+" } else { "" } }{ f.count }</span>
                </span>
            </a>
            <a class="not" href={f.exclude.clone()} title={format!("Leave out {}", f.text)}
                aria-current={(f.state == Some(false)).then_some("true")}>
                { "not" }{ heard(" ") }{ heard(&f.text) }
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
            <h3><a class="hit" href={r.headline.href.clone()}>
                { if r.title.is_empty() { t(&r.headline.text) } else { pieces(&r.title) } }
            </a></h3>
            <ul class="plain">
                { for r.lines.iter().map(|l| html! {
                    <li class="hit-line">
                        <p class="said">{ pieces(&l.pieces) }</p>
                        <a class="place" href={l.href.clone()}>{ t(&l.place) }</a>
                    </li>
                }) }
            </ul>
            <p class="why">
                { t(&r.why) }
                if let Some(all) = &r.all {
                    <><span class="sep" aria-hidden="true">{ "·" }</span>{ link(all) }</>
                }
            </p>
        </li>
    }
}
