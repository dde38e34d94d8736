//! Results by article, each with the sentences that show most of the query.

use super::super::dates::date_view;
use super::super::kwic::Spot;
use super::super::scope::Scope;
use super::facets::with;
use super::found::{Found, Row};
use super::model::ResultView;
use crate::analysis::Article;
use crate::ingest::{BlockKind, PartialDate};
use crate::order::Order;
use crate::page::model::{Line, Link, Piece};
use crate::route::{Facet, FacetField, Search, SearchShow, SearchSort};
use crate::search::{Hit, SentenceHit};

/// The most sentences shown for one article.
const MOST_LINES: usize = 3;
/// Characters of a run without a match, beyond which it is cut.
const RUN: usize = 200;
/// Characters of a sentence, beyond which its runs without a match are cut.
const LONG: usize = 360;
/// The most runs of a sentence.
const MOST_RUNS: usize = 60;

/// An article and what of it passes the filters.
pub struct Group<'a> {
    /// The article as the answer has it.
    pub hit: &'a Hit,
    /// Its sentences, in order of place; none where the query only leaves words out.
    pub sentences: Vec<&'a SentenceHit>,
}

/// The articles of these rows in the order asked for.
pub fn groups<'a>(
    scope: &Scope<'_>,
    found: &Found<'a>,
    kept: &[&Row<'a>],
    sort: SearchSort,
) -> Vec<Group<'a>> {
    let mut out: Vec<Group<'a>> = Vec::new();
    let mut last = None;
    for row in kept {
        let Some(hit) = found.hits.get(row.hit) else { continue };
        if last != Some(row.hit) {
            out.push(Group { hit, sentences: Vec::new() });
            last = Some(row.hit);
        }
        if let Some(group) = out.last_mut() {
            group.sentences.extend(row.sentence);
        }
    }
    let date = |g: &Group<'_>| -> Option<PartialDate> {
        let date = scope.article(g.hit.article)?.cleaned.metadata.published.as_ref()?.value;
        // Without its year a day has no place among others.
        date.year.map(|_| date)
    };
    match sort {
        SearchSort::Relevance => {}
        SearchSort::Newest => out.order_by(|a, b| date(b).cmp(&date(a))),
        SearchSort::Oldest => out.order_by(|a, b| {
            let (a, b) = (date(a), date(b));
            a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
        }),
    }
    out
}

/// Every match of these articles.
pub fn spots(groups: &[Group<'_>]) -> Vec<Spot> {
    let mut out = Vec::new();
    for group in groups {
        for s in &group.sentences {
            out.extend(s.marks.iter().map(|span| Spot {
                article: group.hit.article,
                sentence: s.sentence,
                span: *span,
            }));
        }
    }
    out
}

/// An article as a result.
pub fn result(scope: &Scope<'_>, state: &Search, group: &Group<'_>) -> Option<ResultView> {
    let a = scope.article(group.hit.article)?;
    let (top, below): (Vec<&SentenceHit>, Vec<&SentenceHit>) =
        group.sentences.iter().partition(|s| is_headline(a, s.sentence));
    let title = top.first().and_then(|s| super::line(scope, group.hit, s)).map(|line| line.pieces);
    // The index decides what is densest, here among what the filters let pass.
    let passed =
        Hit { sentences: below.into_iter().cloned().collect(), why: String::new(), ..*group.hit };
    let lines: Vec<Line> = passed
        .snippet(MOST_LINES)
        .into_iter()
        .filter_map(|s| super::line(scope, group.hit, s))
        .map(|mut line| {
            shorten(&mut line.pieces);
            line
        })
        .collect();
    let all = group.sentences.len();
    Some(ResultView {
        outlet: scope.outlet(group.hit.article),
        headline: scope.article_link(group.hit.article),
        title: title.unwrap_or_default(),
        date: date_view(a),
        why: group.hit.why.clone(),
        all: (all > lines.len() + top.len()).then(|| {
            let mut facets = state.facets.clone();
            facets.retain(|f| f.field != FacetField::Article);
            facets.push(Facet { field: FacetField::Article, value: a.id.clone(), exclude: false });
            let state = Search { show: SearchShow::Sentences, ..state.clone() };
            Link { text: format!("All {all} sentences"), href: with(&state, facets) }
        }),
        lines,
    })
}

/// Whether a sentence is all of the headline that stands above the result anyway.
fn is_headline(a: &Article, sentence: usize) -> bool {
    a.doc.sentences.get(sentence).is_some_and(|s| {
        s.kind == BlockKind::Headline && s.span.of(&a.text).trim() == a.headline().trim()
    })
}

/// Cuts what stands far from every match, where a sentence is long.
fn shorten(pieces: &mut Vec<Piece>) {
    let length = |p: &Piece| p.text.chars().count();
    if pieces.iter().map(length).sum::<usize>() <= LONG {
        return;
    }
    let last = pieces.len().saturating_sub(1);
    for (i, piece) in pieces.iter_mut().enumerate().filter(|(_, p)| p.marks.is_empty()) {
        let n = length(piece);
        if n <= RUN {
            continue;
        }
        let byte = |at: usize| piece.text.char_indices().nth(at).map_or(0, |(b, _)| b);
        // Whole words, as far as there are any.
        let head = piece.text.get(..byte(RUN / 2)).unwrap_or("");
        let head = head.rfind(' ').and_then(|at| head.get(..at)).unwrap_or(head);
        let tail = piece.text.get(byte(n - RUN / 2)..).unwrap_or("");
        let tail = tail.find(' ').and_then(|at| tail.get(at + 1..)).unwrap_or(tail);
        piece.text = match i {
            0 if last > 0 => format!("… {tail}"),
            i if i == last => format!("{head} …"),
            _ => format!("{head} … {tail}"),
        };
    }
    if pieces.len() > MOST_RUNS {
        pieces.truncate(MOST_RUNS);
        pieces.push(Piece { text: " …".to_owned(), marks: Vec::new() });
    }
}
