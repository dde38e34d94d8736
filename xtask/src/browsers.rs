//! The browser tests: their packages, their browsers, and how they ended.

use crate::{build, run, tools};
use std::path::PathBuf;

/// Programs of the three engines, and the Debian packages that bring them.
const PACKAGES: [(&[&str], &str); 4] = [
    (&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromium"),
    (&["firefox-esr", "firefox"], "firefox-esr"),
    (&["WebKitWebDriver"], "webkit2gtk-driver"),
    (&["Xvfb"], "xvfb"),
];

/// The folder of the tests.
pub fn folder() -> PathBuf {
    run::root().join("tests/browser")
}

/// Runs the tests on what `dist/` holds: passed and failed checks.
pub fn run(options: &[String]) -> Result<(u32, u32), String> {
    if !build::single().is_file() {
        return Err("there is no dist/parallax.html to test: run `cargo xtask build`".into());
    }
    prepare()?;
    let mut node = run::command("node");
    let (success, lines) = run::tee(node.arg(folder().join("run.mjs")).args(options))?;
    let last = lines.last().map(String::as_str).unwrap_or_default();
    let counts = last
        .strip_suffix(" failed")
        .and_then(|line| line.split_once(" passed, "))
        .and_then(|(passed, failed)| Some((passed.parse().ok()?, failed.parse().ok()?)));
    match counts {
        Some((_, 0)) if !success => Err("the browser tests ended badly".into()),
        Some(counts) => Ok(counts),
        None => Err("the browser tests broke off".into()),
    }
}

/// Installs the packages of the tests and, where that is possible, missing browsers.
pub fn prepare() -> Result<(), String> {
    tools::packages("the packages of the browser tests", &folder())?;
    ensure_browsers();
    Ok(())
}

/// Browsers come from the system; only root on a Debian system may install them from here.
fn ensure_browsers() {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(programs, _)| programs.iter().all(|program| tools::find(program).is_none()))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() || !cfg!(target_os = "linux") {
        return;
    }
    let root = run::output(run::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if tools::find("apt-get").is_none() || !root {
        println!(
            "    not on this machine: {}; on Debian: `sudo apt-get install {}`",
            missing.join(", "),
            missing.join(" ")
        );
        return;
    }
    let apt = |words: &[&str]| {
        run::check(run::command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(words))
    };
    let _ = run::step(&format!("install {}", missing.join(", ")), || {
        apt(&["update", "-qq"])?;
        // One by one: a package that this system does not have must not keep out the others.
        for package in &missing {
            if let Err(reason) = apt(&["install", "-y", "-qq", "--no-install-recommends", package])
            {
                println!("    {reason}");
            }
        }
        Ok(())
    });
}
