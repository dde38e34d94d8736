//! The state of the search page.

use super::{KwicSort, Params, Query, number};

/// What is looked for, among what, and how the results stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub query: String,
    /// Facets chosen and shut out.
    pub facets: Vec<Facet>,
    /// By article, or sentence by sentence.
    pub show: SearchShow,
    /// Order of the articles.
    pub sort: SearchSort,
    /// Order of the sentences.
    pub lines: KwicSort,
    /// The page of the results, from 1; after the last one the last is shown.
    pub page: usize,
    /// Facets whose values are shown to the end, each once.
    pub long: Vec<FacetField>,
}

/// How results are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchShow {
    /// Articles, each with the sentences that show most of the query.
    #[default]
    Articles,
    /// Every match with the words around it.
    Sentences,
}

/// Orders of articles that match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchSort {
    /// Best match first.
    #[default]
    Relevance,
    /// Newest first, those without a date last.
    Newest,
    /// Oldest first, those without a date last.
    Oldest,
}

/// The field of a search facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetField {
    /// Outlet.
    Outlet,
    /// Type of an actor named in the sentence.
    Kind,
    /// Actor named in the sentence.
    Actor,
    /// Month of publication.
    Date,
    /// Whether the match stands in attributed words.
    Quoted,
    /// Article.
    Article,
}

/// A facet value that is chosen or shut out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facet {
    /// Field.
    pub field: FacetField,
    /// Value: an id, a type's code, "2017-03", "2017", "none", "yes" or "no". A value that nothing
    /// has is no error; nothing is found with it.
    pub value: String,
    /// Whether sentences with it are shut out.
    pub exclude: bool,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            query: String::new(),
            facets: Vec::new(),
            show: SearchShow::default(),
            sort: SearchSort::default(),
            lines: KwicSort::default(),
            page: 1,
            long: Vec::new(),
        }
    }
}

impl Search {
    /// The same search for other words, from its first page.
    pub fn asking(&self, query: String) -> Self {
        Self { query, page: 1, ..self.clone() }
    }

    pub(super) fn write(&self, query: &mut Query) {
        query.put("q", (!self.query.is_empty()).then_some(self.query.as_str()));
        for f in &self.facets {
            let sign = if f.exclude { "-" } else { "" };
            query.put("f", Some(&format!("{sign}{}:{}", f.field.name(), f.value)));
        }
        query.put("show", (self.show == SearchShow::Sentences).then_some("sentences"));
        let sort = match self.sort {
            SearchSort::Relevance => "relevance",
            SearchSort::Newest => "newest",
            SearchSort::Oldest => "oldest",
        };
        query.put_unless_default("sort", sort, "relevance");
        query.put_unless_default("kwic", self.lines.name(), "place");
        query.put_unless_default("page", &self.page.to_string(), "1");
        let long: Vec<String> = self.long.iter().map(|f| f.name().to_owned()).collect();
        query.put_list("more", &long);
    }

    pub(super) fn read(params: &mut Params) -> Result<Self, String> {
        let mut long = Vec::new();
        for name in params.list("more")? {
            let field = FacetField::from_name(&name);
            let field = field.ok_or_else(|| format!("there is no filter by \"{name}\""))?;
            if !long.contains(&field) {
                long.push(field);
            }
        }
        Ok(Self {
            query: params.one("q")?.unwrap_or_default(),
            facets: params.all("f").iter().map(|f| Facet::read(f)).collect::<Result<_, _>>()?,
            show: match params.one("show")?.as_deref() {
                None | Some("articles") => SearchShow::Articles,
                Some("sentences") => SearchShow::Sentences,
                Some(other) => return Err(format!("results cannot be shown as \"{other}\"")),
            },
            sort: match params.one("sort")?.as_deref() {
                None | Some("relevance") => SearchSort::Relevance,
                Some("newest") => SearchSort::Newest,
                Some("oldest") => SearchSort::Oldest,
                Some(other) => return Err(format!("results cannot be sorted by \"{other}\"")),
            },
            lines: KwicSort::read(params)?,
            page: number(params, "page", 1)?,
            long,
        })
    }
}

impl FacetField {
    /// All fields, in the order in which they are shown; articles are never listed.
    pub const ALL: [Self; 6] =
        [Self::Outlet, Self::Kind, Self::Actor, Self::Date, Self::Quoted, Self::Article];

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Kind => "type",
            Self::Actor => "actor",
            Self::Date => "date",
            Self::Quoted => "quoted",
            Self::Article => "article",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.name() == name)
    }
}

impl Facet {
    fn read(text: &str) -> Result<Self, String> {
        let (exclude, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (name, value) = rest.split_once(':').unwrap_or_default();
        match FacetField::from_name(name) {
            Some(field) => Ok(Self { field, value: value.to_owned(), exclude }),
            None => Err(format!("\"{text}\" is no filter")),
        }
    }
}
