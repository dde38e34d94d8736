//! Which pieces of a sentence the lexicon knows as (part of) a name.

use super::super::known::{ARTICLE, COMMON, FUNCTION, JOIN, Known, LONGEST, PARTICLE, Spelling};
use super::super::scan::{Casing, Piece, Shape, Words};
use super::hash;
use super::window::capital;

/// What the lexicon makes of a piece.
#[derive(Clone, Copy)]
pub(in crate::entity) struct Hit {
    /// The name's pieces.
    pub span: (usize, usize),
    /// The lexicon's spelling.
    pub spelling: Spelling,
    /// Type of the entry.
    pub kind: u32,
    /// Position in the name (as in labels).
    pub position: u32,
    /// Hash of what sort of thing it is.
    pub sort: u32,
}

impl Hit {
    /// Type and position in one number.
    pub fn place(&self) -> u32 {
        self.kind * 4 + self.position
    }
}

/// Whether piece `i` is the beginning of an amount: "US$40".
pub(super) fn amount(text: &str, pieces: &[Piece], i: usize) -> bool {
    pieces.get(i).zip(pieces.get(i + 1)).is_some_and(|(p, next)| {
        next.span.start == p.span.end && matches!(next.span.of(text), "$" | "€" | "£" | "¥")
    })
}

/// The longest name of the lexicon that begins at piece `i`: its end and spelling.
pub(in crate::entity) fn longest(
    text: &str,
    known: &Known,
    words: &Words,
    pieces: &[Piece],
    casing: Casing,
    i: usize,
) -> Option<(usize, Spelling)> {
    let first = pieces.get(i)?;
    if !capital(first) && words.class(first) & (PARTICLE | ARTICLE) == 0 {
        return None;
    }
    if amount(text, pieces, i) {
        return None;
    }
    let mut key = String::new();
    let mut best = None;
    let mut upper = true;
    for j in i..(i + LONGEST).min(pieces.len()) {
        let piece = pieces.get(j)?;
        if j > i {
            let goes_on =
                piece.adjoins && pieces.get(j - 1).is_some_and(|p| !p.possessive && !p.cut);
            if !goes_on {
                break;
            }
        }
        let surface = piece.span.of(text);
        if piece.shape == Shape::Mark {
            // "RFE/RL", "Trinidad & Tobago", "St. Lucia".
            match surface {
                "/" => {}
                "&" => key.push_str(" &"),
                "." if j == i + 1 => {}
                _ => break,
            }
            continue;
        }
        let joins = words.class(piece) & (JOIN | PARTICLE | ARTICLE) != 0;
        if !capital(piece) && piece.shape != Shape::Number && !joins {
            break;
        }
        if j > i {
            key.push(' ');
        }
        key.push_str(&words.info(piece).key);
        let dotted = surface.contains('.');
        upper &= matches!(piece.shape, Shape::Upper | Shape::Initial) || dotted;
        if let Some(spelling) = known.exact(&key)
            && (capital(piece) || piece.shape == Shape::Number)
        {
            // In a shouted line "IT" and "US" may be small words.
            let small = words.class(piece) & (FUNCTION | COMMON) != 0;
            let shouted = casing == Casing::Caps && key.len() < 4 && !dotted && small;
            if (!spelling.upper || upper) && !shouted {
                best = Some((j + 1, spelling));
            }
        }
        if !known.begins(&key) {
            break;
        }
    }
    // A lower-case beginning ("bin Laden") needs a capital inside.
    let (end, _) = best.as_ref()?;
    let has_capital = pieces.get(i..*end)?.iter().any(capital);
    (has_capital || first.shape != Shape::Lower).then_some(())?;
    best
}

/// What the lexicon makes of each piece of a sentence, longest names first from the left.
pub(in crate::entity) fn hits(
    text: &str,
    known: &Known,
    words: &Words,
    pieces: &[Piece],
    casing: Casing,
    out: &mut Vec<Option<Hit>>,
) {
    out.clear();
    out.resize(pieces.len(), None);
    let mut i = 0;
    while i < pieces.len() {
        let Some((end, spelling)) = longest(text, known, words, pieces, casing, i) else {
            i += 1;
            continue;
        };
        if let Some(entry) = known.entry(spelling.entry) {
            for (k, slot) in out.iter_mut().enumerate().take(end).skip(i) {
                let position = match (k == i, k + 1 == end) {
                    (true, true) => 3,
                    (true, false) => 0,
                    (false, true) => 2,
                    _ => 1,
                };
                *slot = Some(Hit {
                    span: (i, end),
                    spelling,
                    kind: entry.kind as u32,
                    position,
                    sort: hash::text(entry.sort),
                });
            }
        }
        i = end;
    }
}

/// A name, or part of one, that the vocabulary lists.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    /// Classes, as bits.
    pub classes: u16,
    /// Position in the name (as in labels).
    pub position: u32,
}

/// The longest listed name in words.
const LONGEST_LISTED: usize = 6;

/// The names of two words or more that the vocabulary lists, longest first from the left; single
/// words are looked up with their word.
pub(super) fn listed(
    words: &Words,
    pieces: &[Piece],
    begins: &dyn Fn(u32) -> bool,
    out: &mut Vec<Option<Listed>>,
) {
    out.clear();
    out.resize(pieces.len(), None);
    let mut i = 0;
    while i < pieces.len() {
        let end = pieces
            .get(i)
            .filter(|p| begins(p.word) && p.shape != Shape::Mark)
            .and_then(|_| longest_listed(words, pieces, i));
        let Some((end, classes)) = end else {
            i += 1;
            continue;
        };
        for (k, slot) in out.iter_mut().enumerate().take(end).skip(i) {
            let position = match (k == i, k + 1 == end) {
                (true, _) => 0,
                (_, true) => 2,
                _ => 1,
            };
            *slot = Some(Listed { classes, position });
        }
        i = end;
    }
}

fn longest_listed(words: &Words, pieces: &[Piece], i: usize) -> Option<(usize, u16)> {
    let mut key = String::new();
    let mut best = None;
    for j in i..(i + LONGEST_LISTED).min(pieces.len()) {
        let piece = pieces.get(j)?;
        if j > i {
            let before = pieces.get(j - 1)?;
            if !piece.adjoins || before.possessive || before.cut {
                break;
            }
            if piece.shape == Shape::Mark {
                if piece.span.len() > 1 || before.span.end != piece.span.start {
                    break;
                }
                continue;
            }
            key.push(' ');
        }
        key.push_str(&words.info(piece).key);
        if j > i
            && let Some(known) = super::vocabulary::look_up(&key)
        {
            let classes = known.classes & !super::vocabulary::STARTS;
            if classes != 0 {
                best = Some((j + 1, classes));
            }
        }
    }
    best
}
