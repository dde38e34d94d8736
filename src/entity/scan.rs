//! Sentences as pieces: tokens with their shape and word class, cut where a name is part of a
//! longer token ("US-led", "pro-Assad", "Syria's").

use super::known::{ARTICLE, Class, FUNCTION, Known, PREFIX, SPLIT};
use super::sound::{key, strip_possessive};
use crate::map::ByName;
use crate::span::Span;
use crate::text::{Document, TokenKind, fold};

/// How a piece is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter.
    Lower,
    /// A capital, then small letters (or an article, a hyphen and a capital: "al-Zor").
    Cap,
    /// Two letters or more, all capitals.
    Upper,
    /// One capital letter.
    Initial,
    /// Small letters with a capital inside ("iPhone").
    Mixed,
    /// Begins with a digit.
    Number,
    /// Punctuation or symbol.
    Mark,
}

/// What is known of a distinct word of the document.
pub(super) struct Info {
    /// Exact key, without a possessive ending.
    pub key: String,
    pub class: Class,
    /// For a hyphenated word: keys of its parts.
    parts: Vec<u32>,
    /// Which cut to make, if any.
    cut: Cut,
}

#[derive(Clone, Copy, PartialEq)]
enum Cut {
    None,
    /// "US-led": the name stands before the last hyphen.
    Before,
    /// "pro-Assad": the name stands after the first hyphen.
    After,
    /// "Israeli-Palestinian": two names.
    Both,
}

/// A token, or the part of a token that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Without a possessive ending.
    pub span: Span,
    /// Index into [`Words::infos`].
    pub word: u32,
    pub shape: Shape,
    /// Only white space (or nothing, within a token) lies before it.
    pub adjoins: bool,
    /// Whether it had a possessive ending, which closes a name.
    pub possessive: bool,
    /// Whether it is cut out of a longer token on the right ("US" of "US-led"), which closes a name.
    pub cut: bool,
    /// Whether it is a part of a hyphenated token ("US" of "US-led", "Assad" of "pro-Assad").
    pub part: bool,
    /// Begins a sentence, or what is written like one: after a quote mark, colon or bullet.
    pub first: bool,
    /// Index of its token.
    pub token: u32,
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Casing {
    /// Capitals mark names and beginnings.
    Plain,
    /// Nearly every word has one, as in headlines.
    Title,
    /// All letters are capitals.
    Caps,
}

/// The distinct words of a document, classified once.
pub(super) struct Words {
    pub infos: Vec<Info>,
    /// How often each distinct word is written small.
    pub lower: Vec<u32>,
}

impl Words {
    /// Classifies the words of `doc`.
    pub fn new(text: &str, doc: &Document, known: &Known) -> Self {
        let mut words = Self { infos: Vec::with_capacity(doc.words.len()), lower: Vec::new() };
        for word in &doc.words {
            let base = strip_possessive(&word.form);
            let mut class = known.class(base);
            // "we've", "I'll".
            if let Some((word, ending)) = base.split_once('\'')
                && matches!(ending, "ll" | "ve" | "d" | "re" | "m" | "t" | "s")
                && known.class(word) & FUNCTION != 0
            {
                class |= FUNCTION;
            }
            words.infos.push(Info { key: key(base), class, parts: Vec::new(), cut: Cut::None });
        }
        let mut parts: ByName<u32> = ByName::default();
        for (i, word) in doc.words.iter().enumerate() {
            let base = strip_possessive(&word.form);
            if !base.contains('-') || base.len() > 200 {
                continue;
            }
            let pieces: Vec<&str> = base.split('-').collect();
            let (Some(head), Some(tail)) = (pieces.first(), pieces.last()) else { continue };
            let whole = key(base);
            let cut = if known.exact(&whole).is_some() {
                Cut::None
            } else if splits(known, tail) {
                Cut::Before
            } else if known.class(head) & PREFIX != 0 {
                Cut::After
            } else if pieces.len() == 2
                && known.class(head) & ARTICLE == 0
                && pieces.iter().all(|p| known.exact(&key(p)).is_some())
            {
                Cut::Both
            } else {
                Cut::None
            };
            if cut == Cut::None {
                continue;
            }
            let names: Vec<String> = match cut {
                Cut::Before => vec![pieces[..pieces.len() - 1].join("-")],
                Cut::After => vec![pieces[1..].join("-")],
                _ => pieces.iter().map(|p| (*p).to_owned()).collect(),
            };
            let mut indices = Vec::new();
            for name in names {
                let next = words.infos.len() as u32;
                let index = *parts.or_insert(&name.clone(), next);
                if index == next {
                    let class = known.class(&name);
                    words.infos.push(Info {
                        key: key(&name),
                        class,
                        parts: Vec::new(),
                        cut: Cut::None,
                    });
                }
                indices.push(index);
            }
            if let Some(info) = words.infos.get_mut(i) {
                info.parts = indices;
                info.cut = cut;
            }
        }
        words.lower = vec![0; words.infos.len()];
        for token in &doc.tokens {
            if token.kind == TokenKind::Word
                && token.span.of(text).starts_with(char::is_lowercase)
                && let Some(count) = words.lower.get_mut(token.word as usize)
            {
                *count += 1;
            }
        }
        words
    }

    /// What is known of a piece's word.
    pub fn info(&self, piece: &Piece) -> &Info {
        // Every piece is made with an index into `infos`.
        &self.infos[piece.word as usize]
    }

    /// The piece's class.
    pub fn class(&self, piece: &Piece) -> Class {
        self.infos.get(piece.word as usize).map_or(0, |i| i.class)
    }

    /// The pieces of one sentence, into `out`.
    pub fn pieces(&self, text: &str, doc: &Document, sentence: usize, out: &mut Vec<Piece>) {
        out.clear();
        let Some(sentence) = doc.sentences.get(sentence) else { return };
        let mut first = true;
        let mut end = u32::MAX;
        for i in sentence.tokens.clone() {
            let Some(token) = doc.tokens.get(i) else { continue };
            let surface = token.span.of(text);
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                let opens = matches!(
                    surface,
                    "\"" | "“"
                        | "‘"
                        | "«"
                        | ":"
                        | "•"
                        | "*"
                        | "—"
                        | "–"
                        | "--"
                        | ";"
                        | "…"
                        | "..."
                        | "|"
                        | "·"
                        | ">"
                );
                let after_word = end == token.span.start;
                out.push(Piece {
                    span: token.span,
                    word: token.word,
                    shape: Shape::Mark,
                    adjoins: out.is_empty() || gap_is_space(text, end, token.span.start),
                    possessive: false,
                    cut: false,
                    part: false,
                    first: false,
                    token: i as u32,
                });
                // A straight quote mark opens only when it is not glued to the word before.
                first |= opens && !(surface == "\"" && after_word);
                end = token.span.end;
                continue;
            }
            let adjoins = gap_is_space(text, end, token.span.start);
            end = token.span.end;
            let base = surface_base(surface);
            let possessive = base.len() < surface.len();
            let Some(info) = self.infos.get(token.word as usize) else { continue };
            let at = token.span.start as usize;
            let whole = Piece {
                span: Span::new(at, at + base.len()),
                word: token.word,
                shape: shape(base, token.kind),
                adjoins,
                possessive,
                cut: false,
                part: false,
                first,
                token: i as u32,
            };
            first = false;
            let part = |from: usize, to: usize, nth: usize| Piece {
                span: Span::new(at + from, at + to),
                word: info.parts.get(nth).copied().unwrap_or(token.word),
                shape: shape(base.get(from..to).unwrap_or(""), token.kind),
                part: true,
                ..whole
            };
            let hyphen = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
            match info.cut {
                Cut::Before => match base.rfind(hyphen) {
                    Some(h) => out.push(Piece { cut: true, possessive: false, ..part(0, h, 0) }),
                    None => out.push(whole),
                },
                Cut::After => match base.char_indices().find(|(_, c)| hyphen(*c)) {
                    Some((h, c)) => out.push(Piece {
                        adjoins: false,
                        first: false,
                        ..part(h + c.len_utf8(), base.len(), 0)
                    }),
                    None => out.push(whole),
                },
                Cut::Both => match base.char_indices().find(|(_, c)| hyphen(*c)) {
                    Some((h, c)) => {
                        out.push(Piece { cut: true, possessive: false, ..part(0, h, 0) });
                        out.push(Piece {
                            adjoins: false,
                            first: false,
                            ..part(h + c.len_utf8(), base.len(), 1)
                        });
                    }
                    None => out.push(whole),
                },
                Cut::None => out.push(whole),
            }
        }
    }

    /// How the sentence uses capitals.
    pub fn casing(&self, text: &str, pieces: &[Piece]) -> Casing {
        // Headlines do not end in a full stop.
        let stopped = pieces.last().is_some_and(|p| p.span.of(text) == ".");
        let (mut words, mut caps, mut upper, mut long, mut long_caps) =
            (0u32, 0u32, 0u32, 0u32, 0u32);
        for piece in pieces {
            if matches!(piece.shape, Shape::Mark | Shape::Number) {
                continue;
            }
            words += 1;
            let capital = matches!(piece.shape, Shape::Cap | Shape::Upper | Shape::Initial);
            caps += u32::from(capital);
            upper += u32::from(piece.shape == Shape::Upper);
            if self.class(piece) & FUNCTION == 0 && piece.span.len() > 3 {
                long += 1;
                long_caps += u32::from(capital);
            }
        }
        if words >= 3 && upper * 4 >= words * 3 && long > 1 {
            Casing::Caps
        } else if !stopped
            && words >= 5
            && long >= 3
            && long_caps * 10 >= long * 9
            && caps * 3 >= words * 2
        {
            Casing::Title
        } else {
            Casing::Plain
        }
    }
}

/// Whether a last hyphenated part shows that what stands before it is a name of its own.
fn splits(known: &Known, tail: &str) -> bool {
    known.class(tail) & SPLIT != 0
        || tail.len() > 4 && (tail.ends_with("ed") || tail.ends_with("ing"))
}

/// The word as written, without `'s`.
fn surface_base(surface: &str) -> &str {
    for ending in ["'s", "\u{2019}s", "'S", "\u{2019}S", "\u{02BC}s", "`s", "\u{2018}s"] {
        if let Some(base) = surface.strip_suffix(ending) {
            return base;
        }
    }
    surface
}

fn gap_is_space(text: &str, from: u32, to: u32) -> bool {
    text.get(from as usize..to as usize).is_some_and(|gap| {
        gap.len() < 16 && gap.chars().all(char::is_whitespace) && !gap.contains('\n')
    })
}

fn shape(word: &str, kind: TokenKind) -> Shape {
    if kind == TokenKind::Number {
        return Shape::Number;
    }
    let (mut letters, mut capitals) = (0, 0);
    for c in word.chars() {
        letters += usize::from(c.is_alphabetic());
        capitals += usize::from(c.is_uppercase());
    }
    let first = word.chars().next().unwrap_or(' ');
    if first.is_uppercase() {
        if letters == 1 {
            Shape::Initial
        } else if capitals == letters {
            Shape::Upper
        } else {
            Shape::Cap
        }
    } else if capitals == 0 {
        Shape::Lower
    } else {
        match word.split_once('-') {
            Some((article, rest))
                if super::sound::is_article(&fold(article))
                    && rest.starts_with(char::is_uppercase) =>
            {
                Shape::Cap
            }
            _ => Shape::Mixed,
        }
    }
}
