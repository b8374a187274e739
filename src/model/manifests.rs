//! Resources out of YAML and JSON: single objects, lists, many documents in one file. One broken document does not
//! hide the others.

use std::sync::Arc;

use bytes::Bytes;
use serde::Deserialize;
use serde_json::Value;

use super::resource::{Metadata, Resource, Source};
use crate::base::capture::Gap;
use crate::base::origin::ResourceRef;

/// Reads JSON: objects or lists of objects, one after the other.
pub fn from_json(place: &str, text: &Bytes) -> (Vec<Resource>, Vec<Gap>) {
    let (mut resources, mut gaps) = (Vec::new(), Vec::new());
    let file: Arc<str> = place.into();
    let mut values = serde_json::Deserializer::from_slice(text).into_iter::<Value>();
    let mut start = 0;
    while let Some(value) = values.next() {
        let end = values.byte_offset();
        match value {
            Ok(value) => {
                let first_line = 1 + memchr::memchr_iter(b'\n', &text[..start]).count();
                let text = text.slice(start..end);
                let source = Source { file: file.clone(), text, first_line, item: None, is_list: false };
                resources.extend(objects(value, &source));
            }
            Err(error) => {
                let reason =
                    format!("broken JSON: {error}; correct it, or take it again. What follows there is left out");
                gaps.push(Gap { place: place.to_owned(), reason });
                break;
            }
        }
        start = end;
    }
    (resources, gaps)
}

/// Reads a YAML stream.
pub fn from_yaml(place: &str, text: &Bytes) -> (Vec<Resource>, Vec<Gap>) {
    let (mut resources, mut gaps) = (Vec::new(), Vec::new());
    let file: Arc<str> = place.into();
    for (first_line, document) in documents(text) {
        let Ok(utf8) = std::str::from_utf8(&document) else {
            continue;
        };
        let text = document.clone();
        let source = Source { file: file.clone(), text, first_line, item: None, is_list: false };
        match serde_saphyr::from_str_with_options::<Value>(utf8, options()) {
            Ok(Value::Null) => {}
            Ok(value) => resources.extend(objects(value, &source)),
            Err(error) => {
                let line = error.location().map_or(0, |location| usize::try_from(location.line()).unwrap_or(0));
                gaps.push(Gap {
                    place: format!("{place}:{}", first_line + line.saturating_sub(1)),
                    reason: format!(
                        "broken YAML: {}; correct it. The document is left out, the others count",
                        what_is_wrong(&error.without_snippet().to_string())
                    ),
                });
            }
        }
    }
    (resources, gaps)
}

/// What a parser says, without its place, which counts from the start of the document, and without its limits.
fn what_is_wrong(message: &str) -> &str {
    let message = message.lines().next().unwrap_or_default();
    let what = message.split(" at line ").next().unwrap_or(message);
    if what.starts_with("budget breached") || what.starts_with("recursion limit") {
        "it is nested deeper, or repeats itself more often, than any resource does"
    } else {
        what
    }
}

/// No limit on numbers of nodes or documents: the size of the input is limited where it is read. Depth stays limited.
fn options() -> serde_saphyr::Options {
    let mut options = serde_saphyr::Options::default();
    // `yes`, `on` and `n` are strings, as Kubernetes reads them.
    options.strict_booleans = true;
    options.budget = options.budget.map(|mut budget| {
        budget.max_documents = usize::MAX;
        budget.max_nodes = usize::MAX;
        budget.max_events = usize::MAX;
        budget.max_total_scalar_bytes = usize::MAX;
        budget
    });
    options
}

/// Splits at `---` lines. Gives each document with the line it begins on.
fn documents(text: &Bytes) -> Vec<(usize, Bytes)> {
    let (mut documents, mut start, mut start_line) = (Vec::new(), 0, 1);
    let mut line_start = 0;
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let separator = line.starts_with(b"---") && line.get(3).is_none_or(u8::is_ascii_whitespace);
        if separator {
            documents.push((start_line, text.slice(start..line_start)));
            // What follows the dashes on the same line belongs to the new document.
            start = (line_start + 3).min(text.len());
            start_line = index + 1;
        }
        line_start += line.len() + 1;
    }
    documents.push((start_line, text.slice(start.min(text.len())..)));
    documents.retain(|(_, document)| !document.iter().all(u8::is_ascii_whitespace));
    documents
}

/// The objects of a document: the items of a list, or the object itself. What is no Kubernetes object is left out.
fn objects(value: Value, source: &Source) -> Vec<Resource> {
    // istiod's `/debug/configz`: a bare list.
    if let Value::Array(items) = value {
        let source = Source { is_list: true, ..source.clone() };
        let items = items.into_iter().enumerate();
        return items.filter_map(|(index, item)| object(item, Some(index), &source)).collect();
    }
    let is_list = value.get("items").is_some_and(Value::is_array)
        && value.get("kind").and_then(Value::as_str).is_none_or(|kind| kind.ends_with("List"));
    if !is_list {
        return object(value, None, source).into_iter().collect();
    }
    let list_kind = value
        .get("kind")
        .and_then(Value::as_str)
        .and_then(|kind| kind.strip_suffix("List"))
        .unwrap_or_default()
        .to_owned();
    let list_version = value.get("apiVersion").and_then(Value::as_str).unwrap_or_default().to_owned();
    let Value::Object(mut list) = value else {
        return Vec::new();
    };
    let Some(Value::Array(items)) = list.remove("items") else {
        return Vec::new();
    };
    items
        .into_iter()
        .enumerate()
        .filter_map(|(index, mut item)| {
            // Typed lists (`ServiceList`) may leave kind and version out of their items.
            if let Value::Object(fields) = &mut item
                && !list_kind.is_empty()
            {
                fields.entry("kind").or_insert_with(|| list_kind.clone().into());
                fields.entry("apiVersion").or_insert_with(|| list_version.clone().into());
            }
            object(item, Some(index), source)
        })
        .collect()
}

fn object(body: Value, item: Option<usize>, source: &Source) -> Option<Resource> {
    let kind = body.get("kind")?.as_str()?.to_owned();
    let api_version = body.get("apiVersion")?.as_str()?.to_owned();
    let metadata = Metadata::deserialize(body.get("metadata")?).ok()?;
    Some(Resource {
        id: ResourceRef::new(kind, metadata.namespace.clone(), metadata.name.clone()),
        api_version,
        metadata,
        body,
        source: Source { item, ..source.clone() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &'static str) -> (Vec<String>, Vec<String>) {
        let (resources, gaps) = from_yaml("f.yaml", &Bytes::from_static(yaml.as_bytes()));
        (
            resources.iter().map(|r| format!("{} {}", r.id, r.place(""))).collect(),
            gaps.iter().map(|g| g.place.clone()).collect(),
        )
    }

    #[test]
    fn one_broken_document_does_not_hide_the_others() {
        let (resources, gaps) = read(
            "# top\n---\napiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: n}\n---\nkind: [broken\n---\n\n--- # last\napiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n",
        );
        assert_eq!(resources, ["Service n/a f.yaml:3", "Pod b f.yaml:11"]);
        assert_eq!(gaps.len(), 1);
        assert!(gaps[0].starts_with("f.yaml:"), "{gaps:?}");
    }

    #[test]
    fn a_bare_list_is_what_istiod_prints_of_its_configuration() {
        let text = Bytes::from_static(
            b"[\n {\"kind\":\"Gateway\",\"apiVersion\":\"x/v1\",\"metadata\":{\"name\":\"a\"}},\n {\"kind\":\"VirtualService\",\n\"apiVersion\":\"x/v1\",\"metadata\":{\"name\":\"b\"}}]",
        );
        let (resources, gaps) = from_json("configz", &text);
        let places: Vec<_> = resources.iter().map(|r| format!("{} {}", r.id, r.place("apiVersion"))).collect();
        assert_eq!(places, ["Gateway a configz:2", "VirtualService b configz:4"]);
        assert!(gaps.is_empty());
    }

    #[test]
    fn lists_give_their_items_with_their_lines() {
        let (resources, gaps) = read(
            "apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: a\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: b\nkind: List\n",
        );
        assert_eq!(resources, ["Service a f.yaml:3", "Service b f.yaml:7"]);
        assert!(gaps.is_empty());
    }
}
