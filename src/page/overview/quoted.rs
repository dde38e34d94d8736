//! Who is quoted.

use super::more;
use crate::page::compare::Comparison;
use crate::page::evidence::quotation_line;
use crate::page::model::{Finding, LabelCount, Side};
use crate::page::reader::quoted_source;
use crate::page::scope::Scope;
use crate::route::{CompareTable, Show};

pub fn finding(scope: &Scope<'_>, c: &Comparison) -> Option<Finding> {
    let cells = c.quoted(scope);
    let quoting = cells.iter().filter(|cell| !cell.is_empty()).count();
    if quoting < 2 {
        return None;
    }
    let total: usize = cells.iter().flatten().map(|q| q.attributions.len()).sum();
    let sides = cells
        .iter()
        .enumerate()
        .map(|(i, cell)| {
            let column = &c.columns[i];
            let labels = cell
                .iter()
                .take(4)
                .filter_map(|q| {
                    let source = quoted_source(scope, column, q)?;
                    Some(LabelCount { label: source.name, nominal: false, count: source.count })
                })
                .collect();
            let line = cell.first().and_then(|q| {
                let (article, n) = *q.attributions.first()?;
                quotation_line(scope, article, n)
            });
            Side { outlet: scope.outlet(c.sets[i].first().copied().unwrap_or(0)), labels, line }
        })
        .collect();
    Some(Finding {
        kind: "Who is quoted".to_owned(),
        title: "Whose words each outlet carries".to_owned(),
        why: format!("{total} quotations were found; the most quoted sources come first."),
        sides,
        more: more("All quoted sources", CompareTable::Quoted, Show::All),
    })
}
