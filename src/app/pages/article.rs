//! `#/articles/ID`: the reader.

use crate::app::cx::Cx;
use crate::app::parts::{actor_counts, date, fix_button, outlet, pieces, pills, quoted, sign, t};
use crate::ingest::BlockKind;
use crate::page::{ArticleView, CutBlock, Elsewhere, Link, ReaderBlock, ReaderSentence};
use yew::prelude::*;

pub fn page(v: &ArticleView, cx: &Cx) -> Html {
    let counts = v.quoted.iter().map(|q| &q.count).chain(v.actors.iter().map(|a| &a.count));
    html! {
        <div class="reader">
            <header class="head">
                <p class={format!("kicker hue-{}", v.outlet.seat % 4)}>{ outlet(&v.outlet) }</p>
                <h1>{ headline(v) }</h1>
                { for headlines(v).map(aside) }
                <dl class="facts">
                    <div><dt>{ "Date" }</dt><dd>{ date(&v.date) }</dd></div>
                    { for v.facts.iter().map(|f| html! {
                        <div>
                            <dt>{ t(&f.name) }</dt>
                            <dd>{ t(&f.value) }{ " " }<small class="how">{ t(&f.how) }</small></dd>
                        </div>
                    }) }
                </dl>
                <div class="choices" role="group" aria-label="Marks">
                    <span class="choices-name" aria-hidden="true">{ "Marks" }</span>
                    { pills(&v.marks) }
                    <label class="choice fixing">
                        <input type="checkbox" id="fixing" />{ "correct names" }
                    </label>
                    if v.cut_blocks > 0 {
                        <a class="choice" href={v.cut.href.clone()}
                            aria-current={v.cut.current.then_some("true")}>{ t(&v.cut.text) }</a>
                    }
                </div>
                { legend() }
            </header>
            <aside class="reader-side" aria-label="In this article">
                <section>
                    <h2>{ "Who is quoted" }</h2>
                    if v.quoted.is_empty() {
                        <p class="none">{ "Nobody, as far as found." }</p>
                    } else {
                        { quoted(&v.quoted, true) }
                    }
                </section>
                <section>
                    <h2>{ "Most named" }</h2>
                    { actor_counts(&v.actors) }
                </section>
            </aside>
            <div class="text">
                { cx.under(counts) }
                if headlines(v).flatten().flat_map(|s| &s.elsewhere).any(|e| e.open) {
                    { cx.place().unwrap_or_default() }
                }
                { for v.blocks.iter().map(|b| block(b, v, cx)) }
                <nav class="pager" aria-label="Articles">
                    { turn(v.previous.as_ref(), "Previous", "p") }
                    { turn(v.next.as_ref(), "Next", "n") }
                </nav>
            </div>
        </div>
    }
}

/// The headline's sentences, wherever on the page it stood.
fn headlines(v: &ArticleView) -> impl Iterator<Item = &[ReaderSentence]> {
    v.blocks.iter().filter_map(|b| match b {
        ReaderBlock::Text { kind: BlockKind::Headline, sentences, .. } => {
            Some(sentences.as_slice())
        }
        _ => None,
    })
}

fn headline(v: &ArticleView) -> Html {
    if headlines(v).all(<[_]>::is_empty) {
        return t(&v.headline);
    }
    headlines(v).flatten().map(|s| sentence(s, v)).collect()
}

fn legend() -> Html {
    html! {
        <p class="legend" aria-hidden="true">
            <span class="m per">{ "person" }</span>
            <span class="m org">{ "organisation" }</span>
            <span class="m loc">{ "place" }</span>
            <span class="m norp">{ "people" }</span>
            <span class="m misc">{ "other name" }</span>
            <span class="m quote opens closes">{ "attributed words" }</span>
            <span class="m figure">{ "figure" }</span>
            <span class="m time">{ "time" }</span>
        </p>
    }
}

fn turn(to: Option<&Link>, name: &'static str, key: &'static str) -> Html {
    match to {
        None => html! { <span></span> },
        Some(l) => html! {
            <a class={if key == "n" { "turn next" } else { "turn" }} href={l.href.clone()}>
                <small>{ name }<kbd aria-hidden="true">{ key }</kbd></small>
                <span>{ t(&l.text) }</span>
            </a>
        },
    }
}

fn block(b: &ReaderBlock, v: &ArticleView, cx: &Cx) -> Html {
    match b {
        // The headline stands above, as the page's own.
        ReaderBlock::Text { kind: BlockKind::Headline, .. } => t(""),
        ReaderBlock::Text { kind, number, sentences } => {
            let caption = *kind == BlockKind::Caption;
            let open = sentences.iter().flat_map(|s| &s.elsewhere).any(|e| e.open);
            let to = sentences.first().map(|s| format!("s{}", s.index));
            html! {
                <>
                    <div class={if caption { "para caption" } else { "para" }}>
                        if let Some(n) = number {
                            <a class="para-number" href={anchor(v, sentences)}
                                aria-label={format!("Paragraph {n}: link")}>{ *n }</a>
                        } else if caption {
                            <span class="para-number">{ "caption" }</span>
                        }
                        <p class="para-text" data-first={to}>
                            { for sentences.iter().map(|s| sentence(s, v)) }
                        </p>
                        { aside(sentences) }
                    </div>
                    if open { { cx.place().unwrap_or_default() } }
                </>
            }
        }
        ReaderBlock::Cut { summary, blocks } => html! {
            <div class="cut">
                <p><a href={v.cut.href.clone()} aria-expanded={if v.cut.current { "true" } else { "false" }}>
                    { t(summary) }<span class="do">
                        { if v.cut.current { " · hide" } else { " · show" } }
                    </span>
                </a></p>
                if !blocks.is_empty() { <dl>{ for blocks.iter().map(cut) }</dl> }
            </div>
        },
    }
}

/// The link to a paragraph is the link to its first sentence.
fn anchor(v: &ArticleView, sentences: &[ReaderSentence]) -> Option<String> {
    sentences.first().map(|first| sentence_link(v, first.index))
}

fn sentence_link(v: &ArticleView, index: usize) -> String {
    let base = v.cut.href.split('?').next().unwrap_or_default();
    format!("{base}?s={index}")
}

fn sentence(s: &ReaderSentence, v: &ArticleView) -> Html {
    let class = if v.at == Some(s.index) { "s at" } else { "s" };
    let named = s.pieces.iter().flat_map(|p| &p.marks).any(|m| m.href.is_some());
    html! {
        <>
            <span class={class} id={format!("s{}", s.index)}>{ pieces(&s.pieces) }</span>{ " " }
            if named {
                <>{ fix_button(&sentence_link(v, s.index), "", "") }{ " " }</>
            }
        </>
    }
}

/// The same statements in other outlets, in the margin.
fn aside(sentences: &[ReaderSentence]) -> Html {
    let several = sentences.len() > 1;
    let with: Vec<(usize, &ReaderSentence)> =
        sentences.iter().enumerate().filter(|(_, s)| !s.elsewhere.is_empty()).collect();
    if with.is_empty() {
        return t("");
    }
    html! {
        <span class="elsewhere">
            <span class="elsewhere-name">{ "also in" }</span>
            { for with.iter().map(|(i, s)| html! {
                <span class="elsewhere-one">
                    if several {
                        <small title={format!("sentence {} of this paragraph", i + 1)}>
                            { format!("{}", i + 1) }
                        </small>
                    }
                    { for s.elsewhere.iter().map(|e| other(e, i + 1)) }
                </span>
            }) }
        </span>
    }
}

fn other(e: &Elsewhere, n: usize) -> Html {
    let title = format!("The same statement in {} (sentence {n} of this paragraph)", e.outlet.name);
    html! {
        <a class="other" href={e.href.clone()} aria-expanded={if e.open { "true" } else { "false" }}
            title={title.clone()} aria-label={title}>{ sign(e.outlet.seat) }</a>
    }
}

fn cut(b: &CutBlock) -> Html {
    html! {
        <div>
            <dt>{ b.kind.name() }<small>{ t(&b.reason) }</small></dt>
            <dd>{ t(&b.text) }</dd>
        </div>
    }
}
