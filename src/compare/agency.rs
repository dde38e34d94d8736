//! Who does what to whom in each column: acts by agent, verb and target, and the part of each actor in them.

use super::{Column, column_of, exact};
use crate::analysis::Analysis;
use crate::claim::agency::{Action, Voice};
use crate::claim::clause::Modality;
use crate::order::Order;
use core::cmp::Ordering;

/// One place where an act is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    /// Index of the article.
    pub article: usize,
    /// Index of the action in [`crate::analysis::Article::actions`].
    pub action: usize,
}

/// How many acts are told in each voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// Active clauses.
    pub active: usize,
    /// Passives that tell who acts.
    pub passive: usize,
    /// Passives that do not.
    pub agentless: usize,
}

impl Voices {
    fn count(&mut self, voice: Voice) {
        match voice {
            Voice::Active => self.active += 1,
            Voice::Passive => self.passive += 1,
            Voice::Agentless => self.agentless += 1,
        }
    }
}

/// What an actor does to another, as these columns tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The actor that acts; `None` where the text does not say, or names none.
    pub agent: Option<usize>,
    /// The verb.
    pub lemma: String,
    /// Whether it is said not to be so.
    pub negated: bool,
    /// Whether it is told as done.
    pub modality: Modality,
    /// The actor acted upon; `None` where what is acted upon names none.
    pub target: Option<usize>,
    /// Its places in each column, in order.
    pub cells: Vec<Vec<Act>>,
}

/// An actor's part in what is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The actor.
    pub actor: usize,
    /// Where it acts, by column, in order of place.
    pub acts: Vec<Vec<Act>>,
    /// Where it is acted upon, by column, in order of place.
    pub undergoes: Vec<Vec<Act>>,
    /// Voices of the acts that it undergoes, by column.
    pub undergoing: Vec<Voices>,
}

impl Part {
    /// All its acts, done and undergone, in all columns.
    pub fn total(&self) -> usize {
        self.acts.iter().chain(&self.undergoes).map(Vec::len).sum()
    }
}

/// A column that tells fewer acts of an actor says too little of its part.
const LEAST: usize = 4;
/// The chance that any actor at all is found in opposite parts by accident.
const ERROR: f64 = 0.05;

/// An actor that two columns put in opposite parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposed {
    /// Index of its [`Part`] among those that were looked at.
    pub part: usize,
    /// The column that tells it in most acts as the one who acts.
    pub acts: usize,
    /// The column that tells it in most acts as acted upon.
    pub undergoes: usize,
}

/// Of the actors that one column tells mostly as acting and another mostly as acted upon, the one for which
/// this is the surest; `None` where chance may explain all of them. The shares of two columns are compared by
/// the exact test, at 5 % for all pairs of columns together that tell enough of an actor (Bonferroni). The test
/// takes acts for independent of each other; within an article they are not quite.
pub fn opposed(parts: &[Part]) -> Option<Opposed> {
    let mut pairs = 0;
    let mut best: Option<(f64, Opposed)> = None;
    for (part, p) in parts.iter().enumerate() {
        let told = |column: usize| {
            let count = |cells: &[Vec<Act>]| cells.get(column).map_or(0, Vec::len);
            (count(&p.acts), count(&p.acts) + count(&p.undergoes))
        };
        let enough: Vec<usize> = (0..p.acts.len()).filter(|i| told(*i).1 >= LEAST).collect();
        for (i, a) in enough.iter().enumerate() {
            for b in enough.iter().skip(i + 1) {
                pairs += 1;
                let mostly = |column: usize| (2 * told(column).0).cmp(&told(column).1);
                let (acts, undergoes) = match (mostly(*a), mostly(*b)) {
                    (Ordering::Greater, Ordering::Less) => (*a, *b),
                    (Ordering::Less, Ordering::Greater) => (*b, *a),
                    _ => continue,
                };
                let chance = exact(told(*a), told(*b));
                if best.as_ref().is_none_or(|(least, _)| chance < *least) {
                    best = Some((chance, Opposed { part, acts, undergoes }));
                }
            }
        }
    }
    best.filter(|(chance, _)| *chance < ERROR / pairs as f64).map(|(_, opposed)| opposed)
}

/// A verb in words: "not seize" where the act is said not to be so.
pub fn verb_words(lemma: &str, negated: bool) -> String {
    if negated { format!("not {lemma}") } else { lemma.to_owned() }
}

/// How an act is told, after its verb: " (planned)"; nothing where it is told as done.
pub fn told_words(modality: Modality) -> String {
    match modality {
        Modality::Done => String::new(),
        told => format!(" ({})", told.label()),
    }
}

/// An action with its place: column, agent and target as actors.
struct Told<'a> {
    column: usize,
    act: Act,
    action: &'a Action,
    agent: Option<usize>,
    target: Option<usize>,
}

/// Every action in these columns that names an actor, in order of article and place.
fn told<'a>(analysis: &'a Analysis, columns: &[Column]) -> Vec<Told<'a>> {
    let mut out = Vec::new();
    for (article, a) in analysis.articles.iter().enumerate() {
        let Some(column) = column_of(columns, article) else { continue };
        for (index, action) in a.actions.iter().enumerate() {
            let actor =
                |mention: Option<usize>| mention.and_then(|m| analysis.actor_of(article, m));
            let (agent, target) = (actor(action.agent), actor(action.target));
            // Corrections may say that neither is an actor.
            if agent.is_some() || target.is_some() {
                let act = Act { article, action: index };
                out.push(Told { column, act, action, agent, target });
            }
        }
    }
    out
}

fn columns_of(cells: &[Vec<Act>]) -> usize {
    cells.iter().filter(|c| !c.is_empty()).count()
}

/// Acts by agent, verb, target and how they are told: those found in most columns first, then those told most often, then in
/// order of place.
pub fn deeds(analysis: &Analysis, columns: &[Column]) -> Vec<Deed> {
    let mut all = told(analysis, columns);
    let compared = |a: &Told<'_>, b: &Told<'_>| {
        let key = |t: &Told<'_>| (t.agent, t.target, t.action.negated, t.action.modality);
        key(a).cmp(&key(b)).then_with(|| a.action.lemma.cmp(&b.action.lemma))
    };
    all.order_by(compared);
    let same = |a: &Told<'_>, b: &Told<'_>| compared(a, b).is_eq();
    let mut rows = Vec::new();
    for group in all.chunk_by(same) {
        let Some(first) = group.first() else { continue };
        let mut row = Deed {
            agent: first.agent,
            lemma: first.action.lemma.clone(),
            negated: first.action.negated,
            modality: first.action.modality,
            target: first.target,
            cells: vec![Vec::new(); columns.len()],
        };
        for t in group {
            if let Some(cell) = row.cells.get_mut(t.column) {
                cell.push(t.act);
            }
        }
        rows.push(row);
    }
    let total = |d: &Deed| d.cells.iter().map(Vec::len).sum::<usize>();
    let first = |d: &Deed| d.cells.iter().flatten().min().copied();
    rows.order_by(|a, b| {
        let order = columns_of(&b.cells).cmp(&columns_of(&a.cells));
        order.then(total(b).cmp(&total(a))).then(first(a).cmp(&first(b)))
    });
    rows
}

/// The part of each actor that acts or is acted upon: those with most acts first, then in order of the
/// analysis.
pub fn parts(analysis: &Analysis, columns: &[Column]) -> Vec<Part> {
    let mut by_actor: Vec<Option<Part>> = vec![None; analysis.actors.actors.len()];
    for t in told(analysis, columns) {
        for (actor, acts) in [(t.agent, true), (t.target, false)] {
            let Some(actor) = actor else { continue };
            let Some(slot) = by_actor.get_mut(actor) else { continue };
            let part = slot.get_or_insert_with(|| Part {
                actor,
                acts: vec![Vec::new(); columns.len()],
                undergoes: vec![Vec::new(); columns.len()],
                undergoing: vec![Voices::default(); columns.len()],
            });
            let cells = if acts { &mut part.acts } else { &mut part.undergoes };
            if let Some(cell) = cells.get_mut(t.column) {
                cell.push(t.act);
            }
            if let Some(voices) = part.undergoing.get_mut(t.column).filter(|_| !acts) {
                voices.count(t.action.voice);
            }
        }
    }
    let mut out: Vec<Part> = by_actor.into_iter().flatten().collect();
    out.order_by_key(|p| core::cmp::Reverse(p.total()));
    out
}
