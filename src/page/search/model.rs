//! What the search page shows.

use crate::page::model::{Building, Choice, DateView, KwicLine, Line, Link, OutletView, Piece};
use crate::page::paged::PagesView;
use serde::Serialize;

/// Search.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SearchView {
    /// The query as typed; a very long one is cut.
    pub query: String,
    /// How far the index is, where it is not whole yet; then nothing is found yet either.
    #[serde(skip)]
    pub building: Option<Building>,
    /// As it was understood.
    pub understood: String,
    /// A query that finds more, where this one finds nothing.
    pub suggestion: Option<Link>,
    /// Other names searched, what was not understood.
    pub notes: Vec<String>,
    /// Whether there is anything to look for: words, or filters.
    pub asked: bool,
    /// What it is called when it is saved, until the reader gives it another name.
    pub name: String,
    /// The link under which it is saved: without the page of the results.
    #[serde(skip)]
    pub link: String,
    /// Matching articles, after facets.
    pub articles: usize,
    /// Matching sentences, after facets. Each facet's number is what this becomes, or grows by, when
    /// the facet is followed.
    pub sentences: usize,
    /// Matches in these sentences.
    pub matches: usize,
    /// Matching sentences without any facet.
    pub without: usize,
    /// Facets with counts of sentences.
    pub facets: Vec<FacetGroup>,
    /// Chosen facets; each link takes one away.
    pub chips: Vec<Chip>,
    /// Takes all of them away.
    pub clear: Option<String>,
    /// By article, by sentence.
    pub shows: Vec<Choice>,
    /// Orders.
    pub sorts: Vec<Choice>,
    /// One page of results.
    pub found: FoundView,
    /// The other pages, where there are any.
    pub pages: Option<PagesView>,
    /// What can be asked, where there are no results.
    pub syntax: Vec<SyntaxRow>,
    /// Queries to try, where there are no results.
    pub examples: Vec<Link>,
}

/// A page of results.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum FoundView {
    /// By article, in the order asked for.
    Articles(Vec<ResultView>),
    /// Match by match, with the words around it.
    Sentences(Vec<KwicLine>),
}

/// Values of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetGroup {
    /// "Outlet", "Actor named".
    pub name: String,
    /// Values, most sentences first; dates newest first.
    pub values: Vec<FacetValue>,
    /// Shows those that are left out, or leaves them out again.
    pub more: Option<Link>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// As in links: "actor:raqqa".
    pub code: String,
    /// As shown.
    pub text: String,
    /// Its outlet's seat, for the outlet facet.
    pub seat: Option<usize>,
    /// Sentences that are shown when it is chosen.
    pub count: usize,
    /// Whether these come on top of those shown now, as when another value of the facet is chosen.
    pub adds: bool,
    /// Chooses it (or takes the choice back).
    pub include: String,
    /// Shuts it out (or takes that back).
    pub exclude: String,
    /// `Some(true)` chosen, `Some(false)` shut out.
    pub state: Option<bool>,
}

/// A chosen facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chip {
    /// "outlet: CNN", "not actor: Raqqa".
    pub text: String,
    /// Takes it away.
    pub remove: String,
}

/// An article that matches.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResultView {
    /// Outlet.
    pub outlet: OutletView,
    /// Headline, linked.
    pub headline: Link,
    /// The headline with the words marked, where they stand in it; else nothing.
    pub title: Vec<Piece>,
    /// Date.
    pub date: DateView,
    /// Why it matches.
    pub why: String,
    /// The matching sentences below the headline that show most of the query, with the words marked, in
    /// order of place.
    pub lines: Vec<Line>,
    /// All matching sentences of the article, where more match than are shown.
    pub all: Option<Link>,
}

/// A form of the query language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SyntaxRow {
    /// What it finds.
    pub meaning: &'static str,
    /// A query that uses it, linked.
    pub example: Link,
}

impl Default for FoundView {
    fn default() -> Self {
        Self::Articles(Vec::new())
    }
}
