//! What pages derive from an analysis, kept for as long as it holds.

use super::Analysis;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// The last value of each type that was derived.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept(RefCell<Vec<Rc<dyn Any>>>);

impl Kept {
    /// Forgets all, because what it was derived from is another.
    pub fn forget(&self) {
        self.0.borrow_mut().clear();
    }
}

impl Analysis {
    /// A value that follows from this analysis and from what the caller asks for: the last one of its type
    /// if that `fits` what is asked for, else a new one, which is kept in its place until articles,
    /// actors or corrections change.
    pub fn derived<T: 'static>(
        &self,
        fits: impl Fn(&T) -> bool,
        make: impl FnOnce() -> T,
    ) -> Rc<T> {
        let of_type = |value: &Rc<dyn Any>| value.clone().downcast::<T>().ok();
        let known = self.kept.0.borrow().iter().find_map(of_type);
        if let Some(known) = known.filter(|known| fits(known)) {
            return known;
        }
        // Made before the list is taken, so that making may derive other values.
        let made = Rc::new(make());
        let mut kept = self.kept.0.borrow_mut();
        kept.retain(|value| !value.is::<T>());
        kept.push(made.clone());
        made
    }
}
