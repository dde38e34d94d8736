//! Corrections as a file: JSON that people can read, documented in `docs/corrections.md`.

use super::{Correction, Edit, LONGEST_NAME, Place, To, What, Who, tidy};
use crate::entity::EntityType;
use crate::json::{self, Json, Value, quote};

/// The value of the field `format`.
pub const FORMAT: &str = "parallax-corrections";

/// The value of the field `version`.
pub const VERSION: u32 = 1;

/// The most corrections in one file.
const MOST: usize = 2000;
/// The largest file, in bytes.
const LARGEST: usize = 8 << 20;
/// The longest text that is no name.
const LONGEST_TEXT: usize = 1000;
/// The most labels of one actor.
const MOST_LABELS: usize = 200;

/// Writes corrections, one line for each.
pub fn write(corrections: &[Correction]) -> String {
    let mut out = format!(
        "{{\n  \"format\": {},\n  \"version\": {VERSION},\n  \"corrections\": [",
        quote(FORMAT)
    );
    for (i, c) in corrections.iter().enumerate() {
        out.push_str(if i == 0 { "\n    {" } else { ",\n    {" });
        let fields = match &c.edit {
            Edit::Merge { actor, into } => {
                format!("\"do\": \"merge\", \"actor\": {}, \"into\": {}", who(actor), who(into))
            }
            Edit::Rename { actor, name } => {
                format!("\"do\": \"rename\", \"actor\": {}, \"name\": {}", who(actor), quote(name))
            }
            Edit::Retype { actor, kind } => format!(
                "\"do\": \"retype\", \"actor\": {}, \"type\": {}",
                who(actor),
                quote(kind.code())
            ),
            Edit::Move { what: w, to: t } => {
                format!("\"do\": \"move\", {}, \"to\": {}", what(w), to(t))
            }
            Edit::Drop(w) => format!("\"do\": \"drop\", {}", what(w)),
            Edit::DropActor(a) => format!("\"do\": \"drop\", \"actor\": {}", who(a)),
        };
        out.push_str(&fields);
        if let Some(made) = &c.made {
            out.push_str(&format!(", \"made\": {}", quote(made)));
        }
        out.push('}');
    }
    out.push_str(if corrections.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
    out
}

fn who(w: &Who) -> String {
    let mut out = String::from("{");
    if let Some(id) = &w.id {
        out.push_str(&format!("\"id\": {}, ", quote(id)));
    }
    let labels: Vec<String> = w.labels.iter().map(|l| quote(l)).collect();
    out.push_str(&format!(
        "\"name\": {}, \"type\": {}, \"labels\": [{}]}}",
        quote(&w.name),
        quote(w.kind.code()),
        labels.join(", ")
    ));
    out
}

/// The fields that say what is moved or dropped.
fn what(w: &What) -> String {
    match w {
        What::Mention(p) => format!(
            "\"mention\": {{\"article\": {}, \"start\": {}, \"end\": {}, \"text\": {}}}",
            quote(&p.article),
            p.start,
            p.end,
            quote(&p.text)
        ),
        What::Label { actor, label } => {
            format!("\"label\": {}, \"actor\": {}", quote(label), who(actor))
        }
        What::Everywhere(label) => format!("\"label\": {}", quote(label)),
    }
}

fn to(t: &To) -> String {
    match t {
        To::Actor(w) => format!("{{\"actor\": {}}}", who(w)),
        To::New { name, kind } => {
            format!("{{\"new\": {}, \"type\": {}}}", quote(name), quote(kind.code()))
        }
    }
}

/// Reads a file of corrections: all of it, or what is wrong and where.
pub fn read(text: &str) -> Result<Vec<Correction>, String> {
    if text.len() > LARGEST {
        return Err(format!("The file is larger than {} MB.", LARGEST >> 20));
    }
    let whole = json::read(text).map_err(|e| format!("This is no JSON: {e}."))?;
    let mut fields = Fields::of(&whole, "the file").map_err(|_| {
        format!(
            "line {}: a file of corrections is an object, not {}.",
            whole.line,
            whole.value.kind()
        )
    })?;
    let format = fields.need("format").and_then(|f| words(f, "\"format\"", LONGEST_TEXT))?;
    if format != FORMAT {
        return Err(format!(
            "This is no file of corrections: \"format\" is {}, not {}.",
            quote(&format),
            quote(FORMAT)
        ));
    }
    match number(fields.need("version")?, "\"version\"")? {
        VERSION => {}
        other => {
            return Err(format!(
                "The file is of version {other}; this program reads version {VERSION}."
            ));
        }
    }
    let list = fields.need("corrections")?;
    let Value::List(list) = &list.value else {
        return Err(format!(
            "line {}: \"corrections\" is a list, not {}.",
            list.line,
            list.value.kind()
        ));
    };
    if list.len() > MOST {
        return Err(format!(
            "There are {} corrections; one file holds at most {MOST}.",
            list.len()
        ));
    }
    fields.finish()?;
    list.iter().enumerate().map(|(i, c)| one(c, &format!("correction {}", i + 1))).collect()
}

fn one(json: &Json, at: &str) -> Result<Correction, String> {
    let mut f = Fields::of(json, at)?;
    let verb = f.need("do").and_then(|v| words(v, &format!("{at}, \"do\""), LONGEST_TEXT))?;
    let edit = match verb.as_str() {
        "merge" => Edit::Merge { actor: f.who("actor")?, into: f.who("into")? },
        "rename" => Edit::Rename { actor: f.who("actor")?, name: f.name("name")? },
        "retype" => Edit::Retype { actor: f.who("actor")?, kind: f.kind("type")? },
        "move" => {
            let what = f.what()?;
            let to = f.need("to")?;
            let mut t = Fields::of(to, &format!("{at}, \"to\""))?;
            let to = if t.has("actor") {
                To::Actor(t.who("actor")?)
            } else {
                To::New { name: t.name("new")?, kind: t.kind("type")? }
            };
            t.finish()?;
            Edit::Move { what, to }
        }
        "drop" if f.has("actor") && !f.has("label") => Edit::DropActor(f.who("actor")?),
        "drop" => Edit::Drop(f.what()?),
        other => {
            return Err(f.wrong(&format!(
                "there is no {}; there are merge, rename, retype, move and drop",
                quote(other)
            )));
        }
    };
    let made = match f.take("made") {
        None => None,
        Some(json) => {
            let day = words(json, &format!("{at}, \"made\""), LONGEST_TEXT)?;
            if !is_day(&day) {
                return Err(format!(
                    "line {}: {at}: \"made\" is a day like 2026-11-21, not {}.",
                    json.line,
                    quote(&day)
                ));
            }
            Some(day)
        }
    };
    f.finish()?;
    Ok(Correction { edit, made })
}

fn is_day(day: &str) -> bool {
    let shape = day.len() == 10
        && day.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    let part = |from: usize, to: usize| day.get(from..to).and_then(|p| p.parse::<u8>().ok());
    shape
        && part(5, 7).is_some_and(|m| (1..=12).contains(&m))
        && part(8, 10).is_some_and(|d| (1..=31).contains(&d))
}

fn words(json: &Json, at: &str, longest: usize) -> Result<String, String> {
    let Value::Text(text) = &json.value else {
        return Err(format!("line {}: {at} is a text, not {}.", json.line, json.value.kind()));
    };
    if text.chars().count() > longest {
        return Err(format!("line {}: {at} is longer than {longest} characters.", json.line));
    }
    Ok(text.clone())
}

fn number(json: &Json, at: &str) -> Result<u32, String> {
    let digits = match &json.value {
        Value::Number(n) => n.parse().ok(),
        _ => None,
    };
    digits.ok_or_else(|| format!("line {}: {at} is a whole number from 0 up.", json.line))
}

/// The fields of an object that are still to be read.
struct Fields<'a> {
    line: usize,
    at: String,
    rest: Vec<&'a (String, Json)>,
}

impl<'a> Fields<'a> {
    fn of(json: &'a Json, at: &str) -> Result<Self, String> {
        match &json.value {
            Value::Object(fields) => {
                Ok(Self { line: json.line, at: at.to_owned(), rest: fields.iter().collect() })
            }
            other => Err(format!("line {}: {at} is an object, not {}.", json.line, other.kind())),
        }
    }

    fn wrong(&self, what: &str) -> String {
        format!("line {}: {}: {what}.", self.line, self.at)
    }

    fn path(&self, name: &str) -> String {
        format!("{}, {}", self.at, quote(name))
    }

    fn has(&self, name: &str) -> bool {
        self.rest.iter().any(|(n, _)| n == name)
    }

    fn take(&mut self, name: &str) -> Option<&'a Json> {
        let at = self.rest.iter().position(|(n, _)| n == name)?;
        Some(&self.rest.remove(at).1)
    }

    fn need(&mut self, name: &str) -> Result<&'a Json, String> {
        self.take(name).ok_or_else(|| self.wrong(&format!("the field {} is missing", quote(name))))
    }

    fn finish(&self) -> Result<(), String> {
        match self.rest.first() {
            None => Ok(()),
            Some((name, json)) => {
                Err(format!("line {}: {}: there is no field {}.", json.line, self.at, quote(name)))
            }
        }
    }

    fn name(&mut self, name: &str) -> Result<String, String> {
        let json = self.need(name)?;
        let text = words(json, &self.path(name), LONGEST_NAME)?;
        tidy(&text).map_err(|e| format!("line {}: {}: {e}", json.line, self.path(name)))
    }

    fn kind(&mut self, name: &str) -> Result<EntityType, String> {
        let json = self.need(name)?;
        let code = words(json, &self.path(name), LONGEST_TEXT)?;
        EntityType::from_code(&code).ok_or_else(|| {
            let all: Vec<&str> = EntityType::ALL.into_iter().map(EntityType::code).collect();
            format!(
                "line {}: {}: there is no type {}; there are {}.",
                json.line,
                self.path(name),
                quote(&code),
                all.join(", ")
            )
        })
    }

    fn who(&mut self, name: &str) -> Result<Who, String> {
        let at = self.path(name);
        let mut f = Fields::of(self.need(name)?, &at)?;
        let id = match f.take("id") {
            None => None,
            Some(id) => Some(words(id, &f.path("id"), LONGEST_TEXT)?),
        };
        let shown = f.need("name")?;
        let shown = words(shown, &f.path("name"), LONGEST_TEXT)?;
        let kind = f.kind("type")?;
        let labels = match f.take("labels") {
            None => Vec::new(),
            Some(Json { value: Value::List(list), line }) => {
                if list.len() > MOST_LABELS {
                    return Err(format!(
                        "line {line}: {}: there are more than {MOST_LABELS}.",
                        f.path("labels")
                    ));
                }
                let at = f.path("labels");
                list.iter().map(|l| words(l, &at, LONGEST_TEXT)).collect::<Result<_, _>>()?
            }
            Some(other) => {
                return Err(format!(
                    "line {}: {} is a list, not {}.",
                    other.line,
                    f.path("labels"),
                    other.value.kind()
                ));
            }
        };
        f.finish()?;
        Ok(Who { id, name: shown, kind, labels })
    }

    /// What is moved or dropped: a mention, or a label with or without its actor.
    fn what(&mut self) -> Result<What, String> {
        if let Some(json) = self.take("mention") {
            let mut f = Fields::of(json, &self.path("mention"))?;
            let article = f.need("article")?;
            let article = words(article, &f.path("article"), LONGEST_TEXT)?;
            let start = f.need("start")?;
            let start = number(start, &f.path("start"))?;
            let end = f.need("end")?;
            let end = number(end, &f.path("end"))?;
            let text = f.need("text")?;
            let text = words(text, &f.path("text"), LONGEST_TEXT)?;
            if end <= start {
                return Err(f.wrong("\"end\" is not after \"start\""));
            }
            f.finish()?;
            return Ok(What::Mention(Place { article, start, end, text }));
        }
        if !self.has("label") {
            return Err(self.wrong("it has neither \"mention\" nor \"label\""));
        }
        let label = self.need("label")?;
        let label = words(label, &self.path("label"), LONGEST_TEXT)?;
        if self.has("actor") {
            return Ok(What::Label { actor: self.who("actor")?, label });
        }
        Ok(What::Everywhere(label))
    }
}
