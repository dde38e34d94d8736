//! Names that the text itself equates: "Syrian Democratic Forces (SDF)", "SDF (Syrian Democratic
//! Forces)", "ISIS [Daesh]". After Schwartz and Hearst (2003), "A simple algorithm for
//! identifying abbreviation definitions in biomedical text", cut down to initials.

use super::decide::Defined;
use super::names::Candidate;

/// The pairs of neighbouring candidates that brackets equate.
pub(super) fn definitions(text: &str, candidates: &[Candidate]) -> Vec<Defined> {
    let mut out = Vec::new();
    for (first, pair) in candidates.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        if a.sentence != b.sentence {
            continue;
        }
        let between = text.get(a.span.end as usize..b.span.start as usize).unwrap_or("").trim();
        let after = text.get(b.span.end as usize..).and_then(|t| t.chars().next());
        let equal = match (between, after) {
            ("(" | "(the" | "(or", Some(')' | ',')) => {
                let (x, y) = (a.span.of(text), b.span.of(text));
                abbreviates(y, &a.key) || abbreviates(x, &b.key) || same_entry(a, b)
            }
            // A square bracket is an editor's: it says what the word before means.
            ("[", Some(']')) => a.entry == b.entry || a.entry.is_none() || b.entry.is_none(),
            _ => false,
        };
        if equal && (a.kind == b.kind || a.entry.is_none() || b.entry.is_none()) {
            out.push(Defined { first, second: first + 1 });
        }
    }
    out
}

fn same_entry(a: &Candidate, b: &Candidate) -> bool {
    a.entry.is_some() && a.entry == b.entry
}

/// Whether `short`, as written, is made of initials of the words of `key`.
pub(super) fn abbreviates(short: &str, key: &str) -> bool {
    let letters: Vec<char> =
        short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    if letters.len() < 2
        || letters.len() > 10
        || capitals * 2 < letters.len()
        || short.contains(' ')
    {
        return false;
    }
    let words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).collect();
    if words.len() < 2 {
        return false;
    }
    initials(&letters, &words)
}

/// Each letter must begin a word, in order; words may be skipped only if they are small, and a
/// word may give a second letter from its inside.
fn initials(letters: &[char], words: &[&str]) -> bool {
    let mut next = 0;
    for word in words {
        let Some(letter) = letters.get(next) else {
            // What is left over must be small words.
            if word.len() > 3 {
                return false;
            }
            continue;
        };
        if word.starts_with(*letter) {
            next += 1;
            // "UNHCR": further letters from inside the word, if the next word does not give them.
        } else if word.len() > 3 {
            return false;
        }
    }
    next == letters.len()
}
