//! The texts in step, with their matched passages numbered.

use crate::app::parts::{choices, date, date_brief, link, number_of, outlet, pieces, sign, t};
use crate::ingest::BlockKind;
use crate::map::SmallMap;
use crate::page::{ColumnArticle, ColumnView, CompareView, Passage, TextFold};
use yew::prelude::*;

/// Numbers of the statements that are laid out in more than one column, with their first words.
fn shared(v: &CompareView) -> Vec<(usize, String, Vec<usize>)> {
    let mut found: SmallMap<usize, (String, Vec<usize>)> = SmallMap::default();
    for (i, column) in v.columns.iter().enumerate() {
        for s in column.articles.iter().flat_map(|a| &a.paragraphs).flat_map(|p| &p.passages) {
            for band in &s.bands {
                let (words, columns) = found.slot(*band);
                if words.is_empty() {
                    *words = s.pieces.iter().map(|p| p.text.as_str()).collect();
                }
                if !columns.contains(&i) {
                    columns.push(i);
                }
            }
        }
    }
    found.into_list().into_iter().map(|(band, (words, columns))| (band, words, columns)).collect()
}

pub fn texts(v: &CompareView) -> Html {
    let shared = shared(v);
    let folds = v.columns.iter().flat_map(|c| &c.articles).any(|a| a.fold.is_some());
    let of = if folds { "of these texts" } else { "of these columns" };
    let lock = if v.lock.current { "1" } else { "0" };
    html! {
        <section class="texts" aria-labelledby="texts">
            <div class="texts-head">
                <h2 id="texts">{ "The texts, in step" }</h2>
                if shared.is_empty() {
                    <p class="how">{ t(&format!("No passage was found in more than one {of}.")) }</p>
                } else {
                    <p class="how">
                        { t(&format!("{} in more than one {of}:", number_of(shared.len(), "passage", "passages"))) }
                    </p>
                    <ul class="jumps" aria-label="Shared passages">
                        { for shared.iter().map(|(band, words, columns)| html! {
                            <li><button type="button" class="band-number" data-jump={band.to_string()}
                                title={words.clone()}
                                aria-label={format!("Passage {band}, in {} columns: {words}", columns.len())}>
                                { *band }
                            </button></li>
                        }) }
                    </ul>
                }
                { choices("Marks", &v.marks) }
                <a class="button lock" href={v.lock.href.clone()}
                    title={if v.lock.current { "Scroll the columns one by one" } else { "Scroll the columns in step" }}>
                    { padlock(v.lock.current) }{ t(&v.lock.text) }
                </a>
            </div>
            <fieldset class="switch">
                <legend class="heard">{ "Column shown" }</legend>
                { for v.columns.iter().enumerate().map(|(i, c)| html! {
                    <label class={format!("hue-{}", c.outlet.seat % 4)}>
                        <input type="radio" name="column" id={format!("show-{i}")} />
                        { sign(c.outlet.seat) }<span>{ t(&c.name) }</span>
                    </label>
                }) }
            </fieldset>
            <div class="columns" data-lock={lock}>
                { for v.columns.iter().enumerate().map(|(i, c)| column(i, c)) }
            </div>
        </section>
    }
}

/// A padlock, closed or open.
fn padlock(closed: bool) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect x="3" y="7" width="10" height="7.5" rx="1" />
            <path fill="none" stroke="currentColor" stroke-width="1.6"
                d={if closed { "M5 7V4.8a3 3 0 0 1 6 0V7" } else { "M5 7V4.8a3 3 0 0 1 5.7-1.3" }} />
        </svg>
    }
}

/// Whether a text is folded.
fn folded(a: &ColumnArticle) -> bool {
    a.fold.as_ref().is_some_and(|f| !f.open)
}

fn column(i: usize, c: &ColumnView) -> Html {
    let rest = c.articles.iter().filter(|a| folded(a)).count();
    html! {
        <div class={format!("column hue-{}", c.outlet.seat % 4)} data-column={i.to_string()}>
            <div class="column-head"><h3>{ outlet(&c.outlet) }</h3></div>
            <div class="column-scroll" tabindex="0" role="region" aria-label={format!("Text: {}", c.name)}>
                { for c.articles.iter().filter(|a| !folded(a)).map(article) }
                if rest > 0 {
                    <h4 class="rest">{ t(&number_of(rest, "other article", "other articles")) }</h4>
                }
                { for c.articles.iter().filter(|a| folded(a)).map(article) }
            </div>
        </div>
    }
}

fn article(a: &ColumnArticle) -> Html {
    html! {
        <article class={if folded(a) { "folded" } else { "" }}>
            <h4>{ link(&a.headline) }</h4>
            <p class="meta">{ if folded(a) { date_brief(&a.date) } else { date(&a.date) } }</p>
            { for a.fold.iter().map(fold) }
            { for a.paragraphs.iter().map(|p| {
                let class = if p.kind == BlockKind::Caption { "caption" } else { "" };
                html! {
                    <p class={class}>
                        if p.kind == BlockKind::Caption { <small class="tag">{ "caption" }</small> }
                        { for p.passages.iter().map(passage) }
                    </p>
                }
            }) }
        </article>
    }
}

/// What a text shares with the other columns, and the link that lays it out.
fn fold(f: &TextFold) -> Html {
    let shares = match f.shares {
        0 => "no statement found in other columns".to_owned(),
        n => format!("{} in other columns too", number_of(n, "statement", "statements")),
    };
    html! {
        <p class="meta fold">
            <span>{ t(&shares) }</span>
            if let Some(to) = &f.href {
                <a class="button" href={to.clone()} aria-expanded={if f.open { "true" } else { "false" }}>
                    { if f.open { "Fold the text" } else { "Show the text" } }
                </a>
            }
        </p>
    }
}

fn passage(p: &Passage) -> Html {
    let text = pieces(&p.pieces);
    let text = if p.bands.is_empty() {
        html! { <span class="s">{ text }</span> }
    } else {
        let numbers: Vec<String> = p.bands.iter().map(usize::to_string).collect();
        html! {
            <span class="s banded" data-band={numbers.join(" ")}>
                { for p.begin.iter().map(|band| html! {
                    <button type="button" class="band-number" data-jump={band.to_string()}
                        title={format!("Passage {band}: show its matches beside it")}>{ *band }</button>
                }) }
                { text }
            </span>
        }
    };
    html! { <>{ text }if p.ends { { " " } }</> }
}
