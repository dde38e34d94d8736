//! Metadata of a page, each piece with how it is known.

use super::line::{head, plain};
use super::pattern::{self, Lists};
use super::when::{self, Dated};
use super::{Block, BlockKind, Found, How, Metadata, PartialDate, WEEKDAYS};
use crate::corpus::{self, Given};
use crate::span::{Notice, Span, plain_spaces};

/// How much of the article's text is searched for dates and agencies, in bytes.
const LOOK: usize = 1 << 18;

/// Reads the metadata of a page from its blocks.
pub(super) fn read(
    text: &str,
    blocks: &[Block],
    given: &Given,
    lists: &Lists,
) -> (Metadata, Vec<Notice>) {
    let page = Page { text, blocks, lists };
    let mut notices = Vec::new();
    let outlet = match &given.outlet {
        Some(name) => {
            let id = lists.names.get(name).and_then(|k| k.outlet);
            let known = corpus::outlet(name).map(|o| o.id).or(id);
            let value = known.map_or_else(|| name.clone(), str::to_owned);
            Some(Found { value, how: How::Given, span: None })
        }
        None => page.outlet(),
    };
    let headline = match &given.title {
        Some(title) => Some(Found { value: title.clone(), how: How::Given, span: None }),
        None => page.of(BlockKind::Headline).next().map(|b| Found {
            value: plain_spaces(b.span.of(text)),
            how: How::Stated,
            span: Some(b.span),
        }),
    };
    let stated = given.date.as_deref().and_then(given_date);
    if let (Some(date), None) = (&given.date, stated) {
        notices.push(Notice {
            message: format!(
                "The date given, “{}”, is not a date and was left out.",
                head(date, 40)
            ),
            span: None,
        });
    }
    let published = match stated {
        Some(value) => Some(Found { value, how: How::Given, span: None }),
        None => page.published(),
    };
    let published = page.weekday_check(published, &mut notices);
    let own = outlet.as_ref().map(|o| o.value.clone());
    let metadata = Metadata {
        authors: page.authors(),
        agencies: page.agencies(own.as_deref()),
        captured: page.captured(),
        outlet,
        headline,
        published,
    };
    (metadata, notices)
}

/// The date part of what the supplier gave ("2017-03-15", "2017-03-15T10:00:00Z", "2017").
fn given_date(date: &str) -> Option<PartialDate> {
    let date = date.trim();
    PartialDate::parse(date)
        .or_else(|| PartialDate::parse(date.get(..10)?))
        .or_else(|| when::dates(head(date, 80)).first().map(|d| d.date))
}

struct Page<'a> {
    text: &'a str,
    blocks: &'a [Block],
    lists: &'a Lists,
}

impl<'a> Page<'a> {
    fn of(&self, kind: BlockKind) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |b| b.kind == kind)
    }

    fn words(&self, block: &Block) -> &'a str {
        block.span.of(self.text)
    }

    /// Body blocks up to [`LOOK`] bytes in all, each cut to it.
    fn body(&self) -> impl Iterator<Item = (Span, &'a str)> {
        let mut left = LOOK;
        let text = self.text;
        self.of(BlockKind::Body).map_while(move |b| {
            let words = head(b.span.of(text), left);
            left -= words.len();
            (!words.is_empty()).then_some((b.span, words))
        })
    }

    fn outlet(&self) -> Option<Found<String>> {
        let found = |id: &str, how: How, span: Span| {
            Some(Found { value: id.to_owned(), how, span: Some(span) })
        };
        for b in self.of(BlockKind::Credit) {
            let line = plain(head(self.words(b), 200));
            if let Some(rest) = line.strip_prefix("source")
                && rest.starts_with([':', ' '])
                && let Some((_, known)) = self.lists.names.first_in(head(self.words(b), 200))
                && let Some(id) = known.outlet
            {
                return found(id, How::Stated, b.span);
            }
        }
        for b in self.of(BlockKind::Copyright) {
            let known = self.lists.names.all_in(head(self.words(b), 300));
            if let Some((name, id)) = known.iter().find_map(|(n, k)| Some((n, k.outlet?))) {
                return found(id, How::Inferred(format!("the copyright line, “{name}”")), b.span);
            }
        }
        for b in self.of(BlockKind::Dateline) {
            let line = head(self.words(b), 160);
            let inner =
                line.split(['(', '[', '/']).nth(1).and_then(|r| r.split([')', ']', '/']).next());
            if let Some(inner) = inner
                && let Some(id) = self.lists.names.get(inner).and_then(|k| k.outlet)
            {
                return found(
                    id,
                    How::Inferred(format!("the dateline, “{}”", inner.trim())),
                    b.span,
                );
            }
        }
        for b in self.of(BlockKind::Byline) {
            // What follows the name after a comma is whom the author works for; a site in
            // "City - Site" may only republish.
            let line = head(self.words(b), 200);
            let whole = line.strip_prefix("By ").unwrap_or(line);
            if let Some(id) = self.lists.names.get(whole).and_then(|k| k.outlet) {
                return found(id, How::Inferred(format!("the byline, “{whole}”")), b.span);
            }
            let Some((_, rest)) = line.split_once([',', '|']) else { continue };
            if let Some((name, id)) =
                self.lists.names.all_in(rest).iter().find_map(|(n, k)| Some((*n, k.outlet?)))
            {
                return found(id, How::Inferred(format!("the byline, “{name}”")), b.span);
            }
        }
        let speaks =
            ["comment via", "told ", "follow ", "newsletter", "download", "subscribe", "stay"];
        for b in self.of(BlockKind::Chrome).chain(self.of(BlockKind::Comment)).take(400) {
            let line = head(self.words(b), 200);
            let lower = plain(line);
            if speaks.iter().any(|s| lower.starts_with(s))
                && let Some((name, id)) =
                    self.lists.names.all_in(line).iter().find_map(|(n, k)| Some((*n, k.outlet?)))
                && !["facebook", "twitter"].contains(&plain(name).as_str())
            {
                return found(
                    id,
                    How::Inferred(format!("page furniture that names “{name}”")),
                    b.span,
                );
            }
        }
        for (span, words) in self.body() {
            for (at, _) in words.match_indices(" told ") {
                let from = at + " told ".len();
                let next = head(words.get(from..).unwrap_or(""), 40);
                if let Some((name, known)) = self.lists.names.first_in(next)
                    && next.starts_with(name)
                    && let (Some(id), None) =
                        (known.outlet, known.agency.filter(|_| known.outlet.is_none()))
                {
                    // An agency speaks to many outlets; only others name themselves so.
                    if known.agency.is_some_and(|a| a != "Sputnik") {
                        continue;
                    }
                    let span = Span::new(
                        span.start as usize + from,
                        span.start as usize + from + name.len(),
                    );
                    return found(id, How::Inferred(format!("“told {name}” in the text")), span);
                }
            }
        }
        None
    }

    fn authors(&self) -> Vec<Found<String>> {
        let mut out: Vec<Found<String>> = Vec::new();
        let mut cue_alone = false;
        for b in self.of(BlockKind::Byline) {
            let line = head(self.words(b), 300);
            let bare = plain(line);
            if bare == "by" {
                cue_alone = true;
                continue;
            }
            let cue = [
                "written by",
                "story by",
                "posted by",
                "words by",
                "opinion by",
                "analysis by",
                "text by",
                "article by",
                "report by",
                "published by",
                "author:",
                "authors:",
                "reporter:",
                "by:",
                "von",
                "por",
                "par",
                "by",
            ]
            .iter()
            .find(|c| bare.strip_prefix(*c).is_some_and(|r| r.starts_with(' ')));
            let rest = match cue {
                Some(cue) => after_words(line, cue.split_whitespace().count()),
                None => line,
            };
            // "City - Site" names no author.
            if cue.is_none() && !cue_alone && [" - ", " – ", " — "].iter().any(|d| line.contains(d))
            {
                continue;
            }
            for name in people(rest, self.lists) {
                let at = line.find(name).unwrap_or(0);
                let start = b.span.start as usize + at;
                if out.iter().all(|f| f.value != name) {
                    out.push(Found {
                        value: plain_spaces(name),
                        how: How::Stated,
                        span: Some(Span::new(start, start + name.len())),
                    });
                }
            }
            cue_alone = false;
        }
        for b in self.of(BlockKind::Credit) {
            let line = head(self.words(b), 300);
            let lower = plain(line);
            let lower = lower.trim_start_matches(['(', '[']);
            let Some(rest) = lower.strip_prefix("reporting by ") else { continue };
            let _ = rest;
            let own = after_words(line, 2);
            let own = own.split(';').next().unwrap_or(own);
            for name in people(own, self.lists) {
                if out.iter().all(|f| f.value != name) {
                    let start = b.span.start as usize + line.find(name).unwrap_or(0);
                    out.push(Found {
                        value: plain_spaces(name),
                        how: How::Stated,
                        span: Some(Span::new(start, start + name.len())),
                    });
                }
            }
        }
        out
    }

    fn agencies(&self, outlet: Option<&str>) -> Vec<Found<String>> {
        let mut out: Vec<Found<String>> = Vec::new();
        let mut add = |name: &str, how: How, span: Span| {
            if out.iter().all(|f| f.value != name) {
                out.push(Found { value: name.to_owned(), how, span: Some(span) });
            }
        };
        let own = |k: &super::names::Known| k.outlet.is_some() && k.outlet == outlet;
        let place = |b: &Block, line: &str, name: &str| {
            // `name` is a part of `line`, which begins the block.
            let at = (name.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
            Span::new(b.span.start as usize + at, b.span.start as usize + at + name.len())
        };
        for b in self.blocks {
            let line = head(self.words(b), 300);
            let lower = plain(line);
            let credited = match b.kind {
                BlockKind::Credit => {
                    lower.contains("report")
                        || lower.contains("agenc")
                        || lower.starts_with("source")
                        || lower.contains("contribut")
                        || lower.starts_with("with ")
                }
                BlockKind::Dateline | BlockKind::Byline => true,
                _ => false,
            };
            if !credited {
                continue;
            }
            for (name, known) in self.lists.names.all_in(line) {
                if let Some(agency) = known.agency
                    && !own(&known)
                {
                    add(agency, How::Stated, place(b, line, name));
                }
            }
        }
        for (span, words) in self.body() {
            for cue in [" told ", " reported by ", " quoted by ", " according to ", " cited by "] {
                for (at, _) in words.match_indices(cue) {
                    let from = at + cue.len();
                    let next = head(words.get(from..).unwrap_or(""), 40);
                    let Some((name, known)) = self.lists.names.first_in(next) else { continue };
                    let lead =
                        next.get(..next.len().min(next.find(name).unwrap_or(0))).unwrap_or("");
                    if let Some(agency) = known.agency
                        && !own(&known)
                        && matches!(lead.trim(), "" | "the" | "The")
                    {
                        let start = span.start as usize + from + lead.len();
                        let how = How::Inferred(format!("“{} {name}” in the text", cue.trim()));
                        add(agency, how, Span::new(start, start + name.len()));
                    }
                }
            }
        }
        out
    }

    fn captured(&self) -> Option<Found<String>> {
        let b = self.of(BlockKind::Chrome).find(|b| {
            b.reason.starts_with("clock of the page")
                || b.reason.starts_with("when the page was saved")
        })?;
        Some(Found {
            value: plain_spaces(head(self.words(b), 200)),
            how: How::Stated,
            span: Some(b.span),
        })
    }

    fn published(&self) -> Option<Found<PartialDate>> {
        self.stated_date().or_else(|| self.inferred_date())
    }

    /// Dates on lines of their own and beside bylines; "updated" counts only where nothing else is.
    fn stated_date(&self) -> Option<Found<PartialDate>> {
        let mut first: Option<Found<PartialDate>> = None;
        let mut labelled: Option<Found<PartialDate>> = None;
        let mut updated: Option<Found<PartialDate>> = None;
        for b in self.blocks {
            let line = head(self.words(b), 300);
            let inside =
                b.reason.starts_with("a dateline") || b.reason.ends_with("between paragraphs");
            let source = b.kind == BlockKind::Credit && plain(head(line, 8)).starts_with("source");
            let bears = matches!(b.kind, BlockKind::Dateline | BlockKind::Byline) || source;
            if !bears || inside {
                continue;
            }
            let mut from = 0;
            for d in when::dates(line)
                .into_iter()
                .filter(|d| d.date.year.is_some() && d.date.month.is_some())
            {
                let before = plain(line.get(from..d.start).unwrap_or(""));
                from = d.end;
                let start = b.span.start as usize + d.start;
                let span = Some(Span::new(start, start + (d.end - d.start)));
                let is = |words: &[&str]| words.iter().any(|w| before.contains(w));
                if is(&["updat", "modified", "revised", "edited"]) {
                    let how = How::Inferred(
                        "the line that says when the article was last updated".to_owned(),
                    );
                    updated.get_or_insert(Found { value: d.date, how, span });
                } else if is(&[
                    "publish", "posted", "created", "issued", "released", "date", "first",
                ]) {
                    labelled.get_or_insert(Found { value: d.date, how: How::Stated, span });
                } else {
                    first.get_or_insert(Found { value: d.date, how: How::Stated, span });
                }
            }
        }
        labelled.or(first).or(updated)
    }

    /// The day from the dateline or the lead, the year from the copyright line.
    fn inferred_date(&self) -> Option<Found<PartialDate>> {
        let rights = self.of(BlockKind::Copyright).find_map(|b| {
            let line = self.words(b);
            let (at, year) = last_year(head(line, 200))?;
            let start = b.span.start as usize + at;
            Some((year, Span::new(start, start + 4)))
        });
        let day = self.dateline_day().or_else(|| self.lead_day());
        match (day, rights) {
            (Some((date, span, from)), _) if date.year.is_some() => {
                Some(Found { value: date, how: How::Inferred(from), span: Some(span) })
            }
            (Some((date, span, from)), Some((year, _))) => {
                let full = PartialDate::ymd(year, date.month?, date.day?);
                let how =
                    How::Inferred(format!("{from}, and the year {year} of the copyright line"));
                full.map(|value| Found { value, how, span: Some(span) })
            }
            (Some((date, span, from)), None) => {
                let how = How::Inferred(format!("{from}; the year is not stated"));
                Some(Found { value: date, how, span: Some(span) })
            }
            (None, Some((year, span))) => {
                let value = PartialDate { year: Some(year), ..PartialDate::default() };
                let how = How::Inferred(format!(
                    "the copyright line ({year}), which gives the year only"
                ));
                Some(Found { value, how, span: Some(span) })
            }
            (None, None) => None,
        }
    }

    fn dateline_day(&self) -> Option<(PartialDate, Span, String)> {
        let b = self.of(BlockKind::Dateline).find(|b| b.reason.starts_with("a dateline"))?;
        let line = head(self.words(b), 160);
        let d = when::dates(line).into_iter().find(|d| d.date.day.is_some())?;
        let start = b.span.start as usize + d.start;
        let span = Span::new(start, start + (d.end - d.start));
        Some((d.date, span, format!("the dateline, “{}”", line.get(d.start..d.end)?)))
    }

    /// The day that the first paragraph tells of ("on September 9"), if no later day is named and
    /// nothing says that it lies ahead or far back.
    fn lead_day(&self) -> Option<(PartialDate, Span, String)> {
        let mut lead: Option<(Dated, Span, String)> = None;
        let mut latest: Option<PartialDate> = None;
        for (n, (span, words)) in self.body().enumerate() {
            for d in when::dates(words) {
                if d.date.month.is_none() {
                    continue;
                }
                latest = latest.max(Some(d.date));
                if n > 1 || lead.is_some() || d.date.day.is_none() {
                    continue;
                }
                let before = words.get(..d.start).unwrap_or("");
                let sentence = before.rsplit(". ").next().unwrap_or(before);
                let ahead = [
                    " will ",
                    " would ",
                    " until ",
                    " since ",
                    " by ",
                    " planned ",
                    " scheduled ",
                    " from ",
                ]
                .iter()
                .any(|w| format!(" {sentence} ").contains(w));
                let on = sentence.ends_with("on ") || sentence.ends_with("On ");
                if on && !ahead {
                    let from = before.len() - 3;
                    let quote = words.get(from..d.end).unwrap_or("").to_owned();
                    let start = span.start as usize + d.start;
                    lead = Some((d, Span::new(start, start + (d.end - d.start)), quote));
                }
            }
        }
        let (d, span, quote) = lead?;
        // Days without a year compare among themselves, full dates likewise.
        let newest = self
            .body()
            .flat_map(|(_, w)| when::dates(w))
            .filter(|o| {
                o.date.year == d.date.year || o.date.year.is_none() || d.date.year.is_none()
            })
            .all(|o| {
                let same = o.date.year.is_some() == d.date.year.is_some();
                !same || o.date <= d.date
            });
        let _ = latest;
        newest.then(|| {
            (d.date, span, format!("“{quote}” in the first paragraphs, the latest day named"))
        })
    }

    /// Compares a full date with the first weekday the text names, and says how they agree.
    fn weekday_check(
        &self,
        published: Option<Found<PartialDate>>,
        notices: &mut Vec<Notice>,
    ) -> Option<Found<PartialDate>> {
        let mut found = published?;
        let Some(own) = found.value.weekday() else { return Some(found) };
        let Some((day, span, words)) = self.first_weekday() else { return Some(found) };
        let own_name = WEEKDAYS.get(own).copied().unwrap_or("");
        let back = (own + 7 - day) % 7;
        let text = match back {
            0 => format!("{} was a {own_name}, as the text says (“{words}”)", found.value),
            1 | 2 => format!(
                "{} was a {own_name}, and the text speaks of the days before (“{words}”)",
                found.value
            ),
            _ => return Some(found),
        };
        match &mut found.how {
            How::Inferred(from) => {
                from.push_str("; ");
                from.push_str(&text);
            }
            _ => notices.push(Notice {
                message: format!("The date fits the text: {text}."),
                span: Some(span),
            }),
        }
        Some(found)
    }

    /// The first weekday in the article's text, which is that of the news.
    fn first_weekday(&self) -> Option<(usize, Span, String)> {
        for (span, words) in self.body().take(3) {
            let mut from = 0;
            for word in words.split(|c: char| !c.is_alphanumeric()) {
                let at = from;
                from += word.len()
                    + words
                        .get(at + word.len()..)
                        .and_then(|r| r.chars().next())
                        .map_or(1, char::len_utf8);
                if word.len() < 6 || !word.starts_with(char::is_uppercase) {
                    continue;
                }
                let Some(day) = when::weekday(word) else { continue };
                let before = words.get(..at).unwrap_or("").trim_end();
                let previous = before.rsplit(char::is_whitespace).next().unwrap_or("");
                if ["last", "next", "every", "each", "previous"].contains(&plain(previous).as_str())
                {
                    continue;
                }
                let on = plain(previous) == "on";
                let quote = if on { format!("{previous} {word}") } else { word.to_owned() };
                let start = span.start as usize + at;
                return Some((day, Span::new(start, start + word.len()), quote));
            }
        }
        None
    }
}

/// The last year in a line ("© 2013-2017").
fn last_year(line: &str) -> Option<(usize, i32)> {
    let bytes = line.as_bytes();
    let mut out = None;
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes.get(at..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_digit()).count();
        if run == 4
            && let Some(year) = line.get(at..at + 4).and_then(|y| y.parse().ok())
            && (1900..=2199).contains(&year)
        {
            out = Some((at, year));
        }
        at += run.max(1);
    }
    out
}

/// The text after its first `n` words.
fn after_words(text: &str, n: usize) -> &str {
    let mut rest = text.trim_start();
    for _ in 0..n {
        let to = rest.find(char::is_whitespace).unwrap_or(rest.len());
        rest = rest.get(to..).unwrap_or("").trim_start();
    }
    rest
}

/// The people named in a byline after its cue; jobs, outlets, places and dates are left out.
fn people<'t>(line: &'t str, lists: &Lists) -> Vec<&'t str> {
    let mut out = Vec::new();
    let date = when::dates(line).first().map_or(line.len(), |d| d.start);
    let line = line.get(..date).unwrap_or(line);
    let line = [" - ", " – ", " — ", " | ", " • "]
        .iter()
        .filter_map(|d| line.find(d))
        .min()
        .and_then(|at| line.get(..at))
        .unwrap_or(line);
    for part in line.split([',', ';', '/', '&']).flat_map(|p| p.split(" and ")) {
        let part = part.split(" in ").next().unwrap_or(part);
        let part = part.split(" for ").next().unwrap_or(part);
        let part = part.split(" For ").next().unwrap_or(part);
        let part = part.split(" of ").next().unwrap_or(part);
        let name = part.trim().trim_matches(|c: char| matches!(c, '(' | ')' | '.' | ':'));
        let name = name.strip_prefix("and ").unwrap_or(name).trim();
        if lists.names.get(name).is_none() && pattern::looks_like_names(name) && !job(name) {
            out.push(name);
        }
    }
    out
}

fn job(name: &str) -> bool {
    let last = plain(name);
    [
        "writer",
        "reporter",
        "editor",
        "correspondent",
        "staff",
        "desk",
        "team",
        "news",
        "agency",
        "press",
        "service",
    ]
    .iter()
    .any(|j| last.ends_with(j))
}
