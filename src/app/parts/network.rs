//! Who is named with whom: a drawing whose lines open their sentences, and the same as a table.

use crate::app::cx::Cx;
use crate::app::parts::{count, heard, number_of, outlet, outlet_small, sort_by, t, type_class};
use crate::compare::Unit;
use crate::entity::EntityType;
use crate::page::{DrawnEdge, NetworkView, NodeView, PairRow, PairsView, PanelView};
use crate::page::{hundredths, tenths};
use yew::prelude::*;

/// The drawing beside its table.
pub fn network(v: &NetworkView, cx: &Cx) -> Html {
    if v.pairs.rows.is_empty() {
        return html! {
            <p class="empty">{ "No two of these actors are named together so often." }</p>
        };
    }
    let many = v.panels.len() > 1;
    html! {
        <div class={if many { "network many" } else { "network" }}>
            <div class="drawings">
                <div class="drawings-head">
                    { legend(v) }
                    <button type="button" class="button to-table" data-to="pairs">
                        { "Skip to the table" }
                    </button>
                </div>
                <div class="panels">{ for v.panels.iter().map(|p| panel(v, p)) }</div>
                { remarks(v) }
            </div>
            { pairs(&v.pairs, cx) }
        </div>
    }
}

fn panel(v: &NetworkView, p: &PanelView) -> Html {
    let name = match &p.outlet {
        Some(o) => format!("Network of {}; the table of pairs holds the same numbers", o.name),
        None => "Network; the table of pairs holds the same numbers".to_owned(),
    };
    html! {
        <figure class="drawing">
            if let Some(o) = &p.outlet { <figcaption>{ outlet(o) }</figcaption> }
            <div class="drawing-scroll" role="region" tabindex="0" aria-label={name}>
                <svg class="graph" viewBox={format!("0 0 {} {}", v.width, v.height)}
                    style={format!("--w: {}px", v.width)} role="group" aria-label="Actors and pairs">
                    { for p.edges.iter().map(|e| edge(v, e)) }
                    { for v.nodes.iter().enumerate().map(|(i, n)| node(i, n, p)) }
                </svg>
            </div>
        </figure>
    }
}

fn edge(v: &NetworkView, e: &DrawnEdge) -> Html {
    let (Some(a), Some(b)) = (v.nodes.get(e.a), v.nodes.get(e.b)) else { return t("") };
    let at = |n: i64| n.to_string();
    let ends = format!("{} {}", e.a, e.b);
    let line = |class: &'static str, width: Option<String>| {
        html! {
            <line {class} x1={at(a.x)} y1={at(a.y)} x2={at(b.x)} y2={at(b.y)} stroke-width={width} />
        }
    };
    let width = format!("{}.{}", e.width / 10, e.width % 10);
    html! {
        <a class={if e.count.open { "edge open" } else { "edge" }} href={e.count.href.clone()}
            aria-label={e.count.title.clone()} data-edge={ends.clone()} data-near={ends}>
            <title>{ t(&e.count.title) }</title>
            { line("reach", None) }
            { line("stroke", Some(width)) }
            <text class="weight" x={at((a.x + b.x) / 2)} y={at((a.y + b.y) / 2 + 4)}>
                { e.count.value }
            </text>
        </a>
    }
}

/// The shapes of types: told apart without colour too, and open where outlets' signs are filled.
fn shape(kind: Option<EntityType>, x: i64, y: i64, r: i64) -> Html {
    let path = match kind {
        None | Some(EntityType::Person) => {
            return html! { <circle cx={x.to_string()} cy={y.to_string()} r={r.to_string()} /> };
        }
        Some(EntityType::Org) => {
            let side = r * 9 / 10;
            format!("M{} {}h{w}v{w}h-{w}z", x - side, y - side, w = 2 * side)
        }
        Some(EntityType::Loc) => format!("M{} {}h{}L{x} {}z", x - r, y - r, 2 * r, y + r),
        Some(EntityType::Norp) => {
            let (half, high) = (r / 2, r * 9 / 10);
            format!(
                "M{} {y}l{half}-{high}h{w}l{half} {high}l-{half} {high}h-{w}z",
                x - r,
                w = 2 * (r - half)
            )
        }
        Some(EntityType::Misc) => format!("M{x} {}l{r} {r}l-{r} {r}l-{r}-{r}z", y - r),
    };
    html! { <path d={path} /> }
}

fn node(i: usize, n: &NodeView, p: &PanelView) -> Html {
    let mentions = p.mentions.get(i).copied().unwrap_or(0);
    let r = p.radii.get(i).copied().unwrap_or(4);
    let mut class = format!("node {}", n.kind.map_or("", type_class));
    if mentions == 0 {
        class.push_str(" absent");
    }
    if n.ego {
        class.push_str(" ego");
    }
    let kind = n.kind.map_or("", |k| k.label());
    let name = match mentions {
        0 => format!("{}, {kind}: not found here", n.actor.text),
        _ => format!("{}, {kind}: {}", n.actor.text, number_of(mentions, "mention", "mentions")),
    };
    let mut near = i.to_string();
    for other in &n.near {
        near.push(' ');
        near.push_str(&other.to_string());
    }
    html! {
        <a {class} href={n.actor.href.clone()} aria-label={name.clone()} data-node={i.to_string()}
            data-near={near}>
            <title>{ t(&name) }</title>
            { shape(n.kind, n.x, n.y, r) }
            <text x={n.x.to_string()} y={(n.y + r + if p.outlet.is_some() { 16 } else { 13 }).to_string()}>
                { t(&n.label) }
            </text>
        </a>
    }
}

/// What shapes and lines mean; only the types that are there.
fn legend(v: &NetworkView) -> Html {
    let there = |k: &EntityType| v.nodes.iter().any(|n| n.kind == Some(*k));
    html! {
        <ul class="legend">
            { for EntityType::ALL.into_iter().filter(there).map(|k| html! {
                <li class={format!("node {}", type_class(k))}>
                    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                        { shape(Some(k), 8, 8, 6) }
                    </svg>
                    { k.label() }
                </li>
            }) }
            <li>{ "larger: more mentions" }</li>
            <li>{ "thicker: oftener together" }</li>
        </ul>
    }
}

fn remarks(v: &NetworkView) -> Html {
    let (one, many) = match v.unit {
        Unit::Sentence => ("sentence", "sentences"),
        Unit::Paragraph => ("paragraph", "paragraphs"),
    };
    html! {
        <div class="remarks">
            <p class="how">
                { t(&format!("Looked at {}. A line means that one {one} names both; a name inside \
                    another one, as in “US-led”, is not counted. Near each other stands what is \
                    often together.", number_of(v.units, one, many))) }
            </p>
            if v.left_out > 0 {
                <p class="how">{ t(&format!("{} of the rarest are not drawn and not listed.",
                    number_of(v.left_out, "pair", "pairs"))) }</p>
            }
            if !v.alone.is_empty() {
                <p class="how">{ "Without such a pair: " }
                    { for v.alone.iter().enumerate().map(|(i, l)| html! {
                        <>{ if i > 0 { ", " } else { "" } }<a class="quiet" href={l.href.clone()}>{ t(&l.text) }</a></>
                    }) }
                    { "." }
                </p>
            }
        </div>
    }
}

fn pairs(v: &PairsView, cx: &Cx) -> Html {
    let columns = 4 + v.outlets.len();
    html! {
        <div class="pairs">
            <div class="table" tabindex="0" role="region" id="pairs" aria-label="Pairs of actors">
                <table>
                    <caption class="heard">{ "Pairs of actors with how often they are named together" }</caption>
                    <thead><tr>
                        { sort_by(&v.sort_name, "", t(&v.sort_name.text)) }
                        { sort_by(&v.sort_total, "num", t(&v.sort_total.text)) }
                        { for v.sort_outlets.iter().zip(&v.outlets).map(|(s, o)| {
                            sort_by(s, "num", outlet_small(o))
                        }) }
                        { sort_by(&v.sort_npmi, "num", html! {
                            <abbr title="normalised pointwise mutual information">{ "NPMI" }</abbr>
                        }) }
                        { sort_by(&v.sort_likelihood, "num", html! {
                            <abbr title="log-likelihood ratio">{ "G²" }</abbr>
                        }) }
                    </tr></thead>
                    <tbody>{ for v.rows.iter().map(|r| pair(r, v, columns, cx)) }</tbody>
                </table>
            </div>
            <p class="how">
                { "NPMI: oftener together than by chance, from −1 (never) over 0 (as by chance) to 1 \
                   (never apart); rare names reach high values easily (Bouma 2009). G²: how far that \
                   is from chance, with − where rarer; above 10.8 by accident in one pair of a \
                   thousand (Dunning 1993)." }
            </p>
        </div>
    }
}

fn pair(r: &PairRow, v: &PairsView, columns: usize, cx: &Cx) -> Html {
    html! {
        <>
            <tr class={(!r.ego).then_some("among")}>
                <th scope="row">
                    // In the network of one actor, its own pairs are told by the other one.
                    if !r.ego {
                        <a class="go" href={r.a.href.clone()}>{ t(&r.a.text) }</a>
                        <span class="sep" aria-hidden="true">{ "–" }</span>{ heard(" and ") }
                    }
                    <a class="go" href={r.b.href.clone()}>{ t(&r.b.text) }</a>
                </th>
                <td class="num total">{ count(&r.total) }</td>
                { for r.cells.iter().zip(&v.outlets).map(|(c, o)| html! {
                    <td class="num"><span class="cell-sign">{ outlet_small(o) }</span>{ count(c) }</td>
                }) }
                <td class="num">{ hundredths(r.npmi) }</td>
                <td class="num">{ tenths(r.likelihood) }</td>
            </tr>
            { cx.row(columns, r.cells.iter().chain([&r.total])) }
        </>
    }
}
