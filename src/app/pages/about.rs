//! `#/about`: method, limits, licences.

use crate::app::cx::{Cx, Timing};
use crate::app::pages::overview::outlets;
use crate::app::parts::{grouped, t};
use crate::page::{AboutView, QualityRow};
use yew::prelude::*;

pub fn page(v: &AboutView, cx: &Cx) -> Html {
    html! {
        <>
            <header class="head">
                <h1>{ "About" }</h1>
            </header>
            <div class="about">
            <div class="prose">
                <section>
                    <h2>{ "What this is" }</h2>
                    <p>
                        { "Parallax is how far a thing seems to move when it is looked at from \
                           another place. This page sets what news outlets report about one event \
                           side by side and counts what can be counted: who is named how, who is \
                           quoted, which figures are given, which statements stand in several \
                           articles and which in one." }
                    </p>
                    <p>
                        { "It gives no bias score, no rating from left to right and no verdict. It \
                           shows who says what, with the sentences." }
                    </p>
                </section>
                <section>
                    <h2>{ "Method" }</h2>
                    <dl class="method">
                        <div>
                            <dt>{ "Cleaning" }</dt>
                            <dd>{ "Each page scrape is taken apart into blocks: headline, captions, \
                                   body, and what is not coverage, such as menus, headlines of other \
                                   stories and readers' comments. Only headline, captions and body \
                                   count. Each article shows on request what was cut and why." }</dd>
                        </div>
                        <div>
                            <dt>{ "Names" }</dt>
                            <dd>{ "Names are found by a tagger that was trained on openly licensed texts, \
                                   together with word lists. Spellings of one name are joined into one \
                                   actor by rules; each actor's page says why for each label, and takes \
                                   your corrections." }</dd>
                        </div>
                        <div>
                            <dt>{ "Quotations" }</dt>
                            <dd>{ "Words are attributed where quotation marks, verbs of saying or \
                                   phrases such as “according to” show it. The kind of source follows \
                                   from the speaker's title or from what is known of the actor." }</dd>
                        </div>
                        <div>
                            <dt>{ "Statements" }</dt>
                            <dd>{ "Sentences of different articles are matched by the names, figures, \
                                   times and words that they share. What matches is marked, with how \
                                   alike the sentences are; how alike they must be is yours to move. \
                                   A sentence may report several statements; its other clauses are set \
                                   back. Articles that hold one text are named." }</dd>
                        </div>
                        <div>
                            <dt>{ "Actions" }</dt>
                            <dd>{ "Who does what to whom is read from the clauses of a sentence, without a \
                                   full parser: about nine in ten are right. Only verbs with an object \
                                   count." }</dd>
                        </div>
                        <div>
                            <dt>{ "Words" }</dt>
                            <dd>{ "A word stands out where an outlet uses it more, or less, than the others by \
                                   more than chance may explain in texts of this length (conservative log \
                                   ratio)." }</dd>
                        </div>
                        <div>
                            <dt>{ "Dates" }</dt>
                            <dd>{ "A date is shown with how it is known: stated, inferred, or not \
                                   stated. The time at which a page was captured is never taken for \
                                   the date of publication." }</dd>
                        </div>
                    </dl>
                </section>
                <section>
                    <h2>{ "Limits" }</h2>
                    <ul>
                        <li>{ "Everything here is found automatically, by a trained tagger, word lists and rules, and \
                               some of it is wrong. Each result shows its sentence so that it can be \
                               checked." }</li>
                        <li>{ "“Not found here” means that the program did not find it in these \
                               articles. It does not mean that the outlet did not report it." }</li>
                        <li>{ "A few articles are not an outlet. What is counted here describes these \
                               texts and nothing more." }</li>
                        <li>{ "The rules are made for English." }</li>
                    </ul>
                </section>
            </div>
            <aside class="about-side" aria-label="Figures">
                <section>
                    <h2>{ "In this library" }</h2>
                    <dl class="figures">
                        { for v.figures.iter().map(|(name, n)| html! {
                            <div><dt>{ t(name) }</dt><dd>{ grouped(*n) }</dd></div>
                        }) }
                    </dl>
                </section>
                <section>
                    <h2>{ "On this device" }</h2>
                    { timings(v, cx.timings) }
                </section>
            </aside>
            </div>
            <section aria-labelledby="quality">
                <h2 id="quality">{ "Measured quality" }</h2>
                { quality(&v.quality) }
            </section>
            <section aria-labelledby="outlets">
                <h2 id="outlets">{ "Outlets" }</h2>
                { outlets(&v.outlets) }
            </section>
            <div class="prose">
                <section>
                    <h2>{ "Licences" }</h2>
                    <p>{ "The program is free software under the MIT licence or the Apache License 2.0, \
                          as you choose." }</p>
                    <p>{ "The articles remain the property of their publishers. They are included for \
                          criticism, comparison and research, each with its attribution; the \
                          program's licence does not cover them." }</p>
                    <p>{ "Built with Rust, Yew, gloo, wasm-bindgen, serde, rustc-hash, unicode-normalization and \
                          rust-stemmers, each under the MIT licence, the Apache License 2.0 or both." }</p>
                    <p>{ "The tagger learned from GMB, CrossNER, WikiGold, WNUT-17, GUM, Universal NER (English \
                          EWT), MEANTIME and re3d, each under an open licence (Creative Commons BY or BY-SA, \
                          MIT, Open Government Licence or public domain). What it knows of words comes from \
                          spacy-lookups-data and Faker (MIT) and GeoNames (CC BY 4.0)." }</p>
                </section>
            </div>
        </>
    }
}

fn quality(all: &[QualityRow]) -> Html {
    html! {
        <div class="quality">
            <p>
                { "How often the program is right, measured on texts in which people had marked what is there \
                   and which nobody of this project wrote. F1 takes together how much of what was found is right \
                   and how much of what is there was found; CoNLL F1 is the mean of three ways to measure how \
                   well phrases are joined into actors (MUC, B³, CEAFe); nDCG tells how near the top of the \
                   results the answers stand; Pearson, how well two rankings agree. For all of them 1 is all and 0 \
                   nothing. The sets were at hand while the program was made, so texts it has never seen may go a \
                   little worse." }
            </p>
            <div class="table" tabindex="0" role="region" aria-label="Figures and targets">
                <table>
                    <caption class="heard">{ "Figures with targets and figures of other programs" }</caption>
                    <thead><tr>
                        <th scope="col">{ "Texts" }</th>
                        <th scope="col">{ "Figure" }</th>
                        <th scope="col" class="num">{ "Reached" }</th>
                        <th scope="col" class="num">{ "Target" }</th>
                        <th scope="col">{ "Known from elsewhere" }</th>
                    </tr></thead>
                    <tbody>{ for all.iter().map(|q| html! {
                        <tr>
                            <th scope="row">{ t(&q.name) }<small>{ t(&q.note) }</small></th>
                            <td>{ t(&q.figure) }<small>{ t(&q.parts) }</small></td>
                            <td class="num reached">{ t(&q.reached) }<small>{ match q.verdict {
                                "reached" => "target reached",
                                "at least" => "above the least",
                                _ => "below",
                            } }</small></td>
                            <td class="num">{ t(&q.target) }
                                if !q.least.is_empty() {
                                    <small>{ t(&format!("at least {}", q.least)) }</small>
                                }
                            </td>
                            <td>{ t(&q.elsewhere) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </div>
    }
}

/// A number of tenths. Formatting of floating-point numbers would cost the program twenty
/// kilobytes.
fn tenths(n: usize) -> String {
    format!("{}.{}", grouped(n / 10), n % 10)
}

fn timings(v: &AboutView, all: &[Timing]) -> Html {
    if all.is_empty() {
        return html! { <p class="none">{ "Not measured." }</p> };
    }
    html! {
        <dl class="figures">
            { for all.iter().map(|timing| {
                let name = match timing.name.as_str() {
                    "parallax:analyse" => "Analysis of all articles",
                    "parallax:start" => "From opening the page to the first complete view",
                    "parallax:view" => "Last change of page",
                    other => other,
                };
                let speed = (timing.name == "parallax:analyse" && timing.ms > 0.0)
                    .then(|| (v.bytes as f64 / timing.ms) as usize);
                html! {
                    <div>
                        <dt>{ t(name) }</dt>
                        <dd>
                            { tenths((timing.ms * 10.0) as usize) }{ " ms" }
                            if let Some(speed) = speed {
                                <small>{ t(&format!(" · {} kB/s over {} bytes", grouped(speed), grouped(v.bytes))) }</small>
                            }
                        </dd>
                    </div>
                }
            }) }
        </dl>
    }
}
