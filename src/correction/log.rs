//! The corrections in force, and those before and after: undo and redo.

use super::{Correction, Edit};
use std::rc::Rc;

/// The most steps that can be undone.
const MOST_STEPS: usize = 200;

/// A list of corrections, and the step that led to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Stage {
    list: Vec<Rc<Correction>>,
    /// The step in words ("“A” merged into “B”").
    step: String,
}

/// Lists of corrections, one after the other, and a place among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    stages: Vec<Stage>,
    at: usize,
}

impl Default for Log {
    fn default() -> Self {
        Self { stages: vec![Stage::default()], at: 0 }
    }
}

impl Log {
    /// A log that holds these already; `words` says what each of them does. The last ones can be
    /// undone one by one.
    pub fn of(list: Vec<Correction>, words: impl Fn(&Edit) -> String) -> Self {
        let list: Vec<Rc<Correction>> = list.into_iter().map(Rc::new).collect();
        let first = list.len().saturating_sub(MOST_STEPS / 4);
        let stages: Vec<Stage> = (first..=list.len())
            .map(|n| Stage {
                list: list.iter().take(n).cloned().collect(),
                step: n
                    .checked_sub(1)
                    .and_then(|i| list.get(i))
                    .map_or(String::new(), |c| words(&c.edit)),
            })
            .collect();
        let at = stages.len() - 1;
        Self { stages, at }
    }

    fn stage(&self) -> &[Rc<Correction>] {
        self.stages.get(self.at).map_or(&[], |s| s.list.as_slice())
    }

    /// How many are in force.
    pub fn len(&self) -> usize {
        self.stage().len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.stage().is_empty()
    }

    /// Those in force, in the order in which they apply.
    pub fn list(&self) -> Vec<Correction> {
        self.stage().iter().map(|c| Correction::clone(c)).collect()
    }

    fn next(&mut self, list: Vec<Rc<Correction>>, step: String) {
        self.stages.truncate(self.at + 1);
        self.stages.push(Stage { list, step });
        if self.stages.len() > MOST_STEPS {
            self.stages.remove(0);
        }
        self.at = self.stages.len() - 1;
    }

    /// Adds one.
    pub fn push(&mut self, correction: Correction, step: String) {
        let mut list = self.stage().to_vec();
        list.push(Rc::new(correction));
        self.next(list, step);
    }

    /// Takes one out; `false` where there is none with this number.
    pub fn remove(&mut self, number: usize, step: String) -> bool {
        let mut list = self.stage().to_vec();
        if number >= list.len() {
            return false;
        }
        list.remove(number);
        self.next(list, step);
        true
    }

    /// Takes all out.
    pub fn clear(&mut self, step: String) {
        self.next(Vec::new(), step);
    }

    /// Adds those whose edit is not in force yet, as one step. Returns how many these are.
    pub fn extend(&mut self, more: Vec<Correction>, step: String) -> usize {
        let mut list = self.stage().to_vec();
        let before = list.len();
        for correction in more {
            if !list.iter().any(|c| c.edit == correction.edit) {
                list.push(Rc::new(correction));
            }
        }
        let added = list.len() - before;
        if added > 0 {
            self.next(list, step);
        }
        added
    }

    /// Puts other ones in place of all, as one step; `false` where they are the same.
    pub fn replace(&mut self, list: Vec<Correction>, step: String) -> bool {
        let same =
            list.len() == self.len() && list.iter().zip(self.stage()).all(|(a, b)| *a == **b);
        if !same {
            self.next(list.into_iter().map(Rc::new).collect(), step);
        }
        !same
    }

    /// The step that would be undone.
    pub fn undoable(&self) -> Option<&str> {
        (self.at > 0).then(|| self.stages.get(self.at).map(|s| s.step.as_str())).flatten()
    }

    /// The step that would be redone.
    pub fn redoable(&self) -> Option<&str> {
        self.stages.get(self.at + 1).map(|s| s.step.as_str())
    }

    /// Goes back one step; `false` at the beginning.
    pub fn undo(&mut self) -> bool {
        let back = self.at > 0;
        self.at -= usize::from(back);
        back
    }

    /// Goes forward one step; `false` at the end.
    pub fn redo(&mut self) -> bool {
        let on = self.at + 1 < self.stages.len();
        self.at += usize::from(on);
        on
    }
}
