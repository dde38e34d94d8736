//! One fixed hash for features: the same on every platform.

/// Mixes a value into a key.
#[inline]
pub(super) fn mix(key: u32, value: u32) -> u32 {
    let mut h = (key ^ value.wrapping_mul(0xCC9E_2D51).rotate_left(15)).wrapping_mul(0x85EB_CA6B);
    h ^= h >> 13;
    h.wrapping_mul(0xC2B2_AE35) ^ (h >> 16)
}

/// The hash of a string.
pub(super) fn text(s: &str) -> u32 {
    let h = s.bytes().fold(0x811C_9DC5u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    mix(h, s.len() as u32)
}
