//! The state of the side-by-side.

use super::{Column, CompareTable, MarkKind, Params, Query, Show, number};

/// What stands beside what, and what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// What stands in the columns, two to four; empty for the program's choice.
    pub columns: Vec<Column>,
    /// Which table stands above the texts.
    pub table: CompareTable,
    /// Which rows are shown.
    pub show: Show,
    /// Whether the columns scroll in step.
    pub locked: bool,
    /// How alike two sentences must be to count as one statement, in percent from 1 to 99; `None` for the
    /// program's choice.
    pub alike: Option<u8>,
    /// Kinds of marks that are switched off in the texts.
    pub hide: Vec<MarkKind>,
    /// Articles whose texts are laid out, where there are too many for all; empty for the program's choice.
    pub texts: Vec<String>,
    /// Which page of a long table, from 1.
    pub page: usize,
    /// The only row of the table that is shown, by its address; `None` for all.
    pub row: Option<String>,
}

impl Default for Compare {
    fn default() -> Self {
        let (table, show) = (CompareTable::default(), Show::default());
        Self {
            columns: Vec::new(),
            table,
            show,
            locked: true,
            alike: None,
            hide: Vec::new(),
            texts: Vec::new(),
            page: 1,
            row: None,
        }
    }
}

impl Compare {
    pub(super) fn write(&self, query: &mut Query) {
        let columns: Vec<String> = self.columns.iter().map(Column::code).collect();
        query.put_list("cols", &columns);
        query.put_unless_default("table", self.table.name(), "names");
        query.put_unless_default("show", self.show.name(), "all");
        query.put("lock", (!self.locked).then_some("0"));
        query.put("alike", self.alike.map(|n| n.to_string()).as_deref());
        MarkKind::write(&self.hide, query);
        query.put_list("texts", &self.texts);
        query.put_unless_default("page", &self.page.to_string(), "1");
        query.put("row", self.row.as_deref());
    }

    pub(super) fn read(params: &mut Params) -> Result<Self, String> {
        let columns: Vec<Column> =
            params.list("cols")?.iter().map(|c| Column::from_code(c)).collect::<Result<_, _>>()?;
        if columns.len() > 4 {
            return Err("at most four columns can stand side by side".to_owned());
        }
        Ok(Self {
            columns,
            table: match params.one("table")? {
                None => CompareTable::default(),
                Some(t) => CompareTable::from_name(&t)
                    .ok_or_else(|| format!("there is no table \"{t}\""))?,
            },
            show: match params.one("show")? {
                None => Show::default(),
                Some(s) => {
                    Show::from_name(&s).ok_or_else(|| format!("\"{s}\" rows cannot be shown"))?
                }
            },
            locked: params.flag("lock")?.unwrap_or(true),
            alike: match params.one("alike")? {
                None => None,
                Some(n) => Some(
                    n.parse()
                        .ok()
                        .filter(|n| (1..=99).contains(n))
                        .ok_or_else(|| format!("\"{n}\" is no likeness in percent from 1 to 99"))?,
                ),
            },
            hide: MarkKind::read(params)?,
            texts: params.list("texts")?,
            page: number(params, "page", 1)?,
            row: params.one("row")?,
        })
    }
}
