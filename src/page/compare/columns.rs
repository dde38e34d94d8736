//! The texts of the columns, with the passages that match numbered.

use super::model::{ColumnArticle, ColumnParagraph, Passage};
use crate::claim::align::SentenceRef;
use crate::compare::SharedStatement;
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::order::Order;
use crate::page::dates::date_view;
use crate::page::pieces::{article_stretches, pieces};
use crate::page::scope::Scope;
use crate::route::MarkKind;
use crate::span::Span;

/// For each sentence the parts of it that report a shared statement, with the number of its row.
pub type Bands = SmallMap<SentenceRef, Vec<(Span, usize)>>;

/// The bands of these statements.
pub fn bands(statements: &[SharedStatement]) -> Bands {
    let mut bands = Bands::default();
    for (i, s) in statements.iter().enumerate().filter(|(_, s)| s.columns() > 1) {
        for w in s.cells.iter().flatten() {
            bands.slot(w.at).extend(w.spans.iter().map(|span| (*span, i + 1)));
        }
    }
    bands
}

pub fn column_articles(
    scope: &Scope<'_>,
    articles: &[usize],
    bands: &Bands,
    hide: &[MarkKind],
) -> Vec<ColumnArticle> {
    articles
        .iter()
        .filter_map(|article| {
            let a = scope.article(*article)?;
            let stretches = article_stretches(scope, *article, hide);
            let mut paragraphs: Vec<ColumnParagraph> = Vec::new();
            let mut last = None;
            for (i, s) in a.doc.sentences.iter().enumerate() {
                if last != Some(s.block) {
                    paragraphs.push(ColumnParagraph { kind: s.kind, passages: Vec::new() });
                    last = Some(s.block);
                }
                let at = SentenceRef { article: *article, sentence: i };
                if let Some(p) = paragraphs.last_mut() {
                    let own = bands.get(&at).map_or(&[][..], Vec::as_slice);
                    p.passages.extend(cut(s.span, own).into_iter().map(|(span, band)| Passage {
                        pieces: pieces(&a.text, span, &stretches),
                        band,
                        ends: span.end == s.span.end,
                    }));
                }
            }
            paragraphs.retain(|p| p.kind != BlockKind::Headline);
            Some(ColumnArticle {
                headline: scope.article_link(*article),
                date: date_view(a),
                paragraphs,
            })
        })
        .collect()
}

/// Cuts a sentence at the ends of its bands, which share no text.
fn cut(sentence: Span, bands: &[(Span, usize)]) -> Vec<(Span, Option<usize>)> {
    let mut bands = bands.to_vec();
    bands.order();
    let mut out = Vec::with_capacity(2 * bands.len() + 1);
    let mut from = sentence.start;
    for (span, band) in bands {
        if from < span.start {
            out.push((Span { start: from, end: span.start }, None));
        }
        out.push((span, Some(band)));
        from = span.end;
    }
    if from < sentence.end {
        out.push((Span { start: from, end: sentence.end }, None));
    }
    out
}
