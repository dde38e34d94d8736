//! What is known for certain, or nearly, whatever the weights say: rules that the training data show too
//! seldom to be learned.

use super::super::EntityType;
use super::super::known::{
    COMMON, DATE, FUNCTION, HONORIFIC, MODIFIER, OFFICE, ORG_HEAD, PLACE_HEAD, RANK, ROLE,
};
use super::super::scan::{Casing, Shape};
use super::super::sound::is_article;
use super::feature::Local;
use super::hits::amount;
use super::label::{self, LABELS, Label};
use super::window::capital;

/// Outweighs any sum of weights.
const NEVER: i32 = -(1 << 20);
/// What a capital on an unknown word in the middle of a sentence weighs, in the model's units.
const UNUSUAL: i32 = 60;
/// What a word for a kind of place right behind a name weighs.
const PLACE: i32 = 48;

/// Changes the scores of token `i` by what is known.
pub(super) fn apply(s: &Local<'_>, i: usize, scores: &mut [i32; LABELS]) {
    let pieces = s.pieces;
    let Some(piece) = pieces.get(i) else { return };
    let surface = piece.span.of(s.text);
    let mut add = |weight: i32, labels: &dyn Fn(Label) -> bool| {
        for (l, score) in scores.iter_mut().enumerate() {
            if labels(l) {
                *score += weight;
            }
        }
    };
    // "Col.", "Mr": a short title before a name is no part of it, nor is its stop.
    let short = |k: usize| {
        pieces.get(k).is_some_and(|p| {
            s.words.class(p) & (RANK | HONORIFIC) != 0 && p.span.len() < 6 && capital(p)
        })
    };
    let stop = |k: usize| pieces.get(k).is_some_and(|p| p.span.of(s.text) == ".");
    let name = |k: usize| pieces.get(k).is_some_and(|p| capital(p) && p.adjoins);
    // "Operation Silver Dawn".
    let leads = matches!(surface, "Operation" | "Hurricane" | "Cyclone" | "Typhoon" | "Exercise");
    if leads && name(i + 1) && !piece.possessive {
        add(NEVER, &|l| {
            !matches!(label::parts(l), Some((label::BEGIN | label::INSIDE, EntityType::Misc)))
        });
    }
    let titled = short(i) && (stop(i + 1) && name(i + 2) || piece.span.len() < 4 && name(i + 1))
        || i > 0 && stop(i) && short(i - 1) && name(i + 1);
    // "MPs", "SMEs": kinds of people and bodies, not names.
    let plural = surface.len() > 2
        && s.hits.get(i).copied().flatten().is_none()
        && surface.strip_suffix('s').is_some_and(|one| one.chars().all(char::is_uppercase));
    if titled || plural || amount(s.text, pieces, i) {
        add(NEVER, &|l| l != label::OUTSIDE);
    }
    let before = i.checked_sub(1).and_then(|b| pieces.get(b));
    let class = s.words.class(piece);
    let runs = before.is_some_and(|b| {
        capital(b)
            && piece.adjoins
            && !b.possessive
            && !b.cut
            && s.words.class(b) & (FUNCTION | RANK | HONORIFIC | OFFICE | DATE) == 0
    });
    // "Deir al-Zour Military Council": the word for a kind of body belongs to a name.
    if capital(piece) && runs && class & ORG_HEAD != 0 && class & (PLACE_HEAD | OFFICE | ROLE) == 0
    {
        add(NEVER, &|l| !matches!(label::parts(l), Some((label::INSIDE | label::LAST, _))));
    }
    // "(ECPAD)", "operation “Silver Dawn”".
    let is =
        |k: usize, what: &[&str]| pieces.get(k).is_some_and(|p| what.contains(&p.span.of(s.text)));
    let bracketed = piece.shape == Shape::Upper
        && piece.span.len() > 2
        && i > 0
        && is(i - 1, &["("])
        && is(i + 1, &[")"])
        && class & (FUNCTION | DATE) == 0;
    let quoted = capital(piece)
        && i > 1
        && is(i - 1, &["\"", "“", "‘", "'"])
        && is(i - 2, &["operation", "Operation", "codenamed", "dubbed"]);
    if s.casing == Casing::Plain && (bracketed || quoted) {
        add(NEVER, &|l| l == label::OUTSIDE);
    }
    // What a hyphen cuts off ends there.
    let closed =
        piece.possessive && s.hits.get(i).copied().flatten().is_some_and(|h| h.span.1 == i + 1);
    if piece.cut || closed {
        add(NEVER, &|l| matches!(label::parts(l), Some((label::BEGIN | label::INSIDE, _))));
    }
    // In the middle of a plain sentence a capital on a word that is no ordinary one makes a name.
    if s.casing == Casing::Plain
        && piece.shape == Shape::Cap
        && !piece.first
        && class & (FUNCTION | COMMON | RANK | HONORIFIC | OFFICE | ROLE | DATE | MODIFIER) == 0
        && piece.span.len() > 3
        && s.lexical.unusual(piece.word)
    {
        add(-UNUSUAL, &|l| l == label::OUTSIDE);
    }
    // "Al-Tarawi": the Arabic article begins a name, wherever it stands.
    let articled = surface.split_once('-').is_some_and(|(article, rest)| {
        is_article(&article.to_lowercase()) && rest.starts_with(char::is_uppercase)
    });
    if capital(piece) && articled {
        add(NEVER, &|l| l == label::OUTSIDE);
    }
    // "Euphrates river": the small word is no part of the name.
    if piece.shape == Shape::Lower && class & PLACE_HEAD != 0 && pieces.iter().any(capital) {
        add(NEVER, &|l| matches!(label::parts(l), Some((label::LAST | label::UNIT, _))));
    }
    // "The Teym oil field", "Korvel river".
    let mut end = i + 1;
    while end < i + 3 && pieces.get(end).is_some_and(|p| capital(p) && p.adjoins) {
        end += 1;
    }
    let place = |k: usize| {
        pieces.get(k).is_some_and(|p| {
            p.shape == Shape::Lower && p.adjoins && s.words.class(p) & PLACE_HEAD != 0
        })
    };
    if capital(piece)
        && !piece.possessive
        && (place(end) || is(end, &["oil", "gas", "air", "military"]) && place(end + 1))
    {
        add(PLACE, &|l| matches!(label::parts(l), Some((_, EntityType::Loc))));
    }
    match piece.shape {
        // "US-led", "pro-Assad": what the hyphen cuts off is a name.
        Shape::Cap | Shape::Upper | Shape::Mixed if piece.part && !piece.first => {
            add(NEVER, &|l| l == label::OUTSIDE);
        }
        // Of small words only some stand inside the names of people and places.
        Shape::Lower
            if matches!(
                surface,
                "for" | "in" | "on" | "to" | "with" | "against" | "from" | "by" | "at" | "or"
            ) =>
        {
            add(NEVER, &|l| {
                matches!(
                    label::parts(l),
                    Some((_, EntityType::Person | EntityType::Loc | EntityType::Norp))
                )
            });
        }
        _ => {}
    }
}
