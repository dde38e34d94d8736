//! Checks and packs the measured figures that the page About shows.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const COLUMNS: &str = "key\tname\tfigure\treached\tparts\ttarget\tleast\telsewhere\tnote";

/// Rust code of the table: one row of strings for each figure.
pub fn quality(path: &Path) -> Result<String, String> {
    let at = |line: usize, reason: &str| format!("{}:{line}: {reason}", path.display());
    let text = fs::read_to_string(path).map_err(|e| at(1, &e.to_string()))?;
    let mut lines = text.lines().enumerate();
    if lines.next().is_none_or(|(_, head)| head != COLUMNS) {
        return Err(at(1, &format!("the columns are not {COLUMNS:?}")));
    }
    let mut rows = String::from("&[\n");
    for (number, line) in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let [key, shown @ ..] = cells.as_slice() else { return Err(at(number + 1, "no cells")) };
        if shown.len() != 8 || key.is_empty() || shown[0].is_empty() || shown[1].is_empty() {
            return Err(at(number + 1, "nine cells are expected, the first three not empty"));
        }
        let number_or_empty =
            |c: &str| c.is_empty() || c.parse::<f64>().is_ok_and(|n| (0.0..=1.0).contains(&n));
        for (name, cell) in [("reached", shown[2]), ("target", shown[4]), ("least", shown[5])] {
            if !number_or_empty(cell) || (name != "least" && cell.is_empty()) {
                return Err(at(number + 1, &format!("{name}: no figure from 0 to 1")));
            }
        }
        let _ = writeln!(rows, "    {:?},", <[&str; 8]>::try_from(shown).unwrap_or_default());
    }
    rows.push(']');
    Ok(rows)
}
