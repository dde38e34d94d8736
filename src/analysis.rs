//! The pipeline: articles in, everything that pages show out; added and removed one by one.
//!
//! Work on one article depends on nothing but that article and is kept ([`Article`]). What spans
//! articles (actors, statements, the index) is joined from these parts when the set changes, so
//! adding and removing in any order ends in the same state as a fresh run.

mod aligning;
mod by_sentence;
mod indexing;
mod kept;

use crate::attribution::{self, Attribution};
use crate::claim::align::{self, SentenceRef, Statement};
use crate::claim::clause::{self, Clause};
use crate::claim::number::{self, Quantity};
use crate::claim::time::{self, Timex};
use crate::claim::{self, agency::Action};
use crate::corpus::{self, Given, Source};
use crate::correction::{self, Correction, Effects, Fate, Who};
use crate::entity::{self, Form, Mention, MentionRef, Resolution};
use crate::ingest::{self, BlockKind, Cleaned};
use crate::order::Order;
use crate::search::Index;
use crate::span::{MAX_TEXT, Notice, Span};
use crate::text::{self, Document};
use aligning::Alignment;
pub use by_sentence::BySentence;
use indexing::Indexing;
use kept::Kept;
use std::collections::VecDeque;
use std::rc::Rc;

/// One article with all that can be said of it alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Short identifier.
    pub id: String,
    /// The original text.
    pub text: Rc<str>,
    /// What its supplier said of it.
    pub given: Given,
    /// Blocks and metadata.
    pub cleaned: Cleaned,
    /// Sentences and tokens of its coverage.
    pub doc: Document,
    /// Mentions.
    pub mentions: Vec<Mention>,
    /// Attributions.
    pub attributions: Vec<Attribution>,
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Time expressions.
    pub timexes: Vec<Timex>,
    /// What each sentence states, by verb.
    pub clauses: Vec<Clause>,
    /// Who does what to whom.
    pub actions: Vec<Action>,
}

impl Article {
    /// Analyses one article on its own.
    pub fn analyse(source: Source) -> Self {
        let Source { id, text, given } = source;
        let (text, cut) = bounded(text);
        let mut cleaned = ingest::clean(&text, &given);
        cleaned.notices.extend(cut);
        let doc = text::analyse(&text, &cleaned.blocks);
        let mentions = entity::find(&text, &doc);
        let published = cleaned.metadata.published.as_ref().map(|d| d.value);
        let timexes = time::find(&text, &doc, published);
        let attributions = attribution::find_beside(&text, &doc, &mentions, &timexes);
        let quantities = number::find_beside(&text, &doc, &timexes);
        let (clauses, actions) = claim::read(&text, &doc, &mentions, &timexes, &attributions);
        Self {
            id,
            text,
            given,
            cleaned,
            doc,
            mentions,
            attributions,
            quantities,
            timexes,
            clauses,
            actions,
        }
    }

    /// The outlet's id, or a name made from what is known; never empty.
    pub fn outlet(&self) -> &str {
        self.cleaned.metadata.outlet.as_ref().map_or("unknown outlet", |o| o.value.as_str())
    }

    /// The headline, or the first words of the text where none was found.
    pub fn headline(&self) -> String {
        if let Some(h) = &self.cleaned.metadata.headline {
            return h.value.clone();
        }
        let first = self.doc.sentences.first().map_or("", |s| s.span.of(&self.text));
        let words: Vec<&str> = first.split_whitespace().take(12).collect();
        match words.len() {
            0 => "(no text)".to_owned(),
            12 => format!("{} …", words.join(" ")),
            _ => words.join(" "),
        }
    }

    /// Words of coverage: headline and body, and captions apart.
    pub fn words(&self) -> (usize, usize) {
        let mut body = 0;
        let mut captions = 0;
        for s in &self.doc.sentences {
            let tokens = self.doc.tokens.get(s.tokens.clone()).unwrap_or(&[]);
            let words = tokens.iter().filter(|t| t.kind == text::TokenKind::Word).count();
            if s.kind == BlockKind::Caption { captions += words } else { body += words }
        }
        (body, captions)
    }

    /// The clauses of a sentence.
    pub fn clauses_of(&self, sentence: usize) -> &[Clause] {
        clause::of_sentence(&self.clauses, sentence)
    }

    /// The clause of a sentence that a span begins in; none for what only attributes.
    pub fn clause_of(&self, sentence: usize, span: Span) -> Option<&Clause> {
        let begins = |s: &Span| s.start <= span.start && span.start < s.end;
        self.clauses_of(sentence).iter().find(|c| c.spans.iter().any(begins))
    }

    /// Number of a body paragraph, from 1, by block index; 0 for other blocks.
    pub fn paragraph(&self, block: usize) -> usize {
        let kind = |b: usize| self.cleaned.blocks.get(b).map(|b| b.kind);
        if kind(block) != Some(BlockKind::Body) {
            return 0;
        }
        (0..=block).filter(|b| kind(*b) == Some(BlockKind::Body)).count()
    }

    /// The attribution whose content covers most of `span`, if any covers half of it.
    pub fn attribution_of(&self, span: Span) -> Option<&Attribution> {
        let covered = |a: &Attribution| -> usize {
            let overlap = |c: &Span| {
                (c.end.min(span.end) as usize).saturating_sub(c.start.max(span.start) as usize)
            };
            a.content.iter().map(overlap).sum()
        };
        let best = self.attributions.iter().max_by_key(|a| covered(a))?;
        (2 * covered(best) >= span.len().max(1)).then_some(best)
    }
}

/// Cuts a text that is too long for 32-bit spans, and says so.
fn bounded(text: Rc<str>) -> (Rc<str>, Option<Notice>) {
    if text.len() <= MAX_TEXT {
        return (text, None);
    }
    let mut end = MAX_TEXT;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let message =
        format!("Only the first {} MiB of this text were read; the rest is too long.", end >> 20);
    (text.get(..end).unwrap_or("").into(), Some(Notice { message, span: None }))
}

/// What corrections read of articles.
fn correction_parts(articles: &[Rc<Article>]) -> Vec<correction::Article<'_>> {
    articles
        .iter()
        .map(|a| correction::Article { id: &a.id, text: &a.text, mentions: &a.mentions })
        .collect()
}

/// How far work is that is done in slices, in articles or sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// So many are done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}

/// Statements across articles, at one threshold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aligned {
    /// The statements; every sentence is in at least one.
    pub statements: Vec<Statement>,
    /// For each article and sentence the indices of its statements.
    of: BySentence<Vec<usize>>,
}

impl Aligned {
    fn of(statements: Vec<Statement>, articles: &[Rc<Article>]) -> Self {
        let mut of: BySentence<Vec<usize>> = BySentence::new(articles);
        for (i, statement) in statements.iter().enumerate() {
            for at in &statement.sentences {
                if let Some(own) = of.get_mut(*at) {
                    own.push(i);
                }
            }
        }
        Self { statements, of }
    }

    /// The statements that a sentence reports.
    pub fn of_sentence(&self, at: SentenceRef) -> impl Iterator<Item = &Statement> {
        let own = self.of.get(at);
        own.into_iter().flatten().filter_map(|i| self.statements.get(*i))
    }
}

/// A set of articles with everything that spans them.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// Articles in order of id.
    pub articles: Vec<Rc<Article>>,
    /// Actors, corrected.
    pub actors: Resolution,
    /// Actors as they were found.
    found: Resolution,
    /// The reader's corrections, in the order in which they apply.
    corrections: Vec<Correction>,
    /// What became of the corrections.
    pub effects: Effects,
    /// Statements; found when they are first asked for.
    alignment: Alignment,
    index: Indexing,
    /// What pages derived from all this.
    kept: Kept,
    waiting: VecDeque<Source>,
    stale: bool,
}

impl Analysis {
    /// An analysis of the bundled articles.
    pub fn bundled() -> Self {
        Self::of(corpus::bundled())
    }

    /// An analysis of these articles.
    pub fn of(sources: Vec<Source>) -> Self {
        let mut analysis = Self::default();
        for source in sources {
            analysis.add(source);
        }
        analysis.finish();
        analysis
    }

    /// Puts an article in line; one with the same id is replaced. Call [`Self::step`] or
    /// [`Self::finish`] to have it analysed.
    pub fn add(&mut self, source: Source) {
        self.waiting.retain(|w| w.id != source.id);
        self.waiting.push_back(source);
    }

    /// Takes an article away; `false` where there is none with this id.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.articles.len() + self.waiting.len();
        self.waiting.retain(|w| w.id != id);
        self.articles.retain(|a| a.id != id);
        self.kept.forget();
        let removed = self.articles.len() + self.waiting.len() < before;
        self.stale |= removed;
        removed
    }

    /// Does a slice of the waiting work: at most `budget` articles, or the joining of all. Returns
    /// whether anything is left to do.
    pub fn step(&mut self, budget: usize) -> bool {
        if self.waiting.is_empty() {
            if self.stale {
                self.join();
            }
            return false;
        }
        self.kept.forget();
        for source in self.waiting.drain(..budget.max(1).min(self.waiting.len())) {
            let article = Rc::new(Article::analyse(source));
            match self.articles.binary_search_by(|a| a.id.cmp(&article.id)) {
                Ok(i) => self.articles[i] = article,
                Err(i) => self.articles.insert(i, article),
            }
            self.stale = true;
        }
        true
    }

    /// Does all the waiting work.
    pub fn finish(&mut self) {
        while self.step(usize::MAX) {}
    }

    /// The article with this id.
    pub fn article(&self, id: &str) -> Option<usize> {
        self.articles.binary_search_by(|a| a.id.as_str().cmp(id)).ok()
    }

    /// The actor with this id, or the one that it was merged into.
    pub fn actor(&self, id: &str) -> Option<usize> {
        let bears = |id: &str| self.actors.actors.iter().position(|a| a.id == id);
        bears(id).or_else(|| match self.fate(id)? {
            Fate::Is(now) => bears(now),
            Fate::Dropped(_) => None,
        })
    }

    /// What corrections made of an id that no actor bears any more.
    pub fn fate(&self, id: &str) -> Option<&Fate> {
        self.effects.fates.iter().find(|(old, _)| old == id).map(|(_, fate)| fate)
    }

    /// The reader's corrections, in the order in which they apply.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// Puts these corrections into force, and no others.
    pub fn correct(&mut self, corrections: Vec<Correction>) {
        if corrections != self.corrections {
            self.corrections = corrections;
            // With articles still waiting, all is joined later.
            if !self.stale && self.waiting.is_empty() {
                self.put_corrections(false);
            } else {
                self.stale = true;
            }
        }
    }

    /// The lasting address of an actor.
    pub fn who(&self, actor: usize) -> Option<Who> {
        let found = self.effects.found.get(actor).copied().flatten();
        let parts = correction_parts(&self.articles);
        Some(correction::who(&parts, self.actors.actors.get(actor)?, found))
    }

    /// The actor of a mention.
    pub fn actor_of(&self, article: usize, mention: usize) -> Option<usize> {
        *self.actors.actor_of.get(article)?.get(mention)?
    }

    /// The mention itself.
    pub fn mention(&self, at: MentionRef) -> Option<&Mention> {
        self.articles.get(at.article)?.mentions.get(at.mention)
    }

    /// The mentions of an actor that are counted: names and nominal labels, not pronouns.
    pub fn counted_mentions(&self, actor: usize) -> impl Iterator<Item = (MentionRef, &Mention)> {
        let mentions = self.actors.actors.get(actor).map_or(&[][..], |a| a.mentions.as_slice());
        mentions
            .iter()
            .filter_map(|at| Some((*at, self.mention(*at)?)))
            .filter(|(_, m)| m.form != Form::Pronoun)
    }

    /// The actors named in each sentence of an article, each once, in order of index.
    pub fn sentence_actors(&self, article: usize) -> Vec<Vec<usize>> {
        let Some(a) = self.articles.get(article) else { return Vec::new() };
        let mut out = vec![Vec::new(); a.doc.sentences.len()];
        let counted = |m: &Mention| m.form != Form::Pronoun;
        for (i, m) in a.mentions.iter().enumerate().filter(|(_, m)| counted(m)) {
            if let (Some(slot), Some(actor)) = (out.get_mut(m.sentence), self.actor_of(article, i))
            {
                slot.push(actor);
            }
        }
        for slot in &mut out {
            slot.order();
            slot.dedup();
        }
        out
    }

    fn join(&mut self) {
        let parts: Vec<entity::Article<'_>> = self
            .articles
            .iter()
            .map(|a| entity::Article { text: &a.text, doc: &a.doc, mentions: &a.mentions })
            .collect();
        self.found = entity::resolve(&parts);
        self.put_corrections(true);
        self.stale = false;
    }

    /// Makes all that follows from the actors again, with the corrections in force. Statements
    /// follow from whose each mention is, which another name or type does not change.
    fn put_corrections(&mut self, articles_changed: bool) {
        let parts = correction_parts(&self.articles);
        let applied = correction::apply(&self.found, &parts, &self.corrections);
        let same = applied.resolution.actor_of == self.actors.actor_of;
        self.actors = applied.resolution;
        self.effects = applied.effects;
        self.kept.forget();
        if articles_changed || !same {
            self.alignment = Alignment::default();
        }
        if articles_changed {
            self.index.forget();
        } else {
            self.index.forget_actors();
        }
    }

    /// The statements at a threshold from 0 to 1, made anew.
    pub fn align(&self, threshold: f64) -> Aligned {
        let mut work = align::Aligning::new(threshold);
        for article in 0..self.articles.len() {
            self.read_for_alignment(article, &mut work);
        }
        Aligned::of(work.finish(), &self.articles)
    }

    fn read_for_alignment(&self, article: usize, work: &mut align::Aligning) {
        let Some(a) = self.articles.get(article) else { return };
        let mut quantities: Vec<Vec<(f64, String)>> = vec![Vec::new(); a.doc.sentences.len()];
        for q in &a.quantities {
            if let Some(slot) = quantities.get_mut(q.sentence) {
                slot.push((q.value, q.unit.clone()));
            }
        }
        work.read(&align::Article {
            text: &a.text,
            doc: &a.doc,
            clauses: &a.clauses,
            actors: &self.sentence_actors(article),
            quantities: &quantities,
            // Articles of one outlet may be compared with each other too.
            outlet: article,
        });
    }

    /// The statements: sentences that are alike by at least so many percent, or by as much as the program
    /// chose. [`Self::align_step`] finds them in slices.
    pub fn aligned(&self, percent: Option<u8>) -> Rc<Aligned> {
        self.alignment.whole(self, percent)
    }

    /// Does a slice of the finding of statements at this threshold: how far it is, in sentences, or nothing
    /// once they are known.
    pub fn align_step(&self, percent: Option<u8>) -> Option<Progress> {
        self.alignment.step(self, percent)
    }

    /// The full-text index; its articles have the numbers of `articles`. Built on first use after a
    /// change, so that a page without a search does not wait for it; [`Self::index_step`] builds it in
    /// slices.
    pub fn index(&self) -> &Index {
        self.index.whole(self)
    }

    /// Does a slice of the building of the index, one article or one actor: how far it is, or nothing
    /// once it is whole.
    pub fn index_step(&self) -> Option<Progress> {
        self.index.step(self)
    }
}
