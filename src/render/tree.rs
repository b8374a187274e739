//! Items with items below them.

use std::io::{self, Write};

use super::style::Style;
use super::wrap::wrap;
use crate::view::document::Item;

/// Writes items with the lines that lead to their children.
pub(super) fn tree(out: &mut dyn Write, style: Style, items: &[Item]) -> io::Result<()> {
    items.iter().try_for_each(|item| one(out, style, item, "", ""))
}

fn one(out: &mut dyn Write, style: Style, item: &Item, lead: &str, under: &str) -> io::Result<()> {
    let room = style.width().saturating_sub(lead.chars().count()).max(20);
    for (index, line) in wrap(&item.text, room).iter().enumerate() {
        let lead = if index == 0 { lead } else { under };
        writeln!(out, "{lead}{}", style.line(line))?;
    }
    let last = item.children.len().saturating_sub(1);
    for (index, child) in item.children.iter().enumerate() {
        let (mark, below) = if index == last { ("└ ", "  ") } else { ("├ ", "│ ") };
        one(out, style, child, &format!("{under}{mark}"), &format!("{under}{below}"))?;
    }
    Ok(())
}
