//! The native command-line program.

use std::process::ExitCode;

fn main() -> ExitCode {
    parallax::cli::main()
}
