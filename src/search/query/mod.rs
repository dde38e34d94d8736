//! The query language: from what was typed to a tree of what is looked for. Parsing never fails.
//!
//! [`lexer`] cuts the text into tokens; [`bind`] says what names and fields ([`values`]) mean for
//! the articles searched; [`parser`] builds brackets and operators; [`lower`] makes of it the [`tree`] that the
//! index evaluates. What cannot be understood is searched as words, with a note ([`notes`]).
//!
//! # What a query means
//!
//! An article matches by the tree of operators; inside brackets and between ORs, AND binds words
//! tighter than standing side by side. Side by side, plain words (also beginnings, fuzzy words and
//! names) need not all occur: one must where nothing else is looked for, and articles with all of
//! them stand first. Whatever else stands there must be met.
//!
//! * **Leaves** have places: words, phrases, near words, mentions. `actor:`, `place:`, `label:` and
//!   `type:` are leaves whose places are mentions. A leaf occurs if it has a place.
//! * **Conditions**, `outlet:` and `date:`, are met by an article as a whole and have no place.
//!   An article's date is what is known of it ("2017-03"): all days that it may be must be meant.
//! * **Scopes**, `in:` and `speaker:`, restrict where the other leaves of their alternative may
//!   occur; an alternative is what stands between brackets and ORs, brackets inside it included. A
//!   place counts if each of its words stands inside (outside, where the scope is negated).
//!   Several scopes must all hold; `(in:headline OR in:caption)` is one scope that holds if either
//!   does, and so is `in:headline|caption`. Where its alternative looks for nothing else, a scope
//!   finds all words that it lets through.
//!
//! A quotation is the content of an attribution that tells what somebody said; `in:quote` and
//! `speaker:` mean the same ones.

mod bind;
pub(in crate::search) mod correct;
mod date;
mod help;
mod lexer;
mod lower;
mod notes;
mod parser;
mod tree;
mod values;

pub(super) use date::Days;
pub use help::{Example, HELP};
pub(super) use notes::short;
pub(super) use tree::{Field, Filter, Leaf, Node, Query, Scope, Term, Typed};

use super::actors::Actors;
use super::parts;
use bind::Item;
use notes::Notes;
use parser::Syntax;

/// What the meaning of a query depends on.
pub(super) trait Catalogue {
    fn actors(&self) -> &Actors;
    /// Id and display name of each outlet that has an article, each once.
    fn outlets(&self) -> Vec<(String, String)>;
    /// The number of articles whose date is not known.
    fn undated(&self) -> usize;
    /// Whether a form, or with `exact` false any form of the same word, occurs in an article.
    fn occurs(&self, form: &str, exact: bool) -> bool;
}

/// Reads a query.
pub(super) fn parse(text: &str, known: &dyn Catalogue) -> Query {
    let mut notes = Notes::default();
    let tokens = lexer::lex(text, &mut notes);
    let pieces = bind::bind(tokens, known, &mut notes);
    let syntax = parser::parse(pieces, &mut notes);
    lower::lower(syntax, notes)
}

/// A query of plain words only: every mark is passed over, nothing is an operator.
pub(super) fn plain(text: &str) -> Query {
    let words = parts::of_text(text).into_iter().flatten().map(|part| {
        let (leaf, shown) = (Leaf::Word(part.form.clone()), part.form);
        Syntax::Item(Item::Leaf { leaf, shown, plain: true, typed: Vec::new() })
    });
    lower::lower(Some(Syntax::Seq(words.collect())), Notes::default())
}
