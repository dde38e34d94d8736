//! What surrounds every page: header, main part, footer.

use crate::app::correct::Standing;
use crate::app::cx::{Cx, Events, Timing};
use crate::app::pages;
use crate::app::parts::{correction_said, t};
use crate::app::saved::Shelf;
use crate::page::{Body, View};
use crate::route::{ArticleSort, Page, Route};
use yew::prelude::*;

/// What is shown, and what happens when it is used.
pub struct Frame<'a> {
    /// The page.
    pub view: &'a View,
    /// Timings on this device.
    pub timings: &'a [Timing],
    /// What the page may call back for.
    pub events: &'a Events,
    /// How corrections stand.
    pub standing: &'a Standing,
    /// Searches that are kept.
    pub shelf: &'a Shelf,
    /// Words are typed into the search field.
    pub on_search_input: Callback<InputEvent>,
    /// The search form is sent.
    pub on_search: Callback<SubmitEvent>,
    /// The skip link is followed.
    pub on_skip: Callback<MouseEvent>,
    /// The list of keys is asked for.
    pub on_help: Callback<MouseEvent>,
}

/// Header, page and footer. A function and no component: each component is compiled with its own
/// copy of Yew's life cycle.
pub fn shell(frame: &Frame<'_>) -> Html {
    let view = frame.view;
    let cx = Cx::new(view.open.as_ref(), frame.timings, frame.events, frame.standing, frame.shelf);
    let (name, body) = pages::page(&view.body, &cx);
    html! {
        <>
            <a class="skip" href="#main" onclick={frame.on_skip.clone()}>{ "Skip to the page" }</a>
            { header(view, frame) }
            <main id="main" data-page={name} tabindex="-1">
                { for view.notices.iter().map(|n| html! {
                    <p class="notice" role="status">{ t(n) }</p>
                }) }
                // What is open and stands nowhere on the page, stands at its top.
                { cx.place().map(|e| html! { <div class="placed">{ e }</div> }).unwrap_or_default() }
                <div class="page" key={name}>{ body }</div>
            </main>
            // Filled by the app, once what it says has stood for a moment.
            <p class="heard" id="said" role="status"></p>
            { correction_said(frame.standing, &frame.events.correct) }
            <footer class="foot">
                <p>{ "Found automatically, by a tagger, word lists and rules. “Not found here” does not mean “not reported”." }</p>
                <p>
                    <a href={Route::to(Page::About).to_hash()}>{ "Method and limits" }</a>
                    <button type="button" class="plain-button" onclick={frame.on_help.clone()}>{ "Keys" }
                        <kbd aria-hidden="true">{ "?" }</kbd>
                    </button>
                </p>
            </footer>
        </>
    }
}

fn header(view: &View, frame: &Frame<'_>) -> Html {
    let here = |pages: &[&str], name: &str| pages.contains(&name);
    let name = match view.body {
        Body::Overview(_) => "overview",
        Body::Articles(_) => "articles",
        Body::Article(_) => "article",
        Body::Actors(_) => "actors",
        Body::Actor(_) => "actor",
        Body::Compare(_) => "compare",
        Body::Search(_) => "search",
        Body::Corrections(_) => "corrections",
        Body::Library(_) => "library",
        Body::About(_) => "about",
        Body::Waiting(w) => w.page,
        Body::Lost(_) => "lost",
    };
    let item = |text: &'static str, page: Page, own: &[&str]| {
        html! {
            <li><a href={Route::to(page).to_hash()}
                aria-current={here(own, name).then_some("page")}>{ text }</a></li>
        }
    };
    let articles = Page::Articles { sort: ArticleSort::default(), outlet: None };
    let actors = Page::Actors(Box::default());
    let compare = Page::Compare(Box::default());
    html! {
        <header class="top">
            <a class="brand" href={Route::to(Page::Overview).to_hash()} aria-label="Parallax: overview">
                <svg viewBox="0 0 22 16" aria-hidden="true" focusable="false">
                    <circle cx="8" cy="8" r="6.2" /><circle cx="14" cy="8" r="6.2" />
                </svg>
                <span>{ "Parallax" }</span>
            </a>
            <nav class="nav" aria-label="Pages"><ul>
                { item("Overview", Page::Overview, &["overview"]) }
                { item("Articles", articles, &["articles", "article"]) }
                { item("Actors", actors, &["actors", "actor"]) }
                { item("Compare", compare, &["compare"]) }
            </ul></nav>
            <form class="find" role="search" action="#/search" onsubmit={frame.on_search.clone()}>
                <label class="heard" for="q">{ "Search the articles" }</label>
                <input type="search" id="q" name="q" placeholder="Search" autocomplete="off"
                    spellcheck="false" enterkeyhint="search" oninput={frame.on_search_input.clone()} />
                <kbd aria-hidden="true">{ "/" }</kbd>
            </form>
            <nav class="nav minor" aria-label="Program"><ul>
                { item("Library", Page::Library, &["library", "corrections"]) }
                { item("About", Page::About, &["about"]) }
            </ul></nav>
        </header>
    }
}

/// What [`Shell`] shows.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShellProps {
    /// The page.
    pub view: std::rc::Rc<View>,
}

/// A page as tests render it to a string.
#[cfg(feature = "ssr")]
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    shell(&Frame {
        view: &props.view,
        timings: &[],
        events: &Events::default(),
        standing: &Standing::default(),
        shelf: &Shelf::default(),
        on_search_input: Callback::noop(),
        on_search: Callback::noop(),
        on_skip: Callback::noop(),
        on_help: Callback::noop(),
    })
}
