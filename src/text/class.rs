//! Word classes: the closed classes of English, from `lexicon/word_classes.tsv`.
//!
//! There is no tagger here; rules that need grammar ask whether a word belongs to a closed class,
//! and take endings as a hint for the rest.

use crate::lexicon;
use crate::lexicon::Lookup;
use std::sync::LazyLock;

/// A set of word classes. A word may be in several ("that": determiner and conjunction).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u16);

impl Classes {
    /// Articles, demonstratives, possessives, quantifiers.
    pub const DET: Self = Self(1);
    /// Prepositions.
    pub const PREP: Self = Self(2);
    /// Conjunctions that coordinate.
    pub const CONJ: Self = Self(4);
    /// Conjunctions that subordinate.
    pub const SUB: Self = Self(8);
    /// Pronouns.
    pub const PRON: Self = Self(16);
    /// Question and relative words.
    pub const WH: Self = Self(32);
    /// Forms of be, have, do.
    pub const AUX: Self = Self(64);
    /// Modal verbs.
    pub const MODAL: Self = Self(128);
    /// Common adverbs.
    pub const ADV: Self = Self(256);
    /// Common finite verbs.
    pub const VERB: Self = Self(512);

    /// Whether the word is in any of these classes.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether the word is in no closed class.
    pub fn is_open(self) -> bool {
        self.0 & !Self::VERB.0 == 0
    }

    /// Both sets together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn named(name: &str) -> Self {
        match name {
            "det" => Self::DET,
            "prep" => Self::PREP,
            "conj" => Self::CONJ,
            "sub" => Self::SUB,
            "pron" => Self::PRON,
            "wh" => Self::WH,
            "aux" => Self::AUX,
            "modal" => Self::MODAL,
            "adv" => Self::ADV,
            "verb" => Self::VERB,
            _ => Self(0),
        }
    }
}

static CLASSES: LazyLock<Lookup<Classes>> = LazyLock::new(|| {
    let rows = lexicon::WORD_CLASSES.rows::<2>();
    let set = |cell| lexicon::list(cell).map(Classes::named).fold(Classes(0), Classes::with);
    rows.map(|[word, classes]| (word, set(classes))).collect()
});

/// Words in "-ly" that are no adverbs.
fn no_adverb(form: &str) -> bool {
    matches!(
        form,
        "ally"
            | "anomaly"
            | "apply"
            | "assembly"
            | "belly"
            | "bully"
            | "chilly"
            | "comply"
            | "costly"
            | "cowardly"
            | "daily"
            | "deadly"
            | "disorderly"
            | "early"
            | "elderly"
            | "emily"
            | "family"
            | "friendly"
            | "holy"
            | "hourly"
            | "imply"
            | "italy"
            | "july"
            | "kelly"
            | "likely"
            | "lively"
            | "lonely"
            | "lovely"
            | "monopoly"
            | "monthly"
            | "multiply"
            | "nightly"
            | "orderly"
            | "quarterly"
            | "rally"
            | "rely"
            | "reply"
            | "sally"
            | "scholarly"
            | "sickly"
            | "stately"
            | "supply"
            | "tally"
            | "timely"
            | "ugly"
            | "unfriendly"
            | "unlikely"
            | "unruly"
            | "untimely"
            | "weekly"
            | "worldly"
            | "yearly"
    )
}

/// Whether a folded word is an adverb, by its class or by its ending "-ly".
pub fn adverb(form: &str) -> bool {
    classes(form).any(Classes::ADV) || form.len() > 4 && form.ends_with("ly") && !no_adverb(form)
}

/// The closed classes of a folded word.
pub fn classes(form: &str) -> Classes {
    CLASSES.get(form).copied().unwrap_or_default()
}
