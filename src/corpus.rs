//! Articles as they are given to the program: the original text and what is known about it.

use std::rc::Rc;

/// An article before any processing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Short identifier, unique in a corpus, used in links.
    pub id: String,
    /// The original text, byte for byte.
    pub text: Rc<str>,
    /// What the supplier of the text said about it.
    pub given: Given,
}

/// What is said about an article by whoever supplied it, beside the text itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Outlet: an id of the outlet table, or a plain name.
    pub outlet: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Publication date, ISO 8601 (`2017-03-15`, `2017-03` or `2017`).
    pub date: Option<String>,
    /// Where the article stands or stood.
    pub url: Option<String>,
    /// Whose text this is.
    pub credit: Option<String>,
    /// Whether the text is a page scrape with furniture to be cleaned away (`true`), or clean
    /// article text of which every line counts (`false`).
    pub scrape: bool,
}

/// A news outlet, from `lexicon/outlets.tsv`: plain facts, each with a source and a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// Identifier, used in links.
    pub id: &'static str,
    /// Name as readers know it.
    pub name: &'static str,
    /// Other names under which the outlet appears in texts.
    pub aliases: Vec<&'static str>,
    /// Web domains.
    pub domains: Vec<&'static str>,
    /// Who owns it.
    pub owner: &'static str,
    /// Seat.
    pub seat: &'static str,
    /// How it is paid for.
    pub funding: &'static str,
    /// When these facts held, ISO 8601.
    pub as_of: &'static str,
    /// Where these facts are from.
    pub facts_from: &'static str,
}

/// Every outlet the lexicon knows.
pub fn outlets() -> impl Iterator<Item = Outlet> {
    crate::lexicon::OUTLETS.rows::<9>().map(
        |[id, name, aliases, domains, owner, seat, funding, as_of, facts_from]| Outlet {
            id,
            name,
            aliases: crate::lexicon::list(aliases).collect(),
            domains: crate::lexicon::list(domains).collect(),
            owner,
            seat,
            funding,
            as_of,
            facts_from,
        },
    )
}

/// The outlet with this id.
pub fn outlet(id: &str) -> Option<Outlet> {
    outlets().find(|o| o.id == id)
}

struct Bundled {
    id: &'static str,
    #[allow(dead_code)]
    file: &'static str,
    outlet: &'static str,
    url: Option<&'static str>,
    credit: &'static str,
    text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/corpus.rs"));

/// The articles that are part of the program.
pub fn bundled() -> Vec<Source> {
    let own = |s: &str| Some(s.to_owned());
    BUNDLED
        .iter()
        .map(|b| Source {
            id: b.id.to_owned(),
            text: b.text.into(),
            given: Given {
                outlet: own(b.outlet),
                title: None,
                date: None,
                url: b.url.map(str::to_owned),
                credit: own(b.credit),
                scrape: true,
            },
        })
        .collect()
}
