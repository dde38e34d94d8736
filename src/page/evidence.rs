//! The sentences behind a number.

use super::dates::{date_view, timex_words};
use super::model::{Evidence, Line, MarkClass};
use super::pieces::{Stretch, pieces};
use super::scope::{Scope, outlet_name};
use crate::analysis::Article;
use crate::attribution::Attribution;
use crate::claim::agency::Action;
use crate::claim::align::SentenceRef;
use crate::compare::{self, counted_label};
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::order::Order;
use crate::route::{Column, EvidenceKey, QuotedBy, Route, Unit};
use crate::span::Span;
use crate::text::{Sentence, Token, TokenKind};

/// One match: where it is, and what is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub at: SentenceRef,
    /// The last sentence of the match, where it is a paragraph; else the same.
    pub to: usize,
    pub spans: Vec<Span>,
}

impl Match {
    /// A match within one sentence.
    fn one(at: SentenceRef, spans: Vec<Span>) -> Self {
        Self { at, to: at.sentence, spans }
    }
}

/// Every match of a key, in order of article and place. The number on screen is their number.
pub fn matches(scope: &Scope<'_>, key: &EvidenceKey) -> Vec<Match> {
    let analysis = scope.analysis;
    let inside = |within: &Option<Column>, article: usize| match within {
        None => true,
        Some(Column::Article(id)) => scope.article(article).is_some_and(|a| a.id == *id),
        Some(Column::Outlet(id)) => scope.article(article).is_some_and(|a| a.outlet() == id),
    };
    let mut out = Vec::new();
    match key {
        EvidenceKey::Mentions { actor, within, label } => {
            let Some(actor) = analysis.actor(actor) else { return out };
            for (at, m) in analysis.counted_mentions(actor) {
                let Some(article) = scope.article(at.article) else { continue };
                let named = |l: &String| counted_label(&article.text, m) == *l;
                if inside(within, at.article) && label.as_ref().is_none_or(named) {
                    let at = SentenceRef { article: at.article, sentence: m.sentence };
                    out.push(Match::one(at, vec![m.span]));
                }
            }
            out.order_by_key(|m| (m.at, m.spans.first().copied()));
        }
        EvidenceKey::Together { actor, other, within, unit } => {
            let (Some(a), Some(b)) = (analysis.actor(actor), analysis.actor(other)) else {
                return out;
            };
            for t in compare::together(analysis, a, b, *unit) {
                if inside(within, t.article) {
                    let at = SentenceRef { article: t.article, sentence: t.from };
                    out.push(Match { at, to: t.to, spans: t.spans });
                }
            }
        }
        EvidenceKey::Titles { actor, within, title } => {
            let Some(actor) = analysis.actor(actor) else { return out };
            for (at, m) in analysis.counted_mentions(actor) {
                let Some(article) = scope.article(at.article) else { continue };
                let Some(span) = m.title else { continue };
                let called = |t: &String| span.words(&article.text) == *t;
                if inside(within, at.article) && title.as_ref().is_none_or(called) {
                    let at = SentenceRef { article: at.article, sentence: m.sentence };
                    out.push(Match::one(at, vec![span]));
                }
            }
            out.order_by_key(|m| (m.at, m.spans.first().copied()));
        }
        EvidenceKey::SpokenOf { actor, within, source } => {
            let Some(actor) = analysis.actor(actor) else { return out };
            let mut mentions: Vec<(usize, Span)> =
                analysis.counted_mentions(actor).map(|(at, m)| (at.article, m.span)).collect();
            mentions.order();
            let by = quoted_by(scope, source.as_ref());
            for (article, a) in analysis.articles.iter().enumerate() {
                if !inside(within, article) {
                    continue;
                }
                for q in a.attributions.iter().filter(|q| q.speech) {
                    let spans: Vec<Span> = mentions
                        .iter()
                        .filter(|(of, s)| *of == article && q.content.iter().any(|c| c.covers(*s)))
                        .map(|(_, s)| *s)
                        .collect();
                    if !spans.is_empty() && by(article, q) {
                        out.push(Match::one(SentenceRef { article, sentence: q.sentence }, spans));
                    }
                }
            }
        }
        EvidenceKey::Statement { article, sentence } => {
            let Some(article) = analysis.article(article) else { return out };
            let aligned = scope.aligned();
            let own = SentenceRef { article, sentence: *sentence };
            let mut places: Vec<SentenceRef> =
                aligned.of_sentence(own).flat_map(|s| s.sentences.iter().copied()).collect();
            places.order();
            places.dedup();
            for at in places {
                out.push(Match::one(at, statement_spans(scope, own, at)));
            }
        }
        EvidenceKey::Sentence { article, sentence } => {
            let Some(article) = analysis.article(article) else { return out };
            let at = SentenceRef { article, sentence: *sentence };
            if scope.article(article).is_some_and(|a| a.doc.sentences.len() > *sentence) {
                out.push(Match::one(at, Vec::new()));
            }
        }
        EvidenceKey::Quotes { within, kind, source } => {
            let by = quoted_by(scope, source.as_ref());
            for (article, a) in analysis.articles.iter().enumerate() {
                if !inside(within, article) {
                    continue;
                }
                for q in a.attributions.iter().filter(|q| q.speech) {
                    let of_kind = kind.is_none_or(|k| k == q.source_kind);
                    if of_kind && by(article, q) {
                        out.push(quotation(article, a, q));
                    }
                }
            }
        }
        EvidenceKey::Numbers { within } => {
            for (article, a) in analysis.articles.iter().enumerate() {
                if inside(within, article) {
                    for q in &a.quantities {
                        let at = SentenceRef { article, sentence: q.sentence };
                        out.push(Match::one(at, vec![q.span]));
                    }
                }
            }
        }
        EvidenceKey::Time { value, within } => {
            for (article, a) in analysis.articles.iter().enumerate() {
                if inside(within, article) {
                    for t in a.timexes.iter().filter(|t| t.value.as_ref() == Some(value)) {
                        let at = SentenceRef { article, sentence: t.sentence };
                        out.push(Match::one(at, vec![t.span]));
                    }
                }
            }
        }
        EvidenceKey::Deed { agent, verb, target, within, modality } => {
            // An id that no actor bears is nobody's act.
            let actor = |id: &Option<String>| match id {
                None => Some(None),
                Some(id) => analysis.actor(id).map(Some),
            };
            let (Some(agent), Some(target)) = (actor(agent), actor(target)) else { return out };
            for (article, a) in analysis.articles.iter().enumerate() {
                if !inside(within, article) {
                    continue;
                }
                let of =
                    |mention: Option<usize>| mention.and_then(|m| analysis.actor_of(article, m));
                for act in &a.actions {
                    let same = of(act.agent) == agent && of(act.target) == target;
                    let told = modality.is_none_or(|m| m == act.modality);
                    if same && told && compare::verb_words(&act.lemma, act.negated) == *verb {
                        let at = SentenceRef { article, sentence: act.sentence };
                        out.push(Match::one(at, act_spans(act)));
                    }
                }
            }
        }
        EvidenceKey::Word { word, within } => {
            let is_form = compare::forms_of(word);
            for (article, a) in analysis.articles.iter().enumerate() {
                if !inside(within, article) {
                    continue;
                }
                for (sentence, s) in a.doc.sentences.iter().enumerate() {
                    for i in s.tokens.clone() {
                        let token = a.doc.tokens.get(i).filter(|t| t.kind == TokenKind::Word);
                        let counted = |t: &&Token| is_form(t.span.of(&a.text), a.doc.stem(i));
                        let at = SentenceRef { article, sentence };
                        out.extend(token.filter(counted).map(|t| Match::one(at, vec![t.span])));
                    }
                }
            }
        }
    }
    out
}

/// A quotation with every sentence that its words stand in.
fn quotation(article: usize, a: &Article, q: &Attribution) -> Match {
    let sentence = |at: u32| a.doc.sentences.partition_point(|s| s.span.end <= at);
    let ends = q.content.iter().flat_map(|s| [sentence(s.start), sentence(s.end.max(1) - 1)]);
    let (from, to) =
        ends.fold((q.sentence, q.sentence), |(from, to), at| (from.min(at), to.max(at)));
    let at = SentenceRef { article, sentence: from };
    Match { at, to: to.min(a.doc.sentences.len().saturating_sub(1)), spans: q.content.clone() }
}

/// A quotation as evidence.
pub fn quotation_line(scope: &Scope<'_>, article: usize, attribution: usize) -> Option<Line> {
    let a = scope.article(article)?;
    let m = quotation(article, a, a.attributions.get(attribution)?);
    stretch(scope, m.at, m.to, matched(&m.spans))
}

/// What is marked of an act: who acts, the verb, and who is acted upon.
pub fn act_spans(act: &Action) -> Vec<Span> {
    [act.agent_span, Some(act.verb), act.target_span].into_iter().flatten().collect()
}

/// Whether an attribution of an article is by this source, or by any where none is asked for.
fn quoted_by<'a>(
    scope: &'a Scope<'_>,
    source: Option<&'a QuotedBy>,
) -> impl Fn(usize, &Attribution) -> bool + use<'a> {
    let asked = match source {
        Some(QuotedBy::Actor(id)) => scope.analysis.actor(id),
        _ => None,
    };
    move |article, q| {
        let speaker = || q.speaker.and_then(|m| scope.analysis.actor_of(article, m));
        match source {
            None => true,
            Some(QuotedBy::Actor(_)) => asked.is_some() && speaker() == asked,
            Some(QuotedBy::Words(words)) => {
                let text = scope.article(article).map_or("", |a| &a.text);
                speaker().is_none() && compare::source_words(text, q) == *words
            }
        }
    }
}

/// What matches in sentence `at` of the statements of sentence `of`: the words that the links between
/// the two name, of the sentence itself those of all its links.
fn statement_spans(scope: &Scope<'_>, of: SentenceRef, at: SentenceRef) -> Vec<Span> {
    let aligned = scope.aligned();
    let links = aligned.of_sentence(of).flat_map(|s| &s.links);
    let of_at = links.filter(|l| l.pair.0 == at || l.pair.1 == at);
    let words: Vec<String> = of_at.flat_map(|l| &l.matched).map(|w| crate::text::fold(w)).collect();
    matched_spans(scope, at, &words)
}

/// Where words (folded, or several in a row) or their stems stand in a sentence.
pub fn matched_spans(scope: &Scope<'_>, at: SentenceRef, words: &[String]) -> Vec<Span> {
    let Some(a) = scope.article(at.article) else { return Vec::new() };
    let Some(sentence) = a.doc.sentences.get(at.sentence) else { return Vec::new() };
    let mut stems: Vec<String> = Vec::new();
    for word in words {
        stems.extend(word.split_whitespace().map(crate::text::stem));
    }
    sentence
        .tokens
        .clone()
        .filter(|i| stems.iter().any(|s| s == a.doc.stem(*i)))
        .filter_map(|i| a.doc.tokens.get(i).map(|t| t.span))
        .collect()
}

/// A sentence as evidence, with these spans marked.
pub fn line(scope: &Scope<'_>, at: SentenceRef, spans: &[Span]) -> Option<Line> {
    stretch(scope, at, at.sentence, matched(spans))
}

/// A sentence as evidence of a statement that only `parts` of it report.
pub fn part_line(
    scope: &Scope<'_>,
    at: SentenceRef,
    spans: &[Span],
    parts: &[Span],
) -> Option<Line> {
    let sentence = scope.article(at.article)?.doc.sentences.get(at.sentence)?.span;
    let mut stretches = matched(spans);
    let mut from = sentence.start;
    for end in parts.iter().map(|p| (p.start, p.end)).chain([(sentence.end, sentence.end)]) {
        if from < end.0 {
            stretches.push(Stretch::plain(Span { start: from, end: end.0 }, MarkClass::Beside));
        }
        from = end.1;
    }
    stretch(scope, at, at.sentence, stretches)
}

fn matched(spans: &[Span]) -> Vec<Stretch> {
    spans.iter().map(|span| Stretch::plain(*span, MarkClass::Match)).collect()
}

/// Several sentences in a row as evidence.
fn stretch(scope: &Scope<'_>, at: SentenceRef, to: usize, stretches: Vec<Stretch>) -> Option<Line> {
    let a = scope.article(at.article)?;
    let sentence = a.doc.sentences.get(at.sentence)?;
    let last = a.doc.sentences.get(to).unwrap_or(sentence);
    Some(Line {
        outlet: scope.outlet(at.article),
        article: scope.article_link(at.article),
        date: date_view(a),
        place: place(a, sentence),
        pieces: pieces(&a.text, sentence.span.join(last.span), &stretches),
        href: Route::article(&a.id, Some(at.sentence)).to_hash(),
    })
}

/// Where a sentence stands in its article: "headline", "caption", "paragraph 3".
pub fn place(article: &Article, sentence: &Sentence) -> String {
    match sentence.kind {
        BlockKind::Headline => "headline".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        _ => format!("paragraph {}", article.paragraph(sentence.block)),
    }
}

/// What a key opens; `None` where it names nothing in the library.
pub fn evidence(scope: &Scope<'_>, key: &EvidenceKey) -> Option<Evidence> {
    let found = matches(scope, key);
    if found.is_empty() {
        return None;
    }
    let total = found.len();
    // Several matches in one sentence share a line; outlets stay together.
    let mut merged: SmallMap<SentenceRef, (usize, Vec<Span>)> = SmallMap::default();
    for m in found {
        let line = merged.slot(m.at);
        line.0 = line.0.max(m.to);
        line.1.extend(m.spans);
    }
    let mut lines: Vec<(usize, SentenceRef, Line)> = merged
        .into_list()
        .into_iter()
        .filter_map(|(at, (to, spans))| {
            stretch(scope, at, to, matched(&spans)).map(|l| (l.outlet.seat, at, l))
        })
        .collect();
    lines.order_by_key(|(seat, at, _)| (*seat, *at));
    let (title, how) = describe(scope, key);
    Some(Evidence {
        title,
        how,
        lines: lines.into_iter().map(|(_, _, line)| line).collect(),
        paragraphs: matches!(key, EvidenceKey::Together { unit: Unit::Paragraph, .. }),
        total,
        close: Route::to(scope.route.page.clone()).to_hash(),
    })
}

fn within_words(scope: &Scope<'_>, within: &Option<Column>) -> String {
    match within {
        None => String::new(),
        Some(Column::Outlet(id)) => format!(" in {}", outlet_name(id)),
        Some(Column::Article(id)) => {
            let article = scope.analysis.article(id).and_then(|a| scope.article(a));
            article.map_or(String::new(), |a| format!(" in “{}”", a.headline()))
        }
    }
}

fn by_words(name: &dyn Fn(&str) -> String, source: &Option<QuotedBy>) -> String {
    match source {
        None => String::new(),
        Some(QuotedBy::Actor(id)) => format!(" of {}", name(id)),
        Some(QuotedBy::Words(words)) => format!(" of “{words}”"),
    }
}

fn describe(scope: &Scope<'_>, key: &EvidenceKey) -> (String, String) {
    let name = |id: &str| {
        let actor = scope.analysis.actor(id).and_then(|a| scope.analysis.actors.actors.get(a));
        actor.map_or_else(|| id.to_owned(), |a| a.name.clone())
    };
    let (title, how) = match key {
        EvidenceKey::Mentions { actor, within, label } => {
            let called = match label {
                Some(l) if *l != name(actor) => format!("{} as “{l}”", name(actor)),
                _ => name(actor),
            };
            let how = "Mentions found by a tagger, word lists and rules; the actor's page says why each \
                       label was joined to it.";
            (format!("{called}{}", within_words(scope, within)), how)
        }
        EvidenceKey::Together { actor, other, within, unit } => {
            let unit = match unit {
                Unit::Sentence => "sentence",
                Unit::Paragraph => "paragraph",
            };
            let within = within_words(scope, within);
            (
                format!("{} and {} in one {unit}{within}", name(actor), name(other)),
                "Both were found there; a name inside another one, as in “US-led”, is not counted.",
            )
        }
        EvidenceKey::Titles { actor, within, title } => {
            let title = title.as_ref().map_or("a title or role".to_owned(), |t| format!("“{t}”"));
            (
                format!("{} with {title}{}", name(actor), within_words(scope, within)),
                "Titles, ranks and roles that stand before the name.",
            )
        }
        EvidenceKey::SpokenOf { actor, within, source } => (
            format!(
                "{} in the attributed words{}{}",
                name(actor),
                by_words(&name, source),
                within_words(scope, within)
            ),
            "Found by reporting words and quotation marks; the actor is marked in them.",
        ),
        EvidenceKey::Statement { .. } => (
            "Sentences that report the same".to_owned(),
            "Aligned automatically by rare words, names and figures in common; the matching \
             words are marked.",
        ),
        EvidenceKey::Sentence { .. } => ("The sentence".to_owned(), "As it stands in the article."),
        EvidenceKey::Quotes { within, kind, source } => {
            let by = by_words(&name, source);
            let kind = kind.map_or(String::new(), |k| format!(", kind of source: {}", k.label()));
            (
                format!("Quotations{by}{}{kind}", within_words(scope, within)),
                "Found by reporting words and quotation marks; the attributed words are marked.",
            )
        }
        EvidenceKey::Numbers { within } => (
            format!("Figures{}", within_words(scope, within)),
            "Found by rules for figures, number words and units.",
        ),
        EvidenceKey::Time { value, within } => (
            format!("{}{}", timex_words(value), within_words(scope, within)),
            "Found by rules for dates; weekdays count only where the publication date is known.",
        ),
        EvidenceKey::Deed { agent, verb, target, within, modality } => {
            let who = agent.as_deref().map_or("nobody named".to_owned(), name);
            let whom = target.as_deref().map_or("something else".to_owned(), name);
            let within = within_words(scope, within);
            let told = modality.map_or_else(String::new, compare::told_words);
            let how = match modality {
                None => {
                    "Who does what to whom, found by a shallow reading of clauses; verbs stand in their base \
                     form, whether the act is told as done, planned or possible."
                }
                Some(_) => {
                    "Who does what to whom, found by a shallow reading of clauses; verbs stand in their base \
                     form, and what is not told as done says how it is told."
                }
            };
            (format!("{who} · {verb}{told} · {whom}{within}"), how)
        }
        EvidenceKey::Word { word, within } => (
            format!("“{word}” in any form{}", within_words(scope, within)),
            "Words with one stem (Porter's rules for English) are counted together.",
        ),
    };
    (title, how.to_owned())
}
