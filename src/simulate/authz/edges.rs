//! TLS from every client to every port of every service: what each offers, what the endpoints take, and what comes of it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::meet::{Met, Verdict, departure, meet};
use crate::base::name::{ClusterName, ProxyId};
use crate::correlate::services::PortProtocol;
use crate::model::peek;
use crate::simulate::connection::Wire;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::engine::{Engine, ProxyEngine};
use crate::simulate::tls::TlsClient;
use crate::simulate::upstream::cluster::{ClusterNode, Hosts};
use crate::simulate::upstream::host::Host;
use crate::simulate::upstream::socket::Socket;
use crate::simulate::walk::place::Places;

/// Endpoints of a service that a client meets in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Edge {
    /// The client's workload, as `NAMESPACE/NAME`.
    pub client: String,
    /// One of its proxies.
    pub proxy: ProxyId,
    /// The cluster.
    pub cluster: String,
    /// The service.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The subset, where it is met in another way than the whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subset: String,
    /// What the client offers.
    pub offer: Offer,
    /// The server's workload; absent outside of what was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// One of its proxies, where one was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server_proxy: Option<ProxyId>,
    /// The port that it takes the connection at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server_port: Option<u16>,
    /// What it takes there: `STRICT`, `PERMISSIVE`, `DISABLE`, `no proxy`, …
    pub accepts: &'static str,
    /// What comes of it.
    pub verdict: Verdict,
    /// Why it fails, or is not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The endpoints.
    pub endpoints: Vec<String>,
}

/// What a client offers to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Offer {
    /// What it speaks.
    pub tls: Offered,
    /// Why: auto mTLS by the endpoint's metadata, or what the cluster says.
    pub because: String,
    /// The server name that it asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sni: Option<String>,
}

/// What a client speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Offered {
    /// No TLS.
    Plaintext,
    /// The application's own TLS, as its port says.
    Own,
    /// TLS without a certificate of its own.
    Simple,
    /// TLS with its certificate.
    Mutual,
    /// A tunnel of ambient.
    Tunnel,
}

impl Offered {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plaintext => "plaintext",
            Self::Own => "the application's TLS",
            Self::Simple => "TLS",
            Self::Mutual => "mutual TLS",
            Self::Tunnel => "HBONE",
        }
    }
}

/// All edges from some clients, in the order of their names. `wants` chooses among hosts and ports.
pub fn edges(engine: &Engine, clients: &[&ProxyId], wants: &(dyn Fn(&str, u16) -> bool + Sync)) -> Vec<Edge> {
    let places = Places::new(engine.mesh);
    let proxies: Vec<&ProxyEngine> = clients.iter().filter_map(|id| engine.proxy(id)).collect();
    let mut all: Vec<Edge> =
        proxies.par_iter().flat_map_iter(|proxy| of_client(engine, &places, proxy, wants)).collect();
    all.sort_by(|left, right| key(left).cmp(&key(right)));
    // Pods of one workload that see the same are one client.
    all.dedup_by(|next, known| {
        let alike = is_alike(known, next) && known.subset == next.subset;
        if alike {
            merge(&mut known.endpoints, &next.endpoints);
        }
        alike
    });
    all
}

fn key(edge: &Edge) -> (&str, &str, u16, &str, Verdict, &Offer, &Option<String>, &str, &str) {
    (
        &edge.client,
        &edge.host,
        edge.port,
        &edge.subset,
        edge.verdict,
        &edge.offer,
        &edge.server,
        edge.accepts,
        &edge.why,
    )
}

/// Whether two differ in no more than the subset and the pods.
fn is_alike(one: &Edge, other: &Edge) -> bool {
    (&one.client, &one.host, one.port, &one.offer, &one.server, one.accepts, one.verdict, &one.why)
        == (
            &other.client,
            &other.host,
            other.port,
            &other.offer,
            &other.server,
            other.accepts,
            other.verdict,
            &other.why,
        )
}

fn merge(known: &mut Vec<String>, more: &[String]) {
    known.extend(more.iter().filter(|address| !known.contains(address)).cloned().collect::<Vec<_>>());
}

fn of_client(
    engine: &Engine,
    places: &Places,
    proxy: &ProxyEngine,
    wants: &(dyn Fn(&str, u16) -> bool + Sync),
) -> Vec<Edge> {
    let entries = &proxy.proxy.dump.clusters;
    let names = entries.iter().filter_map(|entry| peek::name(entry.item.text(), &["cluster"], &["name"]));
    let mut wanted: Vec<String> = names
        .filter(|name| {
            ClusterName::parse(name).is_some_and(|name| name.direction == "outbound" && wants(name.host, name.port))
        })
        .collect();
    // The whole service before its subsets.
    wanted.sort_by_key(|name| {
        ClusterName::parse(name).map(|name| (name.host.to_owned(), name.port, name.subset.to_owned()))
    });
    wanted.dedup();
    let mut found: Vec<Edge> = Vec::new();
    for name in &wanted {
        let (Some(cluster), Some(parts)) = (proxy.cluster(name), ClusterName::parse(name)) else { continue };
        let own = of_cluster(engine, places, proxy, &cluster, &parts);
        let is_new = |edge: &Edge| parts.subset.is_empty() || !found.iter().any(|known| is_alike(known, edge));
        let fresh: Vec<Edge> = own.into_iter().filter(is_new).collect();
        found.extend(fresh);
    }
    found
}

fn of_cluster(
    engine: &Engine,
    places: &Places,
    proxy: &ProxyEngine,
    cluster: &ClusterNode,
    name: &ClusterName,
) -> Vec<Edge> {
    let Hosts::Known(hosts) = &cluster.hosts else { return Vec::new() };
    let mut clients: BTreeMap<(String, Option<String>), Option<Arc<TlsClient>>> = BTreeMap::new();
    let mut edges: Vec<Edge> = Vec::new();
    let services = engine.mesh.services.by_host(name.host).iter().flat_map(|service| &service.ports);
    let speaks_tls = services.filter(|port| port.number == name.port).any(|port| port.protocol == PortProtocol::Tls);
    for host in hosts {
        let socket = cluster.sockets.of(Some(host));
        let sni = sni(socket, host);
        let client = clients.entry((socket.name.clone(), sni.clone())).or_insert_with(|| {
            let tls = socket.tls.as_ref()?;
            Some(Arc::new(TlsClient::new(proxy, tls, sni.clone(), tls.alpn.clone())))
        });
        let address = host.address.parse::<SocketAddr>();
        let wire = if speaks_tls && client.is_none() { Wire::Tls } else { Wire::Bytes };
        let departure = departure(client.clone(), wire, &cluster.config.name, &host.address);
        let met = match (&host.internal, address) {
            (Some(_), _) => tunnel(),
            (None, Ok(address)) => meet(engine, places, proxy, &departure, address),
            (None, Err(_)) => outside(&departure),
        };
        let edge = Edge {
            client: engine.mesh.workload(&proxy.proxy.id),
            proxy: proxy.proxy.id.clone(),
            cluster: cluster.config.name.clone(),
            host: name.host.to_owned(),
            port: name.port,
            subset: name.subset.to_owned(),
            offer: offer(cluster, socket, &departure, host, sni),
            server: met.server,
            server_proxy: met.proxy,
            server_port: address_port(&host.address),
            accepts: met.mode,
            verdict: met.verdict,
            why: met.why,
            endpoints: vec![host.address.clone()],
        };
        match edges.iter_mut().find(|known| is_alike(known, &edge)) {
            Some(known) => merge(&mut known.endpoints, &edge.endpoints),
            None => edges.push(edge),
        }
    }
    edges
}

fn address_port(address: &str) -> Option<u16> {
    address.parse::<SocketAddr>().ok().map(|address| address.port())
}

fn sni(socket: &Socket, host: &Host) -> Option<String> {
    let tls = socket.tls.as_ref()?;
    let automatic = (tls.auto_host_sni && !host.hostname.is_empty()).then(|| host.hostname.clone());
    automatic.or_else(|| (!tls.sni.is_empty()).then(|| tls.sni.clone()))
}

fn offer(cluster: &ClusterNode, socket: &Socket, departure: &Departure, host: &Host, sni: Option<String>) -> Offer {
    let client = departure.client.as_ref();
    let tls = match client {
        _ if host.internal.is_some() => Offered::Tunnel,
        Some(client) if client.certificate().is_some() => Offered::Mutual,
        Some(_) => Offered::Simple,
        None if departure.carried == Carried::Bytes(Wire::Tls) => Offered::Own,
        None => Offered::Plaintext,
    };
    let is_auto = cluster.sockets.matches().any(|(wanted, _)| wanted.contains_key("tlsMode"));
    let mode = host.socket.get("tlsMode").and_then(|mode| mode.as_str());
    let because = match (socket.name.as_str(), mode) {
        ("tlsMode-istio", _) if is_auto => "auto mTLS: the endpoint has tlsMode=istio".to_owned(),
        ("tlsMode-disabled", None) if is_auto => "auto mTLS: the endpoint has no tlsMode".to_owned(),
        ("tlsMode-disabled", Some(mode)) if is_auto => format!("auto mTLS: the endpoint has tlsMode={mode}"),
        ("", _) if client.is_some() => "the cluster's TLS".to_owned(),
        ("", _) => "the cluster has no TLS".to_owned(),
        (_, _) if client.is_some() => "for every endpoint, no auto mTLS".to_owned(),
        (_, _) => "no TLS for any endpoint, no auto mTLS".to_owned(),
    };
    Offer { tls, because, sni }
}

fn tunnel() -> Met {
    Met { server: None, proxy: None, mode: "HBONE", verdict: Verdict::Tunnel, why: String::new() }
}

fn outside(departure: &Departure) -> Met {
    let verdict = match (&departure.client, departure.carried == Carried::Bytes(Wire::Tls)) {
        (Some(_), _) => Verdict::Simple,
        (None, true) => Verdict::PassedThrough,
        (None, false) => Verdict::Plaintext,
    };
    Met { server: None, proxy: None, mode: "outside", verdict, why: String::new() }
}
