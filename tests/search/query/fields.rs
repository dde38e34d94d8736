//! Fields: `outlet:`, `label:`, `place:`, `type:`; values that mean nothing.

use crate::library::harbour;

#[test]
fn outlets_are_a_condition_on_the_article() {
    harbour().finds(&[
        // By id, name, part of the name; any case.
        ("outlet:gazette", &["0"]),
        ("outlet:GAZETTE", &["0"]),
        ("outlet:\"the elsin gazette\"", &["0"]),
        ("outlet:“elsin gazette”", &["0"]),
        // By another name or address that the lexicon knows.
        ("outlet:\"cable news network\"", &["1"]),
        ("outlet:cnn.com", &["1"]),
        ("outlet:cnn|gazette", &["0", "1"]),
        ("-outlet:cnn", &["0", "2"]),
        ("NOT outlet:cnn|gazette", &["2"]),
        // Beside words: they must occur as without it.
        ("storm outlet:gazette", &["0 5[storm]"]),
        ("coast outlet:gazette", &[]),
        ("(outlet:gazette OR outlet:cnn) jobs", &["1 5[jobs]"]),
        ("outlet:cnn OR coast", &["2 1[coast]", "1"]),
        ("storm -outlet:gazette", &["2 0[Storm] 1[storm]"]),
    ]);
}

#[test]
fn labels_are_names_and_common_nouns() {
    harbour().finds(&[
        ("label:regime", &["1 3[regime]"]),
        ("label:regimes", &["1 3[regime]"]),
        ("label:\"the regime\"", &["1 3[regime]"]),
        ("label:fleet", &["1 4[fleet]", "0 3[Red Fleet]"]),
        ("label:\"red fleet\"", &["0 3[Red Fleet]"]),
        ("label:\"fleet red\"", &[]),
        ("label:regime|rf", &["1 2[RF] 3[regime]"]),
        ("fleet -label:regime", &["0 3[Fleet]"]),
    ]);
}

#[test]
fn places_and_types_are_mentions() {
    harbour().finds(&[
        ("place:port-elsin -dockers", &["0 0[Port-Elsin] 2[Port Elsin]"]),
        ("place:\"United States\"", &["1 2[US] 5[U.S.]"]),
        ("type:person", &["0 1[Ilse Müller] 4[Captain Ilse Müller]"]),
        ("type:PER", &["0 1[Ilse Müller] 4[Captain Ilse Müller]"]),
        ("type:organisation -dockers", &["0 3[Red Fleet]"]),
        (
            "type:person|organisation -dockers",
            &["0 1[Ilse Müller] 3[Red Fleet] 4[Captain Ilse Müller]"],
        ),
        ("-type:place", &["2"]),
        ("type:\"other name\"", &[]),
    ]);
}

#[test]
fn fields_are_shown_back() {
    harbour().reads(&[
        ("outlet:gazette", "articles by The Elsin Gazette", &[]),
        ("ships outlet:gazette", "“ships”; only articles by The Elsin Gazette", &[]),
        (
            "ships outlet:cnn|gazette",
            "“ships”; only (articles by CNN or articles by The Elsin Gazette)",
            &[],
        ),
        ("ships -outlet:cnn", "“ships”; without articles by CNN", &[]),
        ("label:regime", "names and nouns for actors with “regime”", &[]),
        ("type:person ships", "any name of the type “person”; if possible with “ships”", &[]),
        ("place:port-elsin", "Port Elsin under any name", &[]),
    ]);
}

#[test]
fn what_means_nothing_is_searched_as_words() {
    harbour().reads(&[
        ("outlet:herald", "“herald”", &["No outlet here is called “herald”; it is searched as words."]),
        (
            "outlet:\"daily herald\"",
            "any of “daily”, “herald”, those with all first",
            &["No outlet here is called “daily herald”; it is searched as words."],
        ),
        (
            "-outlet:\"daily herald\"",
            "everything without (any of “daily”, “herald”, those with all first)",
            &["No outlet here is called “daily herald”; it is searched as words."],
        ),
        ("place:xyz", "“xyz”", &["No place is called “xyz”; it is searched as words."]),
        (
            "type:dog",
            "“dog”",
            &["“dog” is no type of name (person, organisation, place, people, other name); it is \
               searched as words."],
        ),
        (
            "in:footnote",
            "“footnote”",
            &["“footnote” is no part of an article (headline, caption, quote, body); it is searched \
               as words."],
        ),
        (
            "colour:red ships",
            "any of “colour”, “red”, “ships”, those with all first",
            &["“colour:” is no part of the query language; it is searched as words."],
        ),
        (
            "a:b:c",
            "any of “b”, “c”, those with all first",
            &[
                "“a:” is no part of the query language; it is searched as words.",
                "Left out as too common: a. In quotation marks they count.",
            ],
        ),
        ("outlet:", "“outlet”", &["“outlet:” has no value behind it; it is searched as words."]),
        ("date:>", "“date”", &["“date:” has no value behind it; it is searched as words."]),
        ("actor:\"\"", "“actor”", &["“actor:” has no value behind it; it is searched as words."]),
        // These are no fields.
        ("Elsin: ships", "any of “Elsin”, “ships”, those with all first", &[]),
        ("10:30", "“10:30”", &[]),
        ("::", "", &[]),
    ]);
}
