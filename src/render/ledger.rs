//! Labels, what belongs to them, and what stands beside that.

use std::io::{self, Write};

use super::style::Style;
use super::wrap::{line_width, width, wrap};
use crate::view::document::{Entry, Line};

/// Blanks before labels.
const INDENT: usize = 2;
/// Blanks between columns.
const BETWEEN: usize = 2;
/// The column beside is not worth its place where it begins further right than this, in percent of the width.
const FURTHEST: usize = 60;

/// Writes entries: labels in a column, facts in the next, and what stands beside the facts in a third one, where all
/// fits; else under the fact.
pub(super) fn ledger(out: &mut dyn Write, style: Style, entries: &[Entry]) -> io::Result<()> {
    let labels = entries.iter().map(|entry| line_width(&entry.label)).max().unwrap_or_default();
    let indent = INDENT + labels + BETWEEN;
    let beside = beside(style.width(), indent, entries);
    for entry in entries {
        let label = style.line(&entry.label);
        let pad = labels - line_width(&entry.label) + BETWEEN;
        let first = format!("{:INDENT$}{label}{:pad$}", "", "");
        pair(out, style, &first, indent, beside, (&entry.head, &entry.aside))?;
        for (line, aside) in &entry.below {
            pair(out, style, &" ".repeat(indent), indent, beside, (line, aside))?;
        }
    }
    Ok(())
}

/// Where the column beside begins: right of most facts.
fn beside(most: usize, indent: usize, entries: &[Entry]) -> usize {
    let limit = most * FURTHEST / 100;
    let pairs = entries.iter().flat_map(|entry| {
        std::iter::once((&entry.head, &entry.aside)).chain(entry.below.iter().map(|(line, aside)| (line, aside)))
    });
    let with_aside = pairs.filter(|(_, aside)| !aside.is_empty());
    let ends = with_aside.map(|(line, _)| indent + line_width(line) + BETWEEN);
    ends.filter(|end| *end <= limit).max().unwrap_or(limit)
}

/// Writes a fact with what stands beside it.
fn pair(
    out: &mut dyn Write,
    style: Style,
    first: &str,
    indent: usize,
    beside: usize,
    (head, aside): (&Line, &Line),
) -> io::Result<()> {
    let under = " ".repeat(indent);
    let room = style.width().saturating_sub(indent).max(20);
    let end = indent + line_width(head) + BETWEEN;
    if !aside.is_empty() && end <= beside && beside + line_width(aside) <= style.width() {
        let pad = beside + BETWEEN - end;
        return writeln!(out, "{first}{}{:pad$}{}", style.line(head), "", style.line(aside));
    }
    if head.is_empty() {
        return wrap(aside, room).iter().try_for_each(|line| writeln!(out, "{first}  {}", style.line(line)));
    }
    // What is set in stays set in where it goes on.
    let text = head.text();
    let set_in = text.len() - text.trim_start().len();
    let further = if set_in == 0 { under.clone() } else { " ".repeat(indent + set_in + 2) };
    for (index, line) in wrap(head, room.saturating_sub(set_in)).iter().enumerate() {
        let lead = if index == 0 { first } else { &further };
        writeln!(out, "{lead}{}", style.line(line))?;
    }
    if !aside.is_empty() {
        // Where there is no room beside, a little further in says that it belongs to the line above.
        for line in wrap(aside, room.saturating_sub(width("  "))) {
            writeln!(out, "{under}  {}", style.line(&line))?;
        }
    }
    Ok(())
}
