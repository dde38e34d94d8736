//! Small parts that look the same on every page.

mod building;
mod choices;
mod correct;
mod count;
mod date;
mod evidence;
mod kwic;
mod network;
mod pages;
mod pieces;
mod results;
mod saved;
mod sheet;
mod sign;

pub use building::building;
pub use choices::{choices, link, outlet_choices, pills, sort_by};
pub use correct::{
    dialog as correction_dialog, fix_button, notes, said as correction_said,
    section as correct_section,
};
pub use count::{actor_counts, count, label, labels, quoted};
pub use date::{date, date_brief};
pub use evidence::{evidence, line, lines};
pub use kwic::{Aside, kwic};
pub use network::network;
pub use pages::pages;
pub use pieces::{kind_and_sort, kind_tag, pieces, type_class};
pub use results::results;
pub use saved::saved;
pub use sheet::sheet;
pub use sign::{outlet, outlet_small, sign};

use crate::app::cx::{Cx, Events};
use crate::page::FileKind;
use yew::prelude::*;
use yew::virtual_dom::VText;

/// A text node. Words from articles reach the page only this way.
pub fn t(text: &str) -> Html {
    VText::new(AttrValue::from(text.to_owned())).into()
}

/// Words for people who hear the page.
pub fn heard(text: &str) -> Html {
    html! { <span class="heard">{ t(text) }</span> }
}

/// What stands in a cell with nothing in it. A text that was not found may still exist.
pub fn not_found() -> Html {
    html! { <span class="none">{ "not found here" }</span> }
}

/// "1 sentence", "2 sentences".
pub fn number_of(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// Saves what is shown as a file.
pub fn save_button(kind: FileKind, what: &'static str, cx: &Cx) -> Html {
    saving(kind, what, false, cx.events)
}

/// Saves what the page shows, or only the evidence that is open, as an evidence sheet of any kind.
pub fn save_sheet(open: bool, events: &Events) -> Html {
    let what = if open { "file of these sentences" } else { "evidence sheet" };
    let kinds = [FileKind::Markdown, FileKind::Csv, FileKind::Json];
    html! { <span class="tools">{ for kinds.map(|kind| saving(kind, what, open, events)) }</span> }
}

fn saving(kind: FileKind, what: &'static str, open: bool, events: &Events) -> Html {
    let save = events.save.reform(move |_: MouseEvent| (kind, open));
    let (name, id) = match kind {
        FileKind::Csv => ("CSV", "save"),
        FileKind::Json => ("JSON", "save-json"),
        FileKind::Markdown => ("Markdown", "save-md"),
    };
    let id = (!open).then_some(id);
    html! {
        <button type="button" class="button" {id} onclick={save}>
            { name }<span class="heard">{ " " }{ what }</span>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d="M7 1h2v7l2.6-2.6L13 6.8 8 11.8 3 6.8l1.4-1.4L7 8zM2 13h12v2H2z" />
            </svg>
        </button>
    }
}

/// Prints the page, or the evidence sheet of a page that has one.
pub fn print_button(events: &Events) -> Html {
    let print = events.print.reform(|_: MouseEvent| ());
    html! { <button type="button" class="button" onclick={print}>{ "Print" }</button> }
}

/// A number with its thousands apart: 14 435.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('\u{2009}');
        }
        out.push(c);
    }
    out
}
