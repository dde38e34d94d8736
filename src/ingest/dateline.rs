//! Datelines at the start of paragraphs: "OSLO, March 3 (Reuters) -".

use super::line::head;
use super::names::Known;
use super::pattern::Lists;
use super::when;

/// A dateline at the start of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Its length in bytes, dash and all.
    pub len: usize,
    /// The agency or outlet in brackets, as written.
    pub agency: Option<String>,
    /// What that name stands for.
    pub known: Option<Known>,
}

/// Which datelines without an agency are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bare {
    /// None.
    Never,
    /// Those whose place is set in capitals.
    Capitals,
    /// Those with a place of one to three words as well: for the first paragraph only.
    Any,
}

/// Finds a dateline at the start of `text`: place, date and agency before a dash. One without an
/// agency is taken only as `bare` allows.
pub(super) fn dateline(text: &str, lists: &Lists, bare: Bare) -> Option<Dateline> {
    let top = head(text, 140);
    let mut place = 0;
    let mut shout = false;
    let mut dated = false;
    let mut chars = top.char_indices().peekable();
    let mut word_start = 0;
    let mut words = 0;
    // Words up to a bracket, slash or dash.
    let (mark_at, mark) = loop {
        let (at, c) = *chars.peek()?;
        if matches!(c, '(' | '[' | '/') && at == word_start {
            break (at, c);
        }
        if c.is_whitespace() {
            chars.next();
            word_start = at + c.len_utf8();
            continue;
        }
        if at == word_start && (matches!(c, '—' | '–') || c == '-') {
            break (at, c);
        }
        // One word.
        while let Some((_, w)) =
            chars.next_if(|(_, w)| !w.is_whitespace() && !matches!(w, '—' | '–'))
        {
            let _ = w;
        }
        let stop = chars.peek().map_or(top.len(), |(i, _)| *i);
        let word = top.get(at..stop)?;
        word_start = stop;
        words += 1;
        let bare_word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let first = bare_word.chars().next()?;
        let letters = bare_word.chars().filter(|c| c.is_alphabetic()).count();
        let upper = letters >= 3 && bare_word.chars().all(|c| !c.is_lowercase());
        if words == 1 {
            shout = upper;
            if bare_word.starts_with(char::is_numeric) {
                return None;
            }
        }
        dated |= when::month(bare_word).is_some();
        let small = matches!(bare_word, "of" | "the" | "and" | "near" | "in" | "on" | "de" | "al");
        if !(first.is_uppercase()
            || first.is_numeric()
            || small
            || !first.is_alphabetic()
            || !first.is_lowercase())
        {
            return None;
        }
        if words > 9 {
            return None;
        }
        place = stop;
        // "BEIRUT: The army …"
        if word.ends_with(':') {
            let rest = text.get(stop..)?.trim_start();
            let capital = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
            return (bare != Bare::Never
                && shout
                && words <= 3
                && letters >= 4
                && capital
                && stop < text.len())
            .then_some(Dateline { len: stop, agency: None, known: None });
        }
    };
    if matches!(mark, '(' | '[' | '/') {
        let close = match mark {
            '(' => ')',
            '[' => ']',
            _ => '/',
        };
        let from = mark_at + mark.len_utf8();
        let inner_len = top.get(from..)?.find(close).filter(|n| (2..=45).contains(n))?;
        let inner = top.get(from..from + inner_len)?;
        let mut after = from + inner_len + 1;
        let known = lists
            .names
            .get(inner)
            .or_else(|| inner.split(['/', ',']).find_map(|part| lists.names.get(part)));
        let (dash, dash_len) = leading_dash(text.get(after..)?);
        after += dash_len;
        let capital = inner.chars().next().is_some_and(char::is_uppercase)
            && inner.split_whitespace().count() <= 5;
        // "(CNN)The coalition …": the dash was lost with the mark-up.
        let glued = known.is_some()
            && place == 0
            && text.get(after..).is_some_and(|r| {
                r.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
            });
        let sure = glued
            || match (known.is_some(), dash) {
                (true, true) => place == 0 || shout || dated || words <= 4,
                (true, false) => shout || dated,
                (false, true) => {
                    capital && (shout || (place == 0 && inner.chars().all(|c| !c.is_lowercase())))
                }
                (false, false) => false,
            };
        let rest = text.get(after..)?.trim();
        return (sure && !rest.is_empty()).then(|| Dateline {
            len: after,
            agency: Some(inner.to_owned()),
            known,
        });
    }
    let (dash, dash_len) = leading_dash(text.get(mark_at..)?);
    let rest = text.get(mark_at + dash_len..)?.trim_start();
    let capital = rest.chars().next().is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit());
    // "NATO — the alliance" is no place; a place of one acronym is not told apart otherwise.
    let named = match bare {
        Bare::Never => false,
        Bare::Capitals => shout,
        Bare::Any => shout || words <= 3,
    };
    (named && dash && capital && place >= 4 && words <= 7).then(|| Dateline {
        len: mark_at + dash_len,
        agency: None,
        known: None,
    })
}

/// Whether `text` begins with white space and a dash (or colon), and how long that is.
fn leading_dash(text: &str) -> (bool, usize) {
    let trimmed = text.trim_start();
    let pad = text.len() - trimmed.len();
    let run: usize = trimmed
        .chars()
        .take_while(|c| matches!(c, '-' | '—' | '–' | '―' | ':' | '.'))
        .take(4)
        .map(char::len_utf8)
        .sum();
    let dashed = trimmed.get(..run).is_some_and(|r| !r.is_empty());
    (dashed, if dashed { pad + run } else { 0 })
}
