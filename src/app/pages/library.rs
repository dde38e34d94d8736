//! `#/library`: what is loaded and where it is kept.

use crate::app::parts::{grouped, link, number_of, outlet, t};
use crate::page::LibraryView;
use yew::prelude::*;

pub fn page(v: &LibraryView) -> Html {
    html! {
        <>
            <header class="head">
                <h1>{ "Library" }</h1>
                <p class="status">
                    { t(&format!(
                        "{}, {} of coverage, {} bytes of original text.",
                        number_of(v.rows.len(), "article", "articles"),
                        number_of(v.words, "word", "words"),
                        grouped(v.bytes),
                    )) }
                </p>
            </header>
            <div class="table" tabindex="0" role="region" aria-label="Library">
                <table>
                    <caption class="heard">{ "Loaded articles" }</caption>
                    <thead><tr>
                        <th scope="col">{ "Headline" }</th>
                        <th scope="col">{ "Outlet" }</th>
                        <th scope="col">{ "From" }</th>
                        <th scope="col">{ "Rights" }</th>
                        <th scope="col" class="num">{ "Bytes" }</th>
                        <th scope="col" class="num">{ "Words" }</th>
                        <th scope="col" class="num">{ "Kept as coverage" }</th>
                    </tr></thead>
                    <tbody>{ for v.rows.iter().map(|r| html! {
                        <tr>
                            <th scope="row" class="headline">{ link(&r.headline) }</th>
                            <td>{ outlet(&r.outlet) }</td>
                            <td>{ t(&r.origin) }</td>
                            <td>{ t(&r.credit) }</td>
                            <td class="num">{ grouped(r.bytes) }</td>
                            <td class="num">{ grouped(r.words) }</td>
                            <td class="num">{ format!("{} %", r.kept) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
            <section class="prose">
                <h2>{ "Where it is kept" }</h2>
                <p>
                    { "The articles are part of this page. They are read and analysed on your device \
                       and nothing leaves it: the page loads nothing and sends nothing." }
                </p>
                <p>
                    { "Stored in your browser are your " }
                    <a href="#/corrections">{ "corrections" }</a>
                    { " and " }
                    <a href="#/search">{ "saved searches" }</a>
                    { ", if you make any, the switch for single-key shortcuts, if you change it, and, until the \
                       tab is closed, how far you scrolled. Nothing else." }
                </p>
                <p>{ "Adding articles of your own is not there yet." }</p>
            </section>
        </>
    }
}
