//! What there is to ask for in a scene: services, pods, gateways, and the words of the configurations.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddrV4};

use fastrand::Rng;
use meshdbg::correlate::Mesh;
use meshdbg::correlate::services::PortProtocol;
use meshdbg::model::{ProxyKind, Resource};
use serde_json::{Value, json};

use super::draw::BARE;
use super::scene::Scene;
use crate::oracle::bootstrap::items;
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
        let mut services = ports(&scene.mesh);
        let plays = |endpoint: &SocketAddrV4| {
            endpoint.ip() == &BARE.1 || scene.members.iter().any(|member| member.subject.address == *endpoint.ip())
        };
        // Those of ambient go through tunnels, of which nobody is at the other end.
        services.retain(|port| port.endpoints.iter().all(plays) && !port.host.contains(".ambient."));
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

/// The ports of all services with an address, and what the slices list behind them.
pub(crate) fn ports(mesh: &Mesh) -> Vec<ServicePort> {
    let hosts: BTreeSet<&str> = mesh.services.hosts().filter(|host| host.ends_with(".svc.cluster.local")).collect();
    let mut ports = Vec::new();
    for service in hosts.iter().flat_map(|host| mesh.services.by_host(host)) {
        let id = &service.resource;
        let address = service.addresses.first().filter(|_| id.kind == "Service" && service.pods.is_empty());
        let (Some(IpAddr::V4(ip)), Some(resource)) = (address, mesh.resource(id)) else { continue };
        for port in &service.ports {
            let named = items(&resource.body["spec"], "ports").iter().find(|known| known["port"] == port.number);
            let name = named.and_then(|port| port["name"].as_str()).unwrap_or_default();
            ports.push(ServicePort {
                host: service.host.clone(),
                address: SocketAddrV4::new(*ip, port.number),
                protocol: port.protocol,
                endpoints: behind(mesh, &id.namespace, &id.name, name),
            });
        }
    }
    ports
}

/// The addresses behind a port of a service.
fn behind(mesh: &Mesh, namespace: &str, service: &str, port: &str) -> BTreeSet<SocketAddrV4> {
    let of_service = |slice: &&Resource| {
        let owner = slice.body.pointer("/metadata/labels/kubernetes.io~1service-name");
        slice.id.namespace == namespace && owner.and_then(Value::as_str) == Some(service)
    };
    let mut found = BTreeSet::new();
    for slice in mesh.of_kind("EndpointSlice").filter(of_service) {
        let is_named = |known: &&Value| known["name"].as_str().unwrap_or_default() == port;
        let number = items(&slice.body, "ports").iter().find(is_named).and_then(|port| port["port"].as_u64());
        let Some(number) = number.and_then(|number| u16::try_from(number).ok()) else { continue };
        let ready =
            items(&slice.body, "endpoints").iter().filter(|at| at.pointer("/conditions/ready") != Some(&json!(false)));
        let addresses = ready.flat_map(|endpoint| items(endpoint, "addresses")).filter_map(Value::as_str);
        found.extend(addresses.filter_map(|ip| Some(SocketAddrV4::new(ip.parse().ok()?, number))));
    }
    found
}
