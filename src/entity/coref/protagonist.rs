//! Loose identity of what is called by its kind alone: in articles on one event "the team" and "the
//! star" are the one organisation or person of whom these articles speak most.

use super::Name;
use super::join::Joiner;
use crate::entity::phrase::{Det, Sort};
use crate::entity::{Confidence, EntityType, Form};
use crate::map::{HashMap, HashSet};
use crate::order::Order;

/// How many times more often than the next one must the protagonist be named.
const LEAD: u32 = 2;

/// A set that common nouns alone name.
struct Noun {
    root: u32,
    kind: EntityType,
    articles: Vec<usize>,
    /// Its first name, by number.
    first: u32,
}

/// Joins common nouns with the protagonist of the articles in which they stand.
pub(super) fn join(joiner: &mut Joiner, names: &[Name]) {
    // Named actors by kind, article and set.
    let mut counts: HashMap<(EntityType, usize, u32), u32> = HashMap::default();
    let mut named: HashSet<u32> = HashSet::default();
    for (i, n) in names.iter().enumerate().filter(|(_, n)| n.form == Form::Name) {
        let root = joiner.sets.find(i as u32);
        named.insert(root);
        // What is no person and no place is most often a body.
        let kind = if n.kind == EntityType::Misc { EntityType::Org } else { n.kind };
        *counts.entry((kind, n.article, root)).or_insert(0) += n.count;
    }
    let sexes = super::sexes(joiner, names);
    let mut by_article: HashMap<(EntityType, usize), Vec<(u32, u32)>> = HashMap::default();
    for ((kind, article, root), count) in &counts {
        by_article.entry((*kind, *article)).or_default().push((*root, *count));
    }
    let mut nouns: HashMap<u32, Noun> = HashMap::default();
    for (i, n) in names.iter().enumerate() {
        let Some(p) = n.noun() else { continue };
        let root = joiner.sets.find(i as u32);
        let kind = match p.sort {
            Sort::Person => EntityType::Person,
            Sort::Body => EntityType::Org,
            _ => continue,
        };
        if named.contains(&root)
            || p.plural
            || p.joint
            || p.country.is_some()
            || p.det == Det::Possessive
        {
            continue;
        }
        let new = || Noun { root, kind, articles: Vec::new(), first: i as u32 };
        nouns.entry(root).or_insert_with(new).articles.push(n.article);
    }
    let mut list: Vec<Noun> = nouns.into_values().collect();
    list.order_by_key(|n| n.root);
    for Noun { root: own, kind, mut articles, first } in list {
        articles.order();
        articles.dedup();
        let mut totals: Vec<(u32, u32)> = Vec::new();
        for article in articles {
            for (root, count) in by_article.get(&(kind, article)).into_iter().flatten() {
                match totals.iter_mut().find(|t| t.0 == *root) {
                    Some(t) => t.1 += count,
                    None => totals.push((*root, *count)),
                }
            }
        }
        // Whose sex is known to be the same is more likely meant, whose is known to differ is not.
        let sex = sexes.get(&own);
        let mut rows: Vec<(u32, u32)> = Vec::new();
        for (root, count) in totals {
            match (sex, sexes.get(&joiner.sets.find(root))) {
                (Some(a), Some(b)) if a != b => {}
                (Some(_), Some(_)) => rows.push((root, count * LEAD)),
                _ => rows.push((root, count)),
            }
        }
        rows.order_by_key(|(root, count)| (core::cmp::Reverse(*count), *root));
        let next = rows.get(1).map_or(0, |t| t.1);
        if let Some((root, _)) = rows.first().filter(|b| b.1 > 1 && b.1 >= LEAD * next) {
            let other = names.get(*root as usize).map_or("", |o| o.label.as_str());
            let reason = || format!("Loosely: these articles speak most of “{other}”.");
            joiner.join(*root, first, &reason, Confidence::Likely);
        }
    }
}
