//! A redacted capture tells nobody whose it is, and still traces: the same request, its words translated too, ends the
//! same way.

use std::collections::{BTreeMap, BTreeSet};

use meshdbg::base::capture::Capture;
use meshdbg::collect::redact::{Disguise, Key, What};
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::model;
use meshdbg::simulate::Engine;
use meshdbg::simulate::batch;
use serde_json::Value;

use crate::support;

/// A capture, and the same in disguise.
struct Pair {
    disguise: Disguise,
    original: Capture,
    redacted: Capture,
}

fn pair(fixture: &str, what: &[What]) -> Pair {
    let original = collect::read(&[Source::Path(support::fixture(fixture))]).unwrap();
    let mut disguise = Disguise::new(what.iter().copied(), Key::of("a key of the tests"));
    disguise.learn(&original.documents);
    let documents = original.documents.iter().map(|document| disguise.document(document)).collect();
    let redacted = Capture { documents, ..original.clone() };
    Pair { disguise, original, redacted }
}

/// The strings of JSON, keys too, with substitutes.
fn translated(disguise: &mut Disguise, value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(disguise.text(&text)),
        Value::Array(items) => items.into_iter().map(|item| translated(disguise, item)).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (disguise.text(&key), translated(disguise, value))).collect()
        }
        other => other,
    }
}

/// A line of a batch with substitutes. The keys are fields.
fn question(disguise: &mut Disguise, line: &[u8]) -> Vec<u8> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(line) else { panic!("a line is an object") };
    let fields = fields.into_iter().map(|(key, value)| match (key.as_str(), value) {
        ("id", value) => (key, value),
        ("headers", Value::Array(headers)) => {
            let pair = |header: Value| {
                let [name, value] = [0, 1].map(|at| header[at].as_str().unwrap().to_owned());
                Value::from(vec![disguise.text(&name), disguise.header(&name, &value)])
            };
            (key, headers.into_iter().map(pair).collect())
        }
        (_, value) => (key, translated(disguise, value)),
    });
    serde_json::to_vec(&Value::Object(fields.collect())).unwrap()
}

/// What substitutes stand for, as the owner of a mapping reads it.
struct Back(BTreeMap<String, String>);

impl Back {
    fn new(disguise: &Disguise) -> Self {
        let mapping = serde_json::to_value(disguise.mapping()).unwrap();
        let pairs = ["words", "addresses"].iter().flat_map(|part| mapping[part].as_object().unwrap().clone());
        Self(pairs.map(|(from, to)| (to.as_str().unwrap().to_owned(), from)).collect())
    }

    fn text(&self, text: &str) -> String {
        let part = regex::Regex::new(r"\d+\.\d+\.\d+\.\d+|[A-Za-z0-9]+").unwrap();
        let original = |found: &regex::Captures<'_>| {
            let folded = found[0].to_ascii_lowercase();
            let original = self.0.get(&folded).cloned();
            match original {
                Some(original) if found[0] == folded.to_ascii_uppercase() => original.to_ascii_uppercase(),
                Some(original) if found[0] != folded => original[..1].to_ascii_uppercase() + &original[1..],
                Some(original) => original,
                None => found[0].to_owned(),
            }
        };
        part.replace_all(text, original).into_owned()
    }

    fn value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.value(item)).collect(),
            Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, self.value(value))).collect(),
            other => other,
        }
    }
}

/// Endpoints, headers and owners stand in the order of their names, and that is another one now.
fn sorted(answer: Value) -> Value {
    match answer {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, sorted(value))).collect(),
        other => other,
    }
}

#[test]
fn requests_end_the_same_way() {
    let Pair { mut disguise, original, redacted } = pair("shop.tar.zst", &What::ALL);
    let engine = |capture: Capture| Mesh::new(model::read(capture));
    let (before, after) = (engine(original), engine(redacted));
    let (before, after) = (Engine::new(&before), Engine::new(&after));
    let mut wrong = Vec::new();
    let mut asked = 0;
    for (name, requests) in support::unpacked("truth.tar.zst").iter().filter(|(name, _)| name.contains(".requests.")) {
        for line in requests.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).step_by(4) {
            let line_text = String::from_utf8_lossy(line);
            // A real token is signed: nobody can translate what it says. `jwt_claims` can be.
            // And a path that spells a name with `%61` hides it from everybody.
            let hides = ["Bearer ", "access_token", ".path-pct"];
            if hides.iter().any(|word| line_text.contains(word)) {
                continue;
            }
            asked += 1;
            let other_line = question(&mut disguise, line);
            let answer = |engine: &Engine<'_>, line: &[u8]| {
                serde_json::to_value(batch::answer(engine, batch::read(line).ask.unwrap(), None)).unwrap()
            };
            let want = sorted(answer(&before, line));
            let got = sorted(Back::new(&disguise).value(answer(&after, &other_line)));
            if want != got {
                wrong.push(format!("{name}\n  {line_text}\n  {}\n  {want}\n  {got}", String::from_utf8_lossy(&other_line)));
            }
        }
    }
    assert!(asked > 2000, "{asked}");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.iter().take(5).cloned().collect::<Vec<_>>().join("\n"));
}

/// The names of a mesh, as people know them: those that mean nothing by themselves.
fn names(mesh: &Mesh) -> BTreeSet<String> {
    let kinds = ["Namespace", "Service", "Pod", "Deployment", "ServiceEntry", "ServiceAccount", "Node"];
    let resources = mesh.resources.iter().filter(|resource| kinds.contains(&resource.id.kind.as_str()));
    let named = resources.flat_map(|resource| [resource.id.name.clone(), resource.id.namespace.clone()]);
    let proxies = mesh.proxies.iter().flat_map(|proxy| [proxy.id.name.clone(), proxy.id.namespace.clone()]);
    let is_of_istio = |name: &String| {
        name.is_empty() || name.starts_with("istio") || name.starts_with("system:") || name.starts_with("kube") || name == "default"
    };
    let words = |name: String| name.split('.').map(str::to_owned).collect::<Vec<_>>();
    let meant = ["ingressgateway", "egressgateway", "kubernetes", "waypoint", "gateway", "ztunnel", "svc", "route", "test", "example"];
    named
        .chain(proxies)
        .filter(|name| !is_of_istio(name))
        .flat_map(words)
        .filter(|word| word.len() > 2 && !meant.contains(&word.as_str()) && !word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect()
}

/// Where a word stands that is no key of JSON or YAML.
fn stands_in<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let pattern = format!(r#"(?i)(?:^|[^a-z0-9_\\-]){}(?:$|[^a-z0-9_":-]|"[^:]|:[^ ])"#, regex::escape(name));
    let found = regex::Regex::new(&pattern).unwrap().find(text)?;
    let from = text.floor_char_boundary(found.start().saturating_sub(80));
    text.get(from..text.ceil_char_boundary((found.end() + 40).min(text.len())))
}

#[test]
fn nothing_tells_whose_it_is() {
    for fixture in ["shop.tar.zst", "live.tar.zst", "ambient.tar.zst", "ambient-live.tar.zst"] {
        let Pair { original, redacted, .. } = pair(fixture, &What::ALL);
        let names = names(&Mesh::new(model::read(original)));
        assert!(names.len() > 12, "{names:?}");
        let mut left = Vec::new();
        for document in &redacted.documents {
            let text = String::from_utf8_lossy(&document.text);
            for name in &names {
                for text in [text.as_ref(), document.place.split('!').next_back().unwrap_or_default()] {
                    if let Some(context) = stands_in(text, name) {
                        left.push(format!("{name} in {}: {context}", document.place));
                    }
                }
            }
        }
        assert!(left.is_empty(), "{fixture}: {} are left\n{}", left.len(), left.iter().take(40).cloned().collect::<Vec<_>>().join("\n"));
    }
}
