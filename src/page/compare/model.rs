//! What the side-by-side shows.

use crate::entity::EntityType;
use crate::ingest::BlockKind;
use crate::page::model::{
    Choice, Count, DateView, LabelCount, Line, Link, OutletView, Piece, QuotedSource,
};
use crate::page::paged::PagesView;
use crate::route::CompareTable;
use serde::Serialize;

/// The side-by-side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CompareView {
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// What can be added; empty when there are four columns.
    pub addable: Vec<AddColumn>,
    /// The tables, with how many rows each has.
    pub tables: Vec<TableChoice>,
    /// Which rows are shown: all, found in several, in all (of three columns or more), in one only.
    pub show: Vec<Choice>,
    /// Whether the columns scroll in step, and the link that changes it.
    pub lock: Choice,
    /// Kinds of marks in the texts, each with the link that switches it.
    pub marks: Vec<Choice>,
    /// How alike sentences must be to count as one statement.
    pub alike: Vec<Choice>,
    /// What is to be known of the whole: articles of different columns that hold one text, columns
    /// without a sentence, a single article.
    pub notes: Vec<String>,
    /// The table that is shown.
    pub table: TableView,
    /// The other pages of the table, where there are any.
    pub pages: Option<PagesView>,
    /// For each of its rows, in order, the link that shows it alone.
    #[serde(skip)]
    pub alone: Vec<String>,
    /// Where one row is shown alone, the link to all of them.
    #[serde(skip)]
    pub all_rows: Option<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnView {
    /// Outlet.
    pub outlet: OutletView,
    /// What the column holds ("Sputnik", or the article's headline).
    pub name: String,
    /// Takes the column away; `None` while there are only two.
    pub remove: Option<String>,
    /// Moves it one to the left.
    pub left: Option<String>,
    /// Moves it one to the right.
    pub right: Option<String>,
    /// Its articles' texts, in step.
    pub articles: Vec<ColumnArticle>,
}

/// An article in a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnArticle {
    /// Headline, linked.
    pub headline: Link,
    /// Date.
    pub date: DateView,
    /// Paragraphs: captions and body; none where the text is folded.
    pub paragraphs: Vec<ColumnParagraph>,
    /// Where so many articles stand side by side that not all texts are laid out: whether this one is.
    pub fold: Option<TextFold>,
}

/// A text that can be folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextFold {
    /// Whether it is laid out.
    pub open: bool,
    /// How many statements it shares with other columns.
    pub shares: usize,
    /// The link that folds or unfolds it; `None` for the last one of a column that is laid out.
    pub href: Option<String>,
}

/// A paragraph in a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnParagraph {
    /// Caption or body.
    pub kind: BlockKind,
    /// Its text in order.
    pub passages: Vec<Passage>,
}

/// A sentence in a column, or a part of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Passage {
    /// Text with names, numbers and quotes marked.
    pub pieces: Vec<Piece>,
    /// The numbers of the statements that it shares with other columns (the row numbers in the
    /// statements table), in order; the same number in two columns means matched passages.
    pub bands: Vec<usize>,
    /// Those of them that begin with it in its sentence.
    pub begin: Vec<usize>,
    /// Whether its sentence ends with it.
    pub ends: bool,
}

/// Something that can become a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AddColumn {
    /// Its outlet.
    pub outlet: OutletView,
    /// Whether it is one article rather than all of the outlet's.
    pub article: bool,
    /// Text and link.
    pub link: Link,
}

/// One of the tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableChoice {
    /// Which.
    #[serde(skip)]
    pub table: CompareTable,
    /// "Names", "Statements" …
    pub text: String,
    /// "34 actors", "5 shared · 31 only in one".
    pub summary: String,
    /// Shows it.
    #[serde(skip)]
    pub href: String,
    /// Whether it is shown.
    #[serde(skip)]
    pub current: bool,
}

/// A table of the comparison. Cells stand in the order of the columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum TableView {
    /// Naming matrix.
    Names(Vec<NamingRow>),
    /// Statements.
    Statements(Vec<StatementRow>),
    /// Figures.
    Numbers(Vec<NumberRow>),
    /// Who is quoted.
    Quoted(Vec<QuotedRow>),
    /// Who does what to whom.
    Actions(Vec<ActionRow>),
    /// What happens when.
    Times(TimesTable),
    /// Words that stand out.
    Words(WordsTable),
}

/// What happens when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimesTable {
    /// How many times could not be dated, and why; empty where all could.
    pub note: String,
    /// Times in order.
    pub rows: Vec<TimeRow>,
}

/// A time, and who tells it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeRow {
    /// The time in words.
    pub text: String,
    /// The sentences of each column.
    pub cells: Vec<Vec<TimeCell>>,
}

/// A sentence that tells a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeCell {
    /// The sentence, with the expression marked.
    pub line: Line,
    /// "after publication"; empty where it lies before or that is not known.
    pub beside: String,
}

/// An actor's part in what is done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActionRow {
    /// Actor, linked.
    pub actor: Link,
    /// Type.
    pub kind: EntityType,
    /// What sort.
    pub sort: Option<String>,
    /// What each column tells.
    pub cells: Vec<ActionCell>,
}

/// What a column tells of an actor.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ActionCell {
    /// What it does: "seize Raqqa", or "seize Raqqa (planned)" where it is not told as done.
    pub acts: Vec<LabelCount>,
    /// What is done to it: "SDF: attack".
    pub undergoes: Vec<LabelCount>,
    /// How the latter is told: "2 active, 1 passive, 3 agentless".
    pub voices: String,
}

impl ActionCell {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty() && self.undergoes.is_empty()
    }

    /// All numbers.
    pub fn counts(&self) -> impl Iterator<Item = &Count> {
        self.acts.iter().chain(&self.undergoes).map(|l| &l.count)
    }
}

/// Words by column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordsTable {
    /// How long the columns are, and whether anything can be told.
    pub note: String,
    /// How many words that do not stand out have no row.
    pub left_out: usize,
    /// Words that stand out first, then frequent ones.
    pub rows: Vec<WordRow>,
}

/// A word, in any of its forms.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordRow {
    /// Its most frequent form.
    pub word: String,
    /// Each column's use of it.
    pub cells: Vec<WordCell>,
}

impl WordRow {
    /// Whether it stands out in some column.
    pub fn stands_out(&self) -> bool {
        self.cells.iter().any(|c| c.stands_out.is_some())
    }
}

/// How a column uses a word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordCell {
    /// Occurrences.
    pub count: Count,
    /// In a thousand words, in tenths.
    pub rate: usize,
    /// In how many of the column's articles, in words.
    pub articles: String,
    /// Conservative log ratio against the other columns ([`crate::compare::Use::lrc`]).
    pub lrc: f64,
    /// The same in words, where chance does not explain it: "at least 2.4 times as often as the others".
    pub stands_out: Option<String>,
}

/// How columns name one actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamingRow {
    /// Actor, linked.
    pub actor: Link,
    /// Type.
    pub kind: EntityType,
    /// What sort.
    pub sort: Option<String>,
    /// Labels in each column; empty means not found.
    pub cells: Vec<Vec<LabelCount>>,
    /// Whether two columns that name the actor share no label or differ in the commonest one.
    pub contrast: bool,
}

/// A statement across columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRow {
    /// Number of the row; the band in the texts.
    pub number: usize,
    /// Its wording: of the two that are most alike the shorter one.
    pub wording: String,
    /// In how many columns it was found.
    pub found_in: usize,
    /// In each column its sentences; empty means not found there.
    pub cells: Vec<Vec<StatementCell>>,
    /// What matches, as words.
    pub matched: Vec<String>,
    /// How alike the sentences are, in words ("29 to 55 % alike"); empty for a single sentence.
    pub alike: String,
    /// Columns that use the same words, in words ("the same words in CNN and Fox News"); may be empty.
    pub reprinted: String,
    /// Where it is shared and the texts that report it are not all laid out below, the link that does so.
    pub unfold: Option<String>,
}

/// One sentence of a statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementCell {
    /// The sentence, with what matches marked, and what reports something else.
    pub line: Line,
    /// Who said it, according to the article.
    pub said_by: Option<String>,
    /// How it is told, where and when: "planned, place: Raqqa, March 2017"; may be empty.
    pub told: String,
    /// Where only a weak match holds it in the row: "weak match, 34 %"; else empty.
    pub weak: String,
    /// Subject, verb and object of each of its clauses: "coalition – isolate – Raqqa".
    pub clauses: Vec<String>,
}

/// The same quantity across columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberRow {
    /// What is counted ("percent of Raqqa").
    pub what: String,
    /// Figures in each column; empty means not found there.
    pub cells: Vec<Vec<NumberCell>>,
    /// Whether the columns' figures differ.
    pub differs: bool,
    /// "figures differ", "figures agree" where several columns give one; else empty.
    pub agreement: &'static str,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberCell {
    /// The words ("around 65 percent").
    pub figure: String,
    /// Who said it, according to the article.
    pub said_by: Option<String>,
    /// The sentence, with the figure marked.
    pub line: Line,
    /// How its clause tells it, where and when: "planned, place: Raqqa, March 2017"; may be empty.
    pub told: String,
}

/// A kind of source across columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuotedRow {
    /// Kind of source.
    pub kind: String,
    /// Sources in each column with counts.
    pub cells: Vec<Vec<QuotedSource>>,
}
