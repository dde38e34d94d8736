//! The texts of the columns, with the passages that match numbered.

use super::model::{ColumnArticle, ColumnParagraph, ColumnSentence};
use crate::claim::align::SentenceRef;
use crate::compare::SharedStatement;
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::page::dates::date_view;
use crate::page::pieces::{article_stretches, pieces};
use crate::page::scope::Scope;
use crate::route::{MarkKind, Route};

/// For each sentence of a shared statement its row number.
pub fn bands(statements: &[SharedStatement]) -> SmallMap<SentenceRef, usize> {
    let mut bands = SmallMap::default();
    for (i, s) in statements.iter().enumerate().filter(|(_, s)| s.columns() > 1) {
        for at in s.cells.iter().flatten() {
            *bands.slot(*at) = i + 1;
        }
    }
    bands
}

pub fn column_articles(
    scope: &Scope<'_>,
    articles: &[usize],
    bands: &SmallMap<SentenceRef, usize>,
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
                    paragraphs.push(ColumnParagraph { kind: s.kind, sentences: Vec::new() });
                    last = Some(s.block);
                }
                let at = SentenceRef { article: *article, sentence: i };
                if let Some(p) = paragraphs.last_mut() {
                    p.sentences.push(ColumnSentence {
                        pieces: pieces(&a.text, s.span, &stretches),
                        band: bands.get(&at).copied(),
                        href: Route::article(&a.id, Some(i)).to_hash(),
                    });
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
