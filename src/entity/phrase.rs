//! What a noun phrase says: its head word, number, determiner, and whose it is.
//!
//! Reads a label alone, without its text: "the former director of the agency" has the head
//! "director". Used where mentions are given, since these hold common nouns and whole phrases.

use super::known::{HONORIFIC, OFFICE, RANK, ROLE, known};
use super::sound::{key, strip_possessive};
use crate::lexicon::{self, Lookup, list};
use crate::text::class::{Classes, classes};
use crate::text::{Commonness, commonness, fold, stem};
use std::sync::LazyLock;

/// What a common noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Crowd,
    Body,
    /// A state's body or servants, where its name stands before them.
    State,
    Place,
    Thing,
    Unknown,
}

impl Sort {
    fn named(name: &str) -> Self {
        match name {
            "person" => Self::Person,
            "crowd" => Self::Crowd,
            "body" => Self::Body,
            "place" => Self::Place,
            "thing" => Self::Thing,
            _ => Self::Unknown,
        }
    }
}

/// How a noun phrase is determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Det {
    None,
    Definite,
    Indefinite,
    /// "his", "its".
    Possessive,
}

/// A label, read.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Where the head stands in the label, in bytes; empty where there is none.
    pub head: (usize, usize),
    /// Where the phrase begins after leading prepositions, in bytes.
    pub begin: usize,
    /// The head in lower case and singular; empty for what is no noun phrase.
    pub lemma: String,
    pub plural: bool,
    /// Whether the head begins with a capital.
    pub proper: bool,
    pub det: Det,
    /// The name alone, as a key: capitals that end in the head, without titles.
    pub name: String,
    /// The same with what "of", "for" and "and" tie to it by capitals.
    pub full: String,
    /// What the head names.
    pub sort: Sort,
    /// Its group of words that name much the same.
    pub group: Option<u32>,
    /// Whether a country's name before it makes it that state's.
    pub state: bool,
    /// The country named before the head, or else after it.
    pub country: Option<&'static str>,
    /// Folded words with a capital beside the head that are no country: "Trump" administration.
    pub owners: Vec<String>,
    /// All words that say something: stems, or the numbers of their groups.
    pub words: Vec<String>,
    /// How many words stand up to and with the head, without determiners.
    pub length: usize,
    /// Whether "and" joins two heads, or a number above one counts them.
    pub joint: bool,
}

struct Nouns {
    /// Group and sort by singular form.
    groups: Lookup<(u32, Sort)>,
    state: Lookup<()>,
}

fn nouns() -> &'static Nouns {
    static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
        let mut groups: Vec<(&'static str, (u32, Sort))> = Vec::new();
        let mut state = Vec::new();
        for (i, [class, words]) in (0..).zip(lexicon::NOUNS.rows::<2>()) {
            for word in list(words) {
                if class == "state" {
                    state.push((word, ()));
                } else {
                    groups.push((word, (i, Sort::named(class))));
                }
            }
        }
        // The first group of a word is its own, and of equal keys the last stays.
        groups.reverse();
        Nouns { groups: groups.into_iter().collect(), state: state.into_iter().collect() }
    });
    &NOUNS
}

/// The group of words to which a singular noun belongs.
fn group_of(lemma: &str) -> Option<u32> {
    nouns().groups.get(lemma).map(|(g, _)| *g)
}

/// Whether a folded word is a role, office or rank of a person.
pub(super) fn role(lemma: &str) -> bool {
    known().class(lemma) & (OFFICE | ROLE | RANK) != 0
        || matches!(nouns().groups.get(lemma), Some((_, Sort::Person)))
}

/// What is said of a person's sex by a pronoun, a title or a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// The sex that a folded word tells.
pub(super) fn gender(word: &str) -> Option<Gender> {
    Some(match word {
        "he" | "him" | "his" | "himself" | "mr" | "sir" | "lord" | "man" | "boy" | "guy"
        | "father" | "dad" | "brother" | "son" | "husband" | "grandfather" | "uncle"
        | "boyfriend" | "king" | "prince" | "gentleman" | "spokesman" | "businessman"
        | "congressman" | "policeman" | "actor" | "widower" | "gunman" => Gender::Male,
        "she" | "her" | "hers" | "herself" | "mrs" | "ms" | "miss" | "dame" | "lady" | "woman"
        | "girl" | "mother" | "mom" | "mum" | "sister" | "daughter" | "wife" | "grandmother"
        | "aunt" | "girlfriend" | "queen" | "princess" | "spokeswoman" | "businesswoman"
        | "congresswoman" | "policewoman" | "actress" | "widow" | "comedienne" => Gender::Female,
        _ => return None,
    })
}

/// The singular of a folded noun, and whether it was plural.
pub(crate) fn singular(word: &str) -> (String, bool) {
    let irregular = match word {
        "men" => "man",
        "women" => "woman",
        "people" => "people",
        "police" => "police",
        "children" => "child",
        "wives" => "wife",
        "lives" => "life",
        "thieves" => "thief",
        "knives" => "knife",
        "selves" => "self",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "media" => "media",
        "criteria" => "criterion",
        "aircraft" | "series" | "species" | "news" | "headquarters" | "premises" | "waters"
        | "gas" | "bus" | "boss" | "chess" | "politics" | "economics" | "physics" | "arms" => {
            return (
                word.trim_end_matches("rms").to_owned() + if word == "arms" { "rm" } else { "" },
                word == "arms",
            );
        }
        _ => "",
    };
    if !irregular.is_empty() {
        return (irregular.to_owned(), true);
    }
    if let Some(base) = word.strip_suffix("men")
        && base.len() > 2
    {
        return (format!("{base}man"), true);
    }
    if let Some(base) = word.strip_suffix("ies")
        && base.len() > 2
    {
        return (format!("{base}y"), true);
    }
    for ending in ["sses", "shes", "ches", "xes", "zes"] {
        if word.len() > ending.len() + 1 && word.ends_with(ending) {
            return (word.get(..word.len() - 2).unwrap_or(word).to_owned(), true);
        }
    }
    match word.strip_suffix('s') {
        Some(base) if base.len() > 2 && !base.ends_with(['s', 'u', 'i']) => (base.to_owned(), true),
        _ => (word.to_owned(), false),
    }
}

/// One word of a label.
struct Word {
    start: usize,
    end: usize,
    /// Folded, without a possessive ending.
    form: String,
    capital: bool,
    upper: bool,
    possessive: bool,
    /// Whether a mark that ends a phrase follows.
    stop: bool,
}

fn words(label: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut at = 0;
    for raw in label.split_inclusive(char::is_whitespace) {
        let begin = at;
        at += raw.len();
        let mark = |c: char| !c.is_alphanumeric();
        let lead = raw.len() - raw.trim_start_matches(mark).len();
        let bare = raw.trim_matches(|c: char| mark(c) && c != '.').trim_start_matches('.');
        // Acronyms keep their last dot out of the way of sentence ends.
        let bare = if bare.matches('.').count() > 1 { bare } else { bare.trim_end_matches('.') };
        if bare.is_empty() {
            if let Some(last) = out.last_mut() {
                let last: &mut Word = last;
                last.stop |= raw.contains(['—', '–', '-', ',', ';', ':', '(', ')']);
            }
            continue;
        }
        let start = begin + lead;
        let tail = raw.get(lead + bare.len()..).unwrap_or("");
        let folded = fold(bare);
        let base = strip_possessive(&folded);
        let possessive = base.len() < folded.len();
        let cut = if possessive && folded.len() == bare.len() {
            bare.len() - (folded.len() - base.len())
        } else if possessive {
            bare.trim_end_matches(['s', 'S']).trim_end_matches(['\'', '’']).len()
        } else {
            bare.len()
        };
        out.push(Word {
            start,
            end: start + cut,
            form: base.to_owned(),
            capital: bare.starts_with(char::is_uppercase),
            upper: !bare.chars().any(char::is_lowercase) || bare.ends_with("'s") && bare.len() > 3,
            possessive: possessive || tail.starts_with(['\'', '’']),
            stop: tail.contains([',', ';', ':', '(', ')', '—', '–']),
        });
    }
    out
}

/// The country that the words from `i` on name, and how many words name it.
fn country_at(words: &[Word], i: usize) -> Option<(usize, &'static str)> {
    (1..=4usize).rev().find_map(|n| {
        let part = words.get(i..i + n)?;
        if !part.iter().all(|w| w.capital)
            || part.iter().rev().skip(1).any(|w| w.possessive || w.stop)
        {
            return None;
        }
        let forms: Vec<String> = part.iter().map(|w| key(&w.form)).collect();
        let name = forms.join(" ");
        // "Democratic donors" are the party's.
        let party = || known().exact(&format!("{name} party")).filter(|_| n == 1);
        let party = party().and_then(|s| known().entry(s.entry)).filter(|e| e.sort == "party");
        if let Some(party) = party {
            return Some((1, party.id.as_str()));
        }
        let spelling = known().exact(&name)?;
        if spelling.wary || spelling.upper && !part.iter().all(|w| w.upper) {
            return None;
        }
        let entry = known().entry(spelling.entry)?;
        known().state_of(&entry.id).map(|c| (n, c))
    })
}

/// Small words inside of names: "Ludwig van Beethoven", "Osama bin Laden".
fn is_particle(form: &str) -> bool {
    known().class(form) & (super::known::PARTICLE | super::known::ARTICLE) != 0
}

/// The key of a word of a name, written out.
fn spelled(form: &str) -> String {
    match form {
        "mt" | "mt." => "mount".to_owned(),
        "ft" | "ft." => "fort".to_owned(),
        "dept" | "dept." => "department".to_owned(),
        "univ" | "univ." => "university".to_owned(),
        "gov" | "gov." => "governor".to_owned(),
        _ => key(form),
    }
}

/// Words that say what kind of place a name names.
fn land(noun: &str) -> bool {
    matches!(
        noun,
        "city"
            | "town"
            | "village"
            | "province"
            | "state"
            | "region"
            | "area"
            | "island"
            | "district"
            | "county"
            | "coast"
            | "peninsula"
            | "valley"
            | "river"
            | "governorate"
    )
}

/// Whether a noun before "of" only measures or sorts what follows at `next`.
fn transparent(noun: &str, words: &[Word], next: usize) -> bool {
    match noun {
        "hundreds" | "thousands" | "dozens" | "scores" | "tens" | "millions" | "number"
        | "numbers" | "majority" | "most" | "many" | "some" | "all" | "none" | "lot" | "lots"
        | "couple" | "pair" | "handful" | "bunch" | "rest" | "series" | "kind" | "kinds"
        | "type" | "types" | "sort" | "group" | "groups" | "wave" | "waves" | "both" | "part"
        | "members" | "one" | "each" | "any" | "half" | "few" | "several" => true,
        "city" | "town" | "village" | "province" | "state" | "region" | "area" | "waters"
        | "island" | "port" | "republic" | "district" | "county" => {
            let next = words.get(next).filter(|w| w.form != "the").or_else(|| words.get(next + 1));
            next.is_some_and(|w| w.capital)
        }
        _ => false,
    }
}

/// Reads a label.
pub(super) fn read(label: &str) -> Phrase {
    let words = words(label);
    let form = |i: usize| words.get(i).map_or("", |w| w.form.as_str());
    let class = |i: usize| classes(form(i));
    let mut first = 0;
    // "in the Gulf", "at an office".
    while first + 1 < words.len()
        && class(first).any(Classes::PREP.with(Classes::CONJ))
        && !matches!(form(first), "to" | "like")
    {
        first += 1;
    }
    let begin = if first == 0 { 0 } else { words.get(first).map_or(0, |w| w.start) };
    let mut det = Det::None;
    let mut joint = false;
    while first + 1 < words.len() {
        det = match form(first) {
            "the" | "this" | "that" | "these" | "those" | "both" => Det::Definite,
            "a" | "an" | "another" | "some" | "any" | "no" | "each" | "every" => Det::Indefinite,
            "his" | "her" | "its" | "their" | "our" | "my" | "your" => Det::Possessive,
            "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten"
            | "several" | "many" | "all" | "few" => {
                joint = true;
                det
            }
            _ => break,
        };
        first += 1;
    }
    let predicate = words.len() > 1
        && words.get(first).is_some_and(|w| !w.capital || w.form.ends_with("ing"))
        && (form(first) == "to"
            || det == Det::None
                && (class(first).any(
                    Classes::AUX.with(Classes::MODAL).with(Classes::VERB).with(Classes::SUB),
                ) || form(first).ends_with("ing")
                    && form(first).len() > 4
                    && first + 1 < words.len()
                    && class(first + 1).any(Classes::DET.with(Classes::PREP).with(Classes::PRON))));
    let mut head = first;
    let mut i = first;
    while i < words.len() {
        let Some(w) = words.get(i) else { break };
        let closed = class(i).any(
            Classes::PREP
                .with(Classes::SUB)
                .with(Classes::WH)
                .with(Classes::AUX)
                .with(Classes::MODAL),
        ) || class(i).any(Classes::PRON) && !class(i).any(Classes::DET);
        if i > first && !w.capital && (closed || matches!(w.form.as_str(), "the" | "a" | "an")) {
            break;
        }
        if i > first && matches!(w.form.as_str(), "and" | "or" | "&") {
            // "North and South Korea" is read to its end; "Kim and his aides" ends before "and".
            joint = w.form != "or";
            if words
                .get(i + 1)
                .is_some_and(|n| n.capital != words.get(head).is_some_and(|h| h.capital))
            {
                break;
            }
            i += 1;
            continue;
        }
        head = i;
        if w.stop {
            break;
        }
        i += 1;
    }
    // "hundreds of migrants", "the waters of the Gulf": the noun after "of" says what is meant.
    if let Some(w) = words.get(head).filter(|w| (!w.capital || head == 0) && !w.stop && !predicate)
        && form(head + 1) == "of"
        && head + 2 < words.len()
        && transparent(&w.form, &words, head + 2)
    {
        let inner = words.get(head + 2).map_or(0, |w| w.start);
        let mut inside = read(label.get(inner..).unwrap_or(""));
        inside.head.0 += inner;
        inside.head.1 += inner;
        inside.begin = begin;
        return inside;
    }
    // Names with a number behind them, "Flight 370", are headed by the word.
    while head > first && form(head).bytes().all(|b| b.is_ascii_digit()) {
        head -= 1;
    }
    // "the Aceh region" is what the name says.
    if head > first
        && words.get(head).is_some_and(|w| !w.capital && land(&w.form))
        && words.get(head - 1).is_some_and(|w| w.capital && !w.possessive)
    {
        head -= 1;
    }
    let mut country = None;
    let mut owners = Vec::new();
    let mut k = 0;
    while k < words.len() {
        if let Some((n, id)) = country_at(&words, k) {
            if country.is_none() {
                country = Some(id);
            }
            k += n;
            continue;
        }
        let plain =
            |w: &Word| w.capital && known().class(&w.form) & (HONORIFIC | OFFICE | RANK) == 0;
        if k >= first && k != head && words.get(k).is_some_and(plain) {
            owners.push(key(form(k)));
        }
        k += 1;
    }
    let titled =
        |w: &Word| known().class(&w.form) & (HONORIFIC | OFFICE | RANK) != 0 && w.form.len() > 1;
    let named = |w: &Word| w.capital || w.form.starts_with(|c: char| c.is_ascii_digit());
    let mut from = head + 1;
    while from > first
        && words.get(from - 1).is_some_and(|w| {
            (named(w) || is_particle(&w.form) && from <= head && from - 1 > first)
                && !titled(w)
                && (from > head || !w.stop && !w.possessive)
        })
    {
        from -= 1;
    }
    let join = |range: std::ops::Range<usize>| {
        let parts: Vec<String> =
            words.get(range).unwrap_or(&[]).iter().map(|w| spelled(&w.form)).collect();
        parts.join(" ")
    };
    let name = join(from..head + 1);
    let mut to = head + 1;
    let mut at = to;
    while let Some(w) = words.get(at).filter(|_| !name.is_empty()) {
        if words.get(at - 1).is_some_and(|b| b.stop) {
            break;
        }
        match w.form.as_str() {
            "of" | "for" | "the" | "and" | "on" | "de" | "in" => {}
            _ if w.capital => to = at + 1,
            _ => break,
        }
        at += 1;
    }
    let full = if name.is_empty() { String::new() } else { join(from..to) };
    let (start, end, raw, proper) = match words.get(head) {
        Some(w) if !predicate => (w.start, w.end, w.form.as_str(), w.capital),
        _ => (0, 0, "", false),
    };
    let (lemma, plural) = if raw.is_empty() { (String::new(), false) } else { singular(raw) };
    // "ex-employee", "co-founder".
    let lemma = match lemma.rsplit_once('-') {
        Some((_, last)) if !nouns().groups.contains_key(&lemma) && !proper => last.to_owned(),
        _ => lemma,
    };
    let (group, sort) = match nouns().groups.get(&lemma) {
        Some((g, s)) => (Some(*g), *s),
        None if !lemma.is_empty() && role(&lemma) => (None, Sort::Person),
        None => (None, Sort::Unknown),
    };
    let state = nouns().state.contains_key(&lemma);
    let sort = if state && sort == Sort::Unknown { Sort::State } else { sort };
    let mut stems: Vec<String> = Vec::new();
    for w in &words {
        for part in w.form.split('-') {
            if part.len() > 2
                && commonness(part) == Commonness::Content
                && !part.bytes().any(|b| b.is_ascii_digit())
            {
                let s = match group_of(&singular(part).0) {
                    Some(g) => format!("#{g}"),
                    None => stem(part),
                };
                if !stems.contains(&s) {
                    stems.push(s);
                }
            }
        }
    }
    Phrase {
        head: (start, end),
        begin,
        lemma,
        plural,
        proper,
        det,
        name,
        full,
        sort,
        group,
        state,
        country,
        owners,
        words: stems,
        length: (head + 1).saturating_sub(first),
        joint,
    }
}
