//! Figures as they are written: digits with separators, number words, scales, ranges.

use crate::lexicon;
use crate::lexicon::Lookup;
use crate::span::Span;
use crate::text::{Document, TokenKind};
use std::sync::LazyLock;

/// What a number word contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// 0 to 19.
    Small(f64),
    /// 20, 30 … 90.
    Ten(f64),
    /// 12, 100, 1000 …
    Scale(f64),
    /// A scale that is written glued to digits ("5m").
    Letter(f64),
    /// A share of a whole, in percent.
    Share(f64),
}

/// A number without needless decimals, to the hundredth. Written in whole hundredths: the standard
/// library's formatting of floating-point numbers would be a fiftieth of the program.
pub(crate) fn amount(n: f64) -> String {
    let hundredths = (n * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let hundredths = hundredths.unsigned_abs();
    let (whole, part) = (hundredths / 100, hundredths % 100);
    if part == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{part:02}").trim_end_matches('0').to_owned()
}

/// A plain decimal number ("1200", "0.5"). The standard parser reads any notation and brings tables of
/// powers that would be a fortieth of the program.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut value = 0.0;
    let mut scale = 1.0;
    for (digits, in_part) in [(whole, false), (part, true)] {
        for b in digits.bytes() {
            if !b.is_ascii_digit() {
                return None;
            }
            value = value * 10.0 + f64::from(b - b'0');
            if in_part {
                scale *= 10.0;
            }
        }
    }
    let digits = whole.len() + part.len();
    (digits > 0 && value.is_finite()).then_some(value / scale)
}

/// Tokens of the longest figure: one is looked for at each token, so the text could be read once for
/// each of its words.
const LONGEST: usize = 16;

static WORDS: LazyLock<Lookup<Part>> = LazyLock::new(|| {
    let rows = lexicon::NUMBER_WORDS.rows::<3>();
    let part = |[word, kind, value]: [&'static str; 3]| {
        let value = decimal(value)?;
        let part = match kind {
            "small" => Part::Small(value),
            "ten" => Part::Ten(value),
            "scale" => Part::Scale(value),
            "letter" => Part::Letter(value),
            _ => Part::Share(value),
        };
        Some((word, part))
    };
    rows.filter_map(part).collect()
});

/// What the folded word contributes to a figure.
pub(crate) fn word(form: &str) -> Option<Part> {
    WORDS.get(form).copied()
}

/// A figure at some token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// One past its last token.
    pub end: usize,
    /// Its value; the middle of a range.
    pub value: f64,
    /// Both ends, where it is a range.
    pub range: Option<(f64, f64)>,
    /// Whether it is a share of a whole; the value is in percent then.
    pub share: bool,
    /// Whether it is written in digits.
    pub digits: bool,
    /// Whether it bears a mark of quantity: a separator, a decimal part or a scale word.
    pub marked: bool,
    /// What is glued to its last token ("km", "th", "-year-old").
    pub glued: String,
}

/// Reads digits with separators from the start of `form`; returns the value, the length read and
/// whether there were separators.
pub(crate) fn digits(form: &str) -> Option<(f64, usize, bool)> {
    let bytes = form.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut at = run(0);
    if at == 0 || at > 15 {
        return None;
    }
    let mut plain = form.get(..at)?.to_owned();
    let mut marked = false;
    if at <= 3 {
        while bytes.get(at) == Some(&b',') && run(at + 1) == 3 && plain.len() < 18 {
            plain.push_str(form.get(at + 1..at + 4)?);
            at += 4;
            marked = true;
        }
    }
    if bytes.get(at) == Some(&b'.') {
        let decimals = run(at + 1);
        if (1..=9).contains(&decimals) {
            plain.push_str(form.get(at..at + 1 + decimals)?);
            at += 1 + decimals;
            marked = true;
        }
    }
    Some((decimal(&plain)?, at, marked))
}

/// The figure that begins at token `i` and ends before token `limit`.
pub(crate) fn at(text: &str, doc: &Document, i: usize, limit: usize) -> Option<Figure> {
    let limit = limit.min(doc.tokens.len());
    let mut figure = if i >= limit {
        return None;
    } else if doc.tokens[i].kind == TokenKind::Number {
        from_digits(text, doc, i, limit)?
    } else {
        from_words(doc, i, limit)?
    };
    if figure.range.is_none() && figure.glued.is_empty() {
        join_range(text, doc, &mut figure, limit);
    }
    Some(figure)
}

fn from_digits(text: &str, doc: &Document, i: usize, limit: usize) -> Option<Figure> {
    let form = doc.form(i);
    let (mut value, len, mut marked) = digits(form)?;
    let mut rest = form.get(len..)?;
    let mut end = i + 1;
    // "10 000" with a space that does not break.
    if rest.is_empty() && !marked && len <= 3 {
        while end < limit && end < i + 5 && thin_gap(text, doc, end) {
            let group = doc.form(end);
            if group.len() != 3 || !group.bytes().all(|b| b.is_ascii_digit()) {
                break;
            }
            value = value * 1000.0 + decimal(group)?;
            marked = true;
            end += 1;
        }
    }
    let mut range = None;
    let mut share = false;
    if let Some(after) = rest.strip_prefix('-')
        && let Some((upper, upper_len, _)) = digits(after)
        && upper > value
    {
        range = Some((value, upper));
        value = (value + upper) / 2.0;
        rest = after.get(upper_len..)?;
    } else if let Some(after) = rest.strip_prefix('/')
        && let Some((below, below_len, _)) = digits(after)
        && after.len() == below_len
        && below > value
        && below <= 10.0
    {
        value = 100.0 * value / below;
        share = true;
        rest = "";
    }
    let limit = limit.min(i + LONGEST);
    let mut glued = rest.to_owned();
    let mut scale = |factor: f64, value: &mut f64| {
        *value *= factor;
        range = range.map(|(a, b)| (a * factor, b * factor));
        marked = true;
    };
    let hyphenless = glued.trim_start_matches('-').to_owned();
    if let Some(Part::Scale(f) | Part::Letter(f)) = word(&hyphenless)
        && !(hyphenless == "score" || hyphenless == "dozen")
    {
        scale(f, &mut value);
        glued.clear();
    }
    while glued.is_empty()
        && !share
        && end < limit
        && let Some(Part::Scale(f)) = word(doc.form(end))
        && doc.form(end) != "score"
    {
        scale(f, &mut value);
        end += 1;
    }
    Some(Figure { end, value, range, share, digits: true, marked, glued })
}

fn thin_gap(text: &str, doc: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|p| doc.tokens.get(p)) else { return false };
    let Some(token) = doc.tokens.get(i) else { return false };
    let gap = Span { start: before.span.end, end: token.span.start }.of(text);
    matches!(gap, "\u{A0}" | "\u{202F}" | "\u{2009}")
}

/// The running sum of a figure in words.
struct Sum {
    total: f64,
    part: f64,
    last: Option<Part>,
}

impl Sum {
    /// Adds one number word; `None` where it does not fit.
    fn push(&mut self, next: Part) -> Option<()> {
        let fits = match (self.last, next) {
            (None, Part::Small(_) | Part::Ten(_)) => true,
            (Some(Part::Ten(_)), Part::Small(v)) => (1.0..=9.0).contains(&v),
            (Some(Part::Scale(_)), Part::Small(_) | Part::Ten(_)) => true,
            (Some(_), Part::Scale(_)) => true,
            _ => false,
        };
        if !fits {
            return None;
        }
        match next {
            Part::Small(v) | Part::Ten(v) => self.part += v,
            Part::Scale(f) if f <= 100.0 => self.part *= f,
            Part::Scale(f) => {
                self.total += self.part * f;
                self.part = 0.0;
            }
            _ => return None,
        }
        self.last = Some(next);
        Some(())
    }
}

fn from_words(doc: &Document, i: usize, limit: usize) -> Option<Figure> {
    let limit = limit.min(i + LONGEST);
    let first = doc.form(i);
    let mut sum = Sum { total: 0.0, part: 0.0, last: None };
    let mut at = i;
    let scale_at = |at: usize| match word(doc.form(at)) {
        Some(Part::Scale(f)) if at < limit => Some(f),
        _ => None,
    };
    let done = |end: usize, value: f64, share: bool, marked: bool, glued: String| {
        Some(Figure { end, value, range: None, share, digits: false, marked, glued })
    };
    // "half", "half a million", "a third", "two thirds", "three-quarters".
    if let Some(Part::Share(v)) = word(first) {
        if first != "half" {
            return None;
        }
        if matches!(doc.form(i + 1), "a" | "of")
            && let Some(f) = scale_at(i + 2)
            && doc.form(i + 1) == "a"
        {
            return done(i + 3, f / 2.0, false, true, String::new());
        }
        return done(i + 1, v, true, false, String::new());
    }
    if matches!(first, "a" | "an" | "one") {
        if let Some(f) = scale_at(i + 1)
            && doc.form(i + 1) != "score"
        {
            sum.part = 1.0;
            sum.last = Some(Part::Small(1.0));
            sum.push(Part::Scale(f))?;
            at = i + 2;
        } else if i + 2 < limit + 1
            && matches!(doc.form(i + 1), "third" | "quarter" | "fifth" | "tenth" | "half")
            && doc.form(i + 2) == "of"
            && let Some(Part::Share(v)) = word(doc.form(i + 1))
        {
            return done(i + 2, v, true, false, String::new());
        } else if first != "one" {
            return None;
        }
    }
    if at == i {
        let mut glued = String::new();
        let mut pieces = first.split('-');
        let mut read = 0;
        for piece in pieces.by_ref() {
            if let Some(Part::Share(v)) = word(piece)
                && read == 1
                && sum.part >= 1.0
                && v * sum.part <= 100.0
            {
                return done(i + 1, v * sum.part, true, false, String::new());
            }
            if word(piece).and_then(|p| sum.push(p)).is_none() {
                glued = format!("-{piece}");
                break;
            }
            read += 1;
        }
        if read == 0 {
            return None;
        }
        for piece in pieces {
            glued.push('-');
            glued.push_str(piece);
        }
        at = i + 1;
        if !glued.is_empty() {
            return done(at, sum.total + sum.part, false, false, glued);
        }
        if at < limit
            && let Some(Part::Share(v)) = word(doc.form(at))
            && doc.form(at).ends_with('s')
            && (2.0..=9.0).contains(&sum.part)
            && v * sum.part <= 100.0
        {
            return done(at + 1, v * sum.part, true, false, String::new());
        }
    }
    let mut scaled = at > i + 1;
    while at < limit {
        let joined = doc.form(at) == "and" && matches!(sum.last, Some(Part::Scale(_)));
        let here = if joined { at + 1 } else { at };
        if here >= limit || doc.tokens[here].kind != TokenKind::Word {
            break;
        }
        let form = doc.form(here);
        let mut trial = Sum { total: sum.total, part: sum.part, last: sum.last };
        let fits = form != "score"
            && form.split('-').all(|piece| word(piece).and_then(|p| trial.push(p)).is_some());
        // "hundred and one thing" is rare; "two thousand and a" is none.
        if !fits {
            break;
        }
        scaled |= matches!(trial.last, Some(Part::Scale(_)));
        sum = trial;
        at = here + 1;
    }
    done(at, sum.total + sum.part, false, scaled, String::new())
}

/// Joins "20 to 30", "20–30" and "between 20 and 30" to one figure.
fn join_range(text: &str, doc: &Document, figure: &mut Figure, limit: usize) {
    let mark = figure.end;
    if mark + 1 >= limit {
        return;
    }
    let glued_dash = matches!(doc.tokens[mark].span.of(text), "-" | "–" | "—")
        && doc.tokens[mark].span.start == doc.tokens[mark - 1].span.end
        && doc.tokens[mark + 1].span.start == doc.tokens[mark].span.end;
    let start = figure.end.saturating_sub(1);
    let between = doc.form(mark) == "and"
        && (0..3).any(|back| start.checked_sub(back + 1).is_some_and(|p| doc.form(p) == "between"));
    if !(glued_dash || between || matches!(doc.form(mark), "to" | "or")) {
        return;
    }
    let upper = if doc.tokens[mark + 1].kind == TokenKind::Number {
        from_digits(text, doc, mark + 1, limit)
    } else {
        from_words(doc, mark + 1, limit)
    };
    let Some(upper) = upper else { return };
    if upper.share != figure.share || upper.range.is_some() || upper.digits != figure.digits {
        return;
    }
    // "20 to 30 million": the scale belongs to both.
    let mut lower = figure.value;
    if upper.marked && !figure.marked && upper.value >= 1000.0 && lower < 1000.0 {
        for scale in [1e12, 1e9, 1e6, 1e3] {
            let base = upper.value / scale;
            if (1.0..1000.0).contains(&base) && lower < base {
                lower *= scale;
                break;
            }
        }
    }
    let next = doc.form(mark) == "or";
    if upper.value <= lower || (next && upper.value > lower * 2.0 + 1.0) {
        return;
    }
    *figure = Figure {
        end: upper.end,
        value: (lower + upper.value) / 2.0,
        range: Some((lower, upper.value)),
        ..upper
    };
}
