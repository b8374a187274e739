//! Whether to colour, and how wide lines may be.

use std::borrow::Cow;

use colored::{Color, Colorize};

use crate::view::document::{Line, Role, Span};

/// How wide a document is where nobody reads it on a terminal.
const UNKNOWN_WIDTH: usize = 100;
/// Narrower than this nothing can be laid out.
const LEAST_WIDTH: usize = 40;

/// How text is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    colours: bool,
    width: Option<usize>,
}

impl Style {
    /// With or without colours; the width of the terminal, if it is one.
    pub fn new(colours: bool, width: Option<usize>) -> Self {
        // Whether to colour was decided from all that bears on it; the library is not to decide again.
        colored::control::set_override(colours);
        Self { colours, width: width.map(|width| width.max(LEAST_WIDTH)) }
    }

    /// The width of documents.
    pub(super) fn width(self) -> usize {
        self.width.unwrap_or(UNKNOWN_WIDTH)
    }

    /// The width that tables must keep; a pipe has none.
    pub(super) fn table_width(self) -> Option<usize> {
        self.width
    }

    /// A text in the colour of its role.
    pub(super) fn paint(self, text: &str, role: Role) -> Cow<'_, str> {
        if !self.colours || text.is_empty() {
            return Cow::Borrowed(text);
        }
        let painted = match role {
            Role::Plain => return Cow::Borrowed(text),
            Role::Strong => text.bold(),
            Role::Good => text.color(Color::Green),
            Role::Bad => text.color(Color::Red).bold(),
            Role::Warning => text.color(Color::Yellow),
            Role::Name => text.color(Color::Cyan),
            Role::Muted => text.dimmed(),
        };
        Cow::Owned(painted.to_string())
    }

    /// A line in its colours.
    pub(super) fn line(self, line: &Line) -> String {
        line.spans.iter().map(|Span { text, role }| self.paint(text, *role)).collect()
    }
}
