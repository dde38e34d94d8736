//! Every chore of the project behind one command: `cargo xtask help`.

mod bench;
mod browsers;
mod build;
mod pack;
mod run;
mod score;
mod serve;
mod shared;
mod size;
mod targets;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  build          install what is missing and build both artefacts:
                 dist/ (for any static host) and dist/parallax.html (one file to double-click)
  serve          build, then serve dist/ on 127.0.0.1:8080 (the next free port if taken)
  test           everything that CI does; ends with `N passed, N failed`
  browsers       only the browser tests, on what dist/ holds
  score [DIR]    measure quality on the data sets in DIR
                 (default: $PARALLAX_EVAL, else ../shared/eval); writes docs/measures/quality.json,
                 quality.tsv (shown on the page About) and the table in docs/quality.md
  bench [WHAT]   measure speed: native, browser, load (default: all); writes docs/measures/speed.json
  bench search [DIR] [--quick] [--engines A,B]
                 measure the search engine beside MiniSearch, Lunr, FlexSearch and Orama, on the
                 data sets in DIR (default as for score), in Node and Chromium (most of an hour;
                 --quick: small texts only); a full run writes docs/measures/search.json
  bench compare [DIR]
                 measure the comparison of 4 x 50 articles of the data sets in DIR, in Chromium;
                 writes docs/measures/compare.json
  size           measure the built artefacts against the budget; writes docs/measures/size.json
  pack           pack the files of a Trunk build into the single file (run by Trunk's hook)
  help           print this
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("build") => build::command(),
        Some("serve") => serve::command(),
        Some("test") => test::command(),
        Some("browsers") => test::browsers_command(rest),
        Some("score") => score::command(rest),
        Some("bench") => bench::command(rest),
        Some("size") => size::command(),
        Some("pack") => pack::command(),
        Some("help" | "-h" | "--help") => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        other => {
            if let Some(word) = other {
                eprintln!("xtask: no command named {word:?}\n");
            }
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(line) => {
            if !line.is_empty() {
                println!("{line}");
            }
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
