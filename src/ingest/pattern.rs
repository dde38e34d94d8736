//! Lines that can be recognised by themselves: datelines, bylines, credits, dates, tags, rights.

use super::line::{End, Unit, head};
use super::names::Names;
use super::phrase::Phrases;
use super::{BlockKind, when};

/// What a line is taken for, and what it says about the lines around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Kind of block.
    pub kind: BlockKind,
    /// Why.
    pub reason: String,
    /// Consequence for the neighbours: a role of the furniture table, or "".
    pub role: &'static str,
}

impl Mark {
    pub(super) fn new(kind: BlockKind, reason: impl Into<String>, role: &'static str) -> Self {
        Self { kind, reason: reason.into(), role }
    }
}

/// The lists the recognisers look things up in.
pub(super) struct Lists {
    /// Outlets and agencies.
    pub names: Names,
    /// Furniture.
    pub phrases: Phrases,
}

/// Lines longer than this, in words, are text and no furniture.
const SHORT: usize = 45;

/// What a line is by itself, without a look at its neighbours.
pub(super) fn mark(unit: &Unit<'_>, lists: &Lists) -> Option<Mark> {
    if unit.words == 0 {
        return Some(Mark::new(BlockKind::Chrome, "no words, only marks", ""));
    }
    if let Some(m) = copyright(unit) {
        return Some(m);
    }
    if let Some(m) = figures(unit) {
        return Some(m);
    }
    if unit.words > SHORT || unit.text.len() > 4 * super::line::HEAD {
        return None;
    }
    if let Some(m) = clock(unit) {
        return Some(m);
    }
    if let Some(p) = lists.phrases.whole(&unit.plain) {
        return Some(phrase_mark(p.kind, p.role, p.words, "is"));
    }
    if let Some(m) = credit(unit, lists) {
        return Some(m);
    }
    if let Some(m) = byline(unit, lists) {
        return Some(m);
    }
    if let Some(m) = date_line(unit) {
        return Some(m);
    }
    if let Some(m) = tags(unit) {
        return Some(m);
    }
    if let Some(m) = series(unit) {
        return Some(m);
    }
    if let (Some(p), _) = lists.phrases.run(unit.text) {
        return Some(phrase_mark(
            p.kind,
            p.role,
            p.words,
            "is a run of page words that begins with",
        ));
    }
    if let Some(m) = address(unit) {
        return Some(m);
    }
    if let Some(m) = biography(unit).or_else(|| caption(unit)).or_else(|| link(unit)) {
        return Some(m);
    }
    let p = lists.phrases.within(&unit.plain, &[])?;
    if only_begins(unit, &p) {
        return None;
    }
    // A full sentence is cut only on words that no report uses of itself.
    let short = unit.words <= 25 || p.role == "reporting" || p.kind == BlockKind::Caption;
    let prompt = matches!(p.kind, BlockKind::Comment | BlockKind::Chrome) && p.words.len() >= 12;
    if p.kind == BlockKind::Caption && unit.sentence() && p.words.len() < 12 && unit.words > 12 {
        return None;
    }
    if p.kind == BlockKind::Tags && unit.sentence() && unit.words > 8 {
        return None;
    }
    if p.kind == BlockKind::Related && !p.words.ends_with(':') && unit.sentence() && unit.words > 10
    {
        return None;
    }
    (short || prompt).then(|| phrase_mark(p.kind, p.role, p.words, "has the words"))
}

/// A text that asks the reader to subscribe: it says "you" and names the thing.
fn address(unit: &Unit<'_>) -> Option<Mark> {
    let words = || unit.plain.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let any = |list: &[&str]| words().any(|w| list.contains(&w));
    let you = any(&["you", "your"])
        || (unit.words <= 20 && any(&["our", "us"]))
        || (unit.words <= 6 && any(&["now"]));
    let thing = words().find(|w| {
        w.starts_with("newsletter")
            || w.starts_with("subscri")
            || matches!(*w, "inbox" | "opt-in" | "unsubscribe" | "commenters" | "cookies")
    });
    let quoted = unit.text.starts_with(['"', '“', '‘', '\'']);
    let short = unit.words <= 5
        && unit.end == End::Open
        && thing.is_some_and(|t| t.starts_with("newsletter"));
    match thing {
        Some(thing) if (you || short) && !quoted && !unit.plain.contains(" said") => {
            Some(Mark::new(
                BlockKind::Chrome,
                format!("page furniture: asks the reader (“{thing}”)"),
                "",
            ))
        }
        _ => None,
    }
}

/// The date formula of agency captions: weekday, day and year, in a text that quotes nobody.
fn caption(unit: &Unit<'_>) -> Option<Mark> {
    let top = head(unit.text, 60).to_lowercase();
    let file = [
        "file photo",
        "file picture",
        "file image",
        "photo released by",
        "photo provided by",
        "image taken from",
        "photo made available",
        "photo taken on",
        "picture taken on",
    ]
    .iter()
    .any(|w| top.contains(w));
    let count = unit.plain.split_once("of").is_some_and(|(n, rest)| {
        let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
        digits(n) == n.trim_end().len()
            && !n.is_empty()
            && digits(rest.trim_start()) > 0
            && unit.words > 4
    });
    if file || count {
        let why =
            if file { "says that it is a file picture" } else { "is numbered as in a gallery" };
        return Some(Mark::new(BlockKind::Caption, format!("text under a picture: {why}"), ""));
    }
    if unit.words < 8 || unit.plain.contains(" said") || unit.text.starts_with(['"', '“']) {
        return None;
    }
    let dated = when::dates(unit.text).into_iter().filter(|d| d.date.is_full()).any(|d| {
        let before = unit.text.get(..d.start).unwrap_or("").trim_end();
        let Some(before) = before.strip_suffix(',') else { return false };
        before.rsplit(char::is_whitespace).next().is_some_and(|w| when::weekday(w).is_some())
    });
    dated.then(|| {
        Mark::new(
            BlockKind::Caption,
            "text under a picture: weekday, day and year as agencies date pictures",
            "",
        )
    })
}

/// "Follow NAME on …", "On SITE.com: Headline", remains of mark-up.
fn link(unit: &Unit<'_>) -> Option<Mark> {
    let plain = unit.plain.as_str();
    if unit.words > 30 {
        return None;
    }
    if plain.starts_with('<') || plain.starts_with("&lt;") {
        return Some(Mark::new(BlockKind::Chrome, "remains of mark-up", ""));
    }
    if unit.text.starts_with(['—', '-', '–']) && unit.text.contains("(@") {
        return Some(Mark::new(BlockKind::Credit, "who wrote an embedded post", ""));
    }
    let follow = unit.words <= 12
        && (plain.starts_with("follow ") || plain.starts_with("find "))
        && !unit.sentence()
        && (plain.ends_with(" on") || plain.contains(" on ") || plain.contains('@'));
    if follow {
        return Some(Mark::new(
            BlockKind::Chrome,
            "page furniture: asks to be followed elsewhere",
            "",
        ));
    }
    let mut words = plain.split(' ');
    let site = words.next() == Some("on")
        && words.next().is_some_and(|w| w.ends_with(':') && w.contains('.'));
    site.then(|| Mark::new(BlockKind::Related, "leads to other stories on a named site", "line"))
}

/// A line about the author: "NAME is a reporter for …", "About NAME".
fn biography(unit: &Unit<'_>) -> Option<Mark> {
    if let Some(name) = unit.text.strip_prefix("About ")
        && looks_like_names(name)
    {
        return Some(Mark::new(BlockKind::Byline, "heads a note on the author", "bio"));
    }
    let (name, rest) = unit.text.split_once(" is ")?;
    let rest = head(rest, 80);
    let job =
        ["reporter", "correspondent", "writer", "journalist", "editor", "columnist", "producer"]
            .iter()
            .any(|j| {
                rest.contains(&format!("{j} for "))
                    || rest.contains(&format!("{j} at "))
                    || rest.contains(&format!("{j} based "))
                    || rest.contains(&format!("{j} covering "))
                    || rest.contains(&format!("{j} who covers "))
                    || rest.contains(&format!("{j} with "))
            });
    let article = ["a ", "an ", "the "].iter().any(|a| rest.starts_with(a));
    (job && article && looks_like_names(name))
        .then(|| Mark::new(BlockKind::Byline, "a note on the author", "bio"))
}

/// Counters: figures without a word, unless they are a date or a time.
fn figures(unit: &Unit<'_>) -> Option<Mark> {
    let bare = unit.text.len() <= 40 && !unit.text.chars().any(char::is_alphabetic);
    (bare && when::rest_of_date_line(unit.text).is_none())
        .then(|| Mark::new(BlockKind::Chrome, "only figures", ""))
}

/// Whether a full sentence of article text merely begins with a phrase of the table.
fn only_begins(unit: &Unit<'_>, p: &super::phrase::Phrase) -> bool {
    if !unit.prose() {
        return false;
    }
    let sure = |words: &[&str]| words.iter().any(|w| p.words.contains(w));
    match p.kind {
        BlockKind::Credit => {
            !(p.words.starts_with('(') || sure(&["contribut", "with ", "additional", "ing by"]))
        }
        BlockKind::Chrome | BlockKind::Comment => {
            let reader = unit.plain.split(|c: char| !c.is_alphanumeric()).any(|w| {
                matches!(w, "you" | "your" | "our" | "us" | "we" | "here" | "my" | "moderated")
            });
            // Furniture gives orders.
            let order = [
                "get ",
                "sign ",
                "subscribe",
                "download",
                "follow",
                "click",
                "register ",
                "share ",
                "log ",
            ]
            .iter()
            .any(|verb| p.words.starts_with(verb));
            !(reader || order || p.words.len() >= 20)
        }
        _ => false,
    }
}

fn phrase_mark(kind: BlockKind, role: &'static str, words: &str, how: &str) -> Mark {
    let what = match kind {
        BlockKind::Chrome if role == "captured" => "when the page was saved",
        BlockKind::Chrome => "page furniture",
        BlockKind::Comment => "part of the readers' comments",
        BlockKind::Related => "leads to other stories",
        BlockKind::Tags => "topic words",
        BlockKind::Copyright => "rights",
        BlockKind::Credit if role == "reporting" => "who reported",
        BlockKind::Credit => "who made a picture",
        BlockKind::Caption => "text under a picture",
        BlockKind::Dateline => "when it was published",
        _ => "",
    };
    Mark::new(kind, format!("{what}: {how} “{words}”"), role)
}

fn copyright(unit: &Unit<'_>) -> Option<Mark> {
    if unit.words > 90 {
        return None;
    }
    let text = unit.plain.as_str();
    let sign = ["©", "(c)", "copyright", "℗", "™ & ©", "® & ©"].iter().any(|s| text.starts_with(s));
    let rights = [
        "all rights reserved",
        "all right reserved",
        "alle rechte vorbehalten",
        "tous droits réservés",
        "todos los derechos reservados",
        "все права защищены",
        "may not be published, broadcast",
    ]
    .iter()
    .any(|s| text.contains(s));
    let year = year_in(head(text, 80));
    // "© AGENCY 2020 / NAME" is the credit of a picture.
    if sign && !rights && unit.words <= 10 && text.contains('/') && !text.contains("inc") {
        return None;
    }
    if rights
        || (sign && (year || text.starts_with("copyright")) && !text.starts_with("copyright image"))
    {
        let reason = if rights {
            "rights are reserved in it"
        } else {
            "begins with a copyright sign and a year"
        };
        return Some(Mark::new(BlockKind::Copyright, reason, "end"));
    }
    None
}

/// Whether a year of this or the last century stands in `text`.
fn year_in(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|w| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")))
}

/// The clock of the page as it was saved: a time of day glued to a date.
fn clock(unit: &Unit<'_>) -> Option<Mark> {
    if unit.words > 6 || when::rest_of_date_line(unit.text)?.split_whitespace().count() > 1 {
        return None;
    }
    let bytes = unit.text.as_bytes();
    let time_first = bytes.first().is_some_and(u8::is_ascii_digit)
        && matches!((bytes.get(1), bytes.get(2)), (Some(b':'), _) | (_, Some(b':')));
    let glued = ["gmt", "utc", "msk"].iter().any(|zone| {
        unit.plain.split(zone).nth(1).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
    });
    (time_first && glued).then(|| {
        Mark::new(
            BlockKind::Chrome,
            "clock of the page as it was saved: time and date glued together",
            "captured",
        )
    })
}

fn credit(unit: &Unit<'_>, lists: &Lists) -> Option<Mark> {
    let text = unit.text;
    let photo = |why: &str| {
        Some(Mark::new(BlockKind::Credit, format!("who made a picture: {why}"), "photo"))
    };
    if text.starts_with('©') && unit.words <= 14 {
        return photo("begins with © and is no notice of rights");
    }
    if unit.words > 12 || (unit.sentence() && unit.words > 7) {
        return None;
    }
    let inner =
        text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace());
    if let Some((left, right)) = inner.split_once('/')
        && !right.contains("//")
    {
        let agency = |part: &str| {
            lists.names.get(part).is_some() || picture_agency(part) || {
                let words: Vec<&str> = part.split_whitespace().collect();
                words
                    .first()
                    .is_some_and(|w| lists.names.get(w).is_some_and(|k| k.agency.is_some()))
                    || words
                        .last()
                        .is_some_and(|w| lists.names.get(w).is_some_and(|k| k.agency.is_some()))
            }
        };
        let names = |part: &str| part.split_whitespace().count() <= 6 && !part.contains(". ");
        let last = right.rsplit('/').next().unwrap_or(right);
        if names(left)
            && names(right)
            && (agency(left) || agency(last))
            && unit.lower <= 3
            && lists.names.get(inner).is_none_or(|k| k.outlet.is_none())
        {
            return photo("a name and an agency with a slash between them");
        }
    }
    picture_agency(inner).then(|| photo("names only a picture agency"))?
}

fn picture_agency(text: &str) -> bool {
    let text = super::line::plain(text.trim());
    [
        "getty images",
        "getty",
        "shutterstock",
        "ap photo",
        "afp photo",
        "epa-efe",
        "epa",
        "istock",
        "istockphoto",
        "alamy",
        "alamy stock photo",
        "reuters photo",
        "pool photo",
        "stringer",
        "flickr",
        "wikimedia commons",
        "creative commons",
        "via ap",
        "pa wire",
        "pa images",
        "anadolu agency",
        "pool",
        "sipa usa",
        "sipa",
        "zuma press",
        "nurphoto",
        "imago",
        "imagn",
        "usa today sports",
    ]
    .iter()
    .any(|a| {
        text == *a || text.strip_suffix(a).is_some_and(|r| r.ends_with("via ") || r.ends_with('/'))
    })
}

/// Words that may stand small or large in a byline beside names.
const BYLINE_WORDS: &[&str] = &[
    "and",
    "in",
    "for",
    "of",
    "at",
    "the",
    "with",
    "de",
    "van",
    "al",
    "bin",
    "bint",
    "von",
    "der",
    "da",
    "el",
    "la",
    "le",
    "di",
    "reporter",
    "correspondent",
    "editor",
    "staff",
    "writer",
    "senior",
    "chief",
    "special",
    "to",
    "by",
    "reporters",
    "writers",
    "correspondents",
    "producer",
    "contributor",
    "abu",
    "foreign",
    "national",
    "security",
    "political",
    "diplomatic",
    "defence",
    "defense",
    "world",
    "affairs",
    "on",
    "from",
    "agencies",
    "agency",
    "contributing",
    "associate",
    "deputy",
    "columnist",
    "analyst",
];

fn byline(unit: &Unit<'_>, lists: &Lists) -> Option<Mark> {
    let plain = unit.plain.as_str();
    if unit.words > 24 {
        return None;
    }
    let stated = [
        "by ",
        "by: ",
        "written by ",
        "story by ",
        "posted by ",
        "posted on ",
        "words by ",
        "author: ",
        "authors: ",
        "reporter: ",
        "opinion by ",
        "analysis by ",
        "text by ",
        "article by ",
        "report by ",
        "published by ",
        "por ",
        "par ",
        "von ",
        "автор: ",
        "автор:",
        "by| ",
    ]
    .iter()
    .find(|s| plain.starts_with(*s));
    if let Some(cue) = stated {
        // The cue is as long in the text as in its plain form unless odd spaces stand in it.
        let rest = skip_words(unit.text, cue.split_whitespace().count());
        let sure = cue.len() > 4 || cue.ends_with(": ");
        let dates = when::dates(rest);
        let dated = dates.iter().any(|d| d.date.is_full());
        let own = dates.first().and_then(|d| rest.get(..d.start)).unwrap_or(rest);
        if name_list(own, lists) && (unit.end != End::Stop || unit.words <= 6 || sure || dated) {
            return Some(Mark::new(BlockKind::Byline, format!("“{}” and names", cue.trim()), ""));
        }
    }
    if plain == "by" {
        return Some(Mark::new(BlockKind::Byline, "“by” on a line of its own", "by"));
    }
    if unit.end == End::Stop || unit.end == End::Question {
        return None;
    }
    // "NAME, CNN", "NAME, Staff Writer", "NAME | Site".
    if let Some((name, rest)) = unit.text.split_once([',', '|', '•', '·'])
        && unit.words <= 12
        && looks_like_names(name)
    {
        let rest = rest.trim();
        let role = super::line::plain(rest);
        let known = lists.names.get(rest).is_some()
            || rest.split([',', '|']).next().is_some_and(|r| lists.names.get(r).is_some());
        let job = ROLES.iter().any(|r| role.ends_with(r)) && unit.words <= 8;
        if known || job {
            let what = if known { "an outlet or agency" } else { "a job" };
            return Some(Mark::new(BlockKind::Byline, format!("a name and {what}"), ""));
        }
    }
    None
}

const ROLES: &[&str] = &[
    "correspondent",
    "reporter",
    "staff writer",
    "editor",
    "staff",
    "writer",
    "columnist",
    "contributor",
    "bureau chief",
    "reporters",
    "correspondents",
    "writers",
    "news agency",
    "analyst",
];

/// The text after its first `n` words.
fn skip_words(text: &str, n: usize) -> &str {
    let mut rest = text.trim_start();
    for _ in 0..n {
        let to = rest.find(char::is_whitespace).unwrap_or(rest.len());
        rest = rest.get(to..).unwrap_or("").trim_start();
    }
    rest
}

/// Whether `rest` is made of names, jobs and dates only.
fn name_list(rest: &str, lists: &Lists) -> bool {
    let mut names = 0;
    let mut first = true;
    for word in rest.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | '•' | '·'))
    {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(c) = bare.chars().next() else { continue };
        let lower = bare.to_lowercase();
        if core::mem::take(&mut first)
            && (when::month(bare).is_some_and(|_| bare.len() > 3)
                || when::weekday(bare).is_some()
                || c.is_ascii_digit()
                || lower == "the")
            && lists.names.get(rest).is_none()
        {
            return false;
        }
        if c.is_uppercase() || !c.is_lowercase() {
            names += 1;
        } else if !BYLINE_WORDS.contains(&lower.as_str())
            && !bare.contains('@')
            && !bare.contains('.')
        {
            return false;
        }
    }
    names >= 1
}

/// Whether `text` could be the names of one to three people: two to four words each, all with
/// capitals save for particles.
pub(super) fn looks_like_names(text: &str) -> bool {
    let mut people = 0;
    for name in text.split(" and ").flat_map(|part| part.split([',', '&'])) {
        let mut words = 0;
        for word in name.split_whitespace() {
            let ok = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'));
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            let particle = matches!(
                word,
                "de" | "van" | "al" | "bin" | "von" | "der" | "da" | "el" | "la" | "di" | "du"
            );
            if !ok || !(capital || particle) {
                return false;
            }
            words += usize::from(capital);
        }
        if !(2..=4).contains(&words) {
            return false;
        }
        people += 1;
    }
    (1..=4).contains(&people)
}

fn date_line(unit: &Unit<'_>) -> Option<Mark> {
    if unit.words > 16 {
        return None;
    }
    let rest = when::rest_of_date_line(unit.text)?;
    // A word or two may stand beside it: a place, a section.
    let left = rest.split_whitespace().count();
    let label =
        ["published", "updated", "posted", "last updated", "date", "created", "issued", "released"]
            .iter()
            .any(|l| unit.plain.starts_with(l));
    let ok = left == 0
        || (left <= 2 && unit.end == End::Open && unit.words >= left + 2 && unit.lower <= 1)
        || (label && left <= 3);
    ok.then(|| Mark::new(BlockKind::Dateline, "a date or time with nothing else", ""))
}

/// A list of names and key words between commas, without a verb.
fn tags(unit: &Unit<'_>) -> Option<Mark> {
    if unit.end == End::Stop || unit.end == End::Question {
        return None;
    }
    let mut hashes = 0;
    let mut items = 0;
    let mut capital = 0;
    for item in unit.text.split([',', ';', '|']) {
        let item = item.trim();
        let words = item.split_whitespace().count();
        if words == 0
            || words > 5
            || item.contains(['"', '“', '”', ':', '(', '.']) && !item.contains("U.S")
        {
            return None;
        }
        // "A, B and C" is a phrase, not a list of tags.
        if item.starts_with("and ")
            || item.starts_with("or ")
            || item.contains(" and ") && words > 3
        {
            return None;
        }
        items += 1;
        capital +=
            usize::from(item.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()));
        hashes += usize::from(item.starts_with('#'));
    }
    let all_hashes = unit.text.split_whitespace().all(|w| w.starts_with('#')) && unit.words >= 1;
    if all_hashes || (items >= 2 && hashes == items) {
        return Some(Mark::new(BlockKind::Tags, "words with number signs", ""));
    }
    let listed = items >= 4 || (items == 3 && unit.words <= 7);
    (listed && (capital * 2 >= items || unit.words <= items * 2)).then(|| {
        Mark::new(
            BlockKind::Tags,
            format!("a list of {items} names or key words without a verb"),
            "tags",
        )
    })
}

/// A label with a bare count: "Name of a dossier (61)".
fn series(unit: &Unit<'_>) -> Option<Mark> {
    let inner = unit.text.strip_suffix(')')?;
    let (label, count) = inner.rsplit_once('(')?;
    let counted =
        !count.is_empty() && count.len() <= 4 && count.bytes().all(|b| b.is_ascii_digit());
    let year = count.len() == 4;
    (counted && !year && (2..=14).contains(&unit.words) && !label.contains(". "))
        .then(|| Mark::new(BlockKind::Series, format!("a label with a bare count ({count})"), ""))
}

/// Where a credit at the end of a caption begins: "[Name/Agency]", "(AP Photo/…)", "© …",
/// "Photograph: …", "Credit: …".
pub(super) fn trailing_credit(unit: &Unit<'_>, lists: &Lists) -> Option<usize> {
    let text = unit.text;
    if text.len() > 1200 || unit.words < 5 {
        return None;
    }
    let floor = super::line::tail_start(text, 160);
    let tail = text.get(floor..)?;
    let bracket = if tail.ends_with(']') {
        tail.rfind('[')
    } else if tail.ends_with(')') {
        tail.rfind('(')
    } else {
        None
    };
    if let Some(at) = bracket {
        let inner = tail.get(at + 1..tail.len() - 1)?;
        let plain = super::line::plain(inner);
        let named = [
            "photo",
            "image",
            "picture",
            "getty",
            "credit",
            "via ",
            "courtesy",
            "screenshot",
            "handout",
        ]
        .iter()
        .any(|w| {
            plain.starts_with(w) || plain.contains("getty images") || plain.contains(" photo")
        });
        let slash =
            inner.split('/').skip(1).chain([inner.split('/').next().unwrap_or("")]).any(|p| {
                inner.contains('/') && (lists.names.get(p).is_some() || picture_agency(p))
            });
        let alone =
            lists.names.get(inner).is_some_and(|k| k.agency.is_some()) || picture_agency(inner);
        if inner.split_whitespace().count() <= 12 && (named || slash || alone) {
            return (floor + at > 0).then_some(floor + at);
        }
    }
    for cue in [
        "© ",
        "©",
        "Photograph: ",
        "Photo: ",
        "Image: ",
        "Picture: ",
        "Credit: ",
        "Credit...",
        "Credit…",
        "Photo by ",
        "Photo credit: ",
    ] {
        if let Some(at) = tail.rfind(cue)
            && floor + at > 0
            && tail.get(at..).is_some_and(|t| t.split_whitespace().count() <= 12)
            && !year_in(tail.get(at..).unwrap_or(""))
            && tail.get(..at).is_some_and(|b| {
                b.ends_with(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | '"' | '”'))
            })
        {
            return Some(floor + at);
        }
    }
    None
}

/// Whether a line looks like the name under which a reader comments: one odd word, or a short
/// name beside "says", an age or "reply".
pub(super) fn user_name(unit: &Unit<'_>) -> bool {
    let said = unit.end == End::Colon
        && unit.words <= 16
        && ["said:", "says:", "wrote:", "writes:", "commented:"]
            .iter()
            .any(|s| unit.plain.ends_with(s));
    if said && when::dates(unit.text).iter().any(|d| d.date.year.is_some()) {
        return true;
    }
    if unit.end == End::Stop || unit.words == 0 || unit.words > 8 {
        return false;
    }
    let text = unit.text;
    if !text.contains(char::is_whitespace) {
        let digits = text.chars().any(|c| c.is_ascii_digit());
        let letters = text.chars().any(char::is_alphabetic);
        let small = text.starts_with(char::is_lowercase);
        let odd = text.contains('_') || text.starts_with('@');
        return letters
            && (digits && !text.contains(['%', '$', ':', '.'])
                || odd
                || (small && text.chars().count() <= 20 && text.is_ascii()));
    }
    let plain = unit.plain.as_str();
    let age = [" ago", " says:", " said:", " says", " wrote:", " · reply", " reply", "commented:"]
        .iter()
        .any(|a| plain.ends_with(a));
    age && text.starts_with(|c: char| c.is_alphanumeric() || c == '@')
}
