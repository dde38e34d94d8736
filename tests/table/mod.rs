//! Tables of texts with what is read from them.

/// Asserts of each row that what `read` finds in its text, parted by " / ", is as expected; all rows that are
/// not are told at once.
pub fn check(table: &[(&str, &str)], read: impl Fn(&str) -> Vec<String>) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(text).join(" / ");
            (found != *expected).then(|| format!("in  {text}\n  is  {found}\n  not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}
