//! Validates and packs `corpus/` and `lexicon/` into the program; no analysis happens here.
//!
//! A malformed file stops the build with file, line and reason.

#[path = "build/pack.rs"]
mod pack;
#[path = "build/quality.rs"]
mod quality;
#[path = "build/vocabulary.rs"]
mod vocabulary;

use std::path::PathBuf;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=corpus");
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=model/vocabulary.tsv");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=docs/measures/quality.tsv");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let packed = pack::lexicon(&root.join("lexicon")).and_then(|(code, outlets)| {
        let corpus = pack::corpus(&root.join("corpus"), &outlets)?;
        let vocabulary = vocabulary::pack(&root.join("model/vocabulary.tsv"))?;
        let quality = quality::quality(&root.join("docs/measures/quality.tsv"))?;
        Ok((code, corpus, vocabulary, quality))
    });
    match packed {
        Ok((lexicon, corpus, (words, names), quality)) => {
            fs::write(out.join("quality.rs"), quality).expect("OUT_DIR is writable");
            fs::write(out.join("vocabulary.bin"), words).expect("OUT_DIR is writable");
            fs::write(out.join("vocabulary.rs"), names).expect("OUT_DIR is writable");
            fs::write(out.join("lexicon.rs"), lexicon).expect("OUT_DIR is writable");
            fs::write(out.join("corpus.rs"), corpus).expect("OUT_DIR is writable");
        }
        Err(reason) => {
            println!("cargo::error={reason}");
            eprintln!("error: {reason}");
            process::exit(1);
        }
    }
}
