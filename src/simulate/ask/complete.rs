//! A question made complete: every field that was left out gets the value a person would expect.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use jiff::Timestamp;

use super::Ask;
use super::gateway::port_of_gateway;
use super::lookup::{self, Found, Standpoint, Unresolved};
use super::target::{Scheme, Target};
use crate::correlate::services::PortProtocol;
use crate::model::ProxyKind;
use crate::simulate::engine::ProxyEngine;
use crate::simulate::network::chain::{NetworkChain, Node};
use crate::simulate::request::{Direction, Protocol, Request, Transport};

/// Stands for a client inside the cluster, where nobody says which.
pub const SOME_POD: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 99, 0, 9));
/// Stands for a client of a gateway, where nobody says which.
pub const SOME_CLIENT: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 10));

/// A request, and what the reader should know of how it came about.
#[derive(Debug, Clone)]
pub struct Completed {
    /// The request.
    pub request: Request,
    /// Assumptions.
    pub remarks: Vec<String>,
}

/// Completes a question to a proxy.
///
/// # Errors
/// Where it does not say enough, or contradicts itself.
pub fn complete(engine: &ProxyEngine, ask: &Ask) -> Result<Completed, Unresolved> {
    let target = match &ask.to {
        Some(to) => Some(Target::parse(to).map_err(Unresolved)?),
        None => None,
    };
    let mut remarks = Vec::new();
    let own = engine.proxy.addresses();
    let named = ask.dst.as_deref().and_then(lookup::outside_name);
    let (direction, found) = match (&ask.dst, &target) {
        (Some(dst), _) => {
            let address: SocketAddr = match &named {
                Some((_, address)) => *address,
                None => dst.parse().map_err(|_| Unresolved(format!("dst {dst:?} is no address with a port")))?,
            };
            let direction = ask.direction.unwrap_or_else(|| direction_of(engine.proxy.kind, address.ip(), &own));
            let found = Found {
                ip: address.ip(),
                is_known: true,
                port: address.port(),
                protocol: PortProtocol::Unknown,
                remarks: Vec::new(),
            };
            (direction, found)
        }
        (None, Some(target)) => find(engine, ask.direction, target, &own)?,
        (None, None) => {
            return Err(Unresolved("where to? give a name, an address or a URL with --to (`to`, or `dst`)".to_owned()));
        }
    };
    remarks.extend(found.remarks);
    let destination = SocketAddr::new(found.ip, found.port);
    let scheme = target.as_ref().and_then(|target| target.scheme);
    let protocol = ask
        .protocol
        .or_else(|| scheme.map(protocol_of_scheme))
        .unwrap_or_else(|| protocol_of_port(engine, found.protocol, destination));
    let transport = ask.transport.unwrap_or_else(|| transport(ask, scheme, found.protocol, direction, engine));
    let host = target.as_ref().map(|target| target.host.as_str()).filter(|host| !host.is_empty());
    let sni = ask.sni.clone().or_else(|| {
        let name = host.filter(|host| transport != Transport::Plaintext && host.parse::<IpAddr>().is_err());
        name.filter(|_| direction != Direction::Inbound).map(str::to_owned)
    });
    let authority = match &ask.authority {
        Some(given) => given.clone(),
        None if !protocol.is_http() => None,
        None => Some(match (&target, host) {
            (Some(target), Some(host)) => authority(host, target, scheme),
            _ => destination.to_string(),
        }),
    };
    let path = ask.path.clone().or_else(|| target.and_then(|target| target.path)).unwrap_or_else(|| "/".to_owned());
    let method = ask
        .method
        .clone()
        .unwrap_or_else(|| if protocol == Protocol::Grpc { "POST".to_owned() } else { "GET".to_owned() });
    let source = ask.src.unwrap_or_else(|| match direction {
        Direction::Outbound => own.first().copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        Direction::Inbound => SOME_POD,
        Direction::Gateway => SOME_CLIENT,
    });
    let request = Request {
        direction,
        source,
        destination,
        destination_known: found.is_known,
        destination_name: named.map(|(name, _)| name),
        alpn: ask.alpn.clone().unwrap_or_else(|| alpn(transport, protocol, direction, engine.proxy.kind)),
        transport,
        sni,
        peer: ask.peer.clone(),
        protocol,
        method,
        authority,
        path,
        headers: ask.headers.clone().unwrap_or_default(),
        claims: ask.jwt_claims.clone(),
        at: ask.at.unwrap_or_else(|| clock(engine)),
    };
    Ok(Completed { request, remarks })
}

/// The clock of a request is that of the capture.
fn clock(engine: &ProxyEngine) -> Timestamp {
    engine.mesh.taken_at.or_else(|| engine.as_of()).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn direction_of(kind: ProxyKind, destination: IpAddr, own: &[IpAddr]) -> Direction {
    match kind {
        ProxyKind::Sidecar if own.contains(&destination) => Direction::Inbound,
        ProxyKind::Sidecar => Direction::Outbound,
        ProxyKind::Waypoint => Direction::Inbound,
        ProxyKind::Gateway | ProxyKind::Standalone => Direction::Gateway,
    }
}

/// The direction of a question, and the address it leads to. A gateway is asked at its own address, whatever the name.
fn find(
    engine: &ProxyEngine,
    direction: Option<Direction>,
    target: &Target,
    own: &[IpAddr],
) -> Result<(Direction, Found), Unresolved> {
    let address = target.host.parse::<IpAddr>().ok();
    let at_itself = target.host.is_empty() || address.is_some_and(|ip| ip.is_loopback());
    let guess = match engine.proxy.kind {
        ProxyKind::Sidecar if at_itself => Direction::Inbound,
        kind => direction_of(kind, address.unwrap_or(lookup::SOME_ADDRESS), own),
    };
    let direction = direction.unwrap_or(guess);
    let found = match direction {
        Direction::Outbound => lookup::lookup(&Standpoint::of(engine), target)?,
        Direction::Inbound if engine.proxy.kind == ProxyKind::Waypoint => {
            lookup::lookup(&Standpoint::of(engine), target)?
        }
        Direction::Inbound => {
            let here = Target { host: own.first().map_or_else(String::new, ToString::to_string), ..target.clone() };
            if here.host.is_empty() {
                return Err(Unresolved(
                    "nothing says the address of this pod: give it, as in --to 10.0.0.7:9080".into(),
                ));
            }
            lookup::lookup(&Standpoint::of(engine), &here)?
        }
        Direction::Gateway => port_of_gateway(engine, target, own)?,
    };
    Ok((direction, found))
}

pub(super) fn protocol_of_scheme(scheme: Scheme) -> Protocol {
    match scheme {
        Scheme::Http | Scheme::Https => Protocol::Http1,
        Scheme::Grpc | Scheme::Grpcs => Protocol::Grpc,
        Scheme::Tcp | Scheme::Tls => Protocol::Tcp,
    }
}

/// What a workload speaks to a port: as the service says, or HTTP where the proxy would understand it.
fn protocol_of_port(engine: &ProxyEngine, protocol: PortProtocol, destination: SocketAddr) -> Protocol {
    match protocol {
        PortProtocol::Http | PortProtocol::Tls => Protocol::Http1,
        PortProtocol::Http2 => Protocol::Http2,
        PortProtocol::Grpc => Protocol::Grpc,
        PortProtocol::Tcp => Protocol::Tcp,
        PortProtocol::Unknown => {
            let Some(listener) = engine.listeners().for_address(destination) else {
                return Protocol::Http1;
            };
            let chains = listener.chains.iter().chain(&listener.default_chain);
            let speaks_http = chains.into_iter().any(|chain| {
                let filters = chain.filters.get_or_init(|| NetworkChain::new(&chain.config));
                filters.nodes.iter().any(|filter| matches!(filter.node, Node::Http(_)))
            });
            if speaks_http { Protocol::Http1 } else { Protocol::Tcp }
        }
    }
}

fn transport(
    ask: &Ask,
    scheme: Option<Scheme>,
    protocol: PortProtocol,
    direction: Direction,
    engine: &ProxyEngine,
) -> Transport {
    let of_scheme = match scheme {
        Some(Scheme::Https | Scheme::Grpcs | Scheme::Tls) => Some(Transport::Tls),
        Some(Scheme::Http | Scheme::Grpc | Scheme::Tcp) => Some(Transport::Plaintext),
        None => None,
    };
    if ask.peer.is_some() || (direction == Direction::Inbound && engine.proxy.kind == ProxyKind::Waypoint) {
        return Transport::Mtls;
    }
    of_scheme.unwrap_or(match (ask.sni.is_some(), protocol) {
        (true, _) | (false, PortProtocol::Tls) => Transport::Tls,
        (false, _) => Transport::Plaintext,
    })
}

/// As a sidecar offers it to a sidecar (istio.alpn), or as curl and gRPC clients do.
pub(super) fn alpn(transport: Transport, protocol: Protocol, direction: Direction, kind: ProxyKind) -> Vec<String> {
    let to_sidecar = direction == Direction::Inbound && kind == ProxyKind::Sidecar;
    let list: &[&str] = match (transport, protocol) {
        (Transport::Plaintext, _) => &[],
        (Transport::Mtls, Protocol::Http1) if to_sidecar => &["istio-http/1.1", "istio", "http/1.1"],
        (Transport::Mtls, Protocol::Http2 | Protocol::Grpc) if to_sidecar => &["istio-h2", "istio", "h2"],
        (Transport::Mtls, Protocol::Tcp) if to_sidecar => &["istio-peer-exchange", "istio"],
        (_, Protocol::Http1) => &["http/1.1"],
        (_, Protocol::Http2 | Protocol::Grpc) => &["h2"],
        (_, Protocol::Tcp) => &[],
    };
    list.iter().map(|name| (*name).to_owned()).collect()
}

/// The host as curl sends it: with the port, unless it is the one of the scheme.
pub(super) fn authority(host: &str, target: &Target, scheme: Option<Scheme>) -> String {
    let bracketed = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
    let default = scheme.unwrap_or(Scheme::Http).default_port();
    match target.port {
        Some(port) if Some(port) != default => format!("{bracketed}:{port}"),
        _ => bracketed,
    }
}
