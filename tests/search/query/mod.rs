//! The query language, construct by construct: what is found, how it is shown back, which notes.

mod correct;
mod date;
mod fields;
mod fuzzy;
mod help;
mod names;
mod near;
mod notes;
mod operators;
mod robust;
mod scopes;
mod spelling;
mod words;
