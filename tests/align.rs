//! Statements shared across articles: texts in, groups of sentences out.

#[path = "align/bundled.rs"]
mod bundled;
#[path = "align/cases.rs"]
mod cases;
#[path = "align/robust.rs"]
mod robust;

use parallax::claim;
use parallax::claim::align::{Article, SentenceRef, Statement, THRESHOLD, align};
use parallax::claim::clause::Clause;
use parallax::claim::number;
use parallax::ingest::{Block, BlockKind};
use parallax::span::Span;
use parallax::text::{Document, analyse};

/// An article ready to be aligned.
pub struct Prepared {
    /// The text.
    pub text: String,
    /// Its tokens.
    pub doc: Document,
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// Actors of each sentence.
    pub actors: Vec<Vec<usize>>,
    /// Quantities of each sentence.
    pub quantities: Vec<Vec<(f64, String)>>,
}

impl Prepared {
    /// Prepares a text of given blocks; `names` lists the names of each stand-in actor.
    pub fn new(text: &str, blocks: &[Block], names: &[&[&str]]) -> Self {
        let doc = analyse(text, blocks);
        let mut quantities = vec![Vec::new(); doc.sentences.len()];
        for q in number::find(text, &doc) {
            quantities[q.sentence].push((q.value, q.unit.clone()));
        }
        let actors = doc
            .sentences
            .iter()
            .map(|s| {
                let sentence = s.span.of(text);
                let named = |name: &&str| {
                    sentence.match_indices(*name).any(|(at, n)| {
                        !sentence[..at].ends_with(char::is_alphanumeric)
                            && !sentence[at + n.len()..].starts_with(char::is_alphanumeric)
                    })
                };
                (0..names.len()).filter(|i| names[*i].iter().any(named)).collect()
            })
            .collect();
        let (clauses, _) = claim::read(text, &doc, &[], &[], &[]);
        Self { text: text.to_owned(), doc, clauses, actors, quantities }
    }

    /// A text that is all body.
    pub fn body(text: &str, names: &[&[&str]]) -> Self {
        let span = Span::new(0, text.len());
        Self::new(text, &[Block { span, kind: BlockKind::Body, reason: String::new() }], names)
    }
}

/// Aligns articles; `outlets` says whose each is.
pub fn aligned(articles: &[Prepared], outlets: &[usize], threshold: f64) -> Vec<Statement> {
    let parts: Vec<Article<'_>> = articles
        .iter()
        .zip(outlets)
        .map(|(a, outlet)| Article {
            text: &a.text,
            doc: &a.doc,
            clauses: &a.clauses,
            actors: &a.actors,
            quantities: &a.quantities,
            outlet: *outlet,
        })
        .collect();
    align(&parts, threshold)
}

/// Aligns bodies, one outlet each, and shows every statement of more than one sentence:
/// "article.sentence" of its members, and what matched in its best link.
pub fn shown(bodies: &[&str], names: &[&[&str]]) -> Vec<String> {
    let articles: Vec<Prepared> = bodies.iter().map(|b| Prepared::body(b, names)).collect();
    let outlets: Vec<usize> = (0..articles.len()).collect();
    let statements = aligned(&articles, &outlets, THRESHOLD);
    let shared = statements.iter().filter(|s| s.sentences.len() > 1);
    shared
        .map(|s| {
            let places: Vec<String> = s
                .sentences
                .iter()
                .map(|SentenceRef { article, sentence }| format!("{article}.{sentence}"))
                .collect();
            format!("{}: {}", places.join(" "), s.links[0].matched.join(", "))
        })
        .collect()
}
