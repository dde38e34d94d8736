//! The names of a sentence: what the tagger and the lexicon find, brought into agreement.

use super::EntityType;
use super::known::{
    ABSTRACT, COMMON, FIRM, FUNCTION, Known, LAND, LEAD_PLACE, LEAD_THING, MODIFIER, ORG_HEAD,
    PLACE_HEAD, Spelling,
};
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
        let mut whole: Vec<Tagged> = Vec::with_capacity(tagged.len());
        for t in tagged {
            let t = Tagged { from: self.bare(t), ..*t };
            match whole.last_mut() {
                // "Deir al-Zour Military Council" is one name.
                Some(last) if self.heads(last, &t) => *last = Tagged { from: last.from, ..t },
                _ => whole.push(t),
            }
        }
        for t in &mut whole {
            let to = self.with_firm(t.to);
            if to > t.to {
                *t = Tagged { to, kind: EntityType::Org, ..*t };
            }
        }
        let tagged = whole;
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
                    self.stands_for(t, out);
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
        let surface = piece.span.of(self.text);
        let organised = full.kind == EntityType::Org && surface.len() > 2;
        if !organised && !super::acronym::abbreviates(surface, &full.key) {
            return false;
        }
        let (kind, scores) = (full.kind, full.scores);
        self.push(out, (i, i + 1), kind, scores, None, "stands in brackets for the name before it");
        true
    }

    /// "OLC (Orlan Lake Council)": the acronym right before the brackets that spell it out.
    fn stands_for(&self, t: &Tagged, out: &mut Vec<Candidate>) {
        let Some(at) = t.from.checked_sub(2) else { return };
        let (Some(short), Some(open)) = (self.pieces.get(at), self.pieces.get(at + 1)) else {
            return;
        };
        let free = out.last().is_none_or(|c| c.span.end <= short.span.start);
        if free
            && short.shape == Shape::Upper
            && open.span.of(self.text) == "("
            && super::acronym::abbreviates(short.span.of(self.text), &self.key(t.from, t.to))
        {
            let reason = "is spelled out in brackets";
            self.push(out, (at, at + 1), t.kind, t.scores, None, reason);
        }
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

    /// "Kurdish Syrian Democratic Forces", "Syrian Raqqa", "US Operation Dawn" are two names: where the
    /// second begins.
    fn splits(&self, t: &Tagged, h: Hit) -> Option<usize> {
        let at = h.span.1;
        let kind = EntityType::ALL.get(h.kind as usize)?;
        if !matches!(kind, EntityType::Norp | EntityType::Loc) {
            return None;
        }
        if at + 1 < t.to
            && self.pieces.get(at).is_some_and(|p| self.words.class(p) & LEAD_THING != 0)
            && t.kind == EntityType::Misc
        {
            return Some(at);
        }
        let second = self.hits.get(at).copied().flatten().filter(|s| s.span == (at, t.to))?;
        let entry = self.known.entry(second.spelling.entry)?;
        let long = second.span.1 - second.span.0 > 1;
        (long && entry.kind == EntityType::Org
            || *kind == EntityType::Norp && entry.kind == EntityType::Loc)
            .then_some(at)
    }

    /// Takes in ", Inc.", "Ltd." and the like after a name that ends at `to`.
    fn with_firm(&self, to: usize) -> usize {
        let firm = |k: usize| {
            self.pieces
                .get(k)
                .is_some_and(|p| p.adjoins && capital(p) && self.words.class(p) & FIRM != 0)
        };
        let is =
            |k: usize, what: &str| self.pieces.get(k).is_some_and(|p| p.span.of(self.text) == what);
        let mut end = to;
        if is(to, ",") && firm(to + 1) {
            end = to + 2;
        } else if firm(to) {
            end = to + 1;
        } else if !firm(to.saturating_sub(1)) {
            return to;
        }
        let short = self.pieces.get(end - 1).is_some_and(|p| p.span.len() < 6);
        let glued = self
            .pieces
            .get(end - 1)
            .zip(self.pieces.get(end))
            .is_some_and(|(a, b)| a.span.end == b.span.start);
        // The last stop of a sentence is not the firm's.
        if short && glued && is(end, ".") && end + 1 < self.pieces.len() { end + 1 } else { end }
    }

    /// Whether a body without a name of its own stands right behind the place that it belongs to.
    fn heads(&self, place: &Tagged, body: &Tagged) -> bool {
        let (Some(before), Some(first), Some(last)) = (
            self.pieces.get(place.to - 1),
            self.pieces.get(body.from),
            self.pieces.get(body.to - 1),
        ) else {
            return false;
        };
        let own = self.hits.get(body.from).copied().flatten();
        place.to == body.from
            && place.kind == EntityType::Loc
            && body.kind == EntityType::Org
            && first.adjoins
            && !before.possessive
            && !before.cut
            && own.is_none()
            && self.words.class(first) & (MODIFIER | ABSTRACT | ORG_HEAD | COMMON) != 0
            && self.words.class(last) & ORG_HEAD != 0
    }

    /// Where a tagged name begins, without what is no part of it: "The US", "eastern Syria".
    fn bare(&self, t: &Tagged) -> usize {
        let Some(first) = self.pieces.get(t.from).filter(|_| t.to > t.from + 1) else {
            return t.from;
        };
        let rest =
            self.hits.get(t.from + 1).copied().flatten().filter(|h| h.span == (t.from + 1, t.to));
        let word = self.words.info(first).key.as_str();
        if word == "the" && (first.first && first.shape != Shape::Lower || rest.is_some()) {
            return t.from + 1;
        }
        // "East Syria" is Syria; "East Timor" is in the lexicon, "East Lansing" is a name.
        let side =
            self.words.class(first) & LEAD_PLACE != 0 && self.words.class(first) & COMMON != 0;
        let country = rest.and_then(|h| self.known.entry(h.spelling.entry)).is_some_and(|e| {
            e.kind == EntityType::Loc && matches!(e.sort, "country" | "region" | "continent")
        });
        if side && country
            || first.shape == Shape::Lower && rest.is_some() && t.kind == EntityType::Loc
        {
            return t.from + 1;
        }
        t.from
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
        // "the Coalition": a common noun with a capital, which stands for a named actor.
        if only.is_some_and(|p| self.known.nominal(&self.words.info(p).key).is_some()) {
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
