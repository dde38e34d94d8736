//! Spellings of one name that differ as romanised names do.

use super::Name;
use super::join::Joiner;
use crate::entity::known::known;
use crate::entity::{Confidence, EntityType, Form, sound};
use crate::map::HashMap;
use crate::text::fold;

/// Joins names that sound the same.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    let mut by_sound: HashMap<(String, EntityType, Option<&str>), u32> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        if n.form != Form::Name || n.known.is_some() || n.key.len() < 5 {
            continue;
        }
        if !matches!(n.kind, EntityType::Person | EntityType::Loc | EntityType::Org) {
            continue;
        }
        // One short word is too little to go by, unless it is written like an Arabic name.
        let words = n.key.split(' ').count();
        if words < 2 && !romanised(&n.key) {
            continue;
        }
        let i = i as u32;
        let sort = n.sort.filter(|s| *s == "province");
        let key = if n.label.is_ascii() {
            n.key.clone()
        } else {
            sound::key(&fold(&sound::romanise(&n.label)))
        };
        // A short "e" stands for "a" in one spelling ("Mohamed") and for "i" in another ("Khaled").
        for spelled in [spoken(&key), spoken(&short_i(&key))] {
            let first = *by_sound.entry((spelled, n.kind, sort)).or_insert(i);
            if first != i && joiner.sets.find(first) != joiner.sets.find(i) {
                let other = names.get(first as usize).map_or("", |o| o.label.as_str());
                let reason = || format!("“{}” and “{other}” are spellings of one name.", n.label);
                joiner.join(first, i, &reason, Confidence::Likely);
            }
        }
    }
}

/// The keys of a name under which its other romanised spellings stand, and whether it looks
/// romanised itself.
pub fn sounds(name: &str) -> Sounds {
    let key = sound::key(&fold(&sound::romanise(name)));
    let short = short_i(&key);
    let mut keys: Vec<String> = Vec::new();
    let mut words = 0;
    for key in [&key, &short] {
        let spoken = spoken(key);
        let heard = sound::sound(key);
        words = heard.split(' ').count();
        // Two sounds are too little to go by.
        let heard = (heard.chars().count() > 2).then(|| format!("~{heard}"));
        for key in spoken.contains('@').then_some(spoken).into_iter().chain(heard) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    Sounds { keys, romanised: romanised(&key), several: words > 1 }
}

/// How a name sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sounds {
    /// Two names that share a key may be spellings of one.
    pub keys: Vec<String>,
    /// Whether the name looks like one that is romanised in many ways.
    pub romanised: bool,
    /// Whether it has several words beside Arabic articles.
    pub several: bool,
}

/// Whether a key stands for names of the lexicon, so that sharing it is no chance.
pub fn is_known_sound(key: &str) -> bool {
    key.starts_with('@') && !key.contains(' ')
}

/// The key with "i" for each "e" between consonants, in words that look romanised.
fn short_i(key: &str) -> String {
    if !key.contains('e') || !romanised(key) {
        return key.to_owned();
    }
    let chars: Vec<char> = key.chars().collect();
    let consonant = |i: Option<usize>| {
        let c = i.and_then(|i| chars.get(i).copied()).unwrap_or(' ');
        c.is_alphabetic() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    };
    let at = |(i, c): (usize, &char)| match c {
        'e' if consonant(i.checked_sub(1)) && consonant(i.checked_add(1)) => 'i',
        c => *c,
    };
    chars.iter().enumerate().map(at).collect()
}

/// The key with each place that the lexicon knows put as its id, and the rest as it sounds.
fn spoken(key: &str) -> String {
    let known = known();
    let words: Vec<&str> = key.split(' ').collect();
    let mut out = String::new();
    let mut i = 0;
    while i < words.len() {
        let hit = (i + 1..=words.len().min(i + 4)).rev().find_map(|j| {
            let part = words.get(i..j)?.join(" ");
            let entry = match known.exact(&part) {
                Some(s) => known.entry(s.entry),
                None => known.sounds_like(&part).and_then(|e| known.entry(e)),
            }?;
            (entry.kind == EntityType::Loc).then_some((j, entry))
        });
        match hit {
            Some((j, entry)) => {
                out.push('@');
                out.push_str(&entry.id);
                i = j;
            }
            None => {
                out.push(' ');
                out.push_str(&sound::sound(words.get(i).copied().unwrap_or("")));
                i += 1;
            }
        }
    }
    out
}

/// Whether a word looks like a romanised Arabic, Russian or Ukrainian name.
pub(super) fn romanised(key: &str) -> bool {
    let arabic = ["kh", "gh", "dh", "aa", "ou", "q", "al ", "el "];
    let slavic = ["sky", "skiy", "skyy", "skij", "ski", "ov", "ev", "off", "enko", "yeva", "ova"];
    arabic.iter().any(|s| key.contains(s))
        || key.ends_with("ah")
        || key.len() > 5 && slavic.iter().any(|s| key.ends_with(s))
}
