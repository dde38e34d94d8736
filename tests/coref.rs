//! Joining mentions into actors: marked texts in, groups of labels out.
//!
//! ‹…› marks a mention that is given. A group is written "a = b"; what stands alone is left out.

use parallax::entity::{self, Article, Confidence, EntityType, Mention, Resolution};
use parallax::ingest::{Block, BlockKind};
use parallax::span::Span;
use parallax::text::{self, Document};

struct Read {
    text: String,
    doc: Document,
    mentions: Vec<Mention>,
}

fn analyse(text: &str) -> Document {
    let span = Span::new(0, text.len());
    text::analyse(text, &[Block { span, kind: BlockKind::Body, reason: "test".to_owned() }])
}

/// Takes the marks out of a text and the spans between them as given mentions.
fn given(marked: &str) -> Read {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut spans: Vec<(Span, Option<EntityType>)> = Vec::new();
    for c in marked.chars() {
        match c {
            '‹' => open.push(text.len()),
            '›' => spans.push((Span::new(open.pop().expect("a mark"), text.len()), None)),
            c => text.push(c),
        }
    }
    spans.sort_by_key(|(span, _)| *span);
    let doc = analyse(&text);
    let mentions = entity::given(&text, &doc, &spans);
    assert_eq!(mentions.len(), spans.len());
    Read { text, doc, mentions }
}

fn own(text: &str) -> Read {
    let doc = analyse(text);
    let mentions = entity::find(text, &doc);
    Read { text: text.to_owned(), doc, mentions }
}

fn parts(reads: &[Read]) -> Vec<Article<'_>> {
    reads.iter().map(|r| Article { text: &r.text, doc: &r.doc, mentions: &r.mentions }).collect()
}

/// The groups with more than one label.
fn groups(reads: &[Read], resolution: &Resolution) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for actor in &resolution.actors {
        let mut labels: Vec<String> = Vec::new();
        for at in &actor.mentions {
            let r = &reads[at.article];
            let label = entity::label(&r.text, &r.mentions[at.mention]);
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        // Every label has its reason.
        assert_eq!(actor.joins.len(), labels.len(), "{actor:?}");
        assert!(actor.joins.iter().all(|j| !j.reason.is_empty()));
        if labels.len() > 1 {
            out.push(labels.join(" = "));
        }
    }
    out.sort();
    out
}

#[track_caller]
fn check_given(texts: &[&str], expected: &[&str]) {
    let reads: Vec<Read> = texts.iter().map(|t| given(t)).collect();
    let resolution = entity::resolve_given(&parts(&reads));
    assert_eq!(groups(&reads, &resolution), expected, "{texts:?}");
}

#[track_caller]
fn check_own(texts: &[&str], expected: &[&str]) {
    let reads: Vec<Read> = texts.iter().map(|t| own(t)).collect();
    let resolution = entity::resolve(&parts(&reads));
    assert_eq!(groups(&reads, &resolution), expected, "{texts:?}");
}

#[test]
fn appositions() {
    for (text, expected) in [
        ("They met ‹coach› ‹Dorota Vance› there.", &["coach = Dorota Vance"][..]),
        ("They met ‹Dorota Vance›, ‹the new coach›, there.", &["Dorota Vance = the new coach"]),
        ("They met the ‹coach›, ‹Dorota Vance›, there.", &["coach = Dorota Vance"]),
        ("‹Dorota Vance› is ‹the coach of the club›.", &["Dorota Vance = the coach of the club"]),
        // A list is no apposition, and a plural is not one person.
        ("They met ‹players›, ‹Dorota Vance› and ‹a driver›.", &[]),
        ("They saw ‹Dorota Vance› and ‹the car› there.", &[]),
    ] {
        check_given(&[text], expected);
    }
}

#[test]
fn pronouns() {
    for (text, expected) in [
        ("‹Dorota Vance› left. ‹She› was tired.", &["Dorota Vance = She"][..]),
        // The subject of a verb is not its object.
        ("‹The king› slept. ‹The nurse› woke ‹him›.", &["The king = him"]),
        ("‹The ship› sank before ‹it› reached ‹the port›.", &["The ship = it"]),
        ("‹The rebels› fled when ‹they› heard of ‹the army›.", &["The rebels = they"]),
        ("‹The man› ‹who› came first left.", &["The man = who"]),
    ] {
        check_given(&[text], expected);
    }
    // A pronoun does not go to a person of the other sex.
    let reads = [given("‹Mr. Vance› met ‹Mrs. Okafor›. Later ‹he› left and ‹she› stayed.")];
    let resolution = entity::resolve_given(&parts(&reads));
    assert_eq!(groups(&reads, &resolution), ["Mr. Vance = he", "Mrs. Okafor = she"]);
}

#[test]
fn nouns_of_one_event() {
    // The same noun in the same number; words that name much the same.
    check_given(
        &[
            "‹The gunman› fled.",
            "‹A gunman› shot at ‹the ships›.",
            "‹The attacker› hit ‹the ship›.",
        ],
        &["The gunman = A gunman = The attacker"],
    );
    // Bodies of two states are two.
    check_given(
        &["‹French officials› met ‹Kenyan officials›. ‹The French officials› left."],
        &["French officials = The French officials"],
    );
    // What is counted stands after "of".
    check_given(
        &["‹Hundreds of migrants› came. ‹The migrants› were tired."],
        &["Hundreds of migrants = The migrants"],
    );
    check_given(&["‹The Navy› came. ‹The navy› left ‹the port›."], &["The Navy = The navy"]);
}

#[test]
fn roles() {
    check_given(
        &[
            "Kenyan President ‹Omar Tell› met Foreign Minister ‹Ana Marsh›.",
            "‹The president› smiled. ‹The foreign minister› did not.",
        ],
        &["Ana Marsh = The foreign minister", "Omar Tell = The president"],
    );
    // Another country's president is another.
    check_given(
        &["Kenyan President ‹Omar Tell› spoke of ‹the French president› and ‹the crisis›."],
        &[],
    );
}

#[test]
fn parts_of_names() {
    check_given(&["‹Kim Jong-un› came.", "‹Mr. Kim› left."], &["Kim Jong-un = Mr. Kim"]);
    check_given(
        &["‹The Lemko Academy of Fine Arts› opened ‹a show›. ‹The Lemko Academy› is old."],
        &["The Lemko Academy of Fine Arts = The Lemko Academy"],
    );
    // A city is not the club that is named after it.
    check_given(&["‹The Oslo Ravens› left ‹Oslo›."], &[]);
}

#[test]
fn states_loosely() {
    check_given(
        &["‹France› sent ‹French troops›. ‹Paris› and ‹the French government› denied ‹the plan›."],
        &["France = French troops = Paris = the French government"],
    );
    // Names alone stay apart: loose identity needs common nouns that were given.
    check_given(&["‹France› met ‹Kenya› in ‹Paris› and ‹Nairobi› last ‹May›."], &[]);
    // In running text the state, its people and its capital stay apart.
    check_own(&["France sent French troops. Paris denied it."], &[]);
}

#[test]
fn long_phrases_loosely() {
    check_given(
        &[
            "They want to ‹give up their harbour fees›, and ‹the new harbour fees› hurt.",
            "‹Ending the harbour fees› is ‹a dream›.",
        ],
        &["give up their harbour fees = the new harbour fees = Ending the harbour fees"],
    );
}

#[test]
fn names_in_running_text() {
    // Initials without a bracket; a middle initial; a family name that stands first.
    check_own(
        &["The Free Lemko Army fell back. Nobody helped.", "The FLA denied that it fell back."],
        &["Free Lemko Army = FLA"],
    );
    check_own(
        &["Anna Lindqvist spoke. Anna B. Lindqvist is a judge. Lindqvist smiled."],
        &["Anna Lindqvist = Anna B. Lindqvist = Lindqvist"],
    );
    check_own(&["President Kim Jong-un came. Mr. Kim left."], &["Kim Jong-un = Kim"]);
    // Two persons with one surname: the bare one is who was named before the other came.
    check_own(
        &["Anna Lindqvist spoke. Lindqvist smiled. Then Peter Lindqvist came."],
        &["Anna Lindqvist = Lindqvist"],
    );
    check_own(&["Anna Lindqvist and Peter Lindqvist came. Mr. Lindqvist left."], &[]);
}

/// Joins two names that are known to be persons', each in an article of its own.
fn joined(a: &str, b: &str) -> bool {
    let reads: Vec<Read> = [a, b]
        .iter()
        .map(|name| {
            let text = format!("On Monday {name} denied it.");
            let doc = analyse(&text);
            let span = Span::new(10, 10 + name.len());
            let mentions = entity::given(&text, &doc, &[(span, Some(EntityType::Person))]);
            Read { text, doc, mentions }
        })
        .collect();
    let resolution = entity::resolve_given(&parts(&reads));
    resolution.actor_of[0][0] == resolution.actor_of[1][0]
}

#[test]
fn romanised_persons() {
    for (a, b) in [
        ("Qasem Soleimani", "Ghasem Soleymani"),
        ("Mohammad Hosseini", "Muhammad Husaini"),
        ("Yevgeny Ivanov", "Evgeni Ivanoff"),
        ("Alexei Gromov", "Aleksey Gromov"),
        ("Sergei Petrov", "Sergey Petrov"),
        ("Mikhail Zelinskiy", "Mikhail Zelinsky"),
        ("Şivan Barzani", "Shivan Barzani"),
        ("Khaled al-Attiyah", "Khalid al-Attiya"),
    ] {
        assert!(joined(a, b), "{a} and {b}");
    }
    for (a, b) in [("Ana Marsh", "Ana Morsi"), ("Sergei Petrov", "Sergei Popov")] {
        assert!(!joined(a, b), "{a} and {b}");
    }
}

#[test]
fn joins_tell_how_sure_they_are() {
    let reads = [given("‹Mr. Vance› left ‹the port›. Later ‹he› came back to ‹the port›.")];
    let resolution = entity::resolve_given(&parts(&reads));
    let actor = resolution.actors.iter().find(|a| a.mentions.len() == 2 && a.joins.len() == 2);
    let join = actor.and_then(|a| a.joins.iter().find(|j| j.label == "he")).expect("a join");
    assert_eq!(join.confidence, Confidence::Likely);
    assert!(join.reason.contains("Vance"), "{join:?}");
}
