//! What runs over every word of every article: tokens, sentences, folding and stems ([`cut`]), and the
//! postings of the search index ([`postings`]), with the small tools that both are made of.
//!
//! The web build of the program is made small; this package alone is made fast. It knows nothing of
//! articles, outlets or actors, and like the core it does no input or output, reads no clock and never
//! panics, whatever it is given.

pub mod cut;
pub mod map;
pub mod order;
pub mod postings;
pub mod span;
