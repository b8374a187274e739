//! Kubernetes Secrets in JSON: single objects, lists, and streams of them.

use std::fmt;
use std::ops::Range;

use memchr::memmem;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::cut::Cut;
use super::find::Unparsed;

/// Notes the values of Secrets in `cuts`, and returns what could not be parsed.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) -> Vec<Unparsed> {
    // `Secret` and `SecretList`; references to Secrets too, but these are few.
    if memmem::find(text.as_bytes(), b"\"Secret").is_none() {
        return Vec::new();
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let mut done = 0;
    while let Some(value) = values.next() {
        let found = value.and_then(|value| object(text, value, false, cuts));
        if let Err(error) = found {
            return vec![Unparsed { range: done..text.len(), error: error.to_string() }];
        }
        done = values.byte_offset();
    }
    Vec::new()
}

#[derive(Deserialize)]
struct Object<'a> {
    #[serde(borrow)]
    kind: Option<&'a RawValue>,
    #[serde(borrow)]
    items: Option<&'a RawValue>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    #[serde(borrow, rename = "stringData")]
    string_data: Option<&'a RawValue>,
    #[serde(borrow)]
    metadata: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    #[serde(borrow)]
    annotations: Option<&'a RawValue>,
}

/// Items of a `SecretList` state no kind of their own.
fn object(text: &str, value: &RawValue, in_secret_list: bool, cuts: &mut Vec<Cut>) -> serde_json::Result<()> {
    if memmem::find(value.get().as_bytes(), b"\"Secret").is_none() && !in_secret_list {
        return Ok(());
    }
    if value.get().starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(value.get())?;
        return items.into_iter().try_for_each(|item| object(text, item, in_secret_list, cuts));
    }
    if !value.get().starts_with('{') {
        return Ok(());
    }
    let object: Object<'_> = serde_json::from_str(value.get())?;
    let kind = object.kind.map_or("", RawValue::get);
    if kind == "\"Secret\"" || (in_secret_list && object.kind.is_none()) {
        for part in [object.data, object.string_data].into_iter().flatten() {
            values(text, part, cuts)?;
        }
        // Annotations hold copies of the whole: `last-applied-configuration` and its like.
        if let Some(metadata) = object.metadata.filter(|value| value.get().starts_with('{')) {
            let metadata: Metadata<'_> = serde_json::from_str(metadata.get())?;
            if let Some(annotations) = metadata.annotations {
                values(text, annotations, cuts)?;
            }
        }
    }
    match object.items {
        Some(items) => self::object(text, items, kind == "\"SecretList\"", cuts),
        None => Ok(()),
    }
}

/// Cuts every value of an object, or the value itself.
fn values(text: &str, part: &RawValue, cuts: &mut Vec<Cut>) -> serde_json::Result<()> {
    match part.get() {
        "null" => {}
        object if object.starts_with('{') => {
            let entries: Entries<'_> = serde_json::from_str(object)?;
            cuts.extend(entries.0.iter().map(|value| Cut::quoted(range(text, value))));
        }
        _ => cuts.push(Cut::quoted(range(text, part))),
    }
    Ok(())
}

/// The values of an object, whatever its keys are; a map would lose one of two equal keys.
struct Entries<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Values;

        impl<'de> Visitor<'de> for Values {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut values = Vec::new();
                while map.next_key::<IgnoredAny>()?.is_some() {
                    values.push(map.next_value()?);
                }
                Ok(Entries(values))
            }
        }

        deserializer.deserialize_map(Values)
    }
}

/// Where a value stands in the text that it was parsed from.
fn range(text: &str, value: &RawValue) -> Range<usize> {
    let start = value.get().as_ptr().addr() - text.as_ptr().addr();
    start..start + value.get().len()
}

#[cfg(test)]
mod tests {
    use super::super::cut::apply;
    use super::*;

    fn redacted(text: &str) -> (String, bool) {
        let mut cuts = Vec::new();
        let unparsed = find(text, &mut cuts);
        (apply(text.to_owned(), cuts), !unparsed.is_empty())
    }

    #[test]
    fn values_of_secrets_go_and_the_rest_stays() {
        let cases = [
            (
                r#"{"kind":"Secret","data":{"a":"x","b":"y"},"stringData":{"c":"z"},"type":"t"}"#,
                r#"{"kind":"Secret","data":{"a":"[redacted]","b":"[redacted]"},"stringData":{"c":"[redacted]"},"type":"t"}"#,
            ),
            (
                "{\n \"data\": {\n  \"a\": \"x\"\n },\n \"kind\": \"Secret\"\n}",
                "{\n \"data\": {\n  \"a\": \"[redacted]\"\n },\n \"kind\": \"Secret\"\n}",
            ),
            (
                r#"{"items":[{"data":{"a":"x"},"kind":"Secret"},{"data":{"a":"x"},"kind":"ConfigMap"}],"kind":"List"}"#,
                r#"{"items":[{"data":{"a":"[redacted]"},"kind":"Secret"},{"data":{"a":"x"},"kind":"ConfigMap"}],"kind":"List"}"#,
            ),
            (
                r#"{"kind":"SecretList","items":[{"data":{"a":"x","a":"y"}},{"data":null}]}"#,
                r#"{"kind":"SecretList","items":[{"data":{"a":"[redacted]","a":"[redacted]"}},{"data":null}]}"#,
            ),
            (
                r#"{"kind":"Secret","metadata":{"annotations":{"last":"{\"data\":{\"a\":\"x\"}}"},"name":"n"}}"#,
                r#"{"kind":"Secret","metadata":{"annotations":{"last":"[redacted]"},"name":"n"}}"#,
            ),
            (
                r#"{"kind":"ConfigMap","data":{"a":"x"}} {"kind":"Secret","data":"x"}"#,
                r#"{"kind":"ConfigMap","data":{"a":"x"}} {"kind":"Secret","data":"[redacted]"}"#,
            ),
            (
                r#"{"kind":"Gateway","data":{"a":"x"},"ref":{"kind":"Secret","name":"n"}}"#,
                r#"{"kind":"Gateway","data":{"a":"x"},"ref":{"kind":"Secret","name":"n"}}"#,
            ),
        ];
        for (text, want) in cases {
            assert_eq!(redacted(text), (want.to_owned(), false));
        }
    }

    #[test]
    fn what_cannot_be_parsed_is_told() {
        for (text, lost) in [
            (r#"{"kind":"Secret","data":{"a":"x"#, true),
            (r#"{"kind":"Secret","data":{},"data":{"a":"x"}}"#, true),
            (r#"{"kind":"Service","data":{"a":"x"#, false),
        ] {
            assert_eq!(redacted(text), (text.to_owned(), lost));
        }
    }
}
