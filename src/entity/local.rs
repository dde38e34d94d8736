//! Joins within one article: mentions that its own text shows to be the same.

/// Disjoint sets over small numbers; the smallest number represents its set.
pub(super) struct Sets {
    parent: Vec<u32>,
}

impl Sets {
    /// `n` sets of one.
    pub fn new(n: usize) -> Self {
        Self { parent: (0..n as u32).collect() }
    }

    /// The representative of `i`.
    pub fn find(&mut self, i: u32) -> u32 {
        let mut root = i;
        while let Some(p) = self.parent.get(root as usize)
            && *p != root
        {
            root = *p;
        }
        let mut at = i;
        while let Some(p) = self.parent.get_mut(at as usize)
            && *p != root
        {
            at = core::mem::replace(p, root);
        }
        root
    }

    /// Joins the sets of `a` and `b`; returns whether they were apart.
    pub fn join(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(p) = self.parent.get_mut(high as usize) {
            *p = low;
        }
        a != b
    }
}
