//! Sorting through one copy of the sort.
//!
//! The standard library's sorts are compiled anew for every type and key, several kilobytes each in
//! the wasm. These sort row numbers by a comparison that is called through a pointer, and move
//! the items afterwards. All are stable.

use std::cmp::Ordering;

/// Below so many numbers they are put in place one by one.
const FEW: usize = 64;

/// Sorts numbers, fast; what is to be sorted fast is packed into such numbers. A byte at a time from the
/// lowest (radix sort): a twentieth of the code of the standard library's sort.
#[inline(never)]
pub fn sort_numbers(numbers: &mut Vec<u64>) {
    if numbers.len() < FEW {
        for i in 1..numbers.len() {
            let number = numbers[i];
            let mut at = i;
            while at > 0 && numbers[at - 1] > number {
                numbers[at] = numbers[at - 1];
                at -= 1;
            }
            numbers[at] = number;
        }
        return;
    }
    let mut counts = [[0u32; 256]; 8];
    for number in numbers.iter() {
        for (byte, counts) in number.to_le_bytes().iter().zip(&mut counts) {
            counts[usize::from(*byte)] += 1;
        }
    }
    let mut sorted = vec![0u64; numbers.len()];
    for (byte, counts) in counts.iter_mut().enumerate() {
        // Where all have the same byte, nothing moves.
        if counts.iter().any(|count| *count as usize == numbers.len()) {
            continue;
        }
        let mut next = 0;
        for count in counts.iter_mut() {
            let own = *count;
            *count = next;
            next += own;
        }
        for number in numbers.iter() {
            let place = &mut counts[usize::from((number >> (8 * byte)) as u8)];
            sorted[*place as usize] = *number;
            *place += 1;
        }
        std::mem::swap(numbers, &mut sorted);
    }
}

/// Brings the `count` least numbers to the front, in no order, and drops the others (quickselect;
/// Hoare 1961, with the middle of three as pivot).
#[inline(never)]
pub fn keep_least(numbers: &mut Vec<u64>, count: usize) {
    let (mut from, mut to) = (0, numbers.len());
    while from < count && count < to && to - from > 1 {
        let (a, b, c) = (numbers[from], numbers[from + (to - from) / 2], numbers[to - 1]);
        let pivot = a.min(b).max(a.max(b).min(c));
        // Less than the pivot to the front, then what equals it, then the rest.
        let (mut less, mut more, mut at) = (from, to, from);
        while at < more {
            let number = numbers[at];
            if number < pivot {
                numbers.swap(at, less);
                less += 1;
                at += 1;
            } else if number > pivot {
                more -= 1;
                numbers.swap(at, more);
            } else {
                at += 1;
            }
        }
        if count <= less {
            to = less;
        } else if count >= more {
            from = more;
        } else {
            break;
        }
    }
    numbers.truncate(count);
}

/// A number that is the less, the higher a value of at least 0 is; of equal values the one with the
/// lower key.
pub fn highest_first(value: f32, key: u32) -> u64 {
    u64::from(!value.to_bits()) << 32 | u64::from(key)
}

/// The key and the value of such a number.
pub fn key_and_value(number: u64) -> (u32, f32) {
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

#[cfg(test)]
mod tests {
    use super::{highest_first, keep_least, key_and_value, sort_numbers};
    use proptest::prelude::*;

    fn numbers() -> impl Strategy<Value = Vec<u64>> {
        // Of few values, so that many are equal, and of all.
        prop_oneof![
            prop::collection::vec(0u64..8, 0..300),
            prop::collection::vec(any::<u64>(), 0..300),
            prop::collection::vec(
                (any::<u16>(), 0u64..99).prop_map(|(a, b)| u64::from(a) << 40 | b),
                0..300
            ),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn numbers_are_sorted_like_by_the_standard_library(mut given in numbers(), count in 0usize..310) {
            let mut expected = given.clone();
            expected.sort_unstable();
            let mut least = given.clone();
            keep_least(&mut least, count);
            least.sort_unstable();
            prop_assert_eq!(&least[..], &expected[..count.min(expected.len())]);
            sort_numbers(&mut given);
            prop_assert_eq!(given, expected);
        }

        #[test]
        fn the_highest_come_first(a in 0f32..1e9, b in 0f32..1e9, key in any::<u32>()) {
            prop_assert_eq!(a > b, highest_first(a, key) < highest_first(b, key));
            prop_assert!(key == u32::MAX || highest_first(a, key) < highest_first(a, key + 1));
            prop_assert_eq!(key_and_value(highest_first(a, key)), (key, a));
        }
    }
}
