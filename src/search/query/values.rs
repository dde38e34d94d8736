//! What fields with their values ask for.

use super::bind::{Binder, Item, forms};
use super::date::Days;
use super::lexer::{self, Value};
use super::notes::short;
use super::tree::{Field, Filter, Leaf, Scope, Typed};
use crate::entity::EntityType;
use crate::ingest::PartialDate;
use crate::search::parts;
use crate::text::fold;

impl Binder<'_> {
    /// What a field with this value asks for, or why that cannot be told.
    pub fn value(&mut self, field: lexer::Field, value: &Value) -> Result<Item, String> {
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
