//! Networks of actors, their drawing, and tables as files.

use parallax::page::csv::{Cell, csv};
use parallax::page::layout::{Layout, Shape, layout};

type Edge = (usize, usize, usize);

/// How many of the placed shapes with their labels overlap.
fn overlaps(layout: &Layout, shapes: &[Shape], line: f64) -> usize {
    let of = |i: usize| {
        let (half, height) = shapes[i].extent(line);
        let (x, top) = (layout.places[i].0, layout.places[i].1 - shapes[i].radius);
        [x - half, top, x + half, top + height]
    };
    let hit = |a: [f64; 4], b: [f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    let pairs = (0..shapes.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs.filter(|(i, j)| hit(of(*i), of(*j))).count()
}

/// Connected, in parts, without pairs, all with all, one hub, a chain, nothing.
fn networks() -> Vec<(usize, Vec<Edge>)> {
    let hub = (1..25).map(|i| (0, i, i)).collect();
    let chain = (1..40).map(|i| (i - 1, i, 1)).collect();
    let full = (0..15).flat_map(|i| (0..i).map(move |j| (i, j, i + j))).collect();
    let parts = (0..20).map(|i| (2 * i, 2 * i + 1, 3)).collect();
    vec![
        (25, hub),
        (40, chain),
        (15, full),
        (40, parts),
        (12, Vec::new()),
        (1, Vec::new()),
        (0, Vec::new()),
    ]
}

#[test]
fn nothing_overlaps_and_everything_is_in_the_frame() {
    for (size, edges) in networks() {
        let shapes: Vec<Shape> = (0..size)
            .map(|i| Shape {
                radius: 6.0 + (i % 5) as f64 * 4.0,
                label: 30.0 + (i * 37 % 130) as f64,
            })
            .collect();
        for line in [16.0, 22.0] {
            let drawn = layout(&shapes, &edges, line);
            assert_eq!(drawn.places.len(), size);
            assert_eq!(overlaps(&drawn, &shapes, line), 0, "{size} shapes");
            for (p, shape) in drawn.places.iter().zip(&shapes) {
                let (half, height) = shape.extent(line);
                assert!(p.0 >= half && p.0 + half <= drawn.width);
                assert!(p.1 >= shape.radius && p.1 - shape.radius + height <= drawn.height);
            }
            assert_eq!(layout(&shapes, &edges, line), drawn, "the same each time");
        }
    }
}

/// What is often together stands closer than what is not connected.
#[test]
fn near_means_connected() {
    let edges = [(0, 1, 9), (1, 2, 9), (0, 2, 9), (3, 4, 9), (4, 5, 9), (3, 5, 9), (2, 3, 1)];
    let shapes = [Shape { radius: 6.0, label: 20.0 }; 6];
    let at = layout(&shapes, &edges, 16.0).places;
    let distance = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
    let inside = distance(at[0], at[1]).max(distance(at[4], at[5]));
    assert!(inside < distance(at[0], at[4]), "{at:?}");
    assert!(inside < distance(at[1], at[5]), "{at:?}");
}

#[test]
fn formulas_are_text_and_quotes_are_doubled() {
    let text = |s: &str| Cell::Text(s.to_owned());
    let rows = [
        vec![text("actor"), text("a,b"), text("say \"so\"")],
        vec![text("=1+1"), text("@x"), text("two\nlines"), Cell::Number("-0.25".to_owned())],
    ];
    assert_eq!(
        csv(&rows),
        "\u{feff}actor,\"a,b\",\"say \"\"so\"\"\"\r\n\
         \"'=1+1\",\"'@x\",\"two\nlines\",-0.25\r\n"
    );
    for begin in ["=", "+", "-", "@", "\t", "\r", "＝"] {
        assert!(csv(&[vec![text(&format!("{begin}cmd"))]]).contains(&format!("\"'{begin}")));
    }
}
