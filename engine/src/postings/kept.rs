//! An index as bytes, to be kept and read again: about a third of the text's size.

use super::bits::{BitReader, BitWriter};
use super::dictionary::Dictionary;
use super::segment::Segment;
use super::store::Store;
use crate::numbers::{put, take};

/// First bytes of a kept index: what it is, and the number of its format.
const HEAD: &[u8; 4] = b"PXI1";

/// Why bytes are no index: what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable(pub &'static str);

/// No document has more positions.
const LONGEST: u32 = 1 << 30;

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Unreadable("it is cut off"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, Unreadable> {
        take(&mut self.0).ok_or(Unreadable("a number is cut off or too long"))
    }

    fn text(&mut self, count: usize) -> Result<&'a str, Unreadable> {
        std::str::from_utf8(self.take(count)?).map_err(|_| Unreadable("a word is no text"))
    }

    /// A number of things of which each takes at least one byte.
    fn count(&mut self) -> Result<usize, Unreadable> {
        let count = self.number()? as usize;
        if count > self.0.len() { Err(Unreadable("a count is too high")) } else { Ok(count) }
    }
}

/// The length in bytes of the beginning that two texts share, on a character boundary.
fn shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// The power of two nearest below the mean of the numbers that Rice codes are to hold.
fn parameter(sum: u64, count: u64) -> u32 {
    let mean = (sum as f64 / count.max(1) as f64 * 0.69) as u64;
    (63 - (mean | 1).leading_zeros()).min(31)
}

impl Store {
    /// The index as bytes; what was not committed is not in it.
    #[inline(never)]
    pub fn save(&self) -> Vec<u8> {
        let mut out = HEAD.to_vec();
        let forms: Vec<u32> = {
            let used = |f: &&u32| self.documents(**f) > 0;
            self.dictionary.in_order().iter().filter(used).copied().collect()
        };
        put(&mut out, self.keys.len() as u32);
        for key in &self.keys {
            self.save_document(*key, &mut out);
        }
        self.dictionary.save(&forms, &mut out);
        let mut bits = BitWriter::default();
        for form in &forms {
            self.save_postings(*form, &mut bits);
        }
        let bits = bits.end();
        let sum = |count: fn(&Segment) -> usize| self.segments.iter().map(count).sum::<usize>();
        put(&mut out, sum(|s| s.docs.len()) as u32);
        put(&mut out, sum(|s| s.positions.len()) as u32);
        put(&mut out, bits.len() as u32);
        out.extend(bits);
        out
    }

    fn save_document(&self, key: u32, out: &mut Vec<u8>) {
        let firsts = self.sentences(key);
        let kinds = self.kinds(key);
        put(out, firsts.len() as u32);
        let mut before = (0, 0);
        for (i, (first, kind)) in firsts.iter().zip(kinds).enumerate() {
            let after = firsts.get(i + 1).copied().unwrap_or(self.positions(key));
            let changed = before != *kind;
            put(out, (after - first) << 1 | u32::from(changed));
            if changed {
                out.extend([kind.0, kind.1]);
                before = *kind;
            }
        }
    }

    fn save_postings(&self, form: u32, bits: &mut BitWriter) {
        let mut gaps = Vec::new();
        let mut deltas = Vec::new();
        let mut counts = Vec::new();
        let mut before = None;
        for postings in self.postings(form) {
            for (row, doc) in postings.docs.iter().enumerate() {
                let number = self.number(*doc).unwrap_or(0) as u32;
                gaps.push(before.map_or(number, |b: u32| number - b - 1));
                before = Some(number);
                let positions = postings.positions(row);
                counts.push(positions.len() as u32);
                let mut last = None;
                for pos in positions {
                    deltas.push(last.map_or(*pos, |l: u32| pos - l));
                    last = Some(*pos);
                }
            }
        }
        let sum = |list: &[u32]| list.iter().map(|n| u64::from(*n)).sum::<u64>();
        let k = parameter(sum(&gaps), gaps.len() as u64);
        let p = parameter(sum(&deltas), deltas.len() as u64);
        bits.gamma(gaps.len() as u32);
        bits.bits(k, 5);
        bits.bits(p, 5);
        gaps.iter().for_each(|gap| bits.rice(*gap, k));
        counts.iter().for_each(|count| bits.gamma(*count));
        deltas.iter().for_each(|delta| bits.rice(*delta, p));
    }

    /// Reads what [`Store::save`] wrote. Costs one pass over the bytes; any bytes are refused
    /// or read without harm.
    #[inline(never)]
    pub fn load(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut bytes = Bytes(bytes);
        if bytes.take(4)? != HEAD {
            return Err(Unreadable("it does not begin like an index of this version"));
        }
        let mut store = Self::default();
        let documents = bytes.count()?;
        for _ in 0..documents {
            store.load_document(&mut bytes)?;
        }
        store.dictionary = Dictionary::load(&mut bytes)?;
        let counts = (bytes.number()? as usize, bytes.number()? as usize);
        let length = bytes.count()?;
        if counts.0.max(counts.1) > 8 * length {
            return Err(Unreadable("a count is too high"));
        }
        let segment = store.load_postings(bytes.take(length)?, counts)?;
        store.segments.push(segment);
        Ok(store)
    }

    #[inline(never)]
    fn load_document(&mut self, bytes: &mut Bytes<'_>) -> Result<(), Unreadable> {
        let sentences = bytes.count()?;
        let mut kind = (0, 0);
        let mut at = 0u32;
        let mut length = 0u32;
        let mut heavy = (u32::MAX, 0);
        let key = self.lengths.len() as u32;
        for _ in 0..sentences {
            let number = bytes.number()?;
            if number & 1 == 1 {
                let [field, weight] = bytes.take(2)? else { break };
                kind = (*field, *weight);
            }
            let words = number >> 1;
            let end = at.saturating_add(words);
            if end > LONGEST {
                return Err(Unreadable("a document is too long"));
            }
            if kind.1 != 1 && words > 0 {
                heavy = (heavy.0.min(at), end);
            }
            self.begin_sentence(at, kind.0, kind.1);
            at = end;
            length = length.saturating_add(words.saturating_mul(u32::from(kind.1)));
        }
        self.end_document(key, length, at, heavy);
        Ok(())
    }

    #[inline(never)]
    fn load_postings(
        &self,
        bytes: &[u8],
        (rows, places): (usize, usize),
    ) -> Result<Segment, Unreadable> {
        let mut bits = BitReader::new(bytes);
        let forms = self.dictionary.len();
        let broken = Unreadable("its postings do not fit its documents");
        let mut segment = Segment {
            first: Vec::with_capacity(forms + 1),
            docs: Vec::with_capacity(rows),
            weights: Vec::with_capacity(rows),
            starts: Vec::with_capacity(rows + 1),
            positions: Vec::with_capacity(places),
        };
        let mut counts: Vec<u32> = Vec::new();
        for _ in 0..forms {
            self.load_form(&mut bits, &mut segment, &mut counts).ok_or(broken)?;
        }
        if bits.is_beyond() {
            return Err(broken);
        }
        segment.first.push(segment.docs.len() as u32);
        segment.starts.push(segment.positions.len() as u32);
        Ok(segment)
    }

    /// Reads the postings of one form. A function of its own, since browsers make fast what is
    /// called often, not what runs long.
    #[inline(never)]
    fn load_form(
        &self,
        reader: &mut BitReader<'_>,
        segment: &mut Segment,
        counts: &mut Vec<u32>,
    ) -> Option<()> {
        let Segment { first, docs, weights, starts, positions } = segment;
        let mut bits = *reader;
        let from = docs.len();
        first.push(from as u32);
        let count = bits.gamma() as usize;
        // Beyond the end zeros are read, which never go on for long.
        if bits.is_beyond() || count > self.heavy.len() {
            return None;
        }
        let (k, p) = (bits.bits(5), bits.bits(5));
        let mut doc = 0u32;
        for _ in 0..count {
            doc = doc.saturating_add(bits.rice(k));
            docs.push(doc);
            doc = doc.saturating_add(1);
        }
        if docs.last().is_some_and(|last| *last as usize >= self.heavy.len()) {
            return None;
        }
        counts.clear();
        counts.extend((0..count).map(|_| bits.gamma()));
        for (doc, places) in docs.get(from..)?.iter().zip(counts) {
            starts.push(positions.len() as u32);
            let end = self.positions(*doc);
            let first = bits.rice(p);
            let mut at = first;
            let mut fits = at < end;
            positions.push(at);
            for _ in 1..*places {
                let delta = bits.rice(p);
                // Two places of one form differ, and none lies beyond the last.
                at = at.saturating_add(delta);
                fits &= delta > 0 && at < end;
                if !fits {
                    break;
                }
                positions.push(at);
            }
            if !fits {
                return None;
            }
            let (from, to) = self.heavy.get(*doc as usize).copied().unwrap_or((0, 0));
            let weight = if first < to && from <= at {
                let own = positions.len() - *places as usize;
                positions.get(own..)?.iter().map(|at| self.weight(*doc, *at)).sum()
            } else {
                *places
            };
            weights.push(u16::try_from(weight).unwrap_or(u16::MAX));
        }
        *reader = bits;
        Some(())
    }
}

impl Dictionary {
    fn save(&self, forms: &[u32], out: &mut Vec<u8>) {
        put(out, forms.len() as u32);
        let mut before = "";
        // For each stem the number under which it was written, and 1.
        let mut written = vec![0u32; self.stem_count()];
        let mut stems = 0;
        for form in forms {
            let text = self.marked(*form);
            let same = shared(before, text);
            put(out, same as u32);
            put(out, (text.len() - same) as u32);
            out.extend_from_slice(&text.as_bytes()[same..]);
            before = text;
            let stem = self.stem(*form);
            let Some(number) = written.get_mut(stem as usize) else { continue };
            if *number > 0 {
                // How far back it was written.
                put(out, stems + 1 - *number);
                continue;
            }
            stems += 1;
            *number = stems;
            put(out, 0);
            let stem = self.stem_text(stem);
            let same = shared(text, stem);
            put(out, same as u32);
            put(out, (stem.len() - same) as u32);
            out.extend_from_slice(&stem.as_bytes()[same..]);
        }
    }

    #[inline(never)]
    fn load(bytes: &mut Bytes<'_>) -> Result<Self, Unreadable> {
        let count = bytes.count()?;
        let mut dictionary = Self::default();
        let mut text = String::new();
        let mut stem = String::new();
        for _ in 0..count {
            let same = bytes.number()? as usize;
            let before = text.len();
            if same > before || !text.is_char_boundary(same) {
                return Err(Unreadable("a word does not follow from the one before"));
            }
            text.truncate(same);
            let length = bytes.count()?;
            text.push_str(bytes.text(length)?);
            let back = bytes.number()?;
            let new = if back == 0 {
                let same = bytes.number()? as usize;
                stem.clear();
                stem.push_str(text.get(..same).ok_or(Unreadable("a stem does not fit its word"))?);
                let length = bytes.count()?;
                stem.push_str(bytes.text(length)?);
                Some(stem.as_str())
            } else {
                None
            };
            if !dictionary.enter_sorted(&text, new, back) {
                return Err(Unreadable("its words are not in order"));
            }
        }
        Ok(dictionary)
    }
}
