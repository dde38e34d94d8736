//! The full-text index of an analysis, built in steps of bounded work.
//!
//! A step takes in one article or one actor, so that a page can go on between steps. Corrections change
//! actors alone: the words that were indexed stay.

use super::{Analysis, Progress};
use crate::corpus;
use crate::entity::{self, Form};
use crate::map::ByName;
use crate::search::{self, Index};
use std::cell::{OnceCell, RefCell};

/// The index, or what there is of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Indexing {
    whole: OnceCell<Index>,
    part: RefCell<Part>,
}

/// An index that is being built: articles first, then actors.
#[derive(Clone, Debug, Default)]
struct Part {
    index: Index,
    articles: usize,
    committed: bool,
    actors: usize,
}

impl Indexing {
    /// Does one step; how far it is, or nothing where it is whole.
    pub fn step(&self, analysis: &Analysis) -> Option<Progress> {
        if self.whole.get().is_some() {
            return None;
        }
        let mut part = self.part.borrow_mut();
        if let Some(article) = analysis.articles.get(part.articles) {
            part.index.add(read(article));
            part.articles += 1;
        } else if !part.committed {
            part.index.commit();
            part.committed = true;
        } else if part.actors < analysis.actors.actors.len() {
            let entry = entry(analysis, part.actors);
            part.index.add_actor(entry);
            part.actors += 1;
        } else {
            let _ = self.whole.set(std::mem::take(&mut *part).index);
            return None;
        }
        let of = analysis.articles.len();
        Some(Progress { done: part.articles.min(of), of })
    }

    /// The whole index; what is missing is built at once.
    pub fn whole(&self, analysis: &Analysis) -> &Index {
        loop {
            if let Some(index) = self.whole.get() {
                return index;
            }
            self.step(analysis);
        }
    }

    /// Other articles: everything is built anew.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Other actors, the same articles: only they are entered anew.
    pub fn forget_actors(&mut self) {
        let part = self.part.get_mut();
        if let Some(index) = self.whole.take() {
            *part = Part { index, articles: usize::MAX, committed: true, actors: 0 };
        }
        part.index.clear_actors();
        part.actors = 0;
    }
}

/// What the index reads of an article.
fn read(article: &super::Article) -> search::Article<'_> {
    let outlet = article.outlet();
    let about = search::About {
        outlet,
        outlet_name: corpus::outlet(outlet).map_or(outlet, |o| o.name),
        published: article.cleaned.metadata.published.as_ref().map(|d| d.value),
        attributions: &article.attributions,
        mentions: &article.mentions,
    };
    search::Article { text: &article.text, doc: &article.doc, about }
}

/// An actor with every place that names it.
fn entry(analysis: &Analysis, actor: usize) -> search::ActorEntry {
    let mut labels: Vec<search::Label> = Vec::new();
    // A name and a common noun may be written alike.
    let mut known: [ByName<usize>; 2] = Default::default();
    let mut mentions = Vec::new();
    for (at, m) in analysis.counted_mentions(actor) {
        let Some(a) = analysis.articles.get(at.article) else { continue };
        let text = entity::counted_label(&a.text, m);
        let nominal = m.form == Form::Nominal;
        let label = *known[usize::from(nominal)].or_insert_with(&text, || {
            labels.push(search::Label { text: text.clone(), nominal });
            labels.len() - 1
        });
        let (article, sentence) = (at.article, m.sentence);
        mentions.push(search::Naming { article, sentence, span: m.span, label });
    }
    let found = &analysis.actors.actors[actor];
    search::ActorEntry {
        id: found.id.clone(),
        name: found.name.clone(),
        kind: found.kind,
        labels,
        mentions,
    }
}
