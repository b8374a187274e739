//! Policies beside those of the recorded mesh: what `authz` says of a pod that has no Envoy, and of policies that miss a
//! workload closely.

use crate::support::run::run;

const NEAR: &str = r#"
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: misspelled, namespace: shop}
spec:
  selector: {matchLabels: {app: rating}}
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: elsewhere, namespace: pay}
spec:
  selector: {matchLabels: {app: ratings}}
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: targeted, namespace: shop}
spec:
  targetRefs: [{kind: Service, group: "", name: ratings}]
  rules: [{}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: of-others, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules: [{}]
"#;

#[test]
fn policies_that_miss_a_workload_closely_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("near.yaml");
    std::fs::write(&file, NEAR).unwrap();
    let ran = run(&[
        "authz",
        "check",
        "deploy/ratings-v1",
        "-o",
        "json",
        "--from",
        "shop.tar.zst",
        "--from",
        file.to_str().unwrap(),
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let answer: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let told: Vec<(&str, &str)> = answer["unbound"]
        .as_array()
        .unwrap()
        .iter()
        .map(|missed| (missed["owner"]["resource"]["name"].as_str().unwrap(), missed["reason"].as_str().unwrap()))
        .collect();
    let want = [
        ("misspelled", "it selects app=rating, and this workload has app=ratings"),
        ("elsewhere", "its labels are those of this workload, but it is for workloads of namespace pay only"),
        ("targeted", "it has a target, which binds at waypoints: a sidecar ignores it"),
    ];
    assert_eq!(told, want);
}

#[test]
fn pods_without_an_envoy_are_told_apart() {
    for (pod, words) in [
        ("deploy/orders-v1.ambient", "the ztunnel of its node decides"),
        ("deploy/billing-v1.legacy", "has no proxy: no policy binds it"),
        ("deploy/nobody.legacy", "no proxy \"deploy/nobody.legacy\" was read"),
    ] {
        let ran = run(&["authz", "check", pod, "--from", "shop.tar.zst"]);
        assert_eq!(ran.code, 2, "{pod}: {}", ran.stdout);
        assert!(ran.stderr.contains(words), "{pod}: {}", ran.stderr);
    }
}
