//! Small libraries of made-up articles, and answers as readable lines.

use parallax::attribution::{Attribution, AttributionKind, SourceKind};
use parallax::entity::{EntityType, Form, Mention};
use parallax::ingest::{Block, BlockKind, PartialDate};
use parallax::search::{About, ActorEntry, Article, Index, Label, Naming};
use parallax::span::Span;
use parallax::text::{Document, analyse};

/// An article to be indexed.
#[derive(Clone, Copy, Default)]
pub struct Text<'a> {
    pub headline: &'a str,
    pub caption: &'a str,
    pub body: &'a str,
    /// Id and name.
    pub outlet: (&'a str, &'a str),
    pub date: &'a str,
    /// Who says what: the words for the source, the content, and whether it is said (or thought).
    /// The source names the speaker.
    pub quotes: &'a [(&'a str, &'a str, bool)],
}

/// An article as the index reads it.
pub struct Made {
    pub text: String,
    pub doc: Document,
    pub attributions: Vec<Attribution>,
    pub mentions: Vec<Mention>,
}

/// The text and its sentences: headline, caption and body, each of which may be empty.
pub fn made(of: &Text<'_>) -> Made {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let parts = [
        (BlockKind::Headline, of.headline),
        (BlockKind::Caption, of.caption),
        (BlockKind::Body, of.body),
    ];
    for (kind, part) in parts {
        let span = Span::new(text.len(), text.len() + part.len());
        blocks.push(Block { span, kind, reason: String::new() });
        text.push_str(part);
        text.push_str("\n\n");
    }
    let doc = analyse(&text, &blocks);
    let mut made = Made { text, doc, attributions: Vec::new(), mentions: Vec::new() };
    for (source, content, speech) in of.quotes {
        let (source, content) = (made.find(source), made.find(content));
        made.say(source, content, AttributionKind::Direct, *speech);
    }
    made
}

impl Made {
    fn find(&self, words: &str) -> Span {
        let at = self.text.find(words).unwrap_or_else(|| panic!("{words} stands in {}", self.text));
        Span::new(at, at + words.len())
    }

    /// Adds a quotation: who says what.
    pub fn say(&mut self, source: Span, content: Span, kind: AttributionKind, speech: bool) {
        let sentence = self.doc.sentence_at(source.start).expect("a source is covered");
        self.attributions.push(Attribution {
            source: vec![source],
            cue: Vec::new(),
            content: vec![content],
            kind,
            source_kind: SourceKind::Unknown,
            speaker: Some(self.mentions.len()),
            antecedent: None,
            sentence,
            speech,
        });
        self.mentions.push(Mention {
            span: source,
            sentence,
            kind: EntityType::Person,
            form: Form::Name,
            title: None,
            local: 0,
            reason: String::new(),
            known: None,
            sort: None,
        });
    }
}

/// An article as it is given to an index.
pub fn given<'a>(of: &Text<'a>, made: &'a Made) -> Article<'a> {
    let about = About {
        outlet: of.outlet.0,
        outlet_name: of.outlet.1,
        published: PartialDate::parse(of.date),
        attributions: &made.attributions,
        mentions: &made.mentions,
    };
    Article { text: &made.text, doc: &made.doc, about }
}

/// Adds an article to an index.
pub fn add(index: &mut Index, of: &Text<'_>, made: &Made) -> usize {
    let number = index.add(given(of, made));
    index.commit();
    number
}

/// Articles and their index.
pub struct Library {
    pub index: Index,
    pub articles: Vec<Made>,
}

impl Library {
    pub fn new(texts: &[Text<'_>]) -> Self {
        let mut index = Index::default();
        let articles: Vec<Made> = texts.iter().map(made).collect();
        for (of, made) in texts.iter().zip(&articles) {
            add(&mut index, of, made);
        }
        Self { index, articles }
    }

    /// Of articles with no more than a headline and a body.
    pub fn plain(texts: &[(&str, &str)]) -> Self {
        let texts = texts.iter().map(|(headline, body)| Text { headline, body, ..Text::default() });
        Self::new(&texts.collect::<Vec<_>>())
    }

    /// Sets what is known of actors: id, type and labels, the first of which is the name. A label
    /// without a capital is a common noun. Mentions are wherever a label stands as whole words.
    pub fn with(mut self, actors: &[(&str, EntityType, &[&str])]) -> Self {
        let actors = actors.iter().map(|(id, kind, labels)| self.actor(id, *kind, labels));
        let actors = actors.collect();
        self.index.set_actors(actors);
        self
    }

    fn actor(&self, id: &str, kind: EntityType, labels: &[&str]) -> ActorEntry {
        let mut mentions = Vec::new();
        for (article, made) in self.articles.iter().enumerate() {
            for (label, words) in labels.iter().enumerate() {
                for (at, found) in made.text.match_indices(words) {
                    let span = Span::new(at, at + found.len());
                    let whole = !made.text[at + found.len()..].starts_with(char::is_alphanumeric)
                        && !made.text[..at].ends_with(char::is_alphanumeric);
                    if let (true, Some(sentence)) = (whole, made.doc.sentence_at(span.start)) {
                        mentions.push(Naming { article, sentence, span, label });
                    }
                }
            }
        }
        mentions.sort();
        let labels = labels.iter().map(|text| Label {
            text: (*text).to_owned(),
            nominal: !text.contains(char::is_uppercase),
        });
        let labels: Vec<Label> = labels.collect();
        ActorEntry { id: id.to_owned(), name: labels[0].text.clone(), kind, labels, mentions }
    }

    /// The answer as lines: number of the article, then its marked words by sentence.
    pub fn shown(&self, query: &str) -> Vec<String> {
        let answer = self.index.search(query, 100);
        let hits = answer.hits.iter().map(|hit| {
            let text = &self.articles[hit.article].text;
            let sentences: Vec<String> = hit
                .sentences
                .iter()
                .map(|s| {
                    let marks: Vec<&str> = s.marks.iter().map(|m| m.of(text)).collect();
                    format!("{}[{}]", s.sentence, marks.join("|"))
                })
                .collect();
            format!("{} {}", hit.article, sentences.join(" ")).trim_end().to_owned()
        });
        hits.collect()
    }

    /// Each query finds these lines.
    pub fn finds(&self, table: &[(&str, &[&str])]) {
        for (query, expected) in table {
            assert_eq!(self.shown(query), *expected, "{query}");
        }
    }

    /// Each query is shown back so, with these notes.
    pub fn reads(&self, table: &[(&str, &str, &[&str])]) {
        for (query, understood, notes) in table {
            let answer = self.index.search(query, 10);
            assert_eq!(answer.understood, *understood, "{query}");
            assert_eq!(answer.notes, *notes, "{query}");
        }
    }

    /// Why each article matches.
    pub fn why(&self, query: &str) -> Vec<String> {
        let hits = self.index.search(query, 100).hits;
        hits.iter().map(|h| format!("{}: {}", h.article, h.why)).collect()
    }
}

/// Three articles about a harbour, in which most constructs find something.
pub fn harbour() -> Library {
    Library::new(&[
        Text {
            headline: "Harbour of Port-Elsin reopens",
            caption: "Ilse Müller, captain, in the harbour.",
            body: "The harbour of Port Elsin was reopened on Monday. Ships of the Red Fleet had left. \
                   “We won’t go back to the harbour,” Captain Ilse Müller said. She thinks the storm is over.",
            outlet: ("gazette", "The Elsin Gazette"),
            date: "2017-09-20",
            quotes: &[
                ("Captain Ilse Müller", "“We won’t go back to the harbour,”", true),
                ("She", "the storm is over", false),
            ],
        },
        Text {
            headline: "Dockers strike",
            body: "Dockers at Port Elsin have been striking since May. RF sailors and US-led teams took over. \
                   “The regime must leave the harbour. Its fleet will not go back,” a docker said. \
                   The U.S. said nothing of 1,200 jobs.",
            outlet: ("cnn", "CNN"),
            date: "2017-03",
            quotes: &[(
                "a docker",
                "“The regime must leave the harbour. Its fleet will not go back,”",
                true,
            )],
            ..Text::default()
        },
        Text {
            headline: "Storm warning",
            body: "A storm may hit the elsinian coast. Nobody is to go out of port.",
            ..Text::default()
        },
    ])
    .with(&[
        ("red-fleet", EntityType::Org, &["Red Fleet", "RF", "fleet"]),
        ("states", EntityType::Loc, &["United States", "US", "U.S."]),
        ("port-elsin", EntityType::Loc, &["Port Elsin", "Port-Elsin"]),
        ("ilse-muller", EntityType::Person, &["Ilse Müller", "Captain Ilse Müller"]),
        ("government", EntityType::Org, &["Government of Elsin", "regime"]),
    ])
}
