//! The states of the pages on actors.

use super::{Params, Query, number};
use crate::compare::Unit;
use crate::entity::EntityType;

/// The list of actors, as a table or as a network, with its filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actors {
    /// What is shown of them.
    pub show: ActorsShow,
    /// Order of the table.
    pub sort: ActorSort,
    /// Whether the order is turned round.
    pub reverse: bool,
    /// Only these types; empty for all.
    pub kinds: Vec<EntityType>,
    /// Only actors with a label that contains these words.
    pub filter: String,
    /// Only actors that each of these outlets names.
    pub named_by: Vec<String>,
    /// Only actors that were found in none of these outlets.
    pub not_in: Vec<String>,
    /// Only actors with as many mentions.
    pub least: usize,
    /// Whether a long table is shown to its end.
    pub all: bool,
    /// The network.
    pub network: NetworkState,
}

/// What is shown of the actors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActorsShow {
    /// The table.
    #[default]
    Table,
    /// Who is named with whom.
    Network,
}

/// Columns by which the actor list can be sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ActorSort {
    /// Most mentions first.
    #[default]
    Total,
    /// By name.
    Name,
    /// By type, then sort of actor, then mentions.
    Kind,
    /// Named by most outlets first.
    Outlets,
    /// Most different labels first.
    Labels,
    /// Most mentions in one outlet first.
    Outlet(String),
}

/// What of the network is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkState {
    /// Within what two actors count as named together.
    pub unit: Unit,
    /// Whose articles.
    pub of: NetworkOf,
    /// At most so many actors, the most often named.
    pub top: usize,
    /// Only pairs that are together so often.
    pub least: usize,
    /// Order of the table of pairs.
    pub sort: PairSort,
    /// Whether the order is turned round.
    pub reverse: bool,
}

/// Whose articles a network is drawn from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NetworkOf {
    /// All of them.
    #[default]
    All,
    /// One drawing for each outlet, with every actor in the same place.
    Each,
    /// One outlet's.
    Outlet(String),
}

/// Columns by which the pairs can be sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PairSort {
    /// Most often together first.
    #[default]
    Together,
    /// By names.
    Name,
    /// Strongest by normalised mutual information first.
    Npmi,
    /// Strongest by log-likelihood first.
    Likelihood,
    /// Most often together in one outlet first.
    Outlet(String),
}

/// The concordance of an actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kwic {
    /// Order of its lines.
    pub sort: KwicSort,
    /// Only this outlet's.
    pub outlet: Option<String>,
    /// Whether a long concordance is shown to its end.
    pub all: bool,
}

/// Orders of a concordance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KwicSort {
    /// By outlet, article and place.
    #[default]
    Place,
    /// By the word before, then the one before that, then the third.
    Left,
    /// By the word after, then the one after that, then the third.
    Right,
    /// By the label.
    Label,
}

impl Default for Actors {
    fn default() -> Self {
        Self {
            show: ActorsShow::Table,
            sort: ActorSort::Total,
            reverse: false,
            kinds: Vec::new(),
            filter: String::new(),
            named_by: Vec::new(),
            not_in: Vec::new(),
            least: 1,
            all: false,
            network: NetworkState::default(),
        }
    }
}

impl Default for NetworkState {
    fn default() -> Self {
        Self {
            unit: Unit::Sentence,
            of: NetworkOf::All,
            top: 25,
            least: 2,
            sort: PairSort::Together,
            reverse: false,
        }
    }
}

impl NetworkState {
    /// The numbers of actors that can be drawn.
    pub const TOPS: [usize; 3] = [15, 25, 40];
    /// The numbers of times that a pair can be asked to be together.
    pub const LEASTS: [usize; 4] = [1, 2, 3, 5];
}

impl Actors {
    /// The numbers of mentions that can be asked for.
    pub const LEASTS: [usize; 4] = [1, 2, 5, 10];

    pub(super) fn write(&self, query: &mut Query) {
        if self.show == ActorsShow::Network {
            query.put("show", Some("network"));
        }
        let sort = match &self.sort {
            ActorSort::Total => "total".to_owned(),
            ActorSort::Name => "name".to_owned(),
            ActorSort::Kind => "type".to_owned(),
            ActorSort::Outlets => "outlets".to_owned(),
            ActorSort::Labels => "labels".to_owned(),
            ActorSort::Outlet(id) => format!("in:{id}"),
        };
        put_sort(query, "sort", &sort, self.reverse, "total");
        let kinds: Vec<String> = self.kinds.iter().map(|k| k.code().to_owned()).collect();
        query.put_list("type", &kinds);
        query.put("filter", (!self.filter.is_empty()).then_some(self.filter.as_str()));
        query.put_list("by", &self.named_by);
        query.put_list("not", &self.not_in);
        query.put_unless_default("min", &self.least.to_string(), "1");
        query.put("rows", self.all.then_some("all"));
        let network = &self.network;
        query.put("unit", (network.unit == Unit::Paragraph).then_some("paragraph"));
        query.put(
            "in",
            match &network.of {
                NetworkOf::All => None,
                NetworkOf::Each => Some("each".to_owned()),
                NetworkOf::Outlet(id) => Some(format!("o:{id}")),
            }
            .as_deref(),
        );
        query.put_unless_default("top", &network.top.to_string(), "25");
        query.put_unless_default("pair", &network.least.to_string(), "2");
        let sort = match &network.sort {
            PairSort::Together => "together".to_owned(),
            PairSort::Name => "name".to_owned(),
            PairSort::Npmi => "npmi".to_owned(),
            PairSort::Likelihood => "g2".to_owned(),
            PairSort::Outlet(id) => format!("in:{id}"),
        };
        put_sort(query, "pairs", &sort, network.reverse, "together");
    }

    pub(super) fn read(params: &mut Params) -> Result<Self, String> {
        let (sort, reverse) = take_sort(params, "sort")?;
        let sort = match sort.as_deref() {
            None | Some("total") => ActorSort::Total,
            Some("name") => ActorSort::Name,
            Some("type") => ActorSort::Kind,
            Some("outlets") => ActorSort::Outlets,
            Some("labels") => ActorSort::Labels,
            Some(other) => match other.strip_prefix("in:") {
                Some(outlet) => ActorSort::Outlet(outlet.to_owned()),
                None => return Err(format!("actors cannot be sorted by \"{other}\"")),
            },
        };
        let mut kinds = Vec::new();
        for code in params.list("type")? {
            let kind = EntityType::from_code(&code);
            let kind = kind.ok_or_else(|| format!("there is no type \"{code}\""))?;
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let (pairs, turned) = take_sort(params, "pairs")?;
        Ok(Self {
            show: match params.one("show")?.as_deref() {
                None | Some("table") => ActorsShow::Table,
                Some("network") => ActorsShow::Network,
                Some(other) => return Err(format!("actors cannot be shown as \"{other}\"")),
            },
            sort,
            reverse,
            kinds,
            filter: params.one("filter")?.unwrap_or_default(),
            named_by: params.list("by")?,
            not_in: params.list("not")?,
            least: number(params, "min", 1)?,
            all: every(params, "rows")?,
            network: NetworkState {
                unit: match params.one("unit")?.as_deref() {
                    None | Some("sentence") => Unit::Sentence,
                    Some("paragraph") => Unit::Paragraph,
                    Some(other) => return Err(format!("\"{other}\" is no unit of text")),
                },
                of: match params.one("in")?.as_deref() {
                    None | Some("all") => NetworkOf::All,
                    Some("each") => NetworkOf::Each,
                    Some(id) => NetworkOf::Outlet(id.strip_prefix("o:").unwrap_or(id).to_owned()),
                },
                // What could be drawn, but not read, is not drawn.
                top: number(params, "top", 25)?.min(60),
                least: number(params, "pair", 2)?,
                sort: match pairs.as_deref() {
                    None | Some("together") => PairSort::Together,
                    Some("name") => PairSort::Name,
                    Some("npmi") => PairSort::Npmi,
                    Some("g2") => PairSort::Likelihood,
                    Some(other) => match other.strip_prefix("in:") {
                        Some(outlet) => PairSort::Outlet(outlet.to_owned()),
                        None => return Err(format!("pairs cannot be sorted by \"{other}\"")),
                    },
                },
                reverse: turned,
            },
        })
    }
}

impl Kwic {
    pub(super) fn write(&self, query: &mut Query) {
        query.put_unless_default("kwic", self.sort.name(), "place");
        query.put("from", self.outlet.as_deref());
        query.put("lines", self.all.then_some("all"));
    }

    pub(super) fn read(params: &mut Params) -> Result<Self, String> {
        Ok(Self {
            sort: KwicSort::read(params)?,
            outlet: params.one("from")?,
            all: every(params, "lines")?,
        })
    }
}

impl KwicSort {
    /// The name in links.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Left => "left",
            Self::Right => "right",
            Self::Label => "label",
        }
    }

    pub(super) fn read(params: &mut Params) -> Result<Self, String> {
        Ok(match params.one("kwic")?.as_deref() {
            None | Some("place") => Self::Place,
            Some("left") => Self::Left,
            Some("right") => Self::Right,
            Some("label") => Self::Label,
            Some(other) => {
                return Err(format!("sentences in context cannot be sorted by \"{other}\""));
            }
        })
    }
}

/// A sort, with a minus where it is turned round.
fn put_sort(query: &mut Query, key: &str, sort: &str, reverse: bool, default: &str) {
    if reverse {
        query.put(key, Some(&format!("-{sort}")));
    } else if sort != default {
        query.put(key, Some(sort));
    }
}

fn take_sort(params: &mut Params, key: &str) -> Result<(Option<String>, bool), String> {
    let Some(sort) = params.one(key)? else { return Ok((None, false)) };
    Ok(match sort.strip_prefix('-') {
        Some(turned) => (Some(turned.to_owned()), true),
        None => (Some(sort), false),
    })
}

fn every(params: &mut Params, key: &str) -> Result<bool, String> {
    match params.one(key)?.as_deref() {
        None => Ok(false),
        Some("all") => Ok(true),
        Some(other) => Err(format!("\"{key}\" is all, not \"{other}\"")),
    }
}
