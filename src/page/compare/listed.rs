//! Which rows of a table are listed, and the link that shows each of them alone.

use super::to;
use crate::route::{Compare, Show};
use std::cell::RefCell;

/// Lets rows pass, and keeps the links of those that did, in their order.
pub struct Listed<'a> {
    state: &'a Compare,
    show: Show,
    columns: usize,
    alone: RefCell<Vec<String>>,
}

impl<'a> Listed<'a> {
    /// The rows that `state` asks for of a table of so many columns.
    pub fn new(state: &'a Compare, columns: usize) -> Self {
        // What no row could tell apart is one choice.
        let show = match (state.show, columns) {
            (Show::Every, 0 | 1) => Show::All,
            (Show::Every, 2) => Show::Shared,
            (show, _) => show,
        };
        Self { state, show, columns, alone: RefCell::default() }
    }

    /// The choice of rows that is in force.
    pub fn show(&self) -> Show {
        self.show
    }

    /// Whether a row is listed that so many columns have. Its address consists of names, labels and places,
    /// so that it lasts when other rows come and go.
    pub fn row(&self, found_in: usize, address: String) -> bool {
        let listed = match (&self.state.row, self.show) {
            (Some(only), _) => *only == address,
            (None, Show::All) => true,
            (None, Show::Shared) => found_in > 1,
            (None, Show::Every) => found_in == self.columns,
            (None, Show::Only) => found_in == 1,
        };
        if listed {
            let alone = to(Compare { row: Some(address), ..self.state.clone() });
            self.alone.borrow_mut().push(alone);
        }
        listed
    }

    /// The links to the rows that passed.
    pub fn alone(self) -> Vec<String> {
        self.alone.into_inner()
    }
}
