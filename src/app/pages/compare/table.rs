//! The tables above the texts.

use crate::app::cx::Cx;
use crate::app::parts::{
    count, heard, kind_and_sort, labels, link, not_found, pieces, quoted, sign, t,
};
use crate::page::{
    ActionCell, ActionRow, CompareView, LabelCount, Line, NamingRow, NumberCell, NumberRow,
    QuotedRow, StatementCell, StatementRow, TableView, TimeCell, TimeRow, WordCell, WordRow,
    tenths,
};
use yew::prelude::*;

/// Of a longer table only the first rows are shown until the reader asks for all, so that the
/// texts below stay near. The style sheet knows how many.
const SHORT: usize = 14;

pub fn table(v: &CompareView, cx: &Cx) -> Html {
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
        TableView::Actions(rows) => (
            "actions",
            "Actor",
            "What each column tells of what an actor does, and of what is done to it. Verbs stand in their base \
             form; three dots stand for who or what is not named. Every number opens its sentences.",
            rows.iter().map(|r| action(r, cx)).collect(),
            rows.len(),
        ),
        TableView::Times(rows) => (
            "times",
            "When",
            "Dates in order, with the sentences that tell them. “Last week” is counted from the day of publication \
             where that is known.",
            rows.iter().map(time).collect(),
            rows.len(),
        ),
        TableView::Words(table) => (
            "words",
            "Word",
            "Words in any form. A bar at the left marks those that one column uses more, or less, than the \
             others together by more than chance may explain.",
            table.rows.iter().map(|r| word(r, cx)).collect(),
            table.rows.len(),
        ),
    };
    html! {
        <div class={if length > SHORT { "table side-by-side long" } else { "table side-by-side" }}
            tabindex="0" role="region" aria-label={first}>
            <table class={class}>
                <caption>{ caption }
                    if let TableView::Words(table) = &v.table { <>{ " " }{ t(&table.note) }</> }
                </caption>
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
                        if !r.reprinted.is_empty() { { t(&format!(" · {}", r.reprinted)) } }
                        if !r.matched.is_empty() { { t(&format!(" · matches: {}", r.matched.join(", "))) } }
                        if let Some(score) = r.score { { t(&format!(" · {} % alike", (score * 100.0) as u32)) } }
                    </small>
                } else {
                    // The one sentence stands in its cell; here it would stand twice.
                    <span class="heard">{ t(&r.wording) }</span>
                    <small>{ t(&format!("only in {}", only)) }</small>
                }
            </th>
            { for r.cells.iter().map(|cell| {
                let one = |c: &StatementCell| sentence("", &c.line, &said_by(c.said_by.as_deref()));
                found(cell.iter().map(one).collect())
            }) }
        </tr>
    }
}

/// What was found in a column, or that nothing was.
fn found(all: Vec<Html>) -> Html {
    html! {
        <td>
            if all.is_empty() { { not_found() } }
            { for all }
        </td>
    }
}

/// A sentence with its place; above it a figure, beside it what is to be known of it, where there is any.
fn sentence(amount: &str, line: &Line, note: &str) -> Html {
    html! {
        <div class="cell">
            if !amount.is_empty() { <p class="amount">{ t(amount) }</p> }
            <p class="said">{ pieces(&line.pieces) }</p>
            <p class="meta">
                if !note.is_empty() { <span>{ t(note) }</span>{ " · " } }
                <a href={line.href.clone()}>{ t(&line.place) }</a>
            </p>
        </div>
    }
}

fn said_by(who: Option<&str>) -> String {
    who.map_or_else(String::new, |who| format!("said by {who}"))
}

fn number(r: &NumberRow) -> Html {
    html! {
        <tr class={if r.differs { "contrast" } else { "" }}>
            <th scope="row">
                { t(&r.what) }
                if r.differs { <small class="flag">{ "figures differ" }</small> }
            </th>
            { for r.cells.iter().map(|cell| {
                let one = |c: &NumberCell| {
                    sentence(&c.figure, &c.line, &said_by(c.said_by.as_deref()))
                };
                found(cell.iter().map(one).collect())
            }) }
        </tr>
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

fn word(r: &WordRow, cx: &Cx) -> Html {
    html! {
        <>
            <tr class={if r.stands_out() { "contrast" } else { "" }}>
                <th scope="row"><span class="wording">{ t(&r.word) }</span>
                    if r.stands_out() { { heard(" stands out") } }
                </th>
                { for r.cells.iter().map(|c| html! { <td>{ word_cell(c) }</td> }) }
            </tr>
            { cx.row(1 + r.cells.len(), r.cells.iter().map(|c| &c.count)) }
        </>
    }
}

fn word_cell(c: &WordCell) -> Html {
    if c.count.value == 0 {
        return html! { <>
            { not_found() }
            if let Some(text) = &c.stands_out { <small class="flag">{ t(text) }</small> }
        </> };
    }
    let rate = format!("{} in 1,000 words", tenths(c.rate as i64));
    html! {
        <>
            { count(&c.count) }
            <small>{ t(&rate) }
                if !c.articles.is_empty() { { t(&format!(" · {}", c.articles)) } }
            </small>
            if let Some(text) = &c.stands_out { <small class="flag">{ t(text) }</small> }
        </>
    }
}

fn action(r: &ActionRow, cx: &Cx) -> Html {
    html! {
        <>
            <tr>
                <th scope="row">
                    { link(&r.actor) }
                    <small>{ kind_and_sort(r.kind, r.sort.as_deref()) }</small>
                </th>
                { for r.cells.iter().map(|c| html! { <td>{ action_cell(c) }</td> }) }
            </tr>
            { cx.row(1 + r.cells.len(), r.cells.iter().flat_map(|c| c.counts())) }
        </>
    }
}

fn action_cell(c: &ActionCell) -> Html {
    if c.is_empty() {
        return not_found();
    }
    let part = |name: &'static str, list: &[LabelCount], voices: &str| {
        if list.is_empty() {
            return t("");
        }
        html! {
            <div class="cell">
                <p class="meta">{ name }
                    if !voices.is_empty() { { t(&format!(" ({voices})")) } }
                </p>
                { labels(list) }
            </div>
        }
    };
    html! { <>{ part("does", &c.acts, "") }{ part("is acted upon", &c.undergoes, &c.voices) }</> }
}

fn time(r: &TimeRow) -> Html {
    let one = |c: &TimeCell| sentence("", &c.line, &c.beside);
    html! {
        <tr>
            <th scope="row">{ t(&r.text) }</th>
            { for r.cells.iter().map(|list| found(list.iter().map(one).collect())) }
        </tr>
    }
}
