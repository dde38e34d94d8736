//! How much a word says by itself: function words and words that every news text uses.

use crate::lexicon::Lookup;
use std::sync::OnceLock;

/// How common a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Commonness {
    /// Carries content.
    Content,
    /// Carries content, but stands in every news text ("said", "year", "new").
    Common,
    /// Holds sentences together ("the", "of", "was").
    Function,
}

/// How common a folded form is, after `lexicon/stopwords.tsv`.
pub fn commonness(form: &str) -> Commonness {
    static WORDS: OnceLock<Lookup<Commonness>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let rows = crate::lexicon::STOPWORDS.rows::<2>();
        rows.map(|[word, kind]| {
            let kind = if kind == "function" { Commonness::Function } else { Commonness::Common };
            (word, kind)
        })
        .collect()
    });
    words.get(form).copied().unwrap_or(Commonness::Content)
}
