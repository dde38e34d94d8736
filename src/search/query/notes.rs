//! What the reader is told about a query, and how much of a query is read.

/// Brackets inside brackets beyond this depth are passed over.
pub(super) const MAX_DEPTH: usize = 32;
/// Distinct things looked for in one query; what comes after is left out with a note.
pub(super) const MAX_LEAVES: usize = 256;
/// Conditions and scopes in one query; what comes after is left out with a note.
pub(super) const MAX_FIELDS: usize = 64;
/// The most edits of a word; more would find anything.
pub(super) const MAX_EDITS: u8 = 2;
/// Notes on one query; more would hide the results.
const MAX_NOTES: usize = 8;
/// Typed text is quoted in notes up to this many characters.
const MAX_QUOTED: usize = 60;

/// Notes in order, each once.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<String>,
    more: bool,
}

impl Notes {
    pub fn add(&mut self, note: impl Into<String>) {
        let note = note.into();
        if self.notes.contains(&note) {
            return;
        }
        if self.notes.len() < MAX_NOTES {
            self.notes.push(note);
        } else {
            self.more = true;
        }
    }

    pub fn into_list(mut self) -> Vec<String> {
        if self.more {
            self.notes.push("More of the query was passed over or taken for words.".to_owned());
        }
        self.notes
    }
}

/// The start of a typed text, for a note.
pub(in crate::search) fn short(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("").trim_end()),
        None => text.to_owned(),
    }
}
