//! The best labels of a window (Viterbi 1967).

use super::label::{LABELS, follows};

const NEVER: i32 = i32::MIN / 2;

/// For each label those that may stand before it.
pub(super) fn before() -> Vec<Vec<usize>> {
    (0..LABELS).map(|to| (0..LABELS).filter(|from| follows(*from, to)).collect()).collect()
}

/// The best row of labels for rows of scores.
pub(super) fn best(
    scores: &[[i32; LABELS]],
    transitions: &[i32],
    before: &[Vec<usize>],
) -> Vec<usize> {
    let step = |from: usize, to: usize| transitions.get(from * LABELS + to).copied().unwrap_or(0);
    let mut last = [NEVER; LABELS];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for (i, row) in scores.iter().enumerate() {
        let mut now = [NEVER; LABELS];
        let mut from = [0u8; LABELS];
        for (l, froms) in before.iter().enumerate().take(LABELS) {
            let Some(score) = row.get(l) else { continue };
            let mut most = (NEVER, 0usize);
            if i == 0 {
                if follows(0, l) {
                    most = (step(0, l), 0);
                }
            } else {
                for k in froms {
                    let s = last.get(*k).copied().unwrap_or(NEVER) + step(*k, l);
                    if s > most.0 {
                        most = (s, *k);
                    }
                }
            }
            if most.0 > NEVER / 2
                && let (Some(n), Some(f)) = (now.get_mut(l), from.get_mut(l))
            {
                *n = most.0 + score;
                *f = most.1 as u8;
            }
        }
        last = now;
        back.push(from);
    }
    let mut at = (0..LABELS)
        .filter(|l| follows(*l, 0))
        .max_by_key(|l| last.get(*l).copied().unwrap_or(NEVER) + step(*l, 0))
        .unwrap_or(0);
    let mut out = vec![0; scores.len()];
    for i in (0..scores.len()).rev() {
        if let Some(slot) = out.get_mut(i) {
            *slot = at;
        }
        at = usize::from(back.get(i).and_then(|f| f.get(at)).copied().unwrap_or(0));
    }
    out
}
