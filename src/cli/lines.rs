//! Reading JSON Lines one by one, so that a bad line costs only itself.

use super::{Done, Failure};
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Calls `each` with every line of the files (standard input when there is none). A line that is
/// not valid is reported on standard error with file, line and cause; empty lines are passed over.
pub fn each<T: DeserializeOwned>(
    files: &[PathBuf],
    mut each: impl FnMut(T) -> Result<(), Failure>,
) -> Result<Done, Failure> {
    let mut done = Done::Well;
    if files.is_empty() {
        return read(Path::new("standard input"), io::stdin().lock(), &mut each);
    }
    for path in files {
        let result = if path.as_os_str() == "-" {
            read(Path::new("standard input"), io::stdin().lock(), &mut each)?
        } else {
            match File::open(path) {
                Ok(file) => read(path, BufReader::new(file), &mut each)?,
                Err(e) => {
                    eprintln!("parallax: {}: {e}", path.display());
                    Done::WithFaults
                }
            }
        };
        if result == Done::WithFaults {
            done = result;
        }
    }
    Ok(done)
}

fn read<T: DeserializeOwned>(
    name: &Path,
    mut input: impl BufRead,
    each: &mut impl FnMut(T) -> Result<(), Failure>,
) -> Result<Done, Failure> {
    let mut done = Done::Well;
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let n = input
            .read_until(b'\n', &mut bytes)
            .map_err(|e| Failure::Io(format!("{}:{number}: {e}", name.display())))?;
        if n == 0 {
            break;
        }
        // A byte order mark may stand at the start of a file.
        let line = bytes.strip_prefix(b"\xEF\xBB\xBF").filter(|_| number == 1).unwrap_or(&bytes);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice(line) {
            Ok(value) => each(value)?,
            Err(e) => {
                // The error's own position counts within this line.
                eprintln!(
                    "parallax: {}:{number}: column {}: {}",
                    name.display(),
                    e.column(),
                    cause(&e)
                );
                done = Done::WithFaults;
            }
        }
    }
    Ok(done)
}

/// The error's cause without its position, which is always line 1.
fn cause(e: &serde_json::Error) -> String {
    let text = e.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(cause, _)| cause.to_owned())
}
