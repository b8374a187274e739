//! The scalars and comments of a YAML text.

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle};

use super::place::{Found, Level, Part, note};

enum Open {
    Mapping { wants_key: bool },
    Sequence,
}

/// Visits keys, values and comments; the ranges are in the order of the text and hold no quotes.
///
/// # Errors
/// Where the text is no YAML.
pub(super) fn strings(text: &str, mut each: impl FnMut(Found<'_>)) -> Result<(), String> {
    let (mut open, mut path): (Vec<Open>, Vec<Level>) = (Vec::new(), Vec::new());
    let mut last = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| error.to_string())?;
        match event {
            Event::MappingStart(..) => {
                open.push(Open::Mapping { wants_key: true });
                path.push(Level::default());
            }
            Event::SequenceStart(..) => open.push(Open::Sequence),
            Event::MappingEnd | Event::SequenceEnd => {
                if let Some(Open::Mapping { .. }) = open.pop() {
                    path.pop();
                }
                value_is_done(&mut open);
            }
            Event::Alias(..) => value_is_done(&mut open),
            Event::Scalar(value, style, ..) => {
                let range = span.byte_range().ok_or("a value without a place")?;
                let range = bare(text, range, style);
                comments(text, last, range.start, &path, &mut each);
                last = range.end;
                let is_key = matches!(open.last(), Some(Open::Mapping { wants_key: true }));
                if is_key {
                    if let Some(level) = path.last_mut() {
                        level.key = value.into_owned();
                    }
                    each(Found { part: Part::Key, range, path: &path });
                    if let Some(Open::Mapping { wants_key }) = open.last_mut() {
                        *wants_key = false;
                    }
                } else {
                    note(&mut path, &value);
                    each(Found { part: Part::Value, range, path: &path });
                    value_is_done(&mut open);
                }
            }
            _ => {}
        }
    }
    comments(text, last, text.len(), &path, &mut each);
    Ok(())
}

fn value_is_done(open: &mut [Open]) {
    if let Some(Open::Mapping { wants_key }) = open.last_mut() {
        *wants_key = true;
    }
}

/// Between scalars stand only signs, blanks, anchors, tags and comments.
fn comments(text: &str, from: usize, to: usize, path: &[Level], each: &mut impl FnMut(Found<'_>)) {
    let mut at = from;
    while let Some(start) = text.get(at..to).and_then(|gap| gap.find('#')).map(|start| at + start) {
        let line = text.get(start..to).unwrap_or_default();
        let end = start + line.find('\n').unwrap_or(line.len());
        each(Found { part: Part::Comment, range: start + 1..end, path });
        at = end;
    }
}

/// The text itself, without quotes and the blanks around it.
fn bare(text: &str, range: std::ops::Range<usize>, style: ScalarStyle) -> std::ops::Range<usize> {
    let value = text.get(range.clone()).unwrap_or_default();
    let start = range.end - value.trim_start().len();
    let end = (range.start + value.trim_end().len()).max(start);
    match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted if end - start >= 2 => start + 1..end - 1,
        _ => start..end,
    }
}
