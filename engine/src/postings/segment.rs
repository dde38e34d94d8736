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
    pub fn invert(waiting: &Waiting, forms: usize) -> Self {
        let mut documents = vec![0u32; forms + 1];
        let mut places = vec![0u32; forms + 1];
        let mut last = vec![0u32; forms];
        let mut from = 0;
        for (number, (_, to)) in (1u32..).zip(&waiting.docs) {
            for form in &waiting.forms[from..*to as usize] {
                let form = *form as usize;
                places[form + 1] += 1;
                if last[form] != number {
                    last[form] = number;
                    documents[form + 1] += 1;
                }
            }
            from = *to as usize;
        }
        for form in 0..forms {
            documents[form + 1] += documents[form];
            places[form + 1] += places[form];
        }
        let count = documents.last().copied().unwrap_or(0) as usize;
        let first = documents.clone();
        let mut docs = vec![0u32; count];
        let mut weights = vec![0u16; count];
        let mut starts = vec![0u32; count + 1];
        let mut positions = vec![0u32; waiting.forms.len()];
        // From here on, the next free place of each form.
        let (mut rows, mut next) = (documents, places);
        last.fill(0);
        let mut from = 0;
        for (number, (key, to)) in (1u32..).zip(&waiting.docs) {
            let to = *to as usize;
            let occurrences = waiting.forms[from..to].iter().zip(&waiting.positions[from..to]);
            for ((form, position), weight) in occurrences.zip(&waiting.weights[from..to]) {
                let form = *form as usize;
                if last[form] != number {
                    last[form] = number;
                    let row = rows[form] as usize;
                    rows[form] += 1;
                    docs[row] = *key;
                    starts[row] = next[form];
                }
                let row = rows[form] as usize - 1;
                weights[row] = weights[row].saturating_add(u16::from(*weight));
                positions[next[form] as usize] = *position;
                next[form] += 1;
            }
            from = to;
        }
        starts[count] = positions.len() as u32;
        Self { first, docs, weights, starts, positions }
    }

    /// This segment and the one after it as one.
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
