//! Packs `model/vocabulary.tsv` for look-ups without any set-up: sorted words, front-coded in blocks,
//! and a byte or two for each word's cluster, case and classes.
//!
//! Layout: `u32` number of words; for each block of 8 words how many bytes its letters take; for each
//! word, column by column: cluster number, case number, two bytes of classes, and a head whose high half
//! says how many letters it shares with the word before and whose low half how many follow (15: a byte in
//! front of the letters says); the letters.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const BLOCK: usize = 8;
/// Marks words that begin longer names.
const STARTS: u16 = 1 << 15;

/// The packed table, and code that names its clusters.
pub fn pack(path: &Path) -> Result<(Vec<u8>, String), String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}:1: {e}", path.display()))?;
    let mut clusters: Vec<String> = Vec::new();
    let mut classes: Vec<String> = Vec::new();
    let mut rows: Vec<(&str, u8, u8, u16)> = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let at = |reason: &str| format!("{}:{}: {reason}", path.display(), i + 1);
        if i == 0 || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [word, cluster, case, of] = cells[..] else {
            return Err(at("needs the cells word, cluster, case, classes"));
        };
        if word.is_empty() || word.len() > 255 || rows.last().is_some_and(|r| r.0 >= word) {
            return Err(at("words must be sorted, unique and of at most 255 bytes"));
        }
        if cluster.len() > 8 || !cluster.bytes().all(|b| matches!(b, b'0' | b'1')) {
            return Err(at("a cluster is a path of at most 8 bits"));
        }
        let cluster = number(&mut clusters, cluster);
        let case = match case {
            "" => 0u8,
            "lower" => 1,
            "mostly-lower" => 2,
            "mostly-title" => 3,
            "title" => 4,
            "upper" => 5,
            _ => return Err(at("no such case")),
        };
        let mut bits = 0u16;
        for class in of.split(',').filter(|c| !c.is_empty()) {
            let n = number(&mut classes, class);
            if n > 14 {
                return Err(at("more than 15 classes"));
            }
            bits |= 1 << n;
        }
        let cluster = u8::try_from(cluster).map_err(|_| at("more than 256 clusters"))?;
        rows.push((word, cluster, case, bits));
    }
    // The first words of longer names are marked, so that look-ups stop early.
    let starts: Vec<&str> = rows.iter().filter_map(|r| Some(r.0.split_once(' ')?.0)).collect();
    for start in starts {
        match rows.binary_search_by(|r| r.0.cmp(start)) {
            Ok(i) => rows[i].3 |= STARTS,
            Err(_) => {
                return Err(format!("{}: {start:?} begins a name and has no row", path.display()));
            }
        }
    }
    let (mut heads, mut letters, mut blocks) = (Vec::new(), Vec::new(), Vec::new());
    let mut before = "";
    let mut begun = 0;
    for (i, (word, ..)) in rows.iter().enumerate() {
        let mut shared = 0;
        if i % BLOCK == 0 {
            if i > 0 {
                blocks.push((letters.len() - begun) as u8);
            }
            begun = letters.len();
        } else {
            shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count().min(15);
        }
        let rest = &word.as_bytes()[shared..];
        heads.push((shared << 4 | rest.len().min(15)) as u8);
        if rest.len() >= 15 {
            letters.push(rest.len() as u8);
        }
        letters.extend(rest);
        before = word;
        if letters.len() - begun > 255 {
            return Err(format!("{}: a block of words at {word:?} is too long", path.display()));
        }
    }
    blocks.push((letters.len() - begun) as u8);
    let mut out = (rows.len() as u32).to_le_bytes().to_vec();
    out.extend(blocks);
    out.extend(rows.iter().map(|r| r.1));
    out.extend(rows.iter().map(|r| r.2));
    out.extend(rows.iter().map(|r| r.3 as u8));
    out.extend(rows.iter().map(|r| (r.3 >> 8) as u8));
    out.extend(heads);
    out.extend(letters);
    let mut code = String::new();
    // A path is told with a 1 in front, so that its length is kept.
    let paths: Vec<u32> =
        clusters.iter().map(|c| u32::from_str_radix(&format!("1{c}"), 2).unwrap_or(1)).collect();
    let _ = writeln!(code, "const CLUSTERS: &[u16] = &{paths:?};");
    Ok((out, code))
}

fn number(known: &mut Vec<String>, name: &str) -> usize {
    known.iter().position(|k| k == name).unwrap_or_else(|| {
        known.push(name.to_owned());
        known.len() - 1
    })
}
