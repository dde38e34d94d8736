//! What a sentence has that others may share, weighted by rarity.

use super::clauses::{Clauses, Cut};
use super::{Article, SentenceRef};
use crate::claim::clause;
use crate::claim::figure::amount;
use crate::claim::similar::conflict::is_weekday;
use crate::claim::similar::synonyms;
use crate::claim::similar::words;
use crate::ingest::BlockKind;
use crate::map::HashMap;
use crate::order::Order;
use crate::span::Span;
use crate::text::Commonness;
use parallax_engine::pairing::{Alike, Feature, Runs};

/// How much a stem counts: function words not at all, words of every news text, others.
const STEM: [f64; 3] = [0.0, 0.6, 1.0];
/// A weekday, which every news text has, but which in articles on one event tells its acts apart.
const WEEKDAY: f64 = 1.0;
/// A capitalised word that goes with one actor: it counts as the actor already, but the spelling
/// may be all there is where a name was missed.
const NAME: f64 = 0.45;
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

/// Clauses of a sentence that are compared one by one.
pub(super) const PARTS: usize = 8;

/// What kind of evidence a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Actor,
    /// A name word that goes with an actor.
    Known,
    /// A word of every news text.
    Common,
    /// Another capitalised word.
    Name,
    /// Any other word, and figures.
    Word,
}

/// A sentence as it is compared.
pub(super) struct Sentence {
    pub place: SentenceRef,
    pub outlet: usize,
    /// How much of its article stands before it, 0 to below 1.
    pub depth: f64,
    /// Ordered by key. `at` of a feature is an index into `sources`.
    pub features: Vec<Feature>,
    /// What each feature is made from.
    pub sources: Vec<Origin>,
    /// Sum of the weights.
    pub total: f64,
    /// Sum of the weights of each of the first [`PARTS`] clauses.
    pub parts: Vec<f64>,
    /// Its words in their order.
    pub runs: Runs,
    /// Whether it tells a picture.
    pub caption: bool,
    /// Whether a word turns it into its opposite.
    pub negated: bool,
    /// Number of its clauses.
    pub clauses: usize,
}

/// What a feature is made from.
pub(super) struct Origin {
    pub kind: Kind,
    /// The words to show for it.
    pub shown: String,
    /// The clauses that it stands in.
    pub clauses: Clauses,
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

/// A feature before it is known how rare it is.
struct Item {
    key: Key,
    weight: f64,
    origin: Origin,
}

/// All sentences in order.
#[derive(Default)]
pub(super) struct Sentences {
    pub list: Vec<Sentence>,
    keys: HashMap<Key, u32>,
    /// For each key its stem; empty where it is none.
    stems: Vec<String>,
    /// For each key in how many sentences it stands.
    pub counts: Vec<u32>,
}

impl Sentences {
    /// Adds the sentences of an article, which has this number. What their features weigh is known
    /// after [`Self::weigh`].
    pub fn read(&mut self, article: usize, a: &Article<'_>) {
        for (sentence, s) in a.doc.sentences.iter().enumerate() {
            let words = words::words(a.text, a.doc, s.tokens.clone());
            let stems: Vec<&str> = words.iter().map(|w| w.stem.as_str()).collect();
            let runs = Runs::of(&stems);
            let negated = words.iter().any(words::negates);
            let clauses = clause::of_sentence(a.clauses, sentence);
            let mut items = items(a, sentence, words, Cut(clauses));
            // A word said twice says no more.
            items.order_by(|x, y| x.key.cmp(&y.key).then(y.weight.total_cmp(&x.weight)));
            items.dedup_by(|later, first| {
                let same = later.key == first.key;
                if same {
                    first.origin.clauses = first.origin.clauses.with(later.origin.clauses);
                }
                same
            });
            let mut features = Vec::with_capacity(items.len());
            let mut sources = Vec::with_capacity(items.len());
            for (at, Item { key, weight, origin }) in items.into_iter().enumerate() {
                let word = matches!(key, Key::Stem(_));
                features.push(Feature { key: self.number(key), word, weight, at });
                sources.push(origin);
            }
            self.list.push(Sentence {
                place: SentenceRef { article, sentence },
                outlet: a.outlet,
                depth: sentence as f64 / a.doc.sentences.len() as f64,
                features,
                sources,
                total: 0.0,
                parts: Vec::new(),
                runs,
                caption: s.kind == BlockKind::Caption,
                negated,
                clauses: clauses.len(),
            });
        }
    }

    /// The number of a key, which one more sentence has.
    fn number(&mut self, key: Key) -> u32 {
        let id = self.keys.get(&key).copied().unwrap_or_else(|| {
            let next = self.counts.len() as u32;
            self.counts.push(0);
            self.stems.push(if let Key::Stem(stem) = &key { stem.clone() } else { String::new() });
            self.keys.insert(key, next);
            next
        });
        if let Some(count) = self.counts.get_mut(id as usize) {
            *count += 1;
        }
        id
    }

    /// Weighs the features once all articles are read, the heavier the fewer sentences have them, and
    /// finds out which words are taken for each other.
    pub fn weigh(&mut self) -> Alike {
        let explained = explained(&self.list, &self.counts);
        let sentences = self.list.len();
        let rarity: Vec<f64> = self.counts.iter().map(|count| rarity(sentences, *count)).collect();
        for s in &mut self.list {
            for f in &mut s.features {
                let Some(origin) = s.sources.get_mut(f.at) else { continue };
                // The first word of a sentence is a name if it is one elsewhere; what it
                // weighs is left, since it may be a word of the same form.
                let named = matches!(origin.kind, Kind::Name | Kind::Word);
                let known = named && explained[f.key as usize];
                let part = if known && origin.kind == Kind::Name { NAME } else { 1.0 };
                if known {
                    origin.kind = Kind::Known;
                }
                f.weight *= rarity[f.key as usize] * part;
            }
            s.features.order_by_key(|f| f.key);
            s.parts = vec![0.0; s.clauses.min(PARTS)];
            for f in &s.features {
                for clause in s.sources[f.at].clauses.first(s.parts.len()) {
                    s.parts[clause] += f.weight;
                }
            }
            s.total = s.features.iter().map(|f| f.weight).sum();
        }
        self.keys = HashMap::default();
        Alike::of(std::mem::take(&mut self.stems), synonyms::groups)
    }
}

/// What a sentence says: its words, figures, actors and quantities; some more than once.
fn items(a: &Article<'_>, sentence: usize, words: Vec<words::Word>, clauses: Cut<'_>) -> Vec<Item> {
    let actors = a.actors.get(sentence).map_or(&[][..], Vec::as_slice);
    let quantities = a.quantities.get(sentence).map_or(&[][..], Vec::as_slice);
    let start = a.doc.sentences.get(sentence).map_or(0, |s| s.tokens.start);
    let mut items: Vec<Item> = Vec::new();
    let mut item = |key: Key, weight: f64, kind: Kind, shown: String, clauses: Clauses| {
        items.push(Item { key, weight, origin: Origin { kind, shown, clauses } });
    };
    // A figure with the word after it ("3 year"), where no quantity says it better.
    for pair in words.windows(2).filter(|_| quantities.is_empty()) {
        let [figure, unit] = pair else { continue };
        if figure.figure && !unit.figure && unit.commonness != Commonness::Function {
            let shown = format!("{} {}", figure.stem, unit.stem);
            let here = a.doc.tokens.get(figure.token).map(|t| clauses.at(t.span));
            let key = Key::Figure(shown.clone());
            item(key, FIGURE, Kind::Word, shown, here.unwrap_or_default());
        }
    }
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
        let name = word.marked && !common && !word.figure && word.token > start;
        let (kind, part) =
            if name { (Kind::Name, run_weight(&names, word.token)) } else { (plain, 1.0) };
        if base > 0.0 {
            item(Key::Stem(word.stem), base * part, kind, shown, clauses.at(span));
        }
    }
    for actor in actors {
        item(Key::Actor(*actor), ACTOR, Kind::Actor, String::new(), Clauses::default());
    }
    for (value, unit) in quantities {
        let figure = amount(*value);
        let shown = if unit.is_empty() { figure } else { format!("{figure} {unit}") };
        let key = Key::Quantity(value.to_bits(), unit.clone());
        // Its figure stands there as a word too.
        item(key, QUANTITY, Kind::Word, shown, Clauses::default());
    }
    items
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
fn explained(sentences: &[Sentence], counts: &[u32]) -> Vec<bool> {
    let mut together: HashMap<(u32, u32), u32> = HashMap::default();
    for s in sentences {
        let of = |kind| {
            let of_kind = move |f: &&Feature| s.sources[f.at].kind == kind;
            s.features.iter().filter(of_kind).map(|f| f.key)
        };
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
