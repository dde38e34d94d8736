//! Why an article matches.

use crate::library::harbour;

#[test]
fn a_match_is_explained() {
    let library = harbour();
    let table: &[(&str, &[&str])] = &[
        ("ships", &["0: “ships” in body"]),
        ("reopen", &["0: “reopen” in headline, body as reopened, reopens"]),
        (
            "harbour",
            &[
                "0: “harbour” in headline, caption, body (2 times), once in a quotation of Ilse Müller",
                "1: “harbour” in body, in a quotation of a docker",
            ],
        ),
        ("rf -dockers", &["0: “rf” in body as Red Fleet, other names of Red Fleet"]),
        ("label:regimes", &["1: “regimes” in body, in a quotation of a docker as regime"]),
        (
            "type:person",
            &["0: “person” in caption, body (2 times) as Ilse Müller, Captain Ilse Müller"],
        ),
        ("shipps~", &["0: “shipps” in body as ships"]),
        ("\"fleet ships\"~3", &["0: “fleet ships” in body as ships of the red fleet"]),
        ("in:caption", &["0: in captions"]),
        ("speaker:docker", &["1: in a quotation of a docker"]),
        ("outlet:gazette date:2017", &["0: by The Elsin Gazette; dated 2017-09-20"]),
        ("-storm -ships", &["1: nothing that was excluded"]),
        ("-nix -ships outlet:cnn", &["1: by CNN"]),
    ];
    for (query, expected) in table {
        assert_eq!(library.why(query), *expected, "{query}");
    }
}
