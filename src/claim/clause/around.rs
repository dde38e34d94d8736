//! What stands around a word: whether a noun phrase, "by" or a finite verb follows, or came before.

use super::tell::Use;
use super::unit::{Kind, Unit};
use super::verb::{Reading, form, kind};
use crate::text::Document;
use crate::text::class::{Classes, classes};

/// The farthest that is looked ahead for a finite verb, in units.
pub(in crate::claim) const AHEAD: usize = 12;

pub(in crate::claim) struct Teller<'a> {
    pub doc: &'a Document,
    /// Verb readings of the article's distinct words.
    pub readings: &'a [Option<Reading>],
    pub text: &'a str,
}

impl<'a> Teller<'a> {
    pub fn form(&self, unit: &Unit) -> &'a str {
        self.doc.form(unit.from)
    }

    /// The verb that a unit may be.
    pub fn reading(&self, unit: &Unit) -> Option<&'a Reading> {
        if unit.kind != Kind::Noun && unit.kind != Kind::Verb
            || unit.mention.is_some()
            || unit.possessive
        {
            return None;
        }
        let word = self.doc.tokens.get(unit.from)?.word;
        self.readings.get(word as usize)?.as_ref()
    }

    pub fn capital(&self, unit: &Unit) -> bool {
        let token = self.doc.tokens.get(unit.from);
        token.is_some_and(|t| t.span.of(self.text).starts_with(char::is_uppercase))
    }

    /// Whether a noun phrase surely begins with this unit.
    pub fn opens(&self, unit: Option<&Unit>) -> bool {
        unit.is_some_and(|u| match u.kind {
            Kind::Determiner | Kind::Number | Kind::Pronoun => true,
            Kind::Noun => u.mention.is_some() || u.possessive || self.capital(u),
            _ => false,
        })
    }

    pub fn plural(&self, unit: &Unit) -> bool {
        let form = self.form(unit);
        unit.kind == Kind::Noun
            && (form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us")
                || form.ends_with("men")
                || matches!(form, "people" | "police" | "media" | "children" | "staff"))
    }

    /// Whether a finite verb that has no other subject follows unit `i`, before its clause ends: then
    /// what stands there is no finite verb itself.
    pub fn finite_follows(&self, units: &[Unit], i: usize) -> bool {
        let mut nouns = 0;
        for (n, unit) in units.iter().enumerate().skip(i + 1).take(AHEAD) {
            match unit.kind {
                Kind::Comma
                | Kind::Stop
                | Kind::Subordinator
                | Kind::Relative
                | Kind::Conjunction
                | Kind::Pronoun => return false,
                Kind::To => {
                    // An infinitive, not "to the town".
                    let r = units.get(n + 1).and_then(|u| self.reading(u));
                    if r.is_some_and(|r| r.forms & form::BASE != 0) {
                        return false;
                    }
                }
                Kind::Be | Kind::Have | Kind::Do | Kind::Modal => {
                    return !matches!(self.form(unit), "being" | "been" | "be" | "having");
                }
                Kind::Noun => {
                    nouns += 1;
                    let Some(r) = self.reading(unit).filter(|_| nouns > 1) else { continue };
                    let past = r.forms & form::PAST != 0
                        && (r.forms & form::PARTICIPLE == 0 && r.forms & form::BASE == 0
                            || self.opens(units.get(n + 1))
                            || r.kinds & kind::CONTENT != 0
                            || classes(self.form(unit)).any(Classes::VERB));
                    // "the challenges our country faces".
                    let third = r.forms & form::THIRD != 0
                        && units.get(n - 1).is_some_and(|u| {
                            // Not "over unpaid contracts".
                            let subject = u.mention.is_some()
                                || n > 1
                                    && units.get(n - 2).is_some_and(|d| d.kind == Kind::Determiner);
                            u.kind == Kind::Noun && !u.possessive && !self.plural(u) && subject
                        })
                        && units
                            .get(n + 1)
                            .is_none_or(|u| matches!(u.kind, Kind::Comma | Kind::Stop));
                    let before = units.get(n.wrapping_sub(1)).map(|u| u.kind);
                    if third || past && before != Some(Kind::Determiner) && !self.by(units, n) {
                        return true;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Whether a finite verb without a clause of its own stands before unit `i` in the same clause.
    pub fn finite_before(&self, units: &[Unit], uses: &[Option<Use>], i: usize) -> bool {
        for k in (0..i).rev().take(AHEAD) {
            let Some(unit) = units.get(k) else { return false };
            match unit.kind {
                Kind::Comma
                | Kind::Stop
                | Kind::Subordinator
                | Kind::Relative
                | Kind::Conjunction => {
                    return false;
                }
                Kind::Be | Kind::Have | Kind::Do | Kind::Modal => return true,
                Kind::Verb if uses.get(k) == Some(&Some(Use::Finite)) => {
                    let kinds = self.reading(unit).map_or(0, |r| r.kinds);
                    return kinds & (kind::STATE | kind::CONTENT) == 0;
                }
                _ => {}
            }
        }
        false
    }

    /// Whether unit `i` would be the first verb after "who", "that" or "after".
    pub fn subordinate(&self, units: &[Unit], i: usize) -> bool {
        let mut before = (0..i).rev().take(AHEAD).map(|k| units[k].kind);
        before
            .find(|kind| {
                !matches!(
                    kind,
                    Kind::Noun
                        | Kind::Determiner
                        | Kind::Number
                        | Kind::Adverb
                        | Kind::Time
                        | Kind::Preposition
                )
            })
            .is_some_and(|kind| matches!(kind, Kind::Relative | Kind::Subordinator))
    }

    /// Whether "by" follows unit `i`.
    pub fn by(&self, units: &[Unit], i: usize) -> bool {
        let next =
            units.iter().skip(i + 1).find(|u| u.kind != Kind::Adverb && u.kind != Kind::Time);
        next.is_some_and(|u| self.form(u) == "by")
    }
}
