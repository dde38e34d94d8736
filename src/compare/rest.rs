//! What a sentence tells beside the part that it shares.
//!
//! A sentence of several clauses may share some of them with other columns. A clause that is in no shared
//! statement is told by one column only if little of it stands in the sentences that the others are shared with.

use super::statements::{SharedStatement, Wording};
use crate::analysis::{Analysis, Article, BySentence};
use crate::claim::align::SentenceRef;
use crate::claim::clause::Clause;
use crate::claim::similar::synonyms;
use crate::map::HashSet;
use crate::order::Order;
use crate::span::Span;
use crate::text::{Commonness, TokenKind, commonness};

/// Words of content that a clause must have which the other sentences do not.
const NEW: usize = 4;
/// The least share of all its words of content that these must be.
const SHARE: f64 = 0.6;

/// What is known of a sentence that shares a part.
#[derive(Clone, Default)]
struct Part {
    /// The column it stands in.
    column: usize,
    /// Its clauses that are in shared statements.
    shared: Vec<usize>,
    /// The sentences of other columns that these are shared with.
    beside: Vec<SentenceRef>,
}

/// A statement for each sentence of which a clause is told by one of the columns only, in order of place.
pub(super) fn rest(
    analysis: &Analysis,
    rows: &[SharedStatement],
    columns: usize,
) -> Vec<SharedStatement> {
    let mut parts: BySentence<Part> = BySentence::new(&analysis.articles);
    let mut places: Vec<SentenceRef> = Vec::new();
    for row in rows.iter().filter(|row| row.columns() > 1) {
        for (column, cell) in row.cells.iter().enumerate() {
            for w in cell {
                let others = row.cells.iter().enumerate().filter(|(other, _)| *other != column);
                let Some(part) = parts.get_mut(w.at) else { continue };
                part.column = column;
                part.shared.extend(&w.clauses);
                part.beside.extend(others.flat_map(|(_, cell)| cell).map(|w| w.at));
                places.push(w.at);
            }
        }
    }
    places.order();
    places.dedup();
    let statement = |at: SentenceRef| {
        let part = parts.get(at)?;
        let a = analysis.articles.get(at.article)?;
        let all = a.clauses_of(at.sentence);
        let left = |c: &usize| !part.shared.contains(c);
        if !(0..all.len()).any(|c| left(&c)) {
            return None;
        }
        let known = Known::of(analysis, &part.beside);
        let new =
            |c: &usize| all.get(*c).is_some_and(|clause| known.lacks(analysis, at, a, clause));
        let clauses: Vec<usize> = (0..all.len()).filter(left).filter(new).collect();
        let wording = Wording::of_clauses(a, at, clauses).filter(|w| !w.clauses.is_empty())?;
        let mut cells = vec![Vec::new(); columns];
        cells.get_mut(part.column)?.push(wording.clone());
        Some(SharedStatement {
            cells,
            shortest: wording,
            score: None,
            matched: Vec::new(),
            alike: Vec::new(),
        })
    };
    places.into_iter().filter_map(statement).collect()
}

/// What some sentences tell.
struct Known<'a> {
    stems: HashSet<&'a str>,
    /// Groups of synonyms that the stems belong to.
    groups: HashSet<u16>,
    actors: HashSet<usize>,
}

impl<'a> Known<'a> {
    fn of(analysis: &'a Analysis, sentences: &[SentenceRef]) -> Self {
        let mut known = Self {
            stems: HashSet::default(),
            groups: HashSet::default(),
            actors: HashSet::default(),
        };
        for at in sentences {
            let Some(a) = analysis.articles.get(at.article) else { continue };
            let Some(sentence) = a.doc.sentences.get(at.sentence) else { continue };
            for i in sentence.tokens.clone() {
                let stem = a.doc.stem(i);
                known.stems.insert(stem);
                known.groups.extend(synonyms::groups(stem));
            }
            let own = a.mentions.iter().enumerate().filter(|(_, m)| m.sentence == at.sentence);
            known.actors.extend(own.filter_map(|(m, _)| analysis.actor_of(at.article, m)));
        }
        known
    }

    /// Whether little of a clause stands in these sentences.
    fn lacks(&self, analysis: &Analysis, at: SentenceRef, a: &Article, clause: &Clause) -> bool {
        let Some(sentence) = a.doc.sentences.get(at.sentence) else { return false };
        let named = |span: Span| {
            let over = a.mentions.iter().enumerate().filter(|(_, m)| m.span.covers(span));
            over.filter_map(|(m, _)| analysis.actor_of(at.article, m))
                .any(|actor| self.actors.contains(&actor))
        };
        let (mut all, mut new) = (0usize, 0usize);
        for i in sentence.tokens.clone() {
            let Some(token) = a.doc.tokens.get(i) else { continue };
            let says = match token.kind {
                TokenKind::Word => commonness(a.doc.form(i)) != Commonness::Function,
                TokenKind::Number => true,
                _ => false,
            };
            if !says || !clause.spans.iter().any(|s| s.covers(token.span)) {
                continue;
            }
            all += 1;
            let stem = a.doc.stem(i);
            let known = self.stems.contains(stem)
                || synonyms::groups(stem).iter().any(|g| self.groups.contains(g))
                || named(token.span);
            new += usize::from(!known);
        }
        clause.predicate.is_some() && new >= NEW && new as f64 >= SHARE * all as f64
    }
}
