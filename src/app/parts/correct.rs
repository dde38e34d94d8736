//! What corrects: the forms of the actor page, buttons beside names, the dialog, the last word.

use crate::app::browser;
use crate::app::correct::{Standing, Wish};
use crate::app::cx::Cx;
use crate::app::parts::{heard, pieces, t};
use crate::entity::EntityType;
use crate::page::{CorrectView, Deed, Fault, FixName, FixView, Give, NoteView, Reach};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What is typed into a field.
fn field(id: &str) -> String {
    let input = browser::by_id(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    input.map(|i| i.value()).unwrap_or_default()
}

/// What is chosen among radio buttons.
fn chosen(name: &str) -> String {
    let input = browser::find(&format!("input[name={name}]:checked"));
    let input = input.and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    input.map(|i| i.value()).unwrap_or_default()
}

fn fault(of: Option<&Fault>, field: &'static str) -> Html {
    match of.filter(|f| f.field == field) {
        Some(f) => html! {
            <p class="fault" role="alert" id={format!("{field}-fault")}>{ t(&f.text) }</p>
        },
        None => t(""),
    }
}

fn wishes(on: &Callback<Wish>, wish: Wish) -> Callback<MouseEvent> {
    on.reform(move |_| wish.clone())
}

fn suggestions(id: &'static str, others: &[String]) -> Html {
    html! {
        <datalist {id}>{ for others.iter().map(|o| html! { <option value={o.clone()} /> }) }</datalist>
    }
}

/// A form, sent as a deed.
fn form(on: &Callback<Wish>, deed: Rc<dyn Fn() -> Deed>, inner: Html) -> Html {
    let onsubmit = on.reform(move |e: SubmitEvent| {
        e.prevent_default();
        Wish::Do(deed())
    });
    html! { <form {onsubmit}>{ inner }</form> }
}

/// What the reader did to an actor.
pub fn notes(all: &[NoteView], cx: &Cx) -> Html {
    if all.is_empty() {
        return t("");
    }
    html! {
        <ul class="notes" aria-label="Your corrections of this actor">
            { for all.iter().map(|n| html! {
                <li>
                    <span>{ t(&n.text) }
                        if let Some(day) = &n.made {
                            <>{ " " }<small class="how">{ t(day) }</small></>
                        }
                    </span>
                    <button type="button" class="button"
                        onclick={wishes(&cx.events.correct, Wish::Remove(n.number))}>
                        { "Take back" }
                        <span class="heard">{ t(&format!(": {}", n.text)) }</span>
                    </button>
                </li>
            }) }
        </ul>
    }
}

/// One form of the actor page: a field with its label, and the button that sends it.
struct Small<'a> {
    id: &'static str,
    label: &'static str,
    button: &'static str,
    deed: Rc<dyn Fn() -> Deed>,
    /// What the text field holds at first; no text field without.
    text: Option<&'a str>,
    /// Instead of a text field.
    other: Html,
    suggest: Option<&'static str>,
}

fn small(f: Small<'_>, cx: &Cx) -> Html {
    let wrong = cx.standing.fault.as_ref().filter(|w| w.field == f.id);
    let by = wrong.map(|_| format!("{}-fault", f.id));
    let inner = html! {
        <>
            if f.id == "drop" {
                <span class="label-like">{ f.label }</span>
            } else {
                <label for={f.id}>{ f.label }</label>
            }
            <span class="with-button">
                if let Some(text) = f.text {
                    <input type="text" id={f.id} list={f.suggest} autocomplete="off" spellcheck="false"
                        data-value={text.to_owned()} aria-invalid={wrong.map(|_| "true")}
                        aria-describedby={by} />
                }
                { f.other }
                <button class="button">{ f.button }</button>
            </span>
            { fault(wrong, f.id) }
        </>
    };
    form(&cx.events.correct, f.deed, inner)
}

/// The forms of the actor page.
pub fn section(v: &CorrectView, cx: &Cx) -> Html {
    let id = || v.id.clone();
    let (renaming, retyping, merging, dropping) = (id(), id(), id(), id());
    let rename = Small {
        id: "rename",
        label: "Name",
        button: "Rename",
        deed: Rc::new(move || Deed::Rename { actor: renaming.clone(), name: field("rename") }),
        text: Some(&v.name),
        other: t(""),
        suggest: None,
    };
    let retype = Small {
        id: "retype",
        label: "Type",
        button: "Change type",
        deed: Rc::new(move || {
            let select = browser::by_id("retype");
            let select = select.and_then(|e| e.dyn_into::<HtmlSelectElement>().ok());
            let code = select.map(|s| s.value()).unwrap_or_default();
            let kind = EntityType::from_code(&code).unwrap_or(EntityType::Misc);
            Deed::Retype { actor: retyping.clone(), kind }
        }),
        text: None,
        other: html! {
            <select id="retype" data-value={v.kind.code()}>
                { for EntityType::ALL.into_iter().map(|k| html! {
                    <option value={k.code()}>{ k.label() }</option>
                }) }
            </select>
        },
        suggest: None,
    };
    let merge = Small {
        id: "merge",
        label: "The same as another actor",
        button: "Merge",
        deed: Rc::new(move || Deed::Merge { actor: merging.clone(), into: field("merge") }),
        text: Some(""),
        other: suggestions("merge-others", &v.others),
        suggest: Some("merge-others"),
    };
    let drop = Small {
        id: "drop",
        label: "A mistake",
        button: "Not an actor",
        deed: Rc::new(move || Deed::Drop { actor: dropping.clone() }),
        text: None,
        other: t(""),
        suggest: None,
    };
    html! {
        <section class="correct" aria-labelledby="correct" key={v.id.clone()}>
            <h2 id="correct">{ "Correct this actor" }</h2>
            <p class="how">
                { "Every page follows at once, and every step can be undone. Kept in this browser, for these articles and those to come. " }
                <a href={v.all.href.clone()}>{ t(&v.all.text) }</a>
            </p>
            <div class="correct-forms">
                { for [rename, retype, merge, drop].into_iter().map(|f| small(f, cx)) }
            </div>
        </section>
    }
}

/// A button that opens the dialog for the names at a link, first the one with these words. Without a text
/// it shows a pencil.
pub fn fix_button(link: &str, words: &str, text: &'static str) -> Html {
    let rest = match (text, words) {
        ("", "") => "Correct the names in this sentence".to_owned(),
        ("", words) => format!("Correct “{words}”"),
        _ => " in this sentence".to_owned(),
    };
    let class = if text.is_empty() { "fix pencil" } else { "fix" };
    html! {
        <button type="button" {class} data-fix={link.to_owned()} data-words={words.to_owned()}
            aria-haspopup="dialog" title={format!("{text}{rest}")}>{ text }{ heard(&rest) }</button>
    }
}

/// The dialog in which names are corrected. It stands there closed when none is.
pub fn dialog(standing: &Standing, on: &Callback<Wish>) -> Html {
    let onclose = on.reform(|_: Event| Wish::Close);
    html! {
        <dialog id="fix" aria-labelledby="fix-title" {onclose}>
            <h2 id="fix-title">{ "Correct a name" }</h2>
            if let Some((fix, chosen)) = &standing.fix {
                { names(fix, *chosen, standing.fault.as_ref(), on) }
            }
        </dialog>
    }
}

fn names(v: &FixView, at: usize, wrong: Option<&Fault>, on: &Callback<Wish>) -> Html {
    let Some(name) = v.names.get(at) else { return t("") };
    let deed_name = name.clone();
    let deed: Rc<dyn Fn() -> Deed> = Rc::new(move || Deed::Fix {
        name: deed_name.clone(),
        reach: Reach::from_code(&chosen("fix-reach")).unwrap_or(Reach::One),
        to: match chosen("fix-to").as_str() {
            "actor" => Give::Actor(field("fix-actor")),
            "new" => Give::New(field("fix-new")),
            _ => Give::Nobody,
        },
    });
    // A name of an actor is mostly split off, a single mention mostly somebody else's.
    let split = name.at.is_none();
    let key = format!("{}{:?}", name.label, v.names.first().map(|n| &n.at));
    html! {
        <div key={key}>
            if let Some(line) = &v.line {
                <p class="said">{ pieces(&line.pieces) }</p>
            }
            { which(v, at, on) }
            { form(on, deed, html! {
                <>
                    <fieldset>
                        <legend>{ t(&format!("Whom does “{}” name?", name.label)) }</legend>
                        { give("actor", "Another actor", !split,
                            beside("actor", "Another actor", "", Some("fix-others"))) }
                        { give("new", "A new actor, called", split,
                            beside("new", "Name of the new actor", &name.label, None)) }
                        { give("nobody", "Nobody: it is not an actor", false, t("")) }
                        { suggestions("fix-others", &v.others) }
                    </fieldset>
                    <fieldset key={format!("reach {at}")}>
                        <legend>{ "Apply to" }</legend>
                        { for name.reaches.iter().enumerate().map(|(i, (r, n))| reach(name, *r, *n, i == 0)) }
                    </fieldset>
                    { fault(wrong, "fix") }
                    <p class="buttons">
                        <button class="button main-button">{ "Apply" }</button>
                        <button type="button" class="button" onclick={wishes(on, Wish::Close)}>{ "Cancel" }</button>
                    </p>
                </>
            }) }
        </div>
    }
}

/// Typing beside a choice makes it.
fn take(value: &'static str) -> Callback<InputEvent> {
    Callback::from(move |_| {
        let input = browser::by_id(&format!("fix-to-{value}"));
        if let Some(i) = input.and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            i.set_checked(true);
        }
    })
}

/// A radio button with its words, and what stands beside it.
fn option(name: &'static str, value: String, first: bool, words: Html, more: Html) -> Html {
    html! {
        <p class="option">
            <label>
                <input type="radio" {name} id={format!("{name}-{value}")} value={value.clone()}
                    data-value={first.then_some("checked")} />
                <span>{ words }</span>
            </label>
            { more }
        </p>
    }
}

fn give(value: &'static str, text: &'static str, first: bool, more: Html) -> Html {
    option("fix-to", value.to_owned(), first, t(text), more)
}

/// A text field beside a radio button, which typing chooses.
fn beside(
    of: &'static str,
    label: &'static str,
    text: &str,
    suggest: Option<&'static str>,
) -> Html {
    html! {
        <input type="text" id={format!("fix-{of}")} list={suggest} autocomplete="off" spellcheck="false"
            data-value={text.to_owned()} aria-label={label} oninput={take(of)} />
    }
}

fn reach(name: &FixName, reach: Reach, n: usize, first: bool) -> Html {
    let text = match reach {
        Reach::One => "This mention only".to_owned(),
        Reach::Actor => format!("Every mention of this name taken for {} ({n})", name.actor),
        Reach::All => format!("Every mention of this name in all articles ({n})"),
    };
    option("fix-reach", reach.code().to_owned(), first, t(&text), t(""))
}

fn taken_for(n: &FixName) -> String {
    if n.actor.is_empty() {
        "marked as not an actor".to_owned()
    } else {
        format!("taken for {}", n.actor)
    }
}

fn which(v: &FixView, at: usize, on: &Callback<Wish>) -> Html {
    if let [n] = v.names.as_slice() {
        return html! {
            <p>{ t(&format!("“{}”", n.label)) }{ " " }<small class="how">{ t(&taken_for(n)) }</small></p>
        };
    }
    html! {
        <fieldset class="which">
            <legend>{ "Which name?" }</legend>
            { for v.names.iter().enumerate().map(|(i, n)| html! {
                <p class="option"><label>
                    <input type="radio" name="fix-name" value={i.to_string()} checked={i == at}
                        onchange={on.reform(move |_: Event| Wish::Choose(i))} />
                    <span>{ t(&n.label) }{ " " }<small class="how">{ t(&taken_for(n)) }</small></span>
                </label></p>
            }) }
        </fieldset>
    }
}

/// What was done last, with a way back.
pub fn said(standing: &Standing, on: &Callback<Wish>) -> Html {
    let said = standing.said.as_ref();
    html! {
        <section class={if said.is_some() { "toast shown" } else { "toast" }} aria-label="Last correction">
            <p role="status">{ said.map(|s| t(&s.text)).unwrap_or_default() }</p>
            if let Some(s) = said {
                if let Some((href, name)) = &s.link {
                    <a href={href.clone()}>{ t(name) }</a>
                }
                if s.undo {
                    <button type="button" class="button" onclick={wishes(on, Wish::Undo)}>{ "Undo" }</button>
                }
                <button type="button" class="button" onclick={wishes(on, Wish::Dismiss)}
                    aria-label="Close this message">{ "×" }</button>
            }
        </section>
    }
}
