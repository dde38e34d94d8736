//! Units: the words of a sentence by what they may do in a clause. A name or a time expression is one unit
//! whatever it is made of; what stands in brackets is left out.

use super::verb::{self, form};
use crate::claim::time::Timex;
use crate::entity::{Form, Mention};
use crate::span::Span;
use crate::text::class::{Classes, adverb, classes};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// What a unit does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Kind {
    /// A name, a noun, an adjective: whatever may stand inside of a noun phrase.
    Noun,
    Pronoun,
    Determiner,
    Number,
    /// Told from nouns by [`super::tell`].
    Verb,
    Be,
    Have,
    Do,
    Modal,
    Not,
    Adverb,
    To,
    Preposition,
    Subordinator,
    Relative,
    Conjunction,
    Comma,
    /// Ends a clause.
    Stop,
    Time,
}

/// A word, a name or a time expression.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Unit {
    /// First token.
    pub from: usize,
    /// One past the last token.
    pub to: usize,
    pub kind: Kind,
    /// The mention that it is.
    pub mention: Option<usize>,
    /// Whether it has a possessive ending.
    pub possessive: bool,
}

/// What the units of one sentence are read from.
pub(in crate::claim) struct Reader<'a> {
    pub text: &'a str,
    pub doc: &'a Document,
    pub mentions: &'a [Mention],
    pub times: &'a [Timex],
}

impl Reader<'_> {
    fn span(&self, i: usize) -> Span {
        self.doc.tokens.get(i).map_or_else(Span::default, |t| t.span)
    }

    /// Whether a token is a past participle and no base form.
    fn participle(&self, i: usize) -> bool {
        verb::read(self.doc.form(i))
            .is_some_and(|r| r.forms & (form::PARTICIPLE | form::BASE) == form::PARTICIPLE)
    }

    /// Whether a noun phrase surely begins with a token.
    fn opens(&self, i: usize) -> bool {
        let capital = self.span(i).of(self.text).starts_with(char::is_uppercase);
        capital || classes(self.doc.form(i)).any(Classes::DET.with(Classes::PRON))
    }

    /// The units of the tokens of a sentence.
    pub fn units(&self, tokens: Range<usize>) -> Vec<Unit> {
        let mut out: Vec<Unit> = Vec::with_capacity(tokens.len() + 4);
        let begin = self.span(tokens.start).start;
        let mut m = self.mentions.partition_point(|m| m.span.start < begin);
        let mut t = self.times.partition_point(|t| t.span.start < begin);
        let mut i = tokens.start;
        while i < tokens.end {
            let span = self.span(i);
            while self.mentions.get(m).is_some_and(|m| m.span.start < span.start) {
                m += 1;
            }
            while self.times.get(t).is_some_and(|t| t.span.start < span.start) {
                t += 1;
            }
            if let Some((mention, to, possessive)) = self.mention_at(m, i, tokens.end) {
                let mention = Some(mention);
                out.push(Unit { from: i, to, kind: Kind::Noun, mention, possessive });
                i = to;
                continue;
            }
            let determined = out
                .last()
                .is_some_and(|u| u.possessive || u.kind == Kind::Determiner && u.mention.is_none());
            // "will now aim": part of the verb.
            let modal = out.last().is_some_and(|u| u.kind == Kind::Modal);
            let aside = determined || modal && self.doc.form(i) == "now";
            if let Some(time) = self.times.get(t).filter(|t| t.span.start == span.start && !aside) {
                let to = (i + 1..tokens.end).find(|k| self.span(*k).start >= time.span.end);
                let to = to.unwrap_or(tokens.end);
                let whole = self.span(to - 1).end == time.span.end;
                if whole && !self.doc.form(to - 1).contains('-') {
                    out.push(Unit {
                        from: i,
                        to,
                        kind: Kind::Time,
                        mention: None,
                        possessive: false,
                    });
                    i = to;
                    continue;
                }
            }
            i = self.word(i, tokens.end, &mut out);
        }
        out
    }

    /// The longest mention that begins at token `i` and ends with a token, one past its last token, and
    /// whether a possessive ending belongs to that.
    fn mention_at(&self, m: usize, i: usize, end: usize) -> Option<(usize, usize, bool)> {
        let start = self.span(i).start;
        let here =
            self.mentions.iter().enumerate().skip(m).take_while(|(_, m)| m.span.start == start);
        let here = here.filter(|(_, m)| m.form != Form::Pronoun);
        let mut best: Option<(usize, usize, bool)> = None;
        for (index, mention) in here {
            let to = (i..end).find(|k| self.span(*k).end >= mention.span.end)? + 1;
            let rest = Span { start: mention.span.end, end: self.span(to - 1).end }.of(self.text);
            let possessive = matches!(rest, "'s" | "’s" | "'" | "’");
            if (rest.is_empty() || possessive) && best.is_none_or(|(_, longest, _)| to > longest) {
                best = Some((index, to, possessive));
            }
        }
        best
    }

    /// Reads the word or mark at token `i`; one past what was read.
    fn word(&self, i: usize, end: usize, out: &mut Vec<Unit>) -> usize {
        let form = self.doc.form(i);
        let unit = |kind| Unit { from: i, to: i + 1, kind, mention: None, possessive: false };
        let kind = self.doc.tokens.get(i).map_or(TokenKind::Punct, |t| t.kind);
        match kind {
            TokenKind::Number => out.push(unit(Kind::Number)),
            TokenKind::Symbol => {
                if matches!(form, "$" | "€" | "£" | "%") {
                    out.push(unit(Kind::Number));
                }
            }
            TokenKind::Punct => return self.mark(i, end, out),
            TokenKind::Word => {
                // "they've", "he'd", "it's".
                if let Some((before, after)) = form.split_once('\'')
                    && classes(before).any(Classes::PRON.with(Classes::WH))
                    && !classes(before).any(Classes::DET)
                {
                    out.push(unit(Kind::Pronoun));
                    match after {
                        "ve" => out.push(unit(Kind::Have)),
                        // "he'd attacked" and "he's attacked the town", but "he'd attack", "he's attacked by".
                        "d" if self.participle(i + 1) => out.push(unit(Kind::Have)),
                        "s" if self.participle(i + 1) && self.opens(i + 2) => {
                            out.push(unit(Kind::Have));
                        }
                        "ll" | "d" => out.push(unit(Kind::Modal)),
                        "re" | "m" | "s" => out.push(unit(Kind::Be)),
                        _ => {}
                    }
                    return i + 1;
                }
                let possessive = form.ends_with("'s");
                if possessive {
                    out.push(Unit { possessive, ..unit(Kind::Noun) });
                    return i + 1;
                }
                // A letter that is left of a possessive ending after a bracket.
                if form == "s" && matches!(self.doc.form(i.wrapping_sub(1)), "'" | "’") {
                    return i + 1;
                }
                let kind = self.kind(i, form, out);
                out.push(unit(kind));
                if form.ends_with("n't") || form == "cannot" {
                    out.push(unit(Kind::Not));
                }
            }
        }
        i + 1
    }

    fn mark(&self, i: usize, end: usize, out: &mut Vec<Unit>) -> usize {
        let mut unit = |kind| {
            out.push(Unit { from: i, to: i + 1, kind, mention: None, possessive: false });
        };
        match self.doc.form(i) {
            "," => unit(Kind::Comma),
            "(" | "[" => {
                let close =
                    (i + 1..end.min(i + 24)).find(|k| matches!(self.doc.form(*k), ")" | "]"));
                match close {
                    Some(close) => return close + 1,
                    None => unit(Kind::Stop),
                }
            }
            "\"" | "“" | "”" | "«" | "»" | "„" => match out.last_mut() {
                // A quotation begins or ends here, not only a quoted word.
                Some(last) if last.kind == Kind::Comma => last.kind = Kind::Stop,
                _ => {}
            },
            "'" | "’" => {
                let before = self.span(i.wrapping_sub(1)).end == self.span(i).start;
                match out.last_mut() {
                    Some(last) if before && last.to == i && last.kind == Kind::Noun => {
                        last.possessive = true
                    }
                    Some(last) if last.kind == Kind::Comma => last.kind = Kind::Stop,
                    _ => {}
                }
            }
            // A full stop inside of a sentence belongs to an abbreviation.
            "." if i + 1 < end => {}
            "/" | "&" | "*" | "`" | "‘" | ")" | "]" => {}
            _ => unit(Kind::Stop),
        }
        i + 1
    }

    fn kind(&self, i: usize, form: &str, out: &[Unit]) -> Kind {
        let of = classes(form);
        let next = self.doc.form(i + 1);
        let before = out.last().map(|u| u.kind);
        match form {
            "am" | "is" | "are" | "was" | "were" | "be" | "been" | "being" | "isn't" | "aren't"
            | "wasn't" | "weren't" | "'s" | "'re" => return Kind::Be,
            "do" | "does" | "did" | "don't" | "doesn't" | "didn't" => return Kind::Do,
            "not" | "never" | "n't" => return Kind::Not,
            "no" if next == "longer" => return Kind::Not,
            "longer" if self.doc.form(i.wrapping_sub(1)) == "no" => return Kind::Adverb,
            "done" => return Kind::Noun,
            "who" | "whom" | "which" | "whose" => return Kind::Relative,
            "more" | "less" | "fewer" if next == "than" => return Kind::Adverb,
            "than" if matches!(self.doc.form(i.wrapping_sub(1)), "more" | "less" | "fewer") => {
                return Kind::Adverb;
            }
            "that" => return self.that(i, out),
            "because" if next == "of" => return Kind::Preposition,
            "once" | "yet" => return Kind::Adverb,
            // "will likely bring", "will now aim".
            "likely" | "now" if before == Some(Kind::Modal) => return Kind::Adverb,
            "so" => return Kind::Subordinator,
            "to" => return Kind::To,
            "one" => return Kind::Number,
            // Begins a noun phrase: "newly elected leaders".
            "newly" => return Kind::Determiner,
            "her" if !self.opens_noun(i + 1) => return Kind::Pronoun,
            "there" | "here" => return Kind::Pronoun,
            "out" | "up" | "off" | "down" | "back" | "away" | "ahead" | "together" => {
                return Kind::Preposition;
            }
            _ => {}
        }
        let number_next = self.doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number);
        if of.any(Classes::MODAL) {
            Kind::Modal
        } else if of.any(Classes::AUX) {
            Kind::Have
        } else if of.any(Classes::WH.with(Classes::SUB)) && before == Some(Kind::Preposition) {
            Kind::Subordinator
        } else if of.any(Classes::SUB) || of.any(Classes::WH) {
            // "after the battle" is told from "after they came" by what follows, later.
            Kind::Subordinator
        } else if of.any(Classes::PREP)
            && number_next
            && matches!(form, "about" | "around" | "over" | "under" | "than")
        {
            Kind::Adverb
        } else if of.any(Classes::PREP)
            && matches!(
                self.doc.form(i.wrapping_sub(1)),
                "the" | "a" | "an" | "its" | "his" | "their"
            )
        {
            // "the above statement".
            Kind::Noun
        } else if of.any(Classes::PREP) {
            Kind::Preposition
        } else if of.any(Classes::CONJ) {
            Kind::Conjunction
        } else if of.any(Classes::PRON) {
            Kind::Pronoun
        } else if of.any(Classes::DET) {
            Kind::Determiner
        } else if adverb(form) {
            Kind::Adverb
        } else {
            Kind::Noun
        }
    }

    /// Whether a word that may stand in a noun phrase follows.
    fn opens_noun(&self, i: usize) -> bool {
        let word = self
            .doc
            .tokens
            .get(i)
            .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number));
        word && classes(self.doc.form(i)).is_open()
    }

    /// "that" by its neighbours: determiner, relative, or the head of a content clause.
    fn that(&self, i: usize, out: &[Unit]) -> Kind {
        let next = classes(self.doc.form(i + 1));
        let verb_next = next.any(Classes::AUX.with(Classes::MODAL).with(Classes::VERB));
        match out.last().map(|u| u.kind) {
            // "pointed out that" tells, "in that city" does not.
            Some(Kind::Preposition)
                if matches!(self.doc.form(i.wrapping_sub(1)), "out" | "on" | "up" | "down") =>
            {
                Kind::Subordinator
            }
            Some(Kind::Preposition | Kind::To) => Kind::Determiner,
            None | Some(Kind::Stop | Kind::Conjunction) if verb_next => Kind::Pronoun,
            None | Some(Kind::Stop) if self.opens_noun(i + 1) => Kind::Determiner,
            Some(Kind::Noun | Kind::Number | Kind::Pronoun) => Kind::Relative,
            _ => Kind::Subordinator,
        }
    }
}
