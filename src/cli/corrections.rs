//! Corrections by a reader, from a file.

use super::Failure;
use crate::correction::{self, Correction, Outcome};
use crate::page;
use std::fs;
use std::path::Path;

/// Corrections, and what became of each so far.
pub struct Corrections {
    file: String,
    list: Vec<Correction>,
    /// Why each has changed nothing; `None` once it has changed something.
    idle: Vec<Option<String>>,
}

/// Reads a file of corrections; none without a file.
pub fn read(path: Option<&Path>) -> Result<Corrections, Failure> {
    let Some(path) = path else {
        return Ok(Corrections { file: String::new(), list: Vec::new(), idle: Vec::new() });
    };
    let file = path.display().to_string();
    let bad = |why: String| Failure::Usage(format!("{file}: {why}"));
    let bytes = fs::read(path).map_err(|e| bad(e.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| bad("the file is not UTF-8".to_owned()))?;
    let list = correction::read(&text).map_err(bad)?;
    let idle = list.iter().map(|_| Some("no document was read".to_owned())).collect();
    Ok(Corrections { file, list, idle })
}

impl Corrections {
    /// The corrections, in order.
    pub fn list(&self) -> &[Correction] {
        &self.list
    }

    /// Notes what became of them in one set of documents.
    pub fn note(&mut self, outcomes: &[Outcome]) {
        for (idle, outcome) in self.idle.iter_mut().zip(outcomes) {
            match outcome {
                Outcome::Applied(_) => *idle = None,
                Outcome::NotApplied(why) => {
                    if idle.is_some() {
                        *idle = Some(why.clone());
                    }
                }
            }
        }
    }

    /// Says which changed nothing, and why.
    pub fn report(&self) {
        for (n, (c, idle)) in self.list.iter().zip(&self.idle).enumerate() {
            if let Some(why) = idle {
                let words = page::sentence(&c.edit);
                eprintln!(
                    "parallax: {}: correction {}: {words}: not applied: {why}",
                    self.file,
                    n + 1
                );
            }
        }
    }
}
