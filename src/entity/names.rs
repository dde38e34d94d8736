//! Finds names in a sentence and gives each a first guess at its type.
//!
//! The rules read capitals, the lexicon and the words around. They are kept behind [`Reader`] so
//! that a trained tagger can take their place: it has only to produce [`Candidate`]s.

use super::EntityType;
use super::known::{
    ABSTRACT, ARTICLE, COMMON, CUE, Class, DATE, FIRM, FUNCTION, GIVEN, JOIN, Known, LEAD_PLACE,
    LEAD_THING, LONGEST, MODIFIER, OFFICE, ORG_HEAD, PARTICLE, PLACE_HEAD, RANK, ROLE, SUFFIX,
    Spelling, THING_HEAD, TITLE,
};
use super::scan::{Casing, Piece, Shape, Words};
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
    /// How strong the evidence for the type is, from 1 (a guess) to 9 (the lexicon).
    pub weight: u8,
    /// The lexicon's entry.
    pub entry: Option<u32>,
    /// Whether the lexicon's spelling needs other evidence in the article.
    pub wary: bool,
    pub reason: &'static str,
}

/// Names that plain sentences of the document gave, for its headlines.
pub(super) type Evidence = ByName<(EntityType, Option<u32>)>;

/// Reads one sentence after the other.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub known: &'static Known,
    pub words: &'a Words,
    pub pieces: &'a [Piece],
    pub sentence: usize,
    pub casing: Casing,
    pub evidence: &'a Evidence,
}

/// Why a guess was made and how sure it is.
type Guess = (EntityType, u8, &'static str);

impl Reader<'_> {
    /// Finds the names of the sentence.
    pub fn read(&self, out: &mut Vec<Candidate>) {
        let mut i = 0;
        while i < self.pieces.len() {
            let next = match self.casing {
                Casing::Plain => self.plain(i, out),
                _ => self.headline(i, out),
            };
            i = next.max(i + 1);
        }
    }

    fn piece(&self, i: usize) -> Option<&Piece> {
        self.pieces.get(i)
    }

    fn class(&self, i: usize) -> Class {
        self.pieces.get(i).map_or(0, |p| self.words.class(p))
    }

    fn is(&self, i: usize, class: Class) -> bool {
        self.class(i) & class != 0
    }

    fn surface(&self, i: usize) -> &str {
        self.pieces.get(i).map_or("", |p| p.span.of(self.text))
    }

    /// Whether piece `i` is written as a part of names is.
    fn capital(&self, i: usize) -> bool {
        self.piece(i).is_some_and(|p| {
            matches!(p.shape, Shape::Cap | Shape::Upper | Shape::Initial | Shape::Mixed)
        })
    }

    /// Whether piece `i` goes on after the one before, with nothing but a space between.
    fn goes_on(&self, i: usize) -> bool {
        i > 0
            && self.piece(i).is_some_and(|p| p.adjoins)
            && self.piece(i - 1).is_some_and(|p| !p.possessive && !p.cut)
    }

    /// Whether the word is written small elsewhere in the article.
    fn seen_small(&self, i: usize) -> bool {
        self.piece(i)
            .and_then(|p| self.words.lower.get(p.word as usize))
            .is_some_and(|count| *count > 0)
    }

    /// The longest name of the lexicon that begins at `i`: its end and spelling.
    fn lexicon_at(&self, i: usize) -> Option<(usize, Spelling)> {
        let first = self.piece(i)?;
        if !self.capital(i) && !self.is(i, PARTICLE | ARTICLE) {
            return None;
        }
        let mut key = String::new();
        let mut best = None;
        let mut upper = true;
        let mut j = i;
        while j < self.pieces.len() && j < i + LONGEST {
            let piece = self.piece(j)?;
            if j > i && !self.goes_on(j) {
                break;
            }
            let surface = piece.span.of(self.text);
            if piece.shape == Shape::Mark {
                // "RFE/RL", "Trinidad & Tobago", "St. Lucia".
                match surface {
                    "/" => {}
                    "&" => key.push_str(" &"),
                    "." if j == i + 1 => {}
                    _ => break,
                }
                j += 1;
                continue;
            }
            let joins = self.is(j, JOIN | PARTICLE | ARTICLE);
            if !self.capital(j) && piece.shape != Shape::Number && !joins {
                break;
            }
            if j > i {
                key.push(' ');
            }
            key.push_str(&self.words.info(piece).key);
            let dotted = surface.contains('.');
            upper &= matches!(piece.shape, Shape::Upper | Shape::Initial) || dotted;
            if let Some(spelling) = self.known.exact(&key)
                && (self.capital(j) || piece.shape == Shape::Number)
            {
                let shouted = self.casing == Casing::Caps && key.len() < 4 && !dotted;
                if (!spelling.upper || upper) && !shouted {
                    best = Some((j + 1, spelling));
                }
            }
            if !self.known.begins(&key) {
                break;
            }
            j += 1;
        }
        // A lower-case beginning ("bin Laden") needs a capital inside.
        let (end, _) = best.as_ref()?;
        let has_capital = (i..*end).any(|k| self.capital(k));
        (has_capital || first.shape != Shape::Lower).then_some(())?;
        best
    }

    /// A place that is romanised in many ways and sounds like what stands at `i`.
    fn sound_at(&self, i: usize, end: usize) -> Option<(usize, u32)> {
        if self.is(i, COMMON | FUNCTION | GIVEN | TITLE | DATE) || self.seen_small(i) {
            return None;
        }
        for j in (i + 1..=end.min(i + 4)).rev() {
            let mut key = String::new();
            for k in i..j {
                if !key.is_empty() {
                    key.push(' ');
                }
                key.push_str(&self.words.info(self.piece(k)?).key);
            }
            // Unless it stands alone, what follows must be a word for a kind of place or body.
            if j < end && !self.is(j, ORG_HEAD | PLACE_HEAD | MODIFIER) {
                continue;
            }
            if key.len() > 4
                && let Some(entry) = self.known.sounds_like(&key)
            {
                return Some((j, entry));
            }
        }
        None
    }

    /// The end of the capitalised run that begins at `i`.
    fn run_end(&self, i: usize) -> usize {
        let mut j = i + 1;
        let (mut org, mut of) = (self.is(i, ORG_HEAD | FIRM), false);
        let mut headed = self.is(i, ORG_HEAD | PLACE_HEAD | THING_HEAD | LEAD_PLACE | LEAD_THING);
        while j < self.pieces.len() && j < i + 24 {
            if !self.goes_on(j) {
                break;
            }
            let Some(piece) = self.piece(j) else { break };
            let next_capital = self.goes_on(j + 1) && self.capital(j + 1);
            if piece.shape == Shape::Mark {
                let before = self.piece(j - 1);
                let short = before.is_some_and(|p| p.shape == Shape::Initial)
                    || self.is(j - 1, RANK | crate::entity::known::HONORIFIC | LEAD_PLACE | SUFFIX)
                        && before.is_some_and(|p| p.span.len() < 5);
                let glued = before.is_some_and(|p| p.span.end == piece.span.start);
                match piece.span.of(self.text) {
                    "." if short && glued && next_capital => {}
                    "&" if next_capital && !glued => {}
                    _ => break,
                }
                j += 1;
                continue;
            }
            if self.capital(j) {
                if self.is(j, DATE) && !(self.surface(j) == "May" && self.is(j - 1, GIVEN))
                    || self.is(j, FUNCTION) && !self.is(j, PARTICLE | ARTICLE)
                {
                    break;
                }
                org |= self.is(j, ORG_HEAD | FIRM);
                headed |= self.is(j, ORG_HEAD | PLACE_HEAD | THING_HEAD);
                j += 1;
                continue;
            }
            if piece.shape != Shape::Lower {
                break;
            }
            let word = piece.span.of(self.text);
            let the = self.surface(j + 1) == "the" && self.goes_on(j + 1);
            let follows = next_capital || the && self.goes_on(j + 2) && self.capital(j + 2);
            let abstract_next = self.is(j + 1, ABSTRACT);
            let takes = match word {
                "of" => headed && follows && !self.is(j + 1, DATE),
                "for" | "against" => org && follows,
                "and" => {
                    org && next_capital
                        && (of || self.is(j - 1, ABSTRACT))
                        && (abstract_next
                            || of && !self.names_other(j - 1) && !self.names_other(j + 1))
                }
                "on" => org && next_capital && (abstract_next || !self.names_other(j + 1)),
                _ => self.is(j, PARTICLE) && next_capital && !self.is(i, FUNCTION),
            };
            if !takes {
                break;
            }
            of |= matches!(word, "of" | "for" | "on");
            j += if the && !next_capital { 2 } else { 1 };
        }
        // A run never ends in a joining word.
        while j > i + 1 && !self.capital(j - 1) {
            j -= 1;
        }
        j
    }

    /// Whether the word is a name of its own, or may begin a person's.
    fn names_other(&self, i: usize) -> bool {
        self.is(i, GIVEN | TITLE | DATE)
            || self.lexicon_at(i).is_some_and(|(_, s)| {
                self.known.entry(s.entry).is_some_and(|e| e.kind != EntityType::Misc)
            })
    }

    fn push(&self, out: &mut Vec<Candidate>, from: usize, to: usize, guess: Guess) {
        self.push_entry(out, from, to, guess, None, false);
    }

    fn push_entry(
        &self,
        out: &mut Vec<Candidate>,
        from: usize,
        to: usize,
        (kind, weight, reason): Guess,
        entry: Option<u32>,
        wary: bool,
    ) {
        let (Some(first), Some(last)) = (self.piece(from), self.piece(to.saturating_sub(1))) else {
            return;
        };
        let mut key = String::new();
        for piece in self.pieces.get(from..to).unwrap_or(&[]) {
            let part = if piece.shape == Shape::Mark { "" } else { &self.words.info(piece).key };
            if !key.is_empty() && !part.is_empty() {
                key.push(' ');
            }
            key.push_str(part);
        }
        out.push(Candidate {
            span: first.span.join(last.span),
            sentence: self.sentence,
            tokens: (first.token, last.token),
            key,
            kind,
            weight,
            entry,
            wary,
            reason,
        });
    }

    /// A word that is a name only if it is the surname of somebody whom the article names in full.
    fn push_spare(&self, out: &mut Vec<Candidate>, i: usize) {
        if self.piece(i).is_some_and(|p| p.shape == Shape::Cap) && !self.is(i, DATE | FUNCTION) {
            self.push(
                out,
                i,
                i + 1,
                (EntityType::Person, 0, "the surname of a person named in full"),
            );
        }
    }

    fn push_known(
        &self,
        out: &mut Vec<Candidate>,
        from: usize,
        to: usize,
        entry: u32,
        wary: bool,
        reason: &'static str,
    ) {
        if let Some(e) = self.known.entry(entry) {
            self.push_entry(out, from, to, (e.kind, 9, reason), Some(entry), wary);
        }
    }

    /// Reads on from `i` in a plain sentence; returns where to go on.
    fn plain(&self, i: usize, out: &mut Vec<Candidate>) -> usize {
        let Some(piece) = self.piece(i) else { return i + 1 };
        let found = self.lexicon_at(i);
        if !self.capital(i) {
            // "bin Laden", "al Qaeda".
            if let Some((end, s)) = found {
                self.push_known(out, i, end, s.entry, s.wary, "in the lexicon");
                return end;
            }
            return i + 1;
        }
        let end = self.run_end(i);
        let long = found.as_ref().is_some_and(|(e, _)| *e > i + 1);
        if self.is_amount(i) {
            return i + 1;
        }
        if self.is(i, DATE) && !long || self.is(i, FUNCTION) && found.is_none() {
            return i + 1;
        }
        if piece.first && !long {
            if self.is(i, FUNCTION) && piece.shape != Shape::Upper {
                return i + 1;
            }
            let common = self.is(i, COMMON) || self.seen_small(i) && !self.is(i, GIVEN);
            let leads = self.is(i, LEAD_THING) && end > i + 1;
            if common && piece.shape == Shape::Cap && !leads {
                return match self.body_end(i, end) {
                    Some(to) if found.is_none() => {
                        self.push(out, i, to, self.body_guess(i, to));
                        to
                    }
                    _ if found.is_some() && !self.seen_small(i) => self.segment(i, end, found, out),
                    _ => {
                        if end == i + 1 {
                            self.push_spare(out, i);
                        }
                        i + 1
                    }
                };
            }
        }
        self.segment(i, end, found, out)
    }

    /// "US$", "HK$", and plurals of acronyms that are no names ("MPs", "SMEs").
    fn is_amount(&self, i: usize) -> bool {
        let Some(piece) = self.piece(i) else { return false };
        let glued = self.piece(i + 1).is_some_and(|n| n.span.start == piece.span.end);
        if glued && matches!(self.surface(i + 1), "$" | "€" | "£" | "¥") {
            return true;
        }
        let surface = self.surface(i);
        // "B7", "EUR40".
        let letters = surface.chars().take_while(|c| c.is_alphabetic()).count();
        let digits = surface.chars().skip(letters).filter(|c| c.is_numeric()).count();
        if letters < 4 && digits > 0 && letters + digits == surface.chars().count() {
            return self.lexicon_at(i).is_none();
        }
        surface.len() > 2
            && surface
                .strip_suffix('s')
                .is_some_and(|s| s.chars().all(char::is_uppercase) && !s.is_empty())
            && self.lexicon_at(i).is_none()
    }

    /// Where a name ends that begins at `i` and holds a word for a kind of body ("Ministry").
    fn body_end(&self, i: usize, end: usize) -> Option<usize> {
        let mut head = None;
        for k in i..end {
            if k > i && self.is(k, TITLE) && !self.is(k, ORG_HEAD | ABSTRACT | MODIFIER | FIRM) {
                break;
            }
            if k > i && self.is(k, RANK) && self.surface(k - 1) != "of" && self.is(k - 1, ORG_HEAD)
            {
                break;
            }
            if self.is(k, ORG_HEAD | FIRM) && self.capital(k) {
                head = Some(k);
            }
        }
        let head = head?;
        // "Ministry of Defense": what hangs on the head by "of" belongs to it.
        let mut to = head + 1;
        if to < end && !self.capital(to) {
            to = end;
            for k in head + 1..end {
                if self.is(k, RANK | OFFICE) && !self.is(k, ABSTRACT | MODIFIER | ORG_HEAD) {
                    to = k;
                    break;
                }
            }
            while to > head + 1 && !self.capital(to - 1) {
                to -= 1;
            }
        } else {
            // "French Army Communications": plain capitalised words go with the head.
            while to < end
                && self.capital(to)
                && !self.is(to, TITLE | ROLE | GIVEN | MODIFIER)
                && self.lexicon_at(to).is_none()
                && head > i
            {
                to += 1;
            }
        }
        (to > i + 1).then_some(to)
    }

    /// Takes in ", Inc.", "Ltd." and the like after a name that ends at `to`.
    fn with_firm(&self, to: usize) -> usize {
        let firm = |k: usize| {
            self.is(k, FIRM) && self.capital(k) && self.piece(k).is_some_and(|p| p.adjoins)
        };
        let mut to = to;
        if self.surface(to) == "," && firm(to + 1) {
            to += 2;
        } else if firm(to) && self.goes_on(to) {
            to += 1;
        } else if !firm(to.saturating_sub(1)) {
            return to;
        }
        let abbreviated = self.piece(to - 1).is_some_and(|p| p.span.len() < 6);
        let glued = self.piece(to).is_some_and(|p| {
            self.surface(to) == "."
                && self.piece(to - 1).is_some_and(|q| q.span.end == p.span.start)
        });
        // The last stop of a sentence is not the firm's.
        if abbreviated && glued && to + 1 < self.pieces.len() { to + 1 } else { to }
    }

    fn body_guess(&self, i: usize, to: usize) -> Guess {
        let strong = (i..to).any(|k| self.is(k, FIRM)) || to > i + 1;
        (EntityType::Org, if strong { 7 } else { 4 }, "holds a word for a kind of body")
    }

    /// Cuts the run `i..end` into names; returns where to go on.
    fn segment(
        &self,
        i: usize,
        end: usize,
        found: Option<(usize, Spelling)>,
        out: &mut Vec<Candidate>,
    ) -> usize {
        let known_kind =
            found.and_then(|(_, s)| self.known.entry(s.entry)).map(|e| (e.kind, e.sort));
        let known_end = found.map_or(i, |(e, _)| e);
        if let Some((e, _)) = found
            && e == i + 1
            && e >= end
            && matches!(known_kind, Some((EntityType::Loc, sort)) if sort != "country")
            && self.titled(i)
        {
            self.push(out, i, e, (EntityType::Person, 8, "follows a title"));
            return e;
        }
        if let Some((e, s)) = found
            && e >= end
        {
            self.push_known(out, i, e, s.entry, s.wary, "in the lexicon");
            return e;
        }
        // A title before a name is no part of it.
        if found.is_none() && self.is(i, TITLE | MODIFIER) {
            if self.is(i, RANK | crate::entity::known::HONORIFIC | OFFICE)
                && !self.is(i, ABSTRACT | MODIFIER)
            {
                if let Some(to) = self.body_end(i, end)
                    && self.is(i, MODIFIER | ABSTRACT)
                {
                    self.push(out, i, to, self.body_guess(i, to));
                    return to;
                }
                return i + 1;
            }
            if let Some(to) = self.body_end(i, end) {
                self.push(out, i, to, self.body_guess(i, to));
                return to;
            }
            if self.is(i, RANK | crate::entity::known::HONORIFIC) && end > i + 1 {
                return i + 1;
            }
            let title_follows = (i + 1..end).take(3).any(|k| self.is(k, TITLE | ROLE));
            if title_follows || end == i + 1 {
                return i + 1;
            }
        }
        let splits_off = match known_kind {
            Some((EntityType::Org, sort)) => matches!(sort, "armed group" | "alliance"),
            Some((EntityType::Person | EntityType::Misc, _)) => true,
            _ => false,
        };
        // "Labour Party of Norway".
        if let Some((e, _)) = found
            && e < end
            && self.surface(e) == "of"
            && self.is(e - 1, ORG_HEAD)
            && matches!(known_kind, Some((EntityType::Org, _)))
            && let Some(to) = self.body_end(i, end)
            && to > e
        {
            self.push(out, i, to, self.body_guess(i, to));
            return to;
        }
        // "Kurdish Syrian Democratic Forces" are two names.
        if !splits_off
            && found.is_some()
            && let Some((_, next)) = self.lexicon_at(known_end)
            && self
                .known
                .entry(next.entry)
                .is_some_and(|e| e.kind == EntityType::Org && e.sort != "agency")
            && let Some((e, s)) = found
        {
            self.push_known(out, i, e, s.entry, s.wary, "in the lexicon");
            return e;
        }
        if !splits_off
            && let Some(to) = self.body_end(i, end)
            && to > known_end
        {
            // "US Defense Department" is one name, "Nordic Investment Bank" too.
            let to = self.with_firm(to);
            self.push(out, i, to, self.body_guess(i, to));
            return to;
        }
        if !splits_off && let Some(to) = self.place_end(i, end, known_end) {
            self.push_place(out, i, to, known_end, found);
            return to;
        }
        if found.is_none()
            && let Some((to, entry)) = self.sound_at(i, end)
        {
            self.push_known(out, i, to, entry, false, "spelled like a name in the lexicon");
            return to;
        }
        if let Some((e, s)) = found {
            let given =
                e == i + 1 && self.is(i, GIVEN) && matches!(known_kind, Some((EntityType::Loc, _)));
            let next_plain = !self.is(e, TITLE | ROLE | COMMON | MODIFIER | ORG_HEAD)
                && self.capital(e)
                && self.lexicon_at(e).is_none();
            if given && next_plain {
                return self.person(i, end, out);
            }
            self.push_known(out, i, e, s.entry, s.wary, "in the lexicon");
            return e;
        }
        if self.is(i, LEAD_THING) && end > i + 1 {
            self.push(
                out,
                i,
                end,
                (EntityType::Misc, 6, "an operation or the like by its first word"),
            );
            return end;
        }
        if self.is(end - 1, THING_HEAD) && end > i + 1 && !self.is(i, GIVEN) {
            self.push(out, i, end, (EntityType::Misc, 4, "a work, law or event by its last word"));
            return end;
        }
        if self.is(i, GIVEN) {
            return self.person(i, end, out);
        }
        self.unknown(i, end, out)
    }

    /// Where a place name ends that begins at `i` and ends in or begins with a word for a kind of
    /// place.
    fn place_end(&self, i: usize, end: usize, known_end: usize) -> Option<usize> {
        let stop = (i..end)
            .find(|k| *k > i && self.is(*k, TITLE) && !self.is(*k, PLACE_HEAD | LEAD_PLACE))
            .unwrap_or(end);
        let head = (i + 1..stop).rev().find(|k| self.is(*k, PLACE_HEAD) && self.capital(*k));
        if let Some(head) = head
            && head + 1 > known_end
        {
            // "Lake of the Woods", "Gulf of Aden": the rest by "of".
            return Some(if head + 1 < stop && !self.capital(head + 1) { stop } else { head + 1 });
        }
        let leads = self.is(i, LEAD_PLACE) && stop > i + 1 && known_end == i;
        let dot = self.surface(i + 1) == ".";
        let of = !self.capital(i + 1) && !dot;
        if leads && dot && self.piece(i).is_some_and(|p| p.span.len() < 4) {
            return Some(stop.min(i + 4));
        }
        // "Southern Peru".
        if leads
            && self.is(i, COMMON)
            && let Some((e, s)) = self.lexicon_at(i + 1)
            && e <= stop
            && self.known.entry(s.entry).is_some_and(|k| k.kind == EntityType::Loc)
            && self.piece(i).is_some_and(|p| !p.first)
        {
            return Some(e);
        }
        if leads && !dot && !self.is(i + 1, COMMON | ORG_HEAD | THING_HEAD) {
            // "East Syria" is Syria, but "East Timor" and "South Kivu" are names.
            if self.is(i, COMMON) && self.lexicon_at(i + 1).is_some() {
                return None;
            }
            return Some(if of { stop } else { stop.min(i + 3) });
        }
        if self.is(i, PLACE_HEAD) && of && stop > i + 2 {
            return Some(stop);
        }
        None
    }

    fn push_place(
        &self,
        out: &mut Vec<Candidate>,
        i: usize,
        to: usize,
        known_end: usize,
        found: Option<(usize, Spelling)>,
    ) {
        // "Euphrates River" is the Euphrates, "Raqqa Province" the province of Raqqa.
        let entry = match found {
            Some((_, s)) if to == known_end + 1 => {
                self.known.entry(s.entry).filter(|e| e.kind == EntityType::Loc).map(|_| s.entry)
            }
            None if to > i + 1 => self.sound_at(i, to).filter(|(e, _)| e + 1 == to).map(|(_, s)| s),
            _ => None,
        };
        let guess = (EntityType::Loc, 7, "holds a word for a kind of place");
        self.push_entry(out, i, to, guess, entry, false);
    }

    /// A person whose given name stands at `i`.
    fn person(&self, i: usize, end: usize, out: &mut Vec<Candidate>) -> usize {
        let mut to = i + 1;
        while to < end && to < i + 7 {
            let breaks = self.is(to, TITLE) && !self.is(to, GIVEN | SUFFIX)
                || self.is(to, ROLE) && !self.is(to, GIVEN)
                || self.piece(to).is_some_and(|p| p.shape == Shape::Upper && p.span.len() < 5)
                    && !self.is(to, SUFFIX);
            if breaks && self.capital(to) {
                break;
            }
            to += 1;
        }
        while to > i + 1 && !self.capital(to - 1) {
            to -= 1;
        }
        let guess = if to > i + 1 {
            (EntityType::Person, 7, "begins with a given name")
        } else if self.titled(i) {
            (EntityType::Person, 8, "follows a title")
        } else {
            (EntityType::Person, 3, "a given name")
        };
        self.push(out, i, to, guess);
        to
    }

    /// Whether a title stands right before piece `i`.
    fn titled(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return false };
        let at = if self.surface(before) == "." { before.checked_sub(1) } else { Some(before) };
        let Some(at) = at else { return false };
        let adjoins = (at + 1..=i).all(|k| self.piece(k).is_some_and(|p| p.adjoins))
            && self.piece(at).is_some_and(|p| !p.possessive);
        adjoins
            && (self.is(at, TITLE) && !self.is(at, MODIFIER)
                || self.is(at, ROLE)
                || self.is(at, OFFICE))
    }

    /// A run of which the lexicon knows nothing.
    fn unknown(&self, i: usize, end: usize, out: &mut Vec<Candidate>) -> usize {
        let mut to = i + 1;
        while to < end {
            if self.capital(to)
                && (self.is(to, TITLE) && !self.is(to, MODIFIER | ABSTRACT | SUFFIX)
                    || self.lexicon_at(to).is_some_and(|(e, s)| {
                        self.known.entry(s.entry).is_some_and(|k| {
                            k.kind == EntityType::Norp || e > to + 1 && k.kind != EntityType::Person
                        })
                    }))
            {
                break;
            }
            to += 1;
        }
        while to > i + 1 && !self.capital(to - 1) {
            to -= 1;
        }
        let first = self.piece(i).is_some_and(|p| p.first);
        let count = to - i;
        let common = (i..to).filter(|k| self.is(*k, COMMON | ABSTRACT)).count();
        // "Bordering Iraq": an ordinary word before a name.
        if first
            && count > 1
            && ["ing", "ed", "ly"].iter().any(|e| self.surface(i).ends_with(e))
            && self.lexicon_at(i + 1).is_some()
        {
            return i + 1;
        }
        if count == 1 {
            // "the Cabinet", "Parliament": a body without its full name.
            let body = [
                "cabinet",
                "parliament",
                "assembly",
                "treasury",
                "tribunal",
                "navy",
                "army",
                "commission",
                "council",
                "ministry",
                "foundation",
                "observatory",
                "coalition",
            ];
            if !first
                && self.piece(i).is_some_and(|p| {
                    p.shape == Shape::Cap && body.contains(&self.words.info(p).key.as_str())
                })
                && !self.seen_small(i)
                && self.surface(i) != "Coalition"
            {
                self.push(out, i, to, (EntityType::Org, 5, "a body without its full name"));
                return to;
            }
            if self.is(i, SUFFIX) {
                return to;
            }
            if common > 0 {
                self.push_spare(out, i);
            }
            if common > 0 || self.is(i, ORG_HEAD) || self.surface(i).chars().count() < 2 {
                return to;
            }
            if first && !self.stands_as_name(i, to) {
                self.push_spare(out, i);
                return to;
            }
            // Written small elsewhere in the article: an ordinary word.
            if self.seen_small(i) && self.surface(i).len() > 3 && !self.titled(i) {
                self.push_spare(out, i);
                return to;
            }
        } else if common == count {
            // "Senior Leaders": nothing but ordinary words.
            if first || count < 2 {
                return to;
            }
        } else if first && self.is(i, COMMON) {
            return i + 1;
        }
        let firm = self.with_firm(to);
        if firm > to {
            self.push(out, i, firm, (EntityType::Org, 8, "a firm by its last word"));
            return firm;
        }
        self.push(out, i, to, self.guess(i, to, common));
        to
    }

    /// Whether a single unknown word at the beginning of a sentence is a name.
    fn stands_as_name(&self, i: usize, to: usize) -> bool {
        let Some(piece) = self.piece(i) else { return false };
        let surface = piece.span.of(self.text);
        if piece.shape == Shape::Upper {
            return surface.len() > 1;
        }
        if piece.shape == Shape::Mixed || piece.possessive || piece.cut || self.is(to, CUE) {
            return true;
        }
        if self.evidence.contains_key(&self.words.info(piece).key) {
            return true;
        }
        let ordinary = [
            "ing", "ed", "ly", "ion", "ions", "ment", "ments", "ness", "ers", "ies", "ous", "ive",
            "ity", "ists", "able", "ful", "ants", "ents", "als", "ors",
        ];
        surface.len() > 3
            && !ordinary.iter().any(|e| surface.ends_with(e))
            && surface.len() < 14
            && !surface.ends_with('s')
    }

    fn guess(&self, i: usize, to: usize, common: usize) -> Guess {
        let count = to - i;
        if self.titled(i) {
            return (EntityType::Person, 8, "follows a title");
        }
        let Some(first) = self.piece(i) else {
            return (EntityType::Misc, 1, "written like a name");
        };
        if count == 1 && first.shape == Shape::Upper {
            return (EntityType::Org, 4, "written like an acronym");
        }
        if first.shape == Shape::Mixed {
            return (EntityType::Org, 2, "written like a brand");
        }
        let before = i.checked_sub(1).map_or("", |b| self.surface(b));
        let after = self.surface(to);
        if self.is(to, CUE) && !after.is_empty() {
            return (EntityType::Person, 5, "speaks or acts like a person");
        }
        if common > 0 {
            return (EntityType::Org, 2, "a capitalised phrase");
        }
        if (i..to).any(|k| self.is(k, PARTICLE)) && count > 1 {
            return (EntityType::Person, 4, "built like a person's name");
        }
        if after == ","
            && self.lexicon_at(to + 1).is_some_and(|(_, s)| {
                self.known.entry(s.entry).is_some_and(|e| e.kind == EntityType::Loc)
            })
        {
            return (EntityType::Loc, 6, "stands before the place it lies in");
        }
        if after == ","
            && self.piece(to + 1).is_some_and(|p| p.shape == Shape::Number)
            && self.surface(to + 2) == ","
        {
            return (EntityType::Person, 6, "an age follows");
        }
        // "Teym oil field", "Korvel river".
        let kind = |k: usize| {
            self.is(k, PLACE_HEAD)
                && self.piece(k).is_some_and(|p| p.adjoins && p.shape == Shape::Lower)
        };
        let field = matches!(after, "oil" | "gas" | "air" | "military") && kind(to + 1);
        if count < 4 && (kind(to) || field) && !self.is(i, GIVEN) {
            return (EntityType::Loc, 6, "a word for a kind of place follows");
        }
        let low = self.surface(i).to_lowercase();
        if count == 1
            && ["bank", "tech", "corp", "coin", "pay", "soft", "media", "tel"]
                .iter()
                .any(|e| low.ends_with(e) && low.len() > e.len() + 2)
        {
            return (EntityType::Org, 4, "ends like a firm's name");
        }
        let org_next = [
            "shares",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "officials",
            "employees",
            "workers",
            "users",
            "customers",
            "app",
            "platform",
            "board",
            "executives",
            "lawmakers",
            "supporters",
            "leader",
            "leaders",
            "chairman",
            "ceo",
            "members",
            "fighters",
            "militants",
            "militia",
        ];
        if count < 4
            && to < self.pieces.len()
            && self.piece(to).is_some_and(|p| org_next.contains(&self.words.info(p).key.as_str()))
            && !self.is(i, GIVEN)
        {
            return (EntityType::Org, 4, "people who belong to it are named after it");
        }
        if count < 3
            && matches!(before, "the" | "The")
            && common == 0
            && !matches!(after, "brothers" | "family" | "siblings")
        {
            return (EntityType::Org, 2, "a name with an article");
        }
        match before {
            "in" | "near" | "at" | "into" | "across" | "around" | "outside" | "In" | "Near"
                if count < 3 =>
            {
                (EntityType::Loc, 4, "a place word stands before")
            }
            "from" | "to" | "towards" | "toward" if count == 1 => {
                (EntityType::Loc, 2, "a place word stands before")
            }
            _ if count == 2 || count == 3 => (EntityType::Person, 3, "built like a person's name"),
            _ if count > 3 => (EntityType::Org, 2, "a long capitalised phrase"),
            _ => (EntityType::Person, 1, "written like a name"),
        }
    }

    /// Headlines: only names that the lexicon or the article's plain sentences know.
    fn headline(&self, i: usize, out: &mut Vec<Candidate>) -> usize {
        if !self.capital(i) || self.is(i, DATE) {
            return i + 1;
        }
        if let Some(to) = self.evident(i, out) {
            return to;
        }
        let Some((end, s)) = self.lexicon_at(i) else {
            let end = self.run_end(i);
            if let Some((to, entry)) = self.sound_at(i, end.min(i + 3)) {
                self.push_known(out, i, to, entry, false, "spelled like a name in the lexicon");
                return to;
            }
            let plain = |k: usize| {
                k < end
                    && self.capital(k)
                    && self.class(k) & (COMMON | FUNCTION | TITLE | ROLE) == 0
            };
            if self.is(i, GIVEN)
                && !self.is(i, COMMON)
                && self.casing == Casing::Title
                && plain(i + 1)
                && !self.seen_small(i + 1)
            {
                self.push(out, i, i + 2, (EntityType::Person, 5, "begins with a given name"));
                return i + 2;
            }
            return i + 1;
        };
        if end == i + 1 && self.is(i, COMMON | FUNCTION) && self.seen_small(i) && !s.upper {
            return i + 1;
        }
        // "Syrian Army", "Russian Foreign Ministry".
        let loc = self
            .known
            .entry(s.entry)
            .is_some_and(|e| matches!(e.kind, EntityType::Loc | EntityType::Norp));
        let mut to = end;
        while self.goes_on(to) && self.is(to, MODIFIER) && to < end + 3 {
            to += 1;
        }
        if loc
            && self.goes_on(to)
            && self.is(to, ORG_HEAD)
            && self.capital(to)
            && !self.is(to, THING_HEAD)
            && self.casing == Casing::Title
        {
            self.push(out, i, to + 1, (EntityType::Org, 5, "holds a word for a kind of body"));
            return to + 1;
        }
        self.push_known(out, i, end, s.entry, s.wary, "in the lexicon");
        end
    }

    /// The longest name at `i` that a plain sentence of the article gave.
    fn evident(&self, i: usize, out: &mut Vec<Candidate>) -> Option<usize> {
        let mut key = String::new();
        let mut best = None;
        for j in i..(i + 6).min(self.pieces.len()) {
            if j > i && !self.goes_on(j) {
                break;
            }
            let piece = self.piece(j)?;
            if piece.shape == Shape::Mark {
                break;
            }
            if j > i {
                key.push(' ');
            }
            key.push_str(&self.words.info(piece).key);
            let short = self.casing == Casing::Caps && key.len() < 4;
            if let Some((kind, entry)) = self.evidence.get(&key)
                && !short
                && (j > i
                    || !self.seen_small(i)
                    || piece.shape == Shape::Upper && self.casing == Casing::Title)
            {
                best = Some((j + 1, *kind, *entry));
            }
        }
        let (to, kind, entry) = best?;
        let lexicon = self.lexicon_at(i).map_or(0, |(e, _)| e);
        if lexicon > to || lexicon == to && entry.is_none() {
            return None;
        }
        self.push_entry(out, i, to, (kind, 6, "named so elsewhere in the article"), entry, false);
        Some(to)
    }
}
