//! How many edits make another spelling of a word.

/// The edits that a word of this form may have by default: none up to 2 letters, 1 up to 5, 2 above.
pub(super) fn automatic(form: &str) -> u8 {
    match form.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}
