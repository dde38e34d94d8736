//! What is stated: numbers, time expressions, who does what to whom, and statements aligned across
//! articles.

pub mod agency;
pub mod align;
mod figure;
pub mod number;
pub mod reprint;
pub mod similar;
pub mod time;
