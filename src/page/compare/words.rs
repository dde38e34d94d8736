//! Words that a column uses more, or less, than the others.

use super::Comparison;
use super::listed::Listed;
use super::model::{WordCell, WordRow, WordsTable};
use crate::compare::{KeyWord, Use};
use crate::page::network::tenths;
use crate::page::scope::Scope;
use crate::route::{Column, EvidenceKey};
use crate::text::{Commonness, commonness, fold};

/// Frequent words are added to those that stand out, up to so many rows.
const MOST: usize = 40;

/// The table of the words that are listed.
pub fn table(
    scope: &Scope<'_>,
    c: &Comparison,
    names: &[String],
    listed: &Listed<'_>,
) -> WordsTable {
    let keyness = c.keyness(scope);
    // What stands out may be a function word; of the rest they say nothing.
    let told =
        |w: &&KeyWord| w.strength() > 0.0 || commonness(&fold(&w.form)) != Commonness::Function;
    let mut words: Vec<&KeyWord> = (keyness.words.iter().filter(told))
        .filter(|w| listed.passes(w.columns(), &w.form))
        .collect();
    let all = words.len();
    // Those that stand out come first, and all of them.
    words.truncate(words.partition_point(|w| w.strength() > 0.0).max(MOST));
    let left_out = all - words.len();
    let rows = words.iter().filter(|w| listed.row(w.columns(), w.form.clone()));
    let rows: Vec<WordRow> = rows.map(|w| row(scope, c, names, w)).collect();
    let sizes: Vec<String> =
        names.iter().zip(&keyness.sizes).map(|(name, size)| format!("{name} {size}")).collect();
    let mut note = format!("Words read: {}.", sizes.join(", "));
    let short: Vec<&str> =
        (0..names.len()).filter(|i| keyness.short(*i)).map(|i| names[i].as_str()).collect();
    if !short.is_empty() {
        note.push_str(&format!(" Too little text to tell: {}.", short.join(", ")));
    } else if keyness.key() == 0 {
        note.push_str(" No word differs more than chance may explain in texts of this length.");
    }
    WordsTable { note, left_out, rows }
}

/// The row of one word.
pub fn row(scope: &Scope<'_>, c: &Comparison, names: &[String], word: &KeyWord) -> WordRow {
    let sizes = &c.keyness(scope).sizes;
    let cells = (word.cells.iter().enumerate())
        .map(|(i, used)| cell(scope, word, used, &c.columns[i], &names[i], &c.sets[i], sizes[i]));
    WordRow { word: word.form.clone(), cells: cells.collect() }
}

fn cell(
    scope: &Scope<'_>,
    word: &KeyWord,
    used: &Use,
    column: &Column,
    name: &str,
    articles: &[usize],
    size: usize,
) -> WordCell {
    let key = EvidenceKey::Word { word: word.form.clone(), within: Some(column.clone()) };
    let times = |lrc: f64| {
        // To tenths, towards 1: a bound must not be made tighter.
        tenths((10.0 * 2f64.powf(lrc)) as i64)
    };
    let stands_out = match used.lrc {
        lrc if lrc > 0.0 && times(lrc) == "1.0" => Some("more often than the others".to_owned()),
        lrc if lrc > 0.0 => Some(format!("at least {} times as often as the others", times(lrc))),
        lrc if lrc < 0.0 && times(-lrc) == "1.0" => Some("less often than the others".to_owned()),
        lrc if lrc < 0.0 => Some(format!("the others at least {} times as often", times(-lrc))),
        _ => None,
    };
    WordCell {
        count: scope.counted(key, used.count, &format!("“{}” in {name}", word.form)),
        rate: (10_000 * used.count + size / 2) / size.max(1),
        articles: match articles.len() {
            0 | 1 => String::new(),
            all => format!("in {} of {all} articles", used.articles),
        },
        lrc: used.lrc,
        stands_out,
    }
}
