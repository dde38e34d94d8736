//! Library, about, and links that lead nowhere.

use super::model::{
    AboutView, Body, LibraryRow, LibraryView, Link, LostView, OutletFacts, OutletView, QualityRow,
};
use super::scope::Scope;
use crate::corpus;
use crate::route::{Page, Route};

pub fn library(scope: &Scope<'_>) -> Body {
    let rows: Vec<LibraryRow> = scope
        .analysis
        .articles
        .iter()
        .enumerate()
        .map(|(i, a)| {
            let (body, captions) = a.words();
            let kept: usize = a
                .cleaned
                .blocks
                .iter()
                .filter(|b| b.kind.is_coverage())
                .map(|b| b.span.of(&a.text).chars().filter(|c| !c.is_whitespace()).count())
                .sum();
            let all = a.text.chars().filter(|c| !c.is_whitespace()).count();
            LibraryRow {
                outlet: scope.outlet(i),
                headline: scope.article_link(i),
                origin: "bundled with the program".to_owned(),
                credit: a.given.credit.clone().unwrap_or_default(),
                bytes: a.text.len(),
                words: body + captions,
                kept: (100 * kept + all / 2).checked_div(all).unwrap_or(0),
            }
        })
        .collect();
    let bytes = rows.iter().map(|r| r.bytes).sum();
    let words = rows.iter().map(|r| r.words).sum();
    Body::Library(LibraryView { rows, bytes, words })
}

pub fn about(scope: &Scope<'_>) -> Body {
    let analysis = scope.analysis;
    let articles = &analysis.articles;
    let sum = |f: fn(&crate::analysis::Article) -> usize| articles.iter().map(|a| f(a)).sum();
    let figures: Vec<(String, usize)> = [
        ("articles", articles.len()),
        ("sentences", sum(|a| a.doc.sentences.len())),
        ("words and marks", sum(|a| a.doc.tokens.len())),
        ("mentions", sum(|a| a.mentions.len())),
        ("actors", analysis.actors.actors.len()),
        ("attributions", sum(|a| a.attributions.len())),
        ("figures", sum(|a| a.quantities.len())),
        ("time expressions", sum(|a| a.timexes.len())),
    ]
    .into_iter()
    .map(|(name, n)| (name.to_owned(), n))
    .collect();
    let bytes = articles.iter().map(|a| a.text.len()).sum();
    Body::About(AboutView { outlets: outlet_facts(scope), figures, bytes, quality: quality() })
}

/// What `cargo xtask score` measured last: name, figure, reached, parts, target, least, elsewhere,
/// note.
const QUALITY: &[[&str; 8]] = include!(concat!(env!("OUT_DIR"), "/quality.rs"));

fn quality() -> Vec<QualityRow> {
    let own = |s: &str| s.to_owned();
    QUALITY
        .iter()
        .map(|[name, figure, reached, parts, target, least, elsewhere, note]| QualityRow {
            name: own(name),
            figure: own(figure),
            note: own(note),
            reached: own(reached),
            parts: own(parts),
            target: own(target),
            least: own(least),
            elsewhere: own(elsewhere),
            // Figures below one, written with a point first, are in the order of their digits.
            verdict: if reached >= target {
                "reached"
            } else if !least.is_empty() && reached >= least {
                "at least"
            } else {
                "not yet"
            },
        })
        .collect()
}

/// The plain facts about every outlet that has an article and is in the table.
pub fn outlet_facts(scope: &Scope<'_>) -> Vec<OutletFacts> {
    let facts = |o: &OutletView| {
        let known = corpus::outlet(&o.id)?;
        let own = str::to_owned;
        Some(OutletFacts {
            outlet: o.clone(),
            owner: own(known.owner),
            seat: own(known.seat),
            funding: own(known.funding),
            as_of: own(known.as_of),
            facts_from: own(known.facts_from),
            articles: (0..scope.analysis.articles.len())
                .filter(|i| scope.outlet(*i).id == o.id)
                .map(|i| scope.article_link(i))
                .collect(),
        })
    };
    scope.outlets().iter().filter_map(facts).collect()
}

pub fn lost(scope: &Scope<'_>, reason: String) -> (String, Body) {
    let way =
        |text: &str, page: Page| Link { text: text.to_owned(), href: Route::to(page).to_hash() };
    let hash = match &scope.route.page {
        Page::Lost { hash, .. } => hash.clone(),
        _ => scope.route.to_hash(),
    };
    let ways = vec![
        way("Overview", Page::Overview),
        way("All articles", Page::Articles { sort: Default::default(), outlet: None }),
        way("All actors", Page::Actors(Box::default())),
        way("Search", Page::Search(Box::default())),
    ];
    ("Link leads nowhere".to_owned(), Body::Lost(LostView { hash, reason, ways }))
}
