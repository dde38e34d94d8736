//! The names of a sentence: what the tagger and the lexicon find, brought into agreement.

use super::EntityType;
use super::known::{FUNCTION, Known, LAND, PLACE_HEAD, Spelling};
use super::scan::{Casing, Piece, Shape, Words};
use super::tagger::hits::Hit;
use super::tagger::{Tagged, capital};
use crate::map::ByName;
use crate::span::Span;

/// A stretch of text taken for a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub span: Span,
    pub sentence: usize,
    /// First and last token.
    pub tokens: (u32, u32),
    /// Exact key: folded words parted by spaces.
    pub key: String,
    pub kind: EntityType,
    /// What speaks for each type here, in the tagger's units, in the order of [`EntityType::ALL`].
    pub scores: [i32; 5],
    /// The lexicon's entry.
    pub entry: Option<u32>,
    /// Whether the lexicon's spelling needs other evidence in the article.
    pub wary: bool,
    pub reason: &'static str,
}

/// Names that other sentences of the document gave.
pub(super) type Evidence = ByName<(EntityType, Option<u32>)>;

/// What the lexicon's word for a type weighs beside the tagger's.
const LEXICON: i32 = 60;

/// One sentence, with what the lexicon makes of it.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub known: &'static Known,
    pub words: &'a Words,
    pub pieces: &'a [Piece],
    pub sentence: usize,
    pub casing: Casing,
    pub hits: &'a [Option<Hit>],
}

impl Reader<'_> {
    /// Makes candidates of what the tagger found and the lexicon knows.
    pub fn read(&self, tagged: &[Tagged], out: &mut Vec<Candidate>) {
        let mut names = tagged.iter().peekable();
        let mut i = 0;
        while i < self.pieces.len() {
            while names.next_if(|t| t.from < i).is_some() {}
            let next = names.peek();
            let hit = self.hits.get(i).copied().flatten().filter(|h| h.span.0 == i);
            match (next, hit) {
                (Some(t), Some(h)) if t.from == i => {
                    // The longer reading wins; the lexicon's where both are of one length.
                    if h.span.1 >= t.to {
                        self.known_name(h, Some(t), out);
                        i = h.span.1;
                    } else if let Some(at) = self.splits(t, h) {
                        self.known_name(h, None, out);
                        i = at;
                    } else {
                        self.tagged_name(t, Some(h), out);
                        i = t.to;
                    }
                }
                (Some(t), None) if t.from == i => {
                    self.tagged_name(t, None, out);
                    i = t.to;
                }
                (None, None) | (Some(_), None) if self.bracketed(i, out) => i += 1,
                // A long name of the lexicon that the tagger cut otherwise, or did not see.
                (_, Some(h)) if self.trusted(h, next.copied()) => {
                    self.known_name(h, None, out);
                    i = h.span.1;
                }
                _ => i += 1,
            }
        }
    }

    /// "Orlan Lake Council (OLC)": an acronym in brackets right after what it stands for.
    fn bracketed(&self, i: usize, out: &mut Vec<Candidate>) -> bool {
        let Some(piece) = self.pieces.get(i).filter(|p| p.shape == Shape::Upper) else {
            return false;
        };
        let opens = i
            .checked_sub(1)
            .and_then(|b| self.pieces.get(b))
            .is_some_and(|p| p.span.of(self.text) == "(");
        let closes = self.pieces.get(i + 1).is_some_and(|p| p.span.of(self.text) == ")");
        let before = out
            .last()
            .filter(|c| c.span.end <= piece.span.start && piece.span.start - c.span.end < 3);
        let Some(full) = before.filter(|_| opens && closes) else { return false };
        if !super::acronym::abbreviates(piece.span.of(self.text), &full.key) {
            return false;
        }
        let (kind, scores) = (full.kind, full.scores);
        self.push(out, (i, i + 1), kind, scores, None, "stands in brackets for the name before it");
        true
    }

    /// Whether the lexicon alone makes a name of it.
    fn trusted(&self, h: Hit, next: Option<&Tagged>) -> bool {
        let Some(entry) = self.known.entry(h.spelling.entry) else { return false };
        let long = h.span.1 - h.span.0 > 1;
        let crossed = next.is_some_and(|t| t.from < h.span.1 && t.to > h.span.1);
        if crossed && !long {
            return false;
        }
        let first = self.pieces.get(h.span.0);
        let small = first
            .and_then(|p| self.words.lower.get(p.word as usize))
            .is_some_and(|n| *n > 0 && !h.spelling.upper);
        // A wary spelling is dropped later where nothing else in the article supports it.
        !small
            && (long
                || matches!(entry.sort, "country" | "people" | "capital")
                || entry.kind == EntityType::Org)
    }

    /// "Kurdish Syrian Democratic Forces" are two names: where the second begins.
    fn splits(&self, t: &Tagged, h: Hit) -> Option<usize> {
        let second = self.hits.get(h.span.1).copied().flatten()?;
        let entry = self.known.entry(second.spelling.entry)?;
        let people = matches!(
            EntityType::ALL.get(h.kind as usize),
            Some(EntityType::Norp | EntityType::Loc)
        );
        (people
            && second.span == (h.span.1, t.to)
            && second.span.1 - second.span.0 > 1
            && entry.kind == EntityType::Org)
            .then_some(h.span.1)
    }

    fn known_name(&self, h: Hit, tagged: Option<&Tagged>, out: &mut Vec<Candidate>) {
        let Some(entry) = self.known.entry(h.spelling.entry) else { return };
        let alike = tagged.is_none_or(|t| t.kind == entry.kind);
        // A town's name may be a person's here; a country's or an alliance's is not.
        let firm = h.span.1 - h.span.0 > 1
            || h.spelling.upper
            || !matches!(entry.sort, "city" | "state" | "island" | "region" | "river" | "province");
        let mut scores = tagged.map_or([0; 5], |t| t.scores);
        if let Some(s) = scores.get_mut(entry.kind as usize) {
            *s += LEXICON;
        }
        if alike || firm {
            let reason = "in the lexicon";
            self.push(out, h.span, entry.kind, scores, Some(h.spelling), reason);
        } else if let Some(t) = tagged {
            self.push(
                out,
                (t.from, t.to),
                t.kind,
                scores,
                None,
                "by the tagger, from its form and the words around it",
            );
        }
    }

    fn tagged_name(&self, t: &Tagged, first: Option<Hit>, out: &mut Vec<Candidate>) {
        // "WHO ASKED US": capitals do not make names of small words.
        let only = self.pieces.get(t.from).filter(|_| t.to == t.from + 1);
        if self.casing != Casing::Plain && only.is_some_and(|p| self.words.class(p) & FUNCTION != 0)
        {
            return;
        }
        let mut spelling = None;
        let mut reason = "by the tagger, from its form and the words around it";
        if t.kind == EntityType::Loc {
            // "Euphrates River" is the Euphrates, "Raqqa Province" the province of Raqqa.
            let last = self.pieces.get(t.to - 1);
            let headed = last.is_some_and(|p| self.words.class(p) & (PLACE_HEAD | LAND) != 0);
            spelling = first
                .filter(|h| {
                    headed && h.span == (t.from, t.to - 1) && h.kind == EntityType::Loc as u32
                })
                .map(|h| h.spelling);
            if spelling.is_none() && first.is_none() {
                let to = if headed && t.to > t.from + 1 { t.to - 1 } else { t.to };
                let key = self.key(t.from, to);
                spelling = self
                    .known
                    .sounds_like(&key)
                    .filter(|_| key.len() > 4)
                    .map(|entry| Spelling { entry, upper: false, wary: false });
                if spelling.is_some() {
                    reason = "spelled like a name in the lexicon";
                }
            }
        }
        self.push(out, (t.from, t.to), t.kind, t.scores, spelling, reason);
    }

    fn key(&self, from: usize, to: usize) -> String {
        let mut key = String::new();
        for piece in self.pieces.get(from..to).unwrap_or(&[]) {
            let part = if piece.shape == Shape::Mark { "" } else { &self.words.info(piece).key };
            if !key.is_empty() && !part.is_empty() {
                key.push(' ');
            }
            key.push_str(part);
        }
        key
    }

    fn push(
        &self,
        out: &mut Vec<Candidate>,
        (from, to): (usize, usize),
        kind: EntityType,
        scores: [i32; 5],
        spelling: Option<Spelling>,
        reason: &'static str,
    ) {
        let (Some(first), Some(last)) =
            (self.pieces.get(from), self.pieces.get(to.saturating_sub(1)))
        else {
            return;
        };
        out.push(Candidate {
            span: first.span.join(last.span),
            sentence: self.sentence,
            tokens: (first.token, last.token),
            key: self.key(from, to),
            kind,
            scores,
            entry: spelling.map(|s| s.entry),
            wary: spelling.is_some_and(|s| s.wary),
            reason,
        });
    }

    /// Adds names that other sentences gave and that stand here too, outside of what was found.
    pub fn recall(&self, evidence: &Evidence, taken: &[Span], out: &mut Vec<Candidate>) {
        let free = |p: &Piece| !taken.iter().any(|s| s.overlaps(p.span));
        let mut i = 0;
        while i < self.pieces.len() {
            let Some((to, kind, entry)) = self.evident(i, evidence, &free) else {
                i += 1;
                continue;
            };
            let mut scores = [0; 5];
            if let Some(s) = scores.get_mut(kind as usize) {
                *s = LEXICON;
            }
            let spelling = entry.map(|entry| Spelling { entry, upper: false, wary: false });
            self.push(out, (i, to), kind, scores, spelling, "named so elsewhere in the article");
            i = to;
        }
    }

    /// The longest such name at `i`.
    fn evident(
        &self,
        i: usize,
        evidence: &Evidence,
        free: &dyn Fn(&Piece) -> bool,
    ) -> Option<(usize, EntityType, Option<u32>)> {
        let first = self.pieces.get(i)?;
        if !capital(first) || !free(first) {
            return None;
        }
        let small = self.words.lower.get(first.word as usize).is_some_and(|n| *n > 0);
        let mut key = String::new();
        let mut best = None;
        for j in i..(i + 6).min(self.pieces.len()) {
            let piece = self.pieces.get(j)?;
            let goes_on = piece.adjoins
                && j.checked_sub(1)
                    .and_then(|b| self.pieces.get(b))
                    .is_some_and(|p| !p.possessive && !p.cut);
            if j > i && !goes_on || piece.shape == Shape::Mark || !free(piece) {
                break;
            }
            if j > i {
                key.push(' ');
            }
            key.push_str(&self.words.info(piece).key);
            let short = self.casing == Casing::Caps && key.len() < 4;
            if let Some((kind, entry)) = evidence.get(&key)
                && !short
                && (j > i || !small)
            {
                best = Some((j + 1, *kind, *entry));
            }
        }
        best
    }
}
