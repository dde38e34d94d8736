//! Plain words that are names of actors, and the field `actor:`.

use crate::library::harbour;

#[test]
fn actors_are_found_under_any_name() {
    harbour().finds(&[
        ("rf -dockers", &["0 3[Red Fleet]"]),
        ("red fleet", &["1 2[RF] 4[fleet]", "0 3[Red Fleet]"]),
        ("actor:red-fleet", &["1 2[RF] 4[fleet]", "0 3[Red Fleet]"]),
        ("actor:\"red fleet\" -dockers", &["0 3[Red Fleet]"]),
        ("actor:“the Red Fleet” -dockers", &["0 3[Red Fleet]"]),
        // Quotation marks ask for the words only.
        ("\"rf\"", &["1 2[RF]"]),
        // A common noun is no name.
        ("fleet", &["1 4[fleet]", "0 3[Fleet]"]),
        // A name that looks like a pronoun needs its capitals.
        ("US", &["1 2[US] 5[U.S.]"]),
        ("actor:nix storm", &["2 0[Storm] 1[storm]", "0 5[storm]"]),
        ("actor:nix|rf -dockers", &["0 3[Red Fleet]"]),
        ("-red fleet", &["2"]),
    ]);
}

#[test]
fn other_names_are_told() {
    harbour().reads(&[
        (
            "rf",
            "“rf” (Red Fleet under any name)",
            &["“rf” also finds Red Fleet, fleet: other names of Red Fleet."],
        ),
        (
            "actor:rf",
            "Red Fleet under any name",
            &["“rf” also finds Red Fleet, fleet: other names of Red Fleet."],
        ),
        ("-actor:rf", "everything without Red Fleet under any name", &[]),
        (
            "actor:regime coast",
            "any of “regime”, “coast”, those with all first",
            &["No actor is called “regime”; it is searched as words."],
        ),
    ]);
}
