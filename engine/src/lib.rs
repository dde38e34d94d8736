//! What runs over every word of every article: tokens, sentences, folding and stems ([`cut`]), the
//! postings of the search index ([`postings`]), and over every two sentences: what they have in common
//! ([`pairing`]); with the small tools that these are made of.
//!
//! The web build of the program is made small; this package alone is made fast. It knows nothing of
//! articles, outlets or actors, and like the core it does no input or output, reads no clock and never
//! panics, whatever it is given.
//!
//! What the rest of the program calls often is `#[inline(never)]` and not generic: inlined into a
//! function that is made small, it would be made small too, and several times slower.

pub mod cut;
pub mod map;
mod names;
pub mod numbers;
pub mod order;
pub mod pairing;
pub mod postings;
pub mod span;
