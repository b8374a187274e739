//! Kubernetes Secrets in YAML. Every YAML document that may hold one is parsed, so that no way of writing a value
//! slips through; the others are not even looked at.

use std::ops::Range;

use memchr::memmem;
use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, Span};

use super::cut::Cut;
use super::find::Unparsed;

/// Notes the values of Secrets in `cuts`, and returns what could not be parsed.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) -> Vec<Unparsed> {
    let mut unparsed = Vec::new();
    if memmem::find(text.as_bytes(), b"Secret").is_none() {
        return unparsed;
    }
    for range in documents(text) {
        let document = text.get(range.clone()).unwrap_or_default();
        if !may_hold_secret(document) {
            continue;
        }
        match secrets(document) {
            Ok(found) => {
                cuts.extend(found.into_iter().map(|cut| Cut {
                    range: cut.range.start + range.start..cut.range.end + range.start,
                    with: cut.with,
                }));
            }
            Err(error) => unparsed.push(Unparsed { range, error }),
        }
    }
    unparsed
}

/// Splits at lines that begin with `---`: there a document begins whatever stands before, even in a block of text.
fn documents(text: &str) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = memmem::find_iter(text.as_bytes(), b"\n---")
        .map(|at| at + 1)
        .filter(|at| {
            let after = text.as_bytes().get(at + 3);
            after.is_none_or(u8::is_ascii_whitespace)
        })
        .collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether a line says `kind` and then `Secret`. References to Secrets do too; that costs a little time only.
fn may_hold_secret(document: &str) -> bool {
    memmem::find_iter(document.as_bytes(), b"Secret").any(|at| {
        let before = document.get(..at).unwrap_or_default();
        let line = before.get(before.rfind('\n').map_or(0, |end| end + 1)..).unwrap_or_default();
        line.contains("kind") || line.trim().is_empty()
    })
}

/// A mapping or sequence that the parser is in.
enum Node {
    Mapping(Mapping),
    Sequence,
}

#[derive(Default)]
struct Mapping {
    /// The key whose value comes next.
    key: Option<String>,
    kind: Option<String>,
    /// Values that are secret if this is a Secret.
    own: Vec<Cut>,
    /// The same of the items below it that state no kind.
    below: Vec<Cut>,
    /// Something in it stands elsewhere.
    has_alias: bool,
}

fn secrets(document: &str) -> Result<Vec<Cut>, String> {
    let mut walk = Walk { document, path: Vec::new(), found: Vec::new() };
    for event in Parser::new_from_str(document) {
        let (event, span) = event.map_err(|error| error.to_string())?;
        walk.event(&event, span)?;
    }
    Ok(walk.found)
}

struct Walk<'a> {
    document: &'a str,
    path: Vec<Node>,
    found: Vec<Cut>,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) -> Result<(), String> {
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) if self.wants_key() => {
                return Err("a key that is not a word".to_owned());
            }
            Event::MappingStart(..) => self.path.push(Node::Mapping(Mapping::default())),
            Event::SequenceStart(..) => self.path.push(Node::Sequence),
            Event::Scalar(value, style, ..) => self.scalar(value, *style, span)?,
            Event::Alias(..) => {
                for node in &mut self.path {
                    if let Node::Mapping(mapping) = node {
                        mapping.has_alias = true;
                    }
                }
                self.value_is_done();
            }
            Event::MappingEnd => {
                if let Some(Node::Mapping(mapping)) = self.path.pop() {
                    self.close(mapping)?;
                }
                self.value_is_done();
            }
            Event::SequenceEnd => {
                self.path.pop();
                self.value_is_done();
            }
            _ => {}
        }
        Ok(())
    }

    fn wants_key(&self) -> bool {
        matches!(self.path.last(), Some(Node::Mapping(Mapping { key: None, .. })))
    }

    fn value_is_done(&mut self) {
        if let Some(Node::Mapping(mapping)) = self.path.last_mut() {
            mapping.key = None;
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, span: Span) -> Result<(), String> {
        let is_key = self.wants_key();
        if let Some(Node::Mapping(mapping)) = self.path.last_mut() {
            if is_key {
                mapping.key = Some(value.to_owned());
                return Ok(());
            }
            if mapping.key.as_deref() == Some("kind") {
                mapping.kind = Some(value.to_owned());
            }
        }
        for depth in 0..self.path.len() {
            if self.is_secret_value_of(depth) {
                let range = span.byte_range().ok_or("a value without a place")?;
                let cut = cut(self.document, range, style);
                if let Some(Node::Mapping(mapping)) = self.path.get_mut(depth) {
                    mapping.own.extend(cut);
                }
            }
        }
        self.value_is_done();
        Ok(())
    }

    /// Whether the value at hand lies in `data`, `stringData` or `metadata.annotations` of the mapping at this depth.
    /// Annotations hold copies of the whole: `last-applied-configuration` and its like.
    fn is_secret_value_of(&self, depth: usize) -> bool {
        let key = |depth: usize| match self.path.get(depth) {
            Some(Node::Mapping(mapping)) => mapping.key.as_deref(),
            _ => None,
        };
        match key(depth) {
            Some("data" | "stringData") => true,
            Some("metadata") => key(depth + 1) == Some("annotations"),
            _ => false,
        }
    }

    fn close(&mut self, mapping: Mapping) -> Result<(), String> {
        let Mapping { kind, own, mut below, has_alias, .. } = mapping;
        let is_secret = matches!(kind.as_deref(), Some("Secret" | "SecretList"));
        if is_secret && has_alias {
            return Err("an alias in a Secret".to_owned());
        }
        match kind.as_deref() {
            Some("Secret") => self.found.extend(own),
            Some("SecretList") => self.found.append(&mut below),
            Some(_) => {}
            None => {
                let around = self.path.iter_mut().rev().find_map(|node| match node {
                    Node::Mapping(mapping) => Some(mapping),
                    Node::Sequence => None,
                });
                if let Some(around) = around {
                    around.below.extend(own);
                    around.below.extend(below);
                }
            }
        }
        Ok(())
    }
}

/// In a block scalar the text itself is replaced, so that it remains one; other values are replaced as a whole.
fn cut(document: &str, range: Range<usize>, style: ScalarStyle) -> Option<Cut> {
    let value = document.get(range.clone())?;
    let start = range.end - value.trim_start().len();
    let end = range.start + value.trim_end().len();
    (start < end).then(|| match style {
        ScalarStyle::Literal | ScalarStyle::Folded => Cut::bare(start..end),
        _ => Cut::quoted(start..end),
    })
}

#[cfg(test)]
mod tests {
    use super::super::cut::apply;
    use super::*;

    fn redacted(text: &str) -> (String, usize) {
        let mut cuts = Vec::new();
        let unparsed = find(text, &mut cuts);
        (apply(text.to_owned(), cuts), unparsed.len())
    }

    #[test]
    fn every_way_of_writing_a_value() {
        let text = "apiVersion: v1\ndata:\n  a: |\n    abc\n    def\n\n  b: >-\n    x\n    y\n  c: 'q\n\n    r'\n  \
                    d: plain\n    more\n  e: \"x\"   # c\n  f: !!binary |\n    zz\n  \"g\": {x: y}\n  h:\n  i: z\n\
                    kind: Secret\nmetadata:\n  annotations: {last: '{\"data\":1}'}\n  name: n\n";
        let want = "apiVersion: v1\ndata:\n  a: |\n    [redacted]\n\n\n  b: >-\n    [redacted]\n\n  \
                    c: \"[redacted]\"\n\n\n  d: \"[redacted]\"\n\n  e: \"[redacted]\"   # c\n  \
                    f: !!binary |\n    [redacted]\n  \"g\": {x: \"[redacted]\"}\n  h:\n  i: \"[redacted]\"\n\
                    kind: Secret\nmetadata:\n  annotations: {last: \"[redacted]\"}\n  name: n\n";
        assert_eq!(redacted(text), (want.to_owned(), 0));
        assert_eq!(text.lines().count(), want.lines().count());
    }

    #[test]
    fn secrets_are_found_where_they_stand() {
        let cases = [
            ("kind: ConfigMap\ndata: {a: x}\n", "kind: ConfigMap\ndata: {a: x}\n"),
            (
                "kind: Gateway\nref: {kind: Secret}\ndata: {a: x}\n",
                "kind: Gateway\nref: {kind: Secret}\ndata: {a: x}\n",
            ),
            (
                "items:\n- data: {a: x}\n  kind: Secret\n- data: {a: x}\n  kind: ConfigMap\nkind: List\n",
                "items:\n- data: {a: \"[redacted]\"}\n  kind: Secret\n- data: {a: x}\n  kind: ConfigMap\nkind: List\n",
            ),
            (
                "items:\n- data: {a: x}\n- stringData: {a: x}\nkind: SecretList\n",
                "items:\n- data: {a: \"[redacted]\"}\n- stringData: {a: \"[redacted]\"}\nkind: SecretList\n",
            ),
            (
                "kind: A\n---\n{\"kind\": \"Secret\", \"data\": {\"a\": \"x\"}}\n---\nkind: B\n",
                "kind: A\n---\n{\"kind\": \"Secret\", \"data\": {\"a\": \"[redacted]\"}}\n---\nkind: B\n",
            ),
            ("kind: !!str\n  Secret\ndata:\n  a: x\r\n", "kind: !!str\n  Secret\ndata:\n  a: \"[redacted]\"\r\n"),
        ];
        for (text, want) in cases {
            assert_eq!(redacted(text), (want.to_owned(), 0));
        }
    }

    #[test]
    fn what_cannot_be_understood_is_told() {
        for (text, lost) in [
            ("kind: A\n---\nkind: Secret\ndata: {a: {{ .Values.key }}\n---\nkind: B\n", 1),
            ("kind: Secret\nx: &x {a: y}\ndata: *x\n", 1),
            ("kind: Secret\n<<: *x\n", 1),
            ("kind: A\nx: {{ .Values.key }}\n", 0),
        ] {
            assert_eq!(redacted(text), (text.to_owned(), lost), "{text}");
        }
    }
}
