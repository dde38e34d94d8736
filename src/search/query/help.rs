//! The query language for the reader, shown on the search page. Tests run each example.

/// One row of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What to type.
    pub syntax: &'static str,
    /// What it finds, in plain words.
    pub meaning: &'static str,
}

const fn row(syntax: &'static str, meaning: &'static str) -> Example {
    Example { syntax, meaning }
}

/// The query language by example.
pub const HELP: [Example; 20] = [
    row(
        "liberated raqqa",
        "either word in any of its forms, articles with both first; a name finds all names of its actor",
    ),
    row("\"islamic state\"", "exactly these words, and no other names"),
    row(
        "\"raqqa offensive\"~5",
        "both words in any order, with at most 5 others among them in one sentence",
    ),
    row("raqqa -mosul", "without a word; NOT does the same"),
    row("raqqa AND (mosul OR aleppo)", "both, either; brackets group"),
    row("liberat*", "words that begin so; also inside quotation marks, for the last word"),
    row("dillion~", "words spelled nearly so; ~1 or ~2 says by how many letters"),
    row("actor:isis", "an actor under any name"),
    row("place:raqqa", "a place under any name"),
    row(
        "type:person",
        "any name of this type: person, organisation, place, people, \"other name\"",
    ),
    row("label:regime", "names and common nouns for an actor that have this word"),
    row(
        "in:headline raqqa",
        "in headlines only; also caption, body and quote; a list has | between",
    ),
    row("in:quote liberated", "in what somebody is quoted with"),
    row(
        "speaker:dillon",
        "what somebody is quoted with; with words beside it, these words in there",
    ),
    row("-in:quote liberated", "anywhere but in quotations"),
    row("outlet:cnn isis", "in articles of one outlet"),
    row("date:2017-03", "in articles of a year, month or day"),
    row("date:>=2017-03-15", "from a day on; also >, < and <="),
    row("date:2017-03..2017-09", "from one date to another, both included"),
    row(
        "-outlet:\"al arabiya\"",
        "every field can be excluded; quotation marks keep several words together",
    ),
];
