//! AND, OR, NOT, minus and brackets.

use crate::library::harbour;

#[test]
fn operators_join_and_exclude() {
    harbour().finds(&[
        ("elsin -dockers", &["0 0[Elsin] 2[Elsin]"]),
        ("elsin NOT dockers", &["0 0[Elsin] 2[Elsin]"]),
        ("-port", &[]),
        ("-harbour", &["2"]),
        ("NOT harbour NOT dockers", &["2"]),
        ("NOT NOT coast", &["2 1[coast]"]),
        ("ships AND jobs", &[]),
        ("ships OR jobs", &["1 5[jobs]", "0 3[Ships]"]),
        ("ships || jobs", &["1 5[jobs]", "0 3[Ships]"]),
        ("(ships OR dockers) && sailors", &["1 0[Dockers] 1[Dockers] 2[sailors] 4[docker]"]),
        ("harbour AND NOT (storm OR dockers)", &[]),
        ("harbour AND NOT (coast OR dockers)", &["0 0[Harbour] 1[harbour] 2[harbour] 4[harbour]"]),
    ]);
}

#[test]
fn any_dash_is_a_minus_where_it_begins_a_word_and_nowhere_else() {
    let library = harbour();
    for dash in ["-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}"] {
        library.finds(&[
            (&format!("elsin {dash}dockers"), &["0 0[Elsin] 2[Elsin]"]),
            (&format!("coast ({dash}dockers)"), &["2 1[coast]"]),
            (&format!("\"coast\"{dash}storm"), &["2 0[Storm] 1[storm|coast]"]),
            (
                &format!("coast {dash} dockers"),
                &["1 0[Dockers] 1[Dockers] 4[docker]", "2 1[coast]"],
            ),
        ]);
    }
    library.finds(&[("coast-storm", &[])]);
}

#[test]
fn operators_are_shown_back() {
    harbour().reads(&[
        ("ships", "“ships”", &[]),
        ("ships storm", "any of “ships”, “storm”, those with all first", &[]),
        ("\"red fleet\" storm", "exactly “red fleet”; if possible with “storm”", &[]),
        ("ships -storm", "“ships”; without “storm”", &[]),
        ("-storm", "everything without “storm”", &[]),
        (
            "a AND (b OR c)",
            "“b” or “c”",
            &["Left out as too common: a. In quotation marks they count."],
        ),
        ("x AND (b OR c)", "“x” and (“b” or “c”)", &[]),
        ("x AND NOT (b c)", "“x” and not (any of “b”, “c”, those with all first)", &[]),
        ("", "", &[]),
        ("?!", "", &[]),
    ]);
}

#[test]
fn what_lacks_a_side_is_passed_over() {
    harbour().reads(&[
        ("(ships", "“ships”", &["A bracket is not closed; it is taken to end with the query."]),
        ("ships)", "“ships”", &["A closing bracket without an opening one was passed over."]),
        ("ships OR", "“ships”", &["An OR without words on both sides was passed over."]),
        ("OR ships", "“ships”", &["An OR without words on both sides was passed over."]),
        ("AND ships", "“ships”", &["An AND without words on both sides was passed over."]),
        ("ships NOT", "“ships”", &["A NOT without a word after it was passed over."]),
        ("()", "", &[]),
    ]);
}
