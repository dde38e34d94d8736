//! Who is named with whom: the drawing and its table.

use super::csv::Cell;
use super::evidence;
use super::layout::{Shape, layout};
use super::model::{
    DrawnEdge, Link, NetworkView, NodeView, PairRow, PairsView, PanelView, SortView,
};
use super::scope::Scope;
use crate::compare::{self, Unit};
use crate::order::Order;
use crate::route::{Column, EvidenceKey, NetworkOf, NetworkState, PairSort};
use crate::text::fold;
use core::cmp::{Ordering, Reverse};

/// More pairs than these cannot be told apart in a drawing.
const MOST: usize = 150;

/// What is to be drawn.
pub struct Plan<'a> {
    /// Actors, the most important first.
    pub actors: &'a [usize],
    pub of: &'a NetworkOf,
    pub unit: Unit,
    /// Pairs that are together more rarely are left out.
    pub least: usize,
    /// The actor whose network this is: its pairs are shown whatever their number.
    pub ego: Option<usize>,
    pub sort: &'a PairSort,
    pub reverse: bool,
}

/// A pair with its figures, before it becomes a row.
struct Found {
    a: usize,
    b: usize,
    row: PairRow,
}

/// The network of some actors. `sort_link` makes the links that sort its table.
pub fn network(
    scope: &Scope<'_>,
    plan: &Plan<'_>,
    sort_link: Option<&dyn Fn(PairSort, bool) -> String>,
) -> NetworkView {
    let outlet = match plan.of {
        NetworkOf::Outlet(id) => Some(Column::Outlet(id.clone())),
        _ => None,
    };
    let articles = match &outlet {
        Some(column) => scope.articles_of(column).unwrap_or_default(),
        None => (0..scope.analysis.articles.len()).collect(),
    };
    let mut actors = plan.actors.to_vec();
    let mut net = compare::network(scope.analysis, &articles, &actors, plan.unit);
    let is_ego = |i: usize| plan.ego.is_some() && actors.get(i).copied() == plan.ego;
    net.pairs.retain(|p| p.together >= plan.least || is_ego(p.a) || is_ego(p.b));
    let left_out = net.pairs.len().saturating_sub(MOST);
    net.pairs.order_by_key(|p| (!is_ego(p.a) && !is_ego(p.b), Reverse(p.together)));
    net.pairs.truncate(MOST);

    // Actors without a pair are named below the drawing.
    let paired = |i: usize| net.pairs.iter().any(|p| p.a == i || p.b == i);
    let keep: Vec<usize> = (0..actors.len()).filter(|i| paired(*i) || is_ego(*i)).collect();
    let alone: Vec<Link> = (0..actors.len())
        .filter(|i| !keep.contains(i))
        .filter_map(|i| actors.get(i).map(|a| scope.actor_link(*a)))
        .collect();
    let place = |i: usize| keep.iter().position(|k| *k == i).unwrap_or(0);

    let columns = if outlet.is_some() { Vec::new() } else { scope.outlet_columns() };
    let mut found: Vec<Found> = net
        .pairs
        .iter()
        .filter_map(|p| {
            let key = |within: Option<Column>| {
                pair_key(scope, [*actors.get(p.a)?, *actors.get(p.b)?], within, plan.unit)
            };
            let (mut a, mut b) =
                (scope.actor_link(*actors.get(p.a)?), scope.actor_link(*actors.get(p.b)?));
            let what = format!("{} with {}", a.text, b.text);
            // All matches of the pair, found once, belong to one outlet each.
            let matches = evidence::matches(scope, &key(None)?);
            let inside = |articles: &compare::Column| {
                matches.iter().filter(|m| articles.contains(&m.at.article)).count()
            };
            let cells = columns
                .iter()
                .zip(scope.outlets())
                .filter_map(|((c, articles), o)| {
                    let what = format!("{what} in {}", o.name);
                    Some(scope.counted(key(Some(c.clone()))?, inside(articles), &what))
                })
                .collect();
            let hundredths = |x: f64| (x * 100.0).round() as i64;
            if is_ego(p.b) {
                core::mem::swap(&mut a, &mut b);
            }
            let row = PairRow {
                total: scope.counted(key(outlet.clone())?, inside(&articles), &what),
                cells,
                npmi: hundredths(net.npmi(p)),
                likelihood: hundredths(net.likelihood(p)) / 10,
                ego: is_ego(p.a) || is_ego(p.b),
                a,
                b,
            };
            Some(Found { a: place(p.a), b: place(p.b), row })
        })
        .collect();
    order(scope, &mut found, plan);

    actors = keep.iter().filter_map(|i| actors.get(*i).copied()).collect();
    let many = matches!(plan.of, NetworkOf::Each);
    let (scale, line) = if many { (1.3, 20.0) } else { (1.0, 15.0) };
    let mentions = |actor: usize, within: &compare::Column| {
        let counted = scope.analysis.counted_mentions(actor);
        counted.filter(|(at, _)| within.contains(&at.article)).count()
    };
    let radius = |n: usize| (3.0 + 2.1 * (n as f64).sqrt()).min(22.0);
    let labels: Vec<String> = actors.iter().map(|a| short(&scope.actor_link(*a).text)).collect();
    let shapes: Vec<Shape> = actors
        .iter()
        .zip(&labels)
        .map(|(a, l)| Shape { radius: radius(mentions(*a, &articles)), label: width(l) * scale })
        .collect();
    let edges: Vec<(usize, usize, usize)> =
        found.iter().map(|f| (f.a, f.b, f.row.total.value)).collect();
    let drawn = layout(&shapes, &edges, line);
    let nodes = actors
        .iter()
        .zip(labels)
        .zip(&drawn.places)
        .enumerate()
        .map(|(i, ((actor, label), (x, y)))| NodeView {
            x: *x as i64,
            y: *y as i64,
            actor: scope.actor_link(*actor),
            kind: scope.analysis.actors.actors.get(*actor).map(|a| a.kind),
            label,
            ego: plan.ego == Some(*actor),
            near: edges
                .iter()
                .filter(|(a, b, _)| *a == i || *b == i)
                .map(|(a, b, _)| if *a == i { *b } else { *a })
                .collect(),
        })
        .collect();
    let panel = |of: Option<usize>, articles: &compare::Column| PanelView {
        outlet: of.and_then(|o| scope.outlets().get(o)).cloned(),
        mentions: actors.iter().map(|a| mentions(*a, articles)).collect(),
        radii: actors.iter().map(|a| radius(mentions(*a, articles)) as i64).collect(),
        edges: found
            .iter()
            .filter_map(|f| {
                let count = of.map_or(Some(&f.row.total), |o| f.row.cells.get(o))?;
                (count.value > 0).then(|| DrawnEdge {
                    a: f.a,
                    b: f.b,
                    width: (8.0 + 9.0 * (count.value as f64).sqrt()).min(70.0) as usize,
                    count: count.clone(),
                })
            })
            .collect(),
    };
    let panels = match plan.of {
        NetworkOf::Each => {
            columns.iter().enumerate().map(|(i, (_, articles))| panel(Some(i), articles)).collect()
        }
        _ => vec![panel(None, &articles)],
    };
    let sort = |text: &str, by: PairSort, descending: bool| {
        let current = sort_link.is_some() && by == *plan.sort;
        let reverse = current && !plan.reverse;
        SortView {
            text: text.to_owned(),
            href: sort_link.map(|link| link(by, reverse)),
            current,
            descending: descending != (current && plan.reverse),
        }
    };
    NetworkView {
        width: drawn.width as i64,
        height: drawn.height as i64,
        nodes,
        panels,
        alone,
        left_out,
        units: net.units,
        unit: plan.unit,
        pairs: PairsView {
            sort_name: sort(
                if plan.ego.is_some() { "With" } else { "Pair" },
                PairSort::Name,
                false,
            ),
            sort_total: sort("Together", PairSort::Together, true),
            sort_outlets: columns
                .iter()
                .zip(scope.outlets())
                .map(|(_, o)| sort(&o.name, PairSort::Outlet(o.id.clone()), true))
                .collect(),
            sort_npmi: sort("NPMI", PairSort::Npmi, true),
            sort_likelihood: sort("G²", PairSort::Likelihood, true),
            outlets: if outlet.is_some() { Vec::new() } else { scope.outlets().to_vec() },
            rows: found.into_iter().map(|f| f.row).collect(),
        },
    }
}

fn pair_key(
    scope: &Scope<'_>,
    pair: [usize; 2],
    within: Option<Column>,
    unit: Unit,
) -> Option<EvidenceKey> {
    let id = |i: usize| scope.analysis.actors.actors.get(i).map(|a| a.id.clone());
    Some(EvidenceKey::Together { actor: id(pair[0])?, other: id(pair[1])?, within, unit })
}

fn order(scope: &Scope<'_>, found: &mut Vec<Found>, plan: &Plan<'_>) {
    let name = |f: &Found| (fold(&f.row.a.text), fold(&f.row.b.text));
    let outlet = match plan.sort {
        PairSort::Outlet(id) => scope.outlets().iter().position(|o| o.id == *id),
        _ => None,
    };
    found.order_by(|x, y| {
        let (a, b) = (&x.row, &y.row);
        let first = match plan.sort {
            PairSort::Together => Ordering::Equal,
            PairSort::Name => name(x).cmp(&name(y)),
            PairSort::Npmi => b.npmi.cmp(&a.npmi),
            PairSort::Likelihood => b.likelihood.cmp(&a.likelihood),
            PairSort::Outlet(_) => {
                let count =
                    |r: &PairRow| outlet.and_then(|o| r.cells.get(o)).map_or(0, |c| c.value);
                count(b).cmp(&count(a))
            }
        };
        let total = b.total.value.cmp(&a.total.value);
        let (first, total) = match (plan.reverse, plan.sort) {
            (true, PairSort::Together) => (first, total.reverse()),
            (true, _) => (first.reverse(), total),
            (false, _) => (first, total),
        };
        b.ego.cmp(&a.ego).then(first).then(total).then(b.likelihood.cmp(&a.likelihood))
    });
}

/// A label that leaves room for others.
fn short(name: &str) -> String {
    const MOST: usize = 22;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let cut: String = name.chars().take(MOST).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{cut}…")
}

/// About how wide a label is drawn, in CSS pixels at thirteen pixels' size.
fn width(label: &str) -> f64 {
    label
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | '-' | '\'' => 4.4,
            'm' | 'w' | 'M' | 'W' => 11.0,
            c if c.is_uppercase() => 8.8,
            _ => 7.3,
        })
        .sum()
}

/// A number of hundredths as people write it.
pub fn hundredths(n: i64) -> String {
    let sign = if n < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{:02}", n.unsigned_abs() / 100, n.unsigned_abs() % 100)
}

/// A number of tenths as people write it.
pub fn tenths(n: i64) -> String {
    let sign = if n < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{}", n.unsigned_abs() / 10, n.unsigned_abs() % 10)
}

/// The table of pairs for a spreadsheet.
pub fn rows(view: &NetworkView) -> Vec<Vec<Cell>> {
    let text = |t: &str| Cell::Text(t.to_owned());
    let number = |n: usize| Cell::Number(n.to_string());
    let plain = |n: String| Cell::Number(n.replace('\u{2212}', "-"));
    let mut head = vec![text("actor"), text("with")];
    head.extend(view.pairs.outlets.iter().map(|o| text(&o.name)));
    head.extend(["together", "npmi", "g2"].map(text));
    let mut rows = vec![head];
    for pair in &view.pairs.rows {
        let mut row = vec![text(&pair.a.text), text(&pair.b.text)];
        row.extend(pair.cells.iter().map(|c| number(c.value)));
        row.push(number(pair.total.value));
        row.push(plain(hundredths(pair.npmi)));
        row.push(plain(tenths(pair.likelihood)));
        rows.push(row);
    }
    rows
}

/// The network that the list of actors shows.
pub fn of_list(
    scope: &Scope<'_>,
    actors: &[usize],
    state: &NetworkState,
    sort_link: &dyn Fn(PairSort, bool) -> String,
) -> NetworkView {
    let plan = Plan {
        actors,
        of: &state.of,
        unit: state.unit,
        least: state.least,
        ego: None,
        sort: &state.sort,
        reverse: state.reverse,
    };
    network(scope, &plan, Some(sort_link))
}

/// The actors around one, the most often named with it first.
pub fn of_one(scope: &Scope<'_>, actor: usize, most: usize) -> NetworkView {
    let mut near: Vec<(usize, usize)> = (0..scope.analysis.actors.actors.len())
        .filter(|other| *other != actor)
        .zip(std::iter::repeat(0))
        .collect();
    let shared = sharing(scope, actor);
    near.retain(|(other, _)| shared.get(*other).copied().unwrap_or(false));
    for (other, n) in &mut near {
        *n = compare::together(scope.analysis, actor, *other, Unit::Sentence).len();
    }
    near.retain(|(_, n)| *n > 0);
    near.order_by_key(|(other, n)| (Reverse(*n), *other));
    near.truncate(most);
    let mut actors = vec![actor];
    actors.extend(near.into_iter().map(|(other, _)| other));
    let plan = Plan {
        actors: &actors,
        of: &NetworkOf::All,
        unit: Unit::Sentence,
        least: 2,
        ego: Some(actor),
        sort: &PairSort::Together,
        reverse: false,
    };
    network(scope, &plan, None)
}

/// Which actors have a mention in a sentence with this one.
fn sharing(scope: &Scope<'_>, actor: usize) -> Vec<bool> {
    let mut shared = vec![false; scope.analysis.actors.actors.len()];
    let mut sentences: Vec<(usize, usize)> =
        scope.analysis.counted_mentions(actor).map(|(at, m)| (at.article, m.sentence)).collect();
    sentences.order();
    for group in sentences.chunk_by(|a, b| a.0 == b.0) {
        let named = scope.analysis.sentence_actors(group[0].0);
        for other in group.iter().filter_map(|(_, s)| named.get(*s)).flatten() {
            if let Some(slot) = shared.get_mut(*other) {
                *slot = true;
            }
        }
    }
    shared
}
