//! All articles: mentions joined into actors. Works on distinct names; mentions are only counted.
//!
//! A multi-pass sieve (Raghunathan et al. 2010; Lee et al. 2013): each rule is a file of its own, the
//! most certain ones first, and each works on what those before it joined.

mod actors;
mod join;
mod known;
mod local;
mod noun;
mod same;
mod spelling;
mod surname;

use super::known::known;
use super::local::Sets;
use super::sound::key;
use super::{Article, EntityType, Form, Resolution, label};
use crate::map::{ByName, HashMap};
use crate::text::fold;
use join::Joiner;

/// One rule: joins names of which it is sure enough.
type Sieve = fn(&mut Joiner, &[Name]);

/// The rules in their order.
const SIEVES: [Sieve; 6] =
    [known::join, local::join, same::join, spelling::join, surname::join, noun::join];

/// A distinct name of one article: what its mentions share.
struct Name {
    key: String,
    label: String,
    kind: EntityType,
    form: Form,
    known: Option<&'static str>,
    sort: Option<&'static str>,
    article: usize,
    local: u32,
}

/// Joins the mentions of all articles into actors.
pub(super) fn resolve(articles: &[Article<'_>]) -> Resolution {
    let mut names: Vec<Name> = Vec::new();
    let mut name_of: Vec<Vec<u32>> = Vec::with_capacity(articles.len());
    let mut keys: ByName<String> = ByName::default();
    for (article, a) in articles.iter().enumerate() {
        let mut seen: HashMap<(String, EntityType, Form, u32), u32> = HashMap::default();
        let mut of = Vec::with_capacity(a.mentions.len());
        for m in a.mentions {
            let label = label(a.text, m);
            let next = names.len() as u32;
            let id = *seen.entry((label.clone(), m.kind, m.form, m.local)).or_insert(next);
            if id == next {
                let key = keys.or_insert_with(&label.clone(), || key(&fold(&label))).clone();
                names.push(Name {
                    key,
                    label,
                    kind: m.kind,
                    form: m.form,
                    known: m.known,
                    sort: m.sort,
                    article,
                    local: m.local,
                });
            }
            of.push(id);
        }
        name_of.push(of);
    }
    let mut joiner = Joiner { sets: Sets::new(names.len()), why: HashMap::default() };
    for sieve in SIEVES {
        sieve(&mut joiner, &names);
    }
    actors::build(articles, &names, &name_of, joiner)
}

/// The identity that the lexicon gives: its id and, where it tells them apart, the sort.
fn identity(n: &Name) -> Option<(&'static str, &'static str)> {
    let id = n.known?;
    let entry = known().by_id(id)?;
    let sort = n.sort.unwrap_or(entry.sort);
    Some((id, if sort == "capital" { "city" } else { sort }))
}

/// Why a common noun was taken for an actor that the lexicon knows.
fn noun_reason(named: Option<&str>) -> String {
    match named {
        Some(name) => format!("A common noun; “{name}” before it is the nearest name that fits."),
        None => {
            "A common noun that, with the words around it, fits no other actor here.".to_owned()
        }
    }
}
