//! From links to statements, without chaining: A like B and B like C does not make A like C.

use super::features::Sentence;
use super::{Link, Statement};
use crate::map::HashSet;
use crate::order::Order;

/// Every two sentences of a statement must be linked at least this close to the threshold.
pub(super) const SLACK: f64 = 0.6;
/// Sentences of one article in one statement.
const OF_ONE_ARTICLE: usize = 2;
/// Sentences in one statement.
const LARGEST: usize = 400;

/// Joins sentences by their links, the best first. Two groups become one only if each sentence
/// of the one is linked to each of the other (complete link), somewhat more loosely than the
/// threshold; sentences of one article may not be compared and only count towards their limit.
pub(super) fn gather(
    sentences: &[Sentence<'_>],
    links: Vec<(usize, usize, Link)>,
    threshold: f64,
) -> Vec<Statement> {
    let pairs: HashSet<(usize, usize)> = links.iter().map(|(a, b, _)| (*a, *b)).collect();
    let mut group: Vec<usize> = (0..sentences.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..sentences.len()).map(|i| vec![i]).collect();
    for (a, b, _) in links.iter().take_while(|(_, _, l)| l.score >= threshold) {
        let (x, y) = (group[*a], group[*b]);
        if x == y || members[x].len() + members[y].len() > LARGEST {
            continue;
        }
        let fits = members[x].iter().all(|i| {
            members[y].iter().all(|j| {
                sentences[*i].outlet == sentences[*j].outlet
                    || pairs.contains(&(*i.min(j), *i.max(j)))
            })
        });
        let both = || members[x].iter().chain(&members[y]);
        let crowded = both().any(|i| {
            let article = sentences[*i].place.article;
            both().filter(|j| sentences[**j].place.article == article).count() > OF_ONE_ARTICLE
        });
        if !fits || crowded {
            continue;
        }
        let moved = std::mem::take(&mut members[y]);
        for i in &moved {
            group[*i] = x;
        }
        members[x].extend(moved);
    }
    let mut held: Vec<Vec<Link>> = vec![Vec::new(); sentences.len()];
    for (a, b, link) in links {
        if group[a] == group[b] && link.score >= threshold {
            held[group[a]].push(link);
        }
    }
    let mut out: Vec<(usize, f64, Statement)> = members
        .into_iter()
        .enumerate()
        .filter(|(_, m)| !m.is_empty())
        .map(|(g, mut m)| {
            m.order();
            let mut outlets: Vec<usize> = m.iter().map(|i| sentences[*i].outlet).collect();
            outlets.order();
            outlets.dedup();
            let links = std::mem::take(&mut held[g]);
            let score = links.first().map_or(0.0, |l| l.score);
            let sentences = m.iter().map(|i| sentences[*i].place).collect();
            (outlets.len(), score, Statement { sentences, links })
        })
        .collect();
    out.order_by(|a, b| {
        b.0.cmp(&a.0)
            .then_with(|| b.1.total_cmp(&a.1))
            .then_with(|| a.2.sentences.cmp(&b.2.sentences))
    });
    out.into_iter().map(|(_, _, statement)| statement).collect()
}
