//! Envoy's data sources: `"private_key": {"inline_string": …}` and its like. Envoy redacts them itself; dumps of other
//! origin, and filters that Envoy does not know, may not.

use memchr::memmem;
use serde_json::value::RawValue;

use super::cut::{Cut, REDACTED};

/// `[redacted]` in base64, as Envoy writes it into fields of bytes.
const REDACTED_BYTES: &str = "W3JlZGFjdGVkXQ==";
const INLINE: [&str; 4] = ["\"inline_string\"", "\"inline_bytes\"", "\"inlineString\"", "\"inlineBytes\""];

/// The secret values behind a key that ends at `key_end`.
pub(super) fn values(text: &str, key_end: usize) -> Vec<Cut> {
    let Some(start) = value_start(text, key_end) else {
        return Vec::new();
    };
    let Some(length) = value_length(text, start) else {
        // It broke off within the value: nobody can read what follows, and it may hold a key.
        return vec![Cut::away(start..text.len())];
    };
    let value = text.get(start..start + length).unwrap_or_default();
    if value.starts_with('"') {
        return string(text, start, length).into_iter().collect();
    }
    INLINE
        .iter()
        .flat_map(|key| memmem::find_iter(value.as_bytes(), key).map(|at| start + at + key.len()))
        .filter_map(|key_end| {
            let start = value_start(text, key_end)?;
            string(text, start, value_length(text, start)?)
        })
        .collect()
}

/// Where the value of a key begins; `None` for a string that is no key.
fn value_start(text: &str, key_end: usize) -> Option<usize> {
    let rest = text.get(key_end..)?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start();
    Some(key_end + rest.len() - value.len())
}

fn value_length(text: &str, start: usize) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_str(text.get(start..)?).into_iter::<&RawValue>();
    Some(values.next()?.ok()?.get().len())
}

fn string(text: &str, start: usize, length: usize) -> Option<Cut> {
    let value = text.get(start..start + length)?;
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let is_harmless = inner.is_empty() || inner == REDACTED || inner == REDACTED_BYTES;
    (!is_harmless).then(|| Cut::quoted(start..start + length))
}

#[cfg(test)]
mod tests {
    use super::super::cut::apply;
    use super::*;

    #[test]
    fn inline_values_go() {
        let cases = [
            (
                r#"{"private_key": {"inline_string": "abc"}, "x": {"inline_string": "public"}}"#,
                r#"{"private_key": {"inline_string": "[redacted]"}, "x": {"inline_string": "public"}}"#,
            ),
            (
                "{\"private_key\" :\n {\n \"inline_bytes\":\n  \"YWJj\"\n }}",
                "{\"private_key\" :\n {\n \"inline_bytes\":\n  \"[redacted]\"\n }}",
            ),
            (
                r#"{"private_key": {"inline_bytes": "W3JlZGFjdGVkXQ=="}}"#,
                r#"{"private_key": {"inline_bytes": "W3JlZGFjdGVkXQ=="}}"#,
            ),
            (
                r#"{"private_key": {"filename": "/etc/certs/key.pem"}}"#,
                r#"{"private_key": {"filename": "/etc/certs/key.pem"}}"#,
            ),
            (r#"{"private_key": "abc"}"#, r#"{"private_key": "[redacted]"}"#),
            (r#"["private_key", "abc"]"#, r#"["private_key", "abc"]"#),
            (r#"{"private_key": {"inline_string": "ab"#, r#"{"private_key": "#),
        ];
        for (text, want) in cases {
            let key_end = text.find("private_key\"").unwrap() + "private_key\"".len();
            assert_eq!(apply(text.to_owned(), values(text, key_end)), want);
        }
    }
}
