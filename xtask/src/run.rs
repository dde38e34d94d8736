//! Running other programs, and saying what is going on while they run.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What every chore returns: its closing line, or what went wrong and how to mend it.
pub type Outcome = Result<String, String>;

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A command that runs in the workspace, reads nothing, and finds the project's own tools first.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null()).env("PATH", crate::tools::path());
    // Set by `cargo run` for this very program; they would mislead nested builds.
    command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_PKG_NAME");
    command
}

/// Announces a step, runs it and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    judged(name, work, |_| true)
}

/// As [`step`], for work that can also end in a result that is no success.
pub fn judged<T>(
    name: &str,
    work: impl FnOnce() -> Result<T, String>,
    good: impl FnOnce(&T) -> bool,
) -> Result<T, String> {
    println!("==> {name}");
    let start = Instant::now();
    let done = work();
    let verdict = if done.as_ref().is_ok_and(good) { "done" } else { "FAILED" };
    println!("    {name}: {verdict} in {:.1} s", start.elapsed().as_secs_f64());
    let _ = std::io::stdout().flush();
    done
}

/// Runs a command and fails when it does.
pub fn check(command: &mut Command) -> Result<(), String> {
    let shown = show(command);
    let status = command.status().map_err(|e| format!("cannot start `{shown}`: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Runs a command, passes its output on line by line, and returns it with the verdict.
pub fn tee(command: &mut Command) -> Result<(bool, Vec<String>), String> {
    let shown = show(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("cannot start `{shown}`: {e}"))?;
    let mut lines = Vec::new();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            println!("{line}");
            lines.push(line);
        }
    }
    let status = child.wait().map_err(|e| format!("lost `{shown}`: {e}"))?;
    Ok((status.success(), lines))
}

/// What a command prints, or nothing when it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let done = command.stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

fn show(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    words.join(" ")
}

/// Writes a file, naming it when that fails; parent folders are made.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), String> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(|e| format!("{}: {e}", parent.display()))?;
    }
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Reads a file, naming it when that fails.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// Reads a text file, naming it when that fails.
pub fn read_text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}
