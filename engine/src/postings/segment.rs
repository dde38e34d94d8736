//! Postings of a run of documents, as flat arrays.

/// The documents in which a form occurs, within one segment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Postings<'a> {
    /// Keys of the documents, ascending.
    pub docs: &'a [u32],
    /// For each document the weighted number of occurrences.
    pub weights: &'a [u16],
    /// Where the positions in each document begin, and where the last end.
    starts: &'a [u32],
    positions: &'a [u32],
}

impl<'a> Postings<'a> {
    /// The positions in the document at `row`, ascending.
    pub fn positions(&self, row: usize) -> &'a [u32] {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(from), Some(to)) => {
                self.positions.get(*from as usize..*to as usize).unwrap_or(&[])
            }
            _ => &[],
        }
    }

    /// The row of a document.
    pub fn row(&self, doc: u32) -> Option<usize> {
        self.docs.binary_search(&doc).ok()
    }
}

/// Documents that were indexed together; their keys lie between those of its neighbours.
#[derive(Clone, Debug, Default)]
pub(super) struct Segment {
    /// For each form where its documents begin; forms beyond the end have none.
    pub first: Vec<u32>,
    pub docs: Vec<u32>,
    pub weights: Vec<u16>,
    /// For each posting where its positions begin, and the end of the last.
    pub starts: Vec<u32>,
    pub positions: Vec<u32>,
}

/// Occurrences of documents that are not yet in a segment, in order of document and position.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    pub forms: Vec<u32>,
    pub positions: Vec<u32>,
    /// Weight of the field of each occurrence.
    pub weights: Vec<u8>,
    /// For each document its key and the end of its occurrences.
    pub docs: Vec<(u32, u32)>,
}

impl Segment {
    pub fn postings(&self, form: u32) -> Postings<'_> {
        let form = form as usize;
        let (Some(from), Some(to)) = (self.first.get(form), self.first.get(form + 1)) else {
            return Postings::default();
        };
        let (from, to) = (*from as usize, *to as usize);
        Postings {
            docs: self.docs.get(from..to).unwrap_or(&[]),
            weights: self.weights.get(from..to).unwrap_or(&[]),
            starts: self.starts.get(from..to + 1).unwrap_or(&[]),
            positions: &self.positions,
        }
    }

    pub fn forms(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// Inverts waiting documents by counting: one pass counts, one puts in place.
    #[inline(never)]
    pub fn invert(waiting: &Waiting, forms: usize) -> Self {
        /// What is known of a form; one record, since forms come in any order.
        #[derive(Clone, Copy, Default)]
        struct Of {
            /// Its last document, by number from 1.
            last: u32,
            /// Its documents; then where the next one goes.
            row: u32,
            /// Its places; then where the next one goes.
            place: u32,
        }
        let mut of = vec![Of::default(); forms];
        let mut from = 0;
        for (number, (_, to)) in (1u32..).zip(&waiting.docs) {
            for form in &waiting.forms[from..*to as usize] {
                let of = &mut of[*form as usize];
                of.place += 1;
                of.row += u32::from(of.last != number);
                of.last = number;
            }
            from = *to as usize;
        }
        let mut first = Vec::with_capacity(forms + 1);
        let (mut rows, mut places) = (0u32, 0u32);
        for of in &mut of {
            first.push(rows);
            let (own_rows, own_places) = (of.row, of.place);
            *of = Of { last: 0, row: rows, place: places };
            rows += own_rows;
            places += own_places;
        }
        first.push(rows);
        let mut docs = vec![0u32; rows as usize];
        let mut weights = vec![0u16; rows as usize];
        let mut starts = vec![0u32; rows as usize + 1];
        let mut positions = vec![0u32; waiting.forms.len()];
        let mut from = 0;
        for (number, (key, to)) in (1u32..).zip(&waiting.docs) {
            let to = *to as usize;
            let occurrences = waiting.forms[from..to].iter().zip(&waiting.positions[from..to]);
            for ((form, position), weight) in occurrences.zip(&waiting.weights[from..to]) {
                let of = &mut of[*form as usize];
                if of.last != number {
                    of.last = number;
                    docs[of.row as usize] = *key;
                    starts[of.row as usize] = of.place;
                    of.row += 1;
                }
                let sum = &mut weights[of.row as usize - 1];
                *sum = sum.saturating_add(u16::from(*weight));
                positions[of.place as usize] = *position;
                of.place += 1;
            }
            from = to;
        }
        if let Some(end) = starts.last_mut() {
            *end = places;
        }
        Self { first, docs, weights, starts, positions }
    }

    /// This segment and the one after it as one.
    #[inline(never)]
    pub fn join(&self, after: &Self) -> Self {
        let forms = self.forms().max(after.forms());
        let mut joined = Self {
            first: Vec::with_capacity(forms + 1),
            docs: Vec::with_capacity(self.docs.len() + after.docs.len()),
            weights: Vec::with_capacity(self.docs.len() + after.docs.len()),
            starts: Vec::with_capacity(self.docs.len() + after.docs.len() + 1),
            positions: Vec::with_capacity(self.positions.len() + after.positions.len()),
        };
        for form in 0..forms as u32 {
            joined.first.push(joined.docs.len() as u32);
            for part in [self.postings(form), after.postings(form)] {
                joined.append(part, |_| true);
            }
        }
        joined.close();
        joined
    }

    /// The segment without one document.
    #[inline(never)]
    pub fn without(&self, doc: u32) -> Self {
        let mut rest = Self::default();
        for form in 0..self.forms() as u32 {
            rest.first.push(rest.docs.len() as u32);
            rest.append(self.postings(form), |d| d != doc);
        }
        rest.close();
        rest
    }

    fn append(&mut self, part: Postings<'_>, keep: impl Fn(u32) -> bool) {
        for (row, (doc, weight)) in part.docs.iter().zip(part.weights).enumerate() {
            if keep(*doc) {
                self.docs.push(*doc);
                self.weights.push(*weight);
                self.starts.push(self.positions.len() as u32);
                self.positions.extend_from_slice(part.positions(row));
            }
        }
    }

    fn close(&mut self) {
        self.first.push(self.docs.len() as u32);
        self.starts.push(self.positions.len() as u32);
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        4 * (self.first.capacity() + self.docs.capacity() + self.starts.capacity())
            + 2 * self.weights.capacity()
            + 4 * self.positions.capacity()
    }
}
