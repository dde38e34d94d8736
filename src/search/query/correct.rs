//! *Did you mean*: words that occur nowhere, written as others that do.

use super::tree::Typed;
use crate::map::SmallMap;
use crate::order::Order;
use crate::search::Suggestion;
use crate::search::edits::automatic;
use crate::text::{Commonness, commonness};

/// The words like another one, with their edits and the number of articles that have them.
pub(in crate::search) type Like<'a> = dyn Fn(&str, u8) -> Vec<(String, u32, usize)> + 'a;

/// The query with each word that `occurs` nowhere replaced; `None` where there is nothing to replace.
/// `like` gives the words that do occur at most so many edits from one, each with its edits and in how
/// many articles. Of words that are near enough (as fuzzy words are by default) the one with the
/// fewest edits is taken, of these the most frequent.
pub(in crate::search) fn correct(
    text: &str,
    typed: &[Typed],
    occurs: &dyn Fn(&Typed) -> bool,
    like: &Like<'_>,
) -> Option<Suggestion> {
    let mut missing: Vec<&Typed> = typed.iter().filter(|t| may_be_misspelled(t, occurs)).collect();
    missing.order_by_key(|t| t.span);
    missing.dedup_by_key(|t| t.span);
    if missing.is_empty() {
        return None;
    }
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
            *slot = near(&word.form, like);
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

fn near(form: &str, like: &Like<'_>) -> Option<String> {
    let near = like(form, automatic(form)).into_iter().filter_map(|(word, edits, articles)| {
        let says = commonness(&word) != Commonness::Function;
        says.then_some((edits, core::cmp::Reverse(articles), word))
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
