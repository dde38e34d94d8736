//! Pages cut into units: lines, or paragraphs where lines were wrapped at a fixed width.

/// How much of a unit, in bytes, is looked at for known phrases. Furniture is short.
pub(super) const HEAD: usize = 400;

/// How a unit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With a full stop or another mark that ends a statement.
    Stop,
    /// With a question or exclamation mark, as statements and headlines may.
    Question,
    /// With a colon.
    Colon,
    /// With anything else.
    Open,
}

/// A line or paragraph with the figures that decide what it is.
#[derive(Clone, Debug)]
pub(super) struct Unit<'t> {
    /// First byte in the page.
    pub start: usize,
    /// The text, without white space at the ends.
    pub text: &'t str,
    /// Head of the text in lower case, white space and quotes made plain.
    pub plain: String,
    /// Words; in scripts without spaces, half the characters.
    pub words: usize,
    /// Words that begin with a small letter.
    pub lower: usize,
    /// Words that carry meaning, as far as their length and a short list tell.
    pub content: usize,
    /// Those of them that begin with a capital or a digit.
    pub capital: usize,
    /// How it ends.
    pub end: End,
    /// Whether an empty line or nothing stands before it.
    pub blank: bool,
    /// Whether it was cut from the line of the unit before it.
    pub joined: bool,
}

/// Small words that stay small in headlines.
const SMALL: &[&str] = &[
    "with", "from", "into", "over", "after", "amid", "under", "that", "than", "upon", "between",
    "against", "through", "during", "before", "about", "near", "until", "without", "their",
];

impl<'t> Unit<'t> {
    /// Measures `text`, which stands at `start`.
    pub fn new(text: &'t str, start: usize, blank: bool, joined: bool) -> Self {
        let mut unit = Self {
            start,
            text,
            plain: plain(head(text, HEAD)),
            words: 0,
            lower: 0,
            content: 0,
            capital: 0,
            end: End::Open,
            blank,
            joined,
        };
        let mut dense = 0;
        for word in text.split_whitespace() {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            let Some(first) = word.chars().next() else { continue };
            unit.words += 1;
            if is_dense(first) {
                dense += word.chars().filter(|c| is_dense(*c)).count();
                continue;
            }
            // Scripts without capitals: every word counts as small.
            let small = first.is_lowercase() || (first.is_alphabetic() && !first.is_uppercase());
            unit.lower += usize::from(small);
            let long = word.len() >= 4;
            if !small || (long && !SMALL.contains(&word)) {
                unit.content += 1;
                unit.capital += usize::from(!small);
            }
        }
        unit.words += dense / 2;
        unit.end = end(text);
        // "What the council decided …" leads to a text; a paragraph may trail off.
        let dots = text.ends_with('…') || text.ends_with("...");
        if dots && unit.words <= 16 {
            unit.end = End::Open;
        }
        unit
    }

    /// One past the last byte in the page.
    pub fn stop(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether nearly all words that carry meaning begin with a capital.
    pub fn title_case(&self) -> bool {
        self.content >= 2 && self.capital * 5 >= self.content * 4
    }

    /// Whether it ends as a sentence does and is not set like a headline.
    pub fn sentence(&self) -> bool {
        match self.end {
            End::Stop => self.words >= 1 && !(self.title_case() && self.words <= 6),
            End::Question => !self.title_case() || self.words > 14,
            End::Colon | End::Open => false,
        }
    }

    /// Whether it can only be running text: a sentence of some length, or a very long line.
    pub fn prose(&self) -> bool {
        (self.sentence() && self.words >= 12 && !self.mostly_capital())
            || (self.end == End::Stop && self.words >= 9 && self.lower * 2 >= self.words)
            || (self.words >= 40 && !self.mostly_capital() && self.punctuated())
    }

    /// Whether marks stand between its words as in running text, unlike in a list of key words.
    fn punctuated(&self) -> bool {
        let marks =
            self.text.chars().filter(|c| matches!(c, ',' | '.' | ';' | ':' | '،' | '、' | '。'));
        marks.count() * 40 >= self.words
    }

    fn mostly_capital(&self) -> bool {
        self.content >= 8 && self.capital * 20 >= self.content * 19
    }

    /// Whether it begins with a bullet or a number in a list.
    pub fn bulleted(&self) -> bool {
        let mut chars = self.text.chars();
        let Some(first) = chars.next() else { return false };
        let rest = chars.as_str();
        if matches!(first, '•' | '▪' | '●' | '◦' | '‣' | '*' | '-' | '–' | '—' | '·' | '■')
        {
            return rest.starts_with(char::is_whitespace);
        }
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let after = self.text.get(digits..).unwrap_or("");
        (1..=2).contains(&digits) && (after.starts_with(". ") || after.starts_with(") "))
    }
}

/// Letters of scripts that are written without spaces.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}')
}

/// At most `limit` bytes of `text`, cut on a character boundary.
pub(super) fn head(text: &str, limit: usize) -> &str {
    let mut to = limit.min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(..to).unwrap_or("")
}

/// Where the last at most `limit` bytes of `text` begin.
pub(super) fn tail_start(text: &str, limit: usize) -> usize {
    let mut from = text.len().saturating_sub(limit);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    from
}

/// Lower case, single spaces, straight quotes; invisible marks are dropped.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        let c = match c {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
            '\u{201C}' | '\u{201D}' => '"',
            '\u{2026}' => {
                out.push_str("...");
                continue;
            }
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}' | '\u{AD}' => continue,
            c if c.is_whitespace() => {
                space = !out.is_empty();
                continue;
            }
            c => c,
        };
        if core::mem::take(&mut space) {
            out.push(' ');
        }
        out.extend(c.to_lowercase());
    }
    out
}

fn end(text: &str) -> End {
    let rest = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '\u{200B}'..='\u{200F}' | '*')
    });
    match rest.chars().next_back() {
        Some('.' | '…' | '。' | '۔' | '।' | '։' | '።') => End::Stop,
        Some('!' | '?' | '؟' | '！' | '？') => End::Question,
        Some(':' | '：') => End::Colon,
        _ => End::Open,
    }
}

/// Cuts a page into units. Every character that is not white space is in exactly one.
pub(super) fn units(page: &str) -> Vec<Unit<'_>> {
    let pieces = pieces(page);
    let width = wrap_width(&pieces);
    let mut out: Vec<Unit<'_>> = Vec::with_capacity(pieces.len());
    let mut i = 0;
    while let Some(first) = pieces.get(i) {
        let mut last = first;
        i += 1;
        while let Some(next) = pieces.get(i) {
            if !continues(last, next, width) {
                break;
            }
            last = next;
            i += 1;
        }
        let text = page.get(first.start..last.start + last.text.len()).unwrap_or("");
        out.push(Unit::new(text, first.start, first.blank, first.joined));
    }
    out
}

/// A line, or a part of one that wide gaps set apart.
struct Piece<'t> {
    start: usize,
    text: &'t str,
    chars: usize,
    blank: bool,
    joined: bool,
}

fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut blank = true;
    let mut from = 0;
    let is_break = |c: char| {
        matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{2028}' | '\u{2029}' | '\u{85}')
    };
    // A carriage return before a line feed is part of the same break.
    let mut previous = ' ';
    for (at, c) in page.char_indices().chain([(page.len(), '\n')]) {
        if !is_break(c) {
            previous = c;
            continue;
        }
        let line = page.get(from..at).unwrap_or("");
        if line.trim().is_empty() {
            blank |= !(previous == '\r' && c == '\n' && line.is_empty());
        } else {
            row(line, from, blank, &mut out);
            blank = false;
        }
        from = at + c.len_utf8();
        previous = c;
    }
    out
}

/// Cuts a line at tabs and wide gaps, where columns and menus were; a small letter after the gap
/// shows that the sentence goes on.
fn row<'t>(line: &'t str, start: usize, blank: bool, out: &mut Vec<Piece<'t>>) {
    let mut from = line.len() - line.trim_start().len();
    let mut gap: Option<(usize, usize)> = None;
    let mut joined = false;
    let mut push = |from: usize, to: usize, joined: bool| {
        let text = line.get(from..to).unwrap_or("").trim();
        if !text.is_empty() {
            let chars = text.chars().count();
            out.push(Piece { start: start + from, text, chars, blank: blank && !joined, joined });
        }
    };
    let indent = from;
    for (at, c) in line.char_indices().skip_while(|(at, _)| *at < indent) {
        if c.is_whitespace() {
            let (first, wide) = gap.unwrap_or((at, 0));
            gap = Some((first, wide + if c == '\t' { 3 } else { 1 }));
        } else if let Some((first, wide)) = gap.take()
            && wide >= 3
            && !c.is_lowercase()
        {
            push(from, first, joined);
            from = at;
            joined = true;
        }
    }
    push(from, line.len(), joined);
}

/// The width at which the page's lines were wrapped, in characters; 0 where they were not.
///
/// Wrapped text shows in that the first word of the next line would not have fitted.
fn wrap_width(pieces: &[Piece<'_>]) -> usize {
    let width = pieces.iter().map(|p| p.chars).max().unwrap_or(0);
    if !(40..=130).contains(&width) {
        return 0;
    }
    let (mut pairs, mut full, mut stops) = (0, 0, 0);
    for two in pieces.windows(2) {
        let [a, b] = two else { continue };
        if b.blank || b.joined || a.chars * 2 < width {
            continue;
        }
        pairs += 1;
        full += usize::from(filled(a, b, width));
        stops += usize::from(end(a.text) == End::Stop);
    }
    // Lines that mostly end with a full stop are paragraphs of about one length.
    if pairs >= 2 && full * 10 >= pairs * 6 && stops * 2 <= pairs { width } else { 0 }
}

fn filled(a: &Piece<'_>, b: &Piece<'_>, width: usize) -> bool {
    let word = b.text.split_whitespace().next().map_or(0, |w| w.chars().count());
    // A little slack: editors differ in how they count the last column.
    a.chars + 1 + word + 4 > width
}

fn continues(a: &Piece<'_>, b: &Piece<'_>, width: usize) -> bool {
    if b.blank || b.joined {
        return false;
    }
    if width > 0 && a.chars * 2 >= width {
        return filled(a, b, width);
    }
    // A sentence cut in two by mark-up that became a line break.
    let small = b.text.chars().next().is_some_and(char::is_lowercase);
    let open = matches!(end(a.text), End::Open);
    small
        && open
        && a.chars >= 40
        && !Unit::new(a.text, 0, false, false).title_case()
        && b.text.split_whitespace().count() >= 2
}
