//! Quotation marks, paired.
//!
//! Marks are paired inside a paragraph, so that one that is missing spoils no more than that. A
//! paragraph that ends in an open quote goes on in the next if that one opens with a mark again,
//! as printers do it.

use crate::order::Order;
use crate::text::Document;
use std::ops::Range;

/// A quoted stretch: its tokens with both marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// Tokens, marks included; an open quote at the end of a paragraph has no closing mark.
    pub tokens: Range<usize>,
    /// Whether the quote goes on in the next paragraph.
    pub goes_on: bool,
}

/// What a token may do as a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    /// A straight mark: what stands around it decides.
    Either,
}

struct Scan<'a> {
    text: &'a str,
    doc: &'a Document,
    range: Range<usize>,
}

impl Scan<'_> {
    fn raw(&self, i: usize) -> &str {
        if self.range.contains(&i) {
            self.doc.tokens.get(i).map_or("", |t| t.span.of(self.text))
        } else {
            ""
        }
    }

    /// Whether token `i` touches the one before.
    fn touches(&self, i: usize) -> bool {
        if i <= self.range.start || i >= self.range.end {
            return false;
        }
        self.doc.tokens[i - 1].span.end == self.doc.tokens[i].span.start
    }

    /// A double mark at token `i` and the number of its tokens.
    fn double(&self, i: usize) -> Option<(Mark, usize)> {
        Some(match self.raw(i) {
            "\"" | "\u{FF02}" => (Mark::Either, 1),
            "“" | "„" | "‟" => (Mark::Open, 1),
            "”" => (Mark::Close, 1),
            "«" | "‹" => (Mark::Open, 1),
            "»" | "›" => (Mark::Close, 1),
            // Two single marks that stand for a double one.
            "'" if self.raw(i + 1) == "'" && self.touches(i + 1) => (Mark::Either, 2),
            "`" if self.raw(i + 1) == "`" && self.touches(i + 1) => (Mark::Open, 2),
            "’" if self.raw(i + 1) == "’" && self.touches(i + 1) => (Mark::Close, 2),
            "‘" if self.raw(i + 1) == "‘" && self.touches(i + 1) => (Mark::Open, 2),
            _ => return None,
        })
    }

    /// How a straight mark of `width` tokens at `i` reads from the white space around it.
    fn by_space(&self, i: usize, width: usize) -> Mark {
        let before = self.touches(i)
            && !matches!(
                self.raw(i.wrapping_sub(1)),
                "(" | "[" | "—" | "–" | "--" | "-" | "/" | "'" | "‘"
            );
        let after = self.touches(i + width);
        match (before, after) {
            (true, false) => Mark::Close,
            (false, true) => Mark::Open,
            _ => Mark::Either,
        }
    }
}

/// Pairs the marks of all paragraphs (token ranges in order). Quotes inside of quotes are part of
/// the outer ones.
pub(super) fn pair(text: &str, doc: &Document, paragraphs: &[Range<usize>]) -> Vec<Quoted> {
    let mut out = Vec::new();
    for (p, range) in paragraphs.iter().enumerate() {
        let scan = Scan { text, doc, range: range.clone() };
        let next_opens = paragraphs.get(p + 1).is_some_and(|next| {
            let next = Scan { text, doc, range: next.clone() };
            matches!(next.double(next.range.start), Some((Mark::Open | Mark::Either, _)))
        });
        let from = out.len();
        doubles(&scan, next_opens, &mut out);
        singles(&scan, from, &mut out);
    }
    out
}

fn doubles(scan: &Scan<'_>, next_opens: bool, out: &mut Vec<Quoted>) {
    let mut open: Option<(usize, bool)> = None;
    let mut i = scan.range.start;
    while i < scan.range.end {
        let Some((mark, width)) = scan.double(i) else {
            i += 1;
            continue;
        };
        let low = scan.raw(i) == "„";
        let mark = match (mark, open) {
            // German style closes with the mark that opens elsewhere.
            (Mark::Open, Some((_, true))) if scan.raw(i) == "“" => Mark::Close,
            (Mark::Either, _) => match (scan.by_space(i, width), open) {
                (Mark::Either, None) => Mark::Open,
                (Mark::Either, Some(_)) => Mark::Close,
                (told, _) => told,
            },
            (mark, _) => mark,
        };
        match (mark, open) {
            (Mark::Close, Some((start, _))) => {
                if i > start + 1 {
                    out.push(Quoted { tokens: start..i + width, goes_on: false });
                }
                open = None;
            }
            (Mark::Open, _) => open = Some((i, low)),
            _ => {}
        }
        i += width;
    }
    if let Some((start, _)) = open
        && next_opens
        && start + 2 < scan.range.end
    {
        out.push(Quoted { tokens: start..scan.range.end, goes_on: true });
    }
}

/// Single marks, outside of the double ones found from `from` on. A closing mark is easily an
/// apostrophe, so what stands around it must speak for a quote.
fn singles(scan: &Scan<'_>, from: usize, out: &mut Vec<Quoted>) {
    let double: Vec<Range<usize>> = out.iter().skip(from).map(|q| q.tokens.clone()).collect();
    let is_single = |i: usize| matches!(scan.raw(i), "'" | "‘" | "’" | "`");
    if !scan.range.clone().any(is_single) {
        return;
    }
    // The nearest closing mark at or after each token, read from the end.
    let len = scan.range.len();
    let mut close: Vec<Option<usize>> = vec![None; len + 1];
    let mut inside = double.len();
    let mut in_double = vec![false; len + 1];
    for (k, slot) in in_double.iter_mut().enumerate().take(len).rev() {
        let i = scan.range.start + k;
        while inside > 0 && double[inside - 1].start > i {
            inside -= 1;
        }
        *slot = inside > 0 && double[inside - 1].contains(&i);
    }
    for k in (0..len).rev() {
        let i = scan.range.start + k;
        close[k] = close[k + 1];
        if in_double[k] {
            // A single quote does not reach over a double one that it does not hold.
            close[k] = None;
            continue;
        }
        if !matches!(scan.raw(i), "'" | "’") || !scan.touches(i) {
            continue;
        }
        let before = scan.raw(i - 1);
        let marked = matches!(before, "." | "," | "?" | "!" | "…" | ";");
        let free = !scan.touches(i + 1)
            || matches!(scan.raw(i + 1), "." | "," | ";" | ":" | ")" | "?" | "!" | "]" | "—" | "–");
        let possessive = before.ends_with('s') && !marked;
        if free && (marked || !possessive) {
            close[k] = Some(i);
        }
    }
    let mut i = scan.range.start;
    let mut found = Vec::new();
    while i < scan.range.end {
        let k = i - scan.range.start;
        let opens = matches!(scan.raw(i), "'" | "‘" | "`")
            && !in_double[k]
            && (!scan.touches(i)
                || matches!(scan.raw(i.wrapping_sub(1)), "(" | "[" | "—" | "–" | "--"))
            && scan.touches(i + 1);
        match close.get(k + 1).copied().flatten().filter(|_| opens) {
            Some(end) if end > i + 1 => {
                found.push(Quoted { tokens: i..end + 1, goes_on: false });
                i = end + 1;
            }
            _ => i += 1,
        }
    }
    if !found.is_empty() {
        out.extend(found);
        let mut own = out.split_off(from);
        own.order_by_key(|q| q.tokens.start);
        out.append(&mut own);
    }
}
