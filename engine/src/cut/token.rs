//! Tokens: maximal runs that a reader takes for one word, number or mark.

use super::TokenKind;
use crate::span::Span;

/// Cuts `block` of `text` into tokens. Every character that is not white space is in one.
pub(super) fn split(text: &str, block: Span, mut found: impl FnMut(Span, TokenKind)) {
    let mut rest = block.of(text);
    let mut at = block.start as usize;
    while let Some(c) = rest.chars().next() {
        let len = if c.is_whitespace() {
            c.len_utf8()
        } else {
            let (len, kind) = next(rest, c);
            found(Span::new(at, at + len), kind);
            len
        };
        at += len;
        rest = rest.get(len..).unwrap_or("");
    }
}

fn next(rest: &str, first: char) -> (usize, TokenKind) {
    if is_letter(first) {
        (word(rest), TokenKind::Word)
    } else if first.is_numeric() {
        (number(rest), TokenKind::Number)
    } else if is_punct(first) {
        let repeats = matches!(first, '.' | '-' | '!' | '?' | '*' | '_' | '=' | '~');
        let count = if repeats { rest.chars().take_while(|c| *c == first).count() } else { 1 };
        (count * first.len_utf8(), TokenKind::Punct)
    } else {
        (first.len_utf8(), TokenKind::Symbol)
    }
}

/// Letters and the marks that belong to them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || super::fold::is_mark(c) || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}' | '\u{02BB}' | '\u{2018}' | '`')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_punct(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~')
        || matches!(
            c,
            '\u{00A1}'
                | '\u{00A7}'
                | '\u{00AB}'
                | '\u{00B6}'
                | '\u{00B7}'
                | '\u{00BB}'
                | '\u{00BF}'
        )
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301F}')
        || matches!(c, '\u{060C}' | '\u{061B}' | '\u{061F}' | '\u{06D4}' | '\u{066A}'..='\u{066D}')
}

/// The length of the word at the start of `rest`: letters and digits, joined by single
/// apostrophes, hyphens or `&`, with the dots of acronyms ("U.S.").
fn word(rest: &str) -> usize {
    // Most words are plain letters up to a mark that ends every word.
    let run = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match rest.as_bytes().get(run) {
        None if run > 0 => return run,
        Some(b'.') if run > 2 => return run,
        Some(b'\'' | b'`' | b'-' | b'&' | b'.') => {}
        Some(b) if run > 0 && b.is_ascii() => return run,
        _ => {}
    }
    let acronym = dotted(rest);
    let mut end = acronym;
    let mut chars = rest[acronym..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let at = acronym + i;
        if is_letter(c) || c.is_numeric() {
            end = at + c.len_utf8();
        } else if end == at && at > 0 && (is_apostrophe(c) || is_hyphen(c) || c == '&') {
            match chars.peek() {
                Some((_, n)) if is_letter(*n) || (is_hyphen(c) && n.is_numeric()) => {}
                _ => break,
            }
        } else {
            break;
        }
    }
    end
}

/// The length of a dotted acronym at the start of `rest` ("U.S.", "a.m.", "Ph.D."), else 0.
fn dotted(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = 0;
    let mut pairs = 0;
    let mut run = 0;
    for (i, c) in rest.char_indices() {
        if c.is_alphabetic() {
            run += 1;
            letters += 1;
            if run > 2 {
                break;
            }
        } else if c == '.' && run > 0 {
            pairs += 1;
            run = 0;
            end = i + 1;
        } else {
            break;
        }
    }
    if pairs >= 2 && letters <= 2 * pairs {
        // "U.S.-backed" goes on after its dots; "e.g.word" does not.
        let goes_on = rest[end..].chars().next().is_some_and(char::is_alphabetic);
        if goes_on { 0 } else { end }
    } else {
        0
    }
}

/// The length of the number at the start of `rest`: digits with inner separators, then letters
/// or hyphenated words that belong to it ("1,200", "3.5", "20th", "16-year-old").
fn number(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let inner = |n: Option<&(usize, char)>| n.is_some_and(|(_, n)| n.is_numeric());
        if c.is_numeric() || is_letter(c) {
            end = i + c.len_utf8();
        } else if end == i && matches!(c, ',' | '.' | ':' | '/') {
            if !inner(chars.peek()) {
                break;
            }
        } else if end == i && is_hyphen(c) {
            if !chars.peek().is_some_and(|(_, n)| n.is_alphanumeric()) {
                break;
            }
        } else {
            break;
        }
    }
    end
}
