//! Sentence boundaries.

use super::{Token, TokenKind};
use std::ops::Range;

/// Abbreviations after which a full stop does not end a sentence when a capital follows.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "capt", "maj", "sgt", "cpl", "adm",
    "cmdr", "brig", "rep", "sen", "gov", "pres", "rev", "hon", "st", "mt", "ft", "sr", "fr", "pvt",
    "vs", "no", "nos", "fig", "approx", "dept", "messrs", "amb", "supt", "det", "insp", "asst",
    "spc", "pfc", "rear", "mgr", "msgr",
];

/// Abbreviations after which it ends one only if a capital, quote or bracket follows.
const PLAIN: &[&str] = &[
    "inc", "ltd", "co", "corp", "jr", "etc", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "ave", "blvd", "ph.d", "e.g", "i.e", "u.s",
    "u.n", "u.k", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "km",
    "mi", "kg", "min", "hr",
];

/// The token ranges of the sentences of one block.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut i = 0;
    while i < tokens.len() {
        if let Some(next) = end_after(text, tokens, i) {
            out.push(start..next);
            start = next;
            i = next;
        } else {
            i += 1;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// Where the next sentence begins if one ends at token `i`.
fn end_after(text: &str, tokens: &[Token], i: usize) -> Option<usize> {
    let (token, next) = (tokens[i], tokens.get(i + 1));
    // No word ends a sentence but an acronym with dots, or the last of a paragraph.
    if matches!(token.kind, TokenKind::Word | TokenKind::Number)
        && next.is_some_and(|next| next.span.start <= token.span.end + 1)
        && text.as_bytes().get((token.span.end as usize).wrapping_sub(1)) != Some(&b'.')
    {
        return None;
    }
    let mark = tokens[i].span.of(text);
    let dotted_word = tokens[i].kind == TokenKind::Word && mark.ends_with('.');
    let stop = matches!(mark, "." | "!" | "?" | "…" | "。" | "؟" | "۔" | "！" | "？")
        || (tokens[i].kind == TokenKind::Punct
            && (mark.starts_with("..") || mark.starts_with('!') || mark.starts_with('?')));
    if paragraph_between(text, tokens, i) {
        return Some(i + 1);
    }
    if !stop && !dotted_word {
        return None;
    }
    // Closing quotes and brackets belong to the sentence that ends.
    let mut next = i + 1;
    while next < tokens.len() && closes(text, tokens, next) {
        next += 1;
    }
    let Some(follow) = tokens.get(next) else { return Some(next) };
    let gap = tokens[next - 1].span.end < follow.span.start;
    let first = follow.span.of(text).chars().next().unwrap_or(' ');
    let capital = first.is_uppercase()
        || first.is_numeric()
        || !(first.is_lowercase() || first.is_ascii_punctuation());
    let opens = matches!(
        first,
        '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '„' | '—' | '-' | '–' | '*' | '•'
    );
    if !(gap || matches!(mark, "。" | "！" | "？") || capital && next > i + 1) {
        // "word.Word": a lost space, if both sides look like words of running text.
        let lost = first.is_uppercase()
            && mark == "."
            && i > 0
            && tokens[i - 1].span.of(text).chars().rev().take(2).all(char::is_lowercase)
            && tokens[i - 1].span.len() > 3
            && follow.span.len() > 1;
        if !lost {
            return None;
        }
    }
    if first.is_lowercase() {
        return None;
    }
    if mark == "." && i > 0 {
        let before = tokens[i - 1].span.of(text);
        if before.is_empty() || tokens[i - 1].span.end != tokens[i].span.start {
            return (capital || opens).then_some(next);
        }
        let lower = before.to_lowercase();
        if TITLES.contains(&lower.as_str())
            && next == i + 1
            && before.chars().next().is_some_and(char::is_uppercase)
        {
            // "No." and "St." end sentences too, but not before a number or a name.
            return None;
        }
        // An initial: "J. Smith".
        let mut letters = before.chars();
        if let (Some(c), None) = (letters.next(), letters.next())
            && c.is_uppercase()
            && c != 'I'
            && next == i + 1
        {
            return None;
        }
        if PLAIN.contains(&lower.as_str()) && first.is_numeric() {
            return None;
        }
    }
    if dotted_word {
        // "U.S." ends a sentence only before a word that begins one.
        let word = follow.span.of(text);
        return starter(word).then_some(next);
    }
    (capital || opens).then_some(next)
}

/// Words that begin sentences and hardly ever stand in a name after an acronym.
fn starter(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "In"
            | "On"
            | "At"
            | "It"
            | "He"
            | "She"
            | "They"
            | "We"
            | "But"
            | "And"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "However"
            | "Meanwhile"
            | "Earlier"
            | "Last"
            | "Since"
            | "After"
            | "Before"
            | "When"
            | "While"
            | "As"
            | "If"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "For"
            | "With"
            | "I"
            | "You"
            | "What"
            | "Who"
            | "Also"
            | "Still"
            | "Some"
            | "Many"
            | "Most"
            | "No"
    )
}

fn closes(text: &str, tokens: &[Token], i: usize) -> bool {
    let mark = tokens[i].span.of(text);
    let glued = tokens[i - 1].span.end == tokens[i].span.start;
    match mark {
        "”" | "’" | "»" | ")" | "]" => glued,
        "\"" | "'" => {
            // A straight quote closes when it is glued to what ends and not to what follows.
            let after = tokens.get(i + 1).map(|t| t.span.start);
            glued && after != Some(tokens[i].span.end)
        }
        _ => false,
    }
}

/// Whether an empty line lies between token `i` and the next one.
fn paragraph_between(text: &str, tokens: &[Token], i: usize) -> bool {
    let Some(next) = tokens.get(i + 1) else { return false };
    let gap = text.get(tokens[i].span.end as usize..next.span.start as usize).unwrap_or("");
    gap.bytes().filter(|b| *b == b'\n').count() > 1
}
