//! Tables: columns as wide as their widest cell, wrapped only where a terminal is too narrow for that.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, TableStyle};

use super::style::Style;
use super::wrap::{line_width, width};
use crate::view::document::{Role, Table};

/// Blanks between columns.
pub(super) const BETWEEN: usize = 2;

/// Writes a table of a document.
pub(super) fn grid(out: &mut dyn Write, style: Style, table: &Table) -> io::Result<()> {
    let mut widths: Vec<usize> = table.titles.iter().map(|title| width(title)).collect();
    for row in &table.rows {
        for (most, cell) in widths.iter_mut().zip(row) {
            *most = line_width(cell).max(*most);
        }
    }
    let header = table.titles.iter().zip(&widths).map(|(title, width)| (title.as_ref(), Role::Strong, *width));
    let mut line = Vec::new();
    aligned(&mut line, style, header);
    out.write_all(&line)?;
    table.rows.iter().try_for_each(|row| {
        let mut owed = 0;
        for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            if !cell.is_empty() {
                write!(out, "{:owed$}{}", "", style.line(cell))?;
                owed = 0;
            }
            owed += width + BETWEEN - line_width(cell);
        }
        writeln!(out)
    })
}

/// Adds one line of cells; the last is not padded.
pub(super) fn aligned<'a>(out: &mut Vec<u8>, style: Style, cells: impl Iterator<Item = (&'a str, Role, usize)>) {
    // Blanks are owed until a cell follows, so that no line ends with them.
    let mut owed = 0;
    for (text, role, wide) in cells {
        if !text.is_empty() {
            out.resize(out.len() + owed, b' ');
            out.extend_from_slice(style.paint(text, role).as_bytes());
            owed = 0;
        }
        owed += wide + BETWEEN - width(text);
    }
    out.push(b'\n');
}

/// A table whose cells are broken to fit a terminal.
pub(super) struct Wrapped {
    style: Style,
    table: comfy_table::Table,
}

impl Wrapped {
    pub(super) fn new<'a>(style: Style, most: usize, titles: impl Iterator<Item = &'a str>) -> Self {
        let mut table = comfy_table::Table::new();
        table
            .load_style(TableStyle::new())
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(most).unwrap_or(u16::MAX))
            .set_header(titles.map(|title| style.paint(title, Role::Strong).into_owned()));
        table.column_iter_mut().for_each(|column| {
            column.set_padding((0, 2));
        });
        Self { style, table }
    }

    pub(super) fn row<'a>(&mut self, cells: impl Iterator<Item = (&'a str, Role)>) {
        let style = self.style;
        self.table.add_row(cells.map(|(text, role)| style.paint(text, role).into_owned()));
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.table.lines().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::document::Line;

    #[test]
    fn cells_are_aligned_and_lines_do_not_end_with_blanks() {
        let mut out = Vec::new();
        let table = Table {
            titles: vec!["A".into(), "BB".into()],
            rows: vec![vec![Line::from("é"), Line::from("x")], vec![Line::from("long"), Line::default()]],
        };
        grid(&mut out, Style::new(false, None), &table).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "A     BB\né     x\nlong\n");
    }
}
