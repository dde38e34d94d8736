//! What every page is given besides its own view model.

use crate::app::correct::{Standing, Wish};
use crate::app::parts::{evidence, t};
use crate::app::saved::{Keep, Shelf};
use crate::page::{Count, Evidence, FileKind};
use std::cell::Cell;
use yew::prelude::*;

/// A timing measured on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// Name of the measure ("parallax:analyse").
    pub name: String,
    /// Milliseconds.
    pub ms: f64,
}

/// What the page may call back for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Events {
    /// Words typed into a filter of the page.
    pub filter: Callback<String>,
    /// A correction, or something about corrections.
    pub correct: Callback<Wish>,
    /// What the page shows is to be saved as a file, or only the evidence that is open (`true`).
    pub save: Callback<(FileKind, bool)>,
    /// The page is to be printed.
    pub print: Callback<()>,
    /// A search is to be kept, or forgotten.
    pub keep: Callback<Keep>,
    /// Work in slices is to go on, or to stop.
    pub build: Callback<bool>,
}

/// The surroundings of a page while it is rendered.
pub struct Cx<'a> {
    /// Timings on this device.
    pub timings: &'a [Timing],
    /// Events.
    pub events: &'a Events,
    /// How corrections stand.
    pub standing: &'a Standing,
    /// Searches that are kept.
    pub shelf: &'a Shelf,
    open: Option<&'a Evidence>,
    placed: Cell<bool>,
}

impl<'a> Cx<'a> {
    /// Surroundings with this evidence open.
    pub fn new(
        open: Option<&'a Evidence>,
        timings: &'a [Timing],
        events: &'a Events,
        standing: &'a Standing,
        shelf: &'a Shelf,
    ) -> Self {
        Self { timings, events, standing, shelf, open, placed: Cell::new(false) }
    }

    /// The open evidence, the first time that a count here is open.
    ///
    /// Two counts on a page may open the same sentences; these are shown once, under the first.
    pub fn evidence<'c>(&self, mut counts: impl Iterator<Item = &'c Count>) -> Option<Html> {
        counts.any(|c| c.open).then(|| self.place()).flatten()
    }

    /// The open evidence as a full-width row of a table, if a count of the row above is open.
    pub fn row<'c>(&self, columns: usize, counts: impl Iterator<Item = &'c Count>) -> Html {
        match self.evidence(counts) {
            Some(html) => html! {
                <tr class="evidence-row" key="evidence">
                    <td colspan={columns.to_string()}>{ html }</td>
                </tr>
            },
            None => t(""),
        }
    }

    /// The open evidence under a part of the page, if one of its counts is open.
    pub fn under<'c>(&self, counts: impl Iterator<Item = &'c Count>) -> Html {
        self.evidence(counts).unwrap_or_default()
    }

    /// The open evidence if it has found no place yet.
    pub fn place(&self) -> Option<Html> {
        let open = self.open?;
        (!self.placed.replace(true)).then(|| evidence(open, self.events))
    }
}
