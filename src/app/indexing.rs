//! The index is built in slices, between which the page answers.

use crate::analysis::{Analysis, Progress};
use crate::app::browser;
use crate::page::Building;
use gloo::timers::callback::Timeout;
use yew::Callback;

/// How long a slice works, in milliseconds. One more step follows at most, so that a frame is seldom missed.
const SLICE: f64 = 6.0;
/// Up to so many articles are indexed at once: it takes a few milliseconds, and a bar that flashes by
/// helps nobody.
const FEW: usize = 50;
/// How long that may take all the same, in milliseconds.
const AT_ONCE: f64 = 500.0;

/// The building of the index.
pub struct Slices {
    /// Asks for the next slice.
    next: Callback<()>,
    waiting: Option<Timeout>,
    stopped: bool,
    so_far: Option<Progress>,
}

impl Slices {
    /// Nothing is built before it is asked for; `next` is called when the next slice is due.
    pub fn new(next: Callback<()>) -> Self {
        Self { next, waiting: None, stopped: false, so_far: None }
    }

    /// Works for a slice: nothing once the index is whole, or how far it is.
    pub fn go(&mut self, analysis: &Analysis) -> Option<Building> {
        if !self.stopped {
            let few = analysis.articles.len() <= FEW;
            let limit = if few { AT_ONCE } else { SLICE };
            let from = browser::now();
            loop {
                self.so_far = analysis.index_step();
                if self.so_far.is_none() || browser::now() - from >= limit {
                    break;
                }
            }
            let next = self.next.clone();
            self.waiting = self.so_far.map(|_| Timeout::new(0, move || next.emit(())));
        }
        self.so_far.map(|progress| Building { progress, stopped: self.stopped })
    }

    /// Goes on, or stops.
    pub fn set(&mut self, on: bool) {
        self.stopped = !on;
        if self.stopped {
            self.waiting = None;
        }
    }
}
