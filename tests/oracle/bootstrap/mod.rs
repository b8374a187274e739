//! A recorded config dump as a static bootstrap for the real Envoy, that decides as the recorded proxy did.
//!
//! | in the dump | in the bootstrap |
//! |---|---|
//! | routes by RDS, endpoints by EDS | inline |
//! | host names of DNS clusters | made-up addresses in 198.18.0.0/15 |
//! | certificates by SDS | of the test's own authority, with the same kind of names |
//! | SAN checks towards endpoints | none: one sink stands for all endpoints |
//! | Istio's own extensions | left out (`clean`); none chooses anything at this hop |
//! | the redirected ports 15001, 15006 | a PROXY line says the original addresses, where the kernel would |
//! | access logs, tracing | one JSON log on every listener, connection manager and TCP proxy |

mod access_log;
mod clean;
mod clusters;
mod listeners;
mod tls;

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddrV4};
use std::path::Path;

use serde_json::{Value, json};

use super::certificates::Authority;
use super::fixture::Subject;
pub(crate) use access_log::ID_HEADER;

/// A bootstrap, and what is needed to read what its Envoy logs.
#[derive(Default)]
pub(crate) struct Bootstrap {
    pub(crate) config: Value,
    /// The source address of a cluster's connections, by which the sink tells clusters apart.
    pub(crate) clusters: BTreeMap<Ipv4Addr, String>,
    /// The host names behind made-up addresses.
    pub(crate) names: BTreeMap<Ipv4Addr, String>,
    /// Every address that a cluster may connect to.
    pub(crate) endpoints: BTreeSet<SocketAddrV4>,
    /// Ports on which the proxy itself listens.
    pub(crate) bound_ports: BTreeSet<u16>,
    /// Ports that clusters use in place of the original one.
    pub(crate) overridden_ports: BTreeSet<u16>,
    /// Chains that speak TLS to the client.
    pub(crate) tls_chains: BTreeSet<String>,
    /// Routes that send copies.
    pub(crate) mirrors: BTreeSet<String>,
    /// Types that were left out.
    pub(crate) stripped: BTreeSet<String>,
}

/// What the conversion works with.
struct Making<'a> {
    subject: &'a Subject,
    dump: &'a Value,
    log: String,
    response_headers: BTreeSet<String>,
    authority: &'a Authority,
    made: Bootstrap,
}

/// Makes the bootstrap of a proxy.
pub(crate) fn make(subject: &Subject, folder: &Path, authority: &Authority) -> Bootstrap {
    let dump = &subject.dump;
    let log = folder.join("access.log").display().to_string();
    let response_headers = access_log::response_headers(dump);
    let mut making = Making { subject, dump, log, response_headers, authority, made: Bootstrap::default() };
    let clusters = making.clusters();
    let listeners: Vec<Value> =
        self::listeners(dump).into_iter().map(|listener| making.listener(listener.clone())).collect();
    let bootstrap = section(dump, "BootstrapConfigDump").and_then(|section| section.get("bootstrap"));
    let recorded = |pointer: &str| bootstrap.and_then(|bootstrap| bootstrap.pointer(pointer)).cloned();
    let internal_listener = "type.googleapis.com/envoy.extensions.bootstrap.internal_listener.v3.InternalListener";
    making.made.config = json!({
        "node": {
            "id": recorded("/node/id"),
            "cluster": recorded("/node/cluster").unwrap_or("oracle".into()),
            "locality": recorded("/node/locality"),
        },
        "layered_runtime": recorded("/layered_runtime").unwrap_or(json!({})),
        "admin": { "address": { "pipe": { "path": super::envoy::admin(folder) } } },
        "bootstrap_extensions": [
            { "name": "envoy.bootstrap.internal_listener", "typed_config": { "@type": internal_listener } },
        ],
        "static_resources": { "clusters": clusters, "listeners": listeners },
    });
    making.made
}

/// A part of a dump.
fn section<'d>(dump: &'d Value, name: &str) -> Option<&'d Value> {
    items(dump, "configs")
        .iter()
        .find(|part| part["@type"].as_str().is_some_and(|kind| kind.rsplit('.').next() == Some(name)))
}

/// A list in an object.
pub(crate) fn items<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The type of an `Any`, without its host; that inside, where it is a `TypedStruct`.
pub(crate) fn type_name(any: &Value) -> &str {
    let outer = any["@type"].as_str().unwrap_or_default();
    let full = if outer.ends_with("TypedStruct") { any["type_url"].as_str().unwrap_or_default() } else { outer };
    full.rsplit('/').next().unwrap_or_default()
}

/// The listeners in use.
pub(crate) fn listeners(dump: &Value) -> Vec<&Value> {
    let Some(section) = section(dump, "ListenersConfigDump") else {
        return Vec::new();
    };
    let dynamic =
        items(section, "dynamic_listeners").iter().filter_map(|entry| entry.pointer("/active_state/listener"));
    dynamic.chain(items(section, "static_listeners").iter().filter_map(|entry| entry.get("listener"))).collect()
}

/// The route tables that came by RDS, by name.
pub(crate) fn route_tables(dump: &Value) -> BTreeMap<&str, &Value> {
    let tables = section(dump, "RoutesConfigDump").map_or(&[][..], |section| items(section, "dynamic_route_configs"));
    tables
        .iter()
        .filter_map(|entry| entry.get("route_config"))
        .filter_map(|table| Some((table["name"].as_str()?, table)))
        .collect()
}

/// The clusters in use.
pub(crate) fn clusters(dump: &Value) -> Vec<&Value> {
    let Some(section) = section(dump, "ClustersConfigDump") else {
        return Vec::new();
    };
    let lists = ["dynamic_active_clusters", "static_clusters"];
    lists.iter().flat_map(|list| items(section, list)).filter_map(|entry| entry.get("cluster")).collect()
}

/// The endpoints by their name in EDS.
pub(crate) fn endpoints(dump: &Value) -> BTreeMap<&str, &Value> {
    let Some(section) = section(dump, "EndpointsConfigDump") else {
        return BTreeMap::new();
    };
    let lists = ["dynamic_endpoint_configs", "static_endpoint_configs"];
    lists
        .iter()
        .flat_map(|list| items(section, list))
        .filter_map(|entry| entry.get("endpoint_config"))
        .filter_map(|config| Some((config["cluster_name"].as_str()?, config)))
        .collect()
}
