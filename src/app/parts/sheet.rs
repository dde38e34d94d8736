//! An evidence sheet on paper.

use crate::app::parts::{pieces, t};
use crate::page::Line;
use crate::page::sheet::{Cell, Item, NOT_FOUND, NOTE, Row, Sheet};
use yew::prelude::*;

/// A sheet, shown by print alone.
pub fn sheet(s: &Sheet) -> Html {
    html! {
        <article class="paper">
            <h1>{ t(&s.title) }</h1>
            <p>{ NOTE }</p>
            <p>{ t(&format!("Parallax, {}", s.link)) }</p>
            <ul>
                { for s.articles.iter().map(|(outlet, headline, date)| html! {
                    <li><b>{ t(outlet) }</b>{ t(&format!(": {headline}, {date}")) }</li>
                }) }
            </ul>
            { for s.sections.iter().map(|section| html! {
                <section>
                    <h2>{ t(&section.name) }</h2>
                    <p class="how">{ t(&section.how) }</p>
                    if section.rows.is_empty() { <p>{ "No such rows." }</p> }
                    { for section.rows.iter().map(row) }
                </section>
            }) }
        </article>
    }
}

fn row(r: &Row) -> Html {
    html! {
        <section>
            <h3>{ t(&r.head) }</h3>
            if !r.note.is_empty() { <p class="how">{ t(&r.note) }</p> }
            <dl>{ for r.cells.iter().map(cell) }</dl>
        </section>
    }
}

fn cell(c: &Cell) -> Html {
    html! {
        <>
            <dt>{ t(&c.column) }</dt>
            if c.items.is_empty() {
                <dd><i>{ NOT_FOUND }</i></dd>
            } else {
                { for c.items.iter().map(|i| html! { <dd>{ item(i) }</dd> }) }
            }
        </>
    }
}

fn item(i: &Item) -> Html {
    let said = i.said_by.as_ref().map(|who| format!("said by {who}"));
    let what = Some(i.what.clone()).filter(|what| !what.is_empty());
    let told: Vec<String> = what.into_iter().chain(said).collect();
    html! {
        <>
            if !told.is_empty() { <p>{ t(&told.join(", ")) }</p> }
            { for i.lines.iter().map(line) }
        </>
    }
}

fn line(l: &Line) -> Html {
    let place = [&l.outlet.name, &l.article.text, &l.date.text, &l.place].map(String::as_str);
    html! {
        <p class="said">{ pieces(&l.pieces) }{ " " }<small>{ t(&place.join(", ")) }</small></p>
    }
}
