//! Tells verbs from nouns and adjectives by what stands beside them.

use super::around::{AHEAD, Teller};
use super::unit::{Kind, Unit};
use super::verb::{Reading, form, kind, kinds, noun_is};

/// The form in which a verb is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// With a subject of its own, or after an auxiliary.
    Finite,
    /// After "to".
    Infinitive,
    /// "-ing" without a form of "be".
    Ing,
    /// A past participle without an auxiliary: "held by".
    Participle,
}

impl Teller<'_> {
    /// How unit `i` is used, if it is a verb. Units before it are told already.
    pub fn tell(&self, units: &[Unit], uses: &[Option<Use>], i: usize) -> Option<Use> {
        let unit = units.get(i)?;
        let r = self.reading(unit)?;
        let left = (0..i).rev().find(|k| !matches!(units[*k].kind, Kind::Adverb | Kind::Not));
        let before = left.map(|k| &units[k]);
        let next = |from: usize| (from..units.len()).find(|k| units[*k].kind != Kind::Adverb);
        let mut right = next(i + 1);
        // "carried out a raid": the object follows the particle.
        if let Some(k) = right.filter(|k| units[*k].kind == Kind::Preposition)
            && kinds(&format!("{} {}", r.lemma, self.form(&units[k]))) & kind::PHRASAL != 0
        {
            right = next(k + 1);
        }
        let right = right.map(|k| &units[k]);
        if self.capital(unit) && i > 0 {
            return None;
        }
        let has = |forms: u8| r.forms & forms != 0;
        match before.map(|u| u.kind) {
            Some(Kind::Modal | Kind::Do) if has(form::BASE) => return Some(Use::Finite),
            Some(Kind::To) => return has(form::BASE).then_some(Use::Infinitive),
            Some(Kind::Have) if has(form::PARTICIPLE) && r.own & kind::NOUN == 0 => {
                return Some(Use::Finite);
            }
            Some(Kind::Have) => return has(form::PARTICIPLE).then_some(Use::Finite),
            Some(Kind::Be) if has(form::PARTICIPLE | form::ING) => return Some(Use::Finite),
            Some(Kind::Be | Kind::Modal | Kind::Do) => return None,
            _ => {}
        }
        if has(form::ING) {
            return self.ing(units, i, r, before, right);
        }
        if has(form::PAST | form::PARTICIPLE)
            && let Some(told) = self.past(units, uses, i, r, before, right)
        {
            return told;
        }
        if has(form::THIRD) {
            return self.third(units, uses, i, r, before, right);
        }
        if has(form::BASE) {
            return self.base(units, uses, i, r, left, right);
        }
        None
    }

    fn ing(
        &self,
        units: &[Unit],
        i: usize,
        r: &Reading,
        before: Option<&Unit>,
        right: Option<&Unit>,
    ) -> Option<Use> {
        let opens = self.opens(right);
        let noun = right.is_some_and(|u| u.kind == Kind::Noun);
        if r.own & kind::NOUN_ING != 0 && !opens {
            return None;
        }
        // "are leaving the town and moving arms".
        let joined =
            before.is_some_and(|b| b.kind == Kind::Conjunction)
                && (0..i).rev().take(AHEAD).find(|k| units[*k].kind == Kind::Verb).is_some_and(
                    |k| self.reading(&units[k]).is_some_and(|r| r.forms & form::ING != 0),
                );
        let owned = right.is_some_and(|u| u.possessive);
        if r.own & kind::MODIFIER_ING != 0 && noun && !owned && !joined {
            return None;
        }
        // Without a listed verb only "is" before it tells.
        let ok = !r.guessed
            && match before.map(|u| u.kind) {
                Some(Kind::Determiner | Kind::Number) => false,
                // "a promoter and booking agent".
                Some(Kind::Conjunction) => {
                    joined || opens || !noun || right.is_some_and(|r| self.plural(r))
                }
                Some(Kind::Noun) => before.is_some_and(|b| {
                    // "peace keeping forces", but "rebels fighting government forces".
                    // "the monitoring group said".
                    let modifies = noun && !opens && !right.is_some_and(|r| self.plural(r));
                    !b.possessive
                        && (opens || b.mention.is_some() || self.plural(b))
                        && !(modifies && self.finite_follows(units, i))
                }),
                _ => true,
            };
        // "advancing forces said": a participle before the subject's noun.
        let modifies = noun && !opens && self.finite_follows(units, i) && before.is_none();
        (ok && !modifies).then_some(Use::Ing)
    }

    /// `None` where another form must decide.
    fn past(
        &self,
        units: &[Unit],
        uses: &[Option<Use>],
        i: usize,
        r: &Reading,
        before: Option<&Unit>,
        right: Option<&Unit>,
    ) -> Option<Option<Use>> {
        let opens = self.opens(right);
        let noun = right.is_some_and(|u| u.kind == Kind::Noun);
        let participle = r.forms & form::PARTICIPLE != 0;
        let past = r.forms & form::PAST != 0;
        let alone = before.is_some_and(|b| {
            matches!(
                self.form(b),
                "some"
                    | "many"
                    | "all"
                    | "both"
                    | "those"
                    | "this"
                    | "that"
                    | "most"
                    | "others"
                    | "these"
                    | "few"
            )
        });
        let finite = Some(past.then_some(Use::Finite));
        let reduced = Some(participle.then_some(Use::Participle));
        match before.map(|u| u.kind) {
            Some(Kind::Determiner) if alone && opens => return finite,
            Some(Kind::Determiner | Kind::Number | Kind::Preposition)
                if noun || r.forms & form::BASE != 0 =>
            {
                return Some(None);
            }
            Some(Kind::Determiner) => return Some(None),
            Some(Kind::Noun) if before.is_some_and(|b| b.possessive) => return Some(None),
            _ => {}
        }
        if participle && self.by(units, i) {
            return reduced;
        }
        match before.map(|u| u.kind) {
            None | Some(Kind::Stop) if noun && !opens => Some(None),
            None | Some(Kind::Stop) => reduced,
            Some(Kind::Pronoun | Kind::Relative) => finite,
            Some(Kind::Comma) if opens && r.own & kind::ADJECTIVE == 0 => finite,
            Some(Kind::Comma) if right.is_some_and(|u| u.kind == Kind::To) => finite,
            Some(Kind::Comma) if noun && self.finite_follows(units, i) => Some(None),
            Some(Kind::Comma) => reduced,
            Some(Kind::Preposition) => reduced,
            Some(Kind::Verb) => reduced,
            Some(Kind::Noun | Kind::Number) => {
                let named = before.is_some_and(|b| b.mention.is_some());
                if r.guessed && noun && !opens && !named {
                    return Some(None);
                }
                let follows = self.finite_follows(units, i);
                let content = r.kinds & (kind::STATE | kind::CONTENT) != 0;
                let second = participle && !opens && self.finite_before(units, uses, i);
                if content && past && (noun || opens) && !second {
                    return finite;
                }
                // "the US backed fighters would": the participle belongs to the noun.
                if follows && (noun || opens) && r.own & kind::COMPOUND != 0 && named {
                    return Some(None);
                }
                if follows && !noun && !opens && !self.subordinate(units, i) {
                    return reduced;
                }
                // A clause has one finite verb: "keep the city isolated".
                if second {
                    return reduced;
                }
                // What is as often a noun needs an object ("the cut", "the shot").
                if !opens && r.own & kind::NOUN != 0 {
                    return None;
                }
                finite
            }
            Some(Kind::Conjunction | Kind::Subordinator)
                if noun && !opens && self.finite_follows(units, i) =>
            {
                Some(None)
            }
            _ => finite,
        }
    }

    fn third(
        &self,
        units: &[Unit],
        uses: &[Option<Use>],
        i: usize,
        r: &Reading,
        before: Option<&Unit>,
        right: Option<&Unit>,
    ) -> Option<Use> {
        let unit = units.get(i)?;
        let opens = self.opens(right);
        let noun = right.is_some_and(|u| u.kind == Kind::Noun);
        let nounish = r.kinds & kind::NOUN != 0;
        let before = before?;
        let subject = match before.kind {
            Kind::Noun => !before.possessive && (before.mention.is_some() || !self.plural(before)),
            Kind::Pronoun => !matches!(
                self.form(before),
                "they" | "we" | "i" | "you" | "us" | "them" | "him" | "me"
            ),
            Kind::Relative | Kind::Time => true,
            // "attacks the town and kills".
            Kind::Conjunction => opens && !self.finite_follows(units, i),
            Kind::Comma => !nounish && opens,
            _ => false,
        };
        let content = r.kinds & (kind::STATE | kind::CONTENT) != 0 && (opens || noun);
        let sure = matches!(before.kind, Kind::Pronoun | Kind::Relative)
            || content && before.mention.is_some();
        // "air strikes helped", "the rebels launched": the verb comes after.
        let verb_next =
            right.and_then(|u| self.reading(u)).is_some_and(|r| r.forms & form::PAST != 0);
        let pronoun = matches!(before.kind, Kind::Pronoun | Kind::Relative);
        let second = nounish && before.mention.is_none() && self.finite_before(units, uses, i);
        if !pronoun && (noun_is(self.form(unit), kind::MEMBER) || nounish && verb_next || second) {
            return None;
        }
        if !subject || !sure && self.finite_follows(units, i) {
            return None;
        }
        let named = before.mention.is_some() || sure;
        let takes = if nounish {
            opens
                || noun && named
                || sure
                || named && r.kinds & kind::TO != 0 && right.is_some_and(|u| u.kind == Kind::To)
        } else {
            true
        };
        takes.then_some(Use::Finite)
    }

    fn base(
        &self,
        units: &[Unit],
        uses: &[Option<Use>],
        i: usize,
        r: &Reading,
        left: Option<usize>,
        right: Option<&Unit>,
    ) -> Option<Use> {
        let opens = self.opens(right);
        let noun = right.is_some_and(|u| u.kind == Kind::Noun);
        let nounish = r.own & kind::NOUN != 0;
        let at = left?;
        let before = units.get(at)?;
        let to = r.kinds & kind::TO != 0 && right.is_some_and(|u| u.kind == Kind::To);
        let takes = opens || noun && !nounish || to;
        match before.kind {
            // "help offset the cost".
            Kind::Verb if self.reading(before).is_some_and(|r| r.lemma == "help") => {
                takes.then_some(Use::Infinitive)
            }
            // "to seize the town and kill its men": as the verb before.
            Kind::Conjunction | Kind::Comma => {
                let mut verbs = (0..at).rev().take(20);
                let last = verbs
                    .find(|k| matches!(uses.get(*k), Some(Some(Use::Infinitive | Use::Finite))))?;
                let modal = units.get(..last)?.iter().rev().take(4).any(|u| u.kind == Kind::Modal);
                match uses.get(last).copied().flatten()? {
                    Use::Infinitive if takes => Some(Use::Infinitive),
                    Use::Finite if takes && modal => Some(Use::Finite),
                    _ => None,
                }
            }
            Kind::Pronoun => {
                let subject =
                    matches!(self.form(before), "they" | "we" | "i" | "you" | "who" | "others");
                (subject && (takes || !nounish)).then_some(Use::Finite)
            }
            Kind::Relative => (takes || !nounish).then_some(Use::Finite),
            Kind::Noun => {
                let subject = self.plural(before) && before.mention.is_none() && !before.possessive;
                // "helped the army take the town".
                let bare = (0..at).rev().take(6).find_map(|k| match units[k].kind {
                    Kind::Verb => Some(self.reading(&units[k]).is_some_and(|r| {
                        matches!(r.lemma.as_str(), "help" | "let" | "make" | "watch" | "see")
                    })),
                    Kind::Noun | Kind::Determiner | Kind::Number => None,
                    _ => Some(false),
                });
                if bare == Some(true)
                    && !before.possessive
                    && (opens || !noun && (subject || !nounish))
                {
                    return Some(Use::Infinitive);
                }
                let content = r.kinds & (kind::STATE | kind::CONTENT) != 0;
                let alone = !self.finite_follows(units, i) && !self.finite_before(units, uses, i);
                (subject && takes && (content || alone)).then_some(Use::Finite)
            }
            _ => None,
        }
    }
}
