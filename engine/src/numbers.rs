//! Numbers as bytes, the small ones short: seven bits a byte, lowest first, the highest bit where more follow.

/// Adds a number.
pub fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes the next number from the front of the bytes; `None` where they end before it does, or where it
/// has more than 32 bits.
pub fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0u32;
    for shift in (0..35).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let part = u32::from(byte & 0x7F);
        if shift == 28 && part > 0xF {
            return None;
        }
        number |= part << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{put, take};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(any::<u32>(), 0..20), shift in 0u32..32) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|n| put(&mut bytes, n >> shift));
            let mut rest = bytes.as_slice();
            for number in &numbers {
                prop_assert_eq!(take(&mut rest), Some(number >> shift));
            }
            prop_assert_eq!(take(&mut rest), None);
        }

        #[test]
        fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..12)) {
            let mut rest = bytes.as_slice();
            while take(&mut rest).is_some() {}
        }
    }

    #[test]
    fn what_is_too_long_is_no_number() {
        assert_eq!(take(&mut &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F][..]), Some(u32::MAX));
        assert_eq!(take(&mut &[0xFF, 0xFF, 0xFF, 0xFF, 0x1F][..]), None);
        assert_eq!(take(&mut &[0x80, 0x80, 0x80, 0x80, 0x80, 0x01][..]), None);
    }
}
