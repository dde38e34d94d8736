//! The statements of an analysis, found in steps of bounded work.
//!
//! A step reads one article or does one piece of the alignment, so that a page can go on between steps.
//! Statements are kept for the program's own threshold and for the last other one that was asked for.

use super::{Aligned, Analysis, Progress};
use crate::claim::align::{self, THRESHOLD};
use std::cell::RefCell;
use std::rc::Rc;

/// The statements, or what there is of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Alignment {
    own: RefCell<Option<Rc<Aligned>>>,
    /// At another threshold, in percent.
    other: RefCell<Option<(u8, Rc<Aligned>)>>,
    work: Work,
}

/// An alignment that is being made. A copy of an analysis begins anew.
#[derive(Default)]
struct Work(RefCell<Option<Part>>);

struct Part {
    /// The threshold in percent, unless it is the program's own.
    percent: Option<u8>,
    /// Articles that are read.
    articles: usize,
    aligning: align::Aligning,
}

impl Clone for Work {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl core::fmt::Debug for Work {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Work").finish_non_exhaustive()
    }
}

impl Alignment {
    /// The statements at a threshold in percent, or at the program's own, as far as they are known.
    fn known(&self, percent: Option<u8>) -> Option<Rc<Aligned>> {
        match percent {
            None => self.own.borrow().clone(),
            Some(_) => {
                let other = self.other.borrow();
                let known = other.as_ref().filter(|(known, _)| Some(*known) == percent);
                known.map(|(_, aligned)| aligned.clone())
            }
        }
    }

    /// Does one step; how far it is, or nothing where the statements are known. Another threshold than
    /// the last time begins anew.
    pub fn step(&self, analysis: &Analysis, percent: Option<u8>) -> Option<Progress> {
        let percent = other(percent);
        if self.known(percent).is_some() {
            return None;
        }
        let mut work = self.work.0.borrow_mut();
        let part = match work.take().filter(|part| part.percent == percent) {
            Some(part) => part,
            None => Part { percent, articles: 0, aligning: align::Aligning::new(score(percent)) },
        };
        let part = work.insert(part);
        if part.articles < analysis.articles.len() {
            analysis.read_for_alignment(part.articles, &mut part.aligning);
            part.articles += 1;
        } else if let Some(statements) = part.aligning.step() {
            let aligned = Rc::new(Aligned::of(statements, &analysis.articles));
            *work = None;
            match percent {
                None => *self.own.borrow_mut() = Some(aligned),
                Some(percent) => *self.other.borrow_mut() = Some((percent, aligned)),
            }
            return None;
        }
        let (done, of) = part.aligning.progress();
        Some(Progress { done, of })
    }

    /// The statements; what is missing is found at once.
    pub fn whole(&self, analysis: &Analysis, percent: Option<u8>) -> Rc<Aligned> {
        loop {
            if let Some(aligned) = self.known(other(percent)) {
                return aligned;
            }
            self.step(analysis, percent);
        }
    }
}

/// A threshold that is not the program's own.
fn other(percent: Option<u8>) -> Option<u8> {
    percent.filter(|n| f64::from(*n) != (100.0 * THRESHOLD).round())
}

fn score(percent: Option<u8>) -> f64 {
    percent.map_or(THRESHOLD, |n| f64::from(n) / 100.0)
}
