//! `parallax similar`.

use super::{Done, Failure, lines};
use crate::claim::similar::similarity;
use serde::Deserialize;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

#[derive(Deserialize)]
struct Pair {
    id: serde_json::Value,
    a: String,
    b: String,
}

pub fn run(files: &[PathBuf], out: &mut impl Write) -> Result<Done, Failure> {
    lines::each(files, |pair: Pair| {
        let row = json!({"id": pair.id, "score": similarity(&pair.a, &pair.b)});
        serde_json::to_writer(&mut *out, &row).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        Ok(())
    })
}
