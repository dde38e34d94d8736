//! Comparison of columns: each column is a set of articles (an outlet's, or a single one).

mod agency;
mod keyness;
mod naming;
mod network;
mod numbers;
mod quoted;
mod reprints;
mod rest;
mod statements;
mod timeline;

pub use crate::entity::counted_label;
pub use agency::{Act, Deed, Opposed, Part, Voices, deeds, opposed, parts, told_words, verb_words};
pub use keyness::{KeyWord, Keyness, Use, conservative, exact, forms_of, keyness};
pub use naming::{Label, Naming, naming};
pub use network::{Network, Pair, Together, Unit, network, together};
pub use numbers::{Figure, Figures, agreeing, figures};
pub use quoted::{Quoted, quoted, source_words};
pub use reprints::{Reprint, reprints};
pub use statements::{Likeness, SharedStatement, Wording, statements};
pub use timeline::{Moment, Told, timeline, undated};

/// The articles of one column, as indices into the analysis.
pub type Column = Vec<usize>;

/// The column that holds an article.
fn column_of(columns: &[Column], article: usize) -> Option<usize> {
    columns.iter().position(|c| c.contains(&article))
}
