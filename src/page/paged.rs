//! Long lists, a page at a time.

use super::model::Link;
use core::ops::Range;
use serde::Serialize;

/// Where a page of a list stands among all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PagesView {
    /// "51 to 100 of 230 articles".
    pub text: String,
    /// The page before.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
}

/// What of `all` things is on a page of `most`, counted from 1, and the ways to the other pages; the last page
/// where there are fewer.
pub fn paged(
    page: usize,
    all: usize,
    most: usize,
    what: &str,
    to: impl Fn(usize) -> String,
) -> (Range<usize>, Option<PagesView>) {
    let last = all.div_ceil(most).max(1);
    let page = page.clamp(1, last);
    let range = (page - 1) * most..all.min(page * most);
    if last == 1 {
        return (range, None);
    }
    let way = |text: &str, page: usize| Link { text: text.to_owned(), href: to(page) };
    let pages = PagesView {
        text: format!("{} to {} of {all} {what}", range.start + 1, range.end),
        previous: (page > 1).then(|| way("Previous", page - 1)),
        next: (page < last).then(|| way("Next", page + 1)),
    };
    (range, Some(pages))
}
