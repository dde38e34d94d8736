//! What takes long in a large library is made in slices, between which the page answers.

use crate::analysis::Analysis;
use crate::app::browser;
use crate::page::{Building, Work};
use gloo::timers::callback::Timeout;
use yew::Callback;

/// How long a slice works, in milliseconds. One more step follows at most, so that a frame is seldom missed.
const SLICE: f64 = 8.0;
/// With so many articles all is made at once: it takes some milliseconds, and a bar that flashes by
/// helps nobody.
const FEW: usize = 50;
/// How long that may take all the same, in milliseconds.
const AT_ONCE: f64 = 500.0;

/// The work at hand.
pub struct Slices {
    /// Asks for the next slice.
    next: Callback<()>,
    waiting: Option<Timeout>,
    stopped: bool,
    so_far: Option<Building>,
}

impl Slices {
    /// Nothing is made before it is asked for; `next` is called when the next slice is due.
    pub fn new(next: Callback<()>) -> Self {
        Self { next, waiting: None, stopped: false, so_far: None }
    }

    /// Works for a slice: nothing once what is asked for is there, or how far it is.
    pub fn go(&mut self, analysis: &Analysis, work: Work) -> Option<Building> {
        // What was stopped is not begun again by itself, but other work is.
        if !self.stopped || self.so_far.is_none_or(|b| b.work != work) {
            self.stopped = false;
            let few = analysis.articles.len() <= FEW;
            let limit = if few { AT_ONCE } else { SLICE };
            let from = browser::now();
            let progress = loop {
                let progress = match work {
                    Work::Index => analysis.index_step(),
                    Work::Statements(percent) => analysis.align_step(percent),
                };
                if progress.is_none() || browser::now() - from >= limit {
                    break progress;
                }
            };
            let next = self.next.clone();
            self.waiting = progress.map(|_| Timeout::new(0, move || next.emit(())));
            self.so_far = progress.map(|progress| Building { work, progress, stopped: false });
        }
        self.so_far.map(|so_far| Building { stopped: self.stopped, ..so_far })
    }

    /// Works for a slice on what was last asked for, though no page shows it any more.
    pub fn go_on(&mut self, analysis: &Analysis) {
        if let Some(so_far) = self.so_far {
            self.go(analysis, so_far.work);
        }
    }

    /// Goes on, or stops.
    pub fn set(&mut self, on: bool) {
        self.stopped = !on;
        if self.stopped {
            self.waiting = None;
        }
    }
}
