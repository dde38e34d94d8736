//! Figures for the same quantity.

use super::{capital, more, sides, words};
use crate::compare::{self, Figures};
use crate::page::compare::{Comparison, number_row};
use crate::page::model::Finding;
use crate::page::scope::Scope;
use crate::route::{CompareTable, Show};

pub fn finding(scope: &Scope<'_>, c: &Comparison) -> Option<Finding> {
    let f =
        c.figures.iter().filter(|f| f.columns() > 1).max_by_key(|f| (f.columns(), f.differs))?;
    let (chosen, same) = compare::agreeing(scope.analysis, f);
    let chosen = chosen.into_iter().map(|figure| figure.into_iter().collect());
    let row = number_row(scope, &Figures { cells: chosen.collect(), ..f.clone() });
    let sides =
        sides(scope, c, row.cells.into_iter().map(|cell| cell.into_iter().next().map(|n| n.line)));
    Some(Finding {
        kind: "Numbers".to_owned(),
        title: if f.differs {
            format!("Different figures: {}", f.what)
        } else if same {
            format!("The same figure: {}", f.what)
        } else {
            format!("Figures that fit each other: {}", f.what)
        },
        why: format!(
            "{} outlets give a figure for it{}.",
            capital(&words(f.columns())),
            if f.differs { ", and the figures differ" } else { "" }
        ),
        sides,
        more: more("All numbers", CompareTable::Numbers, Show::All),
    })
}
