//! Parts of the app as wasm modules of their own, for benches.

use crate::{run, tools};
use std::path::Path;

/// Builds a package of `benches/` exactly as the app is built, with its glue, into a folder.
pub fn build(name: &str, into: &Path) -> Result<(), String> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = run::command("cargo");
    cargo.args(["build", "--quiet", "--package", name, "--lib", "--profile", "web"]);
    run::check(cargo.args(["--target", target]))?;
    let stem = name.replace('-', "_");
    let built = run::target().join(target).join("web").join(format!("{stem}.wasm"));
    // One module for both places: Node takes what is made for the web.
    let mut bindgen = run::command(tools::find("wasm-bindgen").ok_or("wasm-bindgen is missing")?);
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(into).arg(built);
    run::check(&mut bindgen)?;
    run::write(&into.join("package.json"), "{ \"type\": \"module\" }\n")?;
    let file = into.join(format!("{stem}_bg.wasm"));
    let mut opt = run::command(tools::find("wasm-opt").ok_or("wasm-opt is missing")?);
    let (level, more) = options()?;
    opt.arg(format!("-O{level}")).args(more.split_whitespace()).arg(&file).arg("-o").arg(&file);
    run::check(&mut opt)
}

/// The level and the options of wasm-opt that the app's page gives to Trunk.
fn options() -> Result<(String, String), String> {
    let page = run::read_text(&run::root().join("index.html"))?;
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("{name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    value("data-wasm-opt")
        .zip(value("data-wasm-opt-params"))
        .ok_or_else(|| "index.html names no options of wasm-opt".into())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_options_are_those_of_the_app() {
        let (level, more) = super::options().unwrap();
        assert_eq!(level, "z");
        assert!(more.split_whitespace().all(|word| word.starts_with('-')), "{more}");
    }
}
