//! Random articles of few words, and what the slow scan reads of them.

use crate::library::{self, Made, Text};
use parallax::attribution::AttributionKind;
use parallax::entity::EntityType;
use parallax::search::{ActorEntry, Index, Label, Naming};
use parallax::span::Span;
use proptest::prelude::*;

pub const WORDS: [&str; 11] =
    ["port", "ports", "storm", "Elsin", "de-mine", "fleet", "forts", "the", "Zorn", "Zed", "group"];
/// The words before this one are nobody's name.
pub const PLAIN: usize = 8;
/// Words that queries may have alone; a function word has rules of its own.
pub const ALONE: usize = 7;
/// "Zed" and "group" (a common noun) are other labels of the person Zorn.
pub const ZORN: [&str; 3] = ["Zorn", "Zed", "group"];
pub const OUTLETS: [(&str, &str); 3] = [("gaz", "The Gazette"), ("her", "Daily Herald"), ("", "")];
/// Outlets that queries name; each has an empty article behind those of the corpus.
pub const KNOWN: usize = 2;
/// Dates with their first and last days.
pub const DATES: [(&str, &str, &str); 5] = [
    ("2017-03", "2017-03-01", "2017-03-31"),
    ("2017-03-15", "2017-03-15", "2017-03-15"),
    ("2017-09-20", "2017-09-20", "2017-09-20"),
    ("2016", "2016-01-01", "2016-12-31"),
    ("", "", ""),
];

/// Somebody is quoted: words `from` up to `to` of a sentence, by the word `source` of it.
#[derive(Clone, Debug)]
pub struct Quote {
    pub sentence: usize,
    pub from: usize,
    pub to: usize,
    pub source: usize,
    pub speech: bool,
}

#[derive(Clone, Debug)]
pub struct Article {
    /// Sentences of headline, caption and body.
    pub fields: [Vec<Vec<usize>>; 3],
    pub outlet: usize,
    pub date: usize,
    pub quotes: Vec<Quote>,
}

/// A word or part of a compound at one position.
#[derive(Clone, Debug)]
pub struct Position {
    pub form: String,
    pub sentence: usize,
    pub field: usize,
    /// The word of the sentence it belongs to, and that as it is written.
    pub word: usize,
    pub written: &'static str,
}

impl Article {
    pub fn sentences(&self) -> Vec<&Vec<usize>> {
        self.fields.iter().flatten().collect()
    }

    /// Every position in order.
    pub fn words(&self) -> Vec<Position> {
        let mut out = Vec::new();
        let mut sentence = 0;
        for (field, sentences) in self.fields.iter().enumerate() {
            for words in sentences {
                for (word, w) in words.iter().enumerate() {
                    let written = WORDS[*w];
                    for form in parts(written) {
                        out.push(Position { form, sentence, field, word, written });
                    }
                }
                sentence += 1;
            }
        }
        out
    }
}

pub fn parts(word: &str) -> Vec<String> {
    word.to_lowercase().split('-').map(str::to_owned).collect()
}

/// Mostly a few of the words, so that they meet often.
pub fn word() -> impl Strategy<Value = usize> + Clone {
    prop_oneof![3 => prop::sample::select(vec![0, 1, 4, 8]), 1 => 0..WORDS.len()]
}

pub fn corpus() -> impl Strategy<Value = Vec<Article>> {
    let sentence = || prop::collection::vec(word(), 1..8);
    let sentences = move |most| prop::collection::vec(sentence(), 0..=most);
    let quote = (any::<prop::sample::Index>(), 0..8usize, 0..8usize, 0..8usize, any::<bool>());
    let article = (
        [sentences(1), sentences(1), sentences(3)],
        0..OUTLETS.len(),
        0..DATES.len(),
        prop::collection::vec(quote, 0..3),
    );
    let article = article.prop_map(|(fields, outlet, date, quotes)| {
        let mut article = Article { fields, outlet, date, quotes: Vec::new() };
        let lengths: Vec<usize> = article.sentences().iter().map(|s| s.len()).collect();
        for (sentence, a, b, source, speech) in quotes {
            if lengths.is_empty() {
                continue;
            }
            let sentence = sentence.index(lengths.len());
            let length = lengths[sentence];
            let (a, b) = (a % length, b % length);
            let (from, to) = (a.min(b), a.max(b) + 1);
            article.quotes.push(Quote { sentence, from, to, source: source % length, speech });
        }
        article
    });
    prop::collection::vec(article, 0..6)
}

/// An article as it was indexed, with the ranges of its positions.
pub struct Indexed {
    spans: Vec<Span>,
}

impl Indexed {
    /// The positions inside a mark.
    pub fn positions(&self, mark: Span) -> Vec<usize> {
        (0..self.spans.len()).filter(|p| mark.covers(self.spans[*p])).collect()
    }
}

fn text(sentences: &[Vec<usize>]) -> String {
    let sentence = |s: &Vec<usize>| s.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ");
    // An empty line ends a sentence for certain.
    sentences.iter().map(sentence).collect::<Vec<_>>().join("\n\n")
}

pub fn index(corpus: &[Article]) -> (Index, Vec<Indexed>) {
    let mut index = Index::default();
    let mut out = Vec::new();
    let mut mentions = Vec::new();
    for (number, article) in corpus.iter().enumerate() {
        let [headline, caption, body] = [0, 1, 2].map(|f| text(&article.fields[f]));
        let of = Text {
            headline: &headline,
            caption: &caption,
            body: &body,
            outlet: OUTLETS[article.outlet],
            date: DATES[article.date].0,
            quotes: &[],
        };
        let mut made = library::made(&of);
        assert_eq!(made.doc.sentences.len(), article.sentences().len());
        for quote in &article.quotes {
            say(&mut made, quote);
        }
        library::add(&mut index, &of, &made);
        for (i, token) in made.doc.tokens.iter().enumerate() {
            let label = ZORN.iter().position(|z| *z == token.span.of(&made.text));
            let sentence = made.doc.sentences.iter().position(|s| s.tokens.contains(&i));
            if let (Some(label), Some(sentence)) = (label, sentence) {
                mentions.push(Naming { article: number, sentence, span: token.span, label });
            }
        }
        let spans = made.doc.tokens.iter().flat_map(|t| {
            let mut at = t.span.start as usize;
            parts(t.span.of(&made.text)).into_iter().map(move |part| {
                let span = Span::new(at, at + part.len());
                at += part.len() + 1;
                span
            })
        });
        out.push(Indexed { spans: spans.collect() });
    }
    // A name of an outlet without an article would be searched as words.
    for outlet in OUTLETS.into_iter().take(KNOWN) {
        let of = Text { outlet, ..Text::default() };
        library::add(&mut index, &of, &library::made(&of));
    }
    let labels = ZORN.map(|z| Label { text: z.to_owned(), nominal: z == "group" });
    index.set_actors(vec![ActorEntry {
        id: "zorn".to_owned(),
        name: "Zorn".to_owned(),
        kind: EntityType::Person,
        labels: labels.to_vec(),
        mentions,
    }]);
    (index, out)
}

fn say(made: &mut Made, quote: &Quote) {
    let first = made.doc.sentences[quote.sentence].tokens.start;
    let span = |word: usize| made.doc.tokens[first + word].span;
    let content = span(quote.from).join(span(quote.to - 1));
    made.say(span(quote.source), content, AttributionKind::Indirect, quote.speech);
}
