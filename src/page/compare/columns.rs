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
                    let mut seen: Vec<usize> = Vec::new();
                    for (span, bands) in cut(s.span, own) {
                        let new = bands.iter().copied().filter(|b| !seen.contains(b));
                        let begin: Vec<usize> = new.collect();
                        seen.extend(&begin);
                        let (pieces, ends) =
                            (pieces(&a.text, span, &stretches), span.end == s.span.end);
                        p.passages.push(Passage { pieces, bands, begin, ends });
                    }
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

/// Cuts a sentence at the ends of its bands: each part with the bands that lie over it, in order.
fn cut(sentence: Span, bands: &[(Span, usize)]) -> Vec<(Span, Vec<usize>)> {
    let mut cuts: Vec<u32> = vec![sentence.start, sentence.end];
    for (span, _) in bands {
        cuts.extend([span.start, span.end]);
    }
    cuts.order();
    cuts.dedup();
    let part = |pair: &[u32]| {
        let span = Span { start: *pair.first()?, end: *pair.last()? };
        let over = bands.iter().filter(|(band, _)| band.covers(span));
        let mut over: Vec<usize> = over.map(|(_, number)| *number).collect();
        over.order();
        Some((span, over))
    };
    cuts.windows(2).filter_map(part).collect()
}
