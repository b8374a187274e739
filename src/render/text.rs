//! A document for a terminal or a pipe.

use std::io::{self, Write};

use super::style::Style;
use super::table::grid;
use super::wrap::wrap;
use super::{ledger, tree};
use crate::view::document::{Block, Document, Line, Role, Span};

/// Writes a document.
///
/// # Errors
/// Those of `out`.
pub fn document(out: &mut dyn Write, style: Style, document: &Document) -> io::Result<()> {
    document.blocks.iter().try_for_each(|block| one(out, style, block))
}

fn one(out: &mut dyn Write, style: Style, block: &Block) -> io::Result<()> {
    match block {
        Block::Heading(line) => paragraph(out, style, &strong(line)),
        Block::Paragraph(line) => paragraph(out, style, line),
        Block::Table(table) => grid(out, style, table),
        Block::Ledger(entries) => ledger::ledger(out, style, entries),
        Block::Tree(items) => tree::tree(out, style, items),
        Block::Gap => writeln!(out),
    }
}

fn paragraph(out: &mut dyn Write, style: Style, line: &Line) -> io::Result<()> {
    wrap(line, style.width()).iter().try_for_each(|line| writeln!(out, "{}", style.line(line)))
}

/// What has no role of its own in a heading is strong.
fn strong(line: &Line) -> Line {
    let spans = line.spans.iter().map(|span| Span {
        role: if span.role == Role::Plain { Role::Strong } else { span.role },
        text: span.text.clone(),
    });
    Line { spans: spans.collect() }
}
