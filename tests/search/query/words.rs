//! Words, exact words, beginnings.

use crate::library::{Library, harbour};

#[test]
fn words_are_found_in_any_form() {
    harbour().finds(&[
        ("harbours", &["0 0[Harbour] 1[harbour] 2[harbour] 4[harbour]", "1 3[harbour]"]),
        ("REOPENING", &["0 0[reopens] 2[reopened]"]),
        // All words first, whatever else is rarer or more frequent.
        ("coast jobs storm", &["2 0[Storm] 1[storm|coast]", "1 5[jobs]", "0 5[storm]"]),
        // Hyphens, apostrophes, diacritics, acronym dots, thousands commas, possessives.
        ("muller's", &["0 1[Müller] 4[Müller]"]),
        ("won't", &["0 4[won’t]"]),
        ("us-led", &["1 2[US-led]"]),
        ("1200", &["1 5[1,200]"]),
    ]);
}

#[test]
fn quoted_words_stand_exactly_so() {
    harbour().finds(&[
        ("\"port elsin\"", &["0 0[Port-Elsin] 2[Port Elsin]", "1 1[Port Elsin]"]),
        ("\"harbours of\"", &["0 0[Harbour of] 2[harbour of]"]),
        ("“red fleet had”", &["0 3[Red Fleet had]"]),
        ("«red fleet had\"", &["0 3[Red Fleet had]"]),
        // Not across sentences; function words count.
        ("\"monday ships\"", &[]),
        ("\"is to go\"", &["2 2[is to go]"]),
        // What stands beside plain words must occur; the words need not.
        ("\"red fleet\" storm", &["0 3[Red Fleet] 5[storm]"]),
        // Of the last word the beginning alone may be given.
        ("\"red fl*\"", &["0 3[Red Fleet]"]),
        ("\"the harb*\"", &["0 1[the harbour] 2[The harbour] 4[the harbour]", "1 3[the harbour]"]),
    ]);
    harbour().reads(&[
        ("\"red  fleet\"", "exactly “red fleet”", &[]),
        ("\"red fl*\"", "words that begin like “red fl*”", &[]),
        (
            "\"red fleet",
            "“red fleet” (Red Fleet under any name)",
            &[
                "A quotation mark is not closed; the words after it are searched as words.",
                "“red fleet” also finds RF, fleet: other names of Red Fleet.",
            ],
        ),
    ]);
}

#[test]
fn beginnings() {
    let library = harbour();
    library.finds(&[
        ("elsin*", &["0 0[Elsin] 2[Elsin]", "2 1[elsinian]", "1 1[Elsin]"]),
        ("us-l*", &["1 2[US-led]"]),
        ("usl*", &["1 2[US-led]"]),
        ("*", &[]),
    ]);
    library.reads(&[
        ("dock*", "words that begin with “dock”", &[]),
        ("us-l*", "words that begin like “us-l*”", &[]),
        (
            "d*ck",
            "any of “d”, “ck”, those with all first",
            &["A “*” counts only at the end of a word."],
        ),
        ("*", "", &[]),
    ]);
}

#[test]
fn function_words_alone_are_searched_and_beside_others_not() {
    let library = harbour();
    library.finds(&[
        ("to", &["2 2[to]", "0 4[to]"]),
        ("to storm", &["2 0[Storm] 1[storm]", "0 5[storm]"]),
    ]);
    library.reads(&[
        ("of storm", "“storm”", &["Left out as too common: of. In quotation marks they count."]),
        ("of", "“of”", &[]),
        // A condition is no word: the function words are what is looked for.
        ("of outlet:cnn", "“of”; only articles by CNN", &[]),
        ("in:headline of", "“of”; all of it in headlines", &[]),
    ]);
}

#[test]
fn sentences_of_a_query_hold_no_operators_for_search_words() {
    let library = Library::plain(&[
        ("Harbour reopens", "Nobody minds."),
        ("Storm warning", "A storm may hit the coast."),
    ]);
    let articles = |query: &str| -> Vec<usize> {
        library.index.search_words(query, 10).hits.iter().map(|h| h.article).collect()
    };
    assert_eq!(articles("what (of the) \"storm\" -warning NOT?"), [1]);
    assert_eq!(articles("storm-warning OR none"), [1]);
    assert_eq!(articles("-storm in:caption date:2001"), [1]);
    // Nor are words that occur nowhere taken for others.
    assert_eq!(articles("strom"), [0; 0]);
}
