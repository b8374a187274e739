//! EnvoyFilters leave no mark: each patch is tried on the objects that it would have met. It made those of the name that
//! it adds, and shaped all that it merges into; their content is not compared (`pilot/pkg/networking/core/envoyfilter`).

use serde_json::Value;

use super::super::cause::Cause;
use super::super::graph::{Graph, NodeId};
use super::super::inventory::{ChainFacts, FilterFacts, ListenerFacts, TableFacts};
use super::super::view::View;
use super::super::world::Entry;
use crate::base::origin::Known;
use crate::model::ProxyKind;
use crate::model::envoy::listener::TrafficDirection;
use crate::model::istio::envoy_filter::{ConfigPatch, EnvoyFilterSpec, PatchMatch};

/// The owners of what EnvoyFilters added or changed.
pub fn own(view: &View, graph: &mut Graph) {
    for entry in &view.world.envoy_filters {
        let spec = &entry.spec;
        if view.scope(&entry.id.namespace, spec.workload_selector.as_ref(), &spec.target_refs).is_none() {
            continue;
        }
        for (index, patch) in spec.config_patches.iter().enumerate() {
            let replay = Replay { view, patch, cause: entry_cause(entry, index) };
            match patch.apply_to.as_str() {
                "LISTENER" | "FILTER_CHAIN" | "NETWORK_FILTER" | "HTTP_FILTER" => replay.listeners(graph),
                "ROUTE_CONFIGURATION" | "VIRTUAL_HOST" | "HTTP_ROUTE" => replay.tables(graph),
                "CLUSTER" => replay.clusters(graph),
                // Listener filters, bootstrap and extension configuration are no objects of their own here.
                _ => {}
            }
        }
    }
}

fn entry_cause(entry: &Entry<EnvoyFilterSpec>, index: usize) -> Cause {
    entry.cause(format!("spec.configPatches[{index}]"), Known::Recomputed)
}

struct Replay<'r> {
    view: &'r View<'r>,
    patch: &'r ConfigPatch,
    cause: Cause,
}

impl Replay<'_> {
    fn matches(&self) -> &PatchMatch {
        &self.patch.matches
    }

    /// An object that is met: it needs a patch that adds it, and is shaped by one that changes it.
    fn meet(&self, graph: &mut Graph, node: NodeId, name: &str) {
        let cause = vec![self.cause.clone()];
        match self.patch.patch.operation.as_str() {
            "ADD" | "INSERT_BEFORE" | "INSERT_AFTER" | "INSERT_FIRST"
                if self.patch.patch.value.get("name").and_then(Value::as_str) == Some(name) =>
            {
                graph.need(node, cause);
            }
            "MERGE" | "REPLACE" => graph.shape(node, cause),
            // What a patch removed is not there.
            _ => {}
        }
    }

    fn is_context(&self, inbound: bool) -> bool {
        match self.matches().context.as_str() {
            "SIDECAR_INBOUND" => self.view.is_sidecar() && inbound,
            "SIDECAR_OUTBOUND" => self.view.is_sidecar() && !inbound,
            "GATEWAY" => self.view.proxy.kind == ProxyKind::Gateway,
            "WAYPOINT" => self.view.proxy.kind == ProxyKind::Waypoint,
            _ => true,
        }
    }

    fn listeners(&self, graph: &mut Graph) {
        for listener in self.view.inventory.listeners.iter().filter(|listener| !listener.is_static) {
            let inbound = listener.traffic_direction == TrafficDirection::Inbound;
            if !self.is_context(inbound) || !self.takes_listener(listener) {
                continue;
            }
            if self.patch.apply_to == "LISTENER" {
                self.meet(graph, listener.node, &listener.name);
                continue;
            }
            for chain in listener.filter_chains.iter().filter(|chain| self.takes_chain(chain)) {
                self.chain(graph, chain);
            }
        }
    }

    fn takes_listener(&self, listener: &ListenerFacts) -> bool {
        let Some(wanted) = &self.matches().listener else {
            return true;
        };
        // Behind 15006 the port is that of the chain.
        let has_port = |port: u32| {
            listener.address.port().map(u32::from) == Some(port)
                || listener.filter_chains.iter().any(|chain| chain.destination_port().map(u32::from) == Some(port))
        };
        (wanted.name.is_empty() || wanted.name == listener.name)
            && (wanted.port_number == 0 || has_port(wanted.port_number))
    }

    fn takes_chain(&self, chain: &ChainFacts) -> bool {
        let Some(listener) = &self.matches().listener else {
            return true;
        };
        let by_port = chain.destination_port().map(u32::from);
        if listener.port_number != 0 && by_port.is_some_and(|port| port != listener.port_number) {
            return false;
        }
        let Some(wanted) = &listener.filter_chain else {
            return true;
        };
        let own = |field: &str| {
            let value = chain.filter_chain_match.as_ref().and_then(|matches| matches.get(field)?.as_str());
            value.unwrap_or_default().to_owned()
        };
        let mut alpn = wanted.application_protocols.split(',').filter(|name| !name.is_empty());
        (wanted.name.is_empty() || wanted.name == chain.name)
            && (wanted.sni.is_empty() || chain.strings("server_names").any(|name| name == wanted.sni))
            && (wanted.transport_protocol.is_empty() || wanted.transport_protocol == own("transport_protocol"))
            && alpn.all(|name| chain.strings("application_protocols").any(|own| own == name))
            && (wanted.destination_port == 0 || by_port == Some(wanted.destination_port))
    }

    fn chain(&self, graph: &mut Graph, chain: &ChainFacts) {
        let wanted = self.matches().listener.as_ref().and_then(|listener| listener.filter_chain.as_ref());
        let filter = wanted.and_then(|chain| chain.filter.as_ref());
        let is_added = !matches!(self.patch.patch.operation.as_str(), "MERGE" | "REPLACE");
        let named = |own: &FilterFacts, name: &str| name.is_empty() || same_filter(&own.name, name);
        match self.patch.apply_to.as_str() {
            "FILTER_CHAIN" => self.meet(graph, chain.node, &chain.name),
            "NETWORK_FILTER" => {
                // A filter that is added stands beside the one named, one that is changed is the one named.
                for own in &chain.filters {
                    if is_added || filter.is_none_or(|wanted| named(own, &wanted.name)) {
                        self.meet(graph, own.node, &own.name);
                    }
                }
            }
            _ => {
                let sub = filter.and_then(|filter| filter.sub_filter.as_ref());
                for own in chain.filters.iter().filter(|own| filter.is_none_or(|wanted| named(own, &wanted.name))) {
                    for own in &own.facts.http_filters {
                        if is_added || sub.is_none_or(|wanted| named(own, &wanted.name)) {
                            self.meet(graph, own.node, &own.name);
                        }
                    }
                }
            }
        }
    }

    fn tables(&self, graph: &mut Graph) {
        for table in &self.view.inventory.tables {
            let inbound = table.key.starts_with("inline:");
            if self.is_context(inbound) && self.takes_table(table) {
                self.table(graph, table);
            }
        }
    }

    fn takes_table(&self, table: &TableFacts) -> bool {
        let Some(wanted) = &self.matches().route_configuration else {
            return true;
        };
        let port = format!("{}", wanted.port_number);
        let mut parts = table.name.split(['.', ':', '|']);
        (wanted.name.is_empty() || wanted.name == table.name)
            && (wanted.port_number == 0 || parts.any(|part| part == port))
            && (wanted.port_name.is_empty() || table.name.contains(&format!(".{}.", wanted.port_name)))
            && wanted.gateway.split_once('/').is_none_or(|(namespace, name)| {
                table.name.starts_with("http.") || table.name.ends_with(&format!(".{name}.{namespace}"))
            })
    }

    fn table(&self, graph: &mut Graph, table: &TableFacts) {
        let wanted = self.matches().route_configuration.as_ref().and_then(|table| table.vhost.as_ref());
        if self.patch.apply_to == "ROUTE_CONFIGURATION" {
            self.meet(graph, table.node, &table.name);
            return;
        }
        for host in &table.virtual_hosts {
            let is_meant = wanted.is_none_or(|wanted| {
                (wanted.name.is_empty() || wanted.name == host.name)
                    && (wanted.domain_name.is_empty() || host.domains.contains(&wanted.domain_name))
            });
            if !is_meant {
                continue;
            }
            if self.patch.apply_to == "VIRTUAL_HOST" {
                self.meet(graph, host.node, &host.name);
                continue;
            }
            let route = wanted.and_then(|wanted| wanted.route.as_ref());
            for own in &host.routes {
                let is_meant = route.is_none_or(|route| {
                    let is_action = match route.action.as_str() {
                        "ROUTE" => own.route.is_some(),
                        "REDIRECT" | "DIRECT_RESPONSE" => own.route.is_none(),
                        _ => true,
                    };
                    (route.name.is_empty() || route.name == own.name) && is_action
                });
                if is_meant {
                    self.meet(graph, own.node, &own.name);
                }
            }
        }
    }

    fn clusters(&self, graph: &mut Graph) {
        for cluster in &self.view.inventory.clusters {
            let parts = cluster.parts();
            let inbound = parts.is_some_and(|parts| parts.direction == "inbound");
            let is_meant = self.matches().cluster.as_ref().is_none_or(|wanted| {
                let of_service = parts.is_some_and(|parts| {
                    (wanted.service.is_empty() || wanted.service == parts.host)
                        && (wanted.subset.is_empty() || wanted.subset == parts.subset)
                        && (wanted.port_number == 0 || wanted.port_number == u32::from(parts.port))
                });
                let asks_service = !wanted.service.is_empty() || !wanted.subset.is_empty() || wanted.port_number != 0;
                (wanted.name.is_empty() || wanted.name == cluster.name) && (!asks_service || of_service)
            });
            if is_meant && self.is_context(inbound) {
                self.meet(graph, cluster.node, &cluster.name);
            }
        }
    }
}

/// Old names of filters mean the same.
fn same_filter(own: &str, wanted: &str) -> bool {
    let short = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    own == wanted || wanted.starts_with("envoy.") && short(own) == short(wanted)
}
