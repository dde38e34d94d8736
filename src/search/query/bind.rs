//! What names and fields mean for the articles that are searched. What means nothing is searched as
//! words.

use super::Catalogue;
use super::lexer::{self, Token, Value, Word};
use super::notes::{MAX_FIELDS, Notes, short};
use super::tree::{Filter, Leaf, Scope, Typed};
use crate::search::edits::automatic;
use crate::text::{Commonness, commonness};

/// A token whose meaning is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Open,
    Close,
    And,
    Or,
    Not,
    Item(Item),
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Leaf {
        leaf: Leaf,
        shown: String,
        /// Whether it is a plain word, which need not occur beside others.
        plain: bool,
        typed: Vec<Typed>,
    },
    Scope(Scope, Vec<Typed>),
    Where(Filter),
}

/// Gives the tokens of a query their meaning.
pub(super) fn bind(tokens: Vec<Token>, known: &dyn Catalogue, notes: &mut Notes) -> Vec<Piece> {
    let mut binder = Binder {
        known,
        notes,
        pieces: Vec::new(),
        run: Vec::new(),
        fields: 0,
        sounded: MAX_SOUNDED,
    };
    for token in tokens {
        binder.token(token);
    }
    binder.end_run();
    binder.pieces
}

pub(super) struct Binder<'a> {
    pub known: &'a dyn Catalogue,
    pub notes: &'a mut Notes,
    pieces: Vec<Piece>,
    /// Plain words side by side that are not bound yet: they may be a name together.
    run: Vec<Word>,
    /// Conditions and scopes so far.
    fields: usize,
    /// How many more words are compared with names by their sound.
    sounded: usize,
}

/// Words of one query that are compared with names by their sound; longer ones are no searches for
/// a name.
const MAX_SOUNDED: usize = 48;

pub(super) fn forms(words: &[Typed]) -> Vec<String> {
    words.iter().map(|w| w.form.clone()).collect()
}

impl Binder<'_> {
    fn token(&mut self, token: Token) {
        if let Token::Word(word) = token {
            return self.run.push(word);
        }
        self.end_run();
        match token {
            Token::Open => self.pieces.push(Piece::Open),
            Token::Close => self.pieces.push(Piece::Close),
            Token::And => self.pieces.push(Piece::And),
            Token::Or => self.pieces.push(Piece::Or),
            Token::Not => self.pieces.push(Piece::Not),
            Token::Word(_) => {}
            Token::Phrase { words, open, shown } => {
                let leaf = Leaf::Phrase { forms: forms(&words), exact: true, open };
                // The beginning of a word need not be one.
                let whole = words.len() - usize::from(open);
                self.leaf(leaf, shown, false, words.get(..whole).unwrap_or(&[]).to_vec());
            }
            Token::Near { words, slop, shown } => {
                self.leaf(Leaf::Near { forms: forms(&words), slop }, shown, false, words);
            }
            Token::Prefix(word) => {
                let leaf = match word.parts.as_slice() {
                    [part] => Leaf::Prefix(part.form.clone()),
                    _ => Leaf::Phrase { forms: word.forms(), exact: false, open: true },
                };
                self.leaf(leaf, word.shown, true, Vec::new());
            }
            Token::Fuzzy(word, edits) => {
                let several = word.parts.len() > 1;
                for part in word.parts {
                    let edits = edits.unwrap_or_else(|| automatic(&part.form));
                    let shown = if several { part.form.clone() } else { word.shown.clone() };
                    self.leaf(Leaf::Fuzzy { form: part.form, edits }, shown, true, Vec::new());
                }
            }
            Token::Field(field, values) => self.field(field, values),
        }
    }

    fn leaf(&mut self, leaf: Leaf, shown: String, plain: bool, typed: Vec<Typed>) {
        self.pieces.push(Piece::Item(Item::Leaf { leaf, shown, plain, typed }));
    }

    /// Binds the plain words that stand side by side; those that are a name of an actor are taken
    /// together, the longest first.
    fn end_run(&mut self) {
        let words = std::mem::take(&mut self.run);
        let mut rest = words.as_slice();
        while let Some(first) = rest.first() {
            let used = match self.name(rest) {
                Some((used, actors)) => {
                    let taken = rest.get(..used).unwrap_or(&[]);
                    let forms = taken.iter().flat_map(Word::forms).collect();
                    let leaf = Leaf::Name { forms, actors };
                    self.leaf(leaf, shown(taken), true, Vec::new());
                    used
                }
                None => {
                    let leaf = match first.parts.as_slice() {
                        [part] => Leaf::Word(part.form.clone()),
                        _ => Leaf::Phrase { forms: first.forms(), exact: false, open: false },
                    };
                    self.leaf(leaf, first.shown.clone(), true, first.parts.clone());
                    1
                }
            };
            rest = rest.get(used.max(1)..).unwrap_or(&[]);
        }
    }

    /// How many of the first words are a name of actors, and which. "as Raqqa" is no spelling of one,
    /// though "as" may be an Arabic article; "as-Suwayda" is.
    fn name(&mut self, words: &[Word]) -> Option<(usize, Vec<usize>)> {
        let actors = self.known.actors();
        let mut forms: Vec<String> = Vec::new();
        let mut best = None;
        let mut alike = None;
        self.sounded = self.sounded.saturating_sub(1);
        for (i, word) in words.iter().enumerate() {
            forms.extend(word.forms());
            if forms.len() > actors.longest() {
                break;
            }
            let key = forms.join(" ");
            let typed = shown(words.get(..=i).unwrap_or(&[]));
            let found = actors.by_name(&key, &typed);
            if !found.is_empty() {
                best = Some((i + 1, found));
            } else if self.sounded > 0 && (i == 0 || !small(words.first())) {
                let occurs = |form: &str| self.known.occurs(form, false);
                let found = actors.by_sound(&forms, &occurs);
                if !found.is_empty() {
                    alike = Some((i + 1, found, typed));
                }
            }
        }
        // Of a name and a longer spelling of another one the longer counts.
        if let Some((used, found, typed)) = alike
            && best.as_ref().is_none_or(|(of_best, _)| used > *of_best)
        {
            self.note_sound(&typed, &found);
            return Some((used, found));
        }
        best
    }

    pub fn note_sound(&mut self, typed: &str, found: &[usize]) {
        let names = self.known.actors().names(found);
        let typed = short(typed);
        self.notes.add(format!("“{typed}” is taken for a spelling of {names}, also searched."));
    }

    /// Binds a field with one or more values, of which any will do.
    fn field(&mut self, field: lexer::Field, values: Vec<Value>) {
        if self.fields + values.len() > MAX_FIELDS {
            let note = "The query is very long; only its first";
            self.notes.add(format!("{note} {MAX_FIELDS} fields were searched."));
            return;
        }
        self.fields += values.len();
        let several = values.len() > 1;
        if several {
            self.pieces.push(Piece::Open);
        }
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                self.pieces.push(Piece::Or);
            }
            match self.value(field, value) {
                Ok(item) => self.pieces.push(Piece::Item(item)),
                Err(note) => {
                    self.notes.add(format!("{note}; it is searched as words."));
                    // An operator before them is meant for all of the words.
                    let bound = matches!(self.pieces.last(), Some(Piece::Not | Piece::And));
                    let brackets = bound && value.words.len() > 1;
                    self.pieces.extend(brackets.then_some(Piece::Open));
                    self.run.clone_from(&value.words);
                    self.end_run();
                    self.pieces.extend(brackets.then_some(Piece::Close));
                }
            }
        }
        if several {
            self.pieces.push(Piece::Close);
        }
    }
}

/// Whether a word is a single function word.
fn small(word: Option<&Word>) -> bool {
    let form = word.and_then(|w| match w.parts.as_slice() {
        [part] => Some(part.form.as_str()),
        _ => None,
    });
    form.is_some_and(|form| commonness(form) == Commonness::Function)
}

fn shown(words: &[Word]) -> String {
    words.iter().map(|w| w.shown.as_str()).collect::<Vec<_>>().join(" ")
}
