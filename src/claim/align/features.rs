//! What a sentence has that others may share, weighted by rarity.

use super::clauses::{Clauses, Cut};
use super::verbatim::Runs;
use super::{Article, SentenceRef};
use crate::claim::clause;
use crate::claim::figure::amount;
use crate::claim::similar::conflict::is_weekday;
use crate::claim::similar::kernel::{Feature, Look};
use crate::claim::similar::words;
use crate::map::HashMap;
use crate::order::Order;
use crate::span::Span;
use crate::text::Commonness;

/// How much a stem counts: function words not at all, words of every news text, others.
const STEM: [f64; 3] = [0.0, 0.6, 1.0];
/// A weekday, which every news text has, but which in articles on one event tells its acts apart.
const WEEKDAY: f64 = 1.5;
/// A capitalised word that goes with one actor: it counts as the actor already, but the spelling
/// may be all there is where a name was missed.
const NAME: f64 = 0.4;
/// A digit token in a sentence whose quantities are known: it counts as the quantity already.
const DIGITS: f64 = 0.3;
/// In fewer sentences than this nobody can tell what is rare; as many are assumed.
const SMALL: f64 = 50.0;
/// Names times actors of one sentence that are looked at to see which go together.
const MOST_PAIRS: usize = 10_000;
/// Actors: a name says whom a sentence is about, not what happened.
const ACTOR: f64 = 0.4;
/// Figures with the word after them, where the quantities of the sentence are not known.
const FIGURE: f64 = 1.0;
/// Quantities with their units.
const QUANTITY: f64 = 1.5;

/// What kind of evidence a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Actor,
    /// A name word that goes with an actor.
    Known,
    /// A word of every news text.
    Common,
    Name,
    Word,
    Quantity,
}

/// A sentence as it is compared.
pub(super) struct Sentence<'a> {
    pub place: SentenceRef,
    pub outlet: usize,
    /// How much of its article stands before it, 0 to below 1.
    pub depth: f64,
    /// Ordered by key. `at` of a feature is an index into `sources`.
    pub features: Vec<Feature<'a>>,
    /// Kind of each feature, the words to show for it, and the clauses that it stands in.
    pub sources: Vec<(Kind, &'a str, Clauses)>,
    /// Sum of the weights.
    pub total: f64,
    /// Sum of the weights of the actors.
    pub actors: f64,
    /// Its words in their order.
    pub runs: &'a Runs,
    /// Whether a word turns it into its opposite.
    pub negated: bool,
    /// Number of its clauses.
    pub clauses: usize,
    /// Whether it has a quotation mark.
    pub quoted: bool,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Stem(String),
    Actor(usize),
    /// A figure and the word after it.
    Figure(String),
    /// Bits of the value, and the unit.
    Quantity(u64, String),
}

struct Draft {
    place: SentenceRef,
    outlet: usize,
    items: Vec<(u32, f64, Kind, String, Clauses)>,
    runs: Runs,
    negated: bool,
    clauses: usize,
    quoted: bool,
}

/// All sentences in order, and the stems that their features borrow.
pub(super) struct Sentences {
    drafts: Vec<Draft>,
    stems: Vec<String>,
    /// For each key in how many sentences it stands.
    counts: Vec<u32>,
    /// For each key whether it is a name word that stands for an actor.
    explained: Vec<bool>,
}

pub(super) fn read(articles: &[Article<'_>]) -> Sentences {
    let mut keys: HashMap<Key, u32> = HashMap::default();
    let mut stems: Vec<String> = Vec::new();
    let mut counts: Vec<u32> = Vec::new();
    let mut drafts = Vec::new();
    for (article, a) in articles.iter().enumerate() {
        for (sentence, s) in a.doc.sentences.iter().enumerate() {
            let actors = a.actors.get(sentence).map_or(&[][..], Vec::as_slice);
            let quantities = a.quantities.get(sentence).map_or(&[][..], Vec::as_slice);
            let clauses = Cut(clause::of_sentence(a.clauses, sentence));
            let mut items: Vec<(Key, f64, Kind, String, Clauses)> = Vec::new();
            let words = words::words(a.text, a.doc, s.tokens.clone());
            // A figure with the word after it ("3 year"), where no quantity says it better.
            for pair in words.windows(2).filter(|_| quantities.is_empty()) {
                let [figure, unit] = pair else { continue };
                if figure.figure && !unit.figure && unit.commonness != Commonness::Function {
                    let shown = format!("{} {}", figure.stem, unit.stem);
                    let here = a.doc.tokens.get(figure.token).map(|t| clauses.at(t.span));
                    let key = Key::Figure(shown.clone());
                    items.push((key, FIGURE, Kind::Quantity, shown, here.unwrap_or_default()));
                }
            }
            let runs = Runs::of(&words);
            let negated = words.iter().any(words::negates);
            let quoted = s.span.of(a.text).contains(['"', '\u{201c}', '\u{201d}']);
            let names = name_runs(&words);
            for word in words {
                let span = a.doc.tokens.get(word.token).map_or_else(Span::default, |t| t.span);
                let shown = span.of(a.text).to_owned();
                let base = match word.commonness {
                    _ if word.figure && !quantities.is_empty() => DIGITS,
                    Commonness::Function => STEM[0],
                    Commonness::Common if is_weekday(&word.stem) => WEEKDAY,
                    Commonness::Common => STEM[1],
                    Commonness::Content => STEM[2],
                };
                let common = word.commonness == Commonness::Common && !word.figure;
                let plain = if common { Kind::Common } else { Kind::Word };
                let name = word.marked && !common && !word.figure && word.token > s.tokens.start;
                let (kind, part) =
                    if name { (Kind::Name, run_weight(&names, word.token)) } else { (plain, 1.0) };
                if base > 0.0 {
                    items.push((Key::Stem(word.stem), base * part, kind, shown, clauses.at(span)));
                }
            }
            for actor in actors {
                let nowhere = Clauses::default();
                items.push((Key::Actor(*actor), ACTOR, Kind::Actor, String::new(), nowhere));
            }
            for (value, unit) in quantities {
                let figure = amount(*value);
                let shown = if unit.is_empty() { figure } else { format!("{figure} {unit}") };
                let key = Key::Quantity(value.to_bits(), unit.clone());
                // Its figure stands there as a word too.
                items.push((key, QUANTITY, Kind::Quantity, shown, Clauses::default()));
            }
            // A word said twice says no more.
            items.order_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
            items.dedup_by(|later, first| {
                let same = later.0 == first.0;
                if same {
                    first.4 = first.4.with(later.4);
                }
                same
            });
            let items = items
                .into_iter()
                .map(|(key, weight, kind, shown, clauses)| {
                    let id = keys.get(&key).copied().unwrap_or_else(|| {
                        let next = counts.len() as u32;
                        counts.push(0);
                        stems.push(if let Key::Stem(stem) = &key {
                            stem.clone()
                        } else {
                            String::new()
                        });
                        keys.insert(key, next);
                        next
                    });
                    if let Some(count) = counts.get_mut(id as usize) {
                        *count += 1;
                    }
                    (id, weight, kind, shown, clauses)
                })
                .collect();
            let place = SentenceRef { article, sentence };
            let clauses = clauses.0.len();
            drafts.push(Draft { place, outlet: a.outlet, items, runs, negated, quoted, clauses });
        }
    }
    let explained = explained(&drafts, &counts);
    Sentences { drafts, stems, counts, explained }
}

/// Runs of capitalised words: first token, one past the last, number of words.
fn name_runs(words: &[words::Word]) -> Vec<(usize, usize, usize)> {
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    let mut between = 0;
    for word in words {
        let small = word.commonness == Commonness::Function && !word.marked;
        if !word.marked || word.figure {
            // "Observatory for Human Rights" is one run.
            between = if small && between == 0 { 1 } else { 2 };
            continue;
        }
        match runs.last_mut() {
            Some(run) if between < 2 => *run = (run.0, word.token + 1, run.2 + 1),
            _ => runs.push((word.token, word.token + 1, 1)),
        }
        between = 0;
    }
    runs
}

/// A long name is one name: its words share the weight of two.
fn run_weight(runs: &[(usize, usize, usize)], token: usize) -> f64 {
    let i = runs.partition_point(|r| r.1 <= token);
    let words = runs.get(i).filter(|r| r.0 <= token).map_or(1, |r| r.2);
    (2.0 / words as f64).min(1.0)
}

/// The name words that stand for an actor: word and actor occur together in at least half of
/// the sentences that have either.
fn explained(drafts: &[Draft], counts: &[u32]) -> Vec<bool> {
    let mut together: HashMap<(u32, u32), u32> = HashMap::default();
    for draft in drafts {
        let of = |kind| draft.items.iter().filter(move |i| i.2 == kind).map(|i| i.0);
        if of(Kind::Name).count() * of(Kind::Actor).count() > MOST_PAIRS {
            continue;
        }
        for name in of(Kind::Name) {
            for actor in of(Kind::Actor) {
                *together.entry((name, actor)).or_default() += 1;
            }
        }
    }
    let mut out = vec![false; counts.len()];
    for ((name, actor), both) in together {
        let count = |key: u32| counts.get(key as usize).copied().unwrap_or(0);
        if 2 * both >= count(name) + count(actor) - both
            && let Some(slot) = out.get_mut(name as usize)
        {
            *slot = true;
        }
    }
    out
}

/// How much a feature says that so many of all sentences have (inverse document frequency), to the
/// power of one and a half: rare words count for more than their share.
pub(super) fn rarity(sentences: usize, count: u32) -> f64 {
    // What only one sentence has cannot match; it counts as if two had it.
    let rare = (1.0 + ((sentences as f64).max(SMALL) + 1.0) / f64::from(count.max(2))).ln();
    rare * rare.sqrt()
}

impl Sentences {
    /// For each key in how many sentences it stands.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The sentences with their weights: a feature of few sentences weighs more.
    pub fn weighted(&self) -> Vec<Sentence<'_>> {
        let mut lengths: Vec<usize> = Vec::new();
        for draft in &self.drafts {
            let SentenceRef { article, sentence } = draft.place;
            lengths.resize(lengths.len().max(article + 1), 0);
            if let Some(length) = lengths.get_mut(article) {
                *length = sentence + 1;
            }
        }
        let looks: Vec<Look> = self.stems.iter().map(|s| Look::of(s)).collect();
        let nothing = Look::of("");
        self.drafts
            .iter()
            .map(|draft| {
                let mut sources = Vec::with_capacity(draft.items.len());
                let mut features: Vec<Feature<'_>> = draft
                    .items
                    .iter()
                    .enumerate()
                    .map(|(at, (id, weight, kind, shown, clauses))| {
                        // The first word of a sentence is a name if it is one elsewhere; what it
                        // weighs is left, since it may be a word of the same form.
                        let named = matches!(kind, Kind::Name | Kind::Word);
                        let known = named && self.explained[*id as usize];
                        let part = if known && *kind == Kind::Name { NAME } else { 1.0 };
                        let kind = if known { Kind::Known } else { *kind };
                        sources.push((kind, shown.as_str(), *clauses));
                        let rarity = rarity(self.drafts.len(), self.counts[*id as usize]);
                        let (stem, look) = match kind {
                            Kind::Word | Kind::Common | Kind::Name | Kind::Known => {
                                (self.stems[*id as usize].as_str(), looks[*id as usize])
                            }
                            _ => ("", nothing),
                        };
                        Feature { key: *id, stem, look, weight: weight * rarity * part, at }
                    })
                    .collect();
                features.order_by_key(|f| f.key);
                let actor = |f: &&Feature<'_>| matches!(sources[f.at].0, Kind::Actor);
                let length = lengths.get(draft.place.article).copied().unwrap_or(0);
                Sentence {
                    depth: draft.place.sentence as f64 / length.max(1) as f64,
                    actors: features.iter().filter(actor).map(|f| f.weight).sum(),
                    place: draft.place,
                    outlet: draft.outlet,
                    total: features.iter().map(|f| f.weight).sum(),
                    features,
                    sources,
                    runs: &draft.runs,
                    negated: draft.negated,
                    clauses: draft.clauses,
                    quoted: draft.quoted,
                }
            })
            .collect()
    }
}
