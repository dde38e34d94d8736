//! The word that most sets one outlet apart.

use super::{brief, more};
use crate::compare::{KeyWord, forms_of};
use crate::page::WordCell;
use crate::page::compare::{Comparison, word_row};
use crate::page::evidence::matches;
use crate::page::model::{Finding, LabelCount, Side};
use crate::page::scope::Scope;
use crate::route::{CompareTable, EvidenceKey, Show};
use crate::text::{Commonness, commonness, fold, stem};

/// `named` are findings about names, which this one does not repeat.
pub fn finding(
    scope: &Scope<'_>,
    c: &Comparison,
    names: &[String],
    named: &[&Finding],
) -> Option<Finding> {
    // Names of actors that were shown, and of the outlets themselves.
    let labels = named.iter().flat_map(|f| &f.sides).flat_map(|s| &s.labels).map(|l| &l.label);
    let taken: Vec<&str> = labels.chain(names).flat_map(|l| l.split_whitespace()).collect();
    let tells = |w: &KeyWord| {
        let is_form = forms_of(&w.form);
        // As it is written: the acronym "IS" is no function word.
        commonness(&w.form) != Commonness::Function
            && !taken.iter().any(|t| is_form(t, &stem(&fold(t))))
    };
    let mut best: Option<(f64, usize, &KeyWord)> = None;
    for word in &c.keyness(scope).words {
        for (i, used) in word.cells.iter().enumerate() {
            if used.lrc > best.map_or(0.0, |(most, ..)| most) && tells(word) {
                best = Some((used.lrc, i, word));
            }
        }
    }
    let (_, own, word) = best?;
    let row = word_row(scope, c, names, word);
    let often = row.cells.get(own)?.stands_out.clone()?;
    let side = |(i, cell): (usize, WordCell)| {
        let key =
            EvidenceKey::Word { word: word.form.clone(), within: Some(c.columns.get(i)?.clone()) };
        let found = cell.count.value > 0;
        let label = LabelCount { label: word.form.clone(), nominal: false, count: cell.count };
        Some(Side {
            outlet: scope.outlet(c.sets.get(i)?.first().copied().unwrap_or(0)),
            line: brief(scope, matches(scope, &key).into_iter().map(|m| (m.at, m.spans))),
            labels: found.then_some(label).into_iter().collect(),
        })
    };
    let name = names.get(own)?;
    let sizes = &c.keyness(scope).sizes;
    let (here, size) = (word.cells.get(own)?.count, *sizes.get(own)?);
    let there = word.cells.iter().map(|c| c.count).sum::<usize>() - here;
    let rest = sizes.iter().sum::<usize>() - size;
    Some(Finding {
        kind: "Words".to_owned(),
        title: format!("“{}” sets {name} apart", word.form),
        why: format!(
            "{name} has it {here} times in {size} words, the others together {there} times in {rest}, in any of its \
             forms. Allowing for chance, that is still {often} (conservative log ratio)."
        ),
        sides: row.cells.into_iter().enumerate().filter_map(side).collect(),
        more: more("All words that stand out", CompareTable::Words, Show::All),
    })
}
