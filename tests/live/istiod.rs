//! Two istiods that serve the replayed Envoys: their debug pages, as Istio 1.32 and 1.17 print them. Of each proxy they
//! would send what the test's own control plane did send, but for the frontend.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

use serde_json::{Value, json};

use super::replay::Replay;
use super::server::{Request, ok, serve};

/// Where they listen, by address.
pub(crate) const PORT: u16 = 15901;
/// Their pods.
pub(crate) const PODS: [(&str, Ipv4Addr); 2] =
    [("istiod-new-1", Ipv4Addr::new(10, 99, 4, 1)), ("istiod-old-1", Ipv4Addr::new(10, 99, 4, 2))];
/// The namespaces that the second one serves.
const OF_OLD: [&str; 2] = ["pay", "team-b"];
/// What is not as it should be.
pub(crate) const NACK: &str =
    "Error adding/updating cluster(s) outbound|9080|v1|reviews.shop.svc.cluster.local: hash policy without a hash";

/// Serves until the process ends.
pub(crate) fn start(replays: &Arc<BTreeMap<String, Replay>>, resources: &[Value]) {
    let configz = configz(resources);
    let replays = replays.clone();
    let listener = TcpListener::bind(("0.0.0.0", PORT)).unwrap();
    serve(listener, move |request| Some(answer(request, &replays, &configz)));
}

/// `POD.NAMESPACE` of a node id.
fn id(node: &str) -> &str {
    node.split('~').nth(2).unwrap_or_default()
}

fn is_of_old(id: &str) -> bool {
    id.rsplit_once('.').is_some_and(|(_, namespace)| OF_OLD.contains(&namespace))
}

fn answer(request: &Request, replays: &BTreeMap<String, Replay>, configz: &Value) -> Vec<u8> {
    let is_old = request.to == PODS[1].1;
    let own = || replays.iter().filter(|(node, _)| is_of_old(id(node)) == is_old);
    let (page, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
    let body = match page {
        "/debug/syncz" => Value::Array(own().map(|(node, _)| row(node, is_old)).collect()),
        "/debug/configz" => configz.clone(),
        "/debug/endpointz" => json!({ "reviews.shop.svc.cluster.local": { "shop": { "Shards": {} } } }),
        "/debug/config_dump" => {
            let wanted = query.split('&').find_map(|part| part.strip_prefix("proxyID=")).unwrap_or_default();
            match own().find(|(node, _)| id(node) == wanted) {
                Some((_, replay)) => intended(wanted, replay),
                None => return not_found("Proxy not connected to this Pilot instance"),
            }
        }
        _ => return not_found("404 page not found"),
    };
    ok(body.to_string().as_bytes())
}

fn not_found(says: &str) -> Vec<u8> {
    format!("HTTP/1.1 404 Not Found\r\ncontent-length: {}\r\n\r\n{says}", says.len()).into_bytes()
}

/// All is taken, but for clusters of one and endpoints of another.
fn row(node: &str, is_old: bool) -> Value {
    let (kind, id) = (node.split('~').next().unwrap_or_default(), id(node));
    if is_old {
        let mut row = json!({ "cluster_id": "Kubernetes", "proxy": id, "istio_version": "1.17.8" });
        for kind in ["cluster", "listener", "route", "endpoint"] {
            row[format!("{kind}_sent")] = "n1".into();
            row[format!("{kind}_acked")] = "n1".into();
        }
        return row;
    }
    let fine = json!({ "sent": "n1", "acked": "n1", "sentTime": "2026-11-20T13:00:00Z" });
    let mut resources = json!({});
    for name in ["cluster.v3.Cluster", "listener.v3.Listener", "endpoint.v3.ClusterLoadAssignment"] {
        resources[format!("type.googleapis.com/envoy.config.{name}")] = fine.clone();
    }
    if id.starts_with("reviews-v2") {
        let clusters = &mut resources["type.googleapis.com/envoy.config.cluster.v3.Cluster"];
        clusters["acked"] = "n0".into();
        clusters["lastError"] = NACK.into();
    }
    if id.starts_with("details-v1") {
        resources["type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment"]["acked"] = "n0".into();
    }
    json!({ "cluster_id": "Kubernetes", "proxy": id, "proxy_type": kind, "istio_version": "1.32.0", "resources": resources })
}

/// What it would send: of the frontend one cluster has another time limit, one is gone, and one is new.
fn intended(id: &str, replay: &Replay) -> Value {
    let mut clusters = replay.clusters.clone();
    if id.starts_with("frontend-v1") {
        let changed = clusters.iter_mut().find(|cluster| cluster["name"] == super::case::status::CHANGED).unwrap();
        changed["connect_timeout"] = "3s".into();
        let renamed = clusters.iter_mut().find(|cluster| cluster["name"] == super::case::status::GONE).unwrap();
        renamed["name"] = super::case::status::NEW.into();
    }
    let typed = |kind: &str, value: &Value| {
        let mut value = value.clone();
        value["@type"] = format!("type.googleapis.com/envoy.config.{kind}").into();
        value
    };
    let section = |name: &str, field: &str, entries: Vec<Value>| {
        let mut section = json!({ "@type": format!("type.googleapis.com/envoy.admin.v3.{name}") });
        section[field] = entries.into();
        section
    };
    let listener = |listener: &Value| json!({ "name": listener["name"], "active_state": { "listener": typed("listener.v3.Listener", listener), "version_info": "1" } });
    let routes =
        replay.routes.values().map(|table| json!({ "route_config": typed("route.v3.RouteConfiguration", table) }));
    spelled(json!({ "configs": [
        { "@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump" },
        section("ClustersConfigDump", "dynamic_active_clusters",
            clusters.iter().map(|cluster| json!({ "cluster": typed("cluster.v3.Cluster", cluster) })).collect()),
        section("ListenersConfigDump", "dynamic_listeners", replay.listeners.iter().map(listener).collect()),
        section("RoutesConfigDump", "dynamic_route_configs", routes.collect()),
    ] }))
}

/// Names of fields as JSON has them.
fn spelled(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(spelled).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, field)| (camel(&name), spelled(field))).collect(),
        other => other,
    }
}

fn camel(name: &str) -> String {
    let mut parts = name.split('_').filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| name + &part[..1].to_uppercase() + &part[1..])
}

/// The resources as istiod has them, and one that it made of a route.
fn configz(resources: &[Value]) -> Value {
    let is_istios =
        |object: &&Value| object["apiVersion"].as_str().is_some_and(|version| version.contains(".istio.io/"));
    let mut objects: Vec<Value> = resources.iter().filter(is_istios).cloned().collect();
    objects.push(json!({
        "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
        "metadata": {
            "name": "shop~edge~istio-autogenerated-k8s-gateway~http~assets.edge.example.test", "namespace": "shop",
            "annotations": { "internal.istio.io/parents": "HTTPRoute/assets.shop" },
        },
        "spec": {},
    }));
    Value::Array(objects)
}
