//! JSON files that people may write: read with the line of every value, written to be read.
//!
//! Small on purpose, and the same in the browser and in a terminal. Numbers are kept as written;
//! whoever reads one knows what it must be.

use std::fmt::Write as _;

/// How deep values may nest.
const DEEPEST: usize = 32;

/// A value, and the line on which it begins (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json {
    /// Line.
    pub line: usize,
    /// Value.
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its fields in order, none twice.
    Object(Vec<(String, Json)>),
}

impl Value {
    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Reads one value and nothing after it. What is wrong is said with its line.
pub fn read(text: &str) -> Result<Json, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { text, at: 0, line: 1 };
    reader.space();
    let value = reader.value(0)?;
    reader.space();
    match reader.peek() {
        None => Ok(value),
        Some(c) => Err(reader.wrong(&format!("there is {c:?} after the end"))),
    }
}

/// A string with its quotation marks.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            // What cannot be seen is written so that it can be.
            c if c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|c| matches!(c, ' ' | '\t' | '\r' | '\n')) {
            self.next();
        }
    }

    fn wrong(&self, what: &str) -> String {
        format!("line {}: {what}", self.line)
    }

    fn missing(&self, what: &str) -> String {
        match self.peek() {
            None => self.wrong(&format!("the text ends where {what} is missing")),
            Some(c) => self.wrong(&format!("there is {c:?} where {what} is missing")),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, String> {
        if depth > DEEPEST {
            return Err(self.wrong("values are nested too deep"));
        }
        let line = self.line;
        let value = match self.peek() {
            Some('"') => Value::Text(self.text()?),
            Some('{') => Value::Object(self.object(depth)?),
            Some('[') => Value::List(self.list(depth)?),
            Some(c) if c == '-' || c.is_ascii_digit() => self.number()?,
            Some(c) if c.is_ascii_alphabetic() => self.word()?,
            _ => return Err(self.missing("a value")),
        };
        Ok(Json { line, value })
    }

    fn run(&mut self, of: fn(char) -> bool) -> String {
        let from = self.at;
        while self.peek().is_some_and(of) {
            self.next();
        }
        self.text.get(from..self.at).unwrap_or("").to_owned()
    }

    fn number(&mut self) -> Result<Value, String> {
        let digits = self.run(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'));
        Ok(Value::Number(digits))
    }

    fn word(&mut self) -> Result<Value, String> {
        match self.run(|c| c.is_ascii_alphanumeric()).as_str() {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            "null" => Ok(Value::Null),
            _ => Err(self.wrong("there is a word without quotation marks")),
        }
    }

    fn text(&mut self) -> Result<String, String> {
        self.next();
        let mut out = String::new();
        loop {
            match self.peek() {
                None => return Err(self.wrong("a text does not end")),
                Some('"') => {
                    self.next();
                    return Ok(out);
                }
                Some('\\') => {
                    self.next();
                    out.push(self.escaped()?);
                }
                Some('\n') => return Err(self.wrong("a text does not end on its line")),
                Some(c) => {
                    out.push(c);
                    self.next();
                }
            }
        }
    }

    fn escaped(&mut self) -> Result<char, String> {
        Ok(match self.next() {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('u') => {
                let high = self.hex()?;
                let code = if (0xd800..0xdc00).contains(&high) {
                    let pair = (self.next(), self.next());
                    let low = if pair == (Some('\\'), Some('u')) { self.hex()? } else { 0 };
                    if !(0xdc00..0xe000).contains(&low) {
                        return Err(self.wrong("half a character stands after \\u"));
                    }
                    0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
                } else {
                    high
                };
                char::from_u32(code)
                    .ok_or_else(|| self.wrong("half a character stands after \\u"))?
            }
            _ => return Err(self.wrong("there is no such character after \\")),
        })
    }

    fn hex(&mut self) -> Result<u32, String> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.next().and_then(|c| c.to_digit(16));
            code =
                code * 16 + digit.ok_or_else(|| self.wrong("\\u needs four hexadecimal digits"))?;
        }
        Ok(code)
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Json>, String> {
        self.next();
        let mut out = Vec::new();
        self.space();
        if self.peek() == Some(']') {
            self.next();
            return Ok(out);
        }
        loop {
            self.space();
            out.push(self.value(depth + 1)?);
            self.space();
            match self.peek() {
                Some(',') => self.next(),
                Some(']') => {
                    self.next();
                    return Ok(out);
                }
                _ => return Err(self.missing("a comma or ]")),
            };
        }
    }

    fn object(&mut self, depth: usize) -> Result<Vec<(String, Json)>, String> {
        self.next();
        let mut out: Vec<(String, Json)> = Vec::new();
        self.space();
        if self.peek() == Some('}') {
            self.next();
            return Ok(out);
        }
        loop {
            self.space();
            if self.peek() != Some('"') {
                return Err(self.missing("the name of a field"));
            }
            let name = self.text()?;
            if out.len() >= DEEPEST {
                return Err(self.wrong("an object has too many fields"));
            }
            if out.iter().any(|(n, _)| *n == name) {
                return Err(self.wrong(&format!("the field {} stands twice", quote(&name))));
            }
            self.space();
            if self.peek() != Some(':') {
                return Err(self.missing("a colon"));
            }
            self.next();
            self.space();
            let value = self.value(depth + 1)?;
            out.push((name, value));
            self.space();
            match self.peek() {
                Some(',') => self.next(),
                Some('}') => {
                    self.next();
                    return Ok(out);
                }
                _ => return Err(self.missing("a comma or }")),
            };
        }
    }
}
