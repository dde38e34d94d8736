//! What names, fields and their values mean for the articles that are searched. What means nothing
//! is searched as words.

use super::Catalogue;
use super::date::Days;
use super::lexer::{self, Token, Value, Word};
use super::notes::{MAX_FIELDS, Notes, short};
use super::tree::{Field, Filter, Leaf, Scope, Typed};
use crate::entity::EntityType;
use crate::ingest::PartialDate;
use crate::search::edits::automatic;
use crate::search::parts;
use crate::text::fold;

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

struct Binder<'a> {
    known: &'a dyn Catalogue,
    notes: &'a mut Notes,
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

fn forms(words: &[Typed]) -> Vec<String> {
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

    /// How many of the first words are a name of actors, and which.
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
            } else if self.sounded > 0 {
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

    fn note_sound(&mut self, typed: &str, found: &[usize]) {
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

    /// What a field with this value asks for, or why that cannot be told.
    fn value(&mut self, field: lexer::Field, value: &Value) -> Result<Item, String> {
        let text = value.text.as_str();
        let name = short(text);
        let typed: Vec<Typed> = value.words.iter().flat_map(|w| w.parts.clone()).collect();
        let mut words = forms(&typed);
        if words.len() > 1 && words.first().is_some_and(|w| w == "the") {
            words.remove(0);
        }
        let leaf = |leaf: Leaf, typed: Vec<Typed>| {
            Ok(Item::Leaf { leaf, shown: text.to_owned(), plain: false, typed })
        };
        match field {
            lexer::Field::Actor => match self.actors(text, &|_| true) {
                found if found.is_empty() => Err(format!("No actor is called “{name}”")),
                found => leaf(Leaf::Actor(found), Vec::new()),
            },
            lexer::Field::Place => match self.actors(text, &|kind| kind == EntityType::Loc) {
                found if found.is_empty() => Err(format!("No place is called “{name}”")),
                found => leaf(Leaf::Actor(found), Vec::new()),
            },
            lexer::Field::Label => leaf(Leaf::Label(words), typed),
            lexer::Field::Type => match kind(text) {
                Some(kind) => leaf(Leaf::Type(kind), Vec::new()),
                None => Err(format!(
                    "“{name}” is no type of name ({})",
                    EntityType::ALL.map(EntityType::label).join(", ")
                )),
            },
            lexer::Field::Speaker => {
                let actors = self.actors(text, &|_| true);
                // Words of a name that is known need not stand in any text.
                let typed = if actors.is_empty() { typed } else { Vec::new() };
                let shown = text.to_owned();
                Ok(Item::Scope(Scope::Speaker { actors, forms: words, shown }, typed))
            }
            lexer::Field::In => match fold(text).trim_end_matches('s') {
                "headline" => Ok(Item::Scope(Scope::Field(Field::Headline), Vec::new())),
                "caption" => Ok(Item::Scope(Scope::Field(Field::Caption), Vec::new())),
                "body" => Ok(Item::Scope(Scope::Field(Field::Body), Vec::new())),
                "quote" => Ok(Item::Scope(Scope::Quote, Vec::new())),
                _ => Err(format!(
                    "“{name}” is no part of an article (headline, caption, quote, body)"
                )),
            },
            lexer::Field::Outlet => {
                let found = self.outlets(text);
                if found.is_empty() {
                    return Err(format!("No outlet here is called “{name}”"));
                }
                let names: Vec<&str> = found.iter().map(|(_, name)| name.as_str()).collect();
                let shown = names.join(" or ");
                let ids = found.into_iter().map(|(id, _)| id).collect();
                Ok(Item::Where(Filter::Outlet { ids, shown }))
            }
            lexer::Field::Date => {
                let even = fold(text).replace(['\u{2013}', '\u{2014}'], "-");
                let Some((days, turned)) = Days::parse(&even) else {
                    return Err(format!("“{name}” is no date (2017, 2017-09 or 2017-09-20)"));
                };
                if turned {
                    self.notes.add(format!("“{name}” ends before it begins; it was turned round."));
                }
                let undated = self.known.undated();
                if undated > 0 {
                    self.notes.add(match undated {
                        1 => "One article has no known date; no date finds it.".to_owned(),
                        n => format!("{n} articles have no known date; no date finds them."),
                    });
                }
                let one = PartialDate::parse(&even).is_some();
                let shown = if one { even } else { range(days) };
                Ok(Item::Where(Filter::Date { days, shown }))
            }
        }
    }

    /// The actors of wanted types that a field names: by id, by a name, or by another spelling of it.
    fn actors(&mut self, text: &str, wanted: &dyn Fn(EntityType) -> bool) -> Vec<usize> {
        let actors = self.known.actors();
        let keep = |mut found: Vec<usize>| {
            found.retain(|i| actors.entries.get(*i).is_some_and(|a| wanted(a.kind)));
            found
        };
        for found in [actors.by_id(text), actors.by_label(text)] {
            let found = keep(found);
            if !found.is_empty() {
                return found;
            }
        }
        let key = parts::key(text);
        let forms: Vec<String> = key.split(' ').map(str::to_owned).collect();
        let occurs = |form: &str| self.known.occurs(form, false);
        let found = keep(actors.by_sound(&forms, &occurs));
        if !found.is_empty() {
            self.note_sound(text, &found);
        }
        found
    }

    /// The outlets that are called so: by id, by their whole name or another name or address of
    /// theirs, else by words of their name.
    fn outlets(&self, text: &str) -> Vec<(String, String)> {
        let all = self.known.outlets();
        let typed = parts::key(text);
        let of = |wanted: &dyn Fn(&str, &str) -> bool| -> Vec<(String, String)> {
            all.iter().filter(|(id, name)| wanted(id, name)).cloned().collect()
        };
        let called = of(&|id, name| {
            let same = |other: &str| parts::key(other) == typed && !typed.is_empty();
            let listed = crate::corpus::outlet(id);
            id.eq_ignore_ascii_case(text.trim())
                || same(name)
                || listed.is_some_and(|o| o.aliases.iter().chain(&o.domains).any(|a| same(a)))
        });
        if !called.is_empty() {
            return called;
        }
        let words: Vec<&str> = typed.split(' ').collect();
        of(&|_, name| {
            let name = parts::key(name);
            let name: Vec<&str> = name.split(' ').collect();
            !typed.is_empty() && name.windows(words.len()).any(|w| w == words)
        })
    }
}

fn shown(words: &[Word]) -> String {
    words.iter().map(|w| w.shown.as_str()).collect::<Vec<_>>().join(" ")
}

/// The type with this code or label.
fn kind(text: &str) -> Option<EntityType> {
    let text = fold(text.trim());
    let is = |kind: &EntityType| fold(kind.code()) == text || kind.label() == text;
    EntityType::ALL.into_iter().find(is)
}

/// Days in words.
fn range(days: Days) -> String {
    let date = |day: i64| PartialDate::from_day_number(day).to_string();
    match (days.first, days.last) {
        (Some(first), Some(last)) => format!("from {} to {}", date(first), date(last)),
        (Some(first), None) => format!("from {} on", date(first)),
        (None, Some(last)) => format!("until {}", date(last)),
        (None, None) => "at any time".to_owned(),
    }
}
