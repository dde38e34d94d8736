//! Word forms: by text, by stem, by beginning, by likeness.

use super::fuzzy::Signatures;
use crate::cut::stem;
use crate::names::Names;
use crate::order::Order;
use std::ops::Range;

/// No form.
const NONE: u32 = u32::MAX;

/// Compounds of more parts than this have no joined spelling.
pub const JOINED_PARTS: u32 = 4;

/// The distinct folded forms of all articles.
///
/// The joined spelling of a compound ("deconfliction" for "de-confliction") is a form of its own
/// that knows how many positions it stands on; its text ends in a control character, which no word
/// of a text has.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    forms: Names,
    stems: Names,
    /// For each form its stem.
    stem_of: Vec<u32>,
    /// For each form the next one with the same stem.
    next: Vec<u32>,
    /// For each stem its first and last form.
    ends: Vec<(u32, u32)>,
    /// For each stem whether a function word has it.
    quiet: Vec<bool>,
    is_function: Option<fn(&str) -> bool>,
    /// Forms by length and letters.
    signatures: Signatures,
    /// Forms in order of their texts: all that were there when it was last brought up to date.
    sorted: Vec<u32>,
}

impl Dictionary {
    /// Number of forms.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A form's text, for joined spellings without their mark.
    pub fn text(&self, form: u32) -> &str {
        let text = self.forms.get(form);
        text.strip_suffix(is_mark).unwrap_or(text)
    }

    /// How many positions a form stands on: 1, for joined spellings 2 to 4.
    pub fn width(&self, form: u32) -> u32 {
        self.forms.get(form).bytes().last().filter(|b| is_mark(char::from(*b))).map_or(1, u32::from)
    }

    /// The number of a form, entered if it is new.
    #[inline(never)]
    pub fn enter(&mut self, text: &str) -> u32 {
        let (form, new) = self.forms.enter(text);
        if new {
            let bare = text.strip_suffix(is_mark).unwrap_or(text);
            self.signatures.enter(form, bare);
            let (stem, _) = self.stems.enter(&stem(bare));
            self.link(form, stem, bare);
        }
        form
    }

    /// The joined spelling of a compound of `parts` parts, entered if it is new.
    pub fn enter_joined(&mut self, text: &str, parts: u32) -> u32 {
        let mark = char::from(parts.clamp(2, JOINED_PARTS) as u8);
        self.enter(&format!("{text}{mark}"))
    }

    /// The forms written exactly so: the word and joined spellings.
    #[inline(never)]
    pub fn exactly(&self, text: &str) -> Vec<u32> {
        let joined = (2..=JOINED_PARTS as u8).map(|mark| format!("{text}{}", char::from(mark)));
        let mut found: Vec<u32> = self.forms.find(text).into_iter().collect();
        found.extend(joined.filter_map(|text| self.forms.find(&text)));
        found
    }

    /// Every form with the stem of `text`, in the order in which they were entered.
    #[inline(never)]
    pub fn of_stem(&self, text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        let first = self.stems.find(&stem(text)).and_then(|stem| self.ends.get(stem as usize));
        let mut form = first.map_or(NONE, |(first, _)| *first);
        while form != NONE {
            found.push(form);
            form = self.next.get(form as usize).copied().unwrap_or(NONE);
        }
        found
    }

    /// Every form that begins with `text`, in order of text.
    pub fn beginning(&self, text: &str) -> &[u32] {
        self.sorted.get(self.range(text)).unwrap_or(&[])
    }

    fn range(&self, text: &str) -> Range<usize> {
        let from = self.sorted.partition_point(|f| self.forms.get(*f) < text);
        let rest = self.sorted.get(from..).unwrap_or(&[]);
        let length = rest.partition_point(|f| self.forms.get(*f).starts_with(text));
        from..from + length
    }

    /// All forms in order of text, as of the last [`Self::bring_up_to_date`].
    pub(super) fn in_order(&self) -> &[u32] {
        &self.sorted
    }

    /// Enters what is new into the order of texts; costs a sort of the new forms and a pass over all.
    #[inline(never)]
    pub(super) fn bring_up_to_date(&mut self) {
        if self.sorted.len() == self.len() {
            return;
        }
        let mut new: Vec<u32> = (self.sorted.len() as u32..self.len() as u32).collect();
        new.order_by(|a, b| self.forms.get(*a).cmp(self.forms.get(*b)));
        let old = std::mem::take(&mut self.sorted);
        let mut merged = Vec::with_capacity(self.len());
        let mut new = new.into_iter().peekable();
        for form in old {
            while let Some(first) = new.next_if(|n| self.forms.get(*n) < self.forms.get(form)) {
                merged.push(first);
            }
            merged.push(form);
        }
        merged.extend(new);
        self.sorted = merged;
    }

    /// Enters a form that comes after all others in the order of texts, with a new stem or that
    /// of the `back`th stem from the end. False where that does not fit.
    pub(super) fn enter_sorted(&mut self, text: &str, stem: Option<&str>, back: u32) -> bool {
        let last = self.sorted.last().map(|form| self.forms.get(*form));
        if last.is_some_and(|last| last >= text) {
            return false;
        }
        let stem = match stem {
            Some(stem) => match self.stems.enter(stem) {
                (stem, true) => stem,
                (_, false) => return false,
            },
            None => match (self.stems.len() as u32).checked_sub(back) {
                Some(stem) => stem,
                None => return false,
            },
        };
        let (form, new) = self.forms.enter(text);
        self.signatures.enter(form, text.strip_suffix(is_mark).unwrap_or(text));
        self.sorted.push(form);
        self.link(form, stem, text);
        new
    }

    /// Takes these for function words; goes for all forms, also those that are there.
    pub(super) fn set_function(&mut self, is_function: fn(&str) -> bool) {
        self.is_function = Some(is_function);
        for form in 0..self.len() as u32 {
            let stem = self.stem(form) as usize;
            if let Some(quiet) = self.quiet.get_mut(stem) {
                *quiet |= is_function(self.forms.get(form));
            }
        }
    }

    /// Whether a function word has this stem.
    pub(super) fn is_quiet(&self, stem: u32) -> bool {
        self.quiet.get(stem as usize).copied().unwrap_or(false)
    }

    fn link(&mut self, form: u32, stem: u32, text: &str) {
        if self.quiet.len() <= stem as usize {
            self.quiet.resize(stem as usize + 1, false);
        }
        if let (Some(is_function), Some(quiet)) =
            (self.is_function, self.quiet.get_mut(stem as usize))
        {
            *quiet |= is_function(text);
        }
        self.stem_of.push(stem);
        self.next.push(NONE);
        match self.ends.get_mut(stem as usize) {
            None => self.ends.push((form, form)),
            Some((_, last)) => {
                if let Some(next) = self.next.get_mut(*last as usize) {
                    *next = form;
                }
                *last = form;
            }
        }
    }

    /// The forms by length and letters.
    pub(super) fn signatures(&self) -> &Signatures {
        &self.signatures
    }

    /// A form's stem, by number.
    pub(super) fn stem(&self, form: u32) -> u32 {
        self.stem_of.get(form as usize).copied().unwrap_or(0)
    }

    /// Number of stems.
    pub(super) fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// A stem's text.
    pub(super) fn stem_text(&self, stem: u32) -> &str {
        self.stems.get(stem)
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        let lists = self.stem_of.len() + self.next.len() + 2 * self.ends.len() + self.sorted.len();
        self.forms.bytes() + self.stems.bytes() + 4 * lists + self.signatures.bytes()
    }

    /// A form's text with the mark of joined spellings.
    pub(super) fn marked(&self, form: u32) -> &str {
        self.forms.get(form)
    }
}

fn is_mark(c: char) -> bool {
    ('\u{2}'..='\u{4}').contains(&c)
}
