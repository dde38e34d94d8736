//! Recognising page furniture by its words (`lexicon/furniture.tsv`).

use super::BlockKind;
use crate::lexicon;
use crate::map::HashMap;

/// What a phrase says about its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The words, as in the table.
    pub words: &'static str,
    /// The kind of line.
    pub kind: BlockKind,
    /// What follows from it for the lines around.
    pub role: &'static str,
}

/// The furniture table, arranged for look-up.
pub(super) struct Phrases {
    whole: HashMap<&'static str, Phrase>,
    /// By first word.
    start: HashMap<&'static str, Vec<Phrase>>,
    end: Vec<Phrase>,
    part: Vec<Phrase>,
}

/// The longest phrase of the kind "whole", in words, that is looked for in a run of furniture.
const LONGEST: usize = 6;

impl Phrases {
    /// Reads the table.
    pub fn new() -> Self {
        let mut out = Self {
            whole: HashMap::default(),
            start: HashMap::default(),
            end: Vec::new(),
            part: Vec::new(),
        };
        for [words, place, kind, role] in lexicon::FURNITURE.rows::<4>() {
            let Some(kind) = BlockKind::parse(kind) else { continue };
            let phrase = Phrase { words, kind, role };
            match place {
                "whole" => {
                    out.whole.insert(words, phrase);
                }
                "start" => out.start.entry(first_word(words)).or_default().push(phrase),
                "end" => out.end.push(phrase),
                _ => out.part.push(phrase),
            }
        }
        out
    }

    /// The phrase that the whole of `plain` is.
    pub fn whole(&self, plain: &str) -> Option<Phrase> {
        let key = key(plain);
        self.whole.get(key.as_str()).copied()
    }

    /// The phrase of which `plain`, a short line, begins, ends, or has a part.
    pub fn within(&self, plain: &str, kinds: &[BlockKind]) -> Option<Phrase> {
        let digits = digits(plain);
        let line = digits.as_str();
        let starts = self.start.get(first_word(line)).into_iter().flatten();
        let found = starts
            .filter(|p| begins(line, p.words))
            .max_by_key(|p| p.words.len())
            .or_else(|| self.end.iter().find(|p| ends(line, p.words)))
            .or_else(|| self.part.iter().find(|p| line.contains(p.words)));
        found.copied().filter(|p| kinds.is_empty() || kinds.contains(&p.kind))
    }

    /// Whether the line is a run of furniture phrases ("Share Tweet Email", "Home World Sport");
    /// then the first phrase, else how many bytes of such a run it begins with.
    pub fn run(&self, text: &str) -> (Option<Phrase>, usize) {
        // Most lines are no furniture, and their first words show it.
        let opening = spaced(text, LONGEST);
        let known = |n: usize| {
            let key: Vec<&str> = opening.iter().take(n).map(|(_, w)| w.as_str()).collect();
            self.whole.contains_key(key.join(" ").as_str())
        };
        if !(1..=opening.len()).any(known) {
            return (None, 0);
        }
        let words: Vec<(usize, String)> = spaced(text, usize::MAX);
        let mut first = None;
        let (mut at, mut upto) = (0, 0);
        while at < words.len() && at < 60 {
            let longest = LONGEST.min(words.len() - at);
            let found = (1..=longest).rev().find_map(|n| {
                let key: Vec<&str> = words[at..at + n].iter().map(|(_, w)| w.as_str()).collect();
                Some((n, *self.whole.get(key.join(" ").as_str())?))
            });
            // Counters stand between buttons.
            let counter = words.get(at).is_some_and(|(_, w)| w == "0") && first.is_some();
            let (n, phrase) = match found {
                Some((n, phrase)) => (n, Some(phrase)),
                None if counter => (1, None),
                None => return (None, upto),
            };
            first = first.or(phrase);
            at += n;
            upto = words.get(at).map_or(text.len(), |(from, _)| *from);
        }
        if at < words.len() { (None, upto) } else { (first, upto) }
    }
}

fn first_word(text: &str) -> &str {
    text.split([' ', ':', '.', ',']).next().unwrap_or("")
}

/// `phrase` at the start of `line`, not in the middle of a word.
fn begins(line: &str, phrase: &str) -> bool {
    let Some(rest) = line.strip_prefix(phrase) else { return false };
    let open = phrase.chars().next_back().is_some_and(char::is_alphanumeric);
    !open || !rest.starts_with(char::is_alphanumeric)
}

fn ends(line: &str, phrase: &str) -> bool {
    let line = line.trim_end_matches(['.', ' ']);
    let Some(rest) = line.strip_suffix(phrase) else { return false };
    let open = phrase.chars().next().is_some_and(char::is_alphanumeric);
    !open || !rest.ends_with(char::is_alphanumeric)
}

/// A line as the table writes it: without marks at the ends, numbers as `0`.
fn key(plain: &str) -> String {
    let mark = |c: char| !(c.is_alphanumeric() || matches!(c, '(' | ')' | '?' | '+' | '.'));
    digits(plain.trim_matches(mark).trim_end_matches('.'))
}

/// Runs of digits as one `0`; commas and dots between digits belong to the run.
fn digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            out.push(c);
            continue;
        }
        out.push('0');
        while let Some(next) = chars.next_if(|n| n.is_ascii_digit() || matches!(n, ',' | '.')) {
            if !next.is_ascii_digit() && !chars.peek().is_some_and(char::is_ascii_digit) {
                out.push(next);
                break;
            }
        }
    }
    out
}

/// The words of a line with their offsets; buttons that were glued together
/// ("standardsDiscussion") come apart at the capital. Stops once there are `most`.
fn spaced(text: &str, most: usize) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut from = None;
    let mut small = 0;
    let push = |from: &mut Option<usize>, to: usize, out: &mut Vec<(usize, String)>| {
        if let Some(start) = from.take() {
            let word = super::line::plain(text.get(start..to).unwrap_or(""));
            let word = key(&word);
            if !word.is_empty() {
                out.push((start, word));
            }
        }
    };
    for (at, c) in text.char_indices() {
        if out.len() >= most {
            return out;
        }
        if c.is_whitespace() || matches!(c, '|' | '·' | '•') {
            push(&mut from, at, &mut out);
            small = 0;
            continue;
        }
        if c.is_uppercase() && small >= 2 {
            push(&mut from, at, &mut out);
        }
        small = if c.is_lowercase() { small + 1 } else { 0 };
        from.get_or_insert(at);
    }
    push(&mut from, text.len(), &mut out);
    out
}
