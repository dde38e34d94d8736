//! The inverted index over articles: what the postings of their words mean.

use super::Article;
use super::meta::Meta;
use super::words::{Packed, Spans, Step, walk};
use crate::ingest::BlockKind;
use crate::text::{Commonness, commonness};
pub(super) use parallax_engine::postings::Place;
use parallax_engine::postings::{self, Unreadable};

/// The fields of an article.
pub(super) const FIELDS: usize = 3;

/// The names of the fields.
pub(super) const FIELD_NAMES: [&str; FIELDS] = ["headline", "caption", "body"];

/// How much an occurrence counts in headline, caption and body.
pub const FIELD_WEIGHTS: [u8; FIELDS] = [2, 1, 1];

fn field(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Headline => 0,
        BlockKind::Caption => 1,
        _ => 2,
    }
}

/// One article as it was indexed, beside its words.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    key: u32,
    /// Where its words stand.
    spans: Packed,
    /// What is known of it beside its words.
    meta: Meta,
}

/// Postings and articles.
#[derive(Clone, Debug)]
pub(super) struct Store {
    pub postings: postings::Store,
    /// Articles in order of number; keys ascend.
    entries: Vec<Entry>,
}

/// An article in the index.
#[derive(Clone, Copy)]
pub(super) struct Indexed<'a> {
    postings: &'a postings::Store,
    entry: &'a Entry,
}

impl<'a> Indexed<'a> {
    /// Its key in the postings.
    pub fn key(self) -> u32 {
        self.entry.key
    }

    /// What is known of it beside its words.
    pub fn meta(self) -> &'a Meta {
        &self.entry.meta
    }

    /// Number of positions.
    pub fn positions(self) -> u32 {
        self.postings.positions(self.key())
    }

    /// The sentence that holds a position.
    pub fn sentence(self, pos: u32) -> usize {
        self.postings.sentence(self.key(), pos)
    }

    /// The field in which a position lies.
    pub fn field(self, pos: u32) -> usize {
        usize::from(self.postings.field(self.key(), pos)).min(FIELDS - 1)
    }

    /// The form at each position.
    pub fn forms(self) -> &'a [u32] {
        self.postings.forms(self.key())
    }

    /// Where each position stands in the text.
    pub fn spans(self) -> Spans {
        self.entry.spans.unpack()
    }
}

fn is_function(form: &str) -> bool {
    commonness(form) == Commonness::Function
}

impl Default for Store {
    fn default() -> Self {
        let mut postings = postings::Store::default();
        postings.set_function(is_function);
        Self { postings, entries: Vec::new() }
    }
}

impl Store {
    pub fn add(&mut self, article: Article<'_>) {
        let Article { text, doc, .. } = article;
        let mut writer = self.postings.add();
        let mut spans = Packed::of(doc);
        // Each distinct word is looked up once.
        let mut known: Vec<Option<u32>> = vec![None; doc.words.len()];
        walk(text, doc, &mut |step| match step {
            Step::Sentence(kind) => {
                let f = field(kind);
                writer.sentence(f, FIELD_WEIGHTS[usize::from(f)]);
            }
            Step::Joined(joined, parts) => writer.joined(joined, parts as u32),
            Step::Word(number, form, span) => {
                let slot = number.and_then(|n| known.get_mut(n as usize));
                let form = match slot {
                    Some(slot) => *slot.get_or_insert_with(|| writer.form(form)),
                    None => writer.form(form),
                };
                writer.word(form);
                spans.put(span);
            }
        });
        let key = writer.end();
        self.entries.push(Entry { key, spans, meta: Meta::new(article) });
    }

    /// The postings of a kept index; of the articles nothing else is known yet.
    pub fn load(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut postings = postings::Store::load(bytes)?;
        postings.set_function(is_function);
        let entry = |key: &u32| Entry { key: *key, ..Entry::default() };
        let entries = postings.keys().iter().map(entry).collect();
        Ok(Self { postings, entries })
    }

    /// Takes over what is known of an article beside its words. False where it is another article.
    pub fn attach(&mut self, number: usize, article: Article<'_>) -> bool {
        let Some(entry) = self.entries.get_mut(number) else { return false };
        let mut spans = Packed::of(article.doc);
        let mut words = 0;
        walk(article.text, article.doc, &mut |step| {
            if let Step::Word(.., span) = step {
                spans.put(span);
                words += 1;
            }
        });
        if words != self.postings.positions(entry.key) {
            return false;
        }
        entry.spans = spans;
        entry.meta = Meta::new(article);
        true
    }

    /// Takes article `number` out; costs in proportion to the articles that were indexed with it.
    pub fn remove(&mut self, number: usize) -> bool {
        if number >= self.entries.len() {
            return false;
        }
        let entry = self.entries.remove(number);
        self.postings.remove(entry.key)
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// All articles, in order of number.
    pub fn all(&self) -> impl Iterator<Item = Indexed<'_>> {
        self.entries.iter().map(|entry| Indexed { postings: &self.postings, entry })
    }

    /// The article with this number.
    pub fn article(&self, number: usize) -> Option<Indexed<'_>> {
        Some(Indexed { postings: &self.postings, entry: self.entries.get(number)? })
    }

    /// The article with this key and its number.
    pub fn entry(&self, key: u32) -> Option<(usize, Indexed<'_>)> {
        let number = self.entries.binary_search_by_key(&key, |e| e.key).ok()?;
        Some((number, self.article(number)?))
    }

    /// The text of a word's form.
    pub fn form_text(&self, form: u32) -> &str {
        self.postings.dictionary.text(form)
    }

    /// The form itself, or with `exact` false every form with its stem.
    pub fn ids(&self, form: &str, exact: bool) -> Vec<u32> {
        let dictionary = &self.postings.dictionary;
        if exact { dictionary.exactly(form) } else { dictionary.of_stem(form) }
    }

    /// Every form that begins with `prefix`.
    pub fn ids_prefixed(&self, prefix: &str) -> Vec<u32> {
        self.postings.dictionary.beginning(prefix).to_vec()
    }

    /// Whether one of these forms occurs.
    pub fn occurs(&self, forms: &[u32]) -> bool {
        forms.iter().any(|form| self.postings.documents(*form) > 0)
    }

    /// The words that occur at most so many edits from one, each with its edits and in how many
    /// articles.
    pub fn like(&self, form: &str, edits: u8) -> Vec<(String, u32, usize)> {
        let like = self.postings.dictionary.like(form, u32::from(edits)).into_iter();
        like.map(|(form, edits)| {
            (self.form_text(form).to_owned(), edits, self.postings.documents(form))
        })
        .filter(|(.., articles)| *articles > 0)
        .collect()
    }

    /// The places of these forms, in order.
    pub fn places(&self, forms: &[u32]) -> Vec<Place> {
        self.postings.places(forms)
    }
}
