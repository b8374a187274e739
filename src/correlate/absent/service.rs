//! The service behind an object: whether there is one, with that port, and whether the proxy sees it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::case::{CORE, Case, NETWORKING, list, nearest, of};
use super::reason::{Basis, Code, Reason};
use super::{named_by, sight};
use crate::correlate::hosts::covers;
use crate::correlate::services::PortProtocol;
use crate::model::Resource;
use crate::model::istio::service_entry::ServiceEntrySpec;
use crate::model::kubernetes::service::ServiceSpec;

/// A Service, or one host of a ServiceEntry.
pub(super) struct Service<'m> {
    pub(super) resource: &'m Resource,
    pub(super) host: String,
    pub(super) ports: Vec<Port>,
    /// What an `ExternalName` stands for.
    alias: Option<String>,
    /// Whether it has an address that a listener can stand at; else its listeners are at 0.0.0.0.
    pub(super) has_address: bool,
    /// The pods behind a Service.
    pub(super) selector: BTreeMap<String, String>,
}

/// A port of a service.
pub(super) struct Port {
    pub(super) number: u16,
    pub(super) name: String,
    pub(super) protocol: PortProtocol,
    is_udp: bool,
    /// Index in `spec.ports`.
    index: usize,
}

impl Port {
    fn words(&self) -> String {
        let udp = if self.is_udp { " UDP" } else { "" };
        if self.name.is_empty() {
            format!("{}{udp}", self.number)
        } else {
            format!("{} ({}{udp})", self.number, self.name)
        }
    }

    /// Whether istiod makes HTTP routes for it: for HTTP, and for what it does not know and looks at.
    pub(super) fn has_routes(&self) -> bool {
        !matches!(self.protocol, PortProtocol::Tcp | PortProtocol::Tls) && !self.is_udp
    }
}

impl Service<'_> {
    /// Whether it has a TCP port of this number.
    pub(super) fn has_port(&self, number: u16) -> bool {
        self.ports.iter().any(|port| port.number == number && !port.is_udp)
    }

    /// Whether it has a listener at 0.0.0.0 for a port: HTTP ports share one, and without an address there is no other
    /// place (`buildSidecarOutboundListener` of `pilot/pkg/networking/core/listener.go`).
    pub(super) fn is_at_any_address(&self, number: u16) -> bool {
        let mut ports = self.ports.iter().filter(|port| port.number == number && !port.is_udp);
        ports.any(|port| port.has_routes() || !self.has_address)
    }
}

/// All services.
pub(super) fn all<'m>(case: &Case<'m>) -> Vec<Service<'m>> {
    let services = case.all(CORE, "Service").into_iter().filter_map(|resource| kubernetes(case, resource));
    let entries = case.all(NETWORKING, "ServiceEntry").into_iter().flat_map(entry);
    services.chain(entries).collect()
}

fn kubernetes<'m>(case: &Case, resource: &'m Resource) -> Option<Service<'m>> {
    let spec: ServiceSpec = resource.part("spec")?;
    let external = resource.body.pointer("/spec/externalName").and_then(|name| name.as_str());
    let ports = spec.ports.iter().enumerate().map(|(index, port)| Port {
        number: port.port,
        name: port.name.clone(),
        protocol: PortProtocol::of(port.port, &port.name, &port.app_protocol),
        is_udp: port.protocol == "UDP",
        index,
    });
    Some(Service {
        resource,
        host: format!("{}.{}.svc.{}", resource.id.name, resource.id.namespace, case.domain),
        ports: ports.collect(),
        has_address: spec.cluster_ip != "None",
        alias: (spec.kind == "ExternalName").then(|| external.unwrap_or_default().to_owned()),
        selector: spec.selector,
    })
}

fn entry(resource: &Resource) -> Vec<Service<'_>> {
    let spec: ServiceEntrySpec = resource.part("spec").unwrap_or_default();
    let one = |host: &String| Service {
        resource,
        host: host.clone(),
        ports: spec
            .ports
            .iter()
            .enumerate()
            .map(|(index, port)| Port {
                number: port.number,
                name: port.name.clone(),
                protocol: PortProtocol::parse(&port.protocol),
                is_udp: port.protocol.eq_ignore_ascii_case("udp"),
                index,
            })
            .collect(),
        has_address: !spec.addresses.is_empty()
            && spec.addresses.iter().all(|address| address.parse::<std::net::IpAddr>().is_ok()),
        alias: None,
        selector: BTreeMap::new(),
    };
    spec.hosts.iter().map(one).collect()
}

/// The service of a host: one of exactly this name, else the narrowest wildcard. Of several the one in the proxy's
/// namespace, else a Service of Kubernetes, else the first (`serviceIndex` of `pilot/pkg/model/push_context.go`).
pub(super) fn of_host<'m>(case: &Case<'m>, host: &str) -> Option<Service<'m>> {
    let mut found = all(case);
    found.retain(|service| covers(&service.host, host));
    let rank = |service: &Service| {
        let is_kubernetes = service.resource.id.kind == "Service";
        (usize::MAX - service.host.len(), service.resource.id.namespace != case.namespace(), !is_kubernetes)
    };
    found.into_iter().min_by_key(rank)
}

/// Looks for the service of a host with a port, and for what hides it from the proxy. The service is given back where
/// there is one, hidden or not.
pub(super) fn look<'m>(case: &mut Case<'m>, host: &str, port: Option<u16>) -> Option<Service<'m>> {
    if !case.has("Service", "whether the service exists") {
        return None;
    }
    let Some(service) = of_host(case, host) else {
        no_service(case, host);
        return None;
    };
    if let Some(alias) = &service.alias {
        let sentence =
            format!("{} is an ExternalName: another name for {alias}, and no service to istiod", service.resource.id);
        let next = format!("ask for {alias}, or make a ServiceEntry for it");
        let reason = Reason::new(Code::ExternalName, Basis::Resources, sentence, next);
        case.blame(reason.by([of(service.resource, "type")]));
        return Some(service);
    }
    let has_port = port.is_none_or(|port| has_port(case, &service, port));
    let home = &service.resource.id.namespace;
    let default = case.config.default_service_export_to.clone();
    let seen = sight::is_discovered(case, home)
        && sight::is_exported(case, service.resource, &sight::export_of(service.resource), &default)
        && sight::is_imported(case, service.resource, &service.host, port);
    if has_port && seen {
        let with = port.map_or_else(String::new, |port| format!(" with port {port}"));
        case.fine(format!("{} exists{with}, and the proxy sees it", service.resource.id));
    }
    Some(service)
}

fn has_port(case: &mut Case, service: &Service, port: u16) -> bool {
    let known: Vec<String> = service.ports.iter().map(Port::words).collect();
    match service.ports.iter().find(|known| known.number == port) {
        Some(found) if found.is_udp => {
            let sentence = format!("port {port} of {} is UDP, for which istiod makes nothing", service.resource.id);
            let field = format!("ports[{}].protocol", found.index);
            let reason = Reason::new(
                Code::PortProtocol,
                Basis::Resources,
                sentence,
                "UDP goes past the proxy: there is nothing to look for",
            );
            case.blame(reason.by([of(service.resource, field)]));
            false
        }
        Some(_) => true,
        None => {
            let sentence = format!("{} has no port {port}: it has {}", service.resource.id, list(&known));
            let next = format!("ask for one of these, or add port {port} to {}", service.resource.id);
            let users = named_by::destinations(case, &service.host, None, Some(port));
            let reason = Reason::new(Code::NoPort, Basis::Resources, sentence, next);
            case.blame(reason.by(users).by([of(service.resource, "ports")]));
            false
        }
    }
}

fn no_service(case: &mut Case, host: &str) {
    let all = all(case);
    let users = named_by::destinations(case, host, None, None);
    let mut sentence = format!("no Service or ServiceEntry has the host {host}");
    let mut labels = host.split('.');
    let (name, namespace) = (labels.next().unwrap_or_default(), labels.next().unwrap_or_default());
    let is_kubernetes = host.ends_with(&format!(".svc.{}", case.domain));
    let namesake = all.iter().find(|service| service.resource.id.kind == "Service" && service.resource.id.name == name);
    let next = match namesake.filter(|_| is_kubernetes) {
        Some(other) => {
            let _ = write!(sentence, "; {} is in another namespace", other.resource.id);
            // A name without a dot is looked for in the namespace of the resource that writes it.
            format!("write {} where it is meant", other.host)
        }
        None => match nearest(all.iter().map(|service| service.host.as_str()), host, 2).as_slice() {
            [] => format!("make a Service, or a ServiceEntry for {host}"),
            similar => format!("correct the name; the nearest: {}", similar.join(", ")),
        },
    };
    let namespaces = case.all(CORE, "Namespace");
    let unknown = !namespaces.is_empty() && !namespaces.iter().any(|known| known.id.name == namespace);
    if is_kubernetes && unknown {
        let _ = write!(sentence, "; there is no namespace {namespace}");
    }
    case.blame(Reason::new(Code::NoService, Basis::Resources, sentence, next).by(users));
}
