//! A library of articles and its comparison, behind the few functions that the bench calls.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::page;
use parallax::route::{Column, Compare, CompareTable, Page, Route};
use wasm_bindgen::prelude::wasm_bindgen;

/// Articles and all that is said of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Library {
    analysis: Analysis,
}

#[wasm_bindgen]
impl Library {
    /// No article yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article.
    pub fn add(&mut self, id: &str, outlet: &str, text: &str) {
        let given = Given { outlet: Some(outlet.to_owned()), ..Given::default() };
        self.analysis.add(Source { id: id.to_owned(), text: text.into(), given });
    }

    /// Analyses the articles; their sentences.
    pub fn analyse(&mut self) -> usize {
        self.analysis.finish();
        self.analysis.articles.iter().map(|a| a.doc.sentences.len()).sum()
    }

    /// Does one step of the finding of statements; whether any are left.
    pub fn align(&self) -> bool {
        self.analysis.align_step(None).is_some()
    }

    /// The names of the tables.
    pub fn tables() -> String {
        CompareTable::ALL.map(CompareTable::name).join(" ")
    }

    /// Makes the page with a table; the length of its title, so that nothing is left out as unused.
    pub fn table(&self, name: &str) -> usize {
        let Some(table) = CompareTable::ALL.into_iter().find(|t| t.name() == name) else {
            return 0;
        };
        let mut outlets: Vec<&str> = self.analysis.articles.iter().map(|a| a.outlet()).collect();
        outlets.dedup();
        let columns = outlets.iter().map(|id| Column::Outlet((*id).to_owned())).collect();
        let compare = Compare { table, columns, ..Compare::default() };
        page::view(&self.analysis, &Route::to(Page::Compare(Box::new(compare)))).title.len()
    }
}
