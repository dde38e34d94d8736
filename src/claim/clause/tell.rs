//! Tells verbs from nouns and adjectives by what stands beside them.

use super::around::{AHEAD, Teller};
use super::unit::{Kind, Unit};
use super::verb::{Reading, form, kind, kinds, noun_is};

/// The form in which a verb is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Use {
    /// With a subject of its own, or after an auxiliary.
    Finite,
    /// After "to".
    Infinitive,
    /// "-ing" without a form of "be".
    Ing,
    /// A past participle without an auxiliary: "held by".
    Participle,
}

/// A word that may be a verb, with what stands around it.
struct Here<'a> {
    units: &'a [Unit],
    /// How the units before it are used.
    uses: &'a [Option<Use>],
    i: usize,
    unit: &'a Unit,
    r: &'a Reading,
    /// The unit before, past adverbs: its number, and itself.
    left: Option<usize>,
    before: Option<&'a Unit>,
    /// The unit after, past adverbs and the verb's own particle.
    right: Option<&'a Unit>,
    /// Whether a noun phrase surely begins there, and whether a noun stands there.
    opens: bool,
    noun: bool,
}

impl Here<'_> {
    fn kind_before(&self) -> Option<Kind> {
        self.before.map(|u| u.kind)
    }

    fn has(&self, forms: u8) -> bool {
        self.r.forms & forms != 0
    }

    /// Whether the word itself is of a kind.
    fn is(&self, kinds: u32) -> bool {
        self.r.own & kinds != 0
    }

    /// Whether the verb may have a clause after it.
    fn content(&self) -> bool {
        self.r.kinds & (kind::STATE | kind::CONTENT) != 0
    }

    /// Whether an infinitive that the verb may take follows.
    fn to(&self) -> bool {
        self.r.kinds & kind::TO != 0 && self.right.is_some_and(|u| u.kind == Kind::To)
    }
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
        let here = Here {
            units,
            uses,
            i,
            unit,
            r,
            left,
            before,
            right,
            opens: self.opens(right),
            noun: right.is_some_and(|u| u.kind == Kind::Noun),
        };
        match here.kind_before() {
            Some(Kind::Modal | Kind::Do) => return here.has(form::BASE).then_some(Use::Finite),
            Some(Kind::To) => return here.has(form::BASE).then_some(Use::Infinitive),
            Some(Kind::Have) => return here.has(form::PARTICIPLE).then_some(Use::Finite),
            Some(Kind::Be) => {
                return here.has(form::PARTICIPLE | form::ING).then_some(Use::Finite);
            }
            _ => {}
        }
        if here.has(form::ING) {
            return self.ing(&here);
        }
        if here.has(form::PAST | form::PARTICIPLE)
            && let Some(told) = self.past(&here)
        {
            return told;
        }
        if here.has(form::THIRD) {
            return self.third(&here);
        }
        if here.has(form::BASE) { self.base(&here) } else { None }
    }

    fn ing(&self, here: &Here<'_>) -> Option<Use> {
        let Here { units, i, before, right, opens, noun, .. } = *here;
        if here.is(kind::NOUN_ING) && !opens {
            return None;
        }
        // "are leaving the town and moving arms".
        let joined =
            before.is_some_and(|b| b.kind == Kind::Conjunction)
                && (0..i).rev().take(AHEAD).find(|k| units[*k].kind == Kind::Verb).is_some_and(
                    |k| self.reading(&units[k]).is_some_and(|r| r.forms & form::ING != 0),
                );
        let owned = right.is_some_and(|u| u.possessive);
        if here.is(kind::MODIFIER_ING) && noun && !owned && !joined {
            return None;
        }
        // Without a listed verb only "is" before it tells.
        let ok = !here.r.guessed
            && match here.kind_before() {
                Some(Kind::Determiner | Kind::Number) => false,
                // "a promoter and booking agent".
                Some(Kind::Conjunction) => {
                    joined || opens || !noun || right.is_some_and(|r| self.plural(r))
                }
                Some(Kind::Noun) => before.is_some_and(|b| {
                    // "peace keeping forces", "the monitoring group said"; but "rebels fighting
                    // government forces".
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
    fn past(&self, here: &Here<'_>) -> Option<Option<Use>> {
        let Here { units, uses, i, before, right, opens, noun, .. } = *here;
        let participle = here.has(form::PARTICIPLE);
        let past = here.has(form::PAST);
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
        match here.kind_before() {
            Some(Kind::Determiner) if alone && opens => return finite,
            Some(Kind::Number | Kind::Preposition) if noun || here.has(form::BASE) => {
                return Some(None);
            }
            Some(Kind::Determiner) => return Some(None),
            Some(Kind::Noun) if before.is_some_and(|b| b.possessive) => return Some(None),
            _ => {}
        }
        if participle && self.by(units, i) {
            return reduced;
        }
        match here.kind_before() {
            None | Some(Kind::Stop) if noun && !opens => Some(None),
            None | Some(Kind::Stop) => reduced,
            Some(Kind::Pronoun | Kind::Relative) => finite,
            Some(Kind::Comma) if opens && !here.is(kind::ADJECTIVE) => finite,
            Some(Kind::Comma) if right.is_some_and(|u| u.kind == Kind::To) => finite,
            Some(Kind::Comma) if noun && self.finite_follows(units, i) => Some(None),
            Some(Kind::Comma) => reduced,
            Some(Kind::Preposition) => reduced,
            Some(Kind::Verb) => reduced,
            Some(Kind::Noun | Kind::Number) => {
                let named = before.is_some_and(|b| b.mention.is_some());
                if here.r.guessed && noun && !opens && !named {
                    return Some(None);
                }
                let follows = self.finite_follows(units, i);
                let content = here.content();
                let second = participle && !opens && self.finite_before(units, uses, i);
                if content && past && (noun || opens) && !second {
                    return finite;
                }
                // "the US backed fighters would": the participle belongs to the noun.
                if follows && (noun || opens) && here.is(kind::COMPOUND) && named {
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
                if !opens && here.is(kind::NOUN) {
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

    fn third(&self, here: &Here<'_>) -> Option<Use> {
        let Here { units, uses, i, right, opens, noun, .. } = *here;
        let nounish = here.r.kinds & kind::NOUN != 0;
        let before = here.before?;
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
        let content = here.content() && (opens || noun);
        let sure = matches!(before.kind, Kind::Pronoun | Kind::Relative)
            || content && before.mention.is_some();
        // "air strikes helped", "the rebels launched": the verb comes after.
        let verb_next =
            right.and_then(|u| self.reading(u)).is_some_and(|r| r.forms & form::PAST != 0);
        let pronoun = matches!(before.kind, Kind::Pronoun | Kind::Relative);
        let second = nounish && before.mention.is_none() && self.finite_before(units, uses, i);
        if !pronoun
            && (noun_is(self.form(here.unit), kind::MEMBER) || nounish && verb_next || second)
        {
            return None;
        }
        if !subject || !sure && self.finite_follows(units, i) {
            return None;
        }
        let named = before.mention.is_some() || sure;
        let takes =
            if nounish { opens || noun && named || sure || named && here.to() } else { true };
        takes.then_some(Use::Finite)
    }

    fn base(&self, here: &Here<'_>) -> Option<Use> {
        let Here { units, uses, i, opens, noun, .. } = *here;
        let nounish = here.is(kind::NOUN);
        let at = here.left?;
        let before = units.get(at)?;
        let takes = opens || noun && !nounish || here.to();
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
                let content = here.content();
                let alone = !self.finite_follows(units, i) && !self.finite_before(units, uses, i);
                (subject && takes && (content || alone)).then_some(Use::Finite)
            }
            _ => None,
        }
    }
}
