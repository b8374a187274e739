//! The strings of a JSON text, in their order. A text that is broken is read as far as strings can be told.

use super::place::{Found, Level, Part, note};

enum Open {
    Object,
    Array,
}

/// Visits keys and values.
pub(super) fn strings(text: &str, mut each: impl FnMut(Found<'_>)) {
    let bytes = text.as_bytes();
    let (mut open, mut path): (Vec<Open>, Vec<Level>) = (Vec::new(), Vec::new());
    let mut wants_key = false;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' => {
                open.push(Open::Object);
                path.push(Level::default());
                wants_key = true;
            }
            b'[' => {
                open.push(Open::Array);
                wants_key = false;
            }
            b'}' | b']' => {
                if let Some(Open::Object) = open.pop() {
                    path.pop();
                }
                wants_key = false;
            }
            b',' => wants_key = matches!(open.last(), Some(Open::Object)),
            b'"' => {
                let range = at + 1..end_of_string(bytes, at + 1);
                let value = text.get(range.clone()).unwrap_or_default();
                at = range.end;
                if wants_key {
                    if let Some(level) = path.last_mut() {
                        value.clone_into(&mut level.key);
                    }
                    each(Found { part: Part::Key, range, path: &path });
                    wants_key = false;
                } else {
                    note(&mut path, value);
                    each(Found { part: Part::Value, range, path: &path });
                }
            }
            _ => {}
        }
        at += 1;
    }
}

fn end_of_string(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_know_where_they_stand() {
        let text = r#"{"a": [{"name": "n", "x": "1"}, "2"], "b\"": {"c": "d\\"}}"#;
        let mut seen = Vec::new();
        strings(text, |found| {
            if found.part == Part::Value {
                let keys: Vec<&str> = found.path.iter().map(|level| level.key.as_str()).collect();
                seen.push(format!("{} {} {}", keys.join("."), &text[found.range.clone()], found.name()));
            }
        });
        assert_eq!(seen, ["a.name n n", "a.x 1 n", "a 2 ", "b\\\".c d\\\\ "]);
    }
}
