//! The stretches of a sentence in which names can be: those with capitals. What lies outside is not
//! tagged, which makes the tagger several times faster and costs no name that is written as one.

use super::super::known::{ARTICLE, FUNCTION, PARTICLE};
use super::super::scan::{Piece, Shape, Words};
use std::ops::Range;

/// How many small words or marks may stand between two capitals of one window.
const GAP: usize = 3;

/// Whether a piece is written as a part of names is.
pub(in crate::entity) fn capital(piece: &Piece) -> bool {
    matches!(piece.shape, Shape::Cap | Shape::Upper | Shape::Initial | Shape::Mixed)
}

/// The windows of a sentence, in order. `cased` tells of a word whether it usually has a capital: such
/// a word opens a window where it is written small too.
pub(super) fn windows(
    text: &str,
    words: &Words,
    pieces: &[Piece],
    cased: &dyn Fn(u32) -> bool,
) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let opens = |p: &Piece| capital(p) || p.shape == Shape::Lower && cased(p.word);
    for (i, piece) in pieces.iter().enumerate().filter(|(_, p)| opens(p)) {
        let lead = |p: &Piece| {
            p.shape == Shape::Number
                || p.shape == Shape::Lower && words.class(p) & (PARTICLE | ARTICLE) != 0
        };
        let mut from = i;
        while from > 0 && from + 2 > i && piece.adjoins && pieces.get(from - 1).is_some_and(lead) {
            from -= 1;
        }
        match out.last_mut() {
            Some(last) if from <= last.end => last.end = i + 1,
            Some(last)
                if i - last.end <= GAP
                    && (last.end..i)
                        .all(|k| pieces.get(k).is_some_and(|p| joins(text, words, p))) =>
            {
                last.end = i + 1;
            }
            _ => out.push(from..i + 1),
        }
        // "Apollo 11", "Boko Haram".
        if let (Some(last), Some(next)) = (out.last_mut(), pieces.get(i + 1))
            && next.shape == Shape::Number
            && next.adjoins
        {
            last.end = i + 2;
        }
    }
    out
}

/// Whether a small word or mark may stand inside a name.
fn joins(text: &str, words: &Words, piece: &Piece) -> bool {
    match piece.shape {
        Shape::Lower => words.class(piece) & (FUNCTION | PARTICLE | ARTICLE) != 0,
        Shape::Number => true,
        Shape::Mark => {
            matches!(piece.span.of(text), "." | "&" | "-" | "/" | "," | "'" | "\u{2019}" | "–")
        }
        _ => false,
    }
}
