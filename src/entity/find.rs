//! One article: from tokens to mentions.

use super::decide::{self, Defined};
use super::known::{Known, known};
use super::names::{Candidate, Reader};
use super::scan::Words;
use super::tagger::{Tagger, hits};
use super::{Form, Mention, acronym, language, local, nominal, place, title};
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
    decide::coordinate(text, &mut candidates);
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
    local::number(&candidates, &defined, &mut mentions);
    title::find(text, doc, &words, &mut mentions);
    nominal::find(text, doc, known, &words, &mut mentions);
    mentions
}

fn candidates(text: &str, doc: &Document, known: &'static Known, words: &Words) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut tagger = Tagger::shipped(text, doc, words);
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
