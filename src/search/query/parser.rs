//! From pieces to a syntax tree.
//!
//! ```text
//! either := seq (OR seq)*      seq := all+      all := not (AND not)*
//! not    := NOT* atom          atom := ( either ) | item
//! ```

use super::bind::{Item, Piece};
use super::notes::{MAX_DEPTH, Notes};

/// A query as it is built of brackets and operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    Item(Item),
    Not(Box<Syntax>),
    /// Joined by AND.
    All(Vec<Syntax>),
    /// Joined by OR.
    Any(Vec<Syntax>),
    /// Side by side.
    Seq(Vec<Syntax>),
}

/// Parses a query; `None` where nothing is asked.
pub(super) fn parse(pieces: Vec<Piece>, notes: &mut Notes) -> Option<Syntax> {
    let mut parser = Parser { pieces: pieces.into_iter().peekable(), depth: 0, notes };
    let mut parts = Vec::new();
    loop {
        parts.extend(parser.either());
        match parser.pieces.next() {
            None => break,
            Some(Piece::Close) => {
                parser.notes.add("A closing bracket without an opening one was passed over.");
            }
            Some(_) => {}
        }
    }
    if parts.len() > 1 { Some(Syntax::Seq(parts)) } else { parts.pop() }
}

struct Parser<'a> {
    pieces: std::iter::Peekable<std::vec::IntoIter<Piece>>,
    depth: usize,
    notes: &'a mut Notes,
}

impl Parser<'_> {
    /// Moves behind the next piece if it is this one.
    fn take(&mut self, piece: &Piece) -> bool {
        self.pieces.next_if(|next| next == piece).is_some()
    }

    fn either(&mut self) -> Option<Syntax> {
        let mut parts: Vec<Syntax> = self.seq().into_iter().collect();
        while self.take(&Piece::Or) {
            let right = self.seq();
            if parts.is_empty() || right.is_none() {
                self.notes.add("An OR without words on both sides was passed over.");
            }
            parts.extend(right);
        }
        if parts.len() > 1 { Some(Syntax::Any(parts)) } else { parts.pop() }
    }

    fn seq(&mut self) -> Option<Syntax> {
        let mut parts = Vec::new();
        while !matches!(self.pieces.peek(), None | Some(Piece::Or | Piece::Close)) {
            parts.extend(self.all());
        }
        // A single item stays in a sequence, in which a plain word need not occur for nothing.
        if parts.is_empty() { None } else { Some(Syntax::Seq(parts)) }
    }

    fn all(&mut self) -> Option<Syntax> {
        let mut parts: Vec<Syntax> = self.not().into_iter().collect();
        while self.take(&Piece::And) {
            let right = self.not();
            if parts.is_empty() || right.is_none() {
                self.notes.add("An AND without words on both sides was passed over.");
            }
            parts.extend(right);
        }
        if parts.len() > 1 { Some(Syntax::All(parts)) } else { parts.pop() }
    }

    fn not(&mut self) -> Option<Syntax> {
        let mut negated = false;
        let mut seen = false;
        while self.take(&Piece::Not) {
            negated = !negated;
            seen = true;
        }
        let atom = self.atom();
        if seen && atom.is_none() {
            self.notes.add("A NOT without a word after it was passed over.");
        }
        if negated { atom.map(|a| Syntax::Not(Box::new(a))) } else { atom }
    }

    fn atom(&mut self) -> Option<Syntax> {
        match self.pieces.next_if(|p| matches!(p, Piece::Item(_) | Piece::Open))? {
            Piece::Item(item) => Some(Syntax::Item(item)),
            _ if self.depth >= MAX_DEPTH => {
                self.notes.add("Brackets inside too many brackets were passed over.");
                None
            }
            _ => {
                self.depth += 1;
                let inside = self.either();
                self.depth -= 1;
                if !self.take(&Piece::Close) {
                    self.notes.add("A bracket is not closed; it is taken to end with the query.");
                }
                inside
            }
        }
    }
}
