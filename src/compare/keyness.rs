//! Keyness: words that one column uses more, or less, than the others together.
//!
//! The measure is the conservative log ratio (LRC): of the confidence interval of the ratio of relative
//! frequencies the end nearer to 1, as a binary logarithm; 0 where 1 lies inside. S. Evert, "Measuring
//! keyness", Digital Humanities 2022; the ratio itself is A. Hardie's "Log Ratio" (2014). The interval
//! is C. J. Clopper's and E. S. Pearson's (Biometrika 26, 1934), of the share that a column has of all
//! occurrences, at 95 % for all candidates together (Bonferroni). So a word of a short text is key only
//! if the text is long enough to tell.

use super::{Column, column_of};
use crate::analysis::Analysis;
use crate::map::ByName;
use crate::order::Order;
use crate::text::{Commonness, TokenKind, commonness, fold, stem};
use std::borrow::Cow;

/// A word that occurs less often in all columns together is no candidate: nothing could be told.
pub const LEAST: usize = 3;
/// Columns of fewer words are too short to compare.
pub const SHORTEST: usize = 100;
/// The chance that any word at all is taken for key by accident.
const ERROR: f64 = 0.05;
/// Halvings of an interval: to a part in 2^40.
const STEPS: usize = 40;

/// How often a column uses a word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Use {
    /// Occurrences.
    pub count: usize,
    /// In how many of its articles.
    pub articles: usize,
    /// Conservative log ratio against the other columns together: above 0 the column has it at least
    /// 2^`lrc` times as often, below 0 at most so often; 0 where chance may explain the difference.
    pub lrc: f64,
}

/// A word, in any of its forms with one stem ([`forms_of`]).
#[derive(Clone, Debug, PartialEq)]
pub struct KeyWord {
    /// Its most frequent form, as it is written.
    pub form: String,
    /// Each column's use of it.
    pub cells: Vec<Use>,
}

impl KeyWord {
    /// In how many columns it stands.
    pub fn columns(&self) -> usize {
        self.cells.iter().filter(|c| c.count > 0).count()
    }

    /// The greatest difference, 0 where there is none that chance does not explain.
    pub fn strength(&self) -> f64 {
        self.cells.iter().map(|c| c.lrc.abs()).fold(0.0, f64::max)
    }

    fn total(&self) -> usize {
        self.cells.iter().map(|c| c.count).sum()
    }
}

/// The words of some columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyness {
    /// Words of each column, captions and headlines included.
    pub sizes: Vec<usize>,
    /// Key words, the greatest difference first; then the other candidates, most frequent first.
    pub words: Vec<KeyWord>,
}

impl Keyness {
    /// How many words are key in some column.
    pub fn key(&self) -> usize {
        self.words.iter().filter(|w| w.strength() > 0.0).count()
    }

    /// Whether a column is too short to tell anything.
    pub fn short(&self, column: usize) -> bool {
        self.sizes.get(column).is_none_or(|size| *size < SHORTEST)
    }
}

/// Whether a word as it is written is an acronym that spells a function word, so that "IS" and "is", "US" and
/// "us" are two words.
fn is_acronym(written: &str) -> bool {
    let capitals = written.chars().all(char::is_uppercase) && written.chars().nth(1).is_some();
    capitals
        && matches!(fold(written).as_str(), form if form == "us" || commonness(form) == Commonness::Function)
}

/// What a word is counted under, by how it is written and its stem: the stem, or the acronym itself where that
/// spells a function word. "U.S." is written "US" elsewhere.
fn counted_as<'a>(written: &'a str, stem: &'a str) -> Cow<'a, str> {
    let dotted = written.contains('.') && written.chars().all(|c| c == '.' || c.is_uppercase());
    let plain = if dotted { Cow::from(written.replace('.', "")) } else { Cow::from(written) };
    match (is_acronym(&plain), dotted) {
        (true, _) => plain,
        (false, true) => crate::text::stem(&fold(&plain)).into(),
        (false, false) => stem.into(),
    }
}

/// What is counted as this word, by how it is written and its stem: the same stem or acronym.
pub fn forms_of(word: &str) -> impl Fn(&str, &str) -> bool + use<> {
    let own = counted_as(word, &stem(&fold(word))).into_owned();
    move |written, stem| counted_as(written, stem) == own
}

#[derive(Default)]
struct Entry {
    cells: Vec<Use>,
    /// The article that was counted last, and 1.
    last: usize,
}

/// A form as it is written: its word, and how often it stands.
struct Form {
    text: String,
    entry: usize,
    count: usize,
}

/// The keyness of every word that these columns use often enough.
pub fn keyness(analysis: &Analysis, columns: &[Column]) -> Keyness {
    let mut sizes = vec![0; columns.len()];
    let mut numbers: ByName<usize> = ByName::default();
    let mut entries: Vec<Entry> = Vec::new();
    // In order of first occurrence.
    let mut forms: Vec<Form> = Vec::new();
    let mut form_numbers: ByName<usize> = ByName::default();
    for (article, a) in analysis.articles.iter().enumerate() {
        let Some(column) = column_of(columns, article) else { continue };
        for (i, token) in a.doc.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word {
                continue;
            }
            sizes[column] += 1;
            let (written, stem) = (token.span.of(&a.text), a.doc.stem(i));
            let new = entries.len();
            let number = *numbers.or_insert(&counted_as(written, stem), new);
            if number == new {
                let cells = vec![Use::default(); columns.len()];
                entries.push(Entry { cells, ..Entry::default() });
            }
            let entry = &mut entries[number];
            let cell = &mut entry.cells[column];
            cell.count += 1;
            if entry.last != article + 1 {
                entry.last = article + 1;
                cell.articles += 1;
            }
            let form = *form_numbers.or_insert(written, forms.len());
            match forms.get_mut(form) {
                Some(form) => form.count += 1,
                None => forms.push(Form { text: written.to_owned(), entry: number, count: 1 }),
            }
        }
    }
    let mut words: Vec<KeyWord> = Vec::new();
    // Of forms that are equally frequent the first that was read.
    let mut most: Vec<Option<&Form>> = vec![None; entries.len()];
    for form in &forms {
        if let Some(best) =
            most.get_mut(form.entry).filter(|b| b.is_none_or(|b| form.count > b.count))
        {
            *best = Some(form);
        }
    }
    for (Entry { cells, .. }, form) in entries.into_iter().zip(most) {
        let Some(form) = form.map(|f| f.text.clone()).filter(|f| is_word(f)) else { continue };
        let word = KeyWord { form, cells };
        if word.total() >= LEAST {
            words.push(word);
        }
    }
    let all: usize = sizes.iter().sum();
    // Each word is compared in each column.
    let error = ERROR / (words.len() * columns.len()).max(1) as f64;
    for word in &mut words {
        let total = word.total();
        for (cell, size) in word.cells.iter_mut().zip(&sizes) {
            if *size >= SHORTEST && all - size >= SHORTEST {
                cell.lrc = conservative(cell.count, *size, total - cell.count, all - size, error);
            }
        }
    }
    words.order_by(|a, b| {
        let strength = b.strength().total_cmp(&a.strength());
        strength.then(b.total().cmp(&a.total())).then(a.form.cmp(&b.form))
    });
    Keyness { sizes, words }
}

/// Figures and single letters are no words here.
fn is_word(form: &str) -> bool {
    form.chars().nth(1).is_some() && !form.contains(|c: char| c.is_ascii_digit())
}

/// The conservative log ratio of `here` occurrences among `size` words to `there` among `rest`.
pub fn conservative(here: usize, size: usize, there: usize, rest: usize, error: f64) -> f64 {
    let all = here + there;
    if all == 0 || size == 0 || rest == 0 {
        return 0.0;
    }
    // A share of all occurrences as a ratio of relative frequencies.
    let ratio = |share: f64| (share / (1.0 - share) * rest as f64 / size as f64).ln() / 2f64.ln();
    let tail = error / 2.0;
    // The share of a word that is as frequent here as there. Where the interval holds it, as for most
    // words, its ends need not be found.
    let even = size as f64 / (size + rest) as f64;
    let more = here as f64 * rest as f64 > there as f64 * size as f64;
    if more {
        // The least share with which so many or more would still be seen.
        let seen = |share: f64| 1.0 - at_most(here - 1, all, share) >= tail;
        return if seen(even) { 0.0 } else { ratio(crossing(seen)).max(0.0) };
    }
    // The greatest with which so few or fewer would.
    let unseen = |share: f64| at_most(here, all, share) < tail;
    if there > 0 && unseen(even) { ratio(crossing(unseen)).min(0.0) } else { 0.0 }
}

/// The share from 0 to 1 from which on a condition holds.
fn crossing(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut from, mut to) = (0.0, 1.0);
    for _ in 0..STEPS {
        let middle = (from + to) / 2.0;
        if holds(middle) { to = middle } else { from = middle }
    }
    to
}

/// The chance of at most `n` of `all` at this share, from above 0 to below 1: the sum of the binomial
/// distribution. Summed away from its middle, where its terms soon vanish.
fn at_most(n: usize, all: usize, share: f64) -> f64 {
    if n >= all {
        return 1.0;
    }
    let odds = share / (1.0 - share);
    let first = |k: usize| {
        let ways = ln_factorial(all) - ln_factorial(k) - ln_factorial(all - k);
        (ways + k as f64 * share.ln() + (all - k) as f64 * (1.0 - share).ln()).exp()
    };
    let mut sum = 0.0;
    if (n as f64) < share * all as f64 {
        let mut term = first(n);
        for k in (0..=n).rev() {
            sum += term;
            term *= k as f64 / (all - k + 1) as f64 / odds;
            if term < sum * f64::EPSILON {
                break;
            }
        }
        return sum.min(1.0);
    }
    let mut term = first(n + 1);
    for k in n + 1..=all {
        sum += term;
        term *= (all - k) as f64 / (k + 1) as f64 * odds;
        if term < sum * f64::EPSILON {
            break;
        }
    }
    (1.0 - sum).max(0.0)
}

/// The chance that two samples of one share differ as much as these or more, each given as hits and size:
/// R. A. Fisher's exact test, two-sided (Statistical Methods for Research Workers, 5th ed. 1934).
pub fn exact(a: (usize, usize), b: (usize, usize)) -> f64 {
    let (hits, size) = (a.0 + b.0, a.1 + b.1);
    let ways = |n: usize, k: usize| ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k);
    let chance = |k: usize| (ways(a.1, k) + ways(b.1, hits - k) - ways(size, hits)).exp();
    // What is as likely counts too, whatever the last digits are.
    let seen = chance(a.0) * (1.0 + 1e-9);
    let possible = hits.saturating_sub(b.1)..=hits.min(a.1);
    possible.map(chance).filter(|p| *p <= seen).sum::<f64>().min(1.0)
}

/// The logarithm of a factorial: by J. Stirling's series from 16 on, to ten digits.
fn ln_factorial(n: usize) -> f64 {
    if n < 16 {
        return (2..=n).map(|k| (k as f64).ln()).sum();
    }
    let x = (n + 1) as f64;
    (x - 0.5) * x.ln() - x + (core::f64::consts::TAU.ln()) / 2.0 + 1.0 / (12.0 * x)
        - 1.0 / (360.0 * x * x * x)
}
