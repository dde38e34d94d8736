//! One article.

use super::articles::{in_order, top_actors};
use super::dates::{date_view, how_words};
use super::model::{
    ActorCount, ArticleView, Body, CutBlock, Elsewhere, Fact, QuotedSource, ReaderBlock,
    ReaderSentence,
};
use super::pieces::{article_stretches, mark_choices, pieces};
use super::scope::{Scope, outlet_name};
use crate::analysis::Article;
use crate::claim::align::SentenceRef;
use crate::compare;
use crate::ingest::{Block, BlockKind, Found};
use crate::order::Order;
use crate::route::{Column, EvidenceKey, MarkKind, Page, QuotedBy, Route};

pub fn body(
    scope: &Scope<'_>,
    id: &str,
    at: Option<usize>,
    cut: bool,
    hide: &[MarkKind],
) -> Result<(String, Body), String> {
    let index = scope
        .analysis
        .article(id)
        .ok_or_else(|| format!("the library holds no article \"{id}\""))?;
    let a = scope.article(index).ok_or("the article is gone")?;
    if let Some(n) = at
        && n >= a.doc.sentences.len()
    {
        return Err(format!(
            "the article has {} sentences, so there is no sentence {n}",
            a.doc.sentences.len()
        ));
    }
    let page =
        |cut: bool, hide: Vec<MarkKind>| Page::Article { id: id.to_owned(), at: None, cut, hide };
    let cut_blocks = a.cleaned.blocks.iter().filter(|b| !b.kind.is_coverage()).count();
    let order = in_order(scope);
    let here = order.iter().position(|i| *i == index);
    let neighbour = |step: isize| {
        let next = here?.checked_add_signed(step)?;
        order.get(next).map(|i| scope.article_link(*i))
    };
    let actors = top_actors(scope, index, 8)
        .into_iter()
        .filter_map(|x| {
            let actor = scope.analysis.actors.actors.get(x)?;
            let key = EvidenceKey::Mentions {
                actor: actor.id.clone(),
                within: Some(Column::Article(id.to_owned())),
                label: None,
            };
            Some(ActorCount {
                actor: scope.actor_link(x),
                kind: actor.kind,
                count: scope.count(key, &format!("mentions of {} here", actor.name)),
            })
        })
        .collect();
    let headline = a.headline();
    let view = ArticleView {
        outlet: scope.outlet(index),
        headline: headline.clone(),
        date: date_view(a),
        facts: facts(a),
        blocks: blocks(scope, index, a, cut, hide),
        marks: mark_choices(hide, &|hide| page(cut, hide)),
        cut: scope.choice(
            if cut { "hide what was cut" } else { "show what was cut" },
            page(!cut, hide.to_vec()),
            cut,
        ),
        cut_blocks,
        quoted: quoted_sources(scope, &Column::Article(id.to_owned()), &[index]),
        actors,
        at,
        previous: neighbour(-1),
        next: neighbour(1),
    };
    Ok((headline, Body::Article(Box::new(view))))
}

/// The sources quoted in a column, each with its quotations.
pub fn quoted_sources(scope: &Scope<'_>, column: &Column, articles: &[usize]) -> Vec<QuotedSource> {
    let cells = compare::quoted(scope.analysis, &[articles.to_vec()]);
    cells.into_iter().flatten().filter_map(|q| quoted_source(scope, column, &q)).collect()
}

/// One quoted source. Its count opens the quotations of the actor, or, where the source is no
/// actor, those with the same words for it.
pub fn quoted_source(
    scope: &Scope<'_>,
    column: &Column,
    quoted: &compare::Quoted,
) -> Option<QuotedSource> {
    let actor = quoted.actor.and_then(|a| scope.analysis.actors.actors.get(a));
    let key = EvidenceKey::Quotes {
        within: Some(column.clone()),
        kind: Some(quoted.kind),
        source: Some(match actor {
            Some(actor) => QuotedBy::Actor(actor.id.clone()),
            None => QuotedBy::Words(quoted.name.clone()),
        }),
    };
    Some(QuotedSource {
        name: quoted.name.clone(),
        actor: actor.map(|a| Route::actor(&a.id).to_hash()),
        kind: quoted.kind.label().to_owned(),
        count: scope.count(key, &format!("quotations of {}", quoted.name)),
    })
}

fn facts(a: &Article) -> Vec<Fact> {
    let meta = &a.cleaned.metadata;
    let fact = |name: &str, f: &Found<String>| Fact {
        name: name.to_owned(),
        value: f.value.clone(),
        how: how_words(&f.how),
    };
    let mut out = Vec::new();
    if let Some(outlet) = &meta.outlet {
        let mut f = fact("Outlet", outlet);
        f.value = outlet_name(&outlet.value);
        out.push(f);
    }
    out.extend(meta.authors.iter().map(|f| fact("Author", f)));
    out.extend(meta.agencies.iter().map(|f| fact("Agency credited", f)));
    if let Some(captured) = &meta.captured {
        out.push(fact("Page captured", captured));
    }
    if let Some(url) = &a.given.url {
        out.push(Fact {
            name: "Address".to_owned(),
            value: url.clone(),
            how: "given with the text".to_owned(),
        });
    }
    if let Some(credit) = &a.given.credit {
        out.push(Fact {
            name: "Rights".to_owned(),
            value: credit.clone(),
            how: "given with the text".to_owned(),
        });
    }
    out
}

fn blocks(
    scope: &Scope<'_>,
    index: usize,
    a: &Article,
    cut: bool,
    hide: &[MarkKind],
) -> Vec<ReaderBlock> {
    let stretches = article_stretches(scope, index, hide);
    let mut out = Vec::new();
    let mut run: Vec<&Block> = Vec::new();
    let mut number = 0;
    for (b, block) in a.cleaned.blocks.iter().enumerate() {
        if !block.kind.is_coverage() {
            run.push(block);
            continue;
        }
        out.extend(cut_run(&mut run, a, cut));
        let is_body = block.kind == BlockKind::Body;
        number += usize::from(is_body);
        let sentences = a
            .doc
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, s)| s.block == b)
            .map(|(i, s)| ReaderSentence {
                index: i,
                pieces: pieces(&a.text, s.span, &stretches),
                elsewhere: elsewhere(scope, index, i),
            })
            .collect();
        out.push(ReaderBlock::Text {
            kind: block.kind,
            number: is_body.then_some(number),
            sentences,
        });
    }
    out.extend(cut_run(&mut run, a, cut));
    out
}

/// "3 related headlines and 1 credit cut".
fn cut_run(run: &mut Vec<&Block>, a: &Article, shown: bool) -> Option<ReaderBlock> {
    if run.is_empty() {
        return None;
    }
    let run = std::mem::take(run);
    let mut kinds: Vec<(BlockKind, usize)> = Vec::new();
    for block in &run {
        match kinds.iter_mut().find(|(k, _)| *k == block.kind) {
            Some((_, n)) => *n += 1,
            None => kinds.push((block.kind, 1)),
        }
    }
    let parts: Vec<String> =
        kinds.into_iter().map(|(k, n)| format!("{n} {}", noun(k, n))).collect();
    let summary = match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    };
    let blocks = if shown {
        run.iter()
            .map(|b| CutBlock {
                kind: b.kind,
                reason: b.reason.clone(),
                text: b.span.of(&a.text).to_owned(),
            })
            .collect()
    } else {
        Vec::new()
    };
    Some(ReaderBlock::Cut { summary: format!("{summary} cut"), blocks })
}

fn noun(kind: BlockKind, n: usize) -> &'static str {
    let one = n == 1;
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Byline if one => "byline",
        BlockKind::Byline => "bylines",
        BlockKind::Dateline if one => "dateline",
        BlockKind::Dateline => "datelines",
        BlockKind::Caption => "caption",
        BlockKind::Credit if one => "credit",
        BlockKind::Credit => "credits",
        BlockKind::Body => "paragraph",
        BlockKind::Related if one => "related headline",
        BlockKind::Related => "related headlines",
        BlockKind::Tags if one => "tag line",
        BlockKind::Tags => "tag lines",
        BlockKind::Comment if one => "reader's comment line",
        BlockKind::Comment => "readers' comment lines",
        BlockKind::Series if one => "series label",
        BlockKind::Series => "series labels",
        BlockKind::Copyright if one => "copyright line",
        BlockKind::Copyright => "copyright lines",
        BlockKind::Chrome if one => "piece of page furniture",
        BlockKind::Chrome => "pieces of page furniture",
    }
}

/// The other outlets whose sentences were found to report the same.
fn elsewhere(scope: &Scope<'_>, article: usize, sentence: usize) -> Vec<Elsewhere> {
    let aligned = scope.aligned();
    let Some(id) = scope.article(article).map(|a| a.id.clone()) else { return Vec::new() };
    let own = scope.outlet(article).seat;
    let told = aligned.of_sentence(SentenceRef { article, sentence }).flat_map(|s| &s.sentences);
    let mut outlets: Vec<_> = told.map(|s| scope.outlet(s.article)).collect();
    outlets.retain(|o| o.seat != own);
    outlets.order_by_key(|o| o.seat);
    outlets.dedup();
    let key = EvidenceKey::Statement { article: id, sentence };
    let open = scope.route.open.as_ref() == Some(&key);
    let href = scope.route.toggled(key).to_hash();
    outlets.into_iter().map(|outlet| Elsewhere { outlet, href: href.clone(), open }).collect()
}
