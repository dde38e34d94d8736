//! Every state that can be shared, as a hash link: `#/compare?cols=cnn,sputnik&table=names`.
//!
//! [`Route::parse`] never fails: what cannot be understood becomes [`Page::Lost`] with the reason.
//! `parse(to_hash(r)) == r` for every route.

mod actors;
mod compare;
mod search;

pub use crate::compare::Unit;
pub use actors::{
    ActorSort, Actors, ActorsShow, Kwic, KwicSort, NetworkOf, NetworkState, PairSort,
};
pub use compare::Compare;
pub use search::{Facet, FacetField, Search, SearchShow, SearchSort};

use crate::attribution::SourceKind;
use crate::claim::clause::Modality;
use std::fmt::Write as _;

/// A page with its state, and the evidence that is open in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Which page.
    pub page: Page,
    /// The number whose sentences are shown in place, if any.
    pub open: Option<EvidenceKey>,
}

/// The pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// What differs, at a glance.
    Overview,
    /// The list of articles.
    Articles {
        /// Order.
        sort: ArticleSort,
        /// Only this outlet.
        outlet: Option<String>,
    },
    /// One article.
    Article {
        /// The article's id.
        id: String,
        /// The sentence to show first.
        at: Option<usize>,
        /// Whether what was cut is shown.
        cut: bool,
        /// Kinds of marks that are switched off.
        hide: Vec<MarkKind>,
    },
    /// The list of actors.
    Actors(Box<Actors>),
    /// One actor.
    Actor {
        /// The actor's id.
        id: String,
        /// Its sentences in context.
        kwic: Kwic,
    },
    /// The side-by-side.
    Compare(Box<Compare>),
    /// Search.
    Search(Box<Search>),
    /// What the reader has corrected.
    Corrections,
    /// What is loaded and where it is kept.
    Library,
    /// Method, limits, licences.
    About,
    /// A link that leads nowhere.
    Lost {
        /// The hash as it was given.
        hash: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// Orders of the article list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleSort {
    /// By outlet name, then headline.
    #[default]
    Outlet,
    /// By date, unknown last.
    Date,
    /// By headline.
    Headline,
    /// By length, longest first.
    Length,
}

/// A column of the comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// All articles of an outlet, by its id.
    Outlet(String),
    /// One article, by its id.
    Article(String),
}

/// The tables above the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompareTable {
    /// Labels by actor.
    #[default]
    Names,
    /// Statements in common and only here.
    Statements,
    /// Figures.
    Numbers,
    /// Who is quoted.
    Quoted,
    /// Who does what to whom.
    Actions,
    /// What happens when.
    Times,
    /// Words that stand out.
    Words,
}

/// Which rows of a comparison are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// All.
    #[default]
    All,
    /// Found in more than one column.
    Shared,
    /// Found in every column.
    Every,
    /// Found in one column only.
    Only,
}

/// Kinds of marks in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// Names and nominal labels of actors.
    Names,
    /// Attributed words.
    Quotes,
    /// Figures.
    Numbers,
    /// Time expressions.
    Times,
}

/// What a number on screen stands for, so that its sentences can be shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKey {
    /// Mentions of an actor, all or in one outlet or article, under all labels or one.
    Mentions {
        /// Actor id.
        actor: String,
        /// Only in this outlet or article.
        within: Option<Column>,
        /// Only under this label.
        label: Option<String>,
    },
    /// Sentences or paragraphs that name two actors.
    Together {
        /// Actor id.
        actor: String,
        /// Actor id.
        other: String,
        /// Only in this outlet or article.
        within: Option<Column>,
        /// Sentences or paragraphs.
        unit: Unit,
    },
    /// Mentions of a person with a title or role before the name.
    Titles {
        /// Actor id.
        actor: String,
        /// Only in this outlet or article.
        within: Option<Column>,
        /// Only with this title.
        title: Option<String>,
    },
    /// Attributed words in which an actor is named.
    SpokenOf {
        /// Actor id.
        actor: String,
        /// Only in this outlet or article.
        within: Option<Column>,
        /// Only by this source.
        source: Option<QuotedBy>,
    },
    /// The statement that holds this sentence.
    Statement {
        /// Article id.
        article: String,
        /// Sentence.
        sentence: usize,
    },
    /// One sentence.
    Sentence {
        /// Article id.
        article: String,
        /// Sentence.
        sentence: usize,
    },
    /// Attributions.
    Quotes {
        /// Only in this outlet or article.
        within: Option<Column>,
        /// Only of this kind of source.
        kind: Option<SourceKind>,
        /// Only by this source.
        source: Option<QuotedBy>,
    },
    /// Figures of an outlet or article.
    Numbers {
        /// Only in this outlet or article.
        within: Option<Column>,
    },
    /// Sentences with a time expression of this value.
    Time {
        /// TIMEX3 value.
        value: String,
        /// Only in this outlet or article.
        within: Option<Column>,
    },
    /// What one actor does to another.
    Deed {
        /// The id of the actor that acts; `None` where the text names none.
        agent: Option<String>,
        /// The verb's base form, after `not ` where it is said not to be so.
        verb: String,
        /// The id of the actor acted upon; `None` where the text names none.
        target: Option<String>,
        /// Only in this outlet or article.
        within: Option<Column>,
        /// Only where it is told so; `None` for however it is told.
        modality: Option<Modality>,
    },
    /// Occurrences of a word in any of its forms.
    Word {
        /// One of the forms.
        word: String,
        /// Only in this outlet or article.
        within: Option<Column>,
    },
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotedBy {
    /// An actor, by its id.
    Actor(String),
    /// A source that is no actor, by the words for it.
    Words(String),
}

impl Route {
    /// A page with nothing open.
    pub fn to(page: Page) -> Self {
        Self { page, open: None }
    }

    /// The article page.
    pub fn article(id: &str, at: Option<usize>) -> Self {
        Self::to(Page::Article { id: id.to_owned(), at, cut: false, hide: Vec::new() })
    }

    /// The actor page.
    pub fn actor(id: &str) -> Self {
        Self::to(Page::Actor { id: id.to_owned(), kwic: Kwic::default() })
    }

    /// The list of actors without any filter.
    pub fn actors() -> Self {
        Self::to(Page::Actors(Box::default()))
    }

    /// The search page.
    pub fn search(query: &str) -> Self {
        Self::to(Page::Search(Box::new(Search::default().asking(query.to_owned()))))
    }

    /// The same page with this evidence open, or closed if it was open already.
    pub fn toggled(&self, key: EvidenceKey) -> Self {
        let open = if self.open.as_ref() == Some(&key) { None } else { Some(key) };
        Self { page: self.page.clone(), open }
    }

    /// The link to this route, beginning with `#/`.
    pub fn to_hash(&self) -> String {
        let mut query = Query::default();
        let path = match &self.page {
            Page::Overview => String::new(),
            Page::Articles { sort, outlet } => {
                query.put_unless_default("sort", article_sort_name(*sort), "outlet");
                query.put("outlet", outlet.as_deref());
                "articles".to_owned()
            }
            Page::Article { id, at, cut, hide } => {
                query.put("s", at.map(|n| n.to_string()).as_deref());
                query.put("cut", cut.then_some("1"));
                MarkKind::write(hide, &mut query);
                format!("articles/{}", encode(id))
            }
            Page::Actors(state) => {
                state.write(&mut query);
                "actors".to_owned()
            }
            Page::Actor { id, kwic } => {
                kwic.write(&mut query);
                format!("actors/{}", encode(id))
            }
            Page::Compare(state) => {
                state.write(&mut query);
                "compare".to_owned()
            }
            Page::Search(state) => {
                state.write(&mut query);
                "search".to_owned()
            }
            Page::Corrections => "corrections".to_owned(),
            Page::Library => "library".to_owned(),
            Page::About => "about".to_owned(),
            Page::Lost { hash, .. } => return hash.clone(),
        };
        if let Some(open) = &self.open {
            query.put_list("open", &open.parts());
        }
        format!("#/{path}{}", query.0)
    }

    /// Reads a location hash, with or without the leading `#`.
    pub fn parse(hash: &str) -> Self {
        Self::try_parse(hash)
            .unwrap_or_else(|reason| Self::to(Page::Lost { hash: hash.to_owned(), reason }))
    }

    fn try_parse(hash: &str) -> Result<Self, String> {
        let rest = hash.strip_prefix('#').unwrap_or(hash);
        if rest.is_empty() {
            return Ok(Self::to(Page::Overview));
        }
        let rest = rest
            .strip_prefix('/')
            .ok_or_else(|| "links of this program begin with #/".to_owned())?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut params = Params::read(query)?;
        let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
        let page = match segments.as_slice() {
            [] => Page::Overview,
            ["articles"] => Page::Articles {
                sort: match params.one("sort")?.as_deref() {
                    None | Some("outlet") => ArticleSort::Outlet,
                    Some("date") => ArticleSort::Date,
                    Some("headline") => ArticleSort::Headline,
                    Some("length") => ArticleSort::Length,
                    Some(other) => return Err(format!("articles cannot be sorted by \"{other}\"")),
                },
                outlet: params.one("outlet")?,
            },
            ["articles", id] => Page::Article {
                id: decode(id)?,
                at: match params.one("s")? {
                    None => None,
                    Some(n) => {
                        Some(n.parse().map_err(|_| format!("\"{n}\" is no sentence number"))?)
                    }
                },
                cut: params.flag("cut")?.unwrap_or(false),
                hide: MarkKind::read(&mut params)?,
            },
            ["actors"] => Page::Actors(Box::new(Actors::read(&mut params)?)),
            ["actors", id] => Page::Actor { id: decode(id)?, kwic: Kwic::read(&mut params)? },
            ["compare"] => Page::Compare(Box::new(Compare::read(&mut params)?)),
            ["search"] => Page::Search(Box::new(Search::read(&mut params)?)),
            ["corrections"] => Page::Corrections,
            ["library"] => Page::Library,
            ["about"] => Page::About,
            _ => return Err(format!("there is no page \"{path}\"")),
        };
        let open = match params.list("open")? {
            parts if parts.is_empty() => None,
            parts => Some(EvidenceKey::from_parts(&parts)?),
        };
        params.finish()?;
        Ok(Self { page, open })
    }
}

fn article_sort_name(sort: ArticleSort) -> &'static str {
    match sort {
        ArticleSort::Outlet => "outlet",
        ArticleSort::Date => "date",
        ArticleSort::Headline => "headline",
        ArticleSort::Length => "length",
    }
}

impl MarkKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Names, Self::Quotes, Self::Numbers, Self::Times];

    /// The name in links and labels.
    pub fn name(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Quotes => "quotes",
            Self::Numbers => "numbers",
            Self::Times => "times",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// The kinds that are switched off.
    fn write(hide: &[Self], query: &mut Query) {
        let hide: Vec<&str> = hide.iter().map(|k| k.name()).collect();
        query.put("hide", (!hide.is_empty()).then(|| hide.join(",")).as_deref());
    }

    fn read(params: &mut Params) -> Result<Vec<Self>, String> {
        let Some(list) = params.one("hide")? else { return Ok(Vec::new()) };
        let kind = |n: &str| {
            Self::from_name(n).ok_or_else(|| format!("there are no marks called \"{n}\""))
        };
        list.split(',').map(kind).collect()
    }
}

impl CompareTable {
    /// All tables in order.
    pub const ALL: [Self; 7] = [
        Self::Names,
        Self::Statements,
        Self::Numbers,
        Self::Quoted,
        Self::Actions,
        Self::Times,
        Self::Words,
    ];

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Statements => "statements",
            Self::Numbers => "numbers",
            Self::Quoted => "quoted",
            Self::Actions => "actions",
            Self::Times => "times",
            Self::Words => "words",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.name() == name)
    }
}

impl Show {
    /// All choices in order.
    pub const ALL: [Self; 4] = [Self::All, Self::Shared, Self::Every, Self::Only];

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Shared => "shared",
            Self::Every => "every",
            Self::Only => "only",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

impl Column {
    /// The code in links: the outlet's id, or `a:` and the article's.
    pub fn code(&self) -> String {
        match self {
            Self::Outlet(id) => format!("o:{id}"),
            Self::Article(id) => format!("a:{id}"),
        }
    }

    /// Reads a code; a plain word is an outlet.
    pub fn from_code(code: &str) -> Result<Self, String> {
        match code.split_once(':') {
            _ if code.is_empty() => Err("a column is empty".to_owned()),
            Some(("a", id)) => Ok(Self::Article(id.to_owned())),
            Some(("o", id)) => Ok(Self::Outlet(id.to_owned())),
            _ => Ok(Self::Outlet(code.to_owned())),
        }
    }
}

impl SourceKind {
    /// The name in links.
    pub fn code(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Military => "military",
            Self::ArmedGroup => "armedgroup",
            Self::Monitor => "monitor",
            Self::Media => "media",
            Self::Civilian => "civilian",
            Self::Unnamed => "unnamed",
            Self::Unknown => "unknown",
        }
    }
}

impl EvidenceKey {
    /// First the kind, then its parts; optional parts may be empty.
    fn parts(&self) -> Vec<String> {
        let own = |s: &str| s.to_owned();
        let within = |c: &Option<Column>| c.as_ref().map_or(String::new(), Column::code);
        // An optional text is told from an empty one by a leading `=`.
        let text = |t: &Option<String>| t.as_ref().map_or(String::new(), |t| format!("={t}"));
        let by = |source: &Option<QuotedBy>| match source {
            None => String::new(),
            Some(QuotedBy::Actor(id)) => format!("={id}"),
            Some(QuotedBy::Words(words)) => format!("~{words}"),
        };
        match self {
            Self::Mentions { actor, within: w, label } => {
                vec![own("mentions"), actor.clone(), within(w), text(label)]
            }
            Self::Together { actor, other, within: w, unit } => {
                let mut parts = vec![own("together"), actor.clone(), other.clone()];
                let paragraph = *unit == Unit::Paragraph;
                if w.is_some() || paragraph {
                    parts.push(within(w));
                }
                if paragraph {
                    parts.push(own("paragraph"));
                }
                parts
            }
            Self::Titles { actor, within: w, title } => {
                vec![own("titles"), actor.clone(), within(w), text(title)]
            }
            Self::SpokenOf { actor, within: w, source } => {
                vec![own("about"), actor.clone(), within(w), by(source)]
            }
            Self::Statement { article, sentence } => {
                vec![own("statement"), article.clone(), sentence.to_string()]
            }
            Self::Sentence { article, sentence } => {
                vec![own("sentence"), article.clone(), sentence.to_string()]
            }
            Self::Quotes { within: w, kind, source } => {
                let kind = kind.map_or("", SourceKind::code);
                vec![own("quotes"), within(w), own(kind), by(source)]
            }
            Self::Numbers { within: w } => vec![own("numbers"), within(w)],
            Self::Time { value, within: w } => vec![own("time"), value.clone(), within(w)],
            Self::Deed { agent, verb, target, within: w, modality } => {
                let mut parts =
                    vec![own("deed"), text(agent), verb.clone(), text(target), within(w)];
                parts.extend(modality.map(|m| own(m.label())));
                parts
            }
            Self::Word { word, within: w } => vec![own("word"), word.clone(), within(w)],
        }
    }

    fn from_parts(parts: &[String]) -> Result<Self, String> {
        let within = |code: &String| -> Result<Option<Column>, String> {
            if code.is_empty() { Ok(None) } else { Column::from_code(code).map(Some) }
        };
        let text = |t: &String| -> Result<Option<String>, String> {
            if t.is_empty() {
                return Ok(None);
            }
            t.strip_prefix('=')
                .map(|t| Some(t.to_owned()))
                .ok_or_else(|| format!("\"{t}\" is out of place"))
        };
        let number =
            |n: &String| n.parse::<usize>().map_err(|_| format!("\"{n}\" is no sentence number"));
        let by = |source: &String| -> Result<Option<QuotedBy>, String> {
            Ok(match source.split_at_checked(1) {
                None if source.is_empty() => None,
                Some(("=", id)) => Some(QuotedBy::Actor(id.to_owned())),
                Some(("~", words)) => Some(QuotedBy::Words(words.to_owned())),
                _ => return Err(format!("\"{source}\" is no source")),
            })
        };
        let (kind, parts) = parts.split_first().ok_or("nothing is open")?;
        Ok(match (kind.as_str(), parts) {
            ("mentions", [actor, w, label]) => {
                Self::Mentions { actor: actor.clone(), within: within(w)?, label: text(label)? }
            }
            ("together", [actor, other, rest @ ..]) => Self::Together {
                actor: actor.clone(),
                other: other.clone(),
                within: match rest.first() {
                    None => None,
                    Some(w) => within(w)?,
                },
                unit: match rest.get(1).map(String::as_str) {
                    None => Unit::Sentence,
                    Some("paragraph") if rest.len() == 2 => Unit::Paragraph,
                    Some(other) => return Err(format!("\"{other}\" is no unit of text")),
                },
            },
            ("titles", [actor, w, title]) => {
                Self::Titles { actor: actor.clone(), within: within(w)?, title: text(title)? }
            }
            ("about", [actor, w, source]) => {
                Self::SpokenOf { actor: actor.clone(), within: within(w)?, source: by(source)? }
            }
            ("statement", [article, n]) => {
                Self::Statement { article: article.clone(), sentence: number(n)? }
            }
            ("sentence", [article, n]) => {
                Self::Sentence { article: article.clone(), sentence: number(n)? }
            }
            ("quotes", [w, kind, source]) => Self::Quotes {
                within: within(w)?,
                kind: match kind.as_str() {
                    "" => None,
                    code => Some(
                        SourceKind::ALL
                            .into_iter()
                            .find(|k| k.code() == code)
                            .ok_or_else(|| format!("there is no kind of source \"{code}\""))?,
                    ),
                },
                source: by(source)?,
            },
            ("numbers", [w]) => Self::Numbers { within: within(w)? },
            ("time", [value, w]) => Self::Time { value: value.clone(), within: within(w)? },
            ("deed", [agent, verb, target, w, rest @ ..]) if rest.len() < 2 => Self::Deed {
                agent: text(agent)?,
                verb: verb.clone(),
                target: text(target)?,
                within: within(w)?,
                modality: match rest.first() {
                    None => None,
                    Some(told) => Some(
                        Modality::ALL
                            .into_iter()
                            .find(|m| m.label() == told)
                            .ok_or_else(|| format!("no act is told as \"{told}\""))?,
                    ),
                },
            },
            ("word", [word, w]) => Self::Word { word: word.clone(), within: within(w)? },
            (kind, _) => return Err(format!("\"{kind}\" cannot be opened")),
        })
    }
}

// ---------------------------------------------------------------------------------------------
// Query strings.

#[derive(Default)]
struct Query(String);

impl Query {
    fn put(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.raw(key, &encode(value));
        }
    }

    fn put_unless_default(&mut self, key: &str, value: &str, default: &str) {
        if value != default {
            self.raw(key, value);
        }
    }

    /// Members are encoded one by one, so that a comma in one does not split it.
    fn put_list(&mut self, key: &str, members: &[String]) {
        if !members.is_empty() {
            let members: Vec<String> = members.iter().map(|m| encode(m)).collect();
            self.raw(key, &members.join(","));
        }
    }

    fn raw(&mut self, key: &str, value: &str) {
        let sign = if self.0.is_empty() { '?' } else { '&' };
        let _ = write!(self.0, "{sign}{key}={value}");
    }
}

struct Params(Vec<(String, String)>);

impl Params {
    fn read(query: &str) -> Result<Self, String> {
        query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                Ok((decode(key)?, value.to_owned()))
            })
            .collect::<Result<_, String>>()
            .map(Self)
    }

    fn take(&mut self, key: &str) -> Vec<String> {
        let (own, rest) = std::mem::take(&mut self.0).into_iter().partition(|(k, _)| k == key);
        self.0 = rest;
        let own: Vec<(String, String)> = own;
        own.into_iter().map(|(_, v)| v).collect()
    }

    fn one(&mut self, key: &str) -> Result<Option<String>, String> {
        let mut values = self.take(key);
        match values.len() {
            0 => Ok(None),
            1 => values.pop().map(|v| decode(&v)).transpose(),
            _ => Err(format!("\"{key}\" stands more than once")),
        }
    }

    fn flag(&mut self, key: &str) -> Result<Option<bool>, String> {
        match self.one(key)?.as_deref() {
            None => Ok(None),
            Some("1") => Ok(Some(true)),
            Some("0") => Ok(Some(false)),
            Some(other) => Err(format!("\"{key}\" is 0 or 1, not \"{other}\"")),
        }
    }

    fn all(&mut self, key: &str) -> Vec<String> {
        self.take(key).iter().map(|v| decode(v).unwrap_or_else(|_| v.clone())).collect()
    }

    fn list(&mut self, key: &str) -> Result<Vec<String>, String> {
        match self.take(key).as_slice() {
            [] => Ok(Vec::new()),
            [one] if one.is_empty() => Ok(Vec::new()),
            [one] => one.split(',').map(decode).collect(),
            _ => Err(format!("\"{key}\" stands more than once")),
        }
    }

    fn finish(self) -> Result<(), String> {
        match self.0.first() {
            None => Ok(()),
            Some((key, _)) => Err(format!("\"{key}\" means nothing on this page")),
        }
    }
}

/// A number of one or more.
fn number(params: &mut Params, key: &str, default: usize) -> Result<usize, String> {
    match params.one(key)? {
        None => Ok(default),
        Some(n) => match n.parse::<usize>() {
            Ok(n) if n > 0 => Ok(n),
            _ => Err(format!("\"{n}\" is no number from 1 up")),
        },
    }
}

/// Percent-encodes all but unreserved characters; a space becomes `+`.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for b in text.bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' => {
                out.push(b as char)
            }
            b' ' => out.push('+'),
            _ => {
                let _ = write!(out, "%{b:02X}");
            }
        }
    }
    out
}

fn decode(text: &str) -> Result<String, String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(b) = bytes.get(i) {
        i += 1;
        match b {
            b'+' => out.push(b' '),
            b'%' => {
                let hex = bytes.get(i..i + 2).and_then(|h| std::str::from_utf8(h).ok());
                let byte = hex
                    .filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit()))
                    .and_then(|h| u8::from_str_radix(h, 16).ok());
                out.push(
                    byte.ok_or_else(|| "a % is not followed by two hexadecimal digits".to_owned())?,
                );
                i += 2;
            }
            b => out.push(*b),
        }
    }
    String::from_utf8(out).map_err(|_| "the link is not valid UTF-8".to_owned())
}
