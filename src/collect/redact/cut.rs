//! Replacing parts of a text without moving lines.

use std::ops::Range;

/// What stands in place of a secret, as in Envoy's own dumps.
pub(super) const REDACTED: &str = "[redacted]";

/// A part of a text, and what stands there afterwards.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The part.
    pub(super) range: Range<usize>,
    /// What replaces it, before the line ends that it held.
    pub(super) with: String,
}

impl Cut {
    /// In the middle of some text, or in a YAML block scalar.
    pub(super) fn bare(range: Range<usize>) -> Self {
        Self { range, with: REDACTED.to_owned() }
    }

    /// A whole value of JSON or YAML.
    pub(super) fn quoted(range: Range<usize>) -> Self {
        Self { range, with: format!("\"{REDACTED}\"") }
    }

    /// Nothing stands there any more.
    pub(super) fn away(range: Range<usize>) -> Self {
        Self { range, with: String::new() }
    }
}

/// Makes all cuts. Where they overlap they become one. A text without cuts is not copied.
pub(super) fn apply(text: String, mut cuts: Vec<Cut>) -> String {
    if cuts.is_empty() {
        return text;
    }
    cuts.sort_by_key(|cut| (cut.range.start, std::cmp::Reverse(cut.range.end)));
    cuts.dedup_by(|next, cut| {
        let overlaps = next.range.start < cut.range.end;
        if overlaps {
            cut.range.end = cut.range.end.max(next.range.end);
        }
        overlaps
    });
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for Cut { range, with } in cuts {
        let cut = text.get(range.clone()).unwrap_or_default();
        result.push_str(text.get(done..range.start).unwrap_or_default());
        result.push_str(&with);
        result.extend(cut.chars().filter(|c| *c == '\n'));
        done = range.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_keep_lines_and_swallow_what_overlaps() {
        let cuts = vec![Cut::quoted(7..9), Cut::bare(1..5), Cut::bare(2..3), Cut::bare(4..6), Cut::away(10..11)];
        let text = apply("a\nb\nc\nd\ne\nf".to_owned(), cuts);
        assert_eq!(text, "a[redacted]\n\n\nd\"[redacted]\"\n\n");
        assert_eq!(apply("x".to_owned(), Vec::new()), "x");
    }
}
