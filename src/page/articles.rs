//! The list of articles.

use super::dates::date_view;
use super::model::{ArticleRow, ArticlesView, Body, Link};
use super::scope::Scope;
use crate::order::Order;
use crate::route::{ArticleSort, Column, EvidenceKey, Page, Route};

pub fn body(
    scope: &Scope<'_>,
    sort: ArticleSort,
    outlet: Option<&str>,
) -> Result<(String, Body), String> {
    if let Some(id) = outlet
        && scope.outlet_by_id(id).is_none()
    {
        return Err(format!("no article in this library is by an outlet \"{id}\""));
    }
    let page = |sort: ArticleSort, outlet: Option<String>| Page::Articles { sort, outlet };
    let mut outlets = vec![scope.choice("all", page(sort, None), outlet.is_none())];
    for o in scope.outlets() {
        let current = outlet == Some(o.id.as_str());
        outlets.push(scope.choice(&o.name, page(sort, Some(o.id.clone())), current));
    }
    let sorts = [
        ("outlet", ArticleSort::Outlet),
        ("date", ArticleSort::Date),
        ("headline", ArticleSort::Headline),
        ("length", ArticleSort::Length),
    ]
    .map(|(text, s)| scope.choice(text, page(s, outlet.map(str::to_owned)), s == sort))
    .to_vec();
    let mut rows: Vec<ArticleRow> = in_order(scope)
        .into_iter()
        .filter(|i| outlet.is_none_or(|id| scope.outlet(*i).id == id))
        .filter_map(|i| row(scope, i))
        .collect();
    match sort {
        ArticleSort::Outlet => {}
        ArticleSort::Date => {
            rows.order_by(|a, b| {
                let key = |r: &ArticleRow| (r.date.iso.is_none(), r.date.iso.clone());
                key(a).cmp(&key(b))
            });
        }
        ArticleSort::Headline => rows.order_by_key(|r| r.headline.text.to_lowercase()),
        ArticleSort::Length => rows.order_by_key(|r| core::cmp::Reverse(r.words)),
    }
    Ok(("Articles".to_owned(), Body::Articles(ArticlesView { outlets, sorts, rows })))
}

/// All articles by outlet and headline: the order of the list, and of previous and next.
pub fn in_order(scope: &Scope<'_>) -> Vec<usize> {
    let mut order: Vec<(usize, String, usize)> = scope
        .analysis
        .articles
        .iter()
        .enumerate()
        .map(|(i, a)| (scope.outlet(i).seat, a.headline().to_lowercase(), i))
        .collect();
    order.order();
    order.into_iter().map(|(_, _, i)| i).collect()
}

fn row(scope: &Scope<'_>, article: usize) -> Option<ArticleRow> {
    let a = scope.article(article)?;
    let headline = a.headline();
    let within = Some(Column::Article(a.id.clone()));
    let cut = a.cleaned.blocks.iter().filter(|b| !b.kind.is_coverage()).count();
    let (words, caption_words) = a.words();
    Some(ArticleRow {
        outlet: scope.outlet(article),
        headline: scope.article_link(article),
        date: date_view(a),
        words,
        caption_words,
        actors: top_actors(scope, article, 4).into_iter().map(|a| scope.actor_link(a)).collect(),
        quotes: scope.count(
            EvidenceKey::Quotes { within: within.clone(), kind: None, source: None },
            &format!("quotations in “{headline}”"),
        ),
        numbers: scope.count(EvidenceKey::Numbers { within }, &format!("figures in “{headline}”")),
        cut: Link {
            text: cut.to_string(),
            href: Route::to(Page::Article {
                id: a.id.clone(),
                at: None,
                cut: true,
                hide: Vec::new(),
            })
            .to_hash(),
        },
    })
}

/// The actors that an article names most, most first.
pub fn top_actors(scope: &Scope<'_>, article: usize, most: usize) -> Vec<usize> {
    let mut counts: Vec<(usize, usize)> = (0..scope.analysis.actors.actors.len())
        .map(|x| {
            (scope.analysis.counted_mentions(x).filter(|(at, _)| at.article == article).count(), x)
        })
        .filter(|(n, _)| *n > 0)
        .collect();
    counts.order_by_key(|(n, x)| (core::cmp::Reverse(*n), *x));
    counts.into_iter().take(most).map(|(_, x)| x).collect()
}
