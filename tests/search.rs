//! Full-text search over the public API: texts and a query in, readable lines out.

#[path = "search/brute.rs"]
mod brute;
#[path = "search/cases.rs"]
mod cases;
#[path = "search/robust.rs"]
mod robust;

use parallax::entity::EntityType;
use parallax::ingest::{Block, BlockKind};
use parallax::search::{About, ActorEntry, Article, Index, Label, Naming};
use parallax::span::Span;
use parallax::text::{Document, analyse};

/// An article of one headline (may be empty) and a body.
pub fn article(headline: &str, body: &str) -> (String, Document) {
    let text = format!("{headline}\n\n{body}");
    let block = |kind, from: usize, to: usize| Block {
        span: Span::new(from, to),
        kind,
        reason: String::new(),
    };
    let start = headline.len() + 2;
    let blocks =
        [block(BlockKind::Headline, 0, headline.len()), block(BlockKind::Body, start, text.len())];
    let doc = analyse(&text, &blocks);
    (text, doc)
}

/// An index over articles given as (headline, body).
pub fn index(articles: &[(&str, &str)]) -> (Index, Vec<(String, Document)>) {
    let mut index = Index::default();
    let articles: Vec<_> = articles.iter().map(|(h, b)| article(h, b)).collect();
    for (text, doc) in &articles {
        index.add(Article { text, doc, about: About::default() });
    }
    index.commit();
    (index, articles)
}

/// An actor whose mentions are wherever one of its labels stands as whole words.
pub fn actor(id: &str, labels: &[&str], articles: &[(String, Document)]) -> ActorEntry {
    let mut mentions = Vec::new();
    for (number, (text, doc)) in articles.iter().enumerate() {
        for (label, words) in labels.iter().enumerate() {
            for (at, found) in text.match_indices(words) {
                let span = Span::new(at, at + found.len());
                let whole = !text[at + found.len()..].starts_with(char::is_alphanumeric)
                    && !text[..at].ends_with(char::is_alphanumeric);
                if let (true, Some(sentence)) = (whole, doc.sentence_at(span.start)) {
                    mentions.push(Naming { article: number, sentence, span, label });
                }
            }
        }
    }
    mentions.sort();
    ActorEntry {
        id: id.to_owned(),
        name: labels[0].to_owned(),
        kind: EntityType::Org,
        labels: labels.iter().map(|l| named(l)).collect(),
        mentions,
    }
}

/// A label as a name, or as a common noun where it has no capital.
fn named(label: &str) -> Label {
    Label { text: label.to_owned(), nominal: !label.contains(char::is_uppercase) }
}

/// The answer as lines: number of the article, then its marked words by sentence.
pub fn shown(index: &Index, articles: &[(String, Document)], query: &str) -> Vec<String> {
    let answer = index.search(query, 100);
    let hits = answer.hits.iter().map(|hit| {
        let text = &articles[hit.article].0;
        let sentences: Vec<String> = hit
            .sentences
            .iter()
            .map(|s| {
                let marks: Vec<&str> = s.marks.iter().map(|m| m.of(text)).collect();
                format!("{}[{}]", s.sentence, marks.join("|"))
            })
            .collect();
        format!("{} {}", hit.article, sentences.join(" ")).trim_end().to_owned()
    });
    hits.collect()
}
