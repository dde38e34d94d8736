//! `cargo xtask test`: everything that CI does. A step that fails does not stop those after it.

use crate::{browsers, build, run, size, tools};
use std::process::Command;
use std::time::Instant;

/// Passed and failed checks so far.
#[derive(Default)]
struct Tally {
    passed: u32,
    failed: u32,
    /// What failed, for the end of the log.
    names: Vec<String>,
}

impl Tally {
    /// Runs a step that is one check.
    fn one(&mut self, name: &str, work: impl FnOnce() -> Result<(), String>) -> bool {
        self.many(name, || work().map(|()| (1, 0)))
    }

    /// Runs a step that counts its own checks; one that breaks off counts as one failure.
    fn many(&mut self, name: &str, work: impl FnOnce() -> Result<(u32, u32), String>) -> bool {
        let (passed, failed) =
            run::judged(name, work, |counts| counts.1 == 0).unwrap_or_else(|reason| {
                println!("    {reason}");
                (0, 1)
            });
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.names.push(format!("{name} ({failed})"));
        }
        failed == 0
    }

    fn close(self) -> run::Outcome {
        if self.failed > 0 {
            println!("failed: {}", self.names.join(", "));
        }
        // The closing line stands on standard output whether or not something failed.
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed > 0 { Err("not everything passed".into()) } else { Ok(String::new()) }
    }
}

/// Runs every step; the last line on standard output is `N passed, N failed`.
pub fn command() -> run::Outcome {
    let start = Instant::now();
    let mut tally = Tally::default();
    let installed = tally.one("tools of the build", tools::ensure_build);
    tally.one("formatting", || run::check(&mut cargo(&["fmt", "--all", "--check"])));
    let strict = ["--", "--deny", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets", "--features", "cli,ssr"];
    tally.one("clippy, native", || run::check(cargo(&native).args(strict)));
    let wasm = [
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "web",
        "--lib",
        "--bin",
        "app",
    ];
    tally.one("clippy, WebAssembly", || run::check(cargo(&wasm).args(strict)));
    tally.many("unit, golden, property, view and documentation tests", cargo_tests);
    tally.one("documentation builds without warnings", || {
        let mut doc = cargo(&["doc", "--no-deps", "--lib", "--features", "cli"]);
        run::check(doc.env("RUSTDOCFLAGS", "--deny warnings"))
    });
    if installed && tally.one("both artefacts", build::artefacts) {
        tally.one("size budget", || size::check(std::env::var_os("CI").is_none()));
        tally.many("browser tests", || browsers::run(&[]));
    }
    println!("all steps took {:.0} s", start.elapsed().as_secs_f64());
    tally.close()
}

/// `cargo xtask browsers`: the browser tests alone.
pub fn browsers_command(options: &[String]) -> run::Outcome {
    let mut tally = Tally::default();
    tally.many("browser tests", || browsers::run(options));
    tally.close()
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = run::command("cargo");
    command.args(arguments);
    command
}

/// All tests of cargo, counted over every test program.
fn cargo_tests() -> Result<(u32, u32), String> {
    let mut test = cargo(&["test", "--workspace", "--features", "cli,ssr", "--no-fail-fast"]);
    let (success, lines) = run::tee(&mut test)?;
    let (passed, failed) =
        lines.iter().filter_map(|line| verdict(line)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    // A test program that does not build or dies prints no verdict.
    let broken = u32::from(!success && failed == 0);
    Ok((passed, failed + broken))
}

/// The counts in a line such as `test result: ok. 12 passed; 0 failed; …`.
fn verdict(line: &str) -> Option<(u32, u32)> {
    let rest = line.strip_prefix("test result: ")?;
    let count = |word: &str| {
        let before = rest.split(word).next()?;
        before.split([' ', '.', ';']).rfind(|part| !part.is_empty())?.parse().ok()
    };
    Some((count(" passed")?, count(" failed")?))
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn verdicts_of_the_test_harness_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; finished in 0.1s";
        assert_eq!(verdict(line), Some((12, 3)));
        assert_eq!(verdict("test a::b ... ok"), None);
    }
}
