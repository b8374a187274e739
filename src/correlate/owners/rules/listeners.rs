//! Outbound listeners of sidecars: a service with an address of its own has a listener there; those that are told
//! apart by host or SNI share the one of their port (`pilot/pkg/networking/core/listener.go`).

use std::net::IpAddr;

use super::super::cause::add;
use super::super::graph::{Graph, NodeId};
use super::super::inventory::{ChainFacts, FilterFacts, ListenerFacts};
use super::super::view::View;
use super::super::world::ServiceFacts;
use crate::base::name::ClusterName;
use crate::base::origin::Known;
use crate::correlate::services::PortProtocol;
use crate::model::envoy::listener::TrafficDirection;

/// The owners of a sidecar's outbound listeners and their chains.
pub fn own(view: &View, graph: &mut Graph) {
    if !view.is_sidecar() {
        return;
    }
    for listener in &view.inventory.listeners {
        let outbound = listener.traffic_direction == TrafficDirection::Outbound && listener.name != "virtualOutbound";
        if let Some((ip, port)) = place(listener).filter(|_| outbound && !listener.is_static) {
            own_listener(view, graph, listener, ip, port);
        }
    }
}

fn place(listener: &ListenerFacts) -> Option<(IpAddr, u16)> {
    let socket = listener.address.socket_address.as_ref()?;
    Some((socket.address.parse().ok()?, socket.port_value))
}

fn own_listener(view: &View, graph: &mut Graph, listener: &ListenerFacts, ip: IpAddr, port: u16) {
    let visible = || seen_at(view, port);
    if ip.is_unspecified() {
        let shares = |service: &ServiceFacts| is_http(service, port) || lacks_own_listener(view, service, port);
        let sharing = visible().filter(|(service, _)| shares(service)).map(|(_, node)| node);
        graph.need_object(listener.node, sharing.collect());
        for chain in &listener.filter_chains {
            own_chain(view, graph, chain, port);
        }
        return;
    }
    let has_it =
        |service: &ServiceFacts| service.service.addresses.contains(&ip) || service.service.allocated.contains(&ip);
    let owning: Vec<(&ServiceFacts, NodeId)> = visible().filter(|(service, _)| has_it(service)).collect();
    let mut nodes: Vec<NodeId> = owning.iter().map(|(_, node)| *node).collect();
    if let Some(egress) = super::sidecar::egress_listener(view, ip, port) {
        graph.need(listener.node, vec![egress]);
        nodes.clear();
    }
    if nodes.is_empty() {
        let filters = listener.filter_chains.iter().flat_map(|chain| &chain.filters);
        let clusters = filters.flat_map(FilterFacts::clusters).filter_map(ClusterName::parse);
        nodes.extend(clusters.filter_map(|name| view.seen(name.host, name.port)));
    }
    graph.need_object(listener.node, nodes);
    // A headless service has a listener for each of its pods.
    let pods = view.world.slices.get(&ip.to_string()).into_iter().flatten();
    let of_service = pods.filter(|(slice, _)| {
        let id = &view.world.all_slices[*slice].id;
        let name = &view.world.slice_services[*slice];
        owning.iter().any(|(service, _)| service.id.namespace == id.namespace && service.id.name == *name)
    });
    let slices = of_service
        .map(|(slice, index)| view.world.all_slices[*slice].cause(format!("endpoints[{index}]"), Known::Recomputed));
    graph.need(listener.node, slices.collect());
}

/// The services that the proxy has a cluster for at a port, with that cluster.
fn seen_at<'v>(view: &'v View, port: u16) -> impl Iterator<Item = (&'v ServiceFacts, NodeId)> {
    view.inventory.clusters_at(port).flat_map(move |cluster| {
        let host = cluster.parts().map_or("", |name| name.host);
        view.world.services(host).iter().map(move |service| (service, cluster.node))
    })
}

fn is_http(service: &ServiceFacts, port: u16) -> bool {
    service.service.ports.iter().any(|known| {
        known.number == port && matches!(known.protocol, PortProtocol::Http | PortProtocol::Http2 | PortProtocol::Grpc)
    })
}

/// Whether some address of a service, or the service as it has none, is served by the listener of the port.
fn lacks_own_listener(view: &View, service: &ServiceFacts, port: u16) -> bool {
    let has = |ip: &IpAddr| view.inventory.has_listener(&format!("{ip}_{port}"));
    let addresses = &service.service.addresses;
    addresses.is_empty() && !service.service.allocated.iter().any(has) || addresses.iter().any(|ip| !has(ip))
}

/// Chains by SNI and by range of addresses are there for single services; that for HTTP for those that speak it.
fn own_chain(view: &View, graph: &mut Graph, chain: &ChainFacts, port: u16) {
    let named: Vec<NodeId> = chain.strings("server_names").filter_map(|name| view.seen(name, port)).collect();
    let matches = chain.filter_chain_match.iter();
    let ranges = matches.filter_map(|matches| matches.get("prefix_ranges")?.as_array()).flatten();
    let mut causes = Vec::new();
    for range in ranges {
        let text = format!("{}/{}", range["address_prefix"].as_str().unwrap_or_default(), range["prefix_len"]);
        for entry in view.world.service_entries.values() {
            let index = entry.spec.addresses.iter().position(|address| *address == text);
            add(&mut causes, index.map(|index| entry.cause(format!("spec.addresses[{index}]"), Known::Recomputed)));
        }
    }
    if named.is_empty() && causes.is_empty() && chain.http().is_some() {
        let http = seen_at(view, port).filter(|(service, _)| is_http(service, port));
        graph.need_object(chain.node, http.map(|(_, node)| node).collect());
    }
    graph.need_object(chain.node, named);
    graph.need(chain.node, causes);
}
