//! The best documents ranked again, by what they have in common: for queries that describe a subject.
//!
//! Two steps, both over the documents given and nothing else. First the terms that stand out in the
//! very best are asked for as well (pseudo-relevance feedback; Rocchio 1971, with the discounts of
//! discounted cumulative gain as weights). Then each score is drawn towards those of the documents most
//! like it (score regularisation; Diaz: Regularizing ad hoc retrieval scores, CIKM 2005).

use super::rank::{LENGTH, SATURATION, rarity};
use super::store::Store;
use crate::order::{highest_first, keep_least, key_and_value, sort_numbers};

/// How many of the best documents tell what is asked for.
const MODELS: usize = 10;
/// How many terms they add.
const TERMS: usize = 30;
/// How much the added terms count together, against the query's own.
const ADDED: f32 = 1.0;
/// How many terms stand for a document where documents are compared.
const SIGNATURE: usize = 50;
/// How many documents draw a score towards theirs.
const NEIGHBOURS: usize = 10;
/// How much they do, from 0 to 1.
const DRAWN: f32 = 0.5;

/// A term of a document.
#[derive(Clone, Copy)]
struct Of {
    /// Its stem, as a number among the stems of these documents.
    stem: u32,
    /// Its weighted occurrences, of these against the length of the document: from 0 to 1.
    share: f32,
}

/// What the documents consist of.
struct Documents {
    terms: Vec<Of>,
    /// Where each document's terms end.
    ends: Vec<usize>,
    /// For each stem its inverse document frequency in ranking, and where documents are compared.
    rarity: Vec<(f32, f32)>,
}

impl Documents {
    #[inline(never)]
    fn read(store: &Store, best: &[(u32, f32)]) -> Self {
        const NEW: u32 = u32::MAX;
        let mut local = vec![NEW; store.dictionary.stem_count()];
        let mut out = Self { terms: Vec::new(), ends: Vec::new(), rarity: Vec::new() };
        // For each stem its row among the terms of the document at hand, and 1.
        let mut rows: Vec<usize> = Vec::new();
        let all = store.keys().len();
        for (key, _) in best {
            let from = out.terms.len();
            for (pos, form) in (0u32..).zip(store.forms(*key)) {
                let stem = store.dictionary.stem(*form);
                let Some(number) = local.get_mut(stem as usize) else { continue };
                if *number == NEW {
                    *number = out.rarity.len() as u32;
                    let documents = store.documents_of_stem(stem);
                    let says = documents > 1 && !store.dictionary.is_quiet(stem);
                    let apart = (all as f32 / documents.max(1) as f32).ln();
                    let rare = rarity(store, documents as usize);
                    out.rarity.push(if says { (rare, apart) } else { (0.0, 0.0) });
                    rows.push(0);
                }
                let number = *number;
                if out.rarity.get(number as usize).is_none_or(|(rare, _)| *rare == 0.0) {
                    continue;
                }
                let weight = store.weight(*key, pos) as f32;
                let Some(row) = rows.get_mut(number as usize) else { continue };
                if *row > from {
                    out.terms[*row - 1].share += weight;
                } else {
                    out.terms.push(Of { stem: number, share: weight });
                    *row = out.terms.len();
                }
            }
            let length = store.length(*key) as f32 / store.mean_length();
            let against = SATURATION * (1.0 - LENGTH + LENGTH * length);
            for term in out.terms.iter_mut().skip(from) {
                term.share /= term.share + against;
            }
            out.ends.push(out.terms.len());
        }
        out
    }

    fn of(&self, document: usize) -> &[Of] {
        let from = document.checked_sub(1).and_then(|d| self.ends.get(d)).copied().unwrap_or(0);
        let to = self.ends.get(document).copied().unwrap_or(0);
        self.terms.get(from..to).unwrap_or(&[])
    }

    fn ranks(&self, term: Of) -> f32 {
        let rare = self.rarity.get(term.stem as usize).map_or(0.0, |r| r.0);
        rare * (SATURATION + 1.0) * term.share
    }

    fn tells_apart(&self, term: Of) -> f32 {
        self.rarity.get(term.stem as usize).map_or(0.0, |r| r.1) * term.share
    }

    /// For each stem how much more it is to count; 0 for most. The best `TERMS` of the first documents.
    #[inline(never)]
    fn added(&self, asked: f32) -> Vec<f32> {
        let mut sums = vec![0.0f32; self.rarity.len()];
        let models = MODELS.min(self.ends.len());
        let discount = |rank: usize| 1.0 / ((rank + 2) as f32).log2();
        let total: f32 = (0..models).map(discount).sum();
        for rank in 0..models {
            for term in self.of(rank) {
                if let Some(sum) = sums.get_mut(term.stem as usize) {
                    *sum += discount(rank) / total * self.ranks(*term);
                }
            }
        }
        let found = (0u32..).zip(sums.iter().copied()).filter(|(_, sum)| *sum > 0.0);
        let kept = highest(found, TERMS, &mut Vec::new());
        let total: f32 = kept.iter().map(|(_, sum)| sum).sum();
        sums.fill(0.0);
        for (stem, sum) in kept {
            if let Some(slot) = sums.get_mut(stem as usize) {
                *slot = ADDED * asked * sum / total;
            }
        }
        sums
    }

    /// The terms that tell a document best from others, of length 1 together.
    fn signature(&self, document: usize, numbers: &mut Vec<u64>) -> Vec<(u32, f32)> {
        let terms = self.of(document).iter().map(|t| (t.stem, self.tells_apart(*t)));
        let mut terms = highest(terms, SIGNATURE, numbers);
        let length = terms.iter().map(|(_, v)| v * v).sum::<f32>().sqrt();
        terms.iter_mut().for_each(|(_, v)| *v /= length.max(f32::MIN_POSITIVE));
        terms
    }

    /// For each pair of documents how alike they are: the cosine of their signatures, row by row.
    #[inline(never)]
    fn likeness(&self) -> Vec<f32> {
        let count = self.ends.len();
        let mut alike = vec![0.0f32; count * count];
        // By stem, the documents that came before with their values.
        let mut before: Vec<Vec<(u32, f32)>> = vec![Vec::new(); self.rarity.len()];
        let mut numbers = Vec::new();
        for document in 0..count {
            for (stem, value) in self.signature(document, &mut numbers) {
                let Some(others) = before.get_mut(stem as usize) else { continue };
                for (other, theirs) in others.iter() {
                    alike[document * count + *other as usize] += value * theirs;
                }
                others.push((document as u32, value));
            }
        }
        for a in 0..count {
            for b in 0..a {
                alike[b * count + a] = alike[a * count + b];
            }
        }
        alike
    }
}

/// The `count` highest values of at least 0 with their keys, highest first; of equal ones those with the
/// lowest keys. `numbers` is room to work in.
fn highest(
    values: impl Iterator<Item = (u32, f32)>,
    count: usize,
    numbers: &mut Vec<u64>,
) -> Vec<(u32, f32)> {
    numbers.clear();
    numbers.extend(values.map(|(key, value)| highest_first(value, key)));
    keep_least(numbers, count);
    // Sums of fractions depend on their order.
    sort_numbers(numbers);
    numbers.iter().map(|number| key_and_value(*number)).collect()
}

/// New scores for the best documents, given best first with their scores: none below the least of
/// these. `asked` is how much the query's terms count together.
#[inline(never)]
pub(super) fn again(store: &Store, best: &[(u32, f32)], asked: f32) -> Vec<(u32, f32)> {
    let documents = Documents::read(store, best);
    let added = documents.added(asked);
    let mut scores: Vec<f32> = Vec::with_capacity(best.len());
    for (document, (_, score)) in best.iter().enumerate() {
        let more = documents.of(document).iter().map(|term| {
            let added = added.get(term.stem as usize).copied().unwrap_or(0.0);
            if added > 0.0 { added * documents.ranks(*term) } else { 0.0 }
        });
        scores.push(score + more.sum::<f32>());
    }
    let base = best.last().map_or(0.0, |(_, score)| *score);
    let least = scores.iter().copied().fold(f32::INFINITY, f32::min);
    scores.iter_mut().for_each(|score| *score -= least);
    let alike = documents.likeness();
    let mut numbers = Vec::new();
    (0..)
        .zip(best)
        .map(|(document, (key, _))| {
            let row = document * best.len();
            let others = alike.get(row..row + best.len()).unwrap_or(&[]);
            let others = (0u32..).zip(others.iter().copied());
            let others = others.filter(|(d, _)| *d as usize != document);
            let neighbours = highest(others, NEIGHBOURS, &mut numbers);
            let weights: f32 = neighbours.iter().map(|(_, alike)| alike).sum();
            let sum: f32 = neighbours
                .iter()
                .map(|(d, alike)| alike * scores.get(*d as usize).copied().unwrap_or(0.0))
                .sum();
            let drawn = if weights > 0.0 { sum / weights } else { 0.0 };
            (*key, base + (1.0 - DRAWN) * scores[document] + DRAWN * drawn)
        })
        .collect()
}
