//! Numbers of few bits, one after the other: Elias' gamma code and Golomb-Rice codes (Witten,
//! Moffat, Bell: Managing Gigabytes, 1999, ch. 3).

/// Quotients from here on are written as 32 plain bits.
const ESCAPE: u32 = 24;

/// Writes bits, lowest first.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl BitWriter {
    /// Writes the lowest `count` bits of `value`, at most 32.
    pub fn bits(&mut self, value: u32, count: u32) {
        let value = u64::from(value) & ((1u64 << count) - 1);
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    fn ones(&mut self, count: u32) {
        // `count` ones and a zero.
        self.bits((1u32 << count) - 1, count + 1);
    }

    /// A number of at least 1, the smaller the shorter.
    pub fn gamma(&mut self, value: u32) {
        let value = value.max(1);
        let length = 31 - value.leading_zeros();
        self.bits(if length == 31 { u32::MAX >> 1 } else { (1u32 << length) - 1 }, length);
        self.bits(0, 1);
        self.bits(value, length);
    }

    /// A number that is about 2 to the power of `k`, at most 31.
    pub fn rice(&mut self, value: u32, k: u32) {
        let quotient = value >> k;
        if quotient >= ESCAPE {
            self.bits((1u32 << ESCAPE) - 1, ESCAPE);
            self.bits(value, 32);
        } else {
            self.ones(quotient);
            self.bits(value, k);
        }
    }

    /// The bytes; the last is filled up with zeros.
    pub fn end(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.held as u8);
        }
        self.bytes
    }
}

/// Reads what [`BitWriter`] wrote; beyond the end it reads zeros and says so.
#[derive(Clone, Copy)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    held: u64,
    count: u32,
}

impl<'a> BitReader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, held: 0, count: 0 }
    }

    /// Makes at least 32 bits ready.
    #[inline(always)]
    fn fill(&mut self) {
        if self.count >= 32 {
            return;
        }
        let four = self.bytes.get(self.at..self.at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        let next = match four {
            Some(four) => u32::from_le_bytes(four),
            None => {
                let rest = self.bytes.get(self.at..).unwrap_or(&[]);
                rest.iter().rev().fold(0u32, |n, b| (n << 8) | u32::from(*b))
            }
        };
        self.held |= u64::from(next) << self.count;
        self.count += 32;
        self.at += 4;
    }

    #[inline(always)]
    fn take(&mut self, count: u32) {
        self.held >>= count;
        self.count -= count;
    }

    /// `count` bits, at most 32.
    #[inline(always)]
    pub fn bits(&mut self, count: u32) -> u32 {
        self.fill();
        let value = (self.held & ((1u64 << count) - 1)) as u32;
        self.take(count);
        value
    }

    /// A number of at least 1.
    #[inline(always)]
    pub fn gamma(&mut self) -> u32 {
        self.fill();
        let length = self.held.trailing_ones().min(31);
        self.take(length + 1);
        if length == 0 { 1 } else { self.bits(length) | (1 << length) }
    }

    /// A number written with the same `k`.
    #[inline(always)]
    pub fn rice(&mut self, k: u32) -> u32 {
        self.fill();
        let quotient = self.held.trailing_ones();
        if quotient >= ESCAPE {
            self.take(ESCAPE);
            return self.bits(32);
        }
        self.take(quotient + 1);
        self.bits(k) | (quotient << k)
    }

    /// Whether more was read than there is.
    pub fn is_beyond(&self) -> bool {
        (self.at * 8).saturating_sub(self.count as usize) > self.bytes.len() * 8
    }
}
