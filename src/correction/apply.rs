//! Putting corrections into force, one after the other.

use super::{Applied, Article, Correction, Edit, Effects, Fate, Outcome, To, What, Who, tidy};
use crate::entity::{
    Actor, Confidence, EntityType, Form, Join, Mention, MentionRef, Resolution, counted_label,
    label, slug,
};
use crate::map::ByName;
use crate::order::Order;

/// Whether an actor is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Here,
    /// Merged into another, or all its mentions moved there.
    Into(usize),
    /// Nothing that it was taken for is an actor.
    Dropped,
}

/// An actor while corrections are applied.
pub(super) struct Slot {
    pub actor: Actor,
    pub state: State,
    /// The type that was found for it.
    pub found: EntityType,
    renamed: bool,
    notes: Vec<usize>,
}

/// The actors while corrections are applied.
pub(super) struct Work<'a> {
    pub articles: &'a [Article<'a>],
    pub slots: Vec<Slot>,
    pub actor_of: Vec<Vec<Option<usize>>>,
    /// Former ids, and whose they were.
    pub aliases: Vec<(String, usize)>,
    /// For each mention the number of its label.
    labels: Vec<Vec<u32>>,
    numbers: ByName<u32>,
}

/// Applies corrections in their order to what was found. None leaves it as it is.
pub fn apply(found: &Resolution, articles: &[Article<'_>], corrections: &[Correction]) -> Applied {
    if corrections.is_empty() {
        let none = found.actors.len();
        let effects = Effects {
            notes: vec![Vec::new(); none],
            found: vec![None; none],
            ..Effects::default()
        };
        return Applied { resolution: found.clone(), effects };
    }
    let mut work = Work::new(found, articles);
    let mut outcomes = Vec::with_capacity(corrections.len());
    for (number, correction) in corrections.iter().enumerate() {
        outcomes.push(match work.edit(&correction.edit, number) {
            Ok(mentions) => Outcome::Applied(mentions),
            Err(reason) => Outcome::NotApplied(reason),
        });
    }
    work.close(outcomes)
}

impl<'a> Work<'a> {
    fn new(found: &Resolution, articles: &'a [Article<'a>]) -> Self {
        let mut numbers: ByName<u32> = ByName::default();
        let mut next = 0;
        let labels = articles
            .iter()
            .map(|a| {
                a.mentions
                    .iter()
                    .map(|m| {
                        let n = *numbers.or_insert(&counted_label(a.text, m), next);
                        next += u32::from(n == next);
                        n
                    })
                    .collect()
            })
            .collect();
        let slots = found
            .actors
            .iter()
            .map(|actor| Slot {
                found: actor.kind,
                actor: actor.clone(),
                state: State::Here,
                renamed: false,
                notes: Vec::new(),
            })
            .collect();
        let aliases = Vec::new();
        Self { articles, slots, actor_of: found.actor_of.clone(), aliases, labels, numbers }
    }

    pub(super) fn label_id(&self, label: &str) -> Option<u32> {
        self.numbers.get(label).copied()
    }

    pub(super) fn label_at(&self, at: MentionRef) -> Option<u32> {
        self.labels.get(at.article)?.get(at.mention).copied()
    }

    pub(super) fn mention(&self, at: MentionRef) -> Option<&'a Mention> {
        self.articles.get(at.article)?.mentions.get(at.mention)
    }

    /// The label of a mention as written.
    fn written(&self, at: MentionRef) -> String {
        let article = self.articles.get(at.article);
        match (article, self.mention(at)) {
            (Some(a), Some(m)) => label(a.text, m),
            _ => String::new(),
        }
    }

    /// Where an actor is now.
    pub(super) fn now(&self, mut i: usize) -> Option<usize> {
        // Nothing leads back to what is gone, so this ends; the bound is for the reader.
        for _ in 0..=self.slots.len() {
            match self.slots.get(i)?.state {
                State::Here => return Some(i),
                State::Into(next) => i = next,
                State::Dropped => return None,
            }
        }
        None
    }

    fn edit(&mut self, edit: &Edit, number: usize) -> Result<usize, String> {
        match edit {
            Edit::Merge { actor, into } => self.merge(actor, into, number),
            Edit::Rename { actor, name } => {
                let i = self.actor(actor)?;
                let name = tidy(name)?;
                let slot = self.slots.get_mut(i).ok_or("it is gone")?;
                if slot.actor.name == name {
                    return Err(format!("“{name}” is its name already"));
                }
                slot.actor.name = name;
                slot.renamed = true;
                slot.notes.push(number);
                Ok(slot.actor.mentions.len())
            }
            Edit::Retype { actor, kind } => {
                let i = self.actor(actor)?;
                let slot = self.slots.get_mut(i).ok_or("it is gone")?;
                if slot.actor.kind == *kind {
                    return Err(format!("“{}” is of this type already", slot.actor.name));
                }
                slot.actor.kind = *kind;
                slot.notes.push(number);
                Ok(slot.actor.mentions.len())
            }
            Edit::Move { what, to } => {
                let all = self.mentions(what)?;
                let to = match to {
                    To::Actor(who) => self.actor(who)?,
                    To::New { name, kind } => self.add(&tidy(name)?, *kind),
                };
                let moved = self.relocate(&all, Some(to), number);
                if moved == 0 {
                    return Err("it is there already".to_owned());
                }
                Ok(moved)
            }
            Edit::Drop(what) => {
                let all = self.mentions(what)?;
                match self.relocate(&all, None, number) {
                    0 => Err(match what {
                        What::Mention(_) => "it is no mention already".to_owned(),
                        _ => "they are no mentions already".to_owned(),
                    }),
                    moved => Ok(moved),
                }
            }
            Edit::DropActor(who) => {
                let i = self.actor(who)?;
                let all = self.slots.get(i).map(|s| s.actor.mentions.clone()).unwrap_or_default();
                Ok(self.relocate(&all, None, number))
            }
        }
    }

    fn merge(&mut self, actor: &Who, into: &Who, number: usize) -> Result<usize, String> {
        let (a, b) = (self.actor(actor)?, self.actor(into)?);
        if a == b {
            return Err("they are one actor already".to_owned());
        }
        let Some(from) = self.slots.get_mut(a) else { return Err("it is gone".to_owned()) };
        from.state = State::Into(b);
        let mentions = core::mem::take(&mut from.actor.mentions);
        let joins = core::mem::take(&mut from.actor.joins);
        let notes = core::mem::take(&mut from.notes);
        let mut old = (from.actor.id.clone(), from.actor.known);
        let (sort, kind, same) = (from.actor.sort.clone(), from.actor.kind, mentions.len());
        let own = format!("Of “{}”, which you merged in: ", from.actor.name);
        for at in &mentions {
            self.place_at(*at, Some(b));
        }
        let Some(slot) = self.slots.get_mut(b) else { return Err("it is gone".to_owned()) };
        // An id that means the same everywhere is kept before one that was made from a name.
        if old.1 && !slot.actor.known {
            core::mem::swap(&mut old.0, &mut slot.actor.id);
            slot.actor.known = true;
        }
        if slot.actor.sort.is_none() && slot.actor.kind == kind {
            slot.actor.sort = sort;
        }
        slot.actor.mentions.extend(mentions);
        slot.actor.mentions.order();
        for mut join in joins {
            // The reason speaks of the actor that it was found for.
            join.reason.insert_str(0, &own);
            if !slot.actor.joins.iter().any(|j| j.label == join.label) {
                slot.actor.joins.push(join);
            }
        }
        slot.actor.joins.order_by(|x, y| x.label.cmp(&y.label));
        slot.notes.extend(notes);
        slot.notes.push(number);
        slot.notes.order();
        slot.notes.dedup();
        self.aliases.push((old.0, b));
        Ok(same)
    }

    /// A new actor without mentions.
    fn add(&mut self, name: &str, kind: EntityType) -> usize {
        let base = slug(name);
        let taken = |id: &str| {
            self.slots.iter().any(|s| s.actor.id == id)
                || self.aliases.iter().any(|(old, _)| old == id)
        };
        let mut id = base.clone();
        let mut n = 2;
        while taken(&id) {
            id = format!("{base}-{n}");
            n += 1;
        }
        let actor = Actor {
            id,
            known: false,
            name: name.to_owned(),
            kind,
            sort: None,
            mentions: Vec::new(),
            joins: Vec::new(),
        };
        let slot =
            Slot { actor, state: State::Here, found: kind, renamed: true, notes: Vec::new() };
        self.slots.push(slot);
        self.slots.len() - 1
    }

    fn place_at(&mut self, at: MentionRef, actor: Option<usize>) {
        let place = self.actor_of.get_mut(at.article).and_then(|a| a.get_mut(at.mention));
        if let Some(place) = place {
            *place = actor;
        }
    }

    fn owner(&self, at: MentionRef) -> Option<usize> {
        *self.actor_of.get(at.article)?.get(at.mention)?
    }

    /// Gives mentions to an actor, or to none. Returns how many were elsewhere.
    fn relocate(&mut self, all: &[MentionRef], to: Option<usize>, number: usize) -> usize {
        let mut from: Vec<usize> = all.iter().filter_map(|at| self.owner(*at)).collect();
        from.order();
        from.dedup();
        from.retain(|i| Some(*i) != to);
        let mut moved = 0;
        for i in from {
            moved += self.part(i, all, to, number);
        }
        // What was dropped before can be given to an actor again.
        let mut back: Vec<MentionRef> = Vec::new();
        if to.is_some() {
            back.extend(all.iter().filter(|at| self.owner(**at).is_none()));
            moved += back.len();
        }
        if let (Some(to), false) = (to, moved == 0) {
            self.receive(to, &back, "You gave it to this actor.", number);
        }
        moved
    }

    /// Takes those of `all` that are an actor's away from it.
    fn part(&mut self, i: usize, all: &[MentionRef], to: Option<usize>, number: usize) -> usize {
        let Some(own) = self.slots.get(i).map(|s| s.actor.mentions.clone()) else { return 0 };
        let mut wanted = all.to_vec();
        wanted.order();
        let mut goes: Vec<bool> = own.iter().map(|at| wanted.binary_search(at).is_ok()).collect();
        let count = goes.iter().filter(|g| **g).count();
        // A pronoun goes with the mention before it; without one, with all.
        let mut last: Option<(usize, bool)> = None;
        let is_pronoun =
            |at: &MentionRef| self.mention(*at).is_some_and(|m| m.form == Form::Pronoun);
        for (at, goes) in own.iter().zip(&mut goes) {
            if !is_pronoun(at) {
                last = Some((at.article, *goes));
            } else if let Some((article, with)) = last
                && article == at.article
            {
                *goes |= with;
            }
        }
        if own.iter().zip(&goes).all(|(at, goes)| *goes || is_pronoun(at)) {
            goes.fill(true);
        }
        let (mut gone, mut kept) = (Vec::new(), Vec::new());
        for (at, goes) in own.into_iter().zip(goes) {
            if goes { gone.push(at) } else { kept.push(at) }
        }
        for at in &gone {
            self.place_at(*at, None);
        }
        let empty = kept.is_empty();
        let before = self.slots.get(i).map(|s| s.actor.name.clone()).unwrap_or_default();
        let fullest = self.fullest(&kept);
        let named_by_gone = gone.iter().any(|at| self.written(*at) == before);
        let left: Vec<String> = kept.iter().map(|at| self.written(*at)).collect();
        if let Some(slot) = self.slots.get_mut(i) {
            slot.actor.mentions = kept;
            slot.actor.joins.retain(|j| left.contains(&j.label));
            slot.notes.push(number);
            if empty {
                slot.state = to.map_or(State::Dropped, State::Into);
            } else if named_by_gone
                && !slot.actor.known
                && !slot.renamed
                && !left.contains(&before)
                && let Some(name) = fullest
            {
                slot.actor.name = name;
            }
        }
        if let Some(to) = to {
            if empty && let Some(id) = self.slots.get(i).map(|s| s.actor.id.clone()) {
                self.aliases.push((id, to));
            }
            self.receive(to, &gone, &format!("You moved it here from “{before}”."), number);
        }
        count
    }

    fn receive(&mut self, to: usize, new: &[MentionRef], reason: &str, number: usize) {
        for at in new {
            self.place_at(*at, Some(to));
        }
        let labels: Vec<String> = new.iter().map(|at| self.written(*at)).collect();
        let Some(slot) = self.slots.get_mut(to) else { return };
        slot.actor.mentions.extend(new);
        slot.actor.mentions.order();
        for label in labels {
            if !slot.actor.joins.iter().any(|j| j.label == label) {
                let (reason, confidence) = (reason.to_owned(), Confidence::Sure);
                slot.actor.joins.push(Join { label, reason, confidence });
            }
        }
        slot.actor.joins.order_by(|x, y| x.label.cmp(&y.label));
        if slot.notes.last() != Some(&number) {
            slot.notes.push(number);
        }
    }

    /// The fullest name among these mentions, then the first in the alphabet.
    fn fullest(&self, mentions: &[MentionRef]) -> Option<String> {
        let mut best: Option<((bool, usize), String)> = None;
        for at in mentions {
            let Some(m) = self.mention(*at).filter(|m| m.form != Form::Pronoun) else { continue };
            let name = self.written(*at);
            let rank = (m.form == Form::Name, name.split(' ').count().min(6));
            let better = best.as_ref().is_none_or(|(r, n)| rank > *r || (rank == *r && name < *n));
            if better {
                best = Some((rank, name));
            }
        }
        best.map(|(_, name)| name)
    }

    /// The actors in their order again.
    fn close(self, outcomes: Vec<Outcome>) -> Applied {
        let mut fates: Vec<(String, Fate)> = Vec::new();
        let id_of = |i: usize| self.slots.get(i).map(|s| s.actor.id.clone());
        for (old, i) in &self.aliases {
            let fate = match self.now(*i).and_then(id_of) {
                Some(id) => Fate::Is(id),
                None => {
                    let name = self.slots.get(*i).map(|s| s.actor.name.clone());
                    Fate::Dropped(name.unwrap_or_default())
                }
            };
            fates.push((old.clone(), fate));
        }
        for slot in self.slots.iter().filter(|s| s.state == State::Dropped) {
            fates.push((slot.actor.id.clone(), Fate::Dropped(slot.actor.name.clone())));
        }
        let mut here: Vec<(usize, Slot)> = Vec::new();
        for (i, slot) in self.slots.into_iter().enumerate() {
            if slot.state == State::Here && !slot.actor.mentions.is_empty() {
                here.push((i, slot));
            }
        }
        here.order_by(|(_, a), (_, b)| {
            (b.actor.mentions.len(), &a.actor.id).cmp(&(a.actor.mentions.len(), &b.actor.id))
        });
        let most = here.iter().map(|(i, _)| i + 1).max().unwrap_or(0);
        let mut place: Vec<Option<usize>> = vec![None; most];
        for (to, (from, _)) in here.iter().enumerate() {
            if let Some(p) = place.get_mut(*from) {
                *p = Some(to);
            }
        }
        let actor_of = self
            .actor_of
            .into_iter()
            .map(|of| {
                let new = |i: usize| place.get(i).copied().flatten();
                of.into_iter().map(|i| i.and_then(new)).collect()
            })
            .collect();
        // An id that somebody bears leads to its bearer.
        fates.retain(|(id, _)| !here.iter().any(|(_, s)| s.actor.id == *id));
        let mut effects = Effects { outcomes, fates, ..Effects::default() };
        let mut actors = Vec::with_capacity(here.len());
        for (_, mut slot) in here {
            slot.notes.dedup();
            effects.notes.push(slot.notes);
            effects.found.push((slot.actor.kind != slot.found).then_some(slot.found));
            actors.push(slot.actor);
        }
        Applied { resolution: Resolution { actors, actor_of }, effects }
    }
}
