//! Chains for TLS that is not terminated and for TCP: rules of VirtualServices, and routes of the Gateway API
//! (`pilot/pkg/networking/core/tls.go`, `gateway.go`).

use super::super::cause::{Cause, add};
use super::super::graph::Graph;
use super::super::inventory::{ChainFacts, FilterFacts, ListenerFacts};
use super::super::view::View;
use super::super::world::Entry;
use super::virtual_service::{bound_gateways, full_gateway};
use super::{policy, routes};
use crate::base::origin::Known;
use crate::correlate::hosts::covers;
use crate::correlate::marked;
use crate::model::gateway_api::route::{ParentReference, RouteSpec};
use crate::model::istio::virtual_service::{ConnectionMatch, ConnectionRule, VirtualServiceSpec};

/// The owners of chains that pass bytes on, and what the destinations add to their TCP proxies.
pub fn own(view: &View, graph: &mut Graph) {
    for listener in view.inventory.listeners.iter().filter(|listener| !listener.is_static) {
        for chain in listener.filter_chains.iter().filter(|chain| chain.http().is_none()) {
            own_chain(view, graph, listener, chain);
            for filter in &chain.filters {
                if filter.facts.max_downstream_connection_duration.is_some() {
                    routes::destinations(view, graph, filter.node, filter.clusters(), policy::sets_duration);
                }
                if !filter.facts.hash_policy.is_empty() {
                    routes::destinations(view, graph, filter.node, filter.clusters(), policy::sets_hash);
                }
            }
        }
    }
}

fn own_chain(view: &View, graph: &mut Graph, listener: &ListenerFacts, chain: &ChainFacts) {
    let Some(port) = listener.address.port() else {
        return;
    };
    if listener.is_gateway() {
        let mut causes = Vec::new();
        for entry in view.world.virtual_services.values() {
            let bound = bound_gateways(view, entry);
            if !bound.is_empty() {
                add(&mut causes, rules(view, entry, chain, port, &bound));
            }
        }
        add(&mut causes, gateway_api_rules(view, chain));
        graph.need(chain.node, causes);
        return;
    }
    let Some(reference) = chain.metadata.istio().and_then(|mark| marked::config(&mark.config)) else {
        return;
    };
    let Some(entry) = view.world.virtual_services.get(&reference) else {
        return;
    };
    let mut causes = rules(view, entry, chain, port, &["mesh".to_owned()]);
    if causes.is_empty() {
        causes.push(entry.cause("", Known::Marked));
    }
    // The service has a chain of its own: the rule changes its mark and where it leads.
    graph.shape(chain.node, causes.clone());
    for filter in chain.filters.iter().filter(|filter| filter.clusters().next().is_some()) {
        graph.shape(filter.node, causes.clone());
    }
}

/// The rules of a VirtualService that a chain may come from.
fn rules(
    view: &View,
    entry: &Entry<VirtualServiceSpec>,
    chain: &ChainFacts,
    port: u16,
    bound: &[String],
) -> Vec<Cause> {
    let leads = |rule: &ConnectionRule| {
        let host = |host: &str| view.world.full_host(host, &entry.id.namespace);
        let hosts: Vec<String> = rule.route.iter().map(|route| host(&route.destination.host)).collect();
        let clusters = chain.filters.iter().flat_map(FilterFacts::clusters);
        let names: Vec<_> = clusters.filter_map(crate::base::name::ClusterName::parse).collect();
        !names.is_empty() && names.iter().all(|name| hosts.iter().any(|host| host == name.host))
    };
    let is_for = |matches: &ConnectionMatch| {
        let of_gateway = |name: &String| bound.contains(&full_gateway(name, &entry.id.namespace));
        let labels = &matches.source_labels;
        let sni = chain.strings("server_names").collect::<Vec<_>>();
        (matches.gateways.is_empty() || matches.gateways.iter().any(of_gateway))
            && (sni.is_empty() || matches.sni_hosts.iter().any(|host| sni.contains(&host.as_str())))
            // A gateway compares the port of its server, which may be another than the one it listens on.
            && (!view.is_sidecar() || matches.port.is_none_or(|own| own == port))
            && (!view.is_sidecar() || labels.iter().all(|(key, value)| view.labels().get(key) == Some(value)))
    };
    let has_sni = chain.strings("server_names").next().is_some();
    let (rules, field) = if has_sni { (&entry.spec.tls, "tls") } else { (&entry.spec.tcp, "tcp") };
    let mut causes = Vec::new();
    for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| leads(rule)) {
        let path = format!("spec.{field}[{index}]");
        if rule.matches.is_empty() {
            causes.push(entry.cause(path.clone(), Known::Recomputed));
        }
        if rule.matches.iter().any(is_for) {
            causes.push(entry.cause(path, Known::Recomputed));
        }
    }
    // The first that takes a connection makes its chain.
    causes.truncate(1);
    causes
}

/// The rules of `TLSRoutes` and `TCPRoutes` that bind to the gateway and cover the chain's names.
fn gateway_api_rules(view: &View, chain: &ChainFacts) -> Vec<Cause> {
    let own = view.servers();
    let binds = |entry: &Entry<RouteSpec>, parent: &ParentReference| {
        let namespace = parent.namespace.as_deref().unwrap_or(&entry.id.namespace);
        own.iter().any(|server| server.gateway.name == parent.name && server.gateway.namespace == namespace)
    };
    let sni: Vec<&str> = chain.strings("server_names").collect();
    let is_for = |entry: &&Entry<RouteSpec>| {
        let kind = if sni.is_empty() { "TCPRoute" } else { "TLSRoute" };
        let covered = |name: &&str| entry.spec.hostnames.iter().any(|host| covers(host, name) || covers(name, host));
        entry.id.kind == kind
            && entry.spec.parent_refs.iter().any(|parent| binds(entry, parent))
            && (sni.is_empty() || entry.spec.hostnames.is_empty() || sni.iter().any(covered))
    };
    let routes = view.world.routes.values().filter(is_for);
    routes.map(|entry| entry.cause("spec.rules[0]", Known::Recomputed)).collect()
}
