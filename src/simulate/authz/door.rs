//! The kinds of connections that a proxy takes from others: its inbound filter chains.

use super::bound::{Bound, bound};
use crate::model::ProxyKind;
use crate::model::envoy::filter_chain::Filter;
use crate::simulate::engine::ProxyEngine;
use crate::simulate::listener::{ChainNode, ListenerNode};
use crate::simulate::network::NetworkChain;
use crate::simulate::network::chain::Node;
use crate::simulate::tls::ServerTls;

/// One inbound filter chain.
#[derive(Debug)]
pub struct Door {
    /// Its listener.
    pub listener: String,
    /// `LISTENER|INDEX`, or its name where a tree chooses it.
    pub chain: String,
    /// What it is for, where ports do not tell: a service of a waypoint.
    pub service: Option<String>,
    /// The one port that it is for; else those that no other chain is for.
    pub port: Option<u16>,
    /// Whether it speaks HTTP.
    pub http: bool,
    /// Whom it knows its clients by.
    pub clients: Clients,
    /// What is asked of requests or connections, in the order of the filters.
    pub bound: Vec<Bound>,
    /// Whether a token is read here.
    pub reads_tokens: bool,
}

/// Whom a chain knows its clients by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clients {
    /// Their certificates: one is required.
    Certified,
    /// They may or may not have one.
    Maybe,
    /// Nobody has one.
    Unknown,
}

/// Ports at which istio-proxy answers for itself.
const OWN: [u16; 2] = [15021, 15090];

/// The inbound chains of a proxy.
pub fn doors(engine: &ProxyEngine) -> Vec<Door> {
    let listeners = engine.listeners().all.iter().filter(|listener| is_inbound(engine.proxy.kind, listener));
    let mut doors = Vec::new();
    for listener in listeners {
        let chains = listener.chains.iter().chain(&listener.default_chain);
        let kept = chains.filter(|chain| !chain.config.name.ends_with("-blackhole"));
        doors.extend(kept.map(|chain| door(engine, listener, chain)));
    }
    doors
}

fn is_inbound(kind: ProxyKind, listener: &ListenerNode) -> bool {
    match kind {
        ProxyKind::Sidecar => listener.config.name == "virtualInbound",
        // Connections come by an HBONE listener; what is asked of them stands behind it.
        ProxyKind::Waypoint => listener.config.name == "main_internal",
        ProxyKind::Gateway | ProxyKind::Standalone => {
            let port = listener.config.address.port();
            listener.config.is_bound() && !port.is_some_and(|port| OWN.contains(&port))
        }
    }
}

fn door(engine: &ProxyEngine, listener: &ListenerNode, chain: &ChainNode) -> Door {
    let network = chain.filters.get_or_init(|| NetworkChain::new(&chain.config));
    let manager = network.nodes.iter().find_map(|node| match &node.node {
        Node::Http(manager) => Some(manager),
        Node::Filter(_) | Node::TcpProxy(_) | Node::NoEffect(_) | Node::Terminal(_) | Node::NotModelled(_) => None,
    });
    let http: &[Filter] = manager.map_or(&[], |manager| &manager.config.http_filters);
    let of_listener = || listener.config.address.port();
    let matched = chain.config.filter_chain_match.as_ref().and_then(|matches| matches.destination_port);
    let port = match engine.proxy.kind {
        ProxyKind::Gateway | ProxyKind::Standalone => matched.or_else(of_listener),
        ProxyKind::Sidecar => matched,
        // `inbound-vip|PORT|PROTOCOL|HOST`.
        ProxyKind::Waypoint => chain.config.name.split('|').nth(1).and_then(|port| port.parse().ok()),
    };
    let tls = chain.tls.get_or_init(|| ServerTls::of_chain(&chain.config, engine));
    let clients = match (engine.proxy.kind, tls) {
        (ProxyKind::Waypoint, _) => Clients::Certified,
        (_, Some(tls)) if tls.is_mutual() => Clients::Certified,
        (_, Some(tls)) if tls.asks() => Clients::Maybe,
        (_, Some(_) | None) => Clients::Unknown,
    };
    Door {
        listener: listener.config.name.clone(),
        chain: chain.id.clone(),
        service: service(&chain.config.name).filter(|_| engine.proxy.kind == ProxyKind::Waypoint),
        port,
        http: manager.is_some(),
        clients,
        bound: chain.config.filters.iter().chain(http).filter_map(bound).collect(),
        reads_tokens: http.iter().any(|filter| filter.name.ends_with("jwt_authn")),
    }
}

/// What a chain of a waypoint is for: `inbound-vip|PORT|PROTOCOL|HOST`, or pods by their own address.
fn service(chain: &str) -> Option<String> {
    let mut parts = chain.split('|').skip(1);
    match (parts.next(), parts.nth(1)) {
        (Some(port), Some(host)) => Some(format!("{host}:{port}")),
        _ => chain.starts_with("direct-").then(|| "pods by their own address".to_owned()),
    }
}
