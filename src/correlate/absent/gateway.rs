//! Istio's Gateways: which select this proxy, and what their servers take.

use std::collections::BTreeMap;

use super::case::{Case, NETWORKING, list, nearest, of};
use super::reason::{Basis, Code, Reason};
use super::{gateway_api, pods};
use crate::correlate::hosts::covers;
use crate::model::Resource;
use crate::model::istio::gateway::{GatewaySpec, Server};

/// A Gateway of `networking.istio.io`.
pub(super) struct Gateway<'m> {
    pub(super) resource: &'m Resource,
    pub(super) spec: GatewaySpec,
}

impl Gateway<'_> {
    /// Whether it is for a proxy with these labels; without a selector it is for all (`getGatewayPorts` and
    /// `mergeGateways` of `pilot/pkg/model/push_context.go`).
    pub(super) fn selects(&self, labels: &BTreeMap<String, String>) -> bool {
        pods::selects(&self.spec.selector, labels)
    }
}

/// All Gateways, the oldest first.
pub(super) fn all<'m>(case: &Case<'m>) -> Vec<Gateway<'m>> {
    let resources = case.oldest_first(NETWORKING, "Gateway").into_iter();
    resources.filter_map(|resource| Some(Gateway { resource, spec: resource.part("spec")? })).collect()
}

/// Those that are for this proxy.
pub(super) fn of_proxy<'m>(case: &Case<'m>) -> Vec<Gateway<'m>> {
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    let mut found = all(case);
    found.retain(|gateway| gateway.selects(labels));
    found
}

/// The `NAMESPACE/NAME` that a VirtualService of a namespace means.
pub(super) fn full_name(name: &str, namespace: &str) -> String {
    if name.contains('/') { name.replacen("./", &format!("{namespace}/"), 1) } else { format!("{namespace}/{name}") }
}

/// Whether a server's host (`HOST`, `NAMESPACE/HOST`) takes a host of a VirtualService of a namespace. `.` is the
/// Gateway's namespace (`pilot/pkg/model/gateway.go`, `sanitizeServerHostNamespace`).
fn takes(written: &str, gateway_namespace: &str, host: &str, namespace: &str) -> bool {
    let (wanted, name) = written.split_once('/').unwrap_or(("*", written));
    let from = match wanted {
        "*" => true,
        "." => namespace == gateway_namespace,
        other => other == namespace,
    };
    from && (covers(name, host) || covers(host, name))
}

/// Whether istiod makes HTTP routes for a server: HTTP, and HTTPS that ends here.
pub(super) fn is_http(server: &Server) -> bool {
    let passes_on =
        server.tls.as_ref().is_some_and(|tls| matches!(tls.mode.as_str(), "PASSTHROUGH" | "AUTO_PASSTHROUGH"));
    let protocol = server.port.protocol.to_ascii_uppercase();
    !passes_on && !matches!(protocol.as_str(), "TCP" | "TLS" | "MONGO" | "MYSQL" | "REDIS")
}

/// Says why a Gateway named by a VirtualService does not bring a host to this proxy; whether it does.
pub(super) fn brings(case: &mut Case, name: &str, by: &Resource, part: &str, host: &str) -> bool {
    if name == "mesh" {
        return false;
    }
    let all = all(case);
    let full = full_name(name, &by.id.namespace);
    let id = |gateway: &Gateway| format!("{}/{}", gateway.resource.id.namespace, gateway.resource.id.name);
    let Some(gateway) = all.iter().find(|gateway| id(gateway) == full) else {
        let names: Vec<String> = all.iter().map(id).collect();
        let next = match nearest(names.iter().map(String::as_str), &full, 2).as_slice() {
            [] => format!("make Gateway {full}, or name another one in {}", by.id),
            similar => format!("correct the name in {}; the nearest: {}", by.id, list(similar)),
        };
        let sentence = format!("{} is for Gateway {full}, which does not exist", by.id);
        case.blame(Reason::new(Code::NoGateway, Basis::Resources, sentence, next).by([of(by, part)]));
        return false;
    };
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    if !gateway.selects(labels) {
        not_selected(case, gateway, by);
        return false;
    }
    let home = &gateway.resource.id.namespace;
    let servers = gateway.spec.servers.iter().enumerate();
    let with_host: Vec<(usize, &Server)> = servers
        .filter(|(_, server)| server.hosts.iter().any(|written| takes(written, home, host, &by.id.namespace)))
        .collect();
    if with_host.is_empty() {
        not_taken(case, gateway, by, host);
        return false;
    }
    if let Some((index, server)) = with_host.first().filter(|_| !with_host.iter().any(|(_, server)| is_http(server))) {
        let sentence = format!(
            "{} takes {host} on port {} as {}, for which there are no HTTP routes",
            gateway.resource.id, server.port.number, server.port.protocol
        );
        let next = format!("route it by tls or tcp in {}, or make the server HTTP or HTTPS", by.id);
        let owner = of(gateway.resource, format!("servers[{index}].port"));
        case.blame(Reason::new(Code::PortProtocol, Basis::Resources, sentence, next).by([owner]));
        return false;
    }
    case.fine(format!("{} selects this proxy and takes {host}", gateway.resource.id));
    true
}

fn not_selected(case: &mut Case, gateway: &Gateway, by: &Resource) {
    let written = labels(&gateway.spec.selector);
    let elsewhere: Vec<String> = case
        .mesh
        .proxies
        .iter()
        .filter(|proxy| gateway.selects(&proxy.bootstrap.node.metadata.labels))
        .map(|proxy| proxy.id.to_string())
        .collect();
    let pods = pods::all(case);
    let nobody = elsewhere.is_empty() && !pods.iter().any(|pod| gateway.selects(pod.labels));
    let id = &gateway.resource.id;
    let owners = [of(gateway.resource, "selector"), of(by, "gateways")];
    if !nobody || (pods.is_empty() && case.mesh.proxies.len() == 1) {
        let whose = if elsewhere.is_empty() { String::new() } else { format!(": it selects {}", list(&elsewhere)) };
        let sentence = format!("{} is for {id}, which does not select this proxy ({written}){whose}", by.id);
        let next = format!(
            "look at the proxies that it selects, or add a Gateway of this proxy to spec.gateways of {}",
            by.id
        );
        return case
            .blame(Reason::new(Code::OtherGateways, Basis::Resources, sentence, next).by(owners.into_iter().rev()));
    }
    let known: Vec<_> = pods
        .iter()
        .map(|pod| pod.labels)
        .chain(case.mesh.proxies.iter().map(|proxy| &proxy.bootstrap.node.metadata.labels))
        .collect();
    let hint = pods::first_mismatch(&gateway.spec.selector, &known).filter(|mismatch| mismatch.is_alike);
    let next = match hint {
        Some(found) => format!("correct the selector of {id}: there is {}={}", found.key, found.seen[0]),
        None => format!("correct the selector of {id}, or label the gateway's pods"),
    };
    let sentence = format!("{id} selects no pod ({written}), and {} is bound to it", by.id);
    case.blame(Reason::new(Code::GatewaySelector, Basis::Resources, sentence, next).by(owners));
}

fn not_taken(case: &mut Case, gateway: &Gateway, by: &Resource, host: &str) {
    let id = &gateway.resource.id;
    let of_host: Vec<&String> = gateway
        .spec
        .servers
        .iter()
        .flat_map(|server| &server.hosts)
        .filter(|written| covers(written.split_once('/').map_or(written.as_str(), |(_, name)| name), host))
        .collect();
    let (sentence, next) = match of_host.first() {
        Some(written) => (
            format!("{id} takes {host} as {written:?} only, and {} is in namespace {}", by.id, by.id.namespace),
            format!("add \"{}/{host}\" to its hosts, or move {}", by.id.namespace, by.id),
        ),
        None => {
            let hosts: Vec<&str> =
                gateway.spec.servers.iter().flat_map(|server| &server.hosts).map(String::as_str).collect();
            (
                format!("no server of {id} takes {host}: it has {}", list(&hosts)),
                format!("add {host} to the hosts of {id}"),
            )
        }
    };
    let owners = [of(gateway.resource, "servers"), of(by, "hosts")];
    case.blame(Reason::new(Code::GatewayHosts, Basis::Resources, sentence, next).by(owners));
}

fn labels(selector: &BTreeMap<String, String>) -> String {
    let pairs: Vec<String> = selector.iter().map(|(key, value)| format!("{key}={value}")).collect();
    pairs.join(", ")
}

/// Says why a gateway does not listen on a port: no server of its Gateways has it, as the Services before it map it
/// to the pod's.
pub(super) fn port(case: &mut Case, port: u16) {
    if gateway_api::port(case, port) {
        return;
    }
    let gateways = of_proxy(case);
    if gateways.is_empty() {
        if !case.has("Gateway", "which ports the Gateways have") {
            return;
        }
        let sentence = "no Gateway selects this proxy";
        let next = "make a Gateway with the labels of this proxy, or correct a selector";
        return case.blame(Reason::new(Code::GatewaySelector, Basis::Resources, sentence, next));
    }
    let mut ports: Vec<(u16, u16)> = Vec::new();
    for server in gateways.iter().flat_map(|gateway| &gateway.spec.servers) {
        let number = server.port.number;
        ports.push((number, target(case, number)));
    }
    ports.sort_unstable();
    ports.dedup();
    if ports.iter().any(|(number, target)| *target == port || *number == port) {
        let owners = gateways.iter().map(|gateway| of(gateway.resource, "servers"));
        let names: Vec<String> = gateways.iter().map(|gateway| gateway.resource.id.to_string()).collect();
        if let Some((number, target)) = ports.iter().find(|(number, target)| *number == port && *target != port) {
            let sentence = format!(
                "the Service before this proxy leads port {number} to {target} of the pod: the listener is there"
            );
            let next = format!("look for 0.0.0.0_{target}");
            return case.blame(Reason::new(Code::Shared, Basis::Resources, sentence, next).by(owners));
        }
        return case.fine(format!("{} has the port", list(&names)));
    }
    let known: Vec<String> = ports
        .iter()
        .map(
            |(number, target)| {
                if number == target { number.to_string() } else { format!("{number} (listens on {target})") }
            },
        )
        .collect();
    let names: Vec<String> = gateways.iter().map(|gateway| gateway.resource.id.to_string()).collect();
    let sentence = format!("no server of {} has port {port}: they have {}", list(&names), list(&known));
    let next = format!("add a server with port {port} to {}", names[0]);
    let owners = gateways.iter().map(|gateway| of(gateway.resource, "servers"));
    case.blame(Reason::new(Code::GatewayPort, Basis::Resources, sentence, next).by(owners));
}

/// The pod's port behind a port of the Services that select this proxy (`getTargetPortMap` of
/// `pilot/pkg/model/push_context.go`).
fn target(case: &Case, number: u16) -> u16 {
    let mut ports =
        pods::services(case).into_iter().flat_map(|(_, spec)| spec.ports).filter(|port| port.port == number);
    ports.find_map(|port| port.target_port.as_u64().and_then(|port| u16::try_from(port).ok())).unwrap_or(number)
}
