//! How much a search found, as it is shown and said.

use crate::app::parts::number_of;
use crate::page::{FoundView, SearchView};

/// "12 sentences in 4 articles".
pub fn results(v: &SearchView) -> String {
    if v.articles == 0 {
        return if v.asked { "No sentence found".to_owned() } else { String::new() };
    }
    let articles = number_of(v.articles, "article", "articles");
    if v.sentences == 0 {
        return articles;
    }
    let sentences = number_of(v.sentences, "sentence", "sentences");
    match v.found {
        FoundView::Articles(_) => format!("{sentences} in {articles}"),
        FoundView::Sentences(_) => {
            let matches = number_of(v.matches, "match", "matches");
            format!("{matches} in {sentences} of {articles}")
        }
    }
}
