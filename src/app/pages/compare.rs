//! `#/compare`: the side-by-side. Tables above, the texts in step below.

use crate::app::cx::Cx;
use crate::app::parts::{
    date, heard, kind_and_sort, labels, link, not_found, number_of, outlet, pieces, pills, quoted,
    sign, t,
};
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::page::{
    ColumnArticle, ColumnSentence, ColumnView, CompareView, NamingRow, NumberCell, NumberRow,
    QuotedRow, StatementCell, StatementRow, TableView,
};
use yew::prelude::*;

pub fn page(v: &CompareView, cx: &Cx) -> Html {
    let columns = v.columns.len();
    html! {
        <div class={format!("compare cols-{columns}")}>
            <header class="head">
                <h1>{ title(v) }</h1>
                { picker(v) }
            </header>
            <nav class="tabs" aria-label="Tables">
                { for v.tables.iter().map(|c| html! {
                    <a class="tab" href={c.href.clone()} aria-current={c.current.then_some("page")}>
                        <span>{ t(&c.text) }</span>{ " " }<small>{ t(&c.summary) }</small>
                    </a>
                }) }
                <button type="button" class="tab" data-to="texts">
                    <span>{ "Texts" }</span>{ " " }<small>{ "side by side, below" }</small>
                </button>
                <span class="tabs-rest">
                    <span class="choices-name" id="rows-shown">{ "Rows" }</span>
                    <span role="group" aria-labelledby="rows-shown">{ pills(&v.show) }</span>
                </span>
            </nav>
            { table(v, cx) }
            { texts(v) }
        </div>
    }
}

fn title(v: &CompareView) -> Html {
    let last = v.columns.len().saturating_sub(1);
    v.columns
        .iter()
        .enumerate()
        .map(|(i, c)| {
            html! {
                <>
                    if i > 0 { <span class="and">{ if i == last { " and " } else { ", " } }</span> }
                    <span>{ t(&c.name) }</span>
                </>
            }
        })
        .collect()
}

fn picker(v: &CompareView) -> Html {
    html! {
        <div class="picker">
            <ul class="picked" aria-label="Columns">
                { for v.columns.iter().map(|c| html! {
                    <li class={format!("hue-{}", c.outlet.seat % 4)}>
                        if let Some(to) = &c.left {
                            <a class="tool" href={to.clone()} title="Move to the left"
                                aria-label={format!("Move {} to the left", c.name)}>{ "‹" }</a>
                        }
                        <span class="outlet">{ sign(c.outlet.seat) }<span>{ t(&c.name) }</span></span>
                        if let Some(to) = &c.right {
                            <a class="tool" href={to.clone()} title="Move to the right"
                                aria-label={format!("Move {} to the right", c.name)}>{ "›" }</a>
                        }
                        if let Some(to) = &c.remove {
                            <a class="tool" href={to.clone()} title="Take away"
                                aria-label={format!("Take {} away", c.name)}>{ "×" }</a>
                        }
                    </li>
                }) }
            </ul>
            if !v.addable.is_empty() {
                <details class="adder">
                    <summary>{ "Add a column" }</summary>
                    <ul class="plain">
                        { for v.addable.iter().map(|a| html! {
                            <li><a class="go" href={a.link.href.clone()}>
                                { sign(a.outlet.seat) }
                                if a.article { { heard(&a.outlet.name) } }
                                <span>{ t(&a.link.text) }</span>
                                <small>{ if a.article { "one article" } else { "all articles" } }</small>
                            </a></li>
                        }) }
                    </ul>
                </details>
            }
        </div>
    }
}

// --- Tables ---------------------------------------------------------------------------------

/// Of a longer table only the first rows are shown until the reader asks for all, so that the
/// texts below stay near. The style sheet knows how many.
const SHORT: usize = 14;

fn table(v: &CompareView, cx: &Cx) -> Html {
    let (class, first, caption, rows, length) = match &v.table {
        TableView::Names(rows) => (
            "names",
            "Actor",
            "What each column calls an actor. Every number opens its sentences; a bar at the left marks what columns call differently.",
            rows.iter().map(|r| naming(r, cx)).collect::<Html>(),
            rows.len(),
        ),
        TableView::Statements(rows) => (
            "statements",
            "Statement",
            "Statements found in several columns first. A number marks the same statement in the texts below.",
            rows.iter().map(|r| statement(r, v)).collect(),
            rows.len(),
        ),
        TableView::Numbers(rows) => (
            "numbers",
            "What is counted",
            "Figures by what they count; a bar at the left marks those that differ.",
            rows.iter().map(number).collect(),
            rows.len(),
        ),
        TableView::Quoted(rows) => (
            "quoted",
            "Kind of source",
            "Who is quoted, by kind of source. Every number opens the quotations.",
            rows.iter().map(|r| quoted_row(r, cx)).collect(),
            rows.len(),
        ),
    };
    html! {
        <div class={if length > SHORT { "table side-by-side long" } else { "table side-by-side" }}
            tabindex="0" role="region" aria-label={first}>
            <table class={class}>
                <caption>{ caption }</caption>
                <thead><tr>
                    <th scope="col" class="first">{ first }</th>
                    { for v.columns.iter().map(|c| html! {
                        <th scope="col" class={format!("col hue-{}", c.outlet.seat % 4)}>
                            <span class="outlet">
                                { sign(c.outlet.seat) }<span>{ t(&c.name) }</span>
                            </span>
                        </th>
                    }) }
                </tr></thead>
                <tbody>{ rows }</tbody>
            </table>
            if length == 0 { <p class="empty">{ "No such rows in these columns." }</p> }
            if length > SHORT {
                <label class="all-rows">
                    <input type="checkbox" id="all-rows" />
                    <span>{ t(&format!("Show all {length} rows")) }</span>
                </label>
            }
        </div>
    }
}

fn naming(r: &NamingRow, cx: &Cx) -> Html {
    html! {
        <>
            <tr class={if r.contrast { "contrast" } else { "" }}>
                <th scope="row">
                    { link(&r.actor) }
                    <small>{ kind_and_sort(r.kind, r.sort.as_deref()) }</small>
                    if r.contrast { { heard("named differently") } }
                </th>
                { for r.cells.iter().map(|cell| html! { <td>{ labels(cell) }</td> }) }
            </tr>
            { cx.row(1 + r.cells.len(), r.cells.iter().flatten().map(|l| &l.count)) }
        </>
    }
}

fn statement(r: &StatementRow, v: &CompareView) -> Html {
    let only = r
        .cells
        .iter()
        .zip(&v.columns)
        .find(|(cell, _)| !cell.is_empty())
        .map_or("one column", |(_, column)| &column.name);
    html! {
        <tr class={if r.found_in > 1 { "shared" } else { "" }}>
            <th scope="row">
                if r.found_in > 1 {
                    <button type="button" class="band-number" data-jump={r.number.to_string()}
                        title="Show it in the texts">{ r.number }</button>
                    <span class="wording">{ t(&r.wording) }</span>
                    <small>
                        { t(&format!("in {} of {}", r.found_in, r.cells.len())) }
                        if !r.matched.is_empty() { { t(&format!(" · matches: {}", r.matched.join(", "))) } }
                        if let Some(score) = r.score { { t(&format!(" · {} % alike", (score * 100.0) as u32)) } }
                    </small>
                } else {
                    // The one sentence stands in its cell; here it would stand twice.
                    <span class="heard">{ t(&r.wording) }</span>
                    <small>{ t(&format!("only in {}", only)) }</small>
                }
            </th>
            { for r.cells.iter().map(|cell| html! {
                <td>
                    if cell.is_empty() { { not_found() } }
                    { for cell.iter().map(statement_cell) }
                </td>
            }) }
        </tr>
    }
}

fn statement_cell(c: &StatementCell) -> Html {
    html! {
        <div class="cell">
            <p class="said">{ pieces(&c.line.pieces) }</p>
            <p class="meta">
                if let Some(who) = &c.said_by { <span>{ t(&format!("said by {who}")) }</span>{ " · " } }
                <a href={c.line.href.clone()}>{ t(&c.line.place) }</a>
            </p>
        </div>
    }
}

fn number(r: &NumberRow) -> Html {
    html! {
        <tr class={if r.differs { "contrast" } else { "" }}>
            <th scope="row">
                { t(&r.what) }
                if r.differs { <small class="flag">{ "figures differ" }</small> }
            </th>
            { for r.cells.iter().map(|cell| html! {
                <td>
                    if cell.is_empty() { { not_found() } }
                    { for cell.iter().map(number_cell) }
                </td>
            }) }
        </tr>
    }
}

fn number_cell(c: &NumberCell) -> Html {
    html! {
        <div class="cell">
            <p class="amount">{ t(&c.figure) }</p>
            <p class="said">{ pieces(&c.line.pieces) }</p>
            <p class="meta">
                if let Some(who) = &c.said_by { <span>{ t(&format!("said by {who}")) }</span>{ " · " } }
                <a href={c.line.href.clone()}>{ t(&c.line.place) }</a>
            </p>
        </div>
    }
}

fn quoted_row(r: &QuotedRow, cx: &Cx) -> Html {
    html! {
        <>
            <tr>
                <th scope="row">{ t(&r.kind) }</th>
                { for r.cells.iter().map(|cell| html! { <td>{ quoted(cell, false) }</td> }) }
            </tr>
            { cx.row(1 + r.cells.len(), r.cells.iter().flatten().map(|q| &q.count)) }
        </>
    }
}

// --- Texts ----------------------------------------------------------------------------------

/// Numbers of the statements that stand in more than one column, with their first words.
fn shared(v: &CompareView) -> Vec<(usize, String, Vec<usize>)> {
    let mut found: SmallMap<usize, (String, Vec<usize>)> = SmallMap::default();
    for (i, column) in v.columns.iter().enumerate() {
        for s in column.articles.iter().flat_map(|a| &a.paragraphs).flat_map(|p| &p.sentences) {
            if let Some(band) = s.band {
                let (words, columns) = found.slot(band);
                if words.is_empty() {
                    *words = s.pieces.iter().map(|p| p.text.as_str()).collect();
                }
                if !columns.contains(&i) {
                    columns.push(i);
                }
            }
        }
    }
    found.into_list().into_iter().map(|(band, (words, columns))| (band, words, columns)).collect()
}

fn texts(v: &CompareView) -> Html {
    let shared = shared(v);
    let lock = if v.lock.current { "1" } else { "0" };
    html! {
        <section class="texts" aria-labelledby="texts">
            <div class="texts-head">
                <h2 id="texts">{ "The texts, in step" }</h2>
                if shared.is_empty() {
                    <p class="how">{ "No passage was found in more than one of these columns." }</p>
                } else {
                    <p class="how">
                        { t(&format!("{} in more than one column:", number_of(shared.len(), "passage", "passages"))) }
                    </p>
                    <ul class="jumps" aria-label="Shared passages">
                        { for shared.iter().map(|(band, words, columns)| html! {
                            <li><button type="button" class="band-number" data-jump={band.to_string()}
                                title={words.clone()}
                                aria-label={format!("Passage {band}, in {} columns: {words}", columns.len())}>
                                { *band }
                            </button></li>
                        }) }
                    </ul>
                }
                <a class="button lock" href={v.lock.href.clone()}
                    title={if v.lock.current { "Scroll the columns one by one" } else { "Scroll the columns in step" }}>
                    { padlock(v.lock.current) }{ t(&v.lock.text) }
                </a>
            </div>
            <fieldset class="switch">
                <legend class="heard">{ "Column shown" }</legend>
                { for v.columns.iter().enumerate().map(|(i, c)| html! {
                    <label class={format!("hue-{}", c.outlet.seat % 4)}>
                        <input type="radio" name="column" id={format!("show-{i}")} />
                        { sign(c.outlet.seat) }<span>{ t(&c.name) }</span>
                    </label>
                }) }
            </fieldset>
            <div class="columns" data-lock={lock}>
                { for v.columns.iter().enumerate().map(|(i, c)| column(i, c)) }
            </div>
        </section>
    }
}

/// A padlock, closed or open.
fn padlock(closed: bool) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect x="3" y="7" width="10" height="7.5" rx="1" />
            <path fill="none" stroke="currentColor" stroke-width="1.6"
                d={if closed { "M5 7V4.8a3 3 0 0 1 6 0V7" } else { "M5 7V4.8a3 3 0 0 1 5.7-1.3" }} />
        </svg>
    }
}

fn column(i: usize, c: &ColumnView) -> Html {
    html! {
        <div class={format!("column hue-{}", c.outlet.seat % 4)} data-column={i.to_string()}>
            <div class="column-head"><h3>{ outlet(&c.outlet) }</h3></div>
            <div class="column-scroll" tabindex="0" role="region" aria-label={format!("Text: {}", c.name)}>
                { for c.articles.iter().map(article) }
            </div>
        </div>
    }
}

fn article(a: &ColumnArticle) -> Html {
    html! {
        <article>
            <h4>{ link(&a.headline) }</h4>
            <p class="meta">{ date(&a.date) }</p>
            { for a.paragraphs.iter().map(|p| {
                let class = if p.kind == BlockKind::Caption { "caption" } else { "" };
                html! {
                    <p class={class}>
                        if p.kind == BlockKind::Caption { <small class="tag">{ "caption" }</small> }
                        { for p.sentences.iter().map(sentence) }
                    </p>
                }
            }) }
        </article>
    }
}

fn sentence(s: &ColumnSentence) -> Html {
    match s.band {
        None => html! { <><span class="s">{ pieces(&s.pieces) }</span>{ " " }</> },
        Some(band) => html! {
            <>
                <span class="s banded" data-band={band.to_string()}>
                    <button type="button" class="band-number" data-jump={band.to_string()}
                        title={format!("Passage {band}: show its matches beside it")}>{ band }</button>
                    { pieces(&s.pieces) }
                </span>{ " " }
            </>
        },
    }
}
