//! Which texts are laid out where many articles stand side by side.

use super::columns::Bands;
use crate::compare;
use crate::order::Order;
use crate::page::scope::Scope;
use core::cmp::Reverse;

/// With more articles than this only some of the texts are laid out.
const MANY: usize = 12;

/// The texts that are laid out where not all are.
pub struct Shown {
    /// By column, its articles.
    columns: Vec<Vec<usize>>,
    /// For each article the numbers of the statements that it shares with other columns, in order, each once.
    numbers: Vec<Vec<usize>>,
}

impl Shown {
    /// Nothing with few articles: all are laid out. Else of each column those that the reader asked for, or
    /// the one that shares most with a text shown already, first of all the one that shares most at all.
    pub fn of(
        scope: &Scope<'_>,
        sets: &[compare::Column],
        bands: &Bands,
        asked: &[String],
    ) -> Option<Self> {
        if sets.iter().map(Vec::len).sum::<usize>() <= MANY {
            return None;
        }
        let numbers = (0..scope.analysis.articles.len()).map(|article| {
            let own = bands.of_article(article).iter().flatten();
            each_once(own.map(|(_, number)| *number).collect())
        });
        let numbers: Vec<Vec<usize>> = numbers.collect();
        let is_asked = |i: &usize| scope.article(*i).is_some_and(|a| asked.contains(&a.id));
        let asked = |set: &compare::Column| set.iter().copied().filter(is_asked).collect();
        let mut columns: Vec<Vec<usize>> = sets.iter().map(asked).collect();
        let shares = |article: usize| numbers.get(article).map_or(0, Vec::len);
        let most = || sets.iter().flatten().copied().max_by_key(|a| (shares(*a), Reverse(*a)));
        let beside = columns.iter().flatten().next().copied().or_else(most)?;
        let common = |article: usize| {
            let other = numbers.get(beside)?;
            let own = numbers.get(article)?;
            Some(own.iter().filter(|n| other.binary_search(n).is_ok()).count())
        };
        for (column, set) in columns.iter_mut().zip(sets).filter(|(c, _)| c.is_empty()) {
            let fit = |a: &usize| (*a == beside, common(*a), shares(*a), Reverse(*a));
            column.extend(set.iter().copied().max_by_key(fit));
        }
        Some(Self { columns, numbers })
    }

    /// The articles of a column that are laid out.
    pub fn of_column(&self, column: usize) -> &[usize] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    /// All articles that are laid out.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().flatten().copied()
    }

    /// How many statements an article shares with other columns.
    pub fn shares(&self, article: usize) -> usize {
        self.numbers.get(article).map_or(0, Vec::len)
    }

    /// The numbers of the statements that are laid out in two columns and more, in order.
    pub fn matched(&self) -> Vec<usize> {
        let of = |article: &usize| self.numbers.get(*article).map_or(&[][..], Vec::as_slice);
        let of_column = |c: &Vec<usize>| each_once(c.iter().flat_map(of).copied().collect());
        let mut all: Vec<usize> = self.columns.iter().flat_map(of_column).collect();
        all.order();
        let twice = all.windows(2).filter(|pair| pair.first() == pair.last());
        each_once(twice.flatten().copied().collect())
    }
}

fn each_once(mut numbers: Vec<usize>) -> Vec<usize> {
    numbers.order();
    numbers.dedup();
    numbers
}
