//! A document: what a terminal, a file or a browser shows, without colours and widths.

use std::borrow::Cow;

/// Blocks, one under the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Line),
    /// A line of text; it may be wrapped.
    Paragraph(Line),
    /// Rows under titles.
    Table(Table),
    /// Labels with what belongs to them.
    Ledger(Vec<Entry>),
    /// Items with items below them.
    Tree(Vec<Item>),
    /// An empty line.
    Gap,
}

/// A line of spans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The spans.
    pub spans: Vec<Span>,
}

/// Text with a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: Cow<'static, str>,
    /// What it is; a terminal shows it as a colour.
    pub role: Role,
}

/// What a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing special.
    #[default]
    Plain,
    /// A heading, or the answer itself.
    Strong,
    /// As it should be.
    Good,
    /// A failure.
    Bad,
    /// Suspicious, or not certain.
    Warning,
    /// The name of an object.
    Name,
    /// Of less interest.
    Muted,
}

/// Rows under titles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Titles of the columns.
    pub titles: Vec<Cow<'static, str>>,
    /// The rows, with as many cells each as there are titles.
    pub rows: Vec<Vec<Line>>,
}

/// A label with what belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The label.
    pub label: Line,
    /// The fact.
    pub head: Line,
    /// What stands beside it where there is room.
    pub aside: Line,
    /// What stands under it: a text, and what stands beside that.
    pub below: Vec<(Line, Line)>,
}

/// An item with items below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// The item.
    pub text: Line,
    /// What belongs to it.
    pub children: Vec<Item>,
}

impl Document {
    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a paragraph.
    pub fn say(&mut self, line: impl Into<Line>) {
        self.push(Block::Paragraph(line.into()));
    }
}

impl Entry {
    /// A fact under its label.
    pub fn fact(label: impl Into<Cow<'static, str>>, head: impl Into<Line>) -> Self {
        Self { label: Line::of(Role::Muted, label), head: head.into(), ..Self::default() }
    }
}

impl Line {
    /// Text with a role.
    pub fn of(role: Role, text: impl Into<Cow<'static, str>>) -> Self {
        Self { spans: vec![Span { text: text.into(), role }] }
    }

    /// Adds text with a role.
    #[must_use]
    pub fn and(mut self, role: Role, text: impl Into<Cow<'static, str>>) -> Self {
        self.spans.push(Span { text: text.into(), role });
        self
    }

    /// Adds plain text.
    #[must_use]
    pub fn plain(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.and(Role::Plain, text)
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.is_empty())
    }

    /// The text without roles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_ref()).collect()
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::of(Role::Plain, text)
    }
}

impl From<&'static str> for Line {
    fn from(text: &'static str) -> Self {
        Self::of(Role::Plain, text)
    }
}
