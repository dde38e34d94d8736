//! Names of outlets and agencies as they appear in datelines, bylines and credits.

use super::line::plain;
use crate::map::ByName;
use crate::{corpus, lexicon};

/// What a name stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Id in the outlet table.
    pub outlet: Option<&'static str>,
    /// Name of a news agency.
    pub agency: Option<&'static str>,
}

/// The names, in lower case.
pub(super) struct Names {
    map: ByName<Known>,
}

impl Names {
    /// Reads the outlet and agency tables.
    pub fn new() -> Self {
        let mut map: ByName<Known> = ByName::default();
        for o in corpus::outlets() {
            for name in o.aliases.iter().chain([&o.name]).chain(&o.domains) {
                map.slot(&key(name)).outlet.get_or_insert(o.id);
            }
        }
        for [_, name, aliases] in lexicon::AGENCIES.rows::<3>() {
            for alias in lexicon::list(aliases).chain([name]) {
                map.slot(&key(alias)).agency.get_or_insert(name);
            }
        }
        Self { map }
    }

    /// What `name` stands for, if the whole of it is known; a leading "the" does not count.
    pub fn get(&self, name: &str) -> Option<Known> {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        if name.len() > 60 {
            return None;
        }
        let folded = plain(name);
        let folded = folded.strip_prefix("the ").unwrap_or(&folded);
        self.map.get(name).or_else(|| self.map.get(folded)).copied()
    }

    /// The first known name among the words of `text`: longest match first, whole words only.
    pub fn first_in<'t>(&self, text: &'t str) -> Option<(&'t str, Known)> {
        self.all_in(text).into_iter().next()
    }

    /// Every known name in `text`, which must be short (a line of furniture).
    pub fn all_in<'t>(&self, text: &'t str) -> Vec<(&'t str, Known)> {
        let words = words(text);
        let mut out = Vec::new();
        let mut i = 0;
        while i < words.len().min(200) {
            let mut step = 1;
            for n in (1..=5.min(words.len() - i)).rev() {
                let (Some(a), Some(b)) = (words.get(i), words.get(i + n - 1)) else { continue };
                let name = text.get(a.0..b.1).unwrap_or("");
                // Names are written with a capital; "the world" and "time" are no outlets.
                let capital = name.chars().next().is_some_and(|c| c.is_uppercase());
                if let Some(known) = self.get(name).filter(|k| capital || k.agency == Some(name)) {
                    out.push((name, known));
                    step = n;
                    break;
                }
            }
            i += step;
        }
        out
    }
}

/// Acronyms keep their capitals, so that "SPA" is an agency and "spa" is none.
fn key(name: &str) -> String {
    let acronym = name.len() <= 4 && name.chars().all(char::is_uppercase);
    if acronym { name.to_owned() } else { plain(name) }
}

/// Words with inner dots, hyphens, apostrophes and slashes cut off at the ends.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() || matches!(c, '\'' | '’' | '&') {
            from.get_or_insert(at);
        } else if let Some(start) = from
            && !(matches!(c, '-' | '.')
                && text.get(at + 1..).is_some_and(|r| r.starts_with(char::is_alphanumeric)))
        {
            // A slash joins only where the name itself has one ("RFE/RL").
            let slash = c == '/'
                && text
                    .get(start..at)
                    .is_some_and(|w| w == "RFE" || w == "Liberty" || w == "Europe");
            if !slash {
                out.push((start, at));
                from = None;
            }
        }
    }
    out
}
