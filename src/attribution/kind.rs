//! What sort of source is quoted, from the words in its name and description.

use super::SourceKind;
use crate::lexicon;
use crate::lexicon::Lookup;
use crate::span::Span;
use crate::text::{Document, class};
use std::sync::LazyLock;

/// What a word tells about a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// An officer's rank.
    Rank,
    /// What a person is.
    Role,
    /// A body that speaks as one.
    Body,
    /// A body whose name is a common word in small letters ("Post").
    Name,
}

static PHRASES: LazyLock<Lookup<(SourceKind, Scope)>> = LazyLock::new(|| {
    let kind = |name| match name {
        "official" => SourceKind::Official,
        "military" => SourceKind::Military,
        "armed-group" => SourceKind::ArmedGroup,
        "monitor" => SourceKind::Monitor,
        "media" => SourceKind::Media,
        "civilian" => SourceKind::Civilian,
        _ => SourceKind::Unnamed,
    };
    let scope = |name| match name {
        "rank" => Scope::Rank,
        "role" => Scope::Role,
        "name" => Scope::Name,
        _ => Scope::Body,
    };
    let rows = lexicon::SOURCE_KINDS.rows::<3>();
    rows.map(|[phrase, k, s]| (phrase, (kind(k), scope(s)))).collect()
});

/// Whether a folded word alone tells who speaks ("police", "officials").
pub(super) fn speaks(form: &str) -> bool {
    PHRASES.contains_key(form)
}

/// A source as its words describe it.
#[derive(Clone, Debug, Default)]
pub(super) struct Described {
    /// What its words say it is.
    pub kind: Option<SourceKind>,
    /// Names of a person in it, folded; empty where nobody is named.
    pub person: Vec<String>,
    /// Whether it is a personal pronoun.
    pub pronoun: bool,
    /// Whether a role noun stands in it ("official", "spokesman").
    pub role: bool,
}

/// Reads the words of a source.
pub(super) fn describe(text: &str, doc: &Document, source: Span) -> Described {
    let tokens = doc.tokens_in(source);
    let mut out = Described::default();
    let forms: Vec<&str> = tokens.clone().map(|i| doc.form(i)).collect();
    if let [only] = forms.as_slice() {
        out.pronoun = matches!(*only, "he" | "she" | "they" | "it" | "i" | "we");
        if out.pronoun {
            return out;
        }
    }
    // Bodies, roles and ranks, the longest phrase first at each word.
    let mut rank = None;
    let mut role = None;
    let mut body = None;
    let mut names: Vec<bool> = Vec::new();
    let mut i = 0;
    while i < forms.len() {
        let raw = doc.tokens.get(tokens.start + i).map_or("", |t| t.span.of(text));
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        let known = (1..=4).rev().find_map(|n| {
            let words = forms.get(i..i + n)?;
            let joined = words.join(" ");
            let joined = joined.strip_suffix("'s").unwrap_or(&joined);
            PHRASES.get(joined).map(|found| (*found, n))
        });
        match known {
            Some(((kind, scope), n)) => {
                let slot = match scope {
                    Scope::Rank => &mut rank,
                    Scope::Role => &mut role,
                    Scope::Body | Scope::Name => &mut body,
                };
                // "Syria's official agency": an adjective.
                let next = forms.get(i + 1).copied().unwrap_or("");
                let adjective = forms[i] == "official"
                    && next.starts_with(char::is_alphabetic)
                    && class::classes(next).is_open();
                let small = !matches!(scope, Scope::Rank | Scope::Name);
                let counts = (capital || small) && !adjective;
                if counts && slot.is_none() {
                    *slot = Some(kind);
                }
                names.extend(std::iter::repeat_n(false, n));
                i += n;
            }
            None => {
                names.push(capital && class::classes(forms[i]).is_open());
                i += 1;
            }
        }
    }
    out.role = role.is_some();
    out.kind = rank.or(match (role, body) {
        // A spokesman of a body is of that body's kind.
        (Some(SourceKind::Official), Some(body)) => Some(body),
        (Some(role), _) => Some(role),
        (None, body) => body,
    });
    out.person = person(doc, &tokens.collect::<Vec<_>>(), &names, &forms, rank.is_some(), body);
    out
}

/// The words that name a person: after a rank or a role, or two capitals in a row where no body
/// is named.
fn person(
    doc: &Document,
    tokens: &[usize],
    names: &[bool],
    forms: &[&str],
    rank: bool,
    body: Option<SourceKind>,
) -> Vec<String> {
    let after_role = |i: usize| {
        i > 0
            && PHRASES
                .get(forms[i - 1])
                .is_some_and(|(_, s)| matches!(s, Scope::Rank | Scope::Role))
            || i > 1
                && forms[i - 1] == "."
                && PHRASES.get(forms[i - 2]).is_some_and(|(_, s)| *s == Scope::Rank)
    };
    let mut best: Vec<String> = Vec::new();
    let mut i = 0;
    while i < names.len() && i < tokens.len() {
        if !names[i] {
            i += 1;
            continue;
        }
        let start = i;
        while i < names.len()
            && (names[i] || forms[i] == "." && i > start && names.get(i + 1) == Some(&true))
        {
            i += 1;
        }
        let demonym = i == start + 1 && i < forms.len() && PHRASES.contains_key(forms[i]);
        let whole = start == 0 && i == names.len();
        let takes = after_role(start)
            || rank && start > 0 && i == names.len()
            || body.is_none() && !demonym && (i - start >= 2 || whole)
            || start == 0 && i < forms.len() && forms[i] == ",";
        if takes && best.is_empty() {
            best = (start..i)
                .map(|k| doc.form(tokens[k]))
                .filter(|f| *f != ".")
                .map(|f| f.strip_suffix("'s").unwrap_or(f).to_owned())
                .collect();
        }
    }
    best
}

/// The kind that is shown: a person in a role who is not named is unnamed, save residents,
/// witnesses, experts and other private persons, whose kind says more.
pub(super) fn shown(d: &Described) -> SourceKind {
    match d.kind {
        Some(SourceKind::Civilian) => SourceKind::Civilian,
        Some(_) if d.role && d.person.is_empty() => SourceKind::Unnamed,
        Some(kind) => kind,
        None => SourceKind::Unknown,
    }
}
