//! From characters to tokens: which words stand where, what is quoted, which marks are operators.
//! Knows nothing of articles.

use super::notes::{MAX_EDITS, Notes, short};
use super::tree::Typed;
use crate::search::parts::{self, Part};
use crate::span::{Span, plain_spaces};

/// The fields of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Outlet,
    Actor,
    Label,
    Speaker,
    Place,
    Type,
    Date,
    In,
}

impl Field {
    fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "outlet" => Self::Outlet,
            "actor" => Self::Actor,
            "label" => Self::Label,
            "speaker" => Self::Speaker,
            "place" => Self::Place,
            "type" => Self::Type,
            "date" => Self::Date,
            "in" => Self::In,
            _ => return None,
        })
    }
}

/// Text between white space or quotation marks that is one word or a hyphenated compound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its parts at hyphens.
    pub parts: Vec<Typed>,
    /// As it was typed.
    pub shown: String,
}

impl Word {
    pub fn forms(&self) -> Vec<String> {
        self.parts.iter().map(|p| p.form.clone()).collect()
    }
}

/// One of the values of a field, with the words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub text: String,
    pub words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Word(Word),
    /// Quoted words; of the last only the beginning where it is `open`.
    Phrase {
        words: Vec<Typed>,
        open: bool,
        shown: String,
    },
    /// Quoted words and by how many words their stretch may be longer.
    Near {
        words: Vec<Typed>,
        slop: u32,
        shown: String,
    },
    /// The beginning of a word; of a compound, its last part is open.
    Prefix(Word),
    /// A word that may be spelled otherwise; `None`: by as many edits as its length allows.
    Fuzzy(Word, Option<u8>),
    Field(Field, Vec<Value>),
}

pub(super) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' | '\u{FF02}')
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// Reads a query.
pub(super) fn lex(text: &str, notes: &mut Notes) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0, unclosed: false, tokens: Vec::new(), notes };
    while let Some(c) = lexer.peek() {
        lexer.step(c);
    }
    lexer.tokens
}

/// The words of a stretch of a query; `base` is where it begins.
fn words(text: &str, base: usize) -> Vec<Word> {
    let mut out = Vec::new();
    for parts in parts::of_text(text) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
        let shown = first.span.join(last.span).of(text).to_owned();
        let typed = |p: &Part| Typed {
            form: p.form.clone(),
            exact: false,
            span: Span::new(base + p.span.start as usize, base + p.span.end as usize),
        };
        out.push(Word { parts: parts.iter().map(typed).collect(), shown });
    }
    out
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Whether the quotation marks that are left open nothing.
    unclosed: bool,
    tokens: Vec<Token>,
    notes: &'a mut Notes,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self, c: char) {
        let before = self.text.get(..self.at).and_then(|t| t.chars().next_back());
        let begins = before.is_none_or(|b| b.is_whitespace() || b == '(');
        if c.is_whitespace() || c == '+' || is_minus(c) && !begins {
            self.at += c.len_utf8();
        } else if c == '(' {
            self.tokens.push(Token::Open);
            self.at += 1;
        } else if c == ')' {
            self.tokens.push(Token::Close);
            self.at += 1;
        } else if is_double_quote(c) {
            self.at += c.len_utf8();
            if !self.unclosed {
                self.phrase();
            }
        } else if is_minus(c) {
            let word = self.rest().trim_start_matches(is_minus);
            if word.chars().next().is_some_and(|n| !n.is_whitespace() && n != ')') {
                self.tokens.push(Token::Not);
            }
            self.at = self.text.len() - word.len();
        } else {
            self.chunk();
        }
    }

    /// The text up to the next quotation mark and where it begins; moves behind the mark.
    fn quoted(&mut self) -> Option<(&'a str, usize)> {
        let (rest, base) = (self.rest(), self.at);
        let (end, mark) = rest.char_indices().find(|(_, c)| is_double_quote(*c))?;
        self.at += end + mark.len_utf8();
        Some((rest.get(..end)?, base))
    }

    /// Reads what stands between quotation marks, behind the first of them.
    fn phrase(&mut self) {
        let Some((inside, base)) = self.quoted() else {
            self.unclosed = true;
            self.notes
                .add("A quotation mark is not closed; the words after it are searched as words.");
            return;
        };
        let slop = self.rest().strip_prefix('~').map(|after| {
            let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            self.at += 1 + digits;
            after.get(..digits).unwrap_or("")
        });
        let words: Vec<Typed> = words(inside, base).into_iter().flat_map(|w| w.parts).collect();
        let shown = plain_spaces(inside);
        let open = shown.strip_suffix('*').is_some_and(|s| s.ends_with(char::is_alphanumeric));
        match (slop, words.len()) {
            (_, 0) => {}
            (Some(""), _) => {
                self.notes.add(
                    "A “~” behind quoted words needs a number of words that may stand between \
                     them; it was passed over.",
                );
                self.exact(words, open, shown);
            }
            (Some(_), 1) => {
                self.notes.add("A single word has no distance; it is searched as a word.");
                let shown = shown.trim_end_matches('*').to_owned();
                self.tokens.push(Token::Word(Word { parts: words, shown }));
            }
            (Some(digits), _) => {
                // What is too long to be a number is longer than any sentence.
                let slop = digits.parse().unwrap_or(u32::MAX);
                if open {
                    self.notes.add("A “*” beside a distance was passed over.");
                }
                self.tokens.push(Token::Near { words, slop, shown });
            }
            (None, _) => self.exact(words, open, shown),
        }
    }

    fn exact(&mut self, mut words: Vec<Typed>, open: bool, shown: String) {
        words.iter_mut().for_each(|w| w.exact = true);
        self.tokens.push(Token::Phrase { words, open, shown });
    }

    /// Reads one stretch without white space, brackets and quotation marks.
    fn chunk(&mut self) {
        let (rest, base) = (self.rest(), self.at);
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_double_quote(c);
        let chunk = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or("");
        self.at += chunk.len();
        match chunk {
            "AND" | "&&" => return self.tokens.push(Token::And),
            "OR" | "||" => return self.tokens.push(Token::Or),
            "NOT" => return self.tokens.push(Token::Not),
            _ => {}
        }
        if self.field(chunk, base) {
            return;
        }
        let mut found = words(chunk, base);
        let ending = chunk.trim_end_matches(|c: char| c.is_ascii_digit());
        if chunk.ends_with('*') {
            let last = found.pop();
            self.words(found);
            self.tokens.extend(last.map(Token::Prefix));
        } else if ending.ends_with('~') && !found.is_empty() {
            let digits = chunk.get(ending.len()..).unwrap_or("");
            // The digits behind the mark are read as a word of their own.
            if !digits.is_empty() {
                found.pop();
            }
            let edits = if digits.is_empty() { None } else { Some(self.edits(digits)) };
            self.tokens.extend(found.into_iter().map(|w| Token::Fuzzy(w, edits)));
        } else {
            if chunk.contains('*') && !found.is_empty() {
                self.notes.add("A “*” counts only at the end of a word.");
            }
            self.words(found);
        }
    }

    fn edits(&mut self, digits: &str) -> u8 {
        let edits = digits.parse().unwrap_or(u8::MAX);
        if edits > MAX_EDITS {
            self.notes.add(format!("Words are searched with at most {MAX_EDITS} letters changed."));
        }
        edits.min(MAX_EDITS)
    }

    fn words(&mut self, words: Vec<Word>) {
        self.tokens.extend(words.into_iter().map(Token::Word));
    }

    /// Reads a field and its values, if that is what the stretch is.
    fn field(&mut self, chunk: &str, base: usize) -> bool {
        let Some((name, value)) = chunk.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphabetic()) {
            return false;
        }
        let Some(field) = Field::named(name) else {
            if value.chars().any(char::is_alphanumeric) && !value.starts_with("//") {
                let name = short(name);
                self.notes.add(format!(
                    "“{name}:” is no part of the query language; it is searched as words."
                ));
            }
            return false;
        };
        let from = base + name.len() + 1;
        if value.is_empty() && self.peek().is_some_and(is_double_quote) && !self.unclosed {
            self.at += self.peek().map_or(0, char::len_utf8);
            if let Some((inside, base)) = self.quoted() {
                let text = inside.trim().to_owned();
                let value = Value { text, words: words(inside, base) };
                return self.value(field, vec![value], name);
            }
            self.unclosed = true;
            self.notes
                .add("A quotation mark is not closed; the words after it are searched as words.");
        }
        let mut values = Vec::new();
        let mut at = from;
        for part in value.split('|') {
            if !part.is_empty() {
                values.push(Value { text: part.to_owned(), words: words(part, at) });
            }
            at += part.len() + 1;
        }
        self.value(field, values, name)
    }

    /// Enters a field; `false` where it has no value.
    fn value(&mut self, field: Field, values: Vec<Value>, name: &str) -> bool {
        if values.iter().all(|v| !v.text.chars().any(char::is_alphanumeric)) {
            self.notes.add(format!("“{name}:” has no value behind it; it is searched as words."));
            return false;
        }
        self.tokens.push(Token::Field(field, values));
        true
    }
}
