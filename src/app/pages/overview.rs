//! `#/`: what differs, at a glance.

use crate::app::cx::Cx;
use crate::app::parts::{date_brief, labels, lines, link, not_found, outlet, pieces, t};
use crate::page::{Finding, OutletFacts, OverviewView, Side, TimelineRow};
use yew::prelude::*;

pub fn page(v: &OverviewView, cx: &Cx) -> Html {
    html! {
        <>
            <header class="lead">
                <h1>{ t(&v.lead) }</h1>
                <p>
                    { "Parallax sets what news outlets report about one event side by side: who is \
                       named how, who is quoted, which figures are given. Every number opens the \
                       sentences that it counts. No scores, no verdicts." }
                </p>
            </header>
            <section aria-labelledby="findings">
                <h2 id="findings" class="heard">{ "What differs" }</h2>
                <div class={format!("findings cols-{}", v.outlets.len())}>
                    { for v.findings.iter().map(|f| finding(f, v, cx)) }
                </div>
            </section>
            if !v.timeline.is_empty() {
                <section class="timeline later" aria-labelledby="timeline">
                    <h2 id="timeline">{ "When, according to whom" }</h2>
                    <ol>{ for v.timeline.iter().map(moment) }</ol>
                </section>
            }
            <section class="later" aria-labelledby="outlets">
                <h2 id="outlets">{ "The outlets" }</h2>
                { outlets(&v.outlets) }
            </section>
        </>
    }
}

fn finding(f: &Finding, v: &OverviewView, cx: &Cx) -> Html {
    let counts = f.sides.iter().flat_map(|s| &s.labels).map(|l| &l.count);
    html! {
        <article class="finding">
            <div class="finding-head">
                <p class="kicker">{ t(&f.kind) }</p>
                <h3>{ t(&f.title) }</h3>
                <p class="why">{ t(&f.why) }{ " " }{ link(&f.more) }</p>
            </div>
            <div class="sides">{ for f.sides.iter().map(|s| side(s, v)) }</div>
            { cx.under(counts) }
        </article>
    }
}

/// One outlet's side. Each outlet keeps its place from finding to finding.
fn side(s: &Side, v: &OverviewView) -> Html {
    let place = v.outlets.iter().position(|o| o.outlet.id == s.outlet.id).unwrap_or_default();
    html! {
        <div class={format!("side at-{place} hue-{}", s.outlet.seat % 4)}>
            <h4>{ outlet(&s.outlet) }</h4>
            if !s.labels.is_empty() { { labels(&s.labels) } }
            if let Some(l) = &s.line {
                <p class="said">{ pieces(&l.pieces) }</p>
                <p class="meta">
                    <a href={l.href.clone()}>{ t(&l.place) }</a>
                    <span class="sep" aria-hidden="true">{ "·" }</span>
                    { date_brief(&l.date) }
                </p>
            } else if s.labels.is_empty() {
                <p>{ not_found() }</p>
            }
        </div>
    }
}

fn moment(row: &TimelineRow) -> Html {
    html! {
        <li>
            <h3><time datetime={row.value.clone()}>{ t(&row.text) }</time></h3>
            { lines(&row.lines) }
        </li>
    }
}

/// Plain facts about outlets, with where they are from.
pub fn outlets(all: &[OutletFacts]) -> Html {
    html! {
        <div class="table" tabindex="0" role="region" aria-label="Table of outlets">
            <table>
                <caption class="heard">{ "Outlets: owner, seat, funding, articles" }</caption>
                <thead><tr>
                    <th scope="col">{ "Outlet" }</th>
                    <th scope="col">{ "Owner" }</th>
                    <th scope="col">{ "Seat" }</th>
                    <th scope="col">{ "Funding" }</th>
                    <th scope="col">{ "Articles here" }</th>
                </tr></thead>
                <tbody>{ for all.iter().map(|o| html! {
                    <tr>
                        <th scope="row">{ outlet(&o.outlet) }</th>
                        <td>
                            { t(&o.owner) }
                            <small class="source">
                                { t(&format!("{}, as of {}", o.facts_from, o.as_of)) }
                            </small>
                        </td>
                        <td>{ t(&o.seat) }</td>
                        <td>{ t(&o.funding) }</td>
                        <td><ul class="plain">
                            { for o.articles.iter().map(|a| html! { <li>{ link(a) }</li> }) }
                        </ul></td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}
