//! The engine behind the few functions that the bench calls. Nothing else knows the engine, so that
//! another one needs a change of this file only.
//!
//! The harness asks for `save` and `load` and does without where there is none.

use parallax::ingest::{Block, BlockKind};
use parallax::search::{About, Article, Index};
use parallax::span::Span;
use parallax::text;
use wasm_bindgen::prelude::wasm_bindgen;

/// An index that is being built, or that is done.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// An index of nothing.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The classes of queries that this engine can express, separated by spaces.
    pub fn classes() -> String {
        "words phrases prefixes fuzzy boolean".into()
    }

    /// Adds a text without a headline.
    pub fn add(&mut self, text: &str) {
        self.put(text, &[(0, text.len(), BlockKind::Body)]);
    }

    /// Adds a headline and the text below it.
    pub fn add_titled(&mut self, title: &str, text: &str) {
        if title.is_empty() {
            return self.add(text);
        }
        let whole = format!("{title}\n\n{text}");
        let body = title.len() + 2;
        self.put(
            &whole,
            &[(0, title.len(), BlockKind::Headline), (body, whole.len(), BlockKind::Body)],
        );
    }

    /// Closes the index: from here on it is searched.
    pub fn finish(&mut self) {
        self.index.commit();
    }

    /// The index as bytes.
    pub fn save(&self) -> Vec<u8> {
        self.index.save()
    }

    /// Reads what `save` wrote; an empty index where it cannot.
    pub fn load(bytes: &[u8]) -> Self {
        Self { index: Index::load(bytes).unwrap_or_default() }
    }

    /// Numbers of the best articles, best first, for a query with operators.
    pub fn search(&self, query: &str, top: usize) -> Vec<u32> {
        self.index.find(query, top).0.iter().map(|(article, _)| *article as u32).collect()
    }

    /// As [`Engine::search`], for plain words: no character is an operator.
    pub fn search_words(&self, query: &str, top: usize) -> Vec<u32> {
        let answer = self.index.search_words(query, top);
        answer.hits.iter().map(|hit| hit.article as u32).collect()
    }

    /// Number of articles that match.
    pub fn total(&self, query: &str) -> usize {
        self.index.find(query, 0).1
    }
}

impl Engine {
    fn put(&mut self, text: &str, parts: &[(usize, usize, BlockKind)]) {
        let blocks: Vec<Block> = parts
            .iter()
            .map(|&(start, end, kind)| Block {
                span: Span { start: start as u32, end: end as u32 },
                kind,
                reason: String::new(),
            })
            .collect();
        let doc = text::analyse(text, &blocks);
        self.index.add(Article { text, doc: &doc, about: About::default() });
    }
}
