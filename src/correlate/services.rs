//! Services by host: what a name means, as Kubernetes Services and ServiceEntries say.

use std::collections::HashMap;
use std::net::IpAddr;

use crate::base::origin::ResourceRef;
use crate::model::Resource;
use crate::model::istio::service_entry::{ServiceEntrySpec, ServiceEntryStatus};
use crate::model::kubernetes::endpoint_slice::EndpointSlice;
use crate::model::kubernetes::service::ServiceSpec;

/// Where a Kubernetes domain is not named, this is it.
pub const DEFAULT_DOMAIN: &str = "cluster.local";

/// A service under one host.
#[derive(Debug, Clone)]
pub struct Service {
    /// The Service or ServiceEntry.
    pub resource: ResourceRef,
    /// Its host; may be a wildcard.
    pub host: String,
    /// Its addresses; of a headless service those of its pods.
    pub addresses: Vec<IpAddr>,
    /// Addresses that istiod allocated, which only proxies that answer DNS themselves hand out.
    pub allocated: Vec<IpAddr>,
    /// Pods of a headless service by their own name.
    pub pods: HashMap<String, IpAddr>,
    /// Ports.
    pub ports: Vec<Port>,
}

/// A port of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Port {
    /// Number.
    pub number: u16,
    /// What is spoken there.
    pub protocol: PortProtocol,
    /// Number of the pod's port, where it is given as a number.
    pub target: Option<u16>,
}

/// What Istio takes a port to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PortProtocol {
    /// HTTP/1.
    Http,
    /// HTTP/2.
    Http2,
    /// gRPC.
    Grpc,
    /// TLS, with HTTP or anything inside.
    Tls,
    /// Bytes.
    Tcp,
    /// Not said: Envoy looks at the first bytes.
    Unknown,
}

impl PortProtocol {
    /// By `appProtocol` or else the name of the port, up to its first dash; some port numbers speak for themselves
    /// (istiod's `kube.ConvertProtocol`).
    pub fn of(number: u16, name: &str, app_protocol: &str) -> Self {
        let name = if app_protocol.is_empty() { name } else { app_protocol };
        match app_protocol {
            "kubernetes.io/h2c" => return Self::Http2,
            "kubernetes.io/ws" => return Self::Http,
            "kubernetes.io/wss" => return Self::Tls,
            _ => {}
        }
        if name.to_ascii_lowercase().starts_with("grpc-web") {
            return Self::Http;
        }
        match Self::parse(name.split('-').next().unwrap_or_default()) {
            Self::Unknown if matches!(number, 25 | 53 | 3306 | 27017) => Self::Tcp,
            protocol => protocol,
        }
    }

    /// By Istio's word for it.
    pub fn parse(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "http" | "grpc-web" => Self::Http,
            "http2" => Self::Http2,
            "grpc" => Self::Grpc,
            "https" | "tls" => Self::Tls,
            "tcp" | "mongo" | "mysql" | "redis" | "udp" => Self::Tcp,
            _ => Self::Unknown,
        }
    }
}

/// All services of a mesh.
#[derive(Debug, Clone, Default)]
pub struct Services {
    by_host: HashMap<String, Vec<Service>>,
    domain: String,
}

impl Services {
    /// Reads Services, their EndpointSlices, and ServiceEntries.
    pub fn of(resources: &[Resource], domain: &str) -> Self {
        let mut services = Self { domain: domain.to_owned(), ..Self::default() };
        let mut slices: HashMap<(&str, &str), Vec<EndpointSlice>> = HashMap::new();
        for resource in resources.iter().filter(|resource| resource.id.kind == "EndpointSlice") {
            if let Some(service) = resource.metadata.labels.get("kubernetes.io/service-name") {
                slices.entry((&resource.id.namespace, service)).or_default().extend(resource.whole());
            }
        }
        for resource in resources {
            match resource.id.kind.as_str() {
                "Service" => {
                    let key = (resource.id.namespace.as_str(), resource.id.name.as_str());
                    services.add(kubernetes(resource, slices.get(&key).map_or(&[], Vec::as_slice), domain));
                }
                "ServiceEntry" => service_entries(resource).into_iter().for_each(|service| services.add(Some(service))),
                _ => {}
            }
        }
        services
    }

    fn add(&mut self, service: Option<Service>) {
        if let Some(service) = service {
            self.by_host.entry(service.host.clone()).or_default().push(service);
        }
    }

    /// The services with exactly this host, or else those of the longest wildcard that covers it.
    pub fn by_host(&self, host: &str) -> &[Service] {
        if let Some(found) = self.by_host.get(host) {
            return found;
        }
        let mut rest = host;
        while let Some((_, parent)) = rest.split_once('.') {
            if let Some(found) = self.by_host.get(&format!("*.{parent}")) {
                return found;
            }
            rest = parent;
        }
        &[]
    }

    /// The domain of the cluster.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// All hosts.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        self.by_host.keys().map(String::as_str)
    }
}

fn kubernetes(resource: &Resource, slices: &[EndpointSlice], domain: &str) -> Option<Service> {
    let spec: ServiceSpec = resource.part("spec")?;
    if spec.kind == "ExternalName" {
        return None;
    }
    let given = std::iter::once(&spec.cluster_ip).chain(&spec.cluster_ips).filter_map(|ip| ip.parse().ok());
    let mut addresses: Vec<IpAddr> = given.collect();
    addresses.dedup();
    let endpoints = || slices.iter().flat_map(|slice| &slice.endpoints);
    let first = |addresses: &Vec<String>| addresses.first().and_then(|ip| ip.parse().ok());
    if addresses.is_empty() {
        addresses = endpoints().filter_map(|endpoint| first(&endpoint.addresses)).collect();
    }
    let pods =
        endpoints().filter_map(|endpoint| Some((endpoint.hostname.clone()?, first(&endpoint.addresses)?))).collect();
    let ports = spec.ports.iter().filter(|port| port.protocol != "UDP").map(|port| Port {
        number: port.port,
        protocol: PortProtocol::of(port.port, &port.name, &port.app_protocol),
        target: match &port.target_port {
            serde_json::Value::Null => Some(port.port),
            target => target.as_u64().and_then(|target| u16::try_from(target).ok()),
        },
    });
    Some(Service {
        resource: resource.id.clone(),
        host: format!("{}.{}.svc.{domain}", resource.id.name, resource.id.namespace),
        ports: ports.collect(),
        allocated: Vec::new(),
        addresses,
        pods,
    })
}

fn service_entries(resource: &Resource) -> Vec<Service> {
    let Some(spec) = resource.part::<ServiceEntrySpec>("spec") else {
        return Vec::new();
    };
    let status: ServiceEntryStatus = resource.part("status").unwrap_or_default();
    let ports: Vec<Port> = spec
        .ports
        .iter()
        .map(|port| Port { number: port.number, protocol: PortProtocol::parse(&port.protocol), target: None })
        .collect();
    let one = |host: &String| {
        let allocated = status.addresses.iter().filter(|address| address.host.is_empty() || address.host == *host);
        Service {
            resource: resource.id.clone(),
            host: host.clone(),
            // A range stands for its first address.
            addresses: spec.addresses.iter().filter_map(|ip| ip.split('/').next()?.parse().ok()).collect(),
            allocated: allocated.filter_map(|address| address.value.parse().ok()).collect(),
            pods: HashMap::new(),
            ports: ports.clone(),
        }
    };
    spec.hosts.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protocols_by_app_protocol_then_by_name() {
        let cases = [
            (80, "http", "", PortProtocol::Http),
            (80, "http-web", "", PortProtocol::Http),
            (80, "grpc-web", "", PortProtocol::Http),
            (80, "grpc-api", "", PortProtocol::Grpc),
            (80, "web", "", PortProtocol::Unknown),
            (3306, "db", "", PortProtocol::Tcp),
            (80, "tcp-db", "http", PortProtocol::Http),
            (80, "http", "kubernetes.io/h2c", PortProtocol::Http2),
            (80, "tls-x", "", PortProtocol::Tls),
            (80, "mysql", "", PortProtocol::Tcp),
        ];
        for (number, name, app, want) in cases {
            assert_eq!(PortProtocol::of(number, name, app), want, "{number} {name} {app}");
        }
    }
}
