//! Checks and packs the word lists and the corpus. Errors name file, line and reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

pub type Result<T> = std::result::Result<T, String>;

fn at(path: &Path, line: usize, reason: impl std::fmt::Display) -> String {
    format!("{}:{line}: {reason}", path.display())
}

fn read(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|e| at(path, 1, e))?;
    String::from_utf8(bytes).map_err(|e| {
        let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|b| **b == b'\n').count();
        at(path, line, "not valid UTF-8")
    })
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|e| at(folder, 0, e))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| at(folder, 0, e))?.path();
        if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

// ---------------------------------------------------------------------------------------------
// Lexicon: one table per TSV file. The first line names the columns and their kinds.

/// What a column may hold, from the header cell `name:kind`.
#[derive(Clone, Debug, PartialEq)]
enum Kind {
    /// A unique, non-empty `a-z0-9-` identifier.
    Id,
    /// Non-empty text, unique in its column.
    Key,
    /// Any non-empty text.
    Text,
    /// Any text, may be empty.
    Maybe,
    /// `a|b|c`, may be empty; no empty or repeated member.
    List,
    /// A decimal number, may be empty.
    Number,
    /// One of the named words.
    One(Vec<String>),
    /// Degrees north or east, may be empty; checked, then left out of the program until a page shows a map.
    Degrees,
    /// A key of `sources.tsv`; checked, then left out of the program.
    Source,
}

impl Kind {
    /// Whether the column becomes part of the program.
    fn ships(&self) -> bool {
        !matches!(self, Self::Source | Self::Degrees)
    }
}

fn kind(cell: &str) -> Option<Kind> {
    Some(match cell {
        "id" => Kind::Id,
        "key" => Kind::Key,
        "text" => Kind::Text,
        "maybe" => Kind::Maybe,
        "list" => Kind::List,
        "number" => Kind::Number,
        "degrees" => Kind::Degrees,
        "source" => Kind::Source,
        _ => {
            let inner = cell.strip_prefix("one(")?.strip_suffix(')')?;
            Kind::One(inner.split(',').map(str::to_owned).collect())
        }
    })
}

fn check(kind: &Kind, value: &str, seen: &mut BTreeSet<String>) -> std::result::Result<(), String> {
    let is_id = |v: &str| {
        !v.is_empty() && v.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    match kind {
        Kind::Id if !is_id(value) => Err(format!("`{value}` is no identifier (a-z, 0-9, -)")),
        Kind::Id | Kind::Key if !seen.insert(value.to_owned()) => {
            Err(format!("`{value}` stands twice"))
        }
        Kind::Key | Kind::Text if value.is_empty() => Err("the cell is empty".to_owned()),
        Kind::List if !value.is_empty() => {
            let mut members = BTreeSet::new();
            for member in value.split('|') {
                if member.is_empty() || member.trim() != member || !members.insert(member) {
                    return Err(format!("list member `{member}` is empty, padded or repeated"));
                }
            }
            Ok(())
        }
        Kind::Number if !value.is_empty() && value.parse::<f64>().is_err() => {
            Err(format!("`{value}` is no number"))
        }
        Kind::Degrees
            if !value.is_empty()
                && !value.parse::<f64>().is_ok_and(|d| (-180.0..=180.0).contains(&d)) =>
        {
            Err(format!("`{value}` is no number of degrees"))
        }
        Kind::One(words) if !words.iter().any(|w| w == value) => {
            Err(format!("`{value}` is none of {}", words.join(", ")))
        }
        _ => Ok(()),
    }
}

/// The tables as code, and the ids of the outlets.
pub fn lexicon(folder: &Path) -> Result<(String, BTreeSet<String>)> {
    let mut code = String::new();
    let mut sources = BTreeSet::new();
    let mut outlets = BTreeSet::new();
    let mut used: Vec<(PathBuf, usize, String)> = Vec::new();
    for path in files(folder, "tsv")? {
        let name = stem(&path);
        let text = read(&path)?;
        let mut lines = text.lines().enumerate();
        let (_, header) = lines.next().ok_or_else(|| at(&path, 1, "the file is empty"))?;
        let mut columns: Vec<(String, Kind)> = Vec::new();
        for cell in header.split('\t') {
            let (column, k) = cell
                .split_once(':')
                .and_then(|(column, k)| Some((column.to_owned(), kind(k)?)))
                .ok_or_else(|| at(&path, 1, format!("column head `{cell}` is not `name:kind`")))?;
            columns.push((column, k));
        }
        if name != "sources" && !columns.iter().any(|(_, k)| *k == Kind::Source) {
            return Err(at(&path, 1, "no column of kind `source`"));
        }
        let mut seen: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        let mut packed = String::new();
        for (number, line) in lines {
            let number = number + 1;
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() != columns.len() {
                let reason = format!("{} cells where {} columns are", cells.len(), columns.len());
                return Err(at(&path, number, reason));
            }
            let mut kept = Vec::new();
            for (i, ((column, k), cell)) in columns.iter().zip(&cells).enumerate() {
                check(k, cell, seen.entry(i).or_default())
                    .map_err(|reason| at(&path, number, format!("column {column}: {reason}")))?;
                if *k == Kind::Source {
                    used.push((path.clone(), number, (*cell).to_owned()));
                } else if k.ships() {
                    kept.push(*cell);
                }
            }
            match name.as_str() {
                "sources" => {
                    sources.insert(cells[0].to_owned());
                }
                "outlets" => {
                    outlets.insert(cells[0].to_owned());
                }
                _ => {}
            }
            packed.push_str(&kept.join("\t"));
            packed.push('\n');
        }
        if packed.is_empty() {
            return Err(at(&path, 1, "the table has no row"));
        }
        let kept: Vec<&str> =
            columns.iter().filter(|(_, k)| k.ships()).map(|(c, _)| c.as_str()).collect();
        let _ = writeln!(
            code,
            "/// `lexicon/{name}.tsv`.\npub static {}: Table = Table {{ columns: &{kept:?}, text: {packed:?} }};",
            name.to_uppercase().replace('-', "_"),
        );
    }
    for (path, line, key) in used {
        if !sources.contains(&key) {
            return Err(at(&path, line, format!("source `{key}` is not in sources.tsv")));
        }
    }
    Ok((code, outlets))
}

// ---------------------------------------------------------------------------------------------
// Corpus: NAME.txt beside NAME.toml.

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta {
    /// Short identifier, used in links.
    id: String,
    /// An id of `lexicon/outlets.tsv`.
    outlet: String,
    /// Where the article stands or stood, if known.
    url: Option<String>,
    /// Whose text this is.
    credit: String,
}

/// The articles as code.
pub fn corpus(folder: &Path, outlets: &BTreeSet<String>) -> Result<String> {
    let mut code = String::from("static BUNDLED: &[Bundled] = &[\n");
    let mut ids = BTreeSet::new();
    let texts = files(folder, "txt")?;
    for meta in files(folder, "toml")? {
        if !texts.contains(&meta.with_extension("txt")) {
            return Err(at(&meta, 1, "there is no article text beside it (.txt)"));
        }
    }
    for path in texts {
        let text = read(&path)?;
        if text.trim().is_empty() {
            return Err(at(&path, 1, "the article is empty"));
        }
        let beside = path.with_extension("toml");
        if !beside.exists() {
            return Err(at(&path, 1, format!("its metadata file {} is missing", beside.display())));
        }
        let raw = read(&beside)?;
        let meta: Meta = toml::from_str(&raw).map_err(|e| {
            let upto = e.span().map_or(0, |s| s.start);
            let line = 1 + raw.bytes().take(upto).filter(|b| *b == b'\n').count();
            at(&beside, line, e.message())
        })?;
        check(&Kind::Id, &meta.id, &mut ids).map_err(|e| at(&beside, 1, format!("id: {e}")))?;
        if !outlets.contains(&meta.outlet) {
            let reason = format!("outlet `{}` is not in lexicon/outlets.tsv", meta.outlet);
            return Err(at(&beside, 1, reason));
        }
        let _ = writeln!(
            code,
            "    Bundled {{ id: {:?}, file: {:?}, outlet: {:?}, url: {:?}, credit: {:?}, text: include_str!({:?}) }},",
            meta.id,
            stem(&path),
            meta.outlet,
            meta.url,
            meta.credit,
            path.display().to_string(),
        );
    }
    code.push_str("];\n");
    Ok(code)
}
