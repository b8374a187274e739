//! Tables: columns as wide as their widest cell, wrapped only where a terminal is too narrow for that.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, TableStyle};
use rayon::prelude::*;

use super::style::Style;
use super::wrap::{line_width, width};
use crate::view::document::{Role, Table};
use crate::view::table::{Cells, Column, Listing, OfProxy, Row};

/// Blanks between columns.
const BETWEEN: usize = 2;
/// A table with more rows than this is for `less -S` or a pipe: it is not wrapped.
const MOST_WRAPPED_ROWS: usize = 2000;
/// So many rows one core takes at a time.
const CHUNK: usize = 1024;
/// So many rows are held as text before they are written.
const AT_A_TIME: usize = 64 * CHUNK;

/// Which columns a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The most useful ones.
    Usual,
    /// All.
    Wide,
}

/// Writes the rows of a listing. Columns without any value are left out; where there are several proxies, their names
/// come first. Each row writes its cells twice, once to be measured: nothing is kept of a hundred thousand rows, and all
/// cores share in them.
///
/// # Errors
/// Those of `out`.
pub fn listing<R: Row>(out: &mut dyn Write, style: Style, columns: Columns, listing: &Listing<R>) -> io::Result<()> {
    let several = listing.proxies.len() > 1;
    let mut titles: Vec<&str> = R::COLUMNS.iter().map(|column| column.title).collect();
    titles.push("PROXY");
    let rows: usize = listing.proxies.iter().map(|of_proxy| of_proxy.rows.len()).sum();
    if rows == 0 {
        return Ok(());
    }
    let mut widths = measure(listing, titles.len());
    let shown = |column: &Column| columns == Columns::Wide || !column.wide;
    let of_rows = (0..R::COLUMNS.len()).filter(|index| shown(&R::COLUMNS[*index]) && widths[*index] > 0);
    let order: Vec<usize> = several.then_some(R::COLUMNS.len()).into_iter().chain(of_rows).collect();
    for (width, title) in widths.iter_mut().zip(&titles) {
        *width = title.len().max(*width);
    }
    let total: usize = order.iter().map(|index| widths[*index] + BETWEEN).sum::<usize>().saturating_sub(BETWEEN);
    if let Some(most) = style.table_width().filter(|most| total > *most && rows <= MOST_WRAPPED_ROWS) {
        let mut wrapped = Wrapped::new(style, most, order.iter().map(|index| titles[*index]));
        for of_proxy in &listing.proxies {
            let proxy = of_proxy.proxy.to_string();
            let mut cells = Cells::default();
            for row in &of_proxy.rows {
                fill(&mut cells, row, &proxy);
                wrapped.row(order.iter().map(|index| cells.get(*index)));
            }
        }
        return wrapped.write(out);
    }
    let mut header = Vec::new();
    aligned(&mut header, style, order.iter().map(|index| (titles[*index], Role::Strong, widths[*index])));
    out.write_all(&header)?;
    for of_proxy in &listing.proxies {
        let proxy = of_proxy.proxy.to_string();
        for rows in of_proxy.rows.chunks(AT_A_TIME) {
            let lines: Vec<Vec<u8>> =
                rows.par_chunks(CHUNK).map(|rows| lines(style, rows, &proxy, &order, &widths)).collect();
            lines.iter().try_for_each(|lines| out.write_all(lines))?;
        }
    }
    Ok(())
}

/// The cells of a row, and the proxy as one more.
fn fill<R: Row>(cells: &mut Cells, row: &R, proxy: &str) {
    cells.clear();
    row.cells(cells);
    cells.add(Role::Name, proxy);
}

/// How wide each column is.
fn measure<R: Row>(listing: &Listing<R>, columns: usize) -> Vec<usize> {
    let of_rows = |proxy: &str, rows: &[R]| {
        let mut widths = vec![0; columns];
        let mut cells = Cells::default();
        for row in rows {
            fill(&mut cells, row, proxy);
            for (index, most) in widths.iter_mut().enumerate() {
                *most = width(cells.get(index).0).max(*most);
            }
        }
        widths
    };
    let widest = |left: Vec<usize>, right: Vec<usize>| {
        left.into_iter().zip(right).map(|(left, right)| left.max(right)).collect()
    };
    let of_proxy = |of_proxy: &OfProxy<R>| {
        let proxy = of_proxy.proxy.to_string();
        of_proxy.rows.par_chunks(CHUNK).map(|rows| of_rows(&proxy, rows)).reduce(|| vec![0; columns], widest)
    };
    listing.proxies.iter().map(of_proxy).fold(vec![0; columns], widest)
}

/// Some rows as lines.
fn lines<R: Row>(style: Style, rows: &[R], proxy: &str, order: &[usize], widths: &[usize]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut cells = Cells::default();
    for row in rows {
        fill(&mut cells, row, proxy);
        aligned(&mut out, style, order.iter().map(|index| (cells.get(*index).0, cells.get(*index).1, widths[*index])));
    }
    out
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
fn aligned<'a>(out: &mut Vec<u8>, style: Style, cells: impl Iterator<Item = (&'a str, Role, usize)>) {
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
