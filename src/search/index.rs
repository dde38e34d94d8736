//! The inverted index: for each word form its places, and for each article what a place means.

use super::Article;
use super::meta::Meta;
use super::parts::{self, Part};
use crate::ingest::BlockKind;
use crate::map::ByName;
use crate::order::Order;
use crate::span::Span;
use crate::text::stem;

/// The fields of an article, in the order of their weights in [`super::rank`].
pub(super) const FIELDS: usize = 3;

/// The names of the fields.
pub(super) const FIELD_NAMES: [&str; FIELDS] = ["headline", "caption", "body"];

fn field(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Headline => 0,
        BlockKind::Caption => 1,
        _ => 2,
    }
}

/// Where a form stands: `len` positions from `pos`. Ordered by article, then place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Key of the article ([`Entry::key`]).
    pub doc: u32,
    /// First position.
    pub pos: u32,
    /// Number of positions; above 1 for joined compounds, phrases and names.
    pub len: u32,
}

#[derive(Clone, Debug, Default)]
struct Form {
    text: String,
    places: Vec<Place>,
}

/// One article as it was indexed.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Key that postings use; grows with each article and is never used again.
    pub key: u32,
    /// For each position where it stands in the text.
    pub spans: Vec<Span>,
    /// For each position its form.
    pub forms: Vec<u32>,
    /// Forms of joined compounds.
    joined: Vec<u32>,
    /// For each sentence its first position.
    starts: Vec<u32>,
    /// For each sentence its field.
    fields: Vec<u8>,
    /// Positions in each field.
    pub lengths: [u32; FIELDS],
    /// What is known of it beside its words.
    pub meta: Meta,
}

impl Entry {
    /// The sentence that holds a position.
    pub fn sentence(&self, pos: u32) -> usize {
        // Empty sentences share their start with the next one; the last of equals is the holder.
        self.starts.partition_point(|s| *s <= pos).saturating_sub(1)
    }

    /// The field of a sentence.
    pub fn field(&self, sentence: usize) -> usize {
        self.fields.get(sentence).map_or(FIELDS - 1, |f| usize::from(*f))
    }

    /// The text range of `len` positions from `pos`.
    pub fn span(&self, pos: u32, len: u32) -> Option<Span> {
        let from = pos as usize;
        let first = *self.spans.get(from)?;
        let last = *self.spans.get((from + len.max(1) as usize - 1).min(self.spans.len() - 1))?;
        Some(first.join(last))
    }

    /// The positions that share text with `span`: first and number.
    pub fn positions(&self, span: Span) -> Option<(u32, u32)> {
        let from = self.spans.partition_point(|s| s.end <= span.start);
        let to = self.spans.partition_point(|s| s.start < span.end);
        (from < to).then_some((from as u32, (to - from) as u32))
    }
}

/// Postings and articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Store {
    /// Articles in order of number; keys ascend.
    pub entries: Vec<Entry>,
    forms: Vec<Form>,
    by_form: ByName<u32>,
    by_stem: ByName<Vec<u32>>,
    next_key: u32,
    /// Positions in each field over all articles.
    totals: [u64; FIELDS],
}

impl Store {
    pub fn add(&mut self, article: Article<'_>) {
        let Article { text, doc, .. } = article;
        let meta = Meta::new(article);
        let mut entry = Entry { key: self.next_key, meta, ..Entry::default() };
        self.next_key += 1;
        // Each distinct word is looked up once; hyphenated ones have several forms.
        let mut known: Vec<Option<u32>> = vec![None; doc.words.len()];
        for sentence in &doc.sentences {
            let f = field(sentence.kind);
            entry.starts.push(entry.spans.len() as u32);
            entry.fields.push(f);
            let before = entry.spans.len();
            for i in sentence.tokens.clone() {
                let Some(token) = doc.tokens.get(i) else { continue };
                if let Some(Some(form)) = known.get(token.word as usize) {
                    self.put(&mut entry, *form, token.span);
                    continue;
                }
                let parts = parts::of_token(text, doc, i);
                if let [part] = parts.as_slice() {
                    let form = self.form(&part.form);
                    if !doc.form(i).contains('-')
                        && let Some(slot) = known.get_mut(token.word as usize)
                    {
                        *slot = Some(form);
                    }
                    self.put(&mut entry, form, part.span);
                    continue;
                }
                self.compound(&mut entry, &parts);
            }
            let added = entry.spans.len() - before;
            entry.lengths[usize::from(f)] += added as u32;
            self.totals[usize::from(f)] += added as u64;
        }
        self.entries.push(entry);
    }

    fn compound(&mut self, entry: &mut Entry, parts: &[Part]) {
        let pos = entry.spans.len() as u32;
        if let Some(joined) = parts::joined(parts) {
            let form = self.form(&joined);
            entry.joined.push(form);
            let place = Place { doc: entry.key, pos, len: parts.len() as u32 };
            self.forms[form as usize].places.push(place);
        }
        for part in parts {
            let form = self.form(&part.form);
            self.put(entry, form, part.span);
        }
    }

    fn put(&mut self, entry: &mut Entry, form: u32, span: Span) {
        let pos = entry.spans.len() as u32;
        entry.spans.push(span);
        entry.forms.push(form);
        self.forms[form as usize].places.push(Place { doc: entry.key, pos, len: 1 });
    }

    fn form(&mut self, text: &str) -> u32 {
        if let Some(form) = self.by_form.get(text) {
            return *form;
        }
        let form = self.forms.len() as u32;
        self.forms.push(Form { text: text.to_owned(), places: Vec::new() });
        self.by_form.insert(text, form);
        self.by_stem.slot(&stem(text)).push(form);
        form
    }

    /// Takes article `number` out; costs in proportion to the postings of its words.
    pub fn remove(&mut self, number: usize) -> bool {
        if number >= self.entries.len() {
            return false;
        }
        let entry = self.entries.remove(number);
        let mut used = entry.forms;
        used.extend(entry.joined);
        used.order();
        used.dedup();
        for form in used {
            let places = &mut self.forms[form as usize].places;
            let from = places.partition_point(|p| p.doc < entry.key);
            let to = places.partition_point(|p| p.doc <= entry.key);
            places.drain(from..to);
        }
        for (total, length) in self.totals.iter_mut().zip(entry.lengths) {
            *total -= u64::from(length);
        }
        true
    }

    /// The article with this key and its number.
    pub fn entry(&self, key: u32) -> Option<(usize, &Entry)> {
        let number = self.entries.binary_search_by_key(&key, |e| e.key).ok()?;
        Some((number, &self.entries[number]))
    }

    /// Mean number of positions of a field, over all articles; at least a little above 0.
    pub fn mean_length(&self, field: usize) -> f64 {
        let total = self.totals.get(field).copied().unwrap_or(0) as f64;
        (total / self.entries.len().max(1) as f64).max(1e-9)
    }

    /// A form's text.
    pub fn form_text(&self, form: u32) -> &str {
        self.forms.get(form as usize).map_or("", |f| f.text.as_str())
    }

    /// The form itself, or with `exact` false every form with its stem.
    pub fn ids(&self, form: &str, exact: bool) -> Vec<u32> {
        if exact {
            self.by_form.get(form).copied().into_iter().collect()
        } else {
            self.ids_of_stem(&stem(form))
        }
    }

    /// Every form with this stem.
    pub fn ids_of_stem(&self, stem: &str) -> Vec<u32> {
        self.by_stem.get(stem).cloned().unwrap_or_default()
    }

    /// Every form that begins with `prefix`, in the order of their first occurrence; looks at each form.
    pub fn ids_prefixed(&self, prefix: &str) -> Vec<u32> {
        self.ids_where(&|form| form.starts_with(prefix))
    }

    /// Every form that is wanted, in the order of their first occurrence; looks at each form.
    pub fn ids_where(&self, wanted: &dyn Fn(&str) -> bool) -> Vec<u32> {
        (0..).zip(&self.forms).filter(|(_, f)| wanted(&f.text)).map(|(id, _)| id).collect()
    }

    /// Every form that occurs, and at how many places.
    pub fn words(&self) -> Vec<(&str, usize)> {
        let forms = self.forms.iter().filter(|f| !f.places.is_empty());
        forms.map(|f| (f.text.as_str(), f.places.len())).collect()
    }

    /// How many places these forms have.
    pub fn count(&self, ids: &[u32]) -> usize {
        ids.iter().filter_map(|id| self.forms.get(*id as usize)).map(|f| f.places.len()).sum()
    }

    /// The places of these forms, in order.
    pub fn places(&self, ids: &[u32]) -> Vec<Place> {
        let mut out: Vec<Place> = Vec::with_capacity(self.count(ids));
        for form in ids.iter().filter_map(|id| self.forms.get(*id as usize)) {
            out.extend_from_slice(&form.places);
        }
        if ids.len() > 1 {
            out.order();
            out.dedup();
        }
        out
    }
}
