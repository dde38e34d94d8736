//! Actors that outlets call by different names.

use super::{brief, capital, more, words};
use crate::claim::align::SentenceRef;
use crate::compare::{self, Naming};
use crate::order::Order;
use crate::page::actors::labels;
use crate::page::compare::{Comparison, column_name};
use crate::page::model::{Finding, LabelCount, Line, Side};
use crate::page::scope::Scope;
use crate::route::{CompareTable, Show};

/// The actors whose commonest name differs between most outlets, then the most often named.
pub fn findings(scope: &Scope<'_>, c: &Comparison, most: usize) -> Vec<Finding> {
    let mut candidates: Vec<&Naming> =
        c.names.iter().filter(|n| n.columns() > 1 && n.contrast()).collect();
    // Different words weigh more than spellings of one word, then what is named more often.
    candidates.order_by_key(|n| {
        core::cmp::Reverse((n.columns(), unlike(&n.leading()), n.leading().len(), n.total()))
    });
    candidates
        .into_iter()
        .take(most)
        .filter_map(|n| {
            let actor = scope.analysis.actors.actors.get(n.actor)?;
            let sides: Vec<Side> = c
                .columns
                .iter()
                .enumerate()
                .map(|(i, column)| {
                    let labels = labels(scope, n, i, column, &column_name(scope, column));
                    Side {
                        outlet: scope.outlet(c.sets[i].first().copied().unwrap_or(0)),
                        line: naming_line(scope, n.actor, &c.sets[i], labels.first()),
                        labels,
                    }
                })
                .collect();
            let distinct: usize = {
                let mut all: Vec<&str> = n
                    .cells
                    .iter()
                    .flatten()
                    .filter(|l| !l.nominal)
                    .map(|l| l.label.as_str())
                    .collect();
                all.order();
                all.dedup();
                all.len()
            };
            let sort = actor.sort.clone().unwrap_or_else(|| actor.kind.label().to_owned());
            Some(Finding {
                kind: "Naming".to_owned(),
                title: format!("{}: one {sort}, {} names", actor.name, words(distinct)),
                why: format!(
                    "{} outlets name it {} times, and {} different names lead.",
                    capital(&words(n.columns())),
                    n.total(),
                    words(n.leading().len())
                ),
                sides,
                more: more("All names", CompareTable::Names, Show::All),
            })
        })
        .collect()
}

/// Whether any two of these names share too few letters in a row to be spellings of one name.
fn unlike(names: &[String]) -> bool {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.windows(2).map(|w| (w[0], w[1])).collect()
    };
    names.iter().enumerate().any(|(i, a)| {
        let a = pairs(a);
        names.iter().skip(i + 1).any(|b| {
            let b = pairs(b);
            let shared = a.iter().filter(|p| b.contains(p)).count();
            // Dice's coefficient over pairs of letters.
            5 * 2 * shared < a.len() + b.len()
        })
    })
}

/// A sentence in which a column uses its commonest label.
fn naming_line(
    scope: &Scope<'_>,
    actor: usize,
    articles: &[usize],
    label: Option<&LabelCount>,
) -> Option<Line> {
    let label = label?;
    let told = scope.analysis.counted_mentions(actor).filter_map(|(at, m)| {
        let a = scope.article(at.article)?;
        let named =
            articles.contains(&at.article) && compare::counted_label(&a.text, m) == label.label;
        let at = SentenceRef { article: at.article, sentence: m.sentence };
        named.then(|| (at, vec![m.span]))
    });
    brief(scope, told)
}
