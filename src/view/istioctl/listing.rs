//! Rows of cells as text, aligned as Go's `text/tabwriter` aligns them.

use super::note::Note;

/// What istioctl prints: rows under titles, or a sentence, which is a row of one cell without titles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Titles of the columns; none where there is no line of titles.
    pub titles: Vec<&'static str>,
    /// The rows. A row may hold fewer cells than there are titles.
    pub rows: Vec<Vec<String>>,
    /// Blanks between the widest cell of a column and the next column.
    pub padding: usize,
    /// What the rows do not say. istioctl does not print these.
    pub notes: Vec<Note>,
}

impl Listing {
    /// A sentence where a table was asked for.
    pub(super) fn sentence(text: impl Into<String>) -> Self {
        Self { rows: vec![vec![text.into()]], ..Self::default() }
    }

    /// A sentence on why there is no table.
    pub(super) fn refusal(note: Note) -> Self {
        let sentence = Self::sentence(note.to_string());
        Self { notes: vec![note], ..sentence }
    }

    /// Whether the question could be answered, be it with no rows. Where it could not, istioctl fails, or had better.
    pub fn is_answer(&self) -> bool {
        !self.notes.iter().any(Note::is_refusal)
    }

    /// The lines, each with its end, as istioctl prints them: blanks at the end of a line included.
    pub fn to_text(&self) -> String {
        let titles = (!self.titles.is_empty()).then(|| self.titles.clone());
        let rows = self.rows.iter().map(|row| row.iter().map(String::as_str).collect());
        let lines: Vec<Vec<&str>> = titles.into_iter().chain(rows).collect();
        let widths = widths(&lines);
        let mut text = String::new();
        for (line, widths) in lines.iter().zip(&widths) {
            for (cell, width) in line.iter().zip(widths) {
                text.push_str(cell);
                text.extend(std::iter::repeat_n(' ', width + self.padding - length(cell)));
            }
            text.push_str(line.last().copied().unwrap_or_default());
            text.push('\n');
        }
        text
    }
}

/// How wide each cell is made, for all cells but the last of each line, which is not aligned. A column is aligned over
/// neighbouring lines that have it: a line that ends before a column separates what is above it from what is below.
fn widths(lines: &[Vec<&str>]) -> Vec<Vec<usize>> {
    let mut widths: Vec<Vec<usize>> = lines
        .iter()
        .map(|line| line.iter().take(line.len().saturating_sub(1)).map(|cell| length(cell)).collect())
        .collect();
    let columns = widths.iter().map(Vec::len).max().unwrap_or_default();
    for column in 0..columns {
        for block in widths.chunk_by_mut(|above, below| (above.len() > column) == (below.len() > column)) {
            let widest = block.iter().filter_map(|line| line.get(column)).copied().max().unwrap_or_default();
            block.iter_mut().filter_map(|line| line.get_mut(column)).for_each(|width| *width = widest);
        }
    }
    widths
}

/// Go counts code points, whatever their width on a screen.
fn length(cell: &str) -> usize {
    cell.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(titles: Vec<&'static str>, rows: &[&[&str]], padding: usize) -> Listing {
        let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        Listing { titles, rows, padding, notes: Vec::new() }
    }

    #[test]
    fn columns_are_padded_and_last_cells_are_not() {
        let cases = [
            (listing(vec!["A", "NAME"], &[&["long", "x"], &["é", ""]], 1), "A    NAME\nlong x\né    \n"),
            (listing(vec![], &[&["Istio Version:", "1"], &["Envoy:", "2"]], 1), "Istio Version: 1\nEnvoy:         2\n"),
            (listing(vec!["A", "B"], &[], 5), "A     B\n"),
            // The second column is split by the line that lacks it.
            (listing(vec!["A", "B", "C"], &[&["a", "b"], &["a", "bbb", "c"]], 1), "A B C\na b\na bbb c\n"),
            (listing(vec!["A", "BB", "C"], &[&["a", "b"], &["a", "b", "c"]], 1), "A BB C\na b\na b c\n"),
            (Listing::sentence("Nothing."), "Nothing.\n"),
            (Listing::default(), ""),
        ];
        for (listing, text) in cases {
            assert_eq!(listing.to_text(), text);
        }
    }
}
