//! Forms of verbs: what a word may be a form of, by irregular verbs, endings and a list of base forms.

use crate::lexicon;
use crate::map::HashMap;
use std::sync::LazyLock;

/// What a word does, as bits: the rows of `lexicon/actions.tsv`.
pub(in crate::claim) mod kind {
    pub const VERB: u32 = 1;
    pub const NOUN: u32 = 1 << 1;
    pub const ATTEMPT: u32 = 1 << 2;
    pub const PHASE: u32 = 1 << 3;
    pub const APPEAR: u32 = 1 << 4;
    pub const FAIL: u32 = 1 << 5;
    pub const CONTROL: u32 = 1 << 6;
    pub const BLAME: u32 = 1 << 7;
    pub const PREVENT: u32 = 1 << 8;
    pub const AIM: u32 = 1 << 9;
    pub const STATE: u32 = 1 << 10;
    pub const ADJECTIVE: u32 = 1 << 11;
    pub const NONVERB: u32 = 1 << 12;
    pub const NOUN_ING: u32 = 1 << 13;
    pub const MODIFIER_ING: u32 = 1 << 14;
    pub const COMPOUND: u32 = 1 << 15;
    pub const PHRASAL: u32 = 1 << 16;
    pub const IDLE: u32 = 1 << 17;
    pub const MEMBER: u32 = 1 << 18;
    pub const PART: u32 = 1 << 19;
    pub const THANK: u32 = 1 << 21;
    /// Verbs that may have a clause after them: those that report.
    pub const CONTENT: u32 = 1 << 20;

    /// Verbs that may have an infinitive after them.
    pub const TO: u32 = ATTEMPT | PHASE | APPEAR | FAIL | AIM | STATE | CONTENT;

    /// The bits of a row: what the name says, and that it is a verb's.
    pub(in crate::claim) fn named(name: &str) -> u32 {
        match name {
            "verb" => VERB,
            "noun" => NOUN | VERB,
            "attempt" => ATTEMPT | VERB,
            "phase" => PHASE | VERB,
            "appear" => APPEAR | VERB,
            "fail" => FAIL | VERB,
            "control" => CONTROL | VERB,
            "blame" => BLAME | VERB,
            "prevent" => PREVENT | VERB,
            "thank" => THANK | VERB,
            "aim" => AIM | VERB,
            "state" => STATE | VERB,
            "adjective" => ADJECTIVE,
            "nonverb" => NONVERB,
            "noun-ing" => NOUN_ING,
            "modifier-ing" => MODIFIER_ING,
            "compound" => COMPOUND,
            "phrasal" => PHRASAL,
            "idle" => IDLE,
            "member" => MEMBER,
            "part" => PART,
            _ => 0,
        }
    }
}

/// Forms that a word may be, as bits. Regular past forms are participles too.
pub(in crate::claim) mod form {
    pub const BASE: u8 = 1;
    pub const THIRD: u8 = 2;
    pub const PAST: u8 = 4;
    pub const PARTICIPLE: u8 = 8;
    pub const ING: u8 = 16;
}

struct Table {
    kinds: HashMap<&'static str, u32>,
    /// Past forms and participles: number of the irregular verb, and which form.
    irregular: HashMap<&'static str, u32>,
    lemmas: Vec<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table =
        Table { kinds: HashMap::default(), irregular: HashMap::default(), lemmas: Vec::new() };
    for [name, words] in lexicon::ACTIONS.rows::<2>() {
        let bits = kind::named(name);
        for word in lexicon::list(words) {
            *table.kinds.entry(word).or_insert(0) |= bits;
        }
    }
    let verbs = lexicon::REPORTING.rows::<6>().filter(|[.., act]| *act != "adjective");
    for [lemma, _, frames, ..] in verbs {
        let clause = lexicon::list(frames).any(|f| matches!(f, "that" | "bare" | "wh"));
        *table.kinds.entry(lemma).or_insert(0) |=
            kind::VERB | if clause { kind::CONTENT } else { 0 };
    }
    for [lemma, past, participle] in lexicon::IRREGULAR.rows::<3>() {
        *table.kinds.entry(lemma).or_insert(0) |= kind::VERB;
        let n = (table.lemmas.len() as u32) << 8;
        table.lemmas.push(lemma);
        for (word, bit) in [(past, form::PAST), (participle, form::PARTICIPLE)] {
            let entry = table.irregular.entry(word).or_insert(n);
            if *entry >> 8 == n >> 8 {
                *entry |= u32::from(bit);
            }
        }
    }
    table
});

/// What a folded word does.
pub(in crate::claim) fn kinds(word: &str) -> u32 {
    TABLE.kinds.get(word).copied().unwrap_or(0)
}

/// Whether a folded noun, singular or plural, is of a kind.
pub(in crate::claim) fn noun_is(word: &str, of: u32) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let of_stem = |ending: &str, by: &str| {
        word.strip_suffix(ending).is_some_and(|stem| kinds(&format!("{stem}{by}")) & of != 0)
    };
    kinds(word) & of != 0 || kinds(stem) & of != 0 || of_stem("ies", "y") || of_stem("men", "man")
}

/// A word read as a verb.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Reading {
    pub lemma: String,
    /// Whether the verb is not listed, and only the word's ending speaks for it.
    pub guessed: bool,
    /// Bits of [`form`].
    pub forms: u8,
    /// Bits of [`kind`], of the lemma.
    pub kinds: u32,
    /// Bits of [`kind`], of the word as it stands.
    pub own: u32,
}

/// The verb without its ending, as listed: as it is, with an "e", or with one consonant less.
fn restore(stem: &str) -> Option<String> {
    let listed = |lemma: String| (kinds(&lemma) & kind::VERB != 0).then_some(lemma);
    listed(stem.to_owned()).or_else(|| listed(format!("{stem}e"))).or_else(|| {
        let mut back = stem.chars().rev();
        let double = back.next()? == back.next()?;
        listed(stem.get(..stem.len() - 1)?.to_owned()).filter(|_| double)
    })
}

/// The likely verb of an "-ed" form that is not listed.
fn guess(stem: &str) -> String {
    if let Some(base) = stem.strip_suffix('i') {
        return format!("{base}y");
    }
    let bytes = stem.as_bytes();
    let (last, before) = match bytes {
        [.., b, a] => (*a, *b),
        _ => return stem.to_owned(),
    };
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    if last == before && !vowel(last) && !matches!(last, b'l' | b's' | b'f' | b'z') {
        return stem.get(..stem.len() - 1).unwrap_or(stem).to_owned();
    }
    let mute = matches!(last, b'c' | b'v' | b'u' | b'z')
        || last == b's' && before != b's'
        || last == b't' && before == b'a' && !stem.ends_with("eat") && !stem.ends_with("oat")
        || stem.ends_with("unit")
        || last == b'g' && matches!(before, b'd' | b'r' | b'a')
        || last == b'r' && before == b'i'
        || last == b'l' && matches!(before, b'b' | b'd' | b'g' | b't' | b'p' | b'f');
    if mute { format!("{stem}e") } else { stem.to_owned() }
}

/// Reads a folded word as a form of a verb.
pub(in crate::claim) fn read(word: &str) -> Option<Reading> {
    if !word.bytes().all(|b| b.is_ascii_lowercase()) || word.len() < 2 {
        return None;
    }
    let own = kinds(word);
    let mut forms = 0;
    let mut guessed = false;
    let mut lemma = None;
    if let Some(entry) = TABLE.irregular.get(word) {
        forms |= *entry as u8;
        lemma = TABLE.lemmas.get((*entry >> 8) as usize).map(|l| (*l).to_owned());
    }
    if own & kind::VERB != 0 {
        forms |= form::BASE;
        lemma = lemma.or_else(|| Some(word.to_owned()));
    } else if lemma.is_none() && own & kind::NONVERB == 0 {
        if let Some(stem) = word.strip_suffix("ing") {
            forms = form::ING;
            lemma = restore(stem).filter(|_| stem.len() > 1);
            // "tie" and "die" are written otherwise here.
            lemma = lemma.or_else(|| restore(&format!("{}ie", stem.strip_suffix('y')?)));
            if lemma.is_none() && stem.len() > 3 && own & kind::NOUN_ING == 0 {
                lemma = Some(guess(stem));
                guessed = true;
            }
        } else if let Some(stem) = word.strip_suffix("ed") {
            forms = form::PAST | form::PARTICIPLE;
            lemma = match stem.strip_suffix('i') {
                Some(base) => restore(&format!("{base}y")),
                None => restore(stem),
            };
            if lemma.is_none() && stem.len() > 2 && !stem.ends_with('e') {
                lemma = Some(guess(stem));
                guessed = true;
            }
        } else if let Some(stem) = word.strip_suffix('s') {
            forms = form::THIRD;
            let listed = |lemma: &str| (kinds(lemma) & kind::VERB != 0).then(|| lemma.to_owned());
            lemma = listed(stem)
                .or_else(|| listed(stem.strip_suffix('e')?))
                .or_else(|| listed(&format!("{}y", stem.strip_suffix("ie")?)));
        }
    }
    let lemma = lemma?;
    Some(Reading { kinds: kinds(&lemma), forms, own, lemma, guessed })
}
