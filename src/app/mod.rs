//! The Yew layer: the only code that names a browser.
//!
//! All state that can be shared is in the hash. A change of the hash is parsed into a [`Route`],
//! [`page::view`] makes a [`View`] of it, and [`shell::shell`] renders that. Components hold layout
//! and events, no analysis.

mod browser;
pub mod correct;
pub mod cx;
mod graph;
mod keys;
mod pages;
mod panic;
mod parts;
pub mod saved;
pub mod shell;
mod slices;
mod step;

use crate::analysis::Analysis;
use crate::page::sheet::Sheet;
use crate::page::{self, Body, FileKind, View};
use crate::route::{Page, Route, Search};
use correct::{Desk, Wish};
use cx::{Events, Timing};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use keys::Ask;
use saved::{Keep, Shelf};
use shell::{Frame, shell};
use slices::Slices;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// How long typing may rest before the page follows, in milliseconds: a frame.
const TYPING: u32 = 16;

/// How long results must stand before they are said aloud, in milliseconds: who types a word hears
/// of its results, not of those of each letter.
const SAYING: u32 = 700;

/// How long after the first complete screen what lies below it is laid out, in milliseconds.
const REST: u32 = 100;

/// Analyses what is bundled and mounts the app on `#app`.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|info| panic::paint(&info.to_string())));
    let root = browser::by_id("app").expect("index.html holds #app");
    browser::mark("parallax:analysing");
    let analysis = Rc::new(Analysis::bundled());
    browser::mark("parallax:analysed");
    browser::measure("parallax:analyse", "parallax:analysing", "parallax:analysed");
    root.set_text_content(None);
    yew::Renderer::<App>::with_root_and_props(root.into(), AppProps { analysis }).render();
}

/// What the app is given.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The analysed articles.
    pub analysis: Rc<Analysis>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.analysis, &other.analysis)
    }
}

/// What happens to the app.
pub enum Msg {
    /// The hash has changed.
    Hash,
    /// Words were typed into the search field.
    Search(String),
    /// Words were typed into a page's filter.
    Filter(String),
    /// What the page shows is to be saved as a file, or only the evidence that is open (`true`).
    Save(FileKind, bool),
    /// The page is to be printed, or its evidence sheet where it has one.
    Print,
    /// The dialog for printing is closed.
    Printed,
    /// A search is to be kept or forgotten.
    Keep(Keep),
    /// The next slice of work is due.
    Slice,
    /// Work in slices is to go on, or to stop.
    Build(bool),
    /// Typing has rested.
    Rested,
    /// The search form was sent.
    Send,
    /// A key.
    Key(KeyboardEvent),
    /// The page is being left.
    Leave,
    /// A correction, or something about corrections.
    Wish(Wish),
    /// Another tab has kept something.
    Stored,
    /// A file was read: its name, and its text or why not.
    Imported(String, Result<String, String>),
    /// The start was measured; a page that shows timings can show it.
    Measured,
}

/// What is to be done once the page is painted.
enum After {
    Nothing,
    /// A new page.
    Top,
    /// A page that was here before.
    Restore(f64),
    /// What bears this id was opened by this link, which stood here.
    Opened(&'static str, Anchor),
    /// What this hash had opened was closed.
    Closed(String),
    /// Show this sentence.
    Sentence(usize),
    /// Something else changed; keep this link where it stood.
    Keep(Anchor),
}

/// An element that must not move under the reader's eyes.
struct Anchor(Option<(HtmlElement, f64)>);

impl Anchor {
    fn take() -> Self {
        Self(browser::focused().map(|e| {
            let y = e.get_bounding_client_rect().top();
            (e, y)
        }))
    }

    fn hold(&self) {
        if let Some((e, y)) = &self.0
            && e.is_connected()
        {
            let moved = e.get_bounding_client_rect().top() - y;
            if moved.abs() > 1.0 {
                browser::scroll_to(browser::scrolled() + moved);
            }
        }
    }
}

/// The app.
pub struct App {
    analysis: Rc<Analysis>,
    desk: Desk,
    hash: String,
    route: Route,
    view: View,
    after: After,
    scroll: browser::Scroll,
    typed: Option<Msg>,
    timer: Option<Timeout>,
    shelf: Shelf,
    slices: Slices,
    saying: Option<Timeout>,
    /// What is to be printed in place of the page.
    paper: Option<Sheet>,
    /// Whether the dialog for printing is still to be opened.
    prints: bool,
    events: Events,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let hash = browser::hash();
        let route = Route::parse(&hash);
        let mut analysis = ctx.props().analysis.clone();
        let desk = Desk::open(&mut analysis);
        let mut slices = Slices::new(ctx.link().callback(|()| Msg::Slice));
        let view = look(&analysis, &route, &mut slices);
        let mut scroll = browser::Scroll::new();
        let after = match (scroll.enter(), &route.page) {
            (Some(y), _) => After::Restore(y),
            (None, Page::Article { at: Some(at), .. }) => After::Sentence(*at),
            (None, _) if route.open.is_some() => After::Opened("evidence", Anchor(None)),
            (None, Page::Compare(state)) if state.row.is_some() => {
                After::Opened("row", Anchor(None))
            }
            _ => After::Nothing,
        };
        Self {
            analysis,
            desk,
            hash,
            route,
            view,
            after,
            scroll,
            typed: None,
            timer: None,
            shelf: Shelf::open(),
            slices,
            saying: None,
            paper: None,
            prints: false,
            events: Events {
                filter: ctx.link().callback(Msg::Filter),
                correct: ctx.link().callback(Msg::Wish),
                save: ctx.link().callback(|(kind, open)| Msg::Save(kind, open)),
                print: ctx.link().callback(|()| Msg::Print),
                keep: ctx.link().callback(Msg::Keep),
                build: ctx.link().callback(Msg::Build),
            },
            _listeners: listen(ctx),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Hash => self.follow(),
            Msg::Search(words) => {
                // Elsewhere the search begins with Enter.
                if matches!(self.route.page, Page::Search(_)) {
                    self.wait(ctx, Msg::Search(words));
                }
                false
            }
            Msg::Filter(words) => {
                self.wait(ctx, Msg::Filter(words));
                false
            }
            Msg::Save(kind, open) => {
                let file = if open {
                    page::open_file(&self.analysis, &self.route, kind)
                } else {
                    page::file(&self.analysis, &self.route, &self.view, kind)
                };
                if let Some(f) = file {
                    let text = match browser::download(&f.name, f.media, &f.text) {
                        true => format!("Written to “{}”.", f.name),
                        false => "This browser does not let the page write files.".to_owned(),
                    };
                    self.tell(text);
                }
                false
            }
            Msg::Print => {
                self.paper = page::printed(&self.analysis, &self.route);
                self.prints = true;
                true
            }
            Msg::Printed => self.paper.take().is_some(),
            Msg::Keep(keep) => {
                self.keep(&keep);
                true
            }
            Msg::Slice => {
                if page::work(&self.route).is_some() {
                    self.show(self.route.clone());
                    return true;
                }
                self.slices.go_on(&self.analysis);
                false
            }
            Msg::Build(on) => {
                self.slices.set(on);
                self.show(self.route.clone());
                true
            }
            Msg::Rested => self.typed(),
            Msg::Send => {
                let words = search_field().map(|q| q.value()).unwrap_or_default();
                self.timer = None;
                let to = match &self.route.page {
                    Page::Search(state) => state.asking(words),
                    _ => Search::default().asking(words),
                };
                let to = Page::Search(Box::new(to));
                browser::go(&Route::to(to).to_hash());
                false
            }
            Msg::Key(e) => match keys::ask(&e) {
                Some(Ask::Undo | Ask::Redo) if keys::shown() || correct::shown() => false,
                Some(ask @ (Ask::Undo | Ask::Redo)) => {
                    let wish = if ask == Ask::Undo { Wish::Undo } else { Wish::Redo };
                    let done = self.wish(ctx, wish);
                    if done {
                        e.prevent_default();
                    }
                    done
                }
                Some(ask) => {
                    if self.act(ask) {
                        e.prevent_default();
                    }
                    false
                }
                None => false,
            },
            Msg::Wish(wish) => self.wish(ctx, wish),
            Msg::Stored => {
                let searches = self.shelf.catch_up();
                self.stored() || searches
            }
            Msg::Imported(name, text) => self.import(&name, text),
            Msg::Measured => matches!(self.view.body, Body::About(_)),
            Msg::Leave => {
                self.scroll.note();
                self.scroll.keep();
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let timings = match self.view.body {
            Body::About(_) => {
                browser::measures().into_iter().map(|(name, ms)| Timing { name, ms }).collect()
            }
            _ => Vec::new(),
        };
        let on_search_input = link.callback(|e: InputEvent| {
            let words = e.target_dyn_into::<HtmlInputElement>().map(|i| i.value());
            Msg::Search(words.unwrap_or_default())
        });
        let on_search = link.callback(|e: SubmitEvent| {
            e.prevent_default();
            Msg::Send
        });
        let on_skip = Callback::from(|e: MouseEvent| {
            // Following the link would change the hash, and the hash is the state.
            e.prevent_default();
            if let Some(main) = browser::by_id("main") {
                let _ = main.focus();
            }
        });
        let on_help = Callback::from(|_| keys::show());
        let frame = Frame {
            view: &self.view,
            timings: &timings,
            events: &self.events,
            standing: &self.desk.standing,
            shelf: &self.shelf,
            on_search_input,
            on_search,
            on_skip,
            on_help,
        };
        html! {
            <>
                // Before all else, so that print can leave out what follows.
                { for self.paper.iter().map(parts::sheet) }
                { shell(&frame) }
                { keys::list() }
                { parts::correction_dialog(&self.desk.standing, &self.events.correct) }
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if let Some(d) = browser::document() {
            d.set_title(&format!("{} · Parallax", self.view.title));
        }
        if let (Page::Search(state), Some(q)) = (&self.route.page, search_field())
            && self.timer.is_none()
            && q.value() != state.query
        {
            q.set_value(&state.query);
        }
        self.corrections_painted();
        self.settle();
        if std::mem::take(&mut self.prints) {
            browser::print();
        }
        if first {
            browser::mark("parallax:mounted");
            browser::mark("parallax:ready");
            browser::measure("parallax:start", "navigationStart", "parallax:ready");
            if let Some(root) = browser::document().and_then(|d| d.document_element()) {
                let _ = root.set_attribute("data-parallax", "ready");
                // The first screen stands; what lies below it may now be laid out too.
                Timeout::new(REST, move || {
                    let _ = root.set_attribute("data-settled", "");
                })
                .forget();
            }
            ctx.link().send_message(Msg::Measured);
        }
    }
}

impl App {
    /// Shows what the hash now says.
    fn follow(&mut self) -> bool {
        let hash = browser::hash();
        if hash == self.hash {
            return false;
        }
        self.timer = None;
        let before = std::mem::replace(&mut self.hash, hash);
        let route = Route::parse(&self.hash);
        let anchor = Anchor::take();
        self.scroll.note();
        self.after = match self.scroll.enter() {
            Some(y) => After::Restore(y),
            None => after(&self.route, &route, before, anchor),
        };
        // What was said or wrong belongs to the page that is left.
        self.desk.turned();
        self.show(route);
        true
    }

    fn show(&mut self, route: Route) {
        browser::mark("parallax:turning");
        self.view = look(&self.analysis, &route, &mut self.slices);
        self.route = route;
        // Some browsers do not say that the dialog for printing is closed.
        self.paper = None;
        self.tell(match &self.view.body {
            Body::Search(v) => parts::results(v),
            _ => String::new(),
        });
        browser::mark("parallax:turned");
        browser::measure("parallax:view", "parallax:turning", "parallax:turned");
    }

    /// Says something aloud once it has stood for a moment; what was to be said before is not.
    fn tell(&mut self, text: String) {
        self.saying = Some(Timeout::new(SAYING, move || {
            if let Some(e) = browser::by_id("said") {
                e.set_text_content(Some(&text));
            }
        }));
    }

    fn wait(&mut self, ctx: &Context<Self>, typed: Msg) {
        self.typed = Some(typed);
        let link = ctx.link().clone();
        self.timer = Some(Timeout::new(TYPING, move || link.send_message(Msg::Rested)));
    }

    /// Follows what was typed, without a new entry in the history.
    fn typed(&mut self) -> bool {
        self.timer = None;
        let page = match (self.typed.take(), &self.route.page) {
            (Some(Msg::Search(query)), Page::Search(state)) => {
                Page::Search(Box::new(state.asking(query)))
            }
            (Some(Msg::Filter(filter)), Page::Actors(state)) => {
                let mut state = state.clone();
                state.filter = filter;
                Page::Actors(state)
            }
            _ => return false,
        };
        let route = Route::to(page);
        if route == self.route {
            return false;
        }
        self.hash = route.to_hash();
        browser::replace(&self.hash);
        self.after = After::Nothing;
        self.show(route);
        true
    }

    /// Does what a key asks for; `false` if there is nothing to do here.
    fn act(&mut self, ask: Ask) -> bool {
        if keys::shown() || correct::shown() {
            return false;
        }
        match ask {
            Ask::Search => search_field().is_some_and(|q| {
                q.select();
                q.focus().is_ok()
            }),
            Ask::Help => {
                keys::show();
                true
            }
            Ask::Escape => self.escape(),
            Ask::Next | Ask::Previous => {
                let Body::Article(a) = &self.view.body else { return false };
                let to = if ask == Ask::Next { &a.next } else { &a.previous };
                to.as_ref().is_some_and(|l| {
                    browser::go(&l.href);
                    true
                })
            }
            Ask::Down | Ask::Up => self.walk(ask == Ask::Down),
            // These are the app's own, not the page's.
            Ask::Undo | Ask::Redo => false,
        }
    }

    fn escape(&mut self) -> bool {
        if let Some(open) = &self.view.open {
            browser::go(&open.close);
            return true;
        }
        if browser::typing() {
            // The browser empties a search field by itself; leave it after that.
            return browser::focused().is_some_and(|e| {
                let empty = e.dyn_ref::<HtmlInputElement>().is_none_or(|i| i.value().is_empty());
                if empty {
                    let _ = e.blur();
                }
                empty
            });
        }
        let list = match self.route.page {
            // Back to the words that were searched.
            Page::Search(_) => return self.act(Ask::Search),
            Page::Article { .. } => "#/articles",
            Page::Actor { .. } => "#/actors",
            _ => return false,
        };
        browser::go(list);
        true
    }

    /// Moves the focus among the results.
    fn walk(&self, down: bool) -> bool {
        let Some(main) = browser::by_id("main") else { return false };
        let hits = browser::find_all(&main, ".results a.hit, .results a.place");
        let Some(focused) = browser::focused() else { return false };
        let at = hits.iter().position(|h| *h == focused);
        let in_field = focused.id() == "q";
        let to = match (at, down) {
            (None, true) if in_field => hits.first(),
            (Some(i), true) => hits.get(i + 1),
            (Some(0), false) => {
                let _ = search_field().map(|q| q.focus());
                return true;
            }
            (Some(i), false) => hits.get(i - 1),
            _ => None,
        };
        to.is_some_and(|h| h.focus().is_ok())
    }

    /// Scrolls and focuses after a change.
    fn settle(&mut self) {
        // What is to be done on the page waits for it.
        if matches!(self.view.body, Body::Waiting(_)) {
            return;
        }
        let main = || browser::by_id("main");
        match std::mem::replace(&mut self.after, After::Nothing) {
            After::Nothing => return,
            After::Top => {
                browser::scroll_to(0.0);
                // In the search field, typing goes on.
                if browser::focused().is_none_or(|e| e.id() != "q")
                    && let Some(m) = main()
                {
                    browser::focus(&m);
                }
            }
            After::Restore(y) => browser::scroll_to(y),
            After::Opened(id, anchor) => {
                anchor.hold();
                if let Some(e) = browser::by_id(id) {
                    browser::focus(&e);
                    browser::bring(&e, false);
                }
            }
            After::Closed(hash) => {
                if let Some(a) = browser::find(&format!("a[href=\"{hash}\"]")) {
                    browser::focus(&a);
                    browser::bring(&a, false);
                }
            }
            After::Sentence(n) => {
                if let Some(s) = browser::by_id(&format!("s{n}")) {
                    browser::bring(&s, true);
                    if let Some(m) = main() {
                        browser::focus(&m);
                    }
                }
            }
            After::Keep(anchor) => anchor.hold(),
        }
        if browser::focused().is_none()
            && let Some(m) = main()
        {
            browser::focus(&m);
        }
    }
}

/// What a route shows: how far that is which it needs, until it is there.
fn look(analysis: &Analysis, route: &Route, slices: &mut Slices) -> View {
    match page::work(route).and_then(|work| slices.go(analysis, work)) {
        Some(so_far) => page::building(route, so_far),
        None => page::view(analysis, route),
    }
}

/// What the change from one route to another asks for.
fn after(old: &Route, new: &Route, before: String, anchor: Anchor) -> After {
    let same = match (&old.page, &new.page) {
        (Page::Article { id: a, .. }, Page::Article { id: b, .. })
        | (Page::Actor { id: a, .. }, Page::Actor { id: b, .. }) => a == b,
        // Other words, and other pages of results or of a table, are read from the top.
        (Page::Search(a), Page::Search(b)) => a.query == b.query && a.page == b.page,
        (Page::Compare(a), Page::Compare(b)) => a.table != b.table || a.page == b.page,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    };
    let at = |r: &Route| match r.page {
        Page::Article { at, .. } => at,
        _ => None,
    };
    let row = |r: &Route| match &r.page {
        Page::Compare(state) => state.row.clone(),
        _ => None,
    };
    match (at(new), &new.open) {
        (Some(n), None) if !same || at(old) != Some(n) => After::Sentence(n),
        _ if !same && new.open.is_none() => After::Top,
        (_, Some(_)) if old.open != new.open => {
            After::Opened("evidence", if same { anchor } else { Anchor(None) })
        }
        (_, None) if old.open.is_some() => After::Closed(before),
        _ => match (row(old), row(new)) {
            (None, Some(_)) => After::Opened("row", Anchor(None)),
            (Some(_), None) => After::Closed(before),
            _ => After::Keep(anchor),
        },
    }
}

fn search_field() -> Option<HtmlInputElement> {
    browser::by_id("q")?.dyn_into().ok()
}

fn listen(ctx: &Context<App>) -> Vec<EventListener> {
    let Some(window) = browser::window() else { return Vec::new() };
    let hash = ctx.link().callback(|()| Msg::Hash);
    let leave = ctx.link().callback(|()| Msg::Leave);
    let printed = ctx.link().callback(|()| Msg::Printed);
    let key = ctx.link().callback(Msg::Key);
    let mut all = vec![
        EventListener::new(&window, "hashchange", move |_| hash.emit(())),
        EventListener::new(&window, "pagehide", move |_| leave.emit(())),
        EventListener::new(&window, "afterprint", move |_| printed.emit(())),
        EventListener::new_with_options(
            &window,
            "keydown",
            EventListenerOptions::enable_prevent_default(),
            move |e| {
                if let Some(e) = e.dyn_ref::<KeyboardEvent>() {
                    key.emit(e.clone());
                }
            },
        ),
    ];
    all.extend(step::listen());
    all.extend(correct::listen(ctx));
    all.extend(graph::listen());
    all
}
