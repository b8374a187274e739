//! The resources of all Envoys, over REST (`POST /v3/discovery:KIND`).

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::replay::{Replay, XDS_PORT, secret};
use super::server::{Request, ok, serve};

/// Serves until the process ends.
pub(crate) fn start(replays: &Arc<BTreeMap<String, Replay>>, keys: &Path) {
    let listener = TcpListener::bind(("127.0.0.1", XDS_PORT)).unwrap();
    let (replays, keys): (_, PathBuf) = (replays.clone(), keys.to_owned());
    serve(listener, move |request| Some(answer(request, &replays, &keys)));
}

fn answer(request: &Request, replays: &BTreeMap<String, Replay>, keys: &Path) -> Vec<u8> {
    let asked: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let either = |camel: &str, snake: &str| asked.get(camel).or_else(|| asked.get(snake)).cloned().unwrap_or_default();
    let version = either("versionInfo", "version_info");
    if version == "1" {
        return b"HTTP/1.1 304 Not Modified\r\ncontent-length: 0\r\n\r\n".to_vec();
    }
    let names = either("resourceNames", "resource_names");
    let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let Some(replay) = asked["node"]["id"].as_str().and_then(|node| replays.get(node)) else {
        return b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_vec();
    };
    let typed = |kind: &str, value: &Value| {
        let mut value = value.clone();
        value["@type"] = format!("type.googleapis.com/envoy.config.{kind}").into();
        value
    };
    let by_name = |of: &BTreeMap<String, Value>, kind: &str| -> Vec<Value> {
        names.iter().filter_map(|name| of.get(*name)).map(|value| typed(kind, value)).collect()
    };
    let resources: Vec<Value> = match request.path.rsplit(':').next().unwrap_or_default() {
        "clusters" => replay.clusters.iter().map(|cluster| typed("cluster.v3.Cluster", cluster)).collect(),
        "listeners" => replay.listeners.iter().map(|listener| typed("listener.v3.Listener", listener)).collect(),
        "routes" => by_name(&replay.routes, "route.v3.RouteConfiguration"),
        "endpoints" => {
            let empty = |name: &str| json!({ "cluster_name": name });
            let known = |name: &&str| replay.endpoints.get(*name).cloned().unwrap_or_else(|| empty(name));
            names.iter().map(known).map(|value| typed("endpoint.v3.ClusterLoadAssignment", &value)).collect()
        }
        "secrets" => names.iter().map(|name| secret(name, keys)).collect(),
        _ => Vec::new(),
    };
    ok(json!({ "version_info": "1", "resources": resources }).to_string().as_bytes())
}
