//! `#/articles`: what is there.

use crate::app::cx::Cx;
use crate::app::parts::{choices, count, date, grouped, link, outlet, t};
use crate::page::{ArticleRow, ArticlesView};
use yew::prelude::*;

pub fn page(v: &ArticlesView, cx: &Cx) -> Html {
    html! {
        <>
            <header class="head">
                <h1>{ "Articles" }</h1>
                <div class="controls">
                    { choices("Outlet", &v.outlets) }
                    { choices("Sort by", &v.sorts) }
                </div>
            </header>
            <div class="table" tabindex="0" role="region" aria-label="Articles">
                <table class="articles">
                    <caption class="heard">
                        { "Articles with outlet, date, length and what was found in them" }
                    </caption>
                    <thead><tr>
                        <th scope="col">{ "Headline" }</th>
                        <th scope="col">{ "Outlet" }</th>
                        <th scope="col">{ "Date" }</th>
                        <th scope="col" class="num">{ "Words" }</th>
                        <th scope="col" class="num">{ "Quotations" }</th>
                        <th scope="col" class="num">{ "Figures" }</th>
                        <th scope="col">{ "Most named" }</th>
                        <th scope="col">{ "Cut as page furniture" }</th>
                    </tr></thead>
                    <tbody>{ for v.rows.iter().map(|r| row(r, cx)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(r: &ArticleRow, cx: &Cx) -> Html {
    html! {
        <>
            <tr>
                <th scope="row" class="headline">{ link(&r.headline) }</th>
                <td>{ outlet(&r.outlet) }</td>
                <td>{ date(&r.date) }</td>
                <td class="num">
                    { grouped(r.words) }
                    if r.caption_words > 0 {
                        <small class="how">{ format!(" + {} in captions", grouped(r.caption_words)) }</small>
                    }
                </td>
                <td class="num">{ count(&r.quotes) }</td>
                <td class="num">{ count(&r.numbers) }</td>
                <td><ul class="inline">
                    { for r.actors.iter().map(|a| html! {
                        <li><a class="go" href={a.href.clone()}>{ t(&a.text) }</a></li>
                    }) }
                </ul></td>
                <td>{ link(&r.cut) }</td>
            </tr>
            { cx.row(8, [&r.quotes, &r.numbers].into_iter()) }
        </>
    }
}
