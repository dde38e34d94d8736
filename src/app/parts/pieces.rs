//! Text with its marks.

use crate::app::parts::t;
use crate::entity::EntityType;
use crate::page::{Mark, MarkClass, Piece};
use yew::prelude::*;

/// The class of an entity type in the style sheets.
pub fn type_class(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "per",
        EntityType::Org => "org",
        EntityType::Loc => "loc",
        EntityType::Norp => "norp",
        EntityType::Misc => "misc",
    }
}

/// The short label of an entity type, drawn like its marks.
pub fn kind_tag(kind: EntityType) -> Html {
    html! {
        <abbr class={format!("kind {}", type_class(kind))} title={kind.label()}>
            { short(kind) }
        </abbr>
    }
}

fn class_of(class: &MarkClass) -> &'static str {
    match class {
        MarkClass::Actor(kind) | MarkClass::Nominal(kind) => type_class(*kind),
        MarkClass::Quote => "quote",
        MarkClass::Speaker => "speaker",
        MarkClass::Number => "figure",
        MarkClass::Time => "time",
        MarkClass::Beside => "beside",
        MarkClass::Match => "match",
    }
}

fn is_quote(mark: &Mark) -> bool {
    mark.class == MarkClass::Quote
}

/// Runs of text with their marks. Where marks lie over each other, one element carries all.
pub fn pieces(all: &[Piece]) -> Html {
    all.iter().enumerate().map(|(i, piece)| one(piece, all.get(i + 1))).collect()
}

fn one(piece: &Piece, next: Option<&Piece>) -> Html {
    if piece.marks.is_empty() {
        return t(&piece.text);
    }
    let mut class = String::from("m");
    let mut title = String::new();
    for mark in &piece.marks {
        class.push(' ');
        class.push_str(class_of(&mark.class));
        if matches!(mark.class, MarkClass::Nominal(_)) {
            class.push_str(" nominal");
        }
        if !mark.label.is_empty() {
            if !title.is_empty() {
                title.push_str(" · ");
            }
            title.push_str(&mark.label);
        }
        if is_quote(mark) {
            if mark.first {
                class.push_str(" opens");
            }
            // A quotation ends where the next run is not the same quotation.
            if !next.is_some_and(|n| n.marks.iter().any(|m| is_quote(m) && !m.first)) {
                class.push_str(" closes");
            }
        }
    }
    let title = (!title.is_empty()).then_some(title);
    let matched = piece.marks.iter().any(|m| m.class == MarkClass::Match);
    match piece.marks.iter().rev().find_map(|m| m.href.clone()) {
        Some(href) => html! { <a class={class} {href} {title}>{ t(&piece.text) }</a> },
        None if matched => html! { <mark class={class} {title}>{ t(&piece.text) }</mark> },
        None => html! { <span class={class} {title}>{ t(&piece.text) }</span> },
    }
}

/// The short label of a type, with what sort of it where that says more.
pub fn kind_and_sort(kind: EntityType, sort: Option<&str>) -> Html {
    let sort = sort.filter(|s| *s != kind.label() && *s != short(kind));
    html! {
        <>
            { kind_tag(kind) }
            if let Some(sort) = sort { <>{ " " }<small class="sort-of">{ t(sort) }</small></> }
        </>
    }
}

fn short(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "person",
        EntityType::Org => "org",
        EntityType::Loc => "place",
        EntityType::Norp => "people",
        EntityType::Misc => "other",
    }
}
