//! Packing: a malformed file stops the build with file, line and reason.

#[path = "../build/pack.rs"]
mod pack;

use std::collections::BTreeSet;
use std::path::PathBuf;

/// A file's name and bytes.
type File<'a> = (&'a str, &'a [u8]);

/// A folder of its own for each case, with these files.
fn folder(case: &str, files: &[File]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("parallax-bundle-{}-{case}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    for (name, bytes) in files {
        std::fs::write(path.join(name), bytes).unwrap();
    }
    path
}

/// What the build says, without the folder.
fn said<T>(path: PathBuf, result: pack::Result<T>) -> String {
    std::fs::remove_dir_all(&path).unwrap();
    match result {
        Ok(_) => "packed".to_owned(),
        Err(reason) => reason.replace(&format!("{}/", path.display()), ""),
    }
}

const SOURCES: File = ("sources.tsv", b"key:key\ttitle:text\nown\tour own\n");

#[test]
fn word_lists() {
    let table: [(&str, &[u8], &str); 12] = [
        ("good", b"id:id\tname:text\tsource:source\n# a remark\na-1\tA\town\n", "packed"),
        ("empty", b"", "t.tsv:1: the file is empty"),
        ("rows", b"id:id\tsource:source\n", "t.tsv:1: the table has no row"),
        ("head", b"id\tsource:source\na\town\n", "t.tsv:1: column head `id` is not `name:kind`"),
        ("unsourced", b"id:id\na\n", "t.tsv:1: no column of kind `source`"),
        ("cells", b"id:id\tsource:source\na\town\nb\n", "t.tsv:3: 1 cells where 2 columns are"),
        (
            "id",
            b"id:id\tsource:source\nA b\town\n",
            "t.tsv:2: column id: `A b` is no identifier (a-z, 0-9, -)",
        ),
        (
            "twice",
            b"id:id\tsource:source\na\town\n\na\town\n",
            "t.tsv:4: column id: `a` stands twice",
        ),
        (
            "list",
            b"id:id\tl:list\tsource:source\na\tx||y\town\n",
            "t.tsv:2: column l: list member `` is empty, padded or repeated",
        ),
        (
            "one",
            b"id:id\tk:one(x,y)\tsource:source\na\tz\town\n",
            "t.tsv:2: column k: `z` is none of x, y",
        ),
        (
            "number",
            b"id:id\tn:number\tsource:source\na\t1,5\town\n",
            "t.tsv:2: column n: `1,5` is no number",
        ),
        (
            "source",
            b"id:id\tsource:source\na\thearsay\n",
            "t.tsv:2: source `hearsay` is not in sources.tsv",
        ),
    ];
    for (case, bytes, expected) in table {
        let path = folder(case, &[SOURCES, ("t.tsv", bytes)]);
        let result = pack::lexicon(&path);
        assert_eq!(said(path, result), expected, "{case}");
    }
    let path = folder("bytes", &[SOURCES, ("t.tsv", b"id:id\tsource:source\na\town\n\xff\n")]);
    let result = pack::lexicon(&path);
    assert_eq!(said(path, result), "t.tsv:3: not valid UTF-8");
}

#[test]
fn articles() {
    let good: &[u8] = b"id = \"a\"\noutlet = \"cnn\"\ncredit = \"CNN\"\n";
    let table: [(&str, &[File], &str); 8] = [
        ("good", &[("a.txt", b"Text."), ("a.toml", good)], "packed"),
        ("alone", &[("a.toml", good)], "a.toml:1: there is no article text beside it (.txt)"),
        ("bare", &[("a.txt", b"Text.")], "a.txt:1: its metadata file a.toml is missing"),
        ("blank", &[("a.txt", b" \n"), ("a.toml", good)], "a.txt:1: the article is empty"),
        ("bytes", &[("a.txt", b"One\nTwo \xff"), ("a.toml", good)], "a.txt:2: not valid UTF-8"),
        (
            "field",
            &[("a.txt", b"T"), ("a.toml", b"id = \"a\"\noutlet = \"cnn\"\n")],
            "a.toml:1: missing field `credit`",
        ),
        (
            "mood",
            &[("a.txt", b"T"), ("a.toml", b"id = \"a\"\nmood = \"x\"\n")],
            "a.toml:2: unknown field `mood`, expected one of `id`, `outlet`, `url`, `credit`",
        ),
        (
            "outlet",
            &[("a.txt", b"T"), ("a.toml", b"id = \"a\"\noutlet = \"no\"\ncredit = \"\"\n")],
            "a.toml:1: outlet `no` is not in lexicon/outlets.tsv",
        ),
    ];
    let outlets: BTreeSet<String> = ["cnn".to_owned()].into();
    for (case, files, expected) in table {
        let path = folder(&format!("corpus-{case}"), files);
        let result = pack::corpus(&path, &outlets);
        assert_eq!(said(path, result), expected, "{case}");
    }
}
