//! Keys under which spellings of one name meet.
//!
//! Arabic names reach Latin script in many ways: the article is written al-, el- or assimilated
//! (ez-, ash-), glued or apart; long vowels as ou, oo or u; q as k; doubled consonants once or
//! twice; a last h is written or not. Persian writes gh and q for one sound; Russian names end in -y,
//! -iy or -i, -ov or -off, write ks or x, and begin with Ye- or E-; Kurdish and Turkish letters stand
//! for ch and sh. [`sound`] takes such habits out, [`romanise`] the letters.

/// The exact key of one word: folded, without dots and apostrophes, hyphens as spaces, without a
/// possessive ending.
pub(super) fn key(form: &str) -> String {
    let base = strip_possessive(form);
    let mut out = String::with_capacity(base.len());
    for c in base.chars() {
        match c {
            '.' | '\'' => {}
            '-' | '/' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The folded form without `'s` or a last apostrophe.
pub(super) fn strip_possessive(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form)
}

/// Whether a folded word is a form of the Arabic article.
pub(super) fn is_article(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ad"
            | "ed"
            | "ar"
            | "er"
            | "as"
            | "es"
            | "az"
            | "ez"
            | "ash"
            | "esh"
            | "at"
            | "et"
            | "an"
            | "en"
            | "ath"
            | "ul"
            | "ud"
    )
}

/// A label with the letters of other alphabets' Latin forms as English writes them.
pub(super) fn romanise(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    for c in label.chars() {
        out.push_str(match c {
            'ş' | 'š' => "sh",
            'Ş' | 'Š' => "Sh",
            'ç' | 'č' => "ch",
            'Ç' | 'Č' => "Ch",
            'ž' => "zh",
            'Ž' => "Zh",
            'ḥ' => "h",
            'ǧ' => "j",
            c => {
                out.push(c);
                continue;
            }
        });
    }
    out
}

/// The sound key of a name given by its exact key (words parted by spaces).
pub(super) fn sound(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let words = key.split(' ').filter(|w| !w.is_empty()).count();
    let mut kept = 0;
    for (i, word) in key.split(' ').filter(|w| !w.is_empty()).enumerate() {
        if is_article(word) && i + 1 < words {
            continue;
        }
        if kept > 0 {
            out.push(' ');
        }
        // "Ezzor", "Errahman": an article glued to what follows it.
        let word = if kept > 0 { unglue(word) } else { word };
        push_sound(&mut out, word);
        kept += 1;
    }
    out
}

fn unglue(word: &str) -> &str {
    let mut chars = word.chars();
    let (first, a, b) = (chars.next(), chars.next(), chars.next());
    let assimilates = |c: char| matches!(c, 'z' | 'd' | 'r' | 's' | 't' | 'n' | 'l');
    match (first, a, b) {
        (Some('e' | 'a'), Some(a), Some(b)) if a == b && assimilates(a) && word.len() > 4 => {
            word.get(2..).unwrap_or(word)
        }
        _ => word,
    }
}

fn push_sound(out: &mut String, word: &str) {
    let chars: Vec<char> = word.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let n = chars.len();
    // A last "a", "ah", "e", "eh" is the feminine ending, spelled at will.
    let mut end = n;
    if n > 3 && at(end - 1) == 'h' && matches!(at(end - 2), 'a' | 'e') {
        end -= 2;
    } else if n > 3 && matches!(at(end - 1), 'a' | 'e') {
        end -= 1;
    }
    let mut last = '\0';
    let mut i = 0;
    while i < end {
        let (c, next) = (at(i), if i + 1 < end { at(i + 1) } else { '\0' });
        let (sound, step) = match (c, next) {
            ('o', 'u' | 'o' | 'w') | ('a', 'w' | 'u') | ('u', 'u' | 'w') => ('u', 2),
            ('e' | 'a', 'i' | 'y') | ('e', 'e') | ('i', 'y' | 'e' | 'i') => ('i', 2),
            ('a', 'a') => ('a', 2),
            ('o', _) => ('u', 1),
            ('e', _) => ('a', 1),
            ('y', next) if !vowel(next) || i > 0 && !vowel(last) => ('i', 1),
            ('k', 'h') => ('x', 2),
            ('d', 'j') => ('j', 2),
            ('g', 'h') => ('k', 2),
            ('d' | 't' | 'z', 'h') => (c, 2),
            ('t', 'c') if at(i + 2) == 'h' => ('$', 3),
            // "Yevgeny" and "Evgeny".
            ('y', 'e') if i == 0 => ('a', 2),
            ('p', 'h') => ('f', 2),
            ('s', 'h') => ('$', 2),
            ('c', 'h') => ('$', 2),
            ('x', _) => {
                out.push('k');
                ('s', 1)
            }
            ('i', 'j') if i + 2 == end => ('i', 2),
            ('v' | 'f', _) if i + 1 == end => ('f', 1),
            ('w', _) => ('v', 1),
            ('q' | 'c', _) => ('k', 1),
            (c, _) => (c, 1),
        };
        // Doubled letters sound once.
        if sound != last {
            out.push(sound);
            last = sound;
        }
        i += step;
    }
}
