//! All articles: mentions joined into actors. Works on distinct names; mentions are only counted.
//!
//! A multi-pass sieve (Raghunathan et al. 2010; Lee et al. 2013): each rule is a file of its own, the
//! most certain ones first, and each works on what those before it joined.

mod acronym;
mod actors;
mod join;
mod known;
mod local;
mod noun;
mod part;
mod protagonist;
mod role;
mod same;
mod servant;
mod side;
mod spelling;
mod surname;
mod theme;

pub use spelling::{Sounds, is_known_sound, sounds};

use super::known::known;
use super::local::Sets;
use super::phrase::{self, Gender, Phrase};
use super::sound::key;
use super::{Article, EntityType, Form, Resolution, label};
use crate::map::{ByName, HashMap};
use crate::text::fold;
use join::Joiner;

/// One rule: joins names of which it is sure enough.
type Sieve = fn(&mut Joiner, &[Name]);

/// The rules for running text, in their order: each tells one actor from another.
const STRICT: &[Sieve] =
    &[known::join, local::join, same::join, spelling::join, acronym::join, surname::join];

/// The rules for given names.
const GIVEN: &[Sieve] =
    &[known::join, local::join, same::join, spelling::join, surname::join, part::join];

/// The rules where common nouns were given too. Loose identity: the mentions are taken to speak of one
/// event, so that common nouns with one head are one actor, and what belongs to a state is the
/// state's. Not used for what readers see.
const LOOSE: &[Sieve] = &[
    known::join,
    local::join,
    same::join,
    spelling::join,
    acronym::join,
    surname::join,
    part::join,
    role::join,
    noun::join,
    role::join_groups,
    noun::join_groups,
    protagonist::join,
    side::join,
    servant::join,
    theme::join,
];

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
    /// Words before a person's name that say what the person is, folded.
    title: String,
    /// How many mentions it has.
    count: u32,
    /// What the label says, for mentions that were given.
    phrase: Option<Phrase>,
}

impl Name {
    /// The phrase of a common noun.
    fn noun(&self) -> Option<&Phrase> {
        self.phrase.as_ref().filter(|p| self.form == Form::Nominal && !p.lemma.is_empty())
    }
}

/// Joins the mentions of all articles into actors.
pub(super) fn resolve(articles: &[Article<'_>]) -> Resolution {
    run(articles, STRICT, None)
}

/// Joins mentions that were given, by loose identity where common nouns are among them.
pub(super) fn resolve_given(articles: &[Article<'_>]) -> Resolution {
    let all = || articles.iter().flat_map(|a| a.mentions);
    let loose = 8 * all().filter(|m| m.form == Form::Nominal).count() > all().count();
    run(articles, if loose { LOOSE } else { GIVEN }, Some(phrase::read))
}

fn run(articles: &[Article<'_>], sieves: &[Sieve], read: Option<fn(&str) -> Phrase>) -> Resolution {
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
                let mut key = keys.or_insert_with(&label.clone(), || key(&fold(&label))).clone();
                let phrase = read.map(|read| read(&label));
                if let Some(p) =
                    phrase.as_ref().filter(|p| m.form == Form::Name && !p.name.is_empty())
                {
                    // The name alone, without titles and what else a given span holds.
                    let long = m.kind != EntityType::Person && m.known.is_none();
                    key.clone_from(if long { &p.full } else { &p.name });
                }
                let title = m.title.map_or(String::new(), |t| fold(t.of(a.text)));
                names.push(Name {
                    key,
                    label,
                    kind: m.kind,
                    form: m.form,
                    known: m.known,
                    sort: m.sort,
                    article,
                    local: m.local,
                    title,
                    count: 0,
                    phrase,
                });
            }
            if let Some(n) = names.get_mut(id as usize) {
                n.count += 1;
            }
            of.push(id);
        }
        name_of.push(of);
    }
    let mut joiner = Joiner { sets: Sets::new(names.len()), why: HashMap::default() };
    for sieve in sieves {
        sieve(&mut joiner, &names);
    }
    actors::build(articles, &names, &name_of, joiner)
}

/// What pronouns, titles and nouns tell of the sex of each set.
fn sexes(joiner: &mut Joiner, names: &[Name]) -> HashMap<u32, Gender> {
    let mut votes: HashMap<u32, (u32, u32)> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let told = match n.form {
            Form::Pronoun => phrase::gender(&n.key),
            Form::Nominal => n.noun().and_then(|p| phrase::gender(&p.lemma)),
            Form::Name => n
                .title
                .split(|c: char| !c.is_alphanumeric())
                .chain(n.label.to_lowercase().split(['.', ' ']).take(1))
                .find_map(phrase::gender),
        };
        let Some(told) = told else { continue };
        let row = votes.entry(joiner.sets.find(i as u32)).or_default();
        match told {
            Gender::Male => row.0 += n.count,
            Gender::Female => row.1 += n.count,
        }
    }
    let told = votes.into_iter().filter(|(_, (m, f))| m != f);
    told.map(|(root, (m, f))| (root, if m > f { Gender::Male } else { Gender::Female })).collect()
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
