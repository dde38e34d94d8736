//! What the tagger sees of a token, as hashed features.
//!
//! Features of a word that do not depend on where it stands are made once for each distinct word of
//! a document ([`Lexical`]); they count at offsets from the token. The rest ([`Local`]) is made for
//! each token.

use super::super::known::Class;
use super::super::scan::{Casing, Piece, Shape, Words};
use super::hash::{mix, text as hash};
use super::hits::{Hit, Listed};
use super::vocabulary;
use super::window::capital;
use crate::text::Document;

/// How far from a token a word still counts.
pub(super) const REACH: i32 = 2;

/// Bits of what a document shows of a word at all its places.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen(pub u32);

impl Seen {
    pub const SMALL: u32 = 1;
    pub const CAPITAL_INSIDE: u32 = 1 << 1;
    pub const TITLED: u32 = 1 << 2;
    pub const AFTER_GIVEN: u32 = 1 << 3;
    pub const BEFORE_CAPITAL: u32 = 1 << 4;
    pub const AFTER_CAPITAL: u32 = 1 << 5;
    pub const IN_PLACE: u32 = 1 << 6;
    pub const BEFORE_CUE: u32 = 1 << 7;
    pub const IN_BODY: u32 = 1 << 8;
    pub const AFTER_THE: u32 = 1 << 9;
    pub const POSSESSIVE: u32 = 1 << 10;
    pub const BITS: u32 = 11;
}

/// The distinct words of a document as the tagger sees them.
pub(super) struct Lexical {
    /// For each word of [`Words`]: hash of its key.
    pub keys: Vec<u32>,
    /// What the vocabulary knows of each.
    pub known: Vec<Option<vocabulary::Known>>,
    pub seen: Vec<Seen>,
}

fn affix(key: &str, n: usize, end: bool) -> Option<&str> {
    if end {
        let (i, _) = key.char_indices().rev().nth(n - 1)?;
        key.get(i..)
    } else {
        let (i, c) = key.char_indices().nth(n - 1)?;
        key.get(..i + c.len_utf8())
    }
}

impl Lexical {
    /// Looks at all words of a document.
    pub fn new(text: &str, doc: &Document, words: &Words) -> Self {
        use super::super::known::{CUE, FUNCTION, GIVEN, HONORIFIC, OFFICE, ORG_HEAD, RANK, ROLE};
        let keys = words.infos.iter().map(|i| hash(&i.key)).collect();
        let known = words.infos.iter().map(|i| vocabulary::look_up(&i.key)).collect();
        let mut seen = vec![Seen::default(); words.infos.len()];
        let mut pieces = Vec::new();
        for s in 0..doc.sentences.len() {
            words.pieces(text, doc, s, &mut pieces);
            let plain = words.casing(text, &pieces) == Casing::Plain;
            for (i, p) in pieces.iter().enumerate() {
                let Some(slot) = seen.get_mut(p.word as usize) else { continue };
                if p.shape == Shape::Lower {
                    slot.0 |= Seen::SMALL;
                    continue;
                }
                if !capital(p) || !plain {
                    continue;
                }
                let before = i.checked_sub(1).and_then(|b| pieces.get(b)).filter(|_| p.adjoins);
                let after = pieces.get(i + 1).filter(|n| n.adjoins && !p.possessive);
                let class = |q: Option<&Piece>| q.map_or(0, |q| words.class(q));
                let (b, a) = (class(before), class(after));
                if !p.first {
                    slot.0 |= Seen::CAPITAL_INSIDE;
                }
                let dotted =
                    before.is_some_and(|q| q.shape == Shape::Mark && q.span.of(text) == ".");
                let titled = if dotted {
                    i.checked_sub(2).and_then(|k| pieces.get(k)).is_some_and(|q| {
                        words.class(q) & (RANK | HONORIFIC) != 0 && q.span.len() < 6
                    })
                } else {
                    b & (RANK | HONORIFIC | OFFICE | ROLE) != 0
                };
                if titled {
                    slot.0 |= Seen::TITLED;
                }
                if before.is_some_and(capital) {
                    slot.0 |= Seen::AFTER_CAPITAL;
                    if b & GIVEN != 0 {
                        slot.0 |= Seen::AFTER_GIVEN;
                    }
                }
                if after.is_some_and(capital) {
                    slot.0 |= Seen::BEFORE_CAPITAL;
                    if a & ORG_HEAD != 0 {
                        slot.0 |= Seen::IN_BODY;
                    }
                }
                if let Some(q) = before
                    && q.shape == Shape::Lower
                    && b & FUNCTION != 0
                {
                    match q.span.of(text) {
                        "in" | "near" | "into" | "across" | "around" | "outside" => {
                            slot.0 |= Seen::IN_PLACE;
                        }
                        "the" => slot.0 |= Seen::AFTER_THE,
                        _ => {}
                    }
                }
                if a & CUE != 0 {
                    slot.0 |= Seen::BEFORE_CUE;
                }
                if p.possessive {
                    slot.0 |= Seen::POSSESSIVE;
                }
            }
        }
        Self { keys, known, seen }
    }

    /// Whether a word usually has a capital; where the sentence has none, words that have one more often
    /// than not are taken too.
    pub fn cased(&self, word: u32, bare: bool) -> bool {
        let least = if bare { 3 } else { 4 };
        self.known.get(word as usize).copied().flatten().is_some_and(|k| k.case >= least)
    }

    /// Whether a word is never written small here, and is unknown or usually has a capital.
    pub fn unusual(&self, word: u32) -> bool {
        let word = word as usize;
        let small = self.seen.get(word).is_some_and(|s| s.0 & Seen::SMALL != 0);
        !small && self.known.get(word).copied().flatten().is_none_or(|k| k.case == 0 || k.case >= 4)
    }

    /// Whether a word begins longer names of the vocabulary.
    pub fn begins(&self, word: u32) -> bool {
        let known = self.known.get(word as usize).copied().flatten();
        known.is_some_and(|k| k.classes & vocabulary::STARTS != 0)
    }

    /// The features of a word at an offset.
    pub fn features(&self, words: &Words, word: usize, offset: i32, out: &mut Vec<u32>) {
        let Some(info) = words.infos.get(word) else { return };
        let at = (offset + REACH) as u32;
        let key = self.keys.get(word).copied().unwrap_or(0);
        let base = |template: u32| mix(template, at);
        out.push(mix(base(1), key));
        let near = offset.abs() <= 1;
        if near {
            for (n, end) in [(2, true), (3, true), (4, true), (3, false)] {
                if offset != 0 && !(n == 3 && end) {
                    continue;
                }
                if let Some(a) = affix(&info.key, n, end) {
                    out.push(mix(base(2 + n as u32 * 2 + u32::from(end)), hash(a)));
                }
            }
            if offset == 0
                && let Some(a) = affix(&info.key, 2, false)
            {
                out.push(mix(base(12), hash(a)));
            }
        }
        let mut class = info.class;
        if class == 0 {
            out.push(mix(base(13), 99));
        }
        while class != 0 {
            let bit = class.trailing_zeros();
            class &= class - 1;
            out.push(mix(base(13), bit));
        }
        match self.known.get(word).copied().flatten() {
            Some(k) => {
                for bits in [4, 6, 8] {
                    out.push(mix(base(16), u32::from(k.prefix(bits)) << 4 | bits));
                }
                out.push(mix(base(17), u32::from(k.case)));
                let mut classes = k.classes & !vocabulary::STARTS;
                if offset == 0 {
                    out.push(mix(base(20), u32::from(classes)));
                }
                while classes != 0 {
                    let bit = classes.trailing_zeros();
                    classes &= classes - 1;
                    out.push(mix(base(18), bit));
                }
            }
            None => out.push(base(19)),
        }
        if offset == 0 {
            let seen = self.seen.get(word).copied().unwrap_or_default();
            for bit in 0..Seen::BITS {
                if seen.0 >> bit & 1 != 0 {
                    out.push(mix(base(14), bit));
                }
            }
            out.push(mix(base(15), seen.0));
        }
    }
}

/// A sentence as the tagger sees it.
pub(super) struct Local<'a> {
    pub text: &'a str,
    pub words: &'a Words,
    pub lexical: &'a Lexical,
    pub pieces: &'a [Piece],
    pub casing: Casing,
    /// Whether no piece has a capital; then small letters say nothing.
    pub bare: bool,
    /// For each piece what the lexicon makes of it.
    pub hits: &'a [Option<Hit>],
    /// For each piece the listed longer name that it is part of.
    pub listed: &'a [Option<Listed>],
}

/// The finer shape of a piece: what its letters are like.
fn pattern(surface: &str) -> u32 {
    let mut out = 0u32;
    let mut last = 0;
    for c in surface.chars() {
        let k = if c.is_uppercase() {
            1
        } else if c.is_alphabetic() {
            2
        } else if c.is_numeric() {
            3
        } else {
            4 + (c as u32 & 63)
        };
        if k != last {
            out = mix(out, k);
            last = k;
        }
    }
    out
}

impl Local<'_> {
    fn piece(&self, i: i32) -> Option<&Piece> {
        usize::try_from(i).ok().and_then(|i| self.pieces.get(i))
    }

    fn shape(&self, i: i32) -> u32 {
        self.piece(i).map_or(9, |p| p.shape as u32 + if p.adjoins { 0 } else { 16 })
    }

    fn key(&self, i: i32) -> u32 {
        match self.piece(i) {
            Some(p) => self.lexical.keys.get(p.word as usize).copied().unwrap_or(7),
            None if i < 0 => 5,
            None => 6,
        }
    }

    fn known(&self, i: i32) -> vocabulary::Known {
        let piece = self.piece(i);
        piece.and_then(|p| *self.lexical.known.get(p.word as usize)?).unwrap_or_default()
    }

    fn class(&self, i: i32) -> Class {
        self.piece(i).map_or(0, |p| self.words.class(p))
    }

    /// Features of token `i`.
    pub fn features(&self, i: usize, out: &mut Vec<u32>) {
        let Some(p) = self.pieces.get(i) else { return };
        let i = i as i32;
        let surface = p.span.of(self.text);
        let (ka, kb, kc) = (self.key(i - 1), self.key(i), self.key(i + 1));
        let (va, vb, vc) = (self.known(i - 1), self.known(i), self.known(i + 1));
        let mut push = |template: u32, value: u32| out.push(mix(0x8000 + template, value));
        let (a, b, c) = (self.shape(i - 1), self.shape(i), self.shape(i + 1));
        let first = u32::from(p.first);
        let casing = if self.bare { 3 } else { self.casing as u32 };
        push(0, casing);
        push(1, b);
        push(2, mix(b, first));
        push(3, mix(mix(a, b), c));
        push(4, mix(mix(a, b), self.shape(i - 2)));
        push(5, mix(mix(c, b), self.shape(i + 2)));
        push(6, pattern(surface));
        push(7, mix(b, casing));
        let common = self.class(i);
        push(8, mix(first, common));
        if casing > 0 {
            push(60, mix(casing, kb));
            push(61, mix(casing, common));
            push(62, mix(casing, u32::from(vb.cluster)));
            push(63, mix(casing, u32::from(vb.case)));
        }
        if p.possessive {
            push(9, 0);
        }
        if p.cut {
            push(9, 1);
        }
        push(10, surface.len().min(8) as u32);
        // Pairs of words and classes.
        push(11, mix(ka, kb));
        push(12, mix(kb, kc));
        push(13, mix(ka, kc));
        push(14, mix(ka, b));
        push(15, mix(kc, b));
        push(16, mix(kb, b));
        let (ca, cc) = (self.class(i - 1), self.class(i + 1));
        push(17, mix(ca, mix(common, b)));
        push(18, mix(cc, mix(common, b)));
        push(19, mix(ca, cc));
        push(20, mix(ka, common));
        push(21, mix(kc, common));
        // Clusters.
        let six = |v: vocabulary::Known| u32::from(v.prefix(6));
        push(50, mix(six(va), six(vb)));
        push(51, mix(six(vb), six(vc)));
        push(52, mix(u32::from(vb.cluster), b));
        push(53, mix(u32::from(vb.case), mix(b, first)));
        push(54, mix(six(va), six(vc)));
        // The run of capitals.
        let cap = |k: i32| self.piece(k).is_some_and(capital);
        let goes = |k: i32| {
            self.piece(k).is_some_and(|p| p.adjoins)
                && self.piece(k - 1).is_some_and(|p| !p.possessive && !p.cut)
        };
        let (mut from, mut to) = (i, i);
        if cap(i) {
            while from > i - 8 && cap(from - 1) && goes(from) {
                from -= 1;
            }
            while to < i + 8 && cap(to + 1) && goes(to + 1) {
                to += 1;
            }
        }
        let length = (to - from + 1).min(6) as u32;
        let place = (i - from).min(3) as u32 * 4 + (to - i).min(3) as u32;
        push(22, mix(length, place));
        push(23, mix(self.key(to), u32::from(to == i)));
        push(24, mix(self.key(from), u32::from(from == i)));
        push(25, mix(self.class(to), place));
        push(26, mix(self.class(from), place));
        push(27, mix(self.key(from - 1), u32::from(from == i)));
        push(28, mix(self.key(to + 1), u32::from(to == i)));
        push(29, mix(mix(self.key(from - 1), length), u32::from(from == i)));
        push(30, mix(mix(self.key(to + 1), length), u32::from(to == i)));
        push(31, mix(self.class(from - 1), place));
        push(32, mix(self.class(to + 1), place));
        push(33, mix(self.key(from - 2), self.key(from - 1)));
        push(34, mix(self.key(to + 1), self.key(to + 2)));
        for k in from..=to {
            push(35, mix(self.key(k), (k - i).signum() as u32));
        }
        let mut all = 0;
        for k in from..=to {
            all |= self.class(k);
        }
        push(36, mix(all, place));
        push(55, mix(u32::from(self.known(from - 1).cluster), place));
        push(56, mix(u32::from(self.known(to + 1).cluster), place));
        push(57, mix(u32::from(self.known(to).cluster), place));
        push(58, mix(u32::from(self.known(from).cluster), place));
        // "Ministry of Defense".
        if self.piece(from - 1).is_some_and(|p| p.span.of(self.text) == "of") && cap(from - 2) {
            push(37, self.key(from - 2));
            push(38, self.class(from - 2));
        }
        if self.piece(to + 1).is_some_and(|p| p.span.of(self.text) == "of") {
            push(39, mix(self.key(to), self.shape(to + 2)));
            push(40, mix(self.class(to), self.shape(to + 2)));
        }
        // Names that are listed.
        let of = |v: vocabulary::Known| u32::from(v.classes & !vocabulary::STARTS);
        push(70, mix(of(va), of(vb)));
        push(71, mix(of(vb), of(vc)));
        push(72, mix(of(self.known(from)), mix(of(self.known(to)), place)));
        push(73, mix(of(vb), mix(length, place)));
        push(74, mix(of(vb), mix(b, first)));
        if let Some(l) = usize::try_from(i).ok().and_then(|k| *self.listed.get(k)?) {
            push(75, mix(u32::from(l.classes), l.position));
            push(76, mix(u32::from(l.classes), mix(l.position, place)));
            push(77, l.position);
        }
        // The lexicon.
        let hit = |k: i32| usize::try_from(k).ok().and_then(|k| *self.hits.get(k)?);
        if let Some(h) = hit(i) {
            push(41, h.place());
            push(42, mix(h.place(), h.sort));
            push(
                43,
                mix(
                    h.place(),
                    mix(u32::from(h.span.0 as i32 == from && h.span.1 as i32 == to + 1), length),
                ),
            );
            push(44, mix(h.place(), self.key(i + 1)));
            push(45, mix(h.place(), self.key(i - 1)));
        }
        if let Some(h) = hit(i - 1) {
            push(46, h.place());
        }
        if let Some(h) = hit(i + 1) {
            push(47, h.place());
        }
    }
}
