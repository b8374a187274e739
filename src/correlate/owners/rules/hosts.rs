//! Virtual hosts of sidecars: one for each service that speaks HTTP at the port
//! (`pilot/pkg/networking/core/httproute.go`).

use super::super::cause::{Cause, add};
use super::super::graph::Graph;
use super::super::inventory::{TableFacts, VirtualHostFacts};
use super::super::view::View;
use crate::base::origin::Known;
use crate::correlate::{marked, named};
use crate::model::ProxyKind;

/// The owners of virtual hosts, and of routes as far as they stand in them.
pub fn own(view: &View, graph: &mut Graph) {
    for table in &view.inventory.tables {
        let is_gateway = view.proxy.kind == ProxyKind::Gateway && !table.key.starts_with("inline:");
        for host in table.virtual_hosts.iter().filter(|_| !is_gateway) {
            for route in &host.routes {
                graph.place(route.node, vec![host.node]);
            }
            if view.is_sidecar() {
                own_host(view, graph, table, host);
            }
        }
    }
}

fn own_host(view: &View, graph: &mut Graph, table: &TableFacts, host: &VirtualHostFacts) {
    let Some((name, port)) = host.name.rsplit_once(':') else {
        return;
    };
    let Some(port) = port.parse().ok() else {
        return;
    };
    // At port 80 a host of a VirtualService needs no service (`buildSidecarVirtualHostsForVirtualService`).
    let by_rules = if table.key == "80" { virtual_services(host) } else { Vec::new() };
    if by_rules.is_empty() {
        match view.seen(name, port) {
            Some(cluster) => graph.need_object(host.node, vec![cluster]),
            None => graph.need(host.node, view.world.ports(name, port)),
        }
        return;
    }
    // Its domains are the service's where there is one.
    let mut causes = view.world.ports(name, port);
    graph.shape_each(host.node, causes.iter().cloned());
    add(&mut causes, by_rules);
    graph.need(host.node, causes);
}

/// The VirtualServices whose routes stand in a virtual host.
fn virtual_services(host: &VirtualHostFacts) -> Vec<Cause> {
    let marks = host.routes.iter().filter_map(|route| route.metadata.istio());
    let mut causes = Vec::new();
    let written = marks.filter_map(|mark| marked::config(&mark.config));
    for reference in written.filter(|reference| !named::is_generated(&reference.name)) {
        add(&mut causes, [Cause::new(&reference.into(), "", Known::Marked)]);
    }
    causes
}
