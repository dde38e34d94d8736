//! Sentences in context: every mention with the words around it, in an order that shows patterns.

use crate::order::Order;
use crate::page::model::{Choice, KwicLine, KwicRun, KwicView, Link, OutletChoice, OutletView};
use crate::page::scope::Scope;
use crate::route::{Kwic, KwicSort, Page, Route};
use crate::span::Span;
use crate::text::{Document, TokenKind, fold};

/// Characters of context on each side of a label.
const CONTEXT: usize = 70;
/// Lines shown until all are asked for.
const MOST: usize = 60;
/// Words that decide the order.
const WORDS: usize = 3;

struct Found {
    outlet: OutletView,
    place: (usize, Span),
    keys: Vec<String>,
    line: KwicLine,
}

/// The concordance of an actor.
pub fn concordance(scope: &Scope<'_>, index: usize, state: &Kwic) -> KwicView {
    let id = scope.analysis.actors.actors.get(index).map_or("", |a| a.id.as_str());
    let to = |state: Kwic| Page::Actor { id: id.to_owned(), kwic: state };
    let mut found: Vec<Found> = Vec::new();
    for (at, m) in scope.analysis.counted_mentions(index) {
        let Some(a) = scope.article(at.article) else { continue };
        let Some(sentence) = a.doc.sentences.get(m.sentence) else { continue };
        let words = Around { text: &a.text, doc: &a.doc, sentence: sentence.span, label: m.span };
        let outlet = scope.outlet(at.article);
        let (left, right) = (words.before(), words.after());
        let label = m.span.of(&a.text);
        let keys = match state.sort {
            KwicSort::Place => Vec::new(),
            KwicSort::Left => left.iter().map(|s| fold(s.of(&a.text))).collect(),
            KwicSort::Right => right.iter().map(|s| fold(s.of(&a.text))).collect(),
            KwicSort::Label => vec![fold(label)],
        };
        let (left_keys, right_keys) = match state.sort {
            KwicSort::Left => (left.as_slice(), &[][..]),
            KwicSort::Right => (&[][..], right.as_slice()),
            _ => (&[][..], &[][..]),
        };
        let line = KwicLine {
            left: runs(&a.text, words.left(), left_keys, Cut::Start),
            label: label.split_whitespace().collect::<Vec<_>>().join(" "),
            right: runs(&a.text, words.right(), right_keys, Cut::End),
            href: Route::article(&a.id, Some(m.sentence)).to_hash(),
            outlet: outlet.clone(),
        };
        found.push(Found { outlet, place: (at.article, m.span), keys, line });
    }
    let lines_of =
        |id: Option<&str>| found.iter().filter(|f| id.is_none_or(|id| f.outlet.id == id)).count();
    let outlet_choice = |outlet: Option<&OutletView>| {
        let own = outlet.map(|o| o.id.clone());
        let name = outlet.map_or("all", |o| o.name.as_str());
        OutletChoice {
            choice: Choice {
                text: format!("{name} {}", lines_of(own.as_deref())),
                current: own == state.outlet,
                href: Route::to(to(Kwic { outlet: own, all: false, ..state.clone() })).to_hash(),
            },
            outlet: outlet.cloned(),
        }
    };
    let mut outlets = vec![outlet_choice(None)];
    outlets.extend(scope.outlets().iter().map(|o| outlet_choice(Some(o))));
    let sorts = [
        ("outlet and place", KwicSort::Place),
        ("words before", KwicSort::Left),
        ("words after", KwicSort::Right),
        ("label", KwicSort::Label),
    ]
    .map(|(text, sort)| scope.choice(text, to(Kwic { sort, ..state.clone() }), sort == state.sort));
    found.retain(|f| state.outlet.as_ref().is_none_or(|id| f.outlet.id == *id));
    // Where nothing stands on that side, the line comes last.
    found.order_by(|a, b| {
        let key = |f: &Found| (f.keys.is_empty(), f.outlet.seat, f.place);
        let empty = a.keys.is_empty().cmp(&b.keys.is_empty());
        empty.then_with(|| a.keys.cmp(&b.keys)).then_with(|| key(a).cmp(&key(b)))
    });
    let count = found.len();
    let mut lines: Vec<KwicLine> = found.into_iter().map(|f| f.line).collect();
    let more = (count > MOST && !state.all).then(|| {
        lines.truncate(MOST);
        Link {
            text: format!("Show all {count} lines"),
            href: Route::to(to(Kwic { all: true, ..state.clone() })).to_hash(),
        }
    });
    KwicView { sorts: sorts.to_vec(), outlets, found: count, lines, more }
}

/// A label in its sentence.
struct Around<'a> {
    text: &'a str,
    doc: &'a Document,
    sentence: Span,
    label: Span,
}

impl Around<'_> {
    fn left(&self) -> Span {
        Span { start: self.sentence.start, end: self.label.start.max(self.sentence.start) }
    }

    fn right(&self) -> Span {
        Span { start: self.label.end.min(self.sentence.end), end: self.sentence.end }
    }

    fn words(&self, within: Span) -> impl DoubleEndedIterator<Item = Span> {
        let tokens = self.doc.tokens.get(self.doc.tokens_in(within)).unwrap_or(&[]);
        let word = |k: TokenKind| matches!(k, TokenKind::Word | TokenKind::Number);
        // A possessive ending belongs to the label.
        let own = |s: Span| !matches!(s.of(self.text), "'s" | "’s" | "s");
        tokens.iter().filter(move |t| word(t.kind) && own(t.span)).map(|t| t.span)
    }

    /// The words before the label, nearest first.
    fn before(&self) -> Vec<Span> {
        self.words(self.left()).rev().take(WORDS).collect()
    }

    /// The words after the label, nearest first.
    fn after(&self) -> Vec<Span> {
        self.words(self.right()).take(WORDS).collect()
    }
}

/// The end of a context at which a long one is cut.
#[derive(Clone, Copy)]
enum Cut {
    Start,
    End,
}

/// A context in runs, cut at its far end, with the words that decide the order ranked.
fn runs(text: &str, span: Span, keys: &[Span], far: Cut) -> Vec<KwicRun> {
    let whole = span.of(text);
    let start = span.start as usize;
    let (mut from, mut to) = (0, whole.len());
    // The label follows in a cell of its own.
    if matches!(far, Cut::Start) {
        to = whole.trim_end().len();
    }
    let long = whole.chars().count() > CONTEXT;
    match far {
        Cut::Start if long => {
            let skip = whole.chars().count() - CONTEXT;
            let cut = whole.char_indices().nth(skip).map_or(0, |(i, _)| i);
            from = whole.get(cut..).and_then(|r| r.find(' ')).map_or(cut, |i| cut + i + 1);
        }
        Cut::End if long => {
            let cut = whole.char_indices().nth(CONTEXT).map_or(whole.len(), |(i, _)| i);
            to = whole.get(..cut).and_then(|r| r.rfind(' ')).unwrap_or(cut);
        }
        _ => {}
    }
    let mut marks: Vec<(usize, usize, usize)> = keys
        .iter()
        .enumerate()
        .map(|(i, s)| (s.start as usize - start, s.end as usize - start, i + 1))
        .filter(|(a, b, _)| *a >= from && *b <= to)
        .collect();
    marks.order();
    let mut out = Vec::new();
    let mut push = |a: usize, b: usize, rank: usize| {
        let words = whole.get(a..b).unwrap_or("");
        if !words.is_empty() {
            out.push(KwicRun { text: words.to_owned(), rank });
        }
    };
    let mut at = from;
    for (a, b, rank) in marks {
        push(at, a, 0);
        push(a, b, rank);
        at = b;
    }
    push(at, to, 0);
    if let Some(first) = out.first_mut()
        && from > 0
    {
        first.text.insert_str(0, "… ");
    }
    if let Some(last) = out.last_mut()
        && matches!(far, Cut::End)
        && long
    {
        last.text.push_str(" …");
    }
    out
}
