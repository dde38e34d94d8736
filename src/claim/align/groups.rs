//! From links to statements, without chaining: A like B and B like C does not make A like C.

use super::clauses::Clauses;
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
    let mut groups = Groups {
        sentences,
        pairs,
        members: Vec::new(),
        of: vec![Vec::new(); sentences.len()],
        held: Vec::new(),
    };
    for (a, b, link) in links.into_iter().take_while(|(_, _, l)| l.score >= threshold) {
        groups.put(a, b, link);
    }
    for (i, s) in sentences.iter().enumerate() {
        if groups.of[i].is_empty() {
            let group = groups.begin();
            groups.add(group, (i, Clauses::all(s.clauses)));
        }
    }
    groups.statements()
}

/// A sentence with the clauses of it that belong to a group.
type Member = (usize, Clauses);

/// Statements while they grow.
struct Groups<'a> {
    sentences: &'a [Sentence<'a>],
    /// Which sentences are linked at all.
    pairs: HashSet<(usize, usize)>,
    /// Sentences with their clauses; empty where a group went into another.
    members: Vec<Vec<Member>>,
    /// For each sentence its groups.
    of: Vec<Vec<usize>>,
    held: Vec<Vec<Link>>,
}

impl Groups<'_> {
    fn begin(&mut self) -> usize {
        self.members.push(Vec::new());
        self.held.push(Vec::new());
        self.members.len() - 1
    }

    /// Adds clauses of a sentence to a group, but for those that another group has.
    fn add(&mut self, group: usize, (i, mut clauses): Member) {
        for other in self.of[i].iter().filter(|g| **g != group) {
            let own = self.members[*other].iter().find(|m| m.0 == i);
            clauses = own.map_or(clauses, |m| clauses.without(m.1));
        }
        match self.members[group].iter_mut().find(|m| m.0 == i) {
            Some(own) => own.1 = own.1.with(clauses),
            None => {
                self.members[group].push((i, clauses));
                self.of[i].push(group);
            }
        }
    }

    /// The group that some of these clauses of a sentence are in.
    fn group_of(&self, (i, clauses): Member) -> Option<usize> {
        let has = |g: &usize| self.members[*g].iter().any(|m| m.0 == i && m.1.meets(clauses));
        self.of[i].iter().copied().find(has)
    }

    /// Puts a link into the group of its clauses, joins the groups of both, or begins a new one.
    fn put(&mut self, a: usize, b: usize, link: Link) {
        let ends = [(a, link.clauses[0]), (b, link.clauses[1])];
        let [x, y] = ends.map(|end| self.group_of(end));
        let group = match (x, y) {
            (Some(x), Some(y)) if x == y => x,
            _ => {
                let members = |g: Option<usize>, end: Member| {
                    g.map_or_else(|| vec![end], |g| self.members[g].clone())
                };
                let (left, right) = (members(x, ends[0]), members(y, ends[1]));
                if !self.fit(&left, &right) {
                    return;
                }
                let group = x.or(y).unwrap_or_else(|| self.begin());
                if let Some(other) = y.filter(|y| *y != group) {
                    self.members[other].clear();
                    for (i, _) in &right {
                        self.of[*i].retain(|g| *g != other);
                    }
                    let links = std::mem::take(&mut self.held[other]);
                    self.held[group].extend(links);
                }
                for member in left.into_iter().chain(right) {
                    self.add(group, member);
                }
                group
            }
        };
        for end in ends {
            self.add(group, end);
        }
        self.held[group].push(link);
    }

    /// Whether two groups can be one.
    fn fit(&self, left: &[Member], right: &[Member]) -> bool {
        let outlet = |i: usize| self.sentences[i].outlet;
        let linked = |i: usize, j: usize| self.pairs.contains(&(i.min(j), i.max(j)));
        let fits = left
            .iter()
            .all(|(i, _)| right.iter().all(|(j, _)| outlet(*i) == outlet(*j) || linked(*i, *j)));
        let both = || left.iter().chain(right);
        let crowded = || {
            both().any(|(i, _)| {
                let article = self.sentences[*i].place.article;
                let same = both().filter(|(j, _)| self.sentences[*j].place.article == article);
                same.count() > OF_ONE_ARTICLE
            })
        };
        left.len() + right.len() <= LARGEST && fits && !crowded()
    }

    fn statements(self) -> Vec<Statement> {
        let sentences = self.sentences;
        let mut out: Vec<(usize, f64, Statement)> = self
            .members
            .into_iter()
            .zip(self.held)
            .filter(|(m, _)| !m.is_empty())
            .map(|(mut m, mut links)| {
                m.order_by_key(|m| m.0);
                let mut outlets: Vec<usize> = m.iter().map(|(i, _)| sentences[*i].outlet).collect();
                outlets.order();
                outlets.dedup();
                links.order_by(|a, b| b.score.total_cmp(&a.score).then(a.pair.cmp(&b.pair)));
                let score = links.first().map_or(0.0, |l| l.score);
                let places = m.iter().map(|(i, _)| sentences[*i].place).collect();
                let clauses = m.iter().map(|(_, c)| *c).collect();
                (outlets.len(), score, Statement { sentences: places, clauses, links })
            })
            .collect();
        out.order_by(|a, b| {
            b.0.cmp(&a.0)
                .then_with(|| b.1.total_cmp(&a.1))
                .then_with(|| a.2.sentences.cmp(&b.2.sentences))
        });
        out.into_iter().map(|(_, _, statement)| statement).collect()
    }
}
