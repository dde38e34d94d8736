//! Which documents match, and in what order.

use super::feedback;
use super::store::{Place, Store};
use crate::order::{highest_first, keep_least, key_and_value, sort_numbers};

/// What a term stands for.
#[derive(Clone, Debug)]
pub enum Source {
    /// Any of these forms.
    Forms(Vec<u32>),
    /// These places, in order.
    Places(Vec<Place>),
}

/// A thing that is looked for.
#[derive(Clone, Debug)]
pub struct Term {
    /// Where it occurs.
    pub source: Source,
    /// The forms exactly as they were asked for, each once for each time: they count a little more.
    pub exact: Vec<u32>,
    /// How much it counts, 1 for a word that is asked for once; 0 where it only decides what matches.
    pub boost: f32,
    /// Whether it is one of those that all should occur.
    pub wanted: bool,
}

/// What a document must be like; numbers are indices of terms.
#[derive(Clone, Debug)]
pub enum Tree {
    /// The term occurs.
    Term(usize),
    /// The document is one of these, in order of key.
    Documents(Vec<u32>),
    /// Not so.
    Not(Box<Tree>),
    /// All are so; true of none.
    All(Vec<Tree>),
    /// One is so; false of none.
    Any(Vec<Tree>),
}

/// How fast repeated occurrences stop to count (k1 of BM25).
pub const SATURATION: f32 = 1.2;
/// How much long documents are marked down, from 0 to 1 (b of BM25).
pub const LENGTH: f32 = 0.75;

/// How much a word counts besides where it stands exactly as it was asked for.
pub const EXACT: f32 = 0.1;
/// Queries of so many wanted terms are on a subject rather than for a name; their best documents are
/// ranked again by what they have in common.
pub const SUBJECT: usize = 4;
/// How many documents are ranked again.
pub const AGAIN: usize = 100;

/// The answer.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// Documents and scores above 0, best first, equal ones in order of key; at most as many as asked for.
    pub best: Vec<(u32, f32)>,
    /// How many documents match.
    pub total: usize,
    /// For each term how rare it is: its inverse document frequency.
    pub rarity: Vec<f32>,
}

/// Sets of documents, one bit each.
type Set = Vec<u64>;

struct Scores<'a> {
    store: &'a Store,
    sums: Vec<f32>,
    /// Occurrences of the term at hand.
    counts: Vec<f32>,
    touched: Vec<u32>,
}

impl Scores<'_> {
    /// Adds a term's part to the documents in which it occurs; the set of them, and its rarity.
    fn add(&mut self, term: &Term) -> (Set, f32) {
        let mut set = vec![0u64; self.sums.len().div_ceil(64)];
        let of_form = |form: u32| rarity(self.store, self.store.documents(form));
        // What was removed leaves its forms behind: they must not decide how the sum is rounded.
        let occurring = |form: &&u32| self.store.documents(**form) > 0;
        if let Source::Forms(forms) = &term.source
            && let mut forms = forms.iter().filter(occurring)
            && let (Some(form), None) = (forms.next(), forms.next())
        {
            let rarity = of_form(*form);
            let exact = term.exact.iter().filter(|f| *f == form).count() as f32;
            self.add_form(*form, (term.boost + EXACT * exact) * rarity, &mut set);
            return (set, rarity);
        }
        let exact: Vec<(u32, f32)> = term.exact.iter().map(|f| (*f, of_form(*f))).collect();
        for (form, rarity) in exact {
            self.add_form(form, EXACT * rarity, &mut set);
        }
        self.count(&term.source);
        let rarity = rarity(self.store, self.touched.len());
        let scale = self.scale(term.boost * rarity);
        for doc in self.touched.drain(..) {
            let weight = self.counts.get_mut(doc as usize).map_or(0.0, std::mem::take);
            gain(self.store, &mut self.sums, &mut set, scale, (doc, weight));
        }
        (set, rarity)
    }

    /// Adds so much for the occurrences of one form.
    fn add_form(&mut self, form: u32, amount: f32, set: &mut Set) {
        let scale = self.scale(amount);
        for p in self.store.postings(form) {
            for (doc, weight) in p.docs.iter().zip(p.weights) {
                gain(self.store, &mut self.sums, set, scale, (*doc, f32::from(*weight)));
            }
        }
    }

    fn count(&mut self, source: &Source) {
        let mut add = |doc: u32, weight: f32| {
            if let Some(count) = self.counts.get_mut(doc as usize) {
                if *count == 0.0 {
                    self.touched.push(doc);
                }
                *count += weight;
            }
        };
        match source {
            Source::Forms(forms) => {
                for p in forms.iter().flat_map(|form| self.store.postings(*form)) {
                    for (doc, weight) in p.docs.iter().zip(p.weights) {
                        add(*doc, f32::from(*weight));
                    }
                }
            }
            Source::Places(places) => {
                for of_doc in places.chunk_by(|a, b| a.doc == b.doc) {
                    let Some(doc) = of_doc.first().map(|p| p.doc) else { continue };
                    let weights = of_doc.iter().map(|p| self.store.weight(doc, p.pos));
                    add(doc, weights.sum::<u32>() as f32);
                }
            }
        }
    }

    fn scale(&self, amount: f32) -> Scale {
        Scale {
            most: amount * (SATURATION + 1.0),
            flat: SATURATION * (1.0 - LENGTH),
            slope: SATURATION * LENGTH / self.store.mean_length(),
        }
    }
}

/// What occurrences of a term add to a document.
#[derive(Clone, Copy)]
struct Scale {
    /// What they come near to, the more there are.
    most: f32,
    /// What their number is measured against: in every document, and for each word of its length.
    flat: f32,
    slope: f32,
}

/// Adds what the weighted occurrences in a document are worth, and puts it into the set.
#[inline(always)]
fn gain(store: &Store, sums: &mut [f32], set: &mut Set, scale: Scale, (doc, weight): (u32, f32)) {
    let length = store.length(doc) as f32;
    let doc = doc as usize;
    if let Some(sum) = sums.get_mut(doc) {
        *sum += scale.most * weight / (weight + scale.flat + scale.slope * length);
    }
    if let Some(word) = set.get_mut(doc / 64) {
        *word |= 1 << (doc % 64);
    }
}

/// How rare a term is that occurs in so many documents: its inverse document frequency, above 0.
pub(super) fn rarity(store: &Store, documents: usize) -> f32 {
    let all = store.keys().len() as f32;
    let with = documents as f32;
    (1.0 + (all - with + 0.5).max(0.5) / (with + 0.5)).ln()
}

fn set(tree: &Tree, terms: &[Set], all: &Set) -> Set {
    let join = |parts: &[Tree], start: Set, with: fn(u64, u64) -> u64| {
        parts.iter().fold(start, |mut sum, part| {
            for (a, b) in sum.iter_mut().zip(set(part, terms, all)) {
                *a = with(*a, b);
            }
            sum
        })
    };
    match tree {
        Tree::Term(i) => terms.get(*i).cloned().unwrap_or_else(|| vec![0; all.len()]),
        Tree::Documents(docs) => {
            let mut out = vec![0; all.len()];
            for doc in docs {
                if let Some(word) = out.get_mut(*doc as usize / 64) {
                    *word |= 1 << (doc % 64);
                }
            }
            out
        }
        Tree::Not(part) => set(part, terms, all).iter().zip(all).map(|(a, all)| !a & all).collect(),
        Tree::All(parts) => join(parts, all.clone(), |a, b| a & b),
        Tree::Any(parts) => join(parts, vec![0; all.len()], |a, b| a | b),
    }
}

/// Ranks the documents that match `tree`; the best `top` of them.
///
/// Okapi BM25 over weighted occurrences (BM25F with one length for all fields; Robertson, Zaragoza,
/// Taylor 2004), and a little more where a word stands exactly as it was asked for. For queries of
/// [`SUBJECT`] and more wanted terms the [`AGAIN`] best are ranked again by what they have in common.
/// Documents in which all wanted terms occur stand above all in which one is missing.
#[inline(never)]
pub fn rank(store: &Store, terms: &[Term], tree: &Tree, top: usize) -> Ranking {
    let end = store.key_end();
    let mut scores =
        Scores { store, sums: vec![0.0; end], counts: vec![0.0; end], touched: Vec::new() };
    let mut sets = Vec::with_capacity(terms.len());
    let mut rarity = Vec::with_capacity(terms.len());
    for term in terms {
        let (set, rare) = scores.add(term);
        sets.push(set);
        rarity.push(rare);
    }
    let mut all = vec![0u64; end.div_ceil(64)];
    for key in store.keys() {
        all[*key as usize / 64] |= 1 << (key % 64);
    }
    let matching = set(tree, &sets, &all);
    let total = matching.iter().map(|word| word.count_ones() as usize).sum();
    let mut sums = scores.sums;
    let wanted: Vec<&Term> = terms.iter().filter(|t| t.wanted).collect();
    if wanted.len() >= SUBJECT {
        let mut first = Best::of(AGAIN);
        for key in keys(&matching) {
            first.offer(key, score(&sums, key));
        }
        let asked = wanted.iter().map(|t| t.boost).sum();
        for (key, score) in feedback::again(store, &first.end(), asked) {
            if let Some(sum) = sums.get_mut(key as usize) {
                *sum = score;
            }
        }
    }
    let wanted: Vec<Tree> =
        (0..).zip(terms).filter(|(_, t)| t.wanted).map(|(i, _)| Tree::Term(i)).collect();
    let full = if wanted.len() > 1 { set(&Tree::All(wanted), &sets, &all) } else { Vec::new() };
    let lift = if full.iter().any(|word| *word != 0) {
        keys(&matching).map(|key| score(&sums, key)).fold(0.0, f32::max)
    } else {
        0.0
    };
    let mut best = Best::of(top);
    for key in keys(&matching) {
        let is_full = full.get(key as usize / 64).is_some_and(|word| word >> (key % 64) & 1 == 1);
        best.offer(key, score(&sums, key) + if is_full { lift } else { 0.0 });
    }
    Ranking { best: best.end(), total, rarity }
}

/// A document's score. What matches only by what it lacks, or by conditions, has no sum.
fn score(sums: &[f32], key: u32) -> f32 {
    sums.get(key as usize).copied().unwrap_or(0.0).max(f32::MIN_POSITIVE)
}

/// The documents of a set, in order.
fn keys(set: &Set) -> impl Iterator<Item = u32> {
    (0u32..).zip(set).flat_map(|(at, word)| {
        let mut rest = *word;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros())?;
            rest &= rest - 1;
            Some(at * 64 + bit)
        })
    })
}

/// Keeps the best of what is offered.
struct Best {
    top: usize,
    list: Vec<u64>,
    /// What is not below this is not among the best.
    limit: u64,
}

impl Best {
    fn of(top: usize) -> Self {
        Self { top, list: Vec::new(), limit: if top == 0 { 0 } else { u64::MAX } }
    }

    fn offer(&mut self, key: u32, score: f32) {
        let number = highest_first(score, key);
        if number < self.limit {
            self.list.push(number);
            // Cutting now and then costs less than a heap.
            if self.list.len() >= self.top.max(32).saturating_mul(2) {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        if self.top < self.list.len() {
            keep_least(&mut self.list, self.top);
            self.limit = self.list.iter().copied().max().unwrap_or(0);
        }
    }

    fn end(mut self) -> Vec<(u32, f32)> {
        self.cut();
        sort_numbers(&mut self.list);
        self.list.into_iter().map(key_and_value).collect()
    }
}
