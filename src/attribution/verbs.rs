//! Verbs that report, from `lexicon/reporting.tsv`.

use crate::lexicon;
use crate::map::HashMap;
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

/// What may follow a verb as content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames {
    pub quote: bool,
    pub that: bool,
    pub bare: bool,
    pub wh: bool,
    pub to: bool,
    pub np: bool,
}

/// A reporting verb.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub frames: Frames,
    pub particles: Vec<&'static str>,
    /// Whether the person who is told may stand after it.
    pub person: bool,
    /// Whether it tells what the source says, not what it thinks or wants.
    pub speech: bool,
}

struct Table {
    verbs: Vec<Verb>,
    forms: HashMap<&'static str, (usize, Tense)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { verbs: Vec::new(), forms: HashMap::default() };
    for [lemma, third, past, participle, ing, frames, particles, person, act] in
        lexicon::REPORTING.rows::<9>()
    {
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
            person: person != "no",
            speech: act == "speech",
        });
        let forms = [
            (past, Tense::Past),
            (lemma, Tense::Base),
            (third, Tense::Third),
            (ing, Tense::Ing),
            (participle, Tense::Participle),
        ];
        for (form, tense) in forms {
            table.forms.entry(form).or_insert((n, tense));
        }
    }
    table
});

/// The reporting verb of which this folded word is a form.
pub(super) fn verb(form: &str) -> Option<(&'static Verb, Tense)> {
    let (n, tense) = TABLE.forms.get(form)?;
    Some((TABLE.verbs.get(*n)?, *tense))
}
