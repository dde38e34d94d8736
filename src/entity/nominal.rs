//! Common nouns that stand for a named actor: "the group", "the regime", "the US-led coalition".
//!
//! Careful by design: a noun is joined only to the nearest actor before it whose sort it fits,
//! and not over more than [`REACH`] sentences.

use super::known::{FUNCTION, Known, LAND, OFFICE, RANK, ROLE};
use super::names::Candidate;
use super::scan::Words;
use super::{EntityType, Form, Mention};
use crate::map::HashMap;
use crate::order::Order;
use crate::span::Span;
use crate::text::{Document, TokenKind};

/// How many sentences back an actor may stand.
const REACH: usize = 3;
/// How many mentions are looked at on the way back.
const LOOK: usize = 40;

/// The sort of a state's body by its noun.
fn body_sort(noun: &str) -> Option<&'static str> {
    match noun {
        "army" | "military" => Some("army"),
        "government" | "regime" => Some("government"),
        _ => None,
    }
}

/// For a name like "Syrian Army": the country and the sort of its body.
pub(super) fn state_body(
    known: &'static Known,
    c: &Candidate,
) -> Option<(&'static str, &'static str)> {
    if c.entry.is_some() || c.kind != EntityType::Org {
        return None;
    }
    let (owner, noun) = c.key.rsplit_once(' ')?;
    let sort = body_sort(noun)?;
    let entry = known.exact(owner).and_then(|s| known.entry(s.entry))?;
    Some((country_of(known, entry.id.as_str())?, sort))
}

/// The country behind a country's or a people's id.
fn country_of(known: &'static Known, id: &str) -> Option<&'static str> {
    let entry = known.by_id(id)?;
    let country = match entry.kind {
        EntityType::Loc if entry.sort == "country" => entry,
        EntityType::Norp => known.entry(entry.pair?)?,
        _ => return None,
    };
    Some(country.id.as_str())
}

fn is_city(m: &Mention) -> bool {
    m.kind == EntityType::Loc && matches!(m.sort, Some("city" | "capital"))
}

struct Found {
    span: Span,
    sentence: usize,
    kind: EntityType,
    known: Option<&'static str>,
    sort: Option<&'static str>,
    /// The mention that it stands for, an index into the list so far.
    antecedent: Option<usize>,
    reason: String,
}

/// Finds nominals and puts them among the names, in order of place.
pub(super) fn find(
    text: &str,
    doc: &Document,
    known: &'static Known,
    words: &Words,
    mentions: &mut Vec<Mention>,
) {
    let mut reader = Reader {
        text,
        doc,
        known,
        words,
        done: Vec::with_capacity(mentions.len()),
        locals: HashMap::default(),
        next_local: mentions.iter().map(|m| m.local + 1).max().unwrap_or(0),
        leader: leader(text, doc, known, mentions),
        cities: HashMap::default(),
        coalition: None,
        main_city: None,
    };
    let mut names = core::mem::take(mentions).into_iter().peekable();
    for sentence in 0..doc.sentences.len() {
        let Some(s) = doc.sentences.get(sentence) else { continue };
        for i in s.tokens.clone() {
            let Some(token) = doc.tokens.get(i) else { continue };
            while names.peek().is_some_and(|m| m.span.start <= token.span.start) {
                if let Some(m) = names.next() {
                    reader.push(m);
                }
            }
            if token.kind == TokenKind::Word
                && let Some(found) = reader.at(i, sentence, s.tokens.start)
            {
                reader.add(found);
            }
        }
    }
    for m in names {
        reader.push(m);
    }
    *mentions = reader.done;
    mentions.order_by_key(|m| (m.span.start, core::cmp::Reverse(m.span.end)));
}

struct Reader<'a> {
    text: &'a str,
    doc: &'a Document,
    known: &'static Known,
    words: &'a Words,
    done: Vec<Mention>,
    /// Local numbers of actors that have an id.
    locals: HashMap<(&'static str, Option<&'static str>), u32>,
    next_local: u32,
    /// The country whose coalition the article speaks of, if it is one.
    leader: Option<&'static str>,
    /// The last mention of a coalition.
    coalition: Option<usize>,
    /// How often each city was named so far, by local number, and where last.
    cities: HashMap<u32, (u32, usize)>,
    /// The city that was named most so far.
    main_city: Option<u32>,
}

/// The one country of which the article says that it leads a coalition. Without one, a coalition
/// in an article on the Islamic State group is the one that the United States lead.
fn leader(
    text: &str,
    doc: &Document,
    known: &'static Known,
    mentions: &[Mention],
) -> Option<&'static str> {
    let mut found: Option<&'static str> = None;
    for (i, token) in doc.tokens.iter().enumerate() {
        if !doc.form(i).ends_with("-led")
            || super::sound::strip_possessive(doc.form(i + 1)) != "coalition"
        {
            continue;
        }
        let at = mentions.partition_point(|m| m.span.end <= token.span.start);
        let country = mentions
            .get(at)
            .filter(|m| token.span.covers(m.span) && !m.span.of(text).is_empty())
            .and_then(|m| country_of(known, m.known?));
        match (country, found) {
            (None, _) => {}
            (Some(c), Some(f)) if c != f => return None,
            (c, _) => found = c,
        }
    }
    let on_is = || mentions.iter().any(|m| m.known == Some("islamic-state"));
    found.or_else(|| on_is().then(|| known.by_id("united-states").map(|e| e.id.as_str())).flatten())
}

impl Reader<'_> {
    fn push(&mut self, m: Mention) {
        if m.sort == Some("coalition") {
            self.coalition = Some(self.done.len());
        }
        if is_city(&m) {
            let next = self.done.len();
            let seen = self.cities.entry(m.local).or_insert((0, next));
            *seen = (seen.0 + 1, next);
            let count = seen.0;
            let top = self.main_city.and_then(|c| self.cities.get(&c)).map_or(0, |c| c.0);
            if count > top {
                self.main_city = Some(m.local);
            }
        }
        if let Some(id) = m.known {
            self.locals.entry((id, m.sort)).or_insert(m.local);
        }
        self.done.push(m);
    }

    fn add(&mut self, found: Found) {
        let local = match (found.antecedent.and_then(|a| self.done.get(a)), found.known) {
            (Some(antecedent), _) => antecedent.local,
            (None, Some(id)) => {
                let next = self.next_local;
                let local = *self.locals.entry((id, found.sort)).or_insert(next);
                self.next_local = self.next_local.max(local + 1);
                local
            }
            (None, None) => return,
        };
        if found.sort == Some("coalition") {
            self.coalition = Some(self.done.len());
        }
        self.done.push(Mention {
            span: found.span,
            sentence: found.sentence,
            kind: found.kind,
            form: Form::Nominal,
            title: None,
            local,
            reason: found.reason,
            known: found.known,
            sort: found.sort,
        });
    }

    /// The noun of token `i` without a possessive ending, where it is written small or like a
    /// name of its own ("the Coalition").
    fn noun(&self, i: usize) -> &str {
        super::sound::strip_possessive(self.doc.form(i))
    }

    fn surface(&self, i: usize) -> &str {
        self.doc.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// The token's span without a possessive ending.
    fn bare(&self, i: usize) -> Option<Span> {
        let token = self.doc.tokens.get(i)?;
        let surface = token.span.of(self.text);
        let cut = ["'s", "\u{2019}s"].iter().find_map(|e| surface.strip_suffix(e));
        let len = cut.map_or(surface.len(), str::len);
        Some(Span { start: token.span.start, end: token.span.start + len as u32 })
    }

    /// The last mention if it is a name that ends right before token `i`, or inside it.
    fn owner(&self, i: usize) -> Option<(usize, &Mention)> {
        let before = self.doc.tokens.get(i.checked_sub(1)?)?;
        let (n, m) = self.done.iter().enumerate().next_back()?;
        let gap = self.text.get(m.span.end as usize..before.span.end as usize)?;
        // "Russian-backed government" is another's.
        let whole = matches!(gap, "" | "'s" | "\u{2019}s");
        (whole && m.form == Form::Name && m.span.overlaps(before.span)).then_some((n, m))
    }

    fn at(&self, i: usize, sentence: usize, start: usize) -> Option<Found> {
        let noun = self.noun(i);
        let inside = self.done.last().is_some_and(|m| {
            m.form == Form::Name && self.doc.tokens.get(i).is_some_and(|t| m.span.overlaps(t.span))
        });
        if inside {
            return None;
        }
        if noun == "coalition" {
            return self.coalition(i, sentence, start);
        }
        if let Some(sort) = body_sort(noun)
            && let Some((n, owner)) = self.owner(i)
            && let Some(country) = owner.known.and_then(|id| country_of(self.known, id))
        {
            let _ = n;
            let span = owner.span.join(self.bare(i)?);
            return Some(Found {
                span,
                sentence,
                kind: EntityType::Org,
                known: Some(country),
                sort: Some(sort),
                antecedent: None,
                reason: format!("a {sort} named by its country"),
            });
        }
        self.office(i, sentence, start).or_else(|| self.definite(i, sentence, start))
    }

    /// "the president", "the spokesman": the last person before it who was given that title.
    fn office(&self, i: usize, sentence: usize, start: usize) -> Option<Found> {
        let token = self.doc.tokens.get(i)?;
        let class = self.words.infos.get(token.word as usize).map_or(0, |w| w.class);
        if class & (OFFICE | ROLE | RANK) == 0
            || i <= start
            || self.doc.form(i - 1) != "the"
            || token.span.of(self.text).starts_with(char::is_uppercase)
            || matches!(self.doc.form(i + 1), "of" | "for" | "who")
        {
            return None;
        }
        let noun = self.noun(i);
        let (n, m) = self.done.iter().enumerate().rev().take(LOOK * 4).find(|(_, m)| {
            m.kind == EntityType::Person
                && m.title.is_some_and(|t| self.doc.tokens_in(t).any(|k| self.noun(k) == noun))
        })?;
        Some(Found {
            span: self.bare(i)?,
            sentence,
            kind: EntityType::Person,
            known: m.known,
            sort: m.sort,
            antecedent: Some(n),
            reason: format!("the last person before it with the title “{noun}”"),
        })
    }

    /// "US-led coalition", "international coalition", "the coalition", "coalition forces".
    fn coalition(&self, i: usize, sentence: usize, start: usize) -> Option<Found> {
        let here = self.bare(i)?;
        let before = if i > start { i - 1 } else { i };
        let form = if before < i { self.doc.form(before) } else { "" };
        let found = |span: Span, known, sort, antecedent, reason: &str| {
            Some(Found {
                span,
                sentence,
                kind: EntityType::Org,
                known,
                sort,
                antecedent,
                reason: reason.to_owned(),
            })
        };
        if form.ends_with("-led") {
            let span = self.doc.tokens.get(before)?.span.join(here);
            let leader = self.done.last().filter(|m| {
                m.form == Form::Name
                    && self.doc.tokens.get(before).is_some_and(|t| t.span.covers(m.span))
            });
            let country = leader.and_then(|m| country_of(self.known, m.known?))?;
            return found(
                span,
                Some(country),
                Some("coalition"),
                None,
                "a coalition named by its leader",
            );
        }
        let last = self.last_coalition();
        if matches!(form, "international" | "global") || form.starts_with("anti-") {
            let span = self.doc.tokens.get(before)?.span.join(here);
            return match last.and_then(|n| self.done.get(n)) {
                Some(m) => {
                    found(span, m.known, m.sort, last, "the coalition that the article speaks of")
                }
                None => self.leader.and_then(|l| {
                    found(
                        span,
                        Some(l),
                        Some("coalition"),
                        None,
                        "the coalition that the article speaks of",
                    )
                }),
            };
        }
        let (known, sort) = match last.and_then(|n| self.done.get(n)) {
            Some(m) => (m.known, m.sort),
            None => (Some(self.leader?), Some("coalition")),
        };
        // "a coalition", "governing coalition" may be another one.
        let class =
            self.words.infos.get(self.doc.tokens.get(before)?.word as usize).map_or(0, |w| w.class);
        let plain = before == i
            || matches!(
                form,
                "the"
                    | "with"
                    | "and"
                    | "by"
                    | "when"
                    | "as"
                    | "of"
                    | ","
                    | "\""
                    | "“"
                    | "while"
                    | "which"
                    | "that"
            )
            || class & FUNCTION != 0
                && !matches!(
                    form,
                    "a" | "an" | "another" | "any" | "no" | "some" | "each" | "every"
                );
        if !plain {
            return None;
        }
        found(here, known, sort, last, "the coalition that the article speaks of")
    }

    fn last_coalition(&self) -> Option<usize> {
        self.coalition
    }

    /// "the group", "the extremist group", "the city".
    fn definite(&self, i: usize, sentence: usize, start: usize) -> Option<Found> {
        let noun = self.noun(i);
        let (sorts, types) = self.known.nominal(noun)?;
        if self.surface(i).starts_with(char::is_uppercase) {
            return None;
        }
        // "the city of Raqqa" and "the group that …" name or describe on their own.
        if self.surface(i) == noun
            && matches!(self.doc.form(i + 1), "of" | "that" | "who" | "which" | "-")
        {
            return None;
        }
        if self.doc.tokens.get(i + 1).is_some_and(|t| {
            t.kind == TokenKind::Word
                && self.surface(i) == noun
                && t.span.of(self.text).starts_with(char::is_uppercase)
        }) {
            return None;
        }
        let mut from = i;
        let mut the = None;
        while from > start && i - from < 3 {
            from -= 1;
            let form = self.doc.form(from);
            if form == "the" {
                the = Some(from);
                break;
            }
            let token = self.doc.tokens.get(from)?;
            let class = self.words.infos.get(token.word as usize).map_or(0, |w| w.class);
            if token.kind != TokenKind::Word
                || class & (FUNCTION | LAND) != 0
                || token.span.of(self.text).starts_with(char::is_uppercase)
                || form.ends_with("'s")
                || token.span.of(self.text).contains('-')
                || matches!(
                    form,
                    "other"
                        | "rival"
                        | "new"
                        | "first"
                        | "second"
                        | "monitoring"
                        | "largest"
                        | "same"
                )
            {
                return None;
            }
        }
        the?;
        let first = from + 1;
        // The nearest actor before it that fits.
        let here = self.doc.tokens.get(from)?.span.start;
        for (n, m) in self.done.iter().enumerate().rev().take(LOOK) {
            if m.span.end > here {
                continue;
            }
            if m.sentence + REACH < sentence {
                break;
            }
            let fits = types.split('|').any(|t| t == m.kind.code());
            if !fits {
                continue;
            }
            let sort = match m.sort {
                Some(s) => {
                    sorts.split('|').any(|x| x == s)
                        || sorts.split('|').any(|x| x == "state body") && s == "government"
                }
                // Unknown to the lexicon: its own name must hold the noun ("the agency").
                None => super::sound::key(&crate::text::fold(m.span.of(self.text)))
                    .split(' ')
                    .any(|w| w == noun),
            };
            if sort {
                // A city named in passing does not take "the city" from the article's own.
                let passing = is_city(m) && self.cities.get(&m.local).is_none_or(|c| c.0 < 2);
                let main = self
                    .main_city
                    .filter(|local| passing && *local != m.local)
                    .and_then(|local| self.cities.get(&local))
                    .filter(|(count, _)| *count > 2)
                    .and_then(|(_, at)| Some((*at, self.done.get(*at)?)));
                let (n, m) = main.unwrap_or((n, m));
                return Some(Found {
                    span: Span { start: self.doc.tokens.get(first)?.span.start, ..self.bare(i)? },
                    sentence,
                    kind: m.kind,
                    known: m.known,
                    sort: m.sort,
                    antecedent: Some(n),
                    reason: format!(
                        "the nearest {} before it",
                        m.sort.unwrap_or("name that holds the word")
                    ),
                });
            }
            // A name of the same kind that is nearer but of another sort does not hide it.
        }
        None
    }
}
