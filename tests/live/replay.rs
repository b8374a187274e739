//! A recorded config dump as what a real Envoy starts with and is sent, so that it prints the same dump again: the
//! resources come from a server of the test's own in place of istiod.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::Path;

use serde_json::{Value, json};

/// Where the resources come from.
pub(crate) const XDS_PORT: u16 = 18000;
const XDS_CLUSTER: &str = "replay-xds";
/// Extensions that the published Envoy does not have.
const LEFT_OUT: [&str; 7] = [
    "envoy.tcp.metadataexchange",
    "io.istio.http.peer_metadata",
    "stats.PluginConfig",
    "istio.envoy.config.filter.http.alpn",
    "envoy.extensions.network_filters.peer_metadata",
    "mysql_proxy",
    "istio.workload.BootstrapExtension",
];

/// What an Envoy starts with, and what it is sent.
pub(crate) struct Replay {
    pub(crate) node: String,
    pub(crate) bootstrap: Value,
    pub(crate) clusters: Vec<Value>,
    pub(crate) listeners: Vec<Value>,
    pub(crate) routes: BTreeMap<String, Value>,
    pub(crate) endpoints: BTreeMap<String, Value>,
}

/// Takes a dump apart. The admin port is at the pod's address: all Envoys share a network here.
pub(crate) fn replay(dump: &Value, admin: Ipv4Addr) -> Replay {
    let section = |name: &str| -> Vec<&Value> {
        let sections = dump["configs"].as_array().unwrap().iter();
        sections.filter(|section| section["@type"].as_str().is_some_and(|kind| kind.ends_with(name))).collect()
    };
    let list = |name: &str, field: &str| -> Vec<Value> {
        section(name).iter().flat_map(|section| section[field].as_array().cloned().unwrap_or_default()).collect()
    };
    let clusters = list(".ClustersConfigDump", "dynamic_active_clusters").into_iter();
    let clusters = clusters.chain(list(".ClustersConfigDump", "dynamic_warming_clusters")).map(|entry| {
        let mut cluster = clean(entry["cluster"].clone());
        if let Some(config) = cluster.get_mut("eds_cluster_config") {
            config["eds_config"] = source();
        }
        cluster
    });
    let listeners = list(".ListenersConfigDump", "dynamic_listeners").into_iter().filter_map(|entry| {
        let state = entry.get("active_state").or_else(|| entry.get("warming_state"))?;
        Some(clean(state["listener"].clone()))
    });
    let by_name = |entries: Vec<Value>, field: &str, name: &str| -> BTreeMap<String, Value> {
        let configs = entries.into_iter().map(|mut entry| entry[field].take());
        configs.map(|config| (config[name].as_str().unwrap_or_default().to_owned(), clean(config))).collect()
    };
    let mut bootstrap = clean(section(".BootstrapConfigDump")[0]["bootstrap"].clone());
    let node = bootstrap["node"]["id"].as_str().unwrap_or_default().to_owned();
    start_with(&mut bootstrap, admin);
    Replay {
        node,
        bootstrap,
        clusters: clusters.collect(),
        listeners: listeners.collect(),
        routes: by_name(list(".RoutesConfigDump", "dynamic_route_configs"), "route_config", "name"),
        endpoints: by_name(list(".EndpointsConfigDump", "dynamic_endpoint_configs"), "endpoint_config", "cluster_name"),
    }
}

/// A secret for a name: all have the same throw-away pair, as dumps hold no keys.
pub(crate) fn secret(name: &str, folder: &Path) -> Value {
    let file = |name: &str| json!({ "filename": folder.join(name) });
    let kind = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret";
    if name.starts_with("ROOTCA") || name.starts_with("file-root") || name.ends_with("-cacert") {
        return json!({ "@type": kind, "name": name, "validation_context": { "trusted_ca": file("ca.crt") } });
    }
    let pair = json!({ "certificate_chain": file("server.crt"), "private_key": file("server.key") });
    json!({ "@type": kind, "name": name, "tls_certificate": pair })
}

fn start_with(bootstrap: &mut Value, admin: Ipv4Addr) {
    let fields = bootstrap.as_object_mut().unwrap();
    fields.remove("@type");
    fields.insert("dynamic_resources".to_owned(), json!({ "lds_config": source(), "cds_config": source() }));
    if let Some(node) = bootstrap["node"].as_object_mut() {
        for field in ["extensions", "user_agent_name", "user_agent_build_version"] {
            node.remove(field);
        }
    }
    bootstrap["admin"] = json!({ "address": { "socket_address": { "address": admin, "port_value": 15000 } } });
    let server = json!({ "socket_address": { "address": "127.0.0.1", "port_value": XDS_PORT } });
    let clusters = bootstrap["static_resources"]["clusters"].as_array_mut().unwrap();
    clusters.retain(|cluster| cluster["name"] != XDS_CLUSTER);
    clusters.push(json!({
        "name": XDS_CLUSTER, "type": "STATIC", "connect_timeout": "5s",
        // All that it asks for at once waits in a line: thirteen times a hundred connections would be refused.
        "circuit_breakers": { "thresholds": [{ "max_connections": 4, "max_pending_requests": 10000 }] },
        "load_assignment": {
            "cluster_name": XDS_CLUSTER,
            "endpoints": [{ "lb_endpoints": [{ "endpoint": { "address": server } }] }],
        },
    }));
}

/// Where a resource comes from: asked for once, as nothing changes.
fn source() -> Value {
    json!({
        "api_config_source": {
            "api_type": "REST", "transport_api_version": "V3", "cluster_names": [XDS_CLUSTER],
            "refresh_delay": "3600s", "request_timeout": "20s",
        },
        "resource_api_version": "V3", "initial_fetch_timeout": "20s",
    })
}

fn is_dynamic(source: Option<&Value>) -> bool {
    source.is_some_and(|source| source.get("ads").is_some() || source.get("api_config_source").is_some())
}

fn is_left_out(item: &Value) -> bool {
    let config = &item["typed_config"];
    let names = [&config["@type"], &config["type_url"]].map(|name| name.as_str().unwrap_or_default());
    LEFT_OUT.iter().any(|word| names.iter().any(|name| name.contains(word)))
}

/// The value without what the published Envoy lacks, and with sources that lead here.
fn clean(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().filter(|item| !is_left_out(item)).map(clean).collect(),
        Value::Object(fields) => {
            let mut value: Value = fields.into_iter().map(|(name, field)| (name, clean(field))).collect();
            for (of, field) in [("route_config_name", "config_source"), ("name", "sds_config")] {
                if value.get(of).is_some() && is_dynamic(value.get(field)) {
                    value[field] = source();
                }
            }
            value
        }
        other => other,
    }
}
