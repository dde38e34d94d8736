//! The tools of the build: which versions, where they are looked for, and how they are installed.
//!
//! Everything that is installed goes to `target/tools`; a tool of the right version that is
//! already in `PATH` or in cargo's bin folder is used as it is.

use crate::run;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";
const WASM: &str = "wasm32-unknown-unknown";

/// The folder of the project's own tools.
fn folder() -> PathBuf {
    run::root().join("target/tools")
}

/// `PATH` with the project's own tools in front and cargo's bin folder behind.
pub fn path() -> OsString {
    let given = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = vec![folder().join("bin"), folder().join("npm/node_modules/.bin")];
    folders.extend(std::env::split_paths(&given));
    folders.extend(cargo_bin());
    std::env::join_paths(folders).unwrap_or(given)
}

fn cargo_bin() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let user = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(user).join(".cargo"))
    })?;
    Some(home.join("bin"))
}

/// The first of the folders of [`path`] that holds a program of this name.
pub fn find(program: &str) -> Option<PathBuf> {
    let names = [program.to_owned(), format!("{program}.exe"), format!("{program}.cmd")];
    std::env::split_paths(&path())
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)).collect::<Vec<_>>())
        .find(|file| file.is_file())
}

/// Installs whatever the build needs and lacks.
pub fn ensure_build() -> Result<(), String> {
    ensure_target()?;
    ensure_crate("trunk", "trunk", TRUNK, &["--no-default-features", "--features", "rustls"])?;
    ensure_crate("wasm-bindgen", "wasm-bindgen-cli", &locked_version("wasm-bindgen")?, &[])?;
    ensure_wasm_opt()
}

fn ensure_target() -> Result<(), String> {
    let sysroot = run::output(run::command("rustc").args(["--print", "sysroot"]))
        .ok_or("rustc is missing: install Rust with rustup (https://rustup.rs)")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err(format!(
            "the compilation target {WASM} is missing and there is no rustup to add it: install \
             rustup (https://rustup.rs), then run `rustup target add {WASM}`"
        ));
    }
    run::step(&format!("install the compilation target {WASM}"), || {
        run::check(run::command("rustup").args(["target", "add", WASM]))
    })
}

/// A program from a crate, in exactly one version.
fn ensure_crate(program: &str, name: &str, version: &str, options: &[&str]) -> Result<(), String> {
    if has(program, version) {
        return Ok(());
    }
    run::step(&format!("install {name} {version} into target/tools (some minutes)"), || {
        let install = |locked: bool| {
            let mut command = run::command("cargo");
            command.args(["install", name, "--version", version, "--force", "--root"]);
            command.arg(folder()).args(options);
            if locked {
                command.arg("--locked");
            }
            // A build of its own: neither the project's settings nor its lock file apply.
            command.env("CARGO_TARGET_DIR", folder().join("build"));
            run::check(&mut command)
        };
        // Some registry mirrors lack a version that a lock file names; newer ones do as well.
        install(true).or_else(|reason| {
            println!("    {reason}; trying once more without --locked");
            install(false)
        })?;
        let _ = std::fs::remove_dir_all(folder().join("build"));
        if has(program, version) {
            Ok(())
        } else {
            Err(format!("{name} {version} was installed but does not run"))
        }
    })
}

fn has(program: &str, version: &str) -> bool {
    find(program)
        .and_then(|file| run::output(run::command(file).arg("--version")))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn ensure_wasm_opt() -> Result<(), String> {
    let own = folder().join("npm/node_modules/binaryen/package.json");
    let pinned = std::fs::read_to_string(own)
        .is_ok_and(|text| text.contains(&format!("\"version\": \"{BINARYEN}\"")));
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    if pinned || has("wasm-opt", major) {
        return Ok(());
    }
    need_node()?;
    run::step(&format!("install wasm-opt (npm binaryen {BINARYEN}) into target/tools"), || {
        let place = folder().join("npm");
        run::write(&place.join("package.json"), "{\"private\":true}\n")?;
        let mut npm = npm();
        npm.args(["install", "--no-audit", "--no-fund", "--save-exact", "--loglevel=error"]);
        npm.arg("--prefix").arg(&place).arg(format!("binaryen@{BINARYEN}"));
        run::check(npm.current_dir(&place))
    })
}

/// npm, which is a script on some systems.
pub fn npm() -> std::process::Command {
    run::command(find("npm").unwrap_or_else(|| PathBuf::from("npm")))
}

/// Installs the npm packages that a folder's lock file names, where that was not done already.
pub fn packages(name: &str, folder: &Path) -> Result<(), String> {
    need_node()?;
    let lock = run::read(&folder.join("package-lock.json"))?;
    // npm writes no mark of its own that tells whether an installation is complete.
    let mark = folder.join("node_modules/.installed");
    if std::fs::read(&mark).ok().as_deref() == Some(&lock) {
        return Ok(());
    }
    run::step(&format!("install {name}"), || {
        let mut npm = npm();
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        run::check(npm.current_dir(folder))?;
        run::write(&mark, &lock)
    })
}

/// Node and npm, which cannot be installed from here.
pub fn need_node() -> Result<(), String> {
    let hint = if find("apt-get").is_some() {
        "`sudo apt-get install nodejs npm`"
    } else if find("brew").is_some() {
        "`brew install node`"
    } else {
        "the installer of https://nodejs.org"
    };
    for program in ["node", "npm"] {
        if find(program).is_none() {
            return Err(format!("{program} is missing: install Node 18 or later with {hint}"));
        }
    }
    let version = run::output(run::command("node").arg("--version")).unwrap_or_default();
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|m| m.parse::<u32>().ok());
    match major {
        Some(major) if major < 18 => {
            Err(format!("node {} is too old: install Node 18 or later with {hint}", version.trim()))
        }
        _ => Ok(()),
    }
}

/// The version of a package that Cargo.lock names.
fn locked_version(package: &str) -> Result<String, String> {
    let text = run::read_text(&run::root().join("Cargo.lock"))?;
    let head = format!("name = \"{package}\"");
    let mut lines = text.lines().skip_while(|line| *line != head).skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock names no package {package}: run `cargo check`"))
}
