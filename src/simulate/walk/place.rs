//! Whose an address is.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::OnceLock;

use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::model::{Proxy, ProxyKind};

/// What is at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A proxy that was read, which takes connections to the address.
    Proxy(ProxyId),
    /// A pod.
    Pod {
        /// `NAMESPACE/POD`.
        pod: ProxyId,
        /// Whether a sidecar takes connections to it, whose dump was not read.
        sidecar: Sidecar,
    },
    /// A service: the kernel of the client's node picks one of these.
    Service {
        /// `NAMESPACE/NAME`.
        service: String,
        /// Address and port of its ready pods.
        endpoints: Vec<String>,
    },
    /// Nothing that was read is there.
    Outside,
}

/// Whether a pod has a sidecar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sidecar {
    /// One of its containers is one.
    Yes,
    /// None is.
    No,
    /// The pod itself was not read: who sends to it may know.
    Unknown,
}

/// Addresses of a mesh.
#[derive(Debug)]
pub struct Places<'m> {
    mesh: &'m Mesh,
    proxies: HashMap<IpAddr, &'m ProxyId>,
    services: OnceLock<HashMap<IpAddr, Vec<&'m crate::correlate::services::Service>>>,
}

impl<'m> Places<'m> {
    /// The addresses of a mesh.
    pub fn new(mesh: &'m Mesh) -> Self {
        let addresses =
            |proxy: &'m crate::model::Proxy| proxy.addresses().into_iter().map(move |address| (address, &proxy.id));
        Self { mesh, proxies: mesh.proxies.iter().flat_map(addresses).collect(), services: OnceLock::new() }
    }

    /// What is at an address.
    pub fn at(&self, address: SocketAddr) -> Place {
        if let Some(id) = self.proxies.get(&address.ip()) {
            return Place::Proxy((*id).clone());
        }
        let world = self.mesh.world();
        if let Some(pod) = world.pods.get(&address.ip().to_string()) {
            let resource = self.mesh.resource(&pod.id);
            let sidecar = if resource.is_some_and(has_sidecar) { Sidecar::Yes } else { Sidecar::No };
            return Place::Pod { pod: ProxyId::new(&pod.id.namespace, &pod.id.name), sidecar };
        }
        if let Some((slice, index)) = world.slices.get(&address.ip().to_string()).and_then(|places| places.first()) {
            let slice = &world.all_slices[*slice];
            let target = slice.spec.endpoints[*index].target_ref.as_ref().filter(|target| target.kind == "Pod");
            if let Some(target) = target {
                let pod = ProxyId::new(&slice.id.namespace, &target.name);
                return Place::Pod { pod, sidecar: Sidecar::Unknown };
            }
        }
        self.service(address).unwrap_or(Place::Outside)
    }

    /// A service by its address, with what kube-proxy would pick from.
    fn service(&self, address: SocketAddr) -> Option<Place> {
        let services = self.services.get_or_init(|| {
            let mut by_address: HashMap<IpAddr, Vec<&crate::correlate::services::Service>> = HashMap::new();
            for service in self.mesh.services.hosts().flat_map(|host| self.mesh.services.by_host(host)) {
                for ip in service.addresses.iter().filter(|_| service.resource.kind == "Service") {
                    by_address.entry(*ip).or_default().push(service);
                }
            }
            by_address
        });
        let service = services.get(&address.ip())?.first()?;
        let id = &service.resource;
        let name = format!("{}/{}", id.namespace, id.name);
        let body = self.mesh.resource(id).map(|resource| &resource.body);
        let ports = body.and_then(|body| body.pointer("/spec/ports")?.as_array());
        let port = ports.into_iter().flatten().find(|port| port["port"] == address.port());
        let port_name = port.and_then(|port| port["name"].as_str()).unwrap_or_default();
        let world = self.mesh.world();
        let mut endpoints = Vec::new();
        for (slice, owner) in world.all_slices.iter().zip(&world.slice_services) {
            if port.is_none() || slice.id.namespace != id.namespace || *owner != id.name {
                continue;
            }
            let target = slice.spec.ports.iter().find(|known| known.name.as_deref().unwrap_or_default() == port_name);
            let Some(number) = target.and_then(|target| target.port) else { continue };
            let ready = slice.spec.endpoints.iter().filter(|endpoint| endpoint.conditions.ready != Some(false));
            for ip in ready.filter_map(|endpoint| endpoint.addresses.first()?.parse::<IpAddr>().ok()) {
                endpoints.push(SocketAddr::new(ip, number).to_string());
            }
        }
        endpoints.sort();
        endpoints.dedup();
        Some(Place::Service { service: name, endpoints })
    }
}

/// Where istio-agent answers by itself: metrics and probes of the application.
const AGENT_PORT: u16 = 15020;

/// Whether the agent of a sidecar gets a connection: its port is not redirected (`ISTIO_INBOUND`), but for what the
/// sidecar sends to its own pod (`ISTIO_OUTPUT`).
pub fn is_agent(proxy: &Proxy, address: SocketAddr, from: Option<&ProxyId>) -> bool {
    proxy.kind == ProxyKind::Sidecar && address.port() == AGENT_PORT && from != Some(&proxy.id)
}

/// Whether istio-proxy runs in a pod: as a container, or as a native sidecar among the init containers.
fn has_sidecar(pod: &crate::model::Resource) -> bool {
    let named = |pointer: &str| {
        let list = pod.body.pointer(pointer).and_then(serde_json::Value::as_array);
        list.into_iter().flatten().any(|container| container["name"] == "istio-proxy")
    };
    named("/spec/containers") || named("/spec/initContainers")
}
