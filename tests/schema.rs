//! Every JSON answer is as `meshdbg schema` describes it.

use serde_json::Value;

use crate::support::run::{run, split};

/// What is asked, and which schema the answer has.
const CASES: [(&str, &str); 26] = [
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
    ("filters", "filters -A --from standalone.tar.zst"),
    ("authz-check", "authz check deploy/ratings-v1 --from shop.tar.zst"),
    ("authz-can", "authz can deploy/frontend-v1 --to http://checkout.pay:8080/pay/x --from shop.tar.zst"),
    ("authz-can", "authz can deploy/frontend-v1 --to reviews:9080 --from incidents/07-authz-principal-typo.tar.zst"),
    ("authz-mtls", "authz mtls --from shop.tar.zst"),
];

fn schema(kind: &str) -> jsonschema::Validator {
    let ran = run(&["schema", kind]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    jsonschema::validator_for(&serde_json::from_str(&ran.stdout).unwrap()).unwrap()
}

fn check(kind: &str, what: &str, answer: &Value) {
    let errors: Vec<String> =
        schema(kind).iter_errors(answer).take(3).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}\n{}", errors.join("\n"));
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
