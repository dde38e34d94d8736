//! `cargo xtask size`: what a reader has to download, against the budget.

use crate::{build, run};
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The single file, in bytes.
const SINGLE_BUDGET: u64 = 1_800_000;
/// All hosted files, each gzip-compressed, in bytes.
const HOSTED_BUDGET: u64 = 1_060_000;

/// Sizes in bytes.
pub struct Sizes {
    /// `parallax.html` as it is.
    pub single: u64,
    /// All hosted files, each gzip-compressed at the highest level.
    pub hosted_gzip: u64,
    /// All hosted files as they are.
    pub hosted: u64,
    /// The WebAssembly file as it is.
    pub wasm: u64,
}

/// Gzip at the highest level, without name or time: the same bytes on every run.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Measures what `dist/` holds.
pub fn measure() -> Result<Sizes, String> {
    let single = build::single();
    let mut sizes =
        Sizes { single: run::read(&single)?.len() as u64, hosted_gzip: 0, hosted: 0, wasm: 0 };
    for file in files(&build::dist())? {
        if file == single {
            continue;
        }
        let bytes = run::read(&file)?;
        sizes.hosted += bytes.len() as u64;
        sizes.hosted_gzip += gzip(&bytes).len() as u64;
        if file.extension().is_some_and(|e| e == "wasm") {
            sizes.wasm += bytes.len() as u64;
        }
    }
    Ok(sizes)
}

/// All files below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| format!("{}: {e}", folder.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Measures, and rewrites the snapshot.
pub fn command() -> run::Outcome {
    check(true)?;
    Ok("size: within the budget".into())
}

/// Prints the sizes beside those of the snapshot, and fails above the budget.
pub fn check(rewrite: bool) -> Result<(), String> {
    let now = measure()?;
    let path = run::root().join("docs/measures/size.json");
    let before: serde_json::Value = std::fs::read_to_string(&path)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let rows = [
        ("single_file", now.single, Some(SINGLE_BUDGET)),
        ("hosted_gzip", now.hosted_gzip, Some(HOSTED_BUDGET)),
        ("hosted", now.hosted, None),
        ("wasm", now.wasm, None),
    ];
    let mut over = Vec::new();
    for (name, bytes, budget) in rows {
        let change = match before.get(name).and_then(|v| v.as_u64()) {
            Some(old) => format!("{:+} since the snapshot", bytes as i64 - old as i64),
            None => "not in the snapshot".to_owned(),
        };
        let limit = budget.map(|b| format!(" of {b}")).unwrap_or_default();
        println!("    {name:12} {bytes:>9}{limit} bytes ({change})");
        if budget.is_some_and(|b| bytes > b) {
            over.push(name);
        }
    }
    let snapshot = json!({
        "unit": "bytes",
        "single_file": now.single,
        "single_file_budget": SINGLE_BUDGET,
        "hosted_gzip": now.hosted_gzip,
        "hosted_gzip_budget": HOSTED_BUDGET,
        "hosted": now.hosted,
        "wasm": now.wasm,
    });
    if rewrite {
        run::write(&path, format!("{snapshot:#}\n"))?;
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("size: above the budget: {}", over.join(", ")))
    }
}
