//! The texts of the columns, with the passages that match numbered.

use super::Comparison;
use super::model::{ColumnArticle, ColumnParagraph, Passage, TextFold};
use super::shown::Shown;
use crate::analysis::{Article, BySentence};
use crate::compare::{SharedStatement, Wording};
use crate::ingest::BlockKind;
use crate::order::Order;
use crate::page::dates::date_view;
use crate::page::pieces::{article_stretches, pieces};
use crate::page::scope::Scope;
use crate::route::Compare;
use crate::span::Span;

/// For each sentence the parts of it that report a shared statement, with the number of its row.
pub type Bands = BySentence<Vec<(Span, usize)>>;

/// The bands of these statements.
pub fn bands(scope: &Scope<'_>, statements: &[SharedStatement]) -> Bands {
    let mut bands = Bands::new(&scope.analysis.articles);
    for (i, s) in statements.iter().enumerate().filter(|(_, s)| s.columns() > 1) {
        for w in s.cells.iter().flatten() {
            if let Some(own) = bands.get_mut(w.at) {
                own.extend(w.spans.iter().map(|span| (*span, i + 1)));
            }
        }
    }
    bands
}

/// The texts of a comparison as its columns show them.
pub struct Texts<'a> {
    scope: &'a Scope<'a>,
    state: &'a Compare,
    bands: Bands,
    shown: Option<Shown>,
    /// The numbers of the bands that are shown, in order, where not all are.
    matched: Vec<usize>,
}

impl<'a> Texts<'a> {
    pub fn of(scope: &'a Scope<'a>, state: &'a Compare, c: &Comparison) -> Self {
        let bands = bands(scope, &c.statements);
        let shown = Shown::of(scope, &c.sets, &bands, &state.texts);
        let matched = shown.as_ref().map(Shown::matched).unwrap_or_default();
        Self { scope, state, bands, shown, matched }
    }

    /// The articles of a column, those whose texts are laid out first.
    pub fn column(&self, column: usize, articles: &[usize]) -> Vec<ColumnArticle> {
        let view = |article: &usize| {
            let a = self.scope.article(*article)?;
            let fold = self.fold(column, *article);
            let laid_out = fold.as_ref().is_none_or(|f| f.open);
            Some(ColumnArticle {
                headline: self.scope.article_link(*article),
                date: date_view(a),
                paragraphs: if laid_out { self.paragraphs(*article, a) } else { Vec::new() },
                fold,
            })
        };
        let views = articles.iter().filter_map(view);
        let (mut views, folded): (Vec<_>, Vec<_>) =
            views.partition(|v: &ColumnArticle| v.fold.as_ref().is_none_or(|f| f.open));
        views.extend(folded);
        views
    }

    /// Whether the text of an article is laid out where not all are, and the link that changes it.
    fn fold(&self, column: usize, article: usize) -> Option<TextFold> {
        let shown = self.shown.as_ref()?;
        let own = shown.of_column(column);
        let open = own.contains(&article);
        // All that are shown now, so that no other text comes or goes.
        let mut articles: Vec<usize> = shown.all().filter(|a| *a != article).collect();
        if !open {
            articles.push(article);
        }
        let href = (!open || own.len() > 1).then(|| self.lay_out(articles));
        Some(TextFold { open, shares: shown.shares(article), href })
    }

    /// The link that lays out the texts of a shared statement, one of each column, where they are not.
    pub fn unfold(&self, s: &SharedStatement) -> Option<String> {
        let shown = self.shown.as_ref()?;
        let first = |cell: &Vec<Wording>| cell.first().map(|w| w.at.article);
        let articles: Vec<usize> = s.cells.iter().filter_map(first).collect();
        let laid_out = articles.iter().all(|a| shown.all().any(|shown| shown == *a));
        (s.columns() > 1 && !laid_out).then(|| self.lay_out(articles))
    }

    /// The link that lays out these articles' texts.
    fn lay_out(&self, articles: Vec<usize>) -> String {
        let id = |article: usize| self.scope.article(article).map(|a| a.id.clone());
        let texts = articles.into_iter().filter_map(id).collect();
        super::to(Compare { texts, ..self.state.clone() })
    }

    fn paragraphs(&self, article: usize, a: &Article) -> Vec<ColumnParagraph> {
        let stretches = article_stretches(self.scope, article, &self.state.hide);
        let shown =
            |number: usize| self.shown.is_none() || self.matched.binary_search(&number).is_ok();
        let mut paragraphs: Vec<ColumnParagraph> = Vec::new();
        let mut last = None;
        for (s, own) in a.doc.sentences.iter().zip(self.bands.of_article(article)) {
            if last != Some(s.block) {
                paragraphs.push(ColumnParagraph { kind: s.kind, passages: Vec::new() });
                last = Some(s.block);
            }
            let Some(p) = paragraphs.last_mut() else { continue };
            let own: Vec<(Span, usize)> = own.iter().copied().filter(|(_, n)| shown(*n)).collect();
            let mut seen: Vec<usize> = Vec::new();
            for (span, bands) in cut(s.span, &own) {
                let new = bands.iter().copied().filter(|b| !seen.contains(b));
                let begin: Vec<usize> = new.collect();
                seen.extend(&begin);
                let (pieces, ends) = (pieces(&a.text, span, &stretches), span.end == s.span.end);
                p.passages.push(Passage { pieces, bands, begin, ends });
            }
        }
        paragraphs.retain(|p| p.kind != BlockKind::Headline);
        paragraphs
    }
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
