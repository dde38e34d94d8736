//! Articles of different columns that hold one text.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::claim::reprint::{OF_ARTICLES, SAME, Shingles};
use crate::order::Order;

/// Two articles of which the shorter stands for the most part in the other too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reprint {
    /// Index of the one article.
    pub first: usize,
    /// Index of the other, in a later column.
    pub second: usize,
    /// The share of the shorter that the other holds, from [`SAME`] to 1.
    pub share: f64,
}

/// Reprints among these columns, the fullest first.
pub fn reprints(analysis: &Analysis, columns: &[Column]) -> Vec<Reprint> {
    let read: Vec<(usize, usize, Shingles)> = (analysis.articles.iter().enumerate())
        .filter_map(|(i, a)| {
            let column = column_of(columns, i)?;
            Some((column, i, Shingles::of(&a.doc, 0..a.doc.tokens.len(), OF_ARTICLES)))
        })
        .collect();
    let mut out = Vec::new();
    for (i, (column, first, a)) in read.iter().enumerate() {
        for (other, second, b) in read.iter().skip(i + 1).filter(|(other, ..)| other != column) {
            let share = a.containment(b);
            if share >= SAME {
                let (first, second) =
                    if column < other { (first, second) } else { (second, first) };
                out.push(Reprint { first: *first, second: *second, share });
            }
        }
    }
    out.order_by(|a, b| b.share.total_cmp(&a.share));
    out
}
