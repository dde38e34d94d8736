//! Tables as files for spreadsheets: comma-separated values as in RFC 4180.

/// A cell.
pub enum Cell {
    /// Words, some of which may be from articles.
    Text(String),
    /// A number that this program made.
    Number(String),
}

/// The file's text. It begins with a byte order mark, without which some spreadsheets take UTF-8 for
/// something else.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
/// injection"): words of articles are nobody's to trust.
pub fn csv(rows: &[Vec<Cell>]) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            match cell {
                Cell::Number(number) => out.push_str(number),
                Cell::Text(text) => field(&mut out, text),
            }
        }
        out.push_str("\r\n");
    }
    out
}

fn field(out: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if !formula && !text.contains([',', '"', '\n', '\r']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}
