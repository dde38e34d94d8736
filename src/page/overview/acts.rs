//! An actor that outlets put in opposite parts of what is done.

use super::{brief, more};
use crate::claim::align::SentenceRef;
use crate::compare::{self, Act};
use crate::page::ActionCell;
use crate::page::compare::{Comparison, action_row};
use crate::page::evidence::act_spans;
use crate::page::model::{Finding, LabelCount, Side};
use crate::page::scope::Scope;
use crate::route::{CompareTable, Show};

/// The most labels of a side.
const MOST: usize = 4;

pub fn finding(scope: &Scope<'_>, c: &Comparison, names: &[String]) -> Option<Finding> {
    let parts = compare::parts(scope.analysis, &c.sets);
    let opposed = compare::opposed(&parts)?;
    let part = parts.get(opposed.part)?;
    let row = action_row(scope, c, names, c.deeds(scope), part);
    let line = |acts: &[Act]| {
        let told = acts.iter().filter_map(|act| {
            let action = scope.article(act.article)?.actions.get(act.action)?;
            let at = SentenceRef { article: act.article, sentence: action.sentence };
            Some((at, act_spans(action)))
        });
        brief(scope, told)
    };
    let side = |(i, cell): (usize, ActionCell)| {
        let (acts, undergoes) = (part.acts.get(i)?, part.undergoes.get(i)?);
        // What the column tells mostly.
        let (labels, told): (Vec<LabelCount>, _) = match acts.len() >= undergoes.len() {
            true => (cell.acts, acts),
            false => (cell.undergoes, undergoes),
        };
        Some(Side {
            outlet: scope.outlet(c.sets.get(i)?.first().copied().unwrap_or(0)),
            labels: labels.into_iter().take(MOST).collect(),
            line: line(told),
        })
    };
    let count = |cells: &[Vec<Act>], i: usize| cells.get(i).map_or(0, Vec::len);
    let all = |i: usize| count(&part.acts, i) + count(&part.undergoes, i);
    let agentless = part.undergoing.get(opposed.undergoes).map_or(0, |v| v.agentless);
    let (acts, undergoes) = (names.get(opposed.acts)?, names.get(opposed.undergoes)?);
    Some(Finding {
        kind: "Actions".to_owned(),
        title: format!("{}: acting in {acts}, acted upon in {undergoes}", row.actor.text),
        why: format!(
            "In {acts} it acts in {} of {} acts that concern it; in {undergoes} it is acted upon in {} of {}, {} \
             without telling who acts. Fisher’s exact test: such a difference would come about by chance in fewer \
             than one of twenty comparisons like this.",
            count(&part.acts, opposed.acts),
            all(opposed.acts),
            count(&part.undergoes, opposed.undergoes),
            all(opposed.undergoes),
            if agentless == 0 { "none".to_owned() } else { agentless.to_string() },
        ),
        sides: row.cells.into_iter().enumerate().filter_map(side).collect(),
        more: more("All actions", CompareTable::Actions, Show::All),
    })
}
