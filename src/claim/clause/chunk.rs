//! Cuts a sentence's units into noun phrases, verb groups and what stands between (S. Abney, "Parsing by
//! chunks", 1991).

use super::Modality;
use super::around::Teller;
use super::tell::Use;
use super::unit::{Kind, Unit};
use super::verb::{form, kind};
use crate::entity::{EntityType, Form, Mention};
use crate::text::TokenKind;

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Piece {
    /// A noun phrase up to its head; a predicate's adjectives too.
    Noun,
    /// A verb group: the index into [`Sentence::groups`].
    Verb(usize),
    Preposition,
    Comma,
    Stop,
    Conjunction,
    Subordinator,
    Relative,
    Time,
}

/// Units that belong together.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Chunk {
    pub piece: Piece,
    /// First unit.
    pub from: usize,
    /// The last unit: of a noun phrase the head.
    pub head: usize,
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Group {
    pub chunk: usize,
    /// The unit of the verb itself.
    pub main: usize,
    pub lemma: String,
    /// Bits of [`kind`], of the lemma.
    pub kinds: u32,
    pub usage: Use,
    pub passive: bool,
    pub negated: bool,
    pub modality: Modality,
    /// Whether it is no act but a link ("is", "remains focused").
    pub link: bool,
    /// Whether it has an auxiliary of its own.
    pub auxiliary: bool,
    /// The chunks of its surface subject and of its object, once they are found.
    pub subject: Option<usize>,
    pub object: Option<usize>,
    /// A unit before the noun of an infinitive, whose plan it is: "Carter's decision to".
    pub owner: Option<usize>,
    /// Whether its subject is the antecedent of a relative pronoun.
    pub relative: bool,
}

/// A sentence in chunks.
pub(in crate::claim) struct Sentence<'a> {
    pub teller: &'a Teller<'a>,
    pub mentions: &'a [Mention],
    pub units: Vec<Unit>,
    pub chunks: Vec<Chunk>,
    pub groups: Vec<Group>,
}

impl<'a> Sentence<'a> {
    pub fn read(teller: &'a Teller<'a>, mentions: &'a [Mention], mut units: Vec<Unit>) -> Self {
        let mut uses: Vec<Option<Use>> = Vec::with_capacity(units.len());
        for i in 0..units.len() {
            let told = teller.tell(&units, &uses, i);
            if told.is_some() {
                units[i].kind = Kind::Verb;
            }
            uses.push(told);
        }
        let mut sentence = Self { teller, mentions, units, chunks: Vec::new(), groups: Vec::new() };
        let mut i = 0;
        while i < sentence.units.len() {
            i = sentence.chunk(&uses, i).max(i + 1);
        }
        sentence.adverbials();
        sentence
    }

    pub fn form(&self, unit: usize) -> &'a str {
        self.units.get(unit).map_or("", |u| self.teller.form(u))
    }

    fn kind(&self, unit: usize) -> Option<Kind> {
        self.units.get(unit).map(|u| u.kind)
    }

    pub fn piece(&self, chunk: usize) -> Option<Piece> {
        self.chunks.get(chunk).map(|c| c.piece)
    }

    /// The form of a chunk's head.
    pub fn word(&self, chunk: usize) -> &'a str {
        self.chunks.get(chunk).map_or("", |c| self.form(c.head))
    }

    /// Whether the head of a noun phrase is a name.
    pub fn is_name(&self, chunk: usize) -> bool {
        let unit = self.chunks.get(chunk).and_then(|c| self.units.get(c.head));
        let mention = unit.and_then(|u| u.mention).and_then(|m| self.mentions.get(m));
        mention.is_some_and(|m| m.form == Form::Name)
    }

    pub fn group_at(&self, chunk: usize) -> Option<usize> {
        match self.piece(chunk)? {
            Piece::Verb(group) => Some(group),
            _ => None,
        }
    }

    /// Makes the chunk that begins at unit `i`; one past it.
    fn chunk(&mut self, uses: &[Option<Use>], i: usize) -> usize {
        let Some(kind) = self.kind(i) else { return i + 1 };
        let piece = match kind {
            Kind::Noun | Kind::Pronoun | Kind::Determiner | Kind::Number => return self.noun(i),
            Kind::Be | Kind::Have | Kind::Do | Kind::Modal | Kind::Verb => {
                return self.verb(uses, i);
            }
            Kind::To if self.infinitive(uses, i) => {
                return self.verb(uses, i);
            }
            Kind::To | Kind::Preposition => Piece::Preposition,
            Kind::Subordinator => Piece::Subordinator,
            Kind::Relative => Piece::Relative,
            Kind::Conjunction => Piece::Conjunction,
            Kind::Comma => Piece::Comma,
            Kind::Stop => Piece::Stop,
            Kind::Time => Piece::Time,
            Kind::Not | Kind::Adverb => return i + 1,
        };
        self.chunks.push(Chunk { piece, from: i, head: i });
        i + 1
    }

    /// Whether "to" at unit `i` begins an infinitive.
    fn infinitive(&self, uses: &[Option<Use>], i: usize) -> bool {
        let next = (i + 1..self.units.len())
            .find(|k| !matches!(self.kind(*k), Some(Kind::Adverb | Kind::Not)));
        next.is_some_and(|k| {
            uses.get(k).copied().flatten() == Some(Use::Infinitive)
                || matches!(self.form(k), "be" | "have" | "do")
        })
    }

    fn noun(&mut self, i: usize) -> usize {
        let mut end = i + 1;
        if self.kind(i) != Some(Kind::Pronoun) {
            while let Some(kind) = self.kind(end) {
                let more = match kind {
                    // "the Speaker of the House | Newt Gingrich".
                    Kind::Noun if self.splits(i, end) => false,
                    Kind::Noun | Kind::Number => true,
                    // "all the", "a slightly more".
                    Kind::Determiner => {
                        matches!(self.kind(end - 1), Some(Kind::Determiner | Kind::Adverb))
                    }
                    // "a strategically important city", "around 65 percent".
                    Kind::Adverb => {
                        matches!(
                            self.kind(end + 1),
                            Some(Kind::Noun | Kind::Number | Kind::Determiner)
                        ) && (self.kind(end - 1) == Some(Kind::Determiner)
                            || self.kind(end - 1) == Some(Kind::Noun)
                                && self.kind(end + 1) == Some(Kind::Noun)
                            || self.kind(end - 1) == Some(Kind::Adverb))
                            && self
                                .units
                                .get(end - 1)
                                .is_none_or(|u| u.mention.is_none() || u.possessive)
                    }
                    _ => false,
                };
                if !more {
                    break;
                }
                end += 1;
            }
        }
        self.chunks.push(Chunk { piece: Piece::Noun, from: i, head: end - 1 });
        end
    }

    /// Whether a person's name at unit `at` begins a phrase of its own: after another name that a preposition
    /// governs.
    fn splits(&self, from: usize, at: usize) -> bool {
        let kind = |u: usize| {
            let mention = self.units.get(u).and_then(|u| u.mention);
            mention.and_then(|m| self.mentions.get(m)).map(|m| m.kind)
        };
        from > 0
            && matches!(self.kind(from - 1), Some(Kind::Preposition))
            && kind(at) == Some(EntityType::Person)
            && matches!(kind(at - 1), Some(EntityType::Org | EntityType::Loc))
    }

    /// Reads auxiliaries and the verb.
    fn verb(&mut self, uses: &[Option<Use>], i: usize) -> usize {
        let (mut be, mut have, mut negated, mut auxiliary) = (false, false, false, false);
        let mut modality = Modality::Done;
        let to = self.kind(i) == Some(Kind::To);
        if i > 0 && self.kind(i - 1) == Some(Kind::Not) {
            negated = true;
        }
        let mut k = i + usize::from(to);
        let mut last = i;
        while let Some(kind) = self.kind(k) {
            match kind {
                Kind::Be => be = true,
                Kind::Have => have = true,
                Kind::Do => {}
                Kind::Modal => modality = modal(self.form(k)),
                Kind::Not => negated = true,
                Kind::Adverb | Kind::Time if auxiliary || to => {
                    k += 1;
                    continue;
                }
                _ => break,
            }
            auxiliary = true;
            last = k;
            k += 1;
        }
        let use_ = uses.get(k).copied().flatten();
        let chunk = self.chunks.len();
        let mut group = Group {
            chunk,
            main: last,
            lemma: if be {
                "be"
            } else if have {
                "have"
            } else {
                "do"
            }
            .to_owned(),
            kinds: kind::STATE,
            usage: if to { Use::Infinitive } else { Use::Finite },
            passive: false,
            negated,
            modality,
            link: true,
            auxiliary,
            subject: None,
            object: None,
            relative: false,
            owner: None,
        };
        let main = self.units.get(k).filter(|u| u.kind == Kind::Verb);
        if let (Some(used), Some(r)) = (use_, main.and_then(|u| self.teller.reading(u))) {
            let participle = r.forms & form::PARTICIPLE != 0 && r.forms & form::ING == 0;
            group.main = k;
            group.passive = be && participle;
            group.link = be && r.own & kind::ADJECTIVE != 0;
            group.lemma.clone_from(&r.lemma);
            group.kinds = r.kinds;
            // "lay" is a base form here, not the past of "lie".
            if !be && !have && auxiliary | to && r.forms & form::BASE != 0 {
                group.lemma = self.form(k).to_owned();
                group.kinds = r.own;
            }
            group.usage = match used {
                Use::Ing | Use::Participle if auxiliary && !to && !self.nonfinite(i) => Use::Finite,
                Use::Finite if self.nonfinite(i) => {
                    if group.passive {
                        Use::Participle
                    } else {
                        Use::Ing
                    }
                }
                Use::Finite if to => Use::Infinitive,
                used => used,
            };
            self.merge_link(&mut group);
            last = k;
        } else if self.nonfinite(i) {
            group.usage = Use::Ing;
        }
        self.chunks.push(Chunk { piece: Piece::Verb(self.groups.len()), from: i, head: last });
        self.groups.push(group);
        last + 1
    }

    /// Whether a verb group begins with "being" or "having".
    fn nonfinite(&self, i: usize) -> bool {
        matches!(self.form(i), "being" | "having")
    }

    /// "remains focused", "got killed": the verb before is a form of "be" in all but name.
    fn merge_link(&mut self, group: &mut Group) {
        let Some(Piece::Verb(before)) = self.chunks.last().map(|c| c.piece) else { return };
        let Some(b) = self.groups.get(before).filter(|_| group.usage == Use::Participle) else {
            return;
        };
        if matches!(
            b.lemma.as_str(),
            "get" | "remain" | "become" | "stay" | "feel" | "seem" | "look"
        ) {
            group.usage = b.usage;
            group.passive = b.lemma == "get";
            group.link = b.lemma != "get";
            group.negated |= b.negated;
            group.modality = b.modality;
            self.groups.pop();
            self.chunks.pop();
            group.chunk = self.chunks.len();
        }
    }

    /// "after the battle" and "after they came" begin alike: without a finite verb it is a preposition.
    fn adverbials(&mut self) {
        for c in 0..self.chunks.len() {
            if self.piece(c) != Some(Piece::Subordinator)
                || !matches!(
                    self.word(c),
                    "after" | "before" | "since" | "until" | "till" | "as" | "than"
                )
            {
                continue;
            }
            let ahead = (c + 1..self.chunks.len()).take(8).find_map(|k| match self.piece(k)? {
                Piece::Verb(g) => Some(self.groups.get(g).is_some_and(|g| g.usage == Use::Finite)),
                Piece::Comma
                | Piece::Stop
                | Piece::Conjunction
                | Piece::Relative
                | Piece::Subordinator => Some(false),
                _ => None,
            });
            if ahead != Some(true) {
                self.chunks[c].piece = Piece::Preposition;
            }
        }
    }

    /// Whether a chunk's head is a number, without a noun after it.
    pub fn is_number(&self, chunk: usize) -> bool {
        let unit = self.chunks.get(chunk).and_then(|c| self.units.get(c.head));
        let token = unit.and_then(|u| self.teller.doc.tokens.get(u.from));
        token.is_some_and(|t| t.kind == TokenKind::Number)
    }
}

fn modal(form: &str) -> Modality {
    match form {
        "will" | "would" | "shall" | "won't" | "wouldn't" => Modality::Planned,
        "must" | "should" | "mustn't" | "shouldn't" => Modality::Required,
        "can" | "could" | "may" | "might" | "can't" | "cannot" | "couldn't" | "mightn't" => {
            Modality::Possible
        }
        // "'ll" and "'d" after a pronoun.
        _ => Modality::Planned,
    }
}
