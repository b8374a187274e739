//! Tables: columns as wide as their widest cell, wrapped only where a terminal is too narrow for that.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, TableStyle};

use super::style::Style;
use super::wrap::{line_width, width};
use crate::base::name::ProxyId;
use crate::view::document::{Role, Table};
use crate::view::table::{Cells, Column, Listing, Row};

/// Blanks between columns.
const BETWEEN: usize = 2;
/// A table with more rows than this is for `less -S` or a pipe: it is not wrapped.
const MOST_WRAPPED_ROWS: usize = 2000;

/// Which columns a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The most useful ones.
    Usual,
    /// All.
    Wide,
}

/// Writes the rows of a listing. Columns without any value are left out; where there are several proxies, their names
/// come first. Each row writes its cells twice, once to be measured: nothing is kept of a hundred thousand rows.
///
/// # Errors
/// Those of `out`.
pub fn listing<R: Row>(out: &mut dyn Write, style: Style, columns: Columns, listing: &Listing<R>) -> io::Result<()> {
    let several = listing.proxies.len() > 1;
    let mut titles: Vec<&str> = R::COLUMNS.iter().map(|column| column.title).collect();
    titles.push("PROXY");
    let mut widths = vec![0; titles.len()];
    let mut rows = 0;
    visit(listing, &mut |cells| {
        rows += 1;
        for (index, most) in widths.iter_mut().enumerate() {
            *most = width(cells.get(index).0).max(*most);
        }
        Ok(())
    })?;
    if rows == 0 {
        return Ok(());
    }
    let shown = |column: &Column| columns == Columns::Wide || !column.wide;
    let of_rows = (0..R::COLUMNS.len()).filter(|index| shown(&R::COLUMNS[*index]) && widths[*index] > 0);
    let order: Vec<usize> = several.then_some(R::COLUMNS.len()).into_iter().chain(of_rows).collect();
    for (width, title) in widths.iter_mut().zip(&titles) {
        *width = title.len().max(*width);
    }
    let total: usize = order.iter().map(|index| widths[*index] + BETWEEN).sum::<usize>().saturating_sub(BETWEEN);
    if let Some(most) = style.table_width().filter(|most| total > *most && rows <= MOST_WRAPPED_ROWS) {
        let mut wrapped = Wrapped::new(style, most, order.iter().map(|index| titles[*index]));
        visit(listing, &mut |cells| {
            wrapped.row(order.iter().map(|index| cells.get(*index)));
            Ok(())
        })?;
        return wrapped.write(out);
    }
    let header = order.iter().map(|index| (titles[*index], Role::Strong, widths[*index]));
    aligned(out, style, header)?;
    visit(listing, &mut |cells| {
        aligned(out, style, order.iter().map(|index| (cells.get(*index).0, cells.get(*index).1, widths[*index])))
    })
}

/// The cells of every row, and the proxy as one more.
fn visit<R: Row>(listing: &Listing<R>, each: &mut dyn FnMut(&Cells) -> io::Result<()>) -> io::Result<()> {
    let mut cells = Cells::default();
    let name = |proxy: &ProxyId| proxy.to_string();
    for of_proxy in &listing.proxies {
        let proxy = name(&of_proxy.proxy);
        for row in &of_proxy.rows {
            cells.clear();
            row.cells(&mut cells);
            cells.add(Role::Name, &proxy);
            each(&cells)?;
        }
    }
    Ok(())
}

/// Writes a table of a document.
pub(super) fn grid(out: &mut dyn Write, style: Style, table: &Table) -> io::Result<()> {
    let mut widths: Vec<usize> = table.titles.iter().map(|title| width(title)).collect();
    for row in &table.rows {
        for (most, cell) in widths.iter_mut().zip(row) {
            *most = line_width(cell).max(*most);
        }
    }
    let header = table.titles.iter().zip(&widths).map(|(title, width)| (title.as_ref(), Role::Strong, *width));
    aligned(out, style, header)?;
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

/// Writes one line of cells; the last is not padded.
fn aligned<'a>(
    out: &mut dyn Write,
    style: Style,
    cells: impl Iterator<Item = (&'a str, Role, usize)>,
) -> io::Result<()> {
    // Blanks are owed until a cell follows, so that no line ends with them.
    let mut owed = 0;
    for (text, role, wide) in cells {
        if !text.is_empty() {
            write!(out, "{:owed$}{}", "", style.paint(text, role))?;
            owed = 0;
        }
        owed += wide + BETWEEN - width(text);
    }
    writeln!(out)
}

/// A table whose cells are broken to fit a terminal.
struct Wrapped {
    style: Style,
    table: comfy_table::Table,
}

impl Wrapped {
    fn new<'a>(style: Style, most: usize, titles: impl Iterator<Item = &'a str>) -> Self {
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

    fn row<'a>(&mut self, cells: impl Iterator<Item = (&'a str, Role)>) {
        let style = self.style;
        self.table.add_row(cells.map(|(text, role)| style.paint(text, role).into_owned()));
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
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
