//! Writes the tables of folding.

#[path = "build/folds.rs"]
mod folds;

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("folds.rs"), folds::folds()).expect("OUT_DIR is writable");
}
