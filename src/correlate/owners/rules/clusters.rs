//! Outbound clusters: a port of a service, with the policy or the subset of a DestinationRule
//! (`pilot/pkg/networking/core/cluster_builder.go`).

use std::sync::Arc;

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::ClusterFacts;
use super::super::view::View;
use super::super::world::Entry;
use crate::base::name::ClusterName;
use crate::base::origin::{Known, ResourceRef};
use crate::correlate::marked;
use crate::model::istio::destination_rule::DestinationRuleSpec;

/// The owners of clusters.
pub fn own(view: &View, graph: &mut Graph) {
    for cluster in &view.inventory.clusters {
        let Some(name) = cluster.parts() else {
            continue;
        };
        if name.direction != "inbound" {
            own_service(view, graph, cluster, name);
        }
        for cause in policy(view, cluster) {
            graph.shape(cluster.node, vec![cause]);
        }
        if name.direction == "outbound" && !name.subset.is_empty() {
            graph.need(cluster.node, subset(view, cluster).into_iter().collect());
        }
    }
}

fn own_service(view: &View, graph: &mut Graph, cluster: &ClusterFacts, name: ClusterName) {
    let services = view.world.services(name.host);
    let ports = services.iter().filter_map(|service| service.ports.get(&name.port).cloned());
    let mut causes: Vec<Cause> = ports.collect();
    let hosts: Vec<Cause> = services.iter().filter_map(|service| service.host.clone()).collect();
    if hosts.len() == services.len() {
        graph.need(cluster.node, hosts);
    }
    if causes.is_empty() {
        // The resource was not read: its mark names it.
        let marks = cluster.mark.services.iter().map(|service| marked::of_service(view.world.mesh, service));
        causes = marks.map(|owner| Cause::new(&Arc::new(owner.resource), "", Known::Marked)).collect();
    } else if !cluster.mark.services.is_empty() {
        causes.iter_mut().for_each(|cause| cause.known = Known::Marked);
    }
    graph.need(cluster.node, causes);
}

/// The DestinationRule that a cluster is marked with.
fn destination_rule(cluster: &ClusterFacts) -> Option<Arc<ResourceRef>> {
    marked::config(&cluster.mark.config).filter(|reference| reference.kind == "DestinationRule").map(Arc::new)
}

/// The parts of DestinationRules that say how a cluster's traffic is treated.
pub fn policy(view: &View, cluster: &ClusterFacts) -> Vec<Cause> {
    let Some(reference) = destination_rule(cluster) else {
        return hiding(view, cluster);
    };
    let Some(rule) = view.world.destination_rules.get(&reference) else {
        return vec![Cause::new(&reference, "", Known::Marked)];
    };
    let port = service_port(view, cluster);
    let rule = with_policy(view, rule);
    let mut causes = Vec::new();
    if let Some(policy) = &rule.spec.traffic_policy {
        let of_port = policy.port_level_settings.iter().position(|setting| Some(setting.port.number) == port);
        causes.push(match of_port {
            Some(index) => rule.cause(format!("spec.trafficPolicy.portLevelSettings[{index}]"), Known::Marked),
            None => rule.cause("spec.trafficPolicy", Known::Marked),
        });
    }
    if causes.is_empty() || rule.id != reference {
        causes.push(Cause::new(&reference, "", Known::Marked));
    }
    causes
}

/// A rule of the client's namespace that is for other workloads hides the wider ones from this one: the lookup ends
/// there (`pilot/pkg/model/push_context.go`, `destinationRule`).
fn hiding(view: &View, cluster: &ClusterFacts) -> Vec<Cause> {
    let Some(name) = cluster.parts().filter(|name| name.direction == "outbound") else {
        return Vec::new();
    };
    let others =
        view.world.rules_by_host.get(&(view.namespace().to_owned(), name.host.to_owned())).into_iter().flatten();
    let others = others
        .filter_map(|reference| view.world.destination_rules.get(reference))
        .filter(|rule| rule.spec.workload_selector.as_ref().is_some_and(|selector| !selector.selects(view.labels())));
    let others: Vec<Cause> = others.map(|rule| rule.cause("", Known::Recomputed)).collect();
    let is_wider = |rule: &Entry<DestinationRuleSpec>| {
        let host = view.world.full_host(&rule.spec.host, &rule.id.namespace);
        rule.spec.workload_selector.is_none() && super::sidecar::covers(&host, name.host)
    };
    if others.is_empty() || view.world.destination_rules.values().any(is_wider) { others } else { Vec::new() }
}

/// Whether a part of a DestinationRule says what TLS a client speaks.
pub fn sets_tls(view: &View, cause: &Cause) -> bool {
    holds(view, cause, &["tls"])
}

/// Whether a part of a DestinationRule chooses endpoints by a hash.
pub fn sets_hash(view: &View, cause: &Cause) -> bool {
    holds(view, cause, &["loadBalancer", "consistentHash"])
}

/// Whether a part of a DestinationRule limits how long connections last.
pub fn sets_duration(view: &View, cause: &Cause) -> bool {
    holds(view, cause, &["connectionPool", "tcp", "maxConnectionDuration"])
}

/// Whether a field is set in a policy; of a rule that was not read, it may be.
fn holds(view: &View, cause: &Cause, field: &[&str]) -> bool {
    let Some(resource) = view.world.mesh.resource(&cause.resource) else {
        return true;
    };
    let path = crate::model::position::steps(&cause.path);
    let part = path.fold(Some(&resource.body), |value, step| match step {
        crate::model::position::Step::Field(name) => value?.get(name),
        crate::model::position::Step::Index(index) => value?.get(index),
    });
    field.iter().fold(part, |value, name| value?.get(name)).is_some()
}

/// The port of the service that a cluster stands for: inbound clusters are named by that of the workload.
fn service_port(view: &View, cluster: &ClusterFacts) -> Option<u16> {
    let name = cluster.parts()?;
    if name.direction != "inbound" {
        return Some(name.port);
    }
    let services = cluster.mark.services.iter().flat_map(|service| view.world.services(&service.host));
    services
        .flat_map(|service| &service.service.ports)
        .find(|port| port.target == Some(name.port))
        .map(|port| port.number)
}

/// Of several rules for one host istiod takes the policy of the first that has one, and the subsets of all
/// (`pilot/pkg/model/destination_rule.go`, `mergeDestinationRule`); its mark names the oldest.
fn with_policy<'v>(view: &'v View, marked: &'v Entry<DestinationRuleSpec>) -> &'v Entry<DestinationRuleSpec> {
    if marked.spec.traffic_policy.is_some() {
        return marked;
    }
    let others = merged(view, marked).filter(|rule| rule.spec.traffic_policy.is_some());
    others.min_by_key(|rule| (&rule.created, &rule.id)).unwrap_or(marked)
}

/// The rules of the same namespace for the same host.
fn merged<'v>(
    view: &'v View,
    marked: &'v Entry<DestinationRuleSpec>,
) -> impl Iterator<Item = &'v Entry<DestinationRuleSpec>> {
    let namespace = marked.id.namespace.clone();
    let host = view.world.full_host(&marked.spec.host, &namespace);
    let same = view.world.rules_by_host.get(&(namespace, host)).into_iter().flatten();
    same.filter_map(|reference| view.world.destination_rules.get(reference))
}

/// The subset that a cluster is for.
fn subset(view: &View, cluster: &ClusterFacts) -> Option<Cause> {
    let name = cluster.parts()?;
    let reference = destination_rule(cluster)?;
    let in_rule = |rule: &Entry<DestinationRuleSpec>| {
        let index = rule.spec.subsets.iter().position(|subset| subset.name == name.subset)?;
        Some(rule.cause(format!("spec.subsets[{index}]"), Known::Marked))
    };
    let Some(rule) = view.world.destination_rules.get(&reference) else {
        return Some(Cause::new(&reference, "", Known::Marked));
    };
    in_rule(rule).or_else(|| merged(view, rule).find_map(in_rule))
}
