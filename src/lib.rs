//! The core of Parallax: from page scrapes of news articles to a comparison of outlets.
//!
//! Data flows one way, and each module knows only those before it in this list:
//! [`span`], [`order`], [`map`], [`json`], [`lexicon`], [`corpus`] -> [`ingest`] -> [`text`] -> [`entity`] ->
//! [`correction`] -> [`attribution`], [`claim`] -> [`search`] -> [`analysis`] -> [`compare`] -> [`route`], [`page`] -> app, command line.
//!
//! The core does no input or output, reads no clock and never panics, whatever the text; the
//! same input gives the same result on every platform. Every result carries [`span::Span`]s into
//! the original text, so whatever is shown can be pointed at.

pub mod json;

pub use parallax_engine::{map, order, span};

pub mod lexicon;

pub mod corpus;

pub mod ingest;

pub mod text;

pub mod entity;

pub mod correction;

pub mod attribution;
pub mod claim;

pub mod search;

pub mod analysis;

pub mod compare;

pub mod page;
pub mod route;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
