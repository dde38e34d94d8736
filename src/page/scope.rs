//! What all pages need: outlets with their seats, counts that open, columns.

use super::evidence;
use super::model::{Choice, Count, Line, Link, OutletView};
use crate::analysis::{Aligned, Analysis, Article};
use crate::claim::align::SentenceRef;
use crate::compare;
use crate::corpus;
use crate::order::Order;
use crate::route::{Column, EvidenceKey, Page, Route};
use crate::span::Span;
use std::rc::Rc;

/// The analysis and the route, as page builders see them.
pub struct Scope<'a> {
    pub analysis: &'a Analysis,
    pub route: &'a Route,
    outlets: Vec<OutletView>,
}

impl<'a> Scope<'a> {
    pub fn new(analysis: &'a Analysis, route: &'a Route) -> Self {
        let mut ids: Vec<&str> = analysis.articles.iter().map(|a| a.outlet()).collect();
        ids.order();
        ids.dedup();
        let outlets = ids
            .into_iter()
            .enumerate()
            .map(|(seat, id)| OutletView { id: id.to_owned(), name: outlet_name(id), seat })
            .collect();
        Self { analysis, route, outlets }
    }

    /// The threshold of statements in percent that the reader chose for the page.
    pub fn alike(&self) -> Option<u8> {
        match &self.route.page {
            Page::Compare(state) => state.alike,
            _ => None,
        }
    }

    /// The statements, at this threshold.
    pub fn aligned(&self) -> Rc<Aligned> {
        self.analysis.aligned(self.alike())
    }

    /// Every outlet that has an article, in the order of their seats.
    pub fn outlets(&self) -> &[OutletView] {
        &self.outlets
    }

    /// The outlet of an article.
    pub fn outlet(&self, article: usize) -> OutletView {
        let id = self.analysis.articles.get(article).map_or("", |a| a.outlet());
        self.outlet_by_id(id).unwrap_or_else(|| OutletView {
            id: id.to_owned(),
            name: outlet_name(id),
            seat: 0,
        })
    }

    /// The outlet with this id, where it has an article.
    pub fn outlet_by_id(&self, id: &str) -> Option<OutletView> {
        self.outlets.iter().find(|o| o.id == id).cloned()
    }

    /// Says so where no article is by an outlet.
    pub fn known_outlet(&self, id: &str) -> Result<(), String> {
        match self.outlet_by_id(id) {
            Some(_) => Ok(()),
            None => Err(format!("no article in this library is by an outlet \"{id}\"")),
        }
    }

    pub fn article(&self, article: usize) -> Option<&'a Rc<Article>> {
        self.analysis.articles.get(article)
    }

    /// The articles of a column; `None` where the library does not hold it.
    pub fn articles_of(&self, column: &Column) -> Option<compare::Column> {
        let articles: Vec<usize> = match column {
            Column::Article(id) => self.analysis.article(id).into_iter().collect(),
            Column::Outlet(id) => (0..self.analysis.articles.len())
                .filter(|i| self.analysis.articles[*i].outlet() == id)
                .collect(),
        };
        (!articles.is_empty()).then_some(articles)
    }

    /// Each outlet as a column.
    pub fn outlet_columns(&self) -> Vec<(Column, compare::Column)> {
        self.outlets
            .iter()
            .map(|o| Column::Outlet(o.id.clone()))
            .filter_map(|c| Some((c.clone(), self.articles_of(&c)?)))
            .collect()
    }

    /// A number that opens its sentences. It is the number of matches that it opens, so that no
    /// two views can disagree.
    pub fn count(&self, key: EvidenceKey, what: &str) -> Count {
        let value = evidence::matches(self, &key).len();
        self.counted(key, value, what)
    }

    /// As [`Self::count`], where the number of matches is known from a wider key.
    pub fn counted(&self, key: EvidenceKey, value: usize, what: &str) -> Count {
        let open = self.route.open.as_ref() == Some(&key);
        let href = self.route.toggled(key).to_hash();
        Count { value, href, open, title: format!("{what}: {value}") }
    }

    /// The address of an actor.
    pub fn actor_id(&self, actor: usize) -> String {
        self.analysis.actors.actors.get(actor).map_or(String::new(), |a| a.id.clone())
    }

    pub fn actor_link(&self, actor: usize) -> Link {
        let actor = self.analysis.actors.actors.get(actor);
        Link {
            text: actor.map_or(String::new(), |a| a.name.clone()),
            href: actor.map_or(String::new(), |a| Route::actor(&a.id).to_hash()),
        }
    }

    pub fn article_link(&self, article: usize) -> Link {
        let a = self.article(article);
        Link {
            text: a.map_or(String::new(), |a| a.headline()),
            href: a.map_or(String::new(), |a| Route::article(&a.id, None).to_hash()),
        }
    }

    /// A sentence as evidence, with these spans marked.
    pub fn line(&self, at: SentenceRef, matches: &[Span]) -> Option<Line> {
        evidence::line(self, at, matches)
    }

    /// A choice that leads to another state of this page.
    pub fn choice(&self, text: &str, page: Page, current: bool) -> Choice {
        Choice { text: text.to_owned(), href: Route::to(page).to_hash(), current }
    }

    /// What the reader should know of the whole library: notices of articles.
    pub fn notices(&self) -> Vec<String> {
        let mut out = Vec::new();
        for a in &self.analysis.articles {
            for n in &a.cleaned.notices {
                out.push(format!("{}: {}", a.headline(), n.message));
            }
        }
        out
    }
}

/// The name under which readers know an outlet.
pub fn outlet_name(id: &str) -> String {
    corpus::outlet(id).map_or_else(|| id.to_owned(), |o| o.name.to_owned())
}
