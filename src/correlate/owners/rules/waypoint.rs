//! Waypoints: a chain and a cluster for each port of the services that use them
//! (`pilot/pkg/networking/core/listener_waypoint.go`).

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::view::View;
use crate::base::name::ClusterName;
use crate::base::origin::Known;
use crate::model::ProxyKind;

/// The owners of what a waypoint has for its services.
pub fn own(view: &View, graph: &mut Graph) {
    if view.proxy.kind != ProxyKind::Waypoint {
        return;
    }
    let gateway = own_gateway(view);
    for listener in &view.inventory.listeners {
        for chain in &listener.filter_chains {
            let Some(name) = of_service(&chain.name) else {
                continue;
            };
            let ports = view.world.ports(name.host, name.port);
            graph.need(chain.node, gateway.clone());
            graph.need(chain.node, ports.clone());
            // The tree that chooses a chain holds the service's addresses.
            if listener.filter_chain_matcher.is_some() {
                graph.shape(listener.node, gateway.clone());
                graph.shape(listener.node, ports);
            }
        }
    }
    for cluster in view.inventory.clusters.iter().filter(|cluster| of_service(&cluster.name).is_some()) {
        graph.need(cluster.node, gateway.clone());
    }
}

/// What a name says of a service that uses the waypoint.
fn of_service(name: &str) -> Option<ClusterName<'_>> {
    ClusterName::parse(name).filter(|name| name.direction == "inbound-vip")
}

/// The Gateway that the waypoint was made for.
fn own_gateway(view: &View) -> Vec<Cause> {
    let is_own = |name: &str, namespace: &str| namespace == view.namespace() && view.own_gateway() == Some(name);
    let gateways = view.world.k8s_gateways.iter();
    gateways
        .filter(|gateway| is_own(&gateway.id.name, &gateway.id.namespace))
        .map(|gateway| gateway.cause("", Known::Named))
        .collect()
}
