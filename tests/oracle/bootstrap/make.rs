//! The bootstrap as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddrV4};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::access_log;
use super::dump::{listeners, section};
use crate::oracle::certificates::{Authority, Leaf};
use crate::oracle::envoy;
use crate::oracle::fixture::Subject;

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

/// Whose certificates a proxy has and trusts, and where it stands.
pub(crate) struct Setting<'a> {
    /// Signs workloads.
    pub(crate) mesh: &'a Authority,
    /// Signs everybody else: the hosts of gateways, their clients, the world.
    pub(crate) public: &'a Authority,
    /// What it shows as a workload.
    pub(crate) own: Arc<Leaf>,
    /// Its place among others; none where one sink stands for everything around it.
    pub(crate) seat: Option<Seat>,
}

/// The place of a proxy among others, in one network.
pub(crate) struct Seat {
    /// Where it takes connections that are redirected to it.
    pub(crate) door: Ipv4Addr,
    /// Where its connections to its own application come from.
    pub(crate) home: Ipv4Addr,
    /// The host names behind made-up addresses, the same for all.
    pub(crate) names: BTreeMap<Ipv4Addr, String>,
}

/// What the conversion works with.
pub(crate) struct Making<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) dump: &'a Value,
    pub(crate) log: String,
    pub(crate) response_headers: BTreeSet<String>,
    pub(crate) setting: &'a Setting<'a>,
    pub(crate) made: Bootstrap,
}

/// Makes the bootstrap of a proxy.
pub(crate) fn make(subject: &Subject, folder: &Path, setting: &Setting) -> Bootstrap {
    let dump = &subject.dump;
    let log = folder.join("access.log").display().to_string();
    let response_headers = access_log::response_headers(dump);
    let names = setting.seat.as_ref().map(|seat| seat.names.clone()).unwrap_or_default();
    let made = Bootstrap { names, ..Bootstrap::default() };
    let mut making = Making { subject, dump, log, response_headers, setting, made };
    let clusters = making.clusters();
    let listeners: Vec<Value> = listeners(dump).into_iter().map(|listener| making.listener(listener.clone())).collect();
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
        "admin": { "address": { "pipe": { "path": envoy::admin(folder) } } },
        "bootstrap_extensions": [
            { "name": "envoy.bootstrap.internal_listener", "typed_config": { "@type": internal_listener } },
        ],
        "static_resources": { "clusters": clusters, "listeners": listeners },
    });
    making.made
}
