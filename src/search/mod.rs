//! Full-text search: inverted index with positions, query language, ranking, snippets.
//!
//! What can be asked, and exactly what it means, stands in the module `query`; [`HELP`] shows it by
//! example. Plain words match in any form ("liberated" finds "liberate"), articles with all of them
//! first, by BM25F. Case, diacritics, kinds of quotes, hyphens, dots of acronyms and possessive
//! endings do not matter. A plain word or run of words that is a name of an actor, or another
//! romanised spelling of one, finds the actor's other names too; inside quotation marks it does not.
//! Where nothing is found, words that occur nowhere are taken for others spelled nearly so.

mod actors;
mod edits;
mod explain;
mod index;
mod marks;
mod matches;
mod meta;
mod parts;
mod query;
mod rank;
mod scope;
mod understood;
mod words;

pub use index::FIELD_WEIGHTS;
pub use parallax_engine::postings::{AGAIN, EXACT, LENGTH, SATURATION, SUBJECT, Unreadable};
pub use query::{Example, HELP};

use crate::attribution::Attribution;
use crate::entity::{EntityType, Mention};
use crate::ingest::PartialDate;
use crate::order::Order;
use crate::span::Span;
use crate::text::Document;
use query::Catalogue;

/// What the index reads of an article.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// The original text.
    pub text: &'a str,
    /// Its sentences and tokens (sentences carry the kind of their block).
    pub doc: &'a Document,
    /// What is known about it beside its words.
    pub about: About<'a>,
}

/// What the index reads about an article beside its words. All of it may be missing.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// The outlet's id; empty where it is not known.
    pub outlet: &'a str,
    /// The outlet's name as readers know it.
    pub outlet_name: &'a str,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Who is quoted.
    pub attributions: &'a [Attribution],
    /// The mentions that the attributions' speakers are indices into.
    pub mentions: &'a [Mention],
}

/// A label that articles use for an actor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The words.
    pub text: String,
    /// Whether it is a common noun ("the regime"), which stands for the actor in its article but is
    /// no name to search by.
    pub nominal: bool,
}

/// One place where an actor is named, by a name or a common noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Naming {
    /// The article's number in the index.
    pub article: usize,
    /// The sentence in its article.
    pub sentence: usize,
    /// The mention. An attribution's speaker is found by it.
    pub span: Span,
    /// The label used, an index into [`ActorEntry::labels`].
    pub label: usize,
}

/// An actor as the search knows it: any of its names finds all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorEntry {
    /// The actor's identifier.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// Its type.
    pub kind: EntityType,
    /// Every label that articles use for it.
    pub labels: Vec<Label>,
    /// Where it is named, in order.
    pub mentions: Vec<Naming>,
}

/// An inverted index over articles, numbered from 0 in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Index {
    store: index::Store,
    actors: actors::Actors,
}

/// A sentence that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceHit {
    /// The sentence in its article.
    pub sentence: usize,
    /// What matched in it, in order, without overlap.
    pub marks: Vec<Span>,
    /// How much of the query is in it: the sum of the rarity of its terms, above 0. For snippets.
    pub weight: f64,
}

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article's number.
    pub article: usize,
    /// Score, above 0; comparable within one answer only.
    pub score: f64,
    /// Matching sentences in order of place; none where the query only excludes.
    pub sentences: Vec<SentenceHit>,
    /// Why it matches, in plain words ("raqqa in headline; Daesh as another name of Islamic State").
    pub why: String,
}

/// Another query that was answered because nothing matches the one that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The other query, as it could have been typed.
    pub query: String,
    /// The words replaced, in order: as typed, and what stands in their place.
    pub replaced: Vec<(String, String)>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Matching articles, best first; equal scores in order of number.
    pub hits: Vec<Hit>,
    /// Number of matching articles, also those that `top` left out.
    pub total: usize,
    /// The query as it was understood, in plain words.
    pub understood: String,
    /// What could not be understood and how it was taken instead; other names that were searched too.
    pub notes: Vec<String>,
    /// Where nothing matches, but something does once words that occur nowhere are written as others
    /// that do: that other query, whose answer this is.
    pub suggestion: Option<Suggestion>,
}

impl Hit {
    /// The `most` sentences that show most of the query, in order of place; of equals the first.
    pub fn snippet(&self, most: usize) -> Vec<&SentenceHit> {
        let mut best: Vec<&SentenceHit> = self.sentences.iter().collect();
        best.order_by(|a, b| b.weight.total_cmp(&a.weight).then(a.sentence.cmp(&b.sentence)));
        best.truncate(most);
        best.order_by_key(|s| s.sentence);
        best
    }
}

impl Index {
    /// Adds an article and returns its number. It is found after [`Self::commit`].
    pub fn add(&mut self, article: Article<'_>) -> usize {
        self.store.add(article);
        self.store.len() - 1
    }

    /// Makes what was added findable.
    pub fn commit(&mut self) {
        self.store.postings.commit();
    }

    /// Takes an article out, as if it had never been added; the numbers of later articles go down
    /// by one, also in what is known of actors. False where there is no such article.
    pub fn remove(&mut self, article: usize) -> bool {
        let removed = self.store.remove(article);
        if removed {
            self.actors.remove_article(article);
        }
        removed
    }

    /// The postings as bytes, to be kept; what was not committed is not in them. What is known of
    /// articles beside their words, and of actors, is not either.
    pub fn save(&self) -> Vec<u8> {
        self.store.postings.save()
    }

    /// Reads what [`Self::save`] wrote. It can be searched at once; where words stand in their texts, and
    /// with it marks and reasons, needs each article again ([`Self::attach`]).
    pub fn load(bytes: &[u8]) -> Result<Self, Unreadable> {
        Ok(Self { store: index::Store::load(bytes)?, actors: actors::Actors::default() })
    }

    /// Gives an article of an index that was read what only the article tells. False where there is none
    /// of this number, or one with another number of words.
    pub fn attach(&mut self, number: usize, article: Article<'_>) -> bool {
        self.store.attach(number, article)
    }

    /// Adds an actor: from now on any of its names finds all of them.
    pub fn add_actor(&mut self, actor: ActorEntry) {
        self.actors.add(actor);
    }

    /// Forgets all actors.
    pub fn clear_actors(&mut self) {
        self.actors = actors::Actors::default();
    }

    /// Replaces what is known of actors.
    pub fn set_actors(&mut self, actors: Vec<ActorEntry>) {
        self.clear_actors();
        actors.into_iter().for_each(|actor| self.add_actor(actor));
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Answers a query; never fails. `top` bounds the number of articles. Where nothing matches,
    /// words that occur nowhere are taken for others spelled nearly so ([`Answer::suggestion`]).
    pub fn search(&self, query: &str, top: usize) -> Answer {
        let read = query::parse(query, self);
        let answer = self.answer(&read, top);
        if answer.total > 0 {
            return answer;
        }
        self.search_nearly(query, &read, top).unwrap_or(answer)
    }

    /// The answer to the query with other words for those that occur nowhere, if it has any.
    fn search_nearly(&self, text: &str, read: &query::Query, top: usize) -> Option<Answer> {
        let other = self.corrected(text, read)?;
        let mut answer = self.answer(&query::parse(&other.query, self), top);
        if answer.total == 0 {
            return None;
        }
        let (typed, shown) = (query::short(text), query::short(&other.query));
        answer.notes.insert(0, format!("Nothing found for “{typed}”; showing “{shown}”."));
        answer.suggestion = Some(other);
        Some(answer)
    }

    /// The query with other words for those that occur nowhere.
    fn corrected(&self, text: &str, read: &query::Query) -> Option<Suggestion> {
        let occurs = |typed: &query::Typed| self.occurs(&typed.form, typed.exact);
        let like = |form: &str, edits: u8| self.store.like(form, edits);
        query::correct::correct(text, &read.typed, &occurs, &like)
    }

    /// Ranks by plain words: no character of the query is an operator. For queries in sentences.
    pub fn search_words(&self, query: &str, top: usize) -> Answer {
        self.answer(&query::plain(query), top)
    }

    /// The numbers of the best `top` articles with their scores, best first, and how many match; the same as
    /// of [`Self::search`], without what is needed to show them.
    pub fn find(&self, query: &str, top: usize) -> (Vec<(usize, f32)>, usize) {
        let best = |read: &query::Query| rank::best(read, top, &self.store, &self.actors);
        let read = query::parse(query, self);
        let found = best(&read);
        if found.1 > 0 {
            return found;
        }
        let other = self.corrected(query, &read);
        other.map_or(found, |other| best(&query::parse(&other.query, self)))
    }

    fn answer(&self, query: &query::Query, top: usize) -> Answer {
        let ranked = rank::rank(query, top, &self.store, &self.actors);
        let mut notes = query.notes.clone();
        notes.extend(explain::alias_notes(query, &ranked, &self.store, &self.actors));
        let hits = ranked
            .found
            .iter()
            .filter_map(|found| {
                let entry = self.store.article(found.article)?;
                Some(Hit {
                    article: found.article,
                    score: found.score,
                    sentences: marks::sentences(found, &ranked, entry),
                    why: explain::why(query, found, &ranked, entry, &self.store, &self.actors),
                })
            })
            .collect();
        let understood = understood::understood(query, &self.actors);
        Answer { hits, total: ranked.total, understood, notes, suggestion: None }
    }
}

impl query::Catalogue for Index {
    fn actors(&self) -> &actors::Actors {
        &self.actors
    }

    fn outlets(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = Vec::new();
        for meta in self.store.all().map(|a| a.meta()).filter(|m| !m.outlet.is_empty()) {
            if !out.iter().any(|(id, _)| *id == meta.outlet) {
                out.push((meta.outlet.clone(), meta.outlet_name.clone()));
            }
        }
        out
    }

    fn undated(&self) -> usize {
        self.store.all().filter(|a| a.meta().days().is_none()).count()
    }

    fn occurs(&self, form: &str, exact: bool) -> bool {
        self.store.occurs(&self.store.ids(form, exact))
    }
}
