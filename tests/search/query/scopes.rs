//! Scopes: `in:` and `speaker:` restrict where other terms may occur.

use crate::library::harbour;

#[test]
fn fields_of_articles() {
    harbour().finds(&[
        ("in:headline harbour", &["0 0[Harbour]"]),
        ("harbour in:headline", &["0 0[Harbour]"]),
        ("in:caption harbour", &["0 1[harbour]"]),
        ("in:body harbour", &["0 2[harbour] 4[harbour]", "1 3[harbour]"]),
        ("-in:body harbour", &["0 0[Harbour] 1[harbour]"]),
        ("in:headline|caption harbour", &["0 0[Harbour] 1[harbour]"]),
        ("(in:headline OR in:caption) harbour", &["0 0[Harbour] 1[harbour]"]),
        ("NOT (in:headline OR in:caption) harbour", &["0 2[harbour] 4[harbour]", "1 3[harbour]"]),
        ("in:headline in:caption harbour", &[]),
        ("storm AND in:headline", &["2 0[Storm]"]),
        // Not wholly inside.
        ("in:quote \"harbour captain\"", &[]),
        ("in:headline actor:port-elsin", &["0 0[Port-Elsin]"]),
        ("in:caption type:person", &["0 1[Ilse Müller]"]),
        // Excluded there: it may stand elsewhere.
        ("storm AND NOT (in:headline storm)", &["0 5[storm]"]),
        // Alone: every sentence of the field.
        ("in:caption", &["0 1[Ilse Müller, captain, in the harbour]"]),
        ("in:headline outlet:cnn", &["1 0[Dockers strike]"]),
        ("in:headline -harbour", &["2 0[Storm warning]", "1 0[Dockers strike]"]),
    ]);
}

#[test]
fn quotations() {
    harbour().finds(&[
        ("in:quote harbour", &["1 3[harbour]", "0 4[harbour]"]),
        // What somebody thinks is not said.
        ("in:quote storm", &[]),
        ("-in:quote harbour", &["0 0[Harbour] 1[harbour] 2[harbour]"]),
        (
            "in:quote",
            &[
                "1 3[The regime must leave the harbour] 4[Its fleet will not go back]",
                "0 4[We won’t go back to the harbour]",
            ],
        ),
        ("in:quote label:regime", &["1 3[regime]"]),
        // A phrase does not reach into what is not said.
        ("in:quote \"harbour captain\"~9", &[]),
        ("\"harbour captain\"~9", &["0 1[captain, in the harbour] 4[harbour,” Captain]"]),
    ]);
}

#[test]
fn speakers() {
    harbour().finds(&[
        ("speaker:\"Ilse Müller\"", &["0 4[We won’t go back to the harbour]"]),
        // By a word of what the article calls the speaker, in any form.
        ("speaker:captains harbour", &["0 4[harbour]"]),
        ("speaker:muller harbour", &["0 4[harbour]"]),
        ("speaker:ilse-muller harbour", &["0 4[harbour]"]),
        ("speaker:docker \"go back\"", &["1 4[go back]"]),
        ("speaker:docker|muller \"go back\"", &["1 4[go back]", "0 4[go back]"]),
        ("speaker:docker storm", &[]),
        ("-speaker:docker in:quote \"go back\"", &["0 4[go back]"]),
        ("speaker:docker (regime OR storm) back", &["1 3[regime] 4[back]"]),
        ("speaker:xyz", &[]),
    ]);
}

#[test]
fn a_scope_ends_with_its_alternative() {
    harbour().finds(&[
        ("in:headline reopens OR in:quote regime", &["0 0[reopens]", "1 3[regime]"]),
        ("(in:headline harbour) back", &["0 0[Harbour] 4[back]"]),
        ("in:headline (storm OR harbour)", &["2 0[Storm]", "0 0[Harbour]"]),
        ("in:quote (speaker:docker back) harbour", &["1 3[harbour] 4[back]"]),
    ]);
}

#[test]
fn scopes_are_shown_back() {
    harbour().reads(&[
        ("in:headline ships", "“ships”; all of it in headlines", &[]),
        ("in:headline", "everything in headlines", &[]),
        ("-in:quote", "everything not in quotations", &[]),
        ("in:headline|caption ships", "“ships”; all of it in headlines or in captions", &[]),
        ("-in:headline|caption ships", "“ships”; all of it not (in headlines or in captions)", &[]),
        (
            "in:quote in:body ships -storm",
            "“ships”; without “storm”; all of it in quotations and in body text",
            &[],
        ),
        ("(in:quote ships) storm", "“ships” in quotations; if possible with “storm”", &[]),
        (
            "speaker:ilse-muller ships",
            "“ships”; all of it in quotations of Ilse Müller or whoever is called “ilse-muller”",
            &[],
        ),
        (
            "(NOT ships) in:headline",
            "everything; only articles without “ships”; all of it in headlines",
            &[],
        ),
        ("speaker:docker", "everything in quotations of whoever is called “docker”", &[]),
    ]);
}
