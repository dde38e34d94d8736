//! Small made-up articles: what is linked, what is not, and how it is grouped.

use super::{Prepared, aligned, shown};
use parallax::claim::align::{SentenceRef, Statement, THRESHOLD};
use std::collections::BTreeSet;

const NAMES: &[&[&str]] = &[&["Elsin"], &["Varna Front", "VF"], &["Colonel Amt", "Amt"]];

#[test]
fn the_same_report_in_other_words_is_linked() {
    let bodies = [
        "The Varna Front seized 40 percent of the harbour of Elsin. Rain is expected in the hills.",
        "Colonel Amt spoke to reporters. About 40 percent of the Elsin harbour has been seized by VF \
         since June.",
    ];
    let lines = shown(&bodies, NAMES);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("0.0 1.1: "), "{lines:?}");
    for word in ["40 percent", "harbour", "seized"] {
        assert!(lines[0].contains(word), "{word}: {lines:?}");
    }
}

/// One sentence reports what two others report apart: each has the clause that tells it.
#[test]
fn a_sentence_of_two_statements() {
    let bodies = [
        "Engineers reopened the flooded tunnel near Elsin, and the mayor resigned over unpaid contracts.",
        "The flooded tunnel near Elsin was reopened by engineers. Bakers struck for a week.",
        "Over unpaid contracts the mayor resigned. A library burned down in the hills.",
    ];
    let articles: Vec<Prepared> = bodies.iter().map(|b| Prepared::body(b, NAMES)).collect();
    let statements = aligned(&articles, &[0, 1, 2], THRESHOLD);
    let told = |s: &Statement| -> Vec<String> {
        let member = |(at, clauses): (&SentenceRef, &parallax::claim::align::Clauses)| {
            let a = &articles[at.article];
            let own: Vec<_> = a.clauses.iter().filter(|c| c.sentence == at.sentence).collect();
            let text: Vec<&str> = clauses
                .numbers(own.len())
                .flat_map(|c| &own[c].spans)
                .map(|s| s.of(&a.text))
                .collect();
            format!("{}.{} {}", at.article, at.sentence, text.join(" … "))
        };
        s.sentences.iter().zip(&s.clauses).map(member).collect()
    };
    let shared: Vec<Vec<String>> =
        statements.iter().filter(|s| s.sentences.len() > 1).map(told).collect();
    assert_eq!(
        shared,
        [
            [
                "0.0 Engineers reopened the flooded tunnel near Elsin",
                "1.0 The flooded tunnel near Elsin was reopened by engineers"
            ],
            [
                "0.0 the mayor resigned over unpaid contracts",
                "2.0 Over unpaid contracts the mayor resigned"
            ],
        ]
    );
}

#[test]
fn sharing_only_names_is_no_link() {
    let bodies = [
        "Colonel Amt of the Varna Front visited a school in Elsin.",
        "The Varna Front and Colonel Amt left Elsin on foot.",
        "Farmers near Elsin fear Colonel Amt and the Varna Front.",
    ];
    assert_eq!(shown(&bodies, NAMES), Vec::<String>::new());
    // Nor are function words and the words of every news text.
    let bodies = [
        "He said it was the first time this year.",
        "It was last year, he said, for the first time.",
    ];
    assert_eq!(shown(&bodies, NAMES), Vec::<String>::new());
}

#[test]
fn one_outlet_is_not_linked_with_itself() {
    let text = "The Varna Front seized the harbour of Elsin after three weeks of siege.";
    let articles = || vec![Prepared::body(text, NAMES), Prepared::body(text, NAMES)];
    let sizes = |statements: Vec<Statement>| -> Vec<usize> {
        statements.iter().map(|s| s.sentences.len()).collect()
    };
    assert_eq!(sizes(aligned(&articles(), &[0, 0], THRESHOLD)), [1, 1]);
    assert_eq!(sizes(aligned(&articles(), &[0, 1], THRESHOLD)), [2]);
}

#[test]
fn links_do_not_chain() {
    // The middle one shares half with each; the outer two share nothing.
    let bodies = [
        "Dockers burned warehouses and looted granaries.",
        "Dockers burned warehouses while surgeons evacuated hospitals.",
        "Surgeons evacuated hospitals and hid medicines.",
    ];
    for line in shown(&bodies, &[]) {
        assert_ne!(line.split(':').next(), Some("0.0 1.0 2.0"), "{line}");
    }
}

#[test]
fn an_article_gives_a_statement_few_sentences() {
    let text = "The Varna Front seized the harbour of Elsin after three weeks of siege.";
    let many = [text; 6].join("\n\n");
    let articles = [Prepared::body(&many, NAMES), Prepared::body(text, NAMES)];
    for statement in aligned(&articles, &[0, 1], THRESHOLD) {
        let of_first = statement.sentences.iter().filter(|s| s.article == 0).count();
        assert!(of_first <= 2, "{statement:?}");
    }
}

#[test]
fn most_outlets_stand_first_and_links_lie_inside() {
    let siege = "The siege of Elsin was broken after three years.";
    let bodies = [
        format!("Grain prices doubled in the northern valleys. {siege}"),
        format!("{siege} Grain prices have doubled in northern valleys."),
        format!("Nothing else happened. {siege}"),
    ];
    let articles: Vec<Prepared> = bodies.iter().map(|b| Prepared::body(b, NAMES)).collect();
    let statements = aligned(&articles, &[0, 1, 2], THRESHOLD);
    let sizes: Vec<usize> = statements.iter().map(|s| s.sentences.len()).collect();
    assert_eq!(sizes, [3, 2, 1]);
    for s in &statements {
        let members: BTreeSet<_> = s.sentences.iter().collect();
        assert!(s.sentences.len() == 1 || !s.links.is_empty());
        for link in &s.links {
            assert!(members.contains(&link.pair.0) && members.contains(&link.pair.1));
            assert!(link.pair.0 < link.pair.1 && link.score >= THRESHOLD && link.score <= 1.0);
            assert!(!link.matched.is_empty());
        }
    }
}

#[test]
fn a_higher_threshold_links_less() {
    let bodies = [
        "The siege of Elsin by islanders was broken after three years. Dockers burned warehouses.",
        "After three years the siege of Elsin has ended, doctors said. Warehouses and granaries burned.",
    ];
    let articles: Vec<Prepared> = bodies.iter().map(|b| Prepared::body(b, NAMES)).collect();
    let shared = |threshold| {
        aligned(&articles, &[0, 1], threshold).iter().filter(|s| s.sentences.len() > 1).count()
    };
    assert!(shared(0.1) >= shared(0.5) && shared(0.5) >= shared(1.0));
    assert_eq!((shared(0.1) > 0, shared(1.0)), (true, 0));
}

/// The score of the link between two sentences, each given as article and place; 0 if there is none.
fn score(bodies: &[&str], a: (usize, usize), b: (usize, usize)) -> f64 {
    let articles: Vec<Prepared> = bodies.iter().map(|b| Prepared::body(b, NAMES)).collect();
    let outlets: Vec<usize> = (0..articles.len()).collect();
    let statements = aligned(&articles, &outlets, 0.05);
    let place = |r: SentenceRef| (r.article, r.sentence);
    let mut links = statements.iter().flat_map(|s| &s.links);
    let link = links.find(|l| (place(l.pair.0), place(l.pair.1)) == (a, b));
    link.map_or(0.0, |l| l.score)
}

#[test]
fn a_sentence_and_its_negation_are_less_alike() {
    let first = "The Varna Front will leave the harbour of Elsin before winter.";
    let negated = "The Varna Front will not leave the harbour of Elsin before winter.";
    let pair = |a, b| score(&[a, b], (0, 0), (1, 0));
    let (same, other) = (pair(first, first), pair(first, negated));
    assert!(other > 0.0 && other < 0.8 * same, "{same} {other}");
    assert!(pair(negated, negated) > other);
}

#[test]
fn common_words_in_the_same_order_are_linked_as_a_quotation() {
    let said = "\u{201C}We wanted to go there and we will go there,\u{201D} she said.";
    let quoted = "Her answer was: \u{201C}We wanted to go there and we will go there.\u{201D}";
    let mixed = "We will go there, was her answer, and there to go we wanted and go there.";
    assert_eq!(shown(&[said, quoted], NAMES).len(), 1);
    assert_eq!(shown(&[said, mixed], NAMES), Vec::<String>::new());
}

#[test]
fn passages_side_by_side_support_each_other() {
    let first = "Dockers burned the granary of Elsin. Surgeons left the clinic at dawn.";
    let same = "Dockers burned a granary. Surgeons had left their clinic by noon.";
    let other = "Surgeons had left their clinic by noon. Dockers burned a granary.";
    let beside = score(&[first, same], (0, 1), (1, 1));
    let apart = score(&[first, other], (0, 1), (1, 0));
    assert!(apart > 0.0 && beside > apart, "{beside} {apart}");
}
