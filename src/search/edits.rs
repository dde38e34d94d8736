//! How far two spellings are apart.

/// The number of edits (a letter put in, left out, replaced, or two neighbours swapped) between two
/// words, if it is at most `most`. Optimal string alignment, that is Damerau-Levenshtein in which no
/// letter is edited twice.
pub(super) fn edits(a: &str, b: &str, most: u8) -> Option<u8> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let most = usize::from(most);
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        let mut least = i + 1;
        for (j, y) in b.iter().enumerate() {
            let mut cost = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            least = least.min(cost);
            row.push(cost);
        }
        // A swap looks two rows back, and costs at least what the row before last did.
        if least > most && last.iter().all(|cost| *cost >= most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    let cost = last.get(b.len()).copied().unwrap_or(0);
    u8::try_from(cost).ok().filter(|_| cost <= most)
}

/// The edits that a word of this form may have by default: none up to 2 letters, 1 up to 5, 2 above.
pub(super) fn automatic(form: &str) -> u8 {
    match form.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}
