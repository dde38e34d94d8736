//! Tables of queries over a small made-up corpus.

use super::{actor, index, shown};

const HARBOUR: (&str, &str) = (
    "Harbour of Port-Elsin reopens",
    "The harbour of Port Elsin was reopened on Monday. Ships of the Red Fleet had left. \
     \u{201C}We won\u{2019}t go back,\u{201D} Captain Ilse M\u{FC}ller said.",
);
const STRIKE: (&str, &str) = (
    "Dockers strike",
    "Dockers at Port Elsin have been striking since May. RF sailors and US-led teams took over. \
     Reopening is not planned. The U.S. said nothing of 1,200 jobs.",
);
const WEATHER: (&str, &str) =
    ("Storm warning", "A storm may hit the elsinian coast. Nobody is to go out of port.");

#[test]
fn queries_find_what_they_should() {
    let (index, articles) = index(&[HARBOUR, STRIKE, WEATHER]);
    let table: &[(&str, &[&str])] = &[
        // Words in any form; the headline counts.
        ("harbours", &["0 0[Harbour] 1[harbour]"]),
        ("REOPENING", &["0 0[reopens] 1[reopened]", "1 3[Reopening]"]),
        // All words first, whatever else is rarer or more frequent.
        ("port strike", &["1 0[strike] 1[Port|striking]", "0 0[Port] 1[Port]", "2 2[port]"]),
        // Quotes: exactly so, across hyphens, not across sentences.
        ("\"port elsin\"", &["0 0[Port-Elsin] 1[Port Elsin]", "1 1[Port Elsin]"]),
        ("\"ports elsin\"", &[]),
        ("\u{201C}red fleet had\u{201D}", &["0 2[Red Fleet had]"]),
        ("\"monday ships\"", &[]),
        // Hyphens, apostrophes, diacritics, acronym dots, thousands commas, possessives.
        ("port-elsin -dockers", &["0 0[Port-Elsin] 1[Port Elsin]"]),
        ("muller", &["0 3[M\u{FC}ller]"]),
        ("\"won't\"", &["0 3[won\u{2019}t]"]),
        ("us-led", &["1 2[US-led]"]),
        ("U.S.", &["1 2[US] 4[U.S.]"]),
        ("1200", &["1 4[1,200]"]),
        ("elsin's", &["0 0[Elsin] 1[Elsin]", "1 1[Elsin]"]),
        // Excluding; only excluding.
        ("port -storm", &["0 0[Port] 1[Port]", "1 1[Port]"]),
        ("-port", &[]),
        ("-harbour", &["1", "2"]),
        ("NOT harbour NOT dockers", &["2"]),
        // Operators and brackets.
        ("harbour AND strike", &[]),
        ("harbour OR storm", &["2 0[Storm] 1[storm]", "0 0[Harbour] 1[harbour]"]),
        ("(harbour OR dockers) AND sailors", &["1 0[Dockers] 1[Dockers] 2[sailors]"]),
        ("port AND NOT (storm OR fleet)", &["1 1[Port]"]),
        // What stands beside plain words must occur; the words need not.
        ("\"red fleet\" storm", &["0 2[Red Fleet]"]),
        // Beginnings.
        ("elsin*", &["0 0[Elsin] 1[Elsin]", "2 1[elsinian]", "1 1[Elsin]"]),
        // Function words alone are searched; beside others they are not.
        ("to", &["2 2[to]"]),
        ("to storm", &["2 0[Storm] 1[storm]"]),
        ("\"is to go\"", &["2 2[is to go]"]),
    ];
    for (query, expected) in table {
        assert_eq!(shown(&index, &articles, query), *expected, "{query}");
    }
}

#[test]
fn actors_are_found_under_any_name() {
    let (mut index, articles) = index(&[HARBOUR, STRIKE, WEATHER]);
    index.set_actors(vec![
        actor("red-fleet", &["Red Fleet", "RF", "the fleet"], &articles),
        actor("states", &["United States", "US", "U.S."], &articles),
    ]);
    let table: &[(&str, &[&str])] = &[
        ("rf", &["0 2[Red Fleet]", "1 2[RF]"]),
        ("red fleet", &["0 2[Red Fleet]", "1 2[RF]"]),
        ("actor:red-fleet", &["0 2[Red Fleet]", "1 2[RF]"]),
        ("actor:\"red fleet\" -dockers", &["0 2[Red Fleet]"]),
        // Quotation marks ask for the words only.
        ("\"rf\"", &["1 2[RF]"]),
        // A label without a capital is no name.
        ("fleet", &["0 2[Fleet]"]),
        // A name that looks like a pronoun needs its capitals.
        ("US", &["1 2[US] 4[U.S.]"]),
        ("actor:nix storm", &["2 0[Storm] 1[storm]"]),
    ];
    for (query, expected) in table {
        assert_eq!(shown(&index, &articles, query), *expected, "{query}");
    }
    let answer = index.search("RF", 10);
    assert_eq!(answer.notes, ["“RF” also finds Red Fleet: other names of Red Fleet."]);
    assert_eq!(answer.hits[0].why, "“RF” in body as Red Fleet, other names of Red Fleet");
}

#[test]
fn the_query_is_shown_back() {
    let (mut index, articles) = index(&[HARBOUR, STRIKE, WEATHER]);
    index.set_actors(vec![actor("red-fleet", &["Red Fleet", "RF"], &articles)]);
    let table = [
        ("harbour", "“harbour”", ""),
        ("harbour storm", "any of “harbour”, “storm”, those with all first", ""),
        ("\"red fleet\" storm", "exactly “red fleet”; if possible with “storm”", ""),
        ("port -storm", "“port”; without “storm”", ""),
        ("-port", "everything without “port”", ""),
        (
            "a AND (b OR c)",
            "“b” or “c”",
            "Left out as too common: a. In quotation marks they count.",
        ),
        ("x AND (b OR c)", "“x” and (“b” or “c”)", ""),
        ("dock*", "words that begin with “dock”", ""),
        (
            "rf",
            "“rf” (Red Fleet under any name)",
            "“rf” also finds Red Fleet: other names of Red Fleet.",
        ),
        (
            "actor:rf",
            "Red Fleet under any name",
            "“rf” also finds Red Fleet: other names of Red Fleet.",
        ),
        ("actor:nix", "“nix”", "No actor is called “nix”; it is searched as words."),
        (
            "outlet:gazette",
            "any of “outlet”, “gazette”, those with all first",
            "“outlet:” is no part of the query language; it is searched as words. Filters stand beside the results.",
        ),
        (
            "\"port",
            "“port”",
            "A quotation mark is not closed; the words after it are searched as words.",
        ),
        ("(port", "“port”", "A bracket is not closed; it is taken to end with the query."),
        ("port)", "“port”", "A closing bracket without an opening one was passed over."),
        ("port OR", "“port”", "An OR without words on both sides was passed over."),
        ("AND port", "“port”", "An AND without words on both sides was passed over."),
        ("port NOT", "“port”", "A NOT without a word after it was passed over."),
        ("", "", ""),
        ("?!", "", ""),
    ];
    for (query, understood, notes) in table {
        let answer = index.search(query, 10);
        assert_eq!(answer.understood, understood, "{query}");
        assert_eq!(answer.notes.join(" "), notes, "{query}");
    }
}

#[test]
fn a_match_is_explained() {
    let (index, _) = index(&[HARBOUR, STRIKE, WEATHER]);
    let why = |query: &str| {
        let hits = index.search(query, 10).hits;
        hits.iter().map(|h| format!("{}: {}", h.article, h.why)).collect::<Vec<_>>()
    };
    assert_eq!(why("harbour"), ["0: “harbour” in headline, body"]);
    assert_eq!(
        why("reopen"),
        ["0: “reopen” in headline, body as reopened, reopens", "1: “reopen” in body as reopening"]
    );
    assert_eq!(why("-port"), Vec::<String>::new());
    assert_eq!(why("-harbour -dockers"), ["2: nothing that was excluded"]);
}

#[test]
fn sentences_of_a_query_hold_no_operators_for_search_words() {
    let (index, _) = index(&[HARBOUR, STRIKE, WEATHER]);
    let articles = |query: &str| -> Vec<usize> {
        index.search_words(query, 10).hits.iter().map(|h| h.article).collect()
    };
    assert_eq!(articles("what (of the) \"storm\" -warning NOT?"), [2]);
    assert_eq!(articles("storm-warning OR none"), [2]);
    assert_eq!(articles("-storm"), [2]);
}

#[test]
fn snippets_show_the_densest_sentences_in_order() {
    let (index, _) = index(&[(
        "",
        "Ships came. Grain was loaded. Ships took grain to Elsin. Nobody saw it. Grain again.",
    )]);
    let hit = &index.search("ships grain elsin", 1).hits[0];
    let sentences = |most| hit.snippet(most).iter().map(|s| s.sentence).collect::<Vec<_>>();
    assert_eq!(sentences(1), [2]);
    assert_eq!(sentences(2), [0, 2]);
    assert_eq!(sentences(9), [0, 1, 2, 4]);
}

#[test]
fn top_cuts_and_total_counts() {
    let (index, _) = index(&[HARBOUR, STRIKE, WEATHER]);
    let answer = index.search("port", 2);
    assert_eq!((answer.hits.len(), answer.total), (2, 3));
}
