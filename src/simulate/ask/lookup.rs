//! From a name to the address that a workload would connect to: the services that were read, else what the proxy's own
//! configuration says of the name.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::target::Target;
use crate::base::name::ClusterName;
use crate::correlate::Mesh;
use crate::correlate::services::{PortProtocol, Service};
use crate::simulate::engine::ProxyEngine;
use crate::simulate::network::chain::{NetworkChain, Node};

/// Stands for an address that nobody knows (TEST-NET-1 of RFC 5737: no cluster uses it).
pub const SOME_ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

/// Why a question is not complete, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved(pub String);

impl std::fmt::Display for Unresolved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a name leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The address.
    pub ip: IpAddr,
    /// Whether it is known or only stands for one.
    pub is_known: bool,
    /// The port.
    pub port: u16,
    /// What the port speaks, as far as a service says so.
    pub protocol: PortProtocol,
    /// What the reader should know about it.
    pub remarks: Vec<String>,
}

/// Where somebody stands who looks a name up.
#[derive(Debug, Clone, Copy)]
pub struct Standpoint<'e, 'm> {
    /// The mesh.
    pub mesh: &'m Mesh,
    /// The namespace, for short names.
    pub namespace: &'e str,
    /// The proxy, whose configuration knows names too.
    pub proxy: Option<&'e ProxyEngine<'m>>,
}

impl<'e, 'm> Standpoint<'e, 'm> {
    /// Beside a proxy.
    pub fn of(engine: &'e ProxyEngine<'m>) -> Self {
        Self { mesh: engine.mesh, namespace: &engine.proxy.id.namespace, proxy: Some(engine) }
    }
}

/// Looks up a name or address.
///
/// # Errors
/// Where no port is given and none follows.
pub fn lookup(here: &Standpoint, target: &Target) -> Result<Found, Unresolved> {
    let default_port = target.port.or_else(|| target.scheme.and_then(super::target::Scheme::default_port));
    if let Ok(ip) = target.host.parse::<IpAddr>() {
        let port = default_port.ok_or_else(|| no_port(&target.host, &[]))?;
        return Ok(Found { ip, is_known: true, port, protocol: PortProtocol::Unknown, remarks: Vec::new() });
    }
    let names = names(here, &target.host);
    let service = names.iter().find_map(|name| service(here, name));
    let ports: Vec<u16> = service.iter().flat_map(|service| service.ports.iter().map(|port| port.number)).collect();
    let port = match (default_port, ports.as_slice()) {
        (Some(port), _) => port,
        (None, [only]) => *only,
        (None, ports) => return Err(no_port(&target.host, ports)),
    };
    let mut remarks = Vec::new();
    let mut protocol = PortProtocol::Unknown;
    if let Some(service) = service {
        match service.ports.iter().find(|known| known.number == port) {
            Some(known) => protocol = known.protocol,
            None => remarks.push(format!("{} has no port {port}: it has {}", service.resource, list(&ports))),
        }
    }
    let ip = service.and_then(|service| address(here, service, &target.host)).or_else(|| {
        let engine = here.proxy?;
        let mut names = names.iter();
        names.find_map(|name| of_virtual_host(engine, name, port).or_else(|| of_listener(engine, name, port)))
    });
    if ip.is_none() {
        remarks
            .push(format!("nothing that was read tells an address of {}: {SOME_ADDRESS} stands for it", target.host));
    }
    Ok(Found { ip: ip.unwrap_or(SOME_ADDRESS), is_known: ip.is_some(), port, protocol, remarks })
}

fn no_port(host: &str, ports: &[u16]) -> Unresolved {
    let known = if ports.is_empty() { String::new() } else { format!(": it has {}", list(ports)) };
    Unresolved(format!("which port of {host}?{known}; write {host}:PORT"))
}

fn list(ports: &[u16]) -> String {
    ports.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// An address that DNS gives for a name outside of the mesh: `dns:NAME:PORT`.
pub fn outside_name(dst: &str) -> Option<(String, SocketAddr)> {
    let (name, port) = dst.strip_prefix("dns:")?.rsplit_once(':')?;
    Some((name.to_owned(), SocketAddr::new(SOME_ADDRESS, port.parse().ok()?)))
}

/// The names that a short one may stand for, in the order of a pod's DNS search list.
fn names(here: &Standpoint, host: &str) -> Vec<String> {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let namespace = here.namespace;
    let of_proxy = here.proxy.and_then(|engine| engine.proxy.dns_domain()?.split_once(".svc."));
    let domain = of_proxy.map_or(here.mesh.services.domain(), |(_, domain)| domain);
    let searched = [format!("{namespace}.svc.{domain}"), format!("svc.{domain}"), domain.to_owned()];
    let mut names: Vec<String> = searched.iter().map(|suffix| format!("{host}.{suffix}")).collect();
    names.push(host);
    names
}

/// The service of a name: of the proxy's namespace, where several have it. A pod of a headless service counts as it.
fn service<'m>(here: &Standpoint<'_, 'm>, name: &str) -> Option<&'m Service> {
    let services = &here.mesh.services;
    let own = |found: &'m [Service]| {
        let near = found.iter().find(|service| service.resource.namespace == here.namespace);
        near.or_else(|| found.first())
    };
    own(services.by_host(name)).or_else(|| {
        let (pod, parent) = name.split_once('.')?;
        own(services.by_host(parent)).filter(|service| service.pods.contains_key(pod))
    })
}

fn address(here: &Standpoint, service: &Service, host: &str) -> Option<IpAddr> {
    if let Some(pod) = host.split('.').next().and_then(|label| service.pods.get(label))
        && !service.host.starts_with(&format!("{}.", host.split('.').next().unwrap_or_default()))
    {
        return Some(*pod);
    }
    let answers_dns = here.proxy.is_some_and(|engine| engine.proxy.bootstrap.node.metadata.dns_capture == "true");
    let allocated = service.allocated.first().filter(|_| answers_dns);
    service.addresses.first().or(allocated).copied()
}

/// istiod lists the address of a service among the domains of its virtual host.
fn of_virtual_host(engine: &ProxyEngine, name: &str, port: u16) -> Option<IpAddr> {
    let tables = [port.to_string(), format!("{name}:{port}")];
    let with_port = format!("{name}:{port}");
    tables.iter().filter_map(|table| engine.route_table(table)).find_map(|table| {
        let host = table.hosts.iter().find(|host| {
            host.config.domains.iter().any(|domain| domain.eq_ignore_ascii_case(name) || *domain == with_port)
        })?;
        host.config.domains.iter().find_map(|domain| domain.trim_matches(['[', ']']).parse().ok())
    })
}

/// istiod gives a TCP service a listener on its address.
fn of_listener(engine: &ProxyEngine, name: &str, port: u16) -> Option<IpAddr> {
    let leads_there =
        |cluster: &str| ClusterName::parse(cluster).is_some_and(|cluster| cluster.host == name && cluster.port == port);
    let listeners = engine.listeners().all.iter().filter(|listener| listener.config.address.port() == Some(port));
    let mut addresses = listeners.filter_map(|listener| {
        let ip = listener.config.address.ip_port()?.ip();
        let chains = listener.chains.iter().chain(&listener.default_chain);
        let mut clusters = chains.flat_map(|chain| {
            let filters = chain.filters.get_or_init(|| NetworkChain::new(&chain.config));
            filters.nodes.iter().filter_map(|filter| match &filter.node {
                Node::TcpProxy(proxy) => Some(proxy.clusters()),
                Node::Filter(_) | Node::Http(_) | Node::NoEffect(_) | Node::Terminal(_) | Node::NotModelled(_) => None,
            })
        });
        (!ip.is_unspecified() && clusters.any(|clusters| clusters.iter().any(|name| leads_there(name)))).then_some(ip)
    });
    addresses.next()
}
