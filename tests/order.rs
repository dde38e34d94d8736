//! Sorting agrees with the standard library's stable sort.

use parallax::order::Order;
use proptest::prelude::*;

proptest! {
    #[test]
    fn agrees_with_the_stable_sort(items in proptest::collection::vec((0..9u8, 0..99u32), 0..60)) {
        let mut own = items.clone();
        let mut standard = items.clone();
        own.order_by_key(|(key, _)| std::cmp::Reverse(*key));
        standard.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
        prop_assert_eq!(&own, &standard);
        own.order();
        standard.sort();
        prop_assert_eq!(own, standard);
    }
}
