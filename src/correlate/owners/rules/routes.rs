//! Routes: the rule of a VirtualService or of a Gateway API route, and what the destinations add to it.

use std::sync::Arc;

use super::super::cause::Cause;
use super::super::graph::{Graph, NodeId};
use super::super::inventory::{ActionFacts, RouteFacts, TableFacts, VirtualHostFacts};
use super::super::view::View;
use super::{clusters, gateway_api, virtual_service};
use crate::base::name::ClusterName;
use crate::base::origin::{Known, ResourceRef};
use crate::correlate::{marked, named};

/// The owners of routes.
pub fn own(view: &View, graph: &mut Graph) {
    for table in &view.inventory.tables {
        for host in &table.virtual_hosts {
            own_host(view, graph, table, host);
        }
        gateway_api::own_table(view, graph, table);
    }
}

fn own_host(view: &View, graph: &mut Graph, table: &TableFacts, host: &VirtualHostFacts) {
    let mut of_rules: Vec<(Arc<ResourceRef>, Vec<&RouteFacts>)> = Vec::new();
    for route in &host.routes {
        if let Some(action) = &route.route {
            own_action(view, graph, route, action);
        }
        let Some(reference) = route.metadata.istio().and_then(|mark| marked::config(&mark.config)) else {
            continue;
        };
        if named::is_generated(&reference.name) {
            gateway_api::own_route(view, graph, route, &reference);
        } else {
            match of_rules.iter_mut().find(|(known, _)| **known == reference) {
                Some((_, routes)) => routes.push(route),
                None => of_rules.push((Arc::new(reference), vec![route])),
            }
        }
    }
    for (reference, routes) in of_rules {
        match view.world.virtual_services.get(&reference) {
            Some(entry) => virtual_service::own_routes(view, graph, table, entry, &routes),
            None => {
                for route in routes {
                    graph.need(route.node, vec![Cause::new(&reference, "", Known::Marked)]);
                }
            }
        }
    }
}

/// A hash comes from the DestinationRule of a destination, which is looked up by its service; a copy goes only to a
/// service that is there.
fn own_action(view: &View, graph: &mut Graph, route: &RouteFacts, action: &ActionFacts) {
    if !action.hash_policy.is_empty() {
        destinations(view, graph, route.node, route.clusters(), clusters::sets_hash);
    }
    for name in route.mirrors().filter_map(ClusterName::parse) {
        graph.shape(route.node, view.world.ports(name.host, name.port));
    }
}

/// What the policies of destinations add to what sends there.
pub fn destinations<'n>(
    view: &View,
    graph: &mut Graph,
    node: NodeId,
    names: impl Iterator<Item = &'n str>,
    adds: fn(&View, &Cause) -> bool,
) {
    for name in names {
        let Some(cluster) = view.inventory.cluster_named(name) else {
            continue;
        };
        let policy: Vec<Cause> =
            clusters::policy(view, cluster).into_iter().filter(|cause| adds(view, cause)).collect();
        if let Some(parts) = cluster.parts().filter(|_| !policy.is_empty()) {
            graph.shape(node, services(view, parts.host));
        }
        for cause in policy {
            graph.shape(node, vec![cause]);
        }
    }
}

fn services(view: &View, host: &str) -> Vec<Cause> {
    view.world.services(host).iter().map(|service| Cause::new(&service.id, "", Known::Recomputed)).collect()
}
