//! The inverted index: documents of sentences of words in; places, rankings and a compact form to keep
//! out. What a word, a field or a key means is for the caller to say.

mod bits;
mod dictionary;
mod feedback;
mod fuzzy;
mod kept;
mod phrase;
mod rank;
mod segment;
mod store;

pub use dictionary::Dictionary;
pub use kept::Unreadable;
pub use phrase::{sequence, together};
pub use rank::{AGAIN, EXACT, LENGTH, Ranking, SATURATION, SUBJECT, Source, Term, Tree, rank};
pub use segment::Postings;
pub use store::{Place, Store, Writer};
