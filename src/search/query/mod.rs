//! The query language: from what was typed to a tree of what is looked for. Parsing never fails.
//!
//! ```text
//! either := seq (OR seq)*          seq  := all+          all := not (AND not)*
//! not    := (NOT | -)* atom        atom := ( either ) | "exact words" | actor:name | liberat* | word
//! ```
//! Plain words side by side need not all occur. Whatever else stands beside them must.

mod date;
mod tree;

pub(super) use date::Days;
pub(super) use tree::{Field, Filter, Leaf, Node, Query, Scope, Term};

use super::actors::Actors;
use super::parts::{self, Part};
use crate::map::SmallMap;
use crate::order::Order;
use crate::text::{Commonness, commonness};

/// Brackets inside brackets beyond this depth are passed over.
const MAX_DEPTH: usize = 32;
/// Distinct things looked for in one query; what comes after is left out with a note.
const MAX_LEAVES: usize = 256;

#[derive(Clone, Debug)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    /// A plain word or hyphenated compound, with its text.
    Word(Vec<String>, String),
    Phrase(Vec<String>, String),
    Prefix(Vec<String>, String),
    Actor(Vec<usize>, String),
}

fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}')
}

fn forms(parts: impl IntoIterator<Item = Part>) -> Vec<String> {
    parts.into_iter().map(|p| p.form).collect()
}

/// A query of plain words only: every mark is passed over, nothing is an operator.
pub(super) fn plain(text: &str) -> Query {
    let mut builder = Builder { query: Query::default(), known: SmallMap::default(), cut: 0 };
    let mut nodes = Vec::new();
    for form in parts::of_text(text).into_iter().flatten().map(|p| p.form) {
        nodes.extend(builder.term(Leaf::Word(form.clone()), form, true, true));
    }
    builder.finish(Some(Node::Seq(nodes)))
}

/// Reads a query.
pub(super) fn parse(text: &str, actors: &Actors) -> Query {
    let mut notes = Vec::new();
    let tokens = lex(text, actors, &mut notes);
    let query = Query { notes, ..Query::default() };
    let mut parser = Parser {
        tokens,
        at: 0,
        depth: 0,
        actors,
        builder: Builder { query, known: SmallMap::default(), cut: 0 },
    };
    let mut nodes = Vec::new();
    loop {
        nodes.extend(parser.either(true));
        match parser.tokens.get(parser.at) {
            None => break,
            Some(token) => {
                if matches!(token, Token::Close) {
                    parser.note("A closing bracket without an opening one was passed over.");
                }
                parser.at += 1;
            }
        }
    }
    let root = if nodes.len() > 1 { Some(Node::Seq(nodes)) } else { nodes.pop() };
    parser.builder.finish(root)
}

fn lex(text: &str, actors: &Actors, notes: &mut Vec<String>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut unclosed = false;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c.is_whitespace() {
            rest = after;
        } else if c == '(' {
            tokens.push(Token::Open);
            rest = after;
        } else if c == ')' {
            tokens.push(Token::Close);
            rest = after;
        } else if is_double_quote(c) {
            rest = after;
            if unclosed {
                continue;
            }
            match quoted(after) {
                Some((inside, next)) => {
                    let forms = forms(parts::of_text(inside).into_iter().flatten());
                    if !forms.is_empty() {
                        tokens.push(Token::Phrase(forms, inside.trim().to_owned()));
                    }
                    rest = next;
                }
                None => {
                    unclosed = true;
                    notes.push(
                        "A quotation mark is not closed; the words after it are searched as words."
                            .to_owned(),
                    );
                }
            }
        } else if c == '-' {
            let word = after.trim_start_matches('-');
            if word.chars().next().is_some_and(|n| !n.is_whitespace() && n != ')') {
                tokens.push(Token::Not);
            }
            rest = word;
        } else if c == '+' {
            rest = after;
        } else {
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_double_quote(c))
                .unwrap_or(rest.len());
            let chunk = &rest[..end];
            rest = &rest[end..];
            rest = chunk_tokens(chunk, rest, actors, &mut tokens, notes);
        }
    }
    tokens
}

/// The text up to the next double quotation mark, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (end, mark) = text.char_indices().find(|(_, c)| is_double_quote(*c))?;
    Some((&text[..end], &text[end + mark.len_utf8()..]))
}

/// Reads one stretch without white space; hands back what is left of the query.
fn chunk_tokens<'t>(
    chunk: &str,
    rest: &'t str,
    actors: &Actors,
    tokens: &mut Vec<Token>,
    notes: &mut Vec<String>,
) -> &'t str {
    match chunk {
        "AND" | "&&" => tokens.push(Token::And),
        "OR" | "||" => tokens.push(Token::Or),
        "NOT" => tokens.push(Token::Not),
        _ => {
            if let Some((field, value)) = chunk.split_once(':') {
                let field = field.to_ascii_lowercase();
                if field == "actor" {
                    let quote = rest.chars().next().filter(|c| is_double_quote(*c));
                    let inside = quote.filter(|_| value.is_empty());
                    let inside = inside.and_then(|c| quoted(&rest[c.len_utf8()..]));
                    let (name, rest) = inside.unwrap_or((value, rest));
                    let found = actors.by_field(name);
                    if found.is_empty() {
                        if !name.is_empty() {
                            notes.push(format!(
                                "No actor is called “{name}”; it is searched as words."
                            ));
                        }
                        words(name, tokens);
                    } else {
                        tokens.push(Token::Actor(found, name.to_owned()));
                    }
                    return rest;
                }
                if ["outlet", "type", "date", "in", "place", "speaker", "label"]
                    .contains(&field.as_str())
                    && !value.is_empty()
                {
                    notes.push(format!(
                        "“{field}:” is no part of the query language; it is searched as words. Filters stand beside the results."
                    ));
                }
            }
            match chunk.strip_suffix('*') {
                Some(start) if start.chars().any(char::is_alphanumeric) => {
                    let start = start.trim_end_matches('*');
                    let forms = forms(parts::of_text(start).into_iter().flatten());
                    if !forms.is_empty() {
                        tokens.push(Token::Prefix(forms, start.to_owned()));
                    }
                }
                _ => words(chunk, tokens),
            }
        }
    }
    rest
}

fn words(text: &str, tokens: &mut Vec<Token>) {
    for parts in parts::of_text(text) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
        let shown = first.span.join(last.span).of(text).to_owned();
        tokens.push(Token::Word(forms(parts), shown));
    }
}

struct Builder {
    query: Query,
    known: SmallMap<Leaf, usize>,
    cut: usize,
}

impl Builder {
    fn term(&mut self, leaf: Leaf, shown: String, positive: bool, plain: bool) -> Option<Node> {
        let next = self.query.terms.len();
        if let Some(i) = self.known.get(&leaf).copied() {
            let term = &mut self.query.terms[i];
            term.count += u32::from(positive);
            term.positive |= positive;
            term.plain &= plain;
            return Some(Node::Term(i));
        }
        if next >= MAX_LEAVES {
            self.cut += 1;
            return None;
        }
        *self.known.slot(leaf.clone()) = next;
        self.query.terms.push(Term {
            leaf,
            scope: None,
            shown,
            count: u32::from(positive),
            positive,
            plain,
        });
        Some(Node::Term(next))
    }

    /// Leaves function words out unless there is nothing else, and notes what was left out.
    fn finish(mut self, root: Option<Node>) -> Query {
        let terms = &self.query.terms;
        let any_content = terms.iter().any(|t| t.positive && !is_function(&t.leaf));
        let mut left_out: Vec<usize> = Vec::new();
        self.query.root = root.and_then(|node| {
            prune(node, &|i| !any_content || !is_function(&terms[i].leaf), &mut left_out)
        });
        left_out.order();
        left_out.dedup();
        if !left_out.is_empty() {
            let words: Vec<&str> =
                left_out.iter().take(8).map(|i| terms[*i].shown.as_str()).collect();
            let more = if left_out.len() > 8 { " …" } else { "" };
            self.query.notes.push(format!(
                "Left out as too common: {}{more}. In quotation marks they count.",
                words.join(", ")
            ));
        }
        for i in left_out {
            self.query.terms[i].positive = false;
        }
        if self.cut > 0 {
            self.query.notes.push(format!(
                "The query is very long; only its first {MAX_LEAVES} different words were searched."
            ));
        }
        self.query
    }
}

fn is_function(leaf: &Leaf) -> bool {
    matches!(leaf, Leaf::Word(form) if commonness(form) == Commonness::Function)
}

fn prune(node: Node, keep: &dyn Fn(usize) -> bool, left_out: &mut Vec<usize>) -> Option<Node> {
    let mut list = |nodes: Vec<Node>| -> Vec<Node> {
        nodes.into_iter().filter_map(|n| prune(n, keep, left_out)).collect()
    };
    let nodes = match node {
        Node::Term(i) if keep(i) => return Some(Node::Term(i)),
        Node::Term(i) => {
            left_out.push(i);
            return None;
        }
        Node::Where(filter) => return Some(Node::Where(filter)),
        Node::Not(inner) => return Some(Node::Not(inner)),
        Node::All(nodes) => (list(nodes), Node::All as fn(Vec<Node>) -> Node),
        Node::Any(nodes) => (list(nodes), Node::Any as fn(Vec<Node>) -> Node),
        Node::Seq(nodes) => (list(nodes), Node::Seq as fn(Vec<Node>) -> Node),
    };
    match nodes {
        (nodes, _) if nodes.is_empty() => None,
        (nodes, make) => Some(make(nodes)),
    }
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    actors: &'a Actors,
    builder: Builder,
}

impl Parser<'_> {
    fn note(&mut self, note: &str) {
        if !self.builder.query.notes.iter().any(|n| n == note) {
            self.builder.query.notes.push(note.to_owned());
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn either(&mut self, positive: bool) -> Option<Node> {
        let mut nodes = Vec::new();
        nodes.extend(self.seq(positive));
        let mut joined = false;
        while matches!(self.peek(), Some(Token::Or)) {
            self.at += 1;
            let right = self.seq(positive);
            if nodes.is_empty() || right.is_none() {
                self.note("An OR without words on both sides was passed over.");
            } else {
                joined = true;
            }
            nodes.extend(right);
        }
        if joined { Some(Node::Any(nodes)) } else { nodes.pop() }
    }

    fn seq(&mut self, positive: bool) -> Option<Node> {
        let mut nodes = Vec::new();
        while !matches!(self.peek(), None | Some(Token::Or | Token::Close)) {
            nodes.extend(self.all(positive));
        }
        match nodes.len() {
            0 => None,
            // A single plain word stays in a sequence: nothing makes it optional there.
            _ => Some(Node::Seq(nodes)),
        }
    }

    fn all(&mut self, positive: bool) -> Vec<Node> {
        let first = self.not(positive, false);
        let mut nodes = first;
        if !matches!(self.peek(), Some(Token::And)) {
            return nodes;
        }
        // Only the last of a run of plain words is joined by AND.
        let left = nodes.pop();
        let mut all: Vec<Node> = left.into_iter().collect();
        while matches!(self.peek(), Some(Token::And)) {
            self.at += 1;
            let mut right = self.not(positive, true);
            if all.is_empty() || right.is_empty() {
                self.note("An AND without words on both sides was passed over.");
            }
            all.append(&mut right);
        }
        if all.len() > 1 {
            self.require(&all);
            nodes.push(Node::All(all));
        } else {
            nodes.append(&mut all);
        }
        nodes
    }

    /// Marks terms as ones that must occur.
    fn require(&mut self, nodes: &[Node]) {
        for node in nodes {
            if let Node::Term(i) = node {
                self.builder.query.terms[*i].plain = false;
            }
        }
    }

    /// One operand; a run of plain words yields several nodes unless `single`.
    fn not(&mut self, positive: bool, single: bool) -> Vec<Node> {
        let mut negated = false;
        let mut seen = false;
        while matches!(self.peek(), Some(Token::Not)) {
            negated = !negated;
            seen = true;
            self.at += 1;
        }
        let inner = positive ^ negated;
        let nodes = self.atom(inner, single || seen);
        if seen && nodes.is_empty() {
            self.note("A NOT without a word after it was passed over.");
        }
        if !negated {
            return nodes;
        }
        nodes.into_iter().map(|n| Node::Not(Box::new(n))).collect()
    }

    fn atom(&mut self, positive: bool, single: bool) -> Vec<Node> {
        let Some(token) = self.peek().cloned() else { return Vec::new() };
        match token {
            Token::Open => {
                self.at += 1;
                if self.depth >= MAX_DEPTH {
                    self.note("Brackets inside too many brackets were passed over.");
                    return Vec::new();
                }
                self.depth += 1;
                let inside = self.either(positive);
                self.depth -= 1;
                if matches!(self.peek(), Some(Token::Close)) {
                    self.at += 1;
                } else {
                    self.note("A bracket is not closed; it is taken to end with the query.");
                }
                inside.into_iter().collect()
            }
            Token::Word(..) => self.run(positive, single),
            Token::Phrase(forms, shown) => {
                self.at += 1;
                let leaf = Leaf::Phrase { forms, exact: true, open: false };
                self.builder.term(leaf, shown, positive, false).into_iter().collect()
            }
            Token::Prefix(mut forms, shown) => {
                self.at += 1;
                let mut nodes = Vec::new();
                let last = forms.pop();
                for form in forms {
                    let shown = form.clone();
                    nodes.extend(self.builder.term(Leaf::Word(form), shown, positive, true));
                }
                if let Some(start) = last {
                    nodes.extend(self.builder.term(Leaf::Prefix(start), shown, positive, true));
                }
                nodes
            }
            Token::Actor(actors, shown) => {
                self.at += 1;
                let leaf = Leaf::Actor(actors);
                self.builder.term(leaf, shown, positive, false).into_iter().collect()
            }
            Token::And => {
                self.at += 1;
                self.note("An AND without words on both sides was passed over.");
                Vec::new()
            }
            Token::Not | Token::Or | Token::Close => Vec::new(),
        }
    }

    /// A run of plain words; those that are a name of an actor are taken together, the longest
    /// first. With `single`, one word or name only.
    fn run(&mut self, positive: bool, single: bool) -> Vec<Node> {
        let mut nodes = Vec::new();
        while matches!(self.peek(), Some(Token::Word(..))) {
            let (used, node) = self.word(positive);
            self.at += used;
            nodes.extend(node);
            if single {
                break;
            }
        }
        nodes
    }

    fn word(&mut self, positive: bool) -> (usize, Option<Node>) {
        let mut forms: Vec<String> = Vec::new();
        let mut shown: Vec<String> = Vec::new();
        let mut best = None;
        for (used, token) in self.tokens[self.at..].iter().enumerate() {
            let Token::Word(parts, text) = token else { break };
            forms.extend(parts.iter().cloned());
            shown.push(text.clone());
            if forms.len() > self.actors.longest() {
                break;
            }
            let found = self.actors.by_name(&forms.join(" "), &shown.join(" "));
            if !found.is_empty() {
                best = Some((used + 1, forms.clone(), shown.join(" "), found));
            }
        }
        if let Some((used, forms, shown, actors)) = best {
            let leaf = Leaf::Name { forms, actors };
            return (used, self.builder.term(leaf, shown, positive, true));
        }
        let Some(Token::Word(forms, shown)) = self.peek().cloned() else { return (1, None) };
        let leaf = match forms.as_slice() {
            [form] => Leaf::Word(form.clone()),
            _ => Leaf::Phrase { forms, exact: false, open: false },
        };
        (1, self.builder.term(leaf, shown, positive, true))
    }
}
