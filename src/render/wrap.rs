//! Lines to a width.

use unicode_width::UnicodeWidthStr;

use crate::view::document::{Line, Role};

/// Columns that a text takes on a screen.
pub(super) fn width(text: &str) -> usize {
    // Nearly everything is ASCII, and tables measure every cell.
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Columns that a line takes on a screen.
pub(super) fn line_width(line: &Line) -> usize {
    line.spans.iter().map(|span| width(&span.text)).sum()
}

/// Breaks a line at blanks. A word that is wider than the width stands alone and sticks out: a name that is cut in two
/// can no longer be copied.
pub(super) fn wrap(line: &Line, most: usize) -> Vec<Line> {
    if line_width(line) <= most {
        return vec![line.clone()];
    }
    let mut lines = Vec::new();
    let mut current = Line::default();
    let mut used = 0;
    for word in words(line) {
        let wide = line_width(&word);
        if used > 0 && used + trimmed(&word) > most {
            lines.push(without_end_blanks(std::mem::take(&mut current)));
            used = 0;
        }
        used += wide;
        current.spans.extend(word.spans);
    }
    lines.push(without_end_blanks(current));
    lines
}

/// The words of a line, each with the blanks behind it. A word may have several roles.
fn words(line: &Line) -> Vec<Line> {
    let mut words: Vec<Line> = Vec::new();
    let mut inside = false;
    for span in &line.spans {
        for piece in span.text.split_inclusive(' ') {
            match words.last_mut().filter(|_| inside) {
                Some(word) => push(word, piece, span.role),
                None => {
                    let mut word = Line::default();
                    push(&mut word, piece, span.role);
                    words.push(word);
                }
            }
            inside = !piece.ends_with(' ');
        }
    }
    words
}

fn push(line: &mut Line, text: &str, role: Role) {
    *line = std::mem::take(line).and(role, text.to_owned());
}

fn trimmed(word: &Line) -> usize {
    width(word.text().trim_end())
}

fn without_end_blanks(mut line: Line) -> Line {
    while let Some(last) = line.spans.last_mut() {
        last.text = last.text.trim_end().to_owned().into();
        if !last.text.is_empty() {
            break;
        }
        line.spans.pop();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_words_stay_whole() {
        let line = Line::from("to ").and(Role::Name, "a-long-name").plain(", then on").plain(" and on");
        let broken: Vec<String> = wrap(&line, 15).iter().map(Line::text).collect();
        assert_eq!(broken, ["to a-long-name,", "then on and on"]);
        let broken: Vec<String> = wrap(&line, 5).iter().map(Line::text).collect();
        assert_eq!(broken, ["to", "a-long-name,", "then", "on", "and", "on"]);
    }
}
