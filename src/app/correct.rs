//! Corrections in the app: what the reader wishes, what is kept in the browser, what was said.

use crate::analysis::Analysis;
use crate::app::{After, Anchor, App, Msg, browser};
use crate::correction::{self, Correction, Log, Outcome};
use crate::page::{self, Deed, Fault, FixView};
use crate::route::{Page, Route};
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{File, FileReader, HtmlDialogElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Where corrections are kept.
const KEPT: &str = "parallax.corrections";

/// Where what could not be read is put aside.
const UNREAD: &str = "parallax.corrections.unread";

/// The largest file that is read, in bytes.
const LARGEST: f64 = 8_388_608.0;

/// What a reader wishes.
#[derive(Clone, Debug)]
pub enum Wish {
    /// To correct something.
    Do(Deed),
    /// To take one correction back.
    Remove(usize),
    /// To undo the last step.
    Undo,
    /// To redo it.
    Redo,
    /// To take all corrections back.
    Clear,
    /// To have them as a file.
    Export,
    /// To add those of a file.
    Import(File),
    /// To correct the names at a link, first the one with these words.
    Open(String, String),
    /// To correct another name there.
    Choose(usize),
    /// To correct none of them.
    Close,
    /// To be told no more.
    Dismiss,
}

/// What a page shows of the state of corrections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// What would be undone.
    pub undo: Option<String>,
    /// What would be redone.
    pub redo: Option<String>,
    /// Why corrections are not kept in this browser, if so.
    pub unkept: Option<String>,
    /// What is wrong with the form that was sent.
    pub fault: Option<Fault>,
    /// What an import did, or why it was refused.
    pub report: Option<Result<String, String>>,
    /// What was done last.
    pub said: Option<Said>,
    /// Names that are being corrected, and the chosen one.
    pub fix: Option<(Rc<FixView>, usize)>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// In words.
    pub text: String,
    /// Where it can be seen.
    pub link: Option<(String, String)>,
    /// Whether undoing is offered.
    pub undo: bool,
}

/// The log, and what is kept of it.
#[derive(Default)]
pub struct Desk {
    log: Log,
    /// What this tab last read or wrote.
    seen: Option<String>,
    /// What was kept, but could not be read.
    unread: Option<String>,
    /// What pages show of it.
    pub standing: Standing,
}

impl Desk {
    /// Takes up what the browser kept.
    pub fn open(analysis: &mut Rc<Analysis>) -> Self {
        let mut desk = Self { seen: browser::kept(KEPT), ..Self::default() };
        match desk.seen.as_deref().map(correction::read) {
            None => {}
            Some(Ok(list)) => {
                if !list.is_empty() {
                    Rc::make_mut(analysis).correct(list.clone());
                }
                desk.log = Log::of(list, page::sentence);
            }
            Some(Err(why)) => {
                desk.unread = desk.seen.clone();
                desk.standing.unkept = Some(format!(
                    "The corrections that this browser kept cannot be read and are not in force. \
                     They are put aside before new ones are kept. {why}"
                ));
                let text = "The corrections that this browser kept cannot be read.".to_owned();
                let link = (Route::to(Page::Corrections).to_hash(), "Why".to_owned());
                desk.say(text, Some(link), false);
            }
        }
        desk.stand();
        desk
    }

    fn stand(&mut self) {
        self.standing.undo = self.log.undoable().map(str::to_owned);
        self.standing.redo = self.log.redoable().map(str::to_owned);
    }

    /// Takes over what another tab has kept meanwhile; `true` if that was something else.
    fn catch_up(&mut self) -> bool {
        let Some(now) = browser::kept(KEPT) else { return false };
        if self.seen.as_ref() == Some(&now) {
            return false;
        }
        let Ok(list) = correction::read(&now) else { return false };
        self.seen = Some(now);
        self.log.replace(list, "Changes of another tab".to_owned())
    }

    fn keep(&mut self) {
        if let Some(text) = self.unread.take() {
            browser::keep(UNREAD, &text);
        }
        let text = correction::write(&self.log.list());
        let kept = browser::try_keep(KEPT, &text);
        self.standing.unkept = (!kept).then(|| {
            "This browser does not let the page keep them: storage is blocked or full, as in a \
             private window. They hold until this tab is closed; export them to have them again."
                .to_owned()
        });
        if kept {
            self.seen = Some(text);
        }
    }

    /// Another page is shown.
    pub fn turned(&mut self) {
        self.standing.fault = None;
        self.standing.report = None;
        self.standing.fix = None;
        self.standing.said = None;
    }

    fn say(&mut self, text: String, link: Option<(String, String)>, undo: bool) {
        let text = match &self.standing.unkept {
            Some(_) if undo => format!("{text} It is not kept in this browser."),
            _ => text,
        };
        self.standing.said = Some(Said { text, link, undo });
    }
}

fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::by_id("fix")?.dyn_into().ok()
}

/// Whether names are being corrected in front of the page.
pub fn shown() -> bool {
    dialog().is_some_and(|d| d.open())
}

/// Fields that begin with a value, which typing then changes.
fn fill() {
    let Some(body) = browser::document().and_then(|d| d.document_element()) else { return };
    for field in browser::find_all(&body, "[data-value]") {
        let value = field.get_attribute("data-value").unwrap_or_default();
        if field.get_attribute("data-set").as_ref() == Some(&value) {
            continue;
        }
        if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(&value);
        } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            if input.type_() == "radio" {
                input.set_checked(true);
            } else {
                input.set_value(&value);
            }
        }
        let _ = field.set_attribute("data-set", &value);
    }
}

/// Listens for what lies outside the app: other tabs, and the buttons beside names.
pub fn listen(ctx: &Context<App>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (browser::window(), browser::document()) else {
        return Vec::new();
    };
    let stored = ctx.link().callback(|()| Msg::Stored);
    let wish = ctx.link().callback(Msg::Wish);
    vec![
        EventListener::new(&window, "storage", move |_| stored.emit(())),
        EventListener::new(&document, "click", move |e| {
            let target = e.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            let Some(target) = target else { return };
            let near = |selector: &str| target.closest(selector).ok().flatten();
            if let Some(id) = near("[data-go]").and_then(|b| b.get_attribute("data-go")) {
                let _ = browser::by_id(&id).map(|e| e.focus());
            }
            let button = near("[data-fix]");
            if let Some(b) = button {
                let of = |name: &str| b.get_attribute(name).unwrap_or_default();
                wish.emit(Wish::Open(of("data-fix"), of("data-words")));
            }
        }),
    ]
}

impl App {
    /// Does what the reader wishes; `true` if that shows.
    pub(super) fn wish(&mut self, ctx: &Context<Self>, wish: Wish) -> bool {
        match wish {
            Wish::Do(deed) => self.correct(&deed),
            Wish::Remove(number) => {
                self.desk.catch_up();
                let list = self.desk.log.list();
                let Some(c) = list.get(number) else { return false };
                let step = format!("Taken back: {}", page::words(&c.edit));
                self.desk.log.remove(number, step.clone());
                self.follow_log();
                self.desk.say(format!("{step}."), None, true);
            }
            Wish::Undo => return self.turn(false),
            Wish::Redo => return self.turn(true),
            Wish::Clear => {
                self.desk.catch_up();
                let step = match self.desk.log.len() {
                    0 => return false,
                    1 => "Took the one correction back".to_owned(),
                    n => format!("Took all {n} corrections back"),
                };
                self.desk.log.clear(step.clone());
                self.follow_log();
                self.desk.say(format!("{step}."), None, true);
            }
            Wish::Export => {
                let text = correction::write(&self.desk.log.list());
                let name = format!("parallax-corrections-{}.json", today());
                let text = match browser::download(&name, "application/json", &text) {
                    true => format!("Written to “{name}”."),
                    false => "This browser does not let the page write files.".to_owned(),
                };
                self.desk.say(text, None, false);
            }
            Wish::Import(file) => read_file(ctx, &file),
            Wish::Open(link, words) => {
                self.desk.standing.fault = None;
                self.desk.standing.fix = page::fix(&self.analysis, &link, &words).map(|fix| {
                    let chosen = fix.chosen;
                    (Rc::new(fix), chosen)
                });
            }
            Wish::Choose(i) => {
                if let Some((_, chosen)) = &mut self.desk.standing.fix {
                    *chosen = i;
                }
            }
            Wish::Close => {
                self.desk.standing.fix = None;
                self.desk.standing.fault = None;
            }
            Wish::Dismiss => self.desk.standing.said = None,
        }
        true
    }

    fn correct(&mut self, deed: &Deed) {
        self.desk.standing.fault = None;
        if self.desk.catch_up() {
            self.put();
        }
        let edit = match page::edit(&self.analysis, deed) {
            Ok(edit) => edit,
            Err(fault) => {
                self.desk.standing.fault = Some(fault);
                return;
            }
        };
        let step = page::sentence(&edit);
        self.desk.log.push(Correction { edit, made: Some(today()) }, step.clone());
        self.follow_log();
        if let Some(Outcome::NotApplied(why)) = self.analysis.effects.outcomes.last() {
            let text = format!("This changes nothing: {why}.");
            let field = match deed {
                Deed::Rename { .. } => "rename",
                Deed::Retype { .. } => "retype",
                Deed::Merge { .. } => "merge",
                Deed::Drop { .. } => "drop",
                Deed::Fix { .. } => "fix",
            };
            self.desk.log.undo();
            self.follow_log();
            self.desk.standing.fault = Some(Fault { field, text });
            return;
        }
        self.desk.standing.fix = None;
        let link = self.made();
        self.desk.say(format!("{step}."), link, true);
    }

    /// The actor that the last correction made, if it is not the one on this page.
    fn made(&self) -> Option<(String, String)> {
        let last = self.analysis.effects.outcomes.len().checked_sub(1)?;
        let notes = &self.analysis.effects.notes;
        let here = match &self.route.page {
            Page::Actor { id, .. } => self.analysis.actor(id),
            _ => None,
        };
        let i = (0..notes.len())
            .find(|i| Some(*i) != here && notes.get(*i).is_some_and(|n| n.contains(&last)))?;
        let actor = self.analysis.actors.actors.get(i)?;
        Some((Route::actor(&actor.id).to_hash(), actor.name.clone()))
    }

    fn turn(&mut self, forward: bool) -> bool {
        if self.stored() {
            // What would be undone is not what the reader has seen.
            return true;
        }
        let log = &mut self.desk.log;
        let (step, sign) = if forward {
            (log.redoable().map(str::to_owned), "Done again")
        } else {
            (log.undoable().map(str::to_owned), "Undone")
        };
        let Some(step) = step else { return false };
        let _ = if forward { log.redo() } else { log.undo() };
        self.follow_log();
        self.desk.say(format!("{sign}: {step}."), None, false);
        true
    }

    /// Puts the corrections of the log into force, keeps them, and shows the page again.
    fn follow_log(&mut self) {
        self.desk.keep();
        self.put();
    }

    fn put(&mut self) {
        let before = match &self.route.page {
            Page::Actor { id, .. } => self.analysis.actor(id).map(|_| id.clone()),
            _ => None,
        };
        let anchor = Anchor::take();
        Rc::make_mut(&mut self.analysis).correct(self.desk.log.list());
        self.desk.stand();
        self.after = After::Keep(anchor);
        let mut route = self.route.clone();
        if let Some(id) = before {
            // The page stays with the actor, whatever its id is now.
            let now = self.analysis.actor(&id).and_then(|i| self.analysis.actors.actors.get(i));
            match now {
                Some(actor) => {
                    if let Page::Actor { id, .. } = &mut route.page {
                        id.clone_from(&actor.id);
                    }
                }
                None => route = Route::parse("#/actors"),
            }
            if route != self.route {
                self.hash = route.to_hash();
                browser::replace(&self.hash);
                // Another actor's page than the one that was corrected.
                self.after = After::Top;
            }
        }
        self.show(route);
    }

    /// Takes over what another tab did.
    pub(super) fn stored(&mut self) -> bool {
        let changed = self.desk.catch_up();
        if changed {
            self.put();
            let text = "Corrections were changed in another tab; this one follows.".to_owned();
            self.desk.say(text, None, false);
        }
        changed
    }

    /// Adds the corrections of a file, or says why not.
    pub(super) fn import(&mut self, name: &str, text: Result<String, String>) -> bool {
        let list = text.and_then(|text| correction::read(&text));
        let list = match list {
            Ok(list) => list,
            Err(why) => {
                let text = format!("“{name}” was refused and nothing was changed. {why}");
                self.desk.standing.report = Some(Err(text));
                return true;
            }
        };
        self.desk.catch_up();
        let all = list.len();
        let added = self.desk.log.extend(list, format!("Import of “{name}”"));
        self.follow_log();
        let outcomes = &self.analysis.effects.outcomes;
        let new = outcomes.get(outcomes.len().saturating_sub(added)..).unwrap_or(&[]);
        let idle = new.iter().filter(|o| matches!(o, Outcome::NotApplied(_))).count();
        let mut text = format!("“{name}”: {all} read, {added} added");
        if added < all {
            text.push_str(&format!(", {} there already", all - added));
        }
        text.push('.');
        if idle > 0 {
            text.push_str(&format!(
                " {idle} of them change nothing here; they are kept, each with its reason."
            ));
        }
        self.desk.standing.report = Some(Ok(text));
        true
    }

    /// What is done with corrections once the page is painted.
    pub(super) fn corrections_painted(&mut self) {
        fill();
        let Some(d) = dialog() else { return };
        match (&self.desk.standing.fix, d.open()) {
            (Some(_), false) => {
                let _ = d.show_modal();
                // Of many names the chosen one may stand below the first ones.
                if let Some(name) = browser::find("input[name=fix-name]:checked") {
                    browser::bring(&name, false);
                }
            }
            (None, true) => d.close(),
            _ => {}
        }
    }
}

fn read_file(ctx: &Context<App>, file: &File) {
    let name = file.name();
    let done = ctx.link().callback(move |text| Msg::Imported(name.clone(), text));
    if file.size() > LARGEST {
        done.emit(Err("The file is larger than 8 MB.".to_owned()));
        return;
    }
    let unreadable = || Err("The browser could not read the file.".to_owned());
    let Ok(reader) = FileReader::new() else {
        done.emit(unreadable());
        return;
    };
    let own = reader.clone();
    let told = done.clone();
    EventListener::once(&reader, "loadend", move |_| {
        let text = own.result().ok().and_then(|r| r.as_string());
        told.emit(text.map_or_else(unreadable, Ok));
    })
    .forget();
    if reader.read_as_text(file).is_err() {
        done.emit(Err("The browser could not read the file.".to_owned()));
    }
}
