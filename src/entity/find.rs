//! One article: from tokens to mentions.

use super::decide::{self, Defined};
use super::known::{Known, known};
use super::local::Sets;
use super::names::{Candidate, Reader};
use super::scan::Words;
use super::tagger::{Tagger, hits};
use super::{EntityType, Form, Mention, acronym, language, nominal, place, title};
use crate::map::{ByName, HashMap};
use crate::order::Order;
use crate::span::Span;
use crate::text::Document;

/// Finds the mentions of one article.
pub(super) fn find(text: &str, doc: &Document) -> Vec<Mention> {
    if language::foreign(text, doc) {
        return Vec::new();
    }
    let known = known();
    let words = Words::new(text, doc, known);
    let mut candidates = candidates(text, doc, known, &words);
    let defined = acronym::definitions(text, &candidates);
    // Pairs are kept by place, since settling may drop candidates.
    let pairs: Vec<(u32, u32)> = defined
        .iter()
        .filter_map(|d| {
            Some((candidates.get(d.first)?.span.start, candidates.get(d.second)?.span.start))
        })
        .collect();
    decide::settle(known, &mut candidates, &defined);
    let defined: Vec<Defined> = pairs
        .iter()
        .filter_map(|(a, b)| {
            let at = |s: &u32| candidates.binary_search_by_key(s, |c| c.span.start).ok();
            Some(Defined { first: at(a)?, second: at(b)? })
        })
        .collect();
    let senses = place::senses(known, doc, &words, &candidates);
    let mut mentions: Vec<Mention> = candidates
        .iter()
        .zip(&senses)
        .map(|(c, sense)| {
            let entry = c.entry.and_then(|e| known.entry(e));
            let mut reason = c.reason.to_owned();
            if !sense.reason.is_empty() {
                reason.push_str("; ");
                reason.push_str(sense.reason);
            }
            let body = nominal::state_body(known, c);
            Mention {
                span: c.span,
                sentence: c.sentence,
                kind: c.kind,
                form: Form::Name,
                title: None,
                local: 0,
                reason,
                known: body.map(|b| b.0).or(entry.map(|e| e.id.as_str())),
                sort: body
                    .map(|b| b.1)
                    .or(sense.sort.filter(|s| *s == "province"))
                    .or(entry.map(|e| e.sort)),
            }
        })
        .collect();
    number(&candidates, &defined, &mut mentions);
    title::find(text, doc, &words, &mut mentions);
    nominal::find(text, doc, known, &words, &mut mentions);
    mentions
}

fn candidates(text: &str, doc: &Document, known: &'static Known, words: &Words) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut tagger = Tagger::shipped(text, doc, known, words);
    let (mut pieces, mut found) = (Vec::new(), Vec::new());
    for sentence in 0..doc.sentences.len() {
        words.pieces(text, doc, sentence, &mut pieces);
        let casing = words.casing(text, &pieces);
        hits::hits(text, known, words, &pieces, casing, &mut found);
        let tagged = tagger.tag(&pieces, casing, &found);
        Reader { text, known, words, pieces: &pieces, sentence, casing, hits: &found }
            .read(&tagged, &mut out);
    }
    let evidence = decide::evidence(&out);
    let before = out.len();
    let mut from = 0;
    for sentence in 0..doc.sentences.len() {
        let to = from + out[from..before].iter().take_while(|c| c.sentence == sentence).count();
        let taken: Vec<Span> = out[from..to].iter().map(|c| c.span).collect();
        from = to;
        words.pieces(text, doc, sentence, &mut pieces);
        let casing = words.casing(text, &pieces);
        Reader { text, known, words, pieces: &pieces, sentence, casing, hits: &[] }
            .recall(&evidence, &taken, &mut out);
    }
    out.order_by_key(|c| c.span.start);
    out
}

/// Gives mentions that the article itself shows to be the same one number.
fn number(candidates: &[Candidate], defined: &[Defined], mentions: &mut [Mention]) {
    let mut groups: HashMap<(String, EntityType, Option<&'static str>), u32> = HashMap::default();
    let mut of: Vec<u32> = Vec::with_capacity(mentions.len());
    let mut fullest: Vec<(String, EntityType)> = Vec::new();
    for (c, m) in candidates.iter().zip(mentions.iter()) {
        let key = match m.known {
            Some(id) => (id.to_owned(), EntityType::Misc, m.sort),
            None => (c.key.clone(), c.kind, m.sort),
        };
        let next = groups.len() as u32;
        let group = *groups.entry(key).or_insert(next);
        if group == next {
            fullest.push((c.key.clone(), c.kind));
        }
        of.push(group);
    }
    let mut sets = Sets::new(fullest.len());
    for pair in defined {
        if let (Some(a), Some(b)) = (of.get(pair.first), of.get(pair.second)) {
            sets.join(*a, *b);
        }
    }
    // A surname goes with the one full name that ends in it.
    let mut by_last: ByName<Option<u32>> = ByName::default();
    for (i, (key, kind)) in fullest.iter().enumerate() {
        if *kind == EntityType::Person
            && let Some((_, last)) = key.rsplit_once(' ')
        {
            let i = i as u32;
            let known = by_last.or_insert(last, Some(i));
            if known.is_some_and(|k| sets.find(k) != sets.find(i)) {
                *known = None;
            }
        }
    }
    for (i, (key, kind)) in fullest.iter().enumerate() {
        if *kind == EntityType::Person
            && let Some(Some(full)) = by_last.get(last_name(key))
            && (!key.contains(' ')
                || key.split(' ').count() == 2
                    && last_name(key) != key.as_str()
                    && super::sound::is_article(key.split(' ').next().unwrap_or("")))
        {
            sets.join(i as u32, *full);
        }
    }
    for (m, group) in mentions.iter_mut().zip(&of) {
        m.local = sets.find(*group);
    }
}

fn last_name(key: &str) -> &str {
    key.rsplit_once(' ').map_or(key, |(_, last)| last)
}
