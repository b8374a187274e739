//! Telemetry: metrics shape the filters that count, access logs and tracing the filters that end a connection
//! (`pilot/pkg/model/telemetry.go`).

use super::super::cause::Cause;
use super::super::graph::{Graph, NodeId};
use super::super::inventory::{FilterFacts, ListenerFacts};
use super::super::view::{Scope, View};
use super::super::world::Entry;
use crate::base::name::ClusterName;
use crate::base::origin::Known;
use crate::model::istio::telemetry::TelemetrySpec;

/// The owners of statistics, access logs and tracing.
pub fn own(view: &View, graph: &mut Graph) {
    let mut applied: Vec<(Scope, &Entry<TelemetrySpec>)> = Vec::new();
    for entry in &view.world.telemetries {
        let spec = &entry.spec;
        let targets: Vec<_> = spec.target_refs.iter().chain(&spec.target_ref).cloned().collect();
        if let Some(scope) = view.scope(&entry.id.namespace, spec.selector.as_ref(), &targets) {
            applied.push((scope, entry));
        }
    }
    applied.sort_by(|left, right| (left.0, &right.1.created).cmp(&(right.0, &left.1.created)));
    let items = |entry: &Entry<TelemetrySpec>, field: &str, number: usize| -> Vec<Cause> {
        (0..number).map(|index| entry.cause(format!("spec.{field}[{index}]"), Known::Recomputed)).collect()
    };
    let entries = || applied.iter().map(|(_, entry)| *entry);
    let metrics: Vec<Cause> = entries().flat_map(|e| items(e, "metrics", e.spec.metrics.len())).collect();
    // Of access logs and tracing the narrowest that says anything counts.
    let logging = entries().rfind(|e| !e.spec.access_logging.is_empty());
    let logging = logging.map_or_else(Vec::new, |e| items(e, "accessLogging", e.spec.access_logging.len()));
    let tracing = entries().rfind(|e| !e.spec.tracing.is_empty());
    let tracing = tracing.map_or_else(Vec::new, |e| items(e, "tracing", e.spec.tracing.len()));
    let shape = |graph: &mut Graph, node: NodeId, causes: &[Cause]| {
        graph.shape_each(node, causes.iter().cloned());
    };
    let is_silent = is_silent(view);
    for listener in view.inventory.listeners.iter().filter(|listener| !listener.is_static) {
        if logs_itself(listener, is_silent) {
            shape(graph, listener.node, &logging);
        }
        for (chain, filter) in
            listener.filter_chains.iter().flat_map(|chain| chain.filters.iter().map(move |f| (chain, f)))
        {
            let stats = filter.with_inner().filter(|filter| filter.name == "istio.stats");
            for filter in stats {
                shape(graph, filter.node, &metrics);
            }
            let ends_here = chain.name.ends_with("-blackhole");
            if logs(filter, is_silent && !ends_here) {
                shape(graph, filter.node, &logging);
            }
            if filter.facts.tracing.is_some() {
                shape(graph, filter.node, &tracing);
            }
            // Without the service that traces go to there is no tracing.
            for name in filter.asks().into_iter().filter_map(ClusterName::parse).filter(|_| filter.is_http()) {
                graph.shape(filter.node, view.world.ports(name.host, name.port));
            }
        }
    }
}

/// Whether nothing that istiod sent writes an access log: it is switched off.
fn is_silent(view: &View) -> bool {
    let listeners = || view.inventory.listeners.iter().filter(|listener| !listener.is_static);
    let mut filters = listeners().flat_map(|listener| &listener.filter_chains).flat_map(|chain| &chain.filters);
    listeners().all(|listener| listener.access_log.is_empty())
        && filters.all(|filter| filter.facts.access_log.is_empty())
}

/// Whether a listener has an access log of its own, for connections that find no chain, or would have.
fn logs_itself(listener: &ListenerFacts, is_silent: bool) -> bool {
    let would = ["virtualInbound", "virtualOutbound", "connect_originate"];
    !listener.access_log.is_empty() || is_silent && would.contains(&listener.name.as_str())
}

/// Whether a filter ends connections or requests: it writes an access log, or would.
fn logs(filter: &FilterFacts, is_silent: bool) -> bool {
    !filter.facts.access_log.is_empty() || is_silent && (filter.is_http() || filter.clusters().next().is_some())
}
