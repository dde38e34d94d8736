//! View models: one plain struct per page. The app renders these and nothing else; they can be
//! printed and compared.

use super::compare::model::CompareView;
use super::search::SearchView;
use crate::analysis::Progress;
use crate::compare::Unit;
use crate::entity::EntityType;
use crate::ingest::BlockKind;
use serde::Serialize;

/// An outlet as it looks everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutletView {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Which colour and shape it wears, from 0; the same on every page.
    pub seat: usize,
}

/// A link within the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Hash.
    pub href: String,
}

/// A choice among links, of which one is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Hash.
    pub href: String,
    /// Whether it is in force.
    pub current: bool,
}

/// A number that opens its sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The number; zero is shown as a dash and is no link.
    pub value: usize,
    /// Opens (or closes) the sentences in place.
    #[serde(skip)]
    pub href: String,
    /// Whether they are open now.
    #[serde(skip)]
    pub open: bool,
    /// What is counted, for people who hear the page ("ISIS in CNN: 13 mentions").
    pub title: String,
}

/// What a run of text is marked as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum MarkClass {
    /// A name or nominal label of an actor of this type.
    Actor(EntityType),
    /// A common noun that stands for an actor of this type.
    Nominal(EntityType),
    /// Attributed words.
    Quote,
    /// The speaker of attributed words.
    Speaker,
    /// A figure.
    Number,
    /// A time expression.
    Time,
    /// The rest of a sentence, beside the part that reports a statement.
    Beside,
    /// What was looked for: the label, word or figure that this line is evidence of.
    Match,
}

/// One mark over a run of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// What it is.
    pub class: MarkClass,
    /// Short label, shown or spoken ("place: Raqqa", "said by Ryan Dillon").
    pub label: String,
    /// Where it leads.
    #[serde(skip)]
    pub href: Option<String>,
    /// Whether the marked stretch begins with this run (one stretch may be cut into several runs).
    pub first: bool,
}

/// A run of text under the same marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Marks over it, widest first.
    pub marks: Vec<Mark>,
}

/// A date as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// "15 March 2017", "9 September, year not stated", "not stated".
    pub text: String,
    /// "stated", "inferred from …", "given …" or "unknown".
    pub how: String,
    /// ISO form, where known in part.
    pub iso: Option<String>,
}

/// One sentence as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Outlet.
    pub outlet: OutletView,
    /// Headline of the article, linked to it.
    pub article: Link,
    /// Date of the article.
    pub date: DateView,
    /// Where in the article: "headline", "caption", "paragraph 3".
    pub place: String,
    /// The sentence, with what it is evidence of marked.
    pub pieces: Vec<Piece>,
    /// The sentence in its article.
    #[serde(skip)]
    pub href: String,
}

/// The sentences behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What the number counts.
    pub title: String,
    /// How it was found.
    pub how: String,
    /// The sentences by outlet and place. Several matches in a sentence are marked in one line.
    pub lines: Vec<Line>,
    /// Whether each line is (part of) a paragraph rather than a sentence.
    pub paragraphs: bool,
    /// How many matches they hold; the same as the number that was opened.
    pub total: usize,
    /// Closes it.
    #[serde(skip)]
    pub close: String,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct View {
    /// Title of the page, for the window.
    pub title: String,
    /// What the page shows.
    pub body: Body,
    /// The evidence that is open. Its place is under the row or part whose count is `open`; where
    /// no count is, at the top of the page.
    pub open: Option<Evidence>,
    /// What the reader should know.
    pub notices: Vec<String>,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Body {
    /// `#/`
    Overview(OverviewView),
    /// `#/articles`
    Articles(ArticlesView),
    /// `#/articles/ID`
    Article(Box<ArticleView>),
    /// `#/actors`
    Actors(Box<ActorsView>),
    /// `#/actors/ID`
    Actor(Box<ActorView>),
    /// `#/compare`
    Compare(Box<CompareView>),
    /// `#/search`
    Search(Box<SearchView>),
    /// `#/corrections`
    Corrections(super::CorrectionsView),
    /// `#/library`
    Library(LibraryView),
    /// `#/about`
    About(AboutView),
    /// A page that waits for what it shows.
    #[serde(skip)]
    Waiting(Waiting),
    /// Anything else.
    Lost(LostView),
}

// --- Work in slices ---------------------------------------------------------------------------

/// What a page needs that takes long in a large library, and is made in slices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The full-text index.
    Index,
    /// The statements, at a threshold in percent or at the program's own.
    Statements(Option<u8>),
}

/// Work that is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Building {
    /// What is made.
    pub work: Work,
    /// How far it is: articles of an index, sentences that are compared for statements.
    pub progress: Progress,
    /// Whether the reader stopped it.
    pub stopped: bool,
}

/// A page that waits for work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The name of the page in the markup.
    pub page: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The work.
    pub building: Building,
}

// --- Overview -------------------------------------------------------------------------------

/// What differs, at a glance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OverviewView {
    /// "5 articles by 4 outlets …": what is compared, in one sentence.
    pub lead: String,
    /// The strongest contrasts, best first.
    pub findings: Vec<Finding>,
    /// Dated events.
    pub timeline: Vec<TimelineRow>,
    /// The outlets and their plain facts.
    pub outlets: Vec<OutletFacts>,
}

/// A contrast between outlets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// "Naming", "Only in CNN", "Numbers", "Who is quoted".
    pub kind: String,
    /// What it is, in a few words ("One armed group, four names").
    pub title: String,
    /// Why this is shown.
    pub why: String,
    /// Two to four sides.
    pub sides: Vec<Side>,
    /// To the full table.
    pub more: Link,
}

/// One outlet's side of a contrast.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// Outlet.
    pub outlet: OutletView,
    /// Labels or figures, most frequent first, each opening its sentences.
    pub labels: Vec<LabelCount>,
    /// A sentence that shows it; `None` means "not found here".
    pub line: Option<Line>,
}

/// A label with its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelCount {
    /// The words used.
    pub label: String,
    /// Whether they are a common noun rather than a name.
    pub nominal: bool,
    /// How often.
    pub count: Count,
}

/// A point in time with what outlets say about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineRow {
    /// The date in ISO form, where it is one day, month or year.
    pub value: Option<String>,
    /// As people read it ("September 2017", "9 September (year not stated)").
    pub text: String,
    /// Sentences, by outlet.
    pub lines: Vec<Line>,
}

/// Plain facts about an outlet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutletFacts {
    /// Outlet.
    pub outlet: OutletView,
    /// Owner.
    pub owner: String,
    /// Seat.
    pub seat: String,
    /// Funding.
    pub funding: String,
    /// When these facts held.
    pub as_of: String,
    /// Where they are from.
    pub facts_from: String,
    /// Its articles.
    pub articles: Vec<Link>,
}

// --- Articles and reader --------------------------------------------------------------------

/// The list of articles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticlesView {
    /// Filter by outlet, "all" first.
    pub outlets: Vec<Choice>,
    /// Orders.
    pub sorts: Vec<Choice>,
    /// Rows.
    pub rows: Vec<ArticleRow>,
}

/// One article in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleRow {
    /// Outlet.
    pub outlet: OutletView,
    /// Headline, linked.
    pub headline: Link,
    /// Date.
    pub date: DateView,
    /// Words of headline and body.
    pub words: usize,
    /// Words of captions, counted apart.
    pub caption_words: usize,
    /// Most named actors, linked.
    pub actors: Vec<Link>,
    /// Quotations.
    pub quotes: Count,
    /// Figures.
    pub numbers: Count,
    /// Pieces of page furniture that were cut, linked to the article with cuts shown.
    pub cut: Link,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleView {
    /// Outlet.
    pub outlet: OutletView,
    /// Headline.
    pub headline: String,
    /// Date.
    pub date: DateView,
    /// Other metadata, name and value with how it is known.
    pub facts: Vec<Fact>,
    /// The text.
    pub blocks: Vec<ReaderBlock>,
    /// Kinds of marks, switched on or off by link.
    pub marks: Vec<Choice>,
    /// Shows or hides what was cut.
    pub cut: Choice,
    /// How many blocks were cut.
    pub cut_blocks: usize,
    /// Who is quoted here, with counts.
    pub quoted: Vec<QuotedSource>,
    /// Most named actors here.
    pub actors: Vec<ActorCount>,
    /// The sentence to show first.
    pub at: Option<usize>,
    /// Previous article.
    pub previous: Option<Link>,
    /// Next article.
    pub next: Option<Link>,
}

/// A named piece of metadata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// "Author", "Agencies", "Source" …
    pub name: String,
    /// Value.
    pub value: String,
    /// How it is known.
    pub how: String,
}

/// A stretch of an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum ReaderBlock {
    /// Coverage.
    Text {
        /// Headline, caption or body.
        kind: BlockKind,
        /// Paragraph number, from 1, for body paragraphs.
        number: Option<usize>,
        /// Its sentences.
        sentences: Vec<ReaderSentence>,
    },
    /// A run of blocks that were cut.
    Cut {
        /// "3 related headlines cut".
        summary: String,
        /// The blocks; empty while cuts are hidden.
        blocks: Vec<CutBlock>,
    },
}

/// One sentence of an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReaderSentence {
    /// Its number in the article, from 0; its element's id is `s` and this number.
    pub index: usize,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// Other outlets that report the same, each opening the statement in place.
    pub elsewhere: Vec<Elsewhere>,
}

/// Another outlet that reports the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// Outlet.
    pub outlet: OutletView,
    /// Opens the statement.
    pub href: String,
    /// Whether it is open.
    pub open: bool,
}

/// A block that was cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CutBlock {
    /// What it was taken for.
    pub kind: BlockKind,
    /// Why.
    pub reason: String,
    /// Its text.
    pub text: String,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotedSource {
    /// The words for the source, or the actor's name.
    pub name: String,
    /// Actor page, where the source is an actor.
    pub actor: Option<String>,
    /// Kind of source.
    pub kind: String,
    /// How often, opening the quotations.
    pub count: Count,
}

/// An actor with its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorCount {
    /// Actor, linked to its page.
    pub actor: Link,
    /// Type.
    pub kind: EntityType,
    /// How often.
    pub count: Count,
}

// --- Actors ---------------------------------------------------------------------------------

/// The list of actors, as a table or as a network.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorsView {
    /// Table or network.
    pub shows: Vec<Choice>,
    /// Filters.
    pub filters: ActorFilters,
    /// How many actors pass the filters.
    pub found: usize,
    /// How many actors there are without the filters.
    pub all: usize,
    /// What is shown of them.
    pub body: ActorsBody,
}

impl ActorsView {
    /// What is shown, as a table for spreadsheets.
    pub fn csv(&self) -> String {
        super::actors::table_rows(self)
    }
}

/// What is shown of the actors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum ActorsBody {
    /// A table.
    Table(Box<ActorsTable>),
    /// Who is named with whom.
    Network(Box<NetworkBody>),
}

/// Filters of the list of actors. Several types may be chosen, and several outlets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorFilters {
    /// By type, "all" first, each with its number of actors.
    pub kinds: Vec<Choice>,
    /// Words that filter.
    pub words: String,
    /// Least number of mentions.
    pub least: Vec<Choice>,
    /// Outlets that name the actor; each link chooses or takes back.
    pub named_by: Vec<OutletChoice>,
    /// Outlets in which the actor was not found.
    pub not_in: Vec<OutletChoice>,
    /// Takes all filters back; `None` where there is none.
    pub clear: Option<String>,
}

/// An outlet that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutletChoice {
    /// Outlet; `None` for all.
    pub outlet: Option<OutletView>,
    /// What it says.
    pub choice: Choice,
}

/// A column head that sorts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SortView {
    /// What it says.
    pub text: String,
    /// Sorts by it; turns the order round where it is in force. `None` where it cannot be sorted.
    #[serde(skip)]
    pub href: Option<String>,
    /// Whether it is in force.
    pub current: bool,
    /// Whether it is, or would be, from the top down.
    pub descending: bool,
}

/// The table of actors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorsTable {
    /// Sort by name.
    pub sort_name: SortView,
    /// Sort by type.
    pub sort_kind: SortView,
    /// Sort by outlet, parallel to `outlets`.
    pub sort_outlets: Vec<SortView>,
    /// Sort by total.
    pub sort_total: SortView,
    /// Sort by the number of outlets.
    pub sort_spread: SortView,
    /// Sort by the number of labels.
    pub sort_labels: SortView,
    /// Outlets, as columns.
    pub outlets: Vec<OutletView>,
    /// Rows.
    pub rows: Vec<ActorRow>,
    /// Shows the rows that are left out, with their number.
    pub more: Option<Link>,
}

/// One actor in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorRow {
    /// Actor, linked.
    pub actor: Link,
    /// Type.
    pub kind: EntityType,
    /// What sort of actor, where known ("armed group").
    pub sort: Option<String>,
    /// Labels used, most frequent first.
    pub labels: Vec<String>,
    /// Mentions per outlet, parallel to the columns.
    pub counts: Vec<Count>,
    /// All mentions.
    pub total: Count,
    /// By how many outlets it is named.
    pub spread: usize,
}

/// The network of the actors in the list, with what can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NetworkBody {
    /// Whose articles.
    pub of: Vec<OutletChoice>,
    /// Sentence or paragraph.
    pub units: Vec<Choice>,
    /// How many actors.
    pub tops: Vec<Choice>,
    /// How often a pair is together at least.
    pub leasts: Vec<Choice>,
    /// The network.
    pub network: NetworkView,
}

/// Who is named with whom: a drawing and the same as a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NetworkView {
    /// Width of the drawing, in CSS pixels.
    pub width: i64,
    /// Height.
    pub height: i64,
    /// Actors that have a pair.
    pub nodes: Vec<NodeView>,
    /// One drawing, or one for each outlet with every actor in the same place.
    pub panels: Vec<PanelView>,
    /// Actors without such a pair.
    pub alone: Vec<Link>,
    /// Pairs that are not drawn, because they would be too many.
    pub left_out: usize,
    /// How many sentences or paragraphs were looked at.
    pub units: usize,
    /// Which of the two.
    #[serde(skip)]
    pub unit: Unit,
    /// The pairs.
    pub pairs: PairsView,
}

/// An actor in a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NodeView {
    /// The middle of its shape.
    pub x: i64,
    /// The middle of its shape.
    pub y: i64,
    /// Actor, linked to its page.
    pub actor: Link,
    /// Type.
    pub kind: Option<EntityType>,
    /// Its name, shortened where it is long.
    pub label: String,
    /// Whether this is the actor whose network it is.
    pub ego: bool,
    /// The nodes that it is connected to.
    pub near: Vec<usize>,
}

/// One drawing of a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PanelView {
    /// Whose; `None` where the page says it.
    pub outlet: Option<OutletView>,
    /// Mentions of each node here; nought where it was not found.
    pub mentions: Vec<usize>,
    /// Half the width of each node.
    pub radii: Vec<i64>,
    /// Edges.
    pub edges: Vec<DrawnEdge>,
}

/// A line between two actors that opens its sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DrawnEdge {
    /// Node.
    pub a: usize,
    /// Node.
    pub b: usize,
    /// Width of the line, in tenths of a CSS pixel.
    pub width: usize,
    /// How often together.
    pub count: Count,
}

/// The pairs of a network as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PairsView {
    /// Sort by names.
    pub sort_name: SortView,
    /// Sort by how often together.
    pub sort_total: SortView,
    /// Sort by outlet, parallel to `outlets`.
    pub sort_outlets: Vec<SortView>,
    /// Sort by normalised mutual information.
    pub sort_npmi: SortView,
    /// Sort by log-likelihood.
    pub sort_likelihood: SortView,
    /// Outlets, as columns; none where the network is one outlet's.
    pub outlets: Vec<OutletView>,
    /// Rows.
    pub rows: Vec<PairRow>,
}

/// Two actors that are named together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PairRow {
    /// Actor, linked.
    pub a: Link,
    /// Actor, linked.
    pub b: Link,
    /// How often together.
    pub total: Count,
    /// The same in each outlet.
    pub cells: Vec<Count>,
    /// Normalised pointwise mutual information, in hundredths.
    pub npmi: i64,
    /// Log-likelihood ratio, in tenths; below nought where rarer than by chance.
    pub likelihood: i64,
    /// Whether one of them is the actor whose network it is.
    pub ego: bool,
}

/// One actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorView {
    /// Name.
    pub name: String,
    /// Type.
    pub kind: EntityType,
    /// What sort of actor.
    pub sort: Option<String>,
    /// All mentions.
    pub total: Count,
    /// Labels by outlet.
    pub naming: Vec<ActorNaming>,
    /// Titles and roles by outlet, where there are any.
    pub titles: Vec<ActorNaming>,
    /// Sentences in context.
    pub kwic: KwicView,
    /// Quotations by this actor and about it.
    pub quoted: ActorQuoted,
    /// Actors named in the same sentences.
    pub together: NetworkView,
    /// Why its labels were joined, by reason.
    pub joins: Vec<JoinGroup>,
    /// What can be corrected, and what was.
    pub correct: super::CorrectView,
    /// Finds it in the search.
    pub search: Link,
}

/// How one outlet names an actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorNaming {
    /// Outlet.
    pub outlet: OutletView,
    /// Labels; empty means not found there.
    pub labels: Vec<LabelCount>,
    /// All of them together.
    pub total: Count,
}

/// A concordance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KwicView {
    /// Orders.
    pub sorts: Vec<Choice>,
    /// All outlets or one, with their numbers of lines.
    pub outlets: Vec<OutletChoice>,
    /// How many lines the filter lets pass.
    pub found: usize,
    /// Lines shown.
    pub lines: Vec<KwicLine>,
    /// Shows the lines that are left out.
    pub more: Option<Link>,
}

/// A mention in its context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KwicLine {
    /// Outlet.
    pub outlet: OutletView,
    /// Before it.
    pub left: Vec<KwicRun>,
    /// The label.
    pub label: String,
    /// After it.
    pub right: Vec<KwicRun>,
    /// The sentence in its article.
    pub href: String,
    /// Where it stands there: "headline", "caption", "paragraph 3".
    pub place: String,
}

/// A run of words of a context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KwicRun {
    /// The words.
    pub text: String,
    /// 1 for the word that the lines are sorted by first, 2 and 3 for the next, 0 for others.
    pub rank: usize,
}

/// Who is quoted and spoken of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorQuoted {
    /// Quotations by this actor in each outlet.
    pub by: Vec<OutletCount>,
    /// All quotations by this actor.
    pub all_by: Count,
    /// The first of them.
    pub lines: Vec<Line>,
    /// All attributed words in which the actor is named.
    pub all_about: Count,
    /// Whose these words are.
    pub about: Vec<QuotedSource>,
}

/// A number of an outlet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutletCount {
    /// Outlet.
    pub outlet: OutletView,
    /// Number.
    pub count: Count,
}

/// Labels that belong to an actor for the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JoinGroup {
    /// Reason.
    pub reason: String,
    /// Whether the rule may err.
    pub likely: bool,
    /// Labels.
    pub labels: Vec<LabelCount>,
}

// --- Library, about, lost -------------------------------------------------------------------

/// What is loaded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LibraryView {
    /// Articles.
    pub rows: Vec<LibraryRow>,
    /// Bytes of all originals.
    pub bytes: usize,
    /// Words of all coverage.
    pub words: usize,
}

/// One loaded article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LibraryRow {
    /// Outlet.
    pub outlet: OutletView,
    /// Headline, linked.
    pub headline: Link,
    /// Where it is from ("bundled with the program").
    pub origin: String,
    /// Whose text it is.
    pub credit: String,
    /// Original length in bytes.
    pub bytes: usize,
    /// Words of coverage.
    pub words: usize,
    /// Characters of the original that count as coverage, in percent.
    pub kept: usize,
}

/// Figures for the about page; its prose stands in the app.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AboutView {
    /// Facts about outlets.
    pub outlets: Vec<OutletFacts>,
    /// Articles, sentences, mentions, actors, attributions, quantities, time expressions.
    pub figures: Vec<(String, usize)>,
    /// Bytes that were analysed, for the timings.
    pub bytes: usize,
    /// Measured quality.
    pub quality: Vec<QualityRow>,
}

/// A figure measured on a public data set, beside its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QualityRow {
    /// What is read.
    pub name: String,
    /// Which figure.
    pub figure: String,
    /// What it means.
    pub note: String,
    /// What was reached.
    pub reached: String,
    /// By type or by measure.
    pub parts: String,
    /// What is aimed at.
    pub target: String,
    /// What is to be reached at least; may be empty.
    pub least: String,
    /// What is known of other programs.
    pub elsewhere: String,
    /// "reached", "at least" or "not yet".
    pub verdict: &'static str,
}

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LostView {
    /// The link.
    pub hash: String,
    /// What is wrong.
    pub reason: String,
    /// Ways on.
    pub ways: Vec<Link>,
}
