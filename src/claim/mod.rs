//! What is stated: numbers, time expressions, and statements aligned across articles.

pub mod align;
mod figure;
pub mod number;
pub mod reprint;
pub mod similar;
pub mod time;
