//! Snippets, and how many hits there are.

use crate::library::{Library, harbour};

#[test]
fn snippets_show_the_densest_sentences_in_order() {
    let library = Library::plain(&[(
        "",
        "Ships came. Grain was loaded. Ships took grain to Elsin. Nobody saw it. Grain again.",
    )]);
    let hit = &library.index.search("ships grain elsin", 1).hits[0];
    let sentences = |most| hit.snippet(most).iter().map(|s| s.sentence).collect::<Vec<_>>();
    assert_eq!(sentences(1), [2]);
    assert_eq!(sentences(2), [0, 2]);
    assert_eq!(sentences(9), [0, 1, 2, 4]);
}

#[test]
fn top_cuts_and_total_counts() {
    let answer = harbour().index.search("storm OR harbour", 2);
    assert_eq!((answer.hits.len(), answer.total), (2, 3));
}
