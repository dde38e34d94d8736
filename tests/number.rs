//! Quantities: text in; figure, comparison, unit and what is counted out.

use parallax::claim::number::{self, Quantity};
use parallax::corpus::Given;
use parallax::ingest;
use parallax::text::{self, Document};

fn analyse(text: &str) -> Document {
    let cleaned = ingest::clean(text, &Given { scrape: false, ..Given::default() });
    text::analyse(text, &cleaned.blocks)
}

/// Each quantity as `words = [comparison] value [unit] | what is counted`.
fn read(text: &str) -> Vec<String> {
    let line = |q: &Quantity| {
        let value = match q.range {
            Some((low, high)) => format!("{low}..{high}"),
            None => format!("{}", (q.value * 100.0).round() / 100.0),
        };
        let mut out = format!("{} =", q.phrase.of(text).replace('\u{A0}', " "));
        let counted = q.counted.map_or("-", |c| c.of(text)).replace('\u{A0}', " ");
        for part in [q.comparator.label(), value.as_str(), q.unit.as_str(), "|", &counted] {
            if !part.is_empty() {
                out.push(' ');
                out.push_str(part);
            }
        }
        out
    };
    number::find(text, &analyse(text)).iter().map(line).collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text), *expected, "in {text:?}");
    }
}

#[test]
fn digits_and_words() {
    check(&[
        ("It lost 1,200 men.", &["1,200 = 1200 | men"]),
        ("It lost two drones.", &["two = 2 | drones"]),
        ("It sent thirty-five trucks.", &["thirty-five = 35 | trucks"]),
        ("a dozen villages fell", &["a dozen = 12 | villages"]),
        ("two hundred and fifty fighters", &["two hundred and fifty = 250 | fighters"]),
        ("some 1.5 million refugees", &["some 1.5 million = about 1500000 | refugees"]),
        ("half a million people", &["half a million = 500000 | people"]),
        ("300,000 refugees left", &["300,000 = 300000 | refugees"]),
        ("two Russian submarines launched missiles", &["two = 2 | Russian submarines"]),
        ("10 ISIS fighters were killed", &["10 = 10 | ISIS fighters"]),
        ("One soldier was killed.", &["One = 1 | soldier"]),
    ]);
}

#[test]
fn units_and_currencies() {
    check(&[
        ("about 90 miles from Raqqa", &["about 90 miles = about 90 mile | from Raqqa"]),
        ("300 square kilometers of land", &["300 square kilometers = 300 square kilometre | land"]),
        ("a 20-mile front", &["20-mile = 20 mile | -"]),
        ("it runs 30km", &["30km = 30 kilometre | -"]),
        ("It cost $3.5 billion in aid", &["$3.5 billion = 3500000000 USD | in aid"]),
        ("It cost €20m", &["€20m = 20000000 EUR | -"]),
        ("worth 40 million dollars", &["40 million dollars = 40000000 USD | -"]),
        ("it pumped 5,000 barrels a day", &["5,000 barrels a day = 5000 barrel a day | -"]),
    ]);
}

#[test]
fn shares_are_in_percent() {
    check(&[
        ("65 percent of Raqqa city", &["65 percent = 65 percent | Raqqa city"]),
        ("65% of the city", &["65% = 65 percent | city"]),
        ("more than half of Raqqa", &["more than half = at least 50 percent | Raqqa"]),
        ("half the city fell", &["half = 50 percent | city"]),
        ("two thirds of the army", &["two thirds = 66.67 percent | army"]),
        ("a quarter of the seats", &["a quarter = 25 percent | seats"]),
        ("three-quarters of voters", &["three-quarters = 75 percent | voters"]),
        ("12.5 per cent of them", &["12.5 per cent = 12.5 percent | -"]),
    ]);
}

#[test]
fn ranges_and_comparisons() {
    check(&[
        ("20 to 30 villages", &["20 to 30 = 20..30 | villages"]),
        ("10-12 tanks", &["10-12 = 10..12 | tanks"]),
        ("between 20 and 30 villages", &["20 and 30 = 20..30 | villages"]),
        ("3 to 5 million people", &["3 to 5 million = 3000000..5000000 | people"]),
        ("at least 40 civilians", &["at least 40 = at least 40 | civilians"]),
        ("up to 500 fighters", &["up to 500 = at most 500 | fighters"]),
        ("fewer than 100 men", &["fewer than 100 = at most 100 | men"]),
        ("nearly 1,000 mines", &["nearly 1,000 = about 1000 | mines"]),
        ("500 or more tents", &["500 or more = at least 500 | -"]),
    ]);
}

#[test]
fn what_is_no_quantity() {
    for text in [
        "A Boeing 737 crashed.",
        "Two-faced talk",
        "The Su-24 was hit.",
        "Channel 4 reported it.",
        "The G20 met.",
        "It is one of the oldest.",
        "No one came.",
        "Helped one another.",
        "The two sides agreed.",
        "Iraq's second city",
        "Call 555-123-4567 now.",
        "1. Open the door.",
        "Thousands fled.",
        "In 2014 they left for nearly three years.",
        "The western half of it",
        "in the first half",
        "Article 5 was invoked.",
        "It was at 10:30.",
        "Tom Hill, 45, left.",
        "a 16-year-old boy",
        "UN Security Council Resolution 2254",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "in {text:?}");
    }
}

#[test]
fn quantities_of_two_articles_that_measure_the_same_share_a_key() {
    let texts = [
        "The group has taken 65 percent of Raqqa city.",
        "They lost more than half of Raqqa.",
        "In the city of Raqqa the forces have already seized around 65 percent of the city.",
        "It holds 60 percent of the provincial capital Homs.",
        "Two Russian submarines fired.",
        "It sent three submarines.",
        "The line is 30 miles from Raqqa.",
    ];
    let keys: Vec<number::Key> = texts
        .iter()
        .map(|text| {
            let doc = analyse(text);
            let found = number::find(text, &doc);
            assert_eq!(found.len(), 1, "in {text:?}");
            number::key(&found[0], text, &doc)
        })
        .collect();
    let same = |a: usize| (0..texts.len()).filter(|b| keys[a].same(&keys[*b])).collect::<Vec<_>>();
    assert_eq!(same(0), [0, 1, 2]);
    assert_eq!(same(1), [0, 1, 2]);
    assert_eq!(same(2), [0, 1, 2]);
    assert_eq!(same(3), [3]);
    assert_eq!(same(4), [4, 5]);
    assert_eq!(same(6), [6]);
}

#[test]
fn odd_text_does_no_harm() {
    let long = "1 ".repeat(50_000) + &"9".repeat(50_000) + &"$".repeat(50_000);
    // A figure ends somewhere, or each of its words would begin one that is read to the end.
    let scales = "one million ".repeat(50_000) + "1 " + &"million ".repeat(50_000);
    for text in [
        "",
        "\0",
        "$",
        "1,",
        "1/0",
        "half",
        "٣٠ مقاتلا",
        "about more than",
        "1-",
        "a",
        &long,
        &scales,
    ] {
        let doc = analyse(text);
        for q in number::find(text, &doc) {
            assert!(q.value.is_finite() && !q.span.of(text).is_empty());
        }
    }
}

/// What a careful reader finds in the bundled articles.
#[test]
fn the_bundled_articles() {
    let golden: [(&str, &str, &str, &[&str]); 5] = [
        ("sputnik-briefing", "This photo released", "Kurdish-Led SDF Take", &[]),
        (
            "sputnik-capital",
            "The US-led coalition is",
            "Operation to Liberate Raqqa From Daesh (61)\n\n\n",
            &["about 90 miles = about 90 mile | from Raqqa"],
        ),
        (
            "alarabiya-operation",
            "U.S.-backed Syrian militias",
            "source: Alarabiya",
            &["65 percent = 65 percent | Raqqa city"],
        ),
        (
            "rferl-advance",
            "U.S.-Backed Forces",
            "With reporting by",
            &[
                "about 60 percent = about 60 percent | provincial capital Deir al-Zour",
                "more than half = at least 50 percent | Raqqa",
                "around 65 percent = about 65 percent | city",
                "around 30 kilometers = about 30 kilometre | -",
            ],
        ),
        (
            "cnn-coalition",
            "(CNN) --",
            "™",
            &[
                "two = 2 | Russian submarines",
                "some 300 square kilometers = about 300 square kilometre | from ISIS",
                "two = 2 | drones",
            ],
        ),
    ];
    for (id, from, to, expected) in golden {
        let source = parallax::corpus::bundled().into_iter().find(|s| s.id == id).expect(id);
        let start = source.text.find(from).expect(from);
        let end = start + source.text[start..].find(to).expect(to);
        let part = source.text[start..end].replace('\n', "\n\n");
        assert_eq!(read(&part), expected, "in {id}");
    }
}
