//! Matching sentences with the values of their facets, and the filters over them.

use super::super::scope::Scope;
use crate::entity::EntityType;
use crate::ingest::PartialDate;
use crate::order::Order;
use crate::route::{Facet, FacetField};
use crate::search::{Answer, Hit, SentenceHit};
use crate::span::Span;

/// A value of a facet: the number stands for an outlet's seat, a type, an actor, a row of
/// [`Found::months`], or an article; in the field of attributed words it is 1 inside and 0 outside.
pub type Value = (FacetField, usize);

/// A matching sentence, or a whole article where the query only leaves words out.
pub struct Row<'a> {
    /// The article's place in the answer.
    pub hit: usize,
    /// The sentence.
    pub sentence: Option<&'a SentenceHit>,
    /// The values it has, in order, each once.
    pub values: Vec<Value>,
}

/// All that a query finds.
pub struct Found<'a> {
    /// The answer's articles, best first.
    pub hits: &'a [Hit],
    /// Its sentences, in the order of their articles and places.
    pub rows: Vec<Row<'a>>,
    /// Months of publication that occur, newest first, and last that none is known.
    pub months: Vec<Option<PartialDate>>,
}

impl<'a> Found<'a> {
    pub fn of(scope: &Scope<'_>, answer: &'a Answer) -> Self {
        let mut months: Vec<Option<PartialDate>> =
            answer.hits.iter().map(|hit| month(scope, hit.article)).collect();
        months.order_by(|a, b| b.cmp(a));
        months.dedup();
        let mut rows = Vec::new();
        for (i, hit) in answer.hits.iter().enumerate() {
            let m = month(scope, hit.article);
            let own = [
                (FacetField::Outlet, scope.outlet(hit.article).seat),
                (FacetField::Date, months.iter().position(|other| *other == m).unwrap_or(0)),
                (FacetField::Article, hit.article),
            ];
            if hit.sentences.is_empty() {
                rows.push(Row { hit: i, sentence: None, values: sorted(own.to_vec()) });
                continue;
            }
            let actors = scope.analysis.sentence_actors(hit.article);
            let spoken: Vec<Span> = scope.article(hit.article).map_or_else(Vec::new, |a| {
                let speech = a.attributions.iter().filter(|q| q.speech);
                speech.flat_map(|q| q.content.iter().copied()).collect()
            });
            for s in &hit.sentences {
                let mut values = own.to_vec();
                for actor in actors.get(s.sentence).map_or(&[][..], Vec::as_slice) {
                    values.push((FacetField::Actor, *actor));
                    let kind = scope.analysis.actors.actors.get(*actor).map(|a| a.kind);
                    if let Some(k) = EntityType::ALL.iter().position(|k| Some(*k) == kind) {
                        values.push((FacetField::Kind, k));
                    }
                }
                let inside = s.marks.iter().any(|m| spoken.iter().any(|c| c.overlaps(*m)));
                values.push((FacetField::Quoted, usize::from(inside)));
                rows.push(Row { hit: i, sentence: Some(s), values: sorted(values) });
            }
        }
        Self { hits: &answer.hits, rows, months }
    }

    /// The value that a facet of a link names, if there is one.
    pub fn value(&self, scope: &Scope<'_>, facet: &Facet) -> Option<Value> {
        let value = facet.value.as_str();
        let number = match facet.field {
            FacetField::Outlet => scope.outlet_by_id(value)?.seat,
            FacetField::Kind => {
                let kind = EntityType::from_code(value)?;
                EntityType::ALL.iter().position(|k| *k == kind)?
            }
            FacetField::Actor => scope.analysis.actor(value)?,
            FacetField::Date => self.months.iter().position(|m| month_code(*m) == value)?,
            FacetField::Quoted => match value {
                "yes" => 1,
                "no" => 0,
                _ => return None,
            },
            FacetField::Article => scope.analysis.article(value)?,
        };
        Some((facet.field, number))
    }
}

fn sorted(mut values: Vec<Value>) -> Vec<Value> {
    values.order();
    values.dedup();
    values
}

/// When an article was published, without the day.
fn month(scope: &Scope<'_>, article: usize) -> Option<PartialDate> {
    let date = scope.article(article)?.cleaned.metadata.published.as_ref()?.value;
    let month = PartialDate { day: None, ..date };
    (month.year.is_some() || month.month.is_some()).then_some(month)
}

/// A month in links.
pub fn month_code(month: Option<PartialDate>) -> String {
    month.map_or_else(|| "none".to_owned(), |m| m.to_string())
}

/// The facets of a link as values. One that names nothing is had by nothing.
pub struct Filters {
    chosen: Vec<(FacetField, Option<Value>)>,
    shut: Vec<Value>,
}

impl Filters {
    pub fn of(scope: &Scope<'_>, found: &Found<'_>, facets: &[Facet]) -> Self {
        let (mut chosen, mut shut) = (Vec::new(), Vec::new());
        for facet in facets {
            let value = found.value(scope, facet);
            match (facet.exclude, value) {
                (false, value) => chosen.push((facet.field, value)),
                (true, Some(value)) => shut.push(value),
                (true, None) => {}
            }
        }
        Self { chosen, shut }
    }

    /// `Some(true)` chosen, `Some(false)` shut out.
    pub fn state(&self, value: Value) -> Option<bool> {
        if self.shut.contains(&value) {
            return Some(false);
        }
        self.chosen.iter().any(|(_, v)| *v == Some(value)).then_some(true)
    }

    /// Whether a value of this field is chosen.
    pub fn narrows(&self, field: FacetField) -> bool {
        self.chosen.iter().any(|(f, _)| *f == field)
    }

    /// Chosen values of one field widen each other, fields narrow each other; what is shut out is
    /// out.
    pub fn pass(&self, row: &Row<'_>) -> bool {
        !self.shut.iter().any(|v| row.values.contains(v)) && self.missing(row).is_empty()
    }

    /// The fields of which a value is chosen that the row does not have.
    fn missing(&self, row: &Row<'_>) -> Vec<FacetField> {
        FacetField::ALL
            .into_iter()
            .filter(|field| {
                self.narrows(*field)
                    && !self.chosen.iter().any(|(f, v)| {
                        f == field && v.as_ref().is_some_and(|v| row.values.contains(v))
                    })
            })
            .collect()
    }

    /// Calls back with each value for whose count the row counts: those that show it when they are
    /// followed; where others of the field are chosen, those that show it in addition; a value that is
    /// chosen, where the row is shown.
    pub fn counted(&self, row: &Row<'_>, mut count: impl FnMut(Value)) {
        let shut: Vec<Value> =
            self.shut.iter().filter(|v| row.values.contains(v)).copied().collect();
        let missing = self.missing(row);
        let passes = shut.is_empty() && missing.is_empty();
        for value in &row.values {
            if shut.iter().any(|v| v != value) || missing.iter().any(|f| *f != value.0) {
                continue;
            }
            let counts = match self.state(*value) {
                Some(true) => passes,
                _ => !self.narrows(value.0) || !passes,
            };
            if counts {
                count(*value);
            }
        }
    }
}
