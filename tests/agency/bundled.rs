//! The bundled articles against what was read in them by hand.

use super::{Article, BlockKind, line};

/// A line's agent and target by their last words, the verb, and the rest.
fn key(line: &str) -> ([String; 3], String, String) {
    let mut parts = line.split(" | ");
    let mut next = || parts.next().unwrap_or("").replace(['*', '“', '”', '"'], "");
    let last = |words: String| words.rsplit(' ').next().unwrap_or("").to_lowercase();
    let (agent, verb, target) = (next(), next(), next());
    let (mut voice, mut rest) = (String::new(), Vec::new());
    for told in next().split(", ").map(str::to_owned).collect::<Vec<_>>() {
        if told == "passive" || told == "agentless" { voice = told } else { rest.push(told) }
    }
    ([last(agent), verb, last(target)], voice, rest.join(", "))
}

#[test]
fn the_bundled_articles() {
    let golden = include_str!("bundled.txt");
    let (mut found, mut expected, mut right, mut told) = (0, 0, 0, 0);
    let mut report = Vec::new();
    for source in parallax::corpus::bundled() {
        let a = Article::analyse(source);
        let body = |sentence: usize| a.doc.sentences[sentence].kind == BlockKind::Body;
        let lines: Vec<String> =
            a.actions.iter().filter(|x| body(x.sentence)).map(|x| line(&a, x)).collect();
        let part = golden.split("\n= ").find(|p| p.starts_with(&a.id)).expect("a part");
        let mut wanted: Vec<&str> = part.lines().skip(1).filter(|l| !l.starts_with('#')).collect();
        found += lines.len();
        expected += wanted.len();
        for l in &lines {
            let own = key(l);
            let same = |w: &&str| {
                let first = |l: &str| l.split(" | ").next().unwrap_or("").to_owned();
                // Of joined agents the first is written down.
                let joined = first(l).starts_with(&(first(w) + " and"));
                let w = key(w);
                (w.0[0] == own.0[0] || joined) && w.0[1..] == own.0[1..] && w.1 == own.1
            };
            match wanted.iter().position(same) {
                Some(at) => {
                    right += 1;
                    let w = wanted.remove(at);
                    told += usize::from(key(w).2 == own.2);
                    if key(w).2 != own.2 {
                        report.push(format!("~ {}: {l}", a.id));
                    }
                }
                None => report.push(format!("+ {}: {l}", a.id)),
            }
        }
        report.extend(wanted.iter().map(|w| format!("- {}: {w}", a.id)));
    }
    let share = |n: usize, of: usize| n as f64 / of as f64;
    let (precision, recall) = (share(right, found), share(right, expected));
    // Polarity and modality, of those that are right.
    let told = share(told, right);
    let report = report.join("\n");
    println!("precision {precision:.3} recall {recall:.3} told {told:.3}\n{report}");
    assert!(
        precision >= 0.95 && recall >= 0.95 && told >= 0.95,
        "{precision:.2} {recall:.2}\n{report}"
    );
}
