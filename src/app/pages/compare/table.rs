//! The tables above the texts.

use crate::app::cx::Cx;
use crate::app::parts::{
    count, heard, kind_and_sort, labels, link, not_found, pages, pieces, quoted, sign, t,
};
use crate::entity::EntityType;
use crate::page::{
    ActionCell, ActionRow, CompareView, LabelCount, Line, Link, NamingRow, NumberCell, NumberRow,
    QuotedRow, StatementCell, StatementRow, TableView, TimeCell, TimeRow, WordCell, WordRow,
    tenths,
};
use yew::prelude::*;

/// Of a longer table only the first rows are shown until the reader asks for all, so that the
/// texts below stay near. The style sheet knows how many.
const SHORT: usize = 14;

pub fn table(v: &CompareView, cx: &Cx) -> Html {
    let (class, first, caption, rows) = match &v.table {
        TableView::Names(rows) => (
            "names",
            "Actor",
            "What each column calls an actor. Every number opens its sentences; a bar at the left marks what columns call differently.",
            rows.iter().map(|r| naming(r, cx)).collect::<Vec<Row>>(),
        ),
        TableView::Statements(rows) => (
            "statements",
            "Statement",
            "Statements found in several columns first. A number marks the same statement in the texts below. Matches \
             under 40 % are weak: in a test on ten other events one in six of them was wrong.",
            rows.iter().map(|r| statement(r, v)).collect(),
        ),
        TableView::Numbers(rows) => (
            "numbers",
            "What is counted",
            "Figures by what they count; a bar at the left marks those that differ. “More than half” and “65 percent” agree: \
             both can be true.",
            rows.iter().map(number).collect(),
        ),
        TableView::Quoted(rows) => (
            "quoted",
            "Kind of source",
            "Who is quoted, by kind of source. Every number opens the quotations.",
            rows.iter().map(|r| quoted_row(r, cx)).collect(),
        ),
        TableView::Actions(rows) => (
            "actions",
            "Actor",
            "What each column tells of what an actor does, and of what is done to it. Verbs stand in their base \
             form, and say where an act is told as planned, attempted, possible or required. Who or what is no actor stands \
             in the words of the article; three dots where it is not told. Every number opens its sentences.",
            rows.iter().map(|r| action(r, cx)).collect(),
        ),
        TableView::Times(table) => (
            "times",
            "When",
            "Dates in order, with the sentences that tell them. “Last week” is counted from the day of publication \
             where that is known.",
            table.rows.iter().map(time).collect(),
        ),
        TableView::Words(table) => (
            "words",
            "Word",
            "Words in any form. A bar at the left marks those that one column uses more, or less, than the \
             others together by more than chance may explain.",
            table.rows.iter().map(|r| word(r, cx)).collect(),
        ),
    };
    let length = rows.len();
    // Who has turned the page reads on.
    let turned = v.pages.as_ref().is_some_and(|p| p.previous.is_some());
    let short = length > SHORT && !turned;
    html! {
        <div class={if short { "table side-by-side long" } else { "table side-by-side" }}
            tabindex="0" role="region" aria-label={first}>
            <table class={class}>
                <caption>{ caption }
                    if let TableView::Times(table) = &v.table {
                        <>{ " " }{ t(&table.note) }</>
                    }
                    if let TableView::Words(table) = &v.table {
                        <>
                            { " " }{ t(&table.note) }
                            if table.left_out > 0 {
                                { t(&format!(" The {} least frequent others are left out.", table.left_out)) }
                            }
                        </>
                    }
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
                <tbody>{ for rows.into_iter().zip(&v.alone).map(|(r, alone)| row(v, r, alone)) }</tbody>
            </table>
            if length == 0 { <p class="empty">{ "No such rows in these columns." }</p> }
            if short {
                <label class="all-rows">
                    <input type="checkbox" id="all-rows" />
                    <span>{ t(&match &v.pages {
                        None => format!("Show all {length} rows"),
                        Some(p) => format!("Show {}", p.text),
                    }) }</span>
                </label>
            }
            if let Some(p) = &v.pages { { pages(p, "Pages of the table") } }
        </div>
    }
}

/// A row: its class, what it is about, what was found in each column, and the evidence that is open under it.
type Row = (&'static str, Html, Vec<Html>, Html);

fn row(v: &CompareView, (class, head, cells, open): Row, alone: &str) -> Html {
    html! {
        <>
            <tr class={class}>
                <th scope="row">
                    if v.all_rows.is_none() {
                        <a class="cite" href={alone.to_owned()}
                            title="This row alone, to cite or to save">{ "cite" }</a>
                    }
                    { head }
                </th>
                { for cells.into_iter().zip(&v.columns).map(|(cell, c)| html! {
                    <td>
                        // In narrow windows the cells stand below each other.
                        <span class={format!("in-column hue-{}", c.outlet.seat % 4)}>
                            { sign(c.outlet.seat) }{ t(&c.name) }
                        </span>
                        { cell }
                    </td>
                }) }
            </tr>
            { open }
        </>
    }
}

/// What was found in a column, or that nothing was.
fn found<T>(list: &[T], one: impl Fn(&T) -> Html) -> Html {
    if list.is_empty() {
        return not_found();
    }
    list.iter().map(one).collect()
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

fn said_by(who: Option<&str>, told: &str) -> String {
    let said = who.map(|who| format!("said by {who}"));
    let told = Some(told.to_owned()).filter(|t| !t.is_empty());
    said.into_iter().chain(told).collect::<Vec<_>>().join(" · ")
}

fn actor(name: &Link, kind: EntityType, sort: Option<&str>) -> Html {
    html! { <>{ link(name) }<small>{ kind_and_sort(kind, sort) }</small></> }
}

fn marked(mark: bool) -> &'static str {
    if mark { "contrast" } else { "" }
}

fn naming(r: &NamingRow, cx: &Cx) -> Row {
    let head = html! {
        <>
            { actor(&r.actor, r.kind, r.sort.as_deref()) }
            if r.contrast { { heard("named differently") } }
        </>
    };
    let cells = r.cells.iter().map(|cell| labels(cell)).collect();
    let open = cx.row(1 + r.cells.len(), r.cells.iter().flatten().map(|l| &l.count));
    (marked(r.contrast), head, cells, open)
}

fn statement(r: &StatementRow, v: &CompareView) -> Row {
    let shared = r.found_in > 1;
    let head = if shared {
        let mut notes = vec![format!("in {} of {}", r.found_in, r.cells.len())];
        if !r.reprinted.is_empty() {
            notes.push(r.reprinted.clone());
        }
        if !r.matched.is_empty() {
            notes.push(format!("matches: {}", r.matched.join(", ")));
        }
        if !r.alike.is_empty() {
            notes.push(r.alike.clone());
        }
        html! {
            <>
                if let Some(to) = &r.unfold {
                    <a class="band-number" href={to.clone()} title="Lay out its texts below">{ r.number }</a>
                } else {
                    <button type="button" class="band-number" data-jump={r.number.to_string()}
                        title="Show it in the texts">{ r.number }</button>
                }
                <span class="wording">{ t(&r.wording) }</span>
                <small>{ t(&notes.join(" · ")) }</small>
            </>
        }
    } else {
        let only = r.cells.iter().zip(&v.columns).find(|(cell, _)| !cell.is_empty());
        let only = only.map_or("one column", |(_, column)| &column.name);
        html! {
            <>
                // The one sentence stands in its cell; here it would stand twice.
                <span class="heard">{ t(&r.wording) }</span>
                <small>{ t(&format!("only in {only}")) }</small>
            </>
        }
    };
    let one = |c: &StatementCell| {
        let weak = Some(c.weak.as_str()).filter(|w| !w.is_empty());
        let said = said_by(c.said_by.as_deref(), &c.told);
        let said = Some(said.as_str()).filter(|s| !s.is_empty());
        let notes: Vec<&str> = weak.into_iter().chain(said).collect();
        sentence("", &c.line, &notes.join(" · "))
    };
    let cells = r.cells.iter().map(|cell| found(cell, one)).collect();
    (if shared { "shared" } else { "" }, head, cells, t(""))
}

fn number(r: &NumberRow) -> Row {
    let head = html! {
        <>
            { t(&r.what) }
            if !r.agreement.is_empty() {
                <small class={if r.differs { "flag" } else { "" }}>{ r.agreement }</small>
            }
        </>
    };
    let one =
        |c: &NumberCell| sentence(&c.figure, &c.line, &said_by(c.said_by.as_deref(), &c.told));
    let cells = r.cells.iter().map(|cell| found(cell, one)).collect();
    (marked(r.differs), head, cells, t(""))
}

fn quoted_row(r: &QuotedRow, cx: &Cx) -> Row {
    let cells = r.cells.iter().map(|cell| quoted(cell, false)).collect();
    let open = cx.row(1 + r.cells.len(), r.cells.iter().flatten().map(|q| &q.count));
    ("", t(&r.kind), cells, open)
}

fn action(r: &ActionRow, cx: &Cx) -> Row {
    let open = cx.row(1 + r.cells.len(), r.cells.iter().flat_map(|c| c.counts()));
    let head = actor(&r.actor, r.kind, r.sort.as_deref());
    ("", head, r.cells.iter().map(action_cell).collect(), open)
}

fn action_cell(c: &ActionCell) -> Html {
    if c.is_empty() {
        return not_found();
    }
    let part = |name: String, list: &[LabelCount]| {
        if list.is_empty() {
            return t("");
        }
        html! { <div class="cell"><p class="meta">{ t(&name) }</p>{ labels(list) }</div> }
    };
    let undergoes = format!("is acted upon ({})", c.voices);
    html! { <>{ part("does".to_owned(), &c.acts) }{ part(undergoes, &c.undergoes) }</> }
}

fn time(r: &TimeRow) -> Row {
    let one = |c: &TimeCell| sentence("", &c.line, &c.beside);
    ("", t(&r.text), r.cells.iter().map(|cell| found(cell, one)).collect(), t(""))
}

fn word(r: &WordRow, cx: &Cx) -> Row {
    let head = html! {
        <>
            <span class="wording">{ t(&r.word) }</span>
            if r.stands_out() { { heard(" stands out") } }
        </>
    };
    let open = cx.row(1 + r.cells.len(), r.cells.iter().map(|c| &c.count));
    (marked(r.stands_out()), head, r.cells.iter().map(word_cell).collect(), open)
}

fn word_cell(c: &WordCell) -> Html {
    let used = if c.count.value == 0 {
        not_found()
    } else {
        let mut rate = format!("{} in 1,000 words", tenths(c.rate as i64));
        if !c.articles.is_empty() {
            rate.push_str(" · ");
            rate.push_str(&c.articles);
        }
        html! { <>{ count(&c.count) }<small>{ t(&rate) }</small></> }
    };
    html! { <>{ used }{ for c.stands_out.iter().map(|text| html! {
        <small class="flag">{ t(text) }</small>
    }) }</> }
}
