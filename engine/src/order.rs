//! Sorting through one copy of the sort.
//!
//! The standard library's sorts are compiled anew for every type and key, several kilobytes each in
//! the wasm. These sort row numbers by a comparison that is called through a pointer, and move
//! the items afterwards. All are stable.

use std::cmp::Ordering;

/// Sorts numbers, fast: the one copy of the standard sort in the program. What is to be sorted fast is
/// packed into such numbers.
#[inline(never)]
pub(crate) fn sort_numbers(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

/// Brings the `count` least numbers to the front, in no order, and drops the others.
#[inline(never)]
pub(crate) fn keep_least(numbers: &mut Vec<u64>, count: usize) {
    if count < numbers.len() {
        numbers.select_nth_unstable(count);
        numbers.truncate(count);
    }
}

/// A number that is the less, the higher a value of at least 0 is; of equal values the one with the
/// lower key.
pub(crate) fn highest_first(value: f32, key: u32) -> u64 {
    u64::from(!value.to_bits()) << 32 | u64::from(key)
}

/// The key and the value of such a number.
pub(crate) fn key_and_value(number: u64) -> (u32, f32) {
    (number as u32, f32::from_bits(!((number >> 32) as u32)))
}

/// Sorting of lists, for programs that must stay small.
pub trait Order<T> {
    /// Sorts by a comparison.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by the items' own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(Ord::cmp);
    }
}

impl<T> Order<T> for Vec<T> {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        // What is in order already need not be moved.
        if self.windows(2).all(|pair| compare(&pair[0], &pair[1]).is_le()) {
            return;
        }
        let rows = rows(self.len(), &|a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        let mut items: Vec<Option<T>> = std::mem::take(self).into_iter().map(Some).collect();
        self.extend(rows.into_iter().filter_map(|row| items.get_mut(row as usize)?.take()));
    }
}

/// The numbers from 0 to `len` in order of the rows they stand for: a bottom-up merge sort.
fn rows(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..len as u32).collect();
    let mut merged: Vec<u32> = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        merged.clear();
        for pair in rows.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some(a), Some(b)) = (left.first(), right.first()) {
                // Of equal rows the left one stays first.
                let from =
                    if compare(*a as usize, *b as usize).is_gt() { &mut right } else { &mut left };
                merged.push(from[0]);
                *from = &from[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut rows, &mut merged);
        run *= 2;
    }
    rows
}
