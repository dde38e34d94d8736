//! Articles of different columns that hold one text.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::claim::reprint::{OF_ARTICLES, SAME, Shingles, contained};
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
    let all: Vec<&Shingles> = read.iter().map(|(.., shingles)| shingles).collect();
    for (i, j, share) in contained(&all, SAME) {
        let ((column, first, _), (other, second, _)) = (&read[i], &read[j]);
        if column != other {
            let (first, second) = if column < other { (first, second) } else { (second, first) };
            out.push(Reprint { first: *first, second: *second, share });
        }
    }
    out.order_by(|a, b| b.share.total_cmp(&a.share));
    out
}
