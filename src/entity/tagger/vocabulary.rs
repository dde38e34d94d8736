//! What is known of single words beforehand: Brown cluster (Brown et al. 1992), usual case, and of
//! what kinds of names they are part. Looked up in the packed table itself; nothing is set up.

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/vocabulary.bin"));
const BLOCK: usize = 16;

/// Marks words that begin longer names.
pub(in crate::entity) const STARTS: u16 = 1 << 15;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::entity) struct Known {
    /// Path of the cluster from the root, after a leading 1; 0 for none.
    pub cluster: u16,
    /// Usual case: 0 unknown, 1 small, 2 mostly small, 3 mostly capital, 4 capital, 5 all capitals.
    pub case: u8,
    /// Bits in the order of [`CLASSES`].
    pub classes: u16,
}

impl Known {
    /// The first `bits` bits of the cluster's path; the whole path where it is shorter.
    pub fn prefix(self, bits: u32) -> u16 {
        let length = 15 - self.cluster.max(1).leading_zeros();
        self.cluster >> length.saturating_sub(bits)
    }
}

fn word_at(at: usize) -> Option<(usize, &'static [u8])> {
    let shared = usize::from(*PACKED.get(at)?);
    let length = usize::from(*PACKED.get(at + 1)?);
    Some((shared, PACKED.get(at + 2..at + 2 + length)?))
}

/// What is known of a folded word.
pub(in crate::entity) fn look_up(word: &str) -> Option<Known> {
    let word = word.as_bytes();
    let number =
        |at: usize| Some(u32::from_le_bytes(PACKED.get(at..at + 4)?.try_into().ok()?) as usize);
    let count = number(0)?;
    let blocks = count.div_ceil(BLOCK);
    let columns = 4 + 4 * blocks;
    let words = columns + 4 * count;
    // The last block whose first word is not behind the one sought.
    let (mut low, mut high) = (0, blocks);
    while high - low > 1 {
        let middle = low.midpoint(high);
        let (_, first) = word_at(words + number(4 + 4 * middle)?)?;
        if first <= word { low = middle } else { high = middle }
    }
    let mut at = words + number(4 + 4 * low)?;
    // How much of the word sought the current word shares.
    let mut same = 0;
    for i in low * BLOCK..count.min((low + 1) * BLOCK) {
        let (shared, rest) = word_at(at)?;
        at += 2 + rest.len();
        if shared < same {
            return None;
        }
        if shared > same && i % BLOCK != 0 {
            continue;
        }
        let tail = word.get(shared..)?;
        let more = rest.iter().zip(tail).take_while(|(a, b)| a == b).count();
        if more == rest.len() && more == tail.len() {
            let column = |k: usize| PACKED.get(columns + k * count + i).copied().unwrap_or(0);
            return Some(Known {
                cluster: CLUSTERS.get(usize::from(column(0))).copied().unwrap_or(0),
                case: column(1),
                classes: u16::from(column(2)) | u16::from(column(3)) << 8,
            });
        }
        same = shared + more;
        if more < rest.len() && (more >= tail.len() || rest.get(more) > tail.get(more)) {
            return None;
        }
    }
    None
}
