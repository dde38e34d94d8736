//! Searches that the reader keeps, as a small JSON text in the browser's storage.

use crate::correction::{LONGEST_NAME, tidy};
use crate::json::{self, Value, quote};
use crate::route::{Page, Route};

/// The most searches that are kept.
pub const MOST_SAVED: usize = 50;
/// The longest text that is read, in bytes.
const LARGEST: usize = 1 << 20;
/// The longest link that is kept, in bytes.
const LONGEST_LINK: usize = 8192;
/// The value of the field `format`.
const FORMAT: &str = "parallax-searches";

/// A search that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// What the reader calls it; never empty.
    pub name: String,
    /// The link to it: `#/search?…`, without the page of the results.
    pub link: String,
}

/// All searches that are kept, the newest first, each link once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved(Vec<SavedSearch>);

/// The link as it is kept; `None` where it leads to no search, or to one for nothing.
fn tidy_link(link: &str) -> Option<String> {
    if link.len() > LONGEST_LINK {
        return None;
    }
    let Page::Search(mut state) = Route::parse(link).page else { return None };
    if state.query.trim().is_empty() && state.facets.is_empty() {
        return None;
    }
    state.page = 1;
    state.long = Vec::new();
    Some(Route::to(Page::Search(state)).to_hash())
}

/// A name within bounds, made from any text.
pub fn name(text: &str) -> String {
    match text.char_indices().nth(LONGEST_NAME - 2) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or("").trim_end()),
        None => text.to_owned(),
    }
}

/// The name as it is kept: the reader's words, or what is looked for.
fn tidy_name(text: &str, link: &str) -> String {
    tidy(&name(text)).unwrap_or_else(|_| match Route::parse(link).page {
        // Of a search for marks alone.
        Page::Search(state) => tidy(&name(&state.query)).unwrap_or_else(|_| "search".to_owned()),
        _ => "search".to_owned(),
    })
}

impl Saved {
    /// The searches, the newest first.
    pub fn list(&self) -> &[SavedSearch] {
        &self.0
    }

    /// The one with this link.
    pub fn get(&self, link: &str) -> Option<&SavedSearch> {
        let link = tidy_link(link)?;
        self.0.iter().find(|s| s.link == link)
    }

    /// Keeps a search under a name; one that is kept already gets the new name. Why not, where it
    /// leads to no search or [`MOST_SAVED`] are kept.
    pub fn put(&mut self, name: &str, link: &str) -> Result<(), String> {
        let link = tidy_link(link).ok_or("This search cannot be saved.")?;
        let name = tidy_name(name, &link);
        if let Some(known) = self.0.iter_mut().find(|s| s.link == link) {
            known.name = name;
        } else if self.0.len() < MOST_SAVED {
            self.0.insert(0, SavedSearch { name, link });
        } else {
            return Err(format!("{MOST_SAVED} searches are saved; remove one of them first."));
        }
        Ok(())
    }

    /// Forgets the search with this link; `false` where there is none.
    pub fn remove(&mut self, link: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|s| s.link != link);
        self.0.len() < before
    }

    /// The text that is kept.
    pub fn write(&self) -> String {
        let mut out = format!("{{\"format\": {}, \"version\": 1, \"searches\": [", quote(FORMAT));
        for (i, s) in self.0.iter().enumerate() {
            out.push_str(if i == 0 { "\n  " } else { ",\n  " });
            out.push_str(&format!(
                "{{\"name\": {}, \"link\": {}}}",
                quote(&s.name),
                quote(&s.link)
            ));
        }
        out.push_str("]}\n");
        out
    }

    /// Reads the text that was kept. Of what others may have put there, searches that lead nowhere are
    /// passed over; `None` where the text is no such list at all.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LARGEST {
            return None;
        }
        let Value::Object(fields) = json::read(text).ok()?.value else { return None };
        let of = |fields: &[(String, json::Json)], name: &str| {
            fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.value.clone())
        };
        if of(&fields, "format") != Some(Value::Text(FORMAT.to_owned())) {
            return None;
        }
        let Some(Value::List(list)) = of(&fields, "searches") else { return None };
        let mut saved = Self::default();
        for item in list.iter().rev() {
            let Value::Object(fields) = &item.value else { continue };
            if let (Some(Value::Text(name)), Some(Value::Text(link))) =
                (of(fields, "name"), of(fields, "link"))
            {
                let new = tidy_link(&link).is_some() && saved.get(&link).is_none();
                // More than there is room for is cut off at the old end.
                if new && saved.0.len() == MOST_SAVED {
                    saved.0.pop();
                }
                let _ = saved.put(&name, &link);
            }
        }
        Some(saved)
    }
}
