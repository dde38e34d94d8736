//! Which rows of a table are listed, and the link that shows each of them alone.

use super::to;
use crate::page::paged::{PagesView, paged};
use crate::route::{Compare, Show};
use core::ops::Range;
use std::cell::{Cell, RefCell};

/// Rows on a page of a table.
const ROWS: usize = 100;

/// Lets rows pass, and keeps the links of those that did, in their order.
pub struct Listed<'a> {
    state: &'a Compare,
    show: Show,
    columns: usize,
    /// Which of the rows that pass are on the page.
    page: Range<usize>,
    passed: Cell<usize>,
    alone: RefCell<Vec<String>>,
}

impl<'a> Listed<'a> {
    /// The rows that `state` asks for of a table of so many columns, on all pages.
    pub fn whole(state: &'a Compare, columns: usize) -> Self {
        // What no row could tell apart is one choice.
        let show = match (state.show, columns) {
            (Show::Every, 0 | 1) => Show::All,
            (Show::Every, 2) => Show::Shared,
            (show, _) => show,
        };
        let (passed, alone) = (Cell::new(0), RefCell::default());
        Self { state, show, columns, page: 0..usize::MAX, passed, alone }
    }

    /// Those on the page that `state` asks for.
    pub fn page(state: &'a Compare, columns: usize) -> Self {
        let first = state.page.saturating_sub(1).saturating_mul(ROWS);
        Self { page: first..first.saturating_add(ROWS), ..Self::whole(state, columns) }
    }

    /// The choice of rows that is in force.
    pub fn show(&self) -> Show {
        self.show
    }

    /// Whether a row that so many columns have is listed on some page.
    pub fn passes(&self, found_in: usize, address: &str) -> bool {
        match (&self.state.row, self.show) {
            (Some(only), _) => only == address,
            (None, Show::All) => true,
            (None, Show::Shared) => found_in > 1,
            (None, Show::Every) => found_in == self.columns,
            (None, Show::Only) => found_in == 1,
        }
    }

    /// Whether a row is listed that so many columns have. Its address consists of names, labels and places,
    /// so that it lasts when other rows come and go.
    pub fn row(&self, found_in: usize, address: String) -> bool {
        if !self.passes(found_in, &address) {
            return false;
        }
        let nth = self.passed.replace(self.passed.get() + 1);
        let listed = self.page.contains(&nth);
        if listed {
            let alone = to(Compare { row: Some(address), page: 1, ..self.state.clone() });
            self.alone.borrow_mut().push(alone);
        }
        listed
    }

    /// The last page, once all rows have been asked for.
    pub fn last_page(&self) -> usize {
        self.passed.get().div_ceil(ROWS).max(1)
    }

    /// The links to the rows that passed, and the ways to the other pages.
    pub fn finish(self) -> (Vec<String>, Option<PagesView>) {
        let turn = |page| to(Compare { page, ..self.state.clone() });
        let (_, pages) = paged(self.state.page, self.passed.get(), ROWS, "rows", turn);
        (self.alone.into_inner(), pages)
    }
}
