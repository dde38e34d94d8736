//! Random queries as the slow scan understands them.

use super::corpus::{ALONE, PLAIN, WORDS, word};
use proptest::prelude::*;

/// Conditions on dates as typed, with the first and last day meant.
pub const DAYS: [(&str, &str, &str); 7] = [
    ("2017", "2017-01-01", "2017-12-31"),
    ("2017-03", "2017-03-01", "2017-03-31"),
    (">2017-03-15", "2017-03-16", "9999"),
    (">=2017-03", "2017-03-01", "9999"),
    ("<2017-03-15", "0000", "2017-03-14"),
    ("<=2017-03", "0000", "2017-03-31"),
    ("2016..2017-03-15", "2016-01-01", "2017-03-15"),
];

/// Misspelled words, with how many letters may differ.
pub const NEARLY: [(&str, &str, usize); 7] = [
    ("prot~1", "prot", 1),
    ("fort~", "fort", 1),
    ("sotrm~2", "sotrm", 2),
    ("fleeet~", "fleeet", 2),
    ("demime~1", "demime", 1),
    ("zde~", "zde", 1),
    ("ports~0", "ports", 0),
];

#[derive(Clone, Debug)]
pub enum Scope {
    /// Headline, caption or body.
    Field(usize),
    Quote,
    /// Quotations of Zorn under any name.
    Zorn,
    /// Quotations whose source has this word.
    Word(usize),
}

#[derive(Clone, Debug)]
pub enum Asked {
    Word(usize),
    Phrase(Vec<usize>),
    /// Of the last word so many letters.
    Open(usize, usize, usize),
    Prefix(usize, usize),
    Near(Vec<usize>, usize),
    Nearly(usize),
    Actor,
    Person,
    Place,
    Label(usize),
    Outlet(usize),
    Dated(usize),
    Scope(Scope),
    And(Box<Asked>, Box<Asked>),
    Or(Box<Asked>, Box<Asked>),
    Not(Box<Asked>),
}

impl Asked {
    pub fn typed(&self) -> String {
        let words = |list: &[usize]| list.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ");
        match self {
            Self::Word(w) => WORDS[*w].to_owned(),
            Self::Phrase(list) => format!("\"{}\"", words(list)),
            Self::Open(a, b, n) => format!("\"{} {}*\"", WORDS[*a], &WORDS[*b][..*n]),
            Self::Prefix(w, n) => format!("{}*", &WORDS[*w][..*n]),
            Self::Near(list, slop) => format!("“{}”~{slop}", words(list)),
            Self::Nearly(n) => NEARLY[*n].0.to_owned(),
            Self::Actor => "actor:zed".to_owned(),
            Self::Person => "type:person".to_owned(),
            Self::Place => "type:place".to_owned(),
            Self::Label(w) => format!("label:{}", WORDS[*w]),
            Self::Outlet(0) => "outlet:gaz".to_owned(),
            Self::Outlet(_) => "outlet:herald".to_owned(),
            Self::Dated(n) => format!("date:{}", DAYS[*n].0),
            Self::Scope(Scope::Field(0)) => "in:headline".to_owned(),
            Self::Scope(Scope::Field(1)) => "in:caption".to_owned(),
            Self::Scope(Scope::Field(_)) => "in:body".to_owned(),
            Self::Scope(Scope::Quote) => "in:quote".to_owned(),
            Self::Scope(Scope::Zorn) => "speaker:zorn".to_owned(),
            Self::Scope(Scope::Word(w)) => format!("speaker:{}", WORDS[*w]),
            Self::And(a, b) => format!("({} AND {})", a.typed(), b.typed()),
            Self::Or(a, b) => format!("({} OR {})", a.typed(), b.typed()),
            Self::Not(a) => format!("NOT {}", a.typed()),
        }
    }
}

pub fn asked() -> impl Strategy<Value = Asked> {
    let words = |least| prop::collection::vec(word(), least..4);
    let scope = || {
        prop_oneof![
            (0..3usize).prop_map(Scope::Field),
            Just(Scope::Quote),
            Just(Scope::Zorn),
            (0..PLAIN - 1).prop_map(Scope::Word),
        ]
    };
    let leaf = prop_oneof![
        4 => (0..ALONE).prop_map(Asked::Word),
        2 => words(1).prop_map(Asked::Phrase),
        1 => (0..PLAIN, 0..4usize, 2..5usize).prop_map(|(a, b, n)| Asked::Open(a, b, n)),
        1 => (0..5usize, 2..5usize)
            .prop_filter("a letter at the end", |(w, n)| !WORDS[*w][..*n].ends_with('-'))
            .prop_map(|(w, n)| Asked::Prefix(w, n)),
        3 => (words(2), 0..4usize).prop_map(|(list, slop)| Asked::Near(list, slop)),
        2 => (0..NEARLY.len()).prop_map(Asked::Nearly),
        1 => Just(Asked::Actor),
        1 => Just(Asked::Person),
        1 => Just(Asked::Place),
        1 => (8..WORDS.len()).prop_map(Asked::Label),
        1 => (0..2usize).prop_map(Asked::Outlet),
        2 => (0..DAYS.len()).prop_map(Asked::Dated),
        4 => scope().prop_map(Asked::Scope),
    ];
    leaf.prop_recursive(4, 12, 2, move |inner| {
        prop_oneof![
            2 => (scope(), inner.clone())
                .prop_map(|(s, a)| Asked::And(Asked::Scope(s).into(), a.into())),
            3 => (inner.clone(), inner.clone()).prop_map(|(a, b)| Asked::And(a.into(), b.into())),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| Asked::Or(a.into(), b.into())),
            1 => inner.prop_map(|a| Asked::Not(a.into())),
        ]
    })
}
