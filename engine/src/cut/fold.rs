//! Normal forms of words, so that spelling habits do not keep equal words apart.

use rust_stemmers::{Algorithm, Stemmer};

include!(concat!(env!("OUT_DIR"), "/folds.rs"));

/// Lower case, without diacritics, with straight quotes and plain hyphens; soft hyphens and
/// zero-width characters are dropped. Compatibility forms (ligatures, full-width letters …) become
/// plain ones, as in Unicode's NFKD. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the [`fold`]ed form of `text`.
pub fn fold_into(text: &str, out: &mut String) {
    if text.bytes().all(|b| b.is_ascii() && b != b'`') {
        let from = out.len();
        out.push_str(text);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in text.chars() {
        fold_char(c, out);
    }
}

fn fold_char(c: char, out: &mut String) {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{02BB}'
        | '\u{0060}' => {
            out.push('\'');
        }
        '\u{201C}' | '\u{201D}' | '\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => {
            out.push('"')
        }
        '\u{2010}'..='\u{2012}' | '\u{2212}' => out.push('-'),
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => {}
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c if is_mark(c) => {}
        c => match u16::try_from(u32::from(c)) {
            Ok(code) => folded(code, c, out),
            Err(_) => out.extend(c.to_lowercase()),
        },
    }
}

fn folded(code: u16, c: char, out: &mut String) {
    if let Ok(i) = KEYS.binary_search(&code) {
        let value = VALUES.get(i).and_then(|v| char::from_u32(u32::from(*v)));
        out.push(value.unwrap_or(c));
    } else if let Ok(i) = LONG.binary_search_by_key(&code, |(key, _)| *key) {
        out.push_str(LONG.get(i).map_or("", |(_, value)| value));
    } else {
        // Lower case may come with a mark of its own (İ).
        out.extend(c.to_lowercase().filter(|c| !is_mark(*c)));
    }
}

/// Whether a character of the basic plane is a combining mark (Unicode general category M).
pub(super) fn is_mark(c: char) -> bool {
    let Ok(code) = u16::try_from(u32::from(c)) else { return false };
    let after = MARKS.partition_point(|(start, _)| *start <= code);
    after.checked_sub(1).and_then(|i| MARKS.get(i)).is_some_and(|(_, end)| code <= *end)
}

/// The stem of a folded word (Porter 2, "Snowball English"); a possessive `'s` is dropped first.
pub fn stem(form: &str) -> String {
    let base = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
    if base.is_empty() {
        return form.to_owned();
    }
    if !base.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
        return base.to_owned();
    }
    Stemmer::create(Algorithm::English).stem(base).into_owned()
}
