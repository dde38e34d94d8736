//! The inverted index over articles: what the postings of their words mean.

use super::Article;
use super::meta::Meta;
use super::parts;
use crate::ingest::BlockKind;
use crate::span::Span;
use crate::text::{Commonness, Document, commonness};
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
    /// For each word the bytes between it and the one before, and its length (see [`unpack`]).
    spans: Vec<u8>,
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
        Spans(unpack(&self.entry.spans))
    }
}

/// Where the words of an article stand in its text, in order.
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// The text range of `len` positions from `pos`.
    pub fn range(&self, pos: u32, len: u32) -> Option<Span> {
        let from = pos as usize;
        let first = *self.0.get(from)?;
        let last = *self.0.get((from + len.max(1) as usize - 1).min(self.0.len() - 1))?;
        Some(first.join(last))
    }

    /// The positions that share text with `span`: first and number.
    pub fn touching(&self, span: Span) -> Option<(u32, u32)> {
        let from = self.0.partition_point(|s| s.end <= span.start);
        let to = self.0.partition_point(|s| s.start < span.end);
        (from < to).then_some((from as u32, (to - from) as u32))
    }

    /// The positions that lie inside a range of the text: the first, and one past the last.
    pub fn inside(&self, span: Span) -> (usize, usize) {
        let from = self.0.partition_point(|s| s.start < span.start);
        let to = self.0.partition_point(|s| s.end <= span.end);
        (from, to.max(from))
    }
}

/// Adds a number, seven bits a byte.
fn pack(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn unpack(bytes: &[u8]) -> Vec<Span> {
    let mut out = Vec::with_capacity(bytes.len() / 2);
    let mut bytes = bytes.iter();
    let mut number = || {
        let mut number = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = bytes.next()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    };
    let mut at = 0;
    while let (Some(gap), Some(length)) = (number(), number()) {
        out.push(Span { start: at + gap, end: at + gap + length });
        at += gap + length;
    }
    out
}

/// Where the words of an article stand, packed.
fn spans(text: &str, doc: &Document) -> Vec<u8> {
    let mut out = Vec::with_capacity(2 * doc.tokens.len());
    let mut end = 0;
    let mut put = |span: Span| {
        pack(&mut out, span.start.saturating_sub(end));
        pack(&mut out, span.len() as u32);
        end = span.end;
    };
    for i in doc.sentences.iter().flat_map(|s| s.tokens.clone()) {
        match doc.tokens.get(i) {
            Some(token) if parts::is_indexed(doc, i) => {
                if parts::is_plain(doc.form(i)) {
                    put(token.span);
                } else {
                    parts::of_token(text, doc, i).iter().for_each(|part| put(part.span));
                }
            }
            _ => {}
        }
    }
    out
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
        // Each distinct word is looked up once; hyphenated ones have several forms.
        let mut known: Vec<Option<u32>> = vec![None; doc.words.len()];
        for sentence in &doc.sentences {
            let f = field(sentence.kind);
            writer.sentence(f, FIELD_WEIGHTS[usize::from(f)]);
            for i in sentence.tokens.clone() {
                let Some(token) = doc.tokens.get(i) else { continue };
                if !parts::is_indexed(doc, i) {
                    continue;
                }
                if let Some(Some(form)) = known.get(token.word as usize) {
                    writer.word(*form);
                    continue;
                }
                if parts::is_plain(doc.form(i)) {
                    let form = writer.form(doc.form(i));
                    if let Some(slot) = known.get_mut(token.word as usize) {
                        *slot = Some(form);
                    }
                    writer.word(form);
                    continue;
                }
                let parts = parts::of_token(text, doc, i);
                if let [part] = parts.as_slice() {
                    let form = writer.form(&part.form);
                    if !doc.form(i).contains('-')
                        && let Some(slot) = known.get_mut(token.word as usize)
                    {
                        *slot = Some(form);
                    }
                    writer.word(form);
                    continue;
                }
                if let Some(joined) = parts::joined(&parts) {
                    writer.joined(&joined, parts.len() as u32);
                }
                for part in &parts {
                    let form = writer.form(&part.form);
                    writer.word(form);
                }
            }
        }
        let key = writer.end();
        self.entries.push(Entry { key, spans: spans(text, doc), meta: Meta::new(article) });
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
        let spans = spans(article.text, article.doc);
        if unpack(&spans).len() != self.postings.positions(entry.key) as usize {
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
