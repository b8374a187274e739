//! The mesh's own configuration: the providers that authorization and telemetry name, and what holds where no resource
//! says otherwise (`pkg/config/mesh/mesh.go`).

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::view::View;
use crate::base::origin::Known;

/// The owners of access logs, tracing, external authorization and of what lets unknown destinations out.
pub fn own(view: &View, graph: &mut Graph) {
    let Some(config) = &view.world.mesh_config else {
        return;
    };
    let cause = || vec![Cause::new(config, "data.mesh", Known::Recomputed)];
    for listener in view.inventory.listeners.iter().filter(|listener| !listener.is_static) {
        if !listener.access_log.is_empty() {
            graph.share(listener.node, cause());
        }
        for filter in listener.filter_chains.iter().flat_map(|chain| &chain.filters) {
            if !filter.facts.access_log.is_empty() || filter.facts.tracing.is_some() {
                graph.share(filter.node, cause());
            }
            for filter in filter.with_inner() {
                if filter.name.ends_with("ext_authz") {
                    graph.share(filter.node, cause());
                }
            }
        }
    }
    for host in view.inventory.tables.iter().flat_map(|table| &table.virtual_hosts) {
        if matches!(host.name.as_str(), "allow_any" | "block_all") {
            graph.share(host.node, cause());
        }
    }
}
