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
/// Groups of a sentence. What is said in more ways than this is the setting, or one text in many articles.
const GROUPS: usize = 6;
/// Sentences in one statement.
const LARGEST: usize = 400;

/// A sentence with the clauses of it that belong to a group.
type Member = (usize, Clauses);

/// Statements while they grow: sentences are joined by their links, the best first. Two groups become one
/// only if each sentence of the one is linked to each of the other (complete link), somewhat more loosely
/// than the threshold; sentences of one article may not be compared and only count towards their limit.
pub(super) struct Groups {
    /// Outlet and article of each sentence.
    places: Vec<(usize, usize)>,
    /// Which sentences are linked at all.
    pairs: HashSet<(usize, usize)>,
    /// Sentences with their clauses; empty where a group went into another.
    members: Vec<Vec<Member>>,
    /// For each sentence its groups.
    of: Vec<Vec<usize>>,
    held: Vec<Vec<Link>>,
}

impl Groups {
    /// No group yet, of sentences of which these are linked at all, the one with the lower index first.
    pub fn new(sentences: &[Sentence], pairs: HashSet<(usize, usize)>) -> Self {
        Self {
            places: sentences.iter().map(|s| (s.outlet, s.place.article)).collect(),
            pairs,
            members: Vec::new(),
            of: vec![Vec::new(); sentences.len()],
            held: Vec::new(),
        }
    }

    fn begin(&mut self) -> usize {
        self.members.push(Vec::new());
        self.held.push(Vec::new());
        self.members.len() - 1
    }

    /// Adds clauses of a sentence to a group.
    fn add(&mut self, group: usize, (i, clauses): Member) {
        match self.members[group].iter_mut().find(|m| m.0 == i) {
            Some(own) => own.1 = own.1.with(clauses),
            None => {
                self.members[group].push((i, clauses));
                self.of[i].push(group);
            }
        }
    }

    /// The groups that some of these clauses of a sentence are in, in order of their best links.
    fn groups_of(&self, (i, clauses): Member) -> Vec<usize> {
        let has = |g: &usize| self.members[*g].iter().any(|m| m.0 == i && m.1.meets(clauses));
        self.of[i].iter().copied().filter(has).collect()
    }

    /// Puts a link where it fits: into a group that has both ends, one made of the groups of both, one that
    /// has one end, or a new one. So a sentence may be in several groups that do not go together.
    pub fn put(&mut self, a: usize, b: usize, link: Link) {
        let ends = [(a, link.clauses[0]), (b, link.clauses[1])];
        let [xs, ys] = ends.map(|end| self.groups_of(end));
        let both = xs.iter().copied().find(|x| ys.contains(x));
        let group = both.or_else(|| {
            let pairs = xs.iter().flat_map(|x| ys.iter().map(move |y| (*x, *y)));
            let fits = |(x, y): &(usize, usize)| self.fit(&self.members[*x], &self.members[*y]);
            let mut pairs = pairs;
            let (x, y) = pairs.find(fits)?;
            self.join(x, y);
            Some(x)
        });
        // A sentence that is in as many as may be joins no other.
        let free = |i: usize| self.of[i].len() < GROUPS;
        let with = |groups: &[usize], end: Member| {
            let mut groups = groups.iter().copied().filter(|_| free(end.0));
            groups.find(|g| self.fit(&self.members[*g], &[end]))
        };
        let group = group.or_else(|| with(&xs, ends[1])).or_else(|| with(&ys, ends[0]));
        let both_free = free(a) && free(b);
        let Some(group) = group.or_else(|| both_free.then(|| self.begin())) else { return };
        for end in ends {
            self.add(group, end);
        }
        self.held[group].push(link);
    }

    /// Makes one group of two.
    fn join(&mut self, group: usize, other: usize) {
        for member in std::mem::take(&mut self.members[other]) {
            self.of[member.0].retain(|g| *g != other);
            self.add(group, member);
        }
        let links = std::mem::take(&mut self.held[other]);
        self.held[group].extend(links);
    }

    /// Whether two groups can be one.
    fn fit(&self, left: &[Member], right: &[Member]) -> bool {
        let outlet = |i: usize| self.places[i].0;
        let linked = |i: usize, j: usize| self.pairs.contains(&(i.min(j), i.max(j)));
        let fits = left
            .iter()
            .all(|(i, _)| right.iter().all(|(j, _)| outlet(*i) == outlet(*j) || linked(*i, *j)));
        let crowded = || {
            let both = left.iter().chain(right);
            let mut articles: Vec<usize> = both.map(|(i, _)| self.places[*i].1).collect();
            articles.order();
            articles.windows(OF_ONE_ARTICLE + 1).any(|w| w.first() == w.last())
        };
        left.len() + right.len() <= LARGEST && fits && !crowded()
    }

    /// The statements: the groups, and each sentence that is in none alone.
    pub fn statements(mut self, sentences: &[Sentence]) -> Vec<Statement> {
        for (i, s) in sentences.iter().enumerate() {
            if self.of[i].is_empty() {
                let group = self.begin();
                self.add(group, (i, Clauses::all(s.clauses)));
            }
        }
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
