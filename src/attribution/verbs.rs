//! Words that report, from `lexicon/reporting.tsv`, with their inflected forms.

use crate::lexicon::{self, Lookup};
use crate::map::ByName;
use std::sync::LazyLock;

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Base,
    Third,
    /// Past, and past participle where it is written alike.
    Past,
    /// Past participle that is written otherwise.
    Participle,
    Ing,
}

/// What may follow a word as content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames {
    pub quote: bool,
    pub that: bool,
    pub bare: bool,
    pub wh: bool,
    pub to: bool,
    pub np: bool,
}

/// A reporting verb, or an adjective that reports after "be".
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub frames: Frames,
    pub particles: Vec<&'static str>,
    /// Whether the person who is told may stand after it.
    pub person: bool,
    /// Whether it tells what the source says, not what it thinks or wants.
    pub speech: bool,
}

#[derive(Default)]
struct Table {
    verbs: Vec<Verb>,
    forms: ByName<(usize, Tense)>,
    adjectives: ByName<usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for [lemma, forms, frames, particles, person, act] in lexicon::REPORTING.rows::<6>() {
        let has = |name| lexicon::list(frames).any(|f| f == name);
        let frames = Frames {
            quote: has("quote"),
            that: has("that"),
            bare: has("bare"),
            wh: has("wh"),
            to: has("to"),
            np: has("np"),
        };
        let n = table.verbs.len();
        table.verbs.push(Verb {
            frames,
            particles: lexicon::list(particles).collect(),
            person: person == "yes",
            speech: act == "speech",
        });
        if act == "adjective" {
            table.adjectives.insert(lemma, n);
        } else {
            inflect(lemma, forms, |form, tense| {
                table.forms.or_insert(form, (n, tense));
            });
        }
    }
    table
});

/// Past form and participle of irregular verbs.
static IRREGULAR: LazyLock<Lookup<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = lexicon::IRREGULAR.rows::<3>();
    rows.map(|[lemma, past, participle]| (lemma, (past, participle))).collect()
});

/// Gives the forms of a verb: past and participle as listed with it, else as in the list of
/// irregular verbs, and the rest by the rules of spelling.
pub(super) fn inflect(lemma: &str, listed: &'static str, mut put: impl FnMut(&str, Tense)) {
    let irregular = IRREGULAR.get(lemma).copied();
    let last = lemma.chars().next_back().unwrap_or(' ');
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let before = lemma.chars().rev().nth(1).unwrap_or(' ');
    let cut = lemma.get(..lemma.len().saturating_sub(1)).unwrap_or(lemma);
    let softens = last == 'y' && !vowel(before);
    let doubles = lexicon::list(listed).any(|f| f == "double");
    let mut own = lexicon::list(listed).filter(|f| *f != "double");
    let (past, participle) = match (own.next(), irregular) {
        (None, Some((past, participle))) => (Some(past), Some(participle)),
        (past, _) => (past, own.next()),
    };
    let stem = |doubled: bool| if doubled { format!("{lemma}{last}") } else { lemma.to_owned() };
    // "signaled" and "signalled": both spellings are in use.
    let spellings = [Some(doubles), (last == 'l').then_some(true)];
    if let Some(past) = past {
        put(past, Tense::Past);
    }
    if let Some(participle) = participle.filter(|p| Some(*p) != past) {
        put(participle, Tense::Participle);
    }
    put(lemma, Tense::Base);
    for doubled in spellings.into_iter().flatten() {
        let stem = stem(doubled);
        if past.is_none() {
            let past = match last {
                'e' => format!("{lemma}d"),
                _ if softens => format!("{cut}ied"),
                _ => format!("{stem}ed"),
            };
            put(&past, Tense::Past);
        }
        let ing = match lemma.strip_suffix("ie") {
            Some(base) => format!("{base}ying"),
            None if last == 'e' && !matches!(before, 'e' | 'y' | 'o') => format!("{cut}ing"),
            None => format!("{stem}ing"),
        };
        put(&ing, Tense::Ing);
        let third = match last {
            _ if lemma == "have" => "has".to_owned(),
            's' | 'x' | 'z' => format!("{stem}es"),
            'o' if !vowel(before) => format!("{stem}es"),
            'h' if matches!(before, 'c' | 's') => format!("{lemma}es"),
            _ if softens => format!("{cut}ies"),
            _ => format!("{lemma}s"),
        };
        put(&third, Tense::Third);
    }
}

/// The reporting verb of which this folded word is a form.
pub(super) fn verb(form: &str) -> Option<(&'static Verb, Tense)> {
    let (n, tense) = TABLE.forms.get(form)?;
    Some((TABLE.verbs.get(*n)?, *tense))
}

/// The adjective that reports after "be".
pub(super) fn adjective(form: &str) -> Option<&'static Verb> {
    TABLE.verbs.get(*TABLE.adjectives.get(form)?)
}
