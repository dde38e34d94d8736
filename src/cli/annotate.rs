//! `parallax annotate`.

use super::corrections::Corrections;
use super::{Done, Failure, lines};
use crate::analysis::Article;
use crate::corpus::{Given, Source};
use crate::correction;
use crate::entity::{self, EntityType, Form, Resolution};
use crate::span::{CodePoints, Span, from_code_points};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;

#[derive(Clone, Copy)]
pub struct Options {
    pub scrape: bool,
    pub gold_mentions: bool,
}

#[derive(Deserialize)]
struct Doc {
    id: serde_json::Value,
    text: String,
    title: Option<String>,
    date: Option<String>,
    outlet: Option<String>,
    group: Option<serde_json::Value>,
    #[serde(default)]
    mentions: Vec<GivenMention>,
}

#[derive(Deserialize)]
struct GivenMention {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: Option<String>,
}

#[derive(Serialize)]
struct Annotated<'a> {
    id: &'a serde_json::Value,
    sentences: Vec<[u32; 2]>,
    entities: Vec<EntityOut>,
    mentions: Vec<MentionOut>,
    attributions: Vec<AttributionOut>,
    timexes: Vec<TimexOut>,
    numbers: Vec<NumberOut>,
    clauses: Vec<ClauseOut>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notices: Vec<String>,
}

#[derive(Serialize)]
struct EntityOut {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: EntityType,
    actor: String,
}

#[derive(Serialize)]
struct MentionOut {
    start: u32,
    end: u32,
    cluster: usize,
}

#[derive(Serialize)]
struct AttributionOut {
    source: Vec<[u32; 2]>,
    cue: Vec<[u32; 2]>,
    content: Vec<[u32; 2]>,
    kind: crate::attribution::AttributionKind,
    source_kind: crate::attribution::SourceKind,
}

#[derive(Serialize)]
struct TimexOut {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: crate::claim::time::TimexType,
    value: Option<String>,
}

#[derive(Serialize)]
struct NumberOut {
    start: u32,
    end: u32,
    value: f64,
    unit: String,
    comparator: crate::claim::number::Comparator,
    counted: Option<[u32; 2]>,
}

#[derive(Serialize)]
struct ClauseOut {
    sentence: usize,
    spans: Vec<[u32; 2]>,
    subject: Option<[u32; 2]>,
    predicate: Option<[u32; 2]>,
    object: Option<[u32; 2]>,
    place: Option<[u32; 2]>,
    /// Indices into the time expressions and attributions of the article.
    time: Option<usize>,
    attribution: Option<usize>,
    negated: bool,
    modality: crate::claim::clause::Modality,
}

/// Ids that hold throughout one run.
#[derive(Default)]
struct Run {
    /// Number of groups done.
    groups: usize,
    /// Cluster number by actor key.
    clusters: HashMap<String, usize>,
    /// How many groups used an actor id that the lexicon does not know.
    used: HashMap<String, usize>,
}

impl Run {
    /// The run-wide ids of a group's actors: the lexicon's ids mean the same everywhere; an id made
    /// from a name is told apart from the same name in another group.
    fn ids(&mut self, resolution: &Resolution) -> Vec<(String, usize)> {
        self.groups += 1;
        resolution
            .actors
            .iter()
            .map(|actor| {
                let id = if actor.known {
                    actor.id.clone()
                } else {
                    let n = self.used.entry(actor.id.clone()).or_default();
                    *n += 1;
                    if *n == 1 { actor.id.clone() } else { format!("{}.{n}", actor.id) }
                };
                let next = self.clusters.len();
                let cluster = *self.clusters.entry(id.clone()).or_insert(next);
                (id, cluster)
            })
            .collect()
    }

    /// A number for a mention that was joined to nothing.
    fn lone(&mut self) -> usize {
        let next = self.clusters.len();
        self.clusters.insert(format!("\u{0}{next}"), next);
        next
    }
}

pub fn run(
    files: &[PathBuf],
    options: Options,
    corrections: &mut Corrections,
    out: &mut impl Write,
) -> Result<Done, Failure> {
    let mut ids = Run::default();
    let mut group: Vec<Doc> = Vec::new();
    let mut faults = false;
    let done = lines::each(files, |doc: Doc| {
        let same = doc.group.is_some() && group.last().is_some_and(|d| d.group == doc.group);
        if !same {
            faults |= write_group(&mut group, options, corrections, &mut ids, out)?;
        }
        let alone = doc.group.is_none();
        group.push(doc);
        if alone {
            faults |= write_group(&mut group, options, corrections, &mut ids, out)?;
        }
        Ok(())
    })?;
    faults |= write_group(&mut group, options, corrections, &mut ids, out)?;
    Ok(if faults { Done::WithFaults } else { done })
}

/// A document's id as corrections write it.
fn id_words(id: &serde_json::Value) -> String {
    match id {
        serde_json::Value::String(id) => id.clone(),
        other => other.to_string(),
    }
}

/// Resolves and writes a group, and empties it. Returns whether anything in it was bad.
fn write_group(
    group: &mut Vec<Doc>,
    options: Options,
    corrections: &mut Corrections,
    ids: &mut Run,
    out: &mut impl Write,
) -> Result<bool, Failure> {
    if group.is_empty() {
        return Ok(false);
    }
    let mut faults = false;
    let docs = std::mem::take(group);
    let mut articles: Vec<Article> = Vec::with_capacity(docs.len());
    // For each document the places of its given mentions among the article's.
    let mut places: Vec<Vec<usize>> = Vec::with_capacity(docs.len());
    for doc in &docs {
        let given = Given {
            outlet: doc.outlet.clone(),
            title: doc.title.clone(),
            date: doc.date.clone(),
            scrape: options.scrape,
            ..Given::default()
        };
        let source = Source { id: id_words(&doc.id), text: doc.text.as_str().into(), given };
        let mut article = Article::analyse(source);
        let mut place = Vec::new();
        if options.gold_mentions {
            let mut spans: Vec<(Span, Option<EntityType>, usize)> = Vec::new();
            for (i, m) in doc.mentions.iter().enumerate() {
                match from_code_points(&doc.text, m.start, m.end) {
                    Some(span) => {
                        spans.push((span, m.kind.as_deref().and_then(EntityType::from_code), i));
                    }
                    None => {
                        eprintln!(
                            "parallax: document {}: mention {}: [{}, {}] lies outside the text",
                            doc.id, i, m.start, m.end
                        );
                        faults = true;
                    }
                }
            }
            spans.sort_by_key(|(span, _, i)| (*span, *i));
            let given: Vec<(Span, Option<EntityType>)> =
                spans.iter().map(|(span, kind, _)| (*span, *kind)).collect();
            article.mentions = entity::given(&article.text, &article.doc, &given);
            place = spans.into_iter().map(|(_, _, i)| i).collect();
        }
        places.push(place);
        articles.push(article);
    }
    let parts: Vec<entity::Article<'_>> = articles
        .iter()
        .map(|a| entity::Article { text: &a.text, doc: &a.doc, mentions: &a.mentions })
        .collect();
    let found =
        if options.gold_mentions { entity::resolve_given(&parts) } else { entity::resolve(&parts) };
    let parts: Vec<correction::Article<'_>> = articles
        .iter()
        .map(|a| correction::Article { id: &a.id, text: &a.text, mentions: &a.mentions })
        .collect();
    let applied = correction::apply(&found, &parts, corrections.list());
    corrections.note(&applied.effects.outcomes);
    let (resolution, effects) = (applied.resolution, applied.effects);
    let actor_ids = ids.ids(&resolution);
    for (i, (doc, article)) in docs.iter().zip(&articles).enumerate() {
        let points = CodePoints::new(&doc.text);
        let of = |m: usize| *resolution.actor_of.get(i)?.get(m)?;
        let mut entities = Vec::new();
        let mut mentions: Vec<(usize, MentionOut)> = Vec::new();
        for (m, mention) in article.mentions.iter().enumerate() {
            let [start, end] = points.pair(mention.span);
            // What a correction says is no actor is no mention either; given ones stay.
            let dropped = of(m).is_none() && !corrections.list().is_empty();
            if dropped && !options.gold_mentions {
                continue;
            }
            let retyped = of(m).and_then(|a| effects.found.get(a)).copied().flatten();
            let kind = match of(m).and_then(|a| resolution.actors.get(a)) {
                Some(actor) if retyped.is_some() => actor.kind,
                _ => mention.kind,
            };
            let known = of(m).and_then(|a| actor_ids.get(a));
            if mention.form == Form::Name && !options.gold_mentions {
                let actor = known.map_or(String::new(), |(id, _)| id.clone());
                entities.push(EntityOut { start, end, kind, actor });
            }
            let cluster = match known {
                Some((_, cluster)) => *cluster,
                None => ids.lone(),
            };
            let place = places[i].get(m).copied().unwrap_or(m);
            mentions.push((place, MentionOut { start, end, cluster }));
        }
        // Given mentions come back in the order in which they were given.
        mentions.sort_by_key(|(place, _)| *place);
        let pairs = |spans: &[Span]| spans.iter().map(|s| points.pair(*s)).collect();
        let row = Annotated {
            id: &doc.id,
            sentences: article.doc.sentences.iter().map(|s| points.pair(s.span)).collect(),
            entities,
            mentions: mentions.into_iter().map(|(_, m)| m).collect(),
            attributions: article
                .attributions
                .iter()
                .map(|a| AttributionOut {
                    source: pairs(&a.source),
                    cue: pairs(&a.cue),
                    content: pairs(&a.content),
                    kind: a.kind,
                    source_kind: a.source_kind,
                })
                .collect(),
            timexes: article
                .timexes
                .iter()
                .map(|t| {
                    let [start, end] = points.pair(t.span);
                    TimexOut { start, end, kind: t.kind, value: t.value.clone() }
                })
                .collect(),
            clauses: article
                .clauses
                .iter()
                .map(|c| ClauseOut {
                    sentence: c.sentence,
                    spans: pairs(&c.spans),
                    subject: c.subject.map(|s| points.pair(s)),
                    predicate: c.predicate.map(|s| points.pair(s)),
                    object: c.object.map(|s| points.pair(s)),
                    place: c.place.and_then(|m| Some(points.pair(article.mentions.get(m)?.span))),
                    time: c.time,
                    attribution: c.attribution,
                    negated: c.negated,
                    modality: c.modality,
                })
                .collect(),
            numbers: article
                .quantities
                .iter()
                .map(|q| {
                    let [start, end] = points.pair(q.span);
                    NumberOut {
                        start,
                        end,
                        value: q.value,
                        unit: q.unit.clone(),
                        comparator: q.comparator,
                        counted: q.counted.map(|c| points.pair(c)),
                    }
                })
                .collect(),
            notices: article.cleaned.notices.iter().map(|n| n.message.clone()).collect(),
        };
        serde_json::to_writer(&mut *out, &row).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
    }
    // Whoever reads along sees a group as soon as it is done.
    out.flush()?;
    Ok(faults)
}
