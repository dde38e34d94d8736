//! Corrections by the reader: what can be corrected, what was, and what came of it.

use super::dates::words as day_words;
use super::evidence::line;
use super::model::{Body, Line, Link};
use super::scope::Scope;
use crate::analysis::Analysis;
use crate::claim::align::SentenceRef;
use crate::correction::{Edit, Fate, Outcome, Place, To, What, tidy};
use crate::entity::{EntityType, Form, Mention, MentionRef, counted_label, label};
use crate::ingest::PartialDate;
use crate::map::ByName;
use crate::order::Order;
use crate::route::{Page, Route};
use crate::span::CodePoints;
use crate::text::fold;
use serde::Serialize;

/// The most actors that are suggested while one is typed; all can be typed.
const MOST_SUGGESTED: usize = 400;

/// What the actor page has for corrections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectView {
    /// The actor's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: EntityType,
    /// Other actors, as they can be typed.
    pub others: Vec<String>,
    /// What the reader has done to it.
    pub notes: Vec<NoteView>,
    /// All corrections.
    pub all: Link,
}

/// A correction that made an actor what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// Its number in the list of corrections.
    pub number: usize,
    /// "You merged “A” into “B”."
    pub text: String,
    /// "on 21 November 2026"
    pub made: Option<String>,
}

/// The list of corrections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectionsView {
    /// In the order in which they apply.
    pub rows: Vec<CorrectionRow>,
    /// How many change something in these articles.
    pub applied: usize,
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectionRow {
    /// "Merged “A” into “B”"
    pub text: String,
    /// The day.
    pub made: Option<String>,
    /// "11 mentions", or why it changes nothing.
    pub outcome: String,
    /// Whether it changes something.
    pub applied: bool,
    /// The actor that it made, or the sentence that it is about.
    pub link: Option<Link>,
}

/// How far a correction of a mention reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Reach {
    /// This mention.
    One,
    /// Every mention of this name that was taken for the same actor.
    Actor,
    /// Every mention of this name.
    All,
}

impl Reach {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::One, Self::Actor, Self::All];

    /// The name in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Actor => "actor",
            Self::All => "all",
        }
    }

    /// The reach with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// A name that can be corrected, with everything a form needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixName {
    /// The words.
    pub label: String,
    /// For whom they were taken.
    pub actor: String,
    /// Its id.
    pub actor_id: String,
    /// The mention; `None` where a label as such is corrected.
    pub at: Option<At>,
    /// How far a correction can reach, each with how many mentions that are.
    pub reaches: Vec<(Reach, usize)>,
}

/// A mention by its article and first byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct At {
    /// The article's id.
    pub article: String,
    /// First byte.
    pub start: u32,
}

/// The names of a sentence, or one label of an actor, to be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixView {
    /// The sentence, with its names marked.
    pub line: Option<Line>,
    /// The names; never empty.
    pub names: Vec<FixName>,
    /// Which of them is chosen first.
    pub chosen: usize,
    /// Actors, as they can be typed.
    pub others: Vec<String>,
}

/// Whom a name is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Give {
    /// An actor, as typed.
    Actor(String),
    /// A new actor of this name.
    New(String),
    /// Nobody.
    Nobody,
}

/// A correction as the reader asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Another name.
    Rename {
        /// Id of the actor.
        actor: String,
        /// As typed.
        name: String,
    },
    /// Another type.
    Retype {
        /// Id of the actor.
        actor: String,
        /// Type.
        kind: EntityType,
    },
    /// One with another actor.
    Merge {
        /// Id of the actor.
        actor: String,
        /// The other, as typed.
        into: String,
    },
    /// No actor.
    Drop {
        /// Id of the actor.
        actor: String,
    },
    /// Another actor's name, or nobody's.
    Fix {
        /// The name.
        name: FixName,
        /// How far.
        reach: Reach,
        /// To whom.
        to: Give,
    },
}

/// What cannot be done, and which field of the form says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// "rename", "retype", "merge", "drop" or "fix".
    pub field: &'static str,
    /// What is wrong, in a sentence.
    pub text: String,
}

/// The edit that does what the reader asks for.
pub fn edit(analysis: &Analysis, deed: &Deed) -> Result<Edit, Fault> {
    let fault = |field: &'static str| move |text: String| Fault { field, text };
    let gone = || "This actor is no longer there.".to_owned();
    let who = |id: &str| analysis.actor(id).and_then(|i| analysis.who(i)).ok_or_else(gone);
    match deed {
        Deed::Rename { actor, name } => {
            let fault = fault("rename");
            let (actor, name) = (who(actor).map_err(fault)?, tidy(name).map_err(fault)?);
            if actor.name == name {
                return Err(fault("That is its name already.".to_owned()));
            }
            Ok(Edit::Rename { actor, name })
        }
        Deed::Retype { actor, kind } => {
            let i = analysis.actor(actor).ok_or_else(|| fault("retype")(gone()))?;
            if analysis.actors.actors.get(i).is_some_and(|a| a.kind == *kind) {
                return Err(fault("retype")("That is its type already.".to_owned()));
            }
            Ok(Edit::Retype { actor: who(actor).map_err(fault("retype"))?, kind: *kind })
        }
        Deed::Merge { actor, into } => {
            let fault = fault("merge");
            let into = typed(analysis, into).map_err(fault)?;
            if analysis.actor(actor) == Some(into) {
                return Err(fault("That is this actor itself.".to_owned()));
            }
            let into = analysis.who(into).ok_or_else(|| fault(gone()))?;
            Ok(Edit::Merge { actor: who(actor).map_err(fault)?, into })
        }
        Deed::Drop { actor } => Ok(Edit::DropActor(who(actor).map_err(fault("drop"))?)),
        Deed::Fix { name, reach, to } => {
            let fault = fault("fix");
            let what = match (reach, &name.at) {
                (Reach::All, _) => What::Everywhere(name.label.clone()),
                (Reach::One, Some(at)) => {
                    let place = place(analysis, at)
                        .ok_or_else(|| fault("This mention is no longer there.".to_owned()))?;
                    What::Mention(place)
                }
                _ => What::Label {
                    actor: who(&name.actor_id).map_err(fault)?,
                    label: name.label.clone(),
                },
            };
            let to = match to {
                Give::Nobody => return Ok(Edit::Drop(what)),
                Give::New(given) => {
                    let given = tidy(given).map_err(fault)?;
                    let of = analysis.actor(&name.actor_id);
                    let kind =
                        name.at.as_ref().and_then(|at| mention(analysis, at)).map(|m| m.kind);
                    let kind = kind.or_else(|| Some(analysis.actors.actors.get(of?)?.kind));
                    To::New { name: given, kind: kind.unwrap_or(EntityType::Misc) }
                }
                Give::Actor(name_typed) => {
                    let i = typed(analysis, name_typed).map_err(fault)?;
                    if *reach != Reach::All && analysis.actor(&name.actor_id) == Some(i) {
                        return Err(fault(format!("It is taken for “{}” already.", name.actor)));
                    }
                    To::Actor(analysis.who(i).ok_or_else(|| fault(gone()))?)
                }
            };
            Ok(Edit::Move { what, to })
        }
    }
}

fn mention_ref(analysis: &Analysis, at: &At) -> Option<MentionRef> {
    let article = analysis.article(&at.article)?;
    let a = analysis.articles.get(article)?;
    let mention = a.mentions.iter().position(|m| m.span.start == at.start)?;
    Some(MentionRef { article, mention })
}

fn mention<'a>(analysis: &'a Analysis, at: &At) -> Option<&'a Mention> {
    analysis.mention(mention_ref(analysis, at)?)
}

fn place(analysis: &Analysis, at: &At) -> Option<Place> {
    let m = mention(analysis, at)?;
    let a = analysis.articles.get(analysis.article(&at.article)?)?;
    let [start, end] = CodePoints::new(&a.text).pair(m.span);
    Some(Place { article: a.id.clone(), start, end, text: label(&a.text, m) })
}

/// Every actor as it can be typed: its name, with its type or id where names are the same.
fn typeable(analysis: &Analysis) -> Vec<String> {
    let actors = &analysis.actors.actors;
    let mut names: ByName<usize> = ByName::default();
    for a in actors {
        *names.slot(&a.name) += 1;
    }
    let mut typed: ByName<usize> = ByName::default();
    let with_kind = |a: &crate::entity::Actor| format!("{} ({})", a.name, a.kind.label());
    for a in actors {
        *typed.slot(&with_kind(a)) += 1;
    }
    actors
        .iter()
        .map(|a| {
            if names.get(&a.name).is_none_or(|n| *n < 2) {
                return a.name.clone();
            }
            let own = with_kind(a);
            if typed.get(&own).is_none_or(|n| *n < 2) {
                return own;
            }
            format!("{} ({})", a.name, a.id)
        })
        .collect()
}

/// The actor that was typed.
fn typed(analysis: &Analysis, words: &str) -> Result<usize, String> {
    let words = words.trim();
    if words.is_empty() {
        return Err("Type the name of an actor.".to_owned());
    }
    let all = typeable(analysis);
    if let Some(i) = all.iter().position(|t| t == words) {
        return Ok(i);
    }
    let wanted = fold(words);
    let actors = &analysis.actors.actors;
    let mut found: Vec<usize> =
        (0..all.len()).filter(|i| all.get(*i).is_some_and(|t| fold(t) == wanted)).collect();
    if found.is_empty() {
        found = (0..actors.len())
            .filter(|i| actors.get(*i).is_some_and(|a| fold(&a.name) == wanted))
            .collect();
    }
    if found.is_empty() {
        let has = |i: &usize| {
            analysis.counted_mentions(*i).any(|(at, m)| {
                m.form == Form::Name
                    && analysis
                        .articles
                        .get(at.article)
                        .is_some_and(|a| fold(&label(&a.text, m)) == wanted)
            })
        };
        found = (0..actors.len()).filter(has).collect();
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(format!("No actor here is called “{words}”. Choose one of the suggestions.")),
        several => {
            let names: Vec<&str> =
                several.iter().take(4).filter_map(|i| all.get(*i)).map(String::as_str).collect();
            Err(format!("“{words}” fits several: {}. Choose one.", names.join(", ")))
        }
    }
}

/// Actors to suggest, the most often named first, without one.
fn others(analysis: &Analysis, but: Option<usize>) -> Vec<String> {
    let all = typeable(analysis);
    all.into_iter()
        .enumerate()
        .filter(|(i, _)| Some(*i) != but)
        .take(MOST_SUGGESTED)
        .map(|(_, name)| name)
        .collect()
}

/// What the actor page has for corrections.
pub(super) fn correct(scope: &Scope<'_>, index: usize) -> CorrectView {
    let analysis = scope.analysis;
    let actor = analysis.actors.actors.get(index);
    let notes = analysis.effects.notes.get(index).map_or(&[][..], Vec::as_slice);
    let count = analysis.corrections().len();
    CorrectView {
        id: actor.map_or(String::new(), |a| a.id.clone()),
        name: actor.map_or(String::new(), |a| a.name.clone()),
        kind: actor.map_or(EntityType::Misc, |a| a.kind),
        others: others(analysis, Some(index)),
        notes: notes
            .iter()
            .filter_map(|number| {
                let c = analysis.corrections().get(*number)?;
                let text = format!("You {}.", words(&c.edit));
                Some(NoteView { number: *number, text, made: made(c.made.as_deref()) })
            })
            .collect(),
        all: Link {
            text: match count {
                0 => "All corrections".to_owned(),
                1 => "All corrections (1)".to_owned(),
                n => format!("All corrections ({n})"),
            },
            href: Route::to(Page::Corrections).to_hash(),
        },
    }
}

fn made(day: Option<&str>) -> Option<String> {
    PartialDate::parse(day?).map(day_words)
}

/// What became of an actor that no article names any more.
pub(super) fn gone(scope: &Scope<'_>, id: &str) -> String {
    match scope.analysis.fate(id) {
        Some(Fate::Dropped(name)) => {
            format!("you marked “{name}” as not an actor; undo it in the list of corrections")
        }
        _ => format!("no article in this library names an actor \"{id}\""),
    }
}

/// What a link to an actor leads to now, where that is another one.
pub(super) fn led(scope: &Scope<'_>, id: &str) -> Option<String> {
    let Some(Fate::Is(now)) = scope.analysis.fate(id) else { return None };
    let index = scope.analysis.actor(now)?;
    let name = &scope.analysis.actors.actors.get(index)?.name;
    Some(format!("The link is to an actor that your corrections made part of this one, “{name}”."))
}

/// What an edit does, after "You".
pub fn words(edit: &Edit) -> String {
    let of = |what: &What| match what {
        What::Mention(p) => format!("one mention of “{}”", p.text),
        What::Label { actor, label } => format!("every “{label}” of “{}”", actor.name),
        What::Everywhere(label) => format!("every “{label}”"),
    };
    match edit {
        Edit::Merge { actor, into } => format!("merged “{}” into “{}”", actor.name, into.name),
        Edit::Rename { actor, name } => format!("renamed “{}” to “{name}”", actor.name),
        Edit::Retype { actor, kind } => {
            format!("set the type of “{}” to {}", actor.name, kind.label())
        }
        Edit::Move { what, to: To::Actor(who) } => {
            format!("moved {} to “{}”", of(what), who.name)
        }
        Edit::Move { what, to: To::New { name, .. } } => {
            format!("split {} off as “{name}”", of(what))
        }
        Edit::Drop(what) => format!("marked {} as not an actor", of(what)),
        Edit::DropActor(who) => format!("marked “{}” as not an actor", who.name),
    }
}

/// The same, as a sentence's beginning.
pub fn sentence(edit: &Edit) -> String {
    let words = words(edit);
    let mut chars = words.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    first + chars.as_str()
}

/// The page of all corrections.
pub(super) fn body(scope: &Scope<'_>) -> Body {
    let analysis = scope.analysis;
    let actor_of_note =
        |number: usize| analysis.effects.notes.iter().position(|notes| notes.contains(&number));
    let rows: Vec<CorrectionRow> = analysis
        .corrections()
        .iter()
        .zip(&analysis.effects.outcomes)
        .enumerate()
        .map(|(number, (c, outcome))| {
            let place = match &c.edit {
                Edit::Move { what: What::Mention(p), .. } | Edit::Drop(What::Mention(p)) => Some(p),
                _ => None,
            };
            let link = match (outcome, place) {
                (Outcome::Applied(_), Some(p)) => sentence_link(analysis, p),
                (Outcome::Applied(_), None) => actor_of_note(number).map(|i| scope.actor_link(i)),
                (Outcome::NotApplied(_), _) => None,
            };
            CorrectionRow {
                text: sentence(&c.edit),
                made: made(c.made.as_deref()),
                outcome: match outcome {
                    Outcome::Applied(1) => "1 mention".to_owned(),
                    Outcome::Applied(n) => format!("{n} mentions"),
                    Outcome::NotApplied(why) => format!("Changes nothing here: {why}."),
                },
                applied: matches!(outcome, Outcome::Applied(_)),
                link,
            }
        })
        .collect();
    let applied = rows.iter().filter(|r| r.applied).count();
    Body::Corrections(CorrectionsView { rows, applied })
}

fn sentence_link(analysis: &Analysis, place: &Place) -> Option<Link> {
    let a = analysis.articles.get(analysis.article(&place.article)?)?;
    let span = crate::span::from_code_points(&a.text, place.start as usize, place.end as usize)?;
    let m = a.mentions.iter().find(|m| m.span == span)?;
    let href = Route::article(&a.id, Some(m.sentence)).to_hash();
    Some(Link { text: a.headline(), href })
}

/// How many mentions of each reach there are.
fn reaches(
    analysis: &Analysis,
    words: &str,
    actor: Option<usize>,
    one: bool,
) -> Vec<(Reach, usize)> {
    let mut of_actor = 0;
    let mut all = 0;
    for (i, a) in analysis.articles.iter().enumerate() {
        for (n, m) in a.mentions.iter().enumerate() {
            if counted_label(&a.text, m) == words {
                all += 1;
                of_actor += usize::from(actor.is_some() && analysis.actor_of(i, n) == actor);
            }
        }
    }
    let mut out = Vec::new();
    if one {
        out.push((Reach::One, 1));
    }
    if of_actor > usize::from(one) {
        out.push((Reach::Actor, of_actor));
    }
    if all > of_actor.max(usize::from(one)) || out.is_empty() {
        out.push((Reach::All, all));
    }
    out
}

fn fix_name(analysis: &Analysis, at: MentionRef) -> Option<FixName> {
    let a = analysis.articles.get(at.article)?;
    let m = analysis.mention(at)?;
    let actor = analysis.actor_of(at.article, at.mention);
    let own = actor.and_then(|i| analysis.actors.actors.get(i));
    let words = counted_label(&a.text, m);
    Some(FixName {
        actor: own.map_or(String::new(), |a| a.name.clone()),
        actor_id: own.map_or(String::new(), |a| a.id.clone()),
        at: Some(At { article: a.id.clone(), start: m.span.start }),
        reaches: reaches(analysis, &words, actor, true),
        label: words,
    })
}

/// What can be corrected at a link: the names of a sentence (of them first the one with these
/// words), or a label of an actor.
pub fn fix(analysis: &Analysis, link: &str, words: &str) -> Option<FixView> {
    match Route::parse(link).page {
        Page::Article { id, at: Some(sentence), .. } => {
            let article = analysis.article(&id)?;
            let a = analysis.articles.get(article)?;
            let mut found: Vec<(usize, &Mention)> = a
                .mentions
                .iter()
                .enumerate()
                .filter(|(_, m)| m.sentence == sentence && m.form != Form::Pronoun)
                .collect();
            found.order_by_key(|(_, m)| (m.span.start, core::cmp::Reverse(m.span.end)));
            let names: Vec<FixName> = found
                .iter()
                .filter_map(|(n, _)| fix_name(analysis, MentionRef { article, mention: *n }))
                .collect();
            let is =
                |m: &Mention| m.span.of(&a.text) == words || counted_label(&a.text, m) == words;
            let chosen = found.iter().position(|(_, m)| is(m)).unwrap_or(0);
            let route = Route::to(Page::Overview);
            let scope = Scope::new(analysis, &route);
            let spans: Vec<_> = found.iter().map(|(_, m)| m.span).collect();
            let line = line(&scope, SentenceRef { article, sentence }, &spans);
            let others = others(analysis, None);
            (!names.is_empty()).then_some(FixView { line, names, chosen, others })
        }
        Page::Actor { id, .. } => {
            let index = analysis.actor(&id)?;
            let actor = analysis.actors.actors.get(index)?;
            // The label as it is counted, of the mention that is written like this.
            let label = analysis.counted_mentions(index).find_map(|(at, m)| {
                let a = analysis.articles.get(at.article)?;
                let own = counted_label(&a.text, m);
                (label(&a.text, m) == words || own == words).then_some(own)
            })?;
            let reaches = reaches(analysis, &label, Some(index), false);
            let (name, id) = (actor.name.clone(), actor.id.clone());
            let names = vec![FixName { label, actor: name, actor_id: id, at: None, reaches }];
            let others = others(analysis, Some(index));
            Some(FixView { line: None, names, chosen: 0, others })
        }
        _ => None,
    }
}
