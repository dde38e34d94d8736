//! Searches that are kept in the browser.

use crate::app::{App, browser};
use crate::page::Saved;

/// Where searches are kept.
const KEPT: &str = "parallax.searches";

/// Where what could not be read is put aside.
const UNREAD: &str = "parallax.searches.unread";

/// What a reader wishes of a search.
#[derive(Clone, Debug)]
pub enum Keep {
    /// To keep it: its name and its link.
    Put(String, String),
    /// To forget the one with this link.
    Remove(String),
}

/// The searches that are kept, and how that stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The searches.
    pub saved: Saved,
    /// Why the last wish was not done, or is not kept.
    pub fault: Option<String>,
    /// Whether the browser refused to keep them; then they live as long as the page.
    refused: bool,
    /// What was kept, but could not be read.
    unread: Option<String>,
}

impl Shelf {
    /// Takes up what the browser kept.
    pub fn open() -> Self {
        let mut shelf = Self::default();
        shelf.catch_up();
        shelf
    }

    /// Takes over what another tab has kept meanwhile; `true` if that was something else.
    pub fn catch_up(&mut self) -> bool {
        if self.refused {
            return false;
        }
        let now = browser::kept(KEPT).unwrap_or_default();
        let saved = if now.is_empty() { Some(Saved::default()) } else { Saved::read(&now) };
        let saved = saved.unwrap_or_else(|| {
            self.fault = Some(
                "The saved searches that this browser kept cannot be read. They are put aside \
                 before new ones are kept."
                    .to_owned(),
            );
            self.unread = Some(now);
            Saved::default()
        });
        let new = saved != self.saved;
        self.saved = saved;
        new
    }

    /// Does what is wished, and says what was done.
    pub fn wish(&mut self, keep: &Keep) -> String {
        self.catch_up();
        self.fault = None;
        let said = match keep {
            Keep::Put(name, link) => match self.saved.put(name, link) {
                Ok(()) => {
                    let name = self.saved.get(link).map_or("", |s| s.name.as_str());
                    format!("Saved as “{name}”.")
                }
                Err(why) => {
                    self.fault = Some(why.clone());
                    return why;
                }
            },
            Keep::Remove(link) => {
                self.saved.remove(link);
                "Removed.".to_owned()
            }
        };
        if let Some(text) = self.unread.take() {
            browser::keep(UNREAD, &text);
        }
        self.refused = !browser::try_keep(KEPT, &self.saved.write());
        if self.refused {
            let why = "This browser does not let the page keep searches: storage is blocked or full, as in \
                       a private window. They hold until this tab is closed.";
            self.fault = Some(why.to_owned());
            return format!("{said} {why}");
        }
        said
    }
}

impl App {
    /// Keeps or forgets a search.
    pub(super) fn keep(&mut self, keep: &Keep) {
        let said = self.shelf.wish(keep);
        // The button that was pressed may be gone.
        if matches!(keep, Keep::Remove(_))
            && let Some(q) = browser::by_id("q")
        {
            browser::focus(&q);
        }
        self.tell(said);
    }
}
