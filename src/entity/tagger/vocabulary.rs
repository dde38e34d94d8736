//! What is known of single words beforehand: Brown cluster (Brown et al. 1992), usual case, and of
//! what kinds of names they are part. Looked up in the packed table itself; nothing is set up.

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/vocabulary.bin"));
const BLOCK: usize = 8;

/// Marks words that begin longer names.
pub(in crate::entity) const STARTS: u16 = 1 << 15;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::entity) struct Known {
    /// Path of the cluster from the root, after a leading 1; 0 for none.
    pub cluster: u16,
    /// Usual case: 0 unknown, 1 small, 2 mostly small, 3 mostly capital, 4 capital, 5 all capitals.
    pub case: u8,
    /// The kinds of names that it is part of, as bits in the order in which the table first has them.
    pub classes: u16,
}

impl Known {
    /// The first `bits` bits of the cluster's path; the whole path where it is shorter.
    pub fn prefix(self, bits: u32) -> u16 {
        let length = 15 - self.cluster.max(1).leading_zeros();
        self.cluster >> length.saturating_sub(bits)
    }
}

/// Where the parts of the packed table lie.
struct Layout {
    count: usize,
    columns: usize,
    heads: usize,
    /// For each block where its letters begin.
    blocks: Vec<u32>,
}

fn layout() -> &'static Layout {
    static LAYOUT: OnceLock<Layout> = OnceLock::new();
    LAYOUT.get_or_init(|| {
        let head = PACKED.get(..4).and_then(|b| b.try_into().ok()).unwrap_or([0; 4]);
        let count = u32::from_le_bytes(head) as usize;
        let columns = 4 + count.div_ceil(BLOCK);
        let heads = columns + 4 * count;
        let mut at = (heads + count) as u32;
        let lengths = PACKED.get(4..columns).unwrap_or(&[]);
        let blocks = lengths
            .iter()
            .map(|length| {
                let begin = at;
                at += u32::from(*length);
                begin
            })
            .collect();
        Layout { count, columns, heads, blocks }
    })
}

/// The letters of word `i` that follow those shared with the word before, and how many are shared; `at` is
/// where its letters begin, and is moved behind them.
fn word_at(l: &Layout, i: usize, at: &mut usize) -> Option<(usize, &'static [u8])> {
    let head = usize::from(*PACKED.get(l.heads + i)?);
    let mut length = head & 15;
    if length == 15 {
        length = usize::from(*PACKED.get(*at)?);
        *at += 1;
    }
    let rest = PACKED.get(*at..*at + length)?;
    *at += length;
    Some((head >> 4, rest))
}

/// What is known of a folded word.
pub(in crate::entity) fn look_up(word: &str) -> Option<Known> {
    let word = word.as_bytes();
    let l = layout();
    // The last block whose first word is not behind the one sought.
    let (mut low, mut high) = (0, l.blocks.len());
    while high - low > 1 {
        let middle = low.midpoint(high);
        let mut at = *l.blocks.get(middle)? as usize;
        let (_, first) = word_at(l, middle * BLOCK, &mut at)?;
        if first <= word { low = middle } else { high = middle }
    }
    let mut at = *l.blocks.get(low)? as usize;
    // The word itself is built up; words of a block are few and short.
    let mut built: Vec<u8> = Vec::with_capacity(32);
    for i in low * BLOCK..l.count.min((low + 1) * BLOCK) {
        let (shared, rest) = word_at(l, i, &mut at)?;
        built.truncate(shared);
        built.extend_from_slice(rest);
        match built.as_slice().cmp(word) {
            core::cmp::Ordering::Less => {}
            core::cmp::Ordering::Greater => return None,
            core::cmp::Ordering::Equal => {
                let column =
                    |k: usize| PACKED.get(l.columns + k * l.count + i).copied().unwrap_or(0);
                return Some(Known {
                    cluster: CLUSTERS.get(usize::from(column(0))).copied().unwrap_or(0),
                    case: column(1),
                    classes: u16::from(column(2)) | u16::from(column(3)) << 8,
                });
            }
        }
    }
    None
}
