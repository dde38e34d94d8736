//! From units to blocks: the place of a line on the page decides what its shape leaves open.

use super::dateline::{self, Bare};
use super::line::{End, Unit};
use super::pattern::{self, Lists, Mark};
use super::{Block, BlockKind};
use crate::map::{HashMap, HashSet};
use crate::span::Span;
use std::ops::Range;

/// Clean article text: every paragraph is body; a first line that is the given title is headline.
pub(super) fn as_given(units: Vec<Unit<'_>>, title: Option<&str>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(units.len());
    // Where empty lines part the paragraphs, single line breaks are inside them.
    let parted = units.iter().skip(1).any(|u| u.blank);
    // Lines that mostly end as sentences do are paragraphs all the same.
    let inner = units.windows(2).filter(|two| matches!(two, [_, next] if !next.blank));
    let (ended, all) = inner.fold((0, 0), |(e, n), two| {
        (e + usize::from(two.first().is_some_and(|u| u.end != End::Open)), n + 1)
    });
    let whole = ended * 2 > all;
    let title = title.map(super::line::plain);
    for unit in &units {
        let span = Span::new(unit.start, unit.stop());
        if blocks.is_empty() && title.as_deref() == Some(unit.plain.as_str()) {
            let reason = "the first line is the given title".to_owned();
            blocks.push(Block { span, kind: BlockKind::Headline, reason });
            continue;
        }
        match blocks.last_mut() {
            Some(last)
                if last.kind == BlockKind::Body
                    && !unit.blank
                    && (unit.joined || (parted && !whole)) =>
            {
                last.span = last.span.join(span);
            }
            _ => blocks.push(Block {
                span,
                kind: BlockKind::Body,
                reason: "given as clean text".to_owned(),
            }),
        }
    }
    blocks
}

/// Whether a line is names only, with or without the places they write from
/// ("Ann Lee in Oslo and Tom Bird").
fn people(text: &str) -> bool {
    let place = |p: &str| pattern::looks_like_names(p.split(" in ").next().unwrap_or(p));
    pattern::looks_like_names(text) || (text.contains(" in ") && text.split(" and ").all(place))
}

/// A page under work.
struct Page<'t, 'l> {
    units: Vec<Unit<'t>>,
    lists: &'l Lists,
    /// What each unit is by itself.
    marks: Vec<Option<Mark>>,
    /// The second paragraph of the article's text.
    second: usize,
    /// What each unit was found to be.
    found: Vec<Option<(BlockKind, String)>>,
}

/// Sorts the units of a page scrape into blocks.
pub(super) fn classify(
    page: &str,
    units: Vec<Unit<'_>>,
    title: Option<&str>,
    lists: &Lists,
) -> Vec<Block> {
    let units = super::cut::split(page, units, lists);
    let mut marks: Vec<Option<Mark>> = units.iter().map(|u| pattern::mark(u, lists)).collect();
    // What a credit was cut from is a caption.
    for i in 1..units.len() {
        let credit = |m: &Option<Mark>| m.as_ref().is_some_and(|m| m.role == "photo");
        if units.get(i).is_some_and(|u| u.joined)
            && marks.get(i).is_some_and(credit)
            && let Some(above @ None) = marks.get_mut(i - 1)
        {
            *above = Some(Mark::new(BlockKind::Caption, "the line above a picture credit", ""));
        }
    }
    let found = vec![None; units.len()];
    let mut work = Page { units, lists, marks, second: 0, found };
    work.run(title);
    work.blocks()
}

impl Page<'_, '_> {
    fn run(&mut self, title: Option<&str>) {
        let n = self.units.len();
        let repeats = self.repeats();
        let comments = self.comments_from();
        let related = self.related_from(comments);
        let limit = comments.min(related);
        let body = self.main_text(limit);
        self.second = body.clone().filter(|i| self.prose(*i)).nth(1).unwrap_or(n);
        let headline = self.headline(&body, title, limit);
        let mut core = body.clone();
        if let Some(h) = headline
            && h < core.start
            && !core.is_empty()
        {
            // What stands between the headline and the text belongs to the article's head.
            core.start = h + 1;
        }
        for i in 0..n {
            let found = if Some(i) == headline {
                (BlockKind::Headline, self.headline_reason(title, i, &body))
            } else if let Some(f) = self.repeat(i, headline, &repeats, &body) {
                f
            } else if i >= comments {
                self.among_comments(i)
            } else if i >= related {
                self.among_related(i)
            } else if core.contains(&i) {
                self.inside(i, &core, &body, headline)
            } else if i < core.start {
                self.before(i, headline)
            } else {
                self.after(i, body.end)
            };
            if let Some(slot) = self.found.get_mut(i) {
                *slot = Some(found);
            }
        }
    }

    fn mark(&self, i: usize) -> Option<&Mark> {
        self.marks.get(i).and_then(Option::as_ref)
    }

    fn kind_mark(&self, i: usize, kind: BlockKind) -> bool {
        self.mark(i).is_some_and(|m| m.kind == kind)
    }

    /// Whether unit `i` is running text, as far as it can tell by itself.
    fn prose(&self, i: usize) -> bool {
        self.mark(i).is_none() && self.units.get(i).is_some_and(Unit::prose)
    }

    fn sentence(&self, i: usize) -> bool {
        self.mark(i).is_none() && self.units.get(i).is_some_and(Unit::sentence)
    }

    /// Neither a sentence nor recognised: a headline, a label, a name.
    fn heading(&self, i: usize) -> bool {
        self.mark(i).is_none() && self.units.get(i).is_some_and(|u| !u.sentence() && !u.prose())
    }

    /// How often each line stands on the page, for lines of at least three words.
    fn repeats(&self) -> Vec<(usize, usize)> {
        let mut first: HashMap<&str, usize> = HashMap::default();
        let mut count: HashMap<usize, usize> = HashMap::default();
        let mut out = Vec::with_capacity(self.units.len());
        for (i, u) in self.units.iter().enumerate() {
            let f = if u.words >= 3 && u.text.len() <= super::line::HEAD * 4 {
                *first.entry(&u.plain).or_insert(i)
            } else {
                i
            };
            *count.entry(f).or_default() += 1;
            out.push((f, 0));
        }
        for (f, c) in &mut out {
            *c = count.get(f).copied().unwrap_or(1);
        }
        out
    }

    /// Where the readers' comments begin; the number of units where there are none.
    fn comments_from(&self) -> usize {
        let n = self.units.len();
        let prose_at: Vec<usize> = (0..n).filter(|i| self.prose(*i)).collect();
        let total: usize = prose_at.iter().map(|i| self.units[*i].text.len()).sum();
        let mut before = 0;
        let mut seen = prose_at.iter().peekable();
        let mut ended = false;
        for i in 0..n {
            while let Some(p) = seen.next_if(|p| **p < i) {
                before += self.units.get(*p).map_or(0, |u| u.text.len());
                ended = false;
            }
            let role = self.mark(i).map_or("", |m| m.role);
            let comment = self.kind_mark(i, BlockKind::Comment);
            // Tags, rights and lists of other stories end an article.
            ended |= matches!(role, "tags" | "end") && before > 0;
            if before == 0 {
                continue;
            }
            let signs = || (i + 1..n.min(i + 12)).filter(|k| self.comment_sign(*k)).count();
            let most = before * 2 >= total;
            if comment && role != "prompt" && (most || signs() >= 1) {
                return i;
            }
            if comment && role == "prompt" && most {
                return i;
            }
            let user = self.mark(i).is_none() && self.units.get(i).is_some_and(pattern::user_name);
            if user && i + 1 < n && !self.heading(i + 1) && (ended || signs() >= 2) {
                return i;
            }
        }
        n
    }

    fn comment_sign(&self, i: usize) -> bool {
        self.mark(i).is_some_and(|m| {
            m.kind == BlockKind::Comment && m.role == "mark"
                || (m.kind == BlockKind::Dateline && m.reason.contains("ago"))
        }) || (self.mark(i).is_none() && self.units.get(i).is_some_and(pattern::user_name))
    }

    /// Where the last list of other stories begins, after which no article text comes.
    fn related_from(&self, limit: usize) -> usize {
        let total: usize =
            (0..limit).filter(|i| self.prose(*i)).map(|i| self.units[i].text.len()).sum();
        let mut before = 0;
        for i in 0..limit {
            if self.prose(i) {
                before += self.units.get(i).map_or(0, |u| u.text.len());
            }
            let head = self.kind_mark(i, BlockKind::Related)
                && self.mark(i).is_some_and(|m| m.role == "head");
            // A button in the text is followed by text, a list by titles.
            let near = || (i + 1..limit.min(i + 5)).find(|k| self.mark(*k).is_none());
            let titles = || near().is_none_or(|k| self.heading(k) || k > i + 3);
            if head && titles() && before > 0 && before * 10 >= total * 7 {
                return i;
            }
        }
        limit
    }

    /// The stretch of units that holds the article's text: the heaviest run of paragraphs.
    fn main_text(&self, limit: usize) -> Range<usize> {
        // At most so many lines that are no paragraphs may stand inside.
        const GAP: usize = 14;
        // One huge line must not outweigh an article of many paragraphs.
        const MOST: usize = 1500;
        let mut seen: HashSet<&str> = HashSet::default();
        let mut headed = 0;
        let mut best: (usize, Range<usize>) = (0, 0..0);
        let mut now: (usize, Range<usize>) = (0, 0..0);
        let mut gap = 0;
        for i in 0..limit {
            let end = self.mark(i).is_some_and(|m| m.kind == BlockKind::Copyright);
            if self
                .mark(i)
                .is_some_and(|m| matches!(m.kind, BlockKind::Byline | BlockKind::Dateline))
            {
                headed = i + 8;
            }
            if self.prose(i) {
                let Some(u) = self.units.get(i) else { continue };
                let mut weight = u.text.len().min(MOST);
                if !seen.insert(&u.plain) {
                    weight = 0;
                }
                if now.0 == 0 || gap > GAP {
                    now = (0, i..i);
                    // A date or an author right above is the head of an article.
                    if i < headed {
                        weight = weight * 2 + 300;
                    }
                }
                now.0 += weight;
                now.1.end = i + 1;
                gap = 0;
                if now.0 > best.0 {
                    best = now.clone();
                }
            } else if end {
                gap = GAP + 1;
            } else {
                gap += usize::from(!self.sentence(i));
            }
        }
        let mut body = best.1;
        if body.is_empty() {
            // No paragraph: the longest run of whatever sentences there are.
            let first = (0..limit).find(|i| self.sentence(*i));
            let Some(first) = first else { return 0..0 };
            body = first..first + 1;
        }
        // Short sentences at both ends belong to it.
        let mut i = body.start;
        while i > 0 && body.start - (i - 1) <= 3 {
            i -= 1;
            let words = self.units.get(i).map_or(0, |u| u.words);
            if self.sentence(i)
                && words >= 4
                && self.units.get(i).is_some_and(|u| u.end == End::Stop)
            {
                body.start = i;
            } else if self.mark(i).is_none() {
                break;
            }
        }
        let mut i = body.end;
        let mut apart = 0;
        while i < limit && apart < 3 {
            let quote = self.units.get(i).is_some_and(|u| u.text.starts_with(['"', '“', '«']));
            let words = self.units.get(i).map_or(0, |u| u.words);
            let stop = self.units.get(i).is_some_and(|u| u.end == End::Stop);
            let bullet = self.units.get(i).is_some_and(Unit::bulleted) && self.mark(i).is_none();
            if (self.sentence(i) && (stop || quote) && (words >= 2 || quote)) || bullet {
                body.end = i + 1;
                apart = 0;
            } else if self.mark(i).is_some_and(|m| {
                matches!(m.kind, BlockKind::Copyright | BlockKind::Tags | BlockKind::Comment)
                    || m.role == "reporting"
            }) {
                break;
            } else {
                // A picture with its lines may stand before the last sentence.
                let picture = (i.saturating_sub(1)..=i + 1).any(|k| self.photo_credit(k));
                apart += usize::from(!picture);
            }
            i += 1;
        }
        // A list that the last lines introduce.
        let colon = |i: usize| {
            self.mark(i).is_none()
                && self.units.get(i).is_some_and(|u| u.end == End::Colon && u.words >= 4)
        };
        let opens = [body.end.checked_sub(1), Some(body.end)]
            .into_iter()
            .flatten()
            .find(|i| *i < limit && colon(*i));
        if let Some(opens) = opens {
            let mut i = opens + 1;
            while i < limit && (self.heading(i) || self.kind_mark(i, BlockKind::Tags)) {
                i += 1;
            }
            if i > opens + 2 {
                body.end = i;
            }
        }
        self.without_teasers(body)
    }

    /// Drops pairs of a headline and one sentence about it from the end of the text: a list of
    /// other stories with their first lines.
    fn without_teasers(&self, body: Range<usize>) -> Range<usize> {
        let mut end = body.end;
        let mut pairs = 0;
        while end >= body.start + 2 {
            let title = self.units.get(end - 2);
            let titled = self.heading(end - 2)
                && title.is_some_and(|u| u.words >= 6 && u.end == End::Open && !u.bulleted());
            let teaser = self.units.get(end - 1).is_some_and(|u| u.words <= 45)
                && self.mark(end - 1).is_none();
            if !(titled && teaser && !self.heading(end - 1)) {
                break;
            }
            end -= 2;
            pairs += 1;
        }
        let left = (body.start..end).filter(|i| self.prose(*i)).take(3).count();
        if pairs >= 3 && left >= 3 { body.start..end } else { body }
    }

    /// The unit that is the article's headline.
    fn headline(&self, body: &Range<usize>, title: Option<&str>, limit: usize) -> Option<usize> {
        let title = title.map(super::line::plain);
        if let Some(t) = &title
            && let Some(i) = (0..limit).find(|i| self.units.get(*i).is_some_and(|u| u.plain == *t))
        {
            return Some(i);
        }
        let to = if body.is_empty() { limit } else { body.start };
        // Far above the text there are only menus.
        let from = to.saturating_sub(60);
        let repeats = self.repeats();
        let mut best: Option<(i32, usize)> = None;
        for i in from..to {
            let Some(u) = self.units.get(i) else { continue };
            let labelled =
                self.mark(i).is_some_and(|m| m.kind == BlockKind::Related && m.role == "line")
                    && i + 14 >= to;
            let fits = (self.mark(i).is_none() || labelled)
                && (!u.joined || u.words >= 4)
                && self.lists.names.get(u.text).is_none()
                && !people(u.text)
                && (3..=35).contains(&u.words)
                && u.end != End::Colon
                && (u.end != End::Stop || body.is_empty());
            if !fits || pattern::trailing_credit(u, self.lists).is_some() {
                continue;
            }
            let next = (i + 1..to + 1).find(|k| {
                !self.kind_mark(*k, BlockKind::Chrome) && repeats.get(*k).is_none_or(|r| r.0 != i)
            });
            // A single line below may be the standfirst; then what follows that one counts.
            let pair = next.filter(|k| {
                *k <= i + 3
                    && self.heading(*k)
                    && !self.units.get(*k).is_some_and(|n| people(n.text))
                    && self.units.get(*k).is_some_and(|n| n.words >= 4)
                    && (!self.heading(*k + 1)
                        || self.units.get(*k + 1).is_some_and(|n| people(n.text)))
                    && (i == 0
                        || !self.heading(i - 1)
                        || self.units.get(i - 1).is_some_and(|p| p.words < 4))
            });
            let next = pair
                .map_or(next, |k| (k + 1..to + 1).find(|k| !self.kind_mark(*k, BlockKind::Chrome)));
            let next_kind = next.and_then(|k| match self.mark(k) {
                Some(m) => Some(m.kind),
                None => self.units.get(k).filter(|n| people(n.text)).map(|_| BlockKind::Byline),
            });
            let mut score = 0;
            score += i32::from(pair.is_some()) * 2;
            score += i32::from(u.words >= 5) * 3;
            score += i32::from(u.words >= 4);
            score -= i32::from(u.words > 22) * 3;
            score += i32::from(u.title_case());
            score += i32::from(repeats.get(i).is_some_and(|r| r.1 > 1)) * 2;
            score += i32::from(u.blank);
            score += match next_kind {
                Some(BlockKind::Byline | BlockKind::Dateline) => 4,
                Some(BlockKind::Credit) => 2,
                _ => 0,
            };
            score += i32::from(next == Some(to) && !body.is_empty()) * 2;
            // A line among others like it is one of a list of stories.
            let listed = [i.checked_sub(1), Some(i + 1)]
                .into_iter()
                .flatten()
                .filter(|k| {
                    self.heading(*k)
                        && self.units.get(*k).is_some_and(|n| n.words >= 4 && n.plain != u.plain)
                })
                .count() as i32;
            score -= if pair.is_some() { 0 } else { listed * 2 };
            let caption = self.caption_like(i);
            score -= i32::from(caption) * 6;
            score -= i32::try_from((to - i) / 6).unwrap_or(0);
            if body.is_empty() {
                score -= i32::from(i > 6) * 4;
            }
            if score >= 2 && best.is_none_or(|(s, _)| score > s) {
                best = Some((score, i));
            }
        }
        best.map(|(_, i)| i)
    }

    fn headline_reason(&self, title: Option<&str>, i: usize, body: &Range<usize>) -> String {
        let unit = self.units.get(i);
        let same = title.is_some_and(|t| unit.is_some_and(|u| u.plain == super::line::plain(t)));
        if same {
            "is the given title".to_owned()
        } else if body.is_empty() {
            "set like a headline, and no text follows".to_owned()
        } else if unit.is_some_and(Unit::title_case) {
            "a line in title case without a full stop, before the text".to_owned()
        } else {
            "a line without a full stop, before the text".to_owned()
        }
    }

    /// A second copy of the headline, of a paragraph, or of a label.
    fn repeat(
        &self,
        i: usize,
        headline: Option<usize>,
        repeats: &[(usize, usize)],
        body: &Range<usize>,
    ) -> Option<(BlockKind, String)> {
        let (first, count) = *repeats.get(i)?;
        if let Some(h) = headline
            && repeats.get(h).is_some_and(|r| r.0 == first)
        {
            return Some((BlockKind::Chrome, "the headline once more".to_owned()));
        }
        if count < 2 {
            return None;
        }
        if self.kind_mark(i, BlockKind::Series) {
            return Some((
                BlockKind::Series,
                format!("a label with a bare count that stands {count} times"),
            ));
        }
        let long = self.units.get(i).is_some_and(|u| u.words >= 8);
        let stop = self.units.get(i).is_some_and(|u| u.end == End::Stop);
        (first < i && long && stop && self.sentence(i) && body.contains(&first))
            .then(|| (BlockKind::Chrome, "repeats an earlier paragraph".to_owned()))
    }

    /// Text under a picture, by its own words.
    fn caption_like(&self, i: usize) -> bool {
        self.kind_mark(i, BlockKind::Caption)
            || self.units.get(i + 1).is_some_and(|n| n.joined) && self.photo_credit(i + 1)
            || self.units.get(i).is_some_and(|u| {
                self.mark(i).is_none()
                    && u.end == End::Open
                    && u.words >= 24
                    && u.lower * 3 >= u.words
            })
    }

    fn photo_credit(&self, i: usize) -> bool {
        self.mark(i).is_some_and(|m| m.kind == BlockKind::Credit && m.role == "photo")
    }

    fn marked(&self, i: usize) -> Option<(BlockKind, String)> {
        self.mark(i).map(|m| (m.kind, m.reason.clone()))
    }

    /// Above the headline or the text.
    fn before(&self, i: usize, headline: Option<usize>) -> (BlockKind, String) {
        if let Some(found) = self.marked(i) {
            return match found.0 {
                // Menus name sections, and so may look like anything.
                BlockKind::Related | BlockKind::Comment | BlockKind::Tags => {
                    (BlockKind::Chrome, format!("above the article; {}", found.1))
                }
                BlockKind::Caption if self.units.get(i).is_some_and(|u| u.words < 5) => {
                    (BlockKind::Chrome, "a label above the article".to_owned())
                }
                _ => found,
            };
        }
        if i > 0 && self.mark(i - 1).is_some_and(|m| m.role == "by") {
            return (BlockKind::Byline, "the name after “by”".to_owned());
        }
        let Some(u) = self.units.get(i) else { return (BlockKind::Chrome, String::new()) };
        let at_text = headline.is_none();
        if at_text && self.place_and_site(i) {
            return (
                BlockKind::Byline,
                "a place and a site with a dash, right above the text".to_owned(),
            );
        }
        if self.caption_like(i) && headline.is_none_or(|h| h.abs_diff(i) <= 4) {
            return (
                BlockKind::Caption,
                "a long line that is no paragraph, beside the headline".to_owned(),
            );
        }
        if self.photo_credit(i + 1) && u.words >= 5 {
            return (BlockKind::Caption, "the line above a picture credit".to_owned());
        }
        if u.sentence() && u.words >= 6 {
            return (BlockKind::Chrome, "a sentence apart from the article, above it".to_owned());
        }
        if u.words >= 5 {
            return (BlockKind::Related, "a headline above the article, not its own".to_owned());
        }
        (BlockKind::Chrome, "a short line above the article".to_owned())
    }

    /// "City - Site" directly above the text.
    fn place_and_site(&self, i: usize) -> bool {
        let Some(u) = self.units.get(i) else { return false };
        if u.words > 6
            || u.end != End::Open
            || !(self.prose(i + 1) || self.kind_mark(i + 1, BlockKind::Dateline))
        {
            return false;
        }
        let parts = [" - ", " – ", " — ", " | "].iter().find_map(|d| u.text.split_once(d));
        parts.is_some_and(|(a, b)| {
            [a, b].iter().all(|p| {
                let words: Vec<&str> = p.split_whitespace().collect();
                (1..=3).contains(&words.len())
                    && words.iter().all(|w| w.starts_with(char::is_uppercase))
            })
        })
    }

    /// Between headline and the end of the text.
    fn inside(
        &self,
        i: usize,
        core: &Range<usize>,
        body: &Range<usize>,
        headline: Option<usize>,
    ) -> (BlockKind, String) {
        let Some(u) = self.units.get(i) else { return (BlockKind::Chrome, String::new()) };
        if let Some((kind, reason)) = self.marked(i) {
            let in_text = body.contains(&i) && i > self.second;
            return match kind {
                // One bare date inside the text is a subheading of a chronicle.
                BlockKind::Tags
                    if in_text
                        && self.mark(i).is_some_and(|m| m.role == "tags")
                        && self.in_list(i, core) =>
                {
                    (BlockKind::Body, "an entry of a list that a line above introduces".to_owned())
                }
                BlockKind::Dateline if in_text => {
                    (kind, "a date or time between paragraphs".to_owned())
                }
                BlockKind::Comment => {
                    (BlockKind::Chrome, format!("a button beside the article; {reason}"))
                }
                BlockKind::Chrome | BlockKind::Series if u.bulleted() && u.words > 2 => {
                    (BlockKind::Body, "an entry of a list".to_owned())
                }
                BlockKind::Credit if self.mark(i).is_some_and(|m| m.role == "photo") => {
                    if self.body_mention(i) {
                        (BlockKind::Body, "a paragraph of the article".to_owned())
                    } else {
                        (kind, reason)
                    }
                }
                _ => (kind, reason),
            };
        }
        if i > 0 && self.mark(i - 1).is_some_and(|m| m.role == "by") {
            return (BlockKind::Byline, "the name after “by”".to_owned());
        }
        if self.heading(i) && self.under_points(i, core) {
            return (BlockKind::Body, "one of the article's key points".to_owned());
        }
        if self.place_and_site(i) && i < body.start {
            return (
                BlockKind::Byline,
                "a place and a site with a dash, right above the text".to_owned(),
            );
        }
        if let Some(found) = self.beside_credit(i, headline) {
            return found;
        }
        if u.prose() || u.sentence() {
            if i < body.start {
                let reason = if u.sentence() {
                    "a sentence between headline and text"
                } else {
                    "a long line between headline and text"
                };
                return (BlockKind::Body, reason.to_owned());
            }
            return (
                BlockKind::Body,
                if u.prose() { "a paragraph" } else { "a short sentence among the paragraphs" }
                    .to_owned(),
            );
        }
        if i < body.start {
            return self.head_matter(i, headline);
        }
        let (run, place) = self.run_of_headings(i, core);
        let label = run.start > 0
            && self.kind_mark(run.start - 1, BlockKind::Related)
            && self.units.get(run.start - 1).is_some_and(|l| l.words <= 5);
        if label && u.words >= 3 {
            return (BlockKind::Related, "under a heading for other stories".to_owned());
        }
        let after_colon = run.start > 0
            && self.units.get(run.start - 1).is_some_and(|p| p.end == End::Colon && p.words >= 4)
            || run.len() > 1 && self.in_list(i, core);
        if u.bulleted() {
            return (BlockKind::Body, "an entry of a list".to_owned());
        }
        if u.end == End::Colon && u.words >= 5 {
            return (BlockKind::Body, "introduces what follows".to_owned());
        }
        if after_colon && place < 40 {
            return (
                BlockKind::Body,
                "an entry of a list that the line above introduces".to_owned(),
            );
        }
        if u.words >= 16 && u.lower * 2 >= u.words {
            return (BlockKind::Body, "a paragraph without a full stop".to_owned());
        }
        if run.len() == 1 {
            let shouts = u.words >= 5
                && !u.text.chars().any(char::is_lowercase)
                && u.content > 0
                && u.lower == 0;
            if shouts {
                return (
                    BlockKind::Related,
                    "another story's headline between paragraphs: all in capitals".to_owned(),
                );
            }
            if u.title_case() && u.words >= 8 {
                return (
                    BlockKind::Related,
                    "another story's headline between paragraphs: title case, no full stop"
                        .to_owned(),
                );
            }
            if u.words <= 12 || !u.title_case() {
                return (BlockKind::Body, "a subheading between paragraphs".to_owned());
            }
        }
        if u.words >= 4 {
            return (
                BlockKind::Related,
                format!("one of {} lines set like headlines, without full stops", run.len()),
            );
        }
        (BlockKind::Chrome, "a short line among others, no sentence".to_owned())
    }

    /// Whether only headings stand between `i` and a label for key points.
    fn under_points(&self, i: usize, core: &Range<usize>) -> bool {
        (core.start.max(i.saturating_sub(8))..i)
            .rev()
            .find(|k| !self.heading(*k))
            .is_some_and(|k| self.mark(k).is_some_and(|m| m.role == "points"))
    }

    /// Whether only headings and the like stand between `i` and a line that ends in a colon.
    fn in_list(&self, i: usize, core: &Range<usize>) -> bool {
        let mut k = i;
        while k > core.start && i - k < 40 {
            k -= 1;
            if !(self.heading(k) || self.kind_mark(k, BlockKind::Tags)) {
                return false;
            }
            if self.units.get(k).is_some_and(|u| u.end == End::Colon && u.words >= 4) {
                return true;
            }
        }
        false
    }

    /// A unit that looks like a credit but reads on as text.
    fn body_mention(&self, i: usize) -> bool {
        self.units.get(i).is_some_and(|u| u.sentence() && u.words > 14)
    }

    /// Lines next to a picture credit: its caption above or below, and the story it belongs to.
    fn beside_credit(&self, i: usize, headline: Option<usize>) -> Option<(BlockKind, String)> {
        let u = self.units.get(i)?;
        let below =
            self.photo_credit(i + 1) && !self.units.get(i + 1).is_some_and(|n| n.blank && !u.blank);
        if below {
            let cut = self.units.get(i + 1).is_some_and(|n| n.joined);
            let glued = self.units.get(i + 1).is_some_and(|n| !n.blank) && self.blank_lines();
            let open = u.end == End::Open || u.end == End::Question;
            if cut || open || (glued && u.words <= 45) {
                return Some((BlockKind::Caption, "the line above a picture credit".to_owned()));
            }
        }
        if i > 0
            && self.photo_credit(i - 1)
            && Some(i - 1) != headline
            && self.heading(i)
            && u.words <= 30
        {
            let above = i >= 2 && self.heading(i - 2) && headline != Some(i - 2);
            if u.title_case() && u.words >= 4 {
                return Some((
                    BlockKind::Related,
                    "a headline below a picture credit: title case, no full stop".to_owned(),
                ));
            }
            if !above && u.words >= 5 {
                return Some((BlockKind::Caption, "the line below a picture credit".to_owned()));
            }
        }
        None
    }

    /// Whether empty lines part the paragraphs of this page.
    fn blank_lines(&self) -> bool {
        let prose = self.units.iter().enumerate().filter(|(i, _)| self.prose(*i));
        let (blank, all) =
            prose.take(40).fold((0, 0), |(b, a), (_, u)| (b + usize::from(u.blank), a + 1));
        blank * 2 > all
    }

    /// Between headline and first paragraph.
    fn head_matter(&self, i: usize, headline: Option<usize>) -> (BlockKind, String) {
        let Some(u) = self.units.get(i) else { return (BlockKind::Chrome, String::new()) };
        let near = headline.is_some_and(|h| i - h <= 6);
        if near && people(u.text) && u.words <= 12 && self.lists.phrases.run(u.text).0.is_none() {
            return (BlockKind::Byline, "only a name, between headline and text".to_owned());
        }
        if near && u.words <= 6 && self.lists.names.get(u.text).is_some() {
            return (
                BlockKind::Byline,
                "only an outlet or agency, between headline and text".to_owned(),
            );
        }
        let first = headline == i.checked_sub(1);
        let own = headline.is_some_and(|h| {
            i - h <= 4
                && (h + 1..i).all(|k| {
                    self.heading(k)
                        || self.kind_mark(k, BlockKind::Byline)
                        || self.kind_mark(k, BlockKind::Dateline)
                })
        });
        // Right above the byline or the date it is the standfirst, whatever buttons are between.
        let led =
            (i + 1..i + 4).find(|k| !self.kind_mark(*k, BlockKind::Chrome)).is_some_and(|k| {
                self.kind_mark(k, BlockKind::Byline)
                    || self.kind_mark(k, BlockKind::Dateline)
                    || self.units.get(k).is_some_and(|n| people(n.text))
            });
        let own = own || (led && headline.is_some_and(|h| i - h <= 3));
        let alone = first && u.words >= 5 && !u.title_case() && !self.heading(i + 1);
        if (u.words >= 7 || alone)
            && own
            && (!u.title_case() || first)
            && !self.heading_neighbours(i)
        {
            return (BlockKind::Body, "a standfirst: the line under the headline".to_owned());
        }
        if u.words >= 6 && u.end != End::Colon {
            return (
                BlockKind::Related,
                "a headline above the text, not the article's own".to_owned(),
            );
        }
        (BlockKind::Chrome, "a short line above the text".to_owned())
    }

    fn heading_neighbours(&self, i: usize) -> bool {
        [i.checked_sub(1), Some(i + 1)]
            .into_iter()
            .flatten()
            .all(|k| self.heading(k) && self.units.get(k).is_some_and(|n| n.words >= 5))
    }

    /// The run of heading-like lines around `i` inside `core`, and the place of `i` in it. Looks
    /// at most a fixed way in each direction, so that long runs cost no more.
    fn run_of_headings(&self, i: usize, core: &Range<usize>) -> (Range<usize>, usize) {
        let mut from = i;
        while from > core.start && i - from < 40 && self.heading(from - 1) {
            from -= 1;
        }
        let mut to = i + 1;
        while to < core.end && to - i < 40 && self.heading(to) {
            to += 1;
        }
        (from..to, i - from)
    }

    /// Below the text.
    fn after(&self, i: usize, end: usize) -> (BlockKind, String) {
        if let Some(found) = self.marked(i) {
            return match found.0 {
                BlockKind::Byline | BlockKind::Dateline if i > end + 4 => {
                    (BlockKind::Related, format!("below the article; {}", found.1))
                }
                BlockKind::Caption => {
                    (BlockKind::Related, format!("below the article; {}", found.1))
                }
                _ => found,
            };
        }
        let Some(u) = self.units.get(i) else { return (BlockKind::Chrome, String::new()) };
        if let (BlockKind::Tags, reason) = self.among_related(i) {
            return (BlockKind::Tags, reason);
        }
        if u.words >= 5 || (u.words >= 4 && u.title_case()) {
            let reason = if u.sentence() {
                "a text below the article, apart from it"
            } else {
                "a headline below the article"
            };
            return (BlockKind::Related, reason.to_owned());
        }
        (BlockKind::Chrome, "a short line below the article".to_owned())
    }

    fn among_related(&self, i: usize) -> (BlockKind, String) {
        // Topic words one to a line, under their heading.
        let short =
            |k: usize| self.mark(k).is_none() && self.units.get(k).is_some_and(|u| u.words <= 4);
        if short(i) {
            let above = (i.saturating_sub(12)..i).rev().find(|k| !short(*k));
            if above.is_some_and(|k| {
                self.mark(k).is_some_and(|m| m.kind == BlockKind::Tags && m.role == "head")
            }) {
                return (BlockKind::Tags, "follows a heading for topic words".to_owned());
            }
        }
        match self.marked(i) {
            Some(found)
                if matches!(
                    found.0,
                    BlockKind::Caption
                        | BlockKind::Dateline
                        | BlockKind::Byline
                        | BlockKind::Series
                ) =>
            {
                (BlockKind::Related, "in the list of other stories".to_owned())
            }
            Some(found) => found,
            None => (BlockKind::Related, "in the list of other stories".to_owned()),
        }
    }

    fn among_comments(&self, i: usize) -> (BlockKind, String) {
        match self.marked(i) {
            Some(found)
                if matches!(
                    found.0,
                    BlockKind::Copyright | BlockKind::Chrome | BlockKind::Comment
                ) =>
            {
                found
            }
            Some(found)
                if found.0 == BlockKind::Related
                    && self.mark(i).is_some_and(|m| m.role == "head") =>
            {
                found
            }
            _ => {
                let user = self
                    .units
                    .get(i)
                    .is_some_and(|u| pattern::user_name(u) || (u.words <= 3 && u.end == End::Open));
                let reason = if user {
                    "the name of a reader who comments"
                } else {
                    "among the readers' comments"
                };
                (BlockKind::Comment, reason.to_owned())
            }
        }
    }

    /// The blocks, with datelines cut from the paragraphs they begin.
    fn blocks(self) -> Vec<Block> {
        let mut out = Vec::with_capacity(self.units.len() + 1);
        let mut paragraphs = 0;
        for (unit, found) in self.units.iter().zip(self.found) {
            let (kind, reason) = found.unwrap_or((BlockKind::Chrome, String::new()));
            let mut start = unit.start;
            if kind == BlockKind::Body {
                let bare = match paragraphs {
                    0 => Bare::Any,
                    1 => Bare::Capitals,
                    _ => Bare::Never,
                };
                if let Some(d) = dateline::dateline(unit.text, self.lists, bare) {
                    let text = unit.text.get(..d.len).unwrap_or("").trim_end();
                    let who =
                        d.agency.as_deref().map_or("a place".to_owned(), |a| format!("“{a}”"));
                    out.push(Block {
                        span: Span::new(start, start + text.len()),
                        kind: BlockKind::Dateline,
                        reason: format!("a dateline with {who} before the dash"),
                    });
                    let rest = unit.text.get(d.len..).unwrap_or("");
                    start += d.len + (rest.len() - rest.trim_start().len());
                }
                paragraphs += 1;
            }
            out.push(Block { span: Span::new(start, unit.stop()), kind, reason });
        }
        out
    }
}
