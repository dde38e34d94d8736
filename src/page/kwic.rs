//! Concordances: matches in one line each with the words around them (KWIC), in an order that shows
//! patterns (H. P. Luhn, "Key word-in-context index for technical literature", 1960).

use super::evidence::place;
use super::model::{Choice, KwicLine, KwicRun};
use super::scope::Scope;
use crate::order::Order;
use crate::route::{KwicSort, Page, Route};
use crate::span::Span;
use crate::text::{Document, TokenKind, fold};

/// Characters of context on each side of a match.
const CONTEXT: usize = 70;
/// Words that decide the order.
const WORDS: usize = 3;

/// A match in an article.
#[derive(Clone, Copy)]
pub struct Spot {
    pub article: usize,
    pub sentence: usize,
    pub span: Span,
}

/// The orders, the last one by what a match is called here.
pub fn sorts(
    scope: &Scope<'_>,
    label: &str,
    current: KwicSort,
    to: impl Fn(KwicSort) -> Page,
) -> Vec<Choice> {
    [
        ("outlet and place", KwicSort::Place),
        ("words before", KwicSort::Left),
        ("words after", KwicSort::Right),
        (label, KwicSort::Label),
    ]
    .map(|(text, sort)| scope.choice(text, to(sort), sort == current))
    .to_vec()
}

/// The matches in this order. Where nothing stands on the side that decides, a match comes last;
/// of equals, by outlet and place.
pub fn order(scope: &Scope<'_>, spots: Vec<Spot>, sort: KwicSort) -> Vec<Spot> {
    let mut keyed: Vec<(Vec<String>, usize, Spot)> = spots
        .into_iter()
        .map(|spot| {
            let keys = Around::of(scope, spot).map_or_else(Vec::new, |words| words.keys(sort));
            (keys, scope.outlet(spot.article).seat, spot)
        })
        .collect();
    keyed.order_by(|(a, seat_a, spot_a), (b, seat_b, spot_b)| {
        let place = |seat: &usize, s: &Spot| (*seat, s.article, s.span);
        let empty = a.is_empty().cmp(&b.is_empty());
        empty.then_with(|| a.cmp(b)).then_with(|| place(seat_a, spot_a).cmp(&place(seat_b, spot_b)))
    });
    keyed.into_iter().map(|(_, _, spot)| spot).collect()
}

/// A match as a line, with the words ranked that decide the order.
pub fn line(scope: &Scope<'_>, spot: Spot, sort: KwicSort) -> Option<KwicLine> {
    let words = Around::of(scope, spot)?;
    let a = scope.article(spot.article)?;
    let (left_keys, right_keys) = match sort {
        KwicSort::Left => (words.before(), Vec::new()),
        KwicSort::Right => (Vec::new(), words.after()),
        _ => (Vec::new(), Vec::new()),
    };
    Some(KwicLine {
        left: runs(&a.text, words.left(), &left_keys, Cut::Start),
        label: spot.span.words(&a.text),
        right: runs(&a.text, words.right(), &right_keys, Cut::End),
        href: Route::article(&a.id, Some(spot.sentence)).to_hash(),
        outlet: scope.outlet(spot.article),
        place: a.doc.sentences.get(spot.sentence).map_or_else(String::new, |s| place(a, s)),
    })
}

/// A label in its sentence.
struct Around<'a> {
    text: &'a str,
    doc: &'a Document,
    sentence: Span,
    label: Span,
}

impl<'a> Around<'a> {
    fn of(scope: &Scope<'a>, spot: Spot) -> Option<Self> {
        let a = scope.article(spot.article)?;
        let sentence = a.doc.sentences.get(spot.sentence)?.span;
        Some(Self { text: &a.text, doc: &a.doc, sentence, label: spot.span })
    }

    /// The words that decide the order, folded.
    fn keys(&self, sort: KwicSort) -> Vec<String> {
        let spans = match sort {
            KwicSort::Place => Vec::new(),
            KwicSort::Left => self.before(),
            KwicSort::Right => self.after(),
            KwicSort::Label => vec![self.label],
        };
        spans.into_iter().map(|s| fold(s.of(self.text))).collect()
    }

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
