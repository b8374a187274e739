//! Tables of rows: of each row only its cells are kept until all are measured, and all cores share in that.

use std::io::{self, Write};

use rayon::prelude::*;

use super::style::Style;
use super::table::{BETWEEN, Wrapped, aligned};
use super::wrap::width;
use crate::view::document::Role;
use crate::view::table::{Cells, Conditions, Row, Shown};

/// A table with more rows than this is for `less -S` or a pipe: it is not wrapped.
const MOST_WRAPPED_ROWS: usize = 2000;
/// So many parts one core takes at a time.
const CHUNK: usize = 1024;
/// So many chunks are held as lines before they are written.
const AT_A_TIME: usize = 64;
/// The title of the column for proxies.
const PROXY: &str = "PROXY";

/// Which columns a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The most useful ones.
    Usual,
    /// All.
    Wide,
}

/// Writes the rows that meet the conditions, and says how many there were. Columns without any value are left out;
/// where there are several proxies, their names come first.
///
/// # Errors
/// Those of `out`.
pub fn listing<R: Row>(
    out: &mut dyn Write,
    style: Style,
    columns: Columns,
    conditions: &Conditions,
    shown: &[Shown<R>],
) -> io::Result<usize> {
    let eligible: Vec<usize> =
        (0..R::COLUMNS.len()).filter(|index| columns == Columns::Wide || !R::COLUMNS[*index].wide).collect();
    let of_proxies = shown
        .iter()
        .map(|shown| OfProxy { name: shown.proxy.to_string(), chunks: chunks(shown, conditions, &eligible) });
    let of_proxies: Vec<OfProxy> =
        of_proxies.filter(|of_proxy| of_proxy.chunks.iter().any(|chunk| chunk.rows > 0)).collect();
    let rows = of_proxies.iter().flat_map(|of_proxy| &of_proxy.chunks).map(|chunk| chunk.rows).sum();
    if rows == 0 {
        return Ok(0);
    }
    let titles: Vec<&'static str> = eligible.iter().map(|index| R::COLUMNS[*index].title).collect();
    let layout = Layout::of(&of_proxies, &titles, shown.len() > 1);
    match style.table_width().filter(|most| layout.width() > *most && rows <= MOST_WRAPPED_ROWS) {
        Some(most) => layout.wrapped(out, style, most, &of_proxies)?,
        None => layout.lines(out, style, &of_proxies)?,
    }
    Ok(rows)
}

/// The rows of one proxy, as cells.
struct OfProxy {
    name: String,
    chunks: Vec<Chunk>,
}

/// The cells of some rows, and how wide the columns are among them.
struct Chunk {
    rows: usize,
    cells: Cells,
    widths: Vec<usize>,
}

impl Chunk {
    fn cell(&self, row: usize, column: usize) -> (&str, Role) {
        self.cells.get(row * self.widths.len() + column)
    }
}

/// The rows of a proxy that meet the conditions, as cells of these columns.
fn chunks<R: Row>(shown: &Shown<R>, conditions: &Conditions, columns: &[usize]) -> Vec<Chunk> {
    let parts = shown.rows.parts();
    let chunk = |start: usize| {
        let mut chunk = Chunk { rows: 0, cells: Cells::default(), widths: vec![0; columns.len()] };
        let mut of_row = Cells::default();
        shown.rows.visit(start..(start + CHUNK).min(parts), &mut |row| {
            of_row.clear();
            row.cells(&mut of_row);
            if conditions.hold(&of_row) {
                chunk.rows += 1;
                for (column, most) in columns.iter().zip(&mut chunk.widths) {
                    let (text, role) = of_row.get(*column);
                    chunk.cells.text(role, text);
                    *most = width(text).max(*most);
                }
            }
        });
        chunk
    };
    (0..parts).into_par_iter().step_by(CHUNK).map(chunk).collect()
}

/// The columns that have a value, and how wide each is.
struct Layout {
    /// How wide the names of proxies are, where they are shown.
    proxy: Option<usize>,
    /// Place among the cells of a row, title, width.
    columns: Vec<(usize, &'static str, usize)>,
}

impl Layout {
    fn of(of_proxies: &[OfProxy], titles: &[&'static str], with_proxy: bool) -> Self {
        let chunks = || of_proxies.iter().flat_map(|of_proxy| &of_proxy.chunks);
        let widest = |column: usize| chunks().map(|chunk| chunk.widths[column]).max().unwrap_or_default();
        let columns = titles.iter().enumerate().map(|(column, title)| (column, *title, widest(column)));
        let columns = columns.filter(|(_, _, width)| *width > 0);
        let names = || of_proxies.iter().map(|of_proxy| width(&of_proxy.name)).max().unwrap_or_default();
        Self {
            proxy: with_proxy.then(|| names().max(PROXY.len())),
            columns: columns.map(|(column, title, width)| (column, title, width.max(title.len()))).collect(),
        }
    }

    /// The width of a line.
    fn width(&self) -> usize {
        let columns = self.columns.iter().map(|(_, _, width)| *width).chain(self.proxy);
        columns.map(|width| width + BETWEEN).sum::<usize>().saturating_sub(BETWEEN)
    }

    fn titles(&self) -> impl Iterator<Item = (&str, Role, usize)> {
        let proxy = self.proxy.map(|width| (PROXY, Role::Strong, width));
        proxy.into_iter().chain(self.columns.iter().map(|(_, title, width)| (*title, Role::Strong, *width)))
    }

    fn row<'c>(&'c self, name: &'c str, chunk: &'c Chunk, row: usize) -> impl Iterator<Item = (&'c str, Role, usize)> {
        let proxy = self.proxy.map(|width| (name, Role::Name, width));
        let cells = self.columns.iter().map(move |(column, _, width)| {
            let (text, role) = chunk.cell(row, *column);
            (text, role, *width)
        });
        proxy.into_iter().chain(cells)
    }

    fn lines(&self, out: &mut dyn Write, style: Style, of_proxies: &[OfProxy]) -> io::Result<()> {
        let mut line = Vec::new();
        aligned(&mut line, style, self.titles());
        out.write_all(&line)?;
        for OfProxy { name, chunks } in of_proxies {
            let lines = |chunk: &Chunk| {
                let mut lines = Vec::new();
                (0..chunk.rows).for_each(|row| aligned(&mut lines, style, self.row(name, chunk, row)));
                lines
            };
            for some in chunks.chunks(AT_A_TIME) {
                let lines: Vec<Vec<u8>> = some.par_iter().map(lines).collect();
                lines.iter().try_for_each(|lines| out.write_all(lines))?;
            }
        }
        Ok(())
    }

    fn wrapped(&self, out: &mut dyn Write, style: Style, most: usize, of_proxies: &[OfProxy]) -> io::Result<()> {
        let mut wrapped = Wrapped::new(style, most, self.titles().map(|(title, ..)| title));
        for OfProxy { name, chunks } in of_proxies {
            for chunk in chunks {
                (0..chunk.rows)
                    .for_each(|row| wrapped.row(self.row(name, chunk, row).map(|(text, role, _)| (text, role))));
            }
        }
        wrapped.write(out)
    }
}
