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
use rayon::prelude::*;
use serde_json::Value;

use crate::support;
use crate::support::run::{meshdbg, ran};

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
struct Back {
    originals: BTreeMap<String, String>,
    part: regex::Regex,
}

impl Back {
    fn new(disguise: &Disguise) -> Self {
        let mapping = serde_json::to_value(disguise.mapping()).unwrap();
        let pairs = ["words", "addresses"].iter().flat_map(|part| mapping[part].as_object().unwrap().clone());
        Self {
            originals: pairs.map(|(from, to)| (to.as_str().unwrap().to_owned(), from)).collect(),
            part: regex::Regex::new(r"\d+\.\d+\.\d+\.\d+|[A-Za-z0-9]+").unwrap(),
        }
    }

    fn text(&self, text: &str) -> String {
        let original = |found: &regex::Captures<'_>| {
            let folded = found[0].to_ascii_lowercase();
            let original = self.originals.get(&folded).cloned();
            match original {
                Some(original) if found[0] == folded.to_ascii_uppercase() => original.to_ascii_uppercase(),
                Some(original) if found[0] != folded => original[..1].to_ascii_uppercase() + &original[1..],
                Some(original) => original,
                None => found[0].to_owned(),
            }
        };
        self.part.replace_all(text, original).into_owned()
    }

    fn value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.value(item)).collect(),
            Value::Object(fields) => {
                fields.into_iter().map(|(key, value)| (self.text(&key), self.value(value))).collect()
            }
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
    let mut lines = Vec::new();
    for (_, requests) in support::unpacked("truth.tar.zst").into_iter().filter(|(name, _)| name.contains(".requests."))
    {
        for line in requests.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).step_by(4) {
            let text = String::from_utf8_lossy(line);
            // A real token is signed: nobody can translate what it says. `jwt_claims` can be.
            // And a path that spells a name with `%61` or goes on with it (`/reviewsx`) hides it from everybody.
            let hides = ["Bearer ", "access_token", ".path-pct", ".path-longer"];
            if !hides.iter().any(|word| text.contains(word)) {
                lines.push((line.to_vec(), question(&mut disguise, line)));
            }
        }
    }
    let back = Back::new(&disguise);
    let wrong: Vec<String> = lines
        .par_iter()
        .filter_map(|(line, other)| {
            let answer = |engine: &Engine<'_>, line: &[u8]| {
                serde_json::to_value(batch::answer(engine, batch::read(line).ask.unwrap(), None)).unwrap()
            };
            let (want, got) = (sorted(answer(&before, line)), sorted(back.value(answer(&after, other))));
            let [line, other] = [line, other].map(|line| String::from_utf8_lossy(line).into_owned());
            (want != got).then(|| format!("{line}\n  {other}\n  {want}\n  {got}"))
        })
        .collect();
    let asked = lines.len();
    assert!(asked > 2000, "{asked}");
    assert!(
        wrong.is_empty(),
        "{} of {asked}:\n{}",
        wrong.len(),
        wrong.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
}

/// The names of a mesh, as people know them: those that mean nothing by themselves.
fn names(mesh: &Mesh) -> BTreeSet<String> {
    let kinds = ["Namespace", "Service", "Pod", "Deployment", "ServiceEntry", "ServiceAccount", "Node"];
    let resources = mesh.resources.iter().filter(|resource| kinds.contains(&resource.id.kind.as_str()));
    let named = resources.flat_map(|resource| [resource.id.name.clone(), resource.id.namespace.clone()]);
    let proxies = mesh.proxies.iter().flat_map(|proxy| [proxy.id.name.clone(), proxy.id.namespace.clone()]);
    let is_of_istio = |name: &String| {
        name.is_empty()
            || name.starts_with("istio")
            || name.starts_with("system:")
            || name.starts_with("kube")
            || name == "default"
    };
    let words = |name: String| name.split('.').map(str::to_owned).collect::<Vec<_>>();
    let meant = [
        "ingressgateway",
        "egressgateway",
        "kubernetes",
        "waypoint",
        "gateway",
        "ztunnel",
        "svc",
        "route",
        "test",
        "example",
    ];
    named
        .chain(proxies)
        .filter(|name| !is_of_istio(name))
        .flat_map(words)
        .filter(|word| {
            word.len() > 2 && !meant.contains(&word.as_str()) && !word.bytes().all(|byte| byte.is_ascii_digit())
        })
        .collect()
}

/// Names where they stand, unless they are keys of JSON or YAML.
fn anywhere(names: &BTreeSet<String>) -> regex::Regex {
    let names: Vec<String> = names.iter().map(|name| regex::escape(name)).collect();
    let pattern = format!(r#"(?:^|[^a-z0-9_\\-])(?:{})(?:$|[^a-z0-9_":\\-]|"[^:]|:[^ \n])"#, names.join("|"));
    regex::RegexBuilder::new(&pattern).size_limit(1 << 26).build().unwrap()
}

fn pattern(text: &str) -> regex::Regex {
    regex::Regex::new(text).unwrap()
}

#[test]
fn nothing_tells_whose_it_is() {
    for fixture in ["shop.tar.zst", "live.tar.zst", "ambient.tar.zst", "ambient-live.tar.zst"] {
        let Pair { original, redacted, .. } = pair(fixture, &What::ALL);
        let texts: Vec<&str> =
            original.documents.iter().map(|document| std::str::from_utf8(&document.text).unwrap()).collect();
        let address = pattern(r"\b10\.(?:96|244)\.\d+\.[1-9]\d*\b");
        let addresses: BTreeSet<&str> =
            texts.iter().flat_map(|text| address.find_iter(text)).map(|found| found.as_str()).collect();
        assert!(addresses.len() > 12, "{addresses:?}");
        let names = names(&Mesh::new(model::read(original.clone())));
        assert!(names.len() > 8, "{names:?}");
        // Envoy's and Istio's own names, and protocols that ports are named after.
        let own = pattern(
            r"envoy\.[a-z0-9_.]+|[a-z.]*(istio|k8s|kubernetes)\.io(/[A-Za-z0-9.-]+)?|name: (mongo|mysql|redis)|text/plain",
        );
        let names = anywhere(&names);
        let mut left = Vec::new();
        for document in &redacted.documents {
            let text = own.replace_all(std::str::from_utf8(&document.text).unwrap(), "");
            let inside = document.place.split('!').next_back().unwrap_or_default();
            for text in [text.as_ref(), inside] {
                left.extend(names.find_iter(text).map(|found| {
                    let from = text.floor_char_boundary(found.start().saturating_sub(60));
                    format!("{}: {}", document.place, &text[from..found.end()])
                }));
                left.extend(
                    addresses.iter().filter(|address| text.contains(**address)).map(|address| (*address).to_owned()),
                );
            }
        }
        assert!(
            left.is_empty(),
            "{fixture}: {} are left\n{}",
            left.len(),
            left.iter().take(40).cloned().collect::<Vec<_>>().join("\n")
        );
    }
}

/// A folder, packed and unpacked again by the command itself.
#[test]
fn saved_captures_are_redacted_by_the_command() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let meshdbg = |arguments: &[&str]| ran(&meshdbg(folder.path()).args(arguments).output().unwrap());
    let shop = support::fixture("incidents/01-missing-subset.tar.zst").to_string_lossy().into_owned();
    let take = |more: &[&str]| {
        let ran = meshdbg(&[&["snapshot", "--from", &shop, "--at", "2026-11-20T14:00:00Z"], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stderr
    };
    take(&["-o", "plain.tar.zst"]);
    let said = take(&["-o", "a.tar.zst", "--redact", "--redact-key", "k", "--redact-map", "map.json"]);
    assert!(said.contains("redacted: names, ips, headers, tokens"), "{said}");
    take(&["-o", "b.tar.zst", "--redact", "--redact-key", "k"]);
    take(&["-o", "c.tar.zst", "--redact"]);
    let bytes = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    // The same key gives the same bytes; without one nobody can repeat it.
    assert!(bytes("a.tar.zst") == bytes("b.tar.zst") && bytes("a.tar.zst") != bytes("c.tar.zst"));
    // What proxies have in common is there once, with substitutes too.
    let (plain, redacted) = (bytes("plain.tar.zst").len(), bytes("a.tar.zst").len());
    assert!(redacted < plain * 5 / 4, "{plain} {redacted}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder.path().join("map.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // The way of a request, by the words that the map tells.
    let map: Value = serde_json::from_slice(&bytes("map.json")).unwrap();
    let word = |name: &str| map["words"][name].as_str().unwrap().to_owned();
    let from = format!("deploy/{}-v1", word("frontend"));
    let (namespace, to) = (word("shop"), format!("{}:9080", word("reviews")));
    let want = meshdbg(&[
        "trace",
        "--width",
        "900",
        "deploy/frontend-v1",
        "-n",
        "shop",
        "--to",
        "reviews:9080",
        "--from",
        "plain.tar.zst",
    ]);
    let got = meshdbg(&["trace", "--width", "900", &from, "-n", &namespace, "--to", &to, "--from", "a.tar.zst"]);
    assert_eq!(want.code, got.code, "{}{}", want.stderr, got.stderr);
    assert!(got.stdout.contains(&word("reviews")) && !got.stdout.contains("reviews"), "{}", got.stdout);
    assert_eq!(want.stdout.lines().count(), got.stdout.lines().count(), "{}\n{}", want.stdout, got.stdout);
    // Only what was asked for.
    take(&["-o", "./ips", "--redact=ips"]);
    assert!(folder.path().join("ips/proxies/shop.reviews-v1-bjpg8jxrvm-226bt/config_dump.json.parts").exists());
    assert!(meshdbg(&["snapshot", "-o", "d.tar.zst", "--from", &shop, "--redact=names,colours"]).code == 2);
}
