//! The figures that have a target: read from `docs/measures/targets.tsv`, measured by `cargo xtask
//! score`, and written to where people look for them.
//!
//! One run writes `quality.tsv` (which the build packs for the page About), the table in
//! `docs/quality.md`, and the snapshot `quality.json`; `tests/quality.rs` finds them at one.

use crate::run;
use std::path::PathBuf;

/// A figure with its target.
pub struct Target {
    /// A short name.
    pub key: String,
    /// The folder of its data set.
    pub set: String,
    /// Options of the scorer, beside those of the set.
    pub options: Vec<String>,
    /// The figure, as a path into the scorer's answer.
    pub path: String,
    /// Columns as they are shown: name, figure.
    shown: [String; 2],
    /// Columns that stand behind the measured ones: target, least, elsewhere, note.
    aims: [String; 4],
}

/// A measured figure, with the figures that it is made of or that stand beside it.
pub struct Measured {
    pub value: f64,
    /// By type, or by measure.
    pub parts: Vec<(String, f64)>,
    /// The part of the set that is scored, where it is not the whole: its name, its size, what is left out.
    pub subset: Option<serde_json::Value>,
}

/// Columns of `targets.tsv`.
const COLUMNS: &str = "key\tset\toptions\tpath\tname\tfigure\ttarget\tleast\telsewhere\tnote";
/// Columns of `quality.tsv`.
const SHOWN: &str = "key\tname\tfigure\treached\tparts\ttarget\tleast\telsewhere\tnote";
const BEGIN: &str = "<!-- Written by `cargo xtask score`; do not edit. -->";
const END: &str = "<!-- End of what it writes. -->";

fn place(name: &str) -> PathBuf {
    run::root().join("docs/measures").join(name)
}

/// All targets.
pub fn read() -> Result<Vec<Target>, String> {
    let path = place("targets.tsv");
    let text = run::read_text(&path)?;
    let mut lines = text.lines().enumerate().filter(|(_, l)| !l.starts_with('#'));
    if lines.next().is_none_or(|(_, head)| head != COLUMNS) {
        return Err(format!("{}: the columns are not {COLUMNS:?}", path.display()));
    }
    lines
        .map(|(number, line)| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let cells: [String; 10] = cells
                .try_into()
                .map_err(|_| format!("{}:{}: not ten cells", path.display(), number + 1))?;
            let [key, set, options, path, name, figure, target, least, elsewhere, note] = cells;
            Ok(Target {
                key,
                set,
                options: options.split_whitespace().map(str::to_owned).collect(),
                path,
                shown: [name, figure],
                aims: [target, least, elsewhere, note],
            })
        })
        .collect()
}

/// A figure between 0 and 1 as people write it.
pub fn short(value: f64) -> String {
    let text = format!("{value:.3}");
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

impl Measured {
    fn parts(&self) -> String {
        let parts: Vec<String> =
            self.parts.iter().map(|(name, value)| format!("{name} {}", short(*value))).collect();
        parts.join(" · ")
    }
}

/// Prints the table and writes it to its places.
pub fn publish(all: &[(Target, Measured)]) -> Result<(), String> {
    println!(
        "\n{:<30} {:<44} {:>7} {:>8} {:>7}  elsewhere",
        "set", "figure", "reached", "at least", "target"
    );
    let mut table = format!("{SHOWN}\n");
    let mut page = String::from(
        "| set | figure | reached | at least | target | known from elsewhere |\n\
         | --- | --- | --- | --- | --- | --- |\n",
    );
    for (target, measured) in all {
        let ([name, figure], [aim, least, elsewhere, note]) = (&target.shown, &target.aims);
        let (reached, parts) = (short(measured.value), measured.parts());
        println!("{name:<30} {figure:<44} {reached:>7} {least:>8} {aim:>7}  {elsewhere}");
        println!("{:<30} {parts}", "");
        let key = &target.key;
        table.push_str(&format!(
            "{key}\t{name}\t{figure}\t{reached}\t{parts}\t{aim}\t{least}\t{elsewhere}\t{note}\n"
        ));
        page.push_str(&format!(
            "| {name} ({}) | {figure} | **{reached}**; {parts} | {least} | {aim} | {elsewhere} |\n",
            target.set
        ));
    }
    run::write(&place("quality.tsv"), table)?;
    let path = run::root().join("docs/quality.md");
    let text = run::read_text(&path)?;
    let (before, rest) =
        text.split_once(BEGIN).ok_or_else(|| format!("{}: no line {BEGIN:?}", path.display()))?;
    let (_, after) =
        rest.split_once(END).ok_or_else(|| format!("{}: no line {END:?}", path.display()))?;
    run::write(&path, format!("{before}{BEGIN}\n{page}{END}{after}"))
}
