//! `cargo xtask build`: both artefacts.

use crate::{pack, run, size, tools};
use std::path::PathBuf;

/// Where the hosted files are.
pub fn dist() -> PathBuf {
    run::root().join("dist")
}

/// Where the single file is.
pub fn single() -> PathBuf {
    dist().join(pack::NAME)
}

/// Installs what is missing, then builds; the closing line names both artefacts and their sizes.
pub fn command() -> run::Outcome {
    tools::ensure_build()?;
    artefacts()?;
    let sizes = size::measure()?;
    Ok(format!(
        "built dist/ ({} KB to transfer) and {} ({} KB)",
        sizes.hosted_gzip / 1000,
        single().display(),
        sizes.single / 1000
    ))
}

/// Runs Trunk, whose hook packs the single file.
pub fn artefacts() -> Result<(), String> {
    run::step("build both artefacts", || {
        let mut trunk = run::command(tools::find("trunk").ok_or("trunk is missing")?);
        // Trunk reads NO_COLOR as a boolean and refuses the customary value 1.
        trunk.env_remove("NO_COLOR").args(["build", "--skip-version-check", "--color=never"]);
        run::check(&mut trunk)?;
        if single().is_file() { Ok(()) } else { Err("the hook wrote no parallax.html".into()) }
    })
}
