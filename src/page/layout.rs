//! Where the actors of a network are drawn.
//!
//! Stress majorisation (E. Gansner, Y. Koren and S. North, "Graph drawing by stress majorization",
//! GD 2004): actors stand as far from each other as the shortest way along pairs is long, as well
//! as the plane allows. Then what overlaps is pushed apart. Fixed starts and fixed numbers of
//! rounds, and only operations that every platform rounds alike (+ - * / and square roots): the
//! same network is drawn the same everywhere.

/// What is placed: a shape with its label below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Half the shape's width and height.
    pub radius: f64,
    /// Width of the label.
    pub label: f64,
}

/// The drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width, in CSS pixels.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The middle of each shape.
    pub places: Vec<(f64, f64)>,
}

/// Rounds of majorisation for each start.
const ROUNDS: usize = 90;
/// Rounds in which overlaps are removed.
const PUSHES: usize = 400;
/// Room between two shapes with their labels.
const GAP: f64 = 10.0;
/// Width that a drawing is given, before overlaps are removed.
const WIDTH: f64 = 780.0;
/// Cosine and sine of the golden angle, which spreads points evenly around.
const TURN: (f64, f64) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8);

/// Places shapes that are connected by edges of a weight; `line` is the height of a label.
pub fn layout(shapes: &[Shape], edges: &[(usize, usize, usize)], line: f64) -> Layout {
    let size = shapes.len();
    if size == 0 {
        return Layout::default();
    }
    let ways = ways(size, edges);
    let mut best: Option<(f64, Vec<(f64, f64)>)> = None;
    for start in 0..3 {
        let mut places = spiral(size, start);
        for _ in 0..ROUNDS {
            settle(&mut places, &ways);
        }
        let stress = stress(&places, &ways);
        if best.as_ref().is_none_or(|b| stress < b.0) {
            best = Some((stress, places));
        }
    }
    let mut places = best.map_or(Vec::new(), |b| b.1);
    lie_down(&mut places);
    fill(&mut places);
    push_apart(&mut places, shapes, line);
    frame(places, shapes, line)
}

/// Lengths of the shortest ways (Floyd and Warshall); weak pairs stand further apart. Parts that
/// nothing connects stand a little further from each other than the longest way within one.
fn ways(size: usize, edges: &[(usize, usize, usize)]) -> Vec<Vec<f64>> {
    const NONE: f64 = 1e9;
    let mut ways = vec![vec![NONE; size]; size];
    for (i, row) in ways.iter_mut().enumerate() {
        row[i] = 0.0;
    }
    for (a, b, weight) in edges {
        if a.max(b) < &size {
            let length = 0.75 + 0.75 / (*weight).max(1) as f64;
            ways[*a][*b] = length;
            ways[*b][*a] = length;
        }
    }
    for via in 0..size {
        let through = ways[via].clone();
        for row in &mut ways {
            let first = row[via];
            for (way, rest) in row.iter_mut().zip(&through) {
                if first + rest < *way {
                    *way = first + rest;
                }
            }
        }
    }
    let finite = ways.iter().flatten().copied().filter(|w| *w < NONE);
    let apart = finite.fold(1.0, f64::max) * 0.8 + 0.8;
    for way in ways.iter_mut().flatten().filter(|w| **w >= NONE) {
        *way = apart;
    }
    ways
}

/// Points on a spiral; each start puts them on it in another order.
fn spiral(size: usize, start: usize) -> Vec<(f64, f64)> {
    let mut turn = (1.0, 0.0);
    let mut points = Vec::with_capacity(size);
    for i in 0..size {
        let reach = (0.5 + i as f64).sqrt();
        points.push((turn.0 * reach, turn.1 * reach));
        turn = (turn.0 * TURN.0 - turn.1 * TURN.1, turn.0 * TURN.1 + turn.1 * TURN.0);
    }
    match start {
        0 => points,
        1 => points.into_iter().rev().collect(),
        _ => (0..size).map(|i| points[(i * 7 + 3) % size]).collect(),
    }
}

/// Half the sum of what a point and its partner add to the whole, as in the paper's weights.
fn stress(places: &[(f64, f64)], ways: &[Vec<f64>]) -> f64 {
    let mut sum = 0.0;
    for (i, a) in places.iter().enumerate() {
        for (j, b) in places.iter().enumerate().skip(i + 1) {
            let off = distance(*a, *b) - ways[i][j];
            sum += off * off / (ways[i][j] * ways[i][j]);
        }
    }
    sum
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (x, y) = (a.0 - b.0, a.1 - b.1);
    (x * x + y * y).sqrt()
}

/// One round: each point moves to where the others, seen from the right distance, want it.
fn settle(places: &mut [(f64, f64)], ways: &[Vec<f64>]) {
    for i in 0..places.len() {
        let own = places[i];
        let (mut x, mut y, mut all) = (0.0, 0.0, 0.0);
        for (j, other) in places.iter().enumerate().filter(|(j, _)| *j != i) {
            let way = ways[i][j];
            let weight = 1.0 / (way * way);
            // Points on one place are told apart by their numbers.
            let apart = distance(own, *other);
            let (dx, dy) = if apart > 1e-9 {
                ((own.0 - other.0) / apart, (own.1 - other.1) / apart)
            } else if i < j {
                (1.0, 0.0)
            } else {
                (-1.0, 0.0)
            };
            x += weight * (other.0 + way * dx);
            y += weight * (other.1 + way * dy);
            all += weight;
        }
        if all > 0.0 {
            places[i] = (x / all, y / all);
        }
    }
}

/// Turns the drawing so that its longest extent lies across (principal axis; the half angle by
/// square roots).
fn lie_down(places: &mut [(f64, f64)]) {
    let count = places.len() as f64;
    let middle = places.iter().fold((0.0, 0.0), |m, p| (m.0 + p.0 / count, m.1 + p.1 / count));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for p in places.iter_mut() {
        *p = (p.0 - middle.0, p.1 - middle.1);
        xx += p.0 * p.0;
        xy += p.0 * p.1;
        yy += p.1 * p.1;
    }
    let (along, across) = (xx - yy, 2.0 * xy);
    let length = (along * along + across * across).sqrt();
    if length < 1e-9 {
        return;
    }
    let cos = ((1.0 + along / length) / 2.0).max(0.0).sqrt();
    let sin = ((1.0 - along / length) / 2.0).max(0.0).sqrt();
    let sin = if across < 0.0 { -sin } else { sin };
    for p in places.iter_mut() {
        *p = (p.0 * cos + p.1 * sin, p.1 * cos - p.0 * sin);
    }
}

/// Stretches the drawing over its room.
fn fill(places: &mut [(f64, f64)]) {
    let count = places.len() as f64;
    let extent = |at: fn(&(f64, f64)) -> f64| {
        let least = places.iter().map(at).fold(f64::INFINITY, f64::min);
        let most = places.iter().map(at).fold(f64::NEG_INFINITY, f64::max);
        (most - least).max(0.5)
    };
    let wide = WIDTH.min(200.0 + 60.0 * count) / extent(|p| p.0);
    let high = (170.0 + 16.0 * count) / extent(|p| p.1);
    // Not out of all proportion.
    let (wide, high) = (wide.min(high * 2.0), high.min(wide * 1.4));
    for p in places.iter_mut() {
        *p = (p.0 * wide, p.1 * high);
    }
}

impl Shape {
    /// Half the width and the height with the label, whose height is `line`.
    pub fn extent(&self, line: f64) -> (f64, f64) {
        (self.radius.max(self.label / 2.0), 2.0 * self.radius + line)
    }
}

/// Pushes overlapping shapes apart, each time along the shorter way.
fn push_apart(places: &mut [(f64, f64)], shapes: &[Shape], line: f64) {
    for _ in 0..PUSHES {
        let mut moved = false;
        for i in 0..places.len() {
            for j in i + 1..places.len() {
                let (a, b) = (shapes[i].extent(line), shapes[j].extent(line));
                // The box's middle lies below the shape's, by half the label's height.
                let apart_x = places[j].0 - places[i].0;
                let top = |k: usize| places[k].1 - shapes[k].radius;
                let apart_y = (top(j) + b.1 / 2.0) - (top(i) + a.1 / 2.0);
                let over_x = a.0 + b.0 + GAP - apart_x.abs();
                let over_y = (a.1 + b.1) / 2.0 + GAP / 2.0 - apart_y.abs();
                if over_x <= 0.0 || over_y <= 0.0 {
                    continue;
                }
                moved = true;
                // A little more than needed, so that the rounds come to an end.
                if over_x < over_y {
                    let push = (over_x / 2.0 + 0.5) * if apart_x < 0.0 { -1.0 } else { 1.0 };
                    places[i].0 -= push;
                    places[j].0 += push;
                } else {
                    let push = (over_y / 2.0 + 0.5) * if apart_y < 0.0 { -1.0 } else { 1.0 };
                    places[i].1 -= push;
                    places[j].1 += push;
                }
            }
        }
        if !moved {
            break;
        }
    }
}

/// Puts the drawing into a frame that begins at nought.
fn frame(places: Vec<(f64, f64)>, shapes: &[Shape], line: f64) -> Layout {
    let mut edges = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for (p, shape) in places.iter().zip(shapes) {
        let (half, height) = shape.extent(line);
        edges.0 = edges.0.min(p.0 - half);
        edges.1 = edges.1.min(p.1 - shape.radius);
        edges.2 = edges.2.max(p.0 + half);
        edges.3 = edges.3.max(p.1 - shape.radius + height);
    }
    let (left, top) = (edges.0 - GAP, edges.1 - GAP);
    Layout {
        width: (edges.2 + GAP - left).round(),
        height: (edges.3 + GAP - top).round(),
        places: places.into_iter().map(|p| ((p.0 - left).round(), (p.1 - top).round())).collect(),
    }
}
