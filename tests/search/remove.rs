//! What is taken out is as if it had never been added, also in what is known of actors.

use crate::library::Library;
use parallax::entity::EntityType;

#[test]
fn removing_moves_actor_mentions_along() {
    let mut library =
        Library::plain(&[("", "RF left."), ("", "Rain."), ("", "The Red Fleet left.")]).with(&[(
            "rf",
            EntityType::Org,
            &["Red Fleet", "RF"],
        )]);
    assert_eq!(library.why("type:organisation").len(), 2);
    assert!(library.index.remove(0));
    assert!(!library.index.remove(2));
    for query in ["RF", "actor:rf", "type:organisation", "label:red"] {
        let hits = library.index.search(query, 10).hits;
        assert_eq!(hits.iter().map(|h| h.article).collect::<Vec<_>>(), [1], "{query}");
    }
    // What stands nowhere any more is no word to suggest.
    assert_eq!(library.index.search("rff", 10).suggestion, None);
}

#[test]
fn words_left_behind_do_not_change_scores() {
    for (times, others) in (1..5).flat_map(|times| (0..8).map(move |others| (times, others))) {
        let text = "ports ".repeat(times) + &"sea ".repeat(others);
        let mut library = Library::plain(&[("", "Rain."), ("", &text), ("Port", "A port.")]);
        assert!(library.index.remove(2));
        let fresh = Library::plain(&[("", "Rain."), ("", &text)]);
        for query in ["ports", "(ports OR storm) AND port"] {
            let found = |library: &Library| library.index.search(query, 10);
            assert_eq!(found(&library), found(&fresh), "{query}: {text}");
        }
    }
}
