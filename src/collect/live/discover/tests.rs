//! An API server of either kind, and one that refuses.

use std::convert::Infallible;

use ::http::{Request, Response};
use kube::client::Body;
use serde_json::{Value, json};

use super::*;

/// The kinds and what is missing, of an API server that answers so.
fn discovered(answer: fn(&str, bool) -> Option<Value>) -> Result<Served, kube::Error> {
    let service = tower::service_fn(move |request: Request<Body>| async move {
        let accept = request.headers().get(hyper::header::ACCEPT).and_then(|value| value.to_str().ok());
        let is_aggregated = accept.is_some_and(|accept| accept.contains("APIGroupDiscoveryList"));
        let answer = answer(request.uri().path(), is_aggregated);
        let status = if answer.is_some() { 200 } else { 503 };
        let says = answer.unwrap_or_else(|| json!({ "kind": "Status", "code": 503, "message": "no answer" }));
        let response = Response::builder().status(status).body(Body::from(says.to_string().into_bytes()));
        Ok::<_, Infallible>(response.unwrap())
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { discover(&Client::new(service, "default")).await })
}

fn aggregated(path: &str) -> Value {
    let resource = |name: &str, kind: &str, scope: &str, verbs: &[&str]| json!({ "resource": name, "responseKind": { "kind": kind }, "scope": scope, "verbs": verbs });
    let group = |name: &str, versions: Value| json!({ "metadata": { "name": name }, "versions": versions });
    let items = if path == "/api" {
        let pods = resource("pods", "Pod", "Namespaced", &["get", "list"]);
        let nodes = resource("nodes", "Node", "Cluster", &["list"]);
        let secrets = resource("secrets", "Secret", "Namespaced", &["list"]);
        vec![group("", json!([{ "version": "v1", "resources": [pods, nodes, secrets] }]))]
    } else {
        let gateways = || resource("gateways", "Gateway", "Namespaced", &["list"]);
        let entries = resource("serviceentries", "ServiceEntry", "Namespaced", &["list"]);
        let reviews = resource("reviews", "Review", "Namespaced", &["create"]);
        let of_istio = json!([
            { "version": "v1", "resources": [gateways(), reviews] },
            { "version": "v1beta1", "resources": [gateways(), entries] },
        ]);
        let stale = json!([{ "version": "v1", "resources": [], "freshness": "Stale" }]);
        let foreign = json!([{ "version": "v1", "resources": [resource("jobs", "Job", "Namespaced", &["list"])] }]);
        vec![group("networking.istio.io", of_istio), group("gateway.networking.k8s.io", stale), group("batch", foreign)]
    };
    json!({ "kind": "APIGroupDiscoveryList", "items": items })
}

fn one_at_a_time(path: &str) -> Option<Value> {
    let resource = |name: &str, kind: &str, namespaced: bool, verbs: &[&str]| json!({ "name": name, "singularName": "", "kind": kind, "namespaced": namespaced, "verbs": verbs });
    let list = |version: &str, resources: &[Value]| json!({ "groupVersion": version, "resources": resources });
    let gateways = || resource("gateways", "Gateway", true, &["list"]);
    Some(match path {
        "/api" => json!({ "kind": "APIVersions", "versions": ["v1"] }),
        "/apis" => {
            let version = |group: &str, version: &str| json!({ "groupVersion": format!("{group}/{version}"), "version": version });
            let group = |name: &str, versions: &[&str]| {
                json!({
                    "name": name,
                    "versions": versions.iter().map(|one| version(name, one)).collect::<Vec<_>>(),
                    "preferredVersion": version(name, "v1"),
                })
            };
            let groups = [
                group("networking.istio.io", &["v1beta1", "v1"]),
                group("gateway.networking.k8s.io", &["v1"]),
                group("batch", &["v1"]),
            ];
            json!({ "kind": "APIGroupList", "groups": groups })
        }
        "/api/v1" => list(
            "v1",
            &[
                resource("pods", "Pod", true, &["list"]),
                resource("pods/exec", "PodExecOptions", true, &["list"]),
                resource("nodes", "Node", false, &["list"]),
                resource("secrets", "Secret", true, &["list"]),
            ],
        ),
        "/apis/networking.istio.io/v1" => {
            list("networking.istio.io/v1", &[gateways(), resource("reviews", "Review", true, &["create"])])
        }
        "/apis/networking.istio.io/v1beta1" => list(
            "networking.istio.io/v1beta1",
            &[gateways(), resource("serviceentries", "ServiceEntry", true, &["list"])],
        ),
        _ => return None,
    })
}

#[test]
fn both_ways_find_the_same_kinds() {
    let new = discovered(|path, is_aggregated| is_aggregated.then(|| aggregated(path))).unwrap();
    let old = discovered(|path, _| one_at_a_time(path)).unwrap();
    let names = |served: &Served| {
        let kinds = served.kinds.iter();
        kinds.map(|kind| (kind.name(), kind.version.clone(), kind.is_namespaced)).collect::<Vec<_>>()
    };
    let want = [
        ("nodes", "v1", false),
        ("pods", "v1", true),
        ("gateways.networking.istio.io", "v1", true),
        ("serviceentries.networking.istio.io", "v1beta1", true),
    ];
    let want = want.map(|(name, version, is_namespaced)| (name.to_owned(), version.to_owned(), is_namespaced));
    assert_eq!(names(&new), want);
    assert_eq!(names(&old), want);
    for served in [new, old] {
        let missing: Vec<&str> = served.missing.iter().map(|(group, _)| group.as_str()).collect();
        assert_eq!(missing, ["gateway.networking.k8s.io/v1", "security.istio.io"], "{:?}", served.missing);
    }
}

#[test]
fn a_server_that_refuses_both_says_why() {
    let error = discovered(|_, _| None).unwrap_err().to_string();
    assert!(error.contains("no answer"), "{error}");
}
