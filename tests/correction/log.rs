//! Undo and redo.

use super::*;
use parallax::correction::{Log, What};

fn correction(name: &str) -> Correction {
    Correction { edit: Edit::Drop(What::Everywhere(name.to_owned())), made: None }
}

fn names(log: &Log) -> String {
    let words: Vec<String> = log
        .list()
        .into_iter()
        .map(|c| match c.edit {
            Edit::Drop(What::Everywhere(name)) => name,
            other => panic!("{other:?}"),
        })
        .collect();
    words.join(" ")
}

#[test]
fn every_step_can_be_undone_and_redone() {
    let mut log = Log::default();
    assert!(!log.undo() && !log.redo() && log.is_empty());
    let mut seen = vec![names(&log)];
    for step in 0..6 {
        match step {
            0..=2 => log.push(correction(["a", "b", "c"][step]), format!("step {step}")),
            3 => assert!(log.remove(1, "step 3".to_owned())),
            4 => {
                let more = vec![correction("c"), correction("d"), correction("d")];
                assert_eq!(log.extend(more, "step 4".to_owned()), 1);
            }
            _ => log.clear("step 5".to_owned()),
        }
        seen.push(names(&log));
    }
    assert_eq!(seen, ["", "a", "a b", "a b c", "a c", "a c d", ""]);
    for n in (0..6).rev() {
        assert_eq!(log.undoable(), Some(format!("step {n}").as_str()));
        assert!(log.undo());
        assert_eq!(names(&log), seen[n]);
    }
    assert!(!log.undo());
    for after in &seen[1..] {
        assert!(log.redo());
        assert_eq!(names(&log), *after);
    }
    assert!(!log.redo());
    // A new step after undoing forgets what was undone.
    log.undo();
    log.push(correction("e"), String::new());
    assert!(!log.redo());
    assert_eq!(names(&log), "a c d e");
    assert!(!log.remove(9, String::new()));
}

#[test]
fn what_was_kept_can_be_undone_one_by_one() {
    let list = vec![correction("a"), correction("b")];
    let mut log = Log::of(list, page::sentence);
    assert_eq!(names(&log), "a b");
    assert_eq!(log.undoable(), Some("Marked every “b” as not an actor"));
    assert!(log.undo() && log.undo() && !log.undo());
    assert!(log.is_empty());
    let many = (0..300).map(|n| correction(&n.to_string())).collect();
    let mut log = Log::of(many, page::sentence);
    for n in 0..300 {
        log.push(correction(&format!("new {n}")), String::new());
    }
    let mut undone = 0;
    while log.undo() {
        undone += 1;
    }
    assert_eq!(undone, 199);
}

#[test]
fn another_list_takes_the_place_of_this_one_as_a_step() {
    let mut log = Log::of(vec![correction("a")], page::sentence);
    assert!(!log.replace(vec![correction("a")], String::new()));
    assert!(log.replace(vec![correction("b")], "other".to_owned()));
    assert!(log.undo());
    assert_eq!(names(&log), "a");
}
