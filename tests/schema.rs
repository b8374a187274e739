//! Every JSON answer is as `meshdbg schema` describes it, and as `docs/schema/` publishes it. Run with `UPDATE=1` to write
//! that anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::support::captures;
use crate::support::lines::{arguments_as, listed};
use crate::support::run::{run, split};

/// The answers with a schema.
const KINDS: [&str; 24] = [
    "trace",
    "batch",
    "explain",
    "explain-several",
    "explain-nothing",
    "explain-resource",
    "explain-missing",
    "listeners",
    "chains",
    "routes",
    "clusters",
    "endpoints",
    "secrets",
    "bootstrap",
    "ecds",
    "filters",
    "waypoints",
    "status",
    "proxy-status",
    "stats",
    "authz-check",
    "authz-check-ambient",
    "authz-can",
    "authz-mtls",
];

/// Kinds of which an answer of its own has another command line or format than those in `tests/commands/`.
const ELSEWHERE: [&str; 2] = ["batch", "proxy-status"];

/// Whether a command prints JSON of its own: that of `proxy-config` and of most tables of ztunnels is istioctl's.
fn has_schema(line: &str) -> bool {
    let mut words = line.split_whitespace();
    match words.next() {
        Some("proxy-config" | "pc" | "schema" | "completions") => false,
        Some("ztunnel" | "ztunnel-config" | "zc") => words.next() == Some("waypoints"),
        _ => true,
    }
}

/// What is asked, and which schema the answer has.
const CASES: [(&str, &str); 33] = [
    ("trace", "trace deploy/frontend-v1 --to reviews:9080 --from shop.tar.zst"),
    ("trace", "trace deploy/reviews-v1 --to :9080 --from shop.tar.zst"),
    ("trace", "trace deploy/frontend-v1 --to tcp://10.0.0.7:5432 --from shop.tar.zst"),
    ("explain", "explain cluster 'outbound|9080|v1|reviews.shop.svc.cluster.local' --from shop.tar.zst"),
    ("explain-several", "explain route reviews --from shop.tar.zst"),
    ("explain-nothing", "explain cluster revews --from shop.tar.zst"),
    ("explain-resource", "explain virtualservice reviews.shop --from shop.tar.zst"),
    ("explain-resource", "explain pa default.istio-system --from shop.tar.zst"),
    ("explain-missing", "explain missing cluster revews --in deploy/frontend-v1 --from shop.tar.zst"),
    ("explain-missing", "explain missing route ratings.shop:9080 --in deploy/catalog-v1 --from shop.tar.zst"),
    ("explain-missing", "explain missing cluster reviews:9080 --in deploy/frontend-v1 --from shop.tar.zst"),
    ("trace", "trace deploy/frontend-v1 --to reviews:9080 --from incidents/01-missing-subset.tar.zst"),
    ("listeners", "listeners -A --from shop.tar.zst"),
    ("chains", "chains -A --from shop.tar.zst"),
    ("routes", "routes -A --from shop.tar.zst"),
    ("clusters", "clusters -A --from live.tar.zst"),
    ("endpoints", "endpoints -A --from live.tar.zst"),
    ("secrets", "secrets -A --from shop.tar.zst"),
    ("bootstrap", "bootstrap -A --from standalone.tar.zst"),
    ("ecds", "ecds -A --from shop.tar.zst"),
    ("filters", "filters -A --from ambient.tar.zst"),
    ("waypoints", "ztunnel waypoints --from ambient.tar.zst"),
    ("filters", "filters -A --from standalone.tar.zst"),
    ("status", "status --from incidents/10-envoyfilter-nack-live.tar.zst"),
    ("status", "status --from shop.tar.zst --from shapes/control-plane"),
    ("stats", "stats -A --from live.tar.zst"),
    ("stats", "stats --zeros --from standalone.tar.zst"),
    ("authz-check", "authz check deploy/ratings-v1 --from shop.tar.zst"),
    ("authz-check-ambient", "authz check db-0.amb-shop --from ambient.tar.zst"),
    ("authz-can", "authz can refund-v1.amb-pay --to db.amb-shop:5432 --from ambient.tar.zst"),
    ("authz-can", "authz can deploy/frontend-v1 --to http://checkout.pay:8080/pay/x --from shop.tar.zst"),
    ("authz-can", "authz can deploy/frontend-v1 --to reviews:9080 --from incidents/07-authz-principal-typo.tar.zst"),
    ("authz-mtls", "authz mtls --from shop.tar.zst"),
];

fn published(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema").join(format!("{kind}.json"))
}

/// Writes the schemas anew where that is asked for, before any of them is read.
fn renew() {
    static RENEWED: OnceLock<()> = OnceLock::new();
    RENEWED.get_or_init(|| {
        if std::env::var_os("UPDATE").is_some() {
            for kind in KINDS {
                std::fs::write(published(kind), run(&["schema", kind]).stdout).unwrap();
            }
        }
    });
}

fn schema(kind: &str) -> jsonschema::Validator {
    renew();
    let text = std::fs::read_to_string(published(kind)).unwrap_or_else(|error| panic!("the schema of {kind}: {error}"));
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn complaints(schema: &jsonschema::Validator, answer: &Value) -> Vec<String> {
    schema.iter_errors(answer).take(3).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn check(kind: &str, what: &str, answer: &Value) {
    let errors = complaints(&schema(kind), answer);
    assert!(errors.is_empty(), "{what}\n{}", errors.join("\n"));
}

#[test]
fn published_schemas_are_fresh() {
    renew();
    for kind in KINDS {
        let ran = run(&["schema", kind]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let kept = std::fs::read_to_string(published(kind)).unwrap_or_default();
        assert!(kept == ran.stdout, "docs/schema/{kind}.json is old: UPDATE=1 cargo test schema writes it anew");
    }
    // The folder and the command know the same kinds.
    let files = std::fs::read_dir(published("trace").parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let files: BTreeSet<String> = files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    let kinds: BTreeSet<String> = KINDS.map(str::to_owned).into();
    assert_eq!(files, kinds);
    let refused = run(&["schema", "nothing"]).stderr;
    let values = refused.lines().find_map(|line| line.trim().strip_prefix("[possible values: ")).unwrap();
    let values: BTreeSet<String> = values.trim_end_matches(']').split(", ").map(str::to_owned).collect();
    assert_eq!(values, kinds);
}

#[test]
fn every_answer_to_the_command_lines_is_as_published() {
    let schemas: BTreeMap<&str, jsonschema::Validator> = KINDS.map(|kind| (kind, schema(kind))).into();
    let mut asked: Vec<(String, Vec<String>)> = Vec::new();
    for file in listed() {
        let lines = file.lines.iter().filter(|line| has_schema(line));
        asked.extend(lines.map(|line| (line.clone(), arguments_as("json", &file.sources, line))));
    }
    let kinds: Vec<Result<Option<String>, String>> = asked
        .par_iter()
        .map(|(line, arguments)| {
            let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            if ran.code == 2 {
                return if ran.stdout.is_empty() { Ok(None) } else { Err(format!("{line}: an answer and an error")) };
            }
            let answer: Value = serde_json::from_str(&ran.stdout).map_err(|error| format!("{line}: {error}"))?;
            let kind = answer["kind"].as_str().ok_or_else(|| format!("{line}: no kind"))?;
            let schema = schemas.get(kind).ok_or_else(|| format!("{line}: kind {kind} has no schema"))?;
            let version = if kind == "trace" { 2 } else { 1 };
            match complaints(schema, &answer).as_slice() {
                [] if answer["schema"] == version => Ok(Some(kind.to_owned())),
                [] => Err(format!("{line}: schema {} of {kind}", answer["schema"])),
                errors => Err(format!("{line}\n{}", errors.join("\n"))),
            }
        })
        .collect();
    let wrong: Vec<&String> = kinds.iter().filter_map(|kind| kind.as_ref().err()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let seen: BTreeSet<&str> = kinds.iter().flatten().flatten().map(String::as_str).collect();
    let lacking: Vec<&&str> = KINDS.iter().filter(|kind| !ELSEWHERE.contains(kind) && !seen.contains(*kind)).collect();
    assert!(lacking.is_empty(), "no command line answers with {lacking:?}");
}

/// So many proxies of a fixture are asked.
const MOST_PROXIES: usize = 6;

#[test]
fn batch_lines_over_all_fixtures_are_as_published() {
    let schema = schema("batch");
    let counts: Vec<[usize; 3]> = captures()
        .par_iter()
        .map(|fixture| {
            let mesh = crate::support::mesh(fixture);
            let mut asked = vec![json!({"id": "bad"}), json!({"id": "worse", "proxy": 1})];
            for proxy in mesh.proxies.iter().take(MOST_PROXIES) {
                let id = proxy.id.to_string();
                for to in ["reviews.shop:9080", "https://shop.example.test/cart", "tcp://10.0.0.7:9999"] {
                    asked.push(json!({"id": [id, to], "proxy": id, "to": to}));
                    asked.push(json!({"id": [id, to], "from": id, "to": to}));
                }
            }
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("requests.jsonl");
            let lines: Vec<String> = asked.iter().map(ToString::to_string).collect();
            std::fs::write(&file, lines.join("\n")).unwrap();
            let ran = run(&["trace", "--from", fixture, "--batch", file.to_str().unwrap()]);
            let answers: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            if mesh.proxies.is_empty() {
                return [0; 3];
            }
            assert_eq!(answers.len(), asked.len(), "{fixture}: {}", ran.stderr);
            for answer in &answers {
                let errors = complaints(&schema, answer);
                assert!(errors.is_empty(), "{fixture}\n{answer}\n{}", errors.join("\n"));
            }
            ["outcomes", "ways", "error"]
                .map(|field| answers.iter().filter(|answer| answer.get(field).is_some()).count())
        })
        .collect();
    // Each kind of line is there, many times.
    for kind in 0..3 {
        assert!(counts.iter().map(|counts| counts[kind]).sum::<usize>() >= 20, "{counts:?}");
    }
}

#[test]
fn a_schema_refuses_what_is_not_an_answer() {
    let ran = run(&["trace", "deploy/frontend-v1", "--to", "reviews:9080", "--from", "shop.tar.zst", "-o", "json"]);
    let good: Value = serde_json::from_str(&ran.stdout).unwrap();
    let schema = schema("trace");
    assert!(schema.is_valid(&good));
    let edits: [(&str, Value); 5] = [
        ("/verdict", json!("maybe")),
        ("/schema", json!("2")),
        ("/decided_by/fields/0", json!("moon")),
        ("/assumed", json!(null)),
        ("/trace/ways/0/hops/0/kind", json!("udp")),
    ];
    for (pointer, value) in edits {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&bad), "{pointer}");
    }
}

#[test]
fn json_is_as_its_schema_says() {
    for (kind, line) in CASES {
        let arguments = split(line);
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        arguments.extend(["-o", "json"]);
        let ran = run(&arguments);
        let answer = serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{line}: {error} {}", ran.stderr));
        check(kind, line, &answer);
        // YAML says the same.
        *arguments.last_mut().unwrap() = "yaml";
        let yaml: Value = serde_saphyr::from_str(&run(&arguments).stdout).unwrap();
        assert_eq!(yaml, answer, "{line}");
    }
}

#[test]
fn lines_of_proxies_are_as_their_schema_says() {
    let ran = run(&["status", "-o", "jsonl", "--from", "shop.tar.zst", "--from", "shapes/control-plane"]);
    assert_eq!(ran.stdout.lines().count(), 40, "{}", ran.stderr);
    for line in ran.stdout.lines() {
        check("proxy-status", line, &serde_json::from_str(line).unwrap());
    }
}

#[test]
fn batch_lines_are_as_their_schema_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("requests.jsonl");
    std::fs::write(&file, "{\"id\":1,\"proxy\":\"deploy/frontend-v1\",\"to\":\"reviews:9080\"}\n{\"id\":2}\n").unwrap();
    let ran = run(&["trace", "--from", "shop.tar.zst", "--batch", file.to_str().unwrap()]);
    assert_eq!(ran.code, 2, "a bad line: {}", ran.stderr);
    let lines: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    for line in &lines {
        check("batch", &line.to_string(), line);
    }
    assert!(lines[0]["outcomes"].is_array());
    assert_eq!(lines[1]["error"], "which proxy? name one as `proxy`: \"NAMESPACE/POD\"");
}
