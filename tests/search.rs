//! Full-text search over the public API: texts and a query in, readable lines out.

#[path = "search/brute/mod.rs"]
mod brute;
#[path = "search/explain.rs"]
mod explain;
#[path = "search/keep.rs"]
mod keep;
#[path = "search/library.rs"]
mod library;
#[path = "search/pipeline.rs"]
mod pipeline;
#[path = "search/query/mod.rs"]
mod query;
#[path = "search/remove.rs"]
mod remove;
#[path = "search/snippet.rs"]
mod snippet;
