//! *Did you mean*: words that occur nowhere, written as others that do.

use super::tree::Typed;
use crate::map::SmallMap;
use crate::order::Order;
use crate::search::Suggestion;
use crate::search::edits::{automatic, edits};
use crate::text::{Commonness, commonness};

/// The query with each word that `occurs` nowhere replaced; `None` where there is nothing to replace.
/// `words` are those that do occur, with how often. Of words that are near enough (as fuzzy words are
/// by default) the one with the fewest edits is taken, of these the most frequent.
pub(in crate::search) fn correct<'a>(
    text: &str,
    typed: &[Typed],
    occurs: &dyn Fn(&Typed) -> bool,
    words: &dyn Fn() -> Vec<(&'a str, usize)>,
) -> Option<Suggestion> {
    let mut missing: Vec<&Typed> = typed.iter().filter(|t| may_be_misspelled(t, occurs)).collect();
    missing.order_by_key(|t| t.span);
    missing.dedup_by_key(|t| t.span);
    if missing.is_empty() {
        return None;
    }
    let words = words();
    let mut nearest: SmallMap<String, Option<String>> = SmallMap::default();
    let mut out = Suggestion { query: String::new(), replaced: Vec::new() };
    let mut at = 0;
    for word in missing {
        let (from, to) = (word.span.start as usize, word.span.end as usize);
        let (Some(before), Some(shown)) = (text.get(at..from), text.get(from..to)) else {
            continue;
        };
        let slot = nearest.slot(word.form.clone());
        if slot.is_none() {
            *slot = near(&word.form, &words).map(str::to_owned);
        }
        let Some(found) = slot else { continue };
        let found = as_written(found, shown);
        out.query.push_str(before);
        out.query.push_str(&found);
        out.replaced.push((shown.to_owned(), found));
        at = to;
    }
    out.query.push_str(text.get(at..)?);
    (!out.replaced.is_empty()).then_some(out)
}

fn may_be_misspelled(word: &Typed, occurs: &dyn Fn(&Typed) -> bool) -> bool {
    // Another number is another thing.
    !word.form.chars().any(char::is_numeric) && automatic(&word.form) > 0 && !occurs(word)
}

fn near<'a>(form: &str, words: &[(&'a str, usize)]) -> Option<&'a str> {
    let most = automatic(form);
    let near = words.iter().filter_map(|(word, times)| {
        let edits = edits(form, word, most)?;
        let says = commonness(word) != Commonness::Function;
        says.then_some((edits, core::cmp::Reverse(*times), *word))
    });
    near.min().map(|(_, _, word)| word)
}

/// With a capital where the replaced word has one.
fn as_written(found: &str, replaced: &str) -> String {
    let mut letters = found.chars();
    match letters.next().filter(|_| replaced.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => found.to_owned(),
    }
}
