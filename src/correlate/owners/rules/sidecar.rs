//! Sidecar scopes: what a workload sees, its own ports, and what happens to what it does not see
//! (`pilot/pkg/model/sidecar.go`).

use std::net::IpAddr;

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::view::{Scope, View};
use super::super::world::Entry;
use crate::base::origin::{Known, ResourceRef};
use crate::correlate::hosts::covers;
use crate::model::envoy::listener::TrafficDirection;
use crate::model::istio::sidecar::SidecarSpec;

/// The Sidecar of a proxy: one that selects its workload, else that of its namespace, else that of the mesh; the
/// oldest of several.
pub fn of<'v>(view: &'v View) -> Option<&'v Entry<SidecarSpec>> {
    without(view, None)
}

/// The Sidecar of a proxy if one were not there.
fn without<'v>(view: &'v View, gone: Option<&ResourceRef>) -> Option<&'v Entry<SidecarSpec>> {
    let scope = |entry: &Entry<SidecarSpec>| {
        let selector = entry.spec.workload_selector.as_ref().filter(|selector| !selector.is_empty());
        if entry.id.namespace != view.namespace() && selector.is_some() || Some(&*entry.id) == gone {
            return None;
        }
        view.scope(&entry.id.namespace, selector, &[])
    };
    let candidates = view.world.sidecars.iter().filter_map(|entry| Some((scope(entry)?, entry)));
    let narrow = |(scope, entry): &(Scope, &Entry<SidecarSpec>)| {
        (*scope, std::cmp::Reverse(entry.created.clone()), std::cmp::Reverse(entry.id.name.clone()))
    };
    view.is_sidecar().then(|| candidates.max_by_key(narrow)).flatten().map(|(_, entry)| entry)
}

/// The part of a Sidecar that asks for a listener.
pub fn egress_listener(view: &View, ip: IpAddr, port: u16) -> Option<Cause> {
    let sidecar = of(view)?;
    let index = sidecar.spec.egress.iter().position(|egress| {
        egress.port.as_ref().is_some_and(|own| own.number == port)
            && (egress.bind.parse() == Ok(ip) || egress.bind.is_empty())
    })?;
    Some(sidecar.cause(format!("spec.egress[{index}]"), Known::Recomputed))
}

/// The part of a Sidecar that describes a port of the workload.
pub fn ingress(sidecar: &Entry<SidecarSpec>, port: u16) -> Cause {
    let index = sidecar.spec.ingress.iter().position(|ingress| ingress.port.number == port);
    let path = index.map_or_else(|| "spec.ingress".to_owned(), |index| format!("spec.ingress[{index}]"));
    sidecar.cause(path, Known::Marked)
}

/// What a Sidecar blocks, and what it lets in; as far as the next wider one would not do the same.
pub fn own(view: &View, graph: &mut Graph) {
    let Some(sidecar) = of(view) else {
        return;
    };
    let next = without(view, Some(&*sidecar.id));
    if is_closed(sidecar) && !next.is_some_and(is_closed) {
        let cause = sidecar.cause("spec.outboundTrafficPolicy", Known::Recomputed);
        blocks(view, graph, &cause);
    }
    for cluster in &view.inventory.clusters {
        let Some(name) = cluster.parts().filter(|name| name.direction == "outbound") else {
            continue;
        };
        let services = || view.world.services(name.host).iter().map(|service| &service.id.namespace);
        let admits = |sidecar: &Entry<SidecarSpec>| -> Vec<Cause> {
            let paths =
                services().flat_map(|namespace| admitting(&sidecar.spec, view.namespace(), namespace, name.host));
            paths.map(|path| sidecar.cause(path, Known::Recomputed)).collect()
        };
        match next {
            Some(next) if admits(next).is_empty() => graph.need(cluster.node, admits(sidecar)),
            // Without any Sidecar every service is visible.
            Some(_) | None => graph.share(cluster.node, admits(sidecar)),
        }
    }
}

fn is_closed(sidecar: &Entry<SidecarSpec>) -> bool {
    sidecar.spec.outbound_traffic_policy.as_ref().is_some_and(|policy| policy.mode == "REGISTRY_ONLY")
}

/// Virtual hosts and TCP proxies that lead nowhere because the policy is `REGISTRY_ONLY`.
fn blocks(view: &View, graph: &mut Graph, cause: &Cause) {
    for host in view.inventory.tables.iter().flat_map(|table| &table.virtual_hosts) {
        if host.name == "block_all" {
            graph.need(host.node, vec![cause.clone()]);
        }
    }
    let outbound = view.inventory.listeners.iter().filter(|l| l.traffic_direction == TrafficDirection::Outbound);
    for chain in outbound.flat_map(|listener| &listener.filter_chains) {
        if chain.is_default || chain.name == "virtualOutbound-catchall-tcp" {
            for filter in chain.filters.iter().filter(|filter| filter.facts.cluster == "BlackHoleCluster") {
                graph.shape(filter.node, vec![cause.clone()]);
            }
        }
    }
}

/// The hosts of a Sidecar that let a service in: `NAMESPACE/HOST`, where `.` is the own namespace and `*` any.
fn admitting<'s>(
    sidecar: &'s SidecarSpec,
    own_namespace: &'s str,
    namespace: &'s str,
    host: &'s str,
) -> impl Iterator<Item = String> + 's {
    let listeners = sidecar.egress.iter().enumerate();
    let hosts = listeners.flat_map(|(egress, listener)| {
        listener.hosts.iter().enumerate().map(move |(index, text)| (egress, index, text))
    });
    let lets_in = move |text: &str| {
        let (from, name) = text.split_once('/').unwrap_or(("*", text));
        let of_namespace = match from {
            "*" => true,
            "." => namespace == own_namespace,
            from => namespace == from,
        };
        of_namespace && covers(name, host)
    };
    hosts
        .filter(move |(_, _, text)| lets_in(text))
        .map(|(egress, index, _)| format!("spec.egress[{egress}].hosts[{index}]"))
}
