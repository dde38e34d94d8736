//! The layers of the program, read from its sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the core from left to right: each may name only those before it, and those of
/// its own step.
const STEPS: [&[&str]; 12] = [
    &["json"],
    &["lexicon"],
    &["corpus"],
    &["ingest"],
    &["text"],
    &["entity"],
    &["correction"],
    &["attribution", "claim"],
    &["search"],
    &["analysis"],
    &["compare"],
    &["route", "page"],
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Paths below `src/`, with `/`, and the lines that are not comments.
fn code() -> Vec<(String, Vec<(usize, String)>)> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The engine's sources are named "engine/…".
    let roots = [(project.join("src"), ""), (project.join("engine/src"), "engine/")];
    let all = roots.iter().flat_map(|(root, before)| {
        sources(root).into_iter().map(move |path| (root.clone(), *before, path))
    });
    all.map(|(root, before, path)| {
        let below = path.strip_prefix(&root).expect("below its root").to_string_lossy();
        let name = format!("{before}{}", below.replace('\\', "/"));
        let text = fs::read_to_string(&path).expect("sources are text");
        let lines = text.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//"));
        (name, lines.map(|(n, l)| (n + 1, l.to_owned())).collect())
    })
    .collect()
}

fn is_app(name: &str) -> bool {
    name.starts_with("app/") || name == "bin/app.rs"
}

fn is_core(name: &str) -> bool {
    !is_app(name) && !name.starts_with("bin/") && !name.starts_with("cli")
}

/// Whether a line names a path, as a word of its own.
fn names(line: &str, path: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + path.len()..].chars().next();
        !before.is_some_and(word) && !after.is_some_and(word)
    })
}

/// The lines of some files that name one of the paths, as `file:line: text`.
fn naming(paths: &[&str], files: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (name, lines) in code() {
        if files(&name) {
            for (number, line) in lines {
                if paths.iter().any(|path| names(&line, path)) {
                    found.push(format!("src/{name}:{number}: {}", line.trim()));
                }
            }
        }
    }
    found
}

#[test]
fn the_browser_is_named_only_in_the_app() {
    let browser = ["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen"];
    assert_eq!(naming(&browser, |name| !is_app(name)), [""; 0]);
    assert!(!naming(&browser, is_app).is_empty(), "the search finds what it looks for");
}

#[test]
fn the_core_has_no_contact_with_the_world() {
    let world = [
        "std::fs",
        "std::io",
        "std::net",
        "std::time",
        "std::thread",
        "std::process",
        "std::env",
        "Mutex",
        "RwLock",
        "mpsc",
        "Instant",
        "SystemTime",
        "println",
        "eprintln",
        "print",
        "dbg",
        "thread_local",
    ];
    assert_eq!(naming(&world, is_core), [""; 0]);
    assert!(
        !naming(&world, |name| !is_core(name)).is_empty(),
        "the search finds what it looks for"
    );
}

#[test]
fn each_module_knows_only_those_before_it() {
    let mut wrong = Vec::new();
    for (name, lines) in code() {
        let module = name.split(['/', '.']).next().unwrap_or_default();
        let Some(own) = STEPS.iter().position(|step| step.contains(&module)) else { continue };
        for (number, line) in lines {
            for later in STEPS[own + 1..].iter().flat_map(|step| step.iter()) {
                if names(&line, &format!("crate::{later}")) {
                    wrong.push(format!("src/{name}:{number}: {}", line.trim()));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_module_has_its_place() {
    let placed = |module: &str| {
        ["app", "bin", "cli", "engine", "lib"].contains(&module)
            || STEPS.iter().any(|step| step.contains(&module))
    };
    for (name, _) in code() {
        let module = name.split(['/', '.']).next().unwrap_or_default();
        assert!(placed(module), "src/{name} is of no known module");
    }
}
