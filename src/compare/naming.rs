//! The naming matrix: actor x column -> the labels used, with counts.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::entity::{Form, counted_label};
use crate::map::SmallMap;
use crate::order::Order;

/// A label and how often a column uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The words.
    pub label: String,
    /// Whether they are a common noun ("the group") rather than a name.
    pub nominal: bool,
    /// Number of mentions.
    pub count: usize,
}

/// How each column names one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Index of the actor.
    pub actor: usize,
    /// Labels in each column, most frequent first, then in order of the alphabet.
    pub cells: Vec<Vec<Label>>,
}

impl Naming {
    /// All mentions.
    pub fn total(&self) -> usize {
        self.cells.iter().flatten().map(|l| l.count).sum()
    }

    /// In how many columns the actor is named.
    pub fn columns(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_empty()).count()
    }

    /// The distinct commonest names of the columns that name the actor, without regard to case, full stops and
    /// how much of a name is told ("U.S." and "US", "Dillon" and "Ryan Dillon").
    pub fn leading(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for cell in &self.cells {
            if let Some(first) = cell.iter().find(|l| !l.nominal) {
                let folded = crate::text::fold(&first.label);
                if !out.iter().any(|other| one_in_short(other, &folded)) {
                    out.push(folded);
                }
            }
        }
        out
    }

    /// Whether columns differ in the name they use most.
    pub fn contrast(&self) -> bool {
        self.leading().len() > 1
    }
}

/// Whether all words of one name stand in the other.
fn one_in_short(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.replace('.', "").split_whitespace().map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    short.iter().all(|word| long.contains(word))
}

/// The naming matrix of these columns: every actor that at least one of them names, the most
/// widely named first, then the most often named, then in the analysis's order.
pub fn naming(analysis: &Analysis, columns: &[Column]) -> Vec<Naming> {
    let mut rows: Vec<Naming> = Vec::new();
    for actor in 0..analysis.actors.actors.len() {
        let mut cells: Vec<SmallMap<(String, bool), usize>> =
            vec![SmallMap::default(); columns.len()];
        for (at, mention) in analysis.counted_mentions(actor) {
            let Some(article) = analysis.articles.get(at.article) else { continue };
            if let Some(cell) = column_of(columns, at.article).and_then(|c| cells.get_mut(c)) {
                let label = counted_label(&article.text, mention);
                *cell.slot((label, mention.form != Form::Name)) += 1;
            }
        }
        if cells.iter().all(SmallMap::is_empty) {
            continue;
        }
        let cells = cells
            .into_iter()
            .map(|cell| {
                let mut labels: Vec<Label> = cell
                    .into_list()
                    .into_iter()
                    .map(|((label, nominal), count)| Label { label, nominal, count })
                    .collect();
                labels.order_by_key(|l| core::cmp::Reverse(l.count));
                labels
            })
            .collect();
        rows.push(Naming { actor, cells });
    }
    rows.order_by_key(|r| core::cmp::Reverse((r.columns(), r.total())));
    rows
}
