//! What there is to ask for in a scene: services, pods, gateways, and the words of the configurations.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, SocketAddrV4};

use fastrand::Rng;
use meshdbg::correlate::Mesh;
use meshdbg::correlate::services::PortProtocol;
use meshdbg::model::ProxyKind;
use serde_json::Value;

use super::scene::Scene;
use crate::oracle::bootstrap::{endpoints, items};
use crate::oracle::generate::Words;

/// Headers that are about the connection, or would make the client wait.
const NOT_SENT: [&str; 6] = ["connection", "upgrade", "expect", "host", "content-length", "transfer-encoding"];

/// A port of a service.
pub(crate) struct ServicePort {
    pub(crate) host: String,
    pub(crate) address: SocketAddrV4,
    pub(crate) protocol: PortProtocol,
    pub(crate) endpoints: BTreeSet<SocketAddrV4>,
}

/// What there is.
pub(crate) struct World {
    /// Pods with a sidecar.
    pub(crate) pods: Vec<(String, Ipv4Addr)>,
    pub(crate) ingress: Vec<Ipv4Addr>,
    pub(crate) services: Vec<ServicePort>,
    /// Ports on which pods serve.
    pub(crate) ports: Vec<u16>,
    pub(crate) words: Words,
}

impl World {
    pub(crate) fn of(scene: &Scene, random: &mut Rng) -> Self {
        let of_kind = |kind: ProxyKind| {
            let members = scene.members.iter().map(|member| member.subject).filter(move |proxy| proxy.kind == kind);
            members.map(|proxy| (proxy.id.clone(), proxy.address))
        };
        let mut services = ports(&scene.mesh, scene.members.iter().map(|member| &member.subject.dump));
        services.retain(|port| !scene.absent.contains(port.address.ip()));
        let ports: BTreeSet<u16> =
            services.iter().flat_map(|port| &port.endpoints).map(SocketAddrV4::port).chain([12345]).collect();
        let mut words = Words::default();
        for member in &scene.members {
            words.add(Words::of(&member.subject.dump, random));
        }
        words.paths.retain(|path| path.starts_with('/'));
        words.methods.retain(|method| method != "CONNECT");
        words.headers.retain(|(name, _)| !NOT_SENT.contains(&name.as_str()));
        let is_ingress = |(id, _): &(String, Ipv4Addr)| id.starts_with("istio-ingress/");
        Self {
            pods: of_kind(ProxyKind::Sidecar).collect(),
            ingress: of_kind(ProxyKind::Gateway).filter(is_ingress).map(|(_, address)| address).collect(),
            services,
            ports: ports.into_iter().collect(),
            words,
        }
    }
}

/// The ports of all services with an address, and the endpoints that any of these dumps lists.
pub(crate) fn ports<'d>(mesh: &Mesh, dumps: impl Iterator<Item = &'d Value>) -> Vec<ServicePort> {
    let mut known: BTreeMap<String, BTreeSet<SocketAddrV4>> = BTreeMap::new();
    for (name, assignment) in dumps.flat_map(endpoints) {
        let localities = items(assignment, "endpoints").iter().flat_map(|locality| items(locality, "lb_endpoints"));
        known.entry(name.to_owned()).or_default().extend(localities.filter_map(address));
    }
    let mut ports = Vec::new();
    let hosts: BTreeSet<&str> = mesh.services.hosts().filter(|host| host.ends_with(".svc.cluster.local")).collect();
    for service in hosts.iter().flat_map(|host| mesh.services.by_host(host)) {
        let address =
            service.addresses.first().filter(|_| service.resource.kind == "Service" && service.pods.is_empty());
        let Some(IpAddr::V4(ip)) = address else { continue };
        for port in &service.ports {
            let cluster = format!("outbound|{}||{}", port.number, service.host);
            ports.push(ServicePort {
                host: service.host.clone(),
                address: SocketAddrV4::new(*ip, port.number),
                protocol: port.protocol,
                endpoints: known.get(&cluster).cloned().unwrap_or_default(),
            });
        }
    }
    ports
}

fn address(endpoint: &Value) -> Option<SocketAddrV4> {
    let socket = endpoint.pointer("/endpoint/address/socket_address")?;
    let ip = socket["address"].as_str()?.parse().ok()?;
    Some(SocketAddrV4::new(ip, u16::try_from(socket["port_value"].as_u64()?).ok()?))
}
