//! What all tables share: rows are typed facts, and each row can write its cells.

use std::fmt::{Display, Write as _};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::name::ProxyId;
use crate::view::document::Role;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// What `--where` calls it.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Shown in wide tables only.
    pub wide: bool,
}

/// A column of every table.
pub const fn column(key: &'static str, title: &'static str) -> Column {
    Column { key, title, wide: false }
}

/// A column of wide tables.
pub const fn wide(key: &'static str, title: &'static str) -> Column {
    Column { key, title, wide: true }
}

/// A row of a table.
pub trait Row: Serialize + JsonSchema + Send + Sync {
    /// The word for the table, as in `meshdbg clusters`.
    const KIND: &'static str;
    /// The columns.
    const COLUMNS: &'static [Column];

    /// Writes one cell for each column.
    fn cells(&self, cells: &mut Cells);
}

/// Rows that can be looked at, whether they are all there or each is made when its turn comes.
pub trait Rows<R>: Sync {
    /// How many parts they come in.
    fn parts(&self) -> usize;

    /// Looks at the rows of some parts, in order.
    fn visit(&self, parts: Range<usize>, each: &mut dyn FnMut(&R));
}

impl<R: Sync> Rows<R> for Vec<R> {
    fn parts(&self) -> usize {
        self.len()
    }

    fn visit(&self, parts: Range<usize>, each: &mut dyn FnMut(&R)) {
        self[parts].iter().for_each(each);
    }
}

/// The rows of a proxy, to be shown as text.
pub struct Shown<'a, R> {
    /// The proxy.
    pub proxy: &'a ProxyId,
    /// Its rows.
    pub rows: Box<dyn Rows<R> + 'a>,
}

/// Cells, written into one buffer: a table of a hundred thousand rows allocates nothing for each.
#[derive(Debug, Default)]
pub struct Cells {
    text: String,
    ends: Vec<(usize, Role)>,
}

impl Cells {
    /// Forgets all cells.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Writes a cell.
    pub fn add(&mut self, role: Role, value: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
        self.ends.push((self.text.len(), role));
    }

    /// Writes a plain cell.
    pub fn plain(&mut self, value: impl Display) {
        self.add(Role::Plain, value);
    }

    /// Writes a cell of several values.
    pub fn list<T: Display>(&mut self, role: Role, values: impl IntoIterator<Item = T>) {
        for (index, value) in values.into_iter().enumerate() {
            let _ = write!(self.text, "{}{value}", if index == 0 { "" } else { ", " });
        }
        self.ends.push((self.text.len(), role));
    }

    /// Writes a cell that is there as text.
    pub fn text(&mut self, role: Role, text: &str) {
        self.text.push_str(text);
        self.ends.push((self.text.len(), role));
    }

    /// Writes a cell of yes or no, which may be unknown.
    pub fn verdict(&mut self, verdict: Option<bool>) {
        match verdict {
            Some(true) => self.text(Role::Good, "yes"),
            Some(false) => self.text(Role::Bad, "no"),
            None => self.text(Role::Plain, ""),
        }
    }

    /// A cell.
    pub fn get(&self, index: usize) -> (&str, Role) {
        let start = if index == 0 { 0 } else { self.ends[index - 1].0 };
        let (end, role) = self.ends[index];
        (&self.text[start..end], role)
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// A table: the rows of one or more proxies.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Listing<R> {
    /// Version of this schema.
    pub schema: u32,
    /// The word for the table.
    pub kind: &'static str,
    /// The rows by proxy.
    pub proxies: Vec<OfProxy<R>>,
}

/// The rows of one proxy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfProxy<R> {
    /// The proxy.
    pub proxy: ProxyId,
    /// The rows.
    pub rows: Vec<R>,
    /// What is not in its dump and would have been shown here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<String>,
}

impl<R: Row> Listing<R> {
    /// A table of proxies.
    pub fn new(proxies: Vec<OfProxy<R>>) -> Self {
        Self { schema: crate::view::SCHEMA, kind: R::KIND, proxies }
    }

    /// Keeps the rows that meet all conditions.
    pub fn retain(&mut self, conditions: &super::Conditions) {
        let mut cells = Cells::default();
        for of_proxy in &mut self.proxies {
            of_proxy.rows.retain(|row| {
                cells.clear();
                row.cells(&mut cells);
                conditions.hold(&cells)
            });
        }
    }
}
