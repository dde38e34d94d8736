//! A value for each sentence.

use super::Article;
use crate::claim::align::SentenceRef;
use std::rc::Rc;

/// A value for each sentence of some articles.
#[derive(Clone, Debug, PartialEq)]
pub struct BySentence<V>(Vec<Vec<V>>);

impl<V> Default for BySentence<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Clone + Default> BySentence<V> {
    /// The default value for every sentence.
    pub fn new(articles: &[Rc<Article>]) -> Self {
        Self(articles.iter().map(|a| vec![V::default(); a.doc.sentences.len()]).collect())
    }

    /// The value of a sentence; `None` where there is no such sentence.
    pub fn get(&self, at: SentenceRef) -> Option<&V> {
        self.0.get(at.article)?.get(at.sentence)
    }

    /// The value of a sentence, to be changed; `None` where there is no such sentence.
    pub fn get_mut(&mut self, at: SentenceRef) -> Option<&mut V> {
        self.0.get_mut(at.article)?.get_mut(at.sentence)
    }

    /// The values of an article's sentences, in order.
    pub fn of_article(&self, article: usize) -> &[V] {
        self.0.get(article).map_or(&[], Vec::as_slice)
    }
}
