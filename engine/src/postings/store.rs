//! Documents in, postings out: added and removed one by one.

use super::dictionary::{Dictionary, JOINED_PARTS};
use super::segment::{Postings, Segment, Waiting};
use crate::order::sort_numbers;
use std::cell::OnceCell;

/// Occurrences that are put into a segment at once: a few milliseconds of work.
const SLICE: usize = 1 << 16;
/// Segments are joined up to this many occurrences.
const LARGEST: usize = 1 << 20;

/// Where something stands: `len` positions from `pos`. Ordered by document, then place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Key of the document.
    pub doc: u32,
    /// First position.
    pub pos: u32,
    /// Number of positions, at least 1.
    pub len: u32,
}

/// Places as numbers that sort like them: texts are too short for positions of more than 30 bits, and
/// forms stand on 1 to 4.
#[derive(Default)]
struct Packed(Vec<u64>);

impl Packed {
    fn add(&mut self, doc: u32, positions: &[u32], len: u32) {
        let place = |pos: &u32| u64::from(doc) << 32 | u64::from(*pos) << 2 | u64::from(len - 1);
        self.0.extend(positions.iter().map(place));
    }

    fn end(mut self, mixed: bool) -> impl Iterator<Item = Place> {
        if mixed {
            sort_numbers(&mut self.0);
        }
        self.0.into_iter().map(|place| Place {
            doc: (place >> 32) as u32,
            pos: place as u32 >> 2,
            len: (place as u32 & 3) + 1,
        })
    }
}

/// An inverted index with positions.
///
/// A document has a key, which grows with each and is never used again. What was added is found
/// after [`Store::commit`]. Postings lie in segments, each of which holds a run of documents;
/// the last ones are joined when they have grown to like sizes, so that adding costs the same for each
/// document, whatever is there already, and no call takes longer than a slice of the work.
#[derive(Clone, Debug, Default)]
pub struct Store {
    /// The forms of all documents.
    pub dictionary: Dictionary,
    pub(super) segments: Vec<Segment>,
    waiting: Waiting,
    /// Keys of the documents, ascending.
    pub(super) keys: Vec<u32>,
    /// By key: weighted positions; 0 for those removed.
    pub(super) lengths: Vec<u32>,
    /// By key: where its sentences begin; one more at the end.
    pub(super) sentences: Vec<u32>,
    /// For each sentence its first position.
    pub(super) firsts: Vec<u32>,
    /// For each sentence its field and the weight of its words.
    kinds: Vec<(u8, u8)>,
    /// By key: positions.
    ends: Vec<u32>,
    /// By key: the range of positions beyond which every word weighs 1.
    pub(super) heavy: Vec<(u32, u32)>,
    pub(super) total: u64,
    /// By key: where its words begin; one more at the end.
    origins: Vec<u32>,
    /// The forms of all documents, word by word. Made from the postings when it is first needed
    /// after an index was read.
    words: OnceCell<Vec<u32>>,
    /// By stem: in how many documents a word of it stands; made when it is first needed after an
    /// index was read.
    by_stem: OnceCell<ByStem>,
}

/// Documents by stem.
#[derive(Clone, Debug, Default)]
struct ByStem(Vec<Stem>);

#[derive(Clone, Copy, Debug, Default)]
struct Stem {
    documents: u32,
    /// The last document counted, and 1.
    last: u32,
}

impl ByStem {
    /// Counts a document with these forms, `by` 1 or -1 times.
    fn count(&mut self, key: u32, forms: &[u32], dictionary: &Dictionary, by: i32) {
        self.0.resize(dictionary.stem_count().max(self.0.len()), Stem::default());
        // A document is counted out under another name than it was counted in.
        let name = if by > 0 { key + 1 } else { !key };
        for form in forms {
            if let Some(stem) = self.0.get_mut(dictionary.stem(*form) as usize)
                && stem.last != name
            {
                stem.last = name;
                stem.documents = stem.documents.saturating_add_signed(by);
            }
        }
    }
}

/// Takes in one document, position by position.
pub struct Writer<'a> {
    store: &'a mut Store,
    position: u32,
    length: u32,
    weight: u8,
    heavy: (u32, u32),
}

impl Writer<'_> {
    /// Begins a sentence of `field`, whose words weigh `weight` each.
    pub fn sentence(&mut self, field: u8, weight: u8) {
        self.store.begin_sentence(self.position, field, weight);
        self.weight = weight;
    }

    /// Adds a word, a form of the store's dictionary.
    #[inline(never)]
    pub fn word(&mut self, form: u32) {
        self.put(form);
        if self.weight != 1 {
            self.heavy = (self.heavy.0.min(self.position), self.position + 1);
        }
        if let Some(words) = self.store.words.get_mut() {
            words.push(form);
        }
        self.position += 1;
        self.length += u32::from(self.weight);
    }

    /// Notes that the next `parts` words together may also be written as `text`.
    #[inline(never)]
    pub fn joined(&mut self, text: &str, parts: u32) {
        if (2..=JOINED_PARTS).contains(&parts) {
            let form = self.store.dictionary.enter_joined(text, parts);
            self.put(form);
        }
    }

    /// The number of a form, entered if it is new.
    pub fn form(&mut self, text: &str) -> u32 {
        self.store.dictionary.enter(text)
    }

    /// The position of the next word.
    pub fn position(&self) -> u32 {
        self.position
    }

    fn put(&mut self, form: u32) {
        let waiting = &mut self.store.waiting;
        waiting.forms.push(form);
        waiting.positions.push(self.position);
        waiting.weights.push(self.weight);
    }

    /// Ends the document; its key.
    #[inline(never)]
    pub fn end(self) -> u32 {
        let Self { store, length, position, heavy, .. } = self;
        let key = store.lengths.len() as u32;
        store.end_document(key, length, position, heavy);
        let mut by_stem = store.by_stem.take().unwrap_or_default();
        by_stem.count(key, store.forms(key), &store.dictionary, 1);
        let _ = store.by_stem.set(by_stem);
        store.waiting.docs.push((key, store.waiting.forms.len() as u32));
        // One of the two at a time, so that no call takes long.
        if store.waiting.forms.len() >= SLICE {
            store.flush();
        } else {
            store.join();
        }
        key
    }
}

impl Store {
    /// Begins a document.
    pub fn add(&mut self) -> Writer<'_> {
        self.words();
        self.by_stem();
        Writer { store: self, position: 0, length: 0, weight: 1, heavy: (u32::MAX, 0) }
    }

    /// Takes these for function words, which say nothing of what a document is on.
    pub fn set_function(&mut self, is_function: fn(&str) -> bool) {
        self.dictionary.set_function(is_function);
    }

    /// Makes everything that was added findable.
    pub fn commit(&mut self) {
        self.flush();
        self.dictionary.bring_up_to_date();
    }

    pub(super) fn begin_sentence(&mut self, first: u32, field: u8, weight: u8) {
        self.firsts.push(first);
        self.kinds.push((field, weight));
    }

    pub(super) fn end_document(
        &mut self,
        key: u32,
        length: u32,
        positions: u32,
        heavy: (u32, u32),
    ) {
        self.heavy.push(heavy);
        self.keys.push(key);
        self.lengths.push(length);
        self.ends.push(positions);
        self.total += u64::from(length);
        if self.sentences.is_empty() {
            self.sentences.push(0);
        }
        self.sentences.push(self.firsts.len() as u32);
        let origin = self.origins.last().copied().unwrap_or(0);
        if self.origins.is_empty() {
            self.origins.push(0);
        }
        self.origins.push(origin.saturating_add(positions));
    }

    #[inline(never)]
    fn flush(&mut self) {
        if self.waiting.docs.is_empty() {
            return;
        }
        let segment = Segment::invert(&self.waiting, self.dictionary.len());
        self.waiting = Waiting::default();
        self.segments.push(segment);
        self.dictionary.bring_up_to_date();
    }

    /// Joins the last two segments if they have grown to like sizes.
    fn join(&mut self) {
        if let [.., before, last] = self.segments.as_slice() {
            let (a, b) = (before.positions.len(), last.positions.len());
            if a <= 2 * b && a + b <= LARGEST {
                let joined = before.join(last);
                self.segments.truncate(self.segments.len() - 2);
                self.segments.push(joined);
            }
        }
    }

    /// Takes a document out, as if it had never been added; costs a pass over its segment. False where
    /// there is no such document.
    pub fn remove(&mut self, key: u32) -> bool {
        let Ok(number) = self.keys.binary_search(&key) else { return false };
        self.flush();
        self.by_stem();
        let mut by_stem = self.by_stem.take().unwrap_or_default();
        by_stem.count(key, self.forms(key), &self.dictionary, -1);
        let _ = self.by_stem.set(by_stem);
        self.keys.remove(number);
        let length = self.lengths.get_mut(key as usize).map_or(0, std::mem::take);
        self.total -= u64::from(length);
        for segment in &mut self.segments {
            if segment.docs.contains(&key) {
                *segment = segment.without(key);
            }
        }
        true
    }

    /// Keys of the documents, ascending.
    pub fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// The number of a document: how many with lower keys there are.
    pub fn number(&self, key: u32) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }

    /// One more than the highest key.
    pub fn key_end(&self) -> usize {
        self.lengths.len()
    }

    /// The postings of a form, segment by segment, in order of key.
    pub fn postings(&self, form: u32) -> impl Iterator<Item = Postings<'_>> {
        self.segments.iter().map(move |s| s.postings(form)).filter(|p| !p.docs.is_empty())
    }

    /// In how many documents a form occurs.
    pub fn documents(&self, form: u32) -> usize {
        self.postings(form).map(|p| p.docs.len()).sum()
    }

    /// The places of these forms, in order.
    #[inline(never)]
    pub fn places(&self, forms: &[u32]) -> Vec<Place> {
        let mut out = Packed::default();
        for form in forms {
            let len = self.dictionary.width(*form);
            for postings in self.postings(*form) {
                for (row, doc) in postings.docs.iter().enumerate() {
                    out.add(*doc, postings.positions(row), len);
                }
            }
        }
        out.end(forms.len() > 1).collect()
    }

    /// Adds the places of these forms in one document, in order.
    #[inline(never)]
    pub fn places_in(&self, forms: &[u32], doc: u32, out: &mut Vec<Place>) {
        let mut found = Packed::default();
        for form in forms {
            let len = self.dictionary.width(*form);
            for postings in self.postings(*form) {
                if let Some(row) = postings.row(doc) {
                    found.add(doc, postings.positions(row), len);
                }
            }
        }
        out.extend(found.end(forms.len() > 1));
    }

    /// The first positions of a document's sentences, ascending; empty ones share theirs.
    pub fn sentences(&self, doc: u32) -> &[u32] {
        self.firsts.get(self.rows(doc)).unwrap_or(&[])
    }

    /// The fields of a document's sentences, and the weights of their words.
    pub fn kinds(&self, doc: u32) -> &[(u8, u8)] {
        self.kinds.get(self.rows(doc)).unwrap_or(&[])
    }

    /// The field in which a position of a document lies.
    pub fn field(&self, doc: u32, pos: u32) -> u8 {
        self.kinds(doc).get(self.sentence(doc, pos)).map_or(0, |kind| kind.0)
    }

    /// The weight of a word at a position of a document.
    pub(super) fn weight(&self, doc: u32, pos: u32) -> u32 {
        let (from, to) = self.heavy.get(doc as usize).copied().unwrap_or((0, 0));
        if pos < from || to <= pos {
            return 1;
        }
        self.kinds(doc).get(self.sentence(doc, pos)).map_or(1, |kind| u32::from(kind.1))
    }

    /// The forms of a document, word by word.
    pub fn forms(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        match (self.origins.get(doc), self.origins.get(doc + 1)) {
            (Some(from), Some(to)) => self.words().get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// In how many documents a word of this stem stands, by number of the stem.
    pub(super) fn documents_of_stem(&self, stem: u32) -> u32 {
        self.by_stem().0.get(stem as usize).map_or(0, |stem| stem.documents)
    }

    fn by_stem(&self) -> &ByStem {
        self.by_stem.get_or_init(|| {
            let mut by_stem = ByStem::default();
            for key in &self.keys {
                by_stem.count(*key, self.forms(*key), &self.dictionary, 1);
            }
            by_stem
        })
    }

    fn words(&self) -> &[u32] {
        self.words.get_or_init(|| {
            let mut words = vec![u32::MAX; self.origins.last().copied().unwrap_or(0) as usize];
            let plain =
                (0..self.dictionary.len() as u32).filter(|f| self.dictionary.width(*f) == 1);
            for form in plain {
                for postings in self.postings(form) {
                    for (row, doc) in postings.docs.iter().enumerate() {
                        let origin = self.origins.get(*doc as usize).copied().unwrap_or(0);
                        for pos in postings.positions(row) {
                            if let Some(word) = words.get_mut((origin + pos) as usize) {
                                *word = form;
                            }
                        }
                    }
                }
            }
            words
        })
    }

    /// A document's number of positions.
    pub fn positions(&self, doc: u32) -> u32 {
        self.ends.get(doc as usize).copied().unwrap_or(0)
    }

    fn rows(&self, doc: u32) -> std::ops::Range<usize> {
        let doc = doc as usize;
        match (self.sentences.get(doc), self.sentences.get(doc + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    /// The sentence of a document that holds a position.
    #[inline(never)]
    pub fn sentence(&self, doc: u32, pos: u32) -> usize {
        // The last of those that share a start holds it; the ones before are empty.
        self.sentences(doc).partition_point(|first| *first <= pos).saturating_sub(1)
    }

    /// A document's weighted number of words.
    pub fn length(&self, doc: u32) -> u32 {
        self.lengths.get(doc as usize).copied().unwrap_or(0)
    }

    /// The mean of that over all documents; above 0.
    pub fn mean_length(&self) -> f32 {
        (self.total as f32 / self.keys.len().max(1) as f32).max(1e-6)
    }

    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        let docs =
            self.keys.len() * 4 + self.lengths.len() + self.sentences.len() + self.firsts.len();
        let waiting = self.waiting.forms.len() * 9;
        self.segments.iter().map(Segment::bytes).sum::<usize>()
            + self.dictionary.bytes()
            + 4 * docs
            + 2 * self.kinds.len()
            + 4 * self.words.get().map_or(0, Vec::capacity)
            + 8 * self.by_stem.get().map_or(0, |s| s.0.len())
            + waiting
    }
}
