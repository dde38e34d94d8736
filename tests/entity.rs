//! Names and actors: text in, readable lines out.

use parallax::corpus;
use parallax::entity::{self, Article, Confidence, Form, Mention, Resolution};
use parallax::ingest::{Block, BlockKind};
use parallax::span::Span;
use parallax::text::{self, Document};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A text with its analysis.
struct Read {
    text: String,
    doc: Document,
    mentions: Vec<Mention>,
}

fn read_blocks(text: &str, blocks: &[Block]) -> Read {
    let doc = text::analyse(text, blocks);
    let mentions = entity::find(text, &doc);
    Read { text: text.to_owned(), doc, mentions }
}

/// Reads each paragraph of `text` as a block of body text.
fn read(text: &str) -> Read {
    let mut blocks = Vec::new();
    let mut at = 0;
    for part in text.split("\n\n") {
        blocks.push(body(at, at + part.len()));
        at += part.len() + 2;
    }
    read_blocks(text, &blocks)
}

fn body(start: usize, end: usize) -> Block {
    Block { span: Span::new(start, end), kind: BlockKind::Body, reason: "test".to_owned() }
}

fn resolve(read: &[Read]) -> Resolution {
    let articles: Vec<Article<'_>> = read
        .iter()
        .map(|r| Article { text: &r.text, doc: &r.doc, mentions: &r.mentions })
        .collect();
    entity::resolve(&articles)
}

/// "US|LOC Ryan Dillon|PER": the names of a text in order.
fn names(text: &str) -> String {
    let read = read(text);
    let names: Vec<String> = read
        .mentions
        .iter()
        .filter(|m| m.form == Form::Name)
        .map(|m| format!("{}|{}", m.span.of(&read.text), m.kind.code()))
        .collect();
    names.join(" ")
}

/// For each actor its labels in order of first use: "Islamic State group: Islamic State, IS".
fn actors(texts: &[&str]) -> Vec<String> {
    let all: Vec<Read> = texts.iter().map(|t| read(t)).collect();
    let resolution = resolve(&all);
    let mut lines: Vec<String> = resolution
        .actors
        .iter()
        .map(|actor| {
            let mut labels: Vec<String> = Vec::new();
            for at in &actor.mentions {
                let r = &all[at.article];
                let m = &r.mentions[at.mention];
                let mark = if m.form == Form::Name { "" } else { "~" };
                let label = format!("{mark}{}", entity::label(&r.text, m));
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            format!("{}: {}", actor.name, labels.join(", "))
        })
        .collect();
    lines.sort();
    lines
}

#[track_caller]
fn check_actor(texts: &[&str], expected: &[&str]) {
    let lines = actors(texts);
    for line in expected {
        assert!(lines.iter().any(|l| l == line), "no `{line}` in:\n{}", lines.join("\n"));
    }
}

// The coverage of the bundled articles, as line numbers: what a careful reader takes for the
// outlet's own report.
const COVERAGE: [(&str, &[(usize, usize)]); 5] = [
    (
        "sputnik-briefing",
        &[
            (2, 2),
            (4, 4),
            (7, 7),
            (9, 9),
            (12, 12),
            (14, 14),
            (16, 16),
            (18, 18),
            (20, 20),
            (22, 22),
        ],
    ),
    (
        "sputnik-capital",
        &[(7, 7), (9, 9), (11, 11), (13, 13), (15, 15), (17, 17), (19, 19), (21, 21)],
    ),
    ("alarabiya-operation", &[(2, 13)]),
    ("rferl-advance", &[(5, 5), (7, 49)]),
    ("cnn-coalition", &[(1, 1), (7, 43)]),
];

fn bundled() -> Vec<Read> {
    let sources = corpus::bundled();
    COVERAGE
        .iter()
        .map(|(id, ranges)| {
            let source = sources.iter().find(|s| s.id == *id).expect("a bundled article");
            let mut starts = vec![0];
            starts.extend(source.text.match_indices('\n').map(|(i, _)| i + 1));
            let line = |n: usize| {
                let start = starts[n - 1];
                let end = starts.get(n).map_or(source.text.len(), |e| e - 1);
                (start, end)
            };
            let mut blocks = Vec::new();
            for (first, last) in *ranges {
                for n in *first..=*last {
                    let (start, end) = line(n);
                    let text = &source.text[start..end];
                    let lead = text.len() - text.trim_start().len();
                    if !text.trim().is_empty() {
                        blocks.push(body(start + lead, start + text.trim_end().len()));
                    }
                }
            }
            read_blocks(&source.text, &blocks)
        })
        .collect()
}

#[test]
fn bundled_articles() {
    let all = bundled();
    let resolution = resolve(&all);
    let mut lines: Vec<String> = Vec::new();
    for actor in &resolution.actors {
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for at in &actor.mentions {
            let r = &all[at.article];
            let m = &r.mentions[at.mention];
            if m.form == Form::Name {
                *counts.entry((COVERAGE[at.article].0, entity::label(&r.text, m))).or_default() +=
                    1;
            }
        }
        let mut by_article: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((article, label), n) in counts {
            by_article.entry(article).or_default().push(format!("{label} {n}"));
        }
        if by_article.is_empty() {
            continue;
        }
        let mut block = format!("{} {}", actor.kind.code(), actor.name);
        for (article, labels) in by_article {
            block.push_str(&format!("\n  {article}: {}", labels.join(", ")));
        }
        lines.push(block);
    }
    let rank =
        |line: &str| ["PER", "ORG", "LOC", "NORP", "MISC"].iter().position(|k| line.starts_with(k));
    lines.sort_by(|a, b| (rank(a), a).cmp(&(rank(b), b)));
    let found = lines.join("\n");
    let expected: Vec<&str> =
        include_str!("entity/bundled.txt").lines().filter(|l| !l.starts_with('#')).collect();
    similar(&expected.join("\n"), &found);
}

/// Compares line by line and shows what differs.
#[track_caller]
fn similar(expected: &str, found: &str) {
    let (e, f): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let missing: Vec<&&str> = e.iter().filter(|l| !f.contains(l)).collect();
    let extra: Vec<&&str> = f.iter().filter(|l| !e.contains(l)).collect();
    assert!(expected == found, "missing: {missing:#?}\nextra: {extra:#?}");
}

/// What must never be one actor in the bundled articles.
#[test]
fn bundled_articles_keep_apart() {
    let all = bundled();
    let resolution = resolve(&all);
    for actor in &resolution.actors {
        let labels: Vec<String> = actor
            .mentions
            .iter()
            .map(|at| entity::label(&all[at.article].text, &all[at.article].mentions[at.mention]))
            .collect();
        let has = |label: &str| labels.iter().any(|l| l == label);
        for (a, b) in [
            ("Syria", "Assad"),
            ("Syria", "Syrian"),
            ("Syria", "Syria's government"),
            ("Syrian army", "Syrian government"),
            ("Damascus", "Syria"),
            ("SDF", "YPG"),
            ("SDF", "Deir al-Zor Military Council"),
            ("SDF", "Military Council"),
            ("Deir al-Zor", "Deir al-Zor Military Council"),
            ("Operation Inherent Resolve", "coalition"),
            ("US", "US-led coalition"),
            ("US", "US Army"),
            ("Pentagon", "US Army"),
            ("Russia", "Russian Ministry of Defense"),
            ("Russia", "Russian"),
            ("Euphrates River", "Middle Euphrates River Valley"),
            ("ISIS", "SDF"),
        ] {
            assert!(!(has(a) && has(b)), "{a} and {b} are one actor: {labels:?}");
        }
    }
}

#[test]
fn bundled_nominals() {
    let all = bundled();
    let resolution = resolve(&all);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for actor in &resolution.actors {
        for at in &actor.mentions {
            let (r, m) = (&all[at.article], &all[at.article].mentions[at.mention]);
            if m.form == Form::Nominal {
                let label = format!("{}: {}", COVERAGE[at.article].0, entity::label(&r.text, m));
                let list = found.entry(actor.name.clone()).or_default();
                if !list.contains(&label) {
                    list.push(label);
                }
            }
        }
    }
    let has =
        |actor: &str, label: &str| found.get(actor).is_some_and(|l| l.iter().any(|x| x == label));
    for (actor, label) in [
        ("Islamic State group", "sputnik-capital: group"),
        ("Islamic State group", "cnn-coalition: group"),
        ("Islamic State group", "rferl-advance: jihadists"),
        ("Islamic State group", "alarabiya-operation: jihadist militants"),
        ("US-led coalition", "sputnik-briefing: US-led coalition"),
        ("US-led coalition", "sputnik-briefing: coalition"),
        ("US-led coalition", "sputnik-capital: Coalition"),
        ("US-led coalition", "alarabiya-operation: U.S.-led coalition"),
        ("US-led coalition", "rferl-advance: international coalition"),
        ("US-led coalition", "cnn-coalition: coalition"),
        ("Syrian army", "alarabiya-operation: Syrian army"),
        ("Syrian army", "alarabiya-operation: Syrian military"),
        ("Syrian government", "rferl-advance: Syria's government"),
        ("Syrian government", "rferl-advance: regime"),
        ("Raqqa", "sputnik-capital: city"),
        ("Deir ez-Zor", "cnn-coalition: city"),
    ] {
        assert!(has(actor, label), "{actor} lacks `{label}`: {found:#?}");
    }
}

#[test]
fn hard_writing() {
    for (text, expected) in [
        // Capitals throughout, and on every word.
        ("UN CHIEF ARRIVES IN ANKARA FOR TALKS", "UN|ORG ANKARA|LOC"),
        ("FARMERS TELL US THAT IT IS MARKETS WHO DECIDE", ""),
        (
            "Turkish President Meets Envoy in Sochi as Syria Talks Loom",
            "Turkish|NORP Sochi|LOC Syria|LOC",
        ),
        // Small letters throughout.
        ("the talks in london failed, they said", "london|LOC"),
        // A word broken at the end of a line makes no name of its parts.
        ("They spoke of the govern-\nment on Monday.", ""),
        // Spaces that are missing, doubled or hard.
        ("They left Oslo,and Norway objected.Then Sweden did.", "Oslo|LOC Norway|LOC Sweden|LOC"),
        ("Talks  in\u{a0}Oslo  ended.", "Oslo|LOC"),
        // Quote marks of every kind.
        ("“Norway’s choice”, said ‘Sweden’.", "Norway|LOC Sweden|LOC"),
        ("\"Norway's choice\", said 'Sweden'.", "Norway|LOC Sweden|LOC"),
        // Letters beyond ASCII.
        ("Şanlıurfa and São Paulo lie far from Malmö.", "Şanlıurfa|LOC São Paulo|LOC Malmö|LOC"),
        ("Al-Tarawi fled.", "Al-Tarawi|PER"),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn names_and_types() {
    for (text, expected) in [
        // Parts of tokens.
        ("The Kenyan-led force met Iran-backed fighters.", "Kenyan|NORP Iran|LOC"),
        (
            "Nicolás Maduro won. A pro-Maduro senator and an anti-American one spoke.",
            "Nicolás Maduro|PER Maduro|PER American|NORP",
        ),
        ("The U.S.-backed plan and the Russian-held port.", "U.S.|LOC Russian|NORP"),
        ("Israeli-Palestinian talks stalled.", "Israeli|NORP Palestinian|NORP"),
        ("Peru's and Chile’s ports shut.", "Peru|LOC Chile|LOC"),
        // Beginnings of sentences.
        ("Thousands fled. Protesters were seen. Nobody spoke.", ""),
        ("Walking slowly, they left.", ""),
        ("However, Norway objected.", "Norway|LOC"),
        // Pronoun and country.
        ("They told us that the US and WHO agreed.", "US|LOC WHO|ORG"),
        ("It is what it is.", ""),
        // Bodies.
        ("The Ministry of Foreign Affairs spoke.", "Ministry of Foreign Affairs|ORG"),
        ("A US State Department aide wrote.", "US State Department|ORG"),
        ("The Italian Navy and the Bank of Latvia agreed.", "Italian Navy|ORG Bank of Latvia|ORG"),
        ("The Lake Observatory for Human Rights said so.", "Lake Observatory for Human Rights|ORG"),
        ("He works at Orlan Systems, Inc. in Oslo.", "Orlan Systems, Inc.|ORG Oslo|LOC"),
        // Places.
        ("Boats crossed the Zambezi River near Mount Hebe.", "Zambezi River|LOC Mount Hebe|LOC"),
        ("A storm hit St. Petersburg and San Isidro.", "St. Petersburg|LOC San Isidro|LOC"),
        // People.
        ("US Army Col. Ana Marsh met President Kobo.", "US Army|ORG Ana Marsh|PER Kobo|PER"),
        ("George W. Lindqvist wrote to Ms. Okafor.", "George W. Lindqvist|PER Okafor|PER"),
        ("Bashir al Tarawi and Osama bin Laden", "Bashir al Tarawi|PER Osama bin Laden|PER"),
        // Operations.
        ("Troops began Operation Silver Dawn.", "Operation Silver Dawn|MISC"),
        // Amounts and dates.
        ("It cost US$40 on Monday, 5 May.", ""),
        ("Many NGOs and MPs came on Fridays.", ""),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn headlines() {
    let report = "Dorota Vance met rebels of the Free Lemko Army in Warsaw. The FLA fell back.";
    let with = |headline: &str| {
        let text = format!("{headline}\n\n{report}");
        let line: Vec<String> =
            names(&text).split_inclusive(|_| false).map(str::to_owned).collect();
        let all = line.join("");
        let own = names(report);
        all.strip_suffix(&own).unwrap_or(&all).trim().to_owned()
    };
    for (headline, expected) in [
        (
            "US-Led Coalition Sheds Light on Next Operation in Syria After Raqqa Fight",
            "US|LOC Syria|LOC Raqqa|LOC",
        ),
        ("Rebels Gain Ground Near Warsaw As Talks Stall Again", "Warsaw|LOC"),
        ("Vance Says Warsaw Talks Were A Big Success", "Vance|PER Warsaw|LOC"),
        ("REBELS GAIN GROUND NEAR WARSAW AS TALKS STALL", "WARSAW|LOC"),
        ("WHAT IS IT TO US IF TALKS FAIL", ""),
        ("rebels gain ground near the river as talks stall", ""),
    ] {
        assert_eq!(with(headline), expected, "{headline}");
    }
}

#[test]
fn titles_stand_apart() {
    let text = "US Army Col. Ana Marsh, Syrian President Bashar al Assad, Lt. Gen. Omar Tell and coalition spokesman Colonel Rui Costa met Capt. Mia Lund.";
    let read = read(text);
    let found: Vec<String> = read
        .mentions
        .iter()
        .filter_map(|m| Some(format!("{} / {}", m.title?.of(text), m.span.of(text))))
        .collect();
    assert_eq!(
        found,
        [
            "US Army Col. / Ana Marsh",
            "Syrian President / Bashar al Assad",
            "Lt. Gen. / Omar Tell",
            "coalition spokesman Colonel / Rui Costa",
            "Capt. / Mia Lund",
        ]
    );
}

#[test]
fn definitions_come_from_the_text() {
    check_actor(
        &["The Free Lemko Army (FLA) fell back. The FLA denied it."],
        &["Free Lemko Army: Free Lemko Army, FLA"],
    );
    check_actor(
        &["The FLA (Free Lemko Army) fell back.", "The Free Lemko Army lost."],
        &["Free Lemko Army: FLA, Free Lemko Army"],
    );
    // The text's own meaning goes before the lexicon's.
    check_actor(
        &["The Sudan Dairy Forum (SDF) met. SDF farmers cheered."],
        &["Sudan Dairy Forum: Sudan Dairy Forum, SDF"],
    );
    check_actor(
        &["Plenty of ISIS [Daesh] fighters remain."],
        &["Islamic State group: ISIS, Daesh"],
    );
    // A bracket that defines nothing joins nothing.
    check_actor(&["Maria Kessel (CNN) reports."], &["CNN: CNN", "Maria Kessel: Maria Kessel"]);
}

#[test]
fn the_word_is() {
    check_actor(
        &["The extremist Islamic State (IS) group lost. IS fled."],
        &["Islamic State group: Islamic State, IS"],
    );
    assert_eq!(names("A new bridge IS what they want, said Oslo."), "Oslo|LOC");
}

#[test]
fn romanised_spellings() {
    check_actor(
        &[
            "They left Deir ez-Zor for Rakka.",
            "They left Deir al-Zour for ar-Raqqah.",
            "They left Deir Ezzor for Raqqa.",
            "They left Deir al Zor for Raqqah.",
        ],
        &[
            "Deir ez-Zor: Deir ez-Zor, Deir al-Zour, Deir Ezzor, Deir al Zor",
            "Raqqa: Rakka, ar-Raqqah, Raqqa, Raqqah",
        ],
    );
    // Not in the lexicon: two spellings of one full name.
    check_actor(
        &["Mr. Yusuf Khallaf spoke.", "Mr. Yousuf Khalaf spoke.", "Mr. Khalaf left."],
        &["Yousuf Khalaf: Yusuf Khallaf, Yousuf Khalaf, Khalaf"],
    );
    // Not the same names.
    let apart = actors(&["Mr. Karim Haddad spoke.", "Mr. Karim Hadid spoke."]);
    assert_eq!(apart.len(), 2, "{apart:?}");
}

#[test]
fn city_and_province() {
    check_actor(
        &["Rain fell in Deir al-Zor province. Aid reached Deir al-Zor city. Deir al-Zor is dry."],
        &["Deir ez-Zor: Deir al-Zor", "Deir ez-Zor province: Deir al-Zor"],
    );
    // The same rule for a pair that the lexicon does not know.
    check_actor(
        &["Rain fell in Ambrel Province and further north in Korvel. The city of Ambrel was dry."],
        &["Ambrel province: Ambrel Province", "Ambrel: Ambrel"],
    );
    check_actor(
        &[
            "Rain fell in Homs province. In Homs it fell on the hills in the province’s north. Homs slept.",
        ],
        &["Homs: Homs", "Homs province: Homs, ~province"],
    );
}

#[test]
fn people_join_by_surname_only() {
    check_actor(
        &["Ana Marsh spoke. Marsh left. Ana Lund stayed."],
        &["Ana Lund: Ana Lund", "Ana Marsh: Ana Marsh, Marsh"],
    );
    // Two people of one surname: the bare surname goes to neither across articles.
    let lines = actors(&["Ana Marsh spoke to Tom Marsh.", "They saw Marsh, 41, leave."]);
    assert!(lines.iter().any(|l| l == "Marsh: Marsh"), "{lines:?}");
    // A surname in one article, the only full name in another.
    check_actor(
        &["Colonel Ryan Tolley spoke.", "“No,” Tolley said."],
        &["Ryan Tolley: Ryan Tolley, Tolley"],
    );
    // An Arabic by-name.
    check_actor(
        &["Abu Khamsa, who leads them, came. Khamsa said no."],
        &["Abu Khamsa: Abu Khamsa, Khamsa"],
    );
}

#[test]
fn nominals_are_careful() {
    check_actor(
        &["ISIS lost the town. The group fled. The extremist group came back."],
        &["Islamic State group: ISIS, ~group, ~extremist group"],
    );
    // "the group" has no armed group before it; "the city of Homs" needs no antecedent.
    check_actor(&["A choir sang in Oslo. The group won."], &["Oslo: Oslo"]);
    check_actor(&["Trucks left Hama. The city of Homs slept."], &["Homs: Homs", "Hama: Hama"]);
    check_actor(
        &["Spokesman Rui Costa came. The spokesman said no. A minister left."],
        &["Rui Costa: Rui Costa, ~spokesman"],
    );
    check_actor(
        &["The Saudi-led coalition struck. The coalition denied it."],
        &["Saudi-led coalition: ~Saudi-led coalition, ~coalition"],
    );
    let none = actors(&["A coalition of parties formed. The governing coalition fell."]);
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn every_join_has_a_reason() {
    let all = bundled();
    let resolution = resolve(&all);
    for actor in &resolution.actors {
        assert!(!actor.joins.is_empty() && !actor.mentions.is_empty(), "{}", actor.name);
        for join in &actor.joins {
            assert!(join.reason.len() > 10 && join.reason.ends_with('.'), "{join:?}");
        }
    }
    let dillon = resolution.actors.iter().find(|a| a.name == "Ryan Dillon").expect("Dillon");
    let join = dillon.joins.iter().find(|j| j.label == "Dillon").expect("a join");
    assert_eq!(join.confidence, Confidence::Likely);
    assert!(join.reason.contains("Ryan Dillon"), "{join:?}");
}

#[test]
fn given_spans_are_joined() {
    let text = "Ana Marsh came. She saw the guard. The guard ran, and Marsh left.";
    let doc = read(text).doc;
    let span = |part: &str, nth: usize| {
        let (at, _) = text.match_indices(part).nth(nth).expect("a part");
        (Span::new(at, at + part.len()), None)
    };
    let spans = [
        span("Ana Marsh", 0),
        span("She", 0),
        span("the guard", 0),
        span("The guard", 0),
        span("Marsh", 1),
    ];
    let mentions = entity::given(text, &doc, &spans);
    assert_eq!(mentions.len(), spans.len());
    let resolution = entity::resolve_given(&[Article { text, doc: &doc, mentions: &mentions }]);
    let of = &resolution.actor_of[0];
    assert!(of.iter().all(Option::is_some));
    assert_eq!(
        (of[0] == of[1], of[0] == of[4], of[2] == of[3], of[0] == of[2]),
        (true, true, true, false)
    );
}

#[test]
fn other_languages_give_no_names() {
    for text in [
        "В понедельник президент встретился с министром обороны в Москве, сообщает агентство.",
        "قال المتحدث باسم التحالف الدولي إن القوات تتقدم نحو مدينة الرقة السورية.",
        "Der Präsident hat am Montag in Berlin mit dem Minister gesprochen und danach eine lange Rede gehalten, in der er die Lage im Osten des Landes beschrieb und weitere Hilfe versprach, die noch vor dem Winter ankommen soll, wie ein Sprecher sagte.",
    ] {
        let read = read(text);
        assert!(read.mentions.is_empty(), "{:?}", read.mentions);
        assert!(entity::notice(text, &read.doc).is_some());
    }
    let english = read("The minister said on Monday that talks in Oslo would go on.");
    assert!(entity::notice(&english.text, &english.doc).is_none());
}

#[test]
fn long_odd_lines_are_no_trouble() {
    for unit in
        ["Al-", "(A ", "U.S.", "Ana Marsh, ", "of the ", "[\"", "Deir ez-Zor and ", "IS (IS) "]
    {
        let text = unit.repeat(20_000);
        let read = read(&text);
        assert!(read.mentions.windows(2).all(|w| w[0].span.start <= w[1].span.start));
        let _ = resolve(&[read]);
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "US-led",
        "al-",
        "Deir",
        "ez-Zor",
        "The",
        "of",
        "IS",
        "(SDF)",
        "[Daesh]",
        "U.S.",
        "Col.",
        "St.",
        ",",
        "“",
        "Ana",
        "Marsh",
        "province",
        "the",
        "group",
        "'s",
        "\n\n",
        "é",
        "İstanbul",
        "Ministry",
        "and",
        "Inc.",
        "\u{200b}",
        "😀",
        "1,200",
        "Operation",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|w| w.join(" "))
}

proptest! {
    #[test]
    fn mentions_lie_in_order_on_boundaries(text in prop_oneof![any::<String>(), words()]) {
        let read = read(&text);
        for m in &read.mentions {
            prop_assert!(text.get(m.span.range()).is_some_and(|s| !s.is_empty()), "{m:?}");
            prop_assert!(m.sentence < read.doc.sentences.len());
            if let Some(title) = m.title {
                prop_assert!(text.get(title.range()).is_some() && title.end <= m.span.start);
            }
        }
        let names: Vec<&Mention> = read.mentions.iter().filter(|m| m.form == Form::Name).collect();
        prop_assert!(names.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        let again = self::read(&text);
        prop_assert_eq!(&again.mentions, &read.mentions);
        let all = [read, again];
        let resolution = resolve(&all);
        prop_assert_eq!(&resolution, &resolve(&all));
        let counted: usize = resolution.actors.iter().map(|a| a.mentions.len()).sum();
        prop_assert_eq!(counted, all[0].mentions.len() * 2);
        let mut ids: Vec<&str> = resolution.actors.iter().map(|a| a.id.as_str()).collect();
        let n = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), n);
    }
}
